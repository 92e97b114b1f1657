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
from model.io.excel.found import LABEL_COLUMN, UNIT_COLUMN, Column
from model.io.excel.layout import Key
from model.io.excel.returned.changes import Findings, Opened
from model.io.excel.returned.formulas import Reader
from model.io.excel.returned.located import HEAD_ROW, Located, Places, located, made, unmoved
from model.io.excel.returned.moves import Moves
from model.io.excel.returned.telling import alike, content, counted
from model.text import Text

# Pages that compute, and what is computed from; the others only tell, but what Maatregelen tells is fixed too.
COMPUTING = (INVOER, BEREKENING, RESULTAAT, KERNCIJFERS, CONTROLES)
FIXED = (*COMPUTING, MAATREGELEN)
IN_FULL = 40  # rows with another formula that are each told of in full
_FEW = 8  # of those that differ because rows are gone
_ALSO_ONE, _ALSO = (
    Text("ook in 1 andere rij", "in 1 other row too"),
    Text("ook in {count} andere rijen", "in {count} other rows too"),
)
_IN_ONE, _IN = Text("in 1 rij", "in 1 row"), Text("in {count} rijen", "in {count} rows")
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
    _moves: Moves | None = None
    _labels: dict[str, dict[str, int]] = field(default_factory=dict)
    _shifted: bool = False  # rows or columns are gone or new: formulas then differ as a consequence
    _ranges: dict[str, list[tuple[Position, Position]]] = field(default_factory=dict)
    _stretched: list[str] = field(default_factory=list)
    _more: dict[str, list[str]] = field(default_factory=dict)
    _in_full: set[str] = field(default_factory=set)
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
        self._moves = None if self._unmoved else Moves(self.expected, self.came_back)
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
            few = _few(cells) if self._shifted else ", ".join(cells)
            also = sheet in self._in_full
            rows = counted(len(cells), _ALSO_ONE if also else _IN_ONE, _ALSO if also else _IN)
            self.findings.refuse("terug-formules-meer", sheet, rows=rows, found=few)
        for move in reversed(self._moves.told if self._moves is not None else []):
            code = "terug-ingevoegd" if move.inserted else "terug-volgorde"
            rows = counted(len(move.formulas), _IN_ONE, _IN)
            self.findings.lead(code, move.sheet, found=move.found, rows=rows, cells=_few(list(move.formulas.values())))

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
        if self._follows(page, found, made_as, cell, there):
            return
        if self._shifted and made_as.formula is not None and cell is not None and cell.formula is not None:
            self._formula(page, found, made_as, cell, there)
        elif not made_as.locked and self._differs(page, found, made_as, cell):
            said = found.said(there)
            label, unit = (str(getattr(page.cell(spot[0], at), "value", "")) for at in (LABEL_COLUMN, UNIT_COLUMN))
            choice = self.choices.get(spot)
            old = made_as.value if isinstance(made_as.value, int | float | str) else None
            self.opened.append(Opened(*spot, old, choice, cell, there, said, label, unit))
        elif made_as.locked and made_as.formula is not None:
            self._formula(page, found, made_as, cell, there)
        elif made_as.locked and self._differs(page, found, made_as, cell):
            self._constant(found, spot, made_as, cell, there)

    def _follows(self, page: Located, found: Located, made_as: Cell, cell: Cell | None, there: Position) -> bool:
        """Return whether a formula differs only because rows or columns moved; it is then counted with those."""
        if self._moves is None or made_as.formula is None or cell is None or cell.formula is None:
            return False
        mine, theirs = self.readers
        meanings = mine.read(made_as.formula, page), theirs.read(cell.formula, found)
        if meanings[0].same(meanings[1]) or (found.name == CONTROLES and meanings[0].tokens == meanings[1].tokens):
            return False
        where = found.name, there[0], f"{found.sheet.name}!{address(there)}"
        return self._moves.explain(*meanings, where, literally=cell.formula == made_as.formula)

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
        self._in_full.add(found.sheet.name)
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
            other = self._label_of_another(found.name, spot[0], cell)
            if other is None:
                self.findings.notice("terug-tekst-gewijzigd", found.said(there), **told)
            else:
                self.findings.refuse(
                    "terug-opschrift-van-ander", f"{found.sheet.name}!{address(there)}", **told, other=other
                )
        else:
            self.findings.refuse("terug-vast-gewijzigd", found.said(there), **told)

    def _label_of_another(self, name: str, key: Key, cell: Cell | None) -> str | None:
        """Return the address of the row of ours, where it was handed out with the label that now stands here."""
        page = self.expected.pages[name]
        if key[0] == HEAD_ROW or cell is None:
            return None
        if name not in self._labels:
            labels = self._labels[name] = {}
            for row, other in page.rows.items():
                label = page.cell(other, LABEL_COLUMN)
                if other[0] != HEAD_ROW and label is not None and label.formula is None and label.value:
                    labels.setdefault(_plain(label.value), row)
        its = self._labels[name].get(_plain(cell.value))
        at = None if its is None else self.came_back.pages[name].at.get((page.rows[its], LABEL_COLUMN))
        return None if at is None else address(at)


def _plain(value: object) -> str:
    return " ".join(str(value).split()).casefold()


def _few(cells: list[str]) -> str:
    return f"{', '.join(cells[:_FEW])}, …" if len(cells) > _FEW else ", ".join(cells)


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
