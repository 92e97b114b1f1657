"""A bridge as a waterfall, lying down so that long names can be read: start, each cause in order, end.

Every step stands where the one before it ended, joined by a thin line; its sign is printed, and what takes away is
hatched. At the right stand the change and the level after it. Small steps are drawn as one; the table keeps them all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from dash_app.figures.huisstijl import INKT, LIJN, opmaak, vraag, waarden
from dash_app.figures.staven import kort
from dash_app.figures.vulling import gevuld
from model.tables import Line, Scale, Table
from model.text import Language, Text

Figure = dict[str, Any]

SMALL = 0.02  # share of the largest step, under which steps are drawn together
FEW = 5  # steps that are all drawn, however small
OVERIG = Text("overige mutaties ({n})", "other changes ({n})")
ERBIJ, ERAF = Text("erbij", "more"), Text("eraf", "less")
MUTATIE, STAND = Text("mutatie", "change"), Text("stand", "level")
_UP, _DOWN = "#a1521a", "#2f6b34"
_ROW, _TOP, _BOTTOM = 62, 62, 34  # pixels
_RIGHT = 172  # pixels for the two columns of figures beside the bars
_CHANGE = 86  # where the first of them ends
_LONGEST = 140  # characters of a name
_BAR = 0.2  # half the thickness of a bar, in rows


@dataclass(frozen=True, slots=True)
class Stap:
    """One row: `van` and `tot` are where its bar begins and ends; a level begins at 0. `vraag` is what a click asks."""

    naam: str
    van: float
    tot: float
    mutatie: str
    stand: str
    is_stand: bool
    vraag: str = ""

    @property
    def niets(self) -> bool:
        """Return whether the step changes nothing that is printed."""
        return not self.is_stand and not any(digit in self.mutatie for digit in "123456789")

    @property
    def af(self) -> bool:
        """Return whether the step takes away."""
        return self.tot < self.van


def stappen(table: Table, taal: Language, scale: Scale) -> list[Stap]:
    """Return the rows of the chart: the steps of a table in order, small ones as one before the end."""
    first, *between, last = table.lines
    kept, small = _apart(between)
    rows = [_stand(first, taal, scale)]
    running = float(first.values[1])
    for line in kept:
        rows.append(_stap(line, running, taal, scale))
        running += float(line.values[0])
    if small:
        label = Text(OVERIG.nl.format(n=len(small)), OVERIG.en.format(n=len(small)))
        change = float(sum(line.values[0] for line in small))
        together = Line(label, np.array([change, last.values[1]]), unit=first.unit, units=first.units)
        rows.append(_stap(together, running, taal, scale))
    return [*rows, _stand(last, taal, scale)]


def _apart(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Return the steps that are drawn on their own, and the small ones where there is more than one."""
    largest = max((abs(float(line.values[0])) for line in lines), default=0.0)
    small = [line for line in lines if abs(float(line.values[0])) < SMALL * largest]
    if len(small) < 2 or len(lines) <= FEW:
        return lines, []
    return [line for line in lines if line not in small], small


def _stand(line: Line, taal: Language, scale: Scale) -> Stap:
    return Stap(
        line.label.say(taal),
        0.0,
        float(line.values[1]),
        "",
        line.cell(1, taal, scale),
        is_stand=True,
        vraag=vraag(line, 1),
    )


def _stap(line: Line, running: float, taal: Language, scale: Scale) -> Stap:
    change = float(line.values[0])
    printed = line.cell(0, taal, scale)
    signed = f"+ {printed}" if change > 0 and any(digit in printed for digit in "123456789") else printed
    level = Line(line.label, np.array([0.0, running + change]), unit=line.unit, units=line.units).cell(1, taal, scale)
    return Stap(line.label.say(taal), running, running + change, signed, level, is_stand=False, vraag=vraag(line, 0))


