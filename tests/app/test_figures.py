"""Charts: the numbers of their table, small parts together, the structural column apart, names that are no markup."""

from __future__ import annotations

import numpy as np
import pytest

from dash_app.figures.bronkleuren import bronvulling
from dash_app.figures.delen import MOST, eerste_blok, getekend, samengenomen
from dash_app.figures.programma import gedekt, onder_plafond
from dash_app.figures.rekening import rekening
from dash_app.figures.staven import Merk, gestapeld, kolommen, kort
from model.tables import STRUCTUREEL, Line, Table
from model.text import Text, same

YEARS = ("2024", "2025", "2026")


def line(name: str, *values: float, style: str = "part", about: tuple[str, ...] = ()) -> Line:
    return Line(same(name), np.array(values, dtype=float), style, about=about)  # type: ignore[arg-type]


def table(*lines: Line) -> Table:
    columns = (*(same(year) for year in YEARS), STRUCTUREEL)
    return Table(same("t"), Text("bedragen x € 1.000", "amounts x € 1,000"), columns, lines)


PAID = table(
    line("groot", 1000, 1000, 1000, 1000),
    line("klein a", 10, 10, 10, 10),
    line("klein b", 20, 0, 20, 20),
    line("dekking", 1030, 1010, 1030, 1030, style="sum", about=("kerncijfer", "dekking", "P")),
    line("tekort", 0, 50, 70, 0, style="plain", about=("kerncijfer", "tekort", "P")),
    line("behoefte", 1030, 1060, 1100, 1030, style="plain", about=("kerncijfer", "behoefte", "P")),
)


def test_a_chart_has_the_numbers_of_its_table() -> None:
    figure = gedekt(PAID, "nl", "k")
    bars = [each for each in figure["data"] if each["type"] == "bar"]
    stacked = np.sum([each["y"] for each in bars], axis=0)
    assert stacked.tolist() == [1030, 1060, 1100, 1030]
    assert [each["name"] for each in bars] == ["groot", "overige bronnen (2)", "tekort"]
    assert bars[1]["customdata"] == ["30", "10", "30", "30"]
    assert bars[0]["customdata"][0] == "1.000"
    assert gedekt(PAID, "en", "mln")["data"][0]["y"] == [1.0] * 4


def test_the_structural_column_stands_apart_and_no_line_runs_to_it() -> None:
    where = kolommen(PAID, "nl")
    assert where.x[:3] == (0, 1, 2)
    assert where.x[3] > 3
    need = gedekt(PAID, "nl", "k")["data"][-1]
    assert need["y"] == [1030, 1060, 1100, None, 1030]
    assert len(need["x"]) == len(need["y"]) == len(need["customdata"])
    layout = gestapeld(PAID, "nl", "k")["layout"]
    assert layout["xaxis"]["ticktext"][-1] == "struc-<br>tureel"
    assert [shape["type"] for shape in layout["shapes"]] == ["rect"]


def test_only_the_first_block_is_stacked() -> None:
    twice = table(*PAID.lines, line("nog iets", 5, 5, 5, 5), line("som", 5, 5, 5, 5, style="sum"))
    parts, total = eerste_blok(twice)
    assert [part.label.nl for part in parts] == ["groot", "klein a", "klein b"]
    assert total is not None
    assert total.label.nl == "dekking"
    assert eerste_blok(table(line("los", 1, 1, 1, 1)))[1] is None


@pytest.mark.parametrize("count", [1, 2, MOST, MOST + 1, 25])
def test_many_parts_are_drawn_as_few_and_lose_nothing(count: int) -> None:
    parts = [line(f"bron {n}", *(100.0 + n,) * 4) for n in range(count)]
    drawn = getekend(parts)
    assert len(drawn) <= MOST
    assert np.allclose(sum(each.values for each in drawn), sum(each.values for each in parts))
    assert len(drawn) == count - samengenomen(parts) + (samengenomen(parts) > 0)


def test_one_small_part_keeps_its_name() -> None:
    parts = [line("groot", 1000, 0, 0, 0), line("klein", 1, 1, 1, 1)]
    assert samengenomen(parts) == 0
    assert samengenomen([]) == 0
    assert [each.label.nl for each in getekend(parts)] == ["groot", "klein"]


def test_marked_years_are_named_on_rows_of_their_own() -> None:
    merken = [Merk(2025, same("een<br>twee")), Merk(2025, same("drie<br>vier")), Merk(2033, same("later"))]
    layout = gedekt(PAID, "nl", "k", merken)["layout"]
    notes = [note for note in layout["annotations"] if note["name"] == "merk"]
    assert len({note["yshift"] for note in notes}) == 3
    later = next(note for note in notes if note["text"] == "later")
    assert 2 < later["x"] < kolommen(PAID, "nl").x[-1]
    reach = {shape["y1"] for shape in layout["shapes"] if shape["type"] == "line" and shape.get("ysizemode") == "pixel"}
    assert reach == {note["yshift"] + 15 for note in notes}, "every line goes up to its name"
    caption = layout["annotations"][0]
    assert caption["yshift"] > max(note["yshift"] for note in notes)
    assert layout["margin"]["t"] >= caption["yshift"] + 20


