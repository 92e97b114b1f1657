"""What cells of an amount sheet take, and the looks that rows take on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from model.errors import figure
from model.io.excel.book import letters
from model.io.excel.choice import Choice
from model.io.excel.layout import Area, Mark, Page
from model.io.returns.cell_formulas import FROM, MOVED_FROM, REASON, STATE, WHOLE, well
from model.io.returns.form import Form, area, as_text
from model.io.returns.sheets import EERSTE, FIRST_ROW, GROOTHEID, LAATSTE, STATUS, nummer
from model.io.returns.words import ASKED, FULL, WRONG
from model.returns.edition import Grootheid, Sleutel
from model.returns.fields import REGEL_VELDEN
from model.text import Text, same

_EXPECTED = Text(
    "nihil, {nvt} of een getal van {low} tot en met {high} ({unit})",
    "nihil, {nvt} or a number from {low} to {high} ({unit})",
)


def choices(form: Form, keys: list[Sleutel]) -> Iterator[tuple[Area, Choice]]:
    """Yield what may be filled in: rows with the same bounds together, and the words for a whole row."""
    grootheden = form.ronde.editie.grootheden
    row = FIRST_ROW
    for _, run in groupby(keys, lambda key: (grootheden[key.grootheid].eenheid, grootheden[key.grootheid].kind)):
        alike = list(run)
        last = row + len(alike) - 1
        yield (row, EERSTE, last, LAATSTE), amount_choice(form, grootheden[alike[0].grootheid])
        row = last + 1
    whole = next(veld for veld in REGEL_VELDEN if veld.ident == "geheel")
    options = tuple(form.say(term.naam) for term in whole.keuzes.values())
    yield (FIRST_ROW, nummer("geheel"), row - 1, nummer("geheel")), Choice(options)


def amount_choice(form: Form, grootheid: Grootheid) -> Choice:
    """Return what may be filled in in a cell of a grootheid."""
    kind = grootheid.kind
    given = {"low": figure(kind.low), "high": figure(kind.high), "unit": grootheid.eenheid, "nvt": form.state("nvt")}
    said = form.say(_EXPECTED, **given)
    return Choice(formula=well(form, kind), said=same(said))


def marks(form: Form, page: Page) -> Iterator[Mark]:
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
