"""Maatregelen: what the scenario changes, and every series as stand + mutaties = stand. Source: model, section 1."""

from __future__ import annotations

import textwrap

import numpy as np

from model.io.excel.draft import INVOER, MAATREGELEN, Draft
from model.io.excel.frame import CONSTANTE, EENHEID, LABEL, YEARS
from model.io.excel.layout import Item, Page, Row, Span, key_of, line
from model.io.excel.sheets.headings import headed, section, titled, years_head
from model.ledger import DATASET, EXTENSION, Kind
from model.measures.description import described
from model.measures.measure import Measure
from model.schema import KEUR
from model.text import Text

_TITLE = Text("Maatregelen: wat het scenario verandert", "Measures: what the scenario changes")
_LIST = Text(
    "Maatregelen, in volgorde; de volgorde is deel van het scenario (vast)",
    "Measures, in order; the order is part of the scenario (fixed)",
)
_DOES = Text("wat zij doet (bedragen x € 1.000)", "what it does (amounts x € 1,000)")
_PER_YEAR = 15  # characters that fit over the column of a year
_NONE = Text(
    "Dit scenario heeft geen maatregelen: het is de dataset zelf.",
    "This scenario has no measures: it is the dataset itself.",
)
_LEDGER = Text(
    "Stand en mutaties per reeks (x € 1.000, in prijzen van het eigen prijspeil)",
    "Position and mutations by series (x € 1,000, at each series' own price level)",
)
_CAUSES = {
    DATASET: Text("stand dataset", "position of the dataset"),
    EXTENSION: Text("doorgetrokken naar de horizon (aanname)", "extended to the horizon (assumed)"),
}
_POSITION = Text("stand na alle maatregelen", "position after all measures")
_CHANGED = Text("gewijzigd in deze werkmap", "changed in this workbook")
_YES, _NO, _OPEN = Text("ja", "yes"), Text("nee", "no"), Text("niet vermeld", "not stated")


def add_maatregelen(draft: Draft) -> None:
    """Make the page Maatregelen."""
    page = draft.page(MAATREGELEN)
    page.freeze = (2, 1)
    titled(draft, page, _TITLE)
    section(draft, page, _LIST)
    _list(draft, page)
    section(draft, page, _LEDGER)
    years_head(draft, page, "mutatie", draft.frame.start, draft.frame.last)
    for post in draft.posts:
        _series(draft, page, "kostenpost", post.id, post.naam)
    for source in draft.sources:
        _series(draft, page, "dekkingsbron", source.id, source.naam)


def _list(draft: Draft, page: Page) -> None:
    measures = [step.measure for step in draft.result.scenario.steps if step.measure is not None]
    if not measures:
        page.add(Row(items={LABEL: Item(draft.say(_NONE), style="note")}))
        return
    head = headed(page, {LABEL: draft.say(Text("maatregel", "measure")), EENHEID: "nr"}, "maatregel")
    page.rows[head].items[YEARS] = Item(draft.say(_DOES), style="banner")
    del page.rows[head].items[CONSTANTE]
    for number, measure in enumerate(measures, start=1):
        _measure(draft, page, number, measure)


def _measure(draft: Draft, page: Page, number: int, measure: Measure) -> None:
    """Put a measure on a few lines: its name and what it does, and below it what is said about it."""
    row = line(key_of("maatregel", str(number), measure.soort), measure.naam or measure.soort)
    row.items[LABEL] = Item(measure.naam or measure.soort, style="bold")
    row.items[EENHEID] = Item(number, style="count")
    chosen = {True: _YES, False: _NO, None: _OPEN}[measure.beleidsmatig]
    facts = [
        draft.say(Text("beleidsmatig: {chosen}", "a policy choice: {chosen}"), chosen=draft.say(chosen)),
        *([measure.toelichting] if measure.toelichting else []),
    ]
    across = max(60, _PER_YEAR * (draft.frame.t1 - draft.frame.t0 + 1))
    told = [(text, "text") for text in textwrap.wrap(draft.say(described(measure)), across)]
    told += [(text, "note") for text in textwrap.wrap(" · ".join(facts), across)]
    for position, (text, style) in enumerate(told):
        below = row if position == 0 else Row()
        below.items[YEARS] = Item(text, style=style)
        page.add(below)


def _series(draft: Draft, page: Page, kind: Kind, ident: str, naam: str) -> None:
    """Put one series: what each cause posts, what they add up to, and how far Invoer is from that now."""
    frame, series = draft.frame, draft.plan.series[kind, ident]
    first = page.next
    column = frame.column(frame.start)
    programma = draft.plan.posts[ident].programma if kind == "kostenpost" else ""
    for number, mutation in enumerate(series.mutations, start=1):
        cause = draft.say(_CAUSES[mutation.cause]) if mutation.cause in _CAUSES else mutation.cause
        span = Span(column, mutation.amounts.tolist())
        page.add(line(("mutatie", ident, kind, str(number), programma), f"   {cause}", KEUR, span=span))
    last = page.next - 1
    total = np.sum([mutation.amounts for mutation in series.mutations], axis=0)
    span = Span(column, total.tolist(), lambda: f"SUM(@{first}:@{last})")
    stand = page.add(
        line(("stand", ident, kind, "", programma), f"{naam}: {draft.say(_POSITION)}", KEUR, span=span, style="sum")
    )
    row = draft.page(INVOER).places["bedrag", ident, kind, "", programma]
    changed = np.maximum(total, 0.0) - total
    span = Span(column, changed.tolist(), lambda: f"{INVOER}!@{row}-@{stand}")
    page.add(
        line(("gewijzigd", ident, kind, "", programma), f"   {draft.say(_CHANGED)}", KEUR, span=span, style="note")
    )
    page.skip()
