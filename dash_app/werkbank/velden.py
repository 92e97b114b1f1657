"""Controls of a form, made of the kinds that measures and columns declare: plain data that the browser draws.

A control has a `pad` (where its value stands in the table of the measure), a `label`, `hulp`, an `eenheid`, a `vorm`
(how it is asked) and a `waarde` as the form holds it. `dash_app.werkbank.lezen` turns such a value back into a field.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dash_app.werkbank import keuzes
from dash_app.werkbank.etiketten import eenheid_op_scherm, etiket, is_deel
from model.kinds import Choice, Ident, Kind, Many, Words
from model.ledger import Plan
from model.measures.fields import STRUCTUREEL, Flag, Selector, Yearly
from model.measures.values import KeyName, OrEmpty, SharePerPartij
from model.quantities import Number, Rate, Whole, Year
from model.text import Language, Text
from model.words import KOSTENSOORTEN

Control = dict[str, Any]

CRITERIA = ("kostenpost", "programma", "thema", "voorziening", "kostensoort")
_LANG = ("toelichting", "omschrijving")
_VRIJ = {"programma": "programma", "thema": "thema", "voorziening": "voorziening", "voor_programma": "programma", "voor_thema": "thema"}  # fmt: skip

_ZOEK = Text("typ om te zoeken op naam of id", "type to search by name or id")
_OF_PARAMETER = Text("een getal, of kies een parameter", "a number, or choose a parameter")
_MIN, _BOVEN, _MAX = Text("ten minste {n}", "at least {n}"), Text("meer dan {n}", "more than {n}"), Text("ten hoogste {n}", "at most {n}")  # fmt: skip
_HEEL = Text("geheel getal", "whole number")
_JAAR = Text("jaar van {a} tot en met {b}", "year from {a} to {b}")
_VAN = {True: Text("ja", "yes"), False: Text("nee", "no")}
_REEKS = Text(
    "per jaar een bedrag; een leeg vak is geen bedrag. Plakken uit Excel vult vanaf het gekozen vak",
    "one amount per year; an empty box is no amount. Pasting from Excel fills from the chosen box on",
)
_VEEL = Text("meer dan een mag", "more than one may be chosen")
_ZONDER = Text("geen beperking (leeg)", "no restriction (empty)")
_SELECTIE = Text(
    "alle criteria gelden samen; wat niet is aangevinkt, beperkt niet",
    "all criteria hold together; what is not ticked does not restrict",
)
_POSTS, _SOURCES = Text("kostenposten", "posts"), Text("dekkingsbronnen", "sources")
_ABSENT = Text("{found} (bestaat hier niet)", "{found} (does not exist here)")


@dataclass(frozen=True, slots=True)
class Vraag:
    """A field to ask for: where it stands, its kind, what it means, and the value that it has."""

    pad: tuple[str, ...]
    kind: Kind
    betekenis: Text
    eenheid: str = ""
    nodig: bool = False
    waarde: Any = None

    @property
    def naam(self) -> str:
        """Return the name of the field or column."""
        return self.pad[-1]


def control(vraag: Vraag, plan: Plan, taal: Language) -> Control:
    """Return the control of a field on a plan; raise `KeyError` where it has no label."""
    own = _vorm(vraag, plan, taal)
    label, meaning, hints = etiket(vraag.naam, taal), vraag.betekenis.say(taal), own.pop("hints", [])
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
        "heel": isinstance(kind, Whole),
        "jaar": year,
        "hints": [_jaren(vraag, plan, taal)] if year else _grenzen(kind, vraag.eenheid, taal),
    }


def _jaren(vraag: Vraag, plan: Plan, taal: Language) -> str:
    if len(vraag.pad) > 1:  # a price level may lie outside the horizon
        return _JAAR.say(taal, a=int(Year().low), b=int(Year().high))
    return _JAAR.say(taal, a=plan.horizon.first, b=plan.horizon.last)


def _grenzen(kind: Number, eenheid: str, taal: Language) -> list[str]:
    said = [_HEEL.say(taal)] if isinstance(kind, Whole) else []
    for bound, text in ((kind.low, _MIN), (kind.above, _BOVEN), (kind.high, _MAX)):
        if math.isfinite(bound):
            said.append(text.say(taal, n=keuzes.getal(bound, eenheid, taal)))
    return said


def _rate(vraag: Vraag, kind: Any, plan: Plan, taal: Language, extra: Sequence[keuzes.Keuze] = ()) -> dict[str, Any]:
    return {
        "vorm": "zoek",
        "getal": True,
        "procent": is_deel(vraag.eenheid),
        "opties": [*extra, *keuzes.uit_tabel("parameters", plan, taal)],
        "hints": [*_grenzen(kind.number, vraag.eenheid, taal), _OF_PARAMETER.say(taal)],
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
    return _zoek(keuzes.uit_tabel(kind.table, plan, taal), taal) if kind.table else {"vorm": "tekst"}


def _keuze(_vraag: Vraag, kind: Any, _plan: Plan, taal: Language) -> dict[str, Any]:
    return {"vorm": "keuze", "opties": keuzes.uit_woorden(kind.options, taal)}


def _tekst(vraag: Vraag, _kind: Any, plan: Plan, taal: Language) -> dict[str, Any]:
    if vraag.naam == "parameter":
        return _zoek(keuzes.uit_tabel("parameters", plan, taal), taal)
    if vraag.naam == "referentie":
        return _zoek(keuzes.uit_tabel("referenties", plan, taal), taal, vrij=True)
    if vraag.naam == "index":
        return _zoek(keuzes.indexen(plan, taal), taal)
    if vraag.naam in _VRIJ and len(vraag.pad) > 1:
        return _zoek(keuzes.aanwezig(_VRIJ[vraag.naam], plan, {}, taal), taal, vrij=True)
    return {"vorm": "lang" if vraag.naam in _LANG else "tekst"}


def _vlag(_vraag: Vraag, _kind: Any, _plan: Plan, taal: Language) -> dict[str, Any]:
    return {"vorm": "vlag", "opties": [keuzes.keuze(str(flag).lower(), text.say(taal)) for flag, text in _VAN.items()]}


def _veel(vraag: Vraag, kind: Any, plan: Plan, taal: Language) -> dict[str, Any]:
    if isinstance(kind.each, Choice):
        opties = keuzes.uit_woorden(kind.each.options, taal)
    elif isinstance(kind.each, Ident):
        opties = keuzes.uit_tabel(kind.each.table, plan, taal)
    else:
        opties = keuzes.aanwezig(_VRIJ[vraag.naam], plan, {}, taal)
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


def _selectie(vraag: Vraag, kind: Any, plan: Plan, taal: Language) -> dict[str, Any]:
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


def _reeks(vraag: Vraag, kind: Any, plan: Plan, taal: Language) -> dict[str, Any]:
    given = vraag.waarde if isinstance(vraag.waarde, Mapping) else {}
    listed = {int(key) for key in map(str, given) if key.isdecimal() and len(key) == 4}
    return {
        "vorm": "reeks",
        "jaren": sorted(listed | set(plan.horizon.years)),
        "structureel": STRUCTUREEL if kind.structural else "",
        "procent": is_deel(vraag.eenheid),
        "waarde": {str(key): amount for key, amount in given.items()},
        "hints": [_REEKS.say(taal)],
    }


def _aandelen(_vraag: Vraag, _kind: Any, plan: Plan, _taal: Language) -> dict[str, Any]:
    parties = [keuzes.keuze(ident, partij.naam) for ident, partij in plan.baseline.parties.items()]
    return {"vorm": "aandelen", "opties": parties, "procent": True}


_Vorm = Callable[[Vraag, Any, Plan, Language], dict[str, Any]]
_VORMEN: tuple[tuple[type[Kind], _Vorm], ...] = (
    (OrEmpty, _of_leeg),
    (Rate, _rate),
    (Number, _getal),
    (KeyName, _sleutel),
    (Ident, _ident),
    (Choice, _keuze),
    (Many, _veel),
    (Words, _tekst),
    (Flag, _vlag),
    (Selector, _selectie),
    (Yearly, _reeks),
    (SharePerPartij, _aandelen),
)
