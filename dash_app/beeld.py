"""A figure as a person meets it: a title, one sentence, a chart, a table of the same numbers, and ways to take it away.

What a chart shows is a `Table` of the model; `payload` is that table and the chart as plain data, which the browser
draws in place. Nothing is drawn anew that did not change: zoom, focus and scroll stay.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, dcc, html

from dash_app.getallen import eenheid, getallen
from dash_app.jaren import HOE, niet_getoond
from dash_app.woorden import TABEL, genoemd
from model.tables import Scale, Table
from model.text import Language, Text

Figure = dict[str, Any]
Drawing = Callable[[Table, Language, Scale], Figure]

_DOWNLOADS = (("png", "PNG"), ("svg", "SVG"), ("csv", "CSV"))
_TAKE = Text("{title}: download als {kind}", "{title}: download as {kind}")


@dataclass(frozen=True, slots=True)
class Beeld:
    """A chart and its table: what it is called, what it shows in one sentence, and how it is drawn (`None`: a table).

    `jaren` are the years of the table's columns, so that a figure can be asked for; the last may be the structural one.
    `horizon` are all years that it could have had, so that a note says which it has not.
    """

    titel: Text
    zin: Text
    tabel: Table
    teken: Drawing | None = None
    jaren: tuple[int, ...] = ()
    horizon: Sequence[int] = ()


KENMERK = Text("kenmerk {kenmerk}", "hash {kenmerk}")


def stempel(naam: str, kenmerk: str, dataset: str, status: str | None, taal: Language) -> str:
    """Return what is printed under every figure that leaves the app: scenario, status, hash and dataset."""
    words = Text("scenario {naam} · {status} · kenmerk {kenmerk} · dataset {dataset}",
                 "scenario {naam} · {status} · hash {kenmerk} · dataset {dataset}")  # fmt: skip
    unknown = Text("status niet vermeld", "status not stated").say(taal)
    values = {"naam": genoemd(naam, taal), "status": status or unknown, "kenmerk": kenmerk, "dataset": dataset}
    return f"Dekking · {words.say(taal, **values)}"


def payload(beeld: Beeld, taal: Language, scale: Scale, stamp: str) -> dict[str, Any]:
    """Return a figure as the browser draws it."""
    left_out = niet_getoond(beeld.horizon, beeld.jaren)
    table = replace(beeld.tabel, notes=(*beeld.tabel.notes, *left_out))
    return {
        "titel": beeld.titel.say(taal),
        "zin": beeld.zin.say(taal),
        "jarennoot": " ".join(text.say(taal) for each in left_out for text in (each, HOE)),
        "stempel": stamp,
        "tabel": tabel_payload(table, taal, scale, beeld.jaren)
        | {"weggelaten": " ".join(text.say(taal) for text in left_out)},
        "figuur": None if beeld.teken is None else beeld.teken(beeld.tabel, taal, scale),
    }


def tabel_payload(table: Table, taal: Language, scale: Scale, years: tuple[int, ...] = ()) -> dict[str, Any]:
    """Return a table as the browser draws it: texts as printed, values as they are, and what can be asked about."""
    return {
        "bijschrift": table.captioned(taal, scale),
        "koppen": [column.say(taal) for column in table.columns],
        "jaren": list(years),
        "noten": table.noted(taal, scale),
        "rijen": [
            {
                "label": line.label.say(taal),
                "stijl": line.style,
                "over": list(line.about),
                "overs": [list(about) for about in line.abouts],
                "cellen": [line.cell(column, taal, scale) for column in range(len(line.values))],
                "eenheid": eenheid(line, taal, scale),
                "waarden": getallen(line, scale),
            }
            for line in table.lines
        ],
    }


def vak(ident: str, taal: Language, *, kop: int = 2, hoogte: int = 320, open_: bool = False, chart: bool = True) -> Any:
    """Return the place of a figure: `{ident}-data` gets its payload, the browser draws it in here.

    `kop` is the level of its heading; `hoogte` is in pixels for letters of the usual size, and grows with them; the
    table beside the chart is folded unless `open_`.
    """
    heading = {2: html.H2, 3: html.H3, 4: html.H4}[kop]
    table = html.Div(className="tabelhouder", id=f"{ident}-tabel")
    parts = [
        html.Div(
            [
                heading("", className="beeldkop", **_role("titel")),
                html.Div(_buttons(ident, chart=chart), className="meenemen"),
            ],
            className="beeldhoofd",
        ),
        html.P("", className="zin", **_role("zin")),
    ]
    if chart:
        place = {"height": f"{hoogte / 16:g}rem"}
        parts.append(html.Div(className="figuur", id=f"{ident}-figuur", style=place, role="img"))
        parts.append(html.P("", className="jarennoot", **_role("jarennoot")))
        parts.append(html.Details([html.Summary(TABEL.say(taal)), table], open=open_))
    else:
        parts.append(table)
    parts.append(html.P("", className="stempel", **_role("stempel")))
    return html.Section([*parts, dcc.Store(id=f"{ident}-data")], className="beeld", id=ident)


def attributen(**words: str) -> Any:
    """Return attributes with a hyphen in their name (`data_neem` is `data-neem`), as components take them."""
    return {name.replace("_", "-"): value for name, value in words.items()}


def _role(name: str) -> Any:
    return attributen(data_rol=name)


def _buttons(ident: str, *, chart: bool) -> list[Any]:
    kinds = _DOWNLOADS if chart else _DOWNLOADS[-1:]
    return [
        html.Button(label, className="klein", type="button", **attributen(data_neem=kind, data_beeld=ident))
        for kind, label in kinds
    ]


def koppel(app: Dash, ident: str) -> None:
    """Let the browser draw a figure whenever its payload changes."""
    app.clientside_callback(
        ClientsideFunction("weergave", "beeld"),
        Output(ident, "data-stand"),
        Input(f"{ident}-data", "data"),
    )
