"""Cells and who may pay for them: what each partij owes, and the waterfall's turns. Source: model, sections 2-3."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from model.baseline import Dekkingsbron, Kostenpost, Shares
from model.factors import Floats, Ints, Rates
from model.ledger import Plan
from model.words import BEHEER, EIGEN, RIJK

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


def cells_of(posts: Sequence[Kostenpost], keys: Mapping[str, Shares], rates: Rates) -> list[Cell]:
    """Return the cells of all posts: their own, and where they leave a running cost those of it; no zero shares."""
    cells = []
    for post in posts:
        for partij, share in keys[post.sleutel].items():
            if share > 0:
                cells.append(Cell(post, HOOFD, partij, share))
        if post.investering and rates.number(post, "beheerratio").max() > 0:
            for partij, share in keys[post.sleutel_beheer or post.sleutel].items():
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


def layout_of(
    plan: Plan,
    posts: Sequence[Kostenpost],
    sources: Sequence[Dekkingsbron],
    cells: Sequence[Cell],
    programmas: Sequence[str],
) -> Layout:
    """Return who may pay what; sources in the order of the waterfall."""
    position = {post.id: p for p, post in enumerate(posts)}
    source_group, group_entry, entry_cell = _turns(sources, cells)
    return Layout(
        cell_post=_ints(position[cell.post.id] for cell in cells),
        cell_soort=_ints(_soort(cell) for cell in cells),
        cell_share=np.array([cell.share for cell in cells], dtype=np.float64),
        cell_programma=_ints(programmas.index(cell.post.programma) for cell in cells),
        post_programma=_ints(programmas.index(post.programma) for post in posts),
        post_saving_share=np.array(
            [sum(plan.keys[p.sleutel_besparing or p.sleutel].values()) for p in posts], dtype=float
        ),
        source_group=source_group,
        group_entry=group_entry,
        entry_cell=entry_cell,
        source_eigen=_ints(source.route == EIGEN for source in sources),
        source_rijk=_ints(plan.baseline.parties[source.betaler].soort == RIJK for source in sources),
        programmas=len(programmas),
        lead=plan.horizon.lead,
    )


def _ints(values: Iterable[int]) -> Ints:
    return np.fromiter(values, dtype=np.int64)


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
