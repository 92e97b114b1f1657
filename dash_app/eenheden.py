"""A figure of a table as a sentence says it: a level with its unit, a difference as more or less."""

from __future__ import annotations

import numpy as np

from model.tables import Line, Unit
from model.text import MINUS, Language, Text, euro

_MONEY: tuple[Unit, ...] = ("nominal", "amount", "real")
_AFTER: dict[Unit, Text] = {"points": Text(" procentpunt", " percentage points"), "years": Text(" jaar", " years")}
_MORE, _LESS = Text("hoger", "higher"), Text("lager", "lower")


def stand(line: Line, column: int, taal: Language) -> str:
    """Return a level with its unit."""
    value = float(line.values[column])
    return (MINUS if value < 0 and _unit(line, column) in _MONEY else "") + _groot(line, column, value, taal)


def verschil(line: Line, column: int, taal: Language) -> str:
    """Return a difference with its unit, as so much higher or lower."""
    value = float(line.values[column])
    return f"{_groot(line, column, abs(value), taal)} {(_MORE if value > 0 else _LESS).say(taal)}"


def verschilt(line: Line, column: int) -> bool:
    """Return whether a difference is any, as a sentence prints it."""
    value = abs(float(line.values[column]))
    return value > 0 and any(digit in "123456789" for digit in _groot(line, column, value, "nl"))


def _unit(line: Line, column: int) -> Unit:
    return line.units[column] if line.units else line.unit


def _groot(line: Line, column: int, value: float, taal: Language) -> str:
    """Return a value with its unit, an amount of money without its sign."""
    unit = _unit(line, column)
    if unit in _MONEY:
        return euro(abs(value)).say(taal)
    printed = Line(line.label, np.array([value]), unit=unit).cell(0, taal)
    return printed + (_AFTER[unit].say(taal) if unit in _AFTER else "")
