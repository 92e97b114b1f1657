"""Sheets as they were sent beside those that came back: which row is which, also where nothing gives it a key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from model.io.excel.book import Book, Cell
from model.io.excel.values import equal
from model.io.returns.sections import Cells, Section, by_row, said
from model.io.returns.sent import Sent
from model.io.returns.sheets import ANTWOORD, SLEUTEL, herkomst_uit

_CLOSE = 1e-6
Pair = tuple[Section, Section]


def as_sent(found: Cell | None, expected: Cell | None) -> bool:
    """Return whether a cell is as it was sent; of a formula only that it is one."""
    if expected is not None and expected.formula is not None:
        return found is not None and found.formula is not None
    value, was = (None if cell is None else cell.value for cell in (found, expected))
    return equal(value, was, _CLOSE) or said(found) == said(expected)


def sheet_pairs(book: Book, sent: Sent, tables: Sequence[Pair]) -> Iterator[Pair]:
    """Yield each sheet that was sent with the one that it is now: by its table, else by its name."""
    by_table = {id(expected.sheet): (expected, found) for expected, found in tables}
    for sheet in sent.book.sheets:
        came = book.sheet(sheet.name)
        if id(sheet) in by_table:
            yield by_table[id(sheet)]
        elif came is not None and not any(section.sheet is sheet and any(section.keyed) for section in sent.tables):
            yield Section(sheet, 0, {}), Section(came, 0, {})


@dataclass(slots=True)
class Beside:
    """The cells of a sheet that are no part of its table: `rows` says where each row that was sent is now."""

    expected: Section
    found: Section
    came: Mapping[int, Cells] = field(init=False)
    fixed: dict[int, dict[int, Cell]] = field(init=False)
    rows: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find the rows: those that are as they were sent, those with the same label, and those in between."""
        self.came, self.fixed = by_row(self.found.sheet), dict(self._fixed())
        for number, cells in self.fixed.items():
            self._take(number, (row for row in (number, *self.came) if self._same(row, cells)))
        for number, cells in self.fixed.items():
            label = min(cells)
            self._take(number, (row for row in self.came if self._same(row, {label: cells[label]})))
        for number in self.fixed:
            before = max((row for row in self.rows if row < number), default=number)
            self._take(number, (self.rows.get(before, number) + number - before,))

    def cell(self, number: int, column: int) -> Cell | None:
        """Return what now stands in a cell that was sent."""
        return self.came.get(self.rows[number], {}).get(self.column(column) or 0)

    def column(self, column: int) -> int | None:
        """Return where a column that was sent is now; None where it is gone."""
        code = next((code for code, at in self.expected.columns.items() if at == column), "")
        if code:
            return self.found.columns.get(code)
        return column + self.found.columns.get(SLEUTEL, 0) - self.expected.columns.get(SLEUTEL, 0)

    def _fixed(self) -> Iterator[tuple[int, dict[int, Cell]]]:
        """Yield the rows that were sent with what is locked in them, but for keys and marks of whose they are."""
        answers, coded = ANTWOORD in self.expected.columns, set(self.expected.columns.values())
        for number, cells in by_row(self.expected.sheet).items():
            asked = bool(self.expected.head) and number >= self.expected.head
            if asked and not answers:
                return
            known = {at for at, cell in cells.items() if not cell.locked or herkomst_uit(said(cell)) is not None}
            kept = {at: cell for at, cell in cells.items() if at not in known | (coded if asked else set())}
            if kept:
                yield number, kept

    def _same(self, row: int, cells: Cells) -> bool:
        came = self.came.get(row, {})
        return all(as_sent(came.get(self.column(column) or 0), cell) for column, cell in cells.items())

    def _take(self, number: int, rows: Iterator[int] | tuple[int, ...]) -> None:
        """Take the first row that no other row is yet."""
        if number not in self.rows:
            taken = set(self.rows.values())
            row = next((row for row in rows if row not in taken), None)
            if row is not None:
                self.rows[number] = row
