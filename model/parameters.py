"""Parameters: values in force by year, with their distribution and reference. Source: contract, section 1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.errors import Problem, figure, shown
from model.kinds import Kind, WrongValue
from model.quantities import Number, Year

INDEX = "index."
NO_INDEX = "geen"
DISCONTOVOET = "discontovoet"
INDEX_BBP = "index.bbp"
BEGROTINGSJAAR = "begrotingsjaar"

_GROWTH = Number(above=-1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Distribution:
    """How uncertain a value is; for values per year, of one deviation added to each (model, section 5)."""

    verdeling: str
    laag: float
    hoog: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterRow:
    """One value of a parameter, from `jaar` on (`None`: for all years), and where it comes from."""

    jaar: int | None
    waarde: float
    status: str
    referentie: str | None = None
    toelichting: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter with its values in ascending order of year."""

    id: str
    naam: str
    eenheid: str
    rows: tuple[ParameterRow, ...]
    distribution: Distribution | None = None

    @property
    def by_year(self) -> bool:
        """Return whether the values are given per year."""
        return self.rows[0].jaar is not None

    @property
    def value(self) -> float:
        """Return the first value: the only one of a parameter without years."""
        return self.rows[0].waarde

    def row(self, year: int) -> ParameterRow:
        """Return the row in force in `year`; the first one also holds before its own year."""
        held = [row for row in self.rows if row.jaar is not None and row.jaar <= year]
        return held[-1] if held else self.rows[0]

    def over(self, years: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return the value in force in each of `years`, shape (years,)."""
        values = np.array([row.waarde for row in self.rows])
        if not self.by_year:
            return np.full(len(years), values[0])
        steps = np.array([row.jaar for row in self.rows])
        return values[np.maximum(np.searchsorted(steps, years, side="right") - 1, 0)]


def fixed_kind(ident: str) -> Number | None:
    """Return what a parameter with a fixed meaning may be, or `None` for any other (contract, section 1)."""
    if ident == BEGROTINGSJAAR:
        return Year()
    if ident == DISCONTOVOET or (ident.startswith(INDEX) and ident != INDEX):
        return _GROWTH
    return None


def fixed_problems(parameter: Parameter, field: str) -> Iterator[Problem]:
    """Yield what is wrong with the values of a parameter that has a fixed meaning."""
    kind = fixed_kind(parameter.id)
    if kind is None:
        return
    if parameter.id == BEGROTINGSJAAR and parameter.by_year:
        yield Problem("parameter-per-jaar", field, {"found": shown(parameter.id)})
    for row in parameter.rows:
        if not fits(kind, row.waarde):
            values = {"parameter": parameter.id, "found": figure(row.waarde), "expected": kind.bounds}
            yield Problem("parameter-vaste-betekenis", field, values)


def fits(kind: Kind, value: object) -> bool:
    """Return whether `value` is one of `kind`."""
    try:
        kind.accept(value)
    except WrongValue:
        return False
    return True


def over(parameters: Mapping[str, Parameter], ident: str, years: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the value of a parameter in each of `years`, 0 where there is no such parameter."""
    found = parameters.get(ident)
    return np.zeros(len(years)) if found is None else found.over(years)
