"""Which parts of a table a chart draws on their own, and which it takes together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from model.tables import Line, Table
from model.text import Text

SMALL, MOST = 0.03, 7  # share of the highest column, and number of parts, drawn on their own
OVERIG = Text("overige ({n})", "other ({n})")


def eerste_blok(table: Table) -> tuple[list[Line], Line | None]:
    """Return the parts up to the first sum, and that sum."""
    parts: list[Line] = []
    for line in table.lines:
        if line.style == "sum":
            return parts, line
        if line.style == "part":
            parts.append(line)
    return parts, None


def samengenomen(parts: Sequence[Line]) -> int:
    """Return how many of the parts are drawn together because they are small; 0 where none are."""
    if not parts:
        return 0
    sizes = _sizes(parts)
    highest = float(np.abs([np.nan_to_num(line.values) for line in parts]).sum(axis=0).max())
    small = max(sum(size < SMALL * highest for size in sizes), len(parts) - MOST + 1 if len(parts) > MOST else 0)
    return small if small > 1 else 0


def _sizes(parts: Sequence[Line]) -> list[float]:
    return [float(np.nan_to_num(np.abs(line.values)).max(initial=0.0)) for line in parts]


def getekend(parts: Sequence[Line], overig: Text = OVERIG) -> list[Line]:
    """Return the parts as they are drawn: in order, the small ones as one at the end."""
    count, sizes = samengenomen(parts), _sizes(parts)
    small = set(sorted(range(len(parts)), key=lambda n: (sizes[n], -n))[:count])
    lines = [line for n, line in enumerate(parts) if n not in small]
    if small:
        label = Text(overig.nl.format(n=count), overig.en.format(n=count))
        lines.append(Line(label, np.sum([parts[n].values for n in small], axis=0), "part"))
    return lines
