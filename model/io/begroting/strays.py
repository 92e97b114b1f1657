"""Cells outside the columns of a table: in a CSV a row that is wider than its heads, in a sheet a cell below no head.

They show that amounts with commas were split over two cells, or that heads are missing: the columns are not sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from model.errors import Issue, shown
from model.io.begroting.grids import GridRow
from model.io.begroting.lines import Findings
from model.io.begroting.tables import RawTable
from model.text import Text

_AMOUNT = re.compile(r"[-\u2012\u2013(€\s]*\d[\d.,\s\u00a0]*\)?")
_YEAR = re.compile(r"(19|20)\d\d")
_MOST = 20  # rows or cells named of one table


def find_strays(table: RawTable, findings: Findings) -> None:
    """Ask about amounts that stand below no head; say which other cells do."""
    issues: list[Issue] = []
    said: list[str] = []
    for row in table.rows:
        if not table.grid.sheet and _is_wide(row, table):
            issues.append(_wide(row, table))
            continue
        if _may_be_head(row, table):
            found = {"found": shown(" | ".join(row.texts))}
            issues.append(Issue("begroting-tussenkop", table.grid.place(row.number), found))
        for at in _outside(row, table):
            if _AMOUNT.fullmatch(row.text(at)):
                issues.append(
                    Issue("begroting-buiten-kop", table.grid.place(row.number, at), {"found": shown(row.text(at))})
                )
            else:
                said.append(table.grid.spot(row.number, at))
    findings.issues += issues[:_MOST]
    if said:
        listed = "; ".join(said[:8]) + ("; …" if len(said) > 8 else "")
        findings.said.append(
            Text(
                f"{len(said)} cellen met tekst onder geen kop, niet gebruikt: {listed}",
                f"{len(said)} cells with text below no head, not used: {listed}",
            )
        )


def _is_wide(row: GridRow, table: RawTable) -> bool:
    """Return whether a row has more cells than its heads: filled ones, or any where commas part the cells."""
    if table.grid.commas and len(row.cells) > len(table.heads.names) and len(row.texts) > 1:
        return True
    return len(row.texts) > 1 and any(row.text(at) for at in range(len(table.heads.names), len(row.cells)))


def _may_be_head(row: GridRow, table: RawTable) -> bool:
    """Return whether all amounts of a row are years that follow each other, up or down, and it names no article."""
    if table.heads.roles.get("artikel") is not None and row.text(table.heads.roles["artikel"]):
        return False
    texts = [text for column in table.heads.amounts if (text := row.text(column.at))]
    years = [int(text) for text in texts if _YEAR.fullmatch(text)]
    steps = {b - a for a, b in pairwise(years)}
    return len(years) == len(texts) and steps in ({1}, {-1})


def _wide(row: GridRow, table: RawTable) -> Issue:
    return Issue(
        "begroting-rij-breed",
        table.grid.place(row.number),
        {"found": len(row.cells), "expected": len(table.heads.names)},
    )


def _outside(row: GridRow, table: RawTable) -> Iterator[int]:
    """Yield the filled cells right of the first amounts that stand below no name."""
    names = table.heads.names
    first = min(column.at for column in table.heads.amounts)
    known = {column.at for column in table.heads.amounts} | set(table.heads.roles.values())
    for at in range(first, len(row.cells)):
        if row.text(at) and at not in known and not (at < len(names) and names[at]):
            yield at
