"""Nothing undocumented passes: what is declared has a meaning in both languages, and a unit where it needs one."""

from __future__ import annotations

import string

import pytest

from model import words
from model.indicators import INDICATORS
from model.issues import ISSUES
from model.measures import MEASURES
from model.measures.fields import specs
from model.schema import RATES, TABLES
from model.text import Text


def fields_in(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def spoken(text: Text) -> None:
    assert text.nl.strip()
    assert text.en.strip()
    assert fields_in(text.nl) == fields_in(text.en)


@pytest.mark.parametrize("code", ISSUES)
def test_issue(code: str) -> None:
    spoken(ISSUES[code])
    assert ISSUES[code].nl != ISSUES[code].en


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_table_and_columns(table) -> None:
    spoken(table.meaning)
    assert set(table.key) <= set(table.by_name)
    for column in table.columns:
        spoken(column.meaning)
        spoken(column.kind.expected)
        assert column.kind.schema["type"] in {"string", "number", "integer"}
        if column.table:
            assert column.table in {other.name for other in TABLES}


@pytest.mark.parametrize("soort", MEASURES)
def test_measure(soort: str) -> None:
    measure = MEASURES[soort]
    spoken(measure.meaning)
    assert measure.__doc__
    for spec in specs(measure).values():
        spoken(spec.meaning)
        spoken(spec.kind.expected)


@pytest.mark.parametrize("ident", INDICATORS)
def test_indicator(ident: str) -> None:
    indicator = INDICATORS[ident]
    spoken(indicator.naam)
    spoken(indicator.meaning)
    assert indicator.unit in {"k€", "aandeel", "factor", "jaren", "jaar"}


def test_rates_and_words() -> None:
    for rate in RATES.values():
        spoken(rate.meaning)
        assert rate.unit
    for name, options in vars(words).items():
        if isinstance(options, dict) and name.isupper():
            for meaning in options.values():
                spoken(meaning)
