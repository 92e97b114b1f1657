"""Files of the open scenario and files that come back, without a browser."""

from __future__ import annotations

import base64
import io
import re
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from dash_app.app import create_app
from dash_app.bestanden import inhoud, veilig
from dash_app.context import Context, context_of
from dash_app.excel.cellen import rij
from dash_app.excel.meenemen import bestand, bestandsnaam
from dash_app.excel.tabellen import Als
from dash_app.excel.terug import Gelezen, gelezen, plat
from dash_app.excel.woorden import IN_DE_BROWSER
from dash_app.pages import excel
from dash_app.staat import begin
from dash_app.werk import Kaart, Werk
from model.errors import InputError
from model.io.excel.returned.changes import Change
from model.io.shipped import shipped_dataset, shipped_scenarios
from model.io.store.store import Store
from model.issues.returned import RETURNED
from model.result import RESULT_FILES
from model.text import LANGUAGES

NAAM = "structureel"


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    return context_of(shipped_dataset(), Store(tmp_path_factory.mktemp("opslag") / "s.sqlite"))


@pytest.fixture(scope="module")
def werk(context: Context) -> Werk:
    return context.meegeleverd[NAAM]


@pytest.fixture(scope="module")
def werkmap(context: Context, werk: Werk) -> bytes:
    return _bytes(bestand(context, werk, "werkmap", Als("nl")))


def _bytes(file: dict[str, Any]) -> bytes:
    return base64.b64decode(file["content"])


