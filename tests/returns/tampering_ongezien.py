"""Tampering that a reader of the workbook would not see: hidden, merged, unprotected, or put on another sheet."""

from __future__ import annotations

from returns.geval import Geval, regel
from returns.teruggestuurd import Terug

from model.returns.opgave import Opgave


def unprotect(terug: Terug, _: Opgave) -> None:
    for sheet in terug.book.worksheets:
        sheet.protection.sheet = False


def hide_sheet(terug: Terug, _: Opgave) -> None:
    terug["ICT-activiteiten"].sheet_state = "veryHidden"


def hide_column(terug: Terug, opgave: Opgave) -> None:
    cell = terug.at(regel(opgave), "t+1")
    cell.parent.column_dimensions[cell.column_letter].hidden = True


def hide_locked_column(terug: Terug, opgave: Opgave) -> None:
    cell = terug.at(regel(opgave), "sleutel")
    cell.parent.column_dimensions[cell.column_letter].hidden = True


def hide_number(terug: Terug, opgave: Opgave) -> None:
    terug.at(regel(opgave), "t").number_format = ";;;"


def merge(terug: Terug, opgave: Opgave) -> None:
    first, last = terug.at(regel(opgave), "t"), terug.at(regel(opgave), "t+3")
    first.parent.merge_cells(f"{first.coordinate}:{last.coordinate}")


def paste_elsewhere(terug: Terug, opgave: Opgave) -> None:
    """Paste a row with amounts below the posts."""
    sheet, row = terug.rows[regel(opgave)]
    last = terug["Posten"].max_row + 3
    for cell in terug[sheet][row]:
        terug["Posten"].cell(last, cell.column).value = None if str(cell.value).startswith("=") else cell.value


ONGEZIEN = (
    Geval("beveiliging weg", unprotect, {"lees-beveiliging-weg": 1}),
    Geval("blad verborgen", hide_sheet, {"lees-blad-verborgen": 1}),
    Geval("kolom verborgen", hide_column, {"lees-kolommen-verborgen": 1}),
    Geval("vaste kolom verborgen", hide_locked_column, {}),
    Geval("opmaak die niets laat zien", hide_number, {"lees-inhoud-verborgen": 1}),
    Geval("cellen samengevoegd", merge, {"lees-samengevoegd": 1, "inhoud-cellen-ontbreken": 1}, 3),
    Geval("rij op een ander blad", paste_elsewhere, {"lees-rij-elders": 1}),
)
