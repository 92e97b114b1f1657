"""The foot of Voortgang: control totals, when a reason is asked, and the sign-off by FEZ and CIO."""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.io.excel.book import letters
from model.io.excel.choice import Choice
from model.io.excel.layout import Item, Mark, Page, Row
from model.io.returns.form import Form, as_text
from model.io.returns.progress_rows import KEYS, LABEL, VALUE, YEARS, column_of, section
from model.io.returns.sheets import (
    ANTWOORD,
    CONTROLE,
    DIRECTIE,
    HERKOMST,
    SLEUTEL,
    VOORTGANG,
    aftekening_sleutel,
    controle_sleutel,
)  # fmt: skip
from model.io.returns.words import DIFFERS, FITS
from model.returns.fields import AFTEKENING, VERKLARINGEN, Veld, geen
from model.returns.ronde import GRENZEN
from model.returns.voortgang import AFRONDING, Controle
from model.text import Text
from model.words import TOETSEN

_CONTROLS = Text("Controletotalen van de eigen begroting", "Control totals of the department's own budget")
_CONTROLS_SAY = Text(
    "Wat de begrotingsregels van een artikel samen moeten zijn, naar wat de eigen begroting zegt",
    "What the budget lines of an article must add up to, by what the department's own budget says",
)
_HEADS = (
    Text("artikel en grootheid", "article and quantity"), Text("referentie", "reference"), Text("jaar", "year"),
    Text("begroting", "budget"), Text("toets", "test"), Text("opgave", "return"), Text("verschil", "difference"),
    Text("oordeel", "verdict"),
)  # fmt: skip
_ARTICLE = Text("artikel {artikel} · {grootheid} (k€)", "article {artikel} · {grootheid} (k€)")
_THRESHOLD = Text("Wanneer een reden wordt gevraagd", "When a reason is asked")
_THRESHOLD_SAYS = Text(
    "Waar een cel meer van vorige ronde verschilt dan de grens in haar eenheid en dan het deel",
    "Where a cell differs from last round by more than the bound in its unit and than the share",
)
_BOUND = Text("verschil in {size}", "difference in {size}")
_SHARE = Text("deel van het cijfer van vorige ronde", "share of last round's figure")
_ROUNDING = Text("afronding bij controletotalen (k€)", "rounding of control totals (k€)")
_SIGN = Text("Aftekening", "Sign-off")
_SIGN_SAYS = Text("Wie tekent, staat in voor de opgave als geheel", "Who signs answers for the return as a whole")
_SAYS = Text("{says}; bijvoorbeeld: {example}", "{says}; for example: {example}")
_JOKERS = re.compile(r"[~*?]")  # stand for other characters where a formula looks for a text
_REFERENCE, _YEAR, _BUDGET, _TEST, _RETURN, _DIFFERENCE, _VERDICT = range(VALUE, VALUE + 7)


def add_threshold(form: Form, page: Page) -> None:
    """Put in from which difference a reason is asked; the other sheets refer to these cells."""
    cells = list(_bounds(form))
    section(form, page, _THRESHOLD, len(cells), about=_THRESHOLD_SAYS)
    for name, label, value, style in cells:
        form.refs[name] = f"{VOORTGANG}!${letters(VALUE)}${page.next}"
        page.add(Row(items={LABEL: Item(label), VALUE: Item(value, style=style)}))


def _bounds(form: Form) -> Iterator[tuple[str, str, float, str]]:
    """Yield the bounds: what formulas call them, their label, size and style."""
    drempel = form.ronde.drempel
    for unit, grens in GRENZEN.items():
        label = form.say(_BOUND, size=form.say(grens.maat))
        yield unit, label, drempel.grens(unit), "amount" if unit == "k€" else "decimal"
    yield "deel", form.say(_SHARE), drempel.deel, "share"
    yield "afronding", form.say(_ROUNDING), AFRONDING, "decimal"


