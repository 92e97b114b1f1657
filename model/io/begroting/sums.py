"""Which rows of an article are totals and which are money: the file's own marks, tried against its own sums.

A total is matched with the rows below it by name, else with the rows that follow or precede it. Where it matches, the
rows are its parts and only they count. A total without rows below it is money: the file gives no more detail. So is
one whose parts are given for some years only, where they match, and one whose parts are off while the total above it
confirms it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from model.io.begroting.asides import loose
from model.io.begroting.checks import Sums
from model.io.begroting.hidden import suspects
from model.io.begroting.lines import Line
from model.io.begroting.parts import Node
from model.io.begroting.taking import consume, fits


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
    if sums.total is not None:
        return sums
    if keep:
        sums.leaves += sums.loose
        loose = {id(line) for line in sums.loose}
        sums.aside, sums.loose = [line for line in sums.aside if id(line) not in loose], []
        sums.answered = True
        return sums
    found, clear = suspects(sums.leaves)
    if keep is None or not clear:
        sums.suspects = found
        return sums
    sums.unmarked += found
    gone = {id(line) for line in found}
    sums.leaves = [line for line in sums.leaves if id(line) not in gone]
    sums.loose = []
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
        nodes = consume(total, nodes, sums)
    if tops := [line for line in totals if not line.depth]:
        nodes = _top(tops, nodes, sums)
    sums.leaves = [leaf for node in nodes if not node.line.aside for leaf in node.leaves]
    sums.aside += [node.line for node in nodes if node.line.aside]
    if sums.total is None:
        sums.loose = loose(rows, [*sums.leaves, *(check.total for check in sums.checks)])
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
    chosen = next((line for line in filled if others and fits(line, others)), None)
    if chosen is None:
        chosen = max(filled, key=lambda line: sum(abs(value or 0.0) for value in line.values))
    sums.total = chosen
    sums.repeats += [line for line in filled if line is not chosen]
    return consume(chosen, [node for node in nodes if id(node.line) not in own or node.line is chosen], sums)
