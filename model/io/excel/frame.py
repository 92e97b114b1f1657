"""The columns of a workbook: labels, units, constants, years, and the keys to the right of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from model.io.excel.book import letters
from model.text import Language, Text

# Columns, from 1: what a row is called, its unit, what holds for all years, and then the years.
LABEL, EENHEID, CONSTANTE, YEARS = 1, 2, 3, 4
# The words of a key, in the columns to the right of the years: beside what is printed.
GROOTHEID, ID, SOORT, PARTIJ, PROGRAMMA = KEY_WORDS = range(5)
WIDEST = 14  # columns of the widest register
# How wide columns are, in characters, where a page does not say otherwise.
_WIDTHS = {LABEL: 60.0, EENHEID: 9.0, CONSTANTE: 12.0}
_YEAR_WIDTH, _KEY_WIDTH = 11.5, 15.0
THIS, BEFORE = "@", "~"


UNIT = "unit"
UNITS = {
    word: Text(word, english)
    for word, english in (
        ("aandeel", "share"),
        ("aantal", "number"),
        ("fractie", "fraction"),
        ("jaar", "year"),
        ("jaren", "years"),
    )
}


@dataclass(frozen=True, slots=True)
class Frame:
    """The years of a workbook: `t0..t1` have columns, `start..last` are simulated, `first..last` is the horizon.

    `parties` is how many columns a matrix of parties takes.
    """

    t0: int
    t1: int
    start: int
    first: int
    last: int
    language: Language
    parties: int = 0

    def column(self, year: int) -> int:
        """Return the column of a year."""
        return YEARS + year - self.t0

    def letter(self, year: int) -> str:
        """Return the letters of a year's column."""
        return letters(self.column(year))

    @property
    def keys(self) -> int:
        """Return the first of the columns that hold keys; one column is left free before it."""
        return YEARS + max(self.t1 - self.t0 + 1, WIDEST, self.parties) + 1

    def key(self, word: int) -> str:
        """Return the letters of the column that holds a word of the keys."""
        return letters(self.keys + word)

    def say(self, text: Text, **values: object) -> str:
        """Return a text in the language of the workbook."""
        return text.say(self.language, **values)

    def width(self, column: int, widths: Mapping[int, float]) -> float:
        """Return how wide a column is on a page that says so of the columns in `widths`."""
        return widths.get(column, _WIDTHS.get(column, _YEAR_WIDTH if column < self.keys else _KEY_WIDTH))

    def across(self, row: int, first: int | None = None, last: int | None = None) -> str:
        """Return the range of a row over years, columns fixed; all of the workbook's years unless told."""
        begin = self.letter(self.t0 if first is None else first)
        end = self.letter(self.t1 if last is None else last)
        return f"${begin}{row}:${end}{row}"