def add_controls(form: Form, page: Page, controls: list[Controle], lines: int) -> str:
    """Put in the control totals against the `lines` of the budget; return the range of the verdicts."""
    section(form, page, _CONTROLS, len(controls), [form.say(head) for head in _HEADS], _CONTROLS_SAY)
    page.rows[page.next - 1].items[_REFERENCE] = Item(form.say(_HEADS[1]), style="column")
    first = page.next
    for control in controls:
        page.add(_control(form, page.next, control, lines))
    verdicts = f"{letters(_VERDICT)}{first}:{letters(_VERDICT)}{page.next - 1}"
    here, fits = f"{letters(_VERDICT)}{first}", as_text(form.say(FITS))
    page.marks += [Mark(verdicts, f"{here}={fits}", "done"), Mark(verdicts, f"{here}<>{fits}", "wrong")]
    return verdicts


def _control(form: Form, row: int, control: Controle, lines: int) -> Row:
    totaal = control.totaal
    label = form.say(_ARTICLE, artikel=totaal.artikel, grootheid=form.words[totaal.grootheid])
    key = _JOKERS.sub(r"~\g<0>", controle_sleutel(totaal.grootheid, totaal.artikel))
    summed = f"{letters(KEYS)}{row}"
    amounts, marks = column_of("begroting", totaal.kolom, lines), column_of("begroting", CONTROLE, lines)
    budget, sum_, off = (f"{letters(at)}{row}" for at in (_BUDGET, _RETURN, _DIFFERENCE))
    rounding = form.refs["afronding"]
    holds = {"gelijk": f"ABS({off})<={rounding}", "minstens": f"{off}>=-{rounding}", "hoogstens": f"{off}<={rounding}"}
    words = as_text(form.say(FITS)), as_text(form.say(DIFFERS))
    items = {
        LABEL: Item(label),
        _REFERENCE: Item(totaal.referentie, style="wrap"),
        _YEAR: Item(form.column_name(totaal.kolom), style="narrow"),
        _BUDGET: Item(totaal.bedrag, style="amount"),
        _TEST: Item(form.say(TOETSEN[totaal.toets]), style="narrow"),
        _RETURN: Item(control.opgave, f"SUMIFS({amounts},{marks},{summed})" if lines else "", "amount"),
        _DIFFERENCE: Item(control.verschil, f"{sum_}-{budget}", "amount"),
        _VERDICT: Item(
            form.say(FITS if control.sluit else DIFFERS), f"IF({holds[totaal.toets]},{','.join(words)})", "check"
        ),
        KEYS: Item(key, style="key"),
    }
    return Row(items=items)


def add_sign_off(form: Form, page: Page) -> list[str]:
    """Put in the sign-off and what a department without posts in a table confirms; return the cells that are needed."""
    section(form, page, _SIGN, 9, about=_SIGN_SAYS)
    codes = {VALUE: ANTWOORD, KEYS: SLEUTEL, KEYS + 1: HERKOMST}
    page.add(Row(items={at: Item(code, style="code") for at, code in codes.items()}, height=10))
    empty = [geen(tabel) for tabel in form.ronde.editie.tabellen if all(key[0] != tabel for key in form.opgave.posten)]
    asked = [veld for veld in VERKLARINGEN if veld.ident in empty]
    needed = []
    for veld in (*asked, *AFTEKENING, DIRECTIE):
        if veld.verplicht or veld in asked:
            needed.append(f"{letters(VALUE)}{page.next}")
        page.add(_answer(form, page, veld, needed=veld.verplicht or veld in asked))
    return needed


def _answer(form: Form, page: Page, veld: Veld, *, needed: bool) -> Row:
    style = "entry-date" if veld.ident.endswith("-datum") else "entry-text"
    text = form.choice_name(veld, form.opgave.aftekening.get(veld.ident, "")) or None
    items = {
        LABEL: Item(form.say(veld.term.naam) + (" *" if needed else "")),
        VALUE: Item(text, style=style, open=True),
        YEARS: Item(form.say(_SAYS, says=veld.term.definitie, example=veld.term.voorbeeld), style="small"),
    }
    if veld.keuzes:
        options = tuple(form.say(term.naam) for term in veld.keuzes.values())
        page.choices.append(((page.next, VALUE, page.next, VALUE), Choice(options)))
    return Row((aftekening_sleutel(veld.ident), form.herkomst), items)
