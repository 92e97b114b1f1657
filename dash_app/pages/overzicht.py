"""Overzicht: the story of the open scenario on one screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, dcc, html, no_update

from dash_app.beeld import Beeld, Drawing, koppel, payload, stempel, vak
from dash_app.context import Context
from dash_app.figures.bronkleuren import bronnen
from dash_app.figures.programma import gedekt, onder_plafond
from dash_app.figures.rekening import rekening
from dash_app.figures.staven import Merk
from dash_app.jaren import kolomjaren, niet_getoond
from dash_app.kerngetallen import kerngetallen
from dash_app.staat import Staat, staat_van
from dash_app.woorden import NIET_TE_REKENEN, PAGINAS
from dash_app.zinnen import zin_dekking, zin_plafond, zin_rekening
from model.findings import cliff, findings, renewal_dry
from model.overviews import ceiling_table, covered_table, recurring, whole_bill_table
from model.result import Result
from model.tables import Prices, Years
from model.text import LANGUAGES, Language, Text, euro, joined

PROGRAMMAS = tuple(f"overzicht-programma-{number}" for number in range(1, 7))
REKENING = "overzicht-rekening"
HOOGTE = 300  # of the chart of a programme, so that they stand on one line
REKENINGHOOGTE = 340
KERN = Text("Kerncijfers", "Key figures")
BEVINDINGEN = Text("Wat opvalt", "What stands out")
_REST = Text(
    "Niet getekend zijn de kleinste programma's: {namen}. In de kerncijfers en de rekening tellen zij mee.",
    "The smallest programmes are not drawn: {namen}. They count in the key figures and the bill.",
)
_BILL = Text("Wie krijgt de rekening", "Who gets the bill")
_DRY = Text("vanaf {jaar} geen geld<br>meer voor vernieuwing", "no money left for<br>renewal from {jaar}")
_CLIFF = Text("afgrond {jaar}:<br>{geld} valt weg", "cliff {jaar}:<br>{geld} ends")


def layout(context: Context, taal: Language) -> Any:
    """Return the page: places for key figures, programmes, the bill and the findings, empty as yet."""
    return [
        html.H1(PAGINAS["/"].say(taal)),
        html.P(id="overzicht-over", className="overzicht-over"),
        html.Div(id="overzicht-melding", role="status", className="overzicht-melding"),
        html.Section(
            [html.H2(KERN.say(taal), className="alleen-lezen"), html.Ul(id="overzicht-kern", className="kerngetallen")],
            id="overzicht-kernvak",
        ),
        html.Div(
            [
                *(html.Div(vak(ident, taal, hoogte=HOOGTE), id=f"{ident}-vak", hidden=True) for ident in PROGRAMMAS),
                html.Div(vak(REKENING, taal, hoogte=REKENINGHOOGTE), id=f"{REKENING}-vak", hidden=True),
                html.Section(
                    [html.H2(BEVINDINGEN.say(taal)), html.Ul(id="overzicht-bevindingen", className="bevindingen")],
                    id="overzicht-opvallend",
                ),
            ],
            className="rooster overzicht",
        ),
        dcc.Store(id="overzicht-data"),
    ]


def getekende(result: Result) -> tuple[list[str], list[str]]:
    """Return the programmes that are drawn, in order of the dataset, and those for which there is no place.

    The largest are drawn, by what they ask over the horizon.
    """
    programmas = list(result.grid.programmas)
    by_size = sorted(programmas, key=lambda each: -float(result.indicator("behoefte", each).sum()))
    drawn = set(by_size[: len(PROGRAMMAS)])
    return [p for p in programmas if p in drawn], [p for p in programmas if p not in drawn]


def programma_beeld(result: Result, prices: Prices, programma: str, jaren: Years = "begroting") -> Beeld:
    """Return the figure of a programma: below its ceiling where it has operation to pay, else against its need."""
    merken = gemerkt(result, prices, programma)
    years = kolomjaren(result, jaren)
    if recurring(result, programma):
        table = ceiling_table(result, prices, programma, jaren)
        draw: Drawing = partial(onder_plafond, merken=merken)
        sentence = zin_plafond(result, prices, programma)
    else:
        table = covered_table(result, prices, programma, jaren)
        draw = partial(gedekt, merken=merken, order=bronnen(result))
        sentence = zin_dekking(result, prices, programma, table)
    return Beeld(table.title, sentence, table, draw, years, result.years)


def gemerkt(result: Result, prices: Prices, programma: str) -> list[Merk]:
    """Return the years that are marked in the chart of a programma: where renewal runs dry, and its cliff."""
    found = []
    dry, edge = renewal_dry(result, programma), cliff(result, prices, programma)
    if dry is not None:
        found.append(Merk(dry, Text(*(text.format(jaar=dry) for text in _DRY))))
    if edge is not None:
        money = euro(edge.money)
        words = (_CLIFF.nl.format(jaar=edge.year, geld=money.nl), _CLIFF.en.format(jaar=edge.year, geld=money.en))
        found.append(Merk(edge.year, Text(*words)))
    return found


def rekening_beeld(result: Result, prices: Prices, jaren: Years = "begroting") -> Beeld:
    """Return who is left with the bill; the chart is of all years together, only the table may leave some out."""
    table, years = whole_bill_table(result, prices, jaren), (*kolomjaren(result, jaren), result.years[-1])
    noted = replace(table, notes=(*table.notes, *niet_getoond(result.years, years)))
    return Beeld(_BILL, zin_rekening(result, prices), noted, rekening, years)


def verhaal(result: Result, staat: Staat) -> dict[str, Any]:
    """Return key figures, findings and what the scenario is about, as the browser draws them."""
    told = findings(result, staat.prijzen)
    rest = getekende(result)[1]
    if rest:
        told.append(Text(*(_REST.say(taal, namen=joined(rest, taal)) for taal in LANGUAGES)))
    return {
        "over": str(staat.werk.kop.get("omschrijving") or ""),
        "kern": [each.payload(staat.taal, staat.eenheid) for each in kerngetallen(result, staat.prijzen)],
        "bevindingen": [text.say(staat.taal) for text in told],
    }


def register(app: Dash, context: Context) -> None:
    """Fill the page."""
    idents = (*PROGRAMMAS, REKENING)
    for ident in idents:
        koppel(app, ident)
    app.clientside_callback(
        ClientsideFunction("overzicht", "vertel"),
        Output("overzicht-kernvak", "data-stand"),
        Input("overzicht-data", "data"),
    )

    @app.callback(
        *(Output(f"{ident}-data", "data") for ident in idents),
        *(Output(f"{ident}-vak", "hidden") for ident in idents),
        Output("overzicht-data", "data"),
        Output("overzicht-melding", "children"),
        Input("staat", "data"),
    )
    def fill(data: Mapping[str, Any] | None) -> Any:
        if data is None:
            return (no_update,) * (2 * len(idents) + 2)
        staat = staat_van(data)
        result = context.uitkomst(staat.werk).result
        if result is None:
            hidden = (True,) * len(idents)
            return *((no_update,) * len(idents)), *hidden, verhaal_zonder(staat), NIET_TE_REKENEN.say(staat.taal)
        figures = beelden(result, staat.prijzen, staat.jaren)
        stamp = stempel(
            staat.werk.naam, staat.werk.kenmerk, context.vingerafdruk, staat.werk.kop.get("status"), staat.taal
        )
        drawn = [no_update if beeld is None else payload(beeld, staat.taal, staat.eenheid, stamp) for beeld in figures]
        return *drawn, *(beeld is None for beeld in figures), verhaal(result, staat), ""


def verhaal_zonder(staat: Staat) -> dict[str, Any]:
    """Return what is told of a scenario that cannot be worked out: what it is about."""
    return {"over": str(staat.werk.kop.get("omschrijving") or ""), "kern": [], "bevindingen": []}


def beelden(result: Result, prices: Prices, jaren: Years = "begroting") -> list[Beeld | None]:
    """Return the figures of the page: a place per programma, `None` where there are fewer, and the bill."""
    drawn = [programma_beeld(result, prices, programma, jaren) for programma in getekende(result)[0]]
    empty = [None] * (len(PROGRAMMAS) - len(drawn))
    return [*drawn, *empty, rekening_beeld(result, prices, jaren)]
