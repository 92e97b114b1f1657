"""The workbench without a browser: actions, cards in words, parameters, and figures that are never stale in silence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from dash_app.context import Context
from dash_app.staat import Staat, begin
from dash_app.werk import erbij
from dash_app.werkbank.antwoord import afdruk, antwoord
from dash_app.werkbank.beelden import beelden
from dash_app.werkbank.kaarten import plan_bij
from dash_app.werkbank.kerncijfers import CIJFERS, kerncijfers
from dash_app.werkbank.stand import figuren, getoond, soorten, stand
from model.findings import findings
from model.measures import MEASURES
from model.measures.description import described
from model.scenario import BASIS
from model.text import LANGUAGES, Text


def opened(context: Context, search: str = "") -> Staat:
    return begin(context, search, "nl")[0]


def done(context: Context, staat: Staat, **actie: Any) -> tuple[Staat, dict[str, Any]]:
    return antwoord(context, actie, staat)


def shown(context: Context, staat: Staat, goed: Any = None) -> dict[str, Any]:
    uitkomst = context.uitkomst(staat.werk)
    return stand(context, staat, uitkomst, getoond(context, staat, uitkomst, goed))


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
    other = {"verwijzing": "kasschuif", "werk": context.meegeleverd["kasschuif"].json()}
    for good in (None, other):
        uitkomst = context.uitkomst(staat.werk)
        assert getoond(context, staat, uitkomst, good).werk == context.meegeleverd["structureel"]
        assert "zoals het is geopend" in shown(context, staat, good)["boodschap"]


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


def test_a_parameter_is_chosen_changed_and_given_back(context: Context) -> None:
    staat, _ = done(context, opened(context), doe="parameter", parameter="levensduur", waarde=15)
    assert staat.werk.kaarten[-1].velden["waarde"] == 15
    row = next(each for each in shown(context, staat)["parameters"] if each["id"] == "levensduur")
    assert (row["gepubliceerd"][0]["tekst"], row["waarde"], row["kaart"]) == ("10", 15, staat.werk.kaarten[-1].sleutel)
    staat, _ = done(context, staat, doe="parameter", parameter="levensduur", waarde=20)
    assert len(staat.werk.kaarten) == 2
    assert staat.werk.kaarten[-1].velden["waarde"] == 20
    staat, told = done(context, staat, doe="parameter", parameter="levensduur", waarde=None)
    assert len(staat.werk.kaarten) == 1
    assert "gepubliceerde waarde" in told["zegt"]


@pytest.mark.parametrize(
    ("parameter", "waarde"),
    [
        ("beheerratio", -0.1),
        ("eindejaarsmarge", 1.5),
        ("levensduur", 2.5),
        ("begrotingsjaar", 1),
        ("index.lpo", {"2027": 0.02, "2028": -1}),
        ("prijscompensatie", {"2027": 1.5}),
    ],
)
def test_a_parameter_outside_its_bounds_changes_nothing(context: Context, parameter: str, waarde: Any) -> None:
    staat = opened(context)
    after, told = done(context, staat, doe="parameter", parameter=parameter, waarde=waarde)
    assert after == staat
    assert not told["telt"]


def test_the_browser_knows_the_bounds_of_a_parameter(context: Context) -> None:
    rows = {row["id"]: row["grenzen"] for row in shown(context, opened(context))["parameters"]}
    assert rows["eindejaarsmarge"] == {"low": 0, "high": 1, "heel": False, "zin": "ten minste 0 % en ten hoogste 100 %"}
    assert rows["levensduur"] == {"low": 1, "heel": True, "zin": "een geheel getal en ten minste 1"}
    assert rows["index.lpo"] == {"above": -1, "heel": False, "zin": "meer dan ‒ 100 %"}


def test_an_unlikely_parameter_is_said_at_its_field(context: Context) -> None:
    staat, _ = done(context, opened(context), doe="parameter", parameter="beheerratio", waarde=1.5)
    noted = {row["id"]: row["noot"] for row in shown(context, staat)["parameters"] if row["noot"]}
    assert list(noted) == ["beheerratio"]
    assert noted["beheerratio"].startswith("150 % is ongewoon hoog (meer dan 100 %).")


def test_a_parameter_per_year_keeps_earlier_years(context: Context) -> None:
    staat, _ = done(context, opened(context), doe="parameter", parameter="index.lpo", waarde={"2027": 0.04})
    result = context.uitkomst(staat.werk).result
    assert result is not None
    values = result.plan.parameters["index.lpo"].over(np.array([2026, 2027, 2030]))
    assert values.tolist() == [0.025215, 0.04, 0.04]


def test_a_chosen_parameter_is_named_once(context: Context) -> None:
    staat, _ = done(context, opened(context), doe="parameter", parameter="levensduur", waarde=15)
    step = staat.werk.scenario()[0].steps[-1]
    assert step.measure is not None
    told = described(step.measure, plan_bij(context, staat.werk, None)).nl
    assert told.startswith("Parameter Levensduur")
    assert told.count("Levensduur") == 1
    rows = shown(context, staat)["parameters"]
    assert not any(row["herkomst"].count("aanname, met reden") > 1 for row in rows)


def test_every_parameter_stands_with_its_status(context: Context) -> None:
    rows = shown(context, opened(context))["parameters"]
    assert [row["id"] for row in rows] == list(context.baseline.parameters)
    assert all(row["herkomst"] and row["gepubliceerd"] and row["eenheid"] for row in rows)


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
