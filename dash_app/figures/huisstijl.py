"""How every chart looks: colours that can be told apart on white, a second cue beside colour, Dutch numbers."""

from __future__ import annotations

import json
from math import isnan
from typing import Any

from model.tables import Line, Scale, Table
from model.text import MINUS, Language

# Each at least 4.5:1 on white.
KLEUREN = ("#154273", "#a1521a", "#2f6b34", "#7a2e7c", "#8a6a00", "#0b6a78", "#b3213c", "#4a4a4a", "#5a5fb0", "#5c3d1e")
INKT = "#1c2733"
LIJN = "#c9d1da"
TEKORT = "#b3213c"
SEPARATORS = {"nl": ",.", "en": ".,"}


def opmaak(table: Table, taal: Language, scale: Scale, **more: Any) -> dict[str, Any]:
    """Return the layout of a chart of a table: no title (that is the heading), unit on the axis, legend below.

    `meta` is what its axes measure: a zoom is of no use once that is another.
    """
    layout: dict[str, Any] = {
        "font": {"family": "'Segoe UI', system-ui, 'Noto Sans', 'Liberation Sans', Arial, sans-serif", "size": 13, "color": INKT},
        "margin": {"l": 64, "r": 16, "t": 28, "b": 40},
        "paper_bgcolor": "#ffffff",
        "plot_bgcolor": "#ffffff",
        "separators": SEPARATORS[taal],
        "hovermode": "x",
        "hoverlabel": {"font": {"size": 11}},
        "meta": [table.captioned(taal, scale), *(column.say(taal) for column in table.columns)],
        "showlegend": True,
        "legend": {"orientation": "h", "y": -0.16, "yanchor": "top", "x": 0, "traceorder": "normal"},
        "xaxis": {"fixedrange": False, "tickmode": "array", "showgrid": False, "linecolor": INKT, "ticks": "outside"},
        "yaxis": {"gridcolor": LIJN, "zerolinecolor": INKT, "zerolinewidth": 1, "tickformat": ",.0f", "rangemode": "tozero"},
        "annotations": [
            {
                "text": table.captioned(taal, scale), "showarrow": False, "xref": "paper", "yref": "paper", "x": 0, "y": 1,
                "xanchor": "left", "yanchor": "bottom", "xshift": -56, "yshift": 6, "font": {"size": 12, "color": "#4d5a66"},
            }
        ],
    }  # fmt: skip
    return layout | more


def waarden(values: Any, scale: Scale) -> list[float | None]:
    """Return amounts in the unit of the chart; what is not there is a gap."""
    size = 1000.0 if scale == "mln" else 1.0
    return [None if isnan(value) else float(value) / size for value in values]


def zweeftekst(label: str, printed: list[str], ids: list[str]) -> dict[str, Any]:
    """Return what is shown on hovering: the label, and each figure as the table prints it; `ids` say what each is."""
    return {"name": label, "customdata": printed, "hovertemplate": "%{customdata}", "ids": ids}


def vraag(line: Line, column: int) -> str:
    """Return what is asked when a point is clicked: what the figure is, and its column; each point has its own id."""
    return json.dumps([line.asked(column), column], separators=(",", ":"))


def vragen(line: Line) -> list[str]:
    """Return what is asked when a point of a line is clicked, per column."""
    return [vraag(line, column) for column in range(len(line.values))]


__all__ = ["INKT", "KLEUREN", "LIJN", "MINUS", "TEKORT", "opmaak", "vraag", "vragen", "waarden", "zweeftekst"]
