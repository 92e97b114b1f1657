"""The tables of a round, as the terminal draws them."""

from __future__ import annotations

import pytest
from returns.gebreken import GOED, HARDWARE, RONDE, VERPLICHT, met

from model.returns.opgave import ONTBREEKT, Opgave
from model.returns.telling import Telling, Vraag, tel
from model.returns_tables import completeness_table, personnel_table, totals_table
from model.tables import Table


def geteld(*returns: Opgave) -> Telling:
    return tel(RONDE, {each.herkomst.departement: each for each in returns})


def drawn(table: Table, column: int) -> dict[str, str]:
    return {line.label.nl: line.cell(column, "nl") for line in table.lines}


@pytest.mark.parametrize(
    ("returns", "said"),
    [
        ([GOED], ("2.000", "2.000", "1", "0")),
        ([met(HARDWARE, "t", ONTBREEKT)], ("", "0", "0", "1")),
        ([], ("", "0", "0", "1")),
    ],
)
def test_a_total_with_what_it_rests_on(returns: list[Opgave], said: tuple[str, ...]) -> None:
    table = totals_table(geteld(*returns), Vraag("begroting", "uitgaven", "beheer", "hardware"))
    assert tuple(drawn(table, 1).values())[:4] == said
    assert table.columns[1].nl == "2027"
    assert "cellen onbekend (van 1)" in drawn(table, 1)


def test_completeness() -> None:
    assert drawn(completeness_table(geteld(met(VERPLICHT, "t", ONTBREEKT)), "begroting"), 1) == {"azuur": "98 %"}
    assert drawn(completeness_table(geteld(GOED), "activiteit"), 1) == {"azuur": "100 %"}
    assert drawn(completeness_table(geteld(), "activiteit"), 1) == {"azuur": "0 %"}


def test_own_and_hired_staff() -> None:
    table = personnel_table(geteld(GOED), "begroting", "t")
    assert [line.cell(n, "nl") for line in table.lines[:1] for n in range(7)] == [
        "900",
        "0",
        "0 %",
        "9,0",
        "0,0",
        "100",
        "",
    ]
    assert table.notes[1:] == ()


def test_who_says_nothing_of_staff_is_named_under_the_table() -> None:
    table = personnel_table(geteld(), "begroting", "t")
    assert [line.label.nl for line in table.lines] == ["Ten minste"]
    assert table.notes[1].nl == "niets bekend van: azuur"
