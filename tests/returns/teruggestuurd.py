"""Workbooks of returns as people send them back: filled in by a library, cells by key and code."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import openpyxl

from model.io.excel.writer import write_workbook
from model.io.returns.sheets import ANTWOORD, OPEN_POST, aftekening_sleutel
from model.io.returns.workbook import form_of, manuscript_of
from model.returns.columns import KOLOMMEN
from model.returns.fields import POST_VELDEN, REGEL_VELDEN, Veld
from model.returns.opgave import Cel, Opgave
from model.returns.ronde import Ronde
from model.text import Language

MOMENT = datetime.datetime(2026, 1, 1)
_FIELDS = {veld.ident: veld for veld in POST_VELDEN}


def gestuurd(ronde: Ronde, departement: str, path: Path, language: Language = "nl") -> Path:
    """Write the workbook that a department is sent."""
    write_workbook(manuscript_of(form_of(ronde, departement, language)), path, MOMENT)
    return path


class Terug:
    """A workbook opened with a library."""

    def __init__(self, path: Path) -> None:
        self.book: Any = openpyxl.load_workbook(path)
        self.columns: dict[str, dict[str, int]] = {}
        self.rows: dict[str, tuple[str, int]] = {}
        for sheet in self.book.worksheets:
            self._index(sheet)

    def _index(self, sheet: Any) -> None:
        codes: dict[str, int] = {}
        for row in sheet.iter_rows():
            values = {str(cell.value): cell.column for cell in row if isinstance(cell.value, str)}
            if "sleutel" in values and "herkomst" in values and not codes:
                codes = self.columns[sheet.title] = values
            elif codes and row[codes["sleutel"] - 1].value not in (None, "sleutel"):
                self.rows[str(row[codes["sleutel"] - 1].value)] = (sheet.title, row[0].row)

    def __getitem__(self, name: str) -> Any:
        return self.book[name]

    def at(self, key: str, code: str) -> Any:
        """Return the cell of a row and code."""
        sheet, row = self.rows[key]
        return self.book[sheet].cell(row, self.columns[sheet][code])

    def address(self, key: str, code: str) -> str:
        return f"{self.rows[key][0]}!{self.at(key, code).coordinate}"

    def put(self, key: str, code: str, value: Any) -> None:
        """Type a value; a text is never taken for a formula."""
        cell = self.at(key, code)
        cell.value = value
        if isinstance(value, str) and value.startswith("="):
            cell.data_type, cell.quotePrefix = "s", True

    def fill(self, opgave: Opgave, language: Language = "nl") -> Terug:
        """Type a whole return."""
        for key, regel in opgave.regels.items():
            for kolom, cel in zip(KOLOMMEN, regel.cellen, strict=True):
                self.put(key.tekst(), kolom, typed(cel))
            for veld in REGEL_VELDEN:
                self.put(key.tekst(), veld.ident, _word(veld, regel.velden.get(veld.ident, ""), language))
        for (tabel, ident), post in opgave.posten.items():
            for name in OPEN_POST:
                self.put(f"{tabel}/{ident}", name, _word(_FIELDS[name], post.velden.get(name, ""), language))
        for name, text in opgave.aftekening.items():
            self.put(aftekening_sleutel(name), ANTWOORD, text)
        return self

    def save(self, path: Path) -> Path:
        self.book.save(path)
        return path


def _word(veld: Veld, word: str, language: Language) -> str | None:
    if not word:
        return None
    return veld.keuzes[word].naam.say(language) if word in veld.keuzes else word


def typed(cel: Cel) -> float | str | None:
    """Return what is typed for a cell."""
    return {"waarde": cel.waarde, "ontbreekt": None, "nihil": "nihil", "nvt": "n.v.t."}[cel.staat]
