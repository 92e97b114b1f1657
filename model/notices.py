"""What is odd about a result: notes of measures, money that nothing may use or that does not count, two notices.

Source: model, section 4, last paragraphs. Amounts in these sentences are in the prices asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

import numpy as np

from model.factors import Floats, Rates, money_factor
from model.indicators import INDICATORS, TINY, VISIBLE
from model.ledger import DATASET, EXTENSION, Plan
from model.measures.labels import VELDEN
from model.parameters import DISCONTOVOET, INDEX
from model.result import Result
from model.scenario import Scenario
from model.tables import Prices, price_factor
from model.text import LANGUAGES, Text, euro, joined, percent, same
from model.words import BESLUITSTATUSSEN


def notices(result: Result, prices: Prices) -> list[Text]:
    """Return what is odd about a result: notes of measures, money without use, and the model's two notices."""
    factor = price_factor(result, prices)
    strange = [*odd_values(result.plan), *odd_percentages(result.scenario)]
    odd = [*avoidable_shortfall(result, factor), *incidental_cover(result, factor)]
    strange += [*_outside(result), *uncounted(result, factor)]
    return [*result.plan.baseline.notices, *result.plan.notices, *strange, *_useless(result), *odd]


# Above these, as fractions, a growth rate or ratio is more likely a percentage than a fraction.
LIKELY_GROWTH, LIKELY_RATIO = 0.25, 1.0
_LIKELY = {"volumegroei": LIKELY_GROWTH, "beheerratio": LIKELY_RATIO, "besparingsratio": LIKELY_RATIO}


def likely_most(plan: Plan) -> dict[str, float]:
    """Return above which a parameter is more likely a percentage than a fraction, for those of which it may be one."""
    most = {ident: LIKELY_GROWTH for ident in plan.parameters if ident.startswith(INDEX) or ident == DISCONTOVOET}
    for post in plan.posts.values():
        for name, limit in _LIKELY.items():
            ident = getattr(post, name)
            if isinstance(ident, str):
                most[ident] = min(limit, most.get(ident, limit))
    return most


def odd_percentages(scenario: Scenario) -> Iterator[Text]:
    """Yield measures whose percentage is so large that 5 was probably meant as 5 %."""
    for step in scenario.steps:
        value = getattr(step.measure, "percentage", 0.0)
        if abs(value) > LIKELY_RATIO:
            yield _odd(same(step.cause), value)


def odd_values(plan: Plan) -> Iterator[Text]:
    """Yield growth rates and ratios so large that a percentage was probably meant: 2 where 0.02 is 2 %."""
    most = likely_most(plan)
    for ident, parameter in plan.parameters.items():
        for row in parameter.rows:
            if abs(row.waarde) > most.get(ident, inf):
                yield _odd(same(parameter.naam), row.waarde)
    for post in plan.posts.values():
        for name, limit in _LIKELY.items():
            value = getattr(post, name)
            if isinstance(value, float) and abs(value) > limit:
                yield _odd(Text(f"{name} van {post.naam}", f"{name} of {post.naam}"), value)


def _odd(what: Text, value: float) -> Text:
    nl, en = (percent(value, language) for language in LANGUAGES)
    return Text(
        f"{what.nl} is {nl}, en dat is ongewoon veel; controleer de waarde (in een bestand staat 2 % als 0.02).",
        f"{what.en} is {en}, which is unusually much; check the value (a file has 2 % as 0.02).",
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
    present = {column: {getattr(post, column) for post in posts} for column in ("programma", "thema")}
    for source in result.grid.sources:
        for column, found in present.items():
            for value in getattr(source, f"voor_{column}"):
                if value not in found:
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
