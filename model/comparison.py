"""Two results side by side: inputs that differ, levels and differences apart, and what changed between datasets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields

import numpy as np

from model.baseline import Baseline, Dekkingsbron, Kostenpost
from model.bridge import Bridge, indicator_over
from model.factors import Floats
from model.indicators import INDICATORS
from model.ledger import Kind, Plan
from model.measures.description import described
from model.parameters import Parameter
from model.result import Result
from model.scenario import Scenario, Step
from model.tables import ROUNDING, Line, Prices, Table, Unit, adds_up, window
from model.text import Text, same

_SHOWN = (
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
_NOTHING = Text("niets: de invoer is gelijk", "nothing: the inputs are the same")


def input_differences(a: Result, b: Result) -> list[Text]:
    """Return in words which inputs differ between two results: settings, measures, attributes and parameters."""
    found = [*_settings(a, b), *_measures(a.scenario, b.scenario)]
    found += _attributes(a.plan.posts, b.plan.posts)
    found += _attributes(a.plan.sources, b.plan.sources)
    found += _parameters(a.plan.parameters, b.plan.parameters)
    return found or [_NOTHING]


def _settings(a: Result, b: Result) -> Iterator[Text]:
    pairs = (
        (same("dataset"), a.plan.baseline.name, b.plan.baseline.name),
        (same("horizon"), f"{a.years[0]}-{a.years[-1]}", f"{b.years[0]}-{b.years[-1]}"),
        (Text("telt mee", "counts"), ", ".join(a.scenario.counts), ", ".join(b.scenario.counts)),
        (same("begrotingsjaar"), str(a.begrotingsjaar), str(b.begrotingsjaar)),
    )
    for name, one, other in pairs:
        if one != other:
            yield Text(f"{name.nl}: {one} → {other}", f"{name.en}: {one} → {other}")


def _measures(a: Scenario, b: Scenario) -> Iterator[Text]:
    mine, theirs = ([step.measure for step in scenario.steps] for scenario in (a, b))
    for step in a.steps:
        if step.measure not in theirs:
            yield _only("A", step)
    for step in b.steps:
        if step.measure not in mine:
            yield _only("B", step)
    shared_a = [measure for measure in mine if measure in theirs]
    shared_b = [measure for measure in theirs if measure in mine]
    if shared_a != shared_b:
        yield Text("gedeelde maatregelen staan in een andere volgorde", "shared measures stand in another order")


def _only(mark: str, step: Step) -> Text:
    told = described(step.measure) if step.measure is not None else same(step.cause)
    return Text(f"alleen in {mark}: {told.nl}", f"only in {mark}: {told.en}")


def _attributes(
    a: Mapping[str, Kostenpost] | Mapping[str, Dekkingsbron], b: Mapping[str, Kostenpost] | Mapping[str, Dekkingsbron]
) -> Iterator[Text]:
    for ident in dict.fromkeys([*a, *b]):
        if ident not in b:
            yield Text(f"{ident}: alleen in A", f"{ident}: only in A")
        elif ident not in a:
            yield Text(f"{ident}: alleen in B", f"{ident}: only in B")
        else:
            for field in fields(a[ident]):
                one, other = getattr(a[ident], field.name), getattr(b[ident], field.name)
                if one != other:
                    yield same(f"{ident}, {field.name}: {_shown(one)} → {_shown(other)}")


def _shown(value: object) -> str:
    return (
        "|".join(map(str, value)) if isinstance(value, tuple) and value else "–" if value in (None, ()) else str(value)
    )


def _parameters(a: Mapping[str, Parameter], b: Mapping[str, Parameter]) -> Iterator[Text]:
    for ident in dict.fromkeys([*a, *b]):
        one, other = (_values(found.get(ident)) for found in (a, b))
        if one != other:
            yield Text(f"parameter {ident}: {one} → {other}", f"parameter {ident}: {one} → {other}")


def _values(parameter: Parameter | None) -> str:
    if parameter is None:
        return "–"
    if not parameter.by_year:
        return f"{parameter.value:g}"
    return ", ".join(f"{row.jaar}: {row.waarde:g}" for row in parameter.rows)


def series_table(a: Plan, b: Plan, years: Sequence[int]) -> Table:
    """Return the plan series that differ, B less A, as given (each at its own price level)."""
    lines = []
    for kind, ident in dict.fromkeys([*a.series, *b.series]):
        change = _planned(b, kind, ident, years) - _planned(a, kind, ident, years)
        if np.any(np.abs(change) >= 0.5):
            lines.append(Line(same(_name(a, b, kind, ident)), change))
    title = Text("Planreeksen die verschillen: B min A", "Plan series that differ: B less A")
    return Table(title, _OWN_PRICES, _heads(years), tuple(lines))


_OWN_PRICES = Text(
    "bedragen x € 1.000, elk in het eigen prijspeil; mutaties",
    "amounts x € 1,000, each at its own price level; changes",
)


def _planned(plan: Plan, kind: Kind, ident: str, years: Sequence[int]) -> Floats:
    if (kind, ident) not in plan.series:
        return np.zeros(len(years))
    return plan.amounts(kind, ident)[[plan.horizon.at(year) for year in years]]


def _name(a: Plan, b: Plan, kind: Kind, ident: str) -> str:
    for plan in (b, a):
        owners: Mapping[str, Kostenpost | Dekkingsbron] = plan.posts if kind == "kostenpost" else plan.sources
        if ident in owners:
            return owners[ident].naam
    raise KeyError(ident)


def _heads(years: Sequence[int]) -> tuple[Text, ...]:
    return tuple(same(str(year)) for year in years)


def shared_years(a: Result, b: Result) -> list[int]:
    """Return the years of B's window that both results have, or where there are none all that both have."""
    shared = [year for year in b.years if year in a.years]
    return [year for year in window(b, "lopend").years if year in shared] or shared


