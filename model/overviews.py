"""The key tables of a result: what is needed, what is covered, who pays and who is left with the bill."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from model.cells import BEHEERLAST, Cell
from model.factors import Floats
from model.indicators import INDICATORS
from model.result import ALL, Result
from model.tables import Line, Prices, Table, Unit, budget_table, price_caption, price_factor
from model.text import Text, same
from model.words import KOSTENSOORT_NAMEN

# Indicators in the first table, in order.
_KEY = (
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
_ALWAYS = frozenset({"behoefte", "dekking", "tekort", "dekkingsgraad", "saldo_structurele_dekking", "kadereffect"})

_BEHEERLAST = Text("beheerlast van opgeleverd werk", "running cost of delivered work")


def key_tables(result: Result, prices: Prices) -> list[Table]:
    """Return the tables that tell a result's story, in reading order."""
    tables = [indicators_table(result, prices)]
    tables += [programma_table(result, prices, programma) for programma in result.grid.programmas]
    tables += [sources_table(result, prices), contributors_table(result, prices), bill_table(result, prices)]
    return tables


def indicators_table(result: Result, prices: Prices) -> Table:
    """Return the key figures for everything; those that are 0 in every year are left out."""
    lines = []
    for ident in _KEY:
        indicator, values = INDICATORS[ident], result.indicator(ident)
        if ident in _ALWAYS or np.any(np.abs(values) >= 0.5):
            unit: Unit = "share" if indicator.unit == "aandeel" else "real" if indicator.real else "keur"
            mark = Text(" (reëel)", " (real)") if indicator.real else same("")
            label = Text(indicator.naam.nl + mark.nl, indicator.naam.en + mark.en)
            lines.append(Line(label, values, unit=unit))
    return budget_table(result, prices, Text("Kerncijfers", "Key figures"), lines)


def programma_table(result: Result, prices: Prices, programma: str) -> Table:
    """Return need, cover and shortfall of one programma per class of cost."""
    lines: list[Line] = []
    for quantity in ("behoefte", "dekking", "tekort"):
        indicator = INDICATORS[quantity]
        parts = [
            Line(label, amounts, "part")
            for label, test in _classes()
            if np.any((amounts := _sum(result, quantity, programma, test)) != 0)
        ]
        total = result.indicator(quantity, programma)
        lines += [
            *parts,
            Line(Text(f"{indicator.naam.nl} {programma}", f"{indicator.naam.en} {programma}"), total, "sum"),
        ]
    share = result.indicator("vernieuwingsaandeel", programma)
    lines.append(Line(INDICATORS["vernieuwingsaandeel"].naam, share, unit="share"))
    title = Text(f"{programma}: behoefte, dekking en tekort", f"{programma}: need, cover and shortfall")
    return budget_table(result, prices, title, lines)


def _classes() -> list[tuple[Text, Callable[[Cell], bool]]]:
    def of(kostensoort: str) -> Callable[[Cell], bool]:
        return lambda cell: cell.onderdeel != BEHEERLAST and cell.kostensoort == kostensoort

    classes = [(naam, of(kostensoort)) for kostensoort, naam in KOSTENSOORT_NAMEN.items()]
    classes.insert(1, (_BEHEERLAST, lambda cell: cell.onderdeel == BEHEERLAST))
    return classes


def _sum(result: Result, quantity: str, programma: str, test: Callable[[Cell], bool]) -> Floats:
    total = np.zeros(len(result.years))
    for cell, amounts in result.per_cell(quantity):
        if test(cell) and programma in (ALL, cell.post.programma):
            total = total + amounts
    return total


def sources_table(result: Result, prices: Prices) -> Table:
    """Return what each source paid; the sum is the cover."""
    lines = _parts((result.plan.sources[ident].naam, paid) for ident, paid in result.per_source().items())
    lines.append(Line(INDICATORS["dekking"].naam, result.indicator("dekking"), "sum"))
    left = _parts(
        (result.plan.sources[ident].naam, unspent) for ident, unspent in result.per_source("onderuitputting").items()
    )
    if left:
        total = Line(INDICATORS["onderuitputting"].naam, result.indicator("onderuitputting"), "sum")
        head = Text("Beschikbaar en niet gebruikt", "Available and not used")
        lines += [Line(head, np.full(len(result.years), np.nan), "head"), *left, total]
    return budget_table(result, prices, Text("Wat betaalt: per dekkingsbron", "What pays: by source"), lines)


