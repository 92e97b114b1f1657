"""The bill per partij as bars: own means and shortfall, over the horizon and in the structural year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from dash_app.figures.huisstijl import TEKORT, opmaak, vraag, waarden
from dash_app.figures.staven import kort
from dash_app.figures.vulling import gevuld, omlijnd, ongedekt
from model.tables import Line, Scale, Table
from model.text import Language, Text

EIGEN, TEKORTEN = Text("eigen middelen", "own resources"), Text("tekort", "shortfall")
_STRUCTUREEL = Text("structureel, per jaar", "structural, a year")
_OWN = "#154273"
_SUFFIX, _TOP = ("", "2"), ((0.56, 1.0), (0.0, 0.44))  # of the axes, and where each panel stands
_LONGEST = 32  # characters of a name
_MOST = 9  # parties with a bar of their own
_OTHERS = "\0overige"
_REST = Text("overige ({n})", "other ({n})")


@dataclass(frozen=True, slots=True)
class _Rekening:
    """Own means and shortfall per partij, the parties in order of the chart, and how figures are written."""

    own: dict[str, Line]
    short: dict[str, Line]
    parties: list[str]
    taal: Language
    scale: Scale

    def name(self, ident: str) -> str:
        """Return what a partij is called."""
        return (self.own.get(ident) or self.short[ident]).label.say(self.taal)


def rekening(table: Table, taal: Language, scale: Scale) -> dict[str, Any]:
    """Return one bar per partij, own means first and hatched what nobody pays, each figure beside it.

    The last column of the table is that of the horizon, the one before it the structural level.
    """
    own, short = _per_partij(table, "eigen"), _per_partij(table, "tekort")
    bill = _Rekening(own, short, _largest(own, short), taal, scale)
    layout = opmaak(table, taal, scale, barmode="stack", bargap=0.35, hovermode="closest")
    left = 14 + round(6.4 * max((len(_name(bill, ident)) for ident in bill.parties), default=0))
    layout["annotations"][0] |= {"xshift": 2 - left, "yshift": 26, "name": "bijschrift"}
    data: list[dict[str, Any]] = []
    for number, (title, column) in enumerate(((table.columns[-1], -1), (_STRUCTUREEL, -2))):
        data += [_bars(bill, found, column, number) for found in (bill.own, bill.short)]
        labels = [_label(bill, ident, column, number) for ident in bill.parties]
        layout["annotations"] += [*labels, _head(title.say(taal), number)]
        layout |= _axes(bill, number)
    layout["margin"] |= {"l": left, "r": 8, "t": 46, "b": 4}
    layout["legend"] |= {"y": 1, "yanchor": "bottom", "x": 1, "xanchor": "right", "font": {"size": 12}}
    return {"data": data, "layout": layout}


def _largest(own: dict[str, Line], short: dict[str, Line]) -> list[str]:
    """Return the parties that have a bar; of many the smallest are put together in both mappings."""
    parties = list(dict.fromkeys([*own, *short]))
    if len(parties) <= _MOST:
        return parties
    sizes = {i: sum(float(found[i].values[-1]) for found in (own, short) if i in found) for i in parties}
    small = sorted(parties, key=lambda ident: sizes[ident])[: len(parties) - _MOST + 1]
    label = Text(_REST.nl.format(n=len(small)), _REST.en.format(n=len(small)))
    for found in (own, short):
        values = [found[i].values for i in small if i in found]
        if values:
            found[_OTHERS] = Line(label, np.nansum(values, axis=0))
    return [*(ident for ident in parties if ident not in small), _OTHERS]


def _per_partij(table: Table, name: str) -> dict[str, Line]:
    return {line.about[1]: line for line in table.lines if line.about[:1] == ("partij",) and line.about[2] == name}


def _name(bill: _Rekening, ident: str) -> str:
    return kort(bill.name(ident), _LONGEST)


def _bars(bill: _Rekening, found: dict[str, Line], column: int, number: int) -> dict[str, Any]:
    own, suffix = found is bill.own, _SUFFIX[number]
    label = (EIGEN if own else TEKORTEN).say(bill.taal)
    lines = [found.get(ident) for ident in bill.parties]
    told = [
        "" if line is None else f"{kort(bill.name(ident))}: {line.cell(column, bill.taal, bill.scale)}"
        for ident, line in zip(bill.parties, lines, strict=True)
    ]
    return {
        "type": "bar", "orientation": "h", "name": label, "legendgroup": label, "showlegend": number == 0,
        "y": bill.parties, "x": [0.0 if line is None else _size(line, column, bill.scale) for line in lines],
        "customdata": told, "hovertemplate": "%{customdata}",
        "ids": [ident if line is None else vraag(line, column) for ident, line in zip(bill.parties, lines, strict=True)],
        "width": min(0.65, 0.11 * len(lines)),
        "marker": omlijnd(gevuld(_OWN) if own else ongedekt(),
                          [0.0 if line is None else line.values[column] for line in lines]),
        "xaxis": f"x{suffix}", "yaxis": f"y{suffix}",
    }  # fmt: skip


def _size(line: Line, column: int, scale: Scale) -> float:
    return waarden([line.values[column]], scale)[0] or 0.0


def _label(bill: _Rekening, ident: str, column: int, number: int) -> dict[str, Any]:
    """Return the figures of one partij, at the end of its bar."""
    told, end = [], 0.0
    for line, color in ((bill.own.get(ident), _OWN), (bill.short.get(ident), TEKORT)):
        if line is not None and abs(line.values[column]) >= 0.5:
            told.append(f'<span style="color:{color}">{line.cell(column, bill.taal, bill.scale)}</span>')
            end += _size(line, column, bill.scale)
    suffix = _SUFFIX[number]
    return {
        "text": " + ".join(told) or "0", "showarrow": False, "xref": f"x{suffix}", "yref": f"y{suffix}", "x": end,
        "y": ident, "xanchor": "left", "xshift": 4, "font": {"size": 12}, "name": "waarde",
    }  # fmt: skip


def _axes(bill: _Rekening, number: int) -> dict[str, Any]:
    suffix, parties = _SUFFIX[number], bill.parties
    return {
        f"xaxis{suffix}": {"anchor": f"y{suffix}", "visible": False, "rangemode": "tozero", "fixedrange": True},
        f"yaxis{suffix}": {
            "anchor": f"x{suffix}", "domain": list(_TOP[number]), "autorange": "reversed",
            "type": "category", "tickvals": parties, "ticktext": [_name(bill, ident) for ident in parties], "ticks": "",
            "showgrid": False, "showline": True, "linecolor": "#1c2733", "tickfont": {"size": 11}, "fixedrange": True,
            "zeroline": False,
        },
    }  # fmt: skip


def _head(text: str, number: int) -> dict[str, Any]:
    return {
        "text": f"<b>{kort(text)}</b>", "showarrow": False, "xref": "paper", "yref": "paper", "x": 0, "y": _TOP[number][1],
        "xanchor": "left", "yanchor": "bottom", "yshift": 2, "font": {"size": 12}, "name": "paneel",
    }  # fmt: skip
