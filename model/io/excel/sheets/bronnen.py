"""Bronnen: of every amount and parameter its status and publication, and the publications with their addresses."""

from __future__ import annotations

import re

from model.baseline import Referentie
from model.io.excel.draft import BRONNEN, Draft
from model.io.excel.frame import LABEL
from model.io.excel.layout import Item, Page, Row, key_of
from model.io.excel.provenance import Origin, stretches
from model.io.excel.sheets.headings import section, titled
from model.ledger import Kind
from model.text import Text

_YEARS, _STATUS, _STAND, _REFERENCE, _WHY = range(2, 7)
_WIDTHS = {LABEL: 46.0, _YEARS: 12.0, _STATUS: 22.0, _STAND: 22.0, _REFERENCE: 28.0, _WHY: 90.0}
_AMOUNTS = Text(
    "Herkomst van elk bedrag in de dataset (maatregelen: zie blad Maatregelen)",
    "Origin of every amount in the dataset (measures: see sheet Maatregelen)",
)
_HEADS = (
    Text("kostenpost, bron of parameter", "post, source or parameter"), Text("jaren", "years"), Text("status", "status"), Text("stand", "phase"),
    Text("referentie", "reference"), Text("toelichting", "explanation"),
)  # fmt: skip
_REFERENCES = Text("Publicaties", "Publications")
_REFERENCE_HEADS = (
    Text("titel", "title"), Text("datum", "date"), Text("uitgever", "publisher"), Text("kenmerk", "number"), Text("referentie", "reference"), Text("vindplaats en citaat", "place and quotation"),
)  # fmt: skip
_ALL_YEARS = Text("alle jaren", "all years")
_FROM = Text("vanaf {year}", "from {year}")
_CHARACTERS = 88  # that fit on a line of the widest column
_WEB = re.compile(r"https?://\S{1,1900}")
_MOST_LINKS = 60_000  # on one sheet


def add_bronnen(draft: Draft) -> None:
    """Make the page Bronnen."""
    page = draft.page(BRONNEN)
    page.widths, page.last, page.freeze = _WIDTHS, _WHY, (2, 1)
    titled(draft, page, Text("Bronnen: waar elk bedrag vandaan komt", "Sources: where every amount comes from"))
    references = {ident: page_row for page_row, ident in enumerate(draft.plan.baseline.references)}
    first = _first_reference(draft)
    _origins(draft, page, {ident: first + offset for ident, offset in references.items()})
    _references(draft, page)


def _lines(draft: Draft) -> list[tuple[str, str, Origin, str]]:
    """Return what has an origin: its name, its years, the origin, and its key."""
    found = []
    kinds: tuple[Kind, ...] = ("kostenpost", "dekkingsbron")
    for kind in kinds:
        for owner in draft.posts if kind == "kostenpost" else draft.sources:
            for begin, end, origin in stretches(draft.plan, kind, owner.id):
                years = str(begin) if begin == end else f"{begin}-{end}"
                found.append((owner.naam, years, origin, owner.id))
    for parameter in draft.plan.parameters.values():
        for row in parameter.rows:
            years = draft.say(_ALL_YEARS) if row.jaar is None else draft.say(_FROM, year=row.jaar)
            origin = Origin(row.status, "", row.referentie or "", row.toelichting or "")
            found.append((parameter.naam, years, origin, parameter.id))
    return found


def _first_reference(draft: Draft) -> int:
    """Return the row of the first publication: below the title, the section, its head and all origins."""
    return 4 + 2 + len(_lines(draft)) + 1 + 2


def _origins(draft: Draft, page: Page, rows: dict[str, int]) -> None:
    section(draft, page, _AMOUNTS)
    _head(draft, page, _HEADS)
    for number, (naam, years, origin, ident) in enumerate(_lines(draft)):
        items = {
            LABEL: Item(naam, style="top"), _YEARS: Item(years, style="top"), _STATUS: Item(origin.status, style="top"),
            _STAND: Item(origin.stand, style="top"), _WHY: Item(origin.toelichting, style="wrap"),
        }  # fmt: skip
        linked = origin.referentie in rows and number < _MOST_LINKS
        link = f"internal:'{BRONNEN}'!A{rows[origin.referentie]}" if linked else ""
        items[_REFERENCE] = Item(origin.referentie, style="url" if linked else "top", link=link)
        kept = {column: item for column, item in items.items() if item.value}
        page.add(Row(key_of("herkomst", ident, str(number)), kept, height=_height(origin.toelichting)))


def _height(text: str, across: int = _CHARACTERS) -> float:
    """Return the height that a wrapped text needs."""
    return 13.5 * max(1, -(-len(text) // across)) + 1


def _head(draft: Draft, page: Page, heads: tuple[Text, ...]) -> None:
    page.add(
        Row(items={LABEL + i: Item(draft.say(head), style="banner") for i, head in enumerate(heads)}, style="head")
    )


def _references(draft: Draft, page: Page) -> None:
    section(draft, page, _REFERENCES)
    _head(draft, page, _REFERENCE_HEADS)
    for reference in draft.plan.baseline.references.values():
        page.add(_reference(reference))


def _reference(reference: Referentie) -> Row:
    """Return the row of a publication; its title leads to its address."""
    web = _WEB.fullmatch(reference.url or "") is not None
    title = Item(reference.titel, style="url" if web else "wrap", link=reference.url if web and reference.url else "")
    quoted = f"“{reference.citaat}”" if reference.citaat else ""
    facts = {
        _YEARS: reference.datum, _STATUS: reference.uitgever, _STAND: reference.kenmerk, _REFERENCE: reference.id,
        _WHY: " · ".join(part for part in (reference.vindplaats, quoted, reference.url) if part),
    }  # fmt: skip
    items = {LABEL: title} | {column: Item(fact, style="wrap") for column, fact in facts.items() if fact}
    height = max(
        _height(text or "", round(_WIDTHS[column] * 0.95))
        for column, text in (facts | {LABEL: reference.titel}).items()
    )
    return Row(key_of("referentie", reference.id), items, height=height)
