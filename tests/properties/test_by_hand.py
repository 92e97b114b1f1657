"""A measure that changes what stands in a dataset gives the same result as the dataset changed by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from properties.budgets import amounts, budgets, fractions
from properties.test_identities import ALL_MONEY, thorough

from model.baseline import Baseline
from model.engine import run
from model.errors import Place
from model.measures import MEASURES
from model.measures.attributes import COLUMNS
from model.measures.fields import specs
from model.parameters import Parameter, ParameterRow
from model.scenario import Scenario, Step

YEARS = range(2024, 2032)
ONE = "een"  # a parameter whose value fits every column
KEYS = st.sampled_from(["rijk", "waterschappen", "samen"])

VALUES: dict[str, st.SearchStrategy[Any]] = {
    "volumegroei": st.floats(-0.2, 0.3),
    "kostenfactor": st.floats(0.5, 3),
    "beheerratio": fractions,
    "doorlooptijd": st.integers(1, 3),
    "levensduur": st.integers(1, 4),
    "doorschuif": fractions,
    "besparingsratio": fractions,
    "capaciteit": amounts,
    "compensatie": fractions,
    "eindejaarsmarge": fractions,
}
FOR_BEHEER = ("volumegroei", "sleutel_besparing")
FOR_SOURCES = ("compensatie", "eindejaarsmarge")
FOR_INVESTMENT = tuple(name for name in COLUMNS if name not in (*FOR_SOURCES, "volumegroei"))


def same_result(baseline: Baseline, by_hand: Baseline, soort: str, **fields: Any) -> None:
    """Check all but kadereffect, which compares with the dataset itself; `fields` as in a scenario file."""
    declared = specs(MEASURES[soort])
    read = {name: declared[name].kind.accept(value) for name, value in fields.items()}
    step = Step(Place("geval"), MEASURES[soort](**read))
    scenario: Scenario = replace(ALL_MONEY, steps=(step,))
    one, other = run(baseline, scenario), run(by_hand, ALL_MONEY)
    for ident, values in one.indicators.items():
        if ident != "kadereffect":
            np.testing.assert_array_equal(values, other.indicators[ident], err_msg=ident)
    for name, values in one.outcome._asdict().items():
        np.testing.assert_array_equal(values, getattr(other.outcome, name), err_msg=name)


@st.composite
def changes(draw: st.DrawFn, names: tuple[str, ...]) -> dict[str, Any]:
    chosen = draw(st.sets(st.sampled_from(names), min_size=1))
    return {
        name: draw(st.just("leeg") | (VALUES[name] | st.just(ONE) if name in VALUES else KEYS))
        for name in names
        if name in chosen
    }


def by_column(given_: dict[str, Any]) -> dict[str, Any]:
    return {name: None if value == "leeg" else value for name, value in given_.items()}


def with_one(baseline: Baseline) -> Baseline:
    row = ParameterRow(jaar=None, waarde=1.0, status="aanname", toelichting="x")
    one = Parameter(id=ONE, naam=ONE, eenheid="factor", rows=(row,))
    return replace(baseline, parameters={**baseline.parameters, ONE: one})


@thorough
@given(budgets(), st.data())
def test_kenmerk_of_posts(random: Baseline, data: st.DataObject) -> None:
    baseline = with_one(random)
    soort = data.draw(st.sampled_from(sorted({post.kostensoort for post in baseline.posts.values()})))
    new = data.draw(changes(FOR_BEHEER if soort == "beheer" else FOR_INVESTMENT))
    hand = {i: replace(p, **by_column(new)) if p.kostensoort == soort else p for i, p in baseline.posts.items()}
    same_result(baseline, replace(baseline, posts=hand), "kenmerk", betreft={"kostensoort": soort}, **new)


@thorough
@given(budgets(), st.data())
def test_kenmerk_of_sources(random: Baseline, data: st.DataObject) -> None:
    baseline = with_one(random)
    if not baseline.sources:
        return
    chosen = data.draw(st.sets(st.sampled_from(list(baseline.sources)), min_size=1))
    new = data.draw(changes(FOR_SOURCES))
    hand = {i: replace(s, **by_column(new)) if i in chosen else s for i, s in baseline.sources.items()}
    selection = {"dekkingsbron": sorted(chosen)}
    same_result(baseline, replace(baseline, sources=hand), "kenmerk", betreft=selection, **new)


@thorough
@given(budgets(), fractions, st.permutations(["rijk", "gemeenten", "waterschappen"]))
def test_aandelen(baseline: Baseline, share: float, parties: list[str]) -> None:
    shares = {parties[0]: share, parties[1]: 1 - share}
    by_hand = replace(baseline, keys={**baseline.keys, "samen": shares})
    same_result(baseline, by_hand, "aandelen", sleutel="samen", aandelen=shares)


growths = st.dictionaries(st.sampled_from(list(YEARS)), st.floats(-0.05, 0.1), min_size=1, max_size=3)


@thorough
@given(budgets(), growths, st.none() | growths)
def test_parameter_that_keeps_earlier_values(
    random: Baseline, new: dict[int, float], old: dict[int, float] | None
) -> None:
    """By hand: a value for every year, the old one in force before the first new year and the new one after."""
    index = random.parameters["index.prijs"]
    if old is not None:
        index = replace(index, rows=_rows(old))
    baseline = replace(random, parameters={"index.prijs": index})
    before = index.over(np.array(range(2000, 2032)))
    after = replace(index, rows=_rows(new)).over(np.array(range(2000, 2032)))
    values = {year: float(after[i] if year >= min(new) else before[i]) for i, year in enumerate(range(2000, 2032))}
    by_hand = replace(baseline, parameters={"index.prijs": replace(index, rows=_rows(values))})
    waarden = {str(year): value for year, value in new.items()}
    same_result(baseline, by_hand, "parameter", parameter="index.prijs", waarden=waarden, eerder_behouden=True)


def _rows(values: dict[int, float]) -> tuple[ParameterRow, ...]:
    return tuple(ParameterRow(jaar=y, waarde=values[y], status="aanname", toelichting="x") for y in sorted(values))
