"""What the charts of the overview say in one or two sentences, true of every result."""

from __future__ import annotations

import numpy as np

from model.factors import Floats
from model.findings import cliff_told, payers, renewal_dry
from model.indicators import VISIBLE
from model.result import Result
from model.tables import Prices, Table, in_prices, price_factor
from model.text import Text, euro, joined, percent

_NO_SHORTFALL = Text("In geen enkel jaar is er een tekort.", "There is no shortfall in any year.")


def samen(*sentences: Text | None) -> Text:
    """Return sentences one after the other."""
    told = [each for each in sentences if each is not None]
    return Text(" ".join(each.nl for each in told), " ".join(each.en for each in told))


def peiljaar(result: Result) -> int:
    """Return the year that is spoken of: the begrotingsjaar, or the last year where that lies outside the horizon."""
    return result.begrotingsjaar if result.begrotingsjaar in result.years else result.years[-1]


def zin_plafond(result: Result, prices: Prices, programma: str) -> Text:
    """Return which share of its money goes to operation, and when nothing is left for renewal."""
    money = result.over_horizon(result.outcome.beschikbaar)[:, payers(result, programma)].sum(axis=1)
    operation = result.indicator("dekking", programma) * result.indicator("beheeraandeel", programma)
    year, last, name = peiljaar(result), result.years[-1], programma
    at = year - result.years[0]
    if money[at] <= VISIBLE:
        first = Text(f"In {year} is er geen geld voor {name}.", f"In {year} there is no money for {name}.")
    else:
        there, (nl, en) = euro(float(_real(result, prices, money)[at])), _share(operation, money, at)
        first = Text(
            f"Van het geld voor {name} in {year} ({there.nl}) gaat {nl} naar beheer met beheerlast",
            f"Of the money for {name} in {year} ({there.en}) {en} goes to operation with running cost",
        )
        end = "."
        if last != year and money[-1] > VISIBLE:
            nl, en = _share(operation, money, -1)
            first = Text(f"{first.nl}, in {last} {nl}", f"{first.en}, in {last} {en}")
        first = Text(first.nl + end, first.en + end)
    return samen(first, _dry(result, programma) or _shortfall(result, prices, programma))


def _real(result: Result, prices: Prices, amounts: Floats) -> Floats:
    return np.asarray(amounts / price_factor(result, prices))


def _share(part: Floats, whole: Floats, at: int) -> tuple[str, str]:
    share = float(part[at] / whole[at])
    return percent(share, "nl"), percent(share, "en")


def _dry(result: Result, programma: str) -> Text | None:
    year = renewal_dry(result, programma)
    if year is None:
        return None
    return Text(
        f"Vanaf {year} is er geen geld meer voor vernieuwing, terwijl er werk wacht.",
        f"From {year} no money is left for renewal, while work is waiting.",
    )


def _shortfall(result: Result, prices: Prices, programma: str) -> Text:
    tekort = in_prices(result, "tekort", prices, programma)
    if not np.any(tekort > VISIBLE):
        return _NO_SHORTFALL
    first = result.years[int(np.argmax(tekort > VISIBLE))]
    last, amount = result.years[-1], euro(float(tekort[-1]))
    if tekort[-1] <= VISIBLE:
        gone = result.years[int(np.flatnonzero(tekort > VISIBLE)[-1])]
        return Text(
            f"Het eerste tekort valt in {first}; na {gone} is er geen tekort meer.",
            f"The first shortfall falls in {first}; after {gone} there is none.",
        )
    return Text(
        f"Het eerste tekort valt in {first}; in {last} is het {amount.nl}.",
        f"The first shortfall falls in {first}; in {last} it is {amount.en}.",
    )


def zin_dekking(result: Result, prices: Prices, programma: str, table: Table) -> Text:
    """Return what a programma asks, what of it is covered, and where its cliff is."""
    year = peiljaar(result)
    at = year - result.years[0]
    names = ("behoefte", "dekking", "inhaal", "tekort")
    need, cover, caught, short = (float(in_prices(result, n, prices, programma)[at]) for n in names)
    asked, paid, left = euro(need), euro(cover - caught), euro(short)
    if need <= VISIBLE:
        first = Text(f"In {year} vraagt {programma} niets.", f"In {year} {programma} needs nothing.")
    elif short <= VISIBLE:
        first = Text(
            f"In {year} vraagt {programma} {asked.nl}; een tekort is er dan niet.",
            f"In {year} {programma} needs {asked.en}; there is no shortfall then.",
        )
    else:
        first = Text(
            f"In {year} vraagt {programma} {asked.nl}; daarvan is {paid.nl} gedekt en komt {left.nl} tekort.",
            f"In {year} {programma} needs {asked.en}; {paid.en} of it is covered and {left.en} is short.",
        )
    after = cliff_told(result, prices, programma) or _shortfall(result, prices, programma)
    return samen(first, after, zin_inhaal(table, programma))


def zin_inhaal(table: Table, programma: str) -> Text | None:
    """Return what is paid above the need, where something is."""
    about = ("kerncijfer", "inhaal", programma)
    shown = [line for line in table.lines if line.about == about and np.any(np.nan_to_num(line.values) > VISIBLE)]
    if not shown:
        return None
    return Text(
        "Boven de behoefte is betaald voor werk dat eerder bleef liggen.",
        "What stands above the need pays for work that was left undone before.",
    )


def zin_rekening(result: Result, prices: Prices) -> Text:
    """Return which partij is left with the largest bill over the horizon, and what of it is own means."""
    factor, parties = price_factor(result, prices), result.plan.baseline.parties
    own, short = (
        {partij: float((amounts / factor).sum()) for partij, amounts in result.per_partij(name).items()}
        for name in ("eigen", "tekort")
    )
    most = max(own, key=lambda partij: own[partij] + short[partij], default="")
    if not most or own[most] + short[most] <= VISIBLE:
        return Text(
            "Niemand houdt een rekening over: geen eigen middelen en geen tekort.",
            "Nobody is left with a bill: no own resources and no shortfall.",
        )
    naam, a, b = parties[most].naam, euro(own[most]), euro(short[most])
    paid = Text(f"{a.nl} uit eigen middelen", f"{a.en} from own resources") if own[most] > VISIBLE else None
    left = Text(f"{b.nl} tekort", f"{b.en} short") if short[most] > VISIBLE else None
    told = [each for each in (paid, left) if each is not None]
    years = f"{result.years[0]}-{result.years[-1]}"
    return Text(
        f"De grootste rekening over {years}: {naam}, {joined([each.nl for each in told], 'nl')}.",
        f"The largest bill over {years}: {naam}, {joined([each.en for each in told], 'en')}.",
    )