def contributors_table(result: Result, prices: Prices) -> Table:
    """Return who filled the sources that paid; the sum is the cover."""
    parties = result.plan.baseline.parties
    lines = _parts((parties[partij].naam, paid) for partij, paid in result.paid_by().items())
    lines.append(Line(INDICATORS["dekking"].naam, result.indicator("dekking"), "sum"))
    return budget_table(result, prices, Text("Wie betaalt: per bijdrager", "Who pays: by contributor"), lines)


def bill_table(result: Result, prices: Prices) -> Table:
    """Return what each partij is left with: what its own means pay and what nobody pays."""
    parties = result.plan.baseline.parties
    lines: list[Line] = []
    for name, ident in (("eigen", "eigen_middelen"), ("tekort", "tekort")):
        amounts = result.per_partij(name)
        lines += _parts((parties[partij].naam, series) for partij, series in amounts.items())
        lines.append(Line(INDICATORS[ident].naam, result.indicator(ident), "sum"))
    title = Text(
        "Wie houdt de rekening: eigen middelen en tekort per partij",
        "Who is left with the bill: own means and shortfall by partij",
    )
    return budget_table(result, prices, title, lines)


def grouping_table(result: Result, prices: Prices, grouping: str) -> Table:
    """Return need and shortfall by another grouping of posts, such as the priorities of another strategy.

    Posts outside the grouping are left out; a post counts for one group only, so that parts add up.
    """
    groups = result.plan.baseline.groupings[grouping]
    lines: list[Line] = []
    for quantity in ("behoefte", "tekort"):
        totals: dict[str, Floats] = {}
        for cell, amounts in result.per_cell(quantity):
            group = groups.get(cell.post.id)
            if group is not None:
                totals[group] = totals.get(group, np.zeros(len(result.years))) + amounts
        lines += [Line(same(group), amounts, "part") for group, amounts in totals.items()]
        lines.append(Line(INDICATORS[quantity].naam, np.sum(list(totals.values()), axis=0), "sum"))
    title = Text(f"Behoefte en tekort volgens {grouping}", f"Need and shortfall by {grouping}")
    return budget_table(result, prices, title, lines)


def _parts(named: Iterable[tuple[str, Floats]]) -> list[Line]:
    lines = []
    for naam, amounts in named:
        if np.any(np.abs(amounts) >= 0.5):
            lines.append(Line(same(naam), amounts, "part"))
    return lines


def scenarios_table(results: Sequence[Result], prices: Prices) -> Table:
    """Return the results one below the other in a few figures; each in its own scenario's years and prices."""
    columns = (
        Text("eerste tekort", "first shortfall"),
        Text("tekort t", "shortfall t"),
        Text("tekort struct.", "shortfall struct."),
        Text("grootste terugval", "largest cliff"),
        Text("in jaar", "in year"),
        Text("saldo struct.", "structural balance"),
        Text("eigen middelen t", "own means t"),
        Text("achterstand einde", "backlog at end"),
        Text("contante waarde tekort", "present value shortfall"),
    )
    units: tuple[Unit, ...] = tuple("year" if i in (0, 4) else "number" for i in range(len(columns)))
    lines = tuple(Line(same(result.scenario.naam), _figures(result, prices), units=units) for result in results)
    notes = (
        Text(
            "t: het begrotingsjaar van het scenario; struct.: stand van het laatste jaar van de horizon. De contante"
            " waarde is in prijzen van het eerste jaar.",
            "t: the scenario's begrotingsjaar; struct.: level of the horizon's last year. The present value is in"
            " prices of the first year.",
        ),
    )
    title = Text("Scenario's naast elkaar", "Scenarios side by side")
    return Table(title, price_caption(results[0], prices), columns, lines, notes)


def _figures(result: Result, prices: Prices) -> Floats:
    factor = price_factor(result, prices)
    at = min(max(result.begrotingsjaar - result.years[0], 0), len(result.years) - 1)
    tekort, terugval = result.indicator("tekort") / factor, result.indicator("grootste_terugval")
    cliff = int(np.nanargmax(np.where(np.isnan(terugval), -1.0, terugval)))
    first = result.years[0] + float(result.indicator("eerste_tekortjaar"))
    return np.array(
        [
            first,
            tekort[at],
            tekort[-1],
            terugval[cliff] / factor[cliff],
            result.years[cliff] if terugval[cliff] >= 0.5 else np.nan,
            (result.indicator("saldo_structurele_dekking") / factor)[-1],
            (result.indicator("eigen_middelen") / factor)[at],
            float(result.indicator("achterstand_einde")) / factor[-1],
            float(result.indicator("contante_waarde_tekort")),
        ]
    )