def waterval(table: Table, taal: Language, scale: Scale) -> Figure:
    """Return a table of steps (columns: change, level) as a waterfall."""
    rows = stappen(table, taal, scale)
    money = table.lines[0].unit == "amount"
    factor = scale if money else "k"
    layout = opmaak(table, taal, scale, barmode="overlay", showlegend=True, hovermode="closest")
    layout["height"] = _TOP + _BOTTOM + _ROW * len(rows)
    layout["margin"] = {"l": 8, "r": _RIGHT, "t": _TOP, "b": _BOTTOM}
    layout["yaxis"] = {"visible": False, "range": [len(rows) - 0.5, -0.62], "fixedrange": True}
    low, high = min(0.0, *(min(r.van, r.tot) for r in rows)), max(0.0, *(max(r.van, r.tot) for r in rows))
    layout["xaxis"] = {
        "range": waarden([low - 0.02 * (high - low) * (low < 0), (high + 0.02 * (high - low)) or 1.0], factor),
        "gridcolor": LIJN, "zeroline": True, "zerolinecolor": INKT, "tickformat": _ticks(table), "fixedrange": True,
        "nticks": 2, "tickangle": 0, "side": "bottom",
    }  # fmt: skip
    layout["legend"] = {"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "font": {"size": 12}}
    layout["annotations"][0] |= {"xshift": 0, "yshift": 34}
    layout["annotations"] += [_kop(MUTATIE.say(taal), _CHANGE), _kop(STAND.say(taal), _RIGHT - 4)]
    for number, row in enumerate(rows):
        layout["annotations"] += _teksten(number, row)
    layout["shapes"] = [_verbinding(n, row, factor, rows[n + 1]) for n, row in enumerate(rows[:-1])]
    layout["shapes"] += [_streep(n, row, factor) for n, row in enumerate(rows) if row.niets]
    return {"data": _sporen(rows, taal, factor), "layout": layout}


def _ticks(table: Table) -> str:
    unit = table.lines[0].unit
    return {"share": ",.0%", "amount": ",.0f"}.get(unit, ",.2f")


def _sporen(rows: list[Stap], taal: Language, scale: Scale) -> list[Figure]:
    """Return three kinds of bars: levels, what adds and what takes away."""
    kinds = (
        (STAND, gevuld("#154273"), [n for n, row in enumerate(rows) if row.is_stand]),
        (ERBIJ, gevuld(_UP), [n for n, row in enumerate(rows) if not (row.is_stand or row.niets or row.af)]),
        (ERAF, _uitgespaard(), [n for n, row in enumerate(rows) if not (row.is_stand or row.niets) and row.af]),
    )
    return [
        {
            "type": "bar", "orientation": "h", "name": label.say(taal), "marker": marker, "width": 2 * _BAR,
            "y": [n + 0.14 for n in at], "base": waarden([rows[n].van for n in at], scale),
            "x": waarden([rows[n].tot - rows[n].van for n in at], scale),
            "customdata": [f"{kort(rows[n].naam)}<br>{rows[n].mutatie or rows[n].stand}" for n in at],
            "hovertemplate": "%{customdata}<extra></extra>",
            "ids": [f"{rows[n].vraag[:-1]},{n}]" for n in at],
        }
        for label, marker, at in kinds if at
    ]  # fmt: skip


def _uitgespaard() -> dict[str, Any]:
    """Return the filling of what takes away: hatched on white, with an edge."""
    pattern = {"shape": "/", "fillmode": "replace", "fgcolor": _DOWN, "bgcolor": "#ffffff", "size": 6, "solidity": 0.28}
    return {"color": _DOWN, "pattern": pattern, "line": {"color": _DOWN, "width": 1.5}}


def _teksten(number: int, row: Stap) -> list[dict[str, Any]]:
    """Return the name above a bar, and at the right its change and the level after it."""
    told = kort(row.naam, _LONGEST)
    found = [
        _tekst(f"<b>{told}</b>" if row.is_stand else told, number - 0.1, x=0, xref="paper", anchor="left", bottom=True)
        | {"name": "stap"},
        _tekst(f"<b>{row.stand}</b>" if row.is_stand else row.stand, number + 0.14, x=1, xref="paper", anchor="right",
               shift=_RIGHT - 4),
    ]  # fmt: skip
    if row.mutatie:
        color = INKT if row.niets else _DOWN if row.af else _UP
        text = f'<span style="color:{color}"><b>{row.mutatie}</b></span>'
        found.append(_tekst(text, number + 0.14, x=1, xref="paper", anchor="right", shift=_CHANGE))
    return found


def _tekst(
    text: str, y: float, *, x: float | None, xref: str, anchor: str, shift: int = 0, bottom: bool = False
) -> dict[str, Any]:
    return {
        "text": text, "showarrow": False, "x": x, "xref": xref, "y": y, "yref": "y", "xanchor": anchor,
        "yanchor": "bottom" if bottom else "middle", "xshift": shift, "align": "left", "font": {"size": 12, "color": INKT},
        "bgcolor": "rgba(255,255,255,0.85)", "borderpad": 0,
    }  # fmt: skip


def _kop(text: str, shift: int) -> dict[str, Any]:
    return {
        "text": text, "showarrow": False, "x": 1, "xref": "paper", "y": 1, "yref": "paper", "xanchor": "right",
        "yanchor": "bottom", "xshift": shift, "yshift": 6, "font": {"size": 12, "color": "#4d5a66"},
    }  # fmt: skip


def _verbinding(number: int, row: Stap, scale: Scale, following: Stap) -> dict[str, Any]:
    """Return the line from where a bar ends to where the next begins."""
    x, reach = waarden([row.tot], scale)[0], 0.0 if following.niets else _BAR
    return {
        "type": "line", "xref": "x", "yref": "y", "x0": x, "x1": x, "y0": number + 0.14 + (0.0 if row.niets else _BAR),
        "y1": number + 1.14 - reach, "line": {"color": "#767676", "width": 1, "dash": "dot"}, "layer": "below",
    }  # fmt: skip


def _streep(number: int, row: Stap, scale: Scale) -> dict[str, Any]:
    """Return the mark of a step that changes nothing: where its bar would be, an upright line."""
    x = waarden([row.tot], scale)[0]
    return {
        "type": "line", "xref": "x", "yref": "y", "x0": x, "x1": x, "y0": number + 0.14 - _BAR, "y1": number + 0.14 + _BAR,
        "line": {"color": INKT, "width": 2},
    }  # fmt: skip
