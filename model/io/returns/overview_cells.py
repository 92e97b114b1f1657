"""The sheet Cellen: every cell of every return, as it counts; the totals of the workbook are sums over these.

A number counts. What does not is a word: a state, or after `≠` a figure that is known but not comparable.
"""

from __future__ import annotations

from model.io.excel.book import letters
from model.io.excel.layout import Content, Item, Row, Span
from model.io.returns.labels import typed
from model.io.returns.overview_sheets import CELLEN, CODE, LAST, NAME, YEARS, Overview
from model.returns.columns import KOLOMMEN
from model.returns.comparability import Oordeel
from model.returns.terms import STATEN
from model.text import Language, Text

TABEL, GROOTHEID, SOORT, CATEGORIE, EENHEID, BESTAND, PLAATS, SLEUTEL = range(LAST + 1, LAST + 9)
DEPARTEMENT = CODE
_WIDTHS = {
    NAME: 34.0, CODE: 17.0, **dict.fromkeys(range(YEARS, LAST + 1), 11.5), TABEL: 13.0, GROOTHEID: 15.0, SOORT: 15.0,
    CATEGORIE: 13.0, EENHEID: 8.0, BESTAND: 34.0, PLAATS: 20.0, SLEUTEL: 40.0,
}  # fmt: skip
OTHER = "≠"
_ABOUT = Text(
    "Elke cel van elke opgave. Een getal telt mee; een woord niet, en ≠ is bekend maar niet vergelijkbaar. Hierover"
    " gaan de formules op Totalen, Volledigheid en Personeel.",
    "Every cell of every return. A number counts; a word does not, and ≠ is known but not comparable. The formulas on"
    " Totalen, Volledigheid and Personeel are about these.",
)
_HEADS = (
    Text("tabel", "table"), Text("grootheid", "quantity"), Text("kostensoort", "class of cost"),
    Text("categorie", "category"), Text("eenheid", "unit"), Text("bestand", "file"), Text("rij", "row"),
    Text("kenmerk", "key"),
)  # fmt: skip


def add_cells(view: Overview) -> None:
    """Make the page, after which formulas can be about it."""
    page = view.page(CELLEN, _ABOUT, SLEUTEL, _WIDTHS)
    page.wide = True
    page.skip()
    head = page.repeat = page.next
    page.freeze = head, NAME
    heads = (view.say(Text("post", "post")), view.say(Text("departement", "department")), *view.heads)
    named = (*heads, *map(view.say, _HEADS))
    page.add(Row(items={at: Item(head, style="column") for at, head in enumerate(named, start=1)}))
    grootheden = view.uitslag.ronde.editie.grootheden
    for row in view.rows:
        key, files = row.sleutel, dict.fromkeys(bron for found in row.bronnen.values() for bron in found)
        texts = {
            CODE: row.departement, TABEL: key.tabel, GROOTHEID: key.grootheid, SOORT: key.soort,
            CATEGORIE: key.categorie, EENHEID: grootheden[key.grootheid].eenheid,
            BESTAND: "; ".join(dict.fromkeys(bron.bestand for bron in files)),
            PLAATS: "; ".join(dict.fromkeys(_row_of(bron.adres) for bron in files)), SLEUTEL: key.tekst(),
        }  # fmt: skip
        items = {NAME: Item(row.post.naam), **{at: Item(text) for at, text in texts.items() if text}}
        values = [content(row.oordelen.get(kolom), view.language) for kolom in KOLOMMEN]
        page.add(Row(items=items, span=Span(YEARS, values, style="figure-decimal")))
    if page.next > head + 1:
        page.filter = f"A{head}:{letters(SLEUTEL)}{page.next - 1}"


def _row_of(adres: str) -> str:
    """Return the sheet and row of a cell."""
    sheet, _, cell = adres.rpartition("!")
    return f"{sheet}!{cell.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}" if sheet else adres


def content(oordeel: Oordeel | None, language: Language) -> Content:
    """Return what stands for a cell: a number only where it counts."""
    if oordeel is None:
        return None
    cel = oordeel.cel
    said = STATEN[cel.staat].naam.say(language)
    if cel.bekend and oordeel.afwijkingen:
        return f"{OTHER} {typed(cel.waarde) if cel.staat == 'waarde' else said}"
    return cel.waarde if cel.staat == "waarde" else said


class Over:
    """Formulas over the sheet: sums and counts of the cells of a year that meet criteria, by column and word."""

    def __init__(self, view: Overview) -> None:
        page = view.pages[CELLEN]
        self.first, self.last = page.repeat + 1, max(page.next - 1, page.repeat + 1)
        self.missing, self.nihil, self.nvt = (STATEN[s].naam.say(view.language) for s in ("ontbreekt", "nihil", "nvt"))

    def total(self, column: str, *criteria: tuple[int, str]) -> str:
        """Return the sum of what counts in a column; criteria are a column and what must stand in it, as a formula."""
        return f"SUMIFS({self._range(column)}{self._where(criteria)})"

    def count(self, column: str, word: str, *criteria: tuple[int, str]) -> str:
        """Return how many cells of a column are a word, or meet a condition."""
        return f'COUNTIFS({self._range(column)},"{word}"{self._where(criteria)})'

    def counted(self, column: str, *criteria: tuple[int, str]) -> str:
        """Return how many cells count."""
        return "+".join(self.count(column, word, *criteria) for word in (">=0", self.nihil, self.nvt))

    def cells(self, column: str, *criteria: tuple[int, str]) -> str:
        """Return how many cells there are."""
        return self.count(column, "<>", *criteria)

    def _where(self, criteria: tuple[tuple[int, str], ...]) -> str:
        return "".join(f",{self._range(f'${letters(column)}')},{word}" for column, word in criteria)

    def _range(self, column: str) -> str:
        return f"{CELLEN}!{column}${self.first}:{column}${self.last}"
