"""A return: what one department, or one of its directorates, says; cells with a state, not numbers alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from model.returns.columns import KOLOMMEN
from model.returns.edition import Sleutel
from model.returns.fields import geen
from model.returns.terms import Staat


class Cel(NamedTuple):
    """What a cell says: its state, and with `waarde` a number in the unit of its row (0.0 otherwise)."""

    staat: Staat
    waarde: float = 0.0

    @property
    def bekend(self) -> bool:
        """Return whether the cell answers the question: with a number, or with the word that there is none."""
        return self.staat != "ontbreekt"


ONTBREEKT, NIHIL, NVT = Cel("ontbreekt"), Cel("nihil"), Cel("nvt")


def waarde(bedrag: float) -> Cel:
    """Return the cell of a number; a nought that was typed is nihil."""
    return Cel("waarde", bedrag) if bedrag else NIHIL


@dataclass(frozen=True, slots=True)
class Post:
    """What is asked about: a row of the sheet of posts, with its fields in words."""

    tabel: str
    ident: str
    velden: Mapping[str, str] = field(default_factory=dict)

    @property
    def naam(self) -> str:
        """Return what people call it."""
        return self.velden.get("naam", self.ident)

    @property
    def artikel(self) -> str:
        """Return its budget article."""
        return self.velden.get("artikel", "")


@dataclass(frozen=True, slots=True)
class Regel:
    """A row: a cell for each column, and its fields in words."""

    cellen: tuple[Cel, ...] = (ONTBREEKT,) * len(KOLOMMEN)
    velden: Mapping[str, str] = field(default_factory=dict)

    @property
    def voluit(self) -> tuple[Cel, ...]:
        """Return the cells; what holds for the whole row holds for its empty ones."""
        geheel = _GEHEEL.get(self.velden.get("geheel", ""))
        return tuple(geheel if cel == ONTBREEKT else cel for cel in self.cellen) if geheel else self.cellen

    def cel(self, kolom: str) -> Cel:
        """Return what a column says; what holds for the whole row holds for its empty cells."""
        return self.voluit[KOLOMMEN.index(kolom)]


_GEHEEL = {"nihil": NIHIL, "nvt": NVT}


@dataclass(frozen=True, slots=True)
class Herkomst:
    """Which template a return was made from, and by whom it came: `basis` is the version that was sent."""

    editie: str
    ronde: str
    departement: str
    basis: str = ""
    directie: str = ""
    wanneer: str = ""
    bestand: str = ""


@dataclass(frozen=True, slots=True)
class Opgave:
    """A whole return; rows and posts by their key, in the order in which they were sent."""

    herkomst: Herkomst
    posten: Mapping[tuple[str, str], Post]
    regels: Mapping[Sleutel, Regel]
    aftekening: Mapping[str, str] = field(default_factory=dict)

    def geen(self, tabel: str) -> bool:
        """Return whether it confirms that there are no posts in a table: known and complete, with nothing in it."""
        return self.aftekening.get(geen(tabel)) == "nihil"
