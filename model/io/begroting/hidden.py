"""Rows that the rows right after them, or right before them, add up to: sums that nothing marks as such."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.io.begroting.lines import Line
from model.io.begroting.parts import Node, Vector, alike, tolerance

_LONGEST = 60  # rows that an unmarked total may add up
_SURE = 50  # a sum this many times its rounding is no chance, even of two rows in one column
_SAME = 1e-6


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


def totals_below(parts: Sequence[Node]) -> list[Node]:
    """Return the rows that the rows right before them add up to; a sum so found stands for its rows in the next one."""
    return [node for node, _ in _runs(parts)]


def _runs(parts: Sequence[Node]) -> Iterator[tuple[Node, list[Node]]]:
    """Yield every row that rows before it add up to, with those rows, each of which counts in one sum only."""
    stack: list[Node] = []
    for node in parts:
        count = _before(stack, node)
        if count and node.line.gemerkt != "J":
            yield node, stack[-count:]
            del stack[-count:]
        stack.append(node)


def _before(stack: Sequence[Node], node: Node) -> int:
    """Return how many rows at the end of a stack add up to a row, two or more of them with amounts; 0 where none do."""
    largest = max((abs(value) for value in node.values if value), default=0.0)
    sums, filled = [0.0] * len(node.values), 0
    for count, part in enumerate(reversed(stack[-_LONGEST:]) if largest else (), start=1):
        filled += any(part.values)
        sums = [total + (value or 0.0) for total, value in zip(sums, part.values, strict=True)]
        within = tolerance(count, node.line.precision)
        if filled > 1 and alike(node.values, tuple(sums), within if largest >= _SURE * within else _SAME):
            return count
    return 0


def suspects(lines: Sequence[Line]) -> tuple[list[Line], bool]:
    """Return rows that may repeat others where no total tells: the sum of rows beside them, or the same amounts.

    Also return whether leaving all of them out is an answer: not where two of them are the sum of the same rows.
    """
    nodes = [Node(line, [line], line.values) for line in lines]
    after = [(node, run) for node, run in _runs(nodes[::-1])]
    before = list(_runs(nodes))
    sums = {id(node.line) for node, _ in (*after, *before)}
    shared = {id(part) for _, run in after for part in run} & {id(part) for _, run in before for part in run}
    first: dict[Vector, Line] = {}
    many = [line for line in lines if len({value for value in line.values if value}) > 2]
    same = {id(line) for line in many if first.setdefault(line.values, line) is not line}
    return [line for line in lines if id(line) in sums | same], not shared
