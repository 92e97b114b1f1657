"""Per table on Voortgang: its cells by state and year, reasons that are asked, and the sums beside last round's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from model.io.excel.book import letters
from model.io.excel.layout import Content, Item, Page, Row
from model.io.returns.form import Form, as_text
from model.io.returns.progress_rows import LABEL, LAST, VALUE, YEARS, column_of, section
from model.io.returns.sheets import BLADEN, GROOTHEID, verschil, vorige
from model.returns.columns import KOLOMMEN
from model.returns.edition import Sleutel
from model.returns.opgave import ONTBREEKT, Regel
from model.returns.terms import TABELLEN
from model.text import Text

_HEAD, _ALL = Text("cellen", "cells"), Text("samen", "together")
_CELLS, _REASONS = Text("gevraagde cellen", "cells asked"), Text("redenen gevraagd", "reasons asked")
_SHARE = Text("deel dat is beantwoord", "share that is answered")
_WAS = Text("vorige ronde", "last round")
_OPEN = Text("naar het blad", "to the sheet")
_ROWS = 16  # of a part, at most
STATES = ("waarde", "nihil", "nvt", "ontbreekt")


@dataclass(frozen=True, slots=True)
class Counted:
    """What the base of a department holds: cells by table, column and state, and reasons by table and column."""

    cells: Counter[tuple[str, str, str]]
    reasons: Counter[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class TableBlock:
    """Where the numbers of a table stand: the sums over years of what is missing and of reasons that are asked."""

    missing: str
    reasons: str


def add_table(form: Form, page: Page, tabel: str, counted: Counted) -> TableBlock:
    """Put in the part of a table with rows."""
    rows = [(key, regel) for key, regel in form.opgave.regels.items() if key.tabel == tabel]
    years = [form.column_name(kolom) for kolom in KOLOMMEN]
    section(form, page, TABELLEN[tabel].naam, _ROWS, [form.say(_HEAD), form.say(_ALL), *years])
    link = Item(f"{form.say(_OPEN)} {BLADEN[tabel]}", style="jump-part", link=f"internal:'{BLADEN[tabel]}'!A1")
    page.rows[page.next - 2].items[VALUE] = link
    count = [f"ROWS({column_of(tabel, kolom, len(rows))})" for kolom in KOLOMMEN]
    cells = _counts(page, form.say(_CELLS), count, [len(rows)] * len(KOLOMMEN))
    places = {}
    for state in STATES:
        formulas = [_counting(form, tabel, kolom, len(rows), state) for kolom in KOLOMMEN]
        values = [counted.cells[tabel, kolom, state] for kolom in KOLOMMEN]
        places[state] = _counts(page, form.state(state), formulas, values)
    missing = [counted.cells[tabel, kolom, "ontbreekt"] for kolom in KOLOMMEN]
    _answered(form, page, cells, places["ontbreekt"], [each / len(rows) for each in missing])
    given = column_of(tabel, "reden", len(rows))
    asked = [f'SUMPRODUCT(ISNUMBER({column_of(tabel, verschil(kolom), len(rows))})*({given}=""))' for kolom in KOLOMMEN]
    reasons = _counts(page, form.say(_REASONS), asked, [counted.reasons[tabel, kolom] for kolom in KOLOMMEN])
    _sums(form, page, tabel, rows)
    return TableBlock(f"{letters(VALUE)}{places['ontbreekt']}", f"{letters(VALUE)}{reasons}")


def _counting(form: Form, tabel: str, kolom: str, rows: int, state: str) -> str:
    """Return the formula of how many cells of a column are in a state; a nought is nihil.

    COUNTIFS does not do for empty cells: LibreOffice leaves out those at the foot of a range.
    """
    cells, whole = column_of(tabel, kolom, rows), column_of(tabel, "geheel", rows)
    if state == "waarde":
        return f"COUNT({cells})-COUNTIF({cells},0)"
    if state == "ontbreekt":
        return f'SUMPRODUCT(({cells}="")*({whole}=""))'
    word = as_text(form.state(state))
    noughts = f"COUNTIF({cells},0)+" if state == "nihil" else ""
    return f'{noughts}COUNTIF({cells},{word})+SUMPRODUCT(({cells}="")*({whole}={word}))'


def _counts(page: Page, label: str, formulas: Sequence[str], values: Sequence[int]) -> int:
    """Put in a row of counts with their sum, and return its number."""
    row = page.next
    across = f"{letters(YEARS)}{row}:{letters(LAST)}{row}"
    items = {LABEL: Item(label), VALUE: Item(sum(values), f"SUM({across})", "amount")}
    return page.add(Row(items=items | _over(formulas, values)))


def _answered(form: Form, page: Page, cells: int, missing: int, shares: Sequence[float]) -> None:
    """Put in what share of the cells is answered, from the rows of `cells` and `missing`; `shares` are missing."""
    formulas = [f"1-{letters(at)}{missing}/{letters(at)}{cells}" for at in range(VALUE, LAST + 1)]
    values = [1 - sum(shares) / len(shares), *(1 - share for share in shares)]
    pairs = enumerate(zip(formulas, values, strict=True), start=VALUE)
    items = {at: Item(value, formula, "share") for at, (formula, value) in pairs}
    page.add(Row(items={LABEL: Item(form.say(_SHARE))} | items))


def _over(formulas: Sequence[str], values: Sequence[Content], style: str = "amount") -> dict[int, Item]:
    pairs = enumerate(zip(formulas, values, strict=True), start=YEARS)
    return {at: Item(value, formula, style) for at, (formula, value) in pairs}


def _sums(form: Form, page: Page, tabel: str, rows: Sequence[tuple[Sleutel, Regel]]) -> None:
    """Put in what the rows of each grootheid add up to, and what they did last round; shares do not add up."""
    for naam in form.ronde.editie.tabellen[tabel]:
        grootheid = form.ronde.editie.grootheden[naam]
        if grootheid.eenheid == "%":
            continue
        kinds, word = column_of(tabel, GROOTHEID, len(rows)), as_text(form.words[naam])
        named = form.words[naam]
        label = named if named == grootheid.eenheid else f"{named} ({grootheid.eenheid})"
        own = [regel for key, regel in rows if key.grootheid == naam]
        keys = [key for key, _ in rows if key.grootheid == naam]
        now = [sum(regel.cel(kolom).waarde for regel in own) for kolom in KOLOMMEN]
        was = [sum(form.last.get((key, kolom), ONTBREEKT).waarde for key in keys) for kolom in KOLOMMEN]
        sums = [f"SUMIFS({column_of(tabel, kolom, len(rows))},{kinds},{word})" for kolom in KOLOMMEN]
        last = [f"SUMIFS({column_of(tabel, vorige(kolom), len(rows))},{kinds},{word})" for kolom in KOLOMMEN]
        style, pale = ("decimal", "last-decimal") if grootheid.eenheid == "fte" else ("amount", "last")
        page.add(Row(items={LABEL: Item(label)} | _over(sums, now, style)))
        page.add(Row(items={LABEL: Item(form.say(_WAS), style="small")} | _over(last, was, pale)))
