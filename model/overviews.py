"""The key tables of a result: what is needed, what is covered, who pays and who is left with the bill."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

import numpy as np

from model.baseline import Dekkingsbron
from model.cells import BEHEERLAST, Cell
from model.factors import Floats
from model.findings import payers
from model.indicators import INDICATORS, VISIBLE
from model.result import ALL, Result
from model.tables import PASSING, Line, Prices, Table, Unit, Years, budget_table, in_prices, price_factor
from model.text import Text, same
from model.words import BEHEER, KOSTENSOORT_NAMEN, WITH_REFERENCE

# Indicators in the first table, in order.
KEY_FIGURES = (
    "behoefte",
    "dekking",
    "tekort",
    "inhaal",
    "eigen_middelen",
    "dekkingsgraad",
    "beheeraandeel",
    "structurele_lasten",
    "structurele_dekking",
    "saldo_structurele_dekking",
    "incidenteel_gedekt",
    "terugval",
    "achterstand",
    "wacht_op_capaciteit",
    "besparing",
    "onderuitputting",
    "kadereffect",
)
_RATIO = Text(
    "dekkingsgraad: zonder wat eigen middelen betalen, dat wel onder dekking valt",
    "coverage ratio: without what own resources pay, which is part of cover",
)
_ALWAYS = frozenset({"behoefte", "dekking", "tekort", "dekkingsgraad", "saldo_structurele_dekking", "kadereffect"})

_BEHEERLAST = Text("beheerlast van opgeleverd werk", "running cost of delivered work")


def key_tables(result: Result, prices: Prices, years: Years = "begroting") -> list[Table]:
    """Return the tables that tell a result's story, in reading order."""
    tables = [indicators_table(result, prices, years)]
    tables += [programma_table(result, prices, programma, years) for programma in result.grid.programmas]
    tables += [
        sources_table(result, prices, years),
        contributors_table(result, prices, years),
        bill_table(result, prices, years),
    ]
    return tables


def indicators_table(result: Result, prices: Prices, years: Years = "begroting") -> Table:
    """Return the key figures for everything; those that are 0 in every year are left out."""
    lines = []
    for ident in KEY_FIGURES:
        indicator, values = INDICATORS[ident], in_prices(result, ident, prices)
        if ident in _ALWAYS or np.any(np.abs(values) >= 0.5):
            unit: Unit = "share" if indicator.unit == "aandeel" else "real" if indicator.real else "amount"
            mark = Text(" (reëel)", " (real)") if indicator.real else same("")
            label = Text(indicator.naam.nl + mark.nl, indicator.naam.en + mark.en)
            lines.append(Line(label, values, unit=unit, lasting=ident not in PASSING, about=("kerncijfer", ident, ALL)))
    table = budget_table(result, prices, Text("Kerncijfers", "Key figures"), lines, years)
    own = np.any(result.indicator("eigen_middelen") > VISIBLE)
    return replace(table, notes=(*table.notes, _RATIO)) if own else table


def programma_table(result: Result, prices: Prices, programma: str, years: Years = "begroting") -> Table:
    """Return need, cover and shortfall of one programma per class of cost."""
    lines: list[Line] = []
    for quantity in ("behoefte", "dekking", "tekort"):
        indicator = INDICATORS[quantity]
        parts = [
            Line(label, amounts, "part", about=("kostensoort", soort, quantity, programma))
            for soort, label, test in _classes()
            if np.any((amounts := _sum(result, quantity, programma, test)) != 0)
        ]
        total = result.indicator(quantity, programma)
        lines += [
            *parts,
            Line(
                Text(f"{indicator.naam.nl} {programma}", f"{indicator.naam.en} {programma}"),
                total,
                "sum",
                about=("kerncijfer", quantity, programma),
            ),
        ]
    share = result.indicator("vernieuwingsaandeel", programma)
    about = ("kerncijfer", "vernieuwingsaandeel", programma)
    lines.append(Line(INDICATORS["vernieuwingsaandeel"].naam, share, unit="share", about=about))
    title = Text(f"{programma}: behoefte, dekking en tekort", f"{programma}: need, cover and shortfall")
    return budget_table(result, prices, title, lines, years)


def _classes() -> list[tuple[str, Text, Callable[[Cell], bool]]]:
    """Return the classes of cost: an id, a name, and which cells are of it."""

    def of(kostensoort: str) -> Callable[[Cell], bool]:
        return lambda cell: cell.onderdeel != BEHEERLAST and cell.kostensoort == kostensoort

    classes = [(kostensoort, naam, of(kostensoort)) for kostensoort, naam in KOSTENSOORT_NAMEN.items()]
    classes.insert(1, (BEHEERLAST, _BEHEERLAST, lambda cell: cell.onderdeel == BEHEERLAST))
    return classes


def _sum(result: Result, quantity: str, programma: str, test: Callable[[Cell], bool]) -> Floats:
    total = np.zeros(len(result.years))
    for cell, amounts in result.per_cell(quantity):
        if test(cell) and programma in (ALL, cell.post.programma):
            total = total + amounts
    return total


