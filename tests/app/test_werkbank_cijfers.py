"""Figures on the workbench: key figures, charts, sentences and footnotes, equal to their tables."""

from __future__ import annotations

import numpy as np
import pytest
from app.werkbank import done, opened

from dash_app.context import Context
from dash_app.werk import erbij
from dash_app.werkbank.beelden import beelden
from dash_app.werkbank.kerncijfers import CIJFERS, kerncijfers
from model.findings import findings
from model.scenario import BASIS
from model.text import Text


def test_key_figures_keep_levels_and_differences_apart(context: Context) -> None:
    a, b = (context.uitkomst(context.meegeleverd[name]).result for name in ("structureel", "kasschuif"))
    assert a is not None
    assert b is not None
    table = kerncijfers(a, b, "Kasschuif", "constant")
    half = len(table.columns) // 2
    assert all(head.nl.startswith("verschil") for head in table.columns[half:])
    assert not any(head.nl.startswith("verschil") for head in table.columns[:half])
    for line, ident in zip(table.lines, CIJFERS, strict=True):
        assert line.about == ("kerncijfer", ident, "")
        other = kerncijfers(b, b, "", "constant").lines[CIJFERS.index(ident)]
        assert np.allclose(line.values[:half] - line.values[half:], other.values[:half])


def test_constant_prices_of_two_years_are_not_compared(context: Context) -> None:
    staat = opened(context)
    later, _ = done(context, staat, doe="kop", veld="begrotingsjaar", waarde=2028)
    a, b = context.uitkomst(later.werk).result, context.uitkomst(staat.werk).result
    assert a is not None
    assert b is not None
    table = kerncijfers(a, b, "x", "constant")
    assert all(np.isnan(line.values[-1]) for line in table.lines)
    assert "ander begrotingsjaar" in table.notes[-1].nl
    assert not np.isnan(kerncijfers(a, b, "x", "lopend").lines[0].values[-1])


def test_charts_draw_the_numbers_of_their_tables(context: Context) -> None:
    result = context.uitkomst(context.meegeleverd["structureel"]).result
    assert result is not None
    for beeld in beelden(result, result, "x", "constant", findings(result, "constant"))[1:]:
        assert beeld.teken is not None
        drawn = beeld.teken(beeld.tabel, "nl", "k")["data"]
        need = next(line for line in beeld.tabel.lines if line.about[1] in ("behoefte", "achterstand"))
        line = next(each for each in drawn if each["type"] == "scatter")
        assert [value for value in line["y"] if value is not None] == pytest.approx(need.values.tolist())


def test_the_sentences_follow_what_later_years_do(context: Context) -> None:
    staat = opened(context)
    years = dict(staat.werk.kaarten[0].velden["bedragen"])
    later, _ = done(context, staat, doe="veld", sleutel="m1", pad=["bedragen"], waarde={**years, "2029": 100_000})
    a, b = context.uitkomst(later.werk).result, context.uitkomst(staat.werk).result
    assert a is not None
    assert b is not None
    told, same = (beelden(each, b, "x", "constant", findings(each, "constant")) for each in (a, b))
    assert "het meest in 2029: " in told[0].zin.nl
    assert "in geen enkel jaar" in same[0].zin.nl
    assert told[1].zin != same[1].zin


def test_operation_that_is_covered_again_is_not_short_of_nothing(context: Context) -> None:
    more = {"soort": "mutatie", "naam": "meer", "kostenpost": "gdi-toegang-beheer-digid", "status": "voorstel"}
    werk, _ = erbij(context.open(BASIS).werk, more | {"bedragen": {"2027": 60_000, "2028": 75_000, "2029": 90_000}})
    result = context.uitkomst(werk).result
    assert result is not None
    told = " ".join(text.nl for text in findings(result, "constant"))
    assert "GDI: in 2027 is beheer (met beheerlast) voor het eerst niet geheel gedekt; na 2029 weer wel." in told
    assert "€ 0 " not in told


@pytest.mark.parametrize("scenario", ["structureel", "nds-raming-950-totaal", "kasschuif"])
def test_footnotes_name_only_rows_of_their_table(context: Context, scenario: str) -> None:
    result = context.uitkomst(opened(context, f"?scenario={scenario}").werk).result
    assert result is not None
    for table in (each.tabel for each in beelden(result, None, "", "constant", [Text("", "")])):
        rows = {line.label.nl for line in table.lines}
        for note in (note.nl for note in table.notes if note.nl.startswith("nog niet")):
            assert set(note.split(": ", 1)[1].split(", ")) <= {part for row in rows for part in row.split(", ")}, note


def test_every_row_of_what_is_short_says_its_prices(context: Context) -> None:
    result = context.uitkomst(opened(context).werk).result
    assert result is not None
    table = beelden(result, None, "", "constant", [Text("", "")])[2].tabel
    assert [line.label.nl for line in table.lines] == [
        f"Tekort, constante prijzen {result.begrotingsjaar}",
        "Achterstand, reëel (prijspeil van de kostenpost)",
    ]
    assert table.caption.nl == "bedragen x € 1.000, prijzen per regel"
