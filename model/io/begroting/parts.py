"""Rows with the amounts below them, and how amounts are added and compared."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from model.io.begroting.lines import Line

Vector = tuple[float | None, ...]


@dataclass(slots=True)
class Node:
    """A row that is not part of another one yet, the money below it, and the amounts that stand for it.

    `off` tells that the money does not add up to the row's own amounts.
    """

    line: Line
    leaves: list[Line]
    values: Vector
    off: bool = False


def tolerance(parts: int, precision: float) -> float:
    """Return how far a total may be from its parts by rounding: three standard deviations of rounded amounts."""
    return precision * (0.501 if parts <= 1 else 0.501 + 0.87 * math.sqrt(parts))


def added(vectors: Sequence[Vector], width: int | None = None) -> Vector:
    """Return the sum of amounts per column; `None` where no row has one."""
    if not vectors:
        return (None,) * (width or 0)
    columns = ([vector[at] for vector in vectors if vector[at] is not None] for at in range(len(vectors[0])))
    return tuple(math.fsum(column) if column else None for column in columns)  # type: ignore[arg-type]


def alike(stated: Vector, found: Vector, within: float) -> bool:
    """Return whether amounts are what a total states, but for rounding; where it states nothing, anything is."""
    return all(a is None or abs((b or 0.0) - a) <= within for a, b in zip(stated, found, strict=True))
