"""`dekking verify` and `dekking diff`: what they find, what they say, and with which exit code they end."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from excel.gedeeld import shared
from excel.moving import insert_columns
from excel.small import small
from excel.spots import spots_of
from excel.workbooks import read, recalculations, written

from model.cli.main import main
from model.engine import run_plan
from model.errors import InputError
from model.io.excel.draft import BEREKENING, INVOER, KERNCIJFERS, Draft
from model.io.excel.inputs import inputs_of
from model.io.excel.layout import key_of
from model.io.excel.workbook import workbook_of
from model.io.excel.writer import FastWorksheet

pytestmark = pytest.mark.usefixtures("_read_here")

# Codes that the cases below give.
TRIGGERED = (
    "aandelen-som",
    "libreoffice-ontbreekt",
    "waarde-fout",
    "waarde-leeg",
    "werkmap-kolom-ontbreekt",
    "werkmap-niet-van-ons",
    "werkmap-rij-dubbel",
    "werkmap-rij-ontbreekt",
)

Change = Callable[[openpyxl.Workbook, "Places"], None]
POST = ("bedrag", "beheer", "kostenpost", "", "GDI")
RATES = ("rekenwaarde", "bouw", "vernieuwing", "", "NDS")


class Places:
    """Where cells of the small workbook stand, by key and column."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft

    def at(self, page: str, key: tuple[str, ...], column: int | str) -> tuple[int, int]:
        return next(at for spot, at, _ in spots_of(self.draft.pages[page]) if spot == (key, column))


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> tuple[Draft, Path]:
    folder = tmp_path_factory.mktemp("klein")
    draft = workbook_of(small(folder))
    return draft, written(draft, folder / "klein.xlsx", FastWorksheet)


def changed(workbook: tuple[Draft, Path], target: Path, *changes: Change) -> Path:
    draft, path = workbook
    book = openpyxl.load_workbook(path)
    for change in changes:
        change(book, Places(draft))
    book.save(target)
    return target


def put(page: str, key: tuple[str, ...], column: int | str, value: Any) -> Change:
    def change(book: openpyxl.Workbook, places: Places) -> None:
        book[page].cell(*places.at(page, key, column)).value = value

    return change


def delete_row(book: openpyxl.Workbook, places: Places) -> None:
    book[INVOER].delete_rows(places.draft.invoer(*RATES))


def repeat_row(book: openpyxl.Workbook, places: Places) -> None:
    sheet, row = book[INVOER], places.draft.invoer(*POST)
    for cell in list(sheet[row]):
        sheet.cell(sheet.max_row if cell.column > 1 else sheet.max_row + 1, cell.column).value = cell.value


def rename_year(book: openpyxl.Workbook, places: Places) -> None:  # noqa: ARG001
    for row in book[INVOER].iter_rows():
        for cell in row:
            if cell.value == 2027:
                cell.value = "later"


WRONG_INPUTS: dict[str, tuple[Change, str, str]] = {
    "tekst": (put(INVOER, POST, 2026, "12,5"), "waarde-fout", "gevonden de tekst '12,5'; verwacht een getal"),
    "negatief": (put(INVOER, POST, 2026, -1), "waarde-fout", "gevonden -1"),
    "leeg": (put(INVOER, POST, 2027, None), "waarde-leeg", "lege cel"),
    "half jaar": (put(INVOER, RATES, "levensduur", 2.5), "waarde-fout", "een geheel getal van ten minste 1"),
    "foutwaarde": (put(INVOER, RATES, "kostenfactor", "=1/0"), "waarde-fout", "#DIV/0!"),
    "sleutel": (
        put(INVOER, ("kostenpost", "beheer", "beheer", "", "GDI"), "sleutel", "samn"),
        "waarde-fout", "bedoeld is misschien samen",
    ),
    "aandelen": (put(INVOER, ("aandeel", "samen", "", "rijk", ""), "constante", 0.7), "aandelen-som", "1,1"),
    "ja": (put(INVOER, key_of("telt-mee", "gevraagd"), "constante", "misschien"), "waarde-fout", "een van ja, nee"),
    "rij weg": (delete_row, "werkmap-rij-ontbreekt", "rekenwaarde bouw"),
    "rij dubbel": (repeat_row, "werkmap-rij-dubbel", "bedrag beheer"),
    "kolom weg": (rename_year, "werkmap-kolom-ontbreekt", "2027"),
}  # fmt: skip


