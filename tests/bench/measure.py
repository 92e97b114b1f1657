"""Benchmarks that print ratios; nothing here passes or fails. `make bench` runs them all, `make bench PART=app` one.

Each figure is the fastest of several runs in this process; a speed claim is a ratio from one such run.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from bench.app import DEKKING, app
from bench.handwritten import flat_of, hand_written
from bench.uitvraag import uitvraag
from bench.workbooks import export

from model import batch, totals
from model.engine import run, run_many
from model.factors import Draws
from model.grid import Grid, grid_of
from model.io.open import open_scenarios
from model.io.shipped import shipped_dataset, shipped_scenarios
from model.ledger import Plan, open_plan

DRAWS = 100_000


def fastest(work: Callable[[], object], times: int = 5) -> float:
    """Return the shortest time that `work` took, seconds."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def random_draws(count: int) -> Draws:
    """Return draws of three parameters of the shipped dataset."""
    random = np.random.default_rng(2026)
    return {
        "kostenfactor": random.lognormal(0.264, 0.296, count),
        "volumegroei-digid": random.triangular(0, 0.03, 0.10, count),
        "beheerratio": random.triangular(0.05, 0.15, 0.25, count),
    }


def single_run() -> None:
    """Print the time of one run of the shipped dataset, in-process."""
    baseline, [(scenario, _)] = open_scenarios(shipped_dataset(), ["structureel"])
    kernel = batch.compiled()
    run(baseline, scenario, kernel)
    compiled = fastest(lambda: run(baseline, scenario, kernel), 50)
    plain = fastest(lambda: run(baseline, scenario, totals.sweep), 5)
    print(f"one run of the shipped dataset: {compiled * 1e3:.1f} ms compiled, {plain * 1e3:.1f} ms plain Python")


def many_draws() -> None:
    """Print the time of many draws against a hand-written compiled loop over the same arithmetic, one thread each."""
    plan = open_plan(open_scenarios(shipped_dataset(), [])[0])
    grid = grid_of(plan, draws=random_draws(DRAWS))
    kernel = batch.compiled()
    flat = flat_of(grid)
    batch.run_draws(replace(grid, draws=2), kernel, workers=1)
    theirs = hand_written(flat, 2)
    kernel_only = fastest(lambda: batch.run_draws(grid, kernel, workers=1), 2)
    by_hand = fastest(lambda: hand_written(flat, DRAWS), 2)
    whole = fastest(lambda: run_many(plan, random_draws(DRAWS), ["tekort"], workers=1), 1)
    ours = batch.run_draws(replace(grid, draws=2), kernel, workers=1).part("tekort").sum(axis=1)
    same = np.allclose(ours, theirs, rtol=1e-9)
    print(f"{DRAWS} draws, one thread: kernel {kernel_only:.1f} s, hand-written loop {by_hand:.1f} s")
    print(f"  same tekort: {same}")
    print(f"  ratio kernel / hand-written: {kernel_only / by_hand:.2f}")
    print(f"  ratio from parameters to indicator / hand-written: {whole / by_hand:.2f}")


def linear() -> None:
    """Print the cost per draw, year and cell for twice as many of each; 1.00 is linear."""
    kernel = batch.compiled()
    base = open_plan(open_scenarios(shipped_dataset(), [])[0])

    def cost(plan: Plan, count: int) -> float:
        grid: Grid = grid_of(plan, draws=random_draws(count))
        return fastest(lambda: batch.run_draws(grid, kernel, workers=1), 3)

    one = cost(base, 2000)
    print(f"cost per draw, 4000 against 2000 draws: {cost(base, 4000) / one / 2:.2f}")
    longer = open_plan(base.baseline, (base.horizon.first, base.horizon.last + len(base.horizon.years)))
    years = [len(plan.horizon.years) for plan in (longer, base)]
    print(f"cost per year, {years[0]} against {years[1]} years: {cost(longer, 2000) / one / 2:.2f}")
    doubled = doubled_posts(base)
    entries = [len(grid_of(plan).layout.entry_cell) for plan in (base, doubled)]
    print(
        f"cost per payable cell, {entries[1]} against {entries[0]}:"
        f" {cost(doubled, 2000) / one / (entries[1] / entries[0]):.2f}"
    )


def doubled_posts(plan: Plan) -> Plan:
    """Return a plan with every post twice."""
    twins = {f"{ident}-2": replace(post, id=f"{ident}-2") for ident, post in plan.posts.items()}
    series = {("kostenpost", f"{i}-2"): s for (kind, i), s in plan.series.items() if kind == "kostenpost"}
    last = {f"{ident}-2": year for ident, year in plan.last_given.items()}
    return replace(
        plan,
        posts={**plan.posts, **twins},
        series={**plan.series, **series},  # type: ignore[arg-type]
        last_given={**plan.last_given, **last},
    )


def shell() -> None:
    """Print the time of `dekking run` of all shipped scenarios from the shell, warm."""
    command = [*DEKKING, "run", *map(str, shipped_scenarios())]

    def work() -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603

    print(f"dekking run of {len(shipped_scenarios())} shipped scenarios and the baseline, warm: {fastest(work):.2f} s")


PARTS: Sequence[Callable[[], None]] = (single_run, many_draws, linear, shell, export, uitvraag, app)

if __name__ == "__main__":
    wanted = sys.argv[1:] or [part.__name__ for part in PARTS]
    for part in PARTS:
        if part.__name__ in wanted:
            part()
