"""Figures that are taken along: in the unit of the page, rounded to a euro, each row with its unit."""

from __future__ import annotations

import numpy as np
import pytest

from dash_app.getallen import csv_tekst, csv_van, eenheid, getallen
from model.tables import Line, Scale, Table
from model.text import Text, same

NOISY = Line(same("behoefte"), np.array([280996.05327499995, -0.0, np.nan]))
SHARE = Line(same("=graad"), np.array([0.3612345678, 1.0, np.nan]), unit="share")
REAL = Line(same("achterstand"), np.array([1.0, 2.0, 3.0]), unit="real")


@pytest.mark.parametrize(("scale", "first"), [("k", 280996.053), ("mln", 280.996053)])
def test_amounts_are_to_a_euro_in_the_unit_of_the_page(scale: Scale, first: float) -> None:
    assert getallen(NOISY, scale) == [first, 0.0, None]
    assert str(getallen(NOISY, scale)[1]) == "0.0"


def test_each_row_has_its_unit() -> None:
    mixed = Line(same("x"), np.array([0.5, 0.1]), unit="share", units=("share", "points"))
    assert eenheid(NOISY, "nl", "mln") == "x € 1 mln"
    assert eenheid(REAL, "nl", "k") == "x € 1.000, eigen prijspeil"
    assert eenheid(mixed, "en", "k") == "% / percentage points"
    assert getallen(mixed, "k") == [50.0, 10.0]
    assert eenheid(Line(same("kop"), np.array([np.nan])), "nl", "k") == ""


def test_a_table_as_csv_says_what_it_is() -> None:
    columns = tuple(same(year) for year in ("2026", "2027", "2028"))
    table = Table(same("Titel"), Text("bedragen x € 1.000, p", "amounts x € 1,000, p"), columns, (NOISY, SHARE, REAL))
    lines = (
        csv_van(table, "nl", "k", "Dekking · scenario S · status · kenmerk abc").removeprefix("\ufeff").split("\r\n")
    )
    assert lines[:3] == ["Titel", "bedragen x € 1.000, p", "Dekking · scenario S · status · kenmerk abc"]
    assert lines[4:7] == [
        ";eenheid;2026;2027;2028",
        "behoefte;x € 1.000;280996,053;0;",
        "'=graad;%;36,1235;100;",
    ]
    assert "280996.053" in csv_van(table, "en", "k", "")
    assert csv_tekst([["a,b", -1.5]], "en") == '\ufeff"a,b",-1.5\r\n'
