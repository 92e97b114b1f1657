"""The results that a returned workbook stores are held against those of the scenario: whatever differs is told."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest
from excel.gedeeld import shared
from excel.terugkomst import handed_out, put, small
from excel.test_import_random import edits
from excel.workbooks import edited
from openpyxl import load_workbook
from willekeurig import maak

from model.errors import Issue
from model.io.excel.book import address
from model.io.excel.draft import Draft
from model.io.excel.recalculate import recalculated_all
from model.io.excel.returned.imported import imported

pytestmark = pytest.mark.usefixtures("_read_here")

VERNIEUWING = "bedrag", "portaal-vernieuwing"
TARIEF = "constante", "parameter", "index.vast"
SHIPPED = Path("data/basis"), Path("data/scenarios/binnen-bestaande-begroting.toml")


def at(page: str, column: str | int, *words: str) -> str:
    return address(small().at(page, column, *words))


def tampered(path: Path, target: Path, draft: Draft, name: str, values: Mapping[str, bytes]) -> Path:
    """Write a workbook with other results stored beside some formulas of a page."""
    part = f"xl/worksheets/sheet{list(draft.pages).index(name) + 1}.xml"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for each in old.namelist():
            raw = old.read(each)
            for place, value in values.items() if each == part else ():
                pattern = rb'(<c r="%b"[^>]*><f>[^<]*</f><v>)[^<]*' % place.encode()
                raw, count = re.subn(pattern, rb"\g<1>" + value, raw)
                assert count == 1, place
            new.writestr(each, raw)
    return target


def told(path: Path, data: Path | None = None) -> list[Issue]:
    """Return what is said of stored results."""
    result = imported(path, data or small().data, confirmed=True)
    assert not result.findings.refused, [issue.say("nl") for issue in result.findings.refused]
    return [issue for issue in result.findings.noticed if "uitkomst" in issue.code]


def typed(target: Path, *cells: tuple[float | str, str]) -> Path:
    """Change inputs of the small workbook in the file itself, so that it keeps the results of before."""
    return edited(small().path, target, small().draft, "Invoer", {place: value for value, place in cells})


def switch() -> str:
    return at("Invoer", "constante", "scenario", "prijzen")


def to_recalculate(folder: Path) -> list[Path]:
    """Write the small workbooks that are looked at as LibreOffice computes them."""
    amount = 5000, at("Invoer", 2027, *VERNIEUWING)
    texts = {
        "tekst": put("‒ 0,015", *TARIEF),
        "som": put("€ 1.234,5", 2027, "bedrag", "europa"),
        "procent": put("12,5 %", "beheerratio", "rekenwaarde", "portaal-vernieuwing"),
    }
    for name, edit in texts.items():
        with small().edited(edit) as path:
            shutil.copy(path, folder / f"{name}.xlsx")
    typed(folder / "bedrag.xlsx", amount)
    typed(folder / "prijzen.xlsx", ("lopend", switch()))
    typed(folder / "beide.xlsx", ("Lopend", switch()), amount)
    return sorted(folder.glob("*.xlsx"))


@pytest.fixture(scope="module")
def recomputed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the small workbooks that LibreOffice computed, by name."""

    def make() -> dict[str, Path]:
        folder = tmp_path_factory.mktemp("klein")
        return {path.stem: path for path in recalculated_all(to_recalculate(folder), folder / "lo")}

    return shared(tmp_path_factory, "kleine-herberekend", make)


def test_a_result_that_is_not_what_the_formula_gives_is_told(tmp_path: Path) -> None:
    place = at("Kerncijfers", 2028, "behoefte")
    path = tampered(small().path, tmp_path / "terug.xlsx", small().draft, "Kerncijfers", {place: b"1"})
    (issue,) = told(path)
    assert f"Kerncijfers!{place} · Behoefte · 2028: hier is 1 opgeslagen, en het scenario geeft 1" in issue.say("nl")
    assert issue.code == "terug-uitkomst-anders"
    path = typed(tmp_path / "invoer.xlsx", (5000, at("Invoer", 2030, *VERNIEUWING)))
    both = tampered(path, tmp_path / "beide.xlsx", small().draft, "Kerncijfers", {place: b"1"})
    assert [issue.code for issue in told(both)] == ["terug-uitkomsten-oud", "terug-uitkomst-anders"]


def test_many_of_them_are_counted(tmp_path: Path) -> None:
    draft = small().draft
    places = [at("Kerncijfers", year, name) for name in ("behoefte", "dekking", "tekort") for year in range(2026, 2032)]
    path = tampered(small().path, tmp_path / "x.xlsx", draft, "Kerncijfers", dict.fromkeys(places, b"987654.5"))
    issues = told(path)
    assert [issue.code for issue in issues] == ["terug-uitkomst-anders"] * 12 + ["terug-uitkomsten-anders"]
    assert "in nog 6 cellen is iets anders opgeslagen" in issues[-1].say("nl")
    assert f"Kerncijfers!{places[-1]}." in issues[-1].say("nl")


