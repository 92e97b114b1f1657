"""A workbook as it was found: sheets with the cells that hold something, wherever they stand.

Plain records, so that what parses a stranger's file can run in a process of its own and hand over no more than this.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

Value = float | str | bool | datetime.datetime | datetime.date | datetime.time | None
Position = tuple[int, int]  # row and column, both from 1

_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: a constant, or a formula (A1 style, without its equals sign) with the value stored for it, if any.

    `error` marks a cell whose value is an error such as #DIV/0!; `number_format` is the display format as stored.
    `faint` marks one whose look hides its value: a font of the colour of its fill, or too small to read.
    """

    value: Value
    formula: str | None = None
    error: bool = False
    locked: bool = True
    number_format: str = "General"
    bold: bool = False
    indent: int = 0
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Comment:
    """What someone wrote about a cell, in a note or a conversation beside it; the cell itself may be empty."""

    at: Position
    text: str
    author: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its cells by position, and what a reader of the file would not see.

    `comments` are those at its cells, where they were asked for.
    """

    name: str
    cells: Mapping[Position, Cell]
    visible: bool = True
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[str, ...] = ()
    outline: Mapping[int, int] = field(default_factory=dict)
    comments: tuple[Comment, ...] = ()
    protected: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: its sheets in order, and what it says of itself (`properties`)."""

    file: str
    sheets: tuple[Sheet, ...]
    properties: Mapping[str, str] = field(default_factory=dict)

    def sheet(self, name: str) -> Sheet | None:
        """Return the sheet of this name, whatever the case of its letters."""
        found = (sheet for sheet in self.sheets if sheet.name.casefold() == name.casefold())
        return next(found, None)


@cache
def letters(column: int) -> str:
    """Return the letters of a column: 1 is A, 28 is AB."""
    text = ""
    while column > 0:
        column, rest = divmod(column - 1, _LETTERS)
        text = chr(ord("A") + rest) + text
    return text


def address(position: Position) -> str:
    """Return a cell's address as people write it, such as F23."""
    row, column = position
    return f"{letters(column)}{row}"


_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]*)")


def position(text: str) -> Position:
    """Return the row and column of an address such as F23 or $F$23; raise `ValueError` where it is none."""
    found = _ADDRESS.fullmatch(text.upper())
    if found is None:
        raise ValueError(text)
    column = 0
    for letter in found[1]:
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return int(found[2]), column
