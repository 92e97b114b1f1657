"""Figure 1: beheer and its beheerlast against doorontwikkeling and vernieuwing, under the ceiling of money."""

from __future__ import annotations

from collections.abc import Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from figuren.cijfers import ZICHTBAAR, in_mln, per_jaar
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


def droog_vanaf(result: Result, programma: str) -> int | None:
    """Return the year from which vernieuwing of a programma asks for money and gets none, to the end of the horizon."""
    rows = in_mln([result], "resultaat.csv")
    rows = rows[(rows["programma"] == programma) & (rows["kostensoort"] == "vernieuwing")]
    asked, paid = (per_jaar(rows[rows["grootheid"] == name], result) for name in ("behoefte", "dekking"))
    wet = np.flatnonzero((paid > ZICHTBAAR) | (asked <= ZICHTBAAR))
    first = int(wet[-1]) + 1 if len(wet) else 0
    return result.years[first] if 0 < first < len(result.years) else None


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
        _droogte(axis, droog_vanaf(result, programma), float(ceiling.max()))
        axis.set_title(namen(group))
    axes[0].set_ylim(0, axes[0].dataLim.y1 * 1.3)
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


def _droogte(axis: Axes, year: int | None, top: float) -> None:
    if year is None:
        return
    axis.axvline(year - 0.5, ymax=0.9, color=VERMILJOEN, linewidth=1.6, linestyle=(0, (4, 2)))
    noot(axis, f"vernieuwing droog\nvanaf {year}", (year - 0.5, top * 1.1), (year - 1.2, top * 1.27), "right")


def _kop_verdringing(results: Sequence[Result], programma: str) -> str:
    groups: dict[int | None, list[str]] = {}
    for result in results:
        groups.setdefault(droog_vanaf(result, programma), []).append(f"‘{result.scenario.naam}’")
    told = [
        f"vanaf {year} bij {joined(names, 'nl')}" if year else f"niet bij {joined(names, 'nl')}"
        for year, names in sorted(groups.items(), key=lambda pair: pair[0] or 9999)
    ]
    if set(groups) == {None}:
        return f"{programma}: vernieuwing houdt in alle scenario's dekking"
    if len(groups) == 1:
        return f"{programma}: beheer verdringt vernieuwing; die staat in elk scenario vanaf {next(iter(groups))} droog"
    return f"{programma}: beheer verdringt vernieuwing; die staat droog {joined(told, 'nl')}"
