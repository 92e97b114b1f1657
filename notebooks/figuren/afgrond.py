"""Figure 2: a programma's need against its cover by source, and the breaks in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from figuren.cijfers import ZICHTBAAR, achterstand, euro, in_mln, niet_gedekt_vanaf, per_jaar
from figuren.opmaak import (
    BLAUW,
    GEEL,
    GRIJS,
    GROEN,
    INKT,
    LICHTBLAUW,
    ORANJE,
    PAARS,
    STIJL,
    VERMILJOEN,
    Laag,
    af,
    namen,
    noot,
    stapel,
    vlakken,
)
from model.io.frames import frame
from model.result import Result
from model.words import EIGEN

# A fall of dekking is marked as afgrond from this share of last year's dekking.
AFGROND = 0.1


@dataclass(frozen=True, slots=True)
class Klif:
    """Two breaks in a programma's cover, € mln.

    The grootste terugval is the largest rise of the tekort in one year. The afgrond is the largest fall of dekking
    (`AFGROND` or more of it) in a year in which the tekort rises; without one, `jaar_afgrond` is `None`.
    """

    jaar_terugval: int
    terugval: float
    jaar_afgrond: int | None
    weggevallen: float
    tekort: np.ndarray


def klif(result: Result, programma: str) -> Klif:
    """Return the breaks in the cover of a programma."""
    rows = frame([result], "kerncijfers.csv")
    wide = rows[rows["programma"] == programma].pivot_table(index="jaar", columns="kerncijfer", values="waarde")
    wide = wide.div(result.indicator("deflator") * 1_000, axis=0)
    rise, fall = wide["tekort"].diff().fillna(0.0), -wide["dekking"].diff()
    ended = fall.where((fall > AFGROND * wide["dekking"].shift()) & (rise > ZICHTBAAR)).dropna()
    year = None if ended.empty else int(ended.index[int(ended.to_numpy().argmax())])
    lost = 0.0 if year is None else float(fall.loc[year])
    largest = int(rise.index[int(rise.to_numpy().argmax())])
    return Klif(largest, float(rise.max()), year, lost, wide["tekort"].to_numpy(dtype=float))


@plt.rc_context(STIJL)
def afgrond(results: Sequence[Result], programma: str = "NDS") -> Figure:
    """Draw a programma's need against its cover by source, and mark where cover falls away."""
    figure, axes = vlakken(len(results))
    sources = _namen_van_bronnen(results, programma)
    for axis, result in zip(axes, results, strict=True):
        layers, need = _dekking(result, programma, sources), _behoefte(result, programma)
        stapel(axis, result.years, layers)
        axis.plot(
            result.years, need, color=INKT, marker="o", markersize=4, linewidth=1.3, label="Behoefte van het jaar"
        )
        axis.set_title(namen([result]), pad=32)
        axis.annotate(_stand(result, programma), (0, 1), (0, 27), "axes fraction", "offset points", va="top")
    axes[0].set_ylim(0, axes[0].dataLim.y1 * 1.3)
    for axis, result in zip(axes, results, strict=True):
        _markeer(axis, result, klif(result, programma), _dekking(result, programma, sources))
    return af(
        figure,
        axes,
        _kop_afgrond(results, programma),
        results,
        f"dekking en behoefte {programma}; een staaf boven de lijn haalt werk van eerdere jaren in;"
        " achterstand: werk dat aan het einde van dat jaar nog niet is gedaan",
    )


def _namen_van_bronnen(results: Sequence[Result], programma: str) -> dict[str, str]:
    """Return the name of each source that paid for a programma; own means have one name together."""
    names = {}
    for result in results:
        for ident, cell, paid in result.payments():
            if cell.post.programma == programma and np.any(paid > 0):
                source = result.plan.sources[ident]
                names[ident] = "Eigen middelen" if source.route == EIGEN else source.naam
    return names


