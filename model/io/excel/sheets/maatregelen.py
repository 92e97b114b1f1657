"""Maatregelen: what the scenario changes, and every series as stand + mutaties = stand. Source: model, section 1."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from model.io.excel.draft import INVOER, MAATREGELEN, Draft
from model.io.excel.frame import CONSTANTE, EENHEID, LABEL, YEARS
from model.io.excel.layout import Item, Page, Row, Span, key_of, line
from model.io.excel.paper import ROW, text_height
from model.io.excel.sheets.headings import headed, section, titled, years_head
from model.ledger import DATASET, EXTENSION, Kind
from model.measures.description import described
from model.measures.measure import Measure
from model.schema import KEUR
from model.text import Text, same

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
_UNSAID = Text(
    "Van een maatregel waar niets over staat, vermeldt het scenario niet of zij beleidsmatig is.",
    "Of a measure that nothing is said of, the scenario does not state whether it is a policy choice.",
)
_NAME_WIDTH = 52.0


def add_maatregelen(draft: Draft) -> None:
    """Make the page Maatregelen."""
    page = draft.page(MAATREGELEN)
    page.freeze, page.widths = (2, 1), {LABEL: _NAME_WIDTH}
    page.print_tables()
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
    if any(measure.beleidsmatig is None for measure in measures):
        page.add(Row(items={LABEL: Item(draft.say(_UNSAID), style="note")}))


def _measure(draft: Draft, page: Page, number: int, measure: Measure) -> None:
    """Put a measure on a few lines: its name and what it does, and below it what is said about it."""
    row = line(key_of("maatregel", str(number), measure.soort), measure.naam or measure.soort)
    row.items[LABEL] = Item(measure.naam or measure.soort, style="fact")
    row.items[EENHEID] = Item(number, style="number")
    for position, (text, style) in enumerate(_told(draft, measure)):
        below = row if position == 0 else Row()
        below.items[YEARS] = Item(text, style=style)
        page.add(below)


def _told(draft: Draft, measure: Measure) -> Iterator[tuple[str, str]]:
    """Yield the lines on a measure with their style: what it does, and what is said about it; its name stands beside."""
    across = max(60, _PER_YEAR * (draft.frame.t1 - draft.frame.t0 + 1))
    does = draft.say(described(replace(measure, naam=None), draft.plan))
    for text, style in ((does, "top"), (measure.toelichting or "", "note")):
        yield from ((part, style) for part in textwrap.wrap(text, across))


def _series(draft: Draft, page: Page, kind: Kind, ident: str, naam: str) -> None:
    """Put one series: its name, what each cause posts, what they add up to, and how far Invoer is from that now."""
    series, column = draft.plan.series[kind, ident], draft.frame.column(draft.frame.start)
    programma = draft.plan.posts[ident].programma if kind == "kostenpost" else ""
    causes = [draft.say(_CAUSES.get(mutation.cause, same(mutation.cause))) for mutation in series.mutations]
    page.keep(_series_height(naam, causes))
    page.add(Row(items={LABEL: Item(naam, style="name")}))
    first = page.next
    for number, (cause, mutation) in enumerate(zip(causes, series.mutations, strict=True), start=1):
        span = Span(column, mutation.amounts.tolist())
        row = line(("mutatie", ident, kind, str(number), programma), cause, KEUR, span=span)
        row.items[LABEL] = Item(cause, style="indent")
        page.add(row)
    last = page.next - 1
    total = np.sum([mutation.amounts for mutation in series.mutations], axis=0)
    span = Span(column, total.tolist(), lambda: f"SUM(@{first}:@{last})")
    stand = page.add(line(("stand", ident, kind, "", programma), draft.say(_POSITION), KEUR, span=span, style="sum"))
    given = draft.page(INVOER).places["bedrag", ident, kind, "", programma]
    changed = np.maximum(total, 0.0) - total
    span = Span(column, changed.tolist(), lambda: f"{INVOER}!@{given}-@{stand}")
    page.add(line(("gewijzigd", ident, kind, "", programma), draft.say(_CHANGED), KEUR, span=span, style="note"))
    page.skip()


def _series_height(naam: str, causes: Iterable[str]) -> float:
    """Return the height of a series: its name, its causes, the position and what is changed."""
    return sum(text_height(text, _NAME_WIDTH) for text in (naam, *causes)) + 2 * ROW
