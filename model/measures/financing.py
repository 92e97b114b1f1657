"""Measures about money between and within sources: overboeking and bestemming."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from model.errors import Problem, shown
from model.kinds import Choice, Ident, Many, Words
from model.ledger import Plan
from model.measures.fields import YearAmounts, Yearly, needed, one_source, optional
from model.measures.measure import Measure
from model.quantities import Whole
from model.text import Text
from model.words import KOSTENSOORTEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Overboeking(Measure):
    """Takes amounts from one source and adds them to another."""

    soort: ClassVar[str] = "overboeking"
    meaning: ClassVar[Text] = Text(
        "boekt bedragen over van de ene dekkingsbron naar de andere",
        "transfers amounts from one source to another",
    )

    van: str = needed(one_source(), "bron waar het geld vandaan komt", "source the money comes from")
    naar: str = needed(one_source(), "bron waar het geld naartoe gaat", "source the money goes to")
    bedragen: YearAmounts = needed(Yearly(structural=True), "bedragen per jaar", "amounts per year", "k€")

    @classmethod
    def given_problems(cls, given: Mapping[str, Any], plan: Plan) -> Iterator[Problem]:
        source = given.get("van")
        if source in plan.sources and source == given.get("naar"):
            yield Problem("zelfde-bron", "naar", {"found": shown(source)})

    def apply(self, plan: Plan, cause: str) -> Plan:
        amounts = self.bedragen.over(plan.horizon)
        plan = plan.post("dekkingsbron", self.van, cause, -amounts)
        return plan.post("dekkingsbron", self.naar, cause, amounts)


_RESTRICTIONS = ("programma", "thema", "kostensoort", "partij", "kostenpost")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestemming(Measure):
    """Replaces what a source may pay for, and optionally its turn."""

    soort: ClassVar[str] = "bestemming"
    meaning: ClassVar[Text] = Text(
        "verandert waar een dekkingsbron voor mag betalen, of zijn volgorde; een genoemde beperking heft de andere op",
        "changes what a source may pay for, or its volgorde; naming a restriction lifts the others",
    )

    dekkingsbron: str = needed(one_source(), "dekkingsbron", "source")
    programma: tuple[str, ...] | None = optional(Many(Words()), "alleen deze programma's", "only these programmes")
    thema: tuple[str, ...] | None = optional(Many(Words()), "alleen deze thema's", "only these themes")
    kostensoort: tuple[str, ...] | None = optional(
        Many(Choice(KOSTENSOORTEN)), "alleen deze kostensoorten", "only these classes of cost"
    )
    partij: tuple[str, ...] | None = optional(
        Many(Ident(table="partijen")), "alleen kosten van deze partijen", "only costs of these parties"
    )
    kostenpost: tuple[str, ...] | None = optional(
        Many(Ident(table="kostenposten")), "alleen deze kostenposten", "only these posts"
    )
    volgorde: int | None = optional(Whole(), "nieuwe volgorde", "new volgorde")

    @classmethod
    def given_problems(cls, given: Mapping[str, Any], plan: Plan) -> Iterator[Problem]:
        if all(given.get(name) is None for name in (*_RESTRICTIONS, "volgorde")):
            listed = ", ".join((*_RESTRICTIONS, "volgorde"))
            expected = Text(f"ten minste een van {listed}", f"at least one of {listed}")
            yield Problem("een-van", "", {"found": Text("geen enkele", "none"), "expected": expected})

    def _named(self) -> dict[str, Any]:
        named = {f"voor_{name}": getattr(self, name) for name in _RESTRICTIONS}
        if all(values is None for values in named.values()):
            return {}
        return {column: values or () for column, values in named.items()}

    def apply(self, plan: Plan, cause: str) -> Plan:
        changes = self._named()
        if self.volgorde is not None:
            changes["volgorde"] = self.volgorde
        changed = replace(plan.sources[self.dekkingsbron], **changes)
        return replace(plan, sources={**plan.sources, changed.id: changed})
