"""What stands in a workbook of ours that came back, wherever its rows, columns and sheets have moved to.

Rows are known by their key, columns by the head above them, sheets by the key of their first row. A column is named by
its year, by the name of a register's column, or by the words `eenheid` and `constante`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from model.io.excel.book import Book, Cell, Position, Sheet
from model.io.excel.frame import KEY_WORDS
from model.io.excel.layout import BLAD, HEAD, Key

Column = int | str
Spot = tuple[Key, Column]

# The column that says what a row is about, in words; it has no fixed head.
LABEL_COLUMN = "omschrijving"
UNIT_COLUMN = "eenheid"


@dataclass(slots=True)
class FoundPage:
    """A page of ours in a file: the sheet it is on, its cells by key and column, and back.

    `rows` and `columns` say where keys and columns stand; `heads` are the rows of column heads; `doubles` are keys
    that stand in more than one row, with the later rows.
    """

    name: str
    sheet: Sheet
    rows: dict[Key, int] = field(default_factory=dict)
    names: dict[int, Mapping[int, Column]] = field(default_factory=dict)
    heads: list[int] = field(default_factory=list)
    doubles: list[tuple[Key, int]] = field(default_factory=list)

    def position(self, spot: Spot) -> Position | None:
        """Return where a spot stands, `None` where its row or column is not there."""
        key, column = spot
        row = self.rows.get(key)
        if row is None:
            return None
        places = [place for place, name in self.names[row].items() if name == column]
        return (row, places[0]) if places else None

    def cell(self, spot: Spot) -> Cell | None:
        """Return the cell at a spot, `None` where there is nothing."""
        position = self.position(spot)
        return None if position is None else self.sheet.cells.get(position)


def found_pages(book: Book) -> dict[str, FoundPage]:
    """Return the pages of ours in a file, by the name they were made with."""
    pages = (_page(sheet) for sheet in book.sheets)
    return {page.name: page for page in pages if page is not None}


def _page(sheet: Sheet) -> FoundPage | None:
    """Return a sheet as a page of ours, `None` where nothing on it says that it is one."""
    for (row, column), cell in sorted(sheet.cells.items()):
        name = sheet.cells.get((row, column + 1))
        if cell.value == BLAD and name is not None and isinstance(name.value, str):
            return _read(FoundPage(name.value, sheet), column)
    return None


def _read(page: FoundPage, first: int) -> FoundPage:
    """Go down the rows of a page whose keys begin in column `first`."""
    cells = page.sheet.cells
    by_row: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in cells.items():
        by_row.setdefault(row, {})[column] = cell
    names: Mapping[int, Column] = {}
    for row in sorted(by_row):
        words = tuple(_word(by_row[row].get(first + word)) for word in KEY_WORDS)
        if words == HEAD:
            names = _names(by_row[row], first)
            page.heads.append(row)
        elif any(words):
            if words in page.rows:
                page.doubles.append((words, row))
            else:
                page.rows[words] = row
                page.names[row] = names
    return page


def _word(cell: Cell | None) -> str:
    return "" if cell is None or cell.value is None else str(cell.value).strip()


def _names(head: Mapping[int, Cell], first: int) -> Mapping[int, Column]:
    """Return the name of each column under a head; the first one that has a text is the description."""
    names: dict[int, Column] = {}
    for column, cell in sorted(head.items()):
        if column >= first or cell.value is None:
            continue
        value = cell.value
        names[column] = int(value) if isinstance(value, int | float) else str(value).strip()
    if names:
        names[min(names)] = LABEL_COLUMN
    return names
