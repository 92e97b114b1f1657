"""Every shipped scenario still gives the result that lies beside it (`make golden` writes them anew)."""

from __future__ import annotations

import csv
import math
from pathlib import Path

import pytest
from golden.expected import expected_file, kerncijfers

from model.io.shipped import shipped_scenarios

SCENARIOS = shipped_scenarios()


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_scenario_gives_the_result_beside_it(path: Path) -> None:
    with expected_file(path).open(encoding="utf-8", newline="") as file:
        expected = {tuple(row[:-1]): float(row[-1]) for row in list(csv.reader(file))[1:]}
    actual = {tuple("" if v is None else str(v) for v in row[:-1]): float(str(row[-1])) for row in kerncijfers(path)}
    assert actual.keys() == expected.keys()
    wrong = {key: (actual[key], expected[key]) for key in expected if not _same(actual[key], expected[key])}
    assert not wrong


def _same(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-6)


def test_no_expected_result_is_left_without_its_scenario() -> None:
    folder = SCENARIOS[0].parent
    assert {expected_file(path) for path in SCENARIOS} == set(folder.glob("*.csv"))