def sabotage(book: openpyxl.Workbook, places: Places) -> None:
    """Change a formula, put a constant over another, and change an input, moving rows and sheets out of the way."""
    book[INVOER].cell(*places.at(INVOER, POST, 2026)).value = 123
    sheet = book[BEREKENING]
    cell = sheet.cell(*places.at(BEREKENING, ("prijsfactor", "beheer", "beheer", "", "GDI"), 2026))
    cell.value = f"{cell.value}*1.01"
    sheet.cell(*places.at(BEREKENING, key_of("deflator"), 2027)).value = 1.02
    book[KERNCIJFERS].title = "Cijfers van ons"


def with_parameter(book: openpyxl.Workbook, places: Places) -> None:
    """Let a rate be that of a parameter, by a formula."""
    rate = book[INVOER].cell(*places.at(INVOER, RATES, "beheerratio"))
    parameter = book[INVOER].cell(*places.at(INVOER, key_of("parameter", "discontovoet"), "constante"))
    rate.value = f"={parameter.coordinate}"


def swap_rows(book: openpyxl.Workbook, places: Places) -> None:
    row, sheet = places.draft.invoer(*POST), book[INVOER]
    for one, other in zip(sheet[row], sheet[row + 1], strict=True):
        one.value, other.value = other.value, one.value


def insert_column(book: openpyxl.Workbook, places: Places) -> None:
    insert_columns(book, BEREKENING, places.at(BEREKENING, key_of("deflator"), 2027)[1])


CHANGES: dict[str, tuple[Change, ...]] = {
    **{name: (change,) for name, (change, _, _) in WRONG_INPUTS.items()},
    "gesaboteerd": (sabotage,),
    "verwisseld": (swap_rows,),
    "ingevoegd": (insert_column,),
    "een": (with_parameter, put(INVOER, key_of("parameter", "discontovoet"), "constante", 0.15)),
    "ander": (with_parameter, put(INVOER, key_of("parameter", "discontovoet"), "constante", 0.2)),
}


