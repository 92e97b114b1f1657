"""Budget tables in workbooks: places as Blad!F23, indentation, percentages, formulas, hidden sheets."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest
import xlsxwriter

from model.cli.main import main

Printed = pytest.CaptureFixture[str]
Cells = list[list[object]]

PAGE: Cells = [
    ["Budgettaire gevolgen van beleid artikel 6 (bedragen x € 1.000)"],
    ["Ontwerpbegroting 2025"],
    ["", 2024, 2025, 2026],
    ["Verplichtingen", 60, 70, 80],
    ["Uitgaven", 60, 70, 80],
    ["Stelsels", 40, 45, 50],
    ["Subsidies", 10, 15, 20],
    ["Opdrachten", 30, 30, 30],
    ["Toegang", 20, 25, "30"],
    ["Ontvangsten", 0, 0, 0],
]
DEPTHS = {6: 1, 7: 2, 8: 2, 9: 1}


def book(path: Path, sheets: dict[str, Cells], depths: dict[int, int] | None = None, hidden: str = "") -> Path:
    """Write a workbook; `depths` are the indents of names by row, `hidden` a sheet that does not show."""
    with xlsxwriter.Workbook(str(path)) as workbook:
        for name, cells in sheets.items():
            sheet = workbook.add_worksheet(name)
            for row, values in enumerate(cells, start=1):
                for column, value in enumerate(values):
                    depth = (depths or {}).get(row, 0) if column == 0 else 0
                    sheet.write(row - 1, column, value, workbook.add_format({"indent": depth}))
            if name == hidden:
                sheet.hide()
    return path


def series(folder: Path) -> dict[tuple[str, str], tuple[float, str]]:
    with (folder / "dekkingsreeksen.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return {(r["dekkingsbron"], r["jaar"]): (float(r["bedrag"]), r["toelichting"]) for r in rows}


def test_levels_by_indent_and_places_by_cell(tmp_path: Path, capsys: Printed) -> None:
    path, out = book(tmp_path / "tabel.xlsx", {"Tabel": PAGE}, DEPTHS), tmp_path / "uit"
    assert main(["import-begroting", str(path), "--hoofdstuk", "VII", "--out", str(out)]) == 0, capsys.readouterr().err
    found = series(out)
    assert found["vii-6-toegang", "2026"] == (30.0, "Tabel!D9")
    assert found["vii-6-stelsels-subsidies", "2025"] == (15.0, "Tabel!C7")
    assert len(found) == 9
    assert "1 cel was tekst en is als getal gelezen" in capsys.readouterr().out


def test_doubtful_cells_have_an_address(tmp_path: Path, capsys: Printed) -> None:
    cells = [list(row) for row in PAGE]
    cells[8][2] = "PM"
    path = book(tmp_path / "tabel.xlsx", {"Tabel": cells}, DEPTHS)
    assert main(["import-begroting", str(path), "--hoofdstuk", "VII"]) == 2
    assert "tabel.xlsx, Tabel!C9: gevonden 'PM'" in capsys.readouterr().err


def test_a_percentage_is_no_money(tmp_path: Path, capsys: Printed) -> None:
    path, out = tmp_path / "tabel.xlsx", tmp_path / "uit"
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet("Tabel")
        percent = workbook.add_format({"num_format": "0%"})
        for row, values in enumerate([*PAGE[:5], ["waarvan juridisch verplicht"], *PAGE[5:]]):
            for column, value in enumerate(values):
                sheet.write(row, column, value)
        sheet.write(5, 2, 0.93, percent)
    assert main(["import-begroting", str(path), "--hoofdstuk", "VII", "--out", str(out)]) == 0, capsys.readouterr().err
    assert "juridisch verplichte deel: geen geld: Tabel!rij 6" in capsys.readouterr().out


def test_formulas_count_by_their_stored_value_or_are_refused(tmp_path: Path, capsys: Printed) -> None:
    path = tmp_path / "tabel.xlsx"
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet("Tabel")
        for row, values in enumerate(PAGE):
            for column, value in enumerate(values):
                sheet.write(row, column, value)
        sheet.write_formula("C5", "=C6+C9", None, 70)
    assert main(["import-begroting", str(path), "--hoofdstuk", "VII"]) == 0, capsys.readouterr().err
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet("Tabel")
        for row, values in enumerate(PAGE):
            for column, value in enumerate(values):
                sheet.write(row, column, value)
        sheet.write_formula("C5", "=C6+C9", None, "")
    assert main(["import-begroting", str(path), "--hoofdstuk", "VII"]) == 2
    assert "Tabel!C5" in capsys.readouterr().err


def test_hidden_sheets_are_said_and_sheets_chosen(tmp_path: Path, capsys: Printed) -> None:
    sheets: dict[str, Cells] = {"Lees mij": [["uitleg"]], "Tabel": PAGE, "Oud": PAGE}
    path = book(tmp_path / "tabel.xlsx", sheets, hidden="Oud")
    assert main(["import-begroting", str(path), "--hoofdstuk", "VII"]) == 0, capsys.readouterr().err
    printed = capsys.readouterr().out
    assert "verborgen bladen niet gelezen: Oud" in printed
    assert "blad Lees mij: geen tabel met bedragen" in printed
    assert main(["import-begroting", str(path), "--hoofdstuk", "VII", "--blad", "Oud"]) == 0
    assert main(["import-begroting", str(path), "--hoofdstuk", "VII", "--blad", "Nieuw"]) == 2
    assert "--blad 'Nieuw' komt niet voor" in capsys.readouterr().err


def test_one_article_on_two_sheets_would_count_twice(tmp_path: Path, capsys: Printed) -> None:
    path = book(tmp_path / "tabel.xlsx", {"Een": PAGE, "Twee": PAGE})
    assert main(["import-begroting", str(path), "--hoofdstuk", "VII", "--out", str(tmp_path / "uit")]) == 2
    assert "staat in meer dan een tabel" in capsys.readouterr().err


def test_a_pipe_is_refused_not_waited_for(tmp_path: Path, capsys: Printed) -> None:
    path = tmp_path / "tabel.csv"
    os.mkfifo(path)
    assert main(["import-begroting", str(path)]) == 2
    assert "geen gewoon bestand" in capsys.readouterr().err


def test_numbers_shown_with_a_euro_sign_have_no_unit_yet(tmp_path: Path, capsys: Printed) -> None:
    path = tmp_path / "tabel.xlsx"
    heads = ["Begrotingsjaar", "Begroting", "Begrotingsfase", "Artikelnummer", "V/U/O", "Bedrag t"]
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet, euro = workbook.add_worksheet("Tabel"), workbook.add_format({"num_format": "€ #,##0"})
        sheet.write_row(0, 0, heads)
        sheet.write_row(1, 0, [2025, "VII", "OWB", 6, "U"])
        sheet.write(1, 5, 300_000, euro)
    assert main(["import-begroting", str(path)]) == 2
    assert "Tabel!F2 '€ 300000'" in capsys.readouterr().err
    assert main(["import-begroting", str(path), "--eenheid", "euro"]) == 0


def test_a_percentage_below_amounts_is_asked_about(tmp_path: Path, capsys: Printed) -> None:
    path = tmp_path / "tabel.xlsx"
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet, percent = workbook.add_worksheet("Tabel"), workbook.add_format({"num_format": "0%"})
        for row, values in enumerate(PAGE):
            sheet.write_row(row, 0, values)
        sheet.write(6, 2, 0.5, percent)
    assert main(["import-begroting", str(path), "--hoofdstuk", "VII"]) == 2
    assert "Tabel!C7: gevonden '50%'" in capsys.readouterr().err
