"""The tables in a sheet: where each head row stands, what is said above it, and its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from model.io.begroting.grids import Grid, GridRow
from model.io.begroting.head_phases import with_phases
from model.io.begroting.head_rows import combined
from model.io.begroting.heads import Heads, heads_of
from model.io.begroting.phases import plain
from model.io.begroting.units import unit_of

_DIGIT = re.compile(r"\s*[-\u2012\u2013(]?\s*€?\s*\d")
_YEAR = re.compile(r"\s*(19|20)\d\d\s*(\(.*\))?\s*")
_FORMULA = re.compile(r"\(?-?[1-9]\)?(\s*=.*)?")
_TITLE = re.compile(
    r"\bart(ikel|\.)|\btabel\b|hoofdstuk|bedragen|[x*×] ?€|begroting|suppletoire|realisatie|\b(19|20)\d\d\b"
)
_NUMBER = re.compile(r"\s*[-\u2012\u2013(]?[\d.,]+\)?\s*")


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table: its heads, the texts above it, its rows, and the numbers of the head rows that recur in it.

    `titles` are the rows above it that stood below the rows of the table before.
    """

    grid: Grid
    heads: Heads
    above: tuple[str, ...]
    rows: list[GridRow] = field(default_factory=list)
    repeated: list[int] = field(default_factory=list)
    titles: tuple[GridRow, ...] = ()


def tables_of(grid: Grid) -> list[RawTable]:
    """Return the tables of a sheet; none where no row can be a head row."""
    tables: list[RawTable] = []
    above: list[str] = []
    before: GridRow | None = None
    for row in grid.rows:
        texts = row.texts
        if not texts:
            continue
        current = tables[-1] if tables else None
        if current is None:
            above = [*above[-30:], " ".join(texts)]
        if current is not None and not current.rows and _numbering(texts):
            current.repeated.append(row.number)
        elif (heads := _heads(row, before, current)) is not None:
            _start(tables, RawTable(grid, heads, tuple(above[:-1] if current is None else ())))
        elif current is not None:
            current.rows.append(row)
        before = row
    return tables


def _start(tables: list[RawTable], table: RawTable) -> None:
    """Add a table, or go on with the one before it where only its heads are said again.

    A head row right above another one is part of it, and the rows of text at the end of the table before are titles.
    """
    last = tables.pop() if tables else None
    if last is not None and not last.rows:
        table = replace(table, above=last.above, titles=last.titles)
        last = tables.pop() if tables else None
    elif last is not None:
        titles = tuple(_ending(last))
        table = replace(table, above=tuple(" ".join(row.texts) for row in titles), titles=titles)
        del last.rows[len(last.rows) - len(titles) :]
    if last is None:
        tables.append(table)
    elif _same(last.heads, table.heads) and not any(_TITLE.search(plain(text)) for text in table.above):
        last.rows.extend(table.titles)
        last.repeated.append(table.heads.row)
        tables.append(last)
    else:
        tables += [last, table]


def _ending(table: RawTable) -> list[GridRow]:
    """Return the rows at the end of a table that hold no amount."""
    found: list[GridRow] = []
    for row in reversed(table.rows):
        if any(_DIGIT.match(row.text(column.at)) for column in table.heads.amounts):
            break
        found.insert(0, row)
    return found


def _same(heads: Heads, other: Heads) -> bool:
    """Return whether two heads mean the same by their columns."""
    columns, others = ([replace(c, head="") for c in found.amounts] for found in (heads, other))
    return columns == others and heads.roles == other.roles


def _numbering(texts: Sequence[str]) -> bool:
    """Return whether a row below the heads only numbers the columns: (1), (2), (3)=(1)+(2)."""
    plain_numbers = [text.strip("()-").partition(")")[0].partition("=")[0] for text in texts]
    rising = plain_numbers == [str(number) for number in range(1, len(texts) + 1)]
    return len(texts) > 1 and rising and all(_FORMULA.fullmatch(text) for text in texts)


def _heads(row: GridRow, before: GridRow | None, current: RawTable | None) -> Heads | None:
    if current is not None and not _candidate(row, current.heads):
        return None
    names = [row.text(at) for at in range(len(row.cells))]
    tops = [before.text(at) for at in range(len(before.cells))] if before is not None else []
    head = combined(names, tops)
    heads = with_phases(heads_of(row.number, head.names), head.filled)
    if not heads.amounts or (not heads.roles and len(heads.amounts) < 2) or _holds_values(head.names, heads):
        return None
    if current is not None and heads.score * 2 < len(row.texts) and not _year_row(row, current.heads):
        return None
    return heads


def _holds_values(names: Sequence[str], heads: Heads) -> bool:
    """Return whether a row with nothing but years for heads has other numbers too: it is a row of data."""
    if not all(_YEAR.fullmatch(names[column.at]) for column in heads.amounts):
        return False
    taken = {column.at for column in heads.amounts}
    others = (name for at, name in enumerate(names) if at not in taken and not _YEAR.fullmatch(name))
    return any(_NUMBER.fullmatch(name) for name in others)


def _candidate(row: GridRow, heads: Heads) -> bool:
    """Return whether a row among the data may be another head row: words where amounts would stand, or years."""
    filled = [text for column in heads.amounts if (text := row.text(column.at))]
    return bool(filled) and (all(len(text) > 3 and not _DIGIT.match(text) for text in filled) or _year_row(row, heads))


def _year_row(row: GridRow, heads: Heads) -> bool:
    """Return whether a row has years where amounts would stand, and beside them only what stands in a head."""
    filled = [text for column in heads.amounts if (text := row.text(column.at))]
    taken = {column.at for column in heads.amounts}
    others = [text for at in range(len(row.cells)) if at not in taken and (text := row.text(at))]
    if not filled or not all(_YEAR.fullmatch(text) for text in filled) or len(set(filled)) < len(filled):
        return False
    return all(_YEAR.fullmatch(text) or heads_of(0, [text]).roles or unit_of(text) is not None for text in others)


def with_heads(table: RawTable, heads: Heads) -> RawTable:
    """Return a table with other heads."""
    return replace(table, heads=heads)


def cells_of(tables: Sequence[RawTable], at: Sequence[int]) -> Iterator[object]:
    """Yield the cells of some columns of tables."""
    for table in tables:
        for row in table.rows:
            for column in at:
                if column < len(row.cells):
                    yield row.cells[column]
