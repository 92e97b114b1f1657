"""Rows of a page table that stand below a kind of amount they may not belong to: only their own total tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from model.errors import Issue
from model.io.begroting.lines import Line
from model.io.begroting.sums import sort_out
from model.text import Text


def unplaced(instruments: Sequence[Line], lines: Sequence[Line]) -> list[Issue]:
    """Return a question about instruments below verplichtingen, unless they add up to these.

    `instruments` are those of a table that has no row of uitgaven, among its `lines`.
    """
    if not instruments:
        return []
    group = [line for line in lines if line.group == instruments[0].group]
    if (sums := sort_out(group)).total is not None and sums.checks and sums.usable:
        return []
    head, count = group[0], len(instruments)
    names = f"'{instruments[0].label[:40]}'"
    more = Text(
        f"{names} staat" if count == 1 else f"{count} rijen ({names} en verder) staan",
        f"{names} stands" if count == 1 else f"{count} rows ({names} and further) stand",
    )
    return [Issue("begroting-instrumenten", head.grid.place(head.row), {"more": more})]


def with_their_doubles(lines: Sequence[Line]) -> list[Line]:
    """Return lines, those below ontvangsten that repeat a row of uitgaven as the doubles that they are.

    Such a row is one of ontvangsten all the same where it is needed to meet a total of these.
    """
    spent: dict[object, Line] = {}
    for line in lines:
        if line.soort == "U" and any(line.values):
            spent.setdefault(_likeness(line), line)
    doubles = {id(line) for line in lines if line.soort == "O" and line.depth and _likeness(line) in spent}
    if not doubles:
        return list(lines)
    groups = {line.group for line in lines if id(line) in doubles}
    for group in groups:
        sums = sort_out([line for line in lines if line.group == group])
        if sums.total is None or sums.usable:
            doubles -= {id(line) for line in lines if line.group == group}
    return [_as(spent[_likeness(line)], line) if id(line) in doubles else line for line in lines]


def _likeness(line: Line) -> object:
    return line.artikel, line.label, line.values, line.columns


def _as(double: Line, line: Line) -> Line:
    return replace(line, soort=double.soort, path=double.path, scope=double.scope)
