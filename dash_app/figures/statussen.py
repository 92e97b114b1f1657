"""How sure the euros are: of each year the share per status, stacked to the whole."""

from __future__ import annotations

from typing import Any

from dash_app.figures.huisstijl import opmaak, vragen, zweeftekst
from model.tables import Scale, Table
from model.text import Language

# From sure to assumed: dark and plain, then lighter and hatched. In order of the lines of the table.
_VLAKKEN = (("#154273", ""), ("#5088be", "."), ("#e0a458", "/"), ("#7a2e7c", "x"), ("#f3dcb8", "\\"))
_LIJN = "#4d5a66"


def aandelen(table: Table, taal: Language, scale: Scale) -> dict[str, Any]:
    """Return the lines of a table that are shares, stacked by year."""
    heads = [column.say(taal) for column in table.columns]
    shares = [line for line in table.lines if line.unit == "share"]
    data = []
    for (color, shape), line in zip(_VLAKKEN, shares, strict=True):
        printed = [line.cell(column, taal, scale) for column in range(len(line.values))]
        values = [None if value != value else float(value) for value in line.values]  # noqa: PLR0124
        pattern = {"shape": shape, "fillmode": "overlay", "fgcolor": _LIJN, "size": 7, "solidity": 0.25}
        marker = {"color": color, "pattern": pattern, "line": {"color": _LIJN, "width": 1}}
        if any(values):
            data.append(
                {"type": "bar", "x": heads, "y": values, "marker": marker}
                | zweeftekst(line.label.say(taal), printed, vragen(line))
            )
    layout = opmaak(table, taal, scale, barmode="stack", bargap=0.25, annotations=[])
    layout["xaxis"] |= {"type": "category", "tickvals": heads, "ticktext": heads, "automargin": True}
    layout["yaxis"] |= {"tickformat": ".0%", "range": [0, 1]}
    return {"data": data, "layout": layout}
