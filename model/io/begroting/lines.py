"""A budget line: whose amounts a row holds, where it stands in the article's hierarchy, and what it amounts to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from model.errors import Issue
from model.io.begroting.grids import Grid
from model.io.begroting.heads import AmountColumn
from model.io.begroting.phases import plain
from model.text import Text

_ASIDE = re.compile(r"[-\u2012\u2013•*\s]*(waarvan|w\.?v\.?)\b")
_TOTAL = re.compile(r"(sub)?totaal\b.*|(totale )?(uitgaven|verplichtingen|ontvangsten)|art\w* ?totaal")
RIJK = "RIJK"


@dataclass(frozen=True, slots=True)
class Moment:
    """What an amount column says of one line: the year, the phase of publication (2025-OWB), and whether a level.

    `extrapolatie` marks a column among mutations that holds levels.
    """

    jaar: int
    stand: str
    mutatie: bool = False
    extrapolatie: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a budget table. `path` places it below its article; amounts are in k€, by column of its table.

    `soort` is U, V or O. `gemerkt` is what the file's own column says: J (a total), N, or nothing. A line `of` a
    chapter or of the Rijk adds up articles or chapters. `precision` is what its amounts are rounded to, k€.
    """

    grid: Grid
    row: int
    soort: str
    jaar: int
    fase: str
    hoofdstuk: str
    artikel: str
    path: tuple[str, ...]
    columns: tuple[AmountColumn, ...]
    values: tuple[float | None, ...]
    hoofdstuknaam: str = ""
    artikelnaam: str = ""
    gemerkt: str = ""
    of: str = "artikel"
    precision: float = 1.0
    scope: tuple[str, ...] = ()
    table: int = 0

    @property
    def depth(self) -> int:
        """Return how deep the line stands: 0 is the article itself."""
        for at in range(len(self.scope), 0, -1):
            if self.scope[at - 1]:
                return at
        return 0

    @property
    def label(self) -> str:
        """Return the deepest name of the line."""
        return next((part for part in reversed(self.path) if part), self.artikelnaam or self.hoofdstuknaam)

    @property
    def aside(self) -> bool:
        """Return whether the line only says what is part of another (`waarvan`), outside every sum."""
        return any(_ASIDE.match(plain(part)) for part in self.path if part)

    @property
    def names_total(self) -> bool:
        """Return whether its name says that it is a total."""
        return bool(_TOTAL.fullmatch(plain(self.label)))

    @property
    def empty(self) -> bool:
        """Return whether it has no amount at all."""
        return all(value is None for value in self.values)

    @property
    def group(self) -> tuple[str, str, str, str, int, str, str]:
        """Return what it is added up with: amounts of one kind, article and publication.

        The chapter's name belongs to it: in some years two ministries share a number.
        """
        return (self.of, self.hoofdstuk, plain(self.hoofdstuknaam), self.artikel, self.jaar, self.fase, self.soort)

    def covers(self, other: Line) -> bool:
        """Return whether `other` stands below this line, by the names above it."""
        depth = self.depth
        return other is not self and other.depth > depth and other.scope[:depth] == self.scope[:depth]

    def moments(self) -> Iterator[tuple[int, Moment]]:
        """Yield each column of the line with what it says."""
        for at, column in enumerate(self.columns):
            yield at, moment_of(column, self.jaar, self.fase)


@lru_cache(maxsize=100_000)
def moment_of(column: AmountColumn, jaar: int, fase: str) -> Moment:
    """Return what a column says on a row of budget year `jaar` and phase `fase`.

    A column that names a phase belongs to that phase of its year, but no publication is of a later budget year than
    the one it stands in; other columns belong to that one.
    """
    year = column.jaar if column.jaar is not None else jaar + (column.offset or 0)
    mutation = column.soort == "mutatie" and not column.extrapolatie
    if column.soort == "mutatie":
        return Moment(year, f"{jaar}-{column.fase or fase}", mutation, column.extrapolatie)
    if column.fase is not None:
        return Moment(year, f"{min(year, jaar or year) if column.jaar else jaar}-{column.fase}")
    return Moment(year, f"{jaar}-{fase}")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row or cell that cannot be taken over. `at` is the sheet, row and sort of its line; none for a whole row."""

    issue: Issue
    at: tuple[str, int, str] | None = None


@dataclass(slots=True)
class Findings:
    """What was found while reading: questions and mistakes (`issues`), and what a reader should know (`said`).

    `doubts` are cells and rows that cannot be taken over; they are issues unless a person lets them be left out.
    """

    issues: list[Issue]
    doubts: list[Doubt]
    said: list[Text]

    @classmethod
    def none(cls) -> Findings:
        """Return findings without anything in them."""
        return cls([], [], [])

    def take(self, other: Findings) -> None:
        """Add what another reading found."""
        self.issues += other.issues
        self.doubts += other.doubts
        self.said += other.said


def without(line: Line, at: int) -> Line:
    """Return a line without its amount in one column."""
    return replace(line, values=tuple(None if i == at else value for i, value in enumerate(line.values)))
