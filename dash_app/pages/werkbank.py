"""Werkbank: choose a scenario, change it, and see at once what that does."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, dcc, html

from dash_app.beeld import attributen, vak
from dash_app.context import Context
from dash_app.loket import beantwoord
from dash_app.werkbank.antwoord import ADRES, BEELDEN, handelingen
from dash_app.werkbank.stand import OPENED, soorten
from dash_app.woorden import PAGINAS
from model.scenario import BASIS
from model.text import Language, Text, same

_IN_BROWSER = {
    "soorten": (("werkbank-soorten", "data"),),
    "onthoud": (("geschiedenis", "data"),),
    "volg": (("staat", "data"), ("werkbank-tegen", "value")),
}
_SCENARIO = Text("Scenario", "Scenario")
_MAATREGELEN = Text("Maatregelen", "Measures")
_FORMULIER = Text("Maatregel wijzigen", "Edit measure")
_PARAMETERS = Text("Parameters", "Parameters")
_NAAR_MAATREGELEN = Text("Terug naar de maatregelen", "Back to the measures")
_NAAR_PARAMETERS = Text("Naar de parameters", "To the parameters")
_GEVOLGEN = Text("Wat het doet", "What it does")
_OPVALT = Text("Wat opvalt", "What stands out")
_VERDER = {
    BEELDEN[1]: Text("Dekking", "Cover"),
    BEELDEN[0]: Text("Kerncijfers", "Key figures"),
    BEELDEN[2]: Text("Tekort", "Shortfall"),
}
_TEGEN = Text("Verschil met", "Difference with")
_TEGEN_KEUZES = {OPENED: Text("geopend scenario", "scenario as opened"), BASIS: same("Basis")}


def layout(context: Context, taal: Language) -> Any:
    """Return the page: what the browser fills is empty here."""
    return [
        html.H1(PAGINAS["/werkbank"].say(taal)),
        dcc.Store(id="werkbank-soorten", data=soorten(taal)),
        html.P("", id="werkbank-zegt", className="alleen-lezen", role="status"),
        html.Div(
            html.Div([_lijst(taal), _midden(taal), _rechts(taal), _onder(taal)], className="wb-werk"),
            className="werkbank",
            id="werkbank",
        ),
    ]


def _lijst(taal: Language) -> Any:
    return html.Section(
        [
            html.H2(_SCENARIO.say(taal), id="wb-h-scenario"),
            html.Div(id="wb-scenario"),
            html.H2(_MAATREGELEN.say(taal), id="wb-h-maatregelen", tabIndex=-1),
            html.Div(id="wb-balk"),
            html.P(html.A(_NAAR_PARAMETERS.say(taal), href="#wb-h-parameters"), className="hulp"),
            html.Ol(id="wb-kaarten", className="kaarten", **attributen(aria_labelledby="wb-h-maatregelen")),
        ],
        className="wb-lijst",
    )


def _midden(taal: Language) -> Any:
    """Return the place of the form; before and after it a way back to the list."""
    first, last = (
        html.P(html.A(_NAAR_MAATREGELEN.say(taal), href="#wb-h-maatregelen"), className="hulp") for _ in range(2)
    )
    heading = html.H2(_FORMULIER.say(taal), id="wb-h-formulier")
    return html.Section([heading, first, html.Div(id="wb-formulier"), last], className="wb-midden")


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
            html.Div([html.H2(_GEVOLGEN.say(taal), id="wb-h-gevolgen"), _verder(taal)], className="wb-kop"),
            vak(BEELDEN[1], taal, kop=3, hoogte=270),
            html.Div(id="wb-boodschap", role="status"),  # below it: what is said moves no chart
            html.H3(_OPVALT.say(taal)),
            html.Div(id="wb-bevindingen"),
            vak(BEELDEN[0], taal, kop=3, chart=False),
            html.Div([html.Span(_TEGEN.say(taal), className="keuzelabel"), control], className="keuze wb-tegen"),
            vak(BEELDEN[2], taal, kop=3, hoogte=240),
        ],
        className="wb-rechts",
    )


def _verder(taal: Language) -> Any:
    """Return the ways to the figures below, so that people see that they are there."""
    links = [html.A(text.say(taal), href=f"#{ident}") for ident, text in _VERDER.items()]
    return html.Nav(links, **attributen(aria_label=_GEVOLGEN.say(taal)))


def register(app: Dash, context: Context) -> None:
    """Answer actions, and let the browser follow the state."""
    beantwoord(app, ADRES, handelingen(context))
    for name, source in _IN_BROWSER.items():
        app.clientside_callback(
            ClientsideFunction("werkbank", name),
            Output("werkbank", f"data-{name}"),
            *(Input(ident, prop) for ident, prop in source),
        )
