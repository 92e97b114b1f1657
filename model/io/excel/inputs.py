"""What a workbook rests on, read back from its page Invoer: a plan that the engine can run, without a dataset.

Links to parameters are taken as the numbers that they give, so that posts and sources hold their own rates. What the
workbook itself cannot compute with (text where a number belongs, a share too many) is an issue, not a guess.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from model.baseline import Amount, Baseline, Dekkingsbron, Kostenpost, Partij
from model.engine import run_plan
from model.errors import InputError, Issue, Place, figure
from model.horizon import Horizon
from model.io.excel.book import Book
from model.io.excel.draft import CONTROLES, INVOER, Draft
from model.io.excel.found import FoundPage, found_pages
from model.io.excel.input_cells import CONSTANT, InputCells
from model.io.excel.input_rows import money_of_rijk, parameters_of, posts_of, series_of, shares_of, sources_of
from model.io.excel.layout import key_of
from model.io.excel.sheets.controles import FINE, WRONG
from model.io.excel.sheets.invoer import CONSTANT as CONSTANT_PRICES
from model.io.excel.sheets.invoer import CURRENT, NO, YES
from model.io.excel.workbook import workbook_of
from model.ledger import DATASET, Mutation, Plan, Series
from model.quantities import Year
from model.result import Result
from model.scenario import Scenario
from model.schema import SHARE_TOLERANCE
from model.tables import Prices
from model.text import Language, Text
from model.words import BESLUITSTATUSSEN, INCIDENTEEL, RIJK

_NO_SHEET = Text("een werkmap die Dekking heeft gemaakt", "a workbook that Dekking made")
_MONEY = "geld-rijk-basis"


@dataclass(frozen=True, slots=True)
class Inputs:
    """What stands on Invoer: the plan, the scenario's name and begrotingsjaar, and how the workbook shows them.

    `years` are the first and last year that have columns, `language` that of the words in formulas.
    """

    plan: Plan
    scenario: Scenario
    years: tuple[int, int]
    prices: Prices
    language: Language

    def result(self) -> Result:
        """Return what the engine makes of these inputs."""
        return run_plan(self.plan, self.scenario)

    def workbook(self) -> Draft:
        """Return the workbook that these inputs would be exported to: every formula with the engine's value."""
        return workbook_of(self.result(), self.language, years=self.years, prices=self.prices)


def inputs_of(book: Book) -> Inputs:
    """Return the inputs in a workbook of ours.

    Raises `InputError` with everything that is wrong with them: cell, what was found, what was expected.
    """
    pages = found_pages(book)
    if INVOER not in pages:
        raise InputError([Issue("werkmap-niet-van-ons", Place(book.file), {"expected": _NO_SHEET})])
    cells = InputCells(book.file, pages[INVOER])
    cells.issues += [_double(cells, key, row) for key, row in pages[INVOER].doubles]
    inputs = _read(cells, book.properties.get("title", book.file), _language(pages.get(CONTROLES)))
    if cells.issues:
        raise InputError(cells.issues)
    return inputs


def _double(cells: InputCells, key: tuple[str, ...], row: int) -> Issue:
    place = Place(cells.file, row=row, path=cells.page.sheet.name)
    found = {"found": " ".join(word for word in key if word), "first": cells.page.rows[key]}
    return Issue("werkmap-rij-dubbel", place, found)


def _language(page: FoundPage | None) -> Language:
    """Return the language of a workbook, by its verdicts on the page Controles: formulas hold them."""
    words = {cell.value for cell in page.sheet.cells.values()} if page is not None else set()
    return "en" if words & {FINE.en, WRONG.en} else "nl"


def _read(cells: InputCells, name: str, language: Language) -> Inputs:
    facts = _facts(cells)
    if cells.issues:
        raise InputError(cells.issues)  # without years nothing else can be found
    parties = {key[1]: Partij(id=key[1], naam=cells.label(key), soort=key[2]) for key in cells.keys("partij")}
    keys, contributions = shares_of(cells, parties)
    parameters = parameters_of(cells)
    posts, last_given = posts_of(cells, keys)
    sources = sources_of(cells, parties, parameters)
    _check_shares(cells, keys)
    series = series_of(cells, posts, sources, facts.horizon)
    plan = Plan(
        baseline=_baseline(cells, name, parties, contributions, facts.horizon), horizon=facts.horizon,
        counts=facts.counts, posts=posts, sources=sources, parameters=parameters, keys=keys,
        series={key: _series(amounts) for key, amounts in series.items()}, last_given=last_given,
    )  # fmt: skip
    years = (facts.horizon.first, facts.horizon.last)
    scenario = Scenario(naam=name, begrotingsjaar=facts.begrotingsjaar, horizon=years, telt_mee=facts.counts)
    return Inputs(plan, scenario, facts.years, facts.prices, language)


