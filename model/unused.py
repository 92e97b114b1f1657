"""Money that is left over at the end of a year and lost: onderuitputting in words. Source: model, sections 3 and 4."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from model.indicators import INDICATORS, VISIBLE
from model.result import Result
from model.tables import Prices, in_prices, price_factor
from model.text import Text, euro

# What is left of a year's money is a rounding, and not told, up to this share of it.
ROUNDING = 0.001


def unused(result: Result, prices: Prices) -> Iterator[Text]:
    """Yield how much money is left over and lost, when most, and whose; nothing where it is a rounding every year."""
    factor, left = price_factor(result, prices), in_prices(result, "onderuitputting", prices)
    money = result.over_horizon(result.outcome.beschikbaar).sum(axis=1) / factor
    if not np.any((left > VISIBLE) & (left > ROUNDING * money)):
        return
    sums = {ident: float((each / factor).sum()) for ident, each in result.per_source("onderuitputting").items()}
    most = max(sums, key=lambda ident: sums[ident])
    at, naam = int(np.argmax(left)), result.plan.sources[most].naam
    whole, peak, part = (euro(amount) for amount in (float(left.sum()), float(left[at]), sums[most]))
    name, year = INDICATORS["onderuitputting"].naam, result.years[at]
    yield Text(
        f"{name.nl}: over de horizon blijft samen {whole.nl} ongebruikt, het meest in {year} ({peak.nl}) en van {naam}"
        f" ({part.nl}).",
        f"{name.en}: over the horizon {whole.en} stays unused, most of it in {year} ({peak.en}) and of {naam}"
        f" ({part.en}).",
    )
