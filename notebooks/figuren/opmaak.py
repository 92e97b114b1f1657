"""What the figures share: colours, hatching, stacked bars, Dutch numbers, legend, source and status."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from IPython.display import display
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from figuren.cijfers import ZICHTBAAR, prijzen
from model.reconciliation import status_tables
from model.result import Result
from model.tables import Table
from model.text import joined, number, percent
from model.words import STATUSSEN, WITH_REFERENCE

BLAUW, LICHTBLAUW, ORANJE, GROEN = "#0072B2", "#56B4E9", "#E69F00", "#009E73"
VERMILJOEN, PAARS, GEEL, GRIJS, INKT = "#D55E00", "#CC79A7", "#F0E442", "#BDBDBD", "#1A1A1A"

# Font, rules and hatching as they are printed.
STIJL: dict[str, Any] = {
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "text.color": INKT,
    "axes.labelcolor": INKT,
    "axes.titlesize": 10,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": "#7F7F7F",
    "axes.axisbelow": True,
    "axes.grid": True,
    "axes.grid.axis": "y",
    "grid.color": "#DDDDDD",
    "grid.linewidth": 0.6,
    "hatch.linewidth": 0.6,
    "legend.frameon": False,
    "figure.facecolor": "white",
    "savefig.facecolor": "white",
}


@dataclass(frozen=True, slots=True)
class Laag:
    """One layer of stacked bars: what it is called, its amounts (€ mln), and how it is told apart."""

    naam: str
    bedragen: np.ndarray
    kleur: str
    arcering: str = ""
    rand: str = INKT


def toon(figure: Figure) -> None:
    """Show a figure once, with its title as the text for who cannot see it."""
    display(figure, metadata={"image/png": {"alt": figure.get_label()}})
    plt.close(figure)


def vlakken(count: int) -> tuple[Figure, list[Axes]]:
    """Return a figure with panels side by side, on one scale."""
    figure, axes = plt.subplots(1, count, figsize=(12.5, 5.6), sharey=True, squeeze=False)
    return figure, list(axes[0])


def stapel(axis: Axes, years: Sequence[int], layers: Iterable[Laag]) -> None:
    """Stack layers as bars, with years and amounts as Dutch tables print them."""
    base = np.zeros(len(years))
    for laag in layers:
        style = {"color": laag.kleur, "hatch": laag.arcering, "edgecolor": laag.rand, "linewidth": 0.4}
        axis.bar(years, laag.bedragen, bottom=base, width=0.8, label=laag.naam, **style)
        base = base + laag.bedragen
    axis.set_xticks(list(years), [str(year) for year in years], rotation=90)
    axis.tick_params(axis="both", length=0)
    axis.yaxis.set_major_formatter(FuncFormatter(as_bedrag))


def as_bedrag(value: float, _place: int | None = None) -> str:
    """Return an amount beside an axis."""
    return number(value, "nl")


def noot(axis: Axes, text: str, at: tuple[float, float], where: tuple[float, float], side: str) -> None:
    """Write a note whose `side` (left, right) is at `where`, with an arrow to `at`; both in years and amounts."""
    axis.annotate(
        text,
        xy=at,
        xytext=where,
        ha=side,
        va="top",
        fontsize=8.5,
        bbox={"boxstyle": "round,pad=0.3", "facecolor": "white", "edgecolor": VERMILJOEN, "linewidth": 0.9},
        arrowprops={"arrowstyle": "-|>", "color": VERMILJOEN, "linewidth": 1.2},
        zorder=5,
    )


def gelijke(results: Sequence[Result], what: Callable[[Result], np.ndarray]) -> list[list[Result]]:
    """Return results in groups of which `what` is the same as far as it shows."""
    groups: list[list[Result]] = []
    for result in results:
        same = next((group for group in groups if np.allclose(what(group[0]), what(result), atol=ZICHTBAAR)), None)
        if same is None:
            groups.append([result])
        else:
            same.append(result)
    return groups


def namen(results: Sequence[Result]) -> str:
    """Return the names of scenarios above a panel."""
    return textwrap.fill(joined([result.scenario.naam for result in results], "nl"), 66)


def af(figure: Figure, axes: Sequence[Axes], title: str, results: Sequence[Result], what: str) -> Figure:
    """Finish a figure: title, unit and prices, one legend for all panels, source and status."""
    figure.set_label(title)
    figure.suptitle(textwrap.fill(title, 112), x=0.01, ha="left", fontsize=12.5, fontweight="bold")
    if not axes[0].get_xlabel():
        axes[0].set_ylabel(prijzen(results[0]))
    handles = _legenda(axes)
    columns = min(3, len(handles))
    rows = -(-len(handles) // columns)
    source = textwrap.wrap(_bronregel(results, what), 195)
    above = 0.01 + 0.0235 * len(source)
    figure.legend(handles.values(), handles.keys(), loc="lower left", ncols=columns, bbox_to_anchor=(0.0, above))
    figure.text(0.01, 0.01, "\n".join(source), fontsize=7.5, color="#4D4D4D", va="bottom")
    figure.tight_layout(rect=(0, above + 0.02 + 0.04 * rows, 1, 1), w_pad=2)
    return figure


def _legenda(axes: Sequence[Axes]) -> dict[str, Any]:
    """Return what is drawn in any panel by its label; a layer without amounts needs no place."""
    found: dict[str, Any] = {}
    for axis in axes:
        for handle, label in zip(*axis.get_legend_handles_labels(), strict=True):
            if _getekend(handle):
                found.setdefault(label, handle)
    return found


def _getekend(handle: Any) -> bool:
    bars = getattr(handle, "patches", None)
    return bars is None or any(bar.get_height() * bar.get_width() > 0 for bar in bars)


def _bronregel(results: Sequence[Result], what: str) -> str:
    """Return dataset, what is shown in which prices, status and date of the scenarios, and where amounts come from."""
    first = results[0]
    statuses = dict.fromkeys(
        f"{result.scenario.status or 'zonder status'}{f' ({result.scenario.datum})' if result.scenario.datum else ''}"
        for result in results
    )
    return (
        f"Bron: Dekking, dataset ‘{first.plan.baseline.name}’; {what}; {prijzen(first)}; kasstelsel."
        f" Status scenario's: {joined(list(statuses), 'nl')}. {_herkomst(first)}"
    )


def _herkomst(result: Result) -> str:
    """Return how much of the dataset's euros, of cost and of money, was published or derived from publications.

    Over the years of `dekking check` and of the same series: what the program extends is an assumption too.
    """
    tables = status_tables(result.plan.baseline)
    first, last = (tables[0].columns[at].nl for at in (0, -1))
    cost, money = (percent(_met_bron(table), "nl") for table in tables)
    return (
        f"Van de euro's in de dataset over {first}-{last}, doorgetrokken jaren meegeteld, is {cost} (kosten) en {money}"
        " (dekking) gepubliceerd of daaruit afgeleid; de rest is aanname."
    )


def _met_bron(table: Table) -> float:
    """Return the share of a table of `dekking check` that was published or derived, all years together."""
    sourced = [STATUSSEN[status] for status in WITH_REFERENCE]
    shares = np.sum([line.values for line in table.lines if line.label in sourced], axis=0)
    whole = table.lines[-1].values
    return float(np.nansum(shares * whole) / whole.sum()) if whole.any() else 0.0
