"""Workbooks that go out and come back: a small dataset, and what people and machines do to its workbook."""

from __future__ import annotations

import datetime
import functools
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from model.engine import run_plan
from model.io.excel.draft import Draft
from model.io.excel.returned.imported import Imported, imported
from model.io.excel.returned.located import Places, located, made
from model.io.excel.workbook import manuscript_of, workbook_of
from model.io.excel.writer import write_workbook
from model.io.fingerprint import fingerprint
from model.io.open import open_scenarios
from model.text import Language

MOMENT = datetime.datetime(2026, 11, 21)
HERE = Path(__file__).parent
Edit = Callable[[Workbook], None]


def handed_out(data: Path, scenario: Path, path: Path, language: Language = "nl") -> Draft:
    """Write the workbook of a scenario."""
    _, [(read, plan)] = open_scenarios(data, [scenario])
    draft = workbook_of(run_plan(plan, read), language, fingerprint(data), MOMENT.date())
    write_workbook(manuscript_of(draft), path, MOMENT)
    return draft


class Small:
    """The workbook of the dataset in `terugkomst`, its draft, and where its cells stand."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="dekking-test-"))
        self.data = HERE / "terugkomst"
        self.path = self.folder / "werkmap.xlsx"
        self.draft = handed_out(self.data, self.data / "scenario.toml", self.path)
        self.places: Places = located(made(self.draft))

    def at(self, page: str, column: str | int, *words: str) -> tuple[int, int]:
        """Return where a cell stands: its page, its column's name and the first words of its row's key."""
        found = self.places.pages[page]
        return next(at for (key, name), at in found.at.items() if name == column and key[: len(words)] == words)

    def back(self, *edits: Edit, confirmed: bool = False) -> Imported:
        """Return what comes of the workbook after some edits with openpyxl, which drops all stored values."""
        with self.edited(*edits) as path:
            return imported(path, self.data, confirmed=confirmed)

    @contextmanager
    def edited(self, *edits: Edit) -> Iterator[Path]:
        """Make a workbook with some edits, for a while."""
        book = load_workbook(self.path)
        for edit in edits:
            edit(book)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "terug.xlsx"
            book.save(path)
            yield path


@functools.cache
def small() -> Small:
    """Return the small workbook, made once."""
    return Small()


def put(value: object, column: str | int, *words: str, page: str = "Invoer") -> Edit:
    """Return an edit that puts a value in a cell of the small workbook."""

    def edit(book: Workbook) -> None:
        row, place = small().at(page if page in small().places.pages else "Invoer", column, *words)
        book[page].cell(row, place).value = value  # type: ignore[assignment]

    return edit
