"""The sheet Personeel: own and hired staff side by side, in euros and fte, by formulas over Cellen."""

from __future__ import annotations

from model.io.excel.book import letters
from model.io.excel.layout import Item, Page, Row
from model.io.returns.form import as_text
from model.io.returns.overview_cells import CATEGORIE, DEPARTEMENT, GROOTHEID, TABEL, Over
from model.io.returns.overview_sheets import CODE, NAME, PERSONEEL, UNKNOWN, WIDTHS, YEARS, Overview, amount, next_row
from model.returns.columns import KOLOMMEN
from model.returns.personnel import EXTERN, INTERN, SAMEN, Personeel, personeel
from model.returns.terms import TABELLEN
from model.text import Text

_ABOUT = Text(
    "Eigen en ingehuurd personeel naast elkaar, ten minste. Verhoudingen staan er alleen waar beide cijfers volledig en"
    " vergelijkbaar zijn.",
    "Own and hired staff side by side, at least. Ratios stand only where both figures are complete and comparable.",
)
_ALL = Text("alle departementen", "all departments")
_BY_YEAR = Text("{table}: alle departementen per jaar", "{table}: all departments by year")
_BY_DEPARTMENT = Text("{table}: per departement, {year}", "{table}: per department, {year}")
_SHARE, _OWN, _HIRED = Text("deel extern", "share hired"), Text("intern", "own"), Text("extern", "hired")
_LAST = YEARS + 6
_FIGURES = ((INTERN, "uitgaven"), (EXTERN, "uitgaven"), (INTERN, "fte"), (EXTERN, "fte"))
_COLUMNS = dict(zip(_FIGURES, (YEARS, YEARS + 1, YEARS + 3, YEARS + 4), strict=True))
THIS_YEAR = "t"


def add_staff(view: Overview) -> None:
    """Make the page: for each table all departments by year, and each department in the year of the round."""
    page = view.page(PERSONEEL, _ABOUT, _LAST, WIDTHS | dict.fromkeys(range(YEARS, _LAST + 1), 13.0))
    page.print_tables()
    names, over = view.uitslag.ronde.departementen, Over(view)
    heads = dict(zip(KOLOMMEN, view.heads, strict=True))
    for tabel in view.uitslag.ronde.editie.tabellen:
        found = {kolom: personeel(view.uitslag.telling, tabel, kolom) for kolom in KOLOMMEN}
        table = view.say(TABELLEN[tabel].naam)
        view.section(page, view.say(_BY_YEAR, table=table), len(KOLOMMEN), *_heads(view))
        for kolom, per_departement in found.items():
            _row(page, over, heads[kolom], per_departement[-1], tabel, kolom)
        title = view.say(_BY_DEPARTMENT, table=table, year=heads[THIS_YEAR])
        view.section(page, title, len(names) + 1, *_heads(view))
        for each in found[THIS_YEAR]:
            name = view.say(_ALL) if each.departement == SAMEN else names[each.departement].naam
            _row(page, over, name, each, tabel, THIS_YEAR)


def _heads(view: Overview) -> tuple[str, ...]:
    own, hired = (view.say(each) for each in (_OWN, _HIRED))
    money = [f"{each} k€" for each in (own, hired)]
    people = [f"{each} fte" for each in (own, hired)]
    ratios = [f"{each} k€/fte" for each in (own, hired)]
    return "", "", *money, view.say(_SHARE), *people, *ratios


def _row(page: Page, over: Over, name: str, each: Personeel, tabel: str, kolom: str) -> None:
    number, year = next_row(page), letters(YEARS + KOLOMMEN.index(kolom))
    mine = ((DEPARTEMENT, f"$B${number}"),) if each.departement != SAMEN else ()
    items = {NAME: Item(name)} | ({CODE: Item(each.departement, style="code")} if mine else {})
    at = {figure: f"{letters(column)}{number}" for figure, column in _COLUMNS.items()}
    for (categorie, grootheid), column in _COLUMNS.items():
        stand = (each.euro if grootheid == "uitgaven" else each.fte)[categorie]
        where = ((TABEL, as_text(tabel)), (GROOTHEID, as_text(grootheid)), (CATEGORIE, as_text(categorie)), *mine)
        style = "figure" if grootheid == "uitgaven" else "figure-decimal"
        total = over.total(f"${year}", *where)
        if stand.minstens or stand.heel:
            items[column] = Item(stand.minstens, total, style)
        else:
            items[column] = Item(UNKNOWN, f"IF({total}=0,{as_text(UNKNOWN)},{total})", style)
    own, hired = at[INTERN, "uitgaven"], at[EXTERN, "uitgaven"]
    items[YEARS + 2] = amount(each.deel_extern, f"{hired}/({own}+{hired})", "share")
    for column, categorie in ((YEARS + 5, INTERN), (YEARS + 6, EXTERN)):
        ratio = f"{at[categorie, 'uitgaven']}/{at[categorie, 'fte']}"
        items[column] = amount(each.per_fte(categorie), ratio, "figure-decimal")
    page.add(Row(items=items))
