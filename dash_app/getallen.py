"""Figures as people take them along: in the unit of the page, rounded to a euro, each row with its unit."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from math import isnan

from model.tables import Line, Scale, Table, Unit
from model.text import Language, Text, same

_GELD: dict[Scale, tuple[float, int, Text]] = {
    "k": (1.0, 3, Text("x € 1.000", "x € 1,000")),
    "mln": (1000.0, 6, Text("x € 1 mln", "x € 1 mln")),
}
_EIGEN_PRIJSPEIL = Text(", eigen prijspeil", ", own price level")
# What a value is divided by, its decimals, and the word for its unit.
_ANDERS: dict[Unit, tuple[float, int, Text]] = {
    "share": (0.01, 4, same("%")),
    "points": (0.01, 4, Text("procentpunt", "percentage points")),
    "years": (1.0, 2, Text("jaar", "years")),
    "year": (1.0, 0, Text("jaartal", "calendar year")),
    "fte": (1.0, 3, same("fte")),
    "count": (1.0, 0, Text("aantal", "number")),
    "factor": (1.0, 6, Text("factor", "factor")),
}


def getallen(line: Line, scale: Scale) -> list[float | None]:
    """Return the figures of a line in the unit of the page, to a euro; a share as a percentage."""
    found: list[float | None] = []
    for column, value in enumerate(map(float, line.values)):
        size, decimals, _ = _maat(line.units[column] if line.units else line.unit, scale)
        found.append(None if isnan(value) else round(value / size, decimals) + 0.0)
    return found


def eenheid(line: Line, taal: Language, scale: Scale) -> str:
    """Return the unit of a line, or of its columns where they differ; empty where there are no figures."""
    if all(isnan(value) for value in map(float, line.values)):
        return ""
    units = dict.fromkeys(line.units or (line.unit,))
    return " / ".join(dict.fromkeys(_woord(unit, taal, scale) for unit in units))


def _maat(unit: Unit, scale: Scale) -> tuple[float, int, Text]:
    return _ANDERS.get(unit) or _GELD[scale]


def _woord(unit: Unit, taal: Language, scale: Scale) -> str:
    word = _maat(unit, scale)[2].say(taal)
    return word + _EIGEN_PRIJSPEIL.say(taal) if unit == "real" else word


def csv_van(table: Table, taal: Language, scale: Scale, stempel: str) -> str:
    """Return a table as CSV: title, unit and prices, the stamp, then the figures with a unit to each row, and notes."""
    above = [[table.title.say(taal)], [table.captioned(taal, scale)], [stempel], []]
    head = ["", Text("eenheid", "unit").say(taal), *(column.say(taal) for column in table.columns)]
    rows = [[line.label.say(taal), eenheid(line, taal, scale), *getallen(line, scale)] for line in table.lines]
    return csv_tekst([*above, head, *rows, *([note] for note in table.noted(taal, scale))], taal)


def csv_tekst(rows: Iterable[Sequence[object]], taal: Language) -> str:
    """Return rows as a spreadsheet in that language reads them."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if taal == "nl" else ",", lineterminator="\r\n")
    writer.writerows([_cel(each, taal) for each in row] for row in rows)
    return "\ufeff" + out.getvalue()


def _cel(value: object, taal: Language) -> object:
    """Return a value as it is written; a text that a spreadsheet would take for a formula gets an apostrophe."""
    if isinstance(value, float):
        text = f"{value:.6f}".rstrip("0").rstrip(".")
        return text.replace(".", ",") if taal == "nl" else text
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
