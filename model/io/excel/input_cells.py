"""Cells of a page that came back, read as what they must be; what is wrong with them is collected with its place."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from model.errors import Issue, Place, shown
from model.io.excel.book import Cell, Value, address
from model.io.excel.found import LABEL_COLUMN, Column, FoundPage
from model.io.excel.layout import Key
from model.kinds import WrongValue
from model.quantities import Number
from model.text import Text, same

CONSTANT = "constante"
# Cells hold numbers; how a number is written in a file is of no concern here.
_WRITTEN = re.compile(r",? (met een decimale punt|with a decimal point).*")
_DATE = Text("de datum {date}", "the date {date}")
_TEXT = Text("de tekst {text}", "the text {text}")
_WORD = Text("tekst", "text")


@dataclass(slots=True)
class InputCells:
    """Reads the cells of a page by key and column; a wrong one leaves an issue and gives a harmless value."""

    file: str
    page: FoundPage
    issues: list[Issue] = field(default_factory=list)

    def keys(self, name: str) -> Iterator[Key]:
        """Yield the keys of all rows of one sort, in their order on the page."""
        return (key for key in self.page.rows if key[0] == name)

    def years(self, key: Key) -> list[int]:
        """Return the years that have a column in the row of a key."""
        names = self.page.names.get(self.page.rows.get(key, 0), {})
        return sorted(name for name in names.values() if isinstance(name, int))

    def has(self, key: Key, column: Column) -> bool:
        """Return whether anything stands in a cell."""
        return self._cell(key, column) is not None

    def label(self, key: Key) -> str:
        """Return what a row is called, its key where it has no label."""
        cell = self._cell(key, LABEL_COLUMN)
        return str(cell.value) if cell is not None else " ".join(word for word in key if word)

    def number(self, key: Key, column: Column, kind: Number) -> float:
        """Return a number of a kind; 1 where there is none."""
        cell = self._required(key, column, _bounds(kind))
        if cell is None:
            return 1.0
        try:
            return kind.accept(cell.value if not cell.error else None)
        except WrongValue as wrong:
            self.wrong(key, column, _plain(wrong.expected))
            return 1.0

    def whole(self, key: Key, column: Column, kind: Number) -> int:
        """Return a whole number of a kind; 1 where there is none."""
        return int(self.number(key, column, kind))

    def word(self, key: Key, column: Column, options: Iterable[str] = ()) -> str:
        """Return a text, one of `options` where told; empty where there is none."""
        listed = ", ".join(options)
        expected = Text(f"een van {listed}", f"one of {listed}") if listed else _WORD
        cell = self._required(key, column, expected)
        if cell is None:
            return ""
        found = str(cell.value).strip()
        if cell.error or not isinstance(cell.value, str) or (listed and found not in options):
            self.wrong(key, column, expected)
        return found

    def raw(self, key: Key, column: Column) -> Value:
        """Return whatever stands in a cell, `None` where it is empty."""
        cell = self._cell(key, column)
        return None if cell is None else cell.value

    def wrong(self, key: Key, column: Column, expected: Text) -> None:
        """Leave an issue: this cell is not what was expected."""
        cell = self._cell(key, column)
        found = Text("niets", "nothing") if cell is None else _found(cell)
        self.issues.append(Issue("waarde-fout", self.place(key, column), {"found": found, "expected": expected}))

    def absent(self, *key: str) -> None:
        """Leave an issue: a row is not there."""
        name = shown(" ".join(word for word in key if word))
        self.issues.append(Issue("werkmap-rij-ontbreekt", Place(self.file, path=self.page.sheet.name), {"found": name}))

    def place(self, key: Key, column: Column) -> Place:
        """Return where a cell stands, in words: sheet and address, label, column."""
        at = self.page.position((key, column))
        cell = self.page.sheet.name + ("" if at is None else f"!{address(at)}")
        what = (self.label(key), str(column) if column != CONSTANT else "")
        return Place(self.file, path=" · ".join([cell, *(word[:80] for word in what if word)]))

    def _cell(self, key: Key, column: Column) -> Cell | None:
        cell = self.page.cell((key, column))
        return None if cell is None or cell.value is None or cell.value == "" else cell

    def _required(self, key: Key, column: Column, expected: Text) -> Cell | None:
        cell = self._cell(key, column)
        if cell is None:
            self.issues.append(Issue("waarde-leeg", self.place(key, column), {"expected": expected}))
        return cell


def _bounds(kind: Number) -> Text:
    return _plain(kind.expected)


def _plain(expected: Text) -> Text:
    return Text(*(_WRITTEN.sub("", words) for words in expected))


def _found(cell: Cell) -> Text:
    if isinstance(cell.value, datetime.date | datetime.time):
        return Text(*(words.format(date=cell.value) for words in _DATE))
    if isinstance(cell.value, str) and not cell.error:
        return Text(*(words.format(text=shown(cell.value)) for words in _TEXT))
    return same(str(cell.value))
