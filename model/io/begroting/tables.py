"""The tables in a sheet: where each head row stands, what is said above it, and its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from model.io.begroting.grids import Grid, GridRow
from model.io.begroting.heads import Heads, heads_of
from model.io.begroting.phases import fase_of, plain

_DIGIT = re.compile(r"\s*[-\u2012\u2013(]?\s*€?\s*\d")
_YEAR = re.compile(r"\s*(19|20)\d\d\s*(\(.*\))?\s*")
_FORMULA = re.compile(r"\(?-?[1-9]\)?(\s*=.*)?")
_NUMBER = re.compile(r"\s*[-\u2012\u2013(]?[\d.,]+\)?\s*")


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table: its heads, the texts above it, its rows, and the numbers of the head rows that recur in it."""

    grid: Grid
    heads: Heads
    above: tuple[str, ...]
    rows: list[GridRow] = field(default_factory=list)
    repeated: list[int] = field(default_factory=list)


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
        if current is not None and _says_heads(row, texts, current):
            current.repeated.append(row.number)
        elif (heads := _heads(row, before, current)) is not None:
            if current is not None and not current.rows:
                above = [*current.above, *above]
                tables.pop()
            tables.append(RawTable(grid, heads, tuple(above)))
            above = []
        elif current is not None:
            current.rows.append(row)
        if current is None or len(texts) == 1:
            above = [*above[-30:], " ".join(texts)]
        before = row
    return tables


def _says_heads(row: GridRow, texts: Sequence[str], current: RawTable) -> bool:
    """Return whether a row only says the heads again, or numbers them."""
    return _repeats(row, current.heads) or (not current.rows and _numbering(texts))


def _repeats(row: GridRow, heads: Heads) -> bool:
    """Return whether a row says the heads once more."""
    named = [(at, name) for at, name in enumerate(heads.names) if name]
    if not named or row.text(named[0][0]) != heads.names[named[0][0]].strip():
        return False
    same = sum(plain(row.text(at)) == plain(name) for at, name in named)
    return same * 5 >= len(named) * 3 and same > 1


def _numbering(texts: Sequence[str]) -> bool:
    """Return whether a row below the heads only numbers the columns: (1), (2), (3)=(1)+(2)."""
    plain_numbers = [text.strip("()-").partition(")")[0].partition("=")[0] for text in texts]
    rising = plain_numbers == [str(number) for number in range(1, len(texts) + 1)]
    return len(texts) > 1 and rising and all(_FORMULA.fullmatch(text) for text in texts)


def _heads(row: GridRow, before: GridRow | None, current: RawTable | None) -> Heads | None:
    if current is not None and not _candidate(row, current.heads):
        return None
    names = [row.text(at) for at in range(len(row.cells))]
    heads = heads_of(row.number, _combined(names, before) if before is not None else names)
    if not heads.amounts or (not heads.roles and len(heads.amounts) < 2) or _holds_values(names, heads):
        return None
    if current is not None and heads.score * 2 < len(row.texts) and not _years(names):
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
    first = next((text for column in heads.amounts if (text := row.text(column.at))), "")
    if not first or (_DIGIT.match(first) and not _YEAR.fullmatch(first)):
        return False
    filled = [text for column in heads.amounts if (text := row.text(column.at))]
    return bool(filled) and (all(len(text) > 3 and not _DIGIT.match(text) for text in filled) or _years(row.texts))


def _years(texts: Sequence[str]) -> bool:
    years = [int(text[:4]) for text in map(str.strip, texts) if _YEAR.fullmatch(text)]
    if len(years) == len(texts):
        return len(years) > 1
    return len(years) > 2 and all(b - a == 1 for a, b in pairwise(years))


def _combined(names: list[str], before: GridRow) -> list[str]:
    """Return heads of two rows as one: a phase above years, or above verplichtingen, uitgaven and ontvangsten."""
    tops = [before.text(at) for at in range(len(names))]
    if sum(bool(top) for top in tops) < 2 and not any(fase_of(top) for top in tops[1:]):
        return names
    if not any(fase_of(top) or "mutatie" in plain(top) for top in tops):
        return names
    below = re.compile(r"(19|20)\d\d|verplichtingen|uitgaven|ontvangsten")
    combined, top = [], ""
    for name, above in zip(names, tops, strict=True):
        top = above or top
        fits = top and below.fullmatch(plain(name))
        combined.append(f"{top} {name}" if fits else name or above)
    return combined


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
