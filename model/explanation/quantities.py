"""The quantities of cells that can be asked for: their names and meanings, and their values. Source: model, 3 and 4."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from model.cells import HOOFD, IS_INVESTERING
from model.factors import Floats
from model.indicators import INDICATORS
from model.result import Result
from model.text import Text

# Quantities of cells that are sums over posts, partijen and classes of cost.
SUMS = frozenset(
    {
        *("behoefte", "need", "dekking", "gedekt", "dekking_beheer", "dekking_investering", "tekort", "inhaal"),
        *("tekort_vernieuwing", "eigen_middelen", "eigen", "structurele_lasten", "structurele_dekking"),
        *("incidenteel_gedekt", "geleverd", "achterstand", "vervallen", "wacht_op_capaciteit"),
    }
)
# Quantities at the posts' own prijspeil, whatever the prices of the table.
REAL = frozenset({"geleverd", "achterstand", "vervallen", "gepland", "plan", "wacht"})
# Quantities that only the post itself has, not its running cost.
OF_HOOFD = frozenset(
    {
        *REAL,
        "inhaal",
        "tekort_vernieuwing",
        "dekking_investering",
        "wacht_op_capaciteit",
        "wacht_dit_jaar",
        "achterstand_nominaal",
    }
)
_SAME = {"eigen_middelen": "eigen", "structurele_lasten": "lasten", "structurele_dekking": "lasting"}

OTHER_NAMES = {
    "eigen": INDICATORS["eigen_middelen"].naam,
    "need": Text("Nodig in het jaar", "Needed in the year"),
    "gepland": Text("Gepland werk", "Planned work"),
    "plan": Text("Plan", "Plan"),
    "gedekt": Text("Gedekt door anderen dan eigen middelen", "Covered by other than own resources"),
    "dekking_beheer": Text("Dekking van beheer en beheerlast", "Cover of operation"),
    "dekking_investering": Text("Dekking van doorontwikkeling en vernieuwing", "Cover of development and renewal"),
    "wacht_dit_jaar": Text("Kan nog niet worden gedaan (capaciteit)", "Cannot be done yet (capacity)"),
    "achterstand_nominaal": Text("Achterstand, in de gekozen prijzen", "Backlog, in the prices chosen"),
}
REAL_BACKLOG = Text("Achterstand, reëel (prijspeil van de kostenpost)", "Backlog, real (price level of the post)")
NEED = Text(
    "wat het jaar van geld vraagt: de behoefte, en bij investeringen het werk dat is blijven liggen, voor zover het"
    " gedaan kan worden",
    "what the year asks of money: the need, and of investments the work left behind, as far as it can be done",
)


def name_of(quantity: str) -> Text:
    """Return what a quantity is called."""
    return OTHER_NAMES[quantity] if quantity in OTHER_NAMES else INDICATORS[quantity].naam


def meaning_of(quantity: str) -> Text | None:
    """Return what a quantity means in words."""
    ident = "eigen_middelen" if quantity == "eigen" else quantity
    return NEED if quantity == "need" else INDICATORS[ident].meaning if ident in INDICATORS else None


_DERIVED: Mapping[str, Callable[[Result], Floats]] = {
    "gedekt": lambda r: np.minimum(r.outcome.behoefte, np.maximum(0.0, r.outcome.dekking - r.outcome.eigen)),
    "incidenteel_gedekt": lambda r: np.maximum(
        0.0, np.minimum(r.outcome.lasten, r.outcome.dekking) - r.outcome.lasting
    ),
    "tekort_vernieuwing": lambda r: np.asarray(r.outcome.tekort * _invests(r)),
    "dekking_investering": lambda r: np.asarray(r.outcome.dekking * _invests(r)),
    "dekking_beheer": lambda r: np.asarray(r.outcome.dekking * ~_invests(r)),
    "wacht_op_capaciteit": lambda r: np.asarray(r.outcome.wacht * r.outcome.unit[:, r.grid.layout.cell_post]),
    "wacht_dit_jaar": lambda r: waiting(r) * r.outcome.unit[:, r.grid.layout.cell_post],
    "achterstand_nominaal": lambda r: np.asarray(r.outcome.achterstand * r.outcome.unit[:, r.grid.layout.cell_post]),
    "plan": lambda r: _plan(r) * _of_hoofd(r),
    "gepland": lambda r: _plan(r) * _invests(r),
}


def quantity_table(result: Result, quantity: str) -> Floats:
    """Return a quantity of every simulated year and cell, shape (year, cell)."""
    name = _SAME.get(quantity, quantity)
    return _DERIVED[name](result) if name in _DERIVED else np.asarray(getattr(result.outcome, name))


def waiting(result: Result) -> Floats:
    """Return the work of each year that capacity postpones, beside what was left before; real, shape (year, cell)."""
    left = result.outcome.achterstand
    before = np.concatenate([np.zeros((1, left.shape[1])), left[:-1]])
    return np.asarray(np.maximum(0.0, result.outcome.wacht - before))


def _invests(result: Result) -> NDArray[np.bool_]:
    return np.asarray(result.grid.layout.cell_soort == IS_INVESTERING)


def _of_hoofd(result: Result) -> NDArray[np.bool_]:
    return np.array([cell.onderdeel == HOOFD for cell in result.grid.cells], dtype=bool)


def _plan(result: Result) -> Floats:
    layout = result.grid.layout
    return np.asarray(layout.cell_share * result.grid.values.plan[0].T[:, layout.cell_post])
