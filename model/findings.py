"""What a result says in words: where the cliff is, when operation has eaten renewal, who gets the bill, two notices.

Source: model, section 4, last paragraphs. Amounts in these sentences are in the prices asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from model.cells import BEHEERLAST
from model.factors import Floats, Rates, money_factor
from model.indicators import INDICATORS, TINY, VISIBLE
from model.ledger import DATASET, EXTENSION, Plan
from model.measures.labels import VELDEN
from model.parameters import DISCONTOVOET, INDEX
from model.result import ALL, Result
from model.scenario import Scenario
from model.tables import Prices, in_prices, price_factor
from model.text import LANGUAGES, Text, euro, joined, percent
from model.words import BEHEER, BESLUITSTATUSSEN

# The tiers of government that are not the Rijk and owe costs.
MEDEOVERHEDEN = ("gemeenten", "provincies", "waterschappen")

# A fall of money is called a cliff edge from this share of the money of the year before.
CLIFF = 0.1

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
    told = [*_shortfall(result, prices), *_rise(result, prices), *_edge(result, prices), *_eaten(result)]
    told += [*_unpaid_beheer(result, prices), *_undone(result, prices), *_bill(result, price_factor(result, prices))]
    return [*told, *notices(result, prices)]


def notices(result: Result, prices: Prices) -> list[Text]:
    """Return what is odd about a result: notes of measures, money without use, and the model's two notices."""
    factor = price_factor(result, prices)
    strange = [*odd_values(result.plan), *odd_percentages(result.scenario)]
    odd = [*avoidable_shortfall(result, factor), *incidental_cover(result, factor)]
    strange += [*_outside(result), *uncounted(result, factor)]
    return [*result.plan.baseline.notices, *result.plan.notices, *strange, *_useless(result), *odd]


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


def _edge(result: Result, prices: Prices) -> Iterator[Text]:
    found = cliff(result, prices)
    if found is not None:
        lost, more = euro(found.money), euro(found.tekort)
        yield Text(
            f"Afgrond: in {found.year} valt {lost.nl} aan geld weg en stijgt het tekort met {more.nl}.",
            f"Cliff: in {found.year} {lost.en} of money ends and the shortfall rises by {more.en}.",
        )


def _unpaid_beheer(result: Result, prices: Prices) -> Iterator[Text]:
    """Yield per programma from when operation, running cost included, is not covered in full."""
    factor = price_factor(result, prices)
    for programma in result.grid.programmas:
        short = np.zeros(len(result.years))
        for cell, tekort in result.per_cell("tekort"):
            if cell.kostensoort == BEHEER and cell.post.programma == programma:
                short = short + tekort / factor
        if np.any(short > VISIBLE):
            first, last = result.years[int(np.argmax(short > VISIBLE))], euro(float(short[-1]))
            yield Text(
                f"{programma}: in {first} is beheer (met beheerlast) voor het eerst niet geheel gedekt; in"
                f" {result.years[-1]} komt {last.nl} tekort.",
                f"{programma}: operation (running cost included) is first not covered in full in {first}; {last.en} is"
                f" short in {result.years[-1]}.",
            )


