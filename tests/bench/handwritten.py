"""The same arithmetic as the kernel, written as one loop by hand without records: what the kernel is measured against.

Sources ask every cell whether they may pay for it, rang by rang, as one would write it down first.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numba
import numpy as np
from numpy.typing import NDArray

from model.cells import may_pay
from model.grid import Grid

Floats = NDArray[np.float64]


class Flat(NamedTuple):
    """The arrays of a grid, with a plain table of who may pay what."""

    arguments: tuple[Any, ...]
    lead: int


def flat_of(grid: Grid) -> Flat:
    """Return the arrays that the hand-written loop takes."""
    may = np.array([[may_pay(source, cell) for cell in grid.cells] for source in grid.sources])
    rang = np.array([cell.rang for cell in grid.cells])
    values = grid.values
    layout = grid.layout
    return Flat(
        (
            layout.cell_post, layout.cell_soort, layout.cell_share, rang, np.unique(rang), may,
            values.plan, values.structural, values.price, values.volume, values.kostenfactor, values.beheerratio,
            values.doorlooptijd, values.levensduur, values.doorschuif, values.capaciteit, values.money,
            values.structural_money, values.eindejaarsmarge,
        ),
        layout.lead,
    )  # fmt: skip


def hand_written(flat: Flat, draws: int) -> Floats:
    """Return the tekort per draw and year, shape (draws, years)."""
    return np.asarray(_loop(draws, *flat.arguments)[:, flat.lead :])


@numba.njit(cache=True)
def _loop(  # noqa: C901, PLR0912, PLR0913, PLR0915, PLR0917
    draws, post, soort, share, rang, rangen, may, plan, structural, price, volume, factor, ratio, delay, life,
    slide, capacity, money, lasting_money, margin,
):  # fmt: skip
    cells, years, sources, posts = len(post), plan.shape[2], money.shape[1], plan.shape[1]
    tekort = np.zeros((draws, years))
    short, need, lasten, lasting = np.zeros(cells), np.zeros(cells), np.zeros(cells), np.zeros(cells)
    paid = np.zeros((sources, cells))
    for b in range(draws):
        bp, bs, bx, bv = b % len(plan), b % len(structural), b % len(price), b % len(volume)
        bf, br, bd, bl = b % len(factor), b % len(ratio), b % len(delay), b % len(life)
        bh, bc, bm, bz, bg = b % len(slide), b % len(capacity), b % len(money), b % len(lasting_money), b % len(margin)
        backlog, carry, done = np.zeros(cells), np.zeros(sources), np.zeros((posts, years))
        for y in range(years):
            stock, open_ = np.zeros(posts), np.zeros(posts)
            for p in range(posts):
                t = y - int(delay[bd, p])
                while t >= 0 and t > y - delay[bd, p] - life[bl, p]:
                    stock[p] += done[p, t]
                    t -= 1
            for c in range(cells):
                if soort[c] == 1:
                    open_[post[c]] += share[c] * plan[bp, post[c], y] + backlog[c]
            for c in range(cells):
                p = post[c]
                unit = factor[bf, p] * price[bx, p, y]
                if soort[c] == 0:
                    need[c] = share[c] * plan[bp, p, y] * volume[bv, p, y] * price[bx, p, y]
                    lasten[c] = share[c] * structural[bs, p, y] * volume[bv, p, y] * price[bx, p, y]
                elif soort[c] == 2:
                    need[c] = share[c] * ratio[br, p] * stock[p] * price[bx, p, y]
                    lasten[c] = need[c]
                else:
                    work = share[c] * plan[bp, p, y] + backlog[c]
                    need[c] = min(1.0, capacity[bc, p] / open_[p] if open_[p] > 0 else 1.0) * work * unit
                    lasten[c] = share[c] * structural[bs, p, y] * unit
                short[c], lasting[c] = need[c], lasten[c]
            for wave in range(2):
                left_of = short if wave == 0 else lasting
                for s in range(sources):
                    have = money[bm, s, y] + carry[s] if wave == 0 else lasting_money[bz, s, y]
                    left = have
                    for r in rangen:
                        asked = 0.0
                        for c in range(cells):
                            if may[s, c] and rang[c] == r:
                                asked += left_of[c]
                        phi = min(1.0, left / asked) if asked > 0 else 0.0
                        for c in range(cells):
                            if may[s, c] and rang[c] == r:
                                amount = phi * left_of[c]
                                left_of[c] -= amount
                                if wave == 0:
                                    paid[s, c] = amount
                        left -= phi * asked
                    if wave == 0:
                        carry[s] = min(left, margin[bg, s] * have)
            for c in range(cells):
                p = post[c]
                if soort[c] != 1:
                    tekort[b, y] += short[c]
                    continue
                unit = factor[bf, p] * price[bx, p, y]
                wait = share[c] * plan[bp, p, y] + backlog[c] - need[c] / unit
                done[p, y] += (need[c] - short[c]) / unit
                tekort[b, y] += max(0.0, short[c] - max(0.0, backlog[c] - wait) * unit)
                backlog[c] = slide[bh, p] * short[c] / unit + wait
    return tekort
