"""The figures of the workbench say why a year stands there, what is short, and what is paid above the need."""

from __future__ import annotations

import pytest

from dash_app.context import Context
from dash_app.werkbank.beelden import beelden
from dash_app.werkbank.kerncijfers import kerncijfers
from model.text import same


def test_notes_say_which_years_are_shown(context: Context) -> None:
    result = context.uitkomst(context.meegeleverd["kasschuif"]).result
    assert result is not None
    notes = [note.nl for note in kerncijfers(result, result, "x", "constant").notes]
    assert "2029: drie jaar na begrotingsjaar 2026" in notes


def test_a_chart_of_sources_shows_what_is_short_and_what_is_paid_above_the_need(context: Context) -> None:
    result = context.uitkomst(context.meegeleverd["structureel"]).result
    assert result is not None
    beeld = beelden(result, None, "", "constant", [same("x")])[1]
    assert "Boven de behoefte is betaald voor werk dat eerder bleef liggen." in beeld.zin.nl
    assert beeld.teken is not None
    named = {each["name"]: each for each in beeld.teken(beeld.tabel, "nl", "k")["data"]}
    over = {line.about[1]: line for line in beeld.tabel.lines if line.about[0] == "kerncijfer"}
    bars = [each for each in named.values() if each["type"] == "bar"]
    mark, columns = named[over["inhaal"].label.nl], [column.nl for column in beeld.tabel.columns]
    for at in (columns.index("2027"), columns.index("structureel")):
        need, short, caught_up = (over[name].values[at] for name in ("behoefte", "tekort", "inhaal"))
        assert min(short, caught_up) > 1
        assert sum(each["y"][at] for each in bars) == pytest.approx(need + caught_up)
        assert named[over["tekort"].label.nl]["y"][at] == pytest.approx(short)
        assert mark["y"][at] == pytest.approx(need + caught_up)
