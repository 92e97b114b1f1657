"""The sheet Posten: a row for what is asked about, with its fields in words."""

from __future__ import annotations

from collections.abc import Iterator

from model.io.excel.book import letters
from model.io.excel.choice import Choice
from model.io.excel.layout import Item, Mark, Page, Row
from model.io.excel.paper import text_height
from model.io.returns.form import Form, area, as_text
from model.io.returns.sheets import (
    FIRST_ROW,
    HEAD_ROW,
    POST_KOLOMMEN,
    POSTEN,
    SLEUTEL,
    STATUS,
    TABEL,
    nummer,
    post_sleutel,
)
from model.io.returns.words import FULL, MISSING
from model.returns.fields import POST_VELDEN, Veld
from model.returns.opgave import Post
from model.returns.terms import TABELLEN
from model.returns.voortgang import post_ontbreekt
from model.text import Text

_WIDTHS = {
    TABEL: 25.0, "naam": 34.0, "artikel": 17.0, "instrument": 24.0, "dashboard": 22.0, "jbr": 20.0, "definitie": 14.0,
    "aard": 13.0, "fase": 19.0, "prijzen": 16.0, "toelichting": 40.0, STATUS: 13.0, SLEUTEL: 34.0,
}  # fmt: skip
_TITLE = Text("Posten", "Posts")
_ABOUT = Text(
    "Waarover wordt gevraagd. Vul de gele cellen; definitie, aard, fase en prijzen alleen waar zij anders zijn dan"
    " gevraagd",
    "What is asked about. Fill in the yellow cells; leave definition, kind, phase and prices empty where as asked",
)
_FAR = Text(" posten nog niet volledig", " posts not complete yet")
_TABLE = Text("soort post", "kind of post")
_STATUS = Text(
    "volledig, of hoeveel velden ontbreken: die verplicht zijn, en bij een eigen definitie de toelichting",
    "complete, or how many fields are missing: those that are needed, and with an own definition the explanation",
)


def add_posts(form: Form) -> None:
    """Make the page Posten."""
    page = form.page(POSTEN, 1, nummer(SLEUTEL, POST_KOLOMMEN))
    page.widths = {at: _WIDTHS.get(code, 30.0) for at, code in enumerate(POST_KOLOMMEN, start=1)}
    page.last, page.freeze, page.wide = _at(STATUS), (HEAD_ROW, _at("naam")), True
    posten = list(form.opgave.posten.values())
    form.begin(page, form.say(_TITLE), _ABOUT, _far(form, posten))
    form.heads(page, POST_KOLOMMEN, _heads(form))
    for post in posten:
        page.add(_row(form, page, post))
    if posten:
        page.choices += _choices(form, len(posten))
        page.marks += _marks(form, page)
        page.filter = f"A{HEAD_ROW}:{letters(len(POST_KOLOMMEN))}{page.next - 1}"


def _at(code: str) -> int:
    return nummer(code, POST_KOLOMMEN)


def _heads(form: Form) -> dict[str, Item]:
    heads = {
        veld.ident: form.head(form.say(veld.term.naam) + ("" if not veld.verplicht else " *"), _comment(form, veld))
        for veld in POST_VELDEN
    }
    return heads | {
        TABEL: form.head(form.say(_TABLE), form.comment(*TABELLEN.values())),
        STATUS: form.head(STATUS, form.say(_STATUS)),
    }


def _comment(form: Form, veld: Veld) -> str:
    return "\n".join([form.comment(veld.term), *([form.comment(*veld.keuzes.values())] if veld.keuzes else [])])


def _far(form: Form, posten: list[Post]) -> Item:
    if not posten:
        return Item("", style="verdict")
    states = f"{letters(_at(STATUS))}{FIRST_ROW}:{letters(_at(STATUS))}{FIRST_ROW + len(posten) - 1}"
    value = sum(post_ontbreekt(post) > 0 for post in posten)
    formula = f"ROWS({states})-COUNTIF({states},{as_text(form.say(FULL))})&{as_text(form.say(_FAR))}"
    return Item(f"{value}{form.say(_FAR)}", formula, "verdict")


def _row(form: Form, page: Page, post: Post) -> Row:
    items = {_at(TABEL): Item(form.table_name(post.tabel), style="top")}
    for veld in POST_VELDEN:
        text = form.choice_name(veld, post.velden.get(veld.ident, "")) or None
        opened = not veld.ingevuld
        items[_at(veld.ident)] = Item(
            text if text or opened else "", style="entry-wrap" if opened else "wrap", open=opened
        )
    missing = post_ontbreekt(post)
    status = f"{missing} {form.say(MISSING)}" if missing else form.say(FULL)
    items[_at(STATUS)] = Item(status, _status(form, page.next), "top")
    heights = (text_height(str(item.value or ""), page.widths[at]) for at, item in items.items())
    return Row((post_sleutel(post.tabel, post.ident), form.herkomst), items, height=max(heights))


def _status(form: Form, row: int) -> str:
    """Return the formula of a post's status; what is prefilled is counted too, in case it was emptied."""
    empty = [f'IF({letters(_at(veld.ident))}{row}="",1,0)' for veld in POST_VELDEN if veld.verplicht]
    own = next(veld for veld in POST_VELDEN if veld.ident == "definitie").keuzes["eigen"]
    definition, why = (f"{letters(_at(code))}{row}" for code in ("definitie", "toelichting"))
    empty.append(f'IF(AND({definition}={as_text(form.say(own.naam))},{why}=""),1,0)')
    missing = "+".join(empty)
    return f"IF({missing}=0,{as_text(form.say(FULL))},{missing}&{as_text(' ' + form.say(MISSING))})"


def _choices(form: Form, count: int) -> Iterator[tuple[tuple[int, int, int, int], Choice]]:
    for veld in POST_VELDEN:
        if veld.keuzes:
            column = _at(veld.ident)
            options = tuple(form.say(term.naam) for term in veld.keuzes.values())
            yield (FIRST_ROW, column, FIRST_ROW + count - 1, column), Choice(options)


def _marks(form: Form, page: Page) -> Iterator[Mark]:
    states, full = area(page, _at(STATUS), _at(STATUS)), as_text(form.say(FULL))
    yield Mark(states, f"${letters(_at(STATUS))}{FIRST_ROW}={full}", "done")
    yield Mark(states, f"${letters(_at(STATUS))}{FIRST_ROW}<>{full}", "todo")
    yield Mark(area(page, 1, _at(STATUS)), f"$A{FIRST_ROW}<>$A{HEAD_ROW}", "first")
