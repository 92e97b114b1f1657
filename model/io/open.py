"""Open a dataset and scenario files together: everything a command computes on, or all that is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from model.baseline import Baseline
from model.errors import InputError, Issue, Place, shown
from model.io.dataset import read_dataset
from model.io.scenario_file import read_scenario
from model.io.shipped import shipped_scenarios
from model.ledger import Plan, open_plan
from model.scenario import Scenario, apply_steps, negative_issues


def open_scenarios(
    folder: Path, files: Sequence[str | Path], *, one_name_each: bool = True
) -> tuple[Baseline, list[tuple[Scenario, Plan]]]:
    """Return the dataset in `folder` and each scenario with its plan on it.

    A file that does not exist but has the name of a shipped scenario is that one. Raises `InputError` with the
    mistakes of the dataset, or else with those of all scenarios together; two of one name are a mistake where they
    are to stand in one file.
    """
    baseline = read_dataset(folder)
    planned = [planned_scenario(baseline, located(Path(file))) for file in files]
    issues = [issue for _, _, found in planned for issue in found]
    if one_name_each:
        issues += double_names([scenario for scenario, _, _ in planned])
    if issues:
        raise InputError(issues)
    return baseline, [(scenario, plan) for scenario, plan, _ in planned]


def located(path: Path) -> Path:
    """Return `path`, or the shipped scenario of that name where no such file exists."""
    if path.exists():
        return path
    shipped = {file.stem: file for file in shipped_scenarios()}
    return shipped.get(path.name, path)


def planned_scenario(baseline: Baseline, path: Path) -> tuple[Scenario, Plan, list[Issue]]:
    """Return a scenario, its plan as far as it could be made, and what is wrong with either."""
    scenario, issues = read_scenario(path)
    plan, wrong = apply_steps(open_plan(baseline, scenario.horizon, scenario.counts), scenario.steps)
    issues = [*issues, *wrong]
    return scenario, plan, issues or negative_issues(plan, scenario)


def double_names(scenarios: Sequence[Scenario]) -> list[Issue]:
    """Return an issue for each scenario whose name an earlier one has."""
    seen: dict[str, str] = {}
    issues = []
    for scenario in scenarios:
        if scenario.naam in seen:
            values = {"found": shown(scenario.naam), "other": seen[scenario.naam]}
            issues.append(Issue("naam-dubbel", Place(scenario.file, path="naam"), values))
        seen.setdefault(scenario.naam, scenario.file)
    return issues
