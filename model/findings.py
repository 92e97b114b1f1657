"""What a result says in words: where the cliff is, when operation has eaten renewal, who gets the bill.

Source: model, section 4, last paragraphs. Amounts in these sentences are in the prices asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from model.cells import BEHEERLAST
from model.factors import Floats
from model.indicators import VISIBLE
from model.notices import notices
from model.result import ALL, Result
from model.tables import Prices, in_prices, price_basis, price_factor
from model.text import Text, euro, same
from model.unused import unused
from model.words import BEHEER

# The tiers of government that are not the Rijk and owe costs.
MEDEOVERHEDEN = ("gemeenten", "provincies", "waterschappen")

# A fall of money is called a cliff edge from this share of the money of the year before.
CLIFF = 0.1

_FOR = Text(" voor {programma}", " for {programma}")
_WHOSE = {True: Text(" van alle programma's samen", " of all programmes together"), False: same("")}

LIMITS = Text(
    "Het model rekent op kasbasis (kasstelsel): geen verplichtingen, geen afschrijving; ontvangsten zijn een"
    " dekkingsbron. Beheerlast en besparing stoppen na de levensduur zonder vervangingskosten; de kostenfactor verhoogt"
    " de beheerlast niet; reële bedragen staan in het eigen prijspeil van elke kostenpost.",
    "The model is on a cash basis: no commitments, no depreciation; receipts are a source. Running cost and saving stop"
    " after the lifetime without replacement cost; kostenfactor does not raise running cost; real amounts are at each"
    " post's own price level.",
)


def findings(result: Result, prices: Prices) -> list[Text]:
    """Return the sentences that a reader should not miss, the notices included."""
    return [*story(result, prices), *notices(result, prices)]


def story(result: Result, prices: Prices) -> list[Text]:
    """Return what a result comes to: what is short and when, what ends, who gets the bill."""
    told = [*_shortfall(result, prices), *_rise(result, prices), *_edge(result, prices), *_eaten(result)]
    told += [*_unpaid_beheer(result, prices), *_undone(result, prices), *unused(result, prices)]
    return [*told, *_bill(result, price_factor(result, prices))]


def _shortfall(result: Result, prices: Prices) -> Iterator[Text]:
    tekort = in_prices(result, "tekort", prices)
    if not np.any(tekort > VISIBLE):
        yield Text("Er is in geen enkel jaar een tekort.", "There is no shortfall in any year.")
        return
    first = result.years[int(result.indicator("eerste_tekortjaar"))]
    total, last = euro(float(tekort.sum())), euro(float(tekort[-1]))
    yield Text(
        f"Het eerste tekort valt in {first}; over de horizon samen {total.nl}, in {result.years[-1]} {last.nl}.",
        f"The first shortfall falls in {first}; {total.en} over the horizon, {last.en} in {result.years[-1]}.",
    )


def _rise(result: Result, prices: Prices) -> Iterator[Text]:
    terugval = in_prices(result, "grootste_terugval", prices)
    at = int(np.nanargmax(terugval))
    if terugval[at] > VISIBLE:
        size, year = euro(float(terugval[at])), result.years[at]
        yield Text(
            f"De grootste terugval valt in {year}: het tekort neemt dan met {size.nl} toe.",
            f"The shortfall rises most in {year}, by {size.en}.",
        )


@dataclass(frozen=True, slots=True)
class Cliff:
    """The year in which most money ends while the shortfall rises, and by how much each does, k€."""

    year: int
    money: float
    tekort: float


def cliff(result: Result, prices: Prices, programma: str = ALL) -> Cliff | None:
    """Return the cliff (afgrond) of a result: money stops and costs do not; `None` where there is none.

    Only a fall of at least `CLIFF` of the money of the year before counts. Of one programma, the money is that of the
    sources that may pay for it.
    """
    factor, sources = price_factor(result, prices), payers(result, programma)
    available = result.over_horizon(result.outcome.beschikbaar)[:, sources].sum(axis=1) / factor
    fall, rise = -np.diff(available, prepend=available[0]), in_prices(result, "terugval", prices, programma)
    large = fall > CLIFF * np.concatenate([available[:1], available[:-1]])
    ended = np.where(large & (fall > VISIBLE) & (rise > VISIBLE), fall, 0.0)
    at = int(np.argmax(ended))
    return Cliff(result.years[at], float(fall[at]), float(rise[at])) if ended[at] > 0 else None


def payers(result: Result, programma: str = ALL) -> list[int]:
    """Return the positions of the sources that may pay for a programma; all sources for everything."""
    grid = result.grid
    if programma == ALL:
        return list(range(len(grid.sources)))
    pairs = zip(grid.entry_source().tolist(), grid.layout.entry_cell.tolist(), strict=True)
    return sorted({s for s, c in pairs if grid.cells[c].post.programma == programma})


def cliff_told(result: Result, prices: Prices, programma: str = ALL) -> Text | None:
    """Return the cliff in words, `None` where there is none."""
    found = cliff(result, prices, programma)
    if found is None:
        return None
    lost, more = euro(found.money), euro(found.tekort)
    whose = _FOR.filled(programma=programma) if programma != ALL else _WHOSE[len(result.grid.programmas) > 1]
    return Text(
        f"Afgrond: in {found.year} valt {lost.nl} aan geld{whose.nl} weg en stijgt het tekort met {more.nl}.",
        f"Cliff: in {found.year} {lost.en} of money{whose.en} ends and the shortfall rises by {more.en}.",
    )


def _edge(result: Result, prices: Prices) -> Iterator[Text]:
    """Yield the cliff of everything, and that of a programma where it falls in another year."""
    whole = cliff(result, prices)
    for programma in (ALL, *result.grid.programmas):
        found = cliff(result, prices, programma)
        told = cliff_told(result, prices, programma)
        if found is not None and told is not None and (programma == ALL or whole is None or found.year != whole.year):
            yield told


def _unpaid_beheer(result: Result, prices: Prices) -> Iterator[Text]:
    """Yield per programma from when operation, running cost included, is not covered in full."""
    factor = price_factor(result, prices)
    for programma in result.grid.programmas:
        short = np.zeros(len(result.years))
        for cell, tekort in result.per_cell("tekort"):
            if cell.kostensoort == BEHEER and cell.post.programma == programma:
                short = short + tekort / factor
        if np.any(short > VISIBLE):
            years = [year for year, amount in zip(result.years, short, strict=True) if amount > VISIBLE]
            first, rest = years[0], _left_short(float(short[-1]), years, result.years[-1])
            yield Text(
                f"{programma}: in {first} is beheer (met beheerlast) voor het eerst niet geheel gedekt; {rest.nl}.",
                f"{programma}: operation (running cost included) is first not covered in full in {first}; {rest.en}.",
            )


def _left_short(amount: float, years: Sequence[int], last: int) -> Text:
    """Return what is short in the last year; or after which year nothing is."""
    if years[-1] != last:
        return Text(f"na {years[-1]} weer wel", f"after {years[-1]} it is again")
    told = euro(amount)
    return Text(f"in {last} komt {told.nl} tekort", f"{told.en} is short in {last}")


def _undone(result: Result, prices: Prices) -> Iterator[Text]:
    backlog = float(in_prices(result, "achterstand_einde", prices))
    if backlog > VISIBLE:
        amount, basis = euro(backlog), price_basis(result, prices)
        yield Text(
            f"Aan het einde van {result.years[-1]} is de achterstand (uitgesteld werk) {amount.nl}, in {basis.nl}.",
            f"At the end of {result.years[-1]} the backlog (postponed work) is {amount.en}, in {basis.en}.",
        )


def _eaten(result: Result) -> Iterator[Text]:
    for programma in result.grid.programmas:
        year = renewal_dry(result, programma)
        if year is not None:
            yield Text(
                f"{programma}: vanaf {year} is er geen geld meer voor vernieuwing, terwijl er werk wacht.",
                f"{programma}: from {year} no money is left for renewal, while work is waiting.",
            )


def renewal_dry(result: Result, programma: str) -> int | None:
    """Return the year from which nothing is left for vernieuwing while it still asks for money, to the end.

    `None` where there is no such year, or where there never was money for it.
    """
    asked, paid = np.zeros(len(result.years)), np.zeros(len(result.years))
    for (cell, need), (_, cover) in zip(result.per_cell("need"), result.per_cell("dekking"), strict=True):
        renewal = cell.onderdeel != BEHEERLAST and cell.kostensoort == "vernieuwing"
        if renewal and cell.post.programma == programma:
            asked, paid = asked + need, paid + cover
    dry = _dry_from(asked, paid)
    return result.years[dry] if dry is not None and np.any(paid[:dry] > VISIBLE) else None


def _dry_from(asked: Floats, paid: Floats) -> int | None:
    """Return the first position from which renewal asks for money and gets none, to the end, or `None`."""
    dry = (asked > VISIBLE) & (paid <= VISIBLE)
    wet = np.flatnonzero(~dry)
    first = int(wet[-1]) + 1 if len(wet) else 0
    return first if first < len(dry) else None


def _bill(result: Result, factor: Floats) -> Iterator[Text]:
    parties = result.plan.baseline.parties
    eigen, tekort = result.per_partij("eigen"), result.per_partij("tekort")
    own = sum(((eigen[p] / factor).sum() for p, partij in parties.items() if partij.soort in MEDEOVERHEDEN), 0.0)
    short = sum(((tekort[p] / factor).sum() for p, partij in parties.items() if partij.soort in MEDEOVERHEDEN), 0.0)
    if own + short > VISIBLE:
        a, b = euro(float(own)), euro(float(short))
        yield Text(
            f"Bij gemeenten, provincies en waterschappen komt over de horizon {a.nl} op eigen middelen neer en blijft"
            f" {b.nl} ongedekt.",
            f"Municipalities, provinces and water boards pay {a.en} from their own resources over the horizon, and"
            f" {b.en} of their costs stays uncovered.",
        )
