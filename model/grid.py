"""The plan laid out as arrays: cells, sources, who may pay what, prices, money and volume.

Axes: draw b, post p, source s, cell c, year y (simulated years). Amounts are k€; sources stand in the order of the
waterfall. Source: model, sections 2 and 3.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from model.baseline import Dekkingsbron, Kostenpost
from model.cells import Cell, Layout, cells_of, layout_of
from model.factors import Draws, Floats, Ints, Rates, money_factor, price_factor, stacked, volume_factor
from model.horizon import Horizon
from model.ledger import Plan, opened
from model.parameters import DISCONTOVOET, INDEX, INDEX_BBP
from model.words import BASELINE_COUNTS, RIJK


class Values(NamedTuple):
    """The numbers of one draw; in a batch each has a leading axis of size 1 or of the number of draws.

    plan, structural, price, volume: (p, y); money, structural_money: (s, y); the rest per post or source.
    Without a limit `levensduur` and `capaciteit` are infinite.
    """

    plan: Floats
    structural: Floats
    price: Floats
    volume: Floats
    kostenfactor: Floats
    beheerratio: Floats
    besparingsratio: Floats
    doorlooptijd: Floats
    levensduur: Floats
    doorschuif: Floats
    capaciteit: Floats
    money: Floats
    structural_money: Floats
    eindejaarsmarge: Floats


@dataclass(frozen=True, slots=True)
class Context:
    """What the indicators need beside the kernel's sums; arrays have a leading axis of draws.

    deflator, discount: (b, horizon years); baseline_rijk: money of the Rijk in the baseline, (b, horizon years).
    """

    deflator: Floats
    discount: Floats
    baseline_rijk: Floats


@dataclass(frozen=True, slots=True)
class Grid:
    """A plan as arrays. `sources` stand in waterfall order, `programmas` in order of appearance."""

    horizon: Horizon
    posts: tuple[Kostenpost, ...]
    sources: tuple[Dekkingsbron, ...]
    cells: tuple[Cell, ...]
    programmas: tuple[str, ...]
    layout: Layout
    values: Values
    context: Context
    draws: int

    def entry_source(self) -> Ints:
        """Return which source each entry of the layout belongs to, shape (entries,)."""
        ends = self.layout.group_entry[self.layout.source_group]
        return np.repeat(np.arange(len(self.sources)), np.diff(ends))


def grid_of(plan: Plan, begrotingsjaar: int | None = None, draws: Draws | None = None) -> Grid:
    """Return the arrays of `plan`; `draws` gives values to parameters for many runs at once."""
    rates = Rates(plan.parameters, draws or {})
    posts = tuple(plan.posts.values())
    sources = tuple(sorted(plan.sources.values(), key=lambda source: source.volgorde))
    programmas = tuple(dict.fromkeys(post.programma for post in posts))
    cells = tuple(cells_of(posts, plan.keys, rates))
    return Grid(
        horizon=plan.horizon,
        posts=posts,
        sources=sources,
        cells=cells,
        programmas=programmas,
        layout=layout_of(plan, posts, sources, cells, programmas),
        values=_values(plan, posts, sources, rates),
        context=_context(plan, begrotingsjaar, draws or {}),
        draws=rates.draws,
    )


def _values(plan: Plan, posts: Sequence[Kostenpost], sources: Sequence[Dekkingsbron], rates: Rates) -> Values:
    years = plan.horizon.simulated
    counted = [source.besluitstatus in plan.counts for source in sources]
    factors = stacked([money_factor(source, years, rates) for source in sources], len(years))
    money = [plan.amounts("dekkingsbron", s.id) * c for s, c in zip(sources, counted, strict=True)]
    lasting = [plan.structural("dekkingsbron", s.id) * c for s, c in zip(sources, counted, strict=True)]
    shape = (1, len(posts), len(years))
    return Values(
        plan=_clean([plan.amounts("kostenpost", post.id) for post in posts], shape),
        structural=_clean([plan.structural("kostenpost", post.id) for post in posts], shape),
        price=stacked([price_factor(post, years, rates) for post in posts], len(years)),
        volume=stacked([volume_factor(post, plan.last_given.get(post.id), years, rates) for post in posts], len(years)),
        kostenfactor=rates.table(posts, "kostenfactor"),
        beheerratio=rates.table(posts, "beheerratio"),
        besparingsratio=rates.table(posts, "besparingsratio"),
        doorlooptijd=rates.table(posts, "doorlooptijd"),
        levensduur=rates.table(posts, "levensduur"),
        doorschuif=rates.table(posts, "doorschuif"),
        capaciteit=rates.table(posts, "capaciteit"),
        money=_clean(money, (1, len(sources), len(years))) * factors,
        structural_money=_clean(lasting, (1, len(sources), len(years))) * factors,
        eindejaarsmarge=rates.table(sources, "eindejaarsmarge"),
    )


def _clean(series: Sequence[Floats], shape: tuple[int, int, int]) -> Floats:
    """Return plan series as one array, rounding differences below zero made 0."""
    return np.maximum(np.array(series, dtype=np.float64).reshape(shape), 0.0)


def _context(plan: Plan, begrotingsjaar: int | None, draws: Draws) -> Context:
    rates = Rates(plan.parameters, draws)
    years = plan.horizon.simulated[plan.horizon.lead :]
    base = plan.begrotingsjaar(begrotingsjaar)
    deflator = rates.factor(INDEX_BBP.removeprefix(INDEX), base, 1.0, years)
    growth = (1 + rates.yearly(DISCONTOVOET, years)) * (1 + rates.yearly(INDEX_BBP, years))
    growth[:, 0] = 1.0
    return Context(deflator, np.asarray(np.cumprod(growth, axis=1)), _baseline_rijk(plan, draws))


def _baseline_rijk(plan: Plan, draws: Draws) -> Floats:
    """Return the decided money of the Rijk in the dataset itself over the scenario's years, shape (b, years)."""
    baseline, horizon = plan.baseline, plan.horizon
    rates = Rates(baseline.parameters, draws)
    total = np.zeros((1, len(horizon.simulated)))
    for source in baseline.sources.values():
        rijk = baseline.parties[source.betaler].soort == RIJK
        if rijk and source.besluitstatus in BASELINE_COUNTS:
            series = opened(baseline.source_series.get(source.id, ()), source.verloop, horizon)
            total = total + series.total * money_factor(source, horizon.simulated, rates)
    return total[:, horizon.lead :]
