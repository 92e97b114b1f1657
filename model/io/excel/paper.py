"""What a printed page holds, for sheets that end their own pages.

Programs repeat one set of rows on every page. On a sheet with tables of different columns that puts the wrong heads
over half of them: such a sheet ends its pages itself, and puts the heads of the table at hand on the next one.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass, field

# A4 on its side, in points, and the margins in inches.
ACROSS, DOWN = 842.0, 595.0
LEFT = RIGHT = 0.3
TOP, BOTTOM = 0.5, 0.6
POINTS = 72
ROW, LINE = 15.0, 13.0  # height of a row that nothing is said of, and of each line of a wrapped text
_SURE = 0.97  # programs differ a little in how wide they draw a column
_LETTERS = 1.1  # of usual text, that fit on the width of a digit
_FEWEST, _MOST = 10, 100  # per cent that a sheet may be printed at


@dataclass(slots=True)
class Paper:
    """Pages of a sheet printed at `scale` per cent: how much of the last one is used, after which rows they end."""

    scale: int
    used: float = 0.0
    breaks: list[int] = field(default_factory=list)

    @property
    def height(self) -> float:
        """Return the height of the rows that a page holds, in points."""
        return _SURE * (DOWN - POINTS * (TOP + BOTTOM)) * 100 / self.scale

    def holds(self, height: float) -> bool:
        """Return whether rows of this height still fit on the page."""
        return self.used + height <= self.height

    def turn(self, row: int) -> None:
        """End the page after a row."""
        self.breaks.append(row)
        self.used = 0.0


def paper_of(widths: Iterable[float]) -> Paper:
    """Return the paper on which columns of these widths, in characters, stand side by side."""
    points = sum(width * 7 + 5 for width in widths) * 0.75
    scale = int(100 * _SURE * (ACROSS - POINTS * (LEFT + RIGHT)) / points)
    return Paper(max(_FEWEST, min(_MOST, scale)))


def text_height(text: str, width: float) -> float:
    """Return the height that a wrapped text needs: programs do not work that out for a file they did not save."""
    fits = max(1, int(width * _LETTERS))
    lines = sum(_lines(part, fits) for part in text.split("\n"))
    return ROW if lines == 1 else LINE * lines + 2


def _lines(text: str, fits: int) -> int:
    """Return how many lines a text takes of so many letters each."""
    return 1 if len(text.expandtabs()) <= fits else len(textwrap.wrap(text, fits)) or 1
