"""Wie betaalt: the bill per partij, by which route it is paid, and what is left; to print and to paste into Word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html, no_update

from dash_app.beeld import koppel, stempel, vak
from dash_app.blad import idents, payloads, rekeningen
from dash_app.bladkeuze import ALLE, JAREN, keus, partijen, perioden
from dash_app.bladwoorden import datasetnaam, feiten, gronden
from dash_app.context import Context
from dash_app.keuze import gekozen, met_keuze
from dash_app.staat import staat_van
from dash_app.woorden import KEUZES, NIET_TE_REKENEN, PAGINAS
from model.text import Language, Text

BEELDEN = idents()
_UITLEG = Text(
    "Wat elke partij moet dragen, wie dat betaalt en langs welke route, en wat er voor de partij zelf overblijft.",
    "What each party must bear, who pays it and by which route, and what is left to the party itself.",
)
_KOPIEER = Text("Kopieer voor Word", "Copy for Word")
_KOPIEER_ALLES = Text("Kopieer alle tabellen", "Copy all tables")
_PRINT = Text("Druk af op één A4", "Print on one A4")
_GRONDEN = Text("Waar deze cijfers op rusten", "What these figures rest on")
_OVERIG = Text(
    "Indices, verdeelsleutels en andere parameters staan in Bronnen en aannames.",
    "Indices, keys and other parameters stand in Sources and assumptions.",
)


def layout(context: Context, taal: Language) -> Any:
    """Return the page."""
    leeg: Any = {"data-leeg": "ja"}
    return html.Div(
        [
            html.H1(PAGINAS["/wie-betaalt"].say(taal)),
            html.P(_UITLEG.say(taal), className="inleiding"),
            html.Div(id="wie-betaalt-feiten", className="woorden blad-feiten"),
            html.Div([*_keuzes(taal), _knoppen(taal)], className="blad-keuzes"),
            html.P(id="wie-betaalt-gekopieerd", className="blad-gekopieerd", role="status"),
            html.Div(id="wie-betaalt-melding", className="woorden melding-woorden", role="status"),
            vak(BEELDEN[0], taal, hoogte=340, open_=True),
            html.Div([vak(ident, taal, chart=False) for ident in BEELDEN[1:]], className="blad-tabellen"),
            html.Section(
                [
                    html.H2(_GRONDEN.say(taal)),
                    html.Div(id="wie-betaalt-gronden", className="woorden"),
                    html.P(_OVERIG.say(taal), className="inleiding"),
                ],
                className="blad-gronden",
            ),
            dcc.Store(id="wie-betaalt-woorden"),
        ],
        id="wie-betaalt",
        className="blad",
        **leeg,
    )


def _keuzes(taal: Language) -> list[Any]:
    return [
        dmc.Select(id=f"wie-betaalt-{name}", label=KEUZES[name].say(taal), data=[], allowDeselect=False)
        for name in ("partij", "periode")
    ]


def _knoppen(taal: Language) -> Any:
    copies = ((_KOPIEER, BEELDEN[:1]), (_KOPIEER_ALLES, BEELDEN))
    buttons = [_knop(label.say(taal), {"data-kopieer": ",".join(which)}) for label, which in copies]
    return html.Div([*buttons, _knop(_PRINT.say(taal), {"data-afdruk": "blad"})], className="blad-knoppen")


def _knop(label: str, kenmerken: Any) -> Any:
    return html.Button(label, type="button", className="knop", **kenmerken)


def gevuld(context: Context, dataset: str, data: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return what fills the page: figures, words, whether there is anything, and the choices."""
    staat = staat_van(data)
    result = context.uitkomst(staat.werk).result
    if result is None:
        told = [{"kop": "", "regels": [NIET_TE_REKENEN.say(staat.taal)]}]
        return *(no_update for _ in BEELDEN), {"wie-betaalt-melding": told}, "ja", *(no_update for _ in range(4))
    found = rekeningen(result)
    parties, periods = partijen(result, found, staat.taal), perioden(result, staat.taal)
    partij = gekozen(data, "partij", (each["value"] for each in parties), ALLE)
    periode = gekozen(data, "periode", (each["value"] for each in periods), JAREN)
    wanted = keus(partij, periode)
    stamp = stempel(staat.werk.naam, staat.werk.kenmerk, context.vingerafdruk, staat.werk.kop.get("status"), staat.taal)
    words = {
        "wie-betaalt-melding": [],
        "wie-betaalt-feiten": [{"kop": "", "regels": feiten(result, staat, wanted, dataset, context.vingerafdruk)}],
        "wie-betaalt-gronden": gronden(result, found[wanted.partij], staat.taal),
    }
    drawn = payloads(result, found, staat, wanted, stamp)
    return *drawn, words, "nee", parties, periods, partij, periode


def register(app: Dash, context: Context) -> None:
    """Fill the page."""
    dataset = datasetnaam(context.baseline.name, context.folder)
    for ident in BEELDEN:
        koppel(app, ident)
    app.clientside_callback(
        ClientsideFunction("naast", "woorden"),
        Output("wie-betaalt-gronden", "data-stand"),
        Input("wie-betaalt-woorden", "data"),
    )

    @app.callback(
        *(Output(f"{ident}-data", "data") for ident in BEELDEN),
        Output("wie-betaalt-woorden", "data"),
        Output("wie-betaalt", "data-leeg"),
        Output("wie-betaalt-partij", "data"),
        Output("wie-betaalt-periode", "data"),
        Output("wie-betaalt-partij", "value"),
        Output("wie-betaalt-periode", "value"),
        Input("staat", "data"),
    )
    def fill(data: Mapping[str, Any] | None) -> Any:
        return (no_update,) * (len(BEELDEN) + 6) if data is None else gevuld(context, dataset, data)

    @app.callback(
        Output("staat", "data", allow_duplicate=True),
        Input("wie-betaalt-partij", "value"),
        Input("wie-betaalt-periode", "value"),
        State("staat", "data"),
        prevent_initial_call=True,
    )
    def chosen(partij: str | None, periode: str | None, data: Any) -> Any:
        if data is None or partij is None or periode is None:
            return no_update
        after = met_keuze(data, partij=partij, periode=periode)
        return no_update if after == {"keuze": {}, **data} else after
