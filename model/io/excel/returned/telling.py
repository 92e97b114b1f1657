"""Whether two contents of cells are the same, and what stands in a cell, in words."""

from __future__ import annotations

import datetime

from model.errors import shown
from model.io.excel.book import Cell
from model.text import Text, same

SAME = 1e-13  # programs store 15 to 17 digits
_NOTHING = Text("niets", "nothing")
_FORMULA = Text("de formule {formula}", "the formula {formula}")
_VALUE = Text("de waarde {value}", "the value {value}")
_LONGEST = 160


def alike(one: object, other: object) -> bool:
    """Return whether two contents of cells are the same, as far as programs keep them."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= SAME * max(abs(one), abs(other))
    if isinstance(one, str) and isinstance(other, str):
        return one.split() == other.split()
    return (one in (None, "") and other in (None, "")) or one == other


def content(cell: Cell | None) -> Text:
    """Return what stands in a cell, in words."""
    if cell is None or (cell.formula is None and cell.value in (None, "")):
        return _NOTHING
    if cell.formula is not None:
        formula = shown(f"={cell.formula}", _LONGEST)
        return Text(*(text.format(formula=formula) for text in _FORMULA))
    value = plain(cell)
    return Text(_VALUE.nl.format(value=value.nl), _VALUE.en.format(value=value.en))


def counted(count: int, one: Text, more: Text) -> Text:
    """Return a number of things in words."""
    return one if count == 1 else Text(*(words.format(count=count) for words in more))


def plain(cell: Cell, limit: int = _LONGEST) -> Text:
    """Return the constant in a cell as a spreadsheet shows it: words quoted, numbers without thousands marks."""
    value = cell.value
    if isinstance(value, bool):
        return Text("WAAR", "TRUE") if value else Text("ONWAAR", "FALSE")
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        value = value.date()
    if isinstance(value, int | float):
        digits = f"{value:.15g}"
        return Text(digits.replace(".", ","), digits)
    return same(shown(" ".join(str(value).split()), limit))
