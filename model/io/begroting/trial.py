"""Cells such as `1.234` that nothing else explains: a table's own totals, where they add up in one way only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from model.io.begroting.amounts import Convention, grouped
from model.io.begroting.checks import Check
from model.io.begroting.frame import Frame
from model.io.begroting.lines import Findings, Line
from model.io.begroting.mutations import broken
from model.io.begroting.parts import added, tolerance
from model.io.begroting.sums import sort_out
from model.io.begroting.tables import RawTable, cells_of
from model.io.excel.numerals import MARKS, Mark
from model.text import Text

_SURE = 10  # a total this many times its rounding proves something
Reader = Callable[[Frame], Sequence[Line]]


def settled(table: RawTable, frame: Frame, findings: Findings, read: Reader) -> Frame:
    """Return the frame with the decimal mark with which the table's totals add up, where they do so with one only."""
    open_ = [at for at, convention in frame.conventions.items() if convention.decimal is None]
    if not any(isinstance(cell, str) and grouped(cell) for cell in cells_of([table], open_)):
        return frame
    frames: dict[Mark, Frame] = {}
    for mark in MARKS:
        conventions = {**frame.conventions, **dict.fromkeys(open_, Convention(mark))}
        frames[mark] = replace(frame, conventions=conventions)
    proofs = {mark: _proof(read(frames[mark])) for mark in MARKS}
    fitting = [mark for mark in MARKS if proofs[mark] is not None]
    if len(fitting) != 1 or not proofs[fitting[0]]:
        return frame
    findings.said.append(_told(fitting[0], table, proofs[fitting[0]] or []))
    return frames[fitting[0]]


def _proof(lines: Sequence[Line]) -> list[Line] | None:
    """Return the totals that their parts add up to well beyond rounding; `None` where a total or level is not met."""
    groups: dict[object, list[Line]] = {}
    for line in lines:
        if line.of == "artikel":
            groups.setdefault(line.group, []).append(line)
    sums = [sort_out(group) for group in groups.values()]
    if any(not found.agrees or (found.total and not found.usable) for found in sums) or any(broken(lines)):
        return None
    money = [line for found in sums for line in found.leaves]
    checks = [check for found in sums for check in found.checks]
    checks += [_chapter(line, money) for line in lines if line.of == "hoofdstuk"]
    return None if any(check.differences for check in checks) else [check.total for check in checks if _large(check)]


def _chapter(total: Line, money: Sequence[Line]) -> Check:
    """Return the total of a chapter with the money of its articles."""
    key = total.group[1:3] + total.group[4:]
    parts = [line for line in money if line.group[1:3] + line.group[4:] == key and line.columns == total.columns]
    found = added([line.values for line in parts], len(total.values))
    rounding = max([total.precision, *(line.precision for line in parts)])
    return Check(total, len(parts), found, tolerance(len(parts), rounding))


def _large(check: Check) -> bool:
    return max((abs(value) for value in check.total.values if value), default=0.0) > _SURE * check.tolerance


def _told(mark: Mark, table: RawTable, totals: Sequence[Line]) -> Text:
    nl, en = {",": ("komma", "a comma"), ".": ("punt", "a point")}[mark]
    places = "; ".join(table.grid.spot(line.row) for line in totals[:8]) + ("; …" if len(totals) > 8 else "")
    return Text(
        f"decimaalteken: {nl}, omdat de totalen van het bestand alleen zo optellen ({places}; anders: --decimaal)",
        f"decimal mark: {en}, because the totals of the file add up only so ({places}; otherwise: --decimaal)",
    )
