"""The rows below a total, and which of them repeat others: those are left out where the rest then adds up.

A row is only taken for a repetition where two things say so: the sum of the others, and its mark, its place, or the
rows beside it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from model.io.begroting.lines import Line

Vector = tuple[float | None, ...]
_MOST = 600  # rows among which unmarked totals are searched
_LONGEST = 60  # rows that an unmarked total may add up
_FEW = 8


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


def mended(total: Line, parts: list[Node], lonely: set[int]) -> tuple[list[Node], list[Line], list[Line]]:
    """Return the parts that add up to a total, the rows left out as repetitions, and unmarked totals among them.

    All parts are returned where no choice adds up. `lonely` are the ids of totals with nothing below them.
    """
    within = tolerance(len(parts), total.precision)
    marked = [node for node in parts if id(node.line) in lonely]
    for extra in _subsets(marked):
        if _fits(total, parts, extra, within):
            return _less(parts, extra), [node.line for node in extra], []
    loose = [node for node in parts if node.line.gemerkt == "N" and not any(node.line.scope[:2])]
    if loose and _fits(total, parts, loose, within):
        return _less(parts, loose), [node.line for node in loose], []
    hidden = unmarked_totals(parts) if len(parts) <= _MOST else []
    for extra in [hidden, *_subsets(hidden)]:
        if extra and _fits(total, parts, extra, within):
            return _less(parts, extra), [], [node.line for node in extra]
    return parts, [], []


def unmarked_totals(parts: Sequence[Node]) -> list[Node]:
    """Return the rows that the rows right after them add up to, not counting rows inside such a sum twice."""
    found, at = [], 0
    while at < len(parts):
        run = _adding_up(parts, at)
        if run and parts[at].line.gemerkt != "J":
            found.append(parts[at])
        at += 1
    return found


def _adding_up(parts: Sequence[Node], at: int) -> int:
    """Return how many rows after one add up to it; 0 where none do. One row must be the same in every column."""
    line = parts[at]
    if sum(1 for value in line.values if value) < 1:
        return 0
    for count in range(1, min(_LONGEST, len(parts) - at - 1) + 1):
        run = [node.values for node in parts[at + 1 : at + 1 + count]]
        if alike(line.values, added(run), tolerance(count, line.line.precision)):
            return count
    return 0


def _subsets(nodes: Sequence[Node]) -> Iterator[list[Node]]:
    """Yield every choice of a few rows, the smallest first; of many rows only one, two and all."""
    sizes = range(1, len(nodes) + 1) if len(nodes) <= _FEW else (1, 2, len(nodes))
    for size in sizes:
        yield from map(list, combinations(nodes[:40], size) if size < len(nodes) else [nodes])


def _less(parts: Sequence[Node], extra: Sequence[Node]) -> list[Node]:
    gone = {id(node) for node in extra}
    return [node for node in parts if id(node) not in gone]


def _fits(total: Line, parts: Sequence[Node], extra: Sequence[Node], within: float) -> bool:
    kept = _less(parts, extra)
    moved = any(any(node.values) for node in extra)
    return bool(kept) and moved and any(total.values) and alike(total.values, added([n.values for n in kept]), within)
