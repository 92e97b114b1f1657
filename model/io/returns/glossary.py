"""The sheet Begrippen: every word of the return with what it means and an example, from the declarations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from model.errors import figure
from model.io.excel.layout import Item, Row
from model.io.excel.paper import ROW, text_height
from model.io.returns.form import Form
from model.io.returns.sheets import BEGRIPPEN, OPEN_VOORTGANG
from model.returns.edition import words_of
from model.returns.fields import POST_VELDEN, REGEL_VELDEN
from model.returns.terms import AARDEN, DEFINITIES, FASEN, PRIJZEN, STATEN, TABELLEN, Term
from model.text import Text

TERM, MEANING, EXAMPLE, KEYS = 1, 2, 3, 5
WIDTHS = {TERM: 32.0, MEANING: 84.0, EXAMPLE: 44.0, 4: 3.0}
_TITLE = Text("Begrippen", "Terms")
_ABOUT = Text("Elk woord van deze uitvraag", "Every word of this request")
_HEADS = (Text("begrip", "term"), Text("betekenis", "meaning"), Text("voorbeeld", "example"))
_BOUNDS = Text("{meaning} ({unit}; van {low} tot en met {high})", "{meaning} ({unit}; from {low} to {high})")

Words = list[tuple[str, str, str]]


def add_glossary(form: Form) -> None:
    """Make the page Begrippen."""
    page = form.page(BEGRIPPEN, TERM, KEYS)
    page.widths, page.last, page.freeze = WIDTHS, EXAMPLE, (3, 1)
    page.print_tables()
    form.begin(page, form.say(_TITLE), _ABOUT, Item("", style="verdict"))
    for title, words in parts(form):
        form.part(page, title, ROW * 2 * len(words))
        page.add(Row(items={at: Item(form.say(head), style="column") for at, head in enumerate(_HEADS, start=TERM)}))
        for word, meaning, example in words:
            height = max(ROW, text_height(meaning, WIDTHS[MEANING]), text_height(example, WIDTHS[EXAMPLE]))
            texts = ((word, "fact"), (meaning, "wrap"), (example, "wrap"))
            items = {at: Item(text, style=style) for at, (text, style) in enumerate(texts, start=TERM)}
            page.add(Row(items=items, height=height))


def parts(form: Form) -> Iterator[tuple[Text, Words]]:
    """Yield the parts of the glossary: a title, and words with their meaning and an example."""
    yield Text("Soorten posten", "Kinds of posts"), _said(form, TABELLEN.values())
    yield Text("Wat een cel kan zeggen", "What a cell can say"), _said(form, STATEN.values())
    divided = [term for word, term in words_of(form.ronde.editie) if word not in form.ronde.editie.grootheden]
    yield Text("Kostensoorten en categorieën", "Classes of cost and categories"), _said(form, divided)
    yield Text("Grootheden", "Quantities"), [_quantity(form, naam) for naam in form.ronde.editie.grootheden]
    fields = [veld.term for veld in POST_VELDEN]
    yield Text("Kolommen van Posten", "Columns of Posten"), _said(form, fields)
    answers = [*DEFINITIES.values(), *AARDEN.values(), *FASEN.values(), *PRIJZEN.values()]
    yield Text("Definitie, aard, fase en prijzen", "Definition, kind, phase and prices"), _said(form, answers)
    yield Text("Kolommen bij de bedragen", "Columns beside the amounts"), _said(form, [v.term for v in REGEL_VELDEN])
    yield Text("Aftekening", "Sign-off"), _said(form, [veld.term for veld in OPEN_VOORTGANG])


def _said(form: Form, terms: Iterable[Term]) -> Words:
    return [(form.say(term.naam), form.say(term.definitie), form.say(term.voorbeeld)) for term in terms]


def _quantity(form: Form, naam: str) -> tuple[str, str, str]:
    """Return a quantity with its unit and bounds."""
    grootheid = form.ronde.editie.grootheden[naam]
    [(word, meaning, example)] = _said(form, [grootheid.term])
    bounds = {"low": figure(grootheid.kind.low), "high": figure(grootheid.kind.high), "unit": grootheid.eenheid}
    return word, form.say(_BOUNDS, meaning=meaning, **bounds), example
