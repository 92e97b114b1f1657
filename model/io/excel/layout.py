"""What stands where in a workbook, apart from how it is written: pages of rows, their keys, formulas and values.

A row over years has one formula, written once: `@` stands for the column of the year, `~` for that of the year before.
Every row that holds figures has a key, words in the columns to the right of the years, by which it is found again
wherever it has moved to. Pages are built in any order: a formula is asked for when all rows have their place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from model.io.excel.book import letters
from model.io.excel.chart import Chart
from model.io.excel.choice import Choice
from model.io.excel.frame import BEFORE, CONSTANTE, EENHEID, KEY_WORDS, LABEL, THIS, UNIT, UNITS, Frame
from model.io.excel.paper import ROW, Paper, paper_of, text_height

Key = tuple[str, ...]
Formula = str | Callable[[], str]
Content = float | int | str | None


@dataclass(frozen=True, slots=True)
class Item:
    """One cell: a constant, or a formula with its value; `open` cells are inputs that people may change.

    `lines` is how many lines its comment takes, where that is more than a few.
    """

    value: Content
    formula: Formula = ""
    style: str = "text"
    open: bool = False
    comment: str = ""
    link: str = ""
    choice: Choice | None = None
    lines: int = 0


class Mark(NamedTuple):
    """A look (of `formats.MARKS`) that cells of a range take on where a formula, written for its first cell, holds."""

    area: str
    formula: str
    style: str


Area = tuple[int, int, int, int]  # first row and column, last row and column, from 1


@dataclass(slots=True)
class Span:
    """The years of a row: one formula or constants, with a value per year from column `first` on.

    The columns in `open` are inputs.
    """

    first: int
    values: Sequence[Content]
    formula: Formula = ""
    style: str = "amount"
    open: range = range(0)
    comments: Mapping[int, str] = field(default_factory=dict)
    choice: Choice | None = None

    def at(self, column: int) -> str:
        """Return the formula in one column, without its equals sign."""
        if not isinstance(self.formula, str):
            raise TypeError("this row has no formula yet: settle its page first")
        return self.formula.replace(THIS, letters(column)).replace(BEFORE, letters(column - 1))


@dataclass(slots=True)
class Row:
    """A row: its key (empty for titles and texts), single cells by column, and its years."""

    key: Key = ()
    items: dict[int, Item] = field(default_factory=dict)
    span: Span | None = None
    style: str = ""
    height: float | None = None


@dataclass(slots=True)
class Page:
    """A sheet under construction: rows by number, and where each key stands.

    `heads` are the numbers of the rows whose cells name the columns below them. `freeze` counts the rows and columns
    that stay in sight, `repeat` is the row that is printed on every page (0: none), `last` the last column that is
    printed (0: that of the last year), `verdicts` the ranges that turn red where a check fails, `marks` other looks
    that cells take on, `choices` what may be filled in in whole ranges, `filter` the range that can be filtered,
    `dense` the cells of a long sheet, in low rows and with zeros in grey. A `wide` page is printed on A3. A page on
    `paper` ends its printed pages itself; `above` are the heads of the table at hand.
    """

    name: str
    frame: Frame
    rows: dict[int, Row] = field(default_factory=dict)
    places: dict[Key, int] = field(default_factory=dict)
    heads: dict[int, Key] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    freeze: tuple[int, int] = (4, 1)
    repeat: int = 0
    last: int = 0
    verdicts: list[str] = field(default_factory=lambda: ["A2"])
    marks: list[Mark] = field(default_factory=list)
    choices: list[tuple[Area, Choice]] = field(default_factory=list)
    filter: str = ""
    dense: str = ""
    paper: Paper | None = None
    above: list[Row] = field(default_factory=list)
    charts: list[Chart] = field(default_factory=list)
    one_page: bool = False
    wide: bool = False
    hidden: bool = False
    next: int = 1

    def add(self, row: Row) -> int:
        """Put a row below the others and return its number."""
        if self.paper is not None:
            self._print(row, self.paper)
        number = self.next
        if row.key:
            if row.key in self.places:
                raise ValueError(f"{self.name}: two rows {row.key}")
            self.places[row.key] = number
        self.rows[number] = row
        self.next += 1
        unit = row.items.get(EENHEID)
        if unit is not None and unit.style == UNIT and unit.value in UNITS:
            row.items[EENHEID] = Item(self.frame.say(UNITS[str(unit.value)]), style=UNIT)
        return number

    def skip(self, count: int = 1) -> None:
        """Leave rows empty."""
        self.next += count
        if self.paper is not None:
            self.paper.used += count * ROW

    def print_tables(self) -> None:
        """Let this page end its printed pages itself; ask it when its widths are known, before its tables."""
        self.paper = paper_of(self.frame.width(column, self.widths) for column in range(1, self.printed + 1))
        self.paper.used = self.height_of(*self.rows.values())

    def begin(self, height: float) -> None:
        """Begin a table on a new printed page where it does not fit on this one, and would on an empty one."""
        self.above = []
        if self.paper is not None and self.paper.used and not self.paper.holds(min(height, self.paper.height)):
            self.paper.turn(self.next - 1)
        elif self.next > _TITLE_ROWS:
            self.skip()

    def height_of(self, *rows: Row) -> float:
        """Return the height that rows need for their texts."""
        return sum(row.height or max(self._heights(row), default=ROW) for row in rows)

    def _heights(self, row: Row) -> Iterator[float]:
        for column, item in row.items.items():
            if isinstance(item.value, str) and item.style in _WRAPS:
                yield text_height(item.value, self.frame.width(column, self.widths))

    def keep(self, height: float) -> None:
        """Keep rows of this height together: on the next printed page, under the heads at hand, if need be."""
        if self.paper is not None and not self.paper.holds(height) and height < self.paper.height / 2:
            self._turn(self.paper)

    def _turn(self, paper: Paper) -> None:
        paper.turn(self.next - 1)
        for head in self.above:
            self._put_again(head, paper)

    def _print(self, row: Row, paper: Paper) -> None:
        """Keep count of a row on the printed page; where it does not fit, begin another one with the heads at hand."""
        if row.key and LABEL in row.items and row.items[LABEL].style in _LABELS:
            row.items[LABEL] = replace(row.items[LABEL], style="label")
        height = self.height_of(row)
        row.height = height if height > ROW else row.height
        if not row.style.startswith("head") and not paper.holds(height):
            self._turn(paper)
        if row.style.startswith("head"):
            self.above = [row] if row.style == "head" else [*self.above, row]
        paper.used += height

    def _put_again(self, head: Row, paper: Paper) -> None:
        """Repeat heads for the reader only: as texts, so that no formula over the rows takes a year for an amount."""
        items = {
            column: replace(item, value=str(item.value))
            for column, item in head.items.items()
            if column < self.frame.keys
        }
        self.rows[self.next] = Row(items=items, style=head.style, height=head.height)
        self.next += 1
        paper.used += head.height or ROW

    @property
    def printed(self) -> int:
        """Return the last column that is printed."""
        return self.last or self.frame.column(self.frame.t1)

    @property
    def formulas(self) -> int:
        """Return how many cells of the page are formulas."""
        spans = sum(len(row.span.values) for row in self.rows.values() if row.span is not None and row.span.formula)
        return spans + sum(bool(item.formula) for row in self.rows.values() for item in row.items.values())

    def at(self, *key: str) -> int:
        """Return the number of the row with this key; words left out at its end are empty."""
        return self.places[key_of(*key)]

    def settle(self) -> None:
        """Ask every row for its formulas, now that all have their place."""
        for row in self.rows.values():
            if row.span is not None and callable(row.span.formula):
                row.span.formula = anchored(row.span.formula())
            for column, item in row.items.items():
                if callable(item.formula):
                    row.items[column] = replace(item, formula=anchored(item.formula()))

    def cells(self) -> Iterator[tuple[int, int, Item]]:
        """Yield every cell with its row and column; those of keys and years are made on the way."""
        for number, row in self.rows.items():
            for word, text in enumerate(row.key):
                if text:
                    yield number, self.frame.keys + word, Item(text, style="key")
            for column, item in row.items.items():
                yield number, column, item
            if row.span is not None:
                for offset, value in enumerate(row.span.values):
                    column = row.span.first + offset
                    formula = row.span.at(column) if row.span.formula else ""
                    yield number, column, Item(value, formula, row.span.style, column in row.span.open)


_TITLE_ROWS = 4  # above which no row is left empty
_LABELS = ("text", "sum", "bold", "note")
_WRAPS = ("label", "wrap", "fact", "name", "url", "word", "link", "indent", UNIT)


_FREE_ROW = re.compile(r"([@~]|\$[A-Z]{1,3})(?=[0-9])")


def anchored(formula: str) -> str:
    """Return a formula with all its rows fixed.

    No two rows then have the same formula in relative terms: LibreOffice takes such rows together, over all columns at
    once, and mistakes a recursion over years for a circle (Err:522, seen in 7.4).
    """
    return _FREE_ROW.sub(r"\1$", formula)


def key_of(*words: str) -> Key:
    """Return a key of as many words as keys have, the rest empty."""
    return (*words, *([""] * (len(KEY_WORDS) - len(words))))


# The first word of the key of a page's first row, which names the page: sheets may be renamed.
BLAD = "blad"
# The words over the key columns: by them a head is known wherever it has moved to, in either language.
HEAD = ("grootheid", "id", "soort", "partij", "programma of bron")


def line(
    key: Key, label: str, unit: str = "", *, constant: Item | None = None, span: Span | None = None, style: str = ""
) -> Row:
    """Return a row with a key: its label and unit in their columns."""
    items = {LABEL: Item(label, style=style or "text")}
    if unit:
        items[EENHEID] = Item(unit, style=UNIT)
    if constant is not None:
        items[CONSTANTE] = constant
    return Row(key, items, span, style)
