"""The waterfall on Berekening says of every source which part of what was asked it can pay, to the last digit."""

from __future__ import annotations

import math
import shutil
from collections.abc import Callable
from itertools import accumulate, repeat
from pathlib import Path

import pytest
from excel.terugkomst import HERE

from model.engine import run_plan
from model.io.dataset import read_dataset
from model.io.excel.returned.handed import read_text
from model.io.excel.workbook import workbook_of
from model.result import Result
from model.scenario import plan_of

YEAR = 2028
SCENARIO = """naam = "Bijna genoeg"
telt_mee = ["vastgesteld", "gevraagd", "voorgesteld"]

[[maatregel]]
soort = "mutatie"
dekkingsbron = "begroting"
bedragen = {{{year} = {amount!r}}}

[[maatregel]]
soort = "mutatie"
dekkingsbron = "extra"
bedragen = {{{year} = 100}}
"""


@pytest.fixture
def result_with(tmp_path: Path) -> Callable[[float], Result]:
    """Return what gives the result with more money of the first source, where all sources pay for one programme."""
    data = shutil.copytree(HERE / "terugkomst", tmp_path / "data")
    sources = data / "dekkingsbronnen.csv"
    sources.write_text(sources.read_text().replace("2034,0.5,,,", "2034,0.5,,portaal,"))
    baseline = read_dataset(data)

    def result(amount: float) -> Result:
        scenario = read_text(SCENARIO.format(year=YEAR, amount=amount), "bijna.toml")
        return run_plan(plan_of(baseline, scenario), scenario)

    return result


def just_short(result_with: Callable[[float], Result]) -> float:
    """Return the largest amount with which the first source has nothing left."""
    low, high = 0.0, 1e6
    while math.nextafter(low, high) < high:
        middle = (low + high) / 2
        outcome = result_with(middle).outcome
        left = outcome.beschikbaar[YEAR - 2024, 0] - outcome.ingezet[YEAR - 2024, 0]
        low, high = (low, middle) if left > 0 else (middle, high)
    return low


def test_a_source_that_is_a_digit_short_pays_a_part(result_with: Callable[[float], Result]) -> None:
    amounts = accumulate(repeat(-math.inf, 12), math.nextafter, initial=just_short(result_with))
    for amount in amounts:
        page = workbook_of(result_with(amount)).page("Berekening")
        spans = [row.span for row in page.rows.values() if row.key and row.key[0].endswith("betaalbaar")]
        parts = [float(str(part)) for span in spans if span is not None for part in span.values]
        assert max(parts) == 1
        assert min(parts) == 0
