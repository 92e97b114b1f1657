"""A returned workbook becomes the scenario that gives its result: what people change, and how programs save it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from excel.moving import insert_columns, insert_rows, rename
from excel.terugkomst import MOMENT, Edit, handed_out, put, small
from openpyxl import load_workbook

from model.cli.main import main
from model.errors import InputError
from model.io.excel.book import Cell
from model.io.excel.recalculate import recalculated
from model.io.excel.returned.changes import Change, Findings
from model.io.excel.returned.comparison import Comparison
from model.io.excel.returned.handed import handed_out as from_origin
from model.io.excel.returned.handed import read_text
from model.io.excel.returned.imported import Imported, imported
from model.io.excel.returned.located import located, made
from model.io.excel.returned.proof import prove
from model.io.excel.workbook import manuscript_of, workbook_of
from model.io.excel.writer import write_workbook
from model.io.fingerprint import fingerprint
from model.ledger import Plan
from model.measures.amounts import Mutatie
from model.measures.rules import ParameterWaarde
from model.scenario import Scenario, plan_of

pytestmark = pytest.mark.usefixtures("_read_here")

Printed = pytest.CaptureFixture[str]


def accepted(result: Imported) -> tuple[Scenario, Plan]:
    assert not result.findings.refused, [issue.say("nl") for issue in result.findings.refused]
    scenario = read_text(result.text, "terug.toml")
    return scenario, plan_of(small().draft.plan.baseline, scenario)


CHANGES: list[Edit] = [
    put(" 1.234,5 ", 2027, "bedrag", "portaal-vernieuwing"),
    put("€\u00a01.234.567", 2028, "bedrag", "portaal-vernieuwing"),
    put(0, 2026, "bedrag", "portaal-beheer"),
    put(1e-9, 2026, "bedrag", "register-beheer"),
    put(777, 2032, "bedrag", "europa"),
    put("‒ 0,015", "constante", "parameter", "index.vast"),
    put(0.04, 2027, "parameter", "index.prijs"),
    put(0.5, 2026, "parameter", "compensatie"),
    put(0.2, "beheerratio", "rekenwaarde", "portaal-vernieuwing"),
    put("Geen", "levensduur", "rekenwaarde", "portaal-vernieuwing"),
    put(3, "doorlooptijd", "rekenwaarde", "register-bouw"),
    put("12,5 %", "eindejaarsmarge", "dekkingsbron", "begroting"),
    put("derden", "sleutel", "kostenpost", "register-bouw"),
    put("provincies", "sleutel_beheer", "kostenpost", "portaal-vernieuwing"),
    put(0.5, "constante", "aandeel", "samen", "", "rijk"),
    put(0.5, "constante", "aandeel", "samen", "", "gemeenten"),
    put("JA", "constante", "telt-mee", "voorgesteld"),
    put("nee", "constante", "telt-mee", "vastgesteld"),
    put(2027, "constante", "scenario", "begrotingsjaar"),
]


def test_every_kind_of_change_is_in_the_plan() -> None:
    scenario, plan = accepted(small().back(*CHANGES))
    assert plan.amounts("kostenpost", "portaal-vernieuwing").tolist()[3:6] == [1234.5, 1234567.0, 0.0]
    assert plan.amounts("kostenpost", "portaal-beheer")[2] == 0
    assert plan.amounts("kostenpost", "register-beheer")[2] == 1e-9
    assert plan.amounts("dekkingsbron", "europa")[8] == 777
    assert plan.parameters["index.vast"].value == -0.015
    prijs, compensatie = plan.parameters["index.prijs"], plan.parameters["compensatie"]
    assert [prijs.row(year).waarde for year in range(2024, 2031)] == [0.02, 0.02, 0.02, 0.04, 0.03, 0.03, 0.03]
    assert [compensatie.row(year).waarde for year in (2026, 2027, 2030)] == [0.5, 0.9, 0.9]
    post, bouw = plan.posts["portaal-vernieuwing"], plan.posts["register-bouw"]
    assert (post.beheerratio, post.levensduur, post.sleutel_beheer) == (0.2, None, "provincies")
    assert (bouw.doorlooptijd, bouw.sleutel, bouw.sleutel_beheer) == (3, "derden", None)
    assert plan.sources["begroting"].eindejaarsmarge == 0.125
    assert plan.keys["samen"] == {"rijk": 0.5, "gemeenten": 0.5}
    assert scenario.counts == ("voorgesteld", "gevraagd")
    assert scenario.begrotingsjaar == 2027
    assert scenario.naam.endswith("(werkmap terug.xlsx)")
    assert all(step.measure is not None and step.measure.status == "voorstel" for step in scenario.steps[2:])


def test_nothing_changed_gives_the_scenario_that_was_exported(tmp_path: Path) -> None:
    for path in (small().path, recalculated(small().path, tmp_path)):
        result = imported(path, small().data)
        assert (result.changes, result.findings.noticed) == ((), [])
        scenario, plan = accepted(result)
        assert scenario.naam == small().draft.result.scenario.naam
        assert [step.measure for step in scenario.steps] == [s.measure for s in small().draft.result.scenario.steps]
        assert plan.horizon == small().draft.plan.horizon


def test_moved_renamed_hidden_and_saved_again(tmp_path: Path) -> None:
    book = load_workbook(small().path)
    for edit in CHANGES:
        edit(book)
    insert_rows(book, "Invoer", 24)
    insert_columns(book, "Invoer", 7, 2)
    insert_rows(book, "Berekening", 40, 3)
    rename(book, "Invoer", "Mijn 'invoer' 2027")
    rename(book, "Berekening", "B")
    book["B"].row_dimensions[50].hidden = True
    moved = tmp_path / "moved.xlsx"
    book.save(moved)
    plain = accepted(small().back(*CHANGES))[0]
    for path in (moved, recalculated(moved, tmp_path / "lo")):
        result = imported(path, small().data)
        assert len(result.changes) == len(CHANGES)
        scenario = accepted(result)[0]
        for one, other in zip(scenario.steps, plain.steps, strict=True):
            assert one.measure is not None
            assert other.measure is not None
            unnamed = {"naam": None, "toelichting": None}
            assert dataclasses.replace(one.measure, **unnamed) == dataclasses.replace(other.measure, **unnamed)


def test_amounts_become_one_mutatie_a_series_and_parameters_keep_earlier_years() -> None:
    edits = [put(5000 + year, year, "bedrag", "portaal-beheer") for year in range(2026, 2030)]
    scenario, _ = accepted(small().back(*edits, put(0.07, 2030, "parameter", "index.prijs")))
    parameter, amounts = (step.measure for step in scenario.steps[2:])
    assert isinstance(parameter, ParameterWaarde)
    assert isinstance(amounts, Mutatie)
    assert parameter.waarden is not None
    assert (parameter.waarden.by_year, parameter.eerder_behouden) == (((2030, 0.07), (2031, 0.03)), True)
    assert amounts.bedragen.years == (2026, 2027, 2028, 2029)
    assert amounts.naam == "Werkmap terug.xlsx: Portaal: beheer"


def test_a_stored_value_that_is_not_what_the_formula_gives_is_refused(tmp_path: Path) -> None:
    draft = workbook_of(small().draft.result, "nl", fingerprint(small().data), MOMENT.date())
    row, column = small().at("Invoer", "doorschuif", "rekenwaarde", "register-bouw")
    items = draft.page("Invoer").rows[row].items
    items[column] = dataclasses.replace(items[column], value=0.5, formula="0.25+0.5")
    write_workbook(manuscript_of(draft), tmp_path / "oud.xlsx", MOMENT)
    (issue,) = imported(tmp_path / "oud.xlsx", small().data).findings.refused
    assert issue.code == "terug-formule-verouderd"
    assert "de waarde 0,5 terwijl LibreOffice 0,75 uitrekent" in issue.say("nl")


def test_a_scenario_that_says_something_else_is_refused() -> None:
    draft, findings = small().draft, Findings("werkmap.xlsx")
    comparison = Comparison(draft, located(made(draft)), findings)
    comparison.run()
    key = next(key for key, _ in small().places.pages["Invoer"].at if key[:2] == ("bedrag", "portaal-beheer"))
    prove(draft, comparison, [Change(key, 2027, 4000.0, 4000.00001, "Invoer!G20", "Portaal", "k€")], findings)
    assert [issue.code for issue in findings.refused] == ["terug-weerspraak"]
    assert not findings.noticed


@pytest.mark.parametrize(
    ("fact", "value", "code", "words"),
    [
        ("", "", "terug-zonder-herkomst", "verborgen blad _dekking"),
        ("formaat", "9", "terug-andere-vorm", "vorm '9'"),
        ("vingerafdruk", "0123456789ab", "terug-andere-dataset", "terugkomst (0123456789ab), en Dekking gebruikt nu"),
        ("vingerafdruk", "", "terug-andere-dataset", "een werkmap zonder vingerafdruk"),
        ("scenario-tekst", "|naam = |", "terug-herkomst-beschadigd", "_dekking"),
        ("stukken", "1e9", "terug-herkomst-beschadigd", "_dekking"),
    ],
)
def test_a_workbook_of_which_the_origin_is_not_known_is_refused(fact: str, value: str, code: str, words: str) -> None:
    places = located(made(small().draft))
    page = places.pages["_dekking"]
    if fact:
        at = next(at for (key, column), at in page.at.items() if key[0] == fact and column == "constante")
        page.sheet.cells[at] = Cell(value)  # type: ignore[index]
    else:
        del places.pages["_dekking"]
    with pytest.raises(InputError) as caught:
        from_origin("werkmap.xlsx", places, small().data)
    assert [issue.code for issue in caught.value.issues] == [code]
    assert words in caught.value.issues[0].say("nl")


def test_a_workbook_of_the_dataset_itself_comes_back(tmp_path: Path) -> None:
    text = (small().data / "onder.toml").read_text("utf-8")
    (tmp_path / "engels.toml").write_text(text.partition("[[")[0], "utf-8")
    handed_out(small().data, tmp_path / "engels.toml", tmp_path / "en.xlsx", "en")
    result = imported(tmp_path / "en.xlsx", small().data)
    assert result.language == "en"
    assert accepted(result)[0].steps == ()


def test_the_command_prints_writes_and_refuses(tmp_path: Path, capsys: Printed) -> None:
    out = tmp_path / "uit.toml"
    with small().edited(put(5, 2027, "bedrag", "portaal-beheer")) as path:
        words = ["import", str(path), "--data", str(small().data)]
        assert main([*words, "--out", str(out)]) == 0
        printed = capsys.readouterr().out
        assert "Invoer!G20  Portaal: beheer  2027   4.000      5" in printed
        assert f"geschreven: {out}" in printed
        assert main([*words, "--out", str(out)]) == 2
        assert "bestaat al" in capsys.readouterr().err
        assert main([*words, "--taal", "en"]) == 0
        caught = capsys.readouterr()
        assert caught.out == out.read_text("utf-8")
        assert "Changed in terug.xlsx" in caught.err
    assert main(["run", str(out), "--data", str(small().data)]) == 0
    with small().edited(put(None, 2027, "bedrag", "portaal-beheer"), put("x", 2028, "bedrag", "europa")) as path:
        capsys.readouterr()
        assert main(["import", str(path), "--data", str(small().data)]) == 2
        caught = capsys.readouterr()
        assert caught.out == ""
        assert "2 fouten gevonden" in caught.err
        assert "Invoer!G20 · Portaal: beheer · 2027: deze cel is leeggemaakt" in caught.err
