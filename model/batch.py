"""Runs the kernel on many draws at once: the functions of `coverage` and `totals`, compiled as they stand.

The plain functions are the reference; compiled or not, one draw or many, one thread or more, results are the same.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from types import FunctionType, ModuleType
from typing import Any

import numpy as np

from model import coverage, totals
from model.cells import Layout
from model.coverage import Outcome, room
from model.factors import Floats
from model.grid import Grid, Values
from model.totals import OVER_SOURCES, PER_PROGRAMMA

# Below this many payments to work out (payable cells of all sources x years), plain Python takes a second or two: less
# than loading, and the first time on a machine compiling, takes.
SMALL = 250_000

Kernel = Callable[[Layout, Values, Outcome, Floats, Floats, int, int], None]
_COMPILED_IN_ORDER = (
    (coverage, ("backlog", "use", "doable", "ask", "pay", "close", "settle", "own_means", "last", "cover")),
    (totals, ("add_cell", "add_investment", "add_up", "one_draw", "sweep")),
)


@dataclass(frozen=True, slots=True)
class Sums:
    """What `totals` adds up: sums (draw, sum, programma, year) and money (draw, sum, year), over the horizon."""

    sums: Floats
    money: Floats

    def part(self, name: str) -> Floats:
        """Return one sum per programma, shape (draw, programma, year), or over sources, (draw, year)."""
        if name in OVER_SOURCES:
            return self.money[:, OVER_SOURCES.index(name)]
        return self.sums[:, PER_PROGRAMMA.index(name)]


@cache
def compiled() -> Kernel:
    """Return the kernel compiled by numba: the same functions as `totals.sweep`, kept between sessions."""
    import numba

    made: dict[str, Any] = {}
    digest = _digest()
    for module, names in _COMPILED_IN_ORDER:
        for name in names:
            # The arrays are made and kept outside: counting references to them would cost more than the arithmetic.
            options: dict[str, Any] = {"cache": name == "sweep", "nogil": True, "_nrt": False}
            compile_ = numba.njit(**options)
            made[name] = compile_(_copy(module, name, made, digest))
    return made["sweep"]  # type: ignore[no-any-return]


def _digest() -> str:
    """Return a mark of the kernel's code: machine code kept by an earlier version must not be used."""
    codes = [getattr(module, name).__code__ for module, names in _COMPILED_IN_ORDER for name in names]
    return hashlib.sha256(b"".join(marshal.dumps(code) for code in codes)).hexdigest()[:16]


def _copy(module: ModuleType, name: str, made: Mapping[str, Any], digest: str) -> FunctionType:
    """Return a function of `module` that calls the compiled versions of the others."""
    function = getattr(module, name)
    copied = FunctionType(function.__code__, {**vars(module), **made}, name)
    copied.__module__, copied.__qualname__ = module.__name__, f"{name}_{digest}"
    return copied


def kernel_for(grid: Grid) -> Kernel:
    """Return the kernel that is done first for this grid."""
    size = len(grid.layout.entry_cell) * len(grid.horizon.simulated) * grid.draws
    return totals.sweep if size < SMALL and "numba" not in sys.modules else compiled()


def run_one(grid: Grid, kernel: Kernel | None = None) -> tuple[Outcome, Sums]:
    """Return everything about the first draw of a grid."""
    out, sums = _room(grid), _empty(grid, 1)
    (kernel or kernel_for(grid))(grid.layout, grid.values, out, sums.sums, sums.money, 0, 1)
    return out, sums


def run_draws(grid: Grid, kernel: Kernel | None = None, workers: int | None = None) -> Sums:
    """Return the sums of every draw of a grid; `workers` threads share the draws."""
    sums = _empty(grid, grid.draws)
    kernel = kernel or kernel_for(grid)
    workers = min(workers or os.cpu_count() or 1, grid.draws)
    bounds = np.linspace(0, grid.draws, workers + 1).astype(int)

    def work(first: int, end: int) -> None:
        kernel(grid.layout, grid.values, _room(grid), sums.sums, sums.money, first, end)

    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(work, bounds[:-1].tolist(), bounds[1:].tolist()))
    return sums


def _room(grid: Grid) -> Outcome:
    return room(grid.layout, len(grid.posts), len(grid.sources), len(grid.horizon.simulated))


def _empty(grid: Grid, draws: int) -> Sums:
    years = len(grid.horizon.years)
    return Sums(
        np.zeros((draws, len(PER_PROGRAMMA), len(grid.programmas), years)),
        np.zeros((draws, len(OVER_SOURCES), years)),
    )


def stack(grids: Sequence[Grid]) -> Grid:
    """Return grids of one layout (coalitions of measures, say) as one grid with a draw each.

    Raises `ValueError` where the layouts differ: such grids are run apart.
    """
    first = grids[0]
    for other in grids[1:]:
        if not same_layout(first, other):
            raise ValueError("grids of different layouts cannot be stacked")
    values = Values(*(np.concatenate(arrays) for arrays in zip(*(_whole(grid) for grid in grids), strict=True)))
    return replace(first, values=values, draws=len(grids))


def _whole(grid: Grid) -> Values:
    return Values(*(np.broadcast_to(array, (grid.draws, *array.shape[1:])) for array in grid.values))


def same_layout(one: Grid, other: Grid) -> bool:
    """Return whether two grids have the same cells, sources and turns."""
    pairs = zip(one.layout, other.layout, strict=True)
    return one.horizon == other.horizon and all(np.array_equal(np.asarray(a), np.asarray(b)) for a, b in pairs)
