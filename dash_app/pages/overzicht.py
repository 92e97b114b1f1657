"""Overzicht: the story of the open scenario on one screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import Dash, Input, Output, html, no_update

from dash_app.beeld import Beeld, koppel, payload, stempel, vak
from dash_app.context import Context
from dash_app.figures.staven import gestapeld
from dash_app.staat import staat_van
from dash_app.woorden import NIET_TE_REKENEN, PAGINAS
from model.findings import findings
from model.overviews import indicators_table, sources_table
from model.result import Result
from model.tables import Prices, window
from model.text import Language, Text

BEELDEN = ("overzicht-bronnen", "overzicht-kerncijfers")


def layout(context: Context, taal: Language) -> Any:
    """Return the page."""
    return [
        html.H1(PAGINAS["/"].say(taal)),
        html.Div(id="overzicht-bevindingen"),
        html.Div([vak(BEELDEN[0], taal), vak(BEELDEN[1], taal, chart=False)], className="rooster"),
    ]


def beelden(result: Result, prices: Prices) -> list[Beeld]:
    """Return the figures of the page, in order of `BEELDEN`."""
    told = findings(result, prices)
    years = (*window(result, prices).years, result.years[-1])
    key, paid = indicators_table(result, prices), sources_table(result, prices)
    sentence = told[0] if told else Text("", "")
    return [
        Beeld(paid.title, sentence, paid, gestapeld, years),
        Beeld(key.title, sentence, key, None, years),
    ]


def register(app: Dash, context: Context) -> None:
    """Fill the page."""
    for ident in BEELDEN:
        koppel(app, ident)

    @app.callback(
        *(Output(f"{ident}-data", "data") for ident in BEELDEN),
        Output("overzicht-bevindingen", "children"),
        Input("staat", "data"),
    )
    def fill(data: Mapping[str, Any] | None) -> Any:
        if data is None:
            return (no_update,) * (len(BEELDEN) + 1)
        staat = staat_van(data)
        result = context.uitkomst(staat.werk).result
        if result is None:
            return *(no_update for _ in BEELDEN), html.P(NIET_TE_REKENEN.say(staat.taal))
        stamp = stempel(
            staat.werk.naam, staat.werk.kenmerk, context.vingerafdruk, staat.werk.kop.get("status"), staat.taal
        )
        drawn = [payload(beeld, staat.taal, staat.eenheid, stamp) for beeld in beelden(result, staat.prijzen)]
        told = [html.Li(text.say(staat.taal)) for text in findings(result, staat.prijzen)]
        return *drawn, html.Ul(told)
