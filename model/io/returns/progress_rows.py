"""The columns of Voortgang, and the rows that its parts are made of."""

from __future__ import annotations

from collections.abc import Sequence

from model.io.excel.book import letters
from model.io.excel.layout import Item, Mark, Page, Row
from model.io.excel.paper import ROW
from model.io.returns.form import Form, as_text
from model.io.returns.sheets import BLADEN, FIRST_ROW, nummer
from model.io.returns.words import NOG_TE_DOEN, READY
from model.text import Text

LABEL, VALUE, YEARS, LAST, KEYS = 1, 2, 3, 10, 12
WIDTHS = {LABEL: 44.0, VALUE: 26.0, **dict.fromkeys(range(YEARS, LAST + 1), 11.5), 11: 3.0, KEYS: 24.0, KEYS + 1: 36.0}


def section(
    form: Form, page: Page, title: Text, rows: int, heads: Sequence[str] = (), about: Text | None = None
) -> None:
    """Begin a part of so many rows: its title, what it is about and, where it is a table, the heads of its columns."""
    form.part(page, title, ROW * (rows + 2))
    if about is not None:
        page.add(Row(items={LABEL: Item(form.say(about), style="small")}))
    if heads:
        names = [Item(head, style="column" if at == 0 else "column-right") for at, head in enumerate(heads)]
        page.add(Row(items=dict(enumerate(names, start=LABEL))))


def verdict(form: Form, page: Page, of: str, value: int) -> Item:
    """Return the verdict, in column C, on a number of things to do in cell `of`; it turns green or amber."""
    at, ready = f"{letters(YEARS)}{page.next}", as_text(form.say(READY))
    page.marks += [Mark(at, f"{at}={ready}", "done"), Mark(at, f"{at}<>{ready}", "todo")]
    still = form.say(NOG_TE_DOEN)
    return Item(still if value else form.say(READY), f"IF({of}=0,{ready},{as_text(still)})", "check")


def column_of(tabel: str, code: str, rows: int) -> str:
    """Return the range of a column on the sheet of a table with so many rows."""
    column = letters(nummer(code))
    return f"'{BLADEN[tabel]}'!${column}${FIRST_ROW}:${column}${FIRST_ROW + rows - 1}"
