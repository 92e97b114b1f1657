"""Werkbank: choose a scenario, change it, and see at once what that does."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html, no_update

from dash_app.beeld import attributen, koppel, vak
from dash_app.context import Context
from dash_app.staat import Staat, staat_van
from dash_app.werkbank.acties import gedaan
from dash_app.werkbank.stand import OPENED, figuren, getoond, soorten, stand
from dash_app.woorden import PAGINAS
from model.scenario import BASIS
from model.text import Language, Text

BEELDEN = ("werkbank-kerncijfers", "werkbank-dekking", "werkbank-tekort")

_IN_BROWSER = {
    "soorten": "werkbank-soorten",
    "onthoud": "geschiedenis",
    "antwoord": "werkbank-antwoord",
    "toon": "werkbank-stand",
}
_SCENARIO = Text("Scenario", "Scenario")
_MAATREGELEN = Text("Maatregelen", "Measures")
_FORMULIER = Text("Maatregel wijzigen", "Edit measure")
_PARAMETERS = Text("Parameters", "Parameters")
_NAAR_PARAMETERS = Text("Parameters staan onderaan", "Parameters are at the bottom")
_GEVOLGEN = Text("Wat het doet", "What it does")
_OPVALT = Text("Wat opvalt", "What stands out")
_TEGEN = Text("Verschil met", "Difference with")
_TEGEN_KEUZES = {OPENED: Text("geopend scenario", "scenario as opened"), BASIS: Text("basis", "baseline")}


def layout(context: Context, taal: Language) -> Any:
    """Return the page: what the browser fills is empty here."""
    return [
        html.H1(PAGINAS["/werkbank"].say(taal)),
        dcc.Store(id="werkbank-actie"),
        dcc.Store(id="werkbank-antwoord"),
        dcc.Store(id="werkbank-stand"),
        dcc.Store(id="werkbank-afdruk"),
        dcc.Store(id="werkbank-goed"),
        dcc.Store(id="werkbank-soorten", data=soorten(taal)),
        html.P("", id="werkbank-zegt", className="alleen-lezen", role="status"),
        html.Div(
            [html.Div([_lijst(taal), _midden(taal), _rechts(taal)], className="wb-werk"), _onder(taal)],
            className="werkbank",
            id="werkbank",
        ),
    ]


def _lijst(taal: Language) -> Any:
    return html.Section(
        [
            html.H2(_SCENARIO.say(taal), id="wb-h-scenario"),
            html.Div(id="wb-scenario"),
            html.H2(_MAATREGELEN.say(taal), id="wb-h-maatregelen"),
            html.Div(id="wb-balk"),
            html.P(html.A(_NAAR_PARAMETERS.say(taal), href="#wb-h-parameters"), className="hulp"),
            html.Ol(id="wb-kaarten", className="kaarten", **attributen(aria_labelledby="wb-h-maatregelen")),
        ],
        className="wb-lijst",
    )


def _midden(taal: Language) -> Any:
    return html.Section(
        [
            html.H2(_FORMULIER.say(taal), id="wb-h-formulier"),
            html.Div(id="wb-formulier"),
        ],
        className="wb-midden",
    )


def _onder(taal: Language) -> Any:
    heading = html.H2(_PARAMETERS.say(taal), id="wb-h-parameters", tabIndex=-1)
    return html.Section([heading, html.Div(id="wb-parameters")], className="wb-onder")


def _rechts(taal: Language) -> Any:
    control = dmc.SegmentedControl(
        id="werkbank-tegen",
        data=[{"value": value, "label": text.say(taal)} for value, text in _TEGEN_KEUZES.items()],
        value=OPENED,
        size="xs",
    )
    return html.Section(
        [
            html.H2(_GEVOLGEN.say(taal), id="wb-h-gevolgen"),
            html.Div(id="wb-boodschap", role="status"),
            vak(BEELDEN[1], taal, kop=3, hoogte=300),
            html.H3(_OPVALT.say(taal)),
            html.Div(id="wb-bevindingen"),
            html.Div([html.Span(_TEGEN.say(taal), className="keuzelabel"), control], className="keuze wb-tegen"),
            vak(BEELDEN[0], taal, kop=3, chart=False),
            vak(BEELDEN[2], taal, kop=3, hoogte=260),
        ],
        className="wb-rechts",
    )


def antwoord(context: Context, actie: Mapping[str, Any], staat: Staat) -> tuple[Staat, dict[str, Any]]:
    """Return the state after an action, and what the browser should know of it."""
    step = gedaan(context, staat, actie)
    return step.staat, {
        "nummer": actie.get("nummer"),
        "doe": actie.get("doe"),
        "vooruit": bool(actie.get("vooruit")),
        "zegt": step.zegt,
        "telt": step.telt,
        "nieuw": step.nieuw,
        "verandert": step.staat != staat,
        "vorig": {**staat.werk.json(), "verwijzing": staat.verwijzing, "oorsprong": staat.oorsprong},
    }


def afdruk(*parts: Any) -> str:
    """Return a short hash of what figures depend on: where it is the same, they are not drawn again."""
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]


def register(app: Dash, context: Context) -> None:
    """Let actions change the state, and the page follow it."""
    for ident in BEELDEN:
        koppel(app, ident)
    for name, source in _IN_BROWSER.items():
        app.clientside_callback(
            ClientsideFunction("werkbank", name),
            Output("werkbank", f"data-{name}"),
            Input(source, "data"),
        )

    seen = (State("werkbank-tegen", "value"), State("werkbank-afdruk", "data"), State("werkbank-goed", "data"))

    @app.callback(
        Output("staat", "data", allow_duplicate=True),
        Output("werkbank-antwoord", "data"),
        Output("werkbank-afdruk", "data", allow_duplicate=True),
        Output("werkbank-goed", "data", allow_duplicate=True),
        Input("werkbank-actie", "data"),
        State("staat", "data"),
        *seen,
        prevent_initial_call=True,
    )
    def do(actie: Any, data: Any, tegen: str, mark: str | None, goed: Any) -> Any:
        if actie is None or data is None:
            return (no_update,) * 4
        after, told = antwoord(context, actie, staat_van(data))
        if not told["verandert"]:
            return no_update, told, no_update, no_update
        *drawn, shown, mark, goed = getekend(context, after, tegen, mark, goed)
        # Drawn with the answer: a store of its own would wait for whatever the new state sets in motion.
        told["beelden"] = {ident: each for ident, each in zip(BEELDEN, drawn, strict=True) if each is not no_update}
        return after.json(), {**told, "stand": shown}, mark, goed

    @app.callback(
        *(Output(f"{ident}-data", "data") for ident in BEELDEN),
        *(Output(ident, "data") for ident in ("werkbank-stand", "werkbank-afdruk", "werkbank-goed")),
        Input("staat", "data"),
        Input("werkbank-tegen", "value"),
        *seen[1:],
    )
    def fill(data: Any, tegen: str, mark: str | None, goed: Any) -> Any:
        return (no_update,) * 6 if data is None else getekend(context, staat_van(data), tegen, mark, goed)


def getekend(context: Context, staat: Staat, tegen: str, drawn: str | None, goed: Mapping[str, Any] | None) -> Any:
    """Return the payloads of figures that are not drawn yet, what cards and forms show, and marks of both."""
    uitkomst = context.uitkomst(staat.werk)
    shown = getoond(context, staat, uitkomst, goed)
    mark = afdruk(shown.werk.kenmerk, shown.oud, staat.verwijzing, staat.eenheid, staat.prijzen, staat.taal, tegen)
    new: list[Any] = [no_update] * len(BEELDEN)
    if mark != drawn:
        new = figuren(context, staat, shown, tegen) or new
    last = {"verwijzing": staat.verwijzing, "werk": shown.werk.json()}
    return *new, stand(context, staat, uitkomst, shown), mark, last
