"""`dekking uitvraag maak`: one workbook, or those of all departments; nothing overwritten, nothing misnamed."""

from __future__ import annotations

from pathlib import Path

import pytest
from excel.workbooks import read
from returns.rondes import ronde

from model.cli.main import main
from model.io.returns.round_writer import write_ronde
from model.io.returns.sheets import EIGENSCHAP, herkomst_uit

Printed = pytest.CaptureFixture[str]
TRIGGERED = {"uitvraag-departement-onbekend", "uitvraag-een-bestand", "uitvraag-naam-zonder-fictief"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_ronde(ronde(3, 2, 1, vorige=0.2), tmp_path / "ronde")
    return tmp_path / "ronde"


def maak(folder: Path, *words: str) -> int:
    return main(["uitvraag", "maak", "--ronde", str(folder), *words])


def test_all_departments(folder: Path, tmp_path: Path, capsys: Printed) -> None:
    out = tmp_path / "uit"
    assert maak(folder, "--out", str(out)) == 0
    names = ["FICTIEF-uitvraag-2027-dep-1.xlsx", "FICTIEF-uitvraag-2027-dep-2.xlsx"]
    assert sorted(path.name for path in out.iterdir()) == names
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 2
    assert all(line.startswith("geschreven: ") for line in said)
    before = (out / names[0]).read_bytes()
    assert maak(folder, "--out", str(out)) == 2
    assert "--force" in capsys.readouterr().err
    assert maak(folder, "--out", str(out), "--force") == 0
    assert (out / names[0]).read_bytes() == before


def test_one_department(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "FICTIEF-mijn-naam.xlsx"
    assert maak(folder, "--departement", "dep-2", "--out", str(path), "--taal", "en") == 0
    book = read(path)
    origin = herkomst_uit(book.properties[EIGENSCHAP])
    assert origin is not None
    assert (origin.departement, origin.ronde, origin.editie) == ("dep-2", "FICTIEF 2027", "2")
    assert [sheet.name for sheet in book.sheets][:3] == ["Leeswijzer", "Voortgang", "Posten"]
    leeswijzer = book.sheet("Leeswijzer")
    assert leeswijzer is not None
    assert str(leeswijzer.cells[1, 1].value).startswith("Guide")


def test_several_departments(folder: Path, tmp_path: Path) -> None:
    named = ["--departement", "dep-2", "--departement", "dep-1", "--departement", "dep-2"]
    assert maak(folder, *named, "--out", str(tmp_path / "uit")) == 0
    assert len(list((tmp_path / "uit").iterdir())) == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--departement", "dep-9"], "bedoeld is misschien"),
        (["--out", "alles.xlsx"], "verwacht een map"),
        (["--departement", "dep-1", "--out", "opgave.xlsx"], "FICTIEF"),
        (["--departement", "dep-1", "--departement", "dep-2", "--out", "FICTIEF.xlsx"], "2 werkmappen"),
        (["--departement"], "heeft een waarde nodig"),
    ],
)
def test_what_cannot_be_made(folder: Path, capsys: Printed, words: list[str], said: str) -> None:
    assert maak(folder, *words) == 2
    assert said in capsys.readouterr().err


def test_the_round_must_be_named_and_be_there(tmp_path: Path, capsys: Printed) -> None:
    assert main(["uitvraag", "maak"]) == 2
    assert "--ronde ontbreekt" in capsys.readouterr().err
    assert maak(tmp_path / "nergens") == 2
    assert "deze map bestaat niet" in capsys.readouterr().err


def test_help_is_in_the_language_asked(capsys: Printed) -> None:
    assert main(["uitvraag", "maak", "--help"]) == 0
    assert "(verplicht)" in capsys.readouterr().out
    assert main(["uitvraag", "--help", "--taal", "en"]) == 0
    said = capsys.readouterr().out
    assert "Commands" in said
    assert "maak" in said
