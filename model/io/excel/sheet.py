"""One sheet of a workbook, read row by row: formulas and stored values in one pass, wherever the cells stand."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import IO

from lxml import etree

from model.io.excel.blanks import Filled
from model.io.excel.book import Position, Value, address, position
from model.io.excel.formulas import Formulas, is_dde
from model.io.excel.handover import Columns
from model.io.excel.strings import Unreadable, elements, plain_text, tags_of, unescaped

_LAST_ROW = 1_048_576
_LAST_COLUMN = 16_384
_CELLS = tags_of("c")
_ROWS = frozenset(tags_of("sheetData"))
_TRUE = frozenset({"1", "true"})
_SEEN = 1.0  # the least height (points) or width (characters) in which anything can be seen


class TooManyCells(Exception):
    """More cells with something in them than a workbook may hold."""


class LiveLink(Exception):
    """A formula that starts another program (DDE); `cell` is where it stands."""

    def __init__(self, cell: str) -> None:
        self.cell = cell
        super().__init__(cell)


class _Implicit(Exception):
    """A row or cell that does not say where it stands, so that blank ones before it count."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a sheet needs of the rest of its workbook to be understood.

    `strings` are the shared strings, `moment` makes a date of a number with a certain format (or leaves it), `iso`
    makes one of text, `translated` moves a formula from one cell to another.
    """

    strings: Sequence[str]
    moment: Callable[[float, int], Value]
    iso: Callable[[str], Value]
    translated: Callable[[str, str, str], str]


def read_sheet(open_part: Callable[[], IO[bytes]], sheet: Columns, around: Surroundings, most: int) -> Columns:
    """Return `sheet` filled with what its part holds, at most `most` cells.

    Raises `TooManyCells`, `LiveLink`, `Unreadable`, or what the parser raises where the part is damaged.
    """
    try:
        with open_part() as source:
            return _Reader(Columns(sheet.name, sheet.visible), around, most, explicit=True).read(Filled(source))
    except _Implicit:
        with open_part() as source:
            return _Reader(sheet, around, most, explicit=False).read(source)


def _unseen(element: etree._Element, size: str) -> bool:
    """Return whether a row or column is hidden, or so small that nothing in it can be seen."""
    return element.get("hidden") in _TRUE or float(element.get(size, _SEEN)) < _SEEN


class _Reader:
    """Reads one sheet; `explicit` demands that rows and cells say where they stand."""

    def __init__(self, sheet: Columns, around: Surroundings, most: int, *, explicit: bool) -> None:
        self._sheet = sheet
        self._around = around
        self._most = most
        self._explicit = explicit
        self._formulas = Formulas(around.translated)
        self._known: dict[str, int] = {}
        self._row = 0
        self._hidden: list[tuple[int, int]] = []

    def read(self, source: IO[bytes] | Filled) -> Columns:
        """Read the whole part."""
        complete = False
        for name, element in elements(source, "row", "col", "mergeCell", "sheetProtection", "worksheet"):
            if name == "row":
                self._read_row(element)
            elif name == "col" and _unseen(element, "width"):
                self._hidden.append((int(element.get("min", "0")), int(element.get("max", "0"))))
            elif name == "mergeCell":
                self._sheet.merged.append(element.get("ref", ""))
            elif name == "sheetProtection":
                self._sheet.protected = element.get("sheet") in _TRUE
            complete = name == "worksheet" and element.getparent() is None
        if not complete:
            raise Unreadable
        self._finish()
        return self._sheet

    def _finish(self) -> None:
        sheet = self._sheet
        self._formulas.fill(sheet)
        last = max(sheet.columns, default=0)
        for first, until in self._hidden:
            sheet.hidden_columns.update(range(max(first, 1), min(until, last) + 1))
        bottom = sheet.rows[-1] if sheet.rows else 0
        sheet.hidden_rows = {row for row in sheet.hidden_rows if row <= bottom}
        sheet.outline = {row: level for row, level in sheet.outline.items() if row <= bottom}

    def _read_row(self, row: etree._Element) -> None:
        parent = row.getparent()
        if parent is None or parent.tag not in _ROWS:
            raise Unreadable
        number = self._row_number(row.get("r"))
        if _unseen(row, "ht"):
            self._sheet.hidden_rows.add(number)
        if level := int(row.get("outlineLevel", "0")):
            self._sheet.outline[number] = level
        before, ending = 0, str(number)
        for cell in row.iterchildren(*_CELLS):
            stated = cell.get("r")
            if stated is None:
                column = self._next_column(before)
            else:
                column = self._known.get(stated.removesuffix(ending)) or self._column(stated)
            if not before < column <= _LAST_COLUMN:
                raise Unreadable
            before = column
            if len(cell):
                self._read_cell(cell, (number, column))

    def _row_number(self, stated: str | None) -> int:
        if stated is None and self._explicit:
            raise _Implicit
        number = self._row + 1 if stated is None else int(stated)
        if not self._row < number <= _LAST_ROW:
            raise Unreadable
        self._row = number
        return number

    def _next_column(self, before: int) -> int:
        if self._explicit:
            raise _Implicit
        return before + 1

    def _column(self, stated: str) -> int:
        row, column = position(stated)
        if row != self._row:
            raise Unreadable
        self._known[stated.removesuffix(str(row))] = column
        return column

    def _read_cell(self, cell: etree._Element, at: Position) -> None:
        formula = value = None
        kind, style = cell.get("t", "n"), int(cell.get("s", "0"))
        for child in cell:
            name = str(child.tag)[-2:]
            if name == "}v":
                value = self._value(child.text or "", kind, style)
            elif name == "}f":
                formula = self._formulas.read(child, at)
            elif name == "is":
                value = plain_text(child)
        if formula is not None:
            self._keep_formula(at, formula)
        elif value is None or value == "":
            return
        self._keep(at, value, style)
        if kind == "e":
            self._sheet.errors.add(at)

    def _keep(self, at: Position, value: Value, style: int) -> None:
        sheet = self._sheet
        if len(sheet.rows) >= self._most:
            raise TooManyCells
        sheet.rows.append(at[0])
        sheet.columns.append(at[1])
        sheet.values.append(value)
        sheet.styles.append(style)

    def _keep_formula(self, at: Position, formula: str) -> None:
        if is_dde(formula):
            raise LiveLink(f"{self._sheet.name}!{address(at)}")
        self._sheet.formulas[at] = formula

    def _value(self, stored: str, kind: str, style: int) -> Value:
        if kind == "n":
            return self._number(stored, style)
        if kind == "s":
            index = int(stored)
            if index < 0:
                raise Unreadable
            return self._around.strings[index]
        if kind == "b":
            return stored in _TRUE
        if kind == "d":
            return self._around.iso(stored)
        return unescaped(stored)

    def _number(self, stored: str, style: int) -> Value:
        if not stored:
            return None
        number = float(stored)
        if not math.isfinite(number) or "_" in stored:
            raise Unreadable
        return self._around.moment(number, style)
