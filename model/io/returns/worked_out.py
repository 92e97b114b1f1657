"""Formulas that people typed where a number belongs: worked out anew where a program stored no value for one."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from model.errors import InputError
from model.io.excel.book import Cell, Position
from model.io.excel.own import read_own
from model.io.excel.recalculate import office, recalculated
from model.io.excel.values import equal
from model.io.returns.located_rows import Located
from model.returns.columns import KOLOMMEN

Fresh = Mapping[tuple[str, Position], Cell]
"""Cells as a spreadsheet program computes them, by sheet and place."""
_AGREE = 1e-6


def worked_out(path: Path | None, place: Located) -> Fresh:
    """Return the cells with a typed formula as LibreOffice computes them; none where every one has a value."""
    typed = list(_formulas(place))
    if path is None or office() is None or all(cell.value is not None for _, _, cell in typed):
        return {}
    with tempfile.TemporaryDirectory() as folder:
        try:
            book = read_own(recalculated(path, Path(folder)))
        except InputError:
            return {}  # then the formula has no value, and that is told
    sheets = {sheet.name: sheet.cells for sheet in book.sheets}
    found = ((name, at, sheets.get(name, {}).get(at)) for name, at, _ in typed)
    return {(name, at): cell for name, at, cell in found if cell is not None}


def _formulas(place: Located) -> Iterator[tuple[str, Position, Cell]]:
    for row in place.rows.values():
        for kolom in KOLOMMEN:
            cell = row.section.cell(row.number, kolom)
            if cell is not None and cell.formula is not None:
                yield row.section.sheet.name, row.section.at(row.number, kolom), cell


def settled(cell: Cell, fresh: Cell | None) -> tuple[Cell, bool]:
    """Return a cell with the value of its formula, and whether another value was stored beside it."""
    if cell.formula is None or fresh is None:
        return cell, False
    if cell.value is None:
        return replace(fresh, formula=cell.formula, number_format=cell.number_format), False
    return cell, not equal(cell.value, fresh.value, _AGREE)
