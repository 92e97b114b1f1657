"""Scenarios side by side: levels and differences apart, steps that add up, and what cannot be compared is said."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from dash import no_update

from dash_app.brug import brug, brugkeuze, brugzin, momenten
from dash_app.context import Context
from dash_app.figures.naast_elkaar import naast_elkaar
from dash_app.figures.waterval import FEW, stappen, waterval
from dash_app.herkomst import antwoord
from dash_app.keuze import met_keuze
from dash_app.staat import Staat, begin
from dash_app.vergelijking import beelden, vergelijk, woorden
from dash_app.vergelijkstand import BEELDEN, brug_gevuld, gevuld, na_keuze
from dash_app.werk import Kaart
from model.bridge import WITHOUT_BRIDGE, bridge, one_value
from model.indicators import INDICATORS
from model.tables import Line, Table
from model.text import same


@pytest.fixture
def staat(context: Context) -> Staat:
    return begin(context, "?naast=basis,kasschuif,herijking-toegang-lang", "nl")[0]


def changed(staat: Staat, **kop: Any) -> Staat:
    return replace(staat, werk=replace(staat.werk, kop={**staat.werk.kop, **kop}))


def test_one_without_a_name_is_called_so(context: Context, staat: Staat) -> None:
    found = gevuld(context, changed(staat, naam=" ").json())
    made = vergelijk(context, changed(staat, naam=" "))
    assert made.deelnemers[0].naam == "Scenario zonder naam (gewijzigd, niet bewaard)"
    assert "scenario Scenario zonder naam · " in found[0]["stempel"]


def test_four_scenarios_stand_side_by_side(context: Context, staat: Staat) -> None:
    made = vergelijk(context, staat)
    assert [each.mark for each in made.marked] == list("ABCD")
    levels, changes, *_ = (each.tabel for each in beelden(made, "tekort", "constant"))
    assert len(levels.lines) == 4
    assert len(changes.lines) == 3
    for line, other in zip(changes.lines, levels.lines[1:], strict=True):
        assert np.allclose(line.values, other.values - levels.lines[0].values)


@pytest.mark.parametrize("ident", list(INDICATORS))
@pytest.mark.parametrize("prijzen", ["constant", "lopend"])
def test_every_indicator_can_be_compared_and_drawn(context: Context, staat: Staat, ident: str, prijzen: Any) -> None:
    made = vergelijk(context, staat)
    for beeld in beelden(made, ident, prijzen)[:2]:
        assert all(len(line.values) == len(beeld.tabel.columns) for line in beeld.tabel.lines)
        for taal in ("nl", "en"):
            figure = naast_elkaar(beeld.tabel, taal, "mln")  # type: ignore[arg-type]
            assert figure["data"]
            assert len({trace.get("name") for trace in figure["data"] if "name" in trace}) == len(beeld.tabel.lines)


@pytest.mark.parametrize("ident", [ident for ident in INDICATORS if ident not in WITHOUT_BRIDGE])
def test_steps_lead_exactly_from_one_to_the_other(context: Context, staat: Staat, ident: str) -> None:
    made = vergelijk(context, staat)
    moment = momenten(made, ident, "nl")[-1]["value"]
    table = brug(context, made, "C", "A", ident, moment, "constant")
    assert table is not None
    first, *between, last = (line.values for line in table.lines)
    assert first[1] + sum(values[0] for values in between) == pytest.approx(last[1], rel=1e-9, abs=1e-6)
    assert all(np.isnan(values[0]) for values in (first, last))
    rows = stappen(table, "nl", "k")
    for one, following in pairwise(rows):
        assert following.is_stand or following.van == pytest.approx(one.tot, rel=1e-9, abs=1e-6)
    assert rows[-2].tot == pytest.approx(rows[-1].tot, rel=1e-9, abs=1e-6)


def test_small_steps_are_taken_together_in_the_chart_only() -> None:
    steps = [1000.0, -400.0, 3.0, -2.0, 1.0, 5.0, 0.0]
    units = ("amount", "amount")
    run, lines = 100.0, [Line(same("A · x"), np.array([np.nan, 100.0]), "sum", "amount", units)]  # type: ignore[arg-type]
    for number, step in enumerate(steps):
        run += step
        lines.append(Line(same(f"stap {number} <b>"), np.array([step, run]), "plain", "amount", units))  # type: ignore[arg-type]
    lines.append(Line(same("B · y"), np.array([np.nan, run]), "sum", "amount", units))  # type: ignore[arg-type]
    table = Table(same("t"), same("bedragen x € 1.000"), (same("mutatie"), same("stand")), tuple(lines))
    rows = stappen(table, "nl", "k")
    assert len(steps) > FEW
    assert [row.mutatie for row in rows] == ["", "+ 1.000", "‒ 400", "+ 7", ""]
    assert rows[3].naam == "overige mutaties (5)"
    figure = waterval(table, "nl", "k")
    kinds = {trace["name"]: trace["marker"]["pattern"] for trace in figure["data"]}
    assert kinds["eraf"]["fillmode"] != kinds["erbij"]["fillmode"]
    assert not any("<b>" in each["text"].replace("<b>", "", 1) and "stap" in each["text"] and "&lt;" not in each["text"]
                   for each in figure["layout"]["annotations"])  # fmt: skip


def test_what_cannot_be_worked_out_is_said_and_the_others_stay(context: Context, staat: Staat) -> None:
    wrong = changed(staat, horizon=[2030, 2020])
    made = vergelijk(context, wrong)
    assert [each.mark for each in made.marked] == list("BCD")
    told = woorden(made, "nl")["vergelijken-melding"][0]["regels"]
    assert any("kan niet worden doorgerekend" in each and each.startswith("A") for each in told)
    assert any("Horizon: De horizon loopt van 2030 tot 2020" in each for each in told)
    missing = vergelijk(context, replace(staat, naast=("bestaat-niet", "basis")))
    assert [each.mark for each in missing.marked] == ["A", "C"]
    assert any("bestaat-niet" in each for each in woorden(missing, "en")["vergelijken-melding"][0]["regels"])


def test_other_horizons_and_budget_years_are_compared_on_a_common_basis_that_is_told(
    context: Context, staat: Staat
) -> None:
    other = changed(staat, begrotingsjaar=2028, horizon=[2025, 2033])
    made = vergelijk(context, other)
    assert {each.result.begrotingsjaar for each in made.marked} == {2028}
    assert made.columns.last is None
    assert min(made.columns.years) >= 2025
    told = " ".join(woorden(made, "nl")["vergelijken-melding"][0]["regels"])
    assert "2028" in told
    assert "horizons verschillen" in told
    assert "2028" in beelden(made, "tekort", "constant")[0].tabel.captioned("nl")
    empty = begin(context, "?scenario=basis&naast=kasschuif", "nl")[0]
    apart = vergelijk(context, changed(empty, horizon=[2060, 2070]))
    assert not apart.columns.picked
    assert "geen jaar gemeen" in " ".join(woorden(apart, "nl")["vergelijken-melding"][0]["regels"])


def test_the_page_is_filled_in_every_choice(context: Context, staat: Staat) -> None:
    filled = gevuld(context, staat.json())
    assert all(filled[n]["tabel"]["rijen"] for n in range(len(BEELDEN)))
    assert filled[len(BEELDEN) + 1] == "nee"
    assert gevuld(context, replace(staat, naast=()).json())[len(BEELDEN) + 1] == "alleen"
    assert brug_gevuld(context, met_keuze(staat.json(), kerncijfer="eerste_tekortjaar"))[2] == "nee"
    assert brug_gevuld(context, replace(staat, naast=()).json())[2] == "nee"
    after = na_keuze(context, staat.json(), ["basis"] * 9, kerncijfer="behoefte")
    assert len(after["naast"]) == 3
    assert gevuld(context, after)[-1] == "behoefte"


def test_the_steps_go_from_the_open_scenario_to_the_one_added_last_unless_chosen_otherwise(
    context: Context, staat: Staat
) -> None:
    made = vergelijk(context, staat)
    assert brugkeuze(staat.json(), made, "tekort", "constant")[:2] == ("A", "D")
    assert brugkeuze(met_keuze(staat.json(), naar="A"), made, "tekort", "constant")[:2] == ("B", "A")
    chosen = met_keuze(staat.json(), van="D", naar="C", moment="structureel")
    assert brugkeuze(chosen, made, "tekort", "constant") == ("D", "C", "structureel")
    assert one_value("contante_waarde_tekort")
    assert brugkeuze(chosen, made, "contante_waarde_tekort", "constant")[2] == "horizon"


def test_lists_differences_and_steps_have_one_direction(context: Context, staat: Staat) -> None:
    made = vergelijk(context, replace(staat, naast=("kasschuif",)))
    van, naar, moment = brugkeuze({}, made, "tekort", "constant")
    steps, changes = (
        brug(context, made, van, naar, "tekort", moment, "constant"),
        beelden(made, "tekort", "constant")[1],
    )
    assert steps is not None
    less = changes.tabel.lines[0].values[[column.nl for column in changes.tabel.columns].index(moment)]
    assert less != 0
    assert sum(line.values[0] for line in steps.lines[1:-1]) == pytest.approx(less)
    assert changes.tabel.lines[0].label.nl.endswith("min A")
    assert woorden(made, "nl")["vergelijken-invoer"][0]["kop"].startswith(f"{van} → {naar} · ")


def test_the_steps_open_in_the_first_year_in_which_the_two_differ(context: Context) -> None:
    beside = begin(context, "?scenario=basis&naast=basis", "nl")[0]
    assert brugkeuze({}, vergelijk(context, beside), "tekort", "constant") == ("A", "B", "2027")
    velden = {
        "soort": "mutatie",
        "naam": "Later minder",
        "dekkingsbron": "gdi-overboekingen",
        "bedragen": {"2029": -1000},
    }
    less = replace(beside, werk=replace(beside.werk, kaarten=(Kaart("m1", velden),)))
    made = vergelijk(context, less)
    assert brugkeuze({}, made, "tekort", "constant")[2] == "2029"
    table = brug(context, made, "A", "B", "tekort", "2027", "constant")
    assert table is not None
    assert brugzin(table).nl.endswith("geen enkele stap maakt hier verschil.")


def test_what_is_shown_without_being_chosen_is_no_choice(context: Context, staat: Staat) -> None:
    data = staat.json()
    van, naar, moment = brugkeuze(data, vergelijk(context, staat), "tekort", "constant")
    shown = {"kerncijfer": "tekort", "van": van, "naar": naar, "moment": moment}
    assert not na_keuze(context, data, staat.naast, **shown)["keuze"]
    assert na_keuze(context, data, staat.naast, **shown | {"naar": "B"})["keuze"] == {"naar": "B"}


def test_inputs_that_differ_are_told_with_the_letters_of_the_page(context: Context, staat: Staat) -> None:
    told = woorden(vergelijk(context, staat), "nl")["vergelijken-invoer"]
    assert [group["kop"][:6] for group in told] == ["A → B ", "A → C ", "A → D "]
    assert any(line["tekst"].startswith("alleen in A:") for line in told[1]["regels"])
    assert any(line["tekst"].startswith("alleen in C:") for line in told[1]["regels"])
    assert not any(line["tekst"].startswith("alleen in B:") for line in told[1]["regels"])
    assert any(len(line["delen"]) > 1 for line in told[1]["regels"])
    assert not any(" · " in line["tekst"] for line in told[1]["regels"])


@pytest.mark.parametrize("ident", ["tekort", "dekkingsgraad", "grootste_terugval", "eerste_tekortjaar", "achterstand"])
@pytest.mark.parametrize(("taal", "eenheid"), [("nl", "k"), ("en", "mln")])
def test_the_panel_answers_with_the_very_figure_of_any_scenario_or_difference(
    context: Context, staat: Staat, ident: str, taal: Any, eenheid: Any
) -> None:
    shown = replace(staat, taal=taal, eenheid=eenheid)
    data = met_keuze(shown.json(), kerncijfer=ident, van="D", naar="A")
    drawn = [
        each
        for each in (*gevuld(context, data)[: len(BEELDEN)], brug_gevuld(context, data)[0])
        if each is not no_update
    ]
    asked = 0
    for number, figure in enumerate(drawn):
        table = figure["tabel"]
        for row in table["rijen"]:
            for column, printed in enumerate(row["cellen"]):
                over = row["overs"][column] if row["overs"] else row["over"]
                if printed and (number != 2 or column == 1):
                    said = antwoord(context, shown, {"over": over, "jaar": table["jaren"][column]})
                    assert said.get("waarde") == printed, (row["label"], over)
                    assert said["blokken"]
                    assert row["label"].split(" · ")[0][0] in said["onder"].split(" · ", 2)[2] or number == 4
                    asked += 1
    assert asked > 20


def test_a_difference_says_the_inputs_and_a_step_its_measure(context: Context, staat: Staat) -> None:
    made = vergelijk(context, staat)
    table = brug(context, made, "D", "A", "tekort", "2028", "constant")
    assert table is not None
    measure = next(line for line in table.lines[1:-1] if abs(line.values[0]) > 1)
    said = antwoord(context, staat, {"over": measure.abouts[0], "jaar": 2028})
    assert measure.label.nl in said["titel"]
    assert any(label.startswith("maatregel") for label, _ in said["feiten"])
    assert len(said["blokken"][0]["rijen"]) == 2
    less = antwoord(context, staat, {"over": ["tussen", *made.marked[3].asks[1:], *made.marked[0].asks[1:],
                                              "kerncijfer", "tekort", ""], "jaar": 2028})  # fmt: skip
    assert any(label == "Invoer die verschilt" for label, _ in less["feiten"])
    part = less["blokken"][1]["rijen"][0]
    assert antwoord(context, staat, {"over": part["over"], "jaar": part["jaar"]})["waarde"] == part["tekst"]
    for wrong in (["in", "B"], ["in", "B", "bestaat-niet", "2026", "kerncijfer", "tekort", ""], ["stap", "A"],
                  [*measure.abouts[0][:-2], "99", "mutatie"], [*measure.abouts[0][:-1], "iets"]):  # fmt: skip
        assert antwoord(context, staat, {"over": wrong, "jaar": 2028})["blokken"] == []


def test_a_bridge_is_worked_out_once(context: Context, staat: Staat, monkeypatch: pytest.MonkeyPatch) -> None:
    made, steps = vergelijk(context, staat), []
    monkeypatch.setattr("dash_app.context.bridge", lambda *told: steps.append(told) or bridge(*told))
    for moment in ("2027", "2028", "2027"):
        brug(context, made, "D", "A", "tekort", moment, "constant")
    assert len(steps) == 1
    brug(context, made, "D", "A", "tekort", "2027", "lopend")
    assert len(steps) == 2


def test_sentences_say_the_unit_of_what_differs(context: Context, staat: Staat) -> None:
    made = vergelijk(context, staat)
    said = beelden(made, "tekort", "constant")[1].zin
    assert re.fullmatch(r"Het grootste verschil: . · .* min A, € [\d.,]+ mln (hoger|lager) \(.*\)\.", said.nl), said.nl
    assert [f"{mark} · " in said.nl for mark in "BCD"] == [True] * 3
    same_as_a = begin(context, "?scenario=basis&naast=basis,kasschuif", "nl")[0]
    both = beelden(vergelijk(context, same_as_a), "tekort", "constant")[1].zin.nl
    assert re.fullmatch(r"Het grootste verschil: B · .* min A, geen; C · .* min A, .* (hoger|lager) \(.*\)\.", both), (
        both
    )
    share = beelden(made, "dekkingsgraad", "constant")[1].zin
    assert re.search(r"[\d.]+ percentage points (higher|lower) \([^)]*\)\.$", share.en), share.en
    table = brug(context, made, "D", "A", "tekort", "2027", "constant")
    assert table is not None
    told = brugzin(table).nl
    assert re.match(r"Van (‒ )?€ [\d.,]+( mln)? naar (‒ )?€ .*\((€ [\d.,]+( mln)?) (hoger|lager)\)\.", told), told
