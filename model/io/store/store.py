"""The place where scenarios are kept: versions are added, never overwritten or deleted."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy.orm import Session

from model.io.store import rows
from model.io.store.database import WRITING, spoken
from model.io.store.drafts import Draft, draft_of, key_of
from model.io.store.opening import opened
from model.io.store.place import identity, unmoved
from model.io.store.tables import ScenarioRow
from model.io.store.versions import Conflict, Entry, Summary, Version

_PATIENCE = 10.0  # seconds


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Store:
    """Kept scenarios in the file at `path`, which is made, with its folder, where it does not exist.

    One store serves all threads of a process, and more processes may open the same file; after a fork, open another.
    What is returned has been committed to the disk. All methods raise `InputError` where the file cannot be used, or
    names a scenario or version that is not there; writing also where a name, note or content passes its limits. No two
    scenarios get one name, however they are saved: who asks for one that is taken gets `NameTaken`.
    `patience` is how many seconds a write waits for those of others.
    """

    __slots__ = ("_engine", "_identity", "_now", "path")

    def __init__(self, path: Path, *, patience: float = _PATIENCE, now: Callable[[], datetime] = _utc_now) -> None:
        self.path = path
        self._now = now
        self._engine = opened(path, patience)
        self._identity = identity(path)

    def close(self) -> None:
        """Let go of the file, once no thread uses the store any more."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def scenarios(self, *, archived: bool = False) -> list[Summary]:
        """Return the scenarios that are not archived, or those that are: the latest version of each, newest first."""
        with self.reading() as session:
            return [each for each in rows.summaries(session) if (each.archived is not None) == archived]

    def summary(self, ident: str) -> Summary:
        """Return one scenario as the list shows it, archived or not."""
        with self.reading() as session:
            rows.scenario_row(session, ident)
            return rows.summaries(session, ident)[0]

    def versions(self, ident: str) -> list[Entry]:
        """Return the history of a scenario, newest version first, without contents."""
        with self.reading() as session:
            return rows.history(session, rows.scenario_row(session, ident))

    def read_all(self, ident: str) -> list[Version]:
        """Return the history of a scenario, newest version first, with contents."""
        with self.reading() as session:
            return rows.whole_history(session, rows.scenario_row(session, ident))

    def read(self, ident: str, number: int | None = None) -> Version:
        """Return a version of a scenario with its content, the latest where no number is given."""
        with self.reading() as session:
            scenario = rows.scenario_row(session, ident)
            row = rows.latest_row(session, scenario) if number is None else rows.version_row(session, scenario, number)
            return rows.version_of(row, rows.content_of(session, row))

    def add(
        self, naam: str, content: Mapping[str, Any], *, note: str = "", dataset: str = "", fingerprint: str = ""
    ) -> Version:
        """Keep a new scenario and return its first version."""
        draft = draft_of(naam, content, note, dataset, fingerprint)
        ident, now = uuid.uuid4().hex, self.moment()
        with self.writing() as session:
            rows.own_name(session, ident, naam)
            session.add(ScenarioRow(id=ident, created=now, archived=None))
            session.flush()
            return rows.append(session, ident, draft, 1, based_on=None, saved=now)

    def save(
        self,
        ident: str,
        *,
        based_on: int,
        naam: str,
        content: Mapping[str, Any],
        note: str = "",
        dataset: str | None = None,
        fingerprint: str | None = None,
        over: bool = False,
    ) -> Version:
        """Keep a new version of a scenario that was opened at version `based_on`, and return it.

        Raises `Conflict` where others saved since, unless `over`: the new version then comes on top of theirs. Where
        it says nothing new, the latest version is returned and nothing is kept: the same name, content and dataset,
        and no note or the same one. Asking again after an answer that got lost is therefore harmless. `dataset` and
        `fingerprint` are those of `based_on` where they are not given.
        """
        draft = draft_of(naam, content, note, dataset or "", fingerprint or "")
        with self.writing() as session:
            scenario = rows.scenario_row(session, ident)
            base = rows.version_row(session, scenario, based_on)
            draft = replace(
                draft,
                dataset=base.dataset if dataset is None else dataset,
                fingerprint=base.fingerprint if fingerprint is None else fingerprint,
            )
            return self._on_top(session, scenario, draft, based_on, over=over)

    def restore(self, ident: str, number: int, *, seen: int, note: str = "") -> Version:
        """Keep an earlier version, its name included, as the newest, and return it.

        Raises `Conflict` where `seen` is not the latest. The version says which one it restores.
        """
        with self.writing() as session:
            scenario = rows.scenario_row(session, ident)
            rows.version_row(session, scenario, seen)
            earlier = rows.version_row(session, scenario, number)
            draft = replace(rows.draft_again(session, earlier, earlier.naam, note), restored=number)
            return self._on_top(session, scenario, draft, seen, over=False)

    def rename(self, ident: str, naam: str, *, seen: int | None = None, note: str = "") -> Version:
        """Keep the latest content under another name, as a new version.

        Raises `Conflict` where `seen` is given and is not the latest.
        """
        with self.writing() as session:
            scenario = rows.scenario_row(session, ident)
            latest = rows.latest_row(session, scenario)
            base = latest.number if seen is None else rows.version_row(session, scenario, seen).number
            return self._on_top(session, scenario, rows.draft_again(session, latest, naam, note), base, over=False)

    def archive(self, ident: str) -> None:
        """Take a scenario out of the list; nothing of it is lost. What was archived keeps its time."""
        now = self.moment()
        with self.writing() as session:
            row = rows.scenario_row(session, ident)
            row.archived = row.archived or now

    def unarchive(self, ident: str) -> None:
        """Put a scenario back in the list."""
        with self.writing() as session:
            rows.scenario_row(session, ident).archived = None

    def _on_top(self, session: Session, scenario: ScenarioRow, draft: Draft, based_on: int, *, over: bool) -> Version:
        latest = rows.latest_row(session, scenario)
        if rows.nothing_new(draft, latest):
            return rows.version_of(latest, rows.content_of(session, latest))
        if latest.number != based_on and not over:
            raise Conflict(rows.version_of(latest, rows.content_of(session, latest)), based_on)
        if key_of(draft.naam) != key_of(latest.naam):
            rows.own_name(session, scenario.id, draft.naam)
        return rows.append(session, scenario.id, draft, latest.number + 1, based_on=based_on, saved=self.moment())

    def moment(self) -> datetime:
        """Return the moment that it is, in UTC."""
        return self._now().astimezone(UTC)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session to read in."""
        unmoved(self.path, self._identity)
        with spoken(self.path), Session(self._engine) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Give a session to write in: all of it is kept at its end, or nothing."""
        unmoved(self.path, self._identity)
        with (
            spoken(self.path),
            Session(self._engine.execution_options(**{WRITING: True})) as session,
            session.begin(),
        ):
            yield session
