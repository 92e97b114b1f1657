"""A scenario: an ordered list of measures on a baseline, and the plan it leads to.

Source: model, section 1; contract, section 2.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from model.baseline import Baseline
from model.errors import InputError, Issue, Place, Problem, figure, shown
from model.ledger import Plan, open_plan
from model.measures import Measure
from model.measures.measure import field_problems, fields_of, names_lost
from model.parameters import INDEX
from model.text import Text, same
from model.words import BASELINE_COUNTS

BASIS = "basis"


@dataclass(frozen=True, slots=True)
class Step:
    """One measure of a scenario and where it stands; one that could not be read is `None` and passed over.

    Of such a measure `adds` is the id of the post, source or index that it would have added, empty where that could not
    be read either, `None` where it would have added nothing. Where its `soort` is known, the fields in `given` are
    checked all the same; those that could not be read are `UNREAD`.
    """

    place: Place
    measure: Measure | None
    adds: str | None = None
    soort: type[Measure] | None = None
    given: Mapping[str, Any] = field(default_factory=dict)

    @property
    def cause(self) -> str:
        """Return what the measure's mutations are posted under: its name, else its place in the list."""
        if self.measure is not None and self.measure.naam:
            return self.measure.naam
        return self.place.path


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A scenario with the measures of its basis first; what it leaves out is that of its basis, else `None`.

    `unread` names the fields that could not be read, its own or those of its basis.
    """

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
    unread: frozenset[str] = frozenset()

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
        problems = list(_problems(step, plan))
        issues += [placed(problem, step.place) for problem in problems]
        if step.measure is None:
            plan = _without(plan, step.adds)
        elif problems:
            plan = _without(plan, added(step.measure))
        elif not names_lost(step.measure, plan):
            plan = step.measure.apply(plan, step.cause)
    return plan, issues


def _problems(step: Step, plan: Plan) -> Iterator[Problem]:
    """Yield what is wrong with a measure on `plan`, of an unread one as far as it could be read."""
    if step.measure is not None:
        soort, given = type(step.measure), fields_of(step.measure)
        yield from (*field_problems(soort, given, plan), *soort.given_problems(given, plan))
        yield from step.measure.problems(plan)
    elif step.soort is not None:
        yield from (*field_problems(step.soort, step.given, plan), *step.soort.given_problems(step.given, plan))


def _without(plan: Plan, ident: str | None) -> Plan:
    return plan if ident is None else replace(plan, lost=plan.lost | {ident})


def added(measure: Measure) -> str | None:
    """Return the id of the post, source or index that a measure adds, `None` where it adds nothing."""
    return would_add({"velden": getattr(measure, "velden", None), "parameter": getattr(measure, "parameter", None)})


def would_add(fields: Mapping[str, object]) -> str | None:
    """Return the same for the fields of a measure as they were found; empty where the id cannot be read."""
    velden, parameter = fields.get("velden"), fields.get("parameter")
    if velden is not None:
        return str(velden.get("id", "")) if isinstance(velden, Mapping) else ""
    return parameter if isinstance(parameter, str) and parameter.startswith(INDEX) else None


def placed(problem: Problem, place: Place) -> Issue:
    """Return a problem of one field as an issue at its place in the file."""
    path = " · ".join(part for part in (place.path, shown(problem.field, limit=200)[1:-1]) if part)
    return Issue(problem.code, replace(place, path=path), problem.values)


def negative_issues(plan: Plan, scenario: Scenario) -> list[Issue]:
    """Return an issue for every post and source with a plan amount below zero after all measures."""
    place = Place(scenario.file or plan.baseline.name)
    years: dict[str, list[tuple[int, float]]] = {}
    for owner, year, amount in plan.negatives():
        years.setdefault(owner, []).append((year, amount))
    return [Issue("plan-negatief", place, _below_zero(plan, owner, found)) for owner, found in years.items()]


def _below_zero(plan: Plan, owner: str, found: Sequence[tuple[int, float]]) -> Mapping[str, object]:
    """Return the first year below zero, how many follow, and the measures that lower the amount in that year."""
    (year, amount), later = found[0], len(found) - 1
    lower = (
        mutation.cause
        for (_, ident), series in plan.series.items()
        for mutation in series.mutations
        if ident == owner and mutation.amounts[plan.horizon.at(year)] < 0
    )
    more = Text(f" (en in nog {later} jaar onder 0)", f" (and below 0 in {later} more years)") if later else same("")
    causes = ", ".join(shown(cause) for cause in dict.fromkeys(lower))
    return {"owner": owner, "year": year, "found": figure(amount), "more": more, "causes": causes}
