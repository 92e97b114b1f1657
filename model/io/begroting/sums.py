"""Which rows of an article are totals and which are money: the file's own marks, tried against its own sums.

A total is matched with the rows below it by name, else with the rows that follow or precede it. Where it matches, the
rows are its parts and only they count. A total without rows below it is money: the file gives no more detail. So is
one whose parts are given for some years only, where they match, and one whose parts are off while the total above it
confirms it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from model.io.begroting.checks import Check, Sums
from model.io.begroting.lines import Line
from model.io.begroting.parts import Node, Vector, added, alike, mended, suspects, tolerance


def sort_out(lines: Sequence[Line], *, keep_doubles: bool | None = None) -> Sums:
    """Return what is money in one group of lines.

    Exact double rows count once or twice as the file's own totals show; where those do not show it, `keep_doubles`
    decides, and else they stay in `doubles`, undecided.
    """
    once, extra = _once(lines)
    whole = _suspected(_sorted_out(lines), keep=keep_doubles)
    if not extra:
        return whole
    single = _suspected(_sorted_out(once), keep=keep_doubles)
    shown = [bool(sums.checks) and sums.usable for sums in (whole, single)]
    if shown == [True, False] or (keep_doubles and shown == [False, False]):
        return whole
    if shown == [False, False] and keep_doubles is None and any(line.soort == "U" for line in extra):
        single.doubles = extra
    single.dropped = extra
    return single


def _suspected(sums: Sums, *, keep: bool | None) -> Sums:
    """Mark rows that may repeat others where the article has no total; leave them out, or not, as a person said."""
    if sums.total is not None or keep:
        return sums
    found = suspects(sums.leaves)
    if keep is None:
        sums.suspects = found
        return sums
    sums.unmarked += found
    sums.leaves = [line for line in sums.leaves if not any(line is other for other in found)]
    return sums


def _once(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Return the lines without exact doubles, and the later ones of every double row that has amounts."""
    seen: set[object] = set()
    once: list[Line] = []
    extra: list[Line] = []
    for line in lines:
        key = (line.path, line.values, line.gemerkt)
        (extra if key in seen and any(line.values) else once).append(line)
        seen.add(key)
    return once, extra


def _sorted_out(lines: Sequence[Line]) -> Sums:
    """Return the lines sorted out by their names; where those of totals lead to no total that agrees, without some.

    A total may carry the name of its level in the column of the deepest names: `Uitgaven` for the whole article.
    """
    sums = _by_names(lines)
    for article_only in (True, False):
        if sums.total is not None and sums.usable:
            break
        renamed = [
            _unnamed(line) if line.gemerkt == "J" and not (article_only and any(line.scope[:-1])) else line
            for line in lines
        ]
        other = _by_names(renamed)
        if other.total is not None and other.usable:
            return other
    return sums


def _unnamed(line: Line) -> Line:
    """Return a line without the deepest of its names, as far as its place goes."""
    return replace(line, scope=(*line.scope[:-1], "")) if line.scope else line


def _by_names(lines: Sequence[Line]) -> Sums:
    sums = Sums()
    rows = [line for line in lines if not line.empty]
    marks = any(line.gemerkt for line in lines)
    totals = [line for line in rows if not line.aside and _is_total(line, rows, marks=marks)]
    nodes = [Node(line, [line], line.values) for line in rows]
    for total in sorted((line for line in totals if line.depth), key=lambda line: -line.depth):
        nodes = _consume(total, nodes, sums)
    if tops := [line for line in totals if not line.depth]:
        nodes = _top(tops, nodes, sums)
    sums.leaves = [leaf for node in nodes if not node.line.aside for leaf in node.leaves]
    sums.aside += [node.line for node in nodes if node.line.aside]
    if sums.total is None:
        sums.loose = [line for line in sums.aside if not any(leaf.covers(line) for leaf in sums.leaves)]
        covered = {id(line) for check in sums.checks for line in sums.loose if check.total.covers(line)}
        sums.loose = [line for line in sums.loose if id(line) not in covered and any(line.values)]
    return sums


def _is_total(line: Line, rows: Sequence[Line], *, marks: bool) -> bool:
    if marks:
        return line.gemerkt == "J"
    if len(rows) > 5_000 and line.depth:
        return False
    return len(rows) > 1 and (line.depth == 0 or line.names_total or any(line.covers(other) for other in rows))


def _top(tops: list[Line], nodes: list[Node], sums: Sums) -> list[Node]:
    """Return the open nodes after the article's total took all others; further totals of the article count nowhere."""
    own = {id(line) for line in tops}
    others = [node for node in nodes if id(node.line) not in own and not node.line.aside]
    filled = [line for line in tops if any(line.values)] or tops[:1]
    chosen = next((line for line in filled if others and _fits(line, others)), None)
    if chosen is None:
        chosen = max(filled, key=lambda line: sum(abs(value or 0.0) for value in line.values))
    sums.total = chosen
    sums.repeats += [line for line in filled if line is not chosen]
    return _consume(chosen, [node for node in nodes if id(node.line) not in own or node.line is chosen], sums)


def _consume(total: Line, nodes: list[Node], sums: Sums) -> list[Node]:
    """Return the open nodes after `total` took its parts."""
    at = next(i for i, node in enumerate(nodes) if node.line is total)
    every = [node for node in nodes if (total.covers(node.line) if total.depth else node.line is not total)]
    below = [node for node in every if not node.line.aside]
    for parts in (below, every, _run(total, nodes, at, 1), _run(total, nodes, at, -1)):
        if parts and _fits(total, parts):
            return _taken(total, parts, parts if parts not in (below, every) else every, nodes, sums)
    before = _run(total, nodes, at, -1)
    if total.names_total and not below and before and not total.gemerkt:
        return _taken(total, before, before, nodes, sums)
    if not below:
        sums.lonely.append(total)
        return _without(nodes, every, sums)
    straight = [Node(node.line, node.leaves, added([leaf.values for leaf in node.leaves]), node.off) for node in below]
    if _fits(total, straight):
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


def _fits(total: Line, parts: Sequence[Node]) -> bool:
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
