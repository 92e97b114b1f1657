"""The unit of a table's amounts: from its heads, titles or notes, or from a person; cells that doubt it are named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.errors import Issue, shown
from model.io.begroting.choice import Choice
from model.io.begroting.lines import Findings
from model.io.begroting.phases import plain
from model.io.begroting.tables import RawTable
from model.io.begroting.units import UNITS, unit_of
from model.io.excel.numerals import read_numeral
from model.text import Text

_MARKED = re.compile(r"€|\beuro?\b|\b(?:dzd|duizend|mln|mio|miljoen|mld|mrd|miljard)\b\.?")
_NAMED = 8


def unit_of_table(table: RawTable, choice: Choice, findings: Findings) -> float | None:
    """Return the factor to k€ that holds for a table, `None` where rows or columns say it; ask what cannot be known."""
    amounts = table.heads.amounts
    if choice.eenheid is not None:
        return choice.eenheid
    if "eenheid" in table.heads.roles or all(column.unit is not None for column in amounts):
        return None
    said = {unit for text in (*table.above, *table.heads.names) if (unit := unit_of(text)) is not None}
    said = said or {unit for text in _notes(table) if (unit := unit_of(text)) is not None}
    if len(said) == 1:
        return said.pop()
    marked = [] if said else _marked(table)
    if marked:
        _ask(table, findings, _cells(marked))
        return 1.0
    if not said and {"vuo", "hoofdstuk"} <= set(table.heads.roles):
        findings.said.append(_PRESCRIBED)
        return 1.0
    _ask(table, findings, _units(said))
    return 1.0


_PRESCRIBED = Text(
    "het bestand noemt geen eenheid; gelezen als x € 1.000, wat de Rijksbegrotingsvoorschriften voor deze tabellen"
    " voorschrijven (anders: --eenheid)",
    "the file names no unit; read as x € 1,000, as the Rijksbegrotingsvoorschriften prescribe for these tables"
    " (otherwise: --eenheid)",
)


def _marked(table: RawTable) -> list[str]:
    """Return the cells with a euro sign or a unit, with their places, where not all amounts name their own unit."""
    found, own = [], True
    for row in table.rows:
        for column in table.heads.amounts:
            cell = row.cells[column.at] if column.at < len(row.cells) else None
            if column.unit is not None or cell is None or cell == "":
                continue
            text = cell if isinstance(cell, str) else ""
            own = own and (bool(text and read_numeral(text).unit) or not _amount(cell))
            if text and not f"{text[0]}{text[-1]}".isdigit():
                shows = bool(_MARKED.search(plain(text)))
            else:
                shows = (row.number, column.at) in table.grid.euros
            if shows and _amount(cell):
                sign = text[:30] or f"€ {row.text(column.at)}"
                found.append(f"{table.grid.spot(row.number, column.at, column.head)} '{sign}'")
    return [] if own else found


def _amount(cell: str | float) -> bool:
    """Return whether a cell holds an amount other than nothing."""
    if not isinstance(cell, str):
        return bool(cell)
    numeral = read_numeral(cell)
    return bool(numeral.value or numeral.readings) and not numeral.percent


def _cells(marked: list[str]) -> Text:
    listed = "; ".join(marked[:_NAMED]) + ("; …" if len(marked) > _NAMED else "")
    return Text(
        f"nergens een eenheid, wel bedragen met een euroteken of een eigen eenheid: {listed}",
        f"no unit anywhere, but amounts with a euro sign or a unit of their own: {listed}",
    )


def _notes(table: RawTable) -> Iterator[str]:
    """Yield the texts that stand alone in a row below the heads, such as a unit or a footnote."""
    for row in table.rows:
        texts = row.texts
        if len(texts) == 1 and not any(row.text(column.at) for column in table.heads.amounts):
            yield texts[0]


def _units(said: set[float]) -> Text:
    if not said:
        return Text("geen eenheid", "no unit")
    nl, en = (" en ".join(UNITS[unit].say(language) for unit in sorted(said)) for language in ("nl", "en"))
    return Text(nl, en)


def _ask(table: RawTable, findings: Findings, found: Text) -> None:
    heads = shown(" | ".join(column.head for column in table.heads.amounts))
    place = table.grid.place(table.heads.row)
    findings.issues.append(Issue("begroting-eenheid", place, {"columns": heads, "found": found}))
