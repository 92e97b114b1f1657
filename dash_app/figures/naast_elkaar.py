"""Results side by side: a line each, told apart by dash and marker as well as colour, with its letter at its end."""

from __future__ import annotations

from typing import Any

from dash_app.figures.huisstijl import INKT, KLEUREN, opmaak, vragen, waarden, zweeftekst
from dash_app.figures.staven import gedrukt, kolommen, kort
from dash_app.figures.vulling import gevuld
from model.tables import Line, Scale, Table
from model.text import Language

Figure = dict[str, Any]

_DASHES = ("solid", "dash", "dot", "dashdot")
_MARKERS = ("circle", "square", "diamond", "triangle-up")
_SHAPES = ("", "/", ".", "x")
_CLOSE = 0.055  # of the height of the chart; letters stand this far apart


def naast_elkaar(table: Table, taal: Language, scale: Scale) -> Figure:
    """Return the lines of a table over its columns, or as bars where it has one column."""
    factor: Scale = scale if table.lines[0].unit in ("amount", "nominal", "real") else "k"
    return _staven(table, taal, scale, factor) if len(table.columns) == 1 else _lijnen(table, taal, scale, factor)


def _ticks(table: Table) -> str:
    return {"share": ",.0%", "amount": ",.0f", "year": "d"}.get(table.lines[0].unit, ",.2f")


def _lijnen(table: Table, taal: Language, scale: Scale, factor: Scale) -> Figure:
    where = kolommen(table, taal)
    data: list[Figure] = []
    for number, line in enumerate(table.lines):
        data += _lijn(number, line, where.x, taal, scale, factor, apart=where.apart)
    layout = opmaak(table, taal, scale)
    layout["xaxis"] |= {"type": "linear", "tickvals": list(where.x), "ticktext": where.ticks, "zeroline": False, "automargin": True, "tickfont": {"size": 12},
                        "range": [where.x[0] - 0.4, where.x[-1] + 0.4]}  # fmt: skip
    layout["yaxis"] |= {"tickformat": _ticks(table), "nticks": 6, "automargin": True}
    layout["margin"] |= {"l": 72, "r": 34, "b": 44}
    layout["annotations"][0] |= {"xshift": -68}
    layout["annotations"] += _letters(table, where.x, factor)
    return {"data": data, "layout": layout}


def _lijn(
    number: int, line: Line, x: tuple[float, ...], taal: Language, scale: Scale, factor: Scale, *, apart: bool
) -> list[Figure]:
    """Return a line over the years and, joined to it by a thin one, its structural level."""
    color, values, printed = KLEUREN[number % len(KLEUREN)], waarden(line.values, factor), gedrukt(line, taal, scale)
    marker = {"symbol": _MARKERS[number % 4], "size": 8, "color": color, "line": {"color": "#ffffff", "width": 1}}
    drawn: Figure = {
        "type": "scatter", "mode": "lines+markers", "x": list(x), "y": values, "marker": marker,
        "line": {"color": color, "width": 2.5, "dash": _DASHES[number % 4]},
    } | zweeftekst(kort(line.label.say(taal)), printed, vragen(line))  # fmt: skip
    if not apart:
        return [drawn]
    drawn |= {"x": [*x[:-1], (x[-2] + x[-1]) / 2, x[-1]], "y": [*values[:-1], None, values[-1]]}
    drawn["customdata"] = [*printed[:-1], "", printed[-1]]
    drawn["ids"] = [*drawn["ids"][:-1], "", drawn["ids"][-1]]
    thin: Figure = {
        "type": "scatter", "mode": "lines", "x": list(x[-2:]), "y": values[-2:], "showlegend": False, "hoverinfo": "skip",
        "line": {"color": color, "width": 1, "dash": "dot"},
    }  # fmt: skip
    return [thin, drawn]


def _letters(table: Table, x: tuple[float, ...], factor: Scale) -> list[dict[str, Any]]:
    """Return the letter of each line beside its last point, moved up where it would stand on another's."""
    values = [waarden(line.values, factor) for line in table.lines]
    flat = [value for row in values for value in row if value is not None]
    room = _CLOSE * ((max(0.0, *flat) - min(0.0, *flat)) or 1.0) if flat else 1.0
    ends = sorted((row[at], at, n) for n, row in enumerate(values) if (at := _last(row)) is not None)
    notes: list[dict[str, Any]] = []
    taken: dict[int, float] = {}
    for y, at, number in ends:
        height = max(float(y or 0.0), taken.get(at, -float("inf")) + room)
        taken[at] = height
        color, letter = KLEUREN[number % len(KLEUREN)], table.lines[number].label.nl[0]
        notes.append(
            {
                "text": f"<b>{letter}</b>", "showarrow": False, "x": x[at], "y": height, "xref": "x", "yref": "y",
                "xanchor": "left", "xshift": 9, "font": {"size": 13, "color": color},
            }
        )  # fmt: skip
    return notes


def _last(values: list[float | None]) -> int | None:
    return next((at for at in range(len(values) - 1, -1, -1) if values[at] is not None), None)


def _staven(table: Table, taal: Language, scale: Scale, factor: Scale) -> Figure:
    """Return one bar per result, its figure at its end."""
    layout = opmaak(table, taal, scale, hovermode="closest", bargap=0.45, showlegend=True)
    years = table.lines[0].unit == "year"
    data: list[Figure] = []
    for number, line in enumerate(table.lines):
        values = waarden(line.values, factor)
        drawn: Figure = {
            "orientation": "h", "type": "bar", "x": values, "y": [line.label.nl[0]],
            "marker": gevuld(KLEUREN[number % len(KLEUREN)], _SHAPES[number % 4]), "text": gedrukt(line, taal, scale),
            "textposition": "outside", "cliponaxis": False,
        }  # fmt: skip
        if years:
            drawn |= {"type": "scatter", "mode": "markers+text", "textposition": "middle right",
                      "marker": {"symbol": _MARKERS[number % 4], "size": 13, "color": KLEUREN[number % len(KLEUREN)]}}  # fmt: skip
            drawn.pop("cliponaxis")
        data.append(drawn | zweeftekst(kort(line.label.say(taal)), gedrukt(line, taal, scale), vragen(line)))
    layout["yaxis"] = {"autorange": "reversed", "type": "category", "ticks": "", "fixedrange": True}
    layout["xaxis"] = {"gridcolor": "#c9d1da", "tickformat": _ticks(table), "rangemode": "normal" if years else "tozero",
                       "nticks": 5, "zerolinecolor": INKT}  # fmt: skip
    layout["margin"] |= {"l": 36, "r": 76}
    layout["annotations"][0] |= {"xshift": -32}
    return {"data": data, "layout": layout}
