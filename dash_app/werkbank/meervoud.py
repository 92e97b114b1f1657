"""Controls of fields that hold several values: lists, selections, amounts per year, shares per partij."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dash_app.werkbank import keuzes
from dash_app.werkbank.etiketten import etiket, is_deel
from dash_app.werkbank.grenzen import getalgrenzen
from dash_app.werkbank.vraag import Vraag
from model.kinds import Choice, Ident
from model.ledger import Plan
from model.measures.fields import STRUCTUREEL
from model.quantities import Number
from model.text import Language, Text
from model.words import KOSTENSOORTEN

CRITERIA = ("kostenpost", "programma", "thema", "voorziening", "kostensoort")
# Columns in which new words may be written, and the column of posts in which words are found.
VRIJ = {
    "programma": "programma",
    "thema": "thema",
    "voorziening": "voorziening",
    "voor_programma": "programma",
    "voor_thema": "thema",
}

_REEKS = Text(
    "per jaar een bedrag; een leeg vak is geen bedrag. Plakken uit Excel vult vanaf het gekozen vak;"
    " een streepje telt dan als 0",
    "one amount per year; an empty box is no amount. Pasting from Excel fills from the chosen box on;"
    " a dash then counts as 0",
)
_VEEL = Text("meer dan een mag", "more than one may be chosen")
_ZONDER = Text("geen beperking (leeg)", "no restriction (empty)")
_SELECTIE = Text(
    "alle criteria gelden samen; wat niet is aangevinkt, beperkt niet",
    "all criteria hold together; what is not ticked does not restrict",
)
_ABSENT = Text("{found} (bestaat hier niet)", "{found} (does not exist here)")
_POSTS, _SOURCES = Text("kostenposten", "posts"), Text("dekkingsbronnen", "sources")


def veel(vraag: Vraag, kind: Any, plan: Plan, taal: Language) -> dict[str, Any]:
    """Return boxes to tick, for a field of several values."""
    if isinstance(kind.each, Choice):
        opties = keuzes.uit_woorden(kind.each.options, taal)
    elif isinstance(kind.each, Ident):
        opties = keuzes.uit_tabel(kind.each.table, plan, taal)
    else:
        opties = keuzes.aanwezig(VRIJ[vraag.naam], plan, {}, taal)
    found = None if vraag.waarde is None else als_lijst(vraag.waarde)
    return {
        "vorm": "veel",
        "opties": _aangevuld(opties, found or [], taal),
        "waarde": found,
        "leeg": _ZONDER.say(taal) if len(vraag.pad) == 1 else "",
        "hints": [_VEEL.say(taal)],
    }


def als_lijst(value: Any) -> list[str]:
    """Return the values of a field that may hold one or several."""
    if isinstance(value, str):
        return [part.strip() for part in value.split("|")]
    return [str(part) for part in value] if isinstance(value, Sequence) else [str(value)]


def _aangevuld(opties: list[keuzes.Keuze], chosen: Sequence[str], taal: Language) -> list[keuzes.Keuze]:
    """Return the choices with those that were made and are not there, so that they can be taken away."""
    known = {each["waarde"] for each in opties}
    return [*opties, *(keuzes.keuze(word, _ABSENT.say(taal, found=word)) for word in chosen if word not in known)]


def selectie(vraag: Vraag, kind: Any, plan: Plan, taal: Language) -> dict[str, Any]:
    """Return the criteria by which posts are selected, or sources, with what the plan has."""
    given = vraag.waarde if isinstance(vraag.waarde, Mapping) else {}
    names = (*CRITERIA, "dekkingsbron") if kind.sources else CRITERIA
    criteria = []
    for name in names:
        chosen = als_lijst(given[name]) if name in given else []
        opties = keuzes.aanwezig(name, plan, KOSTENSOORTEN if name == "kostensoort" else {}, taal)
        criteria.append({
            "naam": name, "label": etiket(name, taal), "waarde": chosen, "bron": name == "dekkingsbron",
            "opties": _aangevuld(opties, chosen, taal),
        })  # fmt: skip
    return {
        "vorm": "selectie",
        "criteria": criteria,
        "bronnen": kind.sources,
        "soorten": [_POSTS.say(taal), _SOURCES.say(taal)],
        "hints": [_SELECTIE.say(taal)],
    }


def reeks(vraag: Vraag, kind: Any, plan: Plan, taal: Language) -> dict[str, Any]:
    """Return a box per year of the horizon, and of every other year that has an amount."""
    given = vraag.waarde if isinstance(vraag.waarde, Mapping) else {}
    listed = {int(key) for key in map(str, given) if key.isdecimal() and len(key) == 4}
    return {
        "vorm": "reeks",
        "jaren": sorted(listed | set(plan.horizon.years)),
        "structureel": STRUCTUREEL if kind.structural else "",
        "procent": is_deel(vraag.eenheid),
        "waarde": {str(key): amount for key, amount in given.items()},
        "grenzen": getalgrenzen(Number(), vraag.eenheid, taal),
        "hints": [_REEKS.say(taal)],
    }


def aandelen(_vraag: Vraag, _kind: Any, plan: Plan, _taal: Language) -> dict[str, Any]:
    """Return a box per partij."""
    parties = [keuzes.keuze(ident, partij.naam) for ident, partij in plan.baseline.parties.items()]
    return {"vorm": "aandelen", "opties": parties, "procent": True}
