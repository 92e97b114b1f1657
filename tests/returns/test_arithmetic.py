"""What plain sums come to, and which formulas are none."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.io.excel.book import Cell
from model.io.returns.arithmetic import plain_sum

# Column A: numbers, an empty cell, a text, a formula with a value, an error and a boolean.
CELLS = {
    (1, 1): Cell(100.0), (2, 1): Cell(-20), (3, 1): Cell(None), (4, 1): Cell("nihil"),
    (5, 1): Cell(7.0, formula="A1/2"), (6, 1): Cell("#N/A", error=True), (7, 1): Cell(value=True),
}  # fmt: skip

COMES_TO = {
    "57000+568": 57568, " 57000 + 568 ": 57568, "(1+2)*3-4/2": 7, "-5+--3": -2, "1.5E3+.5": 1500.5, "12": 12,
    "A1": 100, "$A$1*2": 200, "a1-A2": 120, "A1+A3": 100, "SUM(A1:A3)": 80, "SUM(A1:A4)/2": 40, "sum($A$2:A1)": 80,
    "A1*1.02": 102, "B9": 0, "-" * 200 + "5": 5, "(" * 90 + "5" + ")" * 90: 5,
}  # fmt: skip

NO_SUM = (
    "", "1/0", "1/A3", "A4+1", "A5+1", "A6", "SUM(A1:A5)", "SUM(A5:A6)", "SUM(A1:A2,5)", "SUM(A1:XFD1048576)", "A1:A2",
    "Begroting!A1", "'Blad 1'!A1", "ROUND(5.5,0)", "2**3", "7//2", "2^3", "5%", "1,5", "5 5", "5(6)", "TRUE()", "naam",
    '"5"', "__import__(1)", "9e999", "1e308*10", "(" * 90 + "1" + ")" * 90 + "+" * 200 + "1", "007", "LOG10(5)",
    "...", "1-...",
)  # fmt: skip


@pytest.mark.parametrize("formula", COMES_TO)
def test_a_sum(formula: str) -> None:
    assert plain_sum(formula, CELLS) == pytest.approx(COMES_TO[formula])


@pytest.mark.parametrize("formula", NO_SUM)
def test_what_is_no_sum_has_no_outcome(formula: str) -> None:
    assert plain_sum(formula, CELLS) is None


@given(st.lists(st.floats(0, 1e9, allow_nan=False), min_size=1, max_size=8))
def test_numbers_in_a_row(numbers: list[float]) -> None:
    assert plain_sum("+".join(f"{each:.4f}" for each in numbers), {}) == pytest.approx(math.fsum(numbers), abs=1e-3)


@given(st.text("0123456789+-*/(). eEAB:$SUM", max_size=40))
def test_any_text_is_a_sum_or_none(text: str) -> None:
    found = plain_sum(text, CELLS)
    assert found is None or math.isfinite(found)
