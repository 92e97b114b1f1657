"""Two results side by side: levels and differences apart, the bridge, and what changed between datasets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from model.baseline import Dekkingsbron, Kostenpost
from model.bridge import Bridge, indicator_over
from model.factors import Floats
from model.indicators import INDICATORS
from model.ledger import Kind, Plan
from model.result import Result
from model.tables import PASSING, ROUNDING, STRUCTUREEL, Line, Prices, Table, Unit, adds_up, price_caption, shown_years
from model.text import Text, same

# The key figures that a comparison shows.
SHOWN = (
    "behoefte",
    "dekking",
    "tekort",
    "eigen_middelen",
    "dekkingsgraad",
    "vernieuwingsaandeel",
    "saldo_structurele_dekking",
    "terugval",
    "kadereffect",
)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a comparison: years that both results have, and the last one as structural level."""

    years: tuple[int, ...]
    last: int | None = None

    @property
    def heads(self) -> tuple[Text, ...]:
        """Return the column heads."""
        heads = tuple(same(str(year)) for year in self.years)
        return heads if self.last is None else (*heads, STRUCTUREEL)

    @property
    def picked(self) -> tuple[int, ...]:
        """Return the year of each column."""
        return self.years if self.last is None else (*self.years, self.last)


def shared_columns(a: Result, b: Result) -> Columns:
    """Return the years of B's window that both results have, or where there are none all that both have.

    The structural level is shown where both horizons end in the same year.
    """
    shared = [year for year in b.years if year in a.years]
    shown = [year for year in shown_years(b) if year in shared] or shared
    return Columns(tuple(shown), b.years[-1] if a.years[-1] == b.years[-1] else None)


def series_table(a: Plan, b: Plan, columns: Columns) -> Table:
    """Return the plan series that differ, B less A, as given (each at its own price level)."""
    lines = []
    for kind, ident in dict.fromkeys([*a.series, *b.series]):
        change = _planned(b, kind, ident, columns) - _planned(a, kind, ident, columns)
        if np.any(np.abs(change) >= 0.5):
            lines.append(Line(same(_name(a, b, kind, ident)), change, unit="amount"))
    title = Text("Planreeksen die verschillen: B min A", "Plan series that differ: B less A")
    return Table(title, _OWN_PRICES, columns.heads, tuple(lines))


_OWN_PRICES = Text("bedragen x € 1.000, elk in het eigen prijspeil", "amounts x € 1,000, each at its own price level")


def _planned(plan: Plan, kind: Kind, ident: str, columns: Columns) -> Floats:
    if (kind, ident) not in plan.series:
        return np.zeros(len(columns.picked))
    return plan.amounts(kind, ident)[[plan.horizon.at(year) for year in columns.picked]]


def _name(a: Plan, b: Plan, kind: Kind, ident: str) -> str:
    for plan in (b, a):
        owners: Mapping[str, Kostenpost | Dekkingsbron] = plan.posts if kind == "kostenpost" else plan.sources
        if ident in owners:
            return owners[ident].naam
    raise KeyError(ident)


def levels_table(a: Result, b: Result, prices: Prices, columns: Columns) -> Table:
    """Return key figures of both results, one below the other; levels only."""
    lines = []
    for ident in SHOWN:
        unit: Unit = "share" if INDICATORS[ident].unit == "aandeel" else "amount"
        for mark, result in (("A", a), ("B", b)):
            naam = INDICATORS[ident].naam
            label = Text(f"{naam.nl} · {mark}", f"{naam.en} · {mark}")
            lines.append(_line(label, ident, indicator_over(result, ident, columns.picked, prices), unit, columns))
    names = f"A: {a.scenario.naam}   B: {b.scenario.naam}"
    title = Text(f"{names} (standen)", f"{names} (levels)")
    return Table(title, price_caption(b, prices), columns.heads, tuple(lines))


