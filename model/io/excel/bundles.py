"""Cells of the model, put together where no source tells their parties apart.

Sources pay cells of equal rang pro rata, and everything that happens to a cell is in proportion to its share: parties
that the same sources may pay for therefore stay in proportion, year after year. A workbook computes them in one row and
divides the outcome by their shares, so that every share and every choice of key can be changed in it.
Source: model, sections 2 and 3.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.baseline import Dekkingsbron, Kostenpost
from model.cells import BEHEERLAST, HOOFD, Cell, may_pay
from model.grid import Grid

Floats = NDArray[np.float64]

EVERYBODY = "alle"


@dataclass(frozen=True, slots=True)
class Bundle:
    """The cells of one post and onderdeel that the same sources may pay for, whatever their shares."""

    post: Kostenpost
    onderdeel: str
    parties: tuple[str, ...]
    everybody: bool

    @property
    def soort(self) -> str:
        """Return the class of cost, or beheerlast."""
        return BEHEERLAST if self.onderdeel == BEHEERLAST else self.post.kostensoort

    @property
    def who(self) -> str:
        """Return whose cells they are."""
        return EVERYBODY if self.everybody else "|".join(self.parties)

    @property
    def cell(self) -> Cell:
        """Return one cell that stands for all of them."""
        return Cell(self.post, self.onderdeel, self.parties[0], 1.0)

    @property
    def words(self) -> tuple[str, str, str, str]:
        """Return what tells this bundle from others: post, soort, parties, programma."""
        return self.post.id, self.soort, self.who, self.post.programma


def bundles_of(posts: Sequence[Kostenpost], sources: Sequence[Dekkingsbron], parties: Sequence[str]) -> list[Bundle]:
    """Return the bundles of all posts; every investment post has those of its beheerlast, also where there is none."""
    found = []
    for post in posts:
        for onderdeel in (HOOFD, BEHEERLAST) if post.investering else (HOOFD,):
            groups = _alike(post, onderdeel, sources, parties)
            found += [Bundle(post, onderdeel, group, len(groups) == 1) for group in groups]
    return found


def _alike(
    post: Kostenpost, onderdeel: str, sources: Sequence[Dekkingsbron], parties: Sequence[str]
) -> list[tuple[str, ...]]:
    """Return the parties in groups that the same sources may pay for."""
    groups: dict[tuple[bool, ...], list[str]] = {}
    for partij in parties:
        cell = Cell(post, onderdeel, partij, 1.0)
        groups.setdefault(tuple(may_pay(source, cell) for source in sources), []).append(partij)
    return [tuple(group) for group in groups.values()]


@dataclass(frozen=True, slots=True)
class Turn:
    """The bundles of one rang that a source may pay for, in its turn: positions in the list of bundles."""

    rang: int
    bundles: tuple[int, ...]


def turns_of(source: Dekkingsbron, bundles: Sequence[Bundle]) -> list[Turn]:
    """Return what a source pays for, by ascending rang."""
    by_rang: dict[int, list[int]] = {}
    for position, bundle in enumerate(bundles):
        if may_pay(source, bundle.cell):
            by_rang.setdefault(bundle.cell.rang, []).append(position)
    return [Turn(rang, tuple(by_rang[rang])) for rang in sorted(by_rang)]


class Gathered:
    """Adds up what the engine found per cell to bundles; arrays of shape (simulated years, ...)."""

    def __init__(self, grid: Grid, bundles: Sequence[Bundle]) -> None:
        self.grid, self.bundles = grid, bundles
        place = {
            (bundle.post.id, bundle.onderdeel, partij): position
            for position, bundle in enumerate(bundles)
            for partij in bundle.parties
        }
        self._of_cell = np.array([place[cell.post.id, cell.onderdeel, cell.partij] for cell in grid.cells], dtype=int)

    def cells(self, amounts: Floats) -> Floats:
        """Return amounts per cell as amounts per bundle, shape (bundles, years)."""
        total = np.zeros((len(self.bundles), len(amounts)))
        np.add.at(total, self._of_cell, amounts.T)
        return total

    def entries(self, amounts: Floats) -> Floats:
        """Return payments as payments per source and bundle, shape (sources, bundles, years)."""
        total = np.zeros((len(self.grid.sources), len(self.bundles), len(amounts)))
        bundle = self._of_cell[self.grid.layout.entry_cell]
        np.add.at(total, (self.grid.entry_source(), bundle), amounts.T)
        return total

    def of_post(self, post: Kostenpost, onderdeel: str = HOOFD) -> Iterator[int]:
        """Yield the positions of a post's bundles, which stand together."""
        for position, bundle in enumerate(self.bundles):
            if bundle.post is post and bundle.onderdeel == onderdeel:
                yield position
