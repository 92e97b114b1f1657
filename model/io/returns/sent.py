"""What a department was sent, cell by cell, so that what came back can be held against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from model.io.excel.book import Book, Cell, Comment, Sheet
from model.io.excel.layout import Page
from model.io.excel.returned.remarks import said_in
from model.io.returns.sections import Section, said, sections
from model.io.returns.sheets import ANTWOORD, CATEGORIE, GROOTHEID, META, POST, SLEUTEL, SOORT
from model.io.returns.workbook import form_of
from model.returns.opgave import Opgave
from model.returns.ronde import Ronde
from model.text import Language

LABELS = (POST, SOORT, CATEGORIE, GROOTHEID)
Labels = tuple[str, ...]
_NEEDED = " *"  # behind the name of what must be filled in


@dataclass(slots=True)
class Sent:
    """A return as it was sent: its round, the workbook with its tables, and where each key stands in it.

    `programma` is the version of the program that it says wrote it: another may have used other words.
    """

    ronde: Ronde
    departement: str
    opgave: Opgave
    language: Language
    book: Book
    tables: list[Section]
    comments: frozenset[str] = frozenset()
    rows: Mapping[str, tuple[Section, int]] = field(default_factory=dict)
    labels: Mapping[str, Labels] = field(default_factory=dict)
    programma: str = ""

    def cell(self, key: str, code: str) -> Cell | None:
        """Return a cell as it was sent."""
        section, row = self.rows[key]
        return section.cell(row, code)

    @property
    def texts(self) -> frozenset[str]:
        """Return every text that was sent."""
        cells = (cell for sheet in self.book.sheets for cell in sheet.cells.values())
        return frozenset(said(cell) for cell in cells if isinstance(cell.value, str))

    @property
    def heads(self) -> Mapping[str, str]:
        """Return the code of each column by its head."""
        return {
            said(cell).casefold(): code
            for section in self.tables
            for code, column in section.columns.items()
            if (cell := section.heads.get(column)) is not None and said(cell)
        }

    def label(self, key: str) -> str:
        """Return what people call a row."""
        found = self.labels.get(key, ())
        return " · ".join(filter(None, found)) or key

    def head(self, key: str, code: str) -> str:
        """Return what people call a column."""
        section, _ = self.rows[key]
        head = section.heads.get(section.columns.get(code, 0))
        return said(head).removesuffix(_NEEDED) or ("" if code == ANTWOORD else code)


def sent_to(ronde: Ronde, departement: str, language: Language, programma: str = "") -> Sent:
    """Return what a department was sent in a round."""
    form = form_of(ronde, departement, language)
    sheets = tuple(Sheet(name, _cells(page)) for name, page in form.pages.items() if name != META)
    book = Book("", sheets)
    tables = sections(book, {})
    rows = {key: (section, row) for section in tables for row, key in section.keyed}
    labels = {key: labels_of(section, row) for key, (section, row) in rows.items()}
    comments = frozenset(_comments(form.pages.values()))
    return Sent(ronde, departement, form.opgave, language, book, tables, comments, rows, labels, programma)


def labels_of(section: Section, row: int) -> Labels:
    """Return the names in a row; of one of Posten its name, of one of the sign-off what stands first."""
    if GROOTHEID in section.columns:
        return tuple(section.text(row, code) for code in LABELS)
    if "naam" in section.columns:
        return (section.text(row, "naam"),)
    first = next(
        (cell for column, cell in section.rows[row].items() if column < section.columns.get(SLEUTEL, column + 1)), None
    )
    return (said(first).removesuffix(_NEEDED),)


def _comments(pages: Iterable[Page]) -> Iterator[str]:
    for page in pages:
        for _, _, item in page.cells():
            if item.comment:
                yield said_in(Comment((0, 0), item.comment))


def _cells(page: Page) -> dict[tuple[int, int], Cell]:
    found = {}
    for row, column, item in page.cells():
        formula = item.formula if isinstance(item.formula, str) and item.formula else None
        found[row, column] = Cell(item.value, formula, locked=not item.open)
    return found
