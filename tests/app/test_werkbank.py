"""The workbench without a browser: actions, cards in words, and figures that are never stale in silence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from app.werkbank import done, opened, shown

from dash_app.context import Context
from dash_app.werkbank.antwoord import afdruk
from dash_app.werkbank.stand import figuren, getoond, soorten
from model.measures import MEASURES
from model.text import LANGUAGES


def test_a_field_changes_and_the_form_knows_it(context: Context) -> None:
    staat, told = done(context, opened(context), doe="veld", sleutel="m1", pad=["bedragen"], waarde={"2027": 5})
    assert staat.werk.kaarten[0].velden["bedragen"] == {"2027": 5}
    assert (told["telt"], told["staat"]) == (True, staat.json())
    assert told["zegt"] == "Bedragen per jaar van maatregel 1 gewijzigd."
    assert staat.gewijzigd


def test_the_same_value_is_no_change(context: Context) -> None:
    staat = opened(context)
    value = staat.werk.kaarten[0].velden["bedragen"]
    _, told = done(context, staat, doe="veld", sleutel="m1", pad=["bedragen"], waarde=value)
    assert not told["telt"]
    assert "staat" not in told


@pytest.mark.parametrize(
    "actie",
    [
        {"doe": "onzin"},
        {"doe": "kies", "sleutel": "m99"},
        {"doe": "veld", "sleutel": "m1", "pad": ["bestaat-niet"], "waarde": 1},
        {"doe": "veld", "sleutel": "m1", "pad": ["bedragen", "x"], "waarde": 1},
        {"doe": "voegtoe", "soort": "onzin"},
        {"doe": "parameter", "parameter": "onzin", "waarde": 1},
        {"doe": "kop", "veld": "basis", "waarde": "x"},
        {"doe": "kop", "veld": "begrotingsjaar", "waarde": 2050},
        {"doe": "herstel", "werk": {}},
        {"doe": "verplaats", "sleutel": "m1", "stap": "x"},
    ],
)
def test_what_cannot_be_done_leaves_everything(context: Context, actie: dict[str, Any]) -> None:
    staat = opened(context)
    after, told = done(context, staat, **actie)
    assert after == staat
    assert told["zegt"] == "Dit kan hier niet."


def test_moving_says_from_where_to_where(context: Context) -> None:
    staat = opened(context, "?scenario=kasschuif")
    staat, told = done(context, staat, doe="verplaats", sleutel="m2", stap=-1)
    assert told["zegt"] == "Maatregel 2 verplaatst naar plaats 1."
    assert [kaart.sleutel for kaart in staat.werk.kaarten] == ["m2", "m1"]


@pytest.mark.parametrize("soort", MEASURES)
def test_every_soort_can_be_added_and_says_what_is_to_be_filled_in(context: Context, soort: str) -> None:
    staat, told = done(context, opened(context), doe="voegtoe", soort=soort)
    assert told["nieuw"] == staat.gekozen
    card = shown(context, staat)["kaarten"][-1]
    assert card["fouten"]
    assert all(each["nog"] for each in card["fouten"]), card["fouten"]
    for taal in LANGUAGES:
        assert shown(context, replace(staat, taal=taal))["formulier"]["groepen"]


def test_an_invalid_measure_keeps_the_last_figures_and_says_so(context: Context) -> None:
    staat, _ = done(context, opened(context), doe="veld", sleutel="m1", pad=["bedragen"], waarde={"2027": 7000})
    good = {"verwijzing": staat.verwijzing, "werk": staat.werk.json()}
    fine = shown(context, staat, good)
    assert not fine["boodschap"]
    staat, _ = done(context, staat, doe="veld", sleutel="m1", pad=["bedragen"], waarde={"1999": 7000})
    found = shown(context, staat, good)
    assert found["boodschap"].startswith("Dit scenario kan zo niet worden doorgerekend: maatregel 1.")
    assert "het laatste scenario dat wel kon" in found["boodschap"]
    assert found["bevindingen"] == fine["bevindingen"]
    assert found["kaarten"][0]["fouten"][0]["veld"] == "bedragen.1999"
    uitkomst = context.uitkomst(staat.werk)
    drawn = figuren(context, staat, getoond(context, staat, uitkomst, good), "geopend")
    assert drawn is not None
    assert all(each["zin"].startswith("Niet bijgewerkt.") for each in drawn)


def test_without_figures_of_its_own_a_scenario_shows_those_it_was_opened_with(context: Context) -> None:
    staat, _ = done(context, opened(context), doe="voegtoe", soort="looptijd")
    as_opened = context.meegeleverd["structureel"]
    other = {"verwijzing": "kasschuif", "werk": context.meegeleverd["kasschuif"].json()}
    drawn_before = {"verwijzing": staat.verwijzing, "werk": as_opened.json()}  # also what a link's first answer told
    for good in (None, other, drawn_before):
        uitkomst = context.uitkomst(staat.werk)
        assert getoond(context, staat, uitkomst, good).werk == as_opened
        assert shown(context, staat, good)["boodschap"].endswith(f"ze tonen ‘{as_opened.naam}’ zonder wijzigingen.")


def test_a_plan_below_zero_is_said_at_the_measure_that_lowers_it(context: Context) -> None:
    staat, _ = done(context, opened(context), doe="veld", sleutel="m1", pad=["bedragen"], waarde={"2027": -1e9})
    found = shown(context, staat)
    assert [each["code"] for each in found["kaarten"][0]["fouten"]] == ["plan-negatief"]
    assert not found["kopfouten"]


def test_opening_another_scenario_is_one_step_that_can_be_undone(context: Context) -> None:
    staat, _ = done(context, opened(context), doe="veld", sleutel="m1", pad=["naam"], waarde="Anders")
    other, told = done(context, staat, doe="open", verwijzing="kasschuif")
    assert other.verwijzing == "kasschuif"
    assert not other.gewijzigd
    assert "Ongedaan maken brengt het vorige terug" in told["zegt"]
    before = {**staat.werk.json(), "verwijzing": staat.verwijzing, "oorsprong": staat.oorsprong}
    back, _ = done(context, other, doe="herstel", werk=before)
    assert (back.werk, back.verwijzing, back.oorsprong) == (staat.werk, staat.verwijzing, staat.oorsprong)
    assert back.gewijzigd


def test_a_new_scenario_is_the_dataset_under_a_name_of_its_own(context: Context) -> None:
    staat, _ = done(context, opened(context), doe="nieuw")
    assert not staat.werk.kaarten
    assert staat.gewijzigd
    assert context.uitkomst(staat.werk).result is not None


def test_the_description_of_the_dataset_goes_where_measures_make_it_untrue(context: Context) -> None:
    staat, _ = done(context, opened(context, "?scenario=basis"), doe="kop", veld="naam", waarde="Anders")
    assert staat.werk.kop["omschrijving"] == "De dataset zelf, zonder maatregelen"
    staat, _ = done(context, staat, doe="voegtoe", soort="mutatie")
    assert "omschrijving" not in staat.werk.kop
    staat, _ = done(context, staat, doe="kop", veld="omschrijving", waarde="Eigen woorden")
    assert staat.werk.kop["omschrijving"] == "Eigen woorden"


def test_what_is_odd_is_marked(context: Context) -> None:
    staat = opened(context, "?scenario=incidenteel-tm-2030")
    found = shown(context, staat)["bevindingen"]
    assert any(each["letop"] and each["tekst"].startswith("Afgrond") for each in found)
    assert not found[0]["letop"]


def test_the_print_of_figures_follows_what_they_depend_on() -> None:
    assert afdruk("a", None) == afdruk("a", None) != afdruk("a", ("Text", "Text"))


@pytest.mark.parametrize("taal", LANGUAGES)
def test_every_soort_says_what_it_does(taal: Any) -> None:
    assert [each["waarde"] for each in soorten(taal)] == list(MEASURES)
    assert all(each["tekst"] and each["naam"] for each in soorten(taal))


def test_a_card_says_what_it_does_as_a_person_would(context: Context) -> None:
    staat = opened(context)
    assert shown(context, staat)["kaarten"][0]["zin"] == (
        "Dekkingsbron NDS-uitvoeringsprogramma (gevraagd door medeoverheden) · "
        "Bedragen per jaar (x € 1.000) 2027-2030: 1.000.000; structureel: 550.000"
    )
    english = shown(context, replace(staat, taal="en"))["kaarten"][0]["zin"]
    assert english.startswith("Source NDS-uitvoeringsprogramma")
    assert english.endswith("Amounts per year (x € 1,000) 2027-2030: 1,000,000; structural: 550,000")
    staat, _ = done(context, staat, doe="parameter", parameter="beheerratio", waarde=0.2)
    assert shown(context, staat)["kaarten"][-1]["zin"].endswith("Waarde 20 %")


def test_the_list_of_scenarios_names_what_is_open(context: Context) -> None:
    staat = opened(context, "?scenario=structureel")
    assert shown(context, staat)["geopend"] == "structureel"
    anders = done(context, staat, doe="kop", veld="naam", waarde="Een proef")[0]
    for each, naam in ((anders, "Een proef"), (done(context, staat, doe="nieuw")[0], "Nieuw scenario")):
        data = shown(context, each)
        first, *rest = data["scenarios"]
        assert (data["geopend"], first) == ("", {"waarde": "", "tekst": naam})
        assert rest == shown(context, staat)["scenarios"]


def test_an_emptied_name_is_what_the_message_names(context: Context) -> None:
    staat, _ = done(context, opened(context), doe="kop", veld="naam", waarde="")
    message = shown(context, staat)["boodschap"]
    assert message.startswith("Nog niet helemaal ingevuld: het scenario zelf (Naam).")
