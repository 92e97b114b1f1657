"""A scenario: an ordered list of measures on a baseline, and the plan it leads to.

Source: model, section 1; contract, section 2.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from model.baseline import Baseline
from model.errors import InputError, Issue, Place, Problem
from model.ledger import Plan, open_plan
from model.measures import Measure
from model.measures.measure import field_problems
from model.words import BASELINE_COUNTS

BASIS = "basis"


@dataclass(frozen=True, slots=True)
class Step:
    """One measure of a scenario and where it stands; `unread` ones could not be read and are passed over.

    `adds` is the id of the post or source that an unread measure would have added.
    """

    place: Place
    measure: Measure | None
    adds: str = ""

    @property
    def cause(self) -> str:
        """Return what the measure's mutations are posted under: its name, else its place in the list."""
        if self.measure is not None and self.measure.naam:
            return self.measure.naam
        return self.place.path


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A scenario with the measures of its basis first; what it leaves out is that of its basis, else `None`."""

    naam: str
    file: str = ""
    omschrijving: str | None = None
    status: str | None = None
    datum: str | None = None
    auteur: str | None = None
    begrotingsjaar: int | None = None
    horizon: tuple[int, int] | None = None
    telt_mee: tuple[str, ...] | None = None
    steps: tuple[Step, ...] = ()

    @property
    def counts(self) -> tuple[str, ...]:
        """Return the besluitstatussen whose money counts."""
        return BASELINE_COUNTS if self.telt_mee is None else self.telt_mee


BASELINE_SCENARIO = Scenario(naam=BASIS)


def plan_of(baseline: Baseline, scenario: Scenario) -> Plan:
    """Return the plan after all measures; raise `InputError` with everything that is wrong with them."""
    plan, issues = apply_steps(open_plan(baseline, scenario.horizon, scenario.counts), scenario.steps)
    issues = issues or negative_issues(plan, scenario)
    if issues:
        raise InputError(issues)
    return plan


def apply_steps(plan: Plan, steps: tuple[Step, ...]) -> tuple[Plan, list[Issue]]:
    """Return the plan after the measures that can be applied, and the issues of those that cannot."""
    issues: list[Issue] = []
    for step in steps:
        if step.measure is None:
            plan = replace(plan, lost=plan.lost | {step.adds})
            continue
        problems = [*field_problems(step.measure, plan), *step.measure.problems(plan)]
        if problems:
            issues += [placed(problem, step.place) for problem in problems]
            plan = replace(plan, lost=plan.lost | {added(step.measure)})
        else:
            plan = step.measure.apply(plan, step.cause)
    return plan, issues


def added(measure: Measure) -> str:
    """Return the id of the post or source that a measure adds, or nothing."""
    velden = getattr(measure, "velden", {})
    return str(velden.get("id", ""))


def placed(problem: Problem, place: Place) -> Issue:
    """Return a problem of one field as an issue at its place in the file."""
    path = " · ".join(part for part in (place.path, problem.field) if part)
    return Issue(problem.code, replace(place, path=path), problem.values)


def negative_issues(plan: Plan, scenario: Scenario) -> list[Issue]:
    """Return an issue for every plan amount below zero after all measures."""
    place = Place(scenario.file or plan.baseline.name)
    return [
        Issue("plan-negatief", place, {"owner": owner, "year": year, "found": f"{amount:g}"})
        for owner, year, amount in plan.negatives()
    ]
