"""The commands as people use them: what they print and write, in both languages, and their exit codes."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from model.cli.main import main
from model.io.shipped import shipped_dataset
from model.result import RESULT_FILES

Printed = pytest.CaptureFixture[str]


def test_run_prints_the_story_and_writes_every_file(tmp_path: Path, capsys: Printed) -> None:
    out = tmp_path / "uit"
    assert main(["run", "structureel", "incidenteel-tm-2030", "--out", str(out)]) == 0
    printed = capsys.readouterr().out
    for words in (
        "Kerncijfers",
        "Wie houdt de rekening",
        "Scenario's naast elkaar",
        "constante prijzen 2026",
        "kasbasis",
    ):
        assert words in printed
    for name, (header, _) in RESULT_FILES.items():
        with (out / name).open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        assert tuple(rows[0]) == header
        assert {row[0] for row in rows[1:]} == {
            "basis",
            "NDS structureel vanaf 2027",
            "NDS incidenteel tot en met 2030",
        }


def test_written_numbers_read_back_as_the_same_doubles(tmp_path: Path) -> None:
    main(["run", "--out", str(tmp_path)])
    with (tmp_path / "resultaat.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert repr(float(row["bedrag"])) == row["bedrag"]
            assert row["bedrag"] != "-0.0"


def test_run_speaks_english_and_current_prices(capsys: Printed) -> None:
    assert main(["--taal", "en", "run", "--prijzen", "lopend"]) == 0
    printed = capsys.readouterr().out
    assert "Key figures (amounts x € 1,000, current prices)" in printed
    assert "Wie houdt" not in printed


def test_run_groups_by_another_strategy(capsys: Printed) -> None:
    assert main(["run", "--indeling", "waterschappen-2024"]) == 0
    assert "Behoefte en tekort volgens waterschappen-2024" in capsys.readouterr().out
    assert main(["run", "--indeling", "niets"]) == 2
    assert "prioriteiten-2024" in capsys.readouterr().err


def test_compare_bridges_exactly(tmp_path: Path, capsys: Printed) -> None:
    out = tmp_path / "brug.csv"
    assert main(["compare", "herijking-toegang", "structureel", "--out", str(out), "--kerncijfer", "tekort"]) == 0
    printed = capsys.readouterr().out
    for words in ("alleen in A", "alleen in B", "telt mee", "(standen)", "(mutaties)", "Brug van A naar B"):
        assert words in printed
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for jaar in {row["jaar"] for row in rows}:
        steps = [row for row in rows if row["jaar"] == jaar]
        by_kind = {
            kind: [float(r["waarde"]) for r in steps if r["soort"] == kind] for kind in ("begin", "stap", "eind")
        }
        assert sum(by_kind["begin"] + by_kind["stap"]) == pytest.approx(by_kind["eind"][0], abs=1e-6)


def test_compare_two_datasets_gives_a_mutatietabel(tmp_path: Path, capsys: Printed) -> None:
    other = tmp_path / "basis-later"
    other.mkdir()
    for path in shipped_dataset().glob("*.csv"):
        (other / path.name).write_bytes(path.read_bytes())
    series = other / "dekkingsreeksen.csv"
    text = series.read_text(encoding="utf-8")
    assert ",2026,198700," in text
    series.write_text(text.replace(",2026,198700,", ",2026,200700,"), encoding="utf-8")
    assert main(["compare", "structureel", "structureel", "--data-b", str(other), "--jaar", "2026"]) == 0
    printed = capsys.readouterr().out
    assert "Mutatietabel: dataset basis → basis-later" in printed
    assert "dataset basis-later" in printed
    assert "2.000" in printed


def test_check_fails_on_a_total_that_does_not_reconcile(tmp_path: Path, capsys: Printed) -> None:
    assert main(["check"]) == 0
    assert "SLUIT NIET AAN" not in capsys.readouterr().out
    for path in shipped_dataset().glob("*.csv"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    controls = tmp_path / "controletotalen.csv"
    text = controls.read_text(encoding="utf-8")
    controls.write_text(text.replace(",2024,332000,gelijk", ",2024,333000,gelijk"), encoding="utf-8")
    assert main(["check", "--data", str(tmp_path)]) == 1
    printed = capsys.readouterr().out
    assert "SLUIT NIET AAN" in printed
    assert "verschil ‒ 1.000" in printed


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("command", ["run", "compare", "check", "init"])
def test_every_command_has_help_in_both_languages(command: str, language: str, capsys: Printed) -> None:
    assert main([command, "--help", "--taal", language]) == 0
    printed = capsys.readouterr().out
    assert ("Gebruik: dekking" if language == "nl" else "Usage: dekking") in printed
    assert ("Toont deze uitleg" if language == "nl" else "Shows this help") in printed


def test_the_order_of_measures_is_shown(capsys: Printed) -> None:
    assert main(["run", "kasschuif"]) == 0
    printed = capsys.readouterr().out
    first = printed.index("1. vertraging: Vernieuwing toegang 1 jaar later")
    second = printed.index("2. kasschuif: Kasschuif 2024 naar 2025-2027 · dekkingsbron gdi-overboekingen")
    assert first < second
    assert "2024: ‒ 23.000, 2025: 7.000" in printed
