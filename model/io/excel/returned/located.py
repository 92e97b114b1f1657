"""Names for the cells of a workbook of ours: page, row and column by what they mean, wherever they stand.

Made alike for the workbook that was handed out and for the one that came back, so that names can be compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from model.io.excel.book import Book, Cell, Position, Sheet, address
from model.io.excel.draft import Draft
from model.io.excel.found import LABEL_COLUMN, Column, FoundPage, found_pages
from model.io.excel.layout import BLAD, HEAD, Key

Name = tuple[str, Key, Column]  # page, row, column

HEAD_ROW = "#kop"
_LABEL_WIDTH = 80


@dataclass(slots=True)
class Located:
    """A page of ours: `rows` by number (heads of columns have a name too), `columns` by row number."""

    name: str
    sheet: Sheet
    rows: dict[int, Key] = field(default_factory=dict)
    columns: dict[int, Mapping[int, Column]] = field(default_factory=dict)
    at: dict[tuple[Key, Column], Position] = field(default_factory=dict)
    doubles: tuple[tuple[Key, int], ...] = ()

    def named(self, position: Position) -> Name | None:
        """Return the name of a cell, `None` where it has none."""
        key = self.rows.get(position[0])
        column = self.columns[position[0]].get(position[1]) if key is not None else None
        return None if key is None or column is None else (self.name, key, column)

    def cell(self, key: Key, column: Column) -> Cell | None:
        """Return the cell of this name, `None` where nothing stands there."""
        position = self.at.get((key, column))
        return None if position is None else self.sheet.cells.get(position)

    def empty(self, position: Position) -> bool:
        """Return whether nothing stands in a cell."""
        cell = self.sheet.cells.get(position)
        return cell is None or (cell.formula is None and cell.value in (None, ""))

    def said(self, position: Position) -> str:
        """Return where a cell stands, as people find it: sheet and address, what its row and its column are called."""
        words = [f"{self.sheet.name}!{address(position)}"]
        key, columns = self.rows.get(position[0]), self.columns.get(position[0], {})
        if key is not None and key[0] != HEAD_ROW:
            label = self.cell(key, LABEL_COLUMN)
            words.append(str(label.value).strip() if label and label.value else " ".join(filter(None, key)))
        column = columns.get(position[1])
        if column not in (None, LABEL_COLUMN) and not str(column).startswith("#"):
            words.append(str(column))
        return " · ".join(word if len(word) <= _LABEL_WIDTH else f"{word[: _LABEL_WIDTH - 1]}…" for word in words)


@dataclass(slots=True)
class Places:
    """A workbook with names for its cells: pages by the name they were made with, sheets by their own."""

    pages: dict[str, Located] = field(default_factory=dict)
    doubles: list[Located] = field(default_factory=list)
    others: list[Sheet] = field(default_factory=list)

    @property
    def sheets(self) -> dict[str, Located]:
        """Return the pages by the name of their sheet, in small letters."""
        return {page.sheet.name.casefold(): page for page in (*self.pages.values(), *self.doubles)}


def located(book: Book) -> Places:
    """Return a workbook with names for its cells; a second sheet that says it is a page is kept apart."""
    places = Places()
    for sheet in book.sheets:
        pages = found_pages(Book(book.file, (sheet,)))
        if not pages:
            places.others.append(sheet)
        for page in pages.values():
            named = _located(page)
            if page.name in places.pages:
                places.doubles.append(named)
            else:
                places.pages[page.name] = named
    return places


def unmoved(one: Places, other: Places) -> bool:
    """Return whether two workbooks have the same pages on sheets of the same name, rows and columns in place."""
    if set(one.pages) != set(other.pages) or other.doubles:
        return False
    return all(
        page.sheet.name == other.pages[name].sheet.name and page.at == other.pages[name].at
        for name, page in one.pages.items()
    )


def made(draft: Draft, *names: str) -> Book:
    """Return a draft as a workbook that is read; only the pages in `names`, where any is named."""
    return Book("", tuple(Sheet(name, dict(_cells(draft, name))) for name in names or draft.pages))


def _cells(draft: Draft, name: str) -> Iterator[tuple[Position, Cell]]:
    for row, column, item in draft.pages[name].cells():
        formula = item.formula if isinstance(item.formula, str) and item.formula else None
        yield (row, column), Cell(item.value, formula, locked=not item.open)


def _located(page: FoundPage) -> Located:
    first = _first_key_column(page.sheet)
    numbers: dict[int, Key] = {row: (HEAD_ROW, str(count)) for count, row in enumerate(page.heads)}
    numbers |= {row: key for key, row in page.rows.items()}
    filled: dict[int, dict[int, Cell]] = {row: {} for row in page.heads}
    for (row, column), cell in page.sheet.cells.items():
        if row in filled:
            filled[row][column] = cell
    heads = {row: _columns(cells, first) for row, cells in filled.items()}
    found = Located(page.name, page.sheet, doubles=tuple(page.doubles))
    names = next(iter(heads.values()), {})
    for row in sorted(numbers):
        names = heads.get(row, names)
        found.rows[row], found.columns[row] = numbers[row], names
        for column, name in names.items():
            found.at.setdefault((numbers[row], name), (row, column))
    return found


def _first_key_column(sheet: Sheet) -> int:
    """Return the first of the columns that hold the words of keys."""
    for (row, column), cell in sorted(sheet.cells.items()):
        following = sheet.cells.get((row, column + 1))
        if cell.value == BLAD and following is not None and isinstance(following.value, str):
            return column
    raise ValueError(sheet.name)


def _columns(head: Mapping[int, Cell], first: int) -> dict[int, Column]:
    """Return the names of columns: what their head says, else (a formula) their number; those of keys added.

    Of two columns with one head the later one has a name that nothing else has.
    """
    names: dict[int, Column] = {}
    filled = {column: cell for column, cell in head.items() if cell.formula is not None or cell.value not in (None, "")}
    for count, (column, cell) in enumerate(sorted(filled.items())):
        if column < first:
            name: Column = LABEL_COLUMN if not names else _head(cell, count)
            names[column] = f"#{count} {name}" if name in names.values() else name
    return names | {first + word: f"#sleutel {word}" for word in range(len(HEAD))}


def _head(cell: Cell, count: int) -> Column:
    if cell.formula is not None:
        return f"#formule {count}"
    return int(cell.value) if isinstance(cell.value, int | float) else str(cell.value).strip()
