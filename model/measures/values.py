"""Kinds of values that stand in a few measures: a column's value or `leeg`, and a key's share per partij."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from model.errors import Problem, shown
from model.kinds import UNREAD, Ident, Kind, WrongValue
from model.quantities import Number
from model.schema import VERDEELSLEUTELS
from model.text import Text

LEEG = "leeg"

_SHARE = VERDEELSLEUTELS.by_name["aandeel"].kind


@dataclass(frozen=True, slots=True)
class OrEmpty(Kind):
    """A value of another kind, or the word `leeg`: an empty cell, which has its default."""

    each: Kind

    @property
    def expected(self) -> Text:
        return self._or_empty(self.each.expected_toml)

    @staticmethod
    def _or_empty(one: Text) -> Text:
        return Text(f'{one.nl}, of "{LEEG}"', f'{one.en}, or "{LEEG}"')

    def accept(self, value: object) -> object:
        if isinstance(value, str) and value.strip() == LEEG:
            return LEEG
        try:
            return self.each.accept(value)
        except WrongValue as wrong:
            raise WrongValue(self._or_empty(wrong.expected)) from None


@dataclass(frozen=True, slots=True)
class KeyName(Ident):
    """The name of a key that a dataset gives; a partij's own id is always 100 % and no choice."""

    table: str = VERDEELSLEUTELS.name

    @property
    def expected(self) -> Text:
        return Text("een sleutel uit verdeelsleutels.csv", "a sleutel from verdeelsleutels.csv")


@dataclass(frozen=True, slots=True)
class SharePerPartij(Kind):
    """A table of parties and their shares."""

    @property
    def expected(self) -> Text:
        example = "{rijk = 0.5, gemeenten = 0.5}"
        return Text(
            f"een tabel van partijen en aandelen, zoals {example}", f"a table of parties and shares, such as {example}"
        )

    def problems(self, value: object, field: str) -> Iterator[Problem]:
        if not isinstance(value, Mapping) or not value:
            yield Problem("waarde-fout", field, {"found": shown(value), "expected": self.expected})
            return
        for partij, share in value.items():
            yield from _SHARE.problems(share, f"{field}.{partij}")

    def readable(self, value: object) -> Any:
        if not isinstance(value, Mapping) or not value:
            return UNREAD
        return {partij: _SHARE.readable(share) for partij, share in value.items()}

    def accept(self, value: object) -> Mapping[str, float]:
        if not isinstance(value, Mapping):
            raise self.wrong()
        return {str(partij): Number().accept(_SHARE.accept(share)) for partij, share in value.items()}
