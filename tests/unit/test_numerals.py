"""Numbers as people type them in cells as text: a table of what is written and what it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.io.excel.numerals import MARKS, Evidence, Mark, Numeral, convention, evidence, read_numeral

NUMBERS = [
    # as written          value
    ("0", 0),
    ("-0", 0),
    ("6605", 6605),
    ("1.234,5", 1234.5),
    ("1.234.567", 1_234_567),
    ("1.234", 1234),
    ("1,5", 1.5),
    (",5", 0.5),
    ("0,234", 0.234),
    ("1234,567", 1234.567),
    ("355572.7449", 355_572.7449),
    ("1,234,567.8", 1_234_567.8),
    ("178,00", 178),
    ("+5", 5),
    ("1 234 567,8", 1_234_567.8),
    ("1\u00a0234", 1234),  # no-break space
    ("1\u202f234", 1234),  # narrow no-break space
    ("1\u2009234", 1234),  # thin space
    ("\ufeff12\u200b", 12),  # byte order mark, zero-width space
    ("\u00a00", 0),
    ("'123", 123),  # as Excel marks text
    ("1'234.50", 1234.5),  # Swiss
    ("1’234", 1234),
    ("１２３", 123),  # full width
    ("1E+05", 100_000),
    ("1,5E+05", 150_000),
    ("1.234E+05", 123_400),
    # minus
    ("-6.605", -6605),
    ("‒ 6.605", -6605),  # figure dash and space, as rijksfinancien.nl
    *((f"{dash}5", -5) for dash in "‐‑‒–—―−﹣－"),
    ("-/- 5", -5),
    ("- / - 5", -5),
    ("5 -/-", -5),
    ("1.234-", -1234),
    ("(1.234)", -1234),
    ("( 5,5 )", -5.5),
    # euros
    ("€ 5", 5),
    ("€5", 5),
    ("EUR 1.000,00", 1000),
    ("5 euro", 5),
    ("€ -5", -5),
    ("-€ 5", -5),
    ("(€ 5)", -5),
    ("5,-", 5),
    ("€ 1.234,-", 1234),
    ("€ 5,--", 5),
]

WRITTEN = [
    # as written         what it says
    ("12,5%", Numeral("number", 0.125, percent=True, decimal=",")),
    ("(5 %)", Numeral("number", -0.05, percent=True)),
    ("1,2 mln", Numeral("number", 1.2, unit="mln", decimal=",")),
    ("€ 1.234 mln.", Numeral("number", 1234, unit="mln")),
    ("3 miljard euro", Numeral("number", 3, unit="mld")),
    ("250 dzd", Numeral("number", 250, unit="dzd")),
    ("-", Numeral("nihil", 0)),
    ("‒", Numeral("nihil", 0)),
    ("--", Numeral("nihil", 0)),
    ("-/-", Numeral("nihil", 0)),
    ("€ -", Numeral("nihil", 0)),
    ("-,-", Numeral("nihil", 0)),
    ("- €", Numeral("nihil", 0)),
    ("nihil", Numeral("nihil", 0)),
    ("PM", Numeral("pm")),
    ("p.m.", Numeral("pm")),
    ("Pro Memorie", Numeral("pm")),
    ("+ PM.", Numeral("pm")),
    ("38 + PM", Numeral("pm", 38)),
    ("-173-PM", Numeral("pm", -173)),
    ("PM + 1.234,5", Numeral("pm", 1234.5, decimal=",")),
    ("n.t.b.", Numeral("unknown")),
    ("NTB", Numeral("unknown")),
    ("nog te bepalen", Numeral("unknown")),
    ("..........", Numeral("unknown")),
    ("````", Numeral("unknown")),
    ("…", Numeral("unknown")),
    ("?", Numeral("unknown")),
    ("n.v.t.", Numeral("inapplicable")),
    ("50-125", Numeral("range")),
    ("50 – 125 mln", Numeral("range")),
    ("1,5 tot 2,5", Numeral("range")),
    ("", Numeral("empty")),
    (" \u00a0 ", Numeral("empty")),
    ("1,234", Numeral("ambiguous", readings=(1.234, 1234.0))),
    ("-1,234 %", Numeral("ambiguous", percent=True, readings=(-0.01234, -12.34))),
]

NO_NUMBERS = [
    *("zie sleuteltabel", "twee", "x", "12a", "2024-05-01", "1-1-2025", "100\n200", "1\t234", "1€500", "5,5,-"),
    *("--5", "-(5)", "-5-", "(5", "5)", "5.", "1.23.456", "1,23,456", "1.234.56", "1 2", "()", "€", "%", "mln", "²"),
    *("1²", "1e999", "9" * 400, "nan", "inf", "1_000", "0x10", "1e5e5", "$ 5", "5 % %", "12 € €"),
]


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_number(text: str, value: float) -> None:
    found = read_numeral(text)
    assert (found.kind, found.value, found.percent, found.unit) == ("number", value, False, "")


@pytest.mark.parametrize(("text", "found"), WRITTEN)
def test_other(text: str, found: Numeral) -> None:
    assert read_numeral(text) == found


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_no_number(text: str) -> None:
    assert read_numeral(text) == Numeral("text")


@pytest.mark.parametrize(
    ("text", "decimal", "kind", "value"),
    [
        ("1,234", ",", "number", 1.234),
        ("1,234", ".", "number", 1234),
        ("1.234", ",", "number", 1234),
        ("1.234", ".", "number", 1.234),
        ("1.234,5", ".", "ambiguous", None),
        ("1.5", ",", "ambiguous", None),
        ("12", ".", "number", 12),
    ],
)
def test_notation_of_the_column_decides(text: str, decimal: Mark, kind: str, value: float | None) -> None:
    found = read_numeral(text, decimal)
    assert (found.kind, found.value) == (kind, value)


def test_what_contradicts_the_notation_says_its_only_reading() -> None:
    assert read_numeral("1.5", ",").readings == (1.5,)


@pytest.mark.parametrize(
    ("texts", "decimal", "contradictory"),
    [
        (["1.234", "12", "PM", "1,5"], ",", False),
        (["1,234", "1,234,567", "x"], ".", False),
        (["1,234", "1.234", "12", ""], None, False),
        (["1.5", "38,5 + PM"], None, True),
        ([], None, False),
    ],
)
def test_convention(texts: list[str], decimal: Mark | None, contradictory: bool) -> None:  # noqa: FBT001
    assert convention(texts) == decimal
    assert evidence(texts).contradictory == contradictory


def test_contradictory_evidence_names_the_texts() -> None:
    assert evidence(["12", "1.234,5", "0.5", "2,5"]) == Evidence("1.234,5", "0.5")


def written(value: float, decimals: int, mark: Mark) -> str:
    plain = f"{abs(value):,.{decimals}f}"
    return plain.translate(str.maketrans(",.", ".,")) if mark == "," else plain


@given(
    value=st.floats(min_value=-1e12, max_value=1e12),
    decimals=st.integers(min_value=0, max_value=6),
    mark=st.sampled_from(MARKS),
    frame=st.sampled_from(["{}", "{}-", "({})", "‒ {}", "-/- {}", "€ {}", "€ -{}", "{} mln"]),
)
def test_round_trip(value: float, decimals: int, mark: Mark, frame: str) -> None:
    text = written(value, decimals, mark)
    expected = float(text.replace(".", "").replace(",", ".") if mark == "," else text.replace(",", ""))
    negative = expected and any(sign in frame for sign in "-(‒")
    assert read_numeral(frame.format(text), mark).value == (-expected if negative else expected)


@given(st.text(max_size=30) | st.text(alphabet="0123456789.,'- +()€%/PMmlnd\u00a0‒eE", max_size=20))
def test_garbage_is_read_as_something(text: str) -> None:
    for decimal in (None, *MARKS):
        found = read_numeral(text, decimal)
        assert (found.value is not None) <= (found.kind in {"number", "nihil", "pm"})
        assert (found.kind == "ambiguous") == bool(found.readings)