class _Facts(NamedTuple):
    """What a workbook says of its scenario; `years` are the first and last that have columns."""

    horizon: Horizon
    years: tuple[int, int]
    begrotingsjaar: int
    prices: Prices
    counts: tuple[str, ...]


def _facts(cells: InputCells) -> _Facts:
    first, last, base = (cells.whole(key_of("scenario", fact), CONSTANT, Year()) for fact in _YEARS)
    prices = cells.word(key_of("scenario", "prijzen"), CONSTANT, (CONSTANT_PRICES, CURRENT))
    counts = tuple(
        status for status in BESLUITSTATUSSEN if cells.word(key_of("telt-mee", status), CONSTANT, (YES, NO)) == YES
    )
    spanned = {year for name in ("bedrag", _MONEY) for key in cells.keys(name) for year in cells.years(key)}
    start = min(first, _start(cells, first))
    horizon = Horizon(first, last, start)
    missing = sorted({*range(start, last + 1), base} - spanned) if not cells.issues else []
    for fact, year in zip(_YEARS, (first, last, base), strict=True):
        if year in missing:
            cells.wrong(key_of("scenario", fact), CONSTANT, _IN_COLUMNS)
    cells.issues += [_no_column(cells, year) for year in missing if year not in (first, last, base)]
    ends = (min(spanned, default=first), max(spanned, default=last))
    return _Facts(horizon, ends, base, "lopend" if prices == CURRENT else "constant", counts)


_YEARS = ("eerste", "laatste", "begrotingsjaar")
_IN_COLUMNS = Text("een jaar dat op Invoer een kolom heeft", "a year that has a column on Invoer")


def _no_column(cells: InputCells, year: int) -> Issue:
    return Issue("werkmap-kolom-ontbreekt", Place(cells.file, path=cells.page.sheet.name), {"found": year})


def _series(amounts: list[float]) -> Series:
    total = np.array(amounts, dtype=np.float64)
    return Series((Mutation(DATASET, total),), total)


def _start(cells: InputCells, first: int) -> int:
    """Return the first year that amounts stand in; simulation begins there."""
    filled = (year for key in cells.keys("bedrag") for year in cells.years(key) if cells.has(key, year))
    return min(filled, default=first)


def _check_shares(cells: InputCells, keys: Mapping[str, Mapping[str, float]]) -> None:
    for sleutel, shares in keys.items():
        total = sum(shares.values())
        if abs(total - 1) > SHARE_TOLERANCE:
            place = Place(cells.file, path=cells.page.sheet.name)
            cells.issues.append(
                Issue("aandelen-som", place, {"found": f"sleutel {sleutel}", "total": figure(total, 12)})
            )


def _baseline(
    cells: InputCells, name: str, parties: Mapping[str, Partij], contributions: Mapping[str, Mapping[str, float]],
    horizon: Horizon,
) -> Baseline:  # fmt: skip
    """Return a dataset that holds no more than what results need of it beside the plan.

    The money of the Rijk in the original one, which the effect on the ceiling is measured from, is its only source.
    """
    amounts = money_of_rijk(cells, key_of(_MONEY), horizon)
    rijk = next((partij.id for partij in parties.values() if partij.soort == RIJK), None)
    sources: dict[str, Dekkingsbron] = {}
    if rijk is not None:
        sources[_MONEY] = Dekkingsbron(
            id=_MONEY, naam=_MONEY, betaler=rijk, besluitstatus="vastgesteld", volgorde=0, verloop=INCIDENTEEL
        )
    given = tuple(
        Amount(jaar=year, bedrag=amount, status="afgeleid") for year, amount in zip(horizon.years, amounts, strict=True)
    )
    no_posts: Mapping[str, Kostenpost] = {}
    return Baseline(
        name=name, posts=no_posts, sources=sources, post_series={}, source_series={_MONEY: given}, parties=parties,
        keys={partij: {partij: 1.0} for partij in parties}, parameters={}, references={}, contributions=contributions,
    )  # fmt: skip


__all__ = ["Inputs", "inputs_of"]
