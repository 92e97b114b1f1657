"""Where figures come from: the explained figure is the one in the table, and its parts lead to it, all the way down."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import pytest
import willekeurig

from model import explanation
from model.engine import run, run_plan
from model.explanation import About, Explanation, explain
from model.io.open import open_scenarios
from model.io.shipped import shipped_dataset, shipped_scenarios
from model.overviews import key_tables
from model.result import Result
from model.tables import Line, Prices, window

PRICES: tuple[Prices, ...] = ("constant", "lopend")
SEEDS = range(6)
DEEP = 3
FOLLOWED = 1  # the column of a table whose parts are followed all the way down; the structural one too


def close(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=1e-6, abs_tol=1e-6) or (math.isnan(one) and math.isnan(other))


def reconciles(said: Explanation, where: object) -> None:
    """Check that every block leads to its total, and those of the first heading to the figure itself."""
    assert said.blocks, where
    for block in said.blocks:
        if block.total is not None and not math.isnan(block.total.value):
            assert close(block.worked_out(), block.total.value), (where, block)
            running = 0.0
            for position, term in enumerate(block.terms):
                if term.op == "=":
                    running = type(block)(block.title, block.terms[:position]).worked_out()
                    assert close(running, term.value), (where, term)
    first = said.blocks[0].total
    assert first is None or close(first.value, said.value), where


def asked_lines(result: Result, prices: Prices) -> Iterator[tuple[Line, list[int]]]:
    shown = window(result, prices)
    years = [*shown.years, result.years[-1]]
    for table in key_tables(result, prices):
        for line in table.lines:
            if line.about:
                yield line, years


def followed(result: Result, said: Explanation, prices: Prices, seen: set[tuple[About, int]], depth: int) -> None:
    """Check every part that can be asked about: it has the value it showed, and follows from its own parts."""
    for block in said.blocks:
        for term in block.terms:
            if not term.about or term.year is None or depth == 0 or (term.about, term.year) in seen:
                continue
            seen.add((term.about, term.year))
            found = explain(result, term.about, term.year, prices)
            assert found is not None, term
            assert close(found.value, term.value), (said.about, term, found)
            reconciles(found, (said.about, term))
            followed(result, found, prices, seen, depth - 1)


def check(result: Result) -> None:
    for prices in PRICES:
        seen: set[tuple[About, int]] = set()
        for line, years in asked_lines(result, prices):
            explained = {year: explain(result, line.about, year, prices) for year in result.years}
            for year, said in explained.items():
                assert said is not None, line.about
                reconciles(said, (line.about, year, prices))
            for column, year in enumerate(years):
                if math.isnan(line.values[column]):
                    continue
                said = explained[year]
                assert said is not None
                assert close(said.value, float(line.values[column])), (line.about, year, prices)
                if column in (FOLLOWED, len(years) - 1):
                    followed(result, said, prices, seen, DEEP)


@pytest.mark.parametrize("seed", SEEDS)
def test_parts_lead_to_every_figure_of_random_budgets(seed: int, tmp_path: Path) -> None:
    data, scenarios = willekeurig.maak(seed, tmp_path / "dataset")
    baseline, planned = open_scenarios(data, scenarios)
    for result in (run(baseline), *(run_plan(plan, scenario) for scenario, plan in planned)):
        check(result)


@pytest.fixture(scope="module")
def shipped() -> list[Result]:
    baseline, planned = open_scenarios(shipped_dataset(), shipped_scenarios())
    return [run(baseline), *(run_plan(plan, scenario) for scenario, plan in planned)]


def test_parts_lead_to_every_figure_that_ships(shipped: list[Result]) -> None:
    check(shipped[0])
    check(shipped[-1])


def test_what_stands_at_its_own_price_level_says_so_in_either_prices(shipped: list[Result]) -> None:
    result = shipped[-1]
    post = next(post.id for post in result.plan.posts.values() if post.investering)
    for quantity in ("plan", "achterstand", "geleverd"):
        told = [explain(result, ("kostenpost", post, quantity), 2027, prices) for prices in ("constant", "lopend")]
        assert told[0] is not None
        assert told[1] is not None
        assert told[0].value == told[1].value
        assert "eigen prijspeil" in told[0].caption.nl
        assert told[0].caption == told[1].caption


def test_the_backlog_at_the_end_is_asked_on_and_names_the_backlog_at_its_own_price_level(shipped: list[Result]) -> None:
    result, about = shipped[-1], ("kerncijfer", "achterstand_einde", "")
    last = result.years[-1]
    for prices in PRICES:
        said, real = (explain(result, each, last, prices) for each in (about, ("kerncijfer", "achterstand", "")))
        assert said is not None
        assert real is not None
        assert said.when is not None
        assert said.when.nl == f"eind {last}"
        reconciles(said, about)
        followed(result, said, prices, set(), DEEP)
        assert all(term.about for block in said.blocks for term in block.terms)
        assert close(said.blocks[-1].terms[0].value, real.value)
        assert close(real.blocks[-1].terms[0].value, said.value)
        assert "reëel" in said.blocks[-1].terms[0].label.nl


def test_only_what_is_no_figure_has_no_answer_and_errors_surface(
    shipped: list[Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert explain(shipped[0], ("kerncijfer", "tekort", "", "te veel"), 2027, "lopend") is None
    assert explain(shipped[0], ("partij", "gemeenten"), 2027, "lopend") is None

    def broken(*_: object) -> Explanation:
        raise KeyError("a fault of ours")

    monkeypatch.setitem(explanation._ANSWERS, "kerncijfer", broken)
    with pytest.raises(KeyError, match="a fault of ours"):
        explain(shipped[0], ("kerncijfer", "tekort", ""), 2027, "lopend")
