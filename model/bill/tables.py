"""Bills as tables: over the years, or at one moment per partij."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np

from model.bill.breakdown import BREAKDOWNS, VISIBLE, Account, Bill, Part
from model.explanation import share_of, together
from model.factors import Floats
from model.result import ALL, Result
from model.tables import (
    ROUNDING,
    STRUCTUREEL,
    Line,
    Prices,
    Style,
    Table,
    Years,
    budget_table,
    price_caption,
    price_factor,
)
from model.text import Text, same

Moment = int | Literal["horizon", "structureel"]

# k€; of less no shares are taken.
SMALLEST = 1e-6

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


def years_table(result: Result, prices: Prices, kind: str, account: Account, years: Years = "begroting") -> Table:
    """Return a breakdown of one account as a budget table: years and the structural level."""
    told, made = BREAKDOWNS[kind]
    bill = made(result, account)
    lines = [Line(part.label, part.amounts, style, about=part.about) for part, style in _shown(bill)]
    who = name_of(result, account.partij)
    table = budget_table(result, prices, Text(f"{told.nl}: {who.nl}", f"{told.en}: {who.en}"), lines, years)
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
    whole, of = at_moment(result, prices, bill.total.amounts, moment), _asked(bill.total, moment)
    lines = []
    for part, style in _shown(bill):
        value, about = at_moment(result, prices, part.amounts, moment), _asked(part, moment)
        share = value / whole if part.within and abs(whole) >= SMALLEST else np.nan
        abouts = (about, share_of(about, of) if part.within else ())
        lines.append(Line(part.label, np.array([value, share]), style, "amount", ("amount", "share"), abouts=abouts))
    return lines


def _many(result: Result, prices: Prices, bills: Sequence[Bill], moment: Moment) -> list[Line]:
    """Return the lines of the last bill (all together) beside those of the same key in every other; no line is 0."""
    lines = []
    for position, (part, style) in enumerate(_shown(bills[-1])):
        found = [_part(bill, part.key) for bill in bills]
        values = [np.nan if each is None else at_moment(result, prices, each.amounts, moment) for each in found]
        if style != "part" or position == 0 or part.always or np.any(np.abs(values) >= VISIBLE):
            abouts = tuple(() if each is None else _asked(each, moment) for each in found)
            lines.append(Line(part.label, np.array(values), style, "amount", abouts=abouts))
    return lines


def _part(bill: Bill, key: str) -> Part | None:
    return next((part for part in (*bill.parts, bill.total, *bill.below) if part.key == key), None)


def _asked(part: Part, moment: Moment) -> tuple[str, ...]:
    return together(part.about) if moment == "horizon" else part.about


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
