"""A column Omschrijving that names the rows within an article, not the article: it says the instrument then."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from model.io.begroting.phases import plain
from model.io.begroting.tables import RawTable

_PARTS = ("instrument", "uitsplitsing", "nadere")
_WITHIN = ("hoofdstuk", "hoofdstuknaam", "artikel", "vuo", "begrotingsjaar", "fase")


def with_row_names(table: RawTable) -> RawTable:
    """Return a table in which a column that differs within one article is its instrument, or what is below that."""
    roles = dict(table.heads.roles)
    free = [part for at, part in enumerate(_PARTS) if not any(deeper in roles for deeper in _PARTS[at:])]
    role = next((role for role in ("label", "artikelnaam") if role in roles), None)
    if role is None or not free or "artikel" not in roles:
        return table
    at = roles[role]
    if "artikel" in plain(table.heads.names[at]) or not _differs(table, at):
        return table
    del roles[role]
    return replace(table, heads=replace(table.heads, roles={**roles, free[0]: at}))


def _differs(table: RawTable, at: int) -> bool:
    """Return whether an article of one year, phase and kind has more than one name in a column."""
    roles = table.heads.roles
    names: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for row in table.rows:
        if row.text(roles["artikel"]) not in ("", "-") and any(row.text(c.at) for c in table.heads.amounts):
            names[tuple(plain(row.text(roles.get(part))) for part in _WITHIN)].add(plain(row.text(at)))
    return any(len(found) > 1 for found in names.values())