def _undone(result: Result, prices: Prices) -> Iterator[Text]:
    backlog = float(in_prices(result, "achterstand_einde", prices))
    if backlog > VISIBLE:
        amount = euro(backlog)
        yield Text(
            f"Aan het einde van {result.years[-1]} ligt er voor {amount.nl} aan werk te wachten.",
            f"At the end of {result.years[-1]} work worth {amount.en} is waiting.",
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


# Above these, as fractions, a growth rate or ratio is more likely a percentage than a fraction.
LIKELY_GROWTH, LIKELY_RATIO = 0.25, 1.0
_LIKELY = {"volumegroei": LIKELY_GROWTH, "beheerratio": LIKELY_RATIO, "besparingsratio": LIKELY_RATIO}


def likely_most(ident: str, plan: Plan) -> float:
    """Return above which a parameter is more likely a percentage than a fraction; infinite where that is never so."""
    if ident.startswith(INDEX) or ident == DISCONTOVOET:
        return LIKELY_GROWTH
    used = (limit for name, limit in _LIKELY.items() for post in plan.posts.values() if getattr(post, name) == ident)
    return min(used, default=np.inf)


def odd_percentages(scenario: Scenario) -> Iterator[Text]:
    """Yield measures whose percentage is so large that 5 was probably meant as 5 %."""
    for step in scenario.steps:
        value = getattr(step.measure, "percentage", 0.0)
        if abs(value) > LIKELY_RATIO:
            yield _odd(step.cause, value)


def odd_values(plan: Plan) -> Iterator[Text]:
    """Yield growth rates and ratios so large that a percentage was probably meant: 2 where 0.02 is 2 %."""
    for ident, parameter in plan.parameters.items():
        limit = likely_most(ident, plan)
        for row in parameter.rows:
            if abs(row.waarde) > limit:
                yield _odd(f"parameter {ident}", row.waarde)
    for post in plan.posts.values():
        for name, limit in _LIKELY.items():
            value = getattr(post, name)
            if isinstance(value, float) and abs(value) > limit:
                yield _odd(f"{name} van {post.id}", value)


def _odd(what: str, value: float) -> Text:
    nl, en = (percent(value, language) for language in LANGUAGES)
    return Text(
        f"{what} is {value:g}, dus {nl}; een percentage wordt als fractie geschreven (2 % is 0.02).",
        f"{what} is {value:g}, that is {en}; a percentage is written as a fraction (2 % is 0.02).",
    )


def _outside(result: Result) -> Iterator[Text]:
    year, first, last = result.begrotingsjaar, result.years[0], result.years[-1]
    if year not in result.plan.horizon:
        yield Text(
            f"Het begrotingsjaar {year} ligt buiten de horizon {first}-{last}: tabellen tonen alleen de jaren eromheen"
            " die er zijn.",
            f"The budget year {year} lies outside the horizon {first}-{last}: tables show only the years around it that"
            " exist.",
        )


def _useless(result: Result) -> Iterator[Text]:
    """Yield sources whose restriction names a programma or thema that no post has."""
    posts = result.plan.posts.values()
    for source in result.grid.sources:
        for column in ("programma", "thema"):
            present = {getattr(post, column) for post in posts}
            for value in getattr(source, f"voor_{column}"):
                if value not in present:
                    yield Text(
                        f"{source.naam} mag betalen voor {column} '{value}', maar geen kostenpost heeft dat.",
                        f"{source.naam} may pay for {column} '{value}', but no post has that.",
                    )


def uncounted(result: Result, factor: Floats) -> Iterator[Text]:
    """Yield the sources that measures add or change while their besluitstatus keeps all their money from counting."""
    plan = result.plan
    rates = Rates(plan.parameters, {})
    counts = [joined([BESLUITSTATUSSEN[each].say(t) for each in plan.counts], t) for t in LANGUAGES]
    only = Text(f"alleen {counts[0]}", f"only {counts[1]}") if plan.counts else Text("geen", "no")
    for source in result.grid.sources:
        if source.besluitstatus in plan.counts or not _measured(plan, source.id):
            continue
        money = plan.amounts("dekkingsbron", source.id) * money_factor(source, plan.horizon.simulated, rates)[0]
        amount = euro(float((money[plan.horizon.lead :] / factor).sum()))
        status, where = BESLUITSTATUSSEN[source.besluitstatus], VELDEN["telt_mee"]
        yield Text(
            f"{source.naam}: {amount.nl} over de horizon telt niet mee, want de besluitstatus is ‘{status.nl}’ en dit"
            f" scenario telt {only.nl} geld mee. Zet ‘{status.nl}’ erbij in ‘{where.nl}’ om het mee te tellen.",
            f"{source.naam}: {amount.en} over the horizon does not count: its decision status is ‘{status.en}’ and this"
            f" scenario counts {only.en} money. Add ‘{status.en}’ to ‘{where.en}’ to count it.",
        )


def _measured(plan: Plan, ident: str) -> bool:
    """Return whether measures added a source that leaves money, or changed the amounts of one."""
    series = plan.series["dekkingsbron", ident]
    changed = any(np.any(each.amounts) for each in series.mutations if each.cause not in (DATASET, EXTENSION))
    return (changed or ident not in plan.baseline.sources) and bool(np.any(series.total > VISIBLE))


def avoidable_shortfall(result: Result, factor: Floats) -> Iterator[Text]:
    """Yield the notice vermijdbaar tekort: another order of funding would have left less uncovered.

    In some year a source has money left, a cell is short, and another source that may pay that cell paid a cell which
    the first source may pay. Said of the first such year, and in it of the cell that is shortest.
    """
    out, cells = result.outcome, result.grid.layout.entry_cell
    payer = result.grid.entry_source()
    may = np.zeros((len(result.grid.sources), len(result.grid.cells)), dtype=bool)
    may[payer, cells] = True
    for y in range(result.plan.horizon.lead, len(out.tekort)):
        paid = np.zeros_like(may)
        paid[payer, cells] = out.paid[y] > TINY
        left = out.beschikbaar[y] - out.ingezet[y]
        for s in np.flatnonzero(left > TINY):
            # Other sources that paid a cell which s may pay, and the cells with a tekort that those may pay.
            helpers = (paid & may[s]).any(axis=1)
            helpers[s] = False
            within = np.where(may[helpers].any(axis=0), out.tekort[y], 0.0)
            if within.max(initial=0.0) > TINY:
                amount = float(min(left[s], within.max())) / float(factor[y - result.plan.horizon.lead])
                yield _avoidable(result, y + result.plan.horizon.start, int(s), int(within.argmax()), amount)
                return


def _avoidable(result: Result, year: int, s: int, c: int, amount: float) -> Text:
    source, cell, most = result.grid.sources[s], result.grid.cells[c], euro(amount)
    partij = result.plan.baseline.parties[cell.partij].naam
    return Text(
        f"Vermijdbaar tekort: in {year} houdt {source.naam} geld over terwijl {cell.post.naam} ({partij}) tekort"
        f" komt; met een andere volgorde of bestemming van bronnen kan dat tot {most.nl} kleiner worden.",
        f"Avoidable shortfall: in {year} {source.naam} has money left while {cell.post.naam} ({partij}) is short;"
        f" with another order or purpose of sources that can be up to {most.en} smaller.",
    )


def incidental_cover(result: Result, factor: Floats) -> Iterator[Text]:
    """Yield the notice structurele lasten met incidentele dekking."""
    amounts = result.indicator("incidenteel_gedekt") / factor
    at = int(np.argmax(amounts))
    if amounts[at] > VISIBLE:
        most, year = euro(float(amounts[at])), result.years[at]
        name = INDICATORS["incidenteel_gedekt"].naam
        yield Text(
            f"{name.nl}: in {year} wordt {most.nl} aan structurele lasten betaald met geld dat niet blijft.",
            f"{name.en}: in {year} {most.en} of structural costs is paid with money that does not last.",
        )
