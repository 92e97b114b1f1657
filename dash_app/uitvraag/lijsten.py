"""What cannot stand in a sum and why, what changed since last round, what other overviews say: lists of the model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from dash_app.uitvraag import woorden as w
from model.errors import figure
from model.io.returns.counted import Rij, redenen
from model.io.returns.labels import inhoud_woorden, item_woorden
from model.io.returns.merged import Uitslag
from model.io.returns.merged_rows import changed_most
from model.returns.changes import WENDINGEN, Verandering
from model.returns.columns import kop
from model.returns.edits import Plek
from model.returns.opgave import Cel
from model.returns.reconciliation import BRONNEN, UITKOMSTEN, Aansluiting, aansluiting
from model.returns_tables import money_caption
from model.text import Language, number, percent

MOST = 100  # rows of a list; all of them stand in the tables that can be taken along
_PLEK = Plek("regel", ())


def lijsten(uitslag: Uitslag, rows: Sequence[Rij], taal: Language) -> dict[str, Any]:
    """Return the three lists, each with its heads, the first rows and how many there are."""
    moved, fresh = changed_most(uitslag)
    beside = list(aansluiting(uitslag.telling))
    other = [
        (row, kolom) for row in rows for kolom, each in row.oordelen.items() if each.cel.bekend and each.afwijkingen
    ]
    return {
        "eenheid": w.EENHEID_LIJST.say(taal, geld=money_caption(uitslag.ronde).say(taal)),
        "onvergelijkbaar": _lijst(
            w.KOPPEN_ANDERS, [_anders(uitslag, *each, taal) for each in other[:MOST]], len(other), taal
        ),
        "verschillen": {
            **_lijst(w.KOPPEN_VERSCHIL, [_verschil(uitslag, each, taal) for each in moved[:MOST]], len(moved), taal),
            "zin": w.VERSCHILLEN_ZIN.say(taal, n=number(len(moved), taal), nieuw=number(fresh, taal)),
        },
        "aansluiting": {
            **_lijst(w.KOPPEN_ELDERS, [_elders(uitslag, each, taal) for each in _opvallend(beside)], len(beside), taal),
            "zin": _geteld(beside, taal),
        },
    }


def _lijst(koppen: Sequence[Any], rijen: list[list[str]], alle: int, taal: Language) -> dict[str, Any]:
    rest = w.MEER.say(taal, n=number(len(rijen), taal), alle=number(alle, taal)) if alle > len(rijen) else ""
    return {"koppen": [head.say(taal) for head in koppen], "rijen": rijen, "alle": alle, "rest": rest}


def _naam(uitslag: Uitslag, departement: str) -> str:
    return uitslag.ronde.departementen[departement].naam


def _anders(uitslag: Uitslag, row: Rij, kolom: str, taal: Language) -> list[str]:
    posts, oordeel = uitslag.telling.opgaven[row.departement].posten, row.oordelen[kolom]
    where = "; ".join(" · ".join(filter(None, bron)) for bron in row.bronnen.get(kolom, ()))
    label = item_woorden(Plek("regel", tuple(row.sleutel)), posts, uitslag.ronde, taal)
    year = kop(kolom, uitslag.ronde.jaar).say(taal)
    return [_naam(uitslag, row.departement), label, year, _cel(oordeel.cel, taal), redenen(row, oordeel, taal), where]


def _cel(cel: Cel | None, taal: Language) -> str:
    if cel is None:
        return ""
    return figure(cel.waarde, 3).say(taal) if cel.staat == "waarde" else inhoud_woorden(_PLEK, cel, taal)


def _verschil(uitslag: Uitslag, each: Verandering, taal: Language) -> list[str]:
    opgave, ronde = uitslag.departementen[each.departement].opgave, uitslag.ronde
    labels = [item_woorden(Plek("regel", tuple(key)), opgave.posten, ronde, taal) for key in each.sleutels]
    given = (opgave.regels[key].velden.get("reden", "") for key in each.sleutels if key in opgave.regels)
    return [
        _naam(uitslag, each.departement),
        " + ".join(labels),
        kop(each.kolom, ronde.jaar).say(taal),
        WENDINGEN[each.wending].say(taal),
        _cel(each.was, taal),
        _cel(each.nu, taal),
        "" if each.bedrag is None else figure(each.bedrag, 3).say(taal),
        "" if each.deel is None else percent(each.deel, taal),
        "; ".join(dict.fromkeys(filter(None, given))),
    ]


def _opvallend(found: Sequence[Aansluiting]) -> Iterator[Aansluiting]:
    """Yield what does not reconcile."""
    yield from (each for each in found if each.uitkomst != "sluit")


def _geteld(found: Sequence[Aansluiting], taal: Language) -> str:
    """Return how many figures there are by overview and outcome."""
    told = []
    for bron, naam in BRONNEN.items():
        counts = Counter(each.uitkomst for each in found if each.bron == bron)
        said = [f"{number(counts[each], taal)} {word.say(taal)}" for each, word in UITKOMSTEN.items() if counts[each]]
        if said:
            told.append(f"{naam.say(taal)}: {', '.join(said)}")
    return "; ".join(told) + "." if told else w.NIETS_ELDERS.say(taal)


def _elders(uitslag: Uitslag, each: Aansluiting, taal: Language) -> list[str]:
    unit = uitslag.ronde.editie.grootheden[each.grootheid]
    said = ["" if value is None else figure(value, 3).say(taal) for value in (each.opgave, each.elders, each.verschil)]
    return [
        _naam(uitslag, each.departement),
        BRONNEN[each.bron].say(taal),
        w.ARTIKEL.say(taal, naam=each.naam) if each.bron == "begroting" else each.naam,
        unit.term.naam.say(taal),
        kop(each.kolom, uitslag.ronde.jaar).say(taal),
        *said,
        UITKOMSTEN[each.uitkomst].say(taal),
        each.referentie,
    ]
