"""The sheets with amounts: a row per key, a cell per year, and beside it the status by formula and last round."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from model.errors import figure
from model.io.excel.book import letters
from model.io.excel.choice import Choice
from model.io.excel.layout import Item, Mark, Page, Row, Span
from model.io.returns.cell_formulas import FROM, MOVED_FROM, REASON, STATE, WHOLE, moved, status, well
from model.io.returns.form import Form, area, as_text
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
)  # fmt: skip
from model.io.returns.words import ASKED, FULL, MISSING, WRONG
from model.returns.columns import KOLOMMEN
from model.returns.edition import Grootheid, Sleutel
from model.returns.fields import REGEL_VELDEN
from model.returns.opgave import Regel
from model.returns.terms import STATEN
from model.returns.voortgang import ontbreekt, verschillen
from model.text import Text, same

_WIDTHS = {
    POST: 27.0, SOORT: 15.0, CATEGORIE: 17.0, GROOTHEID: 15.0, EENHEID: 8.0, "geheel": 8.5, "reden": 24.0,
    "opmerking": 24.0, STATUS: 15.0, CONTROLE: 14.0, SLEUTEL: 46.0,
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
_EXPECTED = Text(
    "een getal van {low} tot en met {high} ({unit}), of {words}", "a number from {low} to {high} ({unit}), or {words}"
)
_FAR = Text(" rijen nog niet volledig", " rows not complete yet")


def add_amounts(form: Form, tabel: str) -> None:
    """Make the sheet of a table."""
    page = form.page(BLADEN[tabel], EERSTE, nummer(SLEUTEL))
    page.widths = {at: _WIDTHS.get(code, _YEAR) for at, code in enumerate(REGEL_KOLOMMEN, start=1)}
    page.last, page.freeze = nummer(STATUS), (HEAD_ROW, nummer(EENHEID))
    rows = [(key, regel) for key, regel in form.opgave.regels.items() if key.tabel == tabel]
    about = Text(*(_ABOUT.say(each, nvt=STATEN["nvt"].naam) for each in ("nl", "en")))
    form.begin(page, form.table_name(tabel), about, _far(form, rows))
    form.heads(page, REGEL_KOLOMMEN, regel_heads(form, tabel))
    if not rows:
        page.add(Row(items={1: Item(form.say(_NONE), style="note")}))
        return
    for key, regel in rows:
        page.add(_row(form, page, key, regel))
    page.choices += _choices(form, [key for key, _ in rows])
    page.marks += _marks(form, page)
    page.filter = f"A{HEAD_ROW}:{letters(len(REGEL_KOLOMMEN))}{page.next - 1}"


def _far(form: Form, rows: list[tuple[Sleutel, Regel]]) -> Item:
    if not rows:
        return Item("", style="verdict")
    states = f"{STATE}{FIRST_ROW}:{STATE}{FIRST_ROW + len(rows) - 1}"
    value = sum(row_status(form, key, regel) != form.say(FULL) for key, regel in rows)
    formula = f"ROWS({states})-COUNTIF({states},{as_text(form.say(FULL))})&{as_text(form.say(_FAR))}"
    return Item(f"{value}{form.say(_FAR)}", formula, "verdict")


def _row(form: Form, page: Page, key: Sleutel, regel: Regel) -> Row:
    grootheid, post, number = (
        form.ronde.editie.grootheden[key.grootheid],
        form.opgave.posten[key.tabel, key.post],
        page.next,
    )
    names = {POST: post.naam, **{code: form.words.get(word, "") for code, word in _words(key)}}
    items = {nummer(code): Item(text) for code, text in names.items() if text}
    items[nummer(EENHEID)] = Item(grootheid.eenheid, style="small")
    for veld in REGEL_VELDEN:
        text = form.choice_name(veld, regel.velden.get(veld.ident, "")) or None
        items[nummer(veld.ident)] = Item(text, style="entry-text", open=True)
    items[nummer(STATUS)] = Item(row_status(form, key, regel), status(form, grootheid.kind, number))
    items |= _last(form, key, regel, number)
    items[nummer(CONTROLE)] = Item(controle_sleutel(key.grootheid, post.artikel), style="key")
    decimal = "entry-decimal" if grootheid.eenheid == "fte" else "entry"
    values = [form.content(cel) for cel in regel.cellen]
    span = Span(EERSTE, values, style=decimal, open=range(EERSTE, LAATSTE + 1))
    return Row((key.tekst(), form.herkomst), items, span)


def _words(key: Sleutel) -> Iterator[tuple[str, str]]:
    yield from ((SOORT, key.soort), (CATEGORIE, key.categorie), (GROOTHEID, key.grootheid))


def _last(form: Form, key: Sleutel, regel: Regel, number: int) -> dict[int, Item]:
    """Return last round's figures of a row, and where they moved so much that a reason is asked."""
    last = form.last
    large = verschillen(key, regel, last, form.ronde.drempel)
    style = "last-decimal" if form.ronde.editie.grootheden[key.grootheid].eenheid == "fte" else "last"
    items = {}
    for kolom in KOLOMMEN:
        cel = last.get((key, kolom))
        if cel is not None and cel.bekend:
            items[nummer(vorige(kolom))] = Item(form.content(cel), style=style)
            items[nummer(verschil(kolom))] = Item(large.get(kolom, ""), moved(form, kolom, number), style)
    return items


