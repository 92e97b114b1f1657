"""What every measure is: a frozen record of declared fields that turns one plan into the next."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from model.baseline import Dekkingsbron, Kostenpost
from model.errors import Problem, known, shown
from model.kinds import UNREAD, Choice, Ident, Many, Words
from model.ledger import Plan
from model.measures.fields import Flag, Selection, YearAmounts, optional, specs
from model.measures.values import LEEG, OrEmpty
from model.quantities import Year
from model.text import Text
from model.words import CATEGORIEEN, STATUSSEN

_SUBJECT = ("kostenpost", "dekkingsbron", "betreft", "parameter", "van", "naar")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(ABC):
    """One change in a scenario (maatregel). Source: model, section 1; contract, section 2."""

    soort: ClassVar[str]
    meaning: ClassVar[Text]

    id: str | None = optional(Words(), "eigen kenmerk van de maatregel", "your own code for the measure")
    naam: str | None = optional(Words(), "naam zoals mensen die lezen", "name as people read it")
    toelichting: str | None = optional(Words(), "toelichting", "explanation")
    referentie: str | None = optional(
        Words(),
        "publicatie: het id van een referentie, of een vindplaats in woorden",
        "publication: the id of a referentie, or words",
    )
    status: str | None = optional(Choice(STATUSSEN), "hoe zeker de bedragen zijn", "how certain the amounts are")
    categorie: str | None = optional(Choice(CATEGORIEEN), "soort mutatie", "kind of change")
    beleidsmatig: bool | None = optional(Flag(), "of de mutatie een beleidskeuze is", "whether it is a policy choice")

    @property
    def subject(self) -> tuple[object, ...]:
        """Return what the measure is about; of two scenarios, one of the same soort and subject replaces the other."""
        return tuple(getattr(self, name, None) for name in _SUBJECT)

    @classmethod
    def given_problems(cls, given: Mapping[str, Any], plan: Plan) -> Iterator[Problem]:
        """Yield what is wrong with the fields in `given` together; those that could not be read are `UNREAD`.

        Years, ids and selections are looked up in `plan` by `field_problems`.
        """
        yield from ()

    def problems(self, plan: Plan) -> Iterator[Problem]:
        """Yield what keeps a measure from being applied to `plan` that only shows when all its fields are read."""
        yield from ()

    @abstractmethod
    def apply(self, plan: Plan, cause: str) -> Plan:
        """Return the plan after this measure; `cause` is what its mutations are posted under."""


def selected_posts(plan: Plan, selection: Selection) -> list[Kostenpost]:
    """Return the posts that meet every criterion, in order of the plan."""
    if selection.of_sources:
        return []
    names = [("id" if column == "kostenpost" else column, values) for column, values in selection.criteria]
    return [post for post in plan.posts.values() if all(getattr(post, name) in values for name, values in names)]


def selected_sources(plan: Plan, selection: Selection) -> list[Dekkingsbron]:
    """Return the sources that are named."""
    if not selection.of_sources:
        return []
    return [plan.sources[ident] for ident in dict.fromkeys(selection.criteria[0][1])]


def fields_of(measure: Measure) -> dict[str, Any]:
    """Return the fields of a measure by name."""
    return {name: getattr(measure, name) for name in specs(type(measure))}


def field_problems(measure: type[Measure], given: Mapping[str, Any], plan: Plan) -> Iterator[Problem]:
    """Yield years outside the horizon, and ids and selections that the plan does not have."""
    for name, spec in specs(measure).items():
        value = given.get(name)
        if value is None or value is UNREAD:
            continue
        for year, place in _years(value, name, spec.kind):
            if year not in plan.horizon:
                bounds = {"found": year, "first": plan.horizon.first, "last": plan.horizon.last}
                yield Problem("jaar-buiten-horizon", place, bounds)
        kind = spec.kind.each if isinstance(spec.kind, Many | OrEmpty) else spec.kind
        emptied = isinstance(spec.kind, OrEmpty) and value == LEEG
        if isinstance(kind, Ident) and kind.table and not emptied:
            yield from reference_problems(value, name, kind.table, plan)
        if isinstance(value, Selection):
            yield from _selection_problems(value, name, plan)


def _years(value: Any, name: str, kind: object) -> Iterator[tuple[int, str]]:
    if isinstance(kind, Year):
        yield value, name
    if isinstance(value, YearAmounts):
        for year in value.years:
            yield year, f"{name}.{year}"


_ADDED_TO = ("kostenposten", "dekkingsbronnen")


def reference_problems(value: Any, field: str, table: str, plan: Plan) -> Iterator[Problem]:
    """Yield each id in `value` that does not exist in the plan's table of that name."""
    tables = {
        "kostenposten": plan.posts,
        "dekkingsbronnen": plan.sources,
        "partijen": plan.baseline.parties,
        "verdeelsleutels": plan.keys,
        "referenties": plan.baseline.references,
    }
    for ident in value if isinstance(value, tuple) else (value,):
        if ident not in tables[table] and not (table in _ADDED_TO and plan.lost & {ident, ""}):
            found = {"found": shown(ident), "table": table, "expected": known(tables[table], ident)}
            yield Problem("verwijzing-onbekend", field, found)


def names_lost(measure: Measure, plan: Plan) -> bool:
    """Return whether a measure names a post or source that is not there because the measure that adds it was wrong."""
    owners: Mapping[str, Mapping[str, object]] = {"kostenposten": plan.posts, "dekkingsbronnen": plan.sources}
    for name, spec in specs(type(measure)).items():
        value = getattr(measure, name)
        if isinstance(spec.kind, Ident) and spec.kind.table in owners and value is not None:
            if value not in owners[spec.kind.table]:
                return True
        elif isinstance(value, Selection) and value.of_sources and not set(value.criteria[0][1]) <= set(plan.sources):
            return True
    return False


def _selection_problems(selection: Selection, field: str, plan: Plan) -> Iterator[Problem]:
    if selection.of_sources:
        yield from reference_problems(selection.criteria[0][1], f"{field}.dekkingsbron", "dekkingsbronnen", plan)
        return
    if any("." not in ident for ident in plan.lost):
        return  # what was selected may have been added by a measure that was wrong
    unknown = False
    for column, values in selection.criteria:
        name = "id" if column == "kostenpost" else column
        present = [ident for ident in dict.fromkeys(getattr(post, name) for post in plan.posts.values()) if ident]
        for value in values:
            if value not in present:
                unknown = True
                found = {"column": column, "found": shown(value), "expected": known(present, value)}
                yield Problem("selectie-waarde", f"{field}.{column}", found)
    if not unknown and not selected_posts(plan, selection):
        yield Problem("selectie-niets", field, {"found": str(selection)})


def span_problems(given: Mapping[str, Any], plan: Plan) -> Iterator[Problem]:
    """Yield that a measure's first year comes after its last, where both lie in the horizon."""
    first, last = given.get("vanaf"), given.get("tot_en_met")
    if not (isinstance(first, int) and isinstance(last, int)):
        return
    if first > last and {first, last} <= set(plan.horizon.years):
        yield Problem("jaren-volgorde", "vanaf", {"first": first, "last": last})
