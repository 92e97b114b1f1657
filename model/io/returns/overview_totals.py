"""The sheets Volledigheid and Totalen: what is answered and what it adds up to, by formulas over Cellen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from model.io.excel.book import letters
from model.io.excel.layout import Item, Mark, Page, Row
from model.io.returns.form import as_text
from model.io.returns.overview_cells import CATEGORIE, DEPARTEMENT, GROOTHEID, OTHER, SOORT, TABEL, Over
from model.io.returns.overview_sheets import (
    CODE,
    LAST,
    NAME,
    TOTALEN,
    UNKNOWN,
    VOLLEDIGHEID,
    WIDTHS,
    YEARS,
    Overview,
    next_row,
)
from model.returns.columns import KOLOMMEN
from model.returns.completeness import Volledigheid, deel_van, volledigheid
from model.returns.sentences import naam
from model.returns.telling import Vraag
from model.returns.terms import CATEGORIEEN, KOSTENSOORTEN, TABELLEN, Term
from model.returns.totals import Deel, Totaal, totaal
from model.text import Text

_COMPLETE = Text(
    "Deel van de gevraagde cellen met een antwoord; nihil en n.v.t. zijn antwoorden. Een tabel zonder posten is"
    " volledig als het departement dat bevestigt, en telt tot dan als één cel zonder antwoord.",
    "Share of the cells asked that are answered; nihil and n/a are answers. A table without posts is complete where the"
    " department confirms it, and until then counts as one cell without an answer.",
)
_TOTALS = Text(
    "Ten minste: alleen cellen die bekend en vergelijkbaar zijn tellen mee. – is geen nul maar onbekend. Tabellen zijn"
    " doorsneden van elkaar en worden nooit opgeteld.",
    "At least: only cells that are known and comparable count. – is no nought but unknown. Tables cut across each other"
    " and are never added up.",
)
_ALL, _LEAST = Text("alle departementen", "all departments"), Text("ten minste", "at least")
_NONE = Text("geen opgave", "no return")
_BY_SORT = Text("waarvan naar kostensoort", "of which by class of cost")
_BY_CATEGORY = Text("waarvan naar categorie", "of which by category")
_WHOLE = Text("departementen volledig (van {asked})", "departments complete (of {asked})")
_ASKED = Text("cellen in totaal", "cells in all")
_MISSING = Text("waarvan onbekend", "of which unknown")
_OTHER = Text("waarvan niet vergelijkbaar", "of which not comparable")
Criteria = Sequence[tuple[int, str]]


def add_completeness(view: Overview) -> None:
    """Make the page: a matrix of departments by table and year."""
    page, over = view.page(VOLLEDIGHEID, _COMPLETE, LAST, WIDTHS), Over(view)
    page.print_tables()
    found = {(each.departement, each.tabel, each.kolom): each for each in volledigheid(view.uitslag.telling)}
    for tabel in view.uitslag.ronde.editie.tabellen:
        view.by_year(page, view.say(TABELLEN[tabel].naam), len(view.uitslag.ronde.departementen) + 1)
        first, where = page.next, (TABEL, as_text(tabel))
        for ident, departement in view.uitslag.ronde.departementen.items():
            cells = [found[ident, tabel, kolom] for kolom in KOLOMMEN]
            mine = (where, (DEPARTEMENT, f"$B${next_row(page)}"))
            name = departement.naam + ("" if ident in view.uitslag.departementen else f" ({view.say(_NONE)})")
            formula = _share(over, mine, cells[:1])
            view.years(page, name, ident, [each.deel for each in cells], formula, style="complete")
        every = {k: [found[ident, tabel, k] for ident in view.uitslag.ronde.departementen] for k in KOLOMMEN}
        whole, formula = list(map(deel_van, every.values())), _share(over, (where,), every[KOLOMMEN[0]])
        view.years(page, view.say(_ALL), "", whole, formula, style="complete", row="sum")
        area = f"{letters(YEARS)}{first}:{letters(LAST)}{page.next - 1}"
        at = f"{letters(YEARS)}{first}"
        page.marks += [Mark(area, f"{at}=1", "done"), Mark(area, f"{at}<1", "todo")]


def _share(over: Over, criteria: Criteria, of: Sequence[Volledigheid]) -> str:
    """Return the formula of the share of answers; of who has no posts, and no cells, one word is asked."""
    cells, missing = over.cells("@", *criteria), over.count("@", over.missing, *criteria)
    without = [each for each in of if not each.cellen]
    said = sum(each.beantwoord for each in without)
    return f"({cells}-{missing}+{said})/({cells}+{len(without)})"


def add_totals(view: Overview) -> None:
    """Make the page: a table for everything that can be added up, per department, kostensoort and categorie."""
    page, over, editie = view.page(TOTALEN, _TOTALS, LAST, WIDTHS), Over(view), view.uitslag.ronde.editie
    page.print_tables()
    for tabel, namen in editie.tabellen.items():
        for grootheid in namen:
            if editie.grootheden[grootheid].optelbaar:
                _Table(view, page, over, Vraag(tabel, grootheid)).add()


class _Table:
    """The table of one quantity in one table of the return."""

    def __init__(self, view: Overview, page: Page, over: Over, vraag: Vraag) -> None:
        self.view, self.page, self.over, self.vraag = view, page, over, vraag
        self.grootheid = view.uitslag.ronde.editie.grootheden[vraag.grootheid]
        self.style = "figure-decimal" if self.grootheid.eenheid == "fte" else "figure"
        self.where: Criteria = ((TABEL, as_text(vraag.tabel)), (GROOTHEID, as_text(vraag.grootheid)))
        self.found = self._totals(vraag)

    def add(self) -> None:
        """Put it on the page."""
        ronde, view = self.view.uitslag.ronde, self.view
        title = f"{view.say(naam(self.vraag, ronde.editie))} ({self._unit()})"
        view.by_year(self.page, title, len(ronde.departementen) + 5)
        first = self.page.next
        for ident, departement in ronde.departementen.items():
            self._department(ident, departement.naam)
        rows = f"@${first}:@${self.page.next - 1}"
        self._row(_LEAST, "", [each.minstens for each in self.found], f"SUM({rows})", "sum")
        self._rests()
        soorten = view.uitslag.ronde.editie.soorten if self.grootheid.soorten else ()
        self._parts(_BY_SORT, soorten, KOSTENSOORTEN, SOORT, lambda word: self.vraag._replace(soort=word))
        parts = self.grootheid.categorieen
        self._parts(_BY_CATEGORY, parts, CATEGORIEEN, CATEGORIE, lambda word: self.vraag._replace(categorie=word))

    def _totals(self, vraag: Vraag) -> list[Totaal]:
        return [totaal(self.view.uitslag.telling, vraag, kolom) for kolom in KOLOMMEN]

    def _unit(self) -> str:
        unit = self.grootheid.eenheid
        return self.view.say(Text("x € 1.000", "x € 1,000")) if unit == "k€" else unit

    def _department(self, ident: str, name: str) -> None:
        parts = [each.delen[ident] for each in self.found]
        mine = (*self.where, (DEPARTEMENT, f"${letters(CODE)}${next_row(self.page)}"))
        total = self.over.total("@", *mine)
        formula = total if parts[0].geen else f"IF({self.over.counted('@', *mine)}=0,{as_text(UNKNOWN)},{total})"
        self.view.years(self.page, name, ident, list(_known(parts)), formula, style=self.style)

    def _rests(self) -> None:
        whole = self.view.say(_WHOLE, asked=len(self.found[0].delen))
        self.view.years(self.page, whole, "", [len(each.volledig) for each in self.found], style="count", row="note")
        asked, cells = [each.cellen for each in self.found], self.over.cells("@", *self.where)
        self.view.years(self.page, self.view.say(_ASKED), "", asked, cells, style="count", row="note")
        for text, values, word in (
            (_MISSING, [each.onbekend for each in self.found], self.over.missing),
            (_OTHER, [each.onvergelijkbaar for each in self.found], f"{OTHER}*"),
        ):
            formula = self.over.count("@", word, *self.where)
            self.view.years(self.page, self.view.say(text), "", values, formula, style="count", row="note")

    def _parts(
        self, title: Text, parts: Sequence[str], terms: Mapping[str, Term], column: int, ask: Callable[[str], Vraag]
    ) -> None:
        if parts:
            self.page.add(Row(items={NAME: Item(self.view.say(title), style="note")}))
        for word in parts:
            values = [each.minstens for each in self._totals(ask(word))]
            where = (*self.where, (column, f"${letters(CODE)}${next_row(self.page)}"))
            self._row(terms[word].naam, word, values, self.over.total("@", *where), label="indent")

    def _row(
        self, text: Text, code: str, values: Sequence[float], formula: str, style: str = "", label: str = "text"
    ) -> None:
        self.view.years(self.page, self.view.say(text), code, values, formula, style=self.style, row=style, label=label)


def _known(parts: Iterable[Deel]) -> Iterator[float | str]:
    for each in parts:
        yield each.minstens if each.telt or each.geen else UNKNOWN
