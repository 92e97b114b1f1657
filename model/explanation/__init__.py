"""Where a figure comes from: any line of the tables, and every part of it, down to the publication it rests on.

`explain` answers for one year of a result. What a figure is, is said as tables say it (`model.tables.Line.about`).
Source: model, sections 1 to 4.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from model.cells import BEHEERLAST, HOOFD
from model.explanation.askable import ANY_YEAR, OF_SERIES, askable, has_year
from model.explanation.asked import Asked, Which
from model.explanation.bill import explain_contribution, explain_part, explain_route
from model.explanation.ceiling import explain_ceiling
from model.explanation.combined import SHARE, TOGETHER, explain_share, explain_together, halves, share_of, together
from model.explanation.dataset import explain_all_given, explain_control, explain_given, explain_status
from model.explanation.indicators import explain_cells, explain_indicator
from model.explanation.origin import Origin
from model.explanation.parameter import explain_parameter
from model.explanation.payments import explain_payment
from model.explanation.plan import explain_lasting, explain_plan
from model.explanation.posts import explain_post, explain_stock
from model.explanation.prices import explain_price
from model.explanation.sources import explain_contributor, explain_source
from model.explanation.terms import About, Block, Explanation, Term
from model.result import Result
from model.tables import Prices
from model.text import Text

__all__ = ["About", "Block", "Explanation", "Origin", "Term", "explain", "share_of", "together"]


def explain(result: Result, about: About, year: int, prices: Prices) -> Explanation | None:
    """Return where a figure comes from, `None` where there is no such figure in the result."""
    if not about or not has_year(result, about, year):
        return None
    asked = Asked(result, prices, year)
    if not askable(asked, about[0], about[1:]):
        return None
    found = _explained(asked, about)
    return replace(found, about=about, notes=(*found.notes, *_notes(asked, found)))


def _explained(asked: Asked, about: About) -> Explanation:
    return _ANSWERS[about[0]](asked, *about[1:])


def _post(asked: Asked, ident: str, quantity: str = "behoefte", *tail: str) -> Explanation:
    if quantity == "stock":
        return explain_stock(asked, ident)
    return explain_post(asked, "eigen" if quantity == "eigen_middelen" else quantity, Which(ident, *tail))


def _class(asked: Asked, soort: str, quantity: str, programma: str) -> Explanation:
    part = BEHEERLAST if soort == BEHEERLAST else HOOFD
    return explain_cells(asked, quantity, Which("", part, "", programma, soort))


_ANSWERS: Mapping[str, Callable[..., Explanation]] = {
    "kerncijfer": explain_indicator,
    "kostensoort": _class,
    "partij": lambda asked, ident, quantity: explain_cells(asked, quantity, Which(partij=ident)),
    "cellen": lambda asked, quantity, *tail: explain_cells(asked, quantity, Which(*tail)),
    "kostenpost": _post,
    "dekkingsbron": explain_source,
    "bijdrager": explain_contributor,
    "betaling": lambda asked, ident, *tail: explain_payment(asked, ident, Which(*tail), lasting=False),
    "betaling_blijvend": lambda asked, ident, *tail: explain_payment(asked, ident, Which(*tail), lasting=True),
    "rekening": explain_part,
    "route": explain_route,
    "bijdrage": explain_contribution,
    "programmageld": explain_ceiling,
    TOGETHER: lambda asked, *about: explain_together(asked, about, _explained),
    SHARE: lambda asked, size, *rest: explain_share(asked, *halves(size, rest), _explained),
    "plan": explain_plan,
    "blijvend": explain_lasting,
    "gegeven": explain_given,
    "gegevens": explain_all_given,
    "status": explain_status,
    "controle": explain_control,
    "parameter": explain_parameter,
    "prijs": lambda asked, index, base, *word: explain_price(asked, index, int(base), *word),
}


def _notes(asked: Asked, found: Explanation) -> list[Text]:
    """Return what is to be known about the prices and the year of a figure."""
    notes = []
    last, base = asked.result.years[-1], asked.result.begrotingsjaar
    if found.when is None and found.unit == "amount" and asked.factor != 1.0:
        shown = Term(Text("", ""), asked.factor, "ratio")
        notes.append(
            Text(
                f"Constante prijzen: bedragen van {asked.year} zijn gedeeld door {shown.printed('nl')}, de"
                f" prijsontwikkeling van het bbp van {base} naar {asked.year}.",
                f"Constant prices: amounts of {asked.year} are divided by {shown.printed('en')}, the change in the"
                f" price of GDP from {base} to {asked.year}.",
            )
        )
    if any(term.unit == "real" for block in found.blocks for term in block.terms):
        notes.append(
            Text(
                "Plan en werk staan in het eigen prijspeil van de post of bron.",
                "Plan and work stand at the own price level of the post or source.",
            )
        )
    if found.when is None and asked.year == last and found.about[0] not in (*OF_SERIES, *ANY_YEAR):
        notes.append(
            Text(
                f"Dit is ook de kolom structureel: de stand van {last}, het laatste jaar van de horizon.",
                f"This is the column structural too: the level of {last}, the horizon's last year.",
            )
        )
    return notes
