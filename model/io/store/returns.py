"""What is kept of a round of the return: the files that came back, and decisions about what they contradict."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from model.errors import InputError, Issue, Place, figure, shown
from model.io.store.store import Store
from model.io.store.tables import DecisionRow, ReturnedContentRow, ReturnedRow

MAX_NAME, MAX_REASON = 200, 2_000


@dataclass(frozen=True, slots=True)
class Ontvangen:
    """A file that came back; withdrawn, it counts no more but stays. Moments are in UTC."""

    naam: str
    digest: str
    ontvangen: datetime
    ingetrokken: datetime | None = None


@dataclass(frozen=True, slots=True)
class Beslissing:
    """What someone decided of a place in a department's return, in words; `keuze` is None where it was taken back."""

    departement: str
    plek: str
    keuze: str | None
    door: str
    wanneer: datetime
    reden: str


class Rondearchief:
    """The files and decisions of one round, in a store. Methods raise `InputError` as those of the store do."""

    __slots__ = ("_store", "ronde")

    def __init__(self, store: Store, ronde: str) -> None:
        self._store, self.ronde = store, ronde

    def bestanden(self) -> list[Ontvangen]:
        """Return the files that came back, in the order in which they did, withdrawn ones too."""
        chosen = select(ReturnedRow).where(ReturnedRow.ronde == self.ronde).order_by(ReturnedRow.sequence)
        with self._store.reading() as session:
            return [_received(row) for row in session.scalars(chosen)]

    def inhoud(self, digest: str) -> bytes:
        """Return the bytes of a file that came back."""
        with self._store.reading() as session:
            return session.scalars(
                select(ReturnedContentRow.content).where(
                    ReturnedContentRow.digest == _row(session, self, digest).digest
                )
            ).one()

    def bewaar(self, naam: str, raw: bytes) -> Ontvangen:
        """Keep a file and return it; the same bytes are kept once, under the name that they came with first.

        Another file of the same name gets a number behind it: of every figure it must be told in which file it stands.
        """
        digest, now = digest_van(raw), self._store.moment()
        with self._store.writing() as session:
            known = _rows(session, self.ronde)
            same = next((row for row in known if row.digest == digest), None)
            if same is not None:
                return _received(same)
            content = insert(ReturnedContentRow).values(digest=digest, content=raw)
            session.execute(content.on_conflict_do_nothing())
            name = _free(naam, {row.naam.casefold() for row in known})
            row = ReturnedRow(ronde=self.ronde, digest=digest, naam=name, received=now, withdrawn=None)
            session.add(row)
            session.flush()
            return _received(row)

    def trek_in(self, digest: str, *, terug: bool = False) -> None:
        """Withdraw a file, or put it back; what was withdrawn keeps its time."""
        now = self._store.moment()
        with self._store.writing() as session:
            row = _row(session, self, digest)
            row.withdrawn = None if terug else row.withdrawn or now

    def beslissingen(self) -> list[Beslissing]:
        """Return every decision that was taken or taken back, the oldest first; of one place the last counts."""
        chosen = select(DecisionRow).where(DecisionRow.ronde == self.ronde).order_by(DecisionRow.sequence)
        with self._store.reading() as session:
            return [_decided(row) for row in session.scalars(chosen)]

    def beslis(self, departement: str, keuzes: Mapping[str, str | None], door: str, reden: str) -> None:
        """Keep a decision for each place, or with no choice that it was taken back; all of them or none.

        Raises `InputError` where nobody took them.
        """
        if issues := list(_issues(departement, door, reden)):
            raise InputError(issues)
        now = self._store.moment()
        with self._store.writing() as session:
            for plek, keuze in keuzes.items():
                session.add(
                    DecisionRow(
                        ronde=self.ronde, departement=departement, place=plek, choice=keuze, by=door, decided=now,
                        reason=reden,
                    )
                )  # fmt: skip


def digest_van(raw: bytes) -> str:
    """Return what tells a file from another: the SHA-256 of its bytes."""
    return hashlib.sha256(raw).hexdigest()


def _rows(session: Session, ronde: str) -> Sequence[ReturnedRow]:
    return session.scalars(select(ReturnedRow).where(ReturnedRow.ronde == ronde)).all()


def _row(session: Session, archief: Rondearchief, digest: str) -> ReturnedRow:
    chosen = select(ReturnedRow).where(ReturnedRow.ronde == archief.ronde, ReturnedRow.digest == digest)
    row = session.scalars(chosen).one_or_none()
    if row is None:
        raise InputError([Issue("opgave-onbekend", Place(shown(digest)))])
    return row


def _free(naam: str, taken: set[str]) -> str:
    stem, suffix = PurePath(naam).stem, PurePath(naam).suffix
    name, number = naam, 1
    while name.casefold() in taken:
        number += 1
        name = f"{stem} ({number}){suffix}"
    return name


def _issues(departement: str, door: str, reden: str) -> Iterable[Issue]:
    if not door.strip():
        yield Issue("besluit-zonder-naam", Place(shown(departement)))
    for word, text, limit in (("door", door, MAX_NAME), ("reden", reden, MAX_REASON)):
        if len(text) > limit:
            values = {"found": figure(len(text)), "expected": figure(limit)}
            yield Issue("bewaren-te-lang", Place(shown(departement), path=word), values)


def _received(row: ReturnedRow) -> Ontvangen:
    return Ontvangen(row.naam, row.digest, row.received, row.withdrawn)


def _decided(row: DecisionRow) -> Beslissing:
    return Beslissing(row.departement, row.place, row.choice, row.by, row.decided, row.reason)
