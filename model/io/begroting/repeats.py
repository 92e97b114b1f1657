"""The rows below a total, and which of them repeat others: those are left out where the rest then adds up.

A row is only taken for a repetition where two things say so: the sum of the others, and its mark, its place, or the
rows beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from model.io.begroting.hidden import totals_below, unmarked_totals
from model.io.begroting.lines import Line
from model.io.begroting.parts import Node, added, alike, tolerance

_MOST = 600  # rows among which unmarked totals are searched
_FEW = 8


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
    below = totals_below(parts) if len(parts) <= _MOST else []
    for extra in [hidden, *_subsets(hidden), below, *_subsets(below)]:
        if extra and _fits(total, parts, extra, within):
            return _less(parts, extra), [], [node.line for node in extra]
    return parts, [], []


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
