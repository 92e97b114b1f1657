"""Proof that a scenario says what a returned workbook says: its own workbook, held against what was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.errors import figure, shown
from model.io.excel.book import Cell, Value
from model.io.excel.draft import INVOER, Draft
from model.io.excel.found import LABEL_COLUMN, Column
from model.io.excel.layout import Key
from model.io.excel.returned.changes import Change, Findings
from model.io.excel.returned.comparison import Comparison
from model.io.excel.returned.located import Located, located, made
from model.io.excel.returned.measures import later_years
from model.io.excel.sheets.headings import UNIT
from model.text import Text, same

TOLERANCE = 1e-9
# What follows from other inputs or only tells; sleutel_besparing follows sleutel, and has no effect in the workbook.
_FREE = (LABEL_COLUMN, UNIT, "sleutel_besparing")
_NOTHING = Text("niets", "nothing")


def prove(draft: Draft, comparison: Comparison, changes: Sequence[Change], findings: Findings) -> None:
    """Refuse the workbook where `draft`, that of the new scenario, has another input anywhere."""
    changed = {(change.key, change.column): change.new for change in changes}
    mine, theirs = comparison.expected.pages[INVOER], located(made(draft, INVOER)).pages[INVOER]
    found = comparison.came_back.pages[INVOER]
    for spot, cell in _inputs(mine):
        wanted = changed.get(spot, cell.value)
        other = theirs.cell(*spot)
        if isinstance(spot[1], int) and (spot not in theirs.at or _without_effect(draft, *spot)):
            continue
        # A year that is not there any more was one that only the earlier begrotingsjaar asked for.
        follows = cell.formula is not None and spot not in changed
        if follows and other is not None and other.formula is not None:
            continue
        value = None if other is None else other.value
        if not _agree(wanted, value):
            said = found.said(found.at[spot]) if spot in found.at else str(spot)
            findings.refuse("terug-weerspraak", said, found=_told(wanted), expected=_told(value))


def _without_effect(draft: Draft, key: Key, column: Column) -> bool:
    """Return whether a value of a parameter stands in a year after the horizon in which nothing asks for it."""
    if key[0] != "parameter" or not isinstance(column, int) or column <= draft.frame.last:
        return False
    return column not in later_years(draft.plan, key[1], draft.result.begrotingsjaar)


def _inputs(page: Located) -> Iterator[tuple[tuple[Key, Column], Cell]]:
    for spot, position in page.at.items():
        cell = page.sheet.cells.get(position)
        if cell is not None and spot[1] not in _FREE and not str(spot[1]).startswith("#"):
            yield spot, cell


def _agree(one: Value, other: Value) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= TOLERANCE * max(abs(one), abs(other))
    return one == other


def _told(value: Value) -> Text:
    if value is None:
        return _NOTHING
    return figure(value, 12) if isinstance(value, int | float) else same(shown(str(value)))
