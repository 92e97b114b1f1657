"""The ledger: what was posted on each plan series and by which cause; their sum is the plan.

Source: model, section 1. Amounts are k€ at the price level of their series, arrays of shape (simulated years,).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from model.baseline import Amount, Baseline, Dekkingsbron, Kostenpost, Shares
from model.horizon import DEFAULT_LENGTH, Horizon
from model.parameters import Parameter
from model.text import Text
from model.words import BASELINE_COUNTS, INCIDENTEEL

Amounts = NDArray[np.float64]
Kind = Literal["kostenpost", "dekkingsbron"]
SeriesId = tuple[Kind, str]

# k€; a plan amount between this and 0 is a rounding difference.
NEGLIGIBLE = 1e-6

DATASET = "dataset"
EXTENSION = "extrapolatie"


@dataclass(frozen=True, slots=True)
class Mutation:
    """Amounts posted on one series by one cause: the dataset, its extension to the horizon, or a measure."""

    cause: str
    amounts: Amounts


@dataclass(frozen=True, slots=True)
class Series:
    """A plan series: its mutations and their sum."""

    mutations: tuple[Mutation, ...]
    total: Amounts

    def post(self, mutation: Mutation) -> Series:
        """Return the series with one more mutation."""
        return Series((*self.mutations, mutation), self.total + mutation.amounts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The position after the dataset and the measures so far.

    Posts, sources, parameters and distribution keys are those of the dataset as measures left them, never `baseline`'s.
    `last_given` holds per post the last year with an amount in the dataset or in the `reeks` that made it;
    `incidental` the sources that a measure made incidental; `counts` the besluitstatussen that have money;
    `lost` the ids of posts and sources whose own measure was wrong, so that naming them is no second mistake.
    """

    baseline: Baseline
    horizon: Horizon
    counts: tuple[str, ...]
    posts: Mapping[str, Kostenpost]
    sources: Mapping[str, Dekkingsbron]
    parameters: Mapping[str, Parameter]
    keys: Mapping[str, Shares]
    series: Mapping[SeriesId, Series]
    last_given: Mapping[str, int]
    incidental: frozenset[str] = frozenset()
    lost: frozenset[str] = frozenset()
    notices: tuple[Text, ...] = ()

    def amounts(self, kind: Kind, ident: str) -> Amounts:
        """Return a plan series, k€, shape (simulated years,)."""
        return self.series[kind, ident].total

    def post(self, kind: Kind, ident: str, cause: str, amounts: Amounts) -> Plan:
        """Return the plan with `amounts` added to one series."""
        key: SeriesId = (kind, ident)
        posted = self.series[key].post(Mutation(cause, amounts))
        return replace(self, series={**self.series, key: posted})

    def zeros(self) -> Amounts:
        """Return a series without money."""
        return np.zeros(len(self.horizon.simulated))

    def note(self, notice: Text) -> Plan:
        """Return the plan with something its readers should know."""
        return replace(self, notices=(*self.notices, notice))

    def structural(self, kind: Kind, ident: str) -> Amounts:
        """Return the part of a series that lasts: in each year the smallest amount from there to the horizon's end."""
        owner = self.posts[ident] if kind == "kostenpost" else self.sources[ident]
        if owner.verloop == INCIDENTEEL or (kind == "dekkingsbron" and ident in self.incidental):
            return self.zeros()
        return np.minimum.accumulate(self.amounts(kind, ident)[::-1])[::-1]

    def negatives(self) -> Iterable[tuple[str, int, float]]:
        """Yield the id, year and amount of every plan amount below zero."""
        for (_, ident), series in self.series.items():
            for position in np.flatnonzero(series.total < -NEGLIGIBLE):
                yield ident, self.horizon.start + int(position), float(series.total[position])

    def begrotingsjaar(self, chosen: int | None) -> int:
        """Return the scenario's own begrotingsjaar, else the parameter, else the horizon's first year."""
        parameter = self.parameters.get("begrotingsjaar")
        return chosen or (self.horizon.first if parameter is None else int(parameter.value))


def open_plan(
    baseline: Baseline, horizon: tuple[int, int] | None = None, counts: tuple[str, ...] = BASELINE_COUNTS
) -> Plan:
    """Return the plan before any measure, its series extended to the horizon.

    Without `horizon` it is the dataset's first year and the eleven after it (contract, section 2).
    """
    data_start = baseline.first_year
    if horizon is None:
        if data_start is None:
            raise ValueError("a dataset without amounts has no horizon of its own")
        horizon = (data_start, data_start + DEFAULT_LENGTH - 1)
    first, last = horizon
    years = Horizon(first, last, min(first, first if data_start is None else data_start))
    series: dict[SeriesId, Series] = {}
    for post in baseline.posts.values():
        series["kostenpost", post.id] = opened(baseline.post_series.get(post.id, ()), post.verloop, years)
    for source in baseline.sources.values():
        series["dekkingsbron", source.id] = opened(baseline.source_series.get(source.id, ()), source.verloop, years)
    return Plan(
        baseline=baseline,
        horizon=years,
        counts=counts,
        posts=baseline.posts,
        sources=baseline.sources,
        parameters=baseline.parameters,
        keys=baseline.keys,
        series=series,
        last_given={ident: amounts[-1].jaar for ident, amounts in baseline.post_series.items() if amounts},
    )


def opened(given: tuple[Amount, ...], verloop: str, horizon: Horizon) -> Series:
    """Return a series of the dataset, extended to the horizon."""
    by_year = {amount.jaar: amount.bedrag for amount in given}
    return extended(by_year, verloop, horizon, DATASET)


def extended(given: Mapping[int, float], verloop: str, horizon: Horizon, cause: str) -> Series:
    """Return a new series: the given amounts, and after the last one its extension where `verloop` is structureel."""
    amounts = np.zeros(len(horizon.simulated))
    for year, amount in given.items():
        if horizon.start <= year <= horizon.last:
            amounts[horizon.at(year)] = amount
    series = Series((Mutation(cause, amounts),), amounts)
    last = max(given, default=horizon.last)
    if verloop == INCIDENTEEL or last >= horizon.last:
        return series
    extension = np.where(horizon.simulated > last, given[last], 0.0)
    return series.post(Mutation(EXTENSION, extension))
