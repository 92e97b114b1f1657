"""The kinds of values that stand in a cell of a dataset or a field of a scenario, each with its bounds.

A kind reads a value from the text of a CSV cell (`read`) or from a TOML value (`accept`), and says in words what it
expects; a value that does not fit raises `WrongValue`. Columns and measures share these kinds, so that bounds, forms,
schema and error texts come from one declaration.
"""

from __future__ import annotations

import difflib
import math
import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from model.errors import Problem, shown
from model.text import Text

# Stands for a value that could not be read: its own problem has been reported, nothing more is said of it.
UNREAD = object()

_IDENT = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DOTTED = re.compile(r"[a-z0-9]+([-.][a-z0-9]+)*")


class WrongValue(Exception):
    """A value that does not fit its kind; `expected` says what would."""

    def __init__(self, expected: Text) -> None:
        self.expected = expected
        super().__init__(expected.nl)


@dataclass(frozen=True, slots=True)
class Kind(ABC):
    """What a value may be. Subclasses give `schema`, `expected`, and `read` or `accept`."""

    @property
    @abstractmethod
    def expected(self) -> Text:
        """Return what is expected, in words."""

    @property
    def schema(self) -> Mapping[str, object]:
        """Return the type and constraints of a Frictionless table schema field."""
        return {"type": "string"}

    def read(self, text: str) -> object:
        """Return the value that the text of a CSV cell stands for."""
        return self.accept(text)

    @abstractmethod
    def accept(self, value: object) -> object:
        """Return the value that a TOML value stands for."""

    @property
    def expected_toml(self) -> Text:
        """Return what is expected of a TOML value, where that is written in another way than in a cell."""
        return self.expected

    def readable(self, value: object) -> Any:
        """Return what can be read of a TOML value, `UNREAD` where nothing can; for checks, not for computing.

        Kinds that hold several values leave out the wrong ones.
        """
        try:
            return self.accept(value)
        except WrongValue:
            return UNREAD

    def problems(self, value: object, field: str) -> Iterator[Problem]:
        """Yield what is wrong with a TOML value; kinds that hold several values say which."""
        try:
            self.accept(value)
        except WrongValue as wrong:
            yield Problem("waarde-fout", field, {"found": shown(value), "expected": wrong.expected})

    def wrong(self) -> WrongValue:
        """Return the exception that says what was expected."""
        return WrongValue(self.expected)


@dataclass(frozen=True, slots=True)
class Words(Kind):
    """Free text of at least one character; `numeric` also takes a bare number (a chapter, an article)."""

    numeric: bool = False

    @property
    def expected(self) -> Text:
        return Text("tekst", "text")

    def accept(self, value: object) -> str:
        if isinstance(value, str) and value.strip() and "\0" not in value:
            return value.strip()
        if self.numeric and isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
            return str(value)
        raise self.wrong()


@dataclass(frozen=True, slots=True)
class Ident(Kind):
    """An id in kebab-case; `dotted` ids (parameters) may contain dots, `table` is the table it must exist in."""

    dotted: bool = False
    table: str = ""

    @property
    def expected(self) -> Text:
        if self.table == "verdeelsleutels":
            return Text(
                "een sleutel uit verdeelsleutels.csv of het id van een partij",
                "a sleutel from verdeelsleutels.csv or the id of a partij",
            )
        if self.table:
            return Text(f"een id uit {self.table}.csv", f"an id from {self.table}.csv")
        if self.dotted:
            return Text(
                "een id van kleine letters, cijfers, streepjes en punten, zoals index.lpo",
                "an id of lower-case letters, digits, hyphens and dots, such as index.lpo",
            )
        return Text(
            "een id van kleine letters, cijfers en streepjes, zoals gdi-toegang-beheer",
            "an id of lower-case letters, digits and hyphens, such as gdi-toegang-beheer",
        )

    @property
    def schema(self) -> Mapping[str, object]:
        pattern = (_DOTTED if self.dotted else _IDENT).pattern
        return {"type": "string", "constraints": {"pattern": pattern}}

    def accept(self, value: object) -> str:
        # A reference is looked up afterwards: a wrongly written one is unknown, which says more than misspelt.
        if isinstance(value, str) and value.strip():
            ident = value.strip()
            if self.table or (_DOTTED if self.dotted else _IDENT).fullmatch(ident):
                return ident
        raise self.wrong()


@dataclass(frozen=True, slots=True)
class Choice(Kind):
    """One of a few words; each has its meaning in both languages."""

    options: Mapping[str, Text]

    @property
    def expected(self) -> Text:
        listed = ", ".join(self.options)
        return Text(f"een van {listed}", f"one of {listed}")

    @property
    def schema(self) -> Mapping[str, object]:
        return {"type": "string", "constraints": {"enum": list(self.options)}}

    def accept(self, value: object) -> str:
        if isinstance(value, str) and value.strip() in self.options:
            return value.strip()
        close = difflib.get_close_matches(value.strip().lower(), self.options, n=1) if isinstance(value, str) else []
        if not close:
            raise self.wrong()
        expected = self.expected
        raise WrongValue(
            Text(
                f"{expected.nl} (bedoeld is misschien {close[0]})",
                f"{expected.en} (did you mean {close[0]}?)",
            )
        )


@dataclass(frozen=True, slots=True)
class Many(Kind):
    """Several values of one kind: joined by | in a cell, a value or a list in TOML."""

    each: Kind

    @property
    def expected(self) -> Text:
        return self._in_cell(self.each.expected)

    @property
    def expected_toml(self) -> Text:
        return self._in_list(self.each.expected)

    @staticmethod
    def _in_cell(one: Text) -> Text:
        return Text(f"{one.nl}; meer waarden gescheiden door |", f"{one.en}; several values separated by |")

    @staticmethod
    def _in_list(one: Text) -> Text:
        return Text(f'{one.nl}; meer waarden als lijst: ["a", "b"]', f'{one.en}; several values as a list: ["a", "b"]')

    def read(self, text: str) -> tuple[str, ...]:
        try:
            return self._each(text.split("|"))
        except WrongValue as wrong:
            raise WrongValue(self._in_cell(wrong.expected)) from None

    def accept(self, value: object) -> tuple[str, ...]:
        items = _items(value)
        if items is None:
            raise WrongValue(self.expected_toml)
        try:
            return self._each(items)
        except WrongValue as wrong:
            raise WrongValue(self._in_list(wrong.expected)) from None

    def readable(self, value: object) -> Any:
        read = (self.each.readable(item) for item in _items(value) or ())
        return tuple(str(item) for item in read if item is not UNREAD) or UNREAD

    def _each(self, items: Sequence[object]) -> tuple[str, ...]:
        return tuple(str(self.each.accept(item)) for item in items)


def _items(value: object) -> Sequence[object] | None:
    """Return the values in a TOML value: a list, or one text in which | stands between them."""
    if isinstance(value, str):
        return value.split("|")
    return value if isinstance(value, Sequence) else None
