"""The column that marks totals, whatever it is called: J/N, ja/nee, 1/0, x, TRUE, waar, totaal or detail.

A value that is neither is asked about, and so is a column of such values whose name is not known: a total that is not
seen as one counts money twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from model.errors import Issue, shown
from model.io.begroting.phases import plain
from model.io.begroting.tables import RawTable

_YES = frozenset({"j", "ja", "1", "x", "true", "waar", "y", "yes", "totaal", "subtotaal", "totaalregel"})
_NO = frozenset({"n", "nee", "0", "false", "onwaar", "no", "detail", "detailregel"})
_SURE = re.compile(
    r"(indicatie|is) (sub)?totaal.*|(sub)?totaal ?regel.*|(soort|type) ?(regel|rij)|(regel|rij) ?(soort|type)"
)
_LIKELY = re.compile(r"(sub)?totaal( ?\(?(j/?n|ja/?nee)\)?| ?\?)?")
_NUMBER = re.compile(r"[-+€\s\d.,]*\d[\d.,\s]*")
_MOST = 20  # questions about one column


def mark_of(text: str) -> str:
    """Return what a value of the column says: J (a total), N, or '' where it says nothing that is known."""
    words = plain(text).removesuffix(".0")
    return "J" if words in _YES else "N" if words in _NO else ""


def with_mark(table: RawTable) -> RawTable:
    """Return a table in which the column that marks totals is known, where there is one."""
    heads = table.heads
    if "totaal" in heads.roles:
        return table
    found = next((at for at in heads.unused if _is_mark(table, at)), None)
    if found is None:
        return table
    unused = tuple(at for at in heads.unused if at != found)
    return replace(table, heads=replace(heads, roles={**heads.roles, "totaal": found}, unused=unused))


def _is_mark(table: RawTable, at: int) -> bool:
    name = plain(table.heads.names[at])
    if _SURE.fullmatch(name):
        return True
    values = _values(table, at)
    other = any(not mark_of(value) and _NUMBER.fullmatch(value) for value in values)
    return bool(_LIKELY.fullmatch(name)) and any(values) and not other


def _values(table: RawTable, at: int) -> set[str]:
    return {row.text(at) for row in table.rows if any(row.text(column.at) for column in table.heads.amounts)}


def mark_issues(table: RawTable) -> Iterator[Issue]:
    """Yield a question for each value of the column that is not known, or for other columns that may be it."""
    heads = table.heads
    if (at := heads.roles.get("totaal")) is not None:
        rows = [row for row in table.rows if row.text(at) and any(row.text(column.at) for column in heads.amounts)]
        for row in [row for row in rows if not mark_of(row.text(at))][:_MOST]:
            place = table.grid.place(row.number, at, heads.names[at])
            yield Issue("begroting-totaalmerk", place, {"found": shown(row.text(at))})
        return
    for at in heads.unused:
        values = _values(table, at)
        if len(values) > 1 and all(not value or mark_of(value) for value in values):
            place = table.grid.place(heads.row, at, heads.names[at])
            found = ", ".join(sorted(value or "leeg" for value in values))
            yield Issue("begroting-merk-onbekend", place, {"found": shown(heads.names[at]), "values": found})
