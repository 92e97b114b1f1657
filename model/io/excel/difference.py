"""What differs between two workbooks of ours: inputs, rows, formulas, and results that nothing of that explains.

Cells are known by name (`returned.located`), so that neither their places nor the language of the labels matter.
"""

from __future__ import annotations

from dataclasses import replace

from model.io.excel.book import Book, Cell, address
from model.io.excel.differing import Difference, Differing, Kind, scenario_texts
from model.io.excel.draft import INVOER, META
from model.io.excel.explained import Cause, Changed
from model.io.excel.found import LABEL_COLUMN, Column
from model.io.excel.layout import Key
from model.io.excel.returned.formulas import Meaning, Reader
from model.io.excel.returned.located import HEAD_ROW, Located, Name, Places, located
from model.io.excel.returned.moves import Move, Moves, head_of, headed
from model.io.excel.sheets.controles import FINE, WRONG
from model.io.excel.sheets.headings import CONSTANT, UNIT
from model.io.excel.sheets.meta import DATASET, FINGERPRINT, FORM, PROGRAM
from model.io.excel.values import equal, formula_told, number, told, tolerance
from model.io.excel.verify import RESULTS, unmoved
from model.tables import STRUCTUREEL
from model.text import Text

EXACT = 1e-13  # relative; programs store 15 to 17 digits of what people fill in
_FACTS = ("scenario", "telt-mee")
_ORIGIN = (FORM, PROGRAM, DATASET, FINGERPRINT)
_PAGES = (INVOER, *RESULTS)
_BECAUSE_ONE = Text(
    "{sheet}: {found}; daardoor rekent de formule in 1 rij met andere cellen",
    "{sheet}: {found}; the formula in 1 row therefore computes with other cells",
)
_BECAUSE = Text(
    "{sheet}: {found}; daardoor rekenen de formules in {rows} rijen met andere cellen",
    "{sheet}: {found}; the formulas in {rows} rows therefore compute with other cells",
)


def difference(first: Book, second: Book) -> Difference:
    """Return what differs between two workbooks of ours; what is no page of ours is passed over."""
    known = (not unstored(first), not unstored(second))
    return _Comparer(located(_dutch(first)), located(_dutch(second)), known).compared()


def recomputed(book: Book, again: Book) -> Book:
    """Return a workbook with the values that a recalculation of it gave, and the formulas as they were stored."""
    sheets = []
    for sheet in book.sheets:
        computed = again.sheet(sheet.name)
        cells = {} if computed is None else computed.cells
        held = {at: replace(cell, value=cells[at].value) if at in cells else cell for at, cell in sheet.cells.items()}
        sheets.append(replace(sheet, cells=held))
    return replace(book, sheets=tuple(sheets))


def unstored(book: Book) -> bool:
    """Return whether a workbook was saved without the values of its formulas: some are empty, but never most."""
    pages = (page for name, page in located(book).pages.items() if name in RESULTS)
    values = [cell.value for page in pages for cell in page.sheet.cells.values() if cell.formula is not None]
    return values.count(None) > len(values) / 2


def _dutch(book: Book) -> Book:
    """Return a workbook with the few words in values and formulas that depend on its language in Dutch."""
    words = {text.en: text.nl for text in (FINE, WRONG, STRUCTUREEL)}

    def said(cell: Cell) -> Cell:
        if cell.formula is not None and any(f'"{word}"' in cell.formula for word in words):
            formula = cell.formula
            for word, dutch in words.items():
                formula = formula.replace(f'"{word}"', f'"{dutch}"')
            cell = replace(cell, formula=formula)
        return replace(cell, value=words[cell.value]) if isinstance(cell.value, str) and cell.value in words else cell

    sheets = (replace(sheet, cells={at: said(cell) for at, cell in sheet.cells.items()}) for sheet in book.sheets)
    return replace(book, sheets=tuple(sheets))


