"""What was typed is what is read, whoever saved it and whatever it was pasted into; files that say nothing are told."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from contract.hostile import bomb
from hypothesis import HealthCheck, given, settings
from returns.rondes import ingevuld, ronde, seeds
from returns.teruggestuurd import Terug, gestuurd
from returns.volledig import vraag

from model.cli.main import main
from model.io.excel.book import Cell, position
from model.io.excel.own import read_own
from model.io.excel.recalculate import recalculated
from model.io.returns import reading
from model.io.returns.reading import Inzending, read_return
from model.io.returns.round_reader import read_ronde
from model.io.returns.sheets import SAMEN
from model.io.shipped import shipped_ronde
from model.returns.basis import basis_van, versie
from model.returns.opgave import Opgave
from model.returns.ronde import Elders


def codes(read: Inzending) -> set[str]:
    return {each.code for each in read.bevindingen}


def same(read: Inzending, opgave: Opgave) -> bool:
    found = read.opgave
    return found is not None and (found.regels, found.posten, found.aftekening) == (
        opgave.regels,
        opgave.posten,
        opgave.aftekening,
    )


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))


@settings(deadline=None, max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seeds)
def test_what_is_typed_is_read(tmp_path: Path, seed: int) -> None:
    found = ronde(seed, 1, 1)
    opgave = ingevuld(basis_van(found, "dep-1"), seed)
    language = "en" if seed % 2 else "nl"
    sent = gestuurd(found, "dep-1", tmp_path / "gestuurd.xlsx", language)
    read = read_return(Terug(sent).fill(opgave, language).save(tmp_path / "terug.xlsx"))
    assert same(read, opgave)
    assert not {code for code in codes(read) if code.startswith("lees-")}


def test_figures_of_several_rows_together_are_no_table_of_rows(tmp_path: Path) -> None:
    found = read_ronde(shipped_ronde())
    sent = gestuurd(found, "fictief-india", tmp_path / "gestuurd.xlsx")
    assert SAMEN in Terug(sent).book.sheetnames
    assert not {code for code in codes(read_return(sent, found)) if code.startswith("lees-")}


def test_libreoffice_saves_the_same(tmp_path: Path) -> None:
    found, opgave = vraag()
    terug = Terug(gestuurd(found, "dep-1", tmp_path / "gestuurd.xlsx")).fill(opgave).save(tmp_path / "terug.xlsx")
    read = read_return(recalculated(terug, tmp_path / "uit"), found)
    assert same(read, opgave)
    assert not read.bevindingen


def test_sorted_and_pasted_into_a_new_file(tmp_path: Path) -> None:
    found, opgave = vraag()
    sent = Terug(gestuurd(found, "dep-1", tmp_path / "gestuurd.xlsx")).fill(opgave)
    new = openpyxl.Workbook()
    for number, name in enumerate(("Voortgang", "Posten", "Begroting", "Beleidstrajecten", "ICT-activiteiten")):
        rows = [[cell.value for cell in row] for row in sent[name].iter_rows()]
        head = rows[:5] if name != "Voortgang" else rows
        target = new.create_sheet(f"Blad {number}")
        for row in [*head, *(rows[5:][::-1] if name != "Voortgang" else [])]:
            target.append([None if str(value).startswith("=") else value for value in row])
    new.save(tmp_path / "nieuw.xlsx")
    read = read_return(tmp_path / "nieuw.xlsx", found)
    assert not read.geweigerd
    assert read.opgave is not None
    assert read.opgave.regels == opgave.regels
    assert {"lees-verborgen-weg", "lees-blad-hernoemd"} <= codes(read)
    assert codes(read_return(tmp_path / "nieuw.xlsx")) == {"lees-zonder-basis"}


def test_which_return_it_is(tmp_path: Path) -> None:
    found, opgave = vraag()
    sent = gestuurd(found, "dep-1", tmp_path / "gestuurd.xlsx")
    other = ronde(1, 3, jaar=2026)
    refused = read_return(sent, other)
    assert codes(refused) == {"lees-andere-ronde"}
    assert "dep-2" not in refused.bevindingen[0].zin("nl"), "not every department is named"
    newer = vraag()[0]
    object.__setattr__(newer, "posten", {**newer.posten, "dep-1": newer.posten["dep-1"][1:]})
    assert "lees-basis-verouderd" in codes(read_return(Terug(sent).fill(opgave).save(tmp_path / "t.xlsx"), newer))
    book = openpyxl.Workbook()
    book.active["A1"] = "boodschappen"
    book.save(tmp_path / "leeg.xlsx")
    assert codes(read_return(tmp_path / "leeg.xlsx", found)) == {"lees-geen-opgave"}
    terug = Terug(sent)
    terug.book.custom_doc_props["Dekking uitvraag"].value = "2|FICTIEF 2027|dep-2|0123456789ab"
    assert "lees-kenmerk-tegenstrijdig" in codes(read_return(terug.save(tmp_path / "anders.xlsx")))


def test_the_hidden_sheet_edited(tmp_path: Path) -> None:
    found, opgave = vraag()
    terug = Terug(gestuurd(found, "dep-1", tmp_path / "gestuurd.xlsx")).fill(opgave)
    next(row for row in terug["_dekking"].iter_rows() if row[0].value == "regel")[2].value = "123456.0"
    path = terug.save(tmp_path / "terug.xlsx")
    assert codes(read_return(path)) == {"lees-zonder-basis"}
    read = read_return(path, found)
    assert codes(read) == {"lees-verborgen-gewijzigd"}
    assert same(read, opgave)


def test_the_version_changed_everywhere(tmp_path: Path) -> None:
    found, opgave = vraag()
    terug = Terug(gestuurd(found, "dep-1", tmp_path / "gestuurd.xlsx")).fill(opgave)
    now = versie(found, "dep-1")
    cells = [cell for sheet in terug.book for row in sheet.iter_rows() for cell in row if now in str(cell.value)]
    for cell in cells:
        cell.value = cell.value.replace(now, "0123456789ab")
    terug.book.custom_doc_props["Dekking uitvraag"].value = next(cell.value for cell in cells if "|" in cell.value)
    [told] = read_return(terug.save(tmp_path / "terug.xlsx"), found).bevindingen
    assert told.code == "lees-basis-onbekend"


@pytest.mark.parametrize(
    ("name", "asked"),
    [("dep-2.xlsx", True), ("FICTIEF departement 2 v3.xlsx", True), ("dep-1.xlsx", False), ("terug.xlsx", False),
     ("dep-1 en dep-2.xlsx", False), ("dep-20.xlsx", False)],
)  # fmt: skip
def test_a_file_named_after_another_department(name: str, asked: bool, tmp_path: Path) -> None:  # noqa: FBT001
    found, opgave = vraag()
    path = Terug(gestuurd(found, "dep-1", tmp_path / "gestuurd.xlsx")).fill(opgave).save(tmp_path / name)
    assert codes(read_return(path, found)) == {"lees-bestandsnaam"} if asked else not codes(read_return(path, found))


def test_other_overviews_are_as_the_folder_of_the_round_says(tmp_path: Path) -> None:
    found, opgave = vraag()
    asked = replace(found, jbr={"dep-1": (Elders("Hardware", "t", 80.0, "FICTIEF JBR"),)})
    path = Terug(gestuurd(found, "dep-1", tmp_path / "gestuurd.xlsx")).fill(opgave).save(tmp_path / "terug.xlsx")
    assert codes(read_return(path)) == set()
    [told] = {each.vindplaats.kolom: each for each in read_return(path, asked).bevindingen}.values()
    assert (told.code, told.vindplaats.blad) == ("inhoud-koppeling-onbekend", "Posten")


def test_a_formula_that_was_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found, opgave = vraag()
    terug = Terug(gestuurd(found, "dep-1", tmp_path / "gestuurd.xlsx")).fill(opgave)
    key = next(iter(opgave.regels)).tekst()
    terug.at(key, "t").value = "=1500+41"
    path = terug.save(tmp_path / "terug.xlsx")
    monkeypatch.setattr(reading, "worked_out", lambda *_: {})
    assert "lees-formule-zonder-waarde" in codes(read_return(path))
    book = read_own(path)
    sheet, at = terug.rows[key][0], position(terug.at(key, "t").coordinate)
    cells = book.sheet(sheet).cells  # type: ignore[union-attr]
    cells[at] = replace(cells[at], value=7.0)  # type: ignore[index]
    monkeypatch.setattr(reading, "worked_out", lambda *_: {(sheet, at): Cell(1541.0)})
    assert "lees-formule-verouderd" in codes(reading.read_book_of_return(book))


@pytest.mark.parametrize(
    ("formula", "stored", "code"),
    [("57000+568", 57568.0, ""), ("57000+568", 50000.0, "lees-formule-verouderd"), ("57000+568", None, ""),
     ("{0}+{1}", 11.0, "lees-formule-verouderd"), ("SUM({0}:{1})*2", 22.0, "lees-formule-verouderd"),
     ("ROUND(57568.2,0)", 50000.0, "")],
)  # fmt: skip
def test_what_is_stored_beside_a_plain_sum_is_what_it_comes_to(
    formula: str, stored: float | None, code: str, tmp_path: Path
) -> None:
    found, opgave = vraag()
    terug = Terug(gestuurd(found, "dep-1", tmp_path / "gestuurd.xlsx")).fill(opgave)
    key = next(iter(opgave.regels)).tekst()
    book = read_own(terug.save(tmp_path / "terug.xlsx"))
    sheet, at = book.sheet(terug.rows[key][0]), position(terug.at(key, "t").coordinate)
    others = [terug.at(key, kolom).coordinate for kolom in ("t+1", "t+2")]
    sheet.cells[at] = replace(sheet.cells[at], value=stored, formula=formula.format(*others))  # type: ignore[index, union-attr]
    told = [each for each in reading.read_book_of_return(book).bevindingen if each.code.startswith("lees-")]
    assert [each.code for each in told] == [code] * bool(code)
    assert [each.vindplaats.adres for each in told] == [terug.address(key, "t")] * bool(code)


def test_broken_files_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "bom.xlsx"
    path.write_bytes(bomb("xl/worksheets/sheet2.xml", b"<x>", b" " * 1_000_000, 800))
    read = read_return(path)
    assert read.geweigerd
    assert [issue.code for issue in read.issues] == ["werkmap-te-groot-uitgepakt"]


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found, opgave = vraag()
    terug = Terug(gestuurd(found, "dep-1", tmp_path / "gestuurd.xlsx")).fill(opgave)
    good = terug.save(tmp_path / "goed.xlsx")
    before = good.read_bytes()
    assert main(["uitvraag", "lees", str(good), "--out", str(tmp_path / "goed")]) == 0
    rows = table(tmp_path / "goed" / "opgaven.csv")
    assert len(rows) == len(opgave.regels) * 8
    key = next(iter(opgave.regels)).tekst()
    terug.put(key, "t", "circa 300")
    bad = terug.save(tmp_path / "fout.xlsx")
    assert main(["uitvraag", "lees", str(bad), "--out", str(tmp_path / "fout")]) == 1
    rest = table(tmp_path / "fout" / "opgaven.csv")
    assert [row["staat"] for row, was in zip(rest, rows, strict=True) if row != was] == ["ontbreekt"]
    [row] = table(tmp_path / "fout" / "bevindingen.csv")
    assert (row["code"], f"{row['blad']}!{row['cel']}") == ("lees-tekst", terug.address(key, "t"))
    sheet = openpyxl.load_workbook(tmp_path / "fout" / "fout-bevindingen.xlsx").active
    assert [cell.value for cell in sheet[5]][1:4] == ["fout", "Begroting", terug.at(key, "t").coordinate]
    assert all(cell.data_type != "f" and cell.hyperlink is None for line in sheet.iter_rows() for cell in line)
    assert main(["uitvraag", "lees", str(good), str(good)]) == 2
    assert good.read_bytes() == before
    assert "lees" not in capsys.readouterr().err
    del terug.book["Begroting"]
    assert main(["uitvraag", "lees", str(terug.save(tmp_path / "half.xlsx"))]) == 2
    _two_directorates(good, bad, tmp_path / "samen", capsys)


def _two_directorates(good: Path, bad: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Read two returns of one department: each has its findings, and their figures wait until they are merged."""
    assert main(["uitvraag", "lees", str(good), str(bad), "--out", str(out)]) == 1
    assert "dep-1: meer dan één opgave, niet in opgaven.csv" in capsys.readouterr().out
    assert {path.name for path in out.glob("*.xlsx")} == {"goed-bevindingen.xlsx", "fout-bevindingen.xlsx"}
    assert table(out / "opgaven.csv") == []
    assert [row["bestand"] for row in table(out / "bevindingen.csv")] == ["fout.xlsx"]
