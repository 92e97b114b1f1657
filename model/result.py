"""What a run gives: the outcome per cell and source, the indicators, and the notices in words.

Source: model, sections 3 and 4; the row shapes are those of contract, section 3.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from model.cells import BEHEERLAST, HOOFD, Cell
from model.coverage import Outcome
from model.factors import Floats
from model.grid import Grid
from model.indicators import INDICATORS
from model.ledger import Plan
from model.scenario import Scenario

BESPARING = "besparing"
ALL = ""

Row = tuple[object, ...]

_EVERY_CELL = ("behoefte", "dekking", "tekort")
_INVESTMENT = ("inhaal", "geleverd", "achterstand", "vervallen", "wacht")
_SOURCE = ("beschikbaar", "ingezet", "onderuitputting", "meegenomen")


@dataclass(frozen=True, slots=True)
class Result:
    """A scenario's result. `indicators` by id, shape (group, year) or (group,): everything, then each programma."""

    scenario: Scenario
    plan: Plan
    grid: Grid
    outcome: Outcome
    indicators: Mapping[str, Floats]

    @property
    def years(self) -> list[int]:
        """Return the years of the horizon."""
        return list(self.plan.horizon.years)

    @property
    def groups(self) -> tuple[str, ...]:
        """Return what indicators are given for: everything (empty) and each programma."""
        return (ALL, *self.grid.programmas)

    @property
    def begrotingsjaar(self) -> int:
        """Return the year that tables are centred on and prices are constant in."""
        return self.plan.begrotingsjaar(self.scenario.begrotingsjaar)

    def over_horizon(self, amounts: Floats) -> Floats:
        """Return the years of the horizon out of the simulated ones (first axis)."""
        return amounts[self.plan.horizon.lead :]

    def indicator(self, ident: str, group: str = ALL) -> Floats:
        """Return an indicator for everything or one programma, shape (year,) or ()."""
        return np.asarray(self.indicators[ident][self.groups.index(group)])

    def per_source(self, name: str = "ingezet") -> dict[str, Floats]:
        """Return beschikbaar, ingezet, onderuitputting or meegenomen of each source, nominal, shape (year,)."""
        amounts = self.over_horizon(getattr(self.outcome, name))
        return {source.id: amounts[:, s] for s, source in enumerate(self.grid.sources)}

    def per_cell(self, name: str) -> Iterator[tuple[Cell, Floats]]:
        """Yield each cell with one of its quantities, shape (year,)."""
        amounts = self.over_horizon(getattr(self.outcome, name))
        for c, cell in enumerate(self.grid.cells):
            yield cell, amounts[:, c]

    def per_partij(self, name: str) -> dict[str, Floats]:
        """Return behoefte, dekking, tekort or eigen of each partij, nominal, shape (year,)."""
        totals = {partij: np.zeros(len(self.years)) for partij in self.plan.baseline.parties}
        for cell, amounts in self.per_cell(name):
            totals[cell.partij] = totals[cell.partij] + amounts
        return totals

    def payments(self) -> Iterator[tuple[str, Cell, Floats]]:
        """Yield each source with each cell it may pay for, and what it paid, shape (year,)."""
        paid, cells = self.over_horizon(self.outcome.paid), self.grid.layout.entry_cell
        for e, s in enumerate(self.grid.entry_source()):
            yield self.grid.sources[s].id, self.grid.cells[cells[e]], paid[:, e]

    def paid_by(self) -> dict[str, Floats]:
        """Return what each bijdrager paid, nominal, shape (year,); a source without shares counts for its betaler."""
        totals = {partij: np.zeros(len(self.years)) for partij in self.plan.baseline.parties}
        for ident, amounts in self.per_source().items():
            betaler = self.plan.sources[ident].betaler
            for partij, share in self.plan.baseline.contributions.get(ident, {betaler: 1.0}).items():
                totals[partij] = totals[partij] + share * amounts
        return totals

    def savings(self) -> Iterator[tuple[int, str, Floats]]:
        """Yield the position of each post with a saving, the partij it falls to, and the saving, shape (year,)."""
        values, keys = self.grid.values, self.plan.keys
        for p, post in enumerate(self.grid.posts):
            ratio = values.besparingsratio[0, p]
            if ratio > 0:
                saving = self.over_horizon(ratio * self.outcome.stock[:, p] * values.price[0, p])
                for partij, share in keys[post.sleutel_besparing or post.sleutel].items():
                    if share > 0:
                        yield p, partij, share * saving


