"""Rows of a page table that say something else than its head: another unit, another phase, or a level as a row.

Rows below such a row cannot be read by the head; rows that are levels or mutations are no spending to add up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.errors import Issue, shown
from model.io.begroting.grids import GridRow
from model.io.begroting.phases import fase_of, fasen_of, plain
from model.io.begroting.tables import RawTable
from model.io.begroting.units import unit_of

_UNIT = re.compile(r"bedragen|\(? ?[x*×] ?(€|1[.,]?000|mln|miljoen)|\(in ")
_LEVEL = re.compile(
    r"(stand|raming)\b.*(begroting|suppletoire|realisatie|slotwet|nota).*|(nieuwe )?mutaties?\b.*"
    r"|(ontwerp|vastgestelde )begroting\b.*|realisatie\b.*|[1-2]e suppletoire.*"
)
_MOST = 20


def subtitles(table: RawTable) -> Iterator[Issue]:
    """Yield a question for each row that contradicts the head, where rows with amounts follow it or it has them."""
    if {"artikel", "vuo"} & set(table.heads.roles):
        return
    amounts = table.heads.amounts
    last = max((row.number for row in table.rows if any(row.text(c.at) for c in amounts)), default=0)
    units = {unit for text in (*table.above, *table.heads.names) if (unit := unit_of(text)) is not None}
    fasen = {fase for text in table.above for fase in fasen_of(text)} | {c.fase for c in amounts if c.fase}
    count = 0
    for row in table.rows:
        if row.number <= last and count < _MOST and _contradicts(row, table, units, fasen):
            count += 1
            found = {"found": shown(" | ".join(row.texts))}
            yield Issue("begroting-tussentitel", table.grid.place(row.number), found)


def _contradicts(row: GridRow, table: RawTable, units: set[float], fasen: set[str]) -> bool:
    label = next((text for at in range(len(row.cells)) if re.search(r"[^\W\d]", text := row.text(at))), "")
    words = plain(label)
    if any(row.text(column.at) for column in table.heads.amounts):
        return bool(_LEVEL.fullmatch(words))
    unit = unit_of(label) if _UNIT.search(words) else None
    if unit is not None and unit not in units:
        return bool(units) or any(column.unit is not None for column in table.heads.amounts)
    return bool(_LEVEL.fullmatch(words)) and fase_of(label) not in fasen
