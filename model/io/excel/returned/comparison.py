"""A returned workbook held against what was handed out, cell by cell: open cells that changed, and findings.

Refused is whatever may keep the workbook from computing the model: then no scenario gives its result.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from model.errors import shown
from model.io.excel.book import Cell, Position, address
from model.io.excel.choice import Choice
from model.io.excel.draft import BEREKENING, CONTROLES, INVOER, KERNCIJFERS, MAATREGELEN, RESULTAAT, Draft
from model.io.excel.found import LABEL_COLUMN, Column
from model.io.excel.layout import Key
from model.io.excel.returned.changes import Findings, Opened
from model.io.excel.returned.formulas import Reader
from model.io.excel.returned.located import HEAD_ROW, Located, Places, located, made, unmoved
from model.io.excel.returned.telling import alike, content

# Pages that compute, and what is computed from; the others only tell, but what Maatregelen tells is fixed too.
COMPUTING = (INVOER, BEREKENING, RESULTAAT, KERNCIJFERS, CONTROLES)
FIXED = (*COMPUTING, MAATREGELEN)
IN_FULL = 40  # rows with another formula that are each told of in full
_FEW = 8  # of those that differ because rows are gone
_MOVED = frozenset({"werkmap-rij-ontbreekt", "werkmap-rij-dubbel", "terug-rij-onbekend", "werkmap-kolom-ontbreekt"})


@dataclass(slots=True)
class Comparison:
    """Goes over the pages; afterwards `opened` holds the open cells that changed and `findings` the rest."""

    draft: Draft
    came_back: Places
    findings: Findings
    opened: list[Opened] = field(default_factory=list)
    expected: Places = field(default_factory=Places)
    choices: dict[tuple[Key, Column], Choice | None] = field(default_factory=dict)
    _readers: tuple[Reader, Reader] | None = None
    _unmoved: bool = False
    _shifted: bool = False  # rows or columns are gone or new: formulas then differ as a consequence
    _ranges: dict[str, list[tuple[Position, Position]]] = field(default_factory=dict)
    _stretched: list[str] = field(default_factory=list)
    _more: dict[str, list[str]] = field(default_factory=dict)
    _reported: set[tuple[str, str, int]] = field(default_factory=set)

    @property
    def readers(self) -> tuple[Reader, Reader]:
        """Return what reads the formulas of what was handed out and of what came back."""
        if self._readers is None:
            self._readers = Reader(self.expected), Reader(self.came_back, forgiving=True)
        return self._readers

    def within_formulas(self, found: Located, at: Position) -> bool:
        """Return whether a cell stands in a range that a formula of the returned workbook refers to."""
        if not self._ranges:
            reader = self.readers[1]
            for page in self.came_back.pages.values():
                for cell in page.sheet.cells.values() if page.name in COMPUTING else ():
                    if cell.formula is not None and ":" in cell.formula:
                        reader.read(cell.formula, page)
            for sheet, top, bottom in reader.rectangles:
                self._ranges.setdefault(sheet, []).append((top, bottom))
        return any(
            top <= at[0] <= bottom and left <= at[1] <= right
            for (top, left), (bottom, right) in self._ranges.get(found.sheet.name.casefold(), ())
        )

    def run(self) -> None:
        """Compare everything."""
        self.expected = located(made(self.draft))
        self._unmoved = unmoved(self.expected, self.came_back)
        self.choices = dict(_choices(self.draft, self.expected))
        for page in self.came_back.doubles:
            self.findings.refuse("terug-blad-dubbel", page.sheet.name, found=page.name)
        for name, page in self.expected.pages.items():
            found = self.came_back.pages.get(name)
            if found is not None and name in FIXED:
                self._page(page, found)
            elif found is None and name in COMPUTING:
                self.findings.refuse("terug-blad-ontbreekt", found=name)
            elif found is None:
                self.findings.notice("terug-tekstblad-ontbreekt", found=name)
        if self._stretched:
            sheet = self.came_back.pages[CONTROLES].sheet.name
            self.findings.notice("terug-controle-verstoord", sheet, found=", ".join(self._stretched))
        for name in sorted(self.readers[1].outdated):
            self.findings.notice("terug-bladnaam-oud", self.came_back.pages[name].sheet.name, found=name)
        for sheet, cells in self._more.items():
            few = f"{', '.join(cells[:_FEW])}, …" if self._shifted and len(cells) > _FEW else ", ".join(cells)
            self.findings.refuse("terug-formules-meer", sheet, count=len(cells), found=few)

    def _page(self, expected: Located, found: Located) -> None:
        self._rows(expected, found)
        self._columns(expected, found)
        self._shifted = any(issue.code in _MOVED for issue in self.findings.refused)
        for (key, column), position in expected.at.items():
            made_as = expected.sheet.cells.get(position)
            there = found.at.get((key, column))
            if made_as is None or there is None or str(column).startswith("#sleutel"):
                continue
            self._cell(expected, found, (key, column), made_as, there)

    def _rows(self, expected: Located, found: Located) -> None:
        wanted, present = set(expected.rows.values()), set(found.rows.values())
        for number, key in expected.rows.items():
            if key not in present:
                self.findings.refuse("werkmap-rij-ontbreekt", found.sheet.name, found=shown(_told(expected, number)))
        for number, key in found.rows.items():
            if key not in wanted:
                self.findings.refuse("terug-rij-onbekend", found.said((number, 1)), found=shown(_words(key)))
        for key, number in found.doubles:
            first = found.at.get((key, LABEL_COLUMN), (0, 0))[0]
            self.findings.refuse("werkmap-rij-dubbel", found.said((number, 1)), found=shown(_words(key)), first=first)

    def _columns(self, expected: Located, found: Located) -> None:
        """Report columns that are missing under a head, and columns that have a head but none of ours."""
        present = {key: number for number, key in found.rows.items()}
        for number, key in expected.rows.items():
            if key[0] != HEAD_ROW or key not in present:
                continue
            mine, theirs = expected.columns[number], found.columns[present[key]]
            for name in sorted(set(map(str, mine.values())) - set(map(str, theirs.values()))):
                said = found.said((present[key], 1))
                self.findings.refuse("werkmap-kolom-ontbreekt", said, found=shown(name))
            for place, column in theirs.items():
                if column not in mine.values():
                    head = found.said((present[key], place))
                    self.findings.refuse("terug-kolom-onbekend", head, found=shown(str(column)))

    def _cell(self, page: Located, found: Located, spot: tuple[Key, Column], made_as: Cell, there: Position) -> None:
        """Compare one cell with what was handed out."""
        cell = found.sheet.cells.get(there)
        if self._shifted and made_as.formula is not None and cell is not None and cell.formula is not None:
            self._formula(page, found, made_as, cell, there)
        elif not made_as.locked and self._differs(page, found, made_as, cell):
            said, label = found.said(there), str(getattr(page.cell(spot[0], LABEL_COLUMN), "value", ""))
            choice = self.choices.get(spot)
            old = made_as.value if isinstance(made_as.value, int | float | str) else None
            self.opened.append(Opened(*spot, old, choice, cell, there, said, label))
        elif made_as.locked and made_as.formula is not None:
            self._formula(page, found, made_as, cell, there)
        elif made_as.locked and self._differs(page, found, made_as, cell):
            self._constant(found, spot, made_as, cell, there)

    def _differs(self, page: Located, found: Located, made_as: Cell, cell: Cell | None) -> bool:
        if made_as.formula is not None or (cell is not None and cell.formula is not None):
            return not self._same_formula(page, found, made_as, cell)
        return not alike(made_as.value, None if cell is None else cell.value)

    def _same_formula(self, page: Located, found: Located, made_as: Cell, cell: Cell | None) -> bool:
        if made_as.formula is None or cell is None or cell.formula is None:
            return False
        mine, theirs = self.readers
        return mine.read(made_as.formula, page).same(theirs.read(cell.formula, found))

    def _formula(self, page: Located, found: Located, made_as: Cell, cell: Cell | None, there: Position) -> None:
        """Report a formula that is not what was handed out, once a row."""
        if self._unmoved and cell is not None and cell.formula == made_as.formula:
            return
        if self._same_formula(page, found, made_as, cell):
            return
        if found.name == CONTROLES and self._only_stretched(page, found, made_as, cell):
            self._stretched.append(address(there))
            return
        code = "terug-formule-weg" if cell is None or cell.formula is None else "terug-formule-gewijzigd"
        if (code, found.name, there[0]) in self._reported:
            return
        self._reported.add((code, found.name, there[0]))
        if self._shifted or len(self._reported) > IN_FULL:
            self._more.setdefault(found.sheet.name, []).append(address(there))
            return
        told = {"found": content(cell), "expected": content(made_as)}
        self.findings.refuse(code, found.said(there), **told)

    def _only_stretched(self, page: Located, found: Located, made_as: Cell, cell: Cell | None) -> bool:
        """Return whether a formula refers to what it should, in ranges that rows were inserted into."""
        if made_as.formula is None or cell is None or cell.formula is None:
            return False
        mine, theirs = self.readers
        return mine.read(made_as.formula, page).tokens == theirs.read(cell.formula, found).tokens

    def _constant(
        self, found: Located, spot: tuple[Key, Column], made_as: Cell, cell: Cell | None, there: Position
    ) -> None:
        told = {"found": content(cell), "expected": content(made_as)}
        if spot[1] == LABEL_COLUMN and (cell is None or cell.formula is None):
            self.findings.notice("terug-tekst-gewijzigd", found.said(there), **told)
        else:
            self.findings.refuse("terug-vast-gewijzigd", found.said(there), **told)


def _choices(draft: Draft, places: Places) -> Iterator[tuple[tuple[Key, Column], Choice | None]]:
    """Yield what may be filled in in the open cells of Invoer."""
    named = places.pages[INVOER].named
    for number, row in draft.page(INVOER).rows.items():
        open_ = {column: item.choice for column, item in row.items.items() if item.open}
        if row.span is not None:
            open_ |= dict.fromkeys(row.span.open, row.span.choice)
        for column, choice in open_.items():
            name = named((number, column))
            if name is not None:
                yield name[1:], choice


def _words(key: Key) -> str:
    return " ".join(filter(None, key))


def _told(page: Located, number: int) -> str:
    label = page.cell(page.rows[number], LABEL_COLUMN)
    return f"{label.value} ({_words(page.rows[number])})" if label and label.value else _words(page.rows[number])
