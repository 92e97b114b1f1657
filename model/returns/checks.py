"""What is wrong or odd with what a return says: its sign-off, control totals, posts and rows.

Errors must be mended. What is odd (a warning or a question) may be explained by the department, in a row's remark or a
post's explanation: the finding is then kept with that explanation and is closed.
"""

from __future__ import annotations

from collections.abc import Iterator

from model.errors import figure
from model.returns.article_checks import artikel_bevindingen
from model.returns.bevinding import Bevinding
from model.returns.columns import kop
from model.returns.edition import Sleutel, rij_woorden
from model.returns.edits import Plek, plek_van_controle
from model.returns.fields import geen
from model.returns.link_checks import koppeling_bevindingen
from model.returns.listed import moved
from model.returns.opgave import Opgave, Regel
from model.returns.outturn_checks import realisatie_bevindingen
from model.returns.post_checks import post_bevindingen
from model.returns.ronde import Ronde
from model.returns.row_checks import regel_bevindingen
from model.returns.shift_checks import verschuiving_bevindingen
from model.returns.sign_checks import aftekening_bevindingen
from model.returns.sum_checks import som_bevindingen
from model.returns.terms import TABELLEN
from model.returns.voortgang import controles, samen_gevraagd
from model.text import Text
from model.words import TOETSEN


def bevindingen(opgave: Opgave, ronde: Ronde) -> Iterator[Bevinding]:
    """Yield everything that is found in what a return says: of the whole, then post by post with its rows."""
    yield from _signed(opgave, ronde)
    yield from _edition(opgave, ronde)
    yield from _controls(opgave, ronde)
    yield from _together(opgave, ronde)
    yield from koppeling_bevindingen(opgave, ronde)
    yield from artikel_bevindingen(opgave, ronde)
    yield from realisatie_bevindingen(opgave, ronde)
    yield from verschuiving_bevindingen(opgave, ronde)
    vorige = ronde.vorige.get(opgave.herkomst.departement, {})
    rows: dict[tuple[str, str], dict[Sleutel, Regel]] = {}
    for key, regel in opgave.regels.items():
        if ronde.editie.kent(key):
            rows.setdefault((key.tabel, key.post), {})[key] = regel
    for where, post in opgave.posten.items():
        of_post = rows.get(where, {})
        yield from post_bevindingen(post, of_post, ronde)
        yield from som_bevindingen(of_post, ronde)
        for key, regel in of_post.items():
            yield from regel_bevindingen(key, regel, ronde, vorige)


def _signed(opgave: Opgave, ronde: Ronde) -> Iterator[Bevinding]:
    yield from aftekening_bevindingen(opgave, ronde)
    for tabel in ronde.editie.tabellen:
        place, count = Plek("aftekening", (), geen(tabel)), sum(key[0] == tabel for key in opgave.posten)
        if not count and not opgave.geen(tabel):
            yield Bevinding("inhoud-tabel-niet-bevestigd", "fout", place, {"table": TABELLEN[tabel].naam})
        if count and opgave.geen(tabel):
            said = {"table": TABELLEN[tabel].naam, "count": figure(count)}
            yield Bevinding("inhoud-bevestigd-met-posten", "fout", place, said)


def _edition(opgave: Opgave, ronde: Ronde) -> Iterator[Bevinding]:
    if opgave.herkomst.editie != ronde.editie.nummer:
        said = {"found": opgave.herkomst.editie, "expected": ronde.editie.nummer}
        yield Bevinding("inhoud-andere-editie", "waarschuwing", None, said)


def _controls(opgave: Opgave, ronde: Ronde) -> Iterator[Bevinding]:
    """Yield control totals that the rows do not meet; too little is no error while cells are missing."""
    for control in controles(opgave, ronde):
        total = control.totaal
        if control.sluit or (control.verschil < 0 and _missing(opgave, total.artikel, total.grootheid, total.kolom)):
            continue
        said = {
            "article": total.artikel,
            "quantity": ronde.editie.grootheden[total.grootheid].term.naam,
            "column": kop(total.kolom, ronde.jaar),
            "found": figure(control.opgave, 1),
            "difference": figure(control.verschil, 1),
            "test": TOETSEN[total.toets],
            "expected": figure(total.bedrag, 1),
            "reference": total.referentie,
        }
        yield Bevinding("inhoud-controletotaal", "fout", plek_van_controle(total), said)


def _together(opgave: Opgave, ronde: Ronde) -> Iterator[Bevinding]:
    """Yield rows whose figures of last round stood together, and together moved so much that a reason is asked."""
    asked: dict[tuple[Sleutel, ...], list[tuple[str, float, float]]] = {}
    for each, change in samen_gevraagd(opgave, ronde):
        asked.setdefault(each.sleutels, []).append((each.kolom, each.cel.waarde, each.cel.waarde + change))
    for keys, figures in asked.items():
        named = [rij_woorden(key, ronde.editie) for key in keys]
        rows = Text(*(" + ".join(each) for each in zip(*named, strict=True)))
        threshold = ronde.drempel.gezegd(ronde.editie.grootheden[keys[0].grootheid].eenheid)
        said = {"rows": rows, "found": moved(figures, ronde.jaar), "threshold": threshold}
        yield Bevinding("inhoud-reden-samen-ontbreekt", "fout", Plek("regel", keys[0], figures[0][0]), said)


def _missing(opgave: Opgave, artikel: str, grootheid: str, kolom: str) -> bool:
    return any(
        not regel.cel(kolom).bekend
        for key, regel in opgave.regels.items()
        if (key.tabel, key.grootheid) == ("begroting", grootheid)
        and opgave.posten[key.tabel, key.post].artikel == artikel
    )
