"""Formulas that people typed in open cells: their value, worked out anew where that can be done."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from model.errors import InputError, figure, shown
from model.io.excel.book import Cell
from model.io.excel.draft import INVOER
from model.io.excel.own import read_own
from model.io.excel.recalculate import office, recalculated
from model.io.excel.returned.changes import Findings, Opened
from model.io.excel.returned.located import Located, located
from model.text import Text, same

_AGREE = 1e-9
_NONE = Text("geen waarde", "no value")
_STORED = Text("(nog niet bepaald)", "(not determined yet)")


def evaluated(path: Path, opened: Sequence[Opened], findings: Findings) -> list[Opened]:
    """Return the open cells with a value in place of each formula; those without one are refused and left out.

    LibreOffice works them out where it is installed, for a stored value may be older than the cells it rests on; not in
    a workbook that is refused already.
    """
    if not any(_formula(cell) for cell in opened):
        return list(opened)
    if findings.refused:
        for cell in opened:
            if _formula(cell):
                findings.notice("terug-formule-getypt", cell.said, found=shown(f"={_formula(cell)}"), value=_STORED)
        return [cell for cell in opened if not _formula(cell)]
    page = _recalculated(path)
    found = (_value(cell, page, findings) if _formula(cell) else cell for cell in opened)
    return [cell for cell in found if cell is not None]


def _formula(cell: Opened) -> str | None:
    return None if cell.cell is None else cell.cell.formula


def _recalculated(path: Path) -> Located | None:
    """Return Invoer as LibreOffice computes it, `None` where it cannot."""
    if office() is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        try:
            book = read_own(recalculated(path, Path(folder)))
        except InputError:
            return None
    return located(book).pages.get(INVOER)


def _value(cell: Opened, page: Located | None, findings: Findings) -> Opened | None:
    stored = cell.cell
    fresh = page.cell(cell.key, cell.column) if page is not None else None
    best = stored if fresh is None or fresh.error else fresh
    if stored is None or best is None or best.error or best.value is None:
        findings.refuse("terug-formule-zonder-waarde", cell.said, found=shown(f"={_formula(cell)}"))
        return None
    if _contradict(stored, best):
        told = {"found": _said(stored), "expected": _said(best), "formula": shown(f"={_formula(cell)}")}
        findings.refuse("terug-formule-verouderd", cell.said, **told)
        return None
    findings.notice("terug-formule-getypt", cell.said, found=shown(f"={_formula(cell)}"), value=_said(best))
    return replace(cell, cell=replace(best, formula=None))


def _contradict(stored: Cell, fresh: Cell) -> bool:
    """Return whether a stored value is not what the formula gives now."""
    one, other = stored.value, fresh.value
    if one is None:
        return False
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) > _AGREE * max(abs(one), abs(other))
    return stored.error or one != other


def _said(cell: Cell) -> Text:
    if cell.value is None:
        return _NONE
    return figure(cell.value, 9) if isinstance(cell.value, int | float) else same(shown(str(cell.value)))
