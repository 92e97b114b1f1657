"""Formulas that people typed where a number belongs, worked out anew: plain sums here, others by LibreOffice.

What a program stored beside a formula may be outdated. LibreOffice is asked only where one has no value at all.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from model.errors import InputError
from model.io.excel.book import Cell, Position, Sheet
from model.io.excel.own import read_own
from model.io.excel.recalculate import office, recalculated
from model.io.excel.values import equal
from model.io.returns.arithmetic import plain_sum
from model.io.returns.located_rows import Located
from model.returns.columns import KOLOMMEN

Fresh = Mapping[tuple[str, Position], Cell]
"""Cells as they are when computed anew, by sheet and place."""
_AGREE = 1e-6


def worked_out(path: Path | None, place: Located) -> Fresh:
    """Return the cells with a typed formula, computed anew as far as that can be done."""
    typed = {(sheet.name, at): (cell, sheet) for sheet, at, cell in _formulas(place)}
    sums = {where: plain_sum(cell.formula or "", sheet.cells) for where, (cell, sheet) in typed.items()}
    fresh = {where: Cell(value) for where, value in sums.items() if value is not None}
    lacking = any(cell.value is None and where not in fresh for where, (cell, _) in typed.items())
    if path is None or not lacking or office() is None:
        return fresh
    return _recalculated(path, typed) | fresh


def _recalculated(path: Path, places: Iterable[tuple[str, Position]]) -> dict[tuple[str, Position], Cell]:
    """Return cells as LibreOffice computes them."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            book = read_own(recalculated(path, Path(folder)))
        except InputError:
            return {}  # then the formula has no value, and that is told
    sheets = {sheet.name: sheet.cells for sheet in book.sheets}
    found = ((name, at, sheets.get(name, {}).get(at)) for name, at in places)
    return {(name, at): cell for name, at, cell in found if cell is not None}


def _formulas(place: Located) -> Iterator[tuple[Sheet, Position, Cell]]:
    for row in place.rows.values():
        for kolom in KOLOMMEN:
            cell = row.section.cell(row.number, kolom)
            if cell is not None and cell.formula is not None:
                yield row.section.sheet, row.section.at(row.number, kolom), cell


def settled(cell: Cell, fresh: Cell | None) -> tuple[Cell, bool]:
    """Return a cell with the value of its formula, and whether another value was stored beside it."""
    if cell.formula is None or fresh is None:
        return cell, False
    if cell.value is None:
        return replace(fresh, formula=cell.formula, number_format=cell.number_format), False
    return cell, not equal(cell.value, fresh.value, _AGREE)
