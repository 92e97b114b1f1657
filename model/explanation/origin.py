"""On what the amounts of a plan rest: the dataset's rows, their extension, and what measures say of themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from model.baseline import Amount
from model.ledger import EXTENSION, Kind, Plan
from model.parameters import Parameter
from model.scenario import Scenario
from model.words import EXTRAPOLATED


@dataclass(frozen=True, slots=True)
class Origin:
    """What an amount rests on: status, publication phase, reference and explanation."""

    status: str
    stand: str = ""
    referentie: str = ""
    toelichting: str = ""

    def __str__(self) -> str:
        words = (self.status, self.stand, self.referentie, self.toelichting)
        return " · ".join(word for word in words if word)


def origin(plan: Plan, kind: Kind, ident: str, year: int) -> Origin | None:
    """Return where the dataset's amount of one year comes from, `None` where it gives none."""
    baseline = plan.baseline
    series: Sequence[Amount] = (baseline.post_series if kind == "kostenpost" else baseline.source_series).get(ident, ())
    for amount in series:
        if amount.jaar == year:
            return Origin(amount.status, amount.stand or "", amount.referentie or "", amount.toelichting or "")
    extended = any(mutation.cause == EXTENSION for mutation in plan.series[kind, ident].mutations)
    if series and extended and year > series[-1].jaar:
        return Origin(EXTRAPOLATED)
    return None


def parameter_origin(parameter: Parameter, year: int | None) -> Origin:
    """Return where a value of a parameter comes from."""
    row = parameter.rows[0] if year is None else parameter.row(year)
    return Origin(row.status, "", row.referentie or "", row.toelichting or "")


def measure_origin(scenario: Scenario, cause: str) -> Origin | None:
    """Return what the measures of one name say of themselves, `None` where they say nothing or not the same."""
    said = {
        Origin(m.status or "", "", m.referentie or "", m.toelichting or "")
        for step in scenario.steps
        if (m := step.measure) is not None and step.cause == cause
    }
    found = said.pop() if len(said) == 1 else None
    return found if found is not None and str(found) else None


def stretches(plan: Plan, kind: Kind, ident: str) -> Iterator[tuple[int, int, Origin]]:
    """Yield the years of a series that share one origin, the first and the last of them together."""
    known = [(int(year), origin(plan, kind, ident, int(year))) for year in plan.horizon.simulated]
    start: int | None = None
    for position, (year, found) in enumerate(known):
        start = year if start is None else start
        following = known[position + 1][1] if position + 1 < len(known) else None
        if found is None:
            start = None
        elif following != found:
            yield start, year, found
            start = None
