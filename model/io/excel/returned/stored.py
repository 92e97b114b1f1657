"""The results that a returned workbook stores beside its formulas, held against what the scenario gives.

The formulas are intact, so the outcome follows from the inputs whatever is stored: all that is found is a notice.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from model.io.excel.book import Cell, Position, Value, address
from model.io.excel.draft import BEREKENING, CONTROLES, INVOER, KERNCIJFERS, RESULTAAT, Draft
from model.io.excel.found import Column
from model.io.excel.layout import Key
from model.io.excel.returned.changes import Findings
from model.io.excel.returned.comparison import Comparison
from model.io.excel.returned.located import Located, Places, located, made
from model.io.excel.values import OTHER, cells_told, equal, told, tolerances
from model.io.excel.workbook import workbook_of
from model.tables import Prices
from model.text import Text

PRICES = ("scenario", "prijzen")
_PAGES = (KERNCIJFERS, RESULTAAT, BEREKENING, INVOER, CONTROLES)  # as their reader looks for them
_AS_TEXT, _DISTURBED = "terug-getal-als-tekst", "terug-controle-verstoord"
_IN_FULL, _NAMED = 12, 24
_TYPED = Text(
    "in {cells} staat tekst; typ daar een getal, dan rekent de werkmap zelf ook",
    "{cells} holds text; type a number there, and the workbook computes too",
)
_UNKNOWN = Text("zoek in die cel wat de fout geeft", "look in that cell for what gives the error")


@dataclass(frozen=True, slots=True)
class _Result:
    """A stored result: where it stands, what is stored, what the scenario gives, and whether that was handed out."""

    page: Located
    at: Position
    cell: Cell
    gives: Value
    old: bool

    @property
    def place(self) -> str:
        """Return its sheet and address."""
        return f"{self.page.sheet.name}!{address(self.at)}"

    @property
    def said(self) -> str:
        """Return where it stands, as people find it."""
        return self.page.said(self.at)

    @property
    def told(self) -> dict[str, Text]:
        """Return what is stored and what the scenario gives, in words."""
        return {"found": told(self.cell.value, self.gives), "expected": told(self.gives, self.cell.value)}

    @property
    def copied(self) -> bool:
        """Return whether a text is stored that a formula only passes on: it stands where a number belongs."""
        return isinstance(self.cell.value, str) and isinstance(self.gives, int | float)


@dataclass(slots=True)
class _Outcome:
    """What comparing gave: how many results are new, which are errors, and which are not what the scenario gives."""

    renewed: int = 0
    errors: list[_Result] = field(default_factory=list)
    differing: list[_Result] = field(default_factory=list)


def report_stored(draft: Draft, comparison: Comparison, findings: Findings, *, changed: bool) -> None:
    """Report stored results that are not those of `draft`, which is the new scenario's; `changed` where it is another.

    Where none is stored, as libraries save workbooks, there is nothing to say.
    """
    given, places = _given(draft, comparison, changed=changed)
    codes = {issue.code for issue in findings.noticed}
    outcome = _Outcome()
    for name in _PAGES if _DISTURBED not in codes else _PAGES[:-1]:
        bounds = tolerances(given, places.pages[name])
        _compare(comparison.came_back.pages[name], comparison.expected.pages[name], places.pages[name], bounds, outcome)
    texts = [issue.place.path.partition(" · ")[0] for issue in findings.noticed if issue.code == _AS_TEXT]
    _report(outcome, texts, findings)


def _given(draft: Draft, comparison: Comparison, *, changed: bool) -> tuple[Draft, Places]:
    """Return the draft that the workbook should show, in the prices that were chosen in it, and its cells by name."""
    prices = _prices(comparison)
    if prices != draft.prices:
        draft = workbook_of(draft.result, draft.frame.language, draft.fingerprint, prices=prices)
    elif not changed:
        return comparison.draft, comparison.expected
    return draft, located(made(draft, *_PAGES))


def _prices(comparison: Comparison) -> Prices:
    """Return the prices of Resultaat as its formulas take them: any word but `constant` is `lopend`."""
    for opened in comparison.opened:
        if opened.key[:2] == PRICES and opened.cell is not None:
            return "constant" if str(opened.cell.value).casefold() == "constant" else "lopend"
    return comparison.draft.prices


def _compare(
    found: Located, handed: Located, given: Located, bounds: Mapping[Position, float], outcome: _Outcome
) -> None:
    for spot, at, cell in _stored(found):
        place, mine, before = given.at.get(spot), given.cell(*spot), handed.cell(*spot)
        if place is None or mine is None or mine.formula is None or before is None or before.formula is None:
            continue
        bound = bounds.get(place, OTHER)
        moved = not equal(before.value, mine.value, bound)
        if cell.error:
            outcome.errors.append(_Result(found, at, cell, mine.value, old=False))
        elif equal(cell.value, mine.value, bound):
            outcome.renewed += moved
        else:
            old = moved and equal(cell.value, before.value, bound)
            outcome.differing.append(_Result(found, at, cell, mine.value, old))


def _stored(page: Located) -> Iterator[tuple[tuple[Key, Column], Position, Cell]]:
    for spot, at in page.at.items():
        cell = page.sheet.cells.get(at)
        if cell is None or cell.formula is None or cell.value is None:
            continue
        if not isinstance(cell.value, datetime.date | datetime.time):  # a number that someone had shown as a date
            yield spot, at, cell


def _report(outcome: _Outcome, texts: Sequence[str], findings: Findings) -> None:
    """Report errors, results of before the changes, and all others, with texts that are no number to the workbook."""
    old = _of_before(outcome, texts)
    others = [result for result in outcome.differing if not (old and result.old)]
    if outcome.errors:
        others = [result for result in others if result.page.name != CONTROLES]  # there they tell of the errors
        _errors(outcome.errors, texts, findings)
    if old:
        findings.notice("terug-uitkomsten-oud", old[0].said, count=cells_told(len(old)))
    if texts and not old:
        _uncounted([result for result in others if not result.copied], texts, findings)
    else:
        _others(others, findings)


def _of_before(outcome: _Outcome, texts: Sequence[str]) -> list[_Result]:
    """Return the results that were handed out, where most are that: then nothing was recalculated."""
    old = [result for result in outcome.differing if result.old]
    recalculated = outcome.renewed or (outcome.errors and texts) or 2 * len(old) <= len(outcome.differing)
    return [] if recalculated else old


def _uncounted(results: Sequence[_Result], texts: Sequence[str], findings: Findings) -> None:
    if results:
        values = {"count": cells_told(len(results)), "cells": _listed(texts)} | results[0].told
        findings.notice("terug-uitkomsten-tekst", results[0].said, **values)


def _errors(errors: Sequence[_Result], texts: Sequence[str], findings: Findings) -> None:
    first, cells = errors[0], _listed(texts)
    cause = Text(*(words.format(cells=cells) for words in _TYPED)) if texts else _UNKNOWN
    found = str(first.cell.value)
    findings.notice("terug-uitkomsten-fout", first.said, found=found, count=cells_told(len(errors)), cause=cause)


def _others(others: Sequence[_Result], findings: Findings) -> None:
    for result in others[:_IN_FULL]:
        findings.notice("terug-uitkomst-anders", result.said, **result.told)
    if more := others[_IN_FULL:]:
        places = _listed([result.place for result in more])
        findings.notice("terug-uitkomsten-anders", found=places, count=cells_told(len(more)))


def _listed(places: Sequence[str]) -> str:
    return ", ".join(places[:_NAMED]) + (" …" if len(places) > _NAMED else "")
