"""The panel that says where a figure comes from: what it gets, what it refuses, and that it shows what was clicked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dash_app.beeld import tabel_payload
from dash_app.context import Context
from dash_app.herkomst import UNKNOWN, antwoord
from dash_app.staat import Staat, begin
from dash_app.uitleg import adres
from dash_app.werk import geschakeld
from dash_app.werkbank.stand import OPENED, figuren, getoond
from model.overviews import key_tables
from model.scenario import BASIS
from model.tables import window
from model.text import LANGUAGES


@pytest.fixture(
    params=[(taal, unit, prices) for taal in LANGUAGES for unit, prices in (("k", "constant"), ("mln", "lopend"))]
)
def staat(context: Context, request: pytest.FixtureRequest) -> Staat:
    taal, unit, prices = request.param
    return begin(context, f"?scenario=structureel&eenheid={unit}&prijzen={prices}", taal)[0]


def test_the_panel_shows_the_very_figure_that_was_clicked(context: Context, staat: Staat) -> None:
    result = context.uitkomst(staat.werk).result
    assert result is not None
    years = (*window(result, staat.prijzen).years, result.years[-1])
    for table in key_tables(result, staat.prijzen):
        for row in tabel_payload(table, staat.taal, staat.eenheid, years)["rijen"]:
            for column, printed in enumerate(row["cellen"]):
                if row["over"] and printed:
                    said = antwoord(context, staat, {"over": row["over"], "jaar": years[column]})
                    assert said["waarde"] == printed, (row["label"], years[column])
                    assert said["onder"].startswith(str(years[column]))
                    assert said["blokken"]


def test_amounts_come_with_status_publication_and_reason(context: Context) -> None:
    staat = begin(context, "?scenario=basis", "nl")[0]
    source = next(iter(context.baseline.source_series))
    said = antwoord(context, staat, {"over": ["plan", "dekkingsbron", source], "jaar": 2024})
    rests = said["blokken"][0]["rijen"][0]["bron"]
    given = context.baseline.source_series[source][0]
    assert rests["status"] == given.status
    assert rests["stand"] == given.stand
    assert rests["publicatie"]["titel"] == context.baseline.references[given.referentie or ""].titel


def test_what_is_available_shows_how_its_money_follows_from_the_plan(context: Context) -> None:
    staat = begin(context, "?scenario=basis", "nl")[0]
    said = antwoord(context, staat, {"over": ["dekkingsbron", "gdi-overboekingen", "beschikbaar"], "jaar": 2031})
    follows, money, plan, *_ = said["blokken"]
    assert [money["titel"], plan["titel"]] == ["Geld in het jaar", "Het plan"]
    assert money["rijen"][0]["tekst"] == plan["totaal"]["tekst"]
    assert [row["teken"] for row in money["rijen"]] == ["", "×", "÷"]
    assert money["totaal"]["tekst"] == follows["rijen"][0]["tekst"]


def test_a_measure_says_what_it_did(context: Context) -> None:
    staat = begin(context, "?scenario=structureel", "nl")[0]
    result = context.uitkomst(staat.werk).result
    assert result is not None
    source = next(
        ident
        for (kind, ident), series in result.plan.series.items()
        if kind == "dekkingsbron" and any(m.cause not in ("dataset", "extrapolatie") for m in series.mutations)
    )
    said = [
        row["label"]
        for year in result.years
        for row in antwoord(context, staat, {"over": ["plan", "dekkingsbron", source], "jaar": year})["blokken"][0][
            "rijen"
        ]
    ]
    assert any(label.startswith("maatregel: ") for label in said)


def test_the_last_year_says_that_it_is_the_structural_column(context: Context) -> None:
    staat = begin(context, "?scenario=basis", "nl")[0]
    result = context.uitkomst(staat.werk).result
    assert result is not None
    said = antwoord(context, staat, {"over": ["kerncijfer", "tekort", ""], "jaar": result.years[-1]})
    assert any("structureel" in note for note in said["noten"])


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"over": [], "jaar": 2026},
        {"over": ["kerncijfer", "bestaat-niet", ""], "jaar": 2026},
        {"over": ["kostenpost", "bestaat-niet"], "jaar": 2026},
        {"over": ["kerncijfer", "tekort", "bestaat-niet"], "jaar": 2026},
        {"over": ["cellen"], "jaar": 2026},
        {"over": ["prijs", "bbp", "geen-jaar"], "jaar": 2026},
        {"over": ["dekkingsbron", "gdi-overboekingen", "bestaat-niet"], "jaar": 2026},
        {"over": ["kerncijfer", "tekort", ""], "jaar": 1800},
        {"over": ["kerncijfer", "tekort", ""], "jaar": "2026"},
        {"over": ["kerncijfer", "tekort", ""], "jaar": None, "spoor": "geen"},
    ],
)
def test_what_is_no_figure_is_said_to_be_none(context: Context, asked: dict[str, Any]) -> None:
    staat = begin(context, "", "nl")[0]
    said = antwoord(context, staat, asked)
    assert said["titel"] == UNKNOWN.nl
    assert said["blokken"] == []


def test_the_trail_keeps_questions_only(context: Context) -> None:
    staat = begin(context, "", "nl")[0]
    trail = [{"over": ["kerncijfer", "tekort", ""], "jaar": 2026, "titel": "Tekort", "meer": 1}, "niets", {"over": "x"}]
    said = antwoord(context, staat, {"over": ["kerncijfer", "dekking", ""], "jaar": 2026, "spoor": trail})
    assert said["spoor"] == [{"over": ["kerncijfer", "tekort", ""], "jaar": 2026, "titel": "Tekort"}]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//elders.nl", "file:///etc", "", None, "http://[", "https:"]
)
def test_only_addresses_of_the_web_become_links(url: str | None) -> None:
    assert adres(url) == ""
    assert adres("https://www.rijksoverheid.nl/a?b=c") == "https://www.rijksoverheid.nl/a?b=c"


@pytest.mark.parametrize("tegen", [OPENED, BASIS])
def test_levels_and_differences_are_answered_with_the_very_figure(context: Context, tegen: str) -> None:
    opened = begin(context, "?scenario=kasschuif", "nl")[0]
    staat = replace(opened, werk=geschakeld(opened.werk, opened.werk.kaarten[0].sleutel))
    shown = getoond(context, staat, context.uitkomst(staat.werk), None)
    drawn = figuren(context, staat, shown, tegen)
    assert drawn is not None
    table = drawn[0]["tabel"]
    for row in table["rijen"]:
        for column, printed in enumerate(row["cellen"]):
            asked = {"over": row["overs"][column], "jaar": table["jaren"][column]}
            said = antwoord(context, staat, asked)
            assert said.get("waarde") == printed, asked