def differences_table(a: Result, b: Result, prices: Prices, columns: Columns) -> Table:
    """Return B less A for the same key figures; differences only, those of shares in percentage points."""
    lines = []
    for ident in SHOWN:
        one, other = (indicator_over(result, ident, columns.picked, prices) for result in (a, b))
        share, naam = INDICATORS[ident].unit == "aandeel", INDICATORS[ident].naam
        label = Text(f"{naam.nl} (procentpunt)", f"{naam.en} (percentage points)") if share else naam
        lines.append(_line(label, ident, other - one, "points" if share else "amount", columns))
    title = Text("Verschil: B min A (mutaties)", "Difference: B less A (changes)")
    return Table(title, price_caption(b, prices), columns.heads, tuple(lines))


def _line(label: Text, ident: str, values: Floats, unit: Unit, columns: Columns) -> Line:
    """Return a line; what is of one year only has no structural level."""
    if ident in PASSING and columns.last is not None:
        values = np.append(values[:-1], np.nan)
    return Line(label, values, unit=unit)


def bridge_table(made: Bridge, b: Result, prices: Prices, columns: Columns) -> Table:
    """Return a bridge as a table: the level in A, what each step adds, the level in B."""
    indicator = INDICATORS[made.kerncijfer]
    picked = [made.years.index(year) for year in columns.picked] if made.years else [0]
    level, step = _BRIDGE_UNITS.get(indicator.unit, ("amount", "amount"))
    lines = [Line(Text("A (stand)", "A (level)"), made.start[picked], "part", level)]
    lines += [Line(effect.label, effect.values[picked], "part", step) for effect in made.effects]
    lines.append(Line(Text("B (stand)", "B (level)"), made.end[picked], "sum", level))
    title = Text(f"Brug van A naar B: {indicator.naam.nl}", f"Bridge from A to B: {indicator.naam.en}")
    heads = columns.heads if made.years else (Text("hele horizon", "whole horizon"),)
    notes = () if adds_up(lines) or level != "amount" else (ROUNDING,)
    return Table(title, bridge_caption(made.kerncijfer, b, prices), heads, tuple(lines), notes)


_BRIDGE_UNITS: Mapping[str, tuple[Unit, Unit]] = {
    "aandeel": ("share", "points"),
    "factor": ("factor", "factor"),
    "jaren": ("years", "years"),
}


def bridge_caption(ident: str, result: Result, prices: Prices) -> Text:
    """Return the unit and price basis of an indicator."""
    indicator = INDICATORS[ident]
    if indicator.unit == "aandeel":
        return Text("standen in procenten, stappen in procentpunt", "levels in percent, steps in percentage points")
    if indicator.unit != "k€":
        return Text("in jaren", "in years") if indicator.unit == "jaren" else Text("factor", "factor")
    if indicator.real:
        return _OWN_PRICES
    if ident == "contante_waarde_tekort":
        first = result.years[0]
        return Text(f"bedragen x € 1.000, prijzen {first}", f"amounts x € 1,000, prices of {first}")
    return price_caption(result, prices)


def changes_table(a: Plan, b: Plan, columns: Columns) -> Table:
    """Return what changed between two datasets (mutatietabel): per series level, change, level.

    Levels are the series as given, extended to the horizon by their verloop.
    """
    lines: list[Line] = []
    for kind, ident in dict.fromkeys([*a.series, *b.series]):
        before, after = (_planned(plan, kind, ident, columns) for plan in (a, b))
        if np.any(before != after):
            lines += [
                Line(same(_name(a, b, kind, ident)), np.full(len(before), np.nan), "head", "amount"),
                Line(Text("stand A", "level A"), before, "part", "amount"),
                Line(Text("mutatie", "change"), after - before, "part", "amount"),
                Line(Text("stand B", "level B"), after, "sum", "amount"),
            ]
    notes = () if adds_up(lines) else (ROUNDING,)
    names = f"{a.baseline.name} → {b.baseline.name}"
    title = Text(f"Mutatietabel: dataset {names}", f"Changes between datasets: {names}")
    return Table(title, _OWN_PRICES, columns.heads, tuple(lines), notes)
