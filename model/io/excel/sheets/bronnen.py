"""Bronnen: of every amount and parameter its status and publication, and the publications with their addresses."""

from __future__ import annotations

import re
from dataclasses import replace

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
_TOGETHER = 150.0  # height of publications that stay with their heads
_ALL_YEARS = Text("alle jaren", "all years")
_FROM = Text("vanaf {year}", "from {year}")
_DOUBLE = frozenset('“”„"')
_OPENING = re.compile(r"[“„]|(?<!\S)\"")
_CLOSING = str.maketrans('”"', "’’")
_WEB = re.compile(r"https?://\S{1,1900}")
_MOST_LINKS = 60_000  # on one sheet


def add_bronnen(draft: Draft) -> None:
    """Make the page Bronnen."""
    page = draft.page(BRONNEN)
    page.widths, page.last, page.freeze = _WIDTHS, _WHY, (2, 1)
    page.print_tables()
    titled(draft, page, Text("Bronnen: waar elk bedrag vandaan komt", "Sources: where every amount comes from"))
    _origins(draft, page)
    _references(draft, page)
    _link(page)


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


def _origins(draft: Draft, page: Page) -> None:
    section(draft, page, _AMOUNTS)
    _head(draft, page, _HEADS)
    for number, (naam, years, origin, ident) in enumerate(_lines(draft)):
        facts = {
            LABEL: naam, _YEARS: years, _STATUS: origin.status, _STAND: origin.stand, _REFERENCE: origin.referentie,
            _WHY: origin.toelichting,
        }  # fmt: skip
        items = {column: Item(fact, style="wrap") for column, fact in facts.items() if fact}
        page.add(Row(key_of("herkomst", ident, str(number)), items))


def _link(page: Page) -> None:
    """Let the reference of every origin lead to its publication, now that these have their place."""
    rows = {key[1]: row for key, row in page.places.items() if key[0] == "referentie"}
    for key in [key for key in page.places if key[0] == "herkomst"][:_MOST_LINKS]:
        items = page.rows[page.places[key]].items
        cited = items.get(_REFERENCE)
        if cited is not None and cited.value in rows:
            link = f"internal:'{BRONNEN}'!A{rows[str(cited.value)]}"
            items[_REFERENCE] = replace(cited, style="url", link=link)


def _head(draft: Draft, page: Page, heads: tuple[Text, ...]) -> None:
    page.add(
        Row(items={LABEL + i: Item(draft.say(head), style="banner") for i, head in enumerate(heads)}, style="head")
    )


def _references(draft: Draft, page: Page) -> None:
    section(draft, page, _REFERENCES, _TOGETHER)
    _head(draft, page, _REFERENCE_HEADS)
    for reference in draft.plan.baseline.references.values():
        page.add(_reference(reference))


def _reference(reference: Referentie) -> Row:
    """Return the row of a publication; its id leads to its address (not its title: LibreOffice puts links on one line)."""
    web = _WEB.fullmatch(reference.url or "") is not None
    quoted = _quoted(reference.citaat) if reference.citaat else ""
    facts = {
        LABEL: reference.titel, _YEARS: reference.datum, _STATUS: reference.uitgever, _STAND: reference.kenmerk, _REFERENCE: reference.id,
        _WHY: " · ".join(part for part in (reference.vindplaats, quoted, reference.url) if part),
    }  # fmt: skip
    items = {column: Item(fact, style="wrap") for column, fact in facts.items() if fact}
    if web:
        items[_REFERENCE] = Item(reference.id, style="url", link=reference.url or "")
    return Row(key_of("referentie", reference.id), items)


def _quoted(text: str) -> str:
    """Return a quotation between quotation marks: those around it once, those within it single."""
    bare = (
        text[1:-1]
        if len(text) > 1 and text[0] in '“„"' and text[-1] in '”"' and not set(text[1:-1]) & _DOUBLE
        else text
    )
    return f"“{_OPENING.sub('‘', bare).translate(_CLOSING)}”"
