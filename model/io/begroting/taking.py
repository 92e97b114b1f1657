"""A total takes its parts: the rows below it by name, else those that follow or precede it, where they add up to it."""

from __future__ import annotations

from collections.abc import Sequence

from model.io.begroting.checks import Check, Sums
from model.io.begroting.lines import Line
from model.io.begroting.parts import Node, Vector, added, alike, tolerance
from model.io.begroting.repeats import mended


def consume(total: Line, nodes: list[Node], sums: Sums) -> list[Node]:
    """Return the open nodes after `total` took its parts."""
    at = next(i for i, node in enumerate(nodes) if node.line is total)
    every = [node for node in nodes if node.line is not total]
    if depth := total.depth:
        above = total.scope[:depth]
        every = [node for node in every if node.line.scope[:depth] == above and node.line.depth > depth]
    below = [node for node in every if not node.line.aside]
    for parts in (below, every, _run(total, nodes, at, 1), _run(total, nodes, at, -1)):
        if parts and fits(total, parts):
            return _taken(total, parts, parts if parts not in (below, every) else every, nodes, sums)
    before = _run(total, nodes, at, -1)
    if total.names_total and not below and before and not total.gemerkt:
        return _taken(total, before, before, nodes, sums)
    if not below:
        sums.lonely.append(total)
        return _without(nodes, every, sums)
    straight = [Node(node.line, node.leaves, added([leaf.values for leaf in node.leaves]), node.off) for node in below]
    if fits(total, straight):
        return _taken(total, straight, every, nodes, sums)
    lonely = {id(line) for line in sums.lonely}
    kept, repeats, unmarked = mended(total, below, lonely)
    sums.repeats += repeats
    sums.unmarked += unmarked
    sums.lonely = [line for line in sums.lonely if all(line is not repeat for repeat in repeats)]
    return _taken(total, kept, every, nodes, sums)


def _without(nodes: list[Node], gone: Sequence[Node], sums: Sums) -> list[Node]:
    """Return the nodes without rows that only say what is part of another."""
    sums.aside += [node.line for node in gone if node.line.aside]
    closed = {id(node.line) for node in gone if node.line.aside}
    return [node for node in nodes if id(node.line) not in closed]


def _run(total: Line, nodes: list[Node], at: int, step: int) -> list[Node]:
    """Return the detail rows that directly follow (or precede) a total, under the same names above it."""
    if not total.depth or not (total.gemerkt or total.names_total):
        return []
    shared = max(0, min(total.depth - 1, 2))
    found: list[Node] = []
    at += step
    while 0 <= at < len(nodes):
        line = nodes[at].line
        if line.gemerkt == "J" or line.scope[:shared] != total.scope[:shared]:
            break
        found.append(nodes[at])
        at += step
    return found


def fits(total: Line, parts: Sequence[Node]) -> bool:
    """Return whether rows add up to a total, but for rounding; a total of nothing but zeros proves nothing."""
    return any(total.values) and alike(total.values, added([node.values for node in parts]), _within(total, parts))


def _within(total: Line, parts: Sequence[Node]) -> float:
    return tolerance(len(parts), max([total.precision, *(node.line.precision for node in parts)]))


def _taken(total: Line, parts: Sequence[Node], gone: Sequence[Node], nodes: list[Node], sums: Sums) -> list[Node]:
    """Return the open nodes after `parts` went into `total`; `gone` are the parts and the rows that repeat them."""
    found = added([node.values for node in parts], len(total.values))
    within = _within(total, parts)
    off = not alike(total.values, found, within)
    leaves: list[Line] = []
    for node in parts:
        confirmed = node.off and not off and node.values == node.line.values
        if confirmed:
            sums.coarse.append((node.line, len(node.leaves)))
        leaves += [node.line] if confirmed else node.leaves
    if _partial(total.values, found, within):
        sums.coarse.append((total, len(parts)))
        leaves, off = [total], False
        found = tuple(stated if value is None else value for stated, value in zip(total.values, found, strict=True))
    sums.checks.append(Check(total, len(parts), found, within))
    taken = {id(node.line) for node in parts}
    sums.aside += [node.line for node in gone if node.line.aside and id(node.line) not in taken]
    closed = {id(node.line) for node in gone}
    whole = Node(total, leaves, total.values, off)
    return [whole if node.line is total else node for node in nodes if id(node.line) not in closed]


def _partial(stated: Vector, found: Vector, within: float) -> bool:
    """Return whether parts are missing in some columns and match the total in all others."""
    pairs = list(zip(stated, found, strict=True))
    missing = [a for a, b in pairs if b is None and a is not None and abs(a) > within]
    given = [(a, b) for a, b in pairs if b is not None]
    return bool(missing) and bool(given) and all(abs(b - (a or 0.0)) <= within for a, b in given)
