"""What is asked for: a year of a result, in some prices, and which of its cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.cells import BEHEERLAST, Cell
from model.explanation.quantities import REAL, REAL_BACKLOG, name_of, quantity_table
from model.explanation.terms import About, Block, Op, Shown, Term
from model.factors import Floats
from model.ledger import Kind
from model.result import ALL, Result
from model.tables import Prices, price_basis, price_caption, price_factor
from model.text import Text

OWN_LEVEL = Text("bedragen x € 1.000, in het eigen prijspeil", "amounts x € 1,000, at the own price level")


class Which(NamedTuple):
    """Cells by what they are: of one post, part of it, partij, programma or class of cost; empty is any."""

    post: str = ""
    onderdeel: str = ""
    partij: str = ""
    programma: str = ALL
    klasse: str = ""

    @property
    def tail(self) -> About:
        """Return the selection as the end of an `about`, without what is empty at its end."""
        words = list(self)
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

    def captioned(self, unit: Shown) -> Text:
        """Return unit and prices of a figure: real ones stand at the price level of their post, whatever the prices."""
        return OWN_LEVEL if unit == "real" else self.caption

    def askable(self, year: int) -> int | None:
        """Return the year where it can be asked about: within the horizon."""
        return year if year in self.result.plan.horizon else None

    def mask(self, which: Which) -> NDArray[np.bool_]:
        """Return which cells are meant, shape (cells,)."""
        found: NDArray[np.bool_] = self._once(which, lambda: self._meant(which))
        return found

    def _meant(self, which: Which) -> NDArray[np.bool_]:
        known = self._once("known", lambda: _known(self.result.grid.cells))
        meant = np.ones(len(known), dtype=bool)
        for at, word in enumerate(which):
            if word:
                meant &= known[:, at] == word
        return meant

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
        unit: Shown = "real" if quantity in REAL else "amount"
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


_OTHER_PRICES = Text("Hetzelfde werk in andere prijzen", "The same work in other prices")


def in_other_prices(asked: Asked, quantity: str, which: Which) -> tuple[Block, ...]:
    """Return the backlog in the prices that it is not asked in, so that neither figure is taken for the other."""
    basis = price_basis(asked.result, asked.prices)
    if quantity == "achterstand":
        label = Text(f"Achterstand, {basis.nl}", f"Backlog, {basis.en}")
        return (Block(_OTHER_PRICES, (asked.term("achterstand_nominaal", which, "", label),)),)
    if quantity == "achterstand_nominaal":
        return (Block(_OTHER_PRICES, (asked.term("achterstand", which, "", REAL_BACKLOG),)),)
    return ()


def cells(quantity: str, which: Which) -> About:
    """Return how to ask for a quantity of some cells."""
    if which.post:
        return ("kostenpost", which.post, quantity, *which.tail[1:])
    return ("cellen", quantity, *which.tail)


def _known(cells: Sequence[Cell]) -> NDArray[np.str_]:
    """Return what a selection may ask of cells, shape (cells, fields of `Which`)."""
    classes = [BEHEERLAST if cell.onderdeel == BEHEERLAST else cell.post.kostensoort for cell in cells]
    words = [
        Which(cell.post.id, cell.onderdeel, cell.partij, cell.post.programma, klasse)
        for cell, klasse in zip(cells, classes, strict=True)
    ]
    return np.array(words, dtype=str).reshape(-1, len(Which._fields))
