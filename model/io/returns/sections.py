"""Tables in a workbook that came back, wherever they stand: columns by their codes, rows below them.

A sheet may hold several, for someone may have pasted all into one. Where the codes are gone the heads say which column
is which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from model.io.excel.book import Book, Cell, Position, Sheet
from model.io.returns.sheets import ANTWOORD, GROOTHEID, HERKOMST, POST_KOLOMMEN, REGEL_KOLOMMEN, SLEUTEL

CODES = frozenset((*REGEL_KOLOMMEN, *POST_KOLOMMEN, ANTWOORD))
_ENOUGH = 3
_NAMING = frozenset((GROOTHEID, "naam"))  # one of these is a column of every sheet with posts or amounts
_ORIGIN, _KEY = re.compile(r"[^|]+(\|[^|]+){3}"), re.compile(r"[a-z-]+(/[a-z0-9-]*){1,4}")
Cells = Mapping[int, Cell]
Heads = Mapping[str, str]
"""The code of a column by what stands over it, in small letters."""


@dataclass(slots=True)
class Section:
    """A table on a sheet: the column of each code, and its rows by number; `doubles` are codes that stand there again.

    `by_heads` says that the codes are gone, `renamed` in which columns another word stands in place of the code.
    """

    sheet: Sheet
    head: int
    columns: dict[str, int]
    rows: dict[int, Cells] = field(default_factory=dict)
    heads: Cells = field(default_factory=dict)
    doubles: list[tuple[str, int]] = field(default_factory=list)
    renamed: list[tuple[str, int]] = field(default_factory=list)
    by_heads: bool = False

    def cell(self, row: int, code: str) -> Cell | None:
        """Return the cell of a row and code, None where nothing stands there."""
        column = self.columns.get(code)
        return None if column is None else self.rows.get(row, {}).get(column)

    def text(self, row: int, code: str) -> str:
        """Return what stands in a cell as text."""
        return said(self.cell(row, code))

    def at(self, row: int, code: str) -> Position:
        """Return where a cell stands; the first column where its code is not there."""
        return row, self.columns.get(code, 1)

    @property
    def keyed(self) -> Iterator[tuple[int, str]]:
        """Yield the rows that have a key, with it."""
        for row in self.rows:
            if key := self.text(row, SLEUTEL):
                yield row, key


def said(cell: Cell | None) -> str:
    """Return a cell as text on one line; a whole number without decimals."""
    value = None if cell is None else cell.value
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = str(int(value))
    return " ".join((value if isinstance(value, str) else str(value)).split())


def by_row(sheet: Sheet) -> dict[int, dict[int, Cell]]:
    """Return the cells of a sheet that hold something, row by row."""
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in sheet.cells.items():
        if cell.formula is not None or cell.value not in (None, ""):
            rows.setdefault(row, {})[column] = cell
    return {row: dict(sorted(rows[row].items())) for row in sorted(rows)}


def sections(book: Book, heads: Heads) -> list[Section]:
    """Return the tables of a workbook, those on hidden sheets too."""
    return [section for sheet in book.sheets for section in _of(sheet, heads)]


def _of(sheet: Sheet, heads: Heads) -> list[Section]:
    rows = by_row(sheet)
    found = _with_codes(sheet, rows, heads) or _with_heads(sheet, rows, heads)
    for section in found:
        _find_keys(section)
    return found


def _with_codes(sheet: Sheet, rows: Mapping[int, Cells], heads: Heads) -> list[Section]:
    found: list[Section] = []
    for row, cells in rows.items():
        words = ((column, said(cell).casefold()) for column, cell in cells.items() if isinstance(cell.value, str))
        names = {column: word for column, word in words if word in CODES}
        if _is_head(set(names.values())):
            named = _named(cells, heads)
            if found and not found[-1].rows and not found[-1].heads:
                found[-1].heads = cells  # heads of which some read like codes
                _amend(found[-1], heads)
            elif len(named) > len(names):
                found.append(_section(sheet, row, named))
                found[-1].heads, found[-1].by_heads = cells, True
            else:
                found.append(_section(sheet, row, names))
        elif found and not found[-1].heads and not found[-1].rows and not _has_key(found[-1], cells):
            found[-1].heads = cells
            _amend(found[-1], heads)
        elif found:
            found[-1].rows[row] = cells
    return found


def _with_heads(sheet: Sheet, rows: Mapping[int, Cells], heads: Heads) -> list[Section]:
    """Return the table under the first row of heads, where there are no codes."""
    for row, cells in rows.items():
        named = _named(cells, heads)
        if len(named) > _ENOUGH and not _NAMING.isdisjoint(named.values()):
            section = _section(sheet, row, named)
            section.heads, section.by_heads = cells, True
            section.rows = {number: below for number, below in rows.items() if number > row}
            return [section]
    return []


def _is_head(names: set[str]) -> bool:
    return len(names) >= _ENOUGH or (SLEUTEL in names and len(names) > 1)


def _named(cells: Cells, heads: Heads) -> dict[int, str]:
    words = {column: said(cell).casefold() for column, cell in cells.items()}
    return {column: heads[word] for column, word in words.items() if word in heads}


def _section(sheet: Sheet, row: int, names: Mapping[int, str]) -> Section:
    section = Section(sheet, row, {})
    for column, code in names.items():
        if code in section.columns:
            section.doubles.append((code, column))
        else:
            section.columns[code] = column
    return section


def _has_key(section: Section, cells: Cells) -> bool:
    column = section.columns.get(SLEUTEL)
    return column in cells if column is not None else False


def _amend(section: Section, heads: Heads) -> None:
    """Know a column whose code was lost by its head."""
    taken = {*section.columns.values(), *(column for _, column in section.doubles)}
    for column, code in _named(section.heads, heads).items():
        if column not in taken and code not in section.columns:
            section.columns[code] = column
            section.renamed.append((code, column))


def _find_keys(section: Section) -> None:
    """Find the columns of keys and origins by what stands in them, where nothing over them says so."""
    for code, looks in ((HERKOMST, _ORIGIN), (SLEUTEL, _KEY)):
        if code in section.columns:
            continue
        votes: dict[int, int] = {}
        for cells in section.rows.values():
            for column, cell in cells.items():
                if isinstance(cell.value, str) and looks.fullmatch(cell.value.strip()):
                    votes[column] = votes.get(column, 0) + 1
        free = {column: count for column, count in votes.items() if column not in section.columns.values()}
        if free and max(free.values()) > len(section.rows) / 2:
            section.columns[code] = max(free, key=lambda column: free[column])
