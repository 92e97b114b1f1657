"""Numbers as Dutch budget tables print them."""

from __future__ import annotations

import pytest

from model.text import Text, euro, joined, number, percent


@pytest.mark.parametrize(
    ("value", "decimals", "dutch", "english"),
    [
        (536_087, 0, "536.087", "536,087"),
        (-6_605, 0, "‒ 6.605", "‒ 6,605"),
        (0.4, 1, "0,4", "0.4"),
        (-0.04, 1, "0,0", "0.0"),
        (-0.4, 0, "0", "0"),
        (1_234_567.891, 2, "1.234.567,89", "1,234,567.89"),
        (999.5, 0, "1.000", "1,000"),
        (0, 0, "0", "0"),
    ],
)
def test_number(value: float, decimals: int, dutch: str, english: str) -> None:
    assert number(value, "nl", decimals) == dutch
    assert number(value, "en", decimals) == english


def test_percent_and_lists() -> None:
    assert percent(0.8, "nl") == "80 %"
    assert [percent(share, "nl", 1) for share in (0.9994, 0.9996, 0.1 * 3 + 0.7, 1.0004)] == [
        "99,9 %", "< 100,0 %", "100,0 %", "100,0 %",
    ]  # fmt: skip
    assert joined(["a"], "nl") == "a"
    assert joined(["a", "b", "c"], "nl") == "a, b en c"


@pytest.mark.parametrize(
    ("amount", "dutch", "english"),
    [
        (1_035_873, "€ 1.035,9 mln", "€ 1,035.9 mln"),
        (740, "€ 740.000", "€ 740,000"),
        (999.6, "€ 1,0 mln", "€ 1.0 mln"),
        (-50_000, "€ ‒ 50,0 mln", "€ ‒ 50.0 mln"),
        (0, "€ 0", "€ 0"),
    ],
)
def test_euro(amount: float, dutch: str, english: str) -> None:
    assert tuple(euro(amount)) == (dutch, english)


def test_placeholders_are_filled_in_both_languages() -> None:
    said = Text("{n} van {wat}", "{n} of {wat}").filled(n=3, wat=Text("rijen", "rows"))
    assert said == Text("3 van rijen", "3 of rows")
