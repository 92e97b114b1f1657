"""Between rows of the tables and the records that leave the store."""

from __future__ import annotations

import json
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session, aliased

from model.errors import InputError, Issue, Place, shown
from model.io.store.database import Damaged
from model.io.store.drafts import Draft, digest_of, draft_of, key_of
from model.io.store.tables import ContentRow, ScenarioRow, VersionRow
from model.io.store.versions import Entry, NameTaken, Summary, Version


def summaries(session: Session, ident: str | None = None) -> list[Summary]:
    """Return all scenarios by their latest version, newest first; only `ident` where it is given."""
    return [
        Summary(**_fields(version), created=row.created, archived=row.archived)
        for version, row in session.execute(_latest_of_each())
        if ident in (None, row.id)
    ]


@cache
def _latest_of_each() -> Select[VersionRow, ScenarioRow]:
    other = aliased(VersionRow)
    latest = select(func.max(other.number)).where(other.scenario == ScenarioRow.id).scalar_subquery()
    joined = (VersionRow.scenario == ScenarioRow.id) & (VersionRow.number == latest)
    return select(VersionRow, ScenarioRow).join(ScenarioRow, joined).order_by(VersionRow.sequence.desc())


def history(session: Session, scenario: ScenarioRow) -> list[Entry]:
    """Return a line about each version of a scenario, newest first."""
    chosen = select(VersionRow).where(VersionRow.scenario == scenario.id).order_by(VersionRow.number.desc())
    return [Entry(**_fields(row)) for row in session.scalars(chosen)]


def whole_history(session: Session, scenario: ScenarioRow) -> list[Version]:
    """Return every version of a scenario with its content, newest first."""
    joined = select(VersionRow, ContentRow.text).outerjoin(ContentRow, VersionRow.digest == ContentRow.digest)
    chosen = joined.where(VersionRow.scenario == scenario.id).order_by(VersionRow.number.desc())
    return [version_of(row, text) for row, text in session.execute(chosen)]


def scenario_row(session: Session, ident: str) -> ScenarioRow:
    """Return the row of a scenario; raise `InputError` where there is none."""
    row = session.get(ScenarioRow, ident)
    if row is None:
        raise InputError([Issue("bewaard-onbekend", Place(shown(ident)))])
    return row


def latest_row(session: Session, scenario: ScenarioRow) -> VersionRow:
    """Return the newest version of a scenario."""
    newest = VersionRow.number.desc()
    return session.scalars(select(VersionRow).where(VersionRow.scenario == scenario.id).order_by(newest).limit(1)).one()


def version_row(session: Session, scenario: ScenarioRow, number: int) -> VersionRow:
    """Return a version of a scenario; raise `InputError` where there is none of this number."""
    latest = latest_row(session, scenario)
    if not 1 <= number <= latest.number:
        values = {"found": number, "expected": latest.number}
        raise InputError([Issue("versie-onbekend", Place(shown(latest.naam)), values)])
    chosen = select(VersionRow).where(VersionRow.scenario == scenario.id, VersionRow.number == number)
    return session.scalars(chosen).one()


def content_of(session: Session, row: VersionRow) -> str:
    """Return the content of a version as it is stored."""
    return session.scalars(select(ContentRow.text).where(ContentRow.digest == row.digest)).one()


def version_of(row: VersionRow, text: str | None) -> Version:
    """Return a version with its content; raise `Damaged` where that is not what was stored."""
    if text is None or digest_of(text) != row.digest:
        raise Damaged(row.digest)
    return Version(**_fields(row), content=json.loads(text))


def draft_again(session: Session, row: VersionRow, naam: str, note: str) -> Draft:
    """Return the content of a version as it is to be kept once more."""
    content = version_of(row, content_of(session, row)).content
    return draft_of(naam, content, note, row.dataset, row.fingerprint)


def nothing_new(draft: Draft, latest: VersionRow) -> bool:
    """Return whether keeping this would say nothing that the latest version does not."""
    same = (draft.naam, draft.digest, draft.dataset, draft.fingerprint)
    return same == (latest.naam, latest.digest, latest.dataset, latest.fingerprint) and draft.note in ("", latest.note)


def own_name(session: Session, ident: str, naam: str) -> None:
    """Raise `NameTaken` where another scenario than `ident` has this name; true until a writing transaction ends."""
    if any(
        row.id != ident and key_of(version.naam) == key_of(naam) for version, row in session.execute(_latest_of_each())
    ):
        raise NameTaken(naam)


def append(
    session: Session, scenario: str, draft: Draft, number: int, *, based_on: int | None, saved: datetime
) -> Version:
    """Write a version, and return it as it will be read once the transaction is committed."""
    text = insert(ContentRow).values(digest=draft.digest, text=draft.text)
    session.execute(text.on_conflict_do_nothing())
    row = VersionRow(
        scenario=scenario,
        number=number,
        naam=draft.naam,
        note=draft.note,
        digest=draft.digest,
        dataset=draft.dataset,
        fingerprint=draft.fingerprint,
        saved=saved,
        based_on=based_on,
        restored=draft.restored,
    )
    session.add(row)
    session.flush()
    return version_of(row, draft.text)


def _fields(row: VersionRow) -> dict[str, Any]:
    return {
        "id": row.scenario,
        "number": row.number,
        "naam": row.naam,
        "note": row.note,
        "digest": row.digest,
        "dataset": row.dataset,
        "fingerprint": row.fingerprint,
        "saved": row.saved,
        "based_on": row.based_on,
        "restored": row.restored,
    }
