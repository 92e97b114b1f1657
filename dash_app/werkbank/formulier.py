"""The form of a measure and of the scenario's head: what is asked, in which order, with which values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dash_app.werkbank.etiketten import etiket, soortnaam
from dash_app.werkbank.grenzen import jaargrenzen
from dash_app.werkbank.velden import control
from dash_app.werkbank.vraag import Control, Vraag
from model.kinds import Choice, Kind, Many, Words
from model.ledger import Plan
from model.measures import MEASURES, Measure
from model.measures.fields import Columns, specs
from model.quantities import Year
from model.text import Language, Text
from model.words import BASELINE_COUNTS, BESLUITSTATUSSEN

_ONDERBOUWING = Text("Onderbouwing en indeling", "Grounds and classification")
_EERST = ("naam",)
_GEMEEN = tuple(specs(Measure))
_MEER = Text("Meer eigenschappen", "More properties")


def formulier(velden: Mapping[str, Any], plan: Plan, taal: Language) -> dict[str, Any]:
    """Return the form of a measure: its soort with what that does, and groups of controls.

    A soort that does not exist has a form without controls.
    """
    soort = str(velden.get("soort", ""))
    if soort not in MEASURES:
        return {"titel": soort, "uitleg": "", "groepen": []}
    meaning = MEASURES[soort].meaning.say(taal)
    return {
        "titel": soortnaam(soort, taal),
        "uitleg": meaning[:1].upper() + meaning[1:] + ".",
        "groepen": [
            _eigen(soort, velden, plan, taal),
            *_kolommen(soort, velden, plan, taal),
            _gemeen(soort, velden, plan, taal),
        ],
    }


def _vraag(soort: str, name: str, velden: Mapping[str, Any], plan: Plan) -> Vraag:
    spec = specs(MEASURES[soort])[name]
    unit = spec.unit
    if soort == "parameter" and name in ("waarde", "waarden"):
        found = plan.parameters.get(str(velden.get("parameter", "")))
        unit = found.eenheid if found else unit
    return Vraag((name,), spec.kind, spec.meaning, unit, spec.needed, velden.get(name))


def _eigen(soort: str, velden: Mapping[str, Any], plan: Plan, taal: Language) -> dict[str, Any]:
    """Return the measure's name and what only this soort has; columns of a new row follow in groups of their own."""
    declared = specs(MEASURES[soort])
    own = [name for name in declared if name not in _GEMEEN and not isinstance(declared[name].kind, Columns)]
    controls = [control(_vraag(soort, name, velden, plan), plan, taal) for name in (*_EERST, *own)]
    return {"titel": "", "open": True, "velden": controls}


def _kolommen(soort: str, velden: Mapping[str, Any], plan: Plan, taal: Language) -> list[dict[str, Any]]:
    """Return the columns of a new post or source: those that are needed, and the others folded away."""
    groups = []
    for name, spec in specs(MEASURES[soort]).items():
        if not isinstance(spec.kind, Columns):
            continue
        given = velden.get(name)
        row: Mapping[str, Any] = given if isinstance(given, Mapping) else {}
        asked = [
            Vraag((name, each.name), each.kind, each.meaning, each.unit, not each.optional, row.get(each.name))
            for each in spec.kind.table.columns
        ]
        needed = [control(each, plan, taal) for each in asked if each.nodig]
        others = [control(each, plan, taal) for each in asked if not each.nodig]
        groups.append({"titel": etiket(name, taal), "open": True, "velden": needed})
        groups.append({"titel": _MEER.say(taal), "open": False, "velden": others})
    return groups


def _gemeen(soort: str, velden: Mapping[str, Any], plan: Plan, taal: Language) -> dict[str, Any]:
    names = [name for name in _GEMEEN if name not in _EERST]
    controls = [control(_vraag(soort, name, velden, plan), plan, taal) for name in names]
    return {"titel": _ONDERBOUWING.say(taal), "open": False, "velden": controls}


def controls_van(form: Mapping[str, Any]) -> list[Control]:
    """Return all controls of a form, in order."""
    return [each for group in form["groepen"] for each in group["velden"]]


KOP: Mapping[str, tuple[Kind, Text]] = {
    "naam": (Words(), Text("hoe het scenario heet", "what the scenario is called")),
    "omschrijving": (Words(), Text("wat het scenario inhoudt", "what the scenario is about")),
    "status": (
        Words(),
        Text("bijvoorbeeld concept, illustratie of voorstel", "such as draft, illustration or proposal"),
    ),
    "auteur": (Words(), Text("wie het scenario maakte", "who made the scenario")),
    "datum": (Words(), Text("datum van het scenario, zoals 2026-11-21", "date of the scenario, such as 2026-11-21")),
    "begrotingsjaar": (
        Year(),
        Text(
            "jaar waaromheen tabellen staan en waarin constante prijzen luiden",
            "year that tables are centred on and constant prices are in",
        ),
    ),
    "horizon": (Words(), Text("eerste en laatste jaar van de berekening", "first and last year of the calculation")),
    "telt_mee": (
        Many(Choice(BESLUITSTATUSSEN)),
        Text(
            "geld met welke besluitstatus meetelt; zonder keuze alleen vastgesteld geld",
            "money of which decision status counts; without a choice decided money only",
        ),
    ),
}
_EERSTE, _LAATSTE = Text("Eerste jaar", "First year"), Text("Laatste jaar", "Last year")
_NIETS = Text("geen enkel geld telt mee", "no money counts at all")
_STANDAARD = Text("geen keuze: alleen {woorden}", "no choice: only {woorden}")


def kopformulier(kop: Mapping[str, Any], plan: Plan, taal: Language) -> list[Control]:
    """Return the controls of the scenario's head."""
    made = []
    for name, (kind, meaning) in KOP.items():
        each = control(Vraag((name,), kind, meaning, nodig=name == "naam", waarde=kop.get(name)), plan, taal)
        if name == "begrotingsjaar":
            each["grenzen"] = jaargrenzen(plan, taal)
        elif name == "horizon":
            each |= {
                "vorm": "span",
                "labels": [_EERSTE.say(taal), _LAATSTE.say(taal)],
                "standaard": [plan.horizon.first, plan.horizon.last],
            }
        elif name == "telt_mee":
            each |= {"leeg": _NIETS.say(taal), "niets": _STANDAARD.say(taal, woorden=", ".join(BASELINE_COUNTS))}
        elif name == "datum":
            each["vorm"] = "datum"
        made.append(each)
    return made


def kopveld(name: str, ruw: Any) -> Any:
    """Return a field of the head as a form holds it, `None` where it is left out; `KeyError` for a strange one."""
    kind, _ = KOP[name]
    if name == "horizon":
        return [int(year) for year in ruw] if isinstance(ruw, Sequence) and len(ruw) == 2 else None
    if isinstance(ruw, str):
        return ruw.strip() or None
    return [str(item) for item in ruw] if isinstance(kind, Many) and isinstance(ruw, Sequence) else ruw