def _dekking(result: Result, programma: str, sources: dict[str, str]) -> list[Laag]:
    """Return cover by source from the bottom up, and on top the tekort."""
    paid, rows = in_mln([result], "betalingen.csv"), in_mln([result], "resultaat.csv")
    posts = set(rows.loc[rows["programma"] == programma, "kostenpost"])
    paid = paid[paid["kostenpost"].isin(posts)]
    styles = [(BLAUW, ""), (LICHTBLAUW, "...."), (GROEN, "oo"), (PAARS, "\\\\"), (GEEL, "++"), (GRIJS, "--")]
    names = [name for name in dict.fromkeys(sources.values()) if name != "Eigen middelen"]
    layers = [
        Laag(name, per_jaar(paid[paid["dekkingsbron"].map(sources) == name], result), *styles[i % len(styles)])
        for i, name in enumerate(names)
    ]
    own = paid[paid["dekkingsbron"].map(sources) == "Eigen middelen"]
    layers.append(Laag("Eigen middelen van wie de kosten draagt", per_jaar(own, result), ORANJE, "xxx"))
    short = rows[(rows["programma"] == programma) & (rows["grootheid"] == "tekort")]
    return [*layers, Laag("Tekort", per_jaar(short, result), "white", "//", VERMILJOEN)]


def _behoefte(result: Result, programma: str) -> np.ndarray:
    rows = in_mln([result], "resultaat.csv")
    return per_jaar(rows[(rows["programma"] == programma) & (rows["grootheid"] == "behoefte")], result)


def _markeer(axis: Axes, result: Result, breaks: Klif, layers: Sequence[Laag]) -> None:
    height = np.sum([laag.bedragen for laag in layers], axis=0)
    top = axis.get_ylim()[1]
    if breaks.terugval > ZICHTBAAR:
        place = result.years.index(breaks.jaar_terugval)
        text = f"grootste terugval {breaks.jaar_terugval}:\ntekort + {euro(breaks.terugval)}"
        noot(axis, text, (breaks.jaar_terugval, float(height[place])), (result.years[0] - 0.5, top * 0.99), "left")
    if breaks.jaar_afgrond is not None and breaks.jaar_afgrond != breaks.jaar_terugval:
        place = result.years.index(breaks.jaar_afgrond)
        lost, short = euro(breaks.weggevallen), euro(breaks.tekort[place])
        text = f"afgrond {breaks.jaar_afgrond}:\ndekking ‒ {lost},\ntekort {short}"
        noot(axis, text, (breaks.jaar_afgrond, float(height[place])), (result.years[-1] + 0.5, top * 0.99), "right")


def _stand(result: Result, programma: str) -> str:
    """Return under a panel's name tekort and achterstand of the last year, and where other beheer is short."""
    last, short = result.years[-1], klif(result, programma).tekort[-1]
    told = f"{last}: tekort {euro(float(short))}, achterstand {euro(achterstand(result, programma))}"
    others = [name for name in result.grid.programmas if name != programma]
    years = [(name, niet_gedekt_vanaf(result, name, "beheer")) for name in others]
    elsewhere = [f"beheer {name} vanaf {year} niet volledig gedekt" for name, year in years if year is not None]
    return "\n".join([told, *elsewhere])


def _kop_afgrond(results: Sequence[Result], programma: str) -> str:
    """Say in which scenario most cover falls away, and in which most work still waits at the end."""
    breaks = {result.scenario.naam: klif(result, programma) for result in results}
    naam, worst = max(breaks.items(), key=lambda pair: pair[1].weggevallen)
    if worst.jaar_afgrond is None:
        most = max(breaks.values(), key=lambda found: found.terugval)
        first = f"{programma}: de grootste terugval valt in {most.jaar_terugval}, {euro(most.terugval)}"
    else:
        first = f"{programma}: in {worst.jaar_afgrond} valt bij ‘{naam}’ {euro(worst.weggevallen)} dekking weg"
    waits = {result.scenario.naam: achterstand(result, programma) for result in results}
    late, work = max(waits.items(), key=lambda pair: pair[1])
    if work <= ZICHTBAAR:
        return first
    return (
        f"{first}. De grootste achterstand in {results[0].years[-1]} is die bij ‘{late}’: {euro(work)} aan werk dat nog"
        f" wacht, naast {euro(float(breaks[late].tekort[-1]))} tekort"
    )