def sources_table(result: Result, prices: Prices, years: Years = "begroting") -> Table:
    """Return what each source paid; the sum is the cover."""
    sources, lines = result.plan.sources, cover_lines(result)
    left = _sources(sources, result, "onderuitputting")
    if left:
        total = _total(result, "onderuitputting")
        lines += [_head(Text("Beschikbaar en niet gebruikt", "Available and not used"), result), *left, total]
    table = budget_table(result, prices, Text("Wat betaalt: per dekkingsbron", "What pays: by source"), lines, years)
    return replace(table, notes=(*table.notes, *assumed(result)))


def cover_lines(result: Result) -> list[Line]:
    """Return what each source paid, and the cover that they add up to."""
    return [*_sources(result.plan.sources, result, "ingezet"), _total(result, "dekking")]


def _sources(sources: Mapping[str, Dekkingsbron], result: Result, name: str) -> list[Line]:
    """Return what each source paid or kept."""
    found = result.per_source(name).items()
    return _parts((sources[ident].naam, amounts, ("dekkingsbron", ident, name)) for ident, amounts in found)


def _total(result: Result, ident: str) -> Line:
    return Line(INDICATORS[ident].naam, result.indicator(ident), "sum", about=("kerncijfer", ident, ALL))


def assumed(result: Result) -> list[Text]:
    """Return a footnote naming the sources that paid and have no published or derived amount at all."""
    series = result.plan.baseline.source_series
    names = [
        source.naam
        for source in result.grid.sources
        if np.any(result.per_source()[source.id] >= 0.5)
        and not any(amount.status in WITH_REFERENCE for amount in series.get(source.id, ()))
    ]
    if not names:
        return []
    told = "; ".join(names)
    return [Text(f"zonder gepubliceerd bedrag (aanname of voorstel): {told}", f"no published amount: {told}")]


def contributors_table(result: Result, prices: Prices, years: Years = "begroting") -> Table:
    """Return who filled the sources that paid; the sum is the cover."""
    parties = result.plan.baseline.parties
    paid = result.paid_by().items()
    lines = _parts((parties[partij].naam, amounts, ("bijdrager", partij)) for partij, amounts in paid)
    lines.append(_total(result, "dekking"))
    return budget_table(result, prices, Text("Wie betaalt: per bijdrager", "Who pays: by contributor"), lines, years)


_BILL = {
    "eigen": Text("Uit eigen middelen", "From own resources"),
    "tekort": Text("Door niemand betaald", "Paid by nobody"),
}


def _head(label: Text, result: Result) -> Line:
    return Line(label, np.full(len(result.years), np.nan), "head")


def bill_table(result: Result, prices: Prices, years: Years = "begroting") -> Table:
    """Return what each partij is left with: what its own means pay and what nobody pays."""
    parties = result.plan.baseline.parties
    lines: list[Line] = []
    for name, ident in (("eigen", "eigen_middelen"), ("tekort", "tekort")):
        amounts = result.per_partij(name)
        parts = _parts((parties[partij].naam, series, ("partij", partij, name)) for partij, series in amounts.items())
        lines += [*([_head(_BILL[name], result), *parts] if parts else ()), _total(result, ident)]
    title = Text(
        "Wie krijgt de rekening: eigen middelen en tekort per partij",
        "Who gets the bill: own resources and shortfall by party",
    )
    return budget_table(result, prices, title, lines, years)


def recurring(result: Result, programma: str) -> bool:
    """Return whether a programma has operation of its own to pay (kostensoort beheer), beside what work leaves."""
    cells = ((cell, amounts) for cell, amounts in result.per_cell("behoefte") if cell.onderdeel != BEHEERLAST)
    own = ((cell, amounts) for cell, amounts in cells if (cell.kostensoort, cell.post.programma) == (BEHEER, programma))
    return any(bool(np.any(amounts > VISIBLE)) for _, amounts in own)


def ceiling_table(result: Result, prices: Prices, programma: str, years: Years = "begroting") -> Table:
    """Return the money that may pay for a programma and what became of it; then what stays uncovered.

    The first parts are what the money paid, per class of cost, then what other programmas had of it and what was not
    used; they add up to the money that there is (what was carried over from the year before included).
    """
    sources = [result.grid.sources[s].id for s in payers(result, programma)]
    there, used = ({s: result.per_source(name)[s] for s in sources} for name in ("beschikbaar", "ingezet"))
    zero = np.zeros(len(result.years))
    money, spent = sum(there.values(), zero), sum(used.values(), zero)
    lines = [
        Line(label, amounts, "part", about=("kostensoort", soort, "dekking", programma))
        for soort, label, test in _classes()
        if np.any((amounts := _sum(result, "dekking", programma, test)) > VISIBLE)
    ]
    lines += [
        # sums of one amount may differ in their last digits
        Line(CEILING[part], np.maximum(amounts, 0.0), "part", about=_money(part, programma))
        for part, amounts in (("elders", spent - result.indicator("dekking", programma)), ("over", money - spent))
        if np.any(amounts > VISIBLE)
    ]
    name, about = Text(*(text.format(programma=programma) for text in CEILING["plafond"])), _money("plafond", programma)
    per_source = _parts((result.plan.sources[s].naam, there[s], ("dekkingsbron", s, "beschikbaar")) for s in sources)
    lines.append(Line(name, money, "sum", about=about))
    if len(per_source) > 1:
        head = _head(Text("Dat geld, per bron", "That money, by source"), result)
        lines += [head, *per_source, Line(name, money, "sum", about=about)]
    lines += [_of(result, quantity, programma) for quantity in ("tekort", "behoefte")]
    title = Text(f"{programma}: wat het geld betaalt", f"{programma}: what the money pays")
    return budget_table(result, prices, title, lines, years)