def row_status(form: Form, key: Sleutel, regel: Regel) -> str:
    """Return the status of a row that was filled in well, as its formula says it."""
    missing = ontbreekt(regel)
    if missing:
        return f"{missing} {form.say(MISSING)}"
    asked = verschillen(key, regel, form.last, form.ronde.drempel) and not regel.velden.get("reden")
    return form.say(ASKED if asked else FULL)


def _choices(form: Form, keys: list[Sleutel]) -> Iterator[tuple[tuple[int, int, int, int], Choice]]:
    grootheden = form.ronde.editie.grootheden
    row = FIRST_ROW
    for _, run in groupby(keys, lambda key: grootheden[key.grootheid].eenheid):
        same_unit = list(run)
        last = row + len(same_unit) - 1
        yield (row, EERSTE, last, LAATSTE), amount_choice(form, grootheden[same_unit[0].grootheid])
        row = last + 1
    whole = next(veld for veld in REGEL_VELDEN if veld.ident == "geheel")
    options = tuple(form.say(term.naam) for term in whole.keuzes.values())
    yield (FIRST_ROW, nummer("geheel"), row - 1, nummer("geheel")), Choice(options)


def amount_choice(form: Form, grootheid: Grootheid) -> Choice:
    """Return what may be filled in in a cell of a grootheid."""
    kind = grootheid.kind
    words = " / ".join(form.state(word) for word in ("nihil", "nvt"))
    given = {"low": figure(kind.low), "high": figure(kind.high), "unit": grootheid.eenheid, "words": words}
    said = form.say(_EXPECTED, **given)
    return Choice(formula=well(form, kind), said=same(said))


def _marks(form: Form, page: Page) -> Iterator[Mark]:
    """Yield the looks: the status, cells that are wrong or ask for a reason, and where another post begins."""
    row, above = FIRST_ROW, FIRST_ROW - 1
    full, wrong = as_text(form.say(FULL)), as_text(form.say(WRONG))
    states = area(page, nummer(STATUS), nummer(STATUS))
    yield Mark(states, f"${STATE}{row}={full}", "done")
    yield Mark(states, f"${STATE}{row}={wrong}", "wrong")
    yield Mark(states, f"${STATE}{row}={as_text(form.say(ASKED))}", "todo")
    yield Mark(states, f"${STATE}{row}<>{full}", "open")
    amounts = area(page, EERSTE, LAATSTE)
    words = ",".join(f"{FROM}{row}<>{as_text(form.state(word))}" for word in ("nihil", "nvt"))
    yield Mark(amounts, f"AND(ISTEXT({FROM}{row}),{words})", "wrong")
    yield Mark(amounts, f'AND(ISNUMBER({MOVED_FROM}{row}),${REASON}{row}="")', "todo")
    yield Mark(amounts, f'AND({FROM}{row}="",${WHOLE}{row}<>"")', "filled")
    kind, entries = letters(nummer(GROOTHEID)), (EERSTE, nummer(REGEL_VELDEN[-1].ident))
    for style, formula in (("first", f"$A{row}<>$A{above}"), ("part", f"${kind}{row}<>${kind}{above}")):
        yield Mark(area(page, *entries), formula, f"{style}-entry")
        yield Mark(area(page, 1, EERSTE - 1), formula, style)
        yield Mark(states, formula, style)
    yield Mark(area(page, 1, 1), f"$A{row}=$A{above}", "same")
