"""Totals that say what they rest on: at least so much, so many departments of so many, so many cells unknown.

A total is asked by table and grootheid, and optionally kostensoort and categorie; it adds up cells that are known and
comparable, never over tables or grootheden (tables cut across each other; commitments, spending and receipts are not
one kind of money), and never shares. Amounts cannot be negative, hence "at least". Every total keeps the cells it is
made of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import fsum
from typing import NamedTuple

from model.returns.basis import onbeantwoord
from model.returns.columns import KOLOMMEN
from model.returns.comparability import Oordeel, oordelen
from model.returns.edition import Editie, Sleutel
from model.returns.opgave import Opgave
from model.returns.ronde import Ronde

ALLE = ""
"""All kostensoorten or categorieen together."""


class Onoptelbaar(ValueError):
    """A total of what cannot be added up."""


class Vraag(NamedTuple):
    """What a total is of; an empty kostensoort or categorie means all of them."""

    tabel: str
    grootheid: str
    soort: str = ALLE
    categorie: str = ALLE

    def omvat(self, kind: Vraag) -> bool:
        """Return whether the cells of another total, or of one sort of row, are all in this one."""
        same = (kind.tabel, kind.grootheid) == (self.tabel, self.grootheid)
        return same and self.soort in (ALLE, kind.soort) and self.categorie in (ALLE, kind.categorie)


def vragen(editie: Editie) -> Iterator[Vraag]:
    """Yield every total that an edition has."""
    for tabel, namen in editie.tabellen.items():
        for naam in namen:
            grootheid = editie.grootheden[naam]
            if grootheid.optelbaar:
                soorten = (ALLE, *(editie.soorten if grootheid.soorten else ()))
                for soort, categorie in product(soorten, (ALLE, *grootheid.categorieen)):
                    yield Vraag(tabel, naam, soort, categorie)


def vragen_van(key: Sleutel) -> tuple[Vraag, ...]:
    """Return the totals in which the cells of a row stand, where they count."""
    soorten, categorieen = dict.fromkeys((ALLE, key.soort)), dict.fromkeys((ALLE, key.categorie))
    return tuple(Vraag(key.tabel, key.grootheid, *words) for words in product(soorten, categorieen))


@dataclass(frozen=True, slots=True)
class Groep:
    """The cells of one department that differ by post only, counted."""

    oordelen: tuple[Oordeel, ...]
    staten: Mapping[str, int]
    telt: int
    onvergelijkbaar: int
    som: float


@dataclass(frozen=True, slots=True)
class Telling:
    """All verdicts of a round, in groups by what is asked, column and department.

    `opgaven` are the returns, and of who did not answer what was sent. `geen` are the tables in which a department
    confirms that it has no posts, and has none. `fouten` are the departments with errors that are open.
    """

    ronde: Ronde
    opgaven: Mapping[str, Opgave]
    groepen: Mapping[tuple[Vraag, str], Mapping[str, Groep]]
    geen: frozenset[tuple[str, str]]
    fouten: frozenset[str]


def tel(ronde: Ronde, opgaven: Mapping[str, Opgave], fouten: frozenset[str] = frozenset()) -> Telling:
    """Return the count of a round; who did not answer left everything empty that it was sent."""
    found: dict[tuple[Vraag, str], dict[str, list[Oordeel]]] = {}
    geen = set()
    whole = {
        departement: opgaven.get(departement) or onbeantwoord(ronde, departement) for departement in ronde.departementen
    }
    for departement, opgave in whole.items():
        geen |= {(departement, tabel) for tabel in ronde.editie.tabellen if _geen(opgave, tabel)}
        for oordeel in oordelen(opgave, ronde):
            key = oordeel.sleutel
            group = Vraag(key.tabel, key.grootheid, key.soort, key.categorie), oordeel.kolom
            found.setdefault(group, {}).setdefault(departement, []).append(oordeel)
    groups = {key: {d: _groep(cells) for d, cells in per_dep.items()} for key, per_dep in found.items()}
    return Telling(ronde, whole, groups, frozenset(geen), fouten)


def _geen(opgave: Opgave, tabel: str) -> bool:
    return opgave.geen(tabel) and all(key[0] != tabel for key in opgave.posten)


def _groep(cells: list[Oordeel]) -> Groep:
    counted = [each.cel.waarde for each in cells if each.telt]
    states = Counter[str](each.cel.staat for each in cells)
    other = sum(bool(each.afwijkingen) and each.cel.bekend for each in cells)
    return Groep(tuple(cells), states, len(counted), other, fsum(counted))


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
        return fsum(groep.som for groep in self.groepen)

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
        return fsum(groep.som for deel in self.delen.values() for groep in deel.groepen)

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
