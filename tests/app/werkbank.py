"""What is done on the workbench without a browser, as its tests do it."""

from __future__ import annotations

from typing import Any

from dash_app.context import Context
from dash_app.staat import Staat, begin
from dash_app.werkbank.antwoord import antwoord
from dash_app.werkbank.stand import getoond, stand


def opened(context: Context, search: str = "") -> Staat:
    return begin(context, search, "nl")[0]


def done(context: Context, staat: Staat, **actie: Any) -> tuple[Staat, dict[str, Any]]:
    return antwoord(context, actie, staat)


def shown(context: Context, staat: Staat, goed: Any = None) -> dict[str, Any]:
    uitkomst = context.uitkomst(staat.werk)
    return stand(context, staat, uitkomst, getoond(context, staat, uitkomst, goed))
