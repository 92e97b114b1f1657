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


def euro(mln: float) -> str:
    """Return an amount as a title says it: whole millions, or billions with one decimal."""
    if abs(mln) >= 999.5:
        return f"€ {number(mln / 1_000, 'nl', 1)} mld"
    return f"€ {number(mln, 'nl')} mln"


def prijzen(result: Result) -> str:
    """Return the unit and price basis of an axis."""
    return f"€ mln, constante prijzen {result.begrotingsjaar}"
