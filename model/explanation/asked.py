"""What is asked for: a year of a result, in some prices, and which of its cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.cells import BEHEERLAST, HOOFD, IS_INVESTERING
from model.explanation.terms import About, Op, Term
from model.factors import Floats
from model.indicators import INDICATORS
from model.ledger import Kind
from model.result import ALL, Result
from model.tables import Prices, price_caption, price_factor
from model.text import Text

# Quantities at the posts' own prijspeil, whatever the prices of the table.
REAL = frozenset({"geleverd", "achterstand", "vervallen", "gepland", "plan", "wacht"})
# Quantities that only the post itself has, not its running cost.
OF_HOOFD = frozenset({*REAL, "inhaal", "tekort_vernieuwing", "dekking_investering", "wacht_op_capaciteit"})
_SAME = {"eigen_middelen": "eigen", "structurele_lasten": "lasten", "structurele_dekking": "lasting"}

OTHER_NAMES = {
    "eigen": INDICATORS["eigen_middelen"].naam,
    "need": Text("Nodig in het jaar", "Needed in the year"),
    "gepland": Text("Gepland werk", "Planned work"),
    "plan": Text("Plan", "Plan"),
    "gedekt": Text("Gedekt door anderen dan eigen middelen", "Covered by other than own resources"),
    "dekking_beheer": Text("Dekking van beheer en beheerlast", "Cover of operation"),
    "dekking_investering": Text("Dekking van doorontwikkeling en vernieuwing", "Cover of development and renewal"),
    "achterstand_nominaal": Text("Achterstand, in prijzen van het jaar", "Backlog, in prices of the year"),
}
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


@dataclass(frozen=True, slots=True)
class Which:
    """Cells by what they are: of one post, part of it, partij, programma or class of cost; empty is any."""

    post: str = ""
    onderdeel: str = ""
    partij: str = ""
    programma: str = ALL
    klasse: str = ""

    @property
    def tail(self) -> About:
        """Return the selection as the end of an `about`, without what is empty at its end."""
        words = [self.post, self.onderdeel, self.partij, self.programma, self.klasse]
        while words and not words[-1]:
            words.pop()
        return tuple(words)


@dataclass(frozen=True, slots=True)
class Asked:
    """One year of a result in some prices. `at` is its position in the horizon, `y` among the simulated years.

    What was looked up once is kept for the next step.
    """

    result: Result
    prices: Prices
    year: int
    kept: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)

    def _once(self, key: object, work: Callable[[], Any]) -> Any:
        if key not in self.kept:
            self.kept[key] = work()
        return self.kept[key]

    @property
    def at(self) -> int:
        """Return the position of the year in the horizon."""
        return self.year - self.result.plan.horizon.first

    @property
    def y(self) -> int:
        """Return the position of the year among those simulated."""
        return self.result.plan.horizon.at(self.year)

    @property
    def factor(self) -> float:
        """Return what nominal amounts of the year are divided by."""
        return float(self._once("factor", lambda: float(price_factor(self.result, self.prices)[self.at])))

    @property
    def caption(self) -> Text:
        """Return unit and prices."""
        return price_caption(self.result, self.prices)

    def askable(self, year: int) -> int | None:
        """Return the year where it can be asked about: within the horizon."""
        return year if year in self.result.plan.horizon else None

    def mask(self, which: Which) -> NDArray[np.bool_]:
        """Return which cells are meant, shape (cells,)."""
        found: NDArray[np.bool_] = self._once(
            which, lambda: np.array([_meant(which, cell) for cell in self.result.grid.cells], dtype=bool)
        )
        return found

    def table(self, quantity: str) -> Floats:
        """Return a quantity of every simulated year and cell, nominal or real."""
        found: Floats = self._once(quantity, lambda: quantity_table(self.result, quantity))
        return found

    def of(self, quantity: str, which: Which, y: int | None = None) -> float:
        """Return a quantity of cells in the year, in the prices asked for or real."""
        total = float(self.table(quantity)[self.y if y is None else y][self.mask(which)].sum())
        return total if quantity in REAL else total / self.factor

    def term(self, quantity: str, which: Which, op: Op = "+", label: Text | None = None) -> Term:
        """Return a quantity of cells as a step that can be asked about."""
        unit = "real" if quantity in REAL else "amount"
        return Term(label or name_of(quantity), self.of(quantity, which), unit, op, cells(quantity, which), self.year)

    def deflated(self) -> tuple[Term, ...]:
        """Return the last step of a nominal amount: division by the price level, where that is not 1."""
        return self._deflator("÷")

    def inflated(self) -> tuple[Term, ...]:
        """Return the step from the prices asked for to those of the year itself."""
        return self._deflator("×")

    def _deflator(self, op: Op) -> tuple[Term, ...]:
        if self.factor == 1.0:
            return ()
        base = self.result.begrotingsjaar
        label = Text(f"prijspeil bbp: van {base} naar {self.year}", f"GDP price level: from {base} to {self.year}")
        return (Term(label, self.factor, "ratio", op, ("prijs", "bbp", str(base)), self.year),)

    def payments(self, *, lasting: bool = False) -> Iterator[tuple[str, int, float]]:
        """Yield each source with the position of each cell it paid for, and what it paid, in the prices asked for."""
        yield from self._once(("paid", lasting), lambda: list(self._payments(lasting=lasting)))

    def _payments(self, *, lasting: bool) -> Iterator[tuple[str, int, float]]:
        grid = self.result.grid
        paid = (self.result.outcome.paid_lasting if lasting else self.result.outcome.paid)[self.y] / self.factor
        sources = [grid.sources[s].id for s in grid.entry_source()]
        yield from zip(sources, grid.layout.entry_cell.tolist(), paid.tolist(), strict=True)

    def owner_name(self, kind: Kind, ident: str) -> Text:
        """Return the name of a post or source."""
        plan = self.result.plan
        naam = plan.posts[ident].naam if kind == "kostenpost" else plan.sources[ident].naam
        return Text(naam, naam)

    def partij_name(self, ident: str) -> Text:
        """Return the name of a partij."""
        naam = self.result.plan.baseline.parties[ident].naam
        return Text(naam, naam)


def cells(quantity: str, which: Which) -> About:
    """Return how to ask for a quantity of some cells."""
    if which.post:
        return ("kostenpost", which.post, quantity, *which.tail[1:])
    return ("cellen", quantity, *which.tail)


def _meant(which: Which, cell: object) -> bool:
    post, onderdeel, partij = cell.post, cell.onderdeel, cell.partij  # type: ignore[attr-defined]
    soort = BEHEERLAST if onderdeel == BEHEERLAST else post.kostensoort
    pairs = (
        (which.post, post.id),
        (which.onderdeel, onderdeel),
        (which.partij, partij),
        (which.programma, post.programma),
        (which.klasse, soort),
    )
    return all(not wanted or wanted == found for wanted, found in pairs)


def quantity_table(result: Result, quantity: str) -> Floats:
    """Return a quantity of every simulated year and cell. Source: model, sections 3 and 4."""
    out, layout, values = result.outcome, result.grid.layout, result.grid.values
    name = _SAME.get(quantity, quantity)
    invests = layout.cell_soort == IS_INVESTERING
    match name:
        case "gedekt":
            return np.minimum(out.behoefte, np.maximum(0.0, out.dekking - out.eigen))
        case "incidenteel_gedekt":
            return np.maximum(0.0, np.minimum(out.lasten, out.dekking) - out.lasting)
        case "tekort_vernieuwing" | "dekking_investering":
            return np.asarray(getattr(out, name.partition("_")[0]) * invests)
        case "dekking_beheer":
            return np.asarray(out.dekking * ~invests)
        case "wacht_op_capaciteit":
            return np.asarray(out.wacht * out.unit[:, layout.cell_post])
        case "achterstand_nominaal":
            return np.asarray(out.achterstand * out.unit[:, layout.cell_post])
        case "plan" | "gepland":
            return np.asarray(layout.cell_share * values.plan[0].T[:, layout.cell_post] * _of_hoofd(result, name))
    return np.asarray(getattr(out, name))


def _of_hoofd(result: Result, name: str) -> NDArray[np.bool_]:
    hoofd = [cell.onderdeel == HOOFD and (name == "plan" or cell.post.investering) for cell in result.grid.cells]
    return np.array(hoofd, dtype=bool)
