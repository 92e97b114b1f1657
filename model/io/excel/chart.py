"""A chart, apart from how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One series of a chart: its name, and the sheet, row and years its values stand in."""

    name: str
    sheet: str
    row: int
    kind: str = "column"


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart over the horizon, with words for who cannot see it."""

    title: str
    lines: tuple[Line, ...]
    description: str
    unit: str
    place: str
