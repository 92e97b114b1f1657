"""What people read about their mistakes: plain Dutch or English, with numbers and values as they write them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from contract.mutilating import HERE

from model.cli.main import main
from model.errors import InputError, figure, known, shown
from model.io.dataset import read_dataset
from model.issues import ISSUES

Printed = pytest.CaptureFixture[str]


def complaint(body: str, folder: Path, printed: Printed, language: str = "nl") -> str:
    path = folder / "scenario.toml"
    path.write_text(f'naam = "x"\n{body}\n', encoding="utf-8")
    assert main(["run", str(path), "--data", str(HERE / "dataset"), "--taal", language]) == 2
    return printed.readouterr().err


MEASURE = "[[maatregel]]\nsoort = 'kasschuif'\ndekkingsbron = 'begroting'\n"


@pytest.mark.parametrize(
    ("body", "nl", "en"),
    [
        ('telt_mee = ["gevraagt"]', 'gevonden ["gevraagt"]', 'found ["gevraagt"]'),
        ('telt_mee = ["gevraagt"]', "bedoeld is misschien gevraagd", "did you mean gevraagd?"),
        ('telt_mee = ["x"]', "meer waarden als lijst", "several values as a list"),
        (MEASURE + "bedragen = {2027 = {a = true}}", "gevonden {a = true}", "found {a = true}"),
        (MEASURE + "bedragen = {2027 = -1788300}", "tot ‒ 1.788.300 (x € 1.000)", "to ‒ 1,788,300 (x € 1,000)"),
        (MEASURE + "bedragen = {2027 = 1.000.000}", "regel 5: ", "line 5: "),
        (MEASURE + "bedragen = {2027 = 1.000.000}", "'1.000.000' is geen getal", "'1.000.000' is not a number"),
        (MEASURE + "bedragen = {2027 = 1000,50}", "'1000,50' is geen getal", "'1000,50' is not a number"),
        (MEASURE + "bedragen = {2027 = 1 000}", "'1 000' is geen getal", "'1 000' is not a number"),
        (MEASURE + "bedragen {2027 = 4}", "het isgelijkteken", "an equals sign"),
    ],
)
def test_scenario(body: str, nl: str, en: str, tmp_path: Path, capsys: Printed) -> None:
    assert nl in complaint(body, tmp_path, capsys)
    assert en in complaint(body, tmp_path, capsys, "en")


def test_scenario_that_is_not_utf8(tmp_path: Path, capsys: Printed) -> None:
    path = tmp_path / "scenario.toml"
    path.write_bytes(b'naam = "caf\xe9"\n')
    assert main(["run", str(path)]) == 2
    assert "Kladblok" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["run", "structureeel"], "bedoeld is misschien structureel"),
        (["run", "xyz"], "herijking-toegang, herijking-toegang-lang"),
        (["run", "structureel", "structureel"], "twee keer genoemd"),
        (["run", "--prijzen", "reëel"], "'reëel'"),
        (["check", "--data", __file__], "dit is een bestand"),
    ],
)
def test_command(words: list[str], said: str, capsys: Printed) -> None:
    assert main(words) == 2
    assert said in capsys.readouterr().err


def test_issues_of_a_file_stand_in_order_of_row(tmp_path: Path) -> None:
    shutil.copytree(HERE / "dataset", tmp_path / "dataset")
    path = tmp_path / "dataset" / "kostenreeksen.csv"
    lines = path.read_text(encoding="utf-8").replace("jaar,", "jar,").splitlines()
    lines[2] = lines[2].replace("begroting-2024", "begroting-2042")
    lines[5] = lines[5].replace("400", "vierhonderd")
    path.write_text("\n".join([*lines, "nergens,2024,1,voorstel,,,x", "te,kort"]), encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read_dataset(tmp_path / "dataset")
    assert [issue.place.row for issue in raised.value.issues] == [1, 3, 6, 8, 9]


def test_amounts_that_may_be_a_thousand_times_too_small_give_one_notice(tmp_path: Path) -> None:
    shutil.copytree(HERE / "dataset", tmp_path / "dataset")
    assert read_dataset(tmp_path / "dataset").notices == ()
    path = tmp_path / "dataset" / "kostenreeksen.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace(",1100.5,", ",4.000,").replace(",500,", ",198.700,").replace(",600,", ",0.125,"), encoding="utf-8"
    )
    (notice,) = read_dataset(tmp_path / "dataset").notices
    assert notice.nl == (
        "kostenreeksen.csv, rij 3, kolom bedrag: 4.000 is gelezen als 4 (x € 1.000), dus € 4.000; bedoelt u 4000?"
        " (en nog 1 rij)"
    )
    assert notice.en.endswith("did you mean 4000? (and 1 more row)")


def test_values_in_sentences() -> None:
    assert shown("a\nb") == "'a�b'"
    assert shown(["a", 1, True, {"b": 2.5}]) == '["a", 1, true, {b = 2.5}]'
    assert figure(-250000.5).nl == "‒ 250.000,5"
    assert figure(1e7).en == "10,000,000"
    assert figure(1.00000001, precision=12).nl == "1,00000001"
    assert known(["aap", "aap-noot"], "aap-noo").en == "did you mean aap-noot or aap?"
    assert known([], "x").en == "there are none yet."


def test_what_may_be_a_question_ends_its_own_sentence() -> None:
    for code in (
        "kolom-onbekend",
        "verwijzing-onbekend",
        "index-onbekend",
        "sleutel-onbekend",
        "sleutel-is-vast",
        "soort-onbekend",
    ):
        assert "; {expected} " in ISSUES[code].en
        assert "; {expected}. " in ISSUES[code].nl
