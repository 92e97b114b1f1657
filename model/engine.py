"""The engine: a baseline and a scenario in, a result out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from model.baseline import Baseline
from model.batch import SMALL, Kernel, Sums, run_draws, run_one, same_layout, stack
from model.factors import Draws, Floats
from model.grid import grid_of
from model.indicators import INDICATORS, evaluate
from model.ledger import Plan
from model.result import Result
from model.scenario import BASELINE_SCENARIO, Scenario, plan_of


def run(baseline: Baseline, scenario: Scenario = BASELINE_SCENARIO, kernel: Kernel | None = None) -> Result:
    """Return the result of `scenario` on `baseline`; without a scenario that of the baseline itself.

    Raises `InputError` with everything that is wrong with the scenario's measures.
    """
    return run_plan(plan_of(baseline, scenario), scenario, kernel)


def run_plan(plan: Plan, scenario: Scenario, kernel: Kernel | None = None) -> Result:
    """Return the result of a plan; `scenario` gives its name and begrotingsjaar."""
    grid = grid_of(plan, scenario.begrotingsjaar)
    outcome, sums = run_one(grid, kernel)
    return Result(
        scenario=scenario,
        plan=plan,
        grid=grid,
        outcome=outcome,
        indicators={ident: values[0] for ident, values in evaluate(sums, grid.context).items()},
    )


def in_year(result: Result, begrotingsjaar: int) -> Result:
    """Return the same result with another begrotingsjaar, so that constant prices are those of one year."""
    if result.begrotingsjaar == begrotingsjaar:
        return result
    return run_plan(result.plan, replace(result.scenario, begrotingsjaar=begrotingsjaar))


def may_compile(plans: Sequence[Plan]) -> bool:
    """Return whether a plan may be so large that its kernel is compiled, which takes a while the first time."""
    sizes = (
        len(plan.posts) * len(plan.baseline.parties) * len(plan.sources) * len(plan.horizon.simulated) for plan in plans
    )
    return any(size > SMALL for size in sizes)


def run_many(
    plan: Plan,
    draws: Draws,
    ids: Sequence[str] = tuple(INDICATORS),
    begrotingsjaar: int | None = None,
    block: int = 4096,
    workers: int | None = None,
) -> dict[str, Floats]:
    """Return indicators of `plan` for every draw of its parameters, shape (draw, group, year) or (draw, group).

    `draws` gives per parameter an array of values (for one with values per year: of deviations). Draws are worked out
    `block` at a time; results depend on neither block nor workers. Raises `ValueError` where the arrays differ in
    length.
    """
    lengths = {len(values) for values in draws.values()}
    if len(lengths) != 1:
        raise ValueError("draws must be arrays of one length")
    parts: list[dict[str, Floats]] = []
    for first in range(0, lengths.pop(), block):
        part = {ident: values[first : first + block] for ident, values in draws.items()}
        grid = grid_of(plan, begrotingsjaar, part)
        parts.append(dict(evaluate(run_draws(grid, workers=workers), grid.context, tuple(ids))))
    return {ident: np.concatenate([part[ident] for part in parts]) for ident in ids}


def run_plans(plans: Sequence[Plan], ids: Sequence[str], begrotingsjaar: int | None = None) -> list[dict[str, Floats]]:
    """Return indicators of each plan; plans with the same cells, sources and turns are worked out as one batch."""
    grids = [grid_of(plan, begrotingsjaar) for plan in plans]
    done: list[dict[str, Floats]] = [{} for _ in grids]
    waiting = list(range(len(grids)))
    while waiting:
        alike = [i for i in waiting if same_layout(grids[waiting[0]], grids[i])]
        sums = run_draws(stack([grids[i] for i in alike]))
        for row, i in enumerate(alike):
            one = Sums(sums.sums[row : row + 1], sums.money[row : row + 1])
            values = evaluate(one, grids[i].context, tuple(ids))
            done[i] = {ident: np.asarray(value[0]) for ident, value in values.items()}
        waiting = [i for i in waiting if i not in alike]
    return done
