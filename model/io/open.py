"""Open a dataset and scenario files together: everything a command computes on, or all that is wrong with it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from model.baseline import Baseline
from model.errors import InputError, Issue, Place, known, shown
from model.io.dataset import read_dataset
from model.io.scenario_file import read_scenario
from model.io.shipped import shipped_scenarios
from model.io.text_files import exists
from model.ledger import Plan, open_plan
from model.scenario import BASELINE_SCENARIO, BASIS, Scenario, apply_steps, negative_issues


def open_scenarios(
    folder: Path, files: Sequence[str | Path], *, one_name_each: bool = True
) -> tuple[Baseline, list[tuple[Scenario, Plan]]]:
    """Return the dataset in `folder` and each scenario with its plan on it.

    A file that does not exist but has the name of a shipped scenario is that one; `basis` is the baseline itself
    where scenarios are only compared. Raises `InputError` with the
    mistakes of the dataset, or else with those of all scenarios together; two of one name are a mistake where they
    are to stand in one file.
    """
    baseline = read_dataset(folder)
    planned = [_opened(baseline, Path(file), baseline_too=not one_name_each) for file in files]
    issues: list[Issue] = []
    for _, _, found in planned:
        issues += [issue for issue in found if issue not in issues]  # a shared basis is read more than once
    if one_name_each:
        issues += double_names([scenario for scenario, _, _ in planned if "naam" not in scenario.unread])
    if issues:
        raise InputError(issues)
    return baseline, [(scenario, plan) for scenario, plan, _ in planned]


def _opened(baseline: Baseline, path: Path, *, baseline_too: bool) -> tuple[Scenario, Plan, list[Issue]]:
    if baseline_too and str(path) == BASIS and not path.exists():
        return BASELINE_SCENARIO, open_plan(baseline), []
    found = located(path)
    if exists(found):
        return planned_scenario(baseline, found)
    names = [file.stem for file in shipped_scenarios()] + ([BASIS] if baseline_too else [])
    issue = Issue("scenario-onbekend", Place(str(path)), {"expected": known(names, path.stem, limit=len(names))})
    unread = Scenario(naam=path.stem, file=str(path), unread=frozenset({"naam", "basis"}))
    return unread, open_plan(baseline), [issue]


def located(path: Path) -> Path:
    """Return `path`, or the shipped scenario of that name where no such file exists."""
    if exists(path):
        return path
    shipped = {file.stem: file for file in shipped_scenarios()}
    return shipped.get(path.name, path)


def planned_scenario(baseline: Baseline, path: Path) -> tuple[Scenario, Plan, list[Issue]]:
    """Return a scenario, its plan as far as it could be made, and what is wrong with either."""
    scenario, issues = read_scenario(path)
    plan, wrong = apply_steps(open_plan(baseline, scenario.horizon, scenario.counts), scenario.steps)
    issues = [*issues, *(issue for issue in wrong if _proven(issue, scenario))]
    order = {(step.place.file, step.place.path): number for number, step in enumerate(scenario.steps)}
    issues.sort(key=lambda issue: order.get((issue.place.file, issue.place.path.partition(" · ")[0]), -1))
    return scenario, plan, issues or negative_issues(plan, scenario)


def _proven(issue: Issue, scenario: Scenario) -> bool:
    """Return whether an issue stands by itself: not where a basis or the horizon could not be read."""
    return "basis" not in scenario.unread and ("horizon" not in scenario.unread or issue.code != "jaar-buiten-horizon")


def double_names(scenarios: Sequence[Scenario]) -> list[Issue]:
    """Return an issue for each scenario whose name an earlier one has, or that is an earlier one."""
    seen: dict[str, str] = {}
    issues = []
    for scenario in scenarios:
        if os.path.realpath(scenario.file) == os.path.realpath(seen.get(scenario.naam, os.devnull)):
            issues.append(Issue("scenario-dubbel", Place(scenario.file)))
        elif scenario.naam in seen:
            values = {"found": shown(scenario.naam), "other": seen[scenario.naam]}
            issues.append(Issue("naam-dubbel", Place(scenario.file, path="naam"), values))
        seen.setdefault(scenario.naam, scenario.file)
    return issues
