"""Tampering that a reader of the workbook would not see: hidden, merged, unprotected, or put on another sheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from openpyxl.styles import Color, Font, PatternFill
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


def narrow_column(terug: Terug, opgave: Opgave) -> None:
    cell = terug.at(regel(opgave), "t+1")
    cell.parent.column_dimensions[cell.column_letter].width = 0.1


def flat_row(terug: Terug, opgave: Opgave) -> None:
    sheet, row = terug.rows[regel(opgave)]
    terug[sheet].row_dimensions[row].height = 0.1


def hide_locked_column(terug: Terug, opgave: Opgave) -> None:
    cell = terug.at(regel(opgave), "sleutel")
    cell.parent.column_dimensions[cell.column_letter].hidden = True


def hide_number(terug: Terug, opgave: Opgave) -> None:
    terug.at(regel(opgave), "t").number_format = ";;;"


def write_with(**font: Any) -> Callable[[Terug, Opgave], None]:
    """Write an amount in another font."""

    def doe(terug: Terug, opgave: Opgave) -> None:
        terug.at(regel(opgave), "t").font = Font(**font)

    return doe


def white_on_white(terug: Terug, opgave: Opgave) -> None:
    write_with(color="FFFFFFFF")(terug, opgave)
    terug.at(regel(opgave), "t").fill = PatternFill(None)


def white_on_navy(terug: Terug, opgave: Opgave) -> None:
    write_with(color="FFFFFFFF")(terug, opgave)
    terug.at(regel(opgave), "t").fill = PatternFill("solid", fgColor="FF1F3864")


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
    Geval("kolom zonder breedte", narrow_column, {"lees-kolommen-verborgen": 1}),
    Geval("rij zonder hoogte", flat_row, {"lees-rijen-verborgen": 1}),
    Geval("vaste kolom verborgen", hide_locked_column, {}),
    Geval("opmaak die niets laat zien", hide_number, {"lees-inhoud-verborgen": 1}),
    Geval("wit op wit", white_on_white, {"lees-inhoud-verborgen": 1}),
    Geval("wit op geel", write_with(color="FFFFFFFF"), {"lees-inhoud-verborgen": 1}),
    Geval("wit van het thema", write_with(color=Color(theme=0)), {"lees-inhoud-verborgen": 1}),
    Geval("bijna wit van het thema", write_with(color=Color(theme=1, tint=0.95)), {"lees-inhoud-verborgen": 1}),
    Geval("wit uit de lijst", write_with(color=Color(indexed=1)), {"lees-inhoud-verborgen": 1}),
    Geval("te klein om te lezen", write_with(sz=1), {"lees-inhoud-verborgen": 1}),
    Geval("wit op donker", white_on_navy, {}),
    Geval("rood", write_with(color="FFC00000"), {}),
    Geval("zwart van het thema", write_with(color=Color(theme=1)), {}),
    Geval("cellen samengevoegd", merge, {"lees-samengevoegd": 1, "inhoud-cellen-ontbreken": 1}, 3),
    Geval("rij op een ander blad", paste_elsewhere, {"lees-rij-elders": 1}),
)