# The money that may pay for a programma, and what became of the part that did not.
CEILING = {
    "plafond": Text("Geld voor {programma}", "Money for {programma}"),
    "elders": Text("betaald voor andere programma's", "paid for other programmes"),
    "over": Text("niet gebruikt in het jaar", "not used in the year"),
}


def _money(part: str, programma: str) -> tuple[str, ...]:
    return ("programmageld", part, programma)


def _of(result: Result, quantity: str, programma: str) -> Line:
    naam = INDICATORS[quantity].naam
    label = Text(f"{naam.nl} {programma}", f"{naam.en} {programma}")
    return Line(label, result.indicator(quantity, programma), about=("kerncijfer", quantity, programma))


def covered_table(result: Result, prices: Prices, programma: str, years: Years = "begroting") -> Table:
    """Return what each source paid for a programma, then what stays uncovered, what was asked, what was caught up."""
    paid: dict[str, Floats] = {}
    for ident, cell, amounts in result.payments():
        if cell.post.programma == programma:
            paid[ident] = paid.get(ident, np.zeros(len(result.years))) + amounts
    sources = result.plan.sources
    lines = _parts((sources[s].naam, amounts, ("betaling", s, "", "", "", programma)) for s, amounts in paid.items())
    lines.append(replace(_of(result, "dekking", programma), style="sum"))
    lines += [_of(result, quantity, programma) for quantity in ("tekort", "behoefte")]
    caught_up = _of(result, "inhaal", programma)
    if np.any(caught_up.values > VISIBLE):
        lines.append(caught_up)
    title = Text(f"{programma}: wat nodig en gedekt is", f"{programma}: what is needed and covered")
    return budget_table(result, prices, title, lines, years)


def whole_bill_table(result: Result, prices: Prices, years: Years = "begroting") -> Table:
    """Return the bill per partij as a budget table, and in a last column all years of the horizon together."""
    table, factor = bill_table(result, prices, years), price_factor(result, prices)
    found: dict[tuple[str, ...], Floats] = {
        ("kerncijfer", ident, ALL): result.indicator(ident) for ident in ("eigen_middelen", "tekort")
    }
    for name in ("eigen", "tekort"):
        found |= {("partij", partij, name): amounts for partij, amounts in result.per_partij(name).items()}
    lines = []
    for line in table.lines:
        whole = (found[line.about] / factor).sum() if line.about else np.nan
        abouts = (*(line.about for _ in line.values), ("samen", *line.about)) if line.about else ()
        lines.append(replace(line, values=np.append(line.values, whole), abouts=abouts))
    first, last = result.years[0], result.years[-1]
    together = Text(f"{first}-{last} samen", f"{first}-{last} together")
    return replace(table, columns=(*table.columns, together), lines=tuple(lines))


# How a table of groupings says that a post has no place in it.
OUTSIDE = "geen"
_OUTSIDE = Text("buiten deze indeling", "outside this grouping")


def grouping_table(result: Result, prices: Prices, grouping: str) -> Table:
    """Return need and shortfall by another grouping of posts, such as the priorities of another strategy.

    Posts without a place in it stand in a row of their own, so that parts add up to the whole.
    """
    groups = result.plan.baseline.groupings[grouping]
    lines: list[Line] = []
    for quantity in ("behoefte", "tekort"):
        totals: dict[str, Floats] = {}
        for cell, amounts in result.per_cell(quantity):
            group = groups.get(cell.post.id, OUTSIDE)
            totals[group] = totals.get(group, np.zeros(len(result.years))) + amounts
        lines += [Line(_OUTSIDE if group == OUTSIDE else same(group), totals[group], "part") for group in totals]
        lines.append(Line(INDICATORS[quantity].naam, np.sum(list(totals.values()), axis=0), "sum"))
    title = Text(f"Behoefte en tekort volgens {grouping}", f"Need and shortfall by {grouping}")
    return budget_table(result, prices, title, lines)


def _parts(named: Iterable[tuple[str, Floats, tuple[str, ...]]]) -> list[Line]:
    lines = []
    for naam, amounts, about in named:
        if np.any(np.abs(amounts) >= 0.5):
            lines.append(Line(same(naam), amounts, "part", about=about))
    return lines