def test_results_of_before_the_change_are_told_once(recomputed: dict[str, Path], tmp_path: Path) -> None:
    path = typed(
        tmp_path / "terug.xlsx", (5000, at("Invoer", 2027, *VERNIEUWING)), ("9.999", at("Invoer", 2028, *VERNIEUWING))
    )
    (issue,) = told(path)
    assert issue.code == "terug-uitkomsten-oud"
    assert issue.place.path.startswith("Kerncijfers!")
    assert "staat nog de uitkomst van vóór de wijziging" in issue.say("nl")
    assert not told(recomputed["bedrag"])


def test_a_text_that_the_workbook_does_not_count_explains_its_errors(recomputed: dict[str, Path]) -> None:
    place = at("Invoer", *TARIEF)
    with small().edited(put("‒ 0,015", *TARIEF)) as path:
        assert told(path) == []
    issues = told(recomputed["tekst"])
    assert {issue.code for issue in issues} <= {"terug-uitkomsten-fout", "terug-uitkomsten-tekst"}
    said = issues[0].say("nl")
    assert "de werkmap zelf geeft in" in said
    assert (
        f"(#VALUE!); het scenario rekent met de invoer zoals die is gelezen. Oorzaak: in Invoer!{place} staat" in said
    )
    assert issues[0].place.path.startswith("Kerncijfers!")


def test_an_error_without_a_text(tmp_path: Path) -> None:
    draft, place = small().draft, at("Kerncijfers", 2028, "behoefte")
    part, error = f"xl/worksheets/sheet{list(draft.pages).index('Kerncijfers') + 1}.xml", b"#DIV/0!"
    path = tampered(small().path, tmp_path / "x.xlsx", draft, "Kerncijfers", {place: error})
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(tmp_path / "terug.xlsx", "w") as new:
        for each in old.namelist():
            start, kind = b'<c r="%b"' % place.encode(), b' t="e"'
            raw = old.read(each)
            new.writestr(each, raw.replace(start, start + kind) if each == part else raw)
    (issue,) = told(tmp_path / "terug.xlsx")
    said = "the workbook itself gives an error in 1 cell, from this one on (#DIV/0!)"
    assert said in issue.say("en")
    assert "look in that cell" in issue.say("en")


def test_a_text_that_is_only_left_out_of_sums_and_checks(recomputed: dict[str, Path]) -> None:
    (issue,) = told(recomputed["som"])
    assert issue.code == "terug-uitkomsten-tekst"
    assert issue.place.path.startswith("Controles!")
    assert "die de tekst in Invoer!G29 niet als getal meetelt; het scenario rekent" in issue.say("nl")
    assert told(recomputed["procent"]) == []


def test_a_text_in_a_workbook_that_was_not_recalculated_explains_nothing(tmp_path: Path) -> None:
    path = typed(tmp_path / "x.xlsx", ("5.000", at("Invoer", 2027, *VERNIEUWING)))
    cell = at("Kerncijfers", 2028, "behoefte")
    issues = told(tampered(path, tmp_path / "terug.xlsx", small().draft, "Kerncijfers", {cell: b"7"}))
    assert [issue.code for issue in issues] == ["terug-uitkomsten-oud", "terug-uitkomst-anders"]


def test_the_prices_of_resultaat_are_display(recomputed: dict[str, Path], tmp_path: Path) -> None:
    stale = typed(tmp_path / "oud.xlsx", ("lopend", switch()))
    assert [issue.code for issue in told(stale)] == ["terug-uitkomsten-oud"]
    assert told(recomputed["prijzen"]) == []
    assert told(recomputed["beide"]) == []


def cases() -> list[object]:
    return [pytest.param(None, id="meegeleverd"), *(pytest.param(seed, id=f"willekeurig {seed}") for seed in (3, 8))]


@pytest.mark.parametrize("seed", cases())
def test_nothing_is_said_of_results_that_are_right(seed: int | None, tmp_path: Path) -> None:
    data, scenario = SHIPPED
    if seed is not None:
        maak(seed, tmp_path)
        data, scenario = next(tmp_path.rglob("kostenposten.csv")).parent, max(tmp_path.rglob("*.toml"))
    path = tmp_path / "uit.xlsx"
    draft = handed_out(data, scenario, path)
    assert told(path, data) == []
    book = load_workbook(path)
    for (row, column), value in edits(draft, Random(seed or 0), 15).items():  # noqa: S311
        book["Invoer"].cell(row, column).value = value  # type: ignore[assignment]
    book.save(tmp_path / "terug.xlsx")
    for computed in recalculated_all([path, tmp_path / "terug.xlsx"], tmp_path / "lo"):
        found = told(computed, data)
        assert not found, [issue.say("nl") for issue in found]
