"""How far a return is: what is missing, where a reason is asked, and whether it fits the department's own budget.

The workbook that a department fills in shows the same by formulas; a test holds the two against each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from math import fsum
from typing import NamedTuple

from model.returns.columns import KOLOMMEN
from model.returns.edition import Sleutel
from model.returns.fields import AFTEKENING, POST_VELDEN
from model.returns.opgave import Cel, Opgave, Post, Regel
from model.returns.ronde import Controletotaal, Ronde, Samen

# How far amounts may be from a control total: budgets are printed in whole thousands of euros.
AFRONDING = 0.5

Vorige = Mapping[tuple[Sleutel, str], Cel]


class Controle(NamedTuple):
    """A control total held against the rows of its article: their sum, the difference, and whether they fit."""

    totaal: Controletotaal
    opgave: float
    verschil: float
    sluit: bool


def ontbreekt(regel: Regel) -> int:
    """Return how many cells of a row are not known yet."""
    return sum(not cel.bekend for cel in regel.voluit)


def verschillen(key: Sleutel, regel: Regel, vorige: Vorige, ronde: Ronde) -> dict[str, float]:
    """Return by how much columns of a row moved since last round, where that is so much that a reason is asked."""
    found = {}
    for kolom, cel in zip(KOLOMMEN, regel.voluit, strict=True):
        was = vorige.get((key, kolom))
        if was is not None and was.bekend and cel.bekend and ronde.bewogen(key, was.waarde, cel.waarde):
            found[kolom] = cel.waarde - was.waarde
    return found


def post_ontbreekt(post: Post) -> int:
    """Return how many fields of a post are missing: an own definition needs an explanation."""
    missing = sum(veld.verplicht and not post.velden.get(veld.ident) for veld in POST_VELDEN)
    return missing + (post.velden.get("definitie") == "eigen" and not post.velden.get("toelichting"))


def telling(opgave: Opgave) -> Counter[tuple[str, str, str]]:
    """Return how many cells there are by table, column and state."""
    return Counter(
        (key.tabel, kolom, cel.staat)
        for key, regel in opgave.regels.items()
        for kolom, cel in zip(KOLOMMEN, regel.voluit, strict=True)
    )


def redenen(opgave: Opgave, ronde: Ronde) -> Counter[tuple[str, str]]:
    """Return by table and column how many cells moved so much that a reason is asked, where none is given."""
    vorige = ronde.vorige.get(opgave.herkomst.departement, {})
    return Counter(
        (key.tabel, kolom)
        for key, regel in opgave.regels.items()
        if not regel.velden.get("reden")
        for kolom in verschillen(key, regel, vorige, ronde)
    )


def samen_gevraagd(opgave: Opgave, ronde: Ronde) -> Iterator[tuple[Samen, float]]:
    """Yield figures of several rows together that moved so much that a reason is asked, and none of the rows gives.

    By how much is said with them; nothing of rows of which a cell is missing, or that are not there.
    """
    for each in ronde.samen.get(opgave.herkomst.departement, ()):
        rows = [opgave.regels[key] for key in each.sleutels if key in opgave.regels]
        cells, was = [regel.cel(each.kolom) for regel in rows], each.cel.waarde
        if len(rows) < len(each.sleutels) or not all(cel.bekend for cel in cells):
            continue
        now = fsum(cel.waarde for cel in cells)
        if ronde.bewogen(each.sleutels[0], was, now) and not any(regel.velden.get("reden") for regel in rows):
            yield each, now - was


def controles(opgave: Opgave, ronde: Ronde) -> Iterator[Controle]:
    """Yield each control total of the department, held against its budget lines; other tables cut across these."""
    for totaal in ronde.controles.get(opgave.herkomst.departement, ()):
        found = sum(
            regel.cel(totaal.kolom).waarde
            for key, regel in opgave.regels.items()
            if (key.tabel, key.grootheid) == ("begroting", totaal.grootheid)
            and opgave.posten[key.tabel, key.post].artikel == totaal.artikel
        )
        yield Controle(totaal, found, found - totaal.bedrag, sluit(totaal.toets, found - totaal.bedrag))


def sluit(toets: str, verschil: float) -> bool:
    """Return whether a difference with a control total (rows less total) is as its test asks."""
    too_low, too_high = verschil < -AFRONDING, verschil > AFRONDING
    return not {"gelijk": too_low or too_high, "minstens": too_low, "hoogstens": too_high}[toets]


def aftekening_ontbreekt(opgave: Opgave, ronde: Ronde) -> int:
    """Return how many fields of the sign-off are missing; a table without posts has to be confirmed."""
    missing = sum(veld.verplicht and not opgave.aftekening.get(veld.ident) for veld in AFTEKENING)
    empty = [tabel for tabel in ronde.editie.tabellen if all(key[0] != tabel for key in opgave.posten)]
    return missing + sum(not opgave.geen(tabel) for tabel in empty)
