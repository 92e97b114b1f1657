"""One draw or many, compiled or not, one thread or more: results are the same (1e-12 relative)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from properties.budgets import budgets
from properties.test_identities import ALL_MONEY

from model import batch, totals
from model.baseline import Baseline
from model.engine import run_many, run_plans
from model.grid import grid_of
from model.indicators import INDICATORS
from model.io.dataset import read_dataset
from model.io.open import open_scenarios
from model.io.shipped import shipped_dataset
from model.ledger import Plan, open_plan
from model.scenario import plan_of

DRAWS = 37


@pytest.fixture(scope="module")
def plan() -> Plan:
    return open_plan(read_dataset(shipped_dataset()))


@pytest.fixture(scope="module")
def draws() -> dict[str, np.ndarray]:
    random = np.random.default_rng(2026)
    return {
        "kostenfactor": random.lognormal(0.26, 0.3, DRAWS),
        "volumegroei-digid": random.uniform(0, 0.1, DRAWS),
        "beheerratio": random.uniform(0.05, 0.25, DRAWS),
        "levensduur": random.integers(5, 15, DRAWS).astype(float),
        "index.lpo": random.normal(0, 0.01, DRAWS),
    }


@settings(max_examples=25, deadline=None)
@given(budgets())
def test_compiled_is_the_plain_kernel(baseline: Baseline) -> None:
    grid = grid_of(plan_of(baseline, ALL_MONEY))
    plain_outcome, plain_sums = batch.run_one(grid, totals.sweep)
    outcome, sums = batch.run_one(grid, batch.compiled())
    for name, expected in plain_outcome._asdict().items():
        np.testing.assert_allclose(getattr(outcome, name), expected, rtol=1e-12, atol=0, err_msg=name)
    np.testing.assert_allclose(sums.sums, plain_sums.sums, rtol=1e-12, atol=0)


def test_draws_do_not_depend_on_block_or_threads(plan: Plan, draws: dict[str, np.ndarray]) -> None:
    reference = run_many(plan, draws, block=DRAWS, workers=1)
    for block, workers in ((1, 1), (5, 2), (DRAWS, 3)):
        again = run_many(plan, draws, block=block, workers=workers)
        for ident, expected in reference.items():
            np.testing.assert_array_equal(again[ident], expected, err_msg=ident)


def test_a_draw_is_the_run_with_those_parameters(plan: Plan, draws: dict[str, np.ndarray]) -> None:
    many = run_many(plan, draws)
    for at in (0, DRAWS - 1):
        parameters = dict(plan.parameters)
        for ident, values in draws.items():
            old = plan.parameters[ident]
            shift = old.by_year
            rows = tuple(replace(r, waarde=float(values[at]) + (r.waarde if shift else 0.0)) for r in old.rows)
            parameters[ident] = replace(old, rows=rows)
        # The baseline of kadereffect is drawn along, so it is left out here.
        single = run_plans([replace(plan, parameters=parameters)], list(INDICATORS))[0]
        for ident in INDICATORS:
            if ident != "kadereffect":
                np.testing.assert_allclose(many[ident][at], single[ident], rtol=1e-12, atol=1e-9, err_msg=ident)


def test_plans_in_a_batch_are_the_plans_one_by_one() -> None:
    names = ["basis", "structureel", "herijking-toegang", "binnen-bestaande-begroting", "kasschuif"]
    _, planned = open_scenarios(shipped_dataset(), names, one_name_each=False)
    plans = [made for _, made in planned]
    together = run_plans(plans, ["tekort", "kadereffect"])
    for one, expected in zip(plans, together, strict=True):
        alone = run_plans([one], ["tekort", "kadereffect"])[0]
        for ident in alone:
            np.testing.assert_allclose(alone[ident], expected[ident], rtol=1e-12, atol=1e-9)


def test_draws_of_different_length_are_refused(plan: Plan) -> None:
    with pytest.raises(ValueError, match="one length"):
        run_many(plan, {"kostenfactor": np.ones(2), "beheerratio": np.ones(3)})
