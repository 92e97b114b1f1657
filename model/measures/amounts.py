"""Measures that change amounts: mutatie and percentage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from model.errors import Problem
from model.ledger import Kind, Plan
from model.measures.fields import Selection, Selector, YearAmounts, Yearly, needed, one_post, one_source, optional
from model.measures.measure import Measure, selected_posts, selected_sources, span_problems
from model.quantities import Number, Year
from model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutatie(Measure):
    """Adds amounts to a post, a source, or the same amounts to both."""

    soort: ClassVar[str] = "mutatie"
    meaning: ClassVar[Text] = Text(
        "telt bedragen op bij een kostenpost, een dekkingsbron of allebei; positief is een intensivering",
        "adds amounts to a post, a source or both; positive is an increase",
    )

    kostenpost: str | None = optional(one_post(), "kostenpost", "post")
    dekkingsbron: str | None = optional(one_source(), "dekkingsbron", "source")
    bedragen: YearAmounts = needed(Yearly(structural=True), "bedragen per jaar", "amounts per year", "k€")

    @classmethod
    def given_problems(cls, given: Mapping[str, Any], plan: Plan) -> Iterator[Problem]:
        if given.get("kostenpost") is None and given.get("dekkingsbron") is None:
            expected = Text("een kostenpost, een dekkingsbron of allebei", "a kostenpost, a dekkingsbron or both")
            yield Problem("een-van", "", {"found": Text("geen van beide", "neither"), "expected": expected})

    def apply(self, plan: Plan, cause: str) -> Plan:
        amounts = self.bedragen.over(plan.horizon)
        if self.kostenpost is not None:
            plan = plan.post("kostenpost", self.kostenpost, cause, amounts)
        if self.dekkingsbron is not None:
            plan = plan.post("dekkingsbron", self.dekkingsbron, cause, amounts)
        return plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Percentage(Measure):
    """Multiplies the plan of posts or sources: a korting or taakstelling on a source, an assumption on a post."""

    soort: ClassVar[str] = "percentage"
    meaning: ClassVar[Text] = Text(
        "verhoogt of verlaagt reeksen met een percentage: bij een bron een korting of taakstelling, bij een kostenpost"
        " een aangenomen besparing of stijging",
        "raises or lowers series by a percentage: on a source a cut, on a post an assumed saving or rise",
    )

    betreft: Selection = needed(Selector(), "wat verandert", "what changes")
    percentage: float = needed(Number(), "verandering; negatief is minder", "change; negative is less", "fractie")
    vanaf: int | None = optional(Year(), "eerste jaar", "first year")
    tot_en_met: int | None = optional(Year(), "laatste jaar", "last year")

    @classmethod
    def given_problems(cls, given: Mapping[str, Any], plan: Plan) -> Iterator[Problem]:
        yield from span_problems(given, plan)

    def apply(self, plan: Plan, cause: str) -> Plan:
        part = plan.horizon.part(self.vanaf, self.tot_en_met)
        chosen: list[tuple[Kind, str]] = [("kostenpost", post.id) for post in selected_posts(plan, self.betreft)]
        chosen += [("dekkingsbron", source.id) for source in selected_sources(plan, self.betreft)]
        for kind, ident in chosen:
            change = np.zeros(len(plan.horizon.simulated))
            change[part] = plan.amounts(kind, ident)[part] * self.percentage
            plan = plan.post(kind, ident, cause, change)
        return plan
