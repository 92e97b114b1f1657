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
_LARGE = 1000.0  # k€; below it a sum may be chance


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
    if not any(line.values):
        return 0
    sums = [0.0] * len(line.values)
    rising = True
    for count, node in enumerate(parts[at + 1 : at + 1 + _LONGEST], start=1):
        rising = rising and all((value or 0.0) >= 0 for value in node.values)
        sums = [total + (value or 0.0) for total, value in zip(sums, node.values, strict=True)]
        within = tolerance(count, line.line.precision)
        if alike(line.values, tuple(sums), within):
            return count
        if rising and any(total > (value or 0.0) + 4 * within for total, value in zip(sums, line.values, strict=True)):
            return 0
    return 0


def suspects(lines: Sequence[Line]) -> list[Line]:
    """Return rows that may repeat others where no total tells: the sum of the rows after them, or the same amounts.

    Amounts prove it in two columns; in one column only from three rows, or as a large amount.
    """
    nodes = [Node(line, [line], line.values) for line in lines]
    found = []
    for at, node in enumerate(nodes if len(nodes) > 2 else ()):
        count = _adding_up(nodes, at)
        filled = {value for value in node.values if value}
        if count > 1 and (len(filled) > 1 or (count > 2 and max(filled) >= _LARGE)):
            found.append(node.line)
    first: dict[Vector, Line] = {}
    many = [line for line in lines if len({value for value in line.values if value}) > 2]
    found += [line for line in many if first.setdefault(line.values, line) is not line]
    return [line for line in lines if any(line is other for other in found)] if found else []


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
