"""Sums over the cells of each programma that indicators are made of. Source: model, section 4.

Written as `model.coverage` is: plain Python over arrays of one draw, compiled as it stands for batches.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from model.cells import IS_INVESTERING, Layout
from model.coverage import Outcome, cover
from model.grid import Values

Floats = NDArray[np.float64]

# What is summed per programma and year, in order of the first axis of the sums.
PER_PROGRAMMA = (
    "behoefte",
    "dekking",
    "tekort",
    "inhaal",
    "eigen_middelen",
    "gedekt",
    "dekking_beheer",
    "dekking_investering",
    "tekort_vernieuwing",
    "structurele_lasten",
    "structurele_dekking",
    "incidenteel_gedekt",
    "geleverd",
    "achterstand",
    "vervallen",
    "wacht_op_capaciteit",
    "gepland",
    "achterstand_nominaal",
    "besparing",
)
# What is summed over sources per year.
OVER_SOURCES = ("onderuitputting", "structurele_ruimte", "geld_rijk")


def sweep(layout: Layout, batch: Values, out: Outcome, sums: Floats, money: Floats, first: int, end: int) -> None:
    """Cover and add up the draws `first..end-1` of a batch, in the rows of `sums` and `money`; `out` holds the last."""
    for draw in range(first, end):
        values = one_draw(batch, draw)
        cover(layout, values, out)
        add_up(layout, values, out, sums[draw], money[draw])


def one_draw(batch: Values, draw: int) -> Values:
    """Return the values of one draw; what does not vary has one row for all."""
    return Values(
        batch.plan[draw % len(batch.plan)],
        batch.structural[draw % len(batch.structural)],
        batch.price[draw % len(batch.price)],
        batch.volume[draw % len(batch.volume)],
        batch.kostenfactor[draw % len(batch.kostenfactor)],
        batch.beheerratio[draw % len(batch.beheerratio)],
        batch.besparingsratio[draw % len(batch.besparingsratio)],
        batch.doorlooptijd[draw % len(batch.doorlooptijd)],
        batch.levensduur[draw % len(batch.levensduur)],
        batch.doorschuif[draw % len(batch.doorschuif)],
        batch.capaciteit[draw % len(batch.capaciteit)],
        batch.money[draw % len(batch.money)],
        batch.structural_money[draw % len(batch.structural_money)],
        batch.eindejaarsmarge[draw % len(batch.eindejaarsmarge)],
    )


def add_up(layout: Layout, values: Values, out: Outcome, sums: Floats, money: Floats) -> None:
    """Set `sums` (sum, programma, horizon year) and `money` (sum, horizon year) from one outcome."""
    sums[:] = 0.0
    money[:] = 0.0
    for h in range(sums.shape[2]):
        y = h + layout.lead
        for c in range(layout.cell_post.shape[0]):
            add_cell(layout, out, sums, h, c)
            if layout.cell_soort[c] == IS_INVESTERING:
                add_investment(layout, values, out, sums, h, c)
            else:
                sums[6, layout.cell_programma[c], h] += out.dekking[y, c]
        for p in range(layout.post_programma.shape[0]):
            saving = values.besparingsratio[p] * out.stock[y, p] * values.price[p, y]
            sums[18, layout.post_programma[p], h] += layout.post_saving_share[p] * saving
        for s in range(out.onderuitputting.shape[1]):
            money[0, h] += out.onderuitputting[y, s]
            money[1, h] += out.ruimte[y, s]
            if layout.source_rijk[s]:
                money[2, h] += values.money[s, y]


def add_cell(layout: Layout, out: Outcome, sums: Floats, h: int, c: int) -> None:
    """Add what every cell has."""
    y, g = h + layout.lead, layout.cell_programma[c]
    behoefte, dekking, lasten = out.behoefte[y, c], out.dekking[y, c], out.lasten[y, c]
    sums[0, g, h] += behoefte
    sums[1, g, h] += dekking
    sums[2, g, h] += out.tekort[y, c]
    sums[4, g, h] += out.eigen[y, c]
    sums[5, g, h] += min(behoefte, max(0.0, dekking - out.eigen[y, c]))
    sums[9, g, h] += lasten
    sums[10, g, h] += out.lasting[y, c]
    sums[11, g, h] += max(0.0, min(lasten, dekking) - out.lasting[y, c])


def add_investment(layout: Layout, values: Values, out: Outcome, sums: Floats, h: int, c: int) -> None:
    """Add what only investment cells have."""
    y, g, p = h + layout.lead, layout.cell_programma[c], layout.cell_post[c]
    unit = out.unit[y, p]
    sums[3, g, h] += out.inhaal[y, c]
    sums[7, g, h] += out.dekking[y, c]
    sums[8, g, h] += out.tekort[y, c]
    sums[12, g, h] += out.geleverd[y, c]
    sums[13, g, h] += out.achterstand[y, c]
    sums[14, g, h] += out.vervallen[y, c]
    sums[15, g, h] += out.wacht[y, c] * unit
    sums[16, g, h] += layout.cell_share[c] * values.plan[p, y]
    sums[17, g, h] += out.achterstand[y, c] * unit
