"""Vergelijken: the open scenario beside others: inputs that differ, results, and the steps from one to another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html, no_update

from dash_app.beeld import Beeld, koppel, payload, stempel, vak
from dash_app.brug import brug, brugjaar, brugkeuze, brugzin, momenten
from dash_app.context import Context
from dash_app.figures.waterval import waterval
from dash_app.keuze import gekozen, met_keuze
from dash_app.staat import Staat, staat_van
from dash_app.vergelijking import Vergelijking, beelden, vergelijk, woorden
from dash_app.woorden import KEUZES, PAGINAS
from model.bridge import WITHOUT_BRIDGE
from model.indicators import INDICATORS
from model.text import Language, Text

BEELDEN = ("vergelijken-lijn", "vergelijken-verschil", "vergelijken-standen", "vergelijken-mutaties")
BRUG = "vergelijken-brug"
BRUGKEUZES = ("van", "naar", "moment")
MOST = 3
EERSTE = "tekort"
_UITLEG = Text(
    "Het open scenario is A, ook met wijzigingen die nog niet zijn bewaard. Kies er ten hoogste drie naast.",
    "The open scenario is A, also with changes that were not saved. Choose up to three beside it.",
)
_NAAST = Text("Naast het open scenario", "Beside the open scenario")
_INVOER = Text("Invoer die verschilt", "Inputs that differ")
_STAP = Text("Stap voor stap", "Step by step")
_STAP_UITLEG = Text(
    "Wat elke maatregel toevoegt, in de volgorde waarin de maatregelen staan. Kleine stappen zijn in de grafiek"
    " samengenomen; de tabel heeft ze alle.",
    "What each measure adds, in the order in which the measures stand. The chart takes small steps together; the table"
    " has them all.",
)
_GEEN_BRUG = Text(
    "Een eerste tekortjaar is geen bedrag: maatregelen tellen er niet bij op. Kies een ander kerncijfer.",
    "A first year of shortfall is no amount: measures do not add to it. Choose another key figure.",
)


def layout(context: Context, taal: Language) -> Any:
    """Return the page."""
    scenarios = [{"value": ref, "label": naam} for ref, naam in context.scenarios()]
    kerncijfers = [{"value": ident, "label": each.naam.say(taal)} for ident, each in INDICATORS.items()]
    naast = dmc.MultiSelect(
        id="vergelijken-naast", label=_NAAST.say(taal), data=scenarios, maxValues=MOST, hidePickedOptions=True
    )
    cijfer = dmc.Select(
        id="vergelijken-kerncijfer",
        label=KEUZES["kerncijfer"].say(taal),
        data=kerncijfers,
        value=EERSTE,
        allowDeselect=False,
    )
    invoer = [html.H2(_INVOER.say(taal)), html.Div(id="vergelijken-invoer", className="woorden")]
    stappen = [
        html.H2(_STAP.say(taal)),
        html.P(_STAP_UITLEG.say(taal), className="inleiding"),
        _brugkeuzes(taal),
        html.Div(id="vergelijken-brugmelding", className="woorden", role="status"),
        vak(BRUG, taal, kop=3, open_=True),
    ]
    lijn, verschil = vak(BEELDEN[0], taal, hoogte=380, open_=True), vak(BEELDEN[1], taal, chart=False)
    alles = [vak(BEELDEN[2], taal, chart=False), vak(BEELDEN[3], taal, chart=False)]
    leeg: Any = {"data-leeg": "ja"}
    return html.Div(
        [
            html.H1(PAGINAS["/vergelijken"].say(taal)),
            html.P(_UITLEG.say(taal), className="inleiding"),
            html.Div([naast, cijfer], className="vergelijken-keuzes"),
            html.Div(id="vergelijken-melding", className="woorden melding-woorden", role="status"),
            html.Section(invoer, className="vergelijken-verschillen"),
            html.Div([lijn, verschil], className="vergelijken-twee"),
            html.Section(stappen, className="vergelijken-stappen"),
            html.Div(alles, className="vergelijken-alles"),
            dcc.Store(id="vergelijken-woorden"),
            dcc.Store(id="vergelijken-brugwoorden"),
        ],
        className="vergelijken",
        id="vergelijken",
        **leeg,
    )


def _brugkeuzes(taal: Language) -> Any:
    return html.Div(
        [
            dmc.Select(id=f"vergelijken-{name}", label=KEUZES[name].say(taal), data=[], allowDeselect=False)
            for name in BRUGKEUZES
        ],
        className="vergelijken-keuzes",
    )


def namen(context: Context, staat: Staat) -> list[dict[str, str]]:
    """Return the scenarios to choose from, those chosen by a link included."""
    found = dict(context.scenarios())
    for ref in staat.naast:
        found.setdefault(ref, ref)
    return [{"value": ref, "label": naam} for ref, naam in found.items()]


def _stempel(context: Context, staat: Staat, made: Vergelijking) -> str:
    stamp = stempel(staat.werk.naam, staat.werk.kenmerk, context.vingerafdruk, staat.werk.kop.get("status"), staat.taal)
    others = [f"{d.mark}: {d.naam} {d.uitkomst.werk.kenmerk}" for d in made.deelnemers[1:] if d.uitkomst is not None]
    return " · ".join([stamp, *others])


def gevuld(context: Context, data: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return what fills the page: its figures, what is said, whether there is anything, and the choices."""
    staat = staat_van(data)
    made, ident = vergelijk(context, staat), gekozen(data, "kerncijfer", INDICATORS, EERSTE)
    controls = namen(context, staat), list(staat.naast[:MOST]), ident
    told = woorden(made, staat.taal)
    if unread := [issue.say(staat.taal) for issue in context.bewaarde()[1]]:
        told["vergelijken-melding"].append({"kop": "", "regels": unread})
    if not made.columns.picked:
        return *(no_update for _ in BEELDEN), told, "ja", *controls
    stamp = _stempel(context, staat, made)
    found = beelden(made, ident, staat.prijzen)
    drawn = [payload(each, staat.taal, staat.eenheid, stamp) for each in found]
    return *drawn, told, "nee" if len(made.marked) > 1 else "alleen", *controls


