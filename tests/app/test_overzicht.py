"""The overview: what it says is true of every result, and its figures are those of the model."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import willekeurig
from cases.case import run_case

from dash_app.beeld import payload
from dash_app.kerngetallen import kerngetallen
from dash_app.pages.overzicht import PROGRAMMAS, beelden, gemerkt, getekende, programma_beeld
from model.baseline import Baseline
from model.cells import may_pay
from model.engine import run, run_plan
from model.findings import cliff, findings, renewal_dry
from model.indicators import VISIBLE
from model.io.dataset import read_dataset
from model.io.open import open_scenarios, planned_scenario
from model.io.shipped import shipped_dataset, shipped_scenarios
from model.overviews import ceiling_table, covered_table, recurring, whole_bill_table
from model.result import ALL, Result
from model.tables import Prices, in_prices
from model.text import LANGUAGES, euro, percent

STARTER = Path(__file__).parents[2] / "data" / "starter" / "nl"
SEEDS = range(12)
PRICES: tuple[Prices, ...] = ("constant", "lopend")


@cache
def shipped() -> dict[str, Result]:
    baseline = read_dataset(shipped_dataset())
    found = {"basis": run(baseline)}
    for path in shipped_scenarios():
        scenario, plan, issues = planned_scenario(baseline, path)
        assert not issues
        assert plan is not None
        found[path.stem] = run_plan(plan, scenario)
    return found


def starter() -> list[Result]:
    baseline, planned = open_scenarios(STARTER, [STARTER / "scenario.toml"])
    return _run(baseline, planned)


def _run(baseline: Baseline, planned: object) -> list[Result]:
    return [run(baseline), *(run_plan(plan, scenario) for scenario, plan in planned)]  # type: ignore[attr-defined]


def results(tmp_path: Path) -> Iterator[Result]:
    yield from shipped().values()
    yield from starter()
    for seed in SEEDS:
        data, scenarios = willekeurig.maak(seed, tmp_path / str(seed))
        yield from _run(*open_scenarios(data, scenarios))


def test_every_result_is_drawn_in_both_languages_units_and_prices(tmp_path: Path) -> None:
    for result in results(tmp_path):
        for prices in PRICES:
            for beeld in filter(None, beelden(result, prices)):
                for taal in LANGUAGES:
                    drawn = payload(beeld, taal, "mln", "stempel")
                    assert drawn["zin"].endswith(".")
                    assert "nan" not in drawn["zin"].lower().split()
                    assert drawn["figuur"]["data"] or not beeld.tabel.lines
            for each in kerngetallen(result, prices):
                assert each.over or np.isnan(each.waarde)
                assert each.jaar is None or each.jaar in result.years


def test_what_is_said_of_a_ceiling_is_true(tmp_path: Path) -> None:
    for result in results(tmp_path):
        for programma in getekende(result)[0]:
            table = ceiling_table(result, "constant", programma)
            parts = [line.values for line in table.lines[: [line.style for line in table.lines].index("sum")]]
            total = next(line for line in table.lines if line.style == "sum").values
            assert np.allclose(np.sum(parts, axis=0) if parts else 0.0, total, atol=2.0)
            told = next(
                b.zin.nl
                for b in filter(None, beelden(result, "constant"))
                if b.tabel.title.nl.startswith(f"{programma}:")
            )
            tekort = in_prices(result, "tekort", "constant", programma)
            dry, edge = renewal_dry(result, programma), cliff(result, "constant", programma)
            assert ("geen enkel jaar" in told) <= (not np.any(tekort > VISIBLE))
            assert ("Afgrond" in told) == (edge is not None and not recurring(result, programma))
            if recurring(result, programma):
                assert (f"Vanaf {dry} is er geen geld meer" in told) == (dry is not None)
            assert [merk.jaar for merk in gemerkt(result, "constant", programma)] == [
                year for year in (dry, edge and edge.year) if year is not None
            ]


def test_cover_by_source_adds_up(tmp_path: Path) -> None:
    for result in results(tmp_path):
        for programma in result.grid.programmas:
            table = covered_table(result, "lopend", programma)
            parts = [line.values for line in table.lines if line.style == "part"]
            total = next(line for line in table.lines if line.style == "sum").values
            assert np.allclose(
                np.sum(parts, axis=0) if parts else 0.0, total, atol=0.5 * len(result.grid.sources) + 1e-6
            )


def test_the_bill_over_the_horizon_is_the_sum_of_its_years(tmp_path: Path) -> None:
    for result in results(tmp_path):
        table = whole_bill_table(result, "constant", "alle")
        assert [column.nl for column in table.columns[:-2]] == [str(year) for year in result.years]
        assert table.columns[-1].nl == f"{result.years[0]}-{result.years[-1]} samen"
        heads = [at for at, line in enumerate(table.lines) if line.style == "head"]
        assert all(table.lines[at + 1].style == "part" for at in heads)
        assert len(heads) == len({line.about[2] for line in table.lines if line.style == "part"})
        for line in (line for line in table.lines if line.style != "head"):
            assert np.isclose(line.values[-1], line.values[:-2].sum())
            if line.about[0] == "kerncijfer":
                assert np.allclose(line.values[:-2], in_prices(result, line.about[1], "constant"))


def test_the_shipped_story() -> None:
    result = shipped()["incidenteel-tm-2030"]
    gdi, nds, *_, bill = beelden(result, "constant")
    assert gdi is not None
    assert nds is not None
    assert bill is not None
    assert "Vanaf 2031 is er geen geld meer voor vernieuwing" in gdi.zin.nl
    assert "Afgrond: in 2031" in nds.zin.nl
    assert "Cliff: in 2031" in nds.zin.en
    assert bill.zin.nl.startswith("De grootste rekening over 2024-2035: Gemeenten,")
    assert [merk.jaar for merk in gemerkt(result, "constant", "GDI")] == [2031]


def test_a_marked_year_is_also_a_finding() -> None:
    for result in shipped().values():
        told = " ".join(text.nl for text in findings(result, "constant"))
        for programma in result.grid.programmas:
            dry = renewal_dry(result, programma)
            assert (f"{programma}: vanaf {dry} is er geen geld meer" in told) == (dry is not None)


def test_amounts_in_sentences_are_those_of_the_cells(tmp_path: Path) -> None:
    said = 0
    for result in results(tmp_path):
        year = result.begrotingsjaar if result.begrotingsjaar in result.years else result.years[-1]
        at = year - result.years[0]
        factor = float(result.indicator("deflator")[at])
        for programma in getekende(result)[0]:
            told = programma_beeld(result, "constant", programma).zin.nl
            cells = [c for c, (cell, _) in enumerate(result.per_cell("need")) if cell.post.programma == programma]
            need, cover, short = (
                result.over_horizon(getattr(result.outcome, name))[at, cells] / factor
                for name in ("behoefte", "dekking", "tekort")
            )
            operation = [n for n, c in enumerate(cells) if result.grid.cells[c].kostensoort == "beheer"]
            if " gedekt en komt " in told:
                asked, paid, left = (
                    euro(float(v)).nl for v in (need.sum(), np.minimum(need, cover).sum(), short.sum())
                )
                assert f"vraagt {programma} {asked}; daarvan is {paid} gedekt en komt {left} tekort." in told
                said += 1
            elif "Van het geld" in told:
                money = sum(
                    result.per_source("beschikbaar")[source.id][at] / factor
                    for source in result.grid.sources
                    if any(may_pay(source, result.grid.cells[c]) for c in cells)
                )
                share = percent(float(cover[operation].sum() / money), "nl")
                assert f" ({euro(money).nl}) gaat {share} naar beheer" in told
                said += 1
    assert said > 20


KLEIN = {
    "naam": "alles is gedekt",
    "horizon": [2024, 2030],
    "begrotingsjaar": 2026,
    "kostenposten": {"beheer": {"reeks": {2024: 100}}},
    "dekkingsbronnen": {"bron": {"volgorde": 1, "reeks": {2024: 100}}},
}


def test_without_a_shortfall_the_page_says_so(tmp_path: Path) -> None:
    result = run_case(KLEIN, tmp_path)
    [first, *empty, bill] = beelden(result, "constant")
    assert first is not None
    assert bill is not None
    assert empty == [None] * (len(PROGRAMMAS) - 1)
    assert "In geen enkel jaar is er een tekort." in first.zin.nl
    assert bill.zin.nl == "Niemand houdt een rekening over: geen eigen middelen en geen tekort."
    figures = {each.naam.nl: each for each in kerngetallen(result, "constant")}
    assert figures["Eerste tekortjaar"].gedrukt("nl", "k") == "geen"
    assert figures["Eerste tekortjaar"].over == ()
    assert figures["Grootste terugval"].gedrukt("en", "k") == "none"


def test_a_begrotingsjaar_outside_the_horizon_shows_the_last_year(tmp_path: Path) -> None:
    result = run_case({**KLEIN, "begrotingsjaar": 2050}, tmp_path)
    names = [each.naam.nl for each in kerngetallen(result, "constant")]
    assert "Tekort 2030" in names
    assert not any("2050" in name for name in names)
    first = beelden(result, "constant")[0]
    assert first is not None
    assert "2050" not in first.zin.nl


def test_key_figures_are_those_of_the_model() -> None:
    result = shipped()["structureel"]
    figures = {each.naam.nl: each for each in kerngetallen(result, "constant")}
    assert figures["Tekort 2026"].waarde == result.indicator("tekort")[2]
    assert figures["Tekort 2026"].per("nl", "mln") == "mln, prijzen 2026"
    assert figures["Tekort 2026"].over == ("kerncijfer", "tekort", ALL)
    assert figures["Eerste tekortjaar"].gedrukt("nl", "k") == "2025"


@pytest.mark.parametrize("taal", LANGUAGES)
def test_every_key_figure_has_words_in_both_languages(taal: str) -> None:
    for each in kerngetallen(shipped()["structureel"], "constant"):
        assert each.naam.say(taal)  # type: ignore[arg-type]
        assert each.unit != "amount" or each.per(taal, "k")  # type: ignore[arg-type]
