"""Workbooks of returns for the tests: written with wrong values beside the formulas, recalculated, and read back."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

from excel.workbooks import WrongWorksheet, read, recalculations

from model.io.excel.book import Book, address
from model.io.excel.layout import Item
from model.io.excel.manuscript import Manuscript
from model.io.excel.values import equal
from model.io.excel.writer import write_workbook
from model.io.returns.form import Form
from model.io.returns.workbook import manuscript_of

MOMENT = datetime.datetime(2026, 11, 21)
_NEAR = 1e-6


def written(form: Form, path: Path, worksheet: type = WrongWorksheet) -> Path:
    write_workbook(manuscript_of(form), path, MOMENT, worksheet=worksheet)
    return path


def recalculated(forms: dict[str, Form], folder: Path) -> dict[str, Book]:
    """Return workbooks as LibreOffice computes them, by name."""
    paths = [written(form, folder / f"{name}.xlsx") for name, form in forms.items()]
    return dict(zip(forms, map(read, recalculations(paths, folder / "uit")), strict=True))


def formulas(form: Form | Manuscript) -> Iterator[tuple[str, tuple[int, int], Item]]:
    for name, page in form.pages.items():
        for row, column, item in page.cells():
            if item.formula:
                yield name, (row, column), item


def wrong_cells(form: Form | Manuscript, book: Book) -> list[str]:
    """Return the formulas of a workbook that do not give what Python reckons."""
    found = []
    for name, at, item in formulas(form):
        sheet = book.sheet(name)
        assert sheet is not None, name
        cell = sheet.cells.get(at)
        value = None if cell is None else cell.value
        if not equal(value, item.value, _NEAR):
            found.append(f"{name}!{address(at)}: {value!r} for {item.value!r}, {item.formula}")
    return found
