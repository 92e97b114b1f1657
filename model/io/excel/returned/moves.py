"""Rows and columns of a workbook that stand in another order than they did, or with others put between them.

Formulas that mean something else for that reason alone are a consequence; what is told is the cause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from model.errors import shown
from model.io.excel.book import letters
from model.io.excel.found import LABEL_COLUMN
from model.io.excel.layout import Key
from model.io.excel.returned.formulas import Meaning, Token, covered
from model.io.excel.returned.located import HEAD_ROW, Located, Places
from model.text import Text, same

_NAMED = 6
_MARKS = "#sleutel"
_ELSEWHERE = "#elders"
_ROWS_ORDER = Text("de rijen {found} staan in een andere volgorde", "the rows {found} stand in another order")
_COLUMNS_ORDER = Text(
    "de kolommen {found} (kop in rij {row}) staan in een andere volgorde",
    "the columns {found} (head in row {row}) stand in another order",
)
_INSERTED = {
    "rij": Text("rij {found} is ingevoegd {between}", "row {found} was inserted {between}"),
    "rijen": Text("de rijen {found} zijn ingevoegd {between}", "the rows {found} were inserted {between}"),
    "kolom": Text("kolom {found} is ingevoegd {between}", "column {found} was inserted {between}"),
    "kolommen": Text("de kolommen {found} zijn ingevoegd {between}", "the columns {found} were inserted {between}"),
}
_BETWEEN = Text("(tussen {one} en {other})", "(between {one} and {other})")
_BEFORE = Text("(vóór {other})", "(before {other})")
_ROW = Text("rij {row}", "row {row}")
_KEYS = Text("de kenmerken", "the marks")
_DESCRIPTION = Text("de omschrijving", "the description")
_REST = Text(" en nog {count}", " and {count} more")

Where = tuple[int, int, object]  # row or column in the one workbook, in the other, and its name


@dataclass(slots=True)
class Move:
    """What happened to the rows or the columns of one page, in words; and the formulas that differ because of it.

    Of what is in another order, `moved` are the names; of what was put between, `between` the names around it.
    """

    page: str
    sheet: str
    found: Text
    rows: bool
    moved: frozenset[object] = frozenset()
    between: list[tuple[object, object]] = field(default_factory=list)
    formulas: dict[tuple[str, int], str] = field(default_factory=dict)

    @property
    def inserted(self) -> bool:
        """Return whether rows or columns were put between ours."""
        return bool(self.between)

    def within(self, token: Token) -> bool:
        """Return whether a reference covers what was put between."""
        found = covered(token)
        if found is None or found[0] != self.page:
            return False
        names = found[1] if self.rows else found[2]
        return any(one in names and other in names for one, other in self.between)


class Moves:
    """What moved between two workbooks of ours, and which formulas that explains."""

    def __init__(self, one: Places, other: Places) -> None:
        pages = ((page, other.pages[name]) for name, page in one.pages.items() if name in other.pages)
        self.all = [move for mine, theirs in pages for move in _moves(mine, theirs)]

    @property
    def told(self) -> list[Move]:
        """Return what moved and makes that formulas mean something else."""
        return [move for move in self.all if move.formulas]

    def explain(self, mine: Meaning, theirs: Meaning, cell: tuple[str, int, str], *, literally: bool) -> bool:
        """Return whether a formula means something else because of what moved, and keep that it does.

        `cell` is its page, its row and where it is found, in words; `literally` says that its text is what it was.
        """
        page, row, said = cell
        causes = self._causes(mine, theirs, page, literally=literally) if self.all else []
        for move in causes:
            move.formulas.setdefault((page, row), said)
        return bool(causes)

    def _causes(self, mine: Meaning, theirs: Meaning, page: str, *, literally: bool) -> list[Move]:
        if mine.tokens == theirs.tokens:
            inserted = [move for move in self.all if move.inserted]
            return [move for move in inserted if any(map(move.within, mine.tokens))]
        if len(mine.tokens) == len(theirs.tokens):
            pairs = list(zip(mine.tokens, theirs.tokens, strict=True))
            if all(self._unordered(one) == self._unordered(other) for one, other in pairs):
                pages = {one[0] for one, other in pairs if one != other and isinstance(one, tuple)}
                return [move for move in self.all if move.page in pages and not move.inserted]
        if not literally:
            return []
        pages = {token[0] for token in (*mine.tokens, *theirs.tokens) if isinstance(token, tuple)} | {page}
        return [move for move in self.all if move.page in pages]

    def _unordered(self, token: Token) -> Token:
        """Return a reference with one word for all that stands in another order."""
        if not isinstance(token, tuple) or len(token) != 3:
            return token
        moves = [move for move in self.all if move.page == token[0] and not move.inserted]
        if not moves:
            return token
        rows = {name for move in moves if move.rows for name in move.moved}
        columns = {name for move in moves if not move.rows for name in move.moved}
        found = covered(token)
        if found is not None:
            return found[0], _sorted(found[1], rows), _sorted(found[2], columns)
        page, key, column = token
        return page, _ELSEWHERE if key in rows else key, _ELSEWHERE if column in columns else column


def _sorted(names: Sequence[object], moved: set[object]) -> tuple[str, ...]:
    return tuple(sorted(_ELSEWHERE if name in moved else repr(name) for name in names))


def _moves(mine: Located, theirs: Located) -> Iterator[Move]:
    """Yield what moved on one page: its rows, and its columns."""
    places = {key: row for row, key in theirs.rows.items()}
    rows: list[Where] = [(row, places[key], key) for row, key in mine.rows.items() if key in places]
    moved = _displaced([where for where in rows if _key(where)[0] != HEAD_ROW])
    if moved:
        found = _listed([f"{row} ({_label(theirs, row)})" for row in sorted(row for _, row, _ in moved)])
        yield _move(mine, theirs, _ROWS_ORDER, moved, rows=True, found=found)
    else:
        for one, other in _gaps(rows):
            yield _inserted(mine, theirs, one, other, rows=True)
    yield from _columns(mine, theirs, [where for where in rows if _key(where)[0] == HEAD_ROW])


def _key(where: Where) -> Key:
    key = where[2]
    return key if isinstance(key, tuple) else ()


def _columns(mine: Located, theirs: Located, heads: Sequence[Where]) -> Iterator[Move]:
    """Yield how columns moved, once where they did so under several heads."""
    ordered: dict[frozenset[object], Move] = {}
    between: dict[int, Move] = {}
    loose: list[tuple[Where, Where, int]] = []
    for before, now, _ in heads:
        places = {name: column for column, name in theirs.columns[now].items()}
        columns: list[Where] = [(at, places[name], name) for at, name in mine.columns[before].items() if name in places]
        columns.sort(key=lambda where: where[0])
        moved = _displaced(columns)
        if moved:
            names = frozenset(name for _, _, name in moved)
            words = [f"{letters(at)} ({name})" for _, at, name in sorted(moved, key=lambda where: where[1])]
            move = _move(mine, theirs, _COLUMNS_ORDER, moved, rows=False, found=_listed(words), row=now)
            ordered.setdefault(names, move)
            continue
        for one, other in _gaps(columns):
            if other[0] != one[0] + 1:
                loose.append((one, other, now))
            elif one[1] + 1 in between:
                between[one[1] + 1].between.append((one[2], other[2]))
            else:
                between[one[1] + 1] = _inserted(mine, theirs, one, other, rows=False, head=now)
    yield from ordered.values()
    yield from between.values()
    for one, other, head in loose:
        if not any(one[1] < at < other[1] for at in between):
            yield _inserted(mine, theirs, one, other, rows=False, head=head)
            between[one[1] + 1] = Move(mine.name, "", same(""), rows=False)


def _displaced(wheres: Sequence[Where]) -> list[Where]:
    """Return what stands, among what both have, at another place in the order."""
    before = sorted(wheres, key=lambda where: where[0])
    now = sorted(wheres, key=lambda where: where[1])
    return [other for one, other in zip(before, now, strict=True) if one[2] != other[2]]


def _gaps(wheres: Sequence[Where]) -> Iterator[tuple[Where, Where]]:
    """Yield what stands side by side in both, and further apart in the second."""
    start: Where = (0, 0, None)
    for one, other in pairwise([start, *wheres]):
        if other[1] - one[1] > other[0] - one[0]:
            yield one, other


def _move(mine: Located, theirs: Located, words: Text, moved: Sequence[Where], *, rows: bool, **values: object) -> Move:
    told = _filled(words, **values)
    return Move(mine.name, theirs.sheet.name, told, rows, frozenset(name for _, _, name in moved))


def _inserted(mine: Located, theirs: Located, one: Where, other: Where, *, rows: bool, head: int = 0) -> Move:
    """Return what was put between two rows or columns; of several that may be it, the last ones."""
    count = (other[1] - one[1]) - (other[0] - one[0])
    last = other[1] - 1
    first = last - count + 1
    places = [str(at) if rows else letters(at) for at in (first, last)]
    found = places[0] if count == 1 else "-".join(places)
    kind = ("rij" if count == 1 else "rijen") if rows else ("kolom" if count == 1 else "kolommen")
    names = [_named(theirs, where, rows=rows, head=head) for where in (one, other)]
    between = _filled(_BEFORE if one[2] is None else _BETWEEN, one=names[0], other=names[1])
    told = _filled(_INSERTED[kind], found=found, between=between)
    return Move(mine.name, theirs.sheet.name, told, rows, between=[(one[2], other[2])])


def _named(page: Located, where: Where, *, rows: bool, head: int) -> Text:
    if where[2] is None:
        return same("")
    if rows:
        label = _label(page, where[1])
        return same(label) if label else _filled(_ROW, row=where[1])
    if str(where[2]).startswith(_MARKS):
        return _KEYS
    return _DESCRIPTION if where[2] == LABEL_COLUMN else same(headed(page, head, where[1]))


def headed(page: Located, head: int, column: int) -> str:
    """Return what a column is called under a head: what stands there, or else its letter."""
    name = page.columns[head].get(column)
    if name is not None and not str(name).startswith("#"):
        return str(name)
    cell = page.sheet.cells.get((head, column))
    value = None if cell is None or cell.error else cell.value
    if isinstance(value, int | float):
        return f"{value:.0f}"
    return value.strip() if isinstance(value, str) and value.strip() else letters(column)


def head_of(page: Located, row: int) -> int:
    """Return the row with the head above a row, 0 where there is none."""
    return max((at for at, key in page.rows.items() if at <= row and key[0] == HEAD_ROW), default=0)


def _label(page: Located, row: int) -> str:
    cell = page.cell(page.rows[row], LABEL_COLUMN)
    value = None if cell is None else cell.value
    return shown(" ".join(str(value).split())) if value not in (None, "") else ""


def _listed(words: Sequence[str]) -> Text:
    few, more = ", ".join(words[:_NAMED]), len(words) - _NAMED
    return same(few) if more <= 0 else Text(*(few + rest for rest in _filled(_REST, count=more)))


def _filled(words: Text, **values: object) -> Text:
    return Text(words.say("nl", **values), words.say("en", **values))


__all__ = ["Move", "Moves", "head_of", "headed"]
