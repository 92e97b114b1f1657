"""The sheet Vorige ronde: last round's figures that stand for several rows of this edition together, beside their sum.

An earlier edition divided less. Nobody said how such a figure divides, so it cannot stand beside any one row.
"""

from __future__ import annotations

from model.io.excel.book import letters
from model.io.excel.layout import Item, Row
from model.io.returns.form import Form, as_text
from model.io.returns.progress_rows import column_of
from model.io.returns.sheets import SAMEN, SLEUTEL
from model.returns.edition import EDITIES, Sleutel, words_of
from model.returns.ronde import Samen
from model.text import Text

POST, WHAT, GROOTHEID, YEAR, WAS, NOW, MOVED, KEYS = range(1, 9)
_WIDTHS = {POST: 34.0, WHAT: 44.0, GROOTHEID: 18.0, **dict.fromkeys(range(YEAR, MOVED + 1), 13.0)}
_TITLE = Text("Vorige ronde, samen", "Last round, together")
_ABOUT = Text(
    "Cijfers van vorige ronde die toen voor meer rijen samen golden: leg ze naast wat u nu over die rijen verdeelt",
    "Figures of last round that held for several rows together: compare them with what you now divide over these rows",
)
_HEADS = (
    Text("post", "post"), Text("regel van toen", "row of then"), Text("grootheid", "quantity"), Text("jaar", "year"),
    Text("vorige ronde", "last round"), Text("nu samen", "now together"), Text("verschil", "change"),
)  # fmt: skip


def add_together(form: Form) -> None:
    """Make the page, where there are such figures."""
    if not form.together:
        return
    page = form.page(SAMEN, YEAR, KEYS)
    page.widths, page.last, page.freeze, page.repeat = _WIDTHS, MOVED, (4, 1), 4
    form.begin(page, form.say(_TITLE), _ABOUT, Item("", style="verdict"))
    styles = ["column"] * 3 + ["column-right"] * 4
    heads = [Item(form.say(head), style=style) for head, style in zip(_HEADS, styles, strict=True)]
    page.add(Row(items=dict(enumerate(heads, start=POST))))
    for each in form.together:
        page.add(_row(form, page.next, each))
    page.filter = f"A4:{letters(MOVED)}{page.next - 1}"


def _row(form: Form, row: int, each: Samen) -> Row:
    now = sum(form.opgave.regels[key].cel(each.kolom).waarde for key in each.sleutels)
    words = {word: form.say(term.naam) for word, term in words_of(EDITIES[each.editie])}
    what = " · ".join(words[word] for word in (each.was.soort, each.was.categorie) if word)
    style, pale = ("decimal", "last-decimal") if _unit(form, each.was) == "fte" else ("amount", "last")
    was, sum_ = (f"{letters(at)}{row}" for at in (WAS, NOW))
    items = {
        POST: Item(form.opgave.posten[each.was.tabel, each.was.post].naam),
        WHAT: Item(what),
        GROOTHEID: Item(words[each.was.grootheid]),
        YEAR: Item(form.column_name(each.kolom), style="narrow"),
        WAS: Item(each.cel.waarde, style=pale),
        NOW: Item(now, _sum(form, each), style),
        MOVED: Item(now - each.cel.waarde, f"{sum_}-{was}", style),
    }
    return Row(items=items)


def _unit(form: Form, key: Sleutel) -> str:
    return form.ronde.editie.grootheden[key.grootheid].eenheid


def _sum(form: Form, each: Samen) -> str:
    """Return the formula that adds up the rows, each found by its key."""
    tabel = each.was.tabel
    amounts, keys = (column_of(tabel, code, form.count(tabel)) for code in (each.kolom, SLEUTEL))
    return "+".join(f"SUMIFS({amounts},{keys},{as_text(key.tekst())})" for key in each.sleutels)
