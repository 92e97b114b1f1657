"""Result files in € mln and constant prices, and amounts as a title says them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from model.io.frames import frame
from model.result import Result
from model.text import number

# € mln; less than this does not show.
ZICHTBAAR = 0.05


def in_mln(results: Sequence[Result], file: str) -> pd.DataFrame:
    """Return a result file of nominal amounts with a column `mln`: € mln, constant prices of the begrotingsjaar.

    Quantities of work (`geleverd`, `achterstand`, `vervallen`, `wacht`) are at another price level and left out.
    """
    rows = frame(results, file)
    if "grootheid" in rows:
        rows = rows[~rows["grootheid"].isin(["geleverd", "achterstand", "vervallen", "wacht"])]
    indicators = frame(results, "kerncijfers.csv")
    deflator = indicators[indicators["kerncijfer"] == "deflator"][["scenario", "jaar", "waarde"]]
    rows = rows.merge(deflator, on=["scenario", "jaar"], validate="many_to_one")
    return rows.assign(mln=rows["bedrag"] / rows["waarde"] / 1_000)


def per_jaar(rows: pd.DataFrame, result: Result) -> np.ndarray:
    """Return the sum of `mln` per year of a result's horizon."""
    return rows.groupby("jaar")["mln"].sum().reindex(result.years, fill_value=0.0).to_numpy(dtype=float)


def som_per_jaar(result: Result, programma: str, kostensoort: str, grootheid: str) -> np.ndarray:
    """Return a quantity of one kostensoort of a programma, € mln per year; beheer includes the beheerlast of works."""
    rows = in_mln([result], "resultaat.csv")
    wanted = (rows["programma"] == programma) & (rows["kostensoort"] == kostensoort) & (rows["grootheid"] == grootheid)
    return per_jaar(rows[wanted], result)


def geen_geld_vanaf(result: Result, programma: str, kostensoort: str) -> int | None:
    """Return the year from which a kostensoort asks for money and gets none, to the end of the horizon."""
    asked, paid = (som_per_jaar(result, programma, kostensoort, name) for name in ("behoefte", "dekking"))
    return _vanaf(result, (paid <= ZICHTBAAR) & (asked > ZICHTBAAR))


def niet_gedekt_vanaf(result: Result, programma: str, kostensoort: str) -> int | None:
    """Return the year from which a kostensoort has a tekort, to the end of the horizon."""
    return _vanaf(result, som_per_jaar(result, programma, kostensoort, "tekort") > ZICHTBAAR)


def _vanaf(result: Result, so: np.ndarray) -> int | None:
    """Return the year from which something is so to the end; `None` if it never or always is."""
    otherwise = np.flatnonzero(~so)
    first = int(otherwise[-1]) + 1 if len(otherwise) else 0
    return result.years[first] if 0 < first < len(so) else None


def achterstand(result: Result, programma: str) -> float:
    """Return the work of a programma that still waits at the end of the horizon, € mln in the prices of the figures."""
    rows = frame([result], "kerncijfers.csv")
    found = rows[(rows["programma"] == programma) & (rows["kerncijfer"] == "achterstand_einde")]
    return float(found["waarde"].iloc[0] / result.indicator("deflator")[-1] / 1_000)


def euro(mln: float) -> str:
    """Return an amount as a title says it: whole millions, or billions with one decimal."""
    if abs(mln) >= 999.5:
        return f"€ {number(mln / 1_000, 'nl', 1)} mld"
    return f"€ {number(mln, 'nl')} mln"


def prijzen(result: Result) -> str:
    """Return the unit and price basis of an axis."""
    return f"€ mln, constante prijzen {result.begrotingsjaar}"
