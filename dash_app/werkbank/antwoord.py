"""What the browser hears of an action on the workbench: the state after it, and what is to be drawn.

The browser asks apart from Dash (`assets/50-werkbank-acties.js`), so that it knows when no answer came, and asks again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import partial
from typing import Any

from dash_app.context import Context
from dash_app.loket import Handeling, Vraag
from dash_app.staat import Staat, staat_van
from dash_app.werkbank.acties import Actie, gedaan
from dash_app.werkbank.stand import figuren, getoond, stand
from model.text import Language

ADRES = "/werkbank/acties"
BEELDEN = ("werkbank-kerncijfers", "werkbank-dekking", "werkbank-tekort")


def handelingen(context: Context) -> Mapping[str, Handeling]:
    """Return what the browser may ask: to do an action, or what there is to draw."""
    return {"actie": partial(actie, context), "toon": partial(toon, context)}


def actie(context: Context, vraag: Vraag, _taal: Language) -> dict[str, Any]:
    """Do an action on a state; raise `InputError` where it opens what is not there."""
    after, told = antwoord(context, vraag["actie"], staat_van(vraag["staat"]))
    return {**told, **getekend(context, after, vraag)}


def toon(context: Context, vraag: Vraag, _taal: Language) -> dict[str, Any]:
    """Return what there is to draw of a state that another place made."""
    return getekend(context, staat_van(vraag["staat"]), vraag)


def antwoord(context: Context, actie: Actie, staat: Staat) -> tuple[Staat, dict[str, Any]]:
    """Return the state after an action, and what the browser should know of it."""
    step = gedaan(context, staat, actie)
    changed = {"staat": step.staat.json()} if step.staat != staat else {}
    return step.staat, {"zegt": step.zegt, "telt": step.telt, "nieuw": step.nieuw, **changed}


def getekend(context: Context, staat: Staat, vraag: Mapping[str, Any]) -> dict[str, Any]:
    """Return what cards and forms show, the figures where other ones are drawn, and marks of both.

    `vraag` says with what the scenario is compared (`tegen`), what is drawn (`afdruk`), and which work of this window
    could be worked out last (`goed`).
    """
    tegen, goed = str(vraag["tegen"]), vraag.get("goed")
    uitkomst = context.uitkomst(staat.werk)
    shown = getoond(context, staat, uitkomst, goed)
    hoe = (staat.eenheid, staat.prijzen, staat.jaren, staat.taal)
    mark = afdruk(shown.werk.kenmerk, shown.oud, staat.verwijzing, *hoe, tegen)
    drawn = None if mark == vraag.get("afdruk") else figuren(context, staat, shown, tegen)
    return {
        "beelden": {} if drawn is None else dict(zip(BEELDEN, drawn, strict=True)),
        "stand": stand(context, staat, uitkomst, shown),
        "afdruk": mark,
        "goed": {"verwijzing": staat.verwijzing, "werk": shown.werk.json()},
    }


def afdruk(*parts: Any) -> str:
    """Return a short hash of what figures depend on: where it is the same, they are not drawn again."""
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]
