"""Which results follow from what changed: those whose formulas refer to it, or to other results that differ."""

from __future__ import annotations

from dataclasses import dataclass, field

from model.io.excel.found import Column
from model.io.excel.layout import Key
from model.io.excel.returned.formulas import Meaning, Token, covered
from model.io.excel.returned.located import Name
from model.text import Text

_UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Cause:
    """A result that differs: what its formula refers to, its value in the one workbook and in the other."""

    meaning: Meaning
    was: Text
    now: Text


@dataclass(slots=True)
class Changed:
    """What differs: cells by name, rows and columns that only one workbook has, and results.

    `passing` are formulas among the inputs that do not differ themselves: a result that refers to one rests on what
    that formula refers to.
    """

    cells: set[Name] = field(default_factory=set)
    rows: set[tuple[str, Key]] = field(default_factory=set)
    columns: set[tuple[str, Column]] = field(default_factory=set)
    results: dict[Name, Cause] = field(default_factory=dict)
    passing: dict[Name, Meaning] = field(default_factory=dict)
    _reduced: dict[int, tuple[Token, Token]] = field(default_factory=dict)

    def add(self, name: Name) -> None:
        """Add a cell that differs."""
        self.cells.add(name)

    def reduced(self, meaning: Meaning) -> tuple[Token, ...]:
        """Return the tokens of a formula, ranges without the rows and columns that only one workbook has."""
        return tuple(self._common(token) for token in meaning.tokens)

    def _common(self, token: Token) -> Token:
        found = covered(token)
        if found is None:
            return token
        if id(token) not in self._reduced:
            page, rows, columns = found
            kept = (
                page,
                tuple(row for row in rows if (page, row) not in self.rows),
                tuple(column for column in columns if (page, column) not in self.columns),
            )
            self._reduced[id(token)] = (token, kept)  # the token itself is kept, so that its id stays its own
        return self._reduced[id(token)][1]

    def explains(self, meaning: Meaning) -> bool:
        """Return whether a formula refers to anything that differs."""
        return any(self._touches(token) for token in meaning.tokens if isinstance(token, tuple))

    def _touches(self, token: tuple[object, ...]) -> bool:
        found = covered(token)
        if token[0] == _UNKNOWN:
            return True  # a cell without a name: nothing can be said of it
        if found is None:
            return self._differs(token)
        page, rows, columns = found
        if self._common(token) != token:
            return True
        names = ((page, row, column) for row in rows for column in columns)
        return any(map(self._differs, names))

    def _differs(self, name: object) -> bool:
        """Return whether a cell differs, or passes on one that does."""
        if name in self.cells or name in self.results:
            return True
        meaning = self.passing.pop(name, None)  # type: ignore[call-overload]
        if meaning is None or not self.explains(meaning):
            return False
        self.cells.add(name)  # type: ignore[arg-type]
        return True


__all__ = ["Cause", "Changed"]
