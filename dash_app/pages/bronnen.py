"""Bronnen en aannames: on what every amount, parameter and measure rests, and how sure the euros are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, dcc, html, no_update

from dash_app.beeld import Beeld, koppel, payload, stempel, vak
from dash_app.bronnenlijst import (
    SOORTEN,
    STATUSNAMEN,
    publicaties,
    rijen,
)
from dash_app.context import Context
from dash_app.figures.statussen import aandelen
from dash_app.staat import Staat, staat_van
from dash_app.uitleg import met_titels
from dash_app.werk import Werk
from dash_app.woorden import PAGINAS
from dash_app.zekerheid import aansluiting, statustabel, zekerheid
from model.ledger import Plan, open_plan
from model.reconciliation import status_tables
from model.scenario import BASIS
from model.text import Language, Text

BEELDEN = ("bronnen-kosten", "bronnen-dekking")
INTRO = Text(
    "Elk bedrag, elke parameter en elke maatregel van het open scenario, met wat er achter zit: een publicatie, een"
    " afleiding daaruit, of een aanname met haar reden. Hoe zeker de euro's zijn, staat er van de dataset: wat"
    " maatregelen daaraan veranderen, telt in die aandelen niet mee.",
    "Every amount, parameter and measure of the open scenario, with what is behind it: a publication, a derivation from"
    " one, or an assumption with its reason. How sure the euros are is told of the dataset: what measures change of it"
    " does not count in those shares.",
)
KOPPEN = {
    "zeker": Text("Hoe zeker zijn de euro's van de dataset", "How sure the euros of the dataset are"),
    "zoek": Text("Zoeken en filteren", "Search and filter"),
    "lijst": Text("Bedragen, parameters en maatregelen", "Amounts, parameters and measures"),
    "publicaties": Text("Publicaties", "Publications"),
    "aansluiting": Text("Aansluiting op gepubliceerde totalen", "Reconciliation with published totals"),
}
_WORDS = {
    "zoek": Text("Zoek in alles wat hieronder staat", "Search all of what is below"),
    "wis": Text("Wis zoekterm en filters", "Clear search and filters"),
    "soort": Text("Soort", "Kind"),
    "status": Text("Status", "Status"),
    "wat": Text("Wat", "What"),
    "jaren": Text("Jaren", "Years"),
    "bedrag": Text("Bedrag of waarde", "Amount or value"),
    "publicatie": Text("Publicatie", "Publication"),
    "reden": Text("Toelichting", "Explanation"),
    "stand": Text("stand", "phase"),
    "nieuw": Text("opent in een nieuw venster", "opens in a new window"),
    "gevonden": Text(
        "{n} van {alle} regels en {p} van {allep} publicaties",
        "{n} of {alle} rows and {p} of {allep} publications",
    ),
    "niets": Text("Niets gevonden. Wis de zoekterm of een filter.", "Nothing found. Clear the search or a filter."),
    "csv": Text("Download deze regels als CSV", "Download these rows as CSV"),
    "citaat": Text("Citaat", "Quote"),
    "vindplaats": Text("Vindplaats", "Place"),
    "kenmerk": Text("Kenmerk", "Number"),
    "datum": Text("Datum", "Date"),
    "uitgever": Text("Uitgever", "Publisher"),
    "gebruikt": Text("Aantal keer genoemd: {n}", "Times named: {n}"),
    "ongebruikt": Text("Nergens bij een bedrag genoemd", "Not named at any amount"),
    "lezen": Text("lees de publicatie", "read the publication"),
    "totaal": Text("Gepubliceerd totaal", "Published total"),
    "jaar": Text("Jaar", "Year"),
    "dataset": Text("In de dataset", "In the dataset"),
    "toets": Text("Moet zijn", "Must be"),
    "verschil": Text("Verschil", "Difference"),
    "uitkomst": Text("Uitkomst", "Outcome"),
    "sluit": Text(
        "{goed} van de {alle} gepubliceerde totalen sluiten aan op de dataset.",
        "{goed} of the {alle} published totals reconcile with the dataset.",
    ),
    "bestand": Text("bronnen-en-aannames.csv", "sources-and-assumptions.csv"),
    "gezocht": Text("gezocht op: {term}", "searched for: {term}"),
}
_EENHEID = {
    "k": Text("bedragen x € 1.000, elk in het eigen prijspeil", "amounts x € 1,000, each at its own price level"),
    "mln": Text("bedragen x € 1 mln, elk in het eigen prijspeil", "amounts x € 1 mln, each at its own price level"),
}


def layout(context: Context, taal: Language) -> Any:
    """Return the page; its lists are drawn by the browser."""
    return html.Div(
        [
            html.H1(PAGINAS["/bronnen"].say(taal)),
            html.P(INTRO.say(taal), className="zin"),
            html.H2(KOPPEN["zeker"].say(taal)),
            html.Div([vak(ident, taal, kop=3, hoogte=260) for ident in BEELDEN], className="rooster"),
            html.H2(KOPPEN["zoek"].say(taal)),
            html.Div(id="bronnen-zoek"),
            html.P("", id="bronnen-telling", role="status", className="telling"),
            _section("lijst", taal),
            _section("publicaties", taal),
            _section("aansluiting", taal),
            dcc.Store(id="bronnen-data"),
        ],
        className="bronnen",
    )


def _section(name: str, taal: Language) -> Any:
    return html.Section([html.H2(KOPPEN[name].say(taal)), html.Div(id=f"bronnen-{name}")])


def beelden(context: Context) -> list[Beeld]:
    """Return the figures of the page, in order of `BEELDEN`: shares per status of costs and of money."""
    tables = [statustabel(table) for table in status_tables(context.baseline)]
    years = [tuple(int(column.nl) for column in table.columns) for table in tables]
    return [
        Beeld(table.title, zekerheid(table), table, aandelen, jaren) for table, jaren in zip(tables, years, strict=True)
    ]


def lijst(context: Context, staat: Staat) -> dict[str, Any]:
    """Return everything that the page lists, as plain data."""
    taal, scenario = staat.taal, staat.werk.scenario()[0]
    rows = rijen(_plan(context, staat), scenario, taal, staat.eenheid)
    return {
        "rijen": [row | {"reden": met_titels(row["reden"], context.baseline)} for row in rows],
        "publicaties": publicaties(context.baseline, rows),
        "aansluiting": aansluiting(context.baseline, taal, staat.eenheid),
        "soorten": {name: text.say(taal) for name, text in SOORTEN.items()},
        "statussen": {name: text.say(taal) for name, text in STATUSNAMEN.items()},
        "eenheid": _EENHEID[staat.eenheid].say(taal),
        "stempel": _stamp(context, staat.werk, taal),
        "woorden": {name: text.say(taal) for name, text in _WORDS.items()},
    }


def _plan(context: Context, staat: Staat) -> Plan:
    """Return the plan of the open scenario; where it cannot be worked out, that of the dataset."""
    result = context.uitkomst(staat.werk).result
    return open_plan(context.baseline) if result is None else result.plan


def _stamp(context: Context, werk: Werk, taal: Language) -> str:
    return stempel(werk.naam, werk.kenmerk, context.vingerafdruk, werk.kop.get("status"), taal)


def register(app: Dash, context: Context) -> None:
    """Fill the page."""
    for ident in BEELDEN:
        koppel(app, ident)
    app.clientside_callback(
        ClientsideFunction("bronnen", "teken"),
        Output("bronnen-lijst", "data-stand"),
        Input("bronnen-data", "data"),
    )

    @app.callback(
        *(Output(f"{ident}-data", "data") for ident in BEELDEN),
        Output("bronnen-data", "data"),
        Input("staat", "data"),
    )
    def fill(data: Mapping[str, Any] | None) -> Any:
        if data is None:
            return (no_update,) * (len(BEELDEN) + 1)
        staat = staat_van(data)
        stamp = _stamp(context, context.open(BASIS).werk, staat.taal)
        drawn = [payload(beeld, staat.taal, staat.eenheid, stamp) for beeld in beelden(context)]
        return *drawn, lijst(context, staat)
