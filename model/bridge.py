"""The bridge from one scenario to another: what each measure adds to an indicator, in the declared order.

From A, its own measures are taken away from the last to the first; then dataset, horizon and what counts become those
of B; then B's own measures are added in order. Measures that both begin with stay. Effects sum to the difference.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from model.baseline import Baseline
from model.engine import run
from model.errors import InputError
from model.factors import Floats
from model.indicators import INDICATORS
from model.measures.measure import Measure
from model.result import Result
from model.scenario import Scenario, Step
from model.tables import Prices, in_prices
from model.text import Text, joined, same


@dataclass(frozen=True, slots=True)
class Case:
    """A scenario on a dataset."""

    baseline: Baseline
    scenario: Scenario


@dataclass(frozen=True, slots=True)
class Effect:
    """What one step of the bridge adds, per year of the bridge; `measure` is its cause, if it is a measure."""

    label: Text
    values: Floats
    measure: Measure | None = None


@dataclass(frozen=True, slots=True)
class Bridge:
    """An indicator in A, what each step adds, and the indicator in B; values per year of `years`.

    `years` is empty for an indicator over the horizon, which has one value.
    """

    kerncijfer: str
    years: tuple[int, ...]
    start: Floats
    effects: tuple[Effect, ...]
    end: Floats


def bridge(a: Case, b: Case, kerncijfer: str, prices: Prices = "lopend") -> Bridge:
    """Return the bridge from `a` to `b` for one indicator; amounts k€, nominal unless `prices` is constant.

    A step that cannot be worked out alone (a plan below zero, say) is taken together with the next.
    """
    first, last = run(a.baseline, a.scenario), run(b.baseline, b.scenario)
    years = () if one_value(kerncijfer) else tuple(y for y in first.years if y in last.years)
    before = start = indicator_over(first, kerncijfer, years, prices)
    end = indicator_over(last, kerncijfer, years, prices)
    effects: list[Effect] = []
    labels: list[tuple[Text, Measure | None]] = []
    for label, measure, case in _states(a, b):
        labels.append((label, measure))
        try:
            after = indicator_over(run(case.baseline, case.scenario), kerncijfer, years, prices)
        except InputError:
            continue
        effects.append(
            Effect(_together([text for text, _ in labels]), after - before, labels[-1][1] if len(labels) == 1 else None)
        )
        before, labels = after, []
    return Bridge(kerncijfer, years, start, tuple(_merged(effects)), end)


# The year of the first tekort is no amount: there is nothing that measures could add to it.
WITHOUT_BRIDGE = frozenset({"eerste_tekortjaar"})


def one_value(ident: str) -> bool:
    """Return whether an indicator has one value over the horizon; the largest terugval counts as one, its amount."""
    return INDICATORS[ident].horizon or ident == "grootste_terugval"


def indicator_over(result: Result, ident: str, years: Sequence[int], prices: Prices) -> Floats:
    """Return an indicator in the given years, or its one value over the horizon, shape (years,) or (1,)."""
    values = in_prices(result, ident, prices)
    if one_value(ident):
        return np.array([np.nanmax(values)])
    return values[[result.years.index(year) for year in years]]


def _states(a: Case, b: Case) -> list[tuple[Text, Measure | None, Case]]:
    """Return every step from A to B with the case after it."""
    common = _common(a.scenario.steps, b.scenario.steps)
    states: list[tuple[Text, Measure | None, Case]] = []
    case = a
    for at in range(len(a.scenario.steps) - 1, common - 1, -1):
        step = a.scenario.steps[at]
        case = Case(case.baseline, replace(case.scenario, steps=a.scenario.steps[:at]))
        label = Text(f"{_WITHOUT.nl}{step.cause}", f"{_WITHOUT.en}{step.cause}")
        states.append((label, step.measure, case))
    if b.baseline != a.baseline:
        case = Case(b.baseline, case.scenario)
        states.append((Text(f"dataset {b.baseline.name}", f"dataset {b.baseline.name}"), None, case))
    for name, text in _SETTINGS.items():
        value = getattr(b.scenario, name)
        if value != getattr(case.scenario, name):
            case = Case(case.baseline, replace(case.scenario, **{name: value}))
            states.append((text, None, case))
    for at in range(common, len(b.scenario.steps)):
        step = b.scenario.steps[at]
        case = Case(case.baseline, replace(case.scenario, steps=b.scenario.steps[: at + 1]))
        states.append((same(step.cause), step.measure, case))
    return states


_WITHOUT = Text("zonder: ", "without: ")
_SETTINGS = {
    "horizon": Text("andere horizon", "another horizon"),
    "telt_mee": Text("ander geld telt mee", "other money counts"),
    "begrotingsjaar": Text("ander begrotingsjaar", "another begrotingsjaar"),
}


def _common(a: Sequence[Step], b: Sequence[Step]) -> int:
    count = 0
    for one, other in zip(a, b, strict=False):
        if one.measure != other.measure:
            break
        count += 1
    return count


def _together(labels: Sequence[Text]) -> Text:
    return Text(joined([t.nl for t in labels], "nl"), joined([t.en for t in labels], "en"))


def _merged(effects: Sequence[Effect]) -> list[Effect]:
    """Return the effects with a measure of A and one of B about the same thing as one: what replacing it does.

    Where the two are equal, what is left is their interaction with the others.
    """
    merged: list[Effect] = []
    for effect in effects:
        at = next((i for i, e in enumerate(merged) if _replaces(e.measure, effect.measure)), None)
        if at is None:
            merged.append(effect)
        else:
            label = _replaced(merged[at], effect)
            merged[at] = Effect(label, merged[at].values + effect.values, effect.measure)
    return merged


def _replaces(one: Measure | None, other: Measure | None) -> bool:
    """Return whether two measures are of one soort about the same posts, sources, parameter or key."""
    if one is None or other is None or hasattr(one, "velden"):
        return one is not None and one == other
    return one.soort == other.soort and one.subject == other.subject


def _replaced(old: Effect, new: Effect) -> Text:
    if old.measure == new.measure:
        return Text(f"{new.label.nl} (in beide: wisselwerking)", f"{new.label.en} (in both: interaction)")
    removed = old.label.nl.removeprefix(_WITHOUT.nl), old.label.en.removeprefix(_WITHOUT.en)
    return Text(f"{removed[0]} → {new.label.nl}", f"{removed[1]} → {new.label.en}")