@pytest.fixture(scope="module")
def computed(workbook: tuple[Draft, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Path]:
    """Return workbooks, and what LibreOffice computes of them in one go."""

    def make() -> dict[Path, Path]:
        folder = tmp_path_factory.mktemp("gewijzigd")
        paths = [changed(workbook, folder / f"{name}.xlsx", *changes) for name, changes in CHANGES.items()]
        paths.append(written(workbook[0], folder / "oud.xlsx"))  # 0 is stored everywhere
        paths.append(written(workbook_of(workbook[0].result, "en"), folder / "small.xlsx", FastWorksheet))
        return dict(zip(paths, recalculations(paths, folder / "uit"), strict=True))

    return shared(tmp_path_factory, "klein-gewijzigd", make)


@pytest.fixture
def books(computed: dict[Path, Path], monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    """Return the workbooks by name; the commands need not have LibreOffice compute them again."""

    def recalculated(source: Path, folder: Path, *, seconds: float) -> Path:  # noqa: ARG001
        return Path(shutil.copy(computed[source], folder))

    for command in ("verify", "diff"):
        monkeypatch.setattr(f"model.cli.{command}.recalculated", recalculated)
    return {path.stem: path for path in computed}


@pytest.mark.parametrize("name", WRONG_INPUTS)
def test_wrong_inputs_are_said(books: dict[str, Path], computed: dict[Path, Path], name: str) -> None:
    _, code, said = WRONG_INPUTS[name]
    with pytest.raises(InputError) as error:
        inputs_of(read(computed[books[name]]))
    assert code in {issue.code for issue in error.value.issues}
    for issue in error.value.issues:
        assert issue.say("en").startswith(f"{name}.xlsx, ")
    assert said in str(error.value)


def test_text_for_a_number_is_not_computed_with(books: dict[str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(books["tekst"])]) == 2
    assert "tekst.xlsx, Invoer!" in capsys.readouterr().err


def test_wrong_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other, text = tmp_path / "ander.xlsx", tmp_path / "tekst.xlsx"
    openpyxl.Workbook().save(other)
    text.write_text("a,b\n", encoding="utf-8")
    for file in (other, text, tmp_path / "geen.xlsx"):
        assert main(["verify", str(file)]) == 2
        assert main(["diff", str(file), str(file)]) == 2
        assert file.name in capsys.readouterr().err


def test_verify_says_where_there_is_no_libreoffice(
    workbook: tuple[Draft, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("model.io.excel.recalculate.office", lambda: None)
    assert main(["verify", str(workbook[1])]) == 2
    assert "LibreOffice is niet gevonden" in capsys.readouterr().err


def test_verify_what_was_exported(workbook: tuple[Draft, Path], capsys: pytest.CaptureFixture[str]) -> None:
    """With LibreOffice itself."""
    assert main(["verify", str(workbook[1])]) == 0
    said = capsys.readouterr().out
    assert "(100 %)" in said
    assert said.endswith("geen verschillen\n")
    assert main(["diff", str(workbook[1]), str(workbook[1])]) == 0
    assert capsys.readouterr().out.endswith("geen verschillen\n")


def test_verify_finds_what_was_changed(books: dict[str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    path = books["gesaboteerd"]
    assert main(["verify", str(path)]) == 1
    said = capsys.readouterr().out
    assert "Vaste waarden waar een formule hoort: 1" in said
    assert "Formules die anders zijn dan bij de export: 1" in said
    assert "waarvan de eerste 20" in said
    assert "Beheer · 2026: gevonden" in said
    assert "zonder opgeslagen waarde" in said
    assert main(["verify", str(path), "--taal", "en"]) == 1
    assert "Constants where a formula belongs: 1" in capsys.readouterr().out


def test_verify_finds_a_stored_value_that_is_stale(
    workbook: tuple[Draft, Path], books: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    stale = books["oud"]
    assert main(["verify", str(stale)]) == 1
    said = capsys.readouterr().out
    assert "Opgeslagen waarden die niet zijn wat de formule geeft" in said
    assert "rekenmodel op deze invoer" not in said
    assert main(["diff", str(workbook[1]), str(stale)]) == 1
    said = capsys.readouterr().out
    assert "Invoer die verschilt" not in said
    assert "Formules die verschillen" not in said


def test_diff_says_what_differs(
    workbook: tuple[Draft, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With LibreOffice itself."""
    path = changed(workbook, tmp_path / "gesaboteerd.xlsx", sabotage)
    assert main(["diff", str(workbook[1]), str(path)]) == 1
    said = capsys.readouterr().out
    assert "herberekend in LibreOffice" in said
    assert "Invoer die verschilt: 1" in said
    assert "Beheer: 2026: 100 → 123" in said
    assert "Formules die verschillen: 2" in said
    assert "uitkomsten die daardoor verschillen" in said
    assert "terwijl alles waar zij op rusten gelijk is" not in said


def test_diff_finds_a_result_that_nothing_explains(
    workbook: tuple[Draft, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = workbook_of(small(tmp_path))
    row = draft.pages[KERNCIJFERS].rows[draft.pages[KERNCIJFERS].at("tekort")]
    assert row.span is not None
    row.span.values = [float(value or 0) + 5 for value in row.span.values]
    path = written(draft, tmp_path / "klein.xlsx", FastWorksheet)
    assert main(["diff", str(workbook[1]), str(path)]) == 1
    said = capsys.readouterr().out
    assert "terwijl alles waar zij op rusten gelijk is: 1" in said
    assert "Invoer die verschilt" not in said


def test_diff_follows_formulas_among_the_inputs(
    books: dict[str, Path], computed: dict[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", *(str(computed[books[name]]) for name in ("een", "ander"))]) == 1
    said = capsys.readouterr().out
    assert "Invoer die verschilt: 1\n" in said
    assert "uitkomsten die daardoor verschillen" in said
    assert "terwijl alles waar zij op rusten gelijk is" not in said


def test_diff_tells_of_what_moved(
    workbook: tuple[Draft, Path], books: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    told = {"verwisseld": "Invoer: de rijen ", "ingevoegd": "(tussen 2026 en 2027); daardoor rekenen"}
    for name, words in told.items():
        assert main(["diff", str(workbook[1]), str(books[name])]) == 1
        said = capsys.readouterr().out
        assert "Verplaatst of ingevoegd: 1" in said
        assert words in said
        for no in ("terwijl alles waar zij op rusten gelijk is", "#formule", "Formules die verschillen"):
            assert no not in said


def test_diff_of_two_languages_is_none(
    workbook: tuple[Draft, Path], books: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    english = books["small"]
    assert main(["diff", str(workbook[1]), str(english)]) == 0
    assert capsys.readouterr().out.endswith("geen verschillen\n")
    assert main(["verify", str(english)]) == 0


def test_diff_of_other_rows_and_years(
    workbook: tuple[Draft, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    result = small(tmp_path)
    posts = {ident: post for ident, post in result.plan.posts.items() if ident != "beheer"}
    fewer = run_plan(replace(result.plan, posts=posts), result.scenario)
    path = written(workbook_of(fewer), tmp_path / "minder.xlsx", FastWorksheet)
    assert main(["diff", str(workbook[1]), str(path)]) == 1
    said = capsys.readouterr().out
    assert "Regels alleen in klein.xlsx" in said
    assert "Invoer!" in said
