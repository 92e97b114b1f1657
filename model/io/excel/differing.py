"""What is found when two workbooks are compared, and how their scenarios differ as text."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from model.errors import shown
from model.io.excel.draft import META
from model.io.excel.found import Column
from model.io.excel.returned.located import Places
from model.io.excel.sheets.headings import CONSTANT
from model.io.excel.sheets.meta import MARK, SCENARIO_TEXT
from model.text import Text, same

Kind = Literal["gegeven", "invoer", "formule", "uitkomst"]


@dataclass(frozen=True, slots=True)
class Differing:
    """A row that differs: where it stands in the first workbook, and per column what was there and what is."""

    kind: Kind
    place: str
    pairs: tuple[tuple[Column, Text, Text], ...]


@dataclass(slots=True)
class Difference:
    """What differs between two workbooks.

    `rows` and `columns` say what only the first and only the second has; `moved` says which of them stand in another
    order or apart, where formulas therefore mean something else. `results` counts the results that differ because of
    what is listed, `unknown` those that cannot be compared because a value was not stored.
    """

    differing: list[Differing] = field(default_factory=list)
    rows: tuple[list[str], list[str]] = field(default_factory=lambda: ([], []))
    columns: tuple[list[str], list[str]] = field(default_factory=lambda: ([], []))
    moved: list[Text] = field(default_factory=list)
    results: int = 0
    unknown: int = 0

    def of(self, kind: Kind) -> list[Differing]:
        """Return the rows that differ in one way."""
        return [row for row in self.differing if row.kind == kind]

    def __bool__(self) -> bool:
        return bool(self.differing or any(self.rows) or any(self.columns) or self.moved or self.results)


def scenario_texts(first: Places, second: Places) -> Iterator[Differing]:
    """Yield how the scenarios that two workbooks were made from differ: the lines of the one and of the other."""
    one, other = _scenario(first), _scenario(second)
    changes = difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    pairs = tuple(
        (number, _lines(one[a:b]), _lines(other[c:d]))
        for number, (_, a, b, c, d) in enumerate((code for code in changes if code[0] != "equal"), start=1)
    )
    if pairs:
        yield Differing("gegeven", _SCENARIO, pairs)


_SCENARIO = "scenario.toml"


def _scenario(places: Places) -> list[str]:
    page = places.pages.get(META)
    if page is None:
        return []
    cells = [page.cell(key, CONSTANT) for key in page.rows.values() if key[0] == SCENARIO_TEXT]
    text = "".join(str(cell.value).removeprefix(MARK).removesuffix(MARK) for cell in cells if cell is not None)
    return text.splitlines()


def _lines(lines: list[str]) -> Text:
    if not lines:
        return Text("niets", "nothing")
    return same(" / ".join(shown(line)[1:-1] for line in lines[:3] if line) + (" / …" if len(lines) > 3 else ""))


__all__ = ["Difference", "Differing", "Kind", "scenario_texts"]
