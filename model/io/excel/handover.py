"""How a parsed workbook is handed over from the process that read it: plain columns, made into a `Book` here."""

from __future__ import annotations

import datetime
import io
import pickle
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from model.io.excel.book import Book, Cell, Comment, Position, Sheet, Value

REFUSED = 3  # the status of the reading process where it hands over an issue instead of a workbook
COMMENTS = "comments"  # the word that asks for them
Format = tuple[bool, str, bool, int, bool]  # locked, number format, bold, indent, faint


@dataclass(slots=True)
class Columns:
    """A sheet as it is being read: one entry per cell in each list, in the order of the file."""

    name: str
    visible: bool
    rows: list[int] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    styles: list[int] = field(default_factory=list)
    formulas: dict[Position, str] = field(default_factory=dict)
    errors: set[Position] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    outline: dict[int, int] = field(default_factory=dict)
    merged: list[str] = field(default_factory=list)
    comments: list[tuple[Position, str, str]] = field(default_factory=list)
    protected: bool = False


def packed(sheets: Sequence[Columns], formats: Sequence[Format], properties: dict[str, str]) -> bytes:
    """Return what was read as bytes."""
    plain = [tuple(getattr(sheet, name) for name in Columns.__slots__) for sheet in sheets]
    return pickle.dumps((plain, list(formats), properties), protocol=5)


def book(data: bytes, name: str) -> Book:
    """Return the workbook that was handed over, as the file called `name`."""
    plain, formats, properties = _Plain(io.BytesIO(data)).load()
    return Book(name, tuple(_sheet(Columns(*values), formats) for values in plain), properties)


class _Plain(pickle.Unpickler):
    """Makes nothing but plain values and moments, whatever the bytes ask for."""

    def find_class(self, module: str, name: str) -> Any:
        if module == "datetime" and name in {"datetime", "date", "time"}:
            return getattr(datetime, name)
        raise pickle.UnpicklingError(f"{module}.{name}")


def _sheet(found: Columns, formats: Sequence[Format]) -> Sheet:
    cells: dict[Position, Cell] = {}
    for row, column, value, style in zip(found.rows, found.columns, found.values, found.styles, strict=True):
        at = (row, column)
        cells[at] = Cell(value, found.formulas.get(at), at in found.errors, *formats[style])
    return Sheet(
        found.name,
        cells,
        found.visible,
        frozenset(found.hidden_rows),
        frozenset(found.hidden_columns),
        tuple(found.merged),
        found.outline,
        tuple(Comment(*comment) for comment in found.comments),
        found.protected,
    )
