"""Wrong input is reported whole and exactly: every case of `mutilations.toml`, and every column in turn."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from contract.mutilating import HERE, cases, expected, lay_out, operations, words

from model.baseline import Baseline
from model.cli import main as program
from model.errors import Issue
from model.io.dataset import read_dataset
from model.io.open import open_scenarios
from model.kinds import Choice, Ident, Kind, Many, Words
from model.measures import MEASURES
from model.quantities import Number, Rate, Whole, Year
from model.schema import TABLES, Column, Table

CASES = cases()
WRONG = [case for case in CASES if "verwacht" in case]
GOOD = [case for case in CASES if "verwacht" not in case]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[Issue]:
    """Return the list that takes every issue the program complains of."""
    issues: list[Issue] = []
    complain = program.complain

    def listen(found: Any, language: Any) -> None:
        issues.extend(found)
        complain(found, language)

    monkeypatch.setattr(program, "complain", listen)
    return issues


def in_short(issues: list[Issue]) -> list[str]:
    return [f"{issue.code}: {issue.place.say('nl')}" for issue in issues]


@pytest.mark.parametrize("case", WRONG, ids=[case["naam"] for case in WRONG])
def test_wrong_input_is_reported(
    case: dict[str, Any],
    said: list[Issue],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    lay_out(tmp_path, case)
    monkeypatch.chdir(tmp_path)
    assert program.main(words(case)) == 2
    assert sorted(in_short(said)) == sorted(expected(case))
    error = capsys.readouterr().err
    lines = error.splitlines()[1 if len(said) > 1 else 0 :]
    assert lines == [issue.say("nl") for issue in said], "each issue is one line"
    assert all(line.isprintable() and not re.search(r"\{[a-z]+\}|Text\(", line) for line in lines)
    assert "Traceback" not in error


@pytest.mark.parametrize("case", GOOD, ids=[case["naam"] for case in GOOD])
def test_good_input_is_read(case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(tmp_path, case)
    monkeypatch.chdir(tmp_path)
    files = [] if case.get("alleen_lezen") else ["scenario.toml"]
    baseline, _ = open_scenarios(Path("dataset"), files)
    if case.get("gelijk", True) and not case.get("alleen_lezen"):
        assert baseline == base()
    if case.get("rekenen"):
        assert program.main(["run", "scenario.toml", "--data", "dataset"]) == 0


def base() -> Baseline:
    return read_dataset(HERE / "dataset")


def test_cases_are_well_written() -> None:
    names = [case["naam"] for case in CASES]
    assert len(set(names)) == len(names)
    known = {*operations(), "naam", "wijzig", "verwacht", "woorden", "gelijk", "alleen_lezen", "rekenen"}
    for case in CASES:
        for change in (case, *case.get("wijzig", [])):
            assert not set(change) - known, case["naam"]


def test_scenario_uses_every_kind_of_measure() -> None:
    _, [(scenario, _)] = open_scenarios(HERE / "dataset", [HERE / "scenario.toml"])
    assert len({step.measure.soort for step in scenario.steps if step.measure is not None}) == len(MEASURES)


def filled(table: Table) -> list[dict[str, str]]:
    with (HERE / "dataset" / table.file).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_dataset_uses_every_column() -> None:
    for table in TABLES:
        rows = filled(table)
        for column in table.columns:
            assert any(row[column.name] for row in rows), f"{table.name}.{column.name}"


WRONG_NUMBERS = ("abc", "1,5", "1.000.000", "nan", "inf", "-inf", "1e999", "0x10", "--1", "1 000")


def wrong_values(kind: Kind) -> Iterator[tuple[str, str]]:
    """Yield texts that a column of this kind may not hold, with the code they are reported under."""
    if isinstance(kind, Many):
        yield from wrong_values(kind.each)
    elif isinstance(kind, Ident):
        yield from [("bestaat-niet", "verwijzing-onbekend")] if kind.table else [("Geen Kebab", "waarde-fout")]
    elif isinstance(kind, Rate):
        yield "bestaat-niet", "verwijzing-onbekend"
        yield from ((text, "waarde-fout") for text in WRONG_NUMBERS if text[0] != "a" and "x" not in text)
    elif isinstance(kind, Number):
        yield from ((text, "waarde-fout") for text in WRONG_NUMBERS)
        if isinstance(kind, Whole):
            yield "1.5", "waarde-fout"
        if isinstance(kind, Year):
            yield from (("1899", "waarde-fout"), ("2201", "waarde-fout"))
    elif isinstance(kind, Choice):
        yield from (("anders", "waarde-fout"), (next(iter(kind.options)).upper(), "waarde-fout"))
    elif not isinstance(kind, Words):
        raise TypeError(kind)


def wrong_cells() -> Iterator[tuple[Table, Column, str, str]]:
    for table in TABLES:
        for column in table.columns:
            if not (column.optional or column.empty):
                yield table, column, " ", "waarde-leeg"
            for text, code in wrong_values(column.kind):
                yield table, column, text, code


@pytest.mark.parametrize(
    ("table", "column", "text", "code"),
    [pytest.param(*cell, id=f"{cell[0].name}-{cell[1].name}-{cell[2].strip()}") for cell in wrong_cells()],
)
def test_one_wrong_cell_is_one_issue(
    table: Table, column: Column, text: str, code: str, said: list[Issue], tmp_path: Path
) -> None:
    rows = filled(table)
    number = next(number for number, row in enumerate(rows, start=2) if row[column.name])
    change = {"bestand": f"dataset/{table.file}", "cel": [number, column.name, text]}
    lay_out(tmp_path, {"wijzig": [change]})
    assert program.main(["check", "--data", str(tmp_path / "dataset")]) == 2
    assert in_short(said) == [f"{code}: {table.file}, rij {number}, kolom {column.name}"]
