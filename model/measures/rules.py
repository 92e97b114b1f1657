"""Measures that change rules rather than amounts: sleutel, rang, parameter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from model.attributes import users_problems
from model.errors import Problem, known, shown
from model.kinds import Ident, Words
from model.ledger import Plan
from model.measures.fields import Selection, Selector, YearAmounts, Yearly, needed, optional
from model.measures.measure import Measure, selected_posts
from model.parameters import Parameter, ParameterRow, fixed_kind, fixed_problems
from model.quantities import Number, Whole
from model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Sleutel(Measure):
    """Gives posts another distribution key; a filled `sleutel_beheer` stays as it is."""

    soort: ClassVar[str] = "sleutel"
    meaning: ClassVar[Text] = Text("geeft kostenposten een andere verdeelsleutel", "gives posts another key")

    betreft: Selection = needed(Selector(sources=False), "welke kostenposten", "which posts")
    sleutel: str = needed(Ident(table="verdeelsleutels"), "nieuwe verdeelsleutel", "new distribution key")

    def apply(self, plan: Plan, cause: str) -> Plan:
        changed = {post.id: replace(post, sleutel=self.sleutel) for post in selected_posts(plan, self.betreft)}
        return replace(plan, posts={**plan.posts, **changed})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rang(Measure):
    """Gives posts another priority; a filled `rang_beheer` stays as it is."""

    soort: ClassVar[str] = "rang"
    meaning: ClassVar[Text] = Text("geeft kostenposten een andere voorrang", "gives posts another priority")

    betreft: Selection = needed(Selector(sources=False), "welke kostenposten", "which posts")
    rang: int = needed(Whole(), "nieuwe rang", "new rang")

    def apply(self, plan: Plan, cause: str) -> Plan:
        changed = {post.id: replace(post, rang=self.rang) for post in selected_posts(plan, self.betreft)}
        return replace(plan, posts={**plan.posts, **changed})


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterWaarde(Measure):
    """Replaces a whole parameter, which must exist or have a fixed meaning."""

    soort: ClassVar[str] = "parameter"
    meaning: ClassVar[Text] = Text("vervangt een parameter", "replaces a parameter")

    parameter: str = needed(Words(), "id van de parameter", "id of the parameter")
    waarde: float | None = optional(Number(), "één waarde voor alle jaren", "one value for all years")
    waarden: YearAmounts | None = optional(Yearly(), "waarden vanaf een jaar", "values from a year on")

    @classmethod
    def given_problems(cls, given: Mapping[str, Any], plan: Plan) -> Iterator[Problem]:
        ident, value, values = (given.get(name) for name in ("parameter", "waarde", "waarden"))
        if isinstance(ident, str) and not _known(ident, plan):
            found = {"found": shown(ident), "table": "parameters", "expected": known(plan.parameters, ident)}
            yield Problem("verwijzing-onbekend", "parameter", found)
        if (value is None) == (values is None):
            both = Text("geen van beide", "neither") if value is None else Text("allebei", "both")
            yield Problem("een-van", "", {"found": both, "expected": Text("waarde of waarden", "waarde or waarden")})

    def problems(self, plan: Plan) -> Iterator[Problem]:
        if _known(self.parameter, plan) and (self.waarde is None) != (self.waarden is None):
            field = "waarden" if self.waarde is None else "waarde"
            changed = self._changed(plan)
            yield from fixed_problems(changed, field)
            yield from users_problems(changed, (*plan.posts.values(), *plan.sources.values()), field)

    def apply(self, plan: Plan, cause: str) -> Plan:
        return replace(plan, parameters={**plan.parameters, self.parameter: self._changed(plan)})

    def _changed(self, plan: Plan) -> Parameter:
        old = plan.parameters.get(self.parameter)
        given: tuple[tuple[int | None, float], ...] = self.waarden.by_year if self.waarden else ()
        if self.waarde is not None:
            given = ((None, self.waarde),)
        rows = [
            ParameterRow(
                jaar=year,
                waarde=value,
                status=self.status or "voorstel",
                referentie=self.referentie,
                toelichting=self.toelichting,
            )
            for year, value in given
        ]
        naam, eenheid = (old.naam, old.eenheid) if old else (self.parameter, "")
        return Parameter(id=self.parameter, naam=naam, eenheid=eenheid, rows=tuple(rows))


def _known(ident: str, plan: Plan) -> bool:
    return ident in plan.parameters or fixed_kind(ident) is not None
