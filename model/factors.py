"""Rates and price levels: numbers and parameters looked up, drawn ones included, and what they compound to.

Arrays have a leading axis b of draws (1 where nothing is drawn), years are simulated ones. Source: model, section 3.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from model.baseline import Dekkingsbron, Kostenpost
from model.parameters import INDEX, NO_INDEX, Parameter, over
from model.schema import RATES

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

# Draws per parameter, shape (draws,): a value, or for a parameter with values per year a deviation added to each.
Draws = Mapping[str, Floats]


class Rates:
    """Looks up numbers and parameters, drawn ones included; shapes (b,) or (b, years), b being 1 or the draws."""

    def __init__(self, parameters: Mapping[str, Parameter], draws: Draws) -> None:
        self.parameters = parameters
        self.drawn = draws
        self._factors: dict[tuple[object, ...], Floats] = {}
        self.draws = max((len(values) for values in draws.values()), default=1)

    def number(self, owner: Kostenpost | Dekkingsbron, name: str) -> Floats:
        """Return a rate-like field of a post or source; an empty one has its default."""
        given = getattr(owner, name)
        if isinstance(given, str):
            if given in self.drawn:
                return self.drawn[given]
            return np.array([self.parameters[given].value])
        return np.array([RATES[name].default if given is None else float(given)])

    def table(self, owners: Sequence[Kostenpost | Dekkingsbron], name: str) -> Floats:
        """Return one field of all owners, shape (b, owners)."""
        return stacked([self.number(owner, name) for owner in owners])

    def yearly(self, ident: str, years: Ints) -> Floats:
        """Return a parameter in each of `years`, shape (b, years)."""
        values = over(self.parameters, ident, years)[None, :]
        if ident not in self.drawn:
            return values
        drawn = self.drawn[ident][:, None]
        return values + drawn if self.parameters[ident].by_year else np.repeat(drawn, len(years), axis=1)

    def factor(self, index: str | None, base: int | None, compensatie: float | str | None, years: Ints) -> Floats:
        """Return what an index makes of 1 in `base`, as far as it is compensated, shape (b, years)."""
        if index in (None, NO_INDEX) or base is None:
            return np.ones((1, len(years)))
        key = (index, base, compensatie)
        if key not in self._factors:
            spanned = np.arange(min(base, int(years[0])), max(base, int(years[-1])) + 1)
            growth = self.yearly(f"{INDEX}{index}", spanned) * self.compensation(compensatie, spanned)
            self._factors[key] = compounded(growth, years, base)
        return self._factors[key]

    def compensation(self, compensatie: float | str | None, years: Ints) -> Floats:
        """Return the share of growth that is compensated, shape (b, years)."""
        if isinstance(compensatie, str):
            return self.yearly(compensatie, years)
        return np.full((1, len(years)), RATES["compensatie"].default if compensatie is None else compensatie)


def stacked(columns: Sequence[Floats], *tail: int) -> Floats:
    """Return arrays of shape (1 or b, *tail) side by side as (b, columns, *tail)."""
    draws = max((len(column) for column in columns), default=1)
    table = np.empty((draws, len(columns), *tail))
    for position, column in enumerate(columns):
        table[:, position] = column
    return table


def compounded(growth: Floats, years: Ints, base: int) -> Floats:
    """Return the factor that `growth` makes of 1 in `base`, shape (b, years).

    `growth` is per year t, shape (b, t), over the years min(base, years) .. max(base, years); before `base` it divides.
    """
    first = min(base, int(years[0]))
    level = np.cumprod(1 + growth, axis=1)
    return level[:, years - first] / level[:, [base - first]]


def price_factor(post: Kostenpost, years: Ints, rates: Rates) -> Floats:
    """Return X: the price level of each year relative to the post's prijspeil, shape (b, years)."""
    return rates.factor(post.index, post.prijspeil, 1.0, years)


def money_factor(source: Dekkingsbron, years: Ints, rates: Rates) -> Floats:
    """Return M: what compensation makes of a source's money, relative to its prijspeil, shape (b, years)."""
    return rates.factor(source.index, source.prijspeil, source.compensatie, years)


def volume_factor(post: Kostenpost, last: int | None, years: Ints, rates: Rates) -> Floats:
    """Return V: growth of volume after `last`, the last year given, beheer posts only, shape (b, years)."""
    if post.investering or last is None:
        return np.ones((1, len(years)))
    growth = rates.number(post, "volumegroei")[:, None]
    return (1 + growth) ** np.maximum(0, years - last)
