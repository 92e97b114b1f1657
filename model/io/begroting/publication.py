"""Which publication a table is: its budget year and phase, as printed in its heads and titles, else as a person says.

What is printed stands: a person's year or phase fills in what is not, and selects where it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from model.errors import Issue, shown
from model.io.begroting.choice import Choice
from model.io.begroting.heads import AmountColumn
from model.io.begroting.lines import Findings
from model.io.begroting.phases import LATEST, fase_of, fasen_of, order, plain
from model.io.begroting.tables import RawTable

_YEAR = re.compile(r"\b(20\d\d|19\d\d)\b")
_FOR_YEAR = re.compile(
    r"\b(?:voor het jaar|begrotingsjaar|begroting(?:en)?(?: van)?(?: het)?(?: jaar)?) ((?:19|20)\d\d)\b"
)


def publication(table: RawTable, choice: Choice, findings: Findings) -> tuple[int | None, str | None]:
    """Return the budget year and phase of a table, asking what cannot be known; `None` where its rows say it."""
    roles, amounts = table.heads.roles, table.heads.amounts
    printed = {fase for text in table.above for fase in fasen_of(text)}
    chosen = choice.fase if choice.fase != LATEST else None
    fase = next(iter(printed)) if len(printed) == 1 else chosen or _latest(amounts)
    bare = "fase" not in roles and any(column.fase is None for column in amounts)
    if fase is None and bare:
        _ask(table, findings, "begroting-fase", {})
    if bare and len(printed) > 1 and chosen is not None and chosen not in printed:
        _contradicts(table, findings, "--fase", chosen, ", ".join(sorted(printed, key=order)))
    jaar = choice.begrotingsjaar
    if "begrotingsjaar" not in roles:
        years = _years(table, fase)
        jaar = next(iter(years)) if len(years) == 1 else jaar
        if jaar is None:
            _ask(table, findings, "begroting-jaar", {})
        elif years and jaar not in years:
            _contradicts(table, findings, "--begrotingsjaar", str(jaar), ", ".join(map(str, sorted(years))))
        _check(table, jaar, fase, findings)
    return jaar, fase


def _latest(amounts: Sequence[AmountColumn]) -> str | None:
    """Return the phase of a supplementary table, that of its last column that has one; `None` where that is unsure."""
    if not any(column.soort == "mutatie" for column in amounts):
        return None
    if any(column.soort == "mutatie" and column.fase is None for column in amounts):
        return None
    return next((column.fase for column in reversed(amounts) if column.fase is not None), None)


def _years(table: RawTable, fase: str | None) -> set[int]:
    """Return the budget years that a table may be of by what is printed: beside phases in its heads, or in its title.

    Years over which a phase was filled are no budget years; realisaties are of years before it, or of it.
    """
    amounts = [column for column in table.heads.amounts if column.soort == "stand"]
    heads = [(c.fase, c.jaar) for c in amounts if c.jaar is not None and c.fase and not (c.filled and c.fase != "JV")]
    planned = {year for phase, year in heads if phase != "JV"}
    many = {year for phase, year in heads if phase != "JV" and any(p == phase and y != year for p, y in heads)}
    if heads and all(column.jaar is not None and column.fase for column in amounts):
        return many or {max(year for _, year in heads)}
    own = {year for phase, year in heads if phase == fase}
    if fase == "JV" and own:
        return {max(own)}
    if own or planned:
        return own or planned
    named = {int(y) for text in table.above if fase_of(text) for y in _YEAR.findall(text)}
    named |= {int(found[1]) for text in table.above if (found := _FOR_YEAR.search(plain(text)))}
    return named


def _check(table: RawTable, jaar: int | None, fase: str | None, findings: Findings) -> None:
    """Ask where columns cannot be of the years and phases that they would get."""
    amounts = [column for column in table.heads.amounts if column.soort == "stand"]
    for at, column in enumerate(amounts):
        later = [c for c in amounts[at + 1 :] if c.fase not in (None, column.fase) and not c.filled]
        years = [c.jaar for c in later if c.jaar is not None]
        skips = column.filled and column.jaar is not None and bool(years) and min(years) > column.jaar
        undated = column.jaar is None and column.offset is None and column.fase is not None
        back = undated and any(c.jaar is None and order(c.fase or "") < order(column.fase or "") for c in later)
        future = column.fase is None and fase == "JV" and jaar is not None and (column.jaar or 0) > jaar
        early = column.fase is None and jaar is not None and (column.jaar or jaar) < jaar and _dated(amounts)
        if skips or back or future or early:
            place = table.grid.place(table.heads.row, column.at, column.head)
            findings.issues.append(Issue("begroting-kop-onzeker", place, {"found": shown(column.head)}))


def _dated(amounts: Sequence[AmountColumn]) -> bool:
    """Return whether some columns print both their year and their phase."""
    return any(column.jaar is not None and column.fase is not None for column in amounts)


def _contradicts(table: RawTable, findings: Findings, option: str, found: str, printed: str) -> None:
    values = {"option": option, "found": found, "printed": printed}
    findings.issues.append(Issue("begroting-weerspreekt", table.grid.place(table.heads.row), values))


def _ask(table: RawTable, findings: Findings, code: str, values: dict[str, object]) -> None:
    heads = [column.head for column in table.heads.amounts]
    found = {"columns": shown(" | ".join(heads)), **values}
    findings.issues.append(Issue(code, table.grid.place(table.heads.row), found))
