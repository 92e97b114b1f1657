"""The frame around every page: the name, the menu, which scenario is open, and how figures are shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html, no_update

from dash_app.beeld import attributen
from dash_app.context import Context
from dash_app.opslaan import knoppen
from dash_app.staat import staat_van
from dash_app.woorden import (
    EENHEDEN,
    EENHEID,
    GEEN_PAGINA,
    GEEN_PAGINA_UITLEG,
    GEWIJZIGD,
    HOOFDMENU,
    JAREN,
    NAAM,
    NAAR_INHOUD,
    PAGINAS,
    PRIJSBASES,
    PRIJZEN,
    TAAL_WISSEL,
    WELKE_JAREN,
    genoemd,
)
from model.text import Language


def layout(taal: Language, pages: Mapping[str, Any], start: str) -> list[Any]:
    """Return the head, the place for a page, and the foot; `start` is the scenario that opens by itself."""
    return [
        html.A(NAAR_INHOUD.say(taal), href="#inhoud", className="naar-inhoud"),
        html.Header(
            [
                html.Div([dcc.Link(NAAM, href="/", className="merk"), _menu(taal, pages)], className="kopregel"),
                html.Div([_scenario(taal), knoppen(taal), _weergave(taal, start)], className="kopregel tweede"),
            ],
            className="kop",
        ),
        html.Div(id="melding", className="meldingen", role="status"),
        html.Main(id="inhoud", tabIndex=-1),
        html.Footer(id="voet"),
    ]


def _menu(taal: Language, pages: Mapping[str, Any]) -> Any:
    links = [html.Li(dcc.Link(PAGINAS[path].say(taal), href=path, className="menulink")) for path in pages]
    return html.Nav(html.Ul(links), **attributen(aria_label=HOOFDMENU.say(taal)))


def _scenario(taal: Language) -> Any:
    said = attributen(data_gewijzigd=GEWIJZIGD.say(taal))
    return html.P(
        [html.Span(id="open-naam", className="open-naam"), html.Span(id="open-stand", className="open-stand", **said)],
        className="open-scenario",
    )


def _weergave(taal: Language, start: str) -> Any:
    other, name = TAAL_WISSEL[taal]
    switch = attributen(hrefLang=other, lang=other, data_vanzelf=start)
    return html.Div(
        [
            _keuze("eenheid", EENHEID.say(taal), {key: text.say(taal) for key, text in EENHEDEN.items()}),
            _keuze("prijzen", PRIJZEN.say(taal), {key: text.say(taal) for key, text in PRIJSBASES.items()}),
            _keuze("jaren", JAREN.say(taal), {key: text.say(taal) for key, text in WELKE_JAREN.items()}),
            html.A(name, id="taalwissel", href=f"?taal={other}", className="taalwissel", **switch),
        ],
        className="weergave",
    )


def _keuze(ident: str, label: str, options: Mapping[str, str]) -> Any:
    control = dmc.SegmentedControl(
        id=ident,
        data=[{"value": value, "label": text} for value, text in options.items()],
        value=next(iter(options)),
        size="xs",
    )
    return html.Div([html.Span(label, id=f"{ident}-label", className="keuzelabel"), control], className="keuze")


def onbekend(taal: Language) -> Any:
    """Return what is shown where there is no such page."""
    return [html.H1(GEEN_PAGINA.say(taal)), html.P(GEEN_PAGINA_UITLEG.say(taal))]


def register(app: Dash, context: Context) -> None:
    """Keep the head true to the state, and the state to the switches."""

    @app.callback(
        Output("open-naam", "children"),
        Output("open-naam", "title"),
        Output("open-stand", "children"),
        Output("voet", "children"),
        Output("eenheid", "value"),
        Output("prijzen", "value"),
        Output("jaren", "value"),
        Input("staat", "data"),
    )
    def shown(data: Mapping[str, Any] | None) -> Any:
        if data is None:
            return (no_update,) * 7
        staat = staat_van(data)
        stand = GEWIJZIGD.say(staat.taal) if staat.gewijzigd else ""
        naam = genoemd(staat.werk.naam, staat.taal)
        foot = f"{context.baseline.name} · {context.vingerafdruk} · {naam} · {staat.werk.kenmerk}"
        return naam, naam, stand, foot, staat.eenheid, staat.prijzen, staat.jaren

    app.clientside_callback(
        ClientsideFunction("schil", "geschakeld"),
        Output("staat", "data", allow_duplicate=True),
        Input("eenheid", "value"),
        Input("prijzen", "value"),
        Input("jaren", "value"),
        State("staat", "data"),
        prevent_initial_call=True,
    )
