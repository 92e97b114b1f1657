"""The commands as people use them: what they print and write, in both languages, and their exit codes."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.cli.commands import commands
from model.cli.main import main
from model.io.results import write_csv
from model.io.shipped import shipped_dataset
from model.result import RESULT_FILES

Printed = pytest.CaptureFixture[str]


def test_run_prints_the_story_and_writes_every_file(tmp_path: Path, capsys: Printed) -> None:
    out = tmp_path / "uit"
    assert main(["run", "structureel", "incidenteel-tm-2030", "--out", str(out)]) == 0
    printed = capsys.readouterr().out
    for words in (
        "Kerncijfers",
        "Wie krijgt de rekening",
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


def test_run_of_the_baseline_alone_may_name_it(capsys: Printed) -> None:
    assert main(["run"]) == 0
    unnamed = capsys.readouterr().out
    assert main(["run", "basis"]) == 0
    assert capsys.readouterr().out == unnamed


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
    first = printed.index("1. Vertraging ‘Vernieuwing toegang 1 jaar later’")
    second = printed.index("2. Kasschuif ‘Kasschuif 2024 naar 2025-2027’ · Dekkingsbron GDI")
    assert first < second
    assert "2024: ‒ 23.000; 2025: 7.000" in " ".join(printed.split())


def copy_of(folder: Path, table: str = "", old: str = "", new: str = "") -> Path:
    """Return a copy of the shipped dataset, with one text in one table replaced."""
    folder.mkdir()
    for path in shipped_dataset().glob("*.csv"):
        (folder / path.name).write_bytes(path.read_bytes())
    if table:
        text = (folder / table).read_text(encoding="utf-8")
        assert old in text
        (folder / table).write_text(text.replace(old, new), encoding="utf-8")
    return folder


def test_two_datasets_compare_without_measures(tmp_path: Path, capsys: Printed) -> None:
    later = copy_of(tmp_path / "later", "dekkingsreeksen.csv", ",2027,198700,", ",2027,190000,")
    assert main(["compare", "basis", "basis", "--data-b", str(later)]) == 0
    table = capsys.readouterr().out.split("Mutatietabel")[1]
    change = next(line for line in table.splitlines() if "mutatie" in line)
    assert change.split()[-1] == "8.700"  # the structural level has changed too, extended from 2027


def test_mistakes_of_both_datasets_are_reported_with_their_folder(tmp_path: Path, capsys: Printed) -> None:
    one = copy_of(tmp_path / "een", "partijen.csv", "gemeenten,Gemeenten,gemeenten", "gemeenten,Gemeenten,gemeente")
    two = copy_of(tmp_path / "twee", "partijen.csv", "provincies,Provincies,provincies", "provincies,Provincies,ipo")
    assert main(["compare", "basis", "basis", "--data", str(one), "--data-b", str(two)]) == 2
    said = capsys.readouterr().err
    assert str(one / "partijen.csv") in said
    assert str(two / "partijen.csv") in said


def _figures(printed: str, name: str) -> list[int]:
    """Return the figures of the years in the first line that starts with a name."""
    line = next(line for line in printed.splitlines() if line.startswith(name))
    return [int(word.replace(".", "")) for word in line.split()[1:9]]


def test_terugval_on_screen_is_the_difference_of_the_tekort_above_it(capsys: Printed) -> None:
    assert main(["run", "incidenteel-tm-2030"]) == 0
    printed = capsys.readouterr().out.split("NDS incidenteel tot en met 2030\n")[1]
    tekort, terugval = (_figures(printed, name) for name in ("Tekort ", "Terugval "))
    assert all(abs(b - a - c) <= 1 for a, b, c in zip(tekort, tekort[1:], terugval[1:], strict=False) if c)


@pytest.mark.parametrize("kerncijfer", ["dekkingsgraad", "contante_waarde_tekort", "grootste_terugval", "achterstand"])
def test_a_bridge_says_its_own_unit(kerncijfer: str, capsys: Printed) -> None:
    assert main(["compare", "basis", "structureel", "--kerncijfer", kerncijfer]) == 0
    title = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("Brug van A naar B"))
    expected = {
        "dekkingsgraad": "procentpunt",
        "contante_waarde_tekort": "prijzen 2024",
        "achterstand": "eigen prijspeil",
    }
    assert expected.get(kerncijfer, "constante prijzen 2026") in title


def test_percentages_written_as_whole_numbers_are_noticed(tmp_path: Path, capsys: Printed) -> None:
    odd = copy_of(tmp_path / "odd", "parameters.csv", ",0.0225,", ",2.25,")
    assert main(["run", "--data", str(odd)]) == 0
    assert "Discontovoet (reëel) is 225 %, en dat is ongewoon veel" in capsys.readouterr().out


def test_a_minus_survives_a_terminal_without_dashes() -> None:
    assert "‒ 1.000".encode("ascii", errors="plain") == b"- 1.000"
    assert "€ 5".encode("ascii", errors="plain") == b"EUR 5"


def test_keys_that_differ_between_datasets_are_named(tmp_path: Path, capsys: Printed) -> None:
    text = (shipped_dataset() / "verdeelsleutels.csv").read_text(encoding="utf-8")
    rows = [line.split(",") for line in text.splitlines()[1:]]
    key, party, share = rows[0]
    _, other, more = next(row for row in rows[1:] if row[0] == key)
    shifted = text.replace(f"{key},{party},{share}\n", f"{key},{party},{float(share) - 0.01}\n")
    shifted = shifted.replace(f"{key},{other},{more}\n", f"{key},{other},{float(more) + 0.01}\n")
    later = copy_of(tmp_path / "later")
    (later / "verdeelsleutels.csv").write_text(shifted, encoding="utf-8")
    assert main(["compare", "basis", "basis", "--data-b", str(later)]) == 0
    assert f"verdeelsleutel {key}: {party}" in capsys.readouterr().out


def test_side_by_side_is_in_prices_of_one_year(tmp_path: Path, capsys: Printed) -> None:
    other = tmp_path / "ander-jaar.toml"
    other.write_text('naam = "ander jaar"\nbegrotingsjaar = 2030\n', encoding="utf-8")
    assert main(["run", str(other)]) == 0
    table = capsys.readouterr().out.split("Scenario's naast elkaar")[1].splitlines()
    rows = [line for line in table if line.startswith(("basis", "ander jaar"))]
    assert rows[0].split()[1:] == rows[1].split()[2:]
    assert main(["compare", "basis", str(other)]) == 0
    assert "ander begrotingsjaar" not in capsys.readouterr().out


def test_horizons_without_a_year_in_common_do_not_compare(tmp_path: Path, capsys: Printed) -> None:
    early, late = tmp_path / "vroeg.toml", tmp_path / "laat.toml"
    early.write_text('naam = "vroeg"\nhorizon = [2024, 2027]\n', encoding="utf-8")
    late.write_text('naam = "laat"\nhorizon = [2028, 2032]\n', encoding="utf-8")
    assert main(["compare", str(early), str(late)]) == 2
    assert "A 2024-2027 en B 2028-2032" in capsys.readouterr().err


def test_a_file_gets_its_name_only_when_it_is_whole(tmp_path: Path) -> None:
    def rows() -> Iterator[tuple[int]]:
        yield (1,)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_csv(tmp_path / "half.csv", ("a",), rows())
    assert list(tmp_path.iterdir()) == []


def test_every_command_has_the_function_that_does_it() -> None:
    for command in commands():
        assert callable(command.function())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
@pytest.mark.parametrize("word", ["run", "import", "verify", "import-begroting"])
def test_what_is_no_file_is_not_waited_for(word: str, tmp_path: Path, capsys: Printed) -> None:
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    assert main([word, str(pipe)]) == 2
    assert "geen gewoon bestand" in capsys.readouterr().err
