"""Budget tables: the years around the begrotingsjaar, prices, sums and the footnotes that apply."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from cases.case import run_case

from model.cli.terminal import draw
from model.overviews import indicators_table, key_tables, sources_table
from model.result import Result
from model.tables import ROUNDING, Line, adds_up, budget_table
from model.text import Text, same

THIRDS = {
    "naam": "drie bronnen van een derde",
    "horizon": [2024, 2036],
    "begrotingsjaar": 2027,
    "kostenposten": {"beheer": {"reeks": {2024: 1000.2}}},
    "dekkingsbronnen": {f"bron-{i}": {"volgorde": i, "reeks": {2024: 333.4}} for i in (1, 2, 3)},
    "parameters": {"index.bbp": 0.10},
}


@pytest.fixture
def result(tmp_path: Path) -> Result:
    return run_case(THIRDS, tmp_path)


def test_columns_are_two_years_before_to_five_after_and_structural(result: Result) -> None:
    table = indicators_table(result, "constant")
    assert [head.nl for head in table.columns] == [str(y) for y in range(2025, 2033)] + ["structureel"]
    assert table.caption.nl == "bedragen x € 1.000, constante prijzen 2027"
    assert table.caption.en == "amounts x € 1,000, constant prices of 2027"


def test_all_years_of_the_horizon_can_have_a_column(result: Result) -> None:
    budget, whole = (key_tables(result, "constant", years) for years in ("begroting", "alle"))
    for table, full in zip(budget, whole, strict=True):
        assert [head.nl for head in full.columns] == [str(year) for year in result.years] + ["structureel"]
        picked = [full.columns.index(head) for head in table.columns]
        for line, other in zip(table.lines, full.lines, strict=True):
            assert np.array_equal(line.values, other.values[picked], equal_nan=True)


def test_constant_prices_divide_by_the_price_of_gdp(result: Result) -> None:
    constant, current = (indicators_table(result, prices).lines[0].values for prices in ("constant", "lopend"))
    assert np.allclose(current, 1000.2)
    assert np.isclose(constant[2], 1000.2)
    assert np.isclose(constant[3], 1000.2 / 1.1)
    assert indicators_table(result, "lopend").caption.nl == "bedragen x € 1.000, lopende prijzen"


def test_a_footnote_says_that_rounded_parts_do_not_add_up(result: Result) -> None:
    table = sources_table(result, "lopend")
    assert not adds_up(table.lines)
    assert ROUNDING in table.notes
    whole = [Line(same("a"), np.array([1.0]), "part"), Line(same("b"), np.array([2.0]), "part")]
    assert adds_up([*whole, Line(same("c"), np.array([3.0]), "sum")])


def test_a_footnote_says_what_has_not_settled(result: Result) -> None:
    moving = Line(same("stijgend"), np.arange(len(result.years), dtype=float))
    still = Line(same("vast"), np.ones(len(result.years)))
    table = budget_table(result, "lopend", same("t"), [moving, still])
    assert any("nog niet op een vast niveau in 2036: stijgend" in note.nl for note in table.notes)


def test_a_drawn_table_has_a_rule_above_its_sum_and_dutch_digits(result: Result) -> None:
    drawn = draw(sources_table(result, "lopend"), "nl").splitlines()
    assert drawn[0].startswith("Wat betaalt: per dekkingsbron (bedragen x € 1.000")
    total = next(i for i, line in enumerate(drawn) if line.startswith("Dekking"))
    assert set(drawn[total - 1]) <= {" ", "-"}
    assert "1.000" in drawn[total]


def test_both_languages_draw_every_key_table(result: Result) -> None:
    for table in key_tables(result, "constant"):
        assert draw(table, "nl") != draw(table, "en")


def test_years_are_printed_without_thousands() -> None:
    line = Line(Text("jaar", "year"), np.array([2031.0, np.nan]), units=("year", "number"))
    assert line.cell(0, "nl") == "2031"
    assert line.cell(1, "nl") == ""
