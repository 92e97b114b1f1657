"""Totals that say what they rest on: at least so much, so many departments of so many, so many cells unknown.

A total is asked by table and grootheid, and optionally kostensoort and categorie; it adds up cells that are known and
comparable, never over tables or grootheden (tables cut across each other; commitments, spending and receipts are not
one kind of money). Amounts cannot be negative, hence "at least". Every total keeps the cells it is made of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from model.returns.columns import KOLOMMEN
from model.returns.comparability import Oordeel, oordelen
from model.returns.edition import Sleutel
from model.returns.opgave import Opgave
from model.returns.ronde import Ronde


class Vraag(NamedTuple):
    """What a total is of; an empty kostensoort or categorie means all of them."""

    tabel: str
    grootheid: str
    soort: str = ""
    categorie: str = ""

    def past(self, key: Sleutel) -> bool:
        """Return whether a row is part of the total."""
        return (
            (key.tabel, key.grootheid) == (self.tabel, self.grootheid)
            and self.soort in ("", key.soort)
            and self.categorie in ("", key.categorie)
        )


class Cijfer(NamedTuple):
    """A cell behind a total, and whose it is."""

    departement: str
    oordeel: Oordeel


@dataclass(frozen=True, slots=True)
class Totaal:
    """A total of one column: `minstens` in the unit of its grootheid, and what it rests on.

    `volledig` are the departments all of whose cells count, `deels` those of which some do, `zonder` those of which
    none does; `onbekend` counts the cells that are missing, `onvergelijkbaar` those that are known but not comparable.
    """

    vraag: Vraag
    kolom: str
    minstens: float
    volledig: tuple[str, ...]
    deels: tuple[str, ...]
    zonder: tuple[str, ...]
    onbekend: int
    onvergelijkbaar: int
    cijfers: tuple[Cijfer, ...]

    @property
    def heel(self) -> bool:
        """Return whether nothing is missing, so that `minstens` is the total."""
        return not self.deels and not self.zonder


def totaal(vraag: Vraag, kolom: str, verdicts: Mapping[str, Sequence[Oordeel]]) -> Totaal:
    """Return one total; `verdicts` are those of each department that must answer, none for who did not."""
    cells = {
        departement: [each for each in oordelen if each.kolom == kolom and vraag.past(each.sleutel)]
        for departement, oordelen in verdicts.items()
    }
    counted = {departement: [each for each in found if each.telt] for departement, found in cells.items()}
    whole = tuple(d for d, found in cells.items() if found and len(counted[d]) == len(found))
    none = tuple(d for d in cells if not counted[d])
    figures = [Cijfer(d, each) for d, found in cells.items() for each in found]
    return Totaal(
        vraag, kolom,
        sum(each.cel.waarde for found in counted.values() for each in found),
        whole,
        tuple(d for d in cells if d not in whole and d not in none),
        none,
        sum(not cijfer.oordeel.cel.bekend for cijfer in figures),
        sum(cijfer.oordeel.cel.bekend and bool(cijfer.oordeel.afwijkingen) for cijfer in figures),
        tuple(figures),
    )  # fmt: skip


def verdicts_of(ronde: Ronde, opgaven: Mapping[str, Opgave]) -> Mapping[str, tuple[Oordeel, ...]]:
    """Return the verdicts on every cell of each department that must answer; none for who did not answer."""
    return {
        departement: tuple(oordelen(opgaven[departement], ronde)) if departement in opgaven else ()
        for departement in ronde.departementen
    }


class Dekkingsgraad(NamedTuple):
    """How complete a department is in a table and column: cells by state, and those that count."""

    departement: str
    tabel: str
    kolom: str
    staten: Mapping[str, int]
    telt: int
    cellen: int


def volledigheid(ronde: Ronde, verdicts: Mapping[str, Sequence[Oordeel]]) -> Iterator[Dekkingsgraad]:
    """Yield the completeness of each department, table and column."""
    for departement, found in verdicts.items():
        for tabel in ronde.editie.tabellen:
            for kolom in KOLOMMEN:
                cells = [each for each in found if each.sleutel.tabel == tabel and each.kolom == kolom]
                states = {staat: sum(each.cel.staat == staat for each in cells) for staat in _STATEN}
                yield Dekkingsgraad(departement, tabel, kolom, states, sum(each.telt for each in cells), len(cells))


_STATEN = ("waarde", "nihil", "nvt", "ontbreekt")
