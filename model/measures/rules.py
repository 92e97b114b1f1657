"""Measures that change rules rather than amounts: sleutel, aandelen, rang, parameter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from model.attributes import share_problems, users_problems
from model.errors import Problem, known, shown
from model.kinds import UNREAD, Ident, Words
from model.ledger import Plan
from model.measures.fields import Flag, Selection, Selector, YearAmounts, Yearly, needed, optional
from model.measures.measure import Measure, reference_problems, selected_posts
from model.measures.values import KeyName, SharePerPartij
from model.parameters import INDEX, INDEX_BBP, Parameter, ParameterRow, fixed_kind, fixed_problems
from model.quantities import Number, Whole
from model.text import Text, same


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
class Aandelen(Measure):
    """Replaces the shares of a distribution key, for every post that has it."""

    soort: ClassVar[str] = "aandelen"
    meaning: ClassVar[Text] = Text(
        "vervangt de aandelen van een verdeelsleutel, voor elke kostenpost die hem heeft",
        "replaces the shares of a distribution key, for every post that has it",
    )

    sleutel: str = needed(KeyName(), "verdeelsleutel", "distribution key")
    aandelen: Mapping[str, float] = needed(
        SharePerPartij(), "aandeel per partij, samen 1", "share per partij, 1 in all", "fractie"
    )

    @property
    def subject(self) -> tuple[object, ...]:
        return (self.sleutel,)

    @classmethod
    def given_problems(cls, given: Mapping[str, Any], plan: Plan) -> Iterator[Problem]:
        ident, shares, parties = given.get("sleutel"), given.get("aandelen"), plan.baseline.parties
        if ident in parties:
            own = known((key for key in plan.keys if key not in parties), str(ident))
            yield Problem("sleutel-is-vast", "sleutel", {"found": shown(ident), "expected": own})
        if not isinstance(shares, Mapping):
            return
        for partij in shares:
            yield from reference_problems(partij, f"aandelen.{partij}", "partijen", plan)
        if UNREAD not in shares.values():
            owner = ident if isinstance(ident, str) else Text("de sleutel", "the key")
            yield from share_problems(owner, shares.values(), "aandelen")

    def apply(self, plan: Plan, cause: str) -> Plan:
        return replace(plan, keys={**plan.keys, self.sleutel: self.aandelen})


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
    """Replaces a parameter, which must exist or have a fixed meaning; with `eerder_behouden` from its first year on.

    The years before then keep the values that they had, and so does the distribution of a deviation per year.
    """

    soort: ClassVar[str] = "parameter"
    meaning: ClassVar[Text] = Text("vervangt een parameter", "replaces a parameter")

    parameter: str = needed(Words(), "parameter die een andere waarde krijgt", "parameter that gets another value")
    waarde: float | None = optional(Number(), "één waarde voor alle jaren", "one value for all years")
    waarden: YearAmounts | None = optional(Yearly(), "waarden vanaf een jaar", "values from a year on")
    eerder_behouden: bool | None = optional(
        Flag(),
        "of jaren voor de eerste van waarden hun waarde houden (anders geldt de eerste ook daarvoor)",
        "whether years before the first of waarden keep their value (else the first holds before it too)",
    )

    @classmethod
    def given_problems(cls, given: Mapping[str, Any], plan: Plan) -> Iterator[Problem]:
        ident, value, values = (given.get(name) for name in ("parameter", "waarde", "waarden"))
        if isinstance(ident, str) and not _known(ident, plan):
            found = {"found": shown(ident), "table": "parameters", "expected": known(plan.parameters, ident)}
            yield Problem("verwijzing-onbekend", "parameter", found)
        if (value is None) == (values is None):
            both = Text("geen van beide", "neither") if value is None else Text("allebei", "both")
            yield Problem(
                "een-van",
                "",
                {"found": both, "expected": Text("waarde, of waarden per jaar", "waarde, or waarden per year")},
            )
        elif given.get("eerder_behouden") is True:
            yield from _nothing_kept(ident, plan, by_year=values is not None)

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
        changed = Parameter(id=self.parameter, naam=naam, eenheid=eenheid, rows=tuple(rows))
        return _kept_before(old, changed) if self.eerder_behouden and changed.by_year else changed


def _kept_before(old: Parameter | None, changed: Parameter) -> Parameter:
    """Return `changed` with the values of `old` in the years before its own first year."""
    first = min(row.jaar for row in changed.rows if row.jaar is not None)
    if old is None:  # the discount rate and the price of bbp are 0 where no parameter says otherwise
        return replace(changed, rows=(ParameterRow(jaar=first - 1, waarde=0.0, status="aanname"), *changed.rows))
    kept = tuple(row for row in old.rows if row.jaar is not None and row.jaar < first)
    kept = kept or (replace(old.rows[0], jaar=first - 1),)
    return replace(changed, rows=kept + changed.rows, distribution=old.distribution if old.by_year else None)


def _nothing_kept(ident: object, plan: Plan, *, by_year: bool) -> Iterator[Problem]:
    """Yield that earlier values cannot be kept: one value holds for all years, or there are none yet."""
    if not by_year:
        found, expected = Text("waarde geldt voor alle jaren", "waarde holds for all years"), same("waarden")
    elif isinstance(ident, str) and ident.startswith(INDEX) and ident not in (INDEX_BBP, *plan.parameters, *plan.lost):
        found = Text(f"parameter {ident} is nieuw", f"parameter {ident} is new")
        expected = Text("een parameter die al waarden heeft", "a parameter that has values already")
    else:
        return
    yield Problem("niets-te-behouden", "eerder_behouden", {"found": found, "expected": expected})


def _known(ident: str, plan: Plan) -> bool:
    return ident in plan.parameters or fixed_kind(ident) is not None
