"""Rows of `waarvan`, which only say what is part of another row: whose part they are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from model.io.begroting.lines import Line
from model.io.begroting.parts import added


def loose(rows: Sequence[Line], money: Sequence[Line]) -> list[Line]:
    """Return the rows of `waarvan` with amounts that stand below no row they can be part of.

    They can be part of a row of `money` above them by name, or of the row right above them that is at least their sum.
    """
    found: list[Line] = []
    above: Line | None = None
    for aside, run in groupby(rows, lambda line: line.aside):
        lines = list(run)
        if aside and (above is None or not _holds(above, lines)):
            found += lines
        above = lines[-1]
    return [line for line in found if any(line.values) and not any(other.covers(line) for other in money)]


def _holds(above: Line, lines: Sequence[Line]) -> bool:
    """Return whether a row is, in every column, at least the sum of the rows right below it."""
    if any(value < 0 for line in [above, *lines] for value in line.values if value):
        return False
    sums = added([line.values for line in lines], len(above.values))
    pairs = zip(above.values, sums, strict=True)
    return all(not found or (stated or 0.0) + above.precision >= found for stated, found in pairs)
