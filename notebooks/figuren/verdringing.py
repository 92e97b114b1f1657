"""Figure 1: beheer and its beheerlast against doorontwikkeling and vernieuwing, under the ceiling of money."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from figuren.cijfers import geen_geld_vanaf, in_mln, niet_gedekt_vanaf, per_jaar
from figuren.opmaak import (
    BLAUW,
    GRIJS,
    GROEN,
    INKT,
    LICHTBLAUW,
    ORANJE,
    STIJL,
    VERMILJOEN,
    Laag,
    af,
    gelijke,
    namen,
    noot,
    stapel,
    vlakken,
)
from model.io.frames import frame
from model.result import Result
from model.text import joined


@plt.rc_context(STIJL)
def verdringing(results: Sequence[Result], programma: str = "GDI") -> Figure:
    """Draw what beheer and its beheerlast leave of a programma's money for doorontwikkeling and vernieuwing."""
    groups = gelijke(results, lambda result: np.concatenate([laag.bedragen for laag in _besteding(result, programma)]))
    figure, axes = vlakken(len(groups))
    for axis, group in zip(axes, groups, strict=True):
        result = group[0]
        stapel(axis, result.years, _besteding(result, programma))
        ceiling = _plafond(result, programma)
        edges = np.array([*result.years, result.years[-1] + 1]) - 0.5
        axis.stairs(ceiling, edges, baseline=None, color=INKT, linewidth=1.8, label=f"Beschikbaar geld {programma}")
        _markeer(axis, result, programma, float(ceiling.max()))
        axis.set_title(namen(group))
    axes[0].set_ylim(0, axes[0].dataLim.y1 * 1.37)
    return af(figure, axes, _kop_verdringing(results, programma), results, f"geld van de {programma}")


def _besteding(result: Result, programma: str) -> list[Laag]:
    """Return what the sources of a programma pay for, from the bottom up: its own kostensoorten, then elsewhere."""
    paid, about = in_mln([result], "betalingen.csv"), frame([result], "resultaat.csv")
    about = about[["kostenpost", "onderdeel", "partij", "programma", "kostensoort"]].drop_duplicates()
    paid = paid.merge(about, on=["kostenpost", "onderdeel", "partij"], validate="many_to_one")
    own = paid["programma"] == programma
    lasten = paid["onderdeel"] == "beheerlast"
    elsewhere = ~own & paid["dekkingsbron"].isin(_bronnen(result, programma))
    layers = [
        ("Beheer", own & ~lasten & (paid["kostensoort"] == "beheer"), BLAUW, ""),
        ("Beheerlast van opgeleverd werk", own & lasten, LICHTBLAUW, "////"),
        ("Doorontwikkeling", own & (paid["kostensoort"] == "doorontwikkeling"), GROEN, "...."),
        ("Vernieuwing", own & (paid["kostensoort"] == "vernieuwing"), ORANJE, "xxx"),
        (f"Betaald voor andere programma's dan {programma}", elsewhere, GRIJS, "\\\\"),
    ]
    return [Laag(naam, per_jaar(paid[rows], result), kleur, mark) for naam, rows, kleur, mark in layers]


def _bronnen(result: Result, programma: str) -> list[str]:
    """Return the sources that may pay for a programma."""
    return list(dict.fromkeys(ident for ident, cell, _ in result.payments() if cell.post.programma == programma))


def _plafond(result: Result, programma: str) -> np.ndarray:
    rows = in_mln([result], "dekkingsbronnen.csv")
    available = rows["dekkingsbron"].isin(_bronnen(result, programma)) & (rows["grootheid"] == "beschikbaar")
    return per_jaar(rows[available], result)


def _markeer(axis: Axes, result: Result, programma: str, top: float) -> None:
    """Mark the year from which vernieuwing gets nothing, and say of each kostensoort from when it is short."""
    year, told = geen_geld_vanaf(result, programma, "vernieuwing"), _stand(result, programma)
    if year is not None:
        axis.axvline(year - 0.5, ymax=0.8, color=VERMILJOEN, linewidth=1.6, linestyle=(0, (4, 2)))
    if told:
        at = result.years[-1] if year is None else year - 0.5
        noot(axis, "\n".join(told), (at, top * 1.04), (result.years[0] - 0.4, top * 1.35), "left")


def _stand(result: Result, programma: str) -> list[str]:
    """Return, from the first kostensoort to go without, from when it gets no money or not enough, to the end."""
    told = []
    for kostensoort in ("vernieuwing", "doorontwikkeling", "beheer"):
        none, short = (find(result, programma, kostensoort) for find in (geen_geld_vanaf, niet_gedekt_vanaf))
        if none is not None:
            told.append(f"{kostensoort}: geen geld meer vanaf {none}")
        elif short is not None:
            told.append(f"{kostensoort}: niet volledig gedekt vanaf {short}")
    return told


def _kop_verdringing(results: Sequence[Result], programma: str) -> str:
    """Say from when each scenario has no money for vernieuwing, and where beheer itself is short."""
    dry, short = _groepen(results, programma, geen_geld_vanaf, "vernieuwing"), []
    told = [f"vanaf {year} bij {joined(names, 'nl')}" for year, names in sorted(dry.items())]
    for year, names in sorted(_groepen(results, programma, niet_gedekt_vanaf, "beheer").items()):
        short.append(f"; bij {joined(names, 'nl')} is vanaf {year} ook beheer niet volledig gedekt")
    if not told:
        return f"{programma}: in elk scenario blijft er geld voor vernieuwing{''.join(short)}"
    return f"{programma}: geen geld meer voor vernieuwing {joined(told, 'nl')}{''.join(short)}"


def _groepen(
    results: Sequence[Result], programma: str, find: Callable[[Result, str, str], int | None], kostensoort: str
) -> dict[int, list[str]]:
    """Return the names of scenarios by the year that is found; those without one are left out."""
    groups: dict[int, list[str]] = {}
    for result in results:
        if (year := find(result, programma, kostensoort)) is not None:
            groups.setdefault(year, []).append(f"‘{result.scenario.naam}’")
    return groups