def levels_table(a: Result, b: Result, prices: Prices) -> Table:
    """Return key figures of both results, one below the other; levels only."""
    years, lines = shared_years(a, b), []
    for ident in _SHOWN:
        unit: Unit = "share" if INDICATORS[ident].unit == "aandeel" else "number"
        for mark, result in (("A", a), ("B", b)):
            naam = INDICATORS[ident].naam
            label = Text(f"{naam.nl} · {mark}", f"{naam.en} · {mark}")
            lines.append(Line(label, indicator_over(result, ident, years, prices), unit=unit))
    names = f"A: {a.scenario.naam}   B: {b.scenario.naam}"
    title = Text(f"{names} (standen)", f"{names} (levels)")
    return Table(title, window(b, prices).caption, _heads(years), tuple(lines))


def differences_table(a: Result, b: Result, prices: Prices) -> Table:
    """Return B less A for the same key figures; differences only."""
    years, lines = shared_years(a, b), []
    for ident in _SHOWN:
        if INDICATORS[ident].unit != "aandeel":
            change = indicator_over(b, ident, years, prices) - indicator_over(a, ident, years, prices)
            lines.append(Line(INDICATORS[ident].naam, change, unit="number"))
    title = Text("Verschil: B min A (mutaties)", "Difference: B less A (changes)")
    return Table(title, window(b, prices).caption, _heads(years), tuple(lines))


def bridge_table(made: Bridge, years: Sequence[int], caption: Text) -> Table:
    """Return a bridge as a table: the level in A, what each step adds, the level in B."""
    indicator = INDICATORS[made.kerncijfer]
    picked = [made.years.index(year) for year in years] if made.years else [0]
    unit: Unit = {"aandeel": "share", "jaar": "year"}.get(indicator.unit, "number")  # type: ignore[assignment]
    lines = [Line(Text("A (stand)", "A (level)"), made.start[picked], "part", unit)]
    lines += [Line(effect.label, effect.values[picked], "part", unit) for effect in made.effects]
    lines.append(Line(Text("B (stand)", "B (level)"), made.end[picked], "sum", unit))
    title = Text(f"Brug van A naar B: {indicator.naam.nl}", f"Bridge from A to B: {indicator.naam.en}")
    heads = _heads(years) if made.years else (Text("horizon", "horizon"),)
    notes = () if adds_up(lines) or unit != "number" else (ROUNDING,)
    return Table(title, caption, heads, tuple(lines), notes)


def changes_table(a: Baseline, b: Baseline, years: Sequence[int]) -> Table:
    """Return what changed between two datasets (mutatietabel): per series level, change, level, as given."""
    lines: list[Line] = []
    for ours, theirs, owners in (
        (a.post_series, b.post_series, {**a.posts, **b.posts}),
        (a.source_series, b.source_series, {**a.sources, **b.sources}),
    ):
        for ident in owners:
            before, after = (_given(series.get(ident, ()), years) for series in (ours, theirs))
            if np.any(before != after):
                lines += [
                    Line(same(owners[ident].naam), np.full(len(years), np.nan), "head"),
                    Line(Text("stand A", "level A"), before, "part"),
                    Line(Text("mutatie", "change"), after - before, "part"),
                    Line(Text("stand B", "level B"), after, "sum"),
                ]
    notes = () if adds_up(lines) else (ROUNDING,)
    title = Text(f"Mutatietabel: dataset {a.name} → {b.name}", f"Changes: dataset {a.name} → {b.name}")
    return Table(title, _OWN_PRICES, _heads(years), tuple(lines), notes)


def _given(amounts: Sequence[object], years: Sequence[int]) -> Floats:
    by_year = {amount.jaar: amount.bedrag for amount in amounts}  # type: ignore[attr-defined]
    return np.array([by_year.get(year, 0.0) for year in years])
