"""The sheets with amounts: a row per key, a cell per year, and beside it the status by formula and last round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from model.io.excel.book import letters
from model.io.excel.layout import Item, Row, Span
from model.io.returns.amount_rules import choices, marks
from model.io.returns.cell_formulas import STATE, moved, status
from model.io.returns.form import Form, as_text
from model.io.returns.regel_heads import regel_heads
from model.io.returns.sheets import (
    BLADEN,
    CATEGORIE,
    CONTROLE,
    EENHEID,
    EERSTE,
    FIRST_ROW,
    GROOTHEID,
    HEAD_ROW,
    HERKOMST,
    LAATSTE,
    POST,
    REGEL_KOLOMMEN,
    SLEUTEL,
    SOORT,
    STATUS,
    controle_sleutel,
    nummer,
    verschil,
    vorige,
)
from model.io.returns.words import ASKED, FULL, MISSING
from model.returns.columns import KOLOMMEN
from model.returns.edition import Sleutel
from model.returns.fields import REGEL_VELDEN
from model.returns.opgave import Regel
from model.returns.terms import STATEN
from model.returns.voortgang import ontbreekt, verschillen
from model.text import Text

_AT = {code: number for number, code in enumerate(REGEL_KOLOMMEN, start=1)}
_WIDTHS = {
    POST: 27.0, SOORT: 15.0, CATEGORIE: 17.0, GROOTHEID: 15.0, EENHEID: 8.0, "geheel": 8.5, "reden": 24.0,
    "opmerking": 24.0, STATUS: 15.0, CONTROLE: 14.0, SLEUTEL: 46.0, HERKOMST: 36.0,
}  # fmt: skip
_YEAR = 9.5
_ABOUT = Text(
    "Vul elke gele cel: een getal, nihil of {nvt}; bedragen x € 1.000",
    "Fill in every yellow cell: a number, nihil or {nvt}; amounts x € 1,000",
)
_NONE = Text(
    "Er zijn geen posten voor dit blad; bevestig dat onder aan Voortgang",
    "There are no posts for this sheet; confirm that at the foot of Voortgang",
)
_FAR = Text(" rijen nog niet volledig", " rows not complete yet")


@dataclass(frozen=True, slots=True)
class _Line:
    """A row with what is worked out of it: by how much it moved where a reason is asked, and its status."""

    key: Sleutel
    regel: Regel
    moved: Mapping[str, float]
    status: str


def add_amounts(form: Form, tabel: str) -> None:
    """Make the sheet of a table."""
    page = form.page(BLADEN[tabel], EERSTE, nummer(SLEUTEL))
    page.widths = {at: _WIDTHS.get(code, _YEAR) for at, code in enumerate(REGEL_KOLOMMEN, start=1)}
    page.last, page.freeze, page.wide = nummer(STATUS), (HEAD_ROW, nummer(EENHEID)), True
    lines = [_line(form, key, regel) for key, regel in form.opgave.regels.items() if key.tabel == tabel]
    about = _ABOUT.filled(nvt=STATEN["nvt"].naam)
    form.begin(page, form.table_name(tabel), about, _far(form, lines))
    form.heads(page, REGEL_KOLOMMEN, regel_heads(form, tabel))
    if not lines:
        page.add(Row(items={1: Item(form.say(_NONE), style="note")}))
        return
    for line in lines:
        page.add(_row(form, page.next, line))
    page.choices += choices(form, [line.key for line in lines])
    page.marks += marks(form, page)
    page.filter = f"A{HEAD_ROW}:{letters(len(REGEL_KOLOMMEN))}{page.next - 1}"


def _line(form: Form, key: Sleutel, regel: Regel) -> _Line:
    moved, missing = verschillen(key, regel, form.last, form.ronde), ontbreekt(regel)
    asked = moved and not regel.velden.get("reden")
    status = f"{missing} {form.say(MISSING)}" if missing else form.say(ASKED if asked else FULL)
    return _Line(key, regel, moved, status)


def _far(form: Form, lines: Sequence[_Line]) -> Item:
    if not lines:
        return Item("", style="verdict")
    states, full = f"{STATE}{FIRST_ROW}:{STATE}{FIRST_ROW + len(lines) - 1}", form.say(FULL)
    value = sum(line.status != full for line in lines)
    formula = f"ROWS({states})-COUNTIF({states},{as_text(full)})&{as_text(form.say(_FAR))}"
    return Item(f"{value}{form.say(_FAR)}", formula, "verdict")


def _row(form: Form, number: int, line: _Line) -> Row:
    key, regel = line.key, line.regel
    grootheid, post = form.ronde.editie.grootheden[key.grootheid], form.opgave.posten[key.tabel, key.post]
    named = ((SOORT, key.soort), (CATEGORIE, key.categorie), (GROOTHEID, key.grootheid))
    items = {_AT[POST]: Item(post.naam)} | {_AT[code]: Item(form.words[word]) for code, word in named if word}
    items[_AT[EENHEID]] = Item(grootheid.eenheid, style="small")
    for veld in REGEL_VELDEN:
        text = form.choice_name(veld, regel.velden.get(veld.ident, "")) or None
        items[_AT[veld.ident]] = Item(text, style="entry-text", open=True)
    items[_AT[STATUS]] = Item(line.status, status(form, grootheid.kind, number))
    items |= _last(form, number, line, grootheid.eenheid)
    items[_AT[CONTROLE]] = Item(controle_sleutel(key.grootheid, post.artikel), style="key")
    style = "entry-decimal" if grootheid.eenheid == "fte" else "entry"
    values = [form.content(cel) for cel in regel.cellen]
    span = Span(EERSTE, values, style=style, open=range(EERSTE, LAATSTE + 1))
    return Row((key.tekst(), form.herkomst), items, span)


def _last(form: Form, number: int, line: _Line, eenheid: str) -> dict[int, Item]:
    """Return last round's figures of a row, and where they moved so much that a reason is asked."""
    items, style = {}, "last-decimal" if eenheid == "fte" else "last"
    for kolom in KOLOMMEN:
        cel = form.last.get((line.key, kolom))
        if cel is not None and cel.bekend:
            items[_AT[vorige(kolom)]] = Item(form.content(cel), style=style)
            items[_AT[verschil(kolom)]] = Item(line.moved.get(kolom, ""), moved(form, eenheid, kolom, number), style)
    return items
