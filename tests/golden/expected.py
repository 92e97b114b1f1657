"""The expected result beside each shipped scenario: its kerncijfers. Run as a program it writes them all anew."""

from __future__ import annotations

from pathlib import Path

from model.engine import run_plan
from model.io.open import open_scenarios
from model.io.results import write_csv
from model.io.shipped import shipped_dataset, shipped_scenarios
from model.result import RESULT_FILES, Row


def expected_file(scenario: Path) -> Path:
    """Return the file with the expected result of a scenario."""
    return scenario.with_suffix(".verwacht.csv")


def kerncijfers(scenario: Path) -> list[Row]:
    """Return the rows of `kerncijfers.csv` of one scenario on the shipped dataset."""
    _, [(opened, plan)] = open_scenarios(shipped_dataset(), [scenario])
    return list(RESULT_FILES["kerncijfers.csv"][1](run_plan(plan, opened)))


if __name__ == "__main__":
    for path in shipped_scenarios():
        write_csv(expected_file(path), RESULT_FILES["kerncijfers.csv"][0], kerncijfers(path))