def brug_gevuld(context: Context, data: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return what fills the steps: the figure, why there is none, and the choices."""
    staat = staat_van(data)
    made, ident = vergelijk(context, staat), gekozen(data, "kerncijfer", INDICATORS, EERSTE)
    van, naar, moment = brugkeuze(data, made, ident, staat.prijzen)
    table = brug(context, made, van, naar, ident, moment, staat.prijzen)
    marks = [{"value": each.mark, "label": each.label.say(staat.taal)} for each in made.marked]
    controls = marks, marks, momenten(made, ident, staat.taal), van, naar, moment
    told = [{"kop": "", "regels": [_GEEN_BRUG.say(staat.taal)]}] if ident in WITHOUT_BRIDGE else []
    words, stand = {"vergelijken-brugmelding": told}, "nee" if table is None else "ja"
    if table is None:
        return no_update, words, stand, *controls
    jaren = (brugjaar(made, moment),) * len(table.columns)
    beeld = Beeld(table.title, brugzin(table), table, waterval, jaren)
    return payload(beeld, staat.taal, staat.eenheid, _stempel(context, staat, made)), words, stand, *controls


def na_keuze(context: Context, data: Mapping[str, Any], naast: Sequence[str], **keuzes: str | None) -> dict[str, Any]:
    """Return the state after a choice on the page; what already is shown without being chosen is no choice."""
    staat = staat_van(data)
    made, ident = vergelijk(context, staat), gekozen(data, "kerncijfer", INDICATORS, EERSTE)
    shown = dict(zip(BRUGKEUZES, brugkeuze(data, made, ident, staat.prijzen), strict=True)) | {"kerncijfer": ident}
    chosen = {name: value for name, value in keuzes.items() if value != shown[name]}
    return met_keuze({**data, "naast": list(naast)[:MOST]}, **chosen)


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
