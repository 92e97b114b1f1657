"""Formulas of two workbooks compared by what they refer to, not by where that stands or how it is written."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from model.io.excel.book import Position, position
from model.io.excel.returned.located import Located, Name, Places

Token = tuple[object, ...] | str | float
Shape = tuple[object, ...]
Rectangle = tuple[str, Position, Position]  # sheet, in small letters, and two corners

_SHEET = r"(?:'(?:[^']|'')+'|[^\W\d][\w.]*)!"
_CELL = r"\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}"
_TOKENS = re.compile(
    rf'(?P<text>"(?:[^"]|"")*")'
    rf"|(?P<sheet>{_SHEET})?(?P<first>{_CELL})(?::(?:{_SHEET})?(?P<last>{_CELL}))?(?![\w.(!])"
    r"|(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)"
    r"|(?P<word>[^\W\d][\w.]*)"
    r"|(?P<blank>\s+)"
    r"|(?P<mark>.)",
    re.DOTALL,
)
_PREFIXES = re.compile(r"^(_XLFN\.)?(_XLWS\.)?")
_PARALLEL = frozenset({"SUMPRODUCT", "SUMIF", "SUMIFS", "COUNTIF", "COUNTIFS", "INDEX", "MATCH"})
_EMPTY = "#leeg"
_LARGEST = 100_000  # rows or columns of a range that is looked into


def covered(token: Token) -> tuple[str, tuple[object, ...], tuple[object, ...]] | None:
    """Return the page, rows and columns that a token covers, `None` where it is no range of cells."""
    if isinstance(token, tuple) and len(token) == 3:
        page, rows, columns = token
        if isinstance(rows, tuple) and isinstance(columns, tuple):
            return str(page), rows, columns
    return None


@dataclass(slots=True)
class Meaning:
    """A formula with its references replaced by names, and the shape of each range: its size and what has no name.

    `starts` says of each token where in the formula it begins.
    """

    tokens: tuple[Token, ...]
    shapes: tuple[Shape, ...]
    starts: tuple[int, ...] = ()

    def same(self, other: Meaning) -> bool:
        """Return whether another formula computes the same: ranges that fitted each other must still do so."""
        return self.tokens == other.tokens and self._fits(other)

    def _fits(self, other: Meaning) -> bool:
        """Return whether ranges of one shape still have one shape, where a function takes them side by side."""
        if _PARALLEL.isdisjoint(token for token in self.tokens if isinstance(token, str)):
            return True
        pairs = dict(zip(self.shapes, other.shapes, strict=True))
        if any(pairs[mine] != theirs for mine, theirs in zip(self.shapes, other.shapes, strict=True)):
            return False
        by_place = "INDEX" in self.tokens and "MATCH" not in self.tokens
        return not by_place or self.shapes == other.shapes


@dataclass(slots=True)
class Reader:
    """Reads the formulas of one workbook; `rectangles` are the ranges that they refer to.

    A library that renames a sheet leaves the formulas as they are. A reader that is `forgiving` takes the name that a
    sheet was made with for that sheet, and keeps its page in `outdated`; to others it is no sheet at all.
    """

    places: Places
    forgiving: bool = False
    rectangles: set[Rectangle] = field(default_factory=set)
    outdated: set[str] = field(default_factory=set)
    _sheets: Mapping[str, Located] = field(default_factory=dict)
    _former: Mapping[str, Located] = field(default_factory=dict)
    _ranges: dict[Rectangle, tuple[Token, Shape]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._sheets = self.places.sheets
        there = {sheet.name.casefold() for sheet in self.places.others} | set(self._sheets)
        pages = self.places.pages.items()
        if self.forgiving:
            self._former = {name.casefold(): page for name, page in pages if name.casefold() not in there}

    def read(self, formula: str, page: Located) -> Meaning:
        """Return what a formula on a page means."""
        tokens: list[tuple[Token, int]] = []
        shapes: list[Shape] = []
        for found in _TOKENS.finditer(formula):
            kind = found.lastgroup
            if kind in ("first", "last"):
                token, shape = self._reference(found, page)
                tokens.append((token, found.start()))
                shapes += [shape] if shape else []
            elif kind != "blank":
                tokens.append((_token(str(kind), found[0]), found.start()))
        plain = _plain(tokens)
        return Meaning(tuple(token for token, _ in plain), tuple(shapes), tuple(start for _, start in plain))

    def _reference(self, found: re.Match[str], page: Located) -> tuple[Token, Shape]:
        sheet = found["sheet"]
        name = page.sheet.name if sheet is None else sheet[:-1]
        if name.startswith("'"):
            name = name[1:-1].replace("''", "'")
        first = position(found["first"])
        last = position(found["last"]) if found["last"] else first
        rectangle = (name.casefold(), *_corners(first, last))
        if rectangle not in self._ranges:
            self._ranges[rectangle] = self._resolved(rectangle)
            if first != last:
                there = self._page(rectangle[0])
                self.rectangles.add((there.sheet.name.casefold() if there else rectangle[0], *rectangle[1:]))
        return self._ranges[rectangle]

    def _resolved(self, rectangle: Rectangle) -> tuple[Token, Shape]:
        """Return the names that a reference covers and its shape; its address where it covers nothing with a name.

        Empty cells are all alike, wherever they stand.
        """
        sheet, (top, left), (bottom, right) = rectangle
        page, unknown = self._page(sheet), (("?", *rectangle), ())
        if page is None or bottom - top > _LARGEST or right - left > _LARGEST:
            return unknown
        if (top, left) == (bottom, right):
            name: Name | None = page.named((top, left))
            if name is None and page.empty((top, left)):
                return (page.name, _EMPTY), ()
            return unknown if name is None else (name, ())
        rows = [page.rows.get(row) for row in range(top, bottom + 1)]
        start = next((top + at for at, key in enumerate(rows) if key is not None), None)
        if start is None:
            return unknown
        columns = [page.columns[start].get(column) for column in range(left, right + 1)]
        token = (page.name, _known(rows), _known(columns))
        return token, (len(rows), len(columns), _gaps(rows), _gaps(columns))

    def _page(self, sheet: str) -> Located | None:
        page = self._sheets.get(sheet)
        if page is None and sheet in self._former:
            page = self._former[sheet]
            self.outdated.add(page.name)
        return page


def _corners(first: Position, last: Position) -> tuple[Position, Position]:
    return (min(first[0], last[0]), min(first[1], last[1])), (max(first[0], last[0]), max(first[1], last[1]))


def _known(names: Sequence[object]) -> tuple[object, ...]:
    return tuple(name for name in names if name is not None)


def _gaps(names: Sequence[object]) -> tuple[int, ...]:
    return tuple(at for at, name in enumerate(names) if name is None)


def _token(kind: str, text: str) -> Token:
    if kind == "number":
        return float(text)
    return _PREFIXES.sub("", text.upper()) if kind == "word" else text


def _plain(tokens: list[tuple[Token, int]]) -> list[tuple[Token, int]]:
    """Return tokens without what programs add of their own: a plus in front, brackets after TRUE and FALSE."""
    plain: list[tuple[Token, int]] = []
    for each in tokens:
        plain.append(each)
        last = [token for token, _ in plain[-3:]]
        if last[-2:] == ["(", ")"] and last[0] in ("TRUE", "FALSE"):
            del plain[-2:]
    return plain[1:] if plain and plain[0][0] == "+" else plain
