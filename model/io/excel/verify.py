"""Whether a workbook computes what the engine computes on the inputs that stand in it, and stores what it computes.

Cells are known by name (`returned.located`), so that rows, columns and sheets may have moved.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from model.io.excel.book import Book, Cell, Position, Sheet
from model.io.excel.draft import BEREKENING, CONTROLES, INVOER, KERNCIJFERS, RESULTAAT, Draft
from model.io.excel.found import Column
from model.io.excel.inputs import inputs_of
from model.io.excel.layout import Key
from model.io.excel.returned.formulas import Reader
from model.io.excel.returned.located import Located, Places, located, made
from model.io.excel.values import AMOUNT, DEVIATION, OTHER, distance, equal, formula_told, told, tolerances
from model.text import Text

RESULTS = (BEREKENING, KERNCIJFERS, RESULTAAT, CONTROLES)

Kind = Literal["ontbreekt", "constante", "formule", "rekenmodel", "opgeslagen"]


@dataclass(frozen=True, slots=True)
class Deviation:
    """A cell that is not what it should be; `place` says where it stands, in words.

    `ontbreekt`: it is not there. `constante`: a constant stands where a formula belongs. `formule`: its formula is
    another than ours. `rekenmodel`: recalculated, it is not what the engine computes. `opgeslagen`: the value stored
    beside its formula is not what the formula gives.
    """

    kind: Kind
    place: str
    found: Text
    expected: Text


@dataclass(slots=True)
class Verification:
    """What comparing gave: result cells, how many are formulas, the largest relative deviation, and every difference.

    `unstored` counts formulas without a stored value, as libraries save them; `stored` those with one.
    """

    cells: int = 0
    formulas: int = 0
    largest: float = 0.0
    stored: int = 0
    unstored: int = 0
    deviations: list[Deviation] = field(default_factory=list)

    def of(self, kind: Kind) -> list[Deviation]:
        """Return the differences of one kind."""
        return [deviation for deviation in self.deviations if deviation.kind == kind]


def verification(stored: Book, recalculated: Book) -> Verification:
    """Compare a workbook, as it was stored and as a spreadsheet program recalculated it, with the engine.

    Raises `InputError` where its inputs are not such that the engine can compute with them.
    """
    draft = inputs_of(recalculated).workbook()
    return _Verifier(stored, recalculated, draft).verified()


class _Verifier:
    """Goes over the result cells of a workbook as it should be, and then over all formulas of the one that is."""

    def __init__(self, stored: Book, recalculated: Book, draft: Draft) -> None:
        self.recalculated, self.draft = recalculated, draft
        self.expected, self.found = located(made(draft)), located(stored)
        self.readers = Reader(self.expected), Reader(self.found)
        self.unmoved = unmoved(self.expected, self.found)
        self.tolerances = {name: tolerances(draft, page) for name, page in self.expected.pages.items()}
        self.outcome = Verification()

    def verified(self) -> Verification:
        """Return what was found."""
        for name in RESULTS:
            self._page(self.expected.pages[name], self.found.pages.get(name) or Located(name, Sheet(name, {})))
        for page in self.found.pages.values():
            self._stored(page)
        return self.outcome

    def _page(self, expected: Located, found: Located) -> None:
        computed = self._computed(found)
        for (key, column), at in expected.at.items():
            cell = expected.sheet.cells.get(at)
            if cell is None or cell.formula is None:
                continue
            self.outcome.cells += 1
            place = found.at.get((key, column))
            kept = None if place is None else found.sheet.cells.get(place)
            if place is None or kept is None:
                self._add("ontbreekt", expected.said(at), formula_told(kept), formula_told(cell))
            elif kept.formula is None:
                self._add("constante", found.said(place), told(kept.value), formula_told(cell))
            else:
                self.outcome.formulas += 1
                self._formula((expected, cell), (found, kept), place)
                self._value(expected, at, cell, computed.get(place), found.said(place))

    def _formula(self, expected: tuple[Located, Cell], found: tuple[Located, Cell], place: Position) -> None:
        if self.unmoved and expected[1].formula == found[1].formula:
            return
        ours, theirs = (
            reader.read(cell.formula or "", page)
            for reader, (page, cell) in zip(self.readers, (expected, found), strict=True)
        )
        if not ours.same(theirs):
            self._add("formule", found[0].said(place), formula_told(found[1]), formula_told(expected[1]))

    def _value(self, page: Located, at: Position, ours: Cell, theirs: Cell | None, place: str) -> None:
        value = None if theirs is None else theirs.value
        if not equal(value, ours.value, self.tolerances[page.name].get(at, OTHER)):
            self._add("rekenmodel", place, told(value, ours.value), told(ours.value, value))
        if page.columns[at[0]].get(at[1]) != DEVIATION:  # these are no results: they are 0, but for rounding
            self.outcome.largest = max(self.outcome.largest, distance(value, ours.value))

    def _stored(self, page: Located) -> None:
        """Compare what is stored beside the formulas of a page with what they give."""
        computed, expected = self._computed(page), self.expected.pages.get(page.name)
        for at, cell in page.sheet.cells.items():
            if cell.formula is None:
                continue
            value = computed[at].value if at in computed else None
            if cell.value is None:
                self.outcome.unstored += value not in (None, "")
                continue
            self.outcome.stored += 1
            place = expected.at.get(_name(page, at)) if expected is not None else None
            bound = self.tolerances[page.name].get(place, AMOUNT) if place is not None else AMOUNT
            if not equal(cell.value, value, bound):
                self._add("opgeslagen", page.said(at), told(cell.value, value), told(value, cell.value))

    def _computed(self, page: Located) -> Mapping[Position, Cell]:
        sheet = self.recalculated.sheet(page.sheet.name)
        return {} if sheet is None else sheet.cells

    def _add(self, kind: Kind, place: str, found: Text, expected: Text) -> None:
        self.outcome.deviations.append(Deviation(kind, place, found, expected))


def unmoved(expected: Places, found: Places) -> bool:
    """Return whether everything stands where it was exported, so that formulas can be compared as they are written."""
    return all(
        name in found.pages and found.pages[name].at == page.at and found.pages[name].sheet.name == page.sheet.name
        for name, page in expected.pages.items()
        if name in (*RESULTS, INVOER)
    )


def _name(page: Located, at: Position) -> tuple[Key, Column]:
    named = page.named(at)
    return ((), "") if named is None else named[1:]


__all__ = ["RESULTS", "Deviation", "Verification", "unmoved", "verification"]
