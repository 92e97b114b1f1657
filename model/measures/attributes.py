"""The measure that changes what a post or source says of itself: kenmerk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from model.attributes import misplaced, rate_problems
from model.errors import Problem
from model.kinds import UNREAD
from model.ledger import Plan
from model.measures.fields import Selection, Selector, needed, optional
from model.measures.measure import Measure, selected_posts, selected_sources
from model.measures.values import LEEG, OrEmpty
from model.schema import DEKKINGSBRONNEN, KOSTENPOSTEN, RATES, Table
from model.text import Text, same

Value = float | str | None

COLUMNS = (*RATES, "sleutel_beheer", "sleutel_besparing")


def _column(table: Table, name: str) -> Any:
    """Declare a field by the column of the dataset that it changes."""
    column = table.by_name[name]
    return optional(OrEmpty(column.kind), column.meaning.nl, column.meaning.en, column.unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kenmerk(Measure):
    """Changes rates and keys of posts, or rates of sources; `leeg` empties the column."""

    soort: ClassVar[str] = "kenmerk"
    meaning: ClassVar[Text] = Text(
        "verandert kolommen van kostenposten of dekkingsbronnen: een getal, een parameter of sleutel, of leeg"
        " (de kolom wordt leeg)",
        "changes columns of posts or sources: a number, a parameter or key, or leeg (the column is emptied)",
    )

    betreft: Selection = needed(Selector(), "wat verandert", "what changes")
    volumegroei: Value = _column(KOSTENPOSTEN, "volumegroei")
    kostenfactor: Value = _column(KOSTENPOSTEN, "kostenfactor")
    beheerratio: Value = _column(KOSTENPOSTEN, "beheerratio")
    doorlooptijd: Value = _column(KOSTENPOSTEN, "doorlooptijd")
    levensduur: Value = _column(KOSTENPOSTEN, "levensduur")
    doorschuif: Value = _column(KOSTENPOSTEN, "doorschuif")
    besparingsratio: Value = _column(KOSTENPOSTEN, "besparingsratio")
    capaciteit: Value = _column(KOSTENPOSTEN, "capaciteit")
    sleutel_beheer: str | None = _column(KOSTENPOSTEN, "sleutel_beheer")
    sleutel_besparing: str | None = _column(KOSTENPOSTEN, "sleutel_besparing")
    compensatie: Value = _column(DEKKINGSBRONNEN, "compensatie")
    eindejaarsmarge: Value = _column(DEKKINGSBRONNEN, "eindejaarsmarge")

    @property
    def changes(self) -> Mapping[str, Any]:
        """Return the columns that change and what they become, `None` where they are emptied."""
        given = {name: getattr(self, name) for name in COLUMNS if getattr(self, name) is not None}
        return {name: None if value == LEEG else value for name, value in given.items()}

    @property
    def subject(self) -> tuple[object, ...]:
        return (self.betreft, frozenset(self.changes))

    @classmethod
    def given_problems(cls, given: Mapping[str, Any], plan: Plan) -> Iterator[Problem]:
        named = {name: given[name] for name in COLUMNS if given.get(name) is not None}
        if not named:
            listed = ", ".join(COLUMNS)
            expected = Text(f"ten minste een van {listed}", f"at least one of {listed}")
            yield Problem("een-van", "", {"found": Text("geen enkele", "none"), "expected": expected})
        read = {name: value for name, value in named.items() if value is not UNREAD}
        wrong = list(_misplaced_problems(given.get("betreft"), read, plan))
        yield from wrong
        elsewhere = {problem.field for problem in wrong}
        rates = {name: value for name, value in read.items() if value != LEEG and name not in elsewhere}
        yield from rate_problems(rates, {**dict.fromkeys(plan.lost), **plan.parameters})

    def apply(self, plan: Plan, cause: str) -> Plan:
        changes = self.changes
        posts = {post.id: replace(post, **changes) for post in selected_posts(plan, self.betreft)}
        sources = {source.id: replace(source, **changes) for source in selected_sources(plan, self.betreft)}
        return replace(plan, posts={**plan.posts, **posts}, sources={**plan.sources, **sources})


def _misplaced_problems(selection: object, names: Mapping[str, object], plan: Plan) -> Iterator[Problem]:
    """Yield each column that what is selected does not have, once, with the first post that cannot have it."""
    if not isinstance(selection, Selection):
        return
    chosen, other = (DEKKINGSBRONNEN, KOSTENPOSTEN) if selection.of_sources else (KOSTENPOSTEN, DEKKINGSBRONNEN)
    for name in names:
        if name not in chosen.by_name:
            yield Problem("kolom-niet-hier", name, {"found": name, "expected": other.name, "selected": chosen.name})
    reported = set[str]()
    for post in selected_posts(plan, selection):
        for name, expected in misplaced(post.kostensoort, names):
            if name not in reported:
                reported.add(name)
                values = {"found": name, "expected": expected, "owner": same(post.id), "kostensoort": post.kostensoort}
                yield Problem("veld-niet-hier", name, values | {"change": Text("de selectie", "the selection")})
