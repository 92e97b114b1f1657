"""Rows, columns and sheets of a workbook moved as a spreadsheet program moves them: every reference follows."""

from __future__ import annotations

import re
from collections.abc import Callable

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.workbook import Workbook

CELL = re.compile(r"(\$?)([A-Z]{1,3})(\$?)([0-9]+)")
Shift = Callable[[int], int]


def insert_rows(workbook: Workbook, sheet: str, at: int, count: int = 1) -> None:
    """Insert empty rows before row `at`."""
    workbook[sheet].insert_rows(at, count)
    _follow(workbook, sheet, rows=lambda row: row + count if row >= at else row)


def insert_columns(workbook: Workbook, sheet: str, at: int, count: int = 1) -> None:
    """Insert empty columns before column `at`."""
    workbook[sheet].insert_cols(at, count)
    _follow(workbook, sheet, columns=lambda column: column + count if column >= at else column)


def rename(workbook: Workbook, sheet: str, name: str) -> None:
    """Give a sheet another name."""
    workbook[sheet].title = name
    _rewrite(workbook, lambda owner, text: _renamed(text, sheet, name) if owner else text)


def _follow(
    workbook: Workbook, sheet: str, rows: Shift = lambda row: row, columns: Shift = lambda column: column
) -> None:
    def moved(found: re.Match[str]) -> str:
        column = get_column_letter(columns(column_index_from_string(found[2])))
        return f"{found[1]}{column}{found[3]}{rows(int(found[4]))}"

    def follow(owner: str, text: str) -> str:
        name, mark, cells = text.rpartition("!")
        target = name.strip("'").replace("''", "'") if mark else owner
        return f"{name}{mark}{CELL.sub(moved, cells)}" if target == sheet else text

    _rewrite(workbook, follow)


def _renamed(text: str, old: str, new: str) -> str:
    name, mark, cells = text.rpartition("!")
    quoted = new.replace("'", "''")
    return f"'{quoted}'!{cells}" if mark and name.strip("'") == old else text


def _rewrite(workbook: Workbook, change: Callable[[str, str], str]) -> None:
    """Change every reference in every formula; `change` gets the name of the sheet it stands on."""
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f" and isinstance(cell.value, str):
                    tokens = Tokenizer(cell.value).items
                    cell.value = "=" + "".join(_changed(token, sheet.title, change) for token in tokens)


def _changed(token: Token, owner: str, change: Callable[[str, str], str]) -> str:
    reference = token.type == Token.OPERAND and token.subtype == Token.RANGE
    return change(owner, token.value) if reference else token.value
