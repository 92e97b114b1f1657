"""Budget tables in small: the figures that come of them to the cent, and what is asked instead."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from begroting.gevallen import CASES, Case, lay_out

from model.cli.commands import build
from model.cli.main import main
from model.errors import InputError
from model.io.dataset import read_dataset
from model.reconciliation import reconcile

Printed = pytest.CaptureFixture[str]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def series(folder: Path) -> list[str]:
    found = []
    for row in rows(folder / "dekkingsreeksen.csv"):
        words = [row["dekkingsbron"], row["jaar"], f"{float(row['bedrag']):g}", row["stand"]]
        found.append(" ".join(words + ([row["status"]] if row["status"] != "gepubliceerd" else [])))
    return sorted(found)


def plain(expected: list[str]) -> list[str]:
    """Return expected rows with their amounts as `series` prints them."""
    split = [row.split(" ") for row in expected]
    return sorted(" ".join([*row[:2], f"{float(row[2]):g}", *row[3:]]) for row in split)


@pytest.mark.parametrize("case", CASES, ids=[case["naam"] for case in CASES])
def test_case(case: Case, tmp_path: Path, capsys: Printed) -> None:
    path, out = lay_out(tmp_path, case), tmp_path / "uit"
    words = ["import-begroting", str(path), "--out", str(out), *case.get("opties", ())]
    assert main(words) == case["uit"], capsys.readouterr().err
    printed = capsys.readouterr()
    text = " ".join(printed.out.split())
    for said in case.get("zegt", ()):
        assert " ".join(said.split()) in text
    if case["uit"] == 2:
        assert not out.exists()
        assert printed.err
        return
    assert series(out) == plain(case.get("reeksen", []))
    if "totalen" in case:
        found = [f"{r['naam']} {r['jaar']} {float(r['bedrag']):g}" for r in rows(out / "controletotalen.csv")]
        assert sorted(found) == sorted(case["totalen"])


@pytest.mark.parametrize("case", [c for c in CASES if c["uit"] == 2], ids=lambda case: str(case["naam"]))
def test_what_is_asked(case: Case, tmp_path: Path) -> None:
    path = lay_out(tmp_path, case)
    words = ["import-begroting", str(path), "--out", str(tmp_path / "uit"), *case.get("opties", ())]
    with pytest.raises(InputError) as caught:
        build("nl").main(words, prog_name="dekking", standalone_mode=False, obj="nl")
    assert sorted(issue.code for issue in caught.value.issues) == sorted(case["vragen"])
    for issue in caught.value.issues:
        assert issue.say("nl") != issue.say("en")


@pytest.mark.parametrize("case", [c for c in CASES if c["uit"] != 2], ids=lambda case: str(case["naam"]))
def test_what_is_written_is_a_dataset_that_reconciles(case: Case, tmp_path: Path, capsys: Printed) -> None:
    path, out = lay_out(tmp_path, case), tmp_path / "uit"
    main(["import-begroting", str(path), "--out", str(out), *case.get("opties", ())])
    baseline = read_dataset(out)
    assert not baseline.notices
    cells = [cell for path in out.glob("*.csv") for row in rows(path) for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r"))]
    assert all(cell.isprintable() for cell in cells)
    assert all(float(cell) < 0 for cell in cells if cell.startswith("-"))
    assert all(total.agrees for total in reconcile(baseline))
    assert {source.betaler for source in baseline.sources.values()} == {"rijk"}
    reference = next(iter(baseline.references.values()))
    assert reference.titel == "tabel.csv"
    assert str(reference.kenmerk).startswith("sha256:")
    capsys.readouterr()
    assert main(["check", "--data", str(out)]) == 0


def test_nothing_is_overwritten(tmp_path: Path, capsys: Printed) -> None:
    path, out = lay_out(tmp_path, CASES[0]), tmp_path / "uit"
    words = ["import-begroting", str(path), "--out", str(out)]
    assert main(words) == 0
    assert main(words) == 2
    assert "wordt niet overschreven" in capsys.readouterr().err
    assert main([*words, "--force"]) == 0


def test_without_out_only_the_report(tmp_path: Path, capsys: Printed) -> None:
    path = lay_out(tmp_path, CASES[0])
    assert main(["import-begroting", str(path)]) == 0
    assert "Uitgaven per artikel" in capsys.readouterr().out
    assert sorted(p.name for p in tmp_path.iterdir()) == ["tabel.csv"]
    assert main(["import-begroting", str(path), "--taal", "en"]) == 0
    assert "All totals of the file itself reconcile" in capsys.readouterr().out
