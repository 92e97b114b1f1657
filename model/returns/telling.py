"""What a round answers, counted: the verdicts of all cells, in groups by what is asked, column and department.

What is asked is a table and grootheid, and optionally a kostensoort and categorie: `Vraag`. Groups are never of several
tables or grootheden, for those are never added up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import fsum
from typing import NamedTuple

from model.returns.basis import onbeantwoord
from model.returns.comparability import Oordeel, oordelen
from model.returns.edition import Editie, Sleutel
from model.returns.opgave import Opgave
from model.returns.ronde import Ronde

_DECIMALS = 6
ALLE = ""
"""All kostensoorten or categorieen together."""


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


def som(amounts: Iterable[float]) -> float:
    """Return the sum of amounts without the noise of adding fractions."""
    return round(fsum(amounts), _DECIMALS)


def _geen(opgave: Opgave, tabel: str) -> bool:
    return opgave.geen(tabel) and all(key[0] != tabel for key in opgave.posten)


def _groep(cells: list[Oordeel]) -> Groep:
    counted = [each.cel.waarde for each in cells if each.telt]
    states = Counter[str](each.cel.staat for each in cells)
    other = sum(bool(each.afwijkingen) and each.cel.bekend for each in cells)
    return Groep(tuple(cells), states, len(counted), other, som(counted))