class _Comparer:
    """Goes over the pages: what people fill in, then formulas, then results."""

    def __init__(self, first: Places, second: Places, stored: tuple[bool, bool]) -> None:
        self.places, self.stored = (first, second), stored
        self.readers = (Reader(first), Reader(second))
        self.unmoved = unmoved(first, second)
        self.moves = Moves(first, second)
        self.outcome, self.changed = Difference(), Changed()

    def compared(self) -> Difference:
        """Return what was found."""
        self.outcome.differing += scenario_texts(*self.places)
        for name in (META, *_PAGES):
            pages = [places.pages.get(name) for places in self.places]
            if pages[0] is not None and pages[1] is not None:
                self._page(pages[0], pages[1])
            elif name != META and pages != [None, None]:
                self.outcome.rows[pages[0] is None].append(name)
        self.outcome.moved += map(_moved, self.moves.told)
        self._explain()
        return self.outcome

    def _page(self, first: Located, second: Located) -> None:
        if first.name != META:
            self._only(first, second)
        found: dict[tuple[Kind, Key], list[tuple[Column, Text, Text]]] = {}
        for (key, column), at in first.at.items():
            if (key, column) not in second.at or not _matters(first.name, key, column):
                continue
            cells = first.sheet.cells.get(at), second.cell(key, column)
            pair = self._cell(first, second, key, column, cells)
            if pair is not None:
                kind, was, now = pair
                self.changed.add((first.name, key, column))
                found.setdefault((kind, key), []).append((column, was, now))
        self.outcome.differing += [
            Differing(kind, _said(first, key, pairs[0][0]), _named(first, key, pairs))
            for (kind, key), pairs in found.items()
        ]

    def _only(self, first: Located, second: Located) -> None:
        """Note rows and columns that only one of them has."""
        for side, (one, other) in enumerate(((first, second), (second, first))):
            there = set(other.rows.values())
            for key in (key for key in one.rows.values() if key not in there and key[0] != HEAD_ROW):
                self.changed.rows.add((one.name, key))
                self.outcome.rows[side].append(_said(one, key, LABEL_COLUMN))
            years = {column for _, column in one.at} - {column for _, column in other.at}
            self.changed.columns |= {(one.name, column) for column in years}
            shown = sorted(str(year) for year in years if not str(year).startswith("#"))
            self.outcome.columns[side].extend(f"{one.sheet.name}: {column}" for column in shown)

    def _cell(
        self, first: Located, second: Located, key: Key, column: Column, cells: tuple[Cell | None, Cell | None]
    ) -> tuple[Kind, Text, Text] | None:
        """Return in what way a cell differs, and from what to what; results wait until all causes are known."""
        was, now = cells
        typed: Kind = "gegeven" if first.name == META or key[0] in _FACTS else "invoer"
        formulas = [None if cell is None else cell.formula for cell in cells]
        if was is None or now is None or None in formulas:
            same = formulas == [None, None] and _typed_alike(was, now)
            kind: Kind = typed if first.name in (INVOER, META) else "formule"
            return None if same else (kind, formula_told(was), formula_told(now))
        name = (first.name, key, column)
        if self.unmoved and formulas[0] == formulas[1]:
            self._result(name, first, was, now)
            return None
        meanings = (self.readers[0].read(formulas[0] or "", first), self.readers[1].read(formulas[1] or "", second))
        if not self._alike(*meanings):
            at = second.at[key, column]
            where = second.name, at[0], f"{second.sheet.name}!{address(at)}"
            if self.moves.explain(*meanings, where, literally=formulas[0] == formulas[1]):
                self.changed.add(name)
                return None
            return (typed if first.name == INVOER else "formule", formula_told(was), formula_told(now))
        self._result(name, first, was, now)
        return None

    def _alike(self, one: Meaning, other: Meaning) -> bool:
        """Return whether two formulas compute the same, apart from rows and columns that only one workbook has."""
        if one.tokens == other.tokens:
            return one.same(other)
        return self.changed.reduced(one) == self.changed.reduced(other)

    def _result(self, name: Name, page: Located, was: Cell, now: Cell) -> None:
        if name[0] not in (INVOER, *RESULTS):
            return
        if name[0] == INVOER:
            self.changed.passing[name] = self.readers[0].read(was.formula or "", page)
        known = [stored or cell.value is not None for stored, cell in zip(self.stored, (was, now), strict=True)]
        if not all(known):
            self.outcome.unknown += 1
        elif not equal(was.value, now.value, tolerance(was.number_format)):
            meaning = self.readers[0].read(was.formula or "", page)
            self.changed.results[name] = Cause(meaning, told(was.value, now.value), told(now.value, was.value))

    def _explain(self) -> None:
        """Tell results that follow from what changed from those that nothing explains."""
        found: dict[tuple[str, Key], list[tuple[Column, Text, Text]]] = {}
        for name, cause in self.changed.results.items():
            if self.changed.explains(cause.meaning):
                self.outcome.results += 1
            else:
                found.setdefault(name[:2], []).append((name[2], cause.was, cause.now))
        for (page, key), pairs in found.items():
            there = self.places[0].pages[page]
            place = _said(there, key, pairs[0][0])
            self.outcome.differing.append(Differing("uitkomst", place, _named(there, key, pairs)))


def _moved(move: Move) -> Text:
    template, rows = _BECAUSE if len(move.formulas) > 1 else _BECAUSE_ONE, len(move.formulas)
    return template.filled(sheet=move.sheet, found=move.found, rows=rows)


def _named(page: Located, key: Key, pairs: list[tuple[Column, Text, Text]]) -> tuple[tuple[Column, Text, Text], ...]:
    """Return pairs with columns as people know them: a year that a formula gives, or else the letter."""
    named = []
    for column, was, now in pairs:
        at = page.at.get((key, column)) if str(column).startswith("#") else None
        named.append((column if at is None else headed(page, head_of(page, at[0]), at[1]), was, now))
    return tuple(named)


def _matters(page: str, key: Key, column: Column) -> bool:
    """Return whether a cell says anything of substance: labels, units, keys and heads do not."""
    if page == META:
        return key[0] in _ORIGIN and column == CONSTANT
    fixed = column in (LABEL_COLUMN, UNIT) or key[0] == UNIT or str(column).startswith("#sleutel")
    return not fixed and (key[0] != HEAD_ROW or str(column).startswith("#formule"))


def _typed_alike(was: Cell | None, now: Cell | None) -> bool:
    one, other = (None if cell is None else cell.value for cell in (was, now))
    a, b = number(one), number(other)
    if a is not None and b is not None:
        return abs(a - b) <= EXACT * max(abs(a), abs(b))
    return ("" if one is None else one) == ("" if other is None else other)


def _said(page: Located, key: Key, column: Column) -> str:
    at = page.at.get((key, column)) or page.at.get((key, LABEL_COLUMN))
    words = page.said(at).split(" · ") if at is not None else [page.sheet.name, " ".join(filter(None, key))]
    return " · ".join(words[:2])
