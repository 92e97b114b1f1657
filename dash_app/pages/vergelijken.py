"""Vergelijken: the open scenario beside others: inputs that differ, results, and the steps from one to another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html, no_update

from dash_app.beeld import koppel, vak
from dash_app.context import Context
from dash_app.vergelijkstand import BEELDEN, BRUG, BRUGKEUZES, EERSTE, MOST, brug_gevuld, gevuld, na_keuze
from dash_app.woorden import KEUZES, PAGINAS
from model.indicators import INDICATORS
from model.text import Language, Text

_UITLEG = Text(
    "Het open scenario is A, ook met wijzigingen die nog niet zijn bewaard. Kies er ten hoogste drie naast.",
    "The open scenario is A, also with changes that were not saved. Choose up to three beside it.",
)
_NAAST = Text("Naast het open scenario", "Beside the open scenario")
_ZOEK = Text("Typ om te zoeken", "Type to search")
_INVOER = Text("Invoer die verschilt", "Inputs that differ")
_STAP = Text("Stap voor stap", "Step by step")
_STAP_UITLEG = Text(
    "Wat elke maatregel toevoegt, in de volgorde waarin de maatregelen staan. Kleine stappen zijn in de grafiek"
    " samengenomen; de tabel heeft ze alle.",
    "What each measure adds, in the order in which the measures stand. The chart takes small steps together; the table"
    " has them all.",
)


def layout(context: Context, taal: Language) -> Any:
    """Return the page."""
    lijn, verschil = vak(BEELDEN[0], taal, hoogte=380, open_=True), vak(BEELDEN[1], taal, chart=False)
    alles = [vak(BEELDEN[2], taal, chart=False), vak(BEELDEN[3], taal, chart=False)]
    invoer = [html.H2(_INVOER.say(taal)), html.Div(id="vergelijken-invoer", className="woorden")]
    leeg: Any = {"data-leeg": "ja"}
    return html.Div(
        [
            html.H1(PAGINAS["/vergelijken"].say(taal)),
            html.P(_UITLEG.say(taal), className="inleiding"),
            html.Div([_naast(context, taal), _kerncijfer(taal)], className="vergelijken-keuzes"),
            html.Div(id="vergelijken-melding", className="woorden melding-woorden", role="status"),
            html.Section(invoer, className="vergelijken-verschillen"),
            html.Div([lijn, verschil], className="vergelijken-twee"),
            html.Section(_stappen(taal), className="vergelijken-stappen"),
            html.Div(alles, className="vergelijken-alles"),
            dcc.Store(id="vergelijken-woorden"),
            dcc.Store(id="vergelijken-brugwoorden"),
        ],
        className="vergelijken",
        id="vergelijken",
        **leeg,
    )


def _naast(context: Context, taal: Language) -> Any:
    return dmc.MultiSelect(
        id="vergelijken-naast",
        label=_NAAST.say(taal),
        placeholder=_ZOEK.say(taal),
        data=[{"value": ref, "label": naam} for ref, naam in context.scenarios()],
        maxValues=MOST,
        hidePickedOptions=True,
        searchable=True,
        openOnFocus=False,
        withScrollArea=False,
        comboboxProps={"withinPortal": False},
    )


def _kerncijfer(taal: Language) -> Any:
    return dmc.Select(
        id="vergelijken-kerncijfer",
        label=KEUZES["kerncijfer"].say(taal),
        data=[{"value": ident, "label": each.naam.say(taal)} for ident, each in INDICATORS.items()],
        value=EERSTE,
        allowDeselect=False,
    )


def _stappen(taal: Language) -> list[Any]:
    return [
        html.H2(_STAP.say(taal)),
        html.P(_STAP_UITLEG.say(taal), className="inleiding"),
        _brugkeuzes(taal),
        html.Div(id="vergelijken-brugmelding", className="woorden", role="status"),
        vak(BRUG, taal, kop=3, open_=True),
    ]


def _brugkeuzes(taal: Language) -> Any:
    return html.Div(
        [
            dmc.Select(id=f"vergelijken-{name}", label=KEUZES[name].say(taal), data=[], allowDeselect=False)
            for name in BRUGKEUZES
        ],
        className="vergelijken-keuzes",
    )


def _draw(app: Dash) -> None:
    """Let the browser draw figures and words when they change."""
    for ident in (*BEELDEN, BRUG):
        koppel(app, ident)
    for store, part in (("woorden", "invoer"), ("brugwoorden", "brugmelding")):
        app.clientside_callback(
            ClientsideFunction("naast", "woorden"),
            Output(f"vergelijken-{part}", "data-stand"),
            Input(f"vergelijken-{store}", "data"),
        )


def register(app: Dash, context: Context) -> None:
    """Fill the page."""
    _draw(app)

    @app.callback(
        *(Output(f"{ident}-data", "data") for ident in BEELDEN),
        Output("vergelijken-woorden", "data"),
        Output("vergelijken", "data-leeg"),
        Output("vergelijken-naast", "data"),
        Output("vergelijken-naast", "value"),
        Output("vergelijken-kerncijfer", "value"),
        Input("staat", "data"),
    )
    def fill(data: Mapping[str, Any] | None) -> Any:
        return (no_update,) * (len(BEELDEN) + 5) if data is None else gevuld(context, data)

    @app.callback(
        Output(f"{BRUG}-data", "data"),
        Output("vergelijken-brugwoorden", "data"),
        Output(BRUG, "data-er"),
        *(Output(f"vergelijken-{name}", "data") for name in BRUGKEUZES),
        *(Output(f"vergelijken-{name}", "value") for name in BRUGKEUZES),
        Input("staat", "data"),
    )
    def steps(data: Mapping[str, Any] | None) -> Any:
        return (no_update,) * 9 if data is None else brug_gevuld(context, data)

    @app.callback(
        Output("staat", "data", allow_duplicate=True),
        Input("vergelijken-naast", "value"),
        *(Input(f"vergelijken-{name}", "value") for name in ("kerncijfer", *BRUGKEUZES)),
        State("staat", "data"),
        prevent_initial_call=True,
    )
    def chosen(naast: Sequence[str] | None, kerncijfer: str, van: str, naar: str, moment: str, data: Any) -> Any:
        if data is None or naast is None:
            return no_update
        after = na_keuze(context, data, naast, kerncijfer=kerncijfer, van=van, naar=naar, moment=moment)
        return no_update if after == {"keuze": {}, **data} else after
