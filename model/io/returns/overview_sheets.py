"""The workbook of a round for the centre, under construction: its sheets, and how tables and lists are put on them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from model.io.excel.book import letters
from model.io.excel.layout import Item, Page, Row, Span
from model.io.excel.paper import ROW, text_height
from model.io.returns.counted import Rij
from model.io.returns.form import Columns
from model.io.returns.merged import Uitslag
from model.returns.columns import AFTER, BEFORE, KOLOMMEN, kop
from model.text import Language, Text

LEESWIJZER, VOLLEDIGHEID, TOTALEN, PERSONEEL = "Leeswijzer", "Volledigheid", "Totalen", "Personeel"
VERSCHILLEN, AANSLUITING, CONFLICTEN, BEVINDINGEN = "Verschillen", "Aansluiting", "Conflicten", "Bevindingen"
CELLEN = "Cellen"

# The years stand in the same columns on every sheet, so that a formula over cells is the same in all of them.
NAME, CODE, YEARS = 1, 2, 3
LAST = YEARS + len(KOLOMMEN) - 1
WIDTHS = {NAME: 44.0, CODE: 15.0, **dict.fromkeys(range(YEARS, LAST + 1), 11.5)}
UNKNOWN = "–"
"""Stands where there is no figure that counts: not a nought."""

_FICTION = Text("FICTIEF: namen en bedragen zijn verzonnen", "FICTIEF: names and amounts are invented")
_TITLE = Text("Overzicht uitvraag", "Overview of the return")
_GOES_ON = Text("{title} (vervolg)", "{title} (continued)")
_SENTENCE_END = re.compile(r"\. (?=[A-Z–])")  # not behind n.v.t.
_SECTION = 20.0
_FIGURES = ("listed-decimal", "listed-share")
_WRAPPED = ("wrap", "alarm", "word")
_LINE_OF_TEXT = 2000  # rows of a list for which the height of long texts is worked out


@dataclass(slots=True)
class Overview:
    """What the pages are made from: what came of the round, and its rows of cells."""

    uitslag: Uitslag
    rows: Sequence[Rij]
    language: Language
    pages: dict[str, Page] = field(default_factory=dict)

    def say(self, text: Text, **values: object) -> str:
        """Return a text in the language of the workbook."""
        return text.say(self.language, **values)

    @property
    def title(self) -> str:
        """Return what the workbook is called; a fictitious one says so."""
        ronde = self.uitslag.ronde
        mark = "FICTIEF · " if ronde.fictief and "FICTIEF" not in ronde.naam else ""
        return f"{mark}{self.say(_TITLE)} · {ronde.naam}"

    @property
    def heads(self) -> list[str]:
        """Return what stands over the columns of years."""
        return [self.say(kop(kolom, self.uitslag.ronde.jaar)) for kolom in KOLOMMEN]

    def page(self, name: str, about: Text, last: int, widths: dict[int, float]) -> Page:
        """Return a new page with what stands above its tables: its name, and what it is about."""
        t = self.uitslag.ronde.jaar
        frame = Columns(t - BEFORE, t + AFTER, t, t, t + AFTER, self.language, years=YEARS, marks=last + 2)
        page = self.pages[name] = Page(name, frame, verdicts=[], widths=widths, last=last, freeze=(1, 1))
        page.add(Row(items={1: Item(f"{name} · {self.title}", style="title")}, height=24))
        if self.uitslag.ronde.fictief:
            page.add(Row(items={1: Item(self.say(_FICTION), style="fiction")}))
        for sentence in _SENTENCE_END.split(self.say(about)):
            page.add(Row(items={1: Item(sentence.rstrip("."), style="small")}))
        return page

    def section(self, page: Page, title: str, rows: int, *heads: str, about: str = "") -> None:
        """Begin a table of so many rows: its title, and what stands over its columns."""
        page.begin(_SECTION + ROW * (rows + 2))
        page.add(_title(title))
        if about:
            page.add(Row(items={1: Item(about, style="small")}))
        if heads:
            page.add(Row(items={at: Item(head, style="head") for at, head in enumerate(heads, start=1)}, style="head"))
            page.above = [_title(self.say(_GOES_ON, title=title)), *page.above]

    def by_year(self, page: Page, title: str, rows: int, about: str = "") -> None:
        """Begin a table over the years."""
        self.section(page, title, rows, "", "", *self.heads, about=about)

    def years(
        self,
        page: Page,
        name: str,
        code: str,
        values: Sequence[float | str],
        formula: str = "",
        *,
        style: str = "figure",
        row: str = "",
        label: str = "text",
    ) -> int:
        """Add a row over the years; return its number."""
        items = {NAME: Item(name, style=label), CODE: Item(code, style="code")}
        return page.add(Row(items=items, span=Span(YEARS, values, formula, style), style=row))

    def list(self, page: Page, heads: Sequence[str], rows: Sequence[Sequence[Item]]) -> None:
        """Put a list that can be filtered on a page: its heads, and a row of cells each."""
        page.skip()
        right = {at for row in rows for at, item in enumerate(row, start=1) if item.style in _FIGURES}
        named = {at: Item(head, style="column-right" if at in right else "column") for at, head in enumerate(heads, 1)}
        page.add(Row(items=named))
        first = page.repeat = page.next - 1
        page.freeze = (first, 1)
        for number, row in enumerate(rows):
            items = dict(enumerate(row, start=1))
            height = self._height(page, items) if number < _LINE_OF_TEXT else None
            page.add(Row(items=items, style="listed", height=height))
        if page.next > first + 1:
            page.filter = f"A{first}:{letters(len(heads))}{page.next - 1}"

    def _height(self, page: Page, items: dict[int, Item]) -> float:
        wrapped = (
            text_height(item.value, page.frame.width(at, page.widths))
            for at, item in items.items()
            if isinstance(item.value, str) and item.style in _WRAPPED
        )
        return max(ROW, *wrapped, ROW)


def _title(text: str) -> Row:
    return Row(items={1: Item(text, style="section")}, style="section", height=_SECTION)


def next_row(page: Page) -> int:
    """Return the number that the next row of a table gets, on the next printed page where this one is full."""
    page.keep(2 * ROW)
    return page.next


def words(*texts: str) -> list[Item]:
    """Return texts as cells of a list."""
    return [Item(text, style="wrap") for text in texts]


def amount(value: float | None, formula: str = "", style: str = "figure") -> Item:
    """Return a number as a cell of a list; a dash where there is none."""
    return Item(UNKNOWN, style="word") if value is None else Item(value, formula, style=style)
