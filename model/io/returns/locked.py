"""What stands in locked cells, held against what was sent: names, units, last round, control totals, formulas."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from model.io.excel.book import Book, Cell
from model.io.excel.returned.formulas import Reader
from model.io.excel.returned.located import Located as Page
from model.io.excel.returned.located import Places
from model.io.excel.values import told
from model.io.program import program_version
from model.io.returns.beside_tables import Beside, as_sent, sheet_pairs
from model.io.returns.changed_formulas import difference, whole
from model.io.returns.changed_formulas import told as changed_formula
from model.io.returns.findings import Findings, Spot
from model.io.returns.located_rows import Located
from model.io.returns.progress_found import control_rows, labels, paired, progress_of
from model.io.returns.sections import Section, said
from model.io.returns.sent import LABELS, Sent
from model.io.returns.sheets import (
    ANTWOORD,
    EENHEID,
    HERKOMST,
    OPEN_POST,
    OPEN_REGEL,
    SLEUTEL,
    VORIGE,
)
from model.returns.columns import KOLOMMEN
from model.text import Text

_OPEN = frozenset((*OPEN_REGEL, *OPEN_POST, ANTWOORD, SLEUTEL, HERKOMST))
_BROKEN = "#REF!"
_DOUBTED = ("lees-eenheid-gewijzigd", "lees-rij-tegenstrijdig")  # by which it is not certain what a row is of
_BY_NUMBER = {column: f"#{column}" for column in range(1, 100)}  # columns that have no code


class Locked:
    """Goes over the locked cells of a workbook."""

    def __init__(self, book: Book, found: Sequence[Section], place: Located, sent: Sent, findings: Findings) -> None:
        self.book, self.place, self.sent, self.findings = book, place, sent, findings
        every = zip(*(names for names in sent.labels.values() if len(names) == len(LABELS)), strict=True)
        self.words = dict(zip(LABELS, ({word for word in each if word} for each in every), strict=False))
        self.gone = frozenset((key,) for key in sent.rows if key not in place.rows)
        self.spots: dict[tuple[str, str, str], list[Spot]] = defaultdict(list)
        self.pairs = pairs = list(paired(found, place, sent))
        self.mine = {id(section): _page(section.sheet.name, section) for section in sent.tables}
        self.theirs = {id(found): _page(expected.sheet.name, found) for expected, found in pairs}
        self.progress = progress_of(pairs)
        if self.progress is not None:
            expected, came = self.progress
            _name_labels(self.mine[id(expected)])
            _name_labels(self.theirs[id(came)])
        self.moved = any(
            (row.number, row.section.columns) != (sent.rows[key][1], sent.rows[key][0].columns)
            for key, row in place.rows.items()
        )
        self.readers = Reader(_places(self.mine)), Reader(_places(self.theirs))

    def report(self) -> None:
        """Report every locked cell that is not as it was sent."""
        fixed = {id(section): _fixed(section) for section in self.sent.tables}
        for key, row in self.place.rows.items():
            section, number = self.sent.rows[key]
            was, came = section.rows[number], row.section.rows[row.number]
            for code, column in fixed[id(section)]:
                there = row.section.columns.get(code)
                expected, found = was.get(column), None if there is None else came.get(there)
                if there is not None and (expected is not None or found is not None):
                    spot = Spot(row.section, row.number, code, key)
                    self._compare(spot, expected, found, section, self._changed(code, found))
        if self.progress is not None:
            self.place.controles |= dict(control_rows(self.progress, self.sent))
        for pair in sheet_pairs(self.book, self.sent, self.pairs):
            self._beside(*pair)
        for (code, _, _), spots in self.spots.items():
            self.findings.many(code, spots)

    def _changed(self, code: str, found: Cell | None) -> str:
        """Return the code of a change in a locked column of a table: a word of other rows says it is one of these."""
        if code == EENHEID:
            return "lees-eenheid-gewijzigd"
        if said(found) in self.words.get(code, ()):
            return "lees-rij-tegenstrijdig"
        return "lees-vorige-gewijzigd" if code.startswith(VORIGE) else "lees-vast-gewijzigd"

    def _compare(self, spot: Spot, expected: Cell | None, found: Cell | None, section: Section, changed: str) -> None:
        """Report a cell that is not as it was sent; `changed` is the code where it is no formula."""
        if expected is not None and expected.formula is not None:
            self._formula(spot, expected, found, section)
            return
        if not as_sent(found, expected):
            value, was = (None if cell is None else cell.value for cell in (found, expected))
            self._add(changed, spot, told(value, was), told(was, value))

    def _formula(self, spot: Spot, expected: Cell, found: Cell | None, section: Section) -> None:
        if found is None or found.formula is None:
            self._add(
                "lees-formule-vervangen",
                spot,
                told(None if found is None else found.value),
                whole(expected.formula or ""),
            )
            return
        broken = _BROKEN in found.formula or self.findings.has("lees-kolom-weg", "lees-vaste-kolom-weg")
        unmoved = found.formula == expected.formula and spot.section.sheet.name == section.sheet.name
        if broken or (unmoved and not self.moved):
            return
        ours = self.readers[0].read(expected.formula or "", self.mine.get(id(section)) or _page("", section))
        came = self.readers[1].read(found.formula, self.theirs.get(id(spot.section)) or _page("", spot.section))
        at = difference(ours, came, self.gone)
        if at is not None:
            formulas = (expected.formula or "", ours), (found.formula, came)
            self._add("lees-formule-gewijzigd", spot, *changed_formula(at, *formulas))

    def _beside(self, expected: Section, found: Section) -> None:
        """Compare what stands beside a table, or on a sheet without one; its texts where this program wrote them."""
        progress = ANTWOORD in expected.columns
        if progress and self.progress is None:  # a column was put in or taken away in it
            return
        beside, same_program = Beside(expected, found), self.sent.programma == program_version()
        for number, row in beside.rows.items():
            for column, cell in beside.fixed[number].items():
                there, is_text = beside.column(column), cell.formula is None and isinstance(cell.value, str)
                if there is None or (not same_program and (is_text or not progress)):
                    continue
                spot = Spot(Section(found.sheet, 0, {"": there}, {row: beside.came.get(row, {})}), row, "")
                changed = _changed_above(cell, with_key=expected.columns.get(SLEUTEL) in beside.fixed[number])
                self._compare(spot, cell, beside.cell(number, column), expected, changed)

    def _add(self, code: str, spot: Spot, found: Text, expected: Text) -> None:
        spot.waarden = {"found": found, "expected": expected}
        if code in _DOUBTED:
            self.place.twijfel |= {(spot.key, kolom) for kolom in KOLOMMEN}
        column = "" if code.startswith("lees-formule") or not spot.key else spot.code.partition(" ")[0]
        self.spots[code, spot.section.sheet.name, column].append(spot)


def _changed_above(cell: Cell, *, with_key: bool) -> str:
    """Return the code of a change on Voortgang above the sign-off, where rows of control totals have a key."""
    if not isinstance(cell.value, float | int):
        return "lees-vast-gewijzigd"
    return "lees-controle-gewijzigd" if with_key else "lees-drempel-gewijzigd"


def _fixed(section: Section) -> list[tuple[str, int]]:
    """Return the columns of a table that was sent in which nothing is open."""
    return [(code, column) for code, column in section.columns.items() if code not in _OPEN]


def _page(name: str, section: Section) -> Page:
    page = Page(name, section.sheet)
    codes = {column: code for code, column in section.columns.items()}
    for row, key in section.keyed:
        page.rows[row], page.columns[row] = (key,), codes
    return page


def _name_labels(page: Page) -> None:
    """Name the rows of Voortgang that have no key by their label, and how often it stood above."""
    for row, label in labels(page.sheet).items():
        if row not in page.rows:
            page.rows[row], page.columns[row] = (label,), _BY_NUMBER


def _places(pages: Mapping[int, Page]) -> Places:
    places = Places()
    for number, page in enumerate(pages.values()):
        places.pages[f"{page.name}{number}"] = page
    return places
