"""What a number on a form may be, by the model's own declarations, and from where on it is unlikely."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import isfinite
from typing import Any

from dash_app.context import Context
from dash_app.werk import Werk
from dash_app.werkbank.kaarten import plan_bij
from model.attributes import User, allowed, users_of
from model.ledger import Plan
from model.measures.wording import amount
from model.parameters import Parameter, fits
from model.quantities import LARGEST, Number, Whole
from model.text import Language, Text

_EN = Text(" en ", " and ")
_HEEL = Text("een geheel getal", "a whole number")
_MIN = Text("ten minste {n}", "at least {n}")
_BOVEN = Text("meer dan {n}", "more than {n}")
_MAX = Text("ten hoogste {n}", "at most {n}")
_JAREN = Text("een jaar van {first} tot en met {last}", "a year from {first} to {last}")
_VEEL = Text(
    "{n} is ongewoon hoog (meer dan {most}). Controleer of de komma goed staat; klopt het, dan hoeft u niets te doen.",
    "{n} is unusually high (more than {most}). Check the decimal point; if it is right there is nothing to do.",
)


def mag(context: Context, werk: Werk, parameter: Parameter, ruw: Any) -> bool:
    """Return whether a value of a parameter, or each of its values per year, is one that it may have."""
    kind = allowed(parameter.id, gebruikt(plan_bij(context, werk, None)))
    values = ruw.values() if isinstance(ruw, Mapping) else [ruw]
    return all(value is None or fits(kind, value) for value in values)


def gebruikt(plan: Plan) -> dict[str, list[User]]:
    """Return for each parameter in use the columns of posts and sources that it stands in."""
    return users_of((*plan.posts.values(), *plan.sources.values()))


def getalgrenzen(kind: Number, eenheid: str, taal: Language) -> dict[str, Any]:
    """Return the bounds of a number for the browser, and in words; where none are declared, the model's own."""
    bounds = {name: getattr(kind, name) for name in ("low", "above", "high")}
    if not any(map(isfinite, bounds.values())):
        return getalgrenzen(replace(kind, low=-LARGEST, high=LARGEST), eenheid, taal)
    finite = {name: bound for name, bound in bounds.items() if isfinite(bound)}
    return {
        **finite,
        "heel": isinstance(kind, Whole),
        "zin": _EN.say(taal).join(in_woorden(kind, eenheid, taal)),
    }


def jaargrenzen(plan: Plan, taal: Language) -> dict[str, Any]:
    """Return the bounds of a year within the horizon for the browser, and in words."""
    first, last = plan.horizon.first, plan.horizon.last
    return {"low": first, "high": last, "heel": True, "zin": _JAREN.say(taal, first=first, last=last)}


def in_woorden(kind: Number, eenheid: str, taal: Language) -> list[str]:
    """Return the bounds of a number in words, one by one."""
    said = [_HEEL.say(taal)] if isinstance(kind, Whole) else []
    for bound, text in ((kind.low, _MIN), (kind.above, _BOVEN), (kind.high, _MAX)):
        if isfinite(bound):
            said.append(text.say(taal, n=amount(bound, eenheid, taal)))
    return said


def noot(parameter: Parameter, plan: Plan, most: float, taal: Language) -> str:
    """Return that a parameter is more than `most` as the plan has it now, which is unlikely; empty where it is not."""
    highest = max(row.waarde for row in plan.parameters[parameter.id].rows)
    if highest <= most:
        return ""
    return _VEEL.say(taal, n=amount(highest, parameter.eenheid, taal), most=amount(most, parameter.eenheid, taal))
