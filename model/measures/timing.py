"""Measures that move or end amounts in time: kasschuif, vertraging, looptijd, beeindiging."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import numpy as np

from model.errors import Problem, figure
from model.ledger import NEGLIGIBLE, Amounts, Plan
from model.measures.fields import Selection, Selector, YearAmounts, Yearly, needed, one_post, one_source, optional
from model.measures.measure import Measure, selected_posts, selected_sources, span_problems
from model.quantities import Number, Year
from model.text import LANGUAGES, Text, euro, number

ROUNDING = 0.001


@dataclass(frozen=True, slots=True, kw_only=True)
class Kasschuif(Measure):
    """Moves money between years: amounts that add up to 0."""

    soort: ClassVar[str] = "kasschuif"
    meaning: ClassVar[Text] = Text(
        "verschuift bedragen tussen jaren; ze tellen op tot 0",
        "moves amounts between years; they add up to 0",
    )

    kostenpost: str | None = optional(one_post(), "kostenpost", "post")
    dekkingsbron: str | None = optional(one_source(), "dekkingsbron", "source")
    bedragen: YearAmounts = needed(Yearly(), "bedragen per jaar", "amounts per year", "k€")
    afronding: float | None = optional(
        Number(low=0), "toegestaan afrondingsverschil van de som", "rounding difference allowed in the sum", "k€"
    )

    @property
    def difference(self) -> float:
        """Return what the amounts add up to, k€."""
        return sum(amount for _, amount in self.bedragen.by_year)

    @classmethod
    def given_problems(cls, given: Mapping[str, Any], plan: Plan) -> Iterator[Problem]:
        posts, sources = given.get("kostenpost"), given.get("dekkingsbron")
        if (posts is None) == (sources is None):
            found = Text("geen van beide", "neither") if posts is None else Text("allebei", "both")
            expected = Text("een kostenpost of een dekkingsbron", "a kostenpost or a dekkingsbron")
            yield Problem("een-van", "", {"found": found, "expected": expected})

    def problems(self, plan: Plan) -> Iterator[Problem]:
        allowed = ROUNDING if self.afronding is None else self.afronding
        if abs(self.difference) > allowed:
            yield Problem("kasschuif-som", "bedragen", {"found": figure(self.difference), "expected": figure(allowed)})

    def apply(self, plan: Plan, cause: str) -> Plan:
        amounts = self.bedragen.over(plan.horizon)
        if self.kostenpost is not None:
            plan = plan.post("kostenpost", self.kostenpost, cause, amounts)
        elif self.dekkingsbron is not None:
            plan = plan.post("dekkingsbron", self.dekkingsbron, cause, amounts)
        if abs(self.difference) <= NEGLIGIBLE:
            return plan
        left = {language: number(self.difference, language, 3) for language in LANGUAGES}
        return plan.note(
            Text(
                f"{cause}: door afronding telt de kasschuif op tot {left['nl']} (x € 1.000) in plaats van 0.",
                f"{cause}: by rounding the kasschuif adds up to {left['en']} (x € 1,000) instead of 0.",
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Vertraging(Measure):
    """Moves the plan of posts to later years; what lands beyond the horizon leaves it, with a notice."""

    soort: ClassVar[str] = "vertraging"
    meaning: ClassVar[Text] = Text(
        "schuift het werk van kostenposten naar latere jaren, ook met een deel van een jaar",
        "moves the work of posts to later years, also by part of a year",
    )

    betreft: Selection = needed(Selector(sources=False), "welke kostenposten", "which posts")
    jaren: float = needed(Number(low=0), "hoeveel jaar later", "how many years later", "jaar")
    vanaf: int | None = optional(Year(), "eerste jaar waarvan het werk opschuift", "first year whose work moves")

    def apply(self, plan: Plan, cause: str) -> Plan:
        part = plan.horizon.part(self.vanaf)
        lost = 0.0
        for post in selected_posts(plan, self.betreft):
            planned = plan.amounts("kostenpost", post.id)
            moved = planned.copy()
            moved[part] = later(planned[part], self.jaren)
            lost += float(planned.sum() - moved.sum())
            plan = plan.post("kostenpost", post.id, cause, moved - planned)
        if lost <= NEGLIGIBLE:
            return plan
        work, last = euro(lost), plan.horizon.last
        return plan.note(
            Text(
                f"{cause}: {work.nl} aan werk schuift voorbij {last} en valt buiten de horizon.",
                f"{cause}: {work.en} of work moves past {last} and leaves the horizon.",
            )
        )


def later(amounts: Amounts, years: float) -> Amounts:
    """Return `amounts` moved by `years`: of each, `1 - w` lands `n` years later and `w` one year after that.

    `n` is the whole part of `years` and `w` the rest (model, section 1, vertraging).
    """
    whole = min(int(years), len(amounts))
    part = years - int(years)
    moved = np.zeros(len(amounts) + whole + 1)
    moved[whole : whole + len(amounts)] += (1 - part) * amounts
    moved[whole + 1 : whole + 1 + len(amounts)] += part * amounts
    return moved[: len(amounts)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Looptijd(Measure):
    """Lets a source's money exist only in some years; a last year makes the source incidental."""

    soort: ClassVar[str] = "looptijd"
    meaning: ClassVar[Text] = Text(
        "beperkt een dekkingsbron tot bepaalde jaren; met een laatste jaar wordt de bron incidenteel",
        "limits a source to certain years; with a last year the source becomes incidental",
    )

    dekkingsbron: str = needed(one_source(), "dekkingsbron", "source")
    vanaf: int | None = optional(Year(), "eerste jaar met geld", "first year with money")
    tot_en_met: int | None = optional(Year(), "laatste jaar met geld", "last year with money")

    @classmethod
    def given_problems(cls, given: Mapping[str, Any], plan: Plan) -> Iterator[Problem]:
        yield from span_problems(given, plan)

    def apply(self, plan: Plan, cause: str) -> Plan:
        horizon = plan.horizon
        change = -plan.amounts("dekkingsbron", self.dekkingsbron)
        change[: horizon.lead] = 0
        change[horizon.part(self.vanaf, self.tot_en_met)] = 0
        plan = plan.post("dekkingsbron", self.dekkingsbron, cause, change)
        if self.tot_en_met is None:
            return plan
        return replace(plan, incidental=plan.incidental | {self.dekkingsbron})


@dataclass(frozen=True, slots=True, kw_only=True)
class Beeindiging(Measure):
    """Ends posts or sources: zero from a year on; a source becomes incidental."""

    soort: ClassVar[str] = "beeindiging"
    meaning: ClassVar[Text] = Text(
        "beëindigt kostenposten of dekkingsbronnen vanaf een jaar",
        "ends posts or sources from a year on",
    )

    betreft: Selection = needed(Selector(), "wat eindigt", "what ends")
    vanaf: int | None = optional(Year(), "eerste jaar zonder bedrag", "first year without an amount")

    def apply(self, plan: Plan, cause: str) -> Plan:
        part = plan.horizon.part(self.vanaf)
        for post in selected_posts(plan, self.betreft):
            change = plan.zeros()
            change[part] = -plan.amounts("kostenpost", post.id)[part]
            plan = plan.post("kostenpost", post.id, cause, change)
        ended = [source.id for source in selected_sources(plan, self.betreft)]
        for ident in ended:
            change = plan.zeros()
            change[part] = -plan.amounts("dekkingsbron", ident)[part]
            plan = plan.post("dekkingsbron", ident, cause, change)
        return replace(plan, incidental=plan.incidental | set(ended))
