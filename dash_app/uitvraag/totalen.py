"""Totals that say what they rest on, own and hired staff side by side: as the browser draws them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from dash_app.beeld import Beeld, payload
from dash_app.kerngetallen import Kerngetal
from dash_app.uitvraag import woorden as w
from dash_app.uitvraag.centrum import Centrum
from dash_app.uitvraag.stand import stempel
from model.io.returns.counted import ALLES, totaal_van
from model.io.returns.overview import headlines
from model.returns.columns import AFTER, KOLOMMEN, jaar_van, kop
from model.returns.edition import Editie
from model.returns.ronde import Ronde
from model.returns.sentences import naam, zin
from model.returns.telling import ALLE, Telling, Vraag, vragen
from model.returns.terms import CATEGORIEEN, KOSTENSOORTEN, PRIJZEN, TABELLEN
from model.returns.totals import Totaal, totaal
from model.returns_tables import completeness_table, least_table, over_totaal, personnel_table, totals_table
from model.tables import Scale, Table
from model.text import Language, Text, same

DIT_JAAR = "t"


def jaren(ronde: Ronde) -> tuple[int, ...]:
    """Return the year of each column; of the structural one that of the last."""
    return tuple(jaar_van(kolom, ronde.jaar) or ronde.jaar + AFTER for kolom in KOLOMMEN)


def totalen(centrum: Centrum, taal: Language, scale: Scale) -> dict[str, Any]:
    """Return what there is at least in each table, all years; for that of the round as key figures and in sentences."""
    uitslag = centrum.uitslag(taal)
    ronde, telling = uitslag.ronde, uitslag.telling
    lines = list(headlines(uitslag))
    return {
        "tabellen": {
            tabel: _beeld(centrum, least_table(telling, tabel), same(""), taal, scale)
            for tabel in ronde.editie.tabellen
        },
        "kern": [each.payload(taal, scale) for each in kern(telling)],
        "zinnen": [line.say(taal) for line in lines],
        "jaar": kop(DIT_JAAR, ronde.jaar).say(taal),
    }


def kern(telling: Telling) -> list[Kerngetal]:
    """Return what there is at least of money in the year of the round; nothing where no department says anything."""
    editie = telling.ronde.editie
    asked = [
        Vraag(tabel, naam) for tabel, namen in editie.tabellen.items() for naam in namen if editie.grootheden[naam].geld
    ]
    found = [totaal(telling, vraag, DIT_JAAR) for vraag in asked]
    return [_kerngetal(each, telling.ronde) for each in found if len(each.zonder) < len(each.delen)]


def _kerngetal(total: Totaal, ronde: Ronde) -> Kerngetal:
    said, when = naam(total.vraag, ronde.editie), kop(DIT_JAAR, ronde.jaar)
    return Kerngetal(
        Text(*map(" ".join, zip(said, when, strict=True))),
        total.minstens,
        "amount",
        w.IN_PRIJZEN.filled(prijzen=PRIJZEN[ronde.prijzen].naam),
        w.VOLLEDIG_VAN.filled(n=len(total.volledig), alle=len(total.delen)),
        over_totaal(total.vraag, DIT_JAAR),
        ronde.jaar,
    )


def vraag_van(ident: str, editie: Editie) -> Vraag:
    """Return the total that a window asks for; the first there is where it asks for none that there is."""
    known = {totaal_van(vraag): vraag for vraag in vragen(editie)}
    return known.get(ident) or next(iter(known.values()))


def per_departement(centrum: Centrum, ident: str, taal: Language, scale: Scale) -> dict[str, Any]:
    """Return one total by department, and from what it can be chosen."""
    uitslag = centrum.uitslag(taal)
    ronde, vraag = uitslag.ronde, vraag_van(ident, uitslag.ronde.editie)
    said = zin(totaal(uitslag.telling, vraag, DIT_JAAR), ronde.editie, ronde.jaar)
    drawn = _beeld(centrum, totals_table(uitslag.telling, vraag), said, taal, scale)
    return {"beeld": drawn, "gekozen": totaal_van(vraag), "keuzes": keuzes(ronde.editie, vraag, taal)}


def keuzes(editie: Editie, vraag: Vraag, taal: Language) -> dict[str, list[list[str]]]:
    """Return what can be chosen beside a total: other quantities, and its parts by kostensoort and categorie."""
    quantity = editie.grootheden[vraag.grootheid]
    every = [(tabel, naam) for tabel, namen in editie.tabellen.items() for naam in namen]
    summed = [(tabel, naam) for tabel, naam in every if editie.grootheden[naam].optelbaar]
    return {
        "grootheid": [
            [
                totaal_van(Vraag(tabel, naam)),
                f"{_naam(TABELLEN, tabel, taal)} · {editie.grootheden[naam].term.naam.say(taal)}",
            ]
            for tabel, naam in summed
        ],
        "soort": _delen(editie.soorten if quantity.soorten else (), KOSTENSOORTEN, taal),
        "categorie": _delen(quantity.categorieen, CATEGORIEEN, taal),
    }


def _delen(words: tuple[str, ...], terms: Mapping[str, Any], taal: Language) -> list[list[str]]:
    return [[ALLES, w.ALLE.say(taal)], *([word, _naam(terms, word, taal)] for word in words)]


def _naam(terms: Mapping[str, Any], word: str, taal: Language) -> str:
    return str(terms[word].naam.say(taal))


def personeel(centrum: Centrum, tabel: str, kolom: str, taal: Language) -> dict[str, Any]:
    """Return own and hired staff per department; its columns have their own units, so no other is chosen."""
    ronde = centrum.ronde
    tabel = tabel if tabel in ronde.editie.tabellen else next(iter(ronde.editie.tabellen))
    kolom = kolom if kolom in KOLOMMEN else DIT_JAAR
    table = personnel_table(centrum.uitslag(taal).telling, tabel, kolom, ALLE)
    known = any(not math.isnan(value) for line in table.lines for value in line.values)
    drawn = payload(Beeld(table.title, w.PERSONEEL_ZIN, table), taal, "k", stempel(centrum, taal))
    return {
        "beeld": drawn,
        "leeg": "" if known else w.GEEN_PERSONEEL.say(taal),
        "tabel": tabel,
        "kolom": kolom,
        "keuzes": {
            "tabel": [[word, _naam(TABELLEN, word, taal)] for word in ronde.editie.tabellen],
            "kolom": [[each, kop(each, ronde.jaar).say(taal)] for each in KOLOMMEN],
        },
    }


def volledigheid(centrum: Centrum, tabel: str, taal: Language) -> dict[str, Any]:
    """Return the share of cells that is answered, by department and year."""
    table = completeness_table(centrum.uitslag(taal).telling, tabel)
    return payload(Beeld(table.title, same(""), table), taal, "k", stempel(centrum, taal))


def _beeld(centrum: Centrum, table: Table, said: Text, taal: Language, scale: Scale) -> dict[str, Any]:
    beeld = Beeld(table.title, said, table, jaren=jaren(centrum.ronde))
    return payload(beeld, taal, scale, stempel(centrum, taal))
