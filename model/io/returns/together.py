"""The sheet Vorige ronde: last round's figures that stand for several rows of this edition together, beside their sum.

An earlier edition divided less. Nobody said how such a figure divides, so it cannot stand beside any one row.
"""

from __future__ import annotations

from model.io.excel.book import letters
from model.io.excel.layout import Item, Mark, Row
from model.io.returns.form import Form, as_text
from model.io.returns.progress_rows import column_of
from model.io.returns.sheets import SAMEN, SLEUTEL
from model.io.returns.words import ASKED
from model.returns.edition import EDITIES, Sleutel, words_of
from model.returns.ronde import Samen
from model.returns.voortgang import samen_gevraagd
from model.text import Text

POST, WHAT, GROOTHEID, YEAR, WAS, NOW, MOVED, ASKS, KEYS = range(1, 10)
_WIDTHS = {POST: 34.0, WHAT: 44.0, GROOTHEID: 18.0, **dict.fromkeys(range(YEAR, MOVED + 1), 13.0), ASKS: 16.0}
_TITLE = Text("Vorige ronde, samen", "Last round, together")
_ABOUT = Text(
    "Cijfers van vorige ronde die toen voor meer rijen samen golden, naast wat u nu over die rijen verdeelt. Waar een"
    " reden wordt gevraagd: geef die bij een van die rijen",
    "Figures of last round that held for several rows together, beside what you now divide over these rows. Where a"
    " reason is asked: give it in one of these rows",
)
_HEADS = (
    Text("post", "post"), Text("regel van toen", "row of then"), Text("grootheid", "quantity"), Text("jaar", "year"),
    Text("vorige ronde", "last round"), Text("nu samen", "now together"), Text("verschil", "change"),
    Text("oordeel", "verdict"),
)  # fmt: skip


def add_together(form: Form) -> None:
    """Make the page, where there are such figures."""
    if not form.together:
        return
    page = form.page(SAMEN, YEAR, KEYS)
    page.widths, page.last, page.freeze, page.repeat = _WIDTHS, ASKS, (4, 1), 4
    form.begin(page, form.say(_TITLE), _ABOUT, Item("", style="verdict"))
    styles = ["column"] * 3 + ["column-right"] * 4 + ["column"]
    heads = [Item(form.say(head), style=style) for head, style in zip(_HEADS, styles, strict=True)]
    page.add(Row(items=dict(enumerate(heads, start=POST))))
    asked = {each for each, _ in samen_gevraagd(form.opgave, form.ronde)}
    for each in form.together:
        page.add(_row(form, page.next, each, asks=each in asked))
    page.filter = f"A4:{letters(ASKS)}{page.next - 1}"
    word, first = as_text(form.say(ASKED)), f"{letters(ASKS)}5"
    page.marks.append(Mark(f"{first}:{letters(ASKS)}{page.next - 1}", f"{first}={word}", "todo"))


def reasons(form: Form) -> tuple[str, int]:
    """Return the formula of how many reasons the page asks, and that number."""
    column, word = f"${letters(ASKS)}$", as_text(form.say(ASKED))
    last = 4 + len(form.together)
    return f"COUNTIF('{SAMEN}'!{column}5:{column}{last},{word})", len(list(samen_gevraagd(form.opgave, form.ronde)))


def _row(form: Form, row: int, each: Samen, *, asks: bool) -> Row:
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
        ASKS: Item(form.say(ASKED) if asks else "", _asks(form, each, f"{letters(MOVED)}{row}", was), "check"),
    }
    return Row(items=items)


def _unit(form: Form, key: Sleutel) -> str:
    return form.ronde.editie.grootheden[key.grootheid].eenheid


def _sum(form: Form, each: Samen) -> str:
    """Return the formula that adds up the rows, each found by its key."""
    tabel = each.was.tabel
    amounts, keys = (column_of(tabel, code, form.count(tabel)) for code in (each.kolom, SLEUTEL))
    return "+".join(f"SUMIFS({amounts},{keys},{as_text(key.tekst())})" for key in each.sleutels)


def _asks(form: Form, each: Samen, moved: str, was: str) -> str:
    """Return the formula of whether a reason is asked: no cell is missing, and none of the rows gives one."""
    tabel = each.was.tabel
    amounts, keys, whole, reason = (
        column_of(tabel, code, form.count(tabel)) for code in (each.kolom, SLEUTEL, "geheel", "reden")
    )
    mine = "+".join(f"({keys}={as_text(key.tekst())})" for key in each.sleutels)
    stays = f'SUMPRODUCT(({mine})*(({amounts}="")*({whole}="")+({reason}<>"")))'
    bound = form.refs[_unit(form, each.was)]
    far = f"ABS({moved})>MAX({bound},{form.refs['deel']}*{was})"
    return f'IF(AND({far},{stays}=0),{as_text(form.say(ASKED))},"")'