def resultaat_rows(result: Result) -> Iterator[Row]:
    """Yield the rows of `resultaat.csv`."""
    for c, cell in enumerate(result.grid.cells):
        post = cell.post
        wanted = _EVERY_CELL + (_INVESTMENT if cell.onderdeel == HOOFD and post.investering else ())
        fixed = (post.id, cell.onderdeel, post.programma, post.thema, post.voorziening, cell.kostensoort, cell.partij)
        for name in wanted:
            yield from _yearly(result, fixed, name, result.over_horizon(getattr(result.outcome, name))[:, c])
    for p, partij, saving in result.savings():
        post = result.grid.posts[p]
        fixed = (post.id, BESPARING, post.programma, post.thema, post.voorziening, post.kostensoort, partij)
        yield from _yearly(result, fixed, BESPARING, saving)


def bronnen_rows(result: Result) -> Iterator[Row]:
    """Yield the rows of `dekkingsbronnen.csv`."""
    for name in _SOURCE:
        for ident, amounts in result.per_source(name).items():
            yield from _yearly(result, (ident,), name, amounts)


def betalingen_rows(result: Result) -> Iterator[Row]:
    """Yield the rows of `betalingen.csv`: payments above 0."""
    for ident, cell, amounts in result.payments():
        for year, amount in zip(result.years, amounts.tolist(), strict=True):
            if amount > 0:
                yield result.scenario.naam, year, ident, cell.post.id, cell.onderdeel, cell.partij, amount


def kerncijfers_rows(result: Result) -> Iterator[Row]:
    """Yield the rows of `kerncijfers.csv`."""
    naam = result.scenario.naam
    for ident, indicator in INDICATORS.items():
        values = result.indicators[ident]
        for group, row in zip(result.groups, values, strict=False):
            if not indicator.horizon:
                pairs = zip(result.years, row.tolist(), strict=True)
                yield from ((naam, year, group, ident, value) for year, value in pairs if not math.isnan(value))
            elif ident == "eerste_tekortjaar":
                if not np.isnan(row):
                    yield naam, None, group, ident, result.years[int(row)]
            else:
                yield naam, None, group, ident, float(row)


def per_partij_rows(result: Result) -> Iterator[Row]:
    """Yield the rows of `per_partij.csv`."""
    for grootheid, name in (("behoefte",) * 2, ("dekking",) * 2, ("tekort",) * 2, ("eigen_middelen", "eigen")):
        for partij, amounts in result.per_partij(name).items():
            yield from _yearly(result, (partij,), grootheid, amounts)


def betaald_door_rows(result: Result) -> Iterator[Row]:
    """Yield the rows of `betaald_door.csv`."""
    for partij, amounts in result.paid_by().items():
        pairs = zip(result.years, amounts.tolist(), strict=True)
        yield from ((result.scenario.naam, year, partij, amount) for year, amount in pairs)


def _yearly(result: Result, fixed: Row, grootheid: str, amounts: Floats) -> Iterator[Row]:
    for year, amount in zip(result.years, amounts.tolist(), strict=True):
        yield result.scenario.naam, year, *fixed, grootheid, amount


RESULT_FILES = {
    "resultaat.csv": (
        ("scenario", "jaar", "kostenpost", "onderdeel", "programma", "thema", "voorziening", "kostensoort", "partij",
         "grootheid", "bedrag"),
        resultaat_rows,
    ),
    "dekkingsbronnen.csv": (("scenario", "jaar", "dekkingsbron", "grootheid", "bedrag"), bronnen_rows),
    "betalingen.csv": (
        ("scenario", "jaar", "dekkingsbron", "kostenpost", "onderdeel", "partij", "bedrag"), betalingen_rows,
    ),
    "kerncijfers.csv": (("scenario", "jaar", "programma", "kerncijfer", "waarde"), kerncijfers_rows),
    "per_partij.csv": (("scenario", "jaar", "partij", "grootheid", "bedrag"), per_partij_rows),
    "betaald_door.csv": (("scenario", "jaar", "bijdrager", "bedrag"), betaald_door_rows),
}  # fmt: skip

__all__ = ["ALL", "BEHEERLAST", "BESPARING", "RESULT_FILES", "Result"]
