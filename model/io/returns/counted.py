"""The cells of a round row by row, with the verdict on each and where it stands: what every total is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import NamedTuple

from model.io.returns.merged import Bijeen, Uitslag
from model.returns.columns import KOLOMMEN
from model.returns.comparability import Oordeel
from model.returns.edition import Editie, Sleutel
from model.returns.edits import Plek
from model.returns.opgave import Opgave, Post
from model.returns.telling import Vraag
from model.returns.terms import STATEN
from model.returns.undecided import open_kolommen
from model.text import Language, Text

ALLES = "alle"
_DECIDED, _CONFLICT = Text("besluit", "decision"), Text("conflict", "conflict")
_OTHER = Text("{naam}: {gegeven}, gevraagd {gevraagd}", "{naam}: {gegeven}, asked {gevraagd}")


class Bron(NamedTuple):
    """Where a figure stands: a file, and sheet and cell in it."""

    bestand: str
    adres: str


@dataclass(frozen=True, slots=True)
class Rij:
    """A row of a department with the verdict on each of its cells, and for each where it stands.

    `conflicten` are the columns of which its files say different things.
    """

    departement: str
    post: Post
    sleutel: Sleutel
    oordelen: Mapping[str, Oordeel]
    bronnen: Mapping[str, tuple[Bron, ...]]
    conflicten: frozenset[str] = frozenset()


def rijen(uitslag: Uitslag) -> Iterator[Rij]:
    """Yield the rows of every department in the order in which they were sent."""
    found: dict[str, dict[Sleutel, dict[str, Oordeel]]] = {d: {} for d in uitslag.ronde.departementen}
    for (_, kolom), per_departement in uitslag.telling.groepen.items():
        for departement, groep in per_departement.items():
            for oordeel in groep.oordelen:
                found[departement].setdefault(oordeel.sleutel, {})[kolom] = oordeel
    for departement, rows in found.items():
        opgave, bijeen = uitslag.telling.opgaven[departement], uitslag.departementen.get(departement)
        order = _order(opgave, uitslag.ronde.editie)
        decided = uitslag.besluiten.get(departement, {})
        open_ = open_kolommen(bijeen.samenvoeging) if bijeen is not None else _nothing
        for key in sorted(rows, key=lambda key: (order.get(key, len(order)), key)):
            post = opgave.posten.get((key.tabel, key.post)) or Post(key.tabel, key.post)
            sources = {} if bijeen is None else dict(_sources(bijeen, key, rows[key], decided))
            yield Rij(departement, post, key, rows[key], sources, open_(key))


def _nothing(_: Sleutel) -> frozenset[str]:
    return frozenset()


def _order(opgave: Opgave, editie: Editie) -> Mapping[Sleutel, int]:
    numbers = count()
    return {key: next(numbers) for tabel, ident in opgave.posten for key in editie.regels(tabel, ident)}


def _sources(
    bijeen: Bijeen, key: Sleutel, oordelen: Mapping[str, Oordeel], decided: Mapping[Plek, object]
) -> Iterator[tuple[str, tuple[Bron, ...]]]:
    """Yield for each column the cells of files that say what stands there; where none does, it was decided."""
    said = [
        (each.bestand, each.opgave.regels[key].voluit)
        for each in bijeen.inzendingen
        if each.opgave is not None and key in each.opgave.regels
    ]
    places = {each.bestand: each.plaatsen.get(key.tekst()) for each in bijeen.inzendingen}
    for kolom, oordeel in oordelen.items():
        at = KOLOMMEN.index(kolom)
        found = [
            Bron(bestand, place.adres(kolom))
            for bestand, cells in said
            if cells[at] == oordeel.cel and (place := places[bestand]) is not None
        ]
        if not found and Plek("regel", tuple(key), kolom) in decided:
            found = [Bron(_DECIDED.nl, "")]
        yield kolom, tuple(found)


def totaal_van(vraag: Vraag) -> str:
    """Return by what a total is known in every table that is about it, before its year."""
    return "/".join((vraag.tabel, vraag.grootheid, vraag.soort or ALLES, vraag.categorie or ALLES))


def redenen(row: Rij, oordeel: Oordeel, language: Language) -> str:
    """Return why a cell does not count; nothing where it does."""
    if oordeel.telt:
        return ""
    if oordeel.kolom in row.conflicten:
        return _CONFLICT.say(language)
    if not oordeel.cel.bekend:
        return STATEN["ontbreekt"].naam.say(language)
    return "; ".join(_OTHER.say(language, naam=each.naam, **each._asdict()) for each in oordeel.afwijkingen)
