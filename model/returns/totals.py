"""Totals that say what they rest on: at least so much, so many departments of so many, so many cells unknown.

A total is asked by table and grootheid, and optionally kostensoort and categorie; it adds up cells that are known and
comparable, never over tables or grootheden (tables cut across each other; commitments, spending and receipts are not
one kind of money), and never shares. Amounts cannot be negative, hence "at least". Every total keeps the cells it is
made of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from model.returns.columns import KOLOMMEN
from model.returns.comparability import Oordeel
from model.returns.telling import Groep, Telling, Vraag, som, vragen


class Onoptelbaar(ValueError):
    """A total of what cannot be added up."""


class Cijfer(NamedTuple):
    """A cell behind a total, and whose it is."""

    departement: str
    oordeel: Oordeel


@dataclass(frozen=True, slots=True)
class Deel:
    """What one department says of a total, in the unit of its grootheid; `geen`: it has no posts in the table."""

    groepen: tuple[Groep, ...]
    geen: bool

    @property
    def minstens(self) -> float:
        """Return the sum of the cells that count."""
        return som(groep.som for groep in self.groepen)

    @property
    def cellen(self) -> int:
        """Return how many cells it is asked for, and others that it gave."""
        return sum(len(groep.oordelen) for groep in self.groepen)

    @property
    def telt(self) -> int:
        """Return how many of them count."""
        return sum(groep.telt for groep in self.groepen)

    @property
    def heel(self) -> bool:
        """Return whether nothing is missing, so that `minstens` is what the department has."""
        return self.telt == self.cellen if self.cellen else self.geen


@dataclass(frozen=True, slots=True)
class Totaal:
    """A total of one column, with what each department that must answer says of it.

    `fouten` are those that count in it and have errors that are open.
    """

    vraag: Vraag
    kolom: str
    delen: Mapping[str, Deel]
    fouten: tuple[str, ...]

    @property
    def minstens(self) -> float:
        """Return the sum of all cells that count, in the unit of the grootheid."""
        return som(groep.som for deel in self.delen.values() for groep in deel.groepen)

    @property
    def volledig(self) -> tuple[str, ...]:
        """Return the departments of which nothing is missing."""
        return tuple(departement for departement, deel in self.delen.items() if deel.heel)

    @property
    def deels(self) -> tuple[str, ...]:
        """Return the departments of which some cells count and others do not."""
        return tuple(departement for departement, deel in self.delen.items() if 0 < deel.telt < deel.cellen)

    @property
    def zonder(self) -> tuple[str, ...]:
        """Return the departments of which no cell counts, and that have not confirmed that they have none."""
        return tuple(departement for departement, deel in self.delen.items() if not deel.telt and not deel.heel)

    @property
    def heel(self) -> bool:
        """Return whether nothing is missing, so that `minstens` is the total."""
        return all(deel.heel for deel in self.delen.values())

    @property
    def cellen(self) -> int:
        """Return how many cells are asked, and others that were given."""
        return sum(deel.cellen for deel in self.delen.values())

    @property
    def onbekend(self) -> int:
        """Return how many cells are missing."""
        return sum(groep.staten["ontbreekt"] for deel in self.delen.values() for groep in deel.groepen)

    @property
    def onvergelijkbaar(self) -> int:
        """Return how many cells are known but not comparable."""
        return sum(groep.onvergelijkbaar for deel in self.delen.values() for groep in deel.groepen)

    @property
    def cijfers(self) -> Iterator[Cijfer]:
        """Yield the cells that are asked, those that count and those that do not."""
        for departement, deel in self.delen.items():
            for groep in deel.groepen:
                yield from (Cijfer(departement, oordeel) for oordeel in groep.oordelen)


def totaal(telling: Telling, vraag: Vraag, kolom: str) -> Totaal:
    """Return one total; raise `Onoptelbaar` for a share."""
    if not telling.ronde.editie.grootheden[vraag.grootheid].optelbaar:
        raise Onoptelbaar(vraag.grootheid)
    found = [group for (kind, k), group in telling.groepen.items() if k == kolom and vraag.omvat(kind)]
    delen = {
        departement: Deel(
            tuple(group[departement] for group in found if departement in group),
            (departement, vraag.tabel) in telling.geen,
        )
        for departement in telling.ronde.departementen
    }
    wrong = tuple(departement for departement, deel in delen.items() if deel.telt and departement in telling.fouten)
    return Totaal(vraag, kolom, delen, wrong)


def totalen(telling: Telling) -> Iterator[Totaal]:
    """Yield every total of a round."""
    for vraag in vragen(telling.ronde.editie):
        for kolom in KOLOMMEN:
            yield totaal(telling, vraag, kolom)
