"""What the page Vergelijken shows of the state of a window: figures, words, steps from one to another, and choices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dash import no_update

from dash_app.beeld import Beeld, payload, stempel
from dash_app.brug import brug, brugjaar, brugkeuze, brugzin, momenten
from dash_app.context import Context
from dash_app.figures.waterval import waterval
from dash_app.keuze import gekozen, met_keuze
from dash_app.staat import Staat, staat_van
from dash_app.vergelijking import Vergelijking, beelden, vergelijk, woorden
from model.bridge import WITHOUT_BRIDGE
from model.indicators import INDICATORS
from model.text import Text

BEELDEN = ("vergelijken-lijn", "vergelijken-verschil", "vergelijken-standen", "vergelijken-mutaties")
BRUG = "vergelijken-brug"
BRUGKEUZES = ("van", "naar", "moment")
MOST = 3
EERSTE = "tekort"
_GEEN_BRUG = Text(
    "Een eerste tekortjaar is geen bedrag: maatregelen tellen er niet bij op. Kies een ander kerncijfer.",
    "A first year of shortfall is no amount: measures do not add to it. Choose another key figure.",
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
