"""Stacked columns over the years: the parts of a table, with a line where the whole should be.

The structural column stands apart from the years. Small parts are drawn together; the table keeps them all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from dash_app.figures.delen import eerste_blok, getekend
from dash_app.figures.huisstijl import INKT, opmaak, vragen, waarden, zweeftekst
from dash_app.figures.vulling import omlijnd, vulling
from model.tables import STRUCTUREEL, Line, Scale, Table
from model.text import Language, Text

Figure = dict[str, Any]

_APART = 0.55  # columns between the last year and the structural level, beside the usual one
_WIDTH = 0.74
_ROW, _NAME = 34, 15  # height of the row of a marked year, and of one line of its name, pixels
_LONGEST = 60  # characters of a name in the legend
_SPLIT = {"structureel": "struc-<br>tureel", "structural": "struc-<br>tural"}


@dataclass(frozen=True, slots=True)
class Merk:
    """A year that is marked and named in a chart, in two short lines."""

    jaar: int
    tekst: Text


@dataclass(frozen=True, slots=True)
class Kolommen:
    """Where the columns of a table stand on the axis; `apart` where the last is a structural level."""

    x: tuple[float, ...]
    heads: tuple[str, ...]
    apart: bool

    @property
    def ticks(self) -> list[str]:
        """Return the heads as an axis shows them, that of the structural level on two lines."""
        return [_SPLIT.get(head, head) if self.apart else head for head in self.heads]

    def place(self, year: int) -> float:
        """Return where a year stands: its column, else before, between or after them."""
        years = [int(head) for head in self.heads if head.isdecimal()]
        if str(year) in self.heads:
            return self.x[self.heads.index(str(year))]
        if not years or year > years[-1]:
            return len(years) - 0.5 + self.apart * _APART / 2
        return -0.5


def kolommen(table: Table, taal: Language) -> Kolommen:
    """Return where the columns of a table stand."""
    apart = len(table.columns) > 1 and table.columns[-1] == STRUCTUREEL
    x = [float(n) for n in range(len(table.columns))]
    if apart:
        x[-1] += _APART
    return Kolommen(tuple(x), tuple(column.say(taal) for column in table.columns), apart)


def gestapeld(
    table: Table, taal: Language, scale: Scale, vul: Callable[[Line], dict[str, Any]] | None = None
) -> dict[str, Any]:
    """Return the parts of a table up to its first sum, stacked by column, with that sum as a line over them.

    `vul` gives the filling of a part; without it parts are filled by their turn.
    """
    parts, total = eerste_blok(table)
    where = kolommen(table, taal)
    drawn = [(line, vulling(n) if vul is None else vul(line)) for n, line in enumerate(getekend(parts))]
    data = [staaf(line, where, taal, scale, marker) for line, marker in drawn]
    if total is not None:
        data.append(lijn(total, where, taal, scale))
    return {"data": data, "layout": staafopmaak(table, taal, scale, data)}


def gedrukt(line: Line, taal: Language, scale: Scale) -> list[str]:
    """Return the values of a line as the table prints them."""
    return [line.cell(column, taal, scale) for column in range(len(line.values))]


def staaf(line: Line, where: Kolommen, taal: Language, scale: Scale, marker: dict[str, Any]) -> Figure:
    """Return one part as columns."""
    return {
        "type": "bar", "x": list(where.x), "y": waarden(line.values, scale), "width": _WIDTH, "marker": omlijnd(marker, line.values),
    } | zweeftekst(kort(line.label.say(taal)), gedrukt(line, taal, scale), vragen(line))  # fmt: skip


def lijn(line: Line, where: Kolommen, taal: Language, scale: Scale, *, trede: bool = False) -> Figure:
    """Return a line over the columns, broken before the structural one; in steps where `trede`."""
    x, y, printed, ids = list(where.x), waarden(line.values, scale), gedrukt(line, taal, scale), vragen(line)
    if where.apart:
        x.insert(-1, (x[-2] + x[-1]) / 2)
        y.insert(-1, None)
        printed.insert(-1, "")
        ids.insert(-1, "")
    return {
        "type": "scatter", "mode": "lines+markers", "x": x, "y": y,
        "line": {"color": INKT, "width": 2.25, "shape": "hvh" if trede else "linear"},
        "marker": {"symbol": "line-ew" if trede else "circle", "size": 15 if trede else 6, "color": INKT,
                   "line": {"color": INKT, "width": 2.25 if trede else 0}},
    } | zweeftekst(kort(line.label.say(taal)), printed, ids)  # fmt: skip


def kort(name: str, longest: int = _LONGEST) -> str:
    """Return a name as a chart shows it: a long one is cut off, and nothing in it is markup."""
    cut = name if len(name) <= longest else name[: longest - 1].rstrip() + "…"
    return cut.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def staafopmaak(
    table: Table, taal: Language, scale: Scale, data: Sequence[Figure], merken: Sequence[Merk] = ()
) -> dict[str, Any]:
    """Return the layout of a chart of columns: years, the structural level apart, marked years named above."""
    where = kolommen(table, taal)
    layout = opmaak(table, taal, scale, barmode="relative")
    last = where.x[-1] if where.x else 0.0
    layout["xaxis"] |= {
        "type": "linear", "tickvals": list(where.x), "ticktext": where.ticks, "range": [-0.6, last + 0.6], "zeroline": False,
        "showline": True, "ticks": "", "automargin": True, "tickfont": {"size": 11}, "tickangle": 0,
    }  # fmt: skip
    highest = _highest(data)
    left = 16 + 7 * len(f"{highest:,.0f}")
    layout["yaxis"] |= {"tickformat": ",.1f" if highest < 10 else ",.0f", "nticks": 12 if _below(data) else 6}
    if highest > 0 and not _below(data):
        layout["yaxis"] |= {"range": [0, 1.04 * highest], "rangemode": "normal"}
    layout["legend"] |= {"font": {"size": 12}, "y": -0.15, "itemsizing": "constant"}
    layout["shapes"] = [_band(last)] if where.apart else []
    layout["margin"] |= {"l": left, "r": 8, "t": 30 + _ROW * len(merken), "b": 44}
    layout["annotations"][0] |= {"xshift": 4 - left, "yshift": 6 + _ROW * len(merken), "name": "bijschrift"}
    for row, merk in enumerate(sorted(merken, key=lambda merk: _hangt(merk, where, last)[1])):
        note, lines = _gemerkt(merk, where, last, row, taal)
        layout["annotations"].append(note)
        layout["shapes"] += lines
    return layout


def _highest(data: Sequence[Figure]) -> float:
    bars = [[value or 0.0 for value in each["y"]] for each in data if each["type"] == "bar"]
    lines = [abs(value or 0.0) for each in data if each["type"] != "bar" for value in each["y"]]
    stacked = float(np.abs(bars).sum(axis=0).max(initial=0.0)) if bars else 0.0
    return max(stacked, max(lines, default=0.0))


def _below(data: Sequence[Figure]) -> bool:
    """Return whether something visible stands below zero."""
    return any((value or 0.0) < -1e-6 for each in data for value in each["y"])


def _band(last: float) -> dict[str, Any]:
    """Return the ground on which the structural column stands."""
    return {
        "type": "rect", "xref": "x", "yref": "paper", "x0": last - 0.55, "x1": last + 0.55, "y0": 0, "y1": 1,
        "fillcolor": "#eef2f6", "line": {"width": 0}, "layer": "below",
    }  # fmt: skip


def _waar(merk: Merk, where: Kolommen) -> float:
    return where.place(merk.jaar) - (0.5 if str(merk.jaar) in where.heads else 0.0)


def _hangt(merk: Merk, where: Kolommen, last: float) -> tuple[bool, float]:
    """Return whether a name hangs to the left of its line, and how far it reaches: what reaches farther stands higher.

    So no name stands over the line of another one on the same side.
    """
    at = _waar(merk, where)
    return (True, at) if at > last / 2 else (False, last - at)


def _gemerkt(merk: Merk, where: Kolommen, last: float, row: int, taal: Language) -> tuple[Figure, list[Figure]]:
    """Return a marked year: its name above the chart, on a row of its own, and a line down from it in two parts.

    The name stands on the side of the line where there is more room.
    """
    at, left = _waar(merk, where), _hangt(merk, where, last)[0]
    note = {
        "text": merk.tekst.say(taal), "showarrow": False, "xref": "x", "yref": "paper", "x": at, "y": 1, "yanchor": "bottom",
        "yshift": 2 + _ROW * row, "xanchor": "right" if left else "left", "xshift": -4 if left else 4,
        "align": "right" if left else "left", "font": {"size": 12, "color": INKT}, "name": "merk",
        "bgcolor": "#ffffff",
    }  # fmt: skip
    line = {
        "type": "line", "xref": "x", "yref": "paper", "x0": at, "x1": at, "y0": 0, "y1": 1,
        "line": {"color": INKT, "width": 1.5, "dash": "dot"},
    }  # fmt: skip
    above = line | {"ysizemode": "pixel", "yanchor": 1, "y1": 2 + _ROW * row + _NAME}
    return note, [line, above]
