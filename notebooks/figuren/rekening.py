"""Figure 3: who is left with the bill."""

from __future__ import annotations

from collections.abc import Sequence

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from figuren.cijfers import ZICHTBAAR, euro, in_mln, prijzen
from figuren.opmaak import INKT, ORANJE, STIJL, VERMILJOEN, af, as_bedrag, namen, vlakken
from model.result import Result
from model.text import number, percent

MEDEOVERHEDEN = ("gemeenten", "provincies", "waterschappen")


@plt.rc_context(STIJL)
def rekening(results: Sequence[Result]) -> Figure:
    """Draw, per partij, what its own means pay and what nobody pays in the year itself, summed over the horizon."""
    bills = [_rekening(result) for result in results]
    order = sum(bill.sum(axis=1) for bill in bills).sort_values().index
    order = [partij for partij in order if any(bill.loc[partij].sum() > ZICHTBAAR for bill in bills)]
    figure, axes = vlakken(len(results))
    widest = max(float(bill.sum(axis=1).max()) for bill in bills)
    for axis, result, bill in zip(axes, results, bills, strict=True):
        _balken(axis, [result.plan.baseline.parties[partij].naam for partij in order], bill.loc[order])
        axis.set_title(namen([result]))
        axis.set_xlabel(prijzen(result))
        axis.set_xlim(0, widest * 1.18)
    years = f"{results[0].years[0]}-{results[0].years[-1]}"
    what = f"som over {years}; eigen middelen en tekort"
    return af(figure, axes, _kop_rekening(results, bills, years), results, what)


def _balken(axis: Axes, names: Sequence[str], bill: pd.DataFrame) -> None:
    own, short = (bill[name].to_numpy(dtype=float) for name in ("eigen_middelen", "tekort"))
    axis.barh(names, own, color=ORANJE, hatch="xxx", edgecolor=INKT, linewidth=0.5, label="Eigen middelen")
    style = {"color": "white", "hatch": "//", "edgecolor": VERMILJOEN, "linewidth": 0.5}
    axis.barh(names, short, left=own, label="Tekort: in het jaar zelf door niemand betaald", **style)
    for place, total in enumerate(own + short):
        axis.annotate(number(float(total), "nl"), (total, place), (4, 0), textcoords="offset points", va="center")
    axis.grid(visible=False, axis="y")
    axis.grid(visible=True, axis="x")
    axis.tick_params(axis="both", length=0)
    axis.xaxis.set_major_formatter(FuncFormatter(as_bedrag))


def _rekening(result: Result) -> pd.DataFrame:
    """Return own means and tekort of each partij over the horizon, € mln."""
    rows = in_mln([result], "per_partij.csv").pivot_table(
        index="partij", columns="grootheid", values="mln", aggfunc="sum", fill_value=0.0
    )
    return rows.reindex(columns=["eigen_middelen", "tekort"], fill_value=0.0)


def _kop_rekening(results: Sequence[Result], bills: Sequence[pd.DataFrame], years: str) -> str:
    """Say how large the bill of municipalities, provinces and water boards is, in the best and worst scenario."""
    totals = {}
    for result, bill in zip(results, bills, strict=True):
        lower = [partij for partij in bill.index if result.plan.baseline.parties[partij].soort in MEDEOVERHEDEN]
        totals[result.scenario.naam] = (float(bill.loc[lower].sum().sum()), float(bill.sum().sum()))
    ranked = sorted(totals.items(), key=lambda pair: pair[1][0])
    (least, (low, low_total)), (most, (high, high_total)) = ranked[0], ranked[-1]
    part, most_part = percent(low / low_total, "nl"), percent(high / high_total, "nl")
    return (
        f"Medeoverheden blijven over {years} zitten met {euro(low)} bij ‘{least}’ ({part} van de hele rekening) tot"
        f" {euro(high)} bij ‘{most}’ ({most_part})"
    )
