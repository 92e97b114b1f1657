"""Controls of a form, made of the kinds that measures and columns declare: plain data that the browser draws.

A control has a `pad` (where its value stands in the table of the measure), a `label`, `hulp`, an `eenheid`, a `vorm`
(how it is asked) and a `waarde` as the form holds it. `dash_app.werkbank.lezen` turns such a value back into a field.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from dash_app.werkbank import keuzes, meervoud
from dash_app.werkbank.etiketten import eenheid_op_scherm, etiket, is_deel
from dash_app.werkbank.grenzen import getalgrenzen, in_woorden
from dash_app.werkbank.meervoud import VRIJ
from dash_app.werkbank.vraag import Control, Vraag
from model.kinds import Choice, Ident, Kind, Many, Words
from model.ledger import Plan
from model.measures.fields import Flag, Selector, Yearly
from model.measures.values import KeyName, OrEmpty, SharePerPartij
from model.quantities import Number, Rate, Year
from model.text import Language, Text

_LANG = ("toelichting", "omschrijving")
_ZOEK = Text("typ om te zoeken", "type to search")
_KENMERK = Text(
    "kleine letters, cijfers en streepjes, zoals mijn-bron", "lower-case letters, digits and hyphens, such as my-source"
)
_PUBLICATIE = Text("een publicatie, of een vindplaats in woorden", "a publication, or where to find it in words")
_OF_PARAMETER = Text("een getal, of kies een parameter", "a number, or choose a parameter")
_JAAR = Text("jaar van {a} tot en met {b}", "year from {a} to {b}")
_VAN = {True: Text("ja", "yes"), False: Text("nee", "no")}


def control(vraag: Vraag, plan: Plan, taal: Language) -> Control:
    """Return the control of a field on a plan; raise `KeyError` where it has no label."""
    own = _vorm(vraag, plan, taal)
    label, hints = etiket(vraag.naam, taal), own.pop("hints", [])
    meaning = own.pop("betekenis", vraag.betekenis.say(taal))
    if meaning.lower() not in label.lower() or not hints:  # a meaning that only repeats the label helps nobody
        hints = [meaning, *hints]
    return {
        "pad": list(vraag.pad),
        "label": label,
        "hulp": _zin([hint for hint in hints if hint]),
        "eenheid": eenheid_op_scherm(vraag.eenheid, taal),
        "nodig": vraag.nodig,
        "waarde": vraag.waarde,
        **own,
    }


def _zin(parts: Sequence[str]) -> str:
    text = "; ".join(dict.fromkeys(parts))
    return text[:1].upper() + text[1:] + "."


def _vorm(vraag: Vraag, plan: Plan, taal: Language) -> dict[str, Any]:
    """Return how a field is asked, by its kind."""
    for kind, make in _VORMEN:
        if isinstance(vraag.kind, kind):
            return make(vraag, vraag.kind, plan, taal)
    raise TypeError(f"no control for {vraag.kind!r}")


def _getal(vraag: Vraag, kind: Any, plan: Plan, taal: Language) -> dict[str, Any]:
    year = isinstance(kind, Year)
    return {
        "vorm": "getal",
        "procent": is_deel(vraag.eenheid),
        "jaar": year,
        "grenzen": None if year else getalgrenzen(kind, vraag.eenheid, taal),
        "hints": [_jaren(vraag, plan, taal)] if year else in_woorden(kind, vraag.eenheid, taal),
    }


def _jaren(vraag: Vraag, plan: Plan, taal: Language) -> str:
    if len(vraag.pad) > 1:  # a price level may lie outside the horizon
        return _JAAR.say(taal, a=int(Year().low), b=int(Year().high))
    return _JAAR.say(taal, a=plan.horizon.first, b=plan.horizon.last)


def _rate(vraag: Vraag, kind: Any, plan: Plan, taal: Language, extra: Sequence[keuzes.Keuze] = ()) -> dict[str, Any]:
    return {
        "vorm": "zoek",
        "getal": True,
        "procent": is_deel(vraag.eenheid),
        "opties": [*extra, *keuzes.uit_tabel("parameters", plan, taal)],
        "hints": [*in_woorden(kind.number, vraag.eenheid, taal), _OF_PARAMETER.say(taal)],
    }


def _of_leeg(vraag: Vraag, kind: Any, plan: Plan, taal: Language) -> dict[str, Any]:
    extra = [keuzes.leeg(taal)]
    if isinstance(kind.each, Rate):
        return _rate(vraag, kind.each, plan, taal, extra)
    return _zoek([*extra, *keuzes.uit_tabel(kind.each.table, plan, taal)], taal)


def _zoek(opties: list[keuzes.Keuze], taal: Language, *, vrij: bool = False) -> dict[str, Any]:
    return {"vorm": "zoek", "opties": opties, "vrij": vrij, "hints": [_ZOEK.say(taal)]}


def _sleutel(_vraag: Vraag, _kind: Any, plan: Plan, taal: Language) -> dict[str, Any]:
    return _zoek(keuzes.sleutels(plan, taal, partijen=False), taal)


def _ident(_vraag: Vraag, kind: Any, plan: Plan, taal: Language) -> dict[str, Any]:
    if kind.table:
        return _zoek(keuzes.uit_tabel(kind.table, plan, taal), taal)
    return {"vorm": "tekst", "betekenis": _KENMERK.say(taal), "hints": []}


def _keuze(_vraag: Vraag, kind: Any, _plan: Plan, taal: Language) -> dict[str, Any]:
    return {"vorm": "keuze", "opties": keuzes.uit_woorden(kind.options, taal)}


def _tekst(vraag: Vraag, _kind: Any, plan: Plan, taal: Language) -> dict[str, Any]:
    if vraag.naam == "parameter":
        return _zoek(keuzes.uit_tabel("parameters", plan, taal), taal)
    if vraag.naam == "referentie":
        return _zoek(keuzes.uit_tabel("referenties", plan, taal), taal, vrij=True) | {
            "betekenis": _PUBLICATIE.say(taal)
        }
    if vraag.naam == "index":
        return _zoek(keuzes.indexen(plan, taal), taal)
    if vraag.naam in VRIJ and len(vraag.pad) > 1:
        return _zoek(keuzes.aanwezig(VRIJ[vraag.naam], plan, {}, taal), taal, vrij=True)
    return {"vorm": "lang" if vraag.naam in _LANG else "tekst"}


def _vlag(_vraag: Vraag, _kind: Any, _plan: Plan, taal: Language) -> dict[str, Any]:
    return {"vorm": "vlag", "opties": [keuzes.keuze(str(flag).lower(), text.say(taal)) for flag, text in _VAN.items()]}


_Vorm = Callable[[Vraag, Any, Plan, Language], dict[str, Any]]
_VORMEN: tuple[tuple[type[Kind], _Vorm], ...] = (
    (OrEmpty, _of_leeg),
    (Rate, _rate),
    (Number, _getal),
    (KeyName, _sleutel),
    (Ident, _ident),
    (Choice, _keuze),
    (Many, meervoud.veel),
    (Words, _tekst),
    (Flag, _vlag),
    (Selector, meervoud.selectie),
    (Yearly, meervoud.reeks),
    (SharePerPartij, meervoud.aandelen),
)
