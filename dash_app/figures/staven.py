"""Stacked columns over the years: the parts of a table, with a line where the whole should be."""

from __future__ import annotations

from typing import Any

from dash_app.figures.huisstijl import INKT, TEKORT, opmaak, vlak, waarden, zweeftekst
from model.tables import Line, Scale, Table
from model.text import Language


def gestapeld(table: Table, taal: Language, scale: Scale) -> dict[str, Any]:
    """Return the `part` lines of a table stacked by column, and its `sum` lines as lines over them."""
    heads = [column.say(taal) for column in table.columns]
    parts = [line for line in table.lines if line.style == "part"]
    sums = [line for line in table.lines if line.style == "sum"]
    data = [_staaf(number, line, heads, taal, scale) for number, line in enumerate(parts)]
    data += [_lijn(number, line, heads, taal, scale) for number, line in enumerate(sums)]
    layout = opmaak(table, taal, scale, barmode="relative", bargap=0.25)
    layout["xaxis"] |= {"type": "category", "tickvals": heads}
    return {"data": data, "layout": layout}


def _printed(line: Line, taal: Language, scale: Scale) -> list[str]:
    return [line.cell(column, taal, scale) for column in range(len(line.values))]


def _staaf(number: int, line: Line, heads: list[str], taal: Language, scale: Scale) -> dict[str, Any]:
    return {
        "type": "bar", "x": heads, "y": waarden(line.values, scale), "marker": vlak(number),
    } | zweeftekst(line.label.say(taal), _printed(line, taal, scale))  # fmt: skip


def _lijn(number: int, line: Line, heads: list[str], taal: Language, scale: Scale) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "lines+markers", "x": heads, "y": waarden(line.values, scale),
        "line": {"color": (INKT, TEKORT)[number % 2], "width": 2.5, "dash": ("solid", "dash")[number % 2]},
        "marker": {"symbol": ("circle", "diamond")[number % 2], "size": 7},
    } | zweeftekst(line.label.say(taal), _printed(line, taal, scale))  # fmt: skip