def _met(werkmap: bytes, change: Callable[[Any], None]) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(werkmap))
    change(book["Invoer"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _eerste(sheet: Any, least: float = 3000) -> Any:
    cells = (cell for row in sheet.iter_rows() for cell in row if not cell.protection.locked)
    return next(cell for cell in cells if isinstance(cell.value, int | float) and cell.value > least)


def _maal(factor: float) -> Callable[[Any], None]:
    def change(sheet: Any) -> None:
        cell = _eerste(sheet)
        cell.value = cell.value * factor

    return change


def test_files_are_named_after_the_scenario(context: Context, werk: Werk) -> None:
    assert bestand(context, werk, "scenario", Als("nl"))["filename"] == bestandsnaam(werk.naam) + ".toml"
    assert bestandsnaam("../Één plan: 10 %") == "een-plan-10"
    assert bestandsnaam("???") == "scenario"


def test_the_scenario_file_reads_back_as_the_same_work(context: Context, werk: Werk) -> None:
    raw = _bytes(bestand(context, werk, "scenario", Als("nl")))
    found = gelezen(context, werk, "plan.toml", raw)
    assert found.werk == werk
    assert [text.nl for text in found.verschillen] == ["niets: de inhoud is gelijk"]


@pytest.mark.parametrize(("als", "unit", "prices"), [
    (Als("nl"), "x € 1.000", "constante prijzen 2026"), (Als("en", "mln", "lopend"), "x € 1 mln", "current prices"),
])  # fmt: skip
def test_every_table_of_the_results_says_what_it_is(
    context: Context, werk: Werk, als: Als, unit: str, prices: str
) -> None:
    with zipfile.ZipFile(io.BytesIO(_bytes(bestand(context, werk, "resultaten", als)))) as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist()}
    data = {name for name in texts if "/" in name}
    assert {name.partition("/")[2] for name in data} == set(RESULT_FILES)
    for name, text in texts.items():
        assert werk.naam in text, name
        assert werk.kenmerk in text, name
        assert not re.search(r"\d[.,]\d{7,}", text), f"{name}: digits that say nothing"
    readable = texts.keys() - data
    assert len(readable) > 5
    assert all(unit in texts[name] and prices in texts[name] for name in readable)
    assert {"LEESMIJ.txt", "README.txt"} & readable


def test_what_cannot_be_worked_out_is_said(context: Context) -> None:
    broken = Werk({"naam": "Stuk"}, (Kaart("m1", {"soort": "mutatie"}),))
    for kind in ("werkmap", "scenario", "resultaten"):
        with pytest.raises(InputError) as error:
            bestand(context, broken, kind, Als("nl"))
        assert error.value.issues


def test_a_workbook_says_of_which_state_it_is(werk: Werk, werkmap: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(werkmap))
    assert book.custom_doc_props["kenmerk"].value == werk.kenmerk
    feet = {str(sheet.oddFooter.left.text) for sheet in book if sheet.sheet_state == "visible"}
    assert feet == {f"Dekking · {werk.naam} · kenmerk {werk.kenmerk}"}


def test_a_workbook_that_was_not_changed_is_said(context: Context, werk: Werk, werkmap: bytes) -> None:
    found = plat(gelezen(context, werk, "terug.xlsx", werkmap), "nl")
    assert (found["goed"], found["cellen"], found["geweigerd"]) == (True, [], [])
    assert found["gelijk"], "nothing to take over"
    other = plat(gelezen(context, context.meegeleverd["kasschuif"], "terug.xlsx", werkmap), "nl")
    assert not other["gelijk"]
    assert other["verschillen"], "taking it over opens another scenario"


def test_changes_are_told_cell_by_cell_and_can_be_taken_over(context: Context, werk: Werk, werkmap: bytes) -> None:
    found = gelezen(context, werk, "terug.xlsx", _met(werkmap, _maal(1.5)))
    shown = plat(found, "nl")
    [(cell, label, unit, column, was, now)] = shown["cellen"]
    assert cell.startswith("Invoer!")
    assert label
    assert re.fullmatch(r"x € 1\.000, prijzen \d{4}", unit)
    assert column.isdecimal()
    assert float(now.replace(".", "").replace(",", ".")) == 1.5 * float(was.replace(".", "").replace(",", "."))
    assert found.werk is not None
    assert context.uitkomst(found.werk).result is not None
    assert shown["merk"] != werk.merk


@pytest.mark.parametrize(("unit", "nl", "en"), [
    ("fractie per jaar, reëel", ("% per jaar, reëel", "2,25 %"), ("% per year, real", "2.25 %")),
    ("aandeel", ("%", "2,25 %"), ("%", "2.25 %")),
    ("factor", ("factor", "0,0225"), ("factor", "0.0225")),
])  # fmt: skip
def test_a_cell_is_told_in_its_unit_and_language(unit: str, nl: tuple[str, str], en: tuple[str, str]) -> None:
    change = Change(("parameter", "x", "", "", ""), "constante", 0.0225, 0.03, "Invoer!C1 · x", "x", unit)
    assert [tuple(rij(change, language)[at] for at in (2, 4)) for language in LANGUAGES] == [nl, en]


def test_a_doubt_about_units_is_refused_until_confirmed(context: Context, werk: Werk, werkmap: bytes) -> None:
    raw = _met(werkmap, _maal(1000))
    refused = plat(gelezen(context, werk, "terug.xlsx", raw), "nl")
    assert not refused["goed"]
    assert refused["eenheid"]
    assert "bevestig dat de eenheid klopt" in refused["geweigerd"][0][1]
    confirmed = plat(gelezen(context, werk, "terug.xlsx", raw, klopt=True), "en")
    assert confirmed["goed"]
    assert confirmed["eenheid"], "the box stays where it was ticked"


def test_what_is_wrong_has_its_place(context: Context, werk: Werk, werkmap: bytes) -> None:
    def change(sheet: Any) -> None:
        _eerste(sheet).value = "veel"

    [(where, sentence)] = plat(gelezen(context, werk, "terug.xlsx", _met(werkmap, change)), "nl")["geweigerd"]
    assert where.startswith("Invoer!")
    assert "'veel'" in sentence
    assert "verwacht" in sentence


@pytest.mark.parametrize(
    ("naam", "raw"),
    [
        ("leeg.xlsx", b""),
        ("kapot.xlsx", b"PK\x03\x04 x"),
        ("tekst.xlsx", b"hallo"),
        ("groot.xlsx", b"0" * (9 * 1024 * 1024)),
        ("plaatje.png", b"x"),
        ("zonder", b"x"),
        ("stuk.toml", b"naam = "),
        ("leeg.toml", b""),
        ("vreemd.toml", b'naam = "x"\nhorizon = [2024, 2035]\n[[maatregel]]\nsoort = "onzin"\n'),
        ("diep.toml", b"a = " + b"[" * 5000),
        ("bytes.toml", b"\xff\xfe\x00"),
        ("../../etc/passwd.toml", b'naam = "x"\nbasis = "../../../etc/passwd"\n'),
    ],
)
def test_whatever_comes_in_gives_sentences(context: Context, werk: Werk, naam: str, raw: bytes) -> None:
    for language in LANGUAGES:
        found = plat(gelezen(context, werk, naam, raw), language)
        assert not found["goed"]
        assert found["geweigerd"]
        for where, sentence in found["geweigerd"]:
            assert where
            assert len(sentence) > 20
            assert "/tmp" not in where + sentence  # noqa: S108


def test_a_scenario_file_on_a_shipped_basis_is_whole(context: Context, werk: Werk) -> None:
    based = next(path for path in shipped_scenarios() if "basis" in tomllib.loads(path.read_text("utf-8")))
    found = gelezen(context, werk, based.name, based.read_bytes())
    assert found.werk == context.meegeleverd[based.stem]


def test_names_of_files_are_made_safe() -> None:
    assert veilig("..\\..\\C:\\plan.XLSX") == "plan.xlsx"
    assert veilig("../../.toml") != ""
    assert "/" not in veilig("a/b/c.toml")
    assert veilig("plan<script>.xlsx") == "plan_script_.xlsx"
    with pytest.raises(ValueError, match="base64"):
        inhoud("data:x;base64,!!!")


def test_no_sentence_of_the_page_names_an_option_of_the_command_line(context: Context) -> None:
    for text in RETURNED.values():
        for language in LANGUAGES:
            assert not re.search(r"--|dekking [a-z]+", text.say(language)), text
    assert Gelezen("x", None).eenheid is False
    assert excel.layout(context, "nl") is not None
    assert all(text.nl and text.en for text in IN_DE_BROWSER.values())


def test_the_page_answers_with_files_and_sentences(context: Context) -> None:
    staat, _ = begin(context, "", "nl")
    client = create_app(context).server.test_client()
    client.get("/")
    headers = {"X-CSRFToken": client.get_cookie("_csrf_token").value}
    made = client.post("/werkmap", json={"doe": "maak", "staat": staat.json(), "soort": "scenario"}, headers=headers)
    assert made.get_json()["bestand"]["filename"].endswith(".toml")
    wrong = client.post("/werkmap", json={"doe": "maak", "staat": staat.json(), "soort": "onzin"}, headers=headers)
    assert wrong.status_code == 400
    assert Path(veilig("a.toml")).suffix == ".toml"