def test_a_year_before_the_columns_is_marked_at_their_edge() -> None:
    assert kolommen(PAID, "nl").place(2020) == -0.5
    only = Table(same("t"), same("c"), (STRUCTUREEL,), (line("a", 1),))
    assert kolommen(only, "nl").x == (0.0,)
    assert gestapeld(only, "nl", "k")["data"][0]["y"] == [1.0]
    kolommen(only, "nl").place(2026)


def test_nothing_at_all_can_be_drawn() -> None:
    empty = table(line("som", 0, 0, 0, 0, style="sum"))
    for draw in (gestapeld, gedekt, onder_plafond, rekening):
        assert draw(empty, "nl", "k")["layout"]


def test_what_does_not_stand_below_zero_starts_at_zero() -> None:
    assert gestapeld(PAID, "nl", "k")["layout"]["yaxis"]["range"][0] == 0
    below = table(line("min", -5, 5, 5, 5), line("som", -5, 5, 5, 5, style="sum"))
    axis = gestapeld(below, "nl", "k")["layout"]["yaxis"]
    assert "range" not in axis
    assert axis["nticks"] > gestapeld(PAID, "nl", "k")["layout"]["yaxis"]["nticks"]


def test_a_ceiling_has_a_fill_per_class_of_cost() -> None:
    soorten = ("beheer", "beheerlast", "doorontwikkeling", "vernieuwing")
    lines = [line(soort, 1, 1, 1, 1, about=("kostensoort", soort, "dekking", "P")) for soort in soorten]
    figure = onder_plafond(
        table(
            *lines,
            *(line(part, 1, 1, 1, 1, about=("programmageld", part, "P")) for part in ("elders", "over")),
            line("geld", 6, 6, 6, 6, style="sum"),
        ),
        "nl",
        "k",
    )
    fills = [(each["marker"]["color"], each["marker"]["pattern"]["shape"]) for each in figure["data"][:-1]]
    assert len(set(fills)) == 6
    assert figure["data"][-1]["line"]["shape"] == "hvh"


def test_names_are_no_markup_and_not_endless() -> None:
    assert kort("<b>x</b> & y") == "&lt;b&gt;x&lt;/b&gt; &amp; y"
    assert len(kort("a" * 200)) == 60


def bill(parties: int) -> Table:
    lines = [line(f"Partij {n}", 1, 1, 1, 1, 10 + n, about=("partij", f"p{n}", "tekort")) for n in range(parties)]
    own = [line("Partij 0", 2, 2, 2, 2, 20, about=("partij", "p0", "eigen"))]
    columns = (*(same(year) for year in YEARS), STRUCTUREEL, same("2024-2035"))
    return Table(same("t"), same("c"), columns, (*own, *lines))


def test_the_bill_has_a_bar_and_its_figures_per_partij() -> None:
    figure = rekening(bill(3), "nl", "k")
    own, short = figure["data"][:2]
    assert own["x"] == [20.0, 0.0, 0.0]
    assert short["x"] == [10.0, 11.0, 12.0]
    assert [each["x"] for each in figure["data"][2:]] == [[2.0, 0.0, 0.0], [1.0, 1.0, 1.0]]
    told = [note["text"] for note in figure["layout"]["annotations"] if note.get("name") == "waarde"]
    assert "20" in told[0]
    assert "10" in told[0]


def test_of_many_parties_the_smallest_are_one_bar() -> None:
    short = rekening(bill(14), "nl", "k")["data"][1]
    assert len(short["y"]) == 9
    assert sum(short["x"]) == sum(10 + n for n in range(14))


def test_a_source_has_one_filling_whatever_stands_beside_it() -> None:
    order = ("a", "b", "c")
    paid = {ident: line(ident, 100, 100, 100, 100, about=("betaling", ident)) for ident in order}
    total = line("som", 300, 300, 300, 300, style="sum")
    alone = gedekt(table(paid["c"], total), "nl", "k", (), order)["data"][0]["marker"]
    beside = gedekt(table(*paid.values(), total), "nl", "k", (), order)["data"]
    assert alone["color"] == beside[2]["marker"]["color"]
    assert len({(each["marker"]["color"], each["marker"]["pattern"]["shape"]) for each in beside[:3]}) == 3
    together = bronvulling(line("overige (2)", 1, 1, 1, 1), order)
    assert together["color"] not in {each["marker"]["color"] for each in beside[:3]}
