"""Excel: the open scenario as a workbook, and a workbook that comes back, cell by cell, before it is taken over."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html

from dash_app.bestanden import inhoud
from dash_app.context import Context
from dash_app.excel import woorden as w
from dash_app.excel.meenemen import bestand
from dash_app.excel.tabellen import Als
from dash_app.excel.terug import MOST, gelezen, plat
from dash_app.loket import Vraag, beantwoord
from dash_app.staat import staat_van
from dash_app.woorden import PAGINAS
from model.text import Language, Text

ADRES = "/werkmap"


def layout(context: Context, taal: Language) -> Any:
    """Return the page."""
    words: dict[str, Any] = {"data-woorden": json.dumps(_words(taal), ensure_ascii=False), "data-most": str(MOST)}
    return [
        html.H1(PAGINAS["/excel"].say(taal)),
        html.Div([_meenemen(taal), _terug(taal)], className="excel", id="excel", **words),
        html.Section(id="excel-uitkomst", className="excel-uitkomst", hidden=True),
    ]


def _words(taal: Language) -> dict[str, str]:
    shown = w.IN_DE_BROWSER | {"klopt": w.KLOPT, "klopt-uitleg": w.KLOPT_UITLEG, "neem": w.NEEM_OVER, "weg": w.WEG}
    return {name: text.say(taal) for name, text in shown.items()}


def _meenemen(taal: Language) -> Any:
    kinds = (
        ("werkmap", w.WERKMAP, w.WERKMAP_UITLEG, "knop hoofd"),
        ("scenario", w.SCENARIO, w.SCENARIO_UITLEG, "knop"),
        ("resultaten", w.RESULTATEN, w.RESULTATEN_UITLEG, "knop"),
    )
    return html.Section(
        [
            html.H2(w.MEENEMEN.say(taal)),
            html.P(w.MEENEMEN_UITLEG.say(taal), className="uitleg"),
            html.Ul(
                [_soort(kind, title, told, style, taal) for kind, title, told, style in kinds], className="soorten"
            ),
            html.P(id="excel-maken", className="bezig", role="status"),
            html.Div(id="excel-maken-fout", className="venster-fout", role="alert"),
        ]
    )


def _soort(kind: str, title: Text, told: Text, style: str, taal: Language) -> Any:
    what: dict[str, Any] = {"data-meenemen": kind, "aria-describedby": f"excel-{kind}-uitleg"}
    return html.Li(
        [
            html.Div([html.H3(title.say(taal)), html.P(told.say(taal), id=f"excel-{kind}-uitleg")]),
            html.Button(w.KNOPPEN[kind].say(taal), type="button", className=style, id=f"excel-{kind}", **what),
        ]
    )


def _terug(taal: Language) -> Any:
    choose = dmc.Button(w.KIES.say(taal), id="excel-kies", className="kies")
    return html.Section(
        [
            html.H2(w.TERUG.say(taal)),
            html.P(w.TERUG_UITLEG.say(taal, most=MOST), className="uitleg", id="excel-terug-uitleg"),
            dcc.Upload(
                html.Div([choose, html.Span(w.SLEEP.say(taal), className="sleep")], className="neerleggen"),
                id="excel-bestand",
                accept=".xlsx,.toml",
                multiple=False,
                className="upload",
                className_active="upload actief",
                style={},
                style_active={},
            ),
            html.Div(
                [
                    html.P(id="excel-lezen", className="bezig", role="status"),
                    html.Button(w.STOP.say(taal), type="button", className="knop", id="excel-stop", hidden=True),
                ],
                className="knoppen",
            ),
            html.Div(id="excel-lezen-fout", className="venster-fout", role="alert"),
        ]
    )


def register(app: Dash, context: Context) -> None:
    """Make files and read them when asked."""
    beantwoord(app, ADRES, {"maak": partial(maak, context), "lees": partial(lees, context)})
    app.clientside_callback(
        ClientsideFunction("excel", "gekozen"),
        Output("excel", "data-stand"),
        Input("excel-bestand", "contents"),
        State("excel-bestand", "filename"),
        prevent_initial_call=True,
    )


def maak(context: Context, vraag: Vraag, taal: Language) -> dict[str, Any]:
    """Return the open scenario as a file of one `soort`."""
    staat = staat_van(vraag["staat"])
    return {
        "bestand": bestand(
            context, staat.werk, str(vraag["soort"]), Als(taal, staat.eenheid, staat.prijzen, staat.jaren)
        )
    }


def lees(context: Context, vraag: Vraag, taal: Language) -> dict[str, Any]:
    """Return what a file changes, and what is wrong with it."""
    raw = inhoud(str(vraag["inhoud"]))
    nu = staat_van(vraag["staat"]).werk
    return {"gelezen": plat(gelezen(context, nu, str(vraag["naam"]), raw, klopt=bool(vraag.get("klopt"))), taal)}
