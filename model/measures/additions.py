"""Measures that add to the plan: nieuwe_post and nieuwe_bron."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from model.attributes import attribute_problems
from model.baseline import Dekkingsbron, Kostenpost
from model.errors import Problem, shown
from model.ledger import Plan, extended
from model.measures.fields import POST_FIELDS, SOURCE_FIELDS, YearAmounts, Yearly, needed
from model.measures.measure import Measure, reference_problems
from model.schema import DEKKINGSBRONNEN, KOSTENPOSTEN, Table
from model.text import Text
from model.words import WITH_REFERENCE


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuwePost(Measure):
    """Adds a post with the same fields as the dataset."""

    soort: ClassVar[str] = "nieuwe_post"
    meaning: ClassVar[Text] = Text("voegt een kostenpost toe", "adds a post")

    velden: Mapping[str, Any] = needed(POST_FIELDS, "de kolommen van kostenposten", "the columns of kostenposten")
    reeks: YearAmounts = needed(Yearly(may_be_empty=True), "bedragen per jaar", "amounts per year", "k€")

    @classmethod
    def given_problems(cls, given: Mapping[str, Any], plan: Plan) -> Iterator[Problem]:
        yield from _addition_problems(given, KOSTENPOSTEN, plan.posts, plan)

    def apply(self, plan: Plan, cause: str) -> Plan:
        post = Kostenpost(**self.velden)
        given = dict(self.reeks.by_year)
        series = extended(given, post.verloop, plan.horizon, cause)
        last = {post.id: max(given)} if given else {}
        return replace(
            plan,
            posts={**plan.posts, post.id: post},
            series={**plan.series, ("kostenpost", post.id): series},
            last_given={**plan.last_given, **last},
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweBron(Measure):
    """Adds a source with the same fields as the dataset."""

    soort: ClassVar[str] = "nieuwe_bron"
    meaning: ClassVar[Text] = Text("voegt een dekkingsbron toe", "adds a source")

    velden: Mapping[str, Any] = needed(
        SOURCE_FIELDS, "de kolommen van dekkingsbronnen", "the columns of dekkingsbronnen"
    )
    reeks: YearAmounts = needed(Yearly(may_be_empty=True), "bedragen per jaar", "amounts per year", "k€")

    @classmethod
    def given_problems(cls, given: Mapping[str, Any], plan: Plan) -> Iterator[Problem]:
        yield from _addition_problems(given, DEKKINGSBRONNEN, plan.sources, plan)

    def apply(self, plan: Plan, cause: str) -> Plan:
        source = Dekkingsbron(**self.velden)
        series = extended(dict(self.reeks.by_year), source.verloop, plan.horizon, cause)
        return replace(
            plan,
            sources={**plan.sources, source.id: source},
            series={**plan.series, ("dekkingsbron", source.id): series},
        )


def _addition_problems(
    given: Mapping[str, Any], table: Table, taken: Mapping[str, object], plan: Plan
) -> Iterator[Problem]:
    velden = given.get("velden")
    if isinstance(velden, Mapping):
        yield from _velden_problems(velden, table, taken, plan)
    referentie, status, toelichting = (given.get(name) for name in ("referentie", "status", "toelichting"))
    if isinstance(referentie, str):
        yield from reference_problems(referentie, "referentie", "referenties", plan)
    if status in WITH_REFERENCE and referentie is None:
        yield Problem("referentie-nodig", "referentie", {"found": status})
    if isinstance(status, str) and status not in WITH_REFERENCE and toelichting is None:
        yield Problem("toelichting-nodig", "toelichting", {"found": status})


def _velden_problems(
    velden: Mapping[str, Any], table: Table, taken: Mapping[str, object], plan: Plan
) -> Iterator[Problem]:
    if velden.get("id") in taken:
        yield Problem("id-bestaat", "velden.id", {"found": shown(velden["id"]), "expected": table.name})
    for column in table.columns:
        value = velden.get(column.name)
        if isinstance(value, str | tuple) and column.table not in ("", "parameters"):
            yield from reference_problems(value, f"velden.{column.name}", column.table, plan)
    lost = dict.fromkeys(plan.lost)
    for problem in attribute_problems(velden, {**lost, **plan.parameters}):
        yield replace(problem, field=f"velden.{problem.field}")
