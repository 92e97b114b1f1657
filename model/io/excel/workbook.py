"""A result as a workbook: all pages, in order, with their formulas and values."""

from __future__ import annotations

from model.io.excel.draft import Draft, draft_of
from model.io.excel.sheets.berekening import add_berekening
from model.io.excel.sheets.controles import add_controles
from model.io.excel.sheets.invoer import add_invoer
from model.io.excel.sheets.kerncijfers import add_kerncijfers
from model.result import Result
from model.text import Language


def workbook_of(result: Result, language: Language = "nl") -> Draft:
    """Return the workbook of a result, every formula in its place."""
    draft = draft_of(result, language)
    add_invoer(draft)
    blocks = add_berekening(draft)
    add_kerncijfers(draft, blocks)
    add_controles(draft, blocks)
    for page in draft.pages.values():
        page.settle()
    return draft
