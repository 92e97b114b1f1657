"""A table file as it was found: rows of cells with their places, whether it was a CSV or a sheet of a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from model.errors import Place
from model.io.excel.book import address
from model.text import Text

Value = str | float | None


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row: its number as a spreadsheet counts it, its cells without spaces around, and how deep its text stands.

    `depth` counts leading spaces, indentation and outline level of the first text; `bold` tells whether it is bold.
    """

    number: int
    cells: tuple[Value, ...]
    depth: int = 0
    bold: bool = False
    hidden: bool = False

    def text(self, column: int | None) -> str:
        """Return the text of a cell without spaces around it; '' where there is none."""
        if column is None or column >= len(self.cells):
            return ""
        cell = self.cells[column]
        return cell if isinstance(cell, str) else written(cell)

    @property
    def texts(self) -> list[str]:
        """Return the texts of all cells that hold something."""
        return [cell if isinstance(cell, str) else written(cell) for cell in self.cells if cell not in ("", None)]


@dataclass(frozen=True, slots=True)
class Grid:
    """One CSV file or one sheet; `said` holds what a reader should know about how it was read.

    `semicolons` tells whether its cells were separated by semicolons, as Dutch programs do; `commas` by commas.
    `euros` are the numbers, by row and column, that a workbook shows with a euro sign.
    """

    file: str
    sheet: str
    rows: Sequence[GridRow]
    said: tuple[Text, ...] = ()
    semicolons: bool = False
    commas: bool = False
    heads: dict[int, str] = field(default_factory=dict)
    euros: frozenset[tuple[int, int]] = frozenset()

    def place(self, row: int, column: int | None = None, head: str = "") -> Place:
        """Return where a cell is: `Blad!F23` in a workbook, row and column in a CSV. `column` counts from 0."""
        if self.sheet:
            where = address((row, column + 1)) if column is not None else f"rij {row}"
            return Place(self.file, path=f"{self.sheet}!{where}")
        return Place(self.file, row, head or ("" if column is None else str(column + 1)))

    def spot(self, row: int, column: int | None = None, head: str = "") -> str:
        """Return a place in words that need no translation, as a reference's `vindplaats` says it."""
        return self.place(row, column, head).say("nl").removeprefix(f"{self.file}, ")


def written(cell: Value) -> str:
    """Return a cell as text: whole numbers without decimals."""
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
