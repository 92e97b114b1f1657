"""The return beside the budget, the Rijks ICT-dashboard and the JBR: what fits, and by name what does not.

Each looks at one table only: the budget and the JBR at budget lines, the dashboard at ICT activities. Source: letter to
parliament of December 2023: these three "bevatten verschillende gegevens en zijn niet altijd goed aan elkaar te
relateren".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Literal, NamedTuple

from model.returns.comparability import Oordeel
from model.returns.ronde import Ronde
from model.returns.telling import Telling, Vraag
from model.returns.voortgang import AFRONDING, sluit
from model.text import Text

Bron = Literal["begroting", "dashboard", "jbr"]
BRONNEN: Mapping[Bron, Text] = {
    "begroting": Text("begroting", "budget"),
    "dashboard": Text("Rijks ICT-dashboard", "Rijks ICT-dashboard"),
    "jbr": Text("JBR", "JBR"),
}

Uitkomst = Literal["sluit", "bedrag", "onvolledig", "niet-vergelijkbaar", "alleen-elders", "alleen-opgave"]
UITKOMSTEN: Mapping[Uitkomst, Text] = {
    "sluit": Text("sluit aan", "reconciles"),
    "bedrag": Text("ander bedrag", "other amount"),
    "onvolledig": Text("opgave niet volledig", "return not complete"),
    "niet-vergelijkbaar": Text("niet vergelijkbaar", "not comparable"),
    "alleen-elders": Text("niet in de opgave", "not in the return"),
    "alleen-opgave": Text("alleen in de opgave", "in the return only"),
}

NIET = frozenset({"", "n.v.t.", "nvt", "n/a"})
"""What stands in the fields `dashboard` and `jbr` of a post that is in neither."""


@dataclass(frozen=True, slots=True)
class Aansluiting:
    """One figure of another overview beside what the return says of it; None where one of both has none.

    `naam` is the article, activity or line; `opgave` adds up what is known, comparable or not; it is unknown, never
    nought, where nothing is.
    """

    departement: str
    bron: Bron
    naam: str
    grootheid: str
    kolom: str
    opgave: float | None
    elders: float | None
    uitkomst: Uitkomst
    referentie: str

    @property
    def verschil(self) -> float | None:
        """Return the return's figure less the other one."""
        return None if self.opgave is None or self.elders is None else self.opgave - self.elders


class _Gezegd(NamedTuple):
    """What another overview says, and how the return should compare with it."""

    naam: str
    grootheid: str
    kolom: str
    bedrag: float
    toets: str
    referentie: str


class Plaats(NamedTuple):
    """Where the return says something of an overview: a table, and the field that names what is in it."""

    tabel: str
    veld: str


PLAATSEN: Mapping[Bron, Plaats] = {
    "begroting": Plaats("begroting", "artikel"),
    "dashboard": Plaats("activiteit", "dashboard"),
    "jbr": Plaats("begroting", "jbr"),
}


def aansluiting(telling: Telling) -> Iterator[Aansluiting]:
    """Yield every figure of budget, dashboard and JBR beside the return, and what stands in the return only.

    Of the budget articles that have no control total nothing is said: a round need not give them all.
    """
    for departement in telling.ronde.departementen:
        for bron in BRONNEN:
            yield from _beside(telling, departement, bron, list(_said(telling.ronde, departement, bron)))


def _said(ronde: Ronde, departement: str, bron: Bron) -> Iterator[_Gezegd]:
    if bron == "begroting":
        for each in ronde.controles.get(departement, ()):
            yield _Gezegd(each.artikel, each.grootheid, each.kolom, each.bedrag, each.toets, each.referentie)
        return
    for other in (ronde.dashboard if bron == "dashboard" else ronde.jbr).get(departement, ()):
        yield _Gezegd(other.naam, "uitgaven", other.kolom, other.bedrag, "gelijk", other.referentie)


def _beside(telling: Telling, departement: str, bron: Bron, said: Sequence[_Gezegd]) -> Iterator[Aansluiting]:
    of_column = {
        (g, kolom): _by_name(telling, departement, bron, g, kolom)
        for g, kolom in dict.fromkeys((each.grootheid, each.kolom) for each in said)
    }
    for each in said:
        cells = of_column[each.grootheid, each.kolom].get(plain(each.naam), [])
        known = [oordeel.cel.waarde for oordeel in cells if oordeel.cel.bekend]
        found = fsum(known) if known else None
        yield Aansluiting(
            departement,
            bron,
            each.naam,
            each.grootheid,
            each.kolom,
            found,
            each.bedrag,
            _outcome(cells, each),
            each.referentie,
        )
    if bron == "begroting":
        return
    for (grootheid, kolom), named in of_column.items():
        there = {plain(each.naam) for each in said if each.kolom == kolom}
        for naam, cells in named.items():
            amount = fsum(oordeel.cel.waarde for oordeel in cells)
            if naam not in there and amount > AFRONDING:
                yield Aansluiting(departement, bron, naam, grootheid, kolom, amount, None, "alleen-opgave", "")


def _by_name(telling: Telling, departement: str, bron: Bron, grootheid: str, kolom: str) -> dict[str, list[Oordeel]]:
    """Return the cells of a department's posts by what the posts say that they are in the other overview."""
    tabel, veld = PLAATSEN[bron]
    asked, posts = Vraag(tabel, grootheid), telling.opgaven[departement].posten
    found: dict[str, list[Oordeel]] = {}
    for (kind, k), per_departement in telling.groepen.items():
        if k == kolom and asked.omvat(kind) and departement in per_departement:
            for oordeel in per_departement[departement].oordelen:
                naam = plain(posts[tabel, oordeel.sleutel.post].velden.get(veld, ""))
                if naam not in NIET:
                    found.setdefault(naam, []).append(oordeel)
    return found


def plain(naam: str) -> str:
    """Return a name as it is compared."""
    return naam.strip().casefold()


def _outcome(cells: Sequence[Oordeel], said: _Gezegd) -> Uitkomst:
    """Return how the return compares; missing cells explain too little, never too much."""
    if not cells:
        return "alleen-elders"
    difference = fsum(each.cel.waarde for each in cells) - said.bedrag
    if any(each.afwijkingen and each.cel.bekend for each in cells):
        return "niet-vergelijkbaar"
    if difference < AFRONDING and not all(each.cel.bekend for each in cells):
        return "onvolledig"
    return "sluit" if sluit(said.toets, difference) else "bedrag"
