"""The plan laid out as arrays: cells, sources, who may pay what, prices, money and volume.

Axes: draw b, post p, source s, cell c, year y (simulated years). Amounts are k€; sources stand in the order of the
waterfall. Source: model, sections 2 and 3.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.baseline import Dekkingsbron, Kostenpost
from model.horizon import Horizon
from model.ledger import Plan, opened
from model.parameters import DISCONTOVOET, INDEX, INDEX_BBP, NO_INDEX, Parameter, over
from model.schema import RATES
from model.words import BASELINE_COUNTS, BEHEER, EIGEN, RIJK

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

# Draws per parameter, shape (draws,): a value, or for a parameter with values per year a deviation added to each.
Draws = Mapping[str, Floats]

IS_BEHEER, IS_INVESTERING, IS_BEHEERLAST = 0, 1, 2

HOOFD, BEHEERLAST = "hoofd", "beheerlast"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one partij owes of one post: the post itself (`hoofd`) or the running cost it leaves (`beheerlast`)."""

    post: Kostenpost
    onderdeel: str
    partij: str
    share: float

    @property
    def kostensoort(self) -> str:
        """Return the class of cost that the cell counts as."""
        return BEHEER if self.onderdeel == BEHEERLAST else self.post.kostensoort

    @property
    def rang(self) -> int:
        """Return the cell's priority."""
        if self.onderdeel == BEHEERLAST and self.post.rang_beheer is not None:
            return self.post.rang_beheer
        return self.post.rang


class Layout(NamedTuple):
    """Who may pay what, for the kernel.

    Source s pays the groups `source_group[s]:source_group[s+1]` in turn; group g holds the cells
    `entry_cell[group_entry[g]:group_entry[g+1]]`, all of one rang.
    """

    cell_post: Ints
    cell_soort: Ints
    cell_share: Floats
    cell_programma: Ints
    post_programma: Ints
    post_saving_share: Floats
    source_group: Ints
    group_entry: Ints
    entry_cell: Ints
    source_eigen: Ints
    source_rijk: Ints
    programmas: int
    lead: int


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
    order = sorted(range(len(plan.sources)), key=lambda s: list(plan.sources.values())[s].volgorde)
    sources = tuple(list(plan.sources.values())[s] for s in order)
    programmas = tuple(dict.fromkeys(post.programma for post in posts))
    cells = tuple(_cells(plan, posts, rates))
    return Grid(
        horizon=plan.horizon,
        posts=posts,
        sources=sources,
        cells=cells,
        programmas=programmas,
        layout=_layout(plan, posts, sources, cells, programmas),
        values=_values(plan, posts, sources, rates),
        context=_context(plan, begrotingsjaar, draws or {}),
        draws=rates.draws,
    )


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


def _cells(plan: Plan, posts: Sequence[Kostenpost], rates: Rates) -> list[Cell]:
    cells = []
    for post in posts:
        for partij, share in plan.baseline.keys[post.sleutel].items():
            if share > 0:
                cells.append(Cell(post, HOOFD, partij, share))
        if post.investering and rates.number(post, "beheerratio").max() > 0:
            for partij, share in plan.baseline.keys[post.sleutel_beheer or post.sleutel].items():
                if share > 0:
                    cells.append(Cell(post, BEHEERLAST, partij, share))
    return cells


def may_pay(source: Dekkingsbron, cell: Cell) -> bool:
    """Return whether a source may pay for a cell: every restriction that it has must match."""
    post = cell.post
    return (
        (not source.voor_programma or post.programma in source.voor_programma)
        and (not source.voor_thema or post.thema in source.voor_thema)
        and (not source.voor_kostensoort or cell.kostensoort in source.voor_kostensoort)
        and (not source.voor_partij or cell.partij in source.voor_partij)
        and (not source.voor_kostenpost or post.id in source.voor_kostenpost)
    )


def _layout(
    plan: Plan,
    posts: Sequence[Kostenpost],
    sources: Sequence[Dekkingsbron],
    cells: Sequence[Cell],
    programmas: Sequence[str],
) -> Layout:
    position = {post.id: p for p, post in enumerate(posts)}
    source_group, group_entry, entry_cell = _turns(sources, cells)
    keys = plan.baseline.keys
    parties = plan.baseline.parties
    return Layout(
        cell_post=_ints(position[cell.post.id] for cell in cells),
        cell_soort=_ints(_soort(cell) for cell in cells),
        cell_share=np.array([cell.share for cell in cells], dtype=np.float64),
        cell_programma=_ints(programmas.index(cell.post.programma) for cell in cells),
        post_programma=_ints(programmas.index(post.programma) for post in posts),
        post_saving_share=np.array([sum(keys[p.sleutel_besparing or p.sleutel].values()) for p in posts], dtype=float),
        source_group=source_group,
        group_entry=group_entry,
        entry_cell=entry_cell,
        source_eigen=_ints(source.route == EIGEN for source in sources),
        source_rijk=_ints(parties[source.betaler].soort == RIJK for source in sources),
        programmas=len(programmas),
        lead=plan.horizon.lead,
    )


def _ints(values: object) -> Ints:
    return np.fromiter(values, dtype=np.int64)  # type: ignore[call-overload, no-any-return]


def _soort(cell: Cell) -> int:
    if cell.onderdeel == BEHEERLAST:
        return IS_BEHEERLAST
    return IS_INVESTERING if cell.post.investering else IS_BEHEER


def _turns(sources: Sequence[Dekkingsbron], cells: Sequence[Cell]) -> tuple[Ints, Ints, Ints]:
    """Return, per source in turn, the groups of cells of equal rang that it may pay for (see `Layout`)."""
    by_rang = sorted(((cell.rang, c) for c, cell in enumerate(cells)))
    source_group, group_entry, entries = [0], [0], list[int]()
    for source in sources:
        turns = [(rang, c) for rang, c in by_rang if may_pay(source, cells[c])]
        for _, group in groupby(turns, key=itemgetter(0)):
            entries += [c for _, c in group]
            group_entry.append(len(entries))
        source_group.append(len(group_entry) - 1)
    return _ints(source_group), _ints(group_entry), _ints(entries)


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
        price=stacked([_price(post, years, rates) for post in posts], len(years)),
        volume=stacked([_volume(plan, post, years, rates) for post in posts], len(years)),
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


def _price(post: Kostenpost, years: Ints, rates: Rates) -> Floats:
    """Return X: the price level of each year relative to the post's prijspeil, shape (b, years)."""
    return rates.factor(post.index, post.prijspeil, 1.0, years)


def money_factor(source: Dekkingsbron, years: Ints, rates: Rates) -> Floats:
    """Return M: what compensation makes of a source's money, relative to its prijspeil, shape (b, years)."""
    return rates.factor(source.index, source.prijspeil, source.compensatie, years)


def _volume(plan: Plan, post: Kostenpost, years: Ints, rates: Rates) -> Floats:
    """Return V: growth of volume after the last given year, beheer posts only, shape (b, years)."""
    last = plan.last_given.get(post.id)
    if post.investering or last is None:
        return np.ones((1, len(years)))
    growth = rates.number(post, "volumegroei")[:, None]
    return (1 + growth) ** np.maximum(0, years - last)


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
