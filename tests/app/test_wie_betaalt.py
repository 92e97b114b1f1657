"""The bill per partij: it reconciles on any budget, and the page says what it holds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from properties.budgets import budgets

from dash_app.blad import payloads, rekeningen
from dash_app.bladkeuze import ALLE, JAREN, keus, partijen, perioden
from dash_app.bladwoorden import feiten, gronden, zin
from dash_app.context import Context
from dash_app.herkomst import antwoord
from dash_app.keuze import gekozen, met_keuze
from dash_app.pages.wie_betaalt import gevuld
from dash_app.staat import Staat, begin
from model.baseline import Baseline
from model.bill.breakdown import BREAKDOWNS, accounts, by_route
from model.bill.rests_on import grounds
from model.bill.tables import moment_table, years_table
from model.engine import run
from model.explanation import explain
from model.result import ALL, Result
from model.scenario import Scenario
from model.tables import adds_up, price_factor

ALL_MONEY = Scenario(naam="alles", telt_mee=("vastgesteld", "gevraagd"), horizon=(2024, 2031))


def close(one: object, other: object) -> bool:
    return bool(np.allclose(one, other, rtol=1e-6, atol=1e-6))  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None)
@given(budgets())
def test_need_is_money_by_route_own_means_and_shortfall(baseline: Baseline) -> None:
    result = run(baseline, ALL_MONEY)
    found = accounts(result)
    for partij, account in found.items():
        parts = {part.key: part.amounts for part in by_route(result, account).parts}
        assert close(sum(parts.values(), np.zeros(len(result.years))), account.behoefte), partij
        if partij != ALL:
            assert close(parts["eigen"], result.per_partij("eigen")[partij])
            assert close(parts["tekort"], result.per_partij("tekort")[partij])
            assert close(account.behoefte, result.per_partij("behoefte")[partij])


@settings(max_examples=60, deadline=None)
@given(budgets())
def test_every_breakdown_adds_up_for_everyone(baseline: Baseline) -> None:
    result = run(baseline, ALL_MONEY)
    found = accounts(result)
    for kind, (_, made) in BREAKDOWNS.items():
        bills = {partij: made(result, account) for partij, account in found.items()}
        for partij, bill in bills.items():
            total = sum((part.amounts for part in bill.parts), np.zeros(len(result.years)))
            assert close(total, bill.total.amounts), (kind, partij)
            lasting = [part.amounts for part in bill.parts if part.key != "inhaal"]
            assert all(np.all(amounts >= -1e-6) for amounts in lasting), (kind, partij)
        each = [bill.total.amounts for partij, bill in bills.items() if partij != ALL]
        assert close(np.sum(each, axis=0), bills[ALL].total.amounts), kind
    whole = found[ALL]
    for name, ident in (("behoefte", "behoefte"), ("lasten", "structurele_lasten"), ("blijvend", "structurele_dekking"),
                        ("tijdelijk", "incidenteel_gedekt"), ("inhaal", "inhaal")):  # fmt: skip
        assert close(getattr(whole, name), result.indicator(ident)), ident


@pytest.fixture
def staat(context: Context) -> Staat:
    return begin(context, "", "nl")[0]


@pytest.fixture
def result(context: Context, staat: Staat) -> Result:
    found = context.uitkomst(staat.werk).result
    assert found is not None
    return found


@pytest.mark.parametrize("partij", [ALL, "gemeenten", "rijk"])
@pytest.mark.parametrize("moment", [None, 2027, "horizon", "structureel"])
def test_figures_of_tables_are_those_of_the_result(result: Result, partij: str, moment: object) -> None:
    found = accounts(result)
    for kind in BREAKDOWNS:
        if moment is None:
            table = years_table(result, "constant", kind, found[partij])
        else:
            table = moment_table(result, "constant", kind, found, partij, moment)  # type: ignore[arg-type]
        assert all(len(line.values) == len(table.columns) for line in table.lines)
        parts, total = [line.values for line in table.lines if line.style == "part"], table.lines[-1]
        total = next(line for line in table.lines if line.style == "sum")
        assert close(np.sum(parts, axis=0), total.values), kind
        assert adds_up(table.lines) or any("afronding" in note for note in table.noted("nl"))
        assert "constante prijzen" in table.captioned("nl")
        assert "x € 1 mln" in table.captioned("nl", "mln")
    behoefte = found[partij].behoefte / price_factor(result, "constant")
    if moment == 2027:
        assert float(behoefte[2027 - result.years[0]]) > 0


@pytest.mark.parametrize("partij", [ALL, "gemeenten", "rijk"])
@pytest.mark.parametrize("moment", [None, 2027, "horizon"])
def test_every_figure_can_be_asked_and_is_the_one_that_is_explained(
    result: Result, partij: str, moment: int | None
) -> None:
    found = accounts(result)
    for kind in BREAKDOWNS:
        made = years_table(result, "constant", kind, found[partij])
        column = [head.nl for head in made.columns].index("2027")
        columns = [column]
        if moment is not None:
            made = moment_table(result, "constant", kind, found, partij, moment)
            columns = list(range(len(made.columns)))
        for line in made.lines:
            for column in columns:
                if not np.isnan(line.values[column]):
                    answer = explain(result, line.asked(column), 2027, "constant")
                    assert answer is not None, (line.label, column)
                    assert close(answer.value, line.values[column]), (line.asked(column), line.label)
                    assert answer.blocks[0].total is None or close(answer.blocks[0].worked_out(), answer.value)
                    assert (answer.when is None) == (moment != "horizon")


def test_what_figures_rest_on_is_told_with_status_and_publication(result: Result) -> None:
    found = grounds(result, accounts(result)["gemeenten"])
    told = [(ground.status.nl, ground.publication.nl, " ".join(text.nl for text in ground.of)) for ground in found]
    assert any("aanname" in status and "Eigen middelen gemeenten" in of for status, _, of in told)
    assert any(status == "voorstel" and "Programmageld" in of for status, _, of in told)
    assert any("Rijksoverheid" in publication for _, publication, _ in told)
    assert not any("beheer DigiD" in of for _, _, of in told)  # a cost of others


def test_what_a_partij_pays_for_others_has_its_reference_and_publications_are_numbered(result: Result) -> None:
    account = accounts(result)["gemeenten"]
    assert not any("GDI" in result.plan.sources[ident].naam for ident, paid in account.paid.items() if np.any(paid > 1))
    told = [line for group in gronden(result, account, "nl") for line in group["regels"]]
    gdi = next(line for line in told if "GDI: overboekingen" in line["tekst"] and line["url"])
    assert gdi["url"].startswith("https://")
    numbers = [line["tekst"].split("]")[0] for line in told if line["tekst"].startswith("[")]
    assert numbers[0] == "[1"
    assert len(set(numbers)) > 1


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_the_page_has_its_choices_words_and_figures(staat: Staat, result: Result, taal: str) -> None:
    spoken = replace(staat, taal=taal, eenheid="mln")  # type: ignore[arg-type]
    found = rekeningen(result)
    values = [each["value"] for each in partijen(result, found, spoken.taal)]
    assert values[0] == ALLE
    assert {"gemeenten", "provincies", "waterschappen"} <= set(values)
    assert perioden(result, spoken.taal)[0]["value"] == JAREN
    wanted = keus("gemeenten", "2027")
    drawn = payloads(result, found, spoken, wanted, "stempel")
    assert len(drawn) == len(BREAKDOWNS)
    assert drawn[0]["figuur"] is not None
    assert "Gemeenten" in zin(result, found, "constant", wanted).say(spoken.taal)
    assert any("illustratie" in line for line in feiten(result, spoken, wanted, "basis 1", "abc"))
    assert gronden(result, found["gemeenten"], spoken.taal)


def test_all_parties_together_have_no_others_and_no_party_itself(staat: Staat, result: Result) -> None:
    whole, one = (
        zin(result, rekeningen(result), "constant", keus(partij, "jaren")).nl for partij in (ALLE, "gemeenten")
    )
    assert "Anderen betalen" in one
    assert "Via de routes komt" in whole
    assert "Anderen" not in whole
    rows = payloads(result, rekeningen(result), staat, keus(ALLE, "jaren"), "")[0]["tabel"]["rijen"]
    assert rows[-1]["label"] == "Blijft over: eigen middelen en tekort"


def test_each_figure_of_the_matrix_says_what_it_is(result: Result, staat: Staat) -> None:
    found = rekeningen(result)
    drawn = payloads(result, found, staat, keus(ALLE, "2027"), "stempel")[0]["tabel"]
    row = next(row for row in drawn["rijen"] if row["label"].startswith("Tekort"))
    assert len(row["overs"]) == len(drawn["koppen"]) == len(drawn["jaren"])
    assert row["overs"][drawn["koppen"].index("Gemeenten")] == ["partij", "gemeenten", "tekort"]
    assert row["overs"][-1] == ["kerncijfer", "tekort", ""]


def test_choices_are_kept_in_the_state_and_forgotten_where_they_are_impossible(context: Context, staat: Staat) -> None:
    data = met_keuze(staat.json(), partij="gemeenten", periode=None)
    assert gekozen(data, "partij", ["gemeenten"], "alle") == "gemeenten"
    assert gekozen(data, "partij", ["rijk"], "alle") == "alle"
    assert gekozen({**data, "keuze": 3}, "partij", ["rijk"], "alle") == "alle"
    filled = gevuld(context, "basis", data)
    assert filled[-2:] == ("gemeenten", JAREN)


def test_a_scenario_that_cannot_be_worked_out_is_said(context: Context, staat: Staat) -> None:
    wrong = replace(staat, werk=replace(staat.werk, kop={**staat.werk.kop, "horizon": [2030, 2020]}))
    filled = gevuld(context, "basis", wrong.json())
    assert filled[len(BREAKDOWNS)]["wie-betaalt-melding"][0]["regels"]


def test_what_a_partij_pays_for_others_too_is_no_share_of_its_own_cover(staat: Staat, result: Result) -> None:
    drawn = payloads(result, rekeningen(result), staat, keus("gemeenten", "2030"), "stempel")
    rows = {row["label"]: row for row in drawn[1]["tabel"]["rijen"]}
    assert rows["Dekking"]["cellen"][1] == "100 %"
    also = rows["Betaalt zelf in totaal, ook voor anderen"]
    assert also["cellen"][0]
    assert also["cellen"][1] == ""
    assert not also["overs"][1]


def test_a_share_that_is_asked_about_is_in_percent(context: Context, staat: Staat, result: Result) -> None:
    drawn = payloads(result, rekeningen(result), staat, keus("gemeenten", "2030"), "stempel")
    row = drawn[0]["tabel"]["rijen"][0]
    said = antwoord(context, staat, {"over": row["overs"][1], "jaar": 2030})
    assert said["waarde"] == row["cellen"][1]
    assert "in procenten" in said["onder"]
    assert "€" not in said["onder"]
