"""Bills as tables: over the years, or at one moment per partij."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np

from model.bill.breakdown import BREAKDOWNS, Account, Bill, Part
from model.factors import Floats
from model.result import ALL, Result
from model.tables import ROUNDING, STRUCTUREEL, Line, Prices, Style, Table, budget_table, price_caption, price_factor
from model.text import Text, same

Moment = int | Literal["horizon", "structureel"]

TOGETHER = Text("samen", "together")
_ALL_PARTIES = Text("alle partijen samen", "all parties together")
_SHARE = Text("deel", "share")
RECONCILES = Text(
    "behoefte = geld via de routes + eigen middelen + tekort + wat nog niet kan worden gedaan − ingehaald werk",
    "need = money by route + own resources + shortfall + what cannot be done yet − work caught up",
)


def name_of(result: Result, partij: str) -> Text:
    """Return the name of a partij, or that of all together."""
    return _ALL_PARTIES if partij == ALL else same(result.plan.baseline.parties[partij].naam)


def years_table(result: Result, prices: Prices, kind: str, account: Account) -> Table:
    """Return a breakdown of one account as a budget table: years and the structural level."""
    told, made = BREAKDOWNS[kind]
    bill = made(result, account)
    lines = [Line(part.label, part.amounts, style, about=part.about) for part, style in _shown(bill)]
    who = name_of(result, account.partij)
    table = budget_table(result, prices, Text(f"{told.nl}: {who.nl}", f"{told.en}: {who.en}"), lines)
    return _noted(table, kind)


def moment_table(
    result: Result, prices: Prices, kind: str, found: Mapping[str, Account], partij: str, moment: Moment
) -> Table:
    """Return a breakdown at one moment: a column per partij and all together, or of one partij with its shares."""
    told, made = BREAKDOWNS[kind]
    when = moment_name(result, moment)
    if partij != ALL:
        lines = _one(result, prices, made(result, found[partij]), moment)
        heads: tuple[Text, ...] = (when, _SHARE)
        who = name_of(result, partij)
        title = Text(f"{told.nl}: {who.nl}, {when.nl}", f"{told.en}: {who.en}, {when.en}")
    else:
        order = [*(ident for ident in found if ident != ALL), ALL]
        lines = _many(result, prices, [made(result, found[ident]) for ident in order], moment)
        heads = (*(name_of(result, ident) for ident in order[:-1]), TOGETHER)
        title = Text(f"{told.nl}: {when.nl}", f"{told.en}: {when.en}")
    return _noted(Table(title, moment_caption(result, prices, moment), heads, tuple(lines), (ROUNDING,)), kind)


def _noted(table: Table, kind: str) -> Table:
    if kind != "route":
        return table
    return Table(table.title, table.caption, table.columns, table.lines, (RECONCILES, *table.notes))


def _shown(bill: Bill) -> list[tuple[Part, Style]]:
    parts: list[tuple[Part, Style]] = [(part, "part") for part in bill.parts if part.shown]
    return [*parts, (bill.total, "sum"), *((part, "plain") for part in bill.below if part.shown or bill.parts)]


def _one(result: Result, prices: Prices, bill: Bill, moment: Moment) -> list[Line]:
    whole = at_moment(result, prices, bill.total.amounts, moment)
    lines = []
    for part, style in _shown(bill):
        value = at_moment(result, prices, part.amounts, moment)
        share = value / whole if abs(whole) >= 1e-6 else np.nan
        lines.append(Line(part.label, np.array([value, share]), style, "amount", ("amount", "share"), about=part.about))
    return lines


def _many(result: Result, prices: Prices, bills: Sequence[Bill], moment: Moment) -> list[Line]:
    """Return the lines of the last bill (all together) beside those of the same key in every other; no line is 0."""
    lines = []
    for position, (part, style) in enumerate(_shown(bills[-1])):
        values = [_value(result, prices, bill, part.key, moment, last=bill is bills[-1]) for bill in bills]
        if style != "part" or position == 0 or part.always or np.any(np.abs(values) >= 0.5):
            lines.append(Line(part.label, np.array(values), style, "amount"))
    return lines


def _value(result: Result, prices: Prices, bill: Bill, key: str, moment: Moment, *, last: bool) -> float:
    found = next((part for part in (*bill.parts, bill.total, *bill.below) if part.key == key), None)
    if found is None:
        return np.nan if last else 0.0
    return at_moment(result, prices, found.amounts, moment)


def asked(result: Result, kind: str, found: Mapping[str, Account]) -> dict[str, list[tuple[str, ...]]]:
    """Return per line (by its Dutch label) what is asked when the figure of each partij is clicked, all the last."""
    order = [*(ident for ident in found if ident != ALL), ALL]
    bills = [BREAKDOWNS[kind][1](result, found[ident]) for ident in order]
    keys = {part.key: part.label.nl for part, _ in _shown(bills[-1])}
    by_key = [{part.key: part.about for part, _ in _shown(bill)} for bill in bills]
    return {label: [each.get(key, ()) for each in by_key] for key, label in keys.items()}


def at_moment(result: Result, prices: Prices, amounts: Floats, moment: Moment) -> float:
    """Return nominal amounts in the prices of a table: of a year, of the last one, or over the horizon."""
    shown = amounts / price_factor(result, prices)
    if moment == "horizon":
        return float(shown.sum())
    return float(shown[-1] if moment == "structureel" else shown[moment - result.years[0]])


def moment_name(result: Result, moment: Moment) -> Text:
    """Return what a moment is called."""
    if moment == "horizon":
        span = f"{result.years[0]}-{result.years[-1]}"
        return Text(f"{span} samen", f"{span} together")
    return STRUCTUREEL if moment == "structureel" else same(str(moment))


def moment_caption(result: Result, prices: Prices, moment: Moment) -> Text:
    """Return unit and prices, and over which years they are."""
    basis, when = price_caption(result, prices), moment_name(result, moment)
    if moment == "structureel":
        last = result.years[-1]
        when = Text(f"structureel: stand {last}", f"structural: level of {last}")
    return Text(f"{basis.nl}, {when.nl}", f"{basis.en}, {when.en}")
