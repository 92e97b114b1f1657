"""The coverage recursion: who pays what, what is left, what that delays. Source: model, section 3.

Plain Python over arrays of one draw, which numba compiles as it stands (`model.batch`). Indices: year y, post p,
source s, cell c; amounts in k€, "real" ones at the post's own prijspeil.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.cells import IS_BEHEER, IS_BEHEERLAST, IS_INVESTERING, Layout
from model.grid import Values

Floats = NDArray[np.float64]


class Outcome(NamedTuple):
    """What the recursion works out. Shapes: (y, c) per cell, (y, p) per post, (y, s) per source, (y, e) per entry.

    Per cell, nominal: behoefte; need, what is asked of money this year; dekking, tekort, inhaal; eigen, what own means
    paid; lasten and lasting, the structural need and its structural cover; short, what nobody paid.
    Per cell, real: geleverd, achterstand, vervallen, wacht.
    Per post: unit, what one real k€ costs; open, the work that could be done; done, the work delivered; stock, the
    delivered work in use (all three real). Per entry of the layout: paid, what a source paid for a cell.
    """

    behoefte: Floats
    need: Floats
    dekking: Floats
    tekort: Floats
    inhaal: Floats
    eigen: Floats
    geleverd: Floats
    achterstand: Floats
    vervallen: Floats
    wacht: Floats
    lasten: Floats
    lasting: Floats
    unit: Floats
    open: Floats
    done: Floats
    stock: Floats
    beschikbaar: Floats
    ingezet: Floats
    meegenomen: Floats
    onderuitputting: Floats
    ruimte: Floats
    paid: Floats
    paid_lasting: Floats
    short: Floats


def cover(layout: Layout, values: Values, out: Outcome) -> None:
    """Work out every year in turn, overwriting `out`."""
    for y in range(values.plan.shape[1]):
        use(values, out, y)
        ask(layout, values, out, y)
        for s in range(values.money.shape[0]):
            carried = out.meegenomen[y - 1, s] if y > 0 else 0.0
            available = values.money[s, y] + carried
            left = pay(layout, s, available, out.short[y], out.paid[y])
            close(values, out, y, s, available, left)
        settle(layout, values, out, y)
        own_means(layout, out, y)
        last(layout, values, out, y)


def use(values: Values, out: Outcome, y: int) -> None:
    """Set what work costs this year, and which delivered work is in use."""
    for p in range(values.plan.shape[0]):
        out.unit[y, p] = values.kostenfactor[p] * values.price[p, y]
        newest = y - int(values.doorlooptijd[p])
        out.stock[y, p] = 0.0
        t = newest
        while t >= 0 and t > newest - values.levensduur[p]:
            out.stock[y, p] += out.done[t, p]
            t -= 1


def ask(layout: Layout, values: Values, out: Outcome, y: int) -> None:
    """Set the behoefte of every cell, and what it needs from money this year (as what is still `short`)."""
    for p in range(values.plan.shape[0]):
        out.open[y, p] = 0.0
        out.done[y, p] = 0.0
    for c in range(layout.cell_post.shape[0]):
        p, share = layout.cell_post[c], layout.cell_share[c]
        if layout.cell_soort[c] == IS_BEHEER:
            out.behoefte[y, c] = share * values.plan[p, y] * values.volume[p, y] * values.price[p, y]
        elif layout.cell_soort[c] == IS_BEHEERLAST:
            out.behoefte[y, c] = share * values.beheerratio[p] * out.stock[y, p] * values.price[p, y]
        else:
            out.behoefte[y, c] = share * values.plan[p, y] * out.unit[y, p]
            out.open[y, p] += share * values.plan[p, y] + backlog(out, y, c)
    for c in range(layout.cell_post.shape[0]):
        out.short[y, c] = out.behoefte[y, c]
        if layout.cell_soort[c] == IS_INVESTERING:
            out.short[y, c] = doable(layout, values, out, y, c) * out.unit[y, layout.cell_post[c]]
        out.need[y, c] = out.short[y, c]


def doable(layout: Layout, values: Values, out: Outcome, y: int, c: int) -> float:
    """Return the open work of an investment cell that capacity allows, real; set what waits."""
    p = layout.cell_post[c]
    work = layout.cell_share[c] * values.plan[p, y] + backlog(out, y, c)
    done = work
    if out.open[y, p] > values.capaciteit[p]:
        done = work * (values.capaciteit[p] / out.open[y, p])
    out.wacht[y, c] = work - done
    return float(done)


def backlog(out: Outcome, y: int, c: int) -> float:
    """Return the work that last year left to a cell, real."""
    return float(out.achterstand[y - 1, c]) if y > 0 else 0.0


def pay(layout: Layout, s: int, left: float, short: Floats, paid: Floats) -> float:
    """Let source s pay what cells still need, by rang, pro rata within one; return the money left.

    `short` (per cell) goes down by what is paid, `paid` (per entry) is set. A source that runs out is left with exactly
    0, a cell that is paid in full with exactly 0: no rounding residue travels on.
    """
    for g in range(layout.source_group[s], layout.source_group[s + 1]):
        first, end = layout.group_entry[g], layout.group_entry[g + 1]
        asked = 0.0
        if left > 0.0:
            for e in range(first, end):
                asked += short[layout.entry_cell[e]]
        if asked == 0.0:
            for e in range(first, end):
                paid[e] = 0.0
            continue
        enough = left >= asked
        phi = 1.0 if enough else left / asked
        for e in range(first, end):
            c = layout.entry_cell[e]
            paid[e] = phi * short[c]
            short[c] = 0.0 if enough else short[c] - paid[e]
        left = left - asked if enough else 0.0
    return left


def close(values: Values, out: Outcome, y: int, s: int, available: float, left: float) -> None:
    """Set what a source had, paid, takes along to next year and leaves unspent."""
    out.beschikbaar[y, s] = available
    out.ingezet[y, s] = available - left
    out.meegenomen[y, s] = min(left, values.eindejaarsmarge[s] * available)
    out.onderuitputting[y, s] = left - out.meegenomen[y, s]


def settle(layout: Layout, values: Values, out: Outcome, y: int) -> None:
    """Set per cell what was covered, and of investment what was delivered, what waits and what lapses."""
    for c in range(layout.cell_post.shape[0]):
        p = layout.cell_post[c]
        rest = out.short[y, c]
        out.dekking[y, c] = out.need[y, c] - rest
        if layout.cell_soort[c] != IS_INVESTERING:
            out.tekort[y, c] = rest
            continue
        unit, wait, before = out.unit[y, p], out.wacht[y, c], backlog(out, y, c)
        out.geleverd[y, c] = out.dekking[y, c] / unit
        out.achterstand[y, c] = values.doorschuif[p] * rest / unit + wait
        out.vervallen[y, c] = (1.0 - values.doorschuif[p]) * rest / unit
        out.tekort[y, c] = max(0.0, rest - max(0.0, before - wait) * unit)
        out.inhaal[y, c] = max(0.0, out.dekking[y, c] - out.behoefte[y, c])
        out.done[y, p] += out.geleverd[y, c]


def own_means(layout: Layout, out: Outcome, y: int) -> None:
    """Set what sources of route `eigen` paid for each cell."""
    for c in range(layout.cell_post.shape[0]):
        out.eigen[y, c] = 0.0
    for s in range(layout.source_eigen.shape[0]):
        if layout.source_eigen[s]:
            first = layout.group_entry[layout.source_group[s]]
            for e in range(first, layout.group_entry[layout.source_group[s + 1]]):
                out.eigen[y, layout.entry_cell[e]] += out.paid[y, e]


def last(layout: Layout, values: Values, out: Outcome, y: int) -> None:
    """Cover what lasts with money that lasts: a second waterfall, without carry (model, section 4)."""
    for c in range(layout.cell_post.shape[0]):
        p = layout.cell_post[c]
        if layout.cell_soort[c] == IS_BEHEERLAST:
            lasten = out.behoefte[y, c]
        elif layout.cell_soort[c] == IS_BEHEER:
            lasten = layout.cell_share[c] * values.structural[p, y] * values.volume[p, y] * values.price[p, y]
        else:
            lasten = layout.cell_share[c] * values.structural[p, y] * out.unit[y, p]
        out.lasten[y, c] = lasten
        out.lasting[y, c] = lasten
    for s in range(values.money.shape[0]):
        money = values.structural_money[s, y]
        out.ruimte[y, s] = pay(layout, s, money, out.lasting[y], out.paid_lasting[y])
    for c in range(layout.cell_post.shape[0]):
        out.lasting[y, c] = out.lasten[y, c] - out.lasting[y, c]


def room(layout: Layout, posts: int, sources: int, years: int) -> Outcome:
    """Return an empty outcome for one draw."""
    cells, entries = len(layout.cell_post), len(layout.entry_cell)
    sizes = dict.fromkeys(Outcome._fields, cells)
    sizes |= dict.fromkeys(("unit", "open", "done", "stock"), posts)
    sizes |= dict.fromkeys(("beschikbaar", "ingezet", "meegenomen", "onderuitputting", "ruimte"), sources)
    sizes |= dict.fromkeys(("paid", "paid_lasting"), entries)
    return Outcome(**{name: np.zeros((years, size)) for name, size in sizes.items()})
