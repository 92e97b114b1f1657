"""Bronnen en aannames: every amount, parameter, measure and publication is listed, with what it rests on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dash_app.beeld import tabel_payload
from dash_app.bronnenlijst import DOORGETROKKEN, STATUSNAMEN, VERDELINGSNAMEN, rijen
from dash_app.context import Context
from dash_app.herkomst import antwoord
from dash_app.pages.bronnen import BEELDEN, beelden, layout, lijst
from dash_app.staat import Staat, begin
from dash_app.uitleg import genoemde
from dash_app.werkbank.parameters import tabel
from dash_app.zekerheid import statustabel, zekerheid
from model.engine import run
from model.io.scenario_file import scenario_from
from model.reconciliation import status_tables
from model.scenario import BASELINE_SCENARIO
from model.text import LANGUAGES
from model.words import VERDELINGEN


@pytest.fixture
def staat(context: Context) -> Staat:
    return begin(context, "?scenario=structureel", "nl")[0]


def test_every_given_amount_and_parameter_is_in_a_row(context: Context) -> None:
    baseline = context.baseline
    rows = rijen(run(baseline).plan, BASELINE_SCENARIO, "nl", "k")
    for kind, series in (("kostenpost", baseline.post_series), ("dekkingsbron", baseline.source_series)):
        for ident, amounts in series.items():
            mine = [row for row in rows if (row["soort"], row["id"]) == (kind, ident)]
            for amount in amounts:
                spans = [(row, [int(year) for year in row["jaren"].split("-")]) for row in mine]
                held = [row for row, years in spans if years[0] <= amount.jaar <= years[-1]]
                assert [row["status"] for row in held] == [amount.status], (ident, amount)
                assert held[0]["referentie"] == (amount.referentie or "")
    values = [row for row in rows if row["soort"] == "parameter"]
    assert len(values) == sum(len(parameter.rows) for parameter in baseline.parameters.values())


def test_an_assumption_says_so_and_gives_its_reason(context: Context) -> None:
    for taal in LANGUAGES:
        rows = rijen(run(context.baseline).plan, BASELINE_SCENARIO, taal, "k")
        assumed = [row for row in rows if row["status"] in ("aanname", DOORGETROKKEN)]
        assert assumed
        assert all(row["reden"] or row["referentie"] for row in assumed)
        assert all(row["statusnaam"] == STATUSNAMEN[row["status"]].say(taal) for row in rows)


def test_a_value_of_a_parameter_has_its_unit_and_spread_in_the_language_of_the_page(context: Context) -> None:
    said = {
        taal: {row["id"]: row["bedrag"] for row in rijen(run(context.baseline).plan, BASELINE_SCENARIO, taal, "k")}
        for taal in LANGUAGES
    }
    assert [said[taal]["begrotingsjaar"] for taal in LANGUAGES] == ["2026", "2026"]
    assert [said[taal]["levensduur"] for taal in LANGUAGES] == ["10 jaar", "10 years"]
    assert [said[taal]["doorlooptijd-gdi"] for taal in LANGUAGES] == ["1 jaar", "1 year"]
    assert said["en"]["discontovoet"] == "2.25 % per year, real"
    assert said["nl"]["beheerratio"] == "15 % per jaar (driehoek: 5 % tot 25 %)"
    assert said["en"]["beheerratio"] == "15 % per year (triangular: 5 % to 25 %)"
    assert said["en"]["kostenfactor"] == "1 (lognormal: 0.8 to 2.12)"
    assert set(VERDELINGSNAMEN) == set(VERDELINGEN)


def test_measures_of_the_open_scenario_are_listed(context: Context, staat: Staat) -> None:
    measures = [row for row in lijst(context, staat)["rijen"] if row["soort"] == "maatregel"]
    assert len(measures) == len(staat.werk.kaarten)
    assert all(row["reden"] for row in measures)
    row, card = measures[0], staat.werk.kaarten[0].velden
    assert row["jaren"] == "2027-2030, structureel"
    assert row["bedrag"] == "Bedragen per jaar (x € 1.000) 2027-2030: 1.000.000; structureel: 550.000"
    assert row["soortnaam"] == "maatregel: Mutatie"
    assert row["reden"].endswith("Dekkingsbron NDS-uitvoeringsprogramma (gevraagd door medeoverheden)")
    for elsewhere in (card["naam"], card["referentie"], "550.000"):
        assert elsewhere not in row["reden"]


@pytest.mark.parametrize(
    ("fields", "years", "worth"),
    [
        ({"soort": "percentage", "percentage": -0.1, "vanaf": 2028}, "vanaf 2028", "Percentage ‒ 10 %"),
        ({"soort": "looptijd", "vanaf": 2028, "tot_en_met": 2029}, "2028-2029", ""),
        ({"soort": "looptijd", "tot_en_met": 2029}, "tot en met 2029", ""),
    ],
)
def test_a_measure_has_its_years_and_value_in_their_columns(
    context: Context, fields: dict[str, Any], years: str, worth: str
) -> None:
    about = {"betreft": {"programma": "GDI"}} if fields["soort"] == "percentage" else {"dekkingsbron": "nds-bestaand"}
    scenario = scenario_from({"naam": "x", "maatregel": [{**fields, **about}]}, "x")[0]
    row = rijen(run(context.baseline).plan, scenario, "nl", "k")[-1]
    assert (row["jaren"], row["bedrag"]) == (years, worth)
    assert row["reden"]


def test_every_publication_is_listed_with_a_safe_link(context: Context, staat: Staat) -> None:
    shown = lijst(context, staat)["publicaties"]
    assert [each["id"] for each in shown] == list(context.baseline.references)
    assert all(each["url"] == "" or each["url"].startswith(("https://", "http://")) for each in shown)
    assert any(each["aantal"] for each in shown)


def test_reasons_name_publications_by_their_titles(context: Context, staat: Staat) -> None:
    reasons = [row["reden"] for row in lijst(context, staat)["rijen"]]
    assert not [reason for reason in reasons if set(genoemde(reason)) & set(context.baseline.references)]
    assert any("‘Ombuigings- en intensiveringslijst 2020" in reason for reason in reasons)


def test_reconciliation_has_every_total(context: Context, staat: Staat) -> None:
    totals = lijst(context, staat)["aansluiting"]
    assert len(totals) == len(context.baseline.controls)
    assert all(total["goed"] for total in totals)


def test_shares_are_drawn_as_they_stand_in_the_table(context: Context) -> None:
    for beeld in beelden(context):
        assert beeld.teken is not None
        drawn = beeld.teken(beeld.tabel, "nl", "k")["data"]
        for column in range(len(beeld.tabel.columns)):
            assert sum(trace["y"][column] or 0 for trace in drawn) == pytest.approx(1)


def test_sure_and_assumed_make_the_whole(context: Context) -> None:
    said = zekerheid(statustabel(status_tables(context.baseline)[1]))
    assert "17 %" in said.nl
    assert "83 %" in said.en


def test_shares_say_that_they_are_of_the_dataset(context: Context) -> None:
    for beeld in beelden(context):
        assert "zonder de maatregelen" in beeld.zin.nl
        assert beeld.tabel.caption.nl.startswith("dataset zonder maatregelen")


def test_the_total_is_in_the_unit_of_its_caption(context: Context) -> None:
    table = statustabel(status_tables(context.baseline)[0])
    assert "x € 1 mln" in table.captioned("nl", "mln")
    assert table.lines[-1].cell(0, "nl", "mln") == "332,0"


def test_the_page_has_a_place_for_every_list(context: Context) -> None:
    for taal in LANGUAGES:
        told = str(layout(context, taal))
        for ident in (
            *BEELDEN,
            "bronnen-zoek",
            "bronnen-telling",
            "bronnen-lijst",
            "bronnen-publicaties",
            "bronnen-aansluiting",
        ):
            assert f"'{ident}'" in told


@pytest.mark.parametrize(("taal", "eenheid"), [("nl", "k"), ("en", "mln")])
def test_every_amount_is_answered_with_the_very_figure(context: Context, taal: Any, eenheid: Any) -> None:
    staat = replace(begin(context, "?scenario=structureel", taal)[0], eenheid=eenheid)
    data = lijst(context, staat)
    asked = [each for row in data["rijen"] for each in row["vragen"]]
    asked += [each[name] for each in data["aansluiting"] for name in ("gevonden", "gesteld", "verschil")]
    plan = context.uitkomst(staat.werk).result.plan  # type: ignore[union-attr]
    asked += [each for row in tabel(context, staat.werk, plan, taal) for each in row["gepubliceerd"]]
    for beeld in beelden(context):
        table = tabel_payload(beeld.tabel, taal, eenheid, beeld.jaren)
        for row in table["rijen"]:
            pairs = zip(row["cellen"], table["jaren"], strict=True)
            asked += [{"tekst": printed, "over": row["over"], "jaar": year} for printed, year in pairs if printed]
    assert len(asked) > 250
    for each in asked:
        said = antwoord(context, staat, each)
        assert said.get("waarde") == each["tekst"], each
        assert said["blokken"]
