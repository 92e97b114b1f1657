"""Forms: every declared field has a control, and what a form holds reads back as the same measure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from dash_app.context import Context
from dash_app.werkbank.etiketten import EENHEDEN, eenheid_op_scherm, is_deel
from dash_app.werkbank.formulier import KOP, controls_van, formulier, kopformulier, kopveld
from dash_app.werkbank.keuzes import uit_woorden
from dash_app.werkbank.lezen import gelezen, kind_van, met_veld
from model.ledger import open_plan
from model.measures import MEASURES
from model.measures.fields import Columns, specs
from model.measures.labels import SOORTEN, VELDEN
from model.scenario import apply_steps
from model.text import LANGUAGES
from model.words import CATEGORIEEN

EXAMPLES: dict[str, dict[str, Any]] = {
    "mutatie": {"kostenpost": "digid-beheer", "bedragen": {"2027": 400, "structureel": -950.5}},
    "percentage": {"betreft": {"kostensoort": ["beheer", "vernieuwing"]}, "percentage": -0.023011, "vanaf": 2026},
    "kasschuif": {"dekkingsbron": "x", "bedragen": {"2025": -1, "2026": 1}, "afronding": 0.5},
    "overboeking": {"van": "a", "naar": "b", "bedragen": {"structureel": 3}},
    "vertraging": {"betreft": {"programma": "GDI", "kostenpost": ["a|b"]}, "jaren": 1.5},
    "looptijd": {"dekkingsbron": "a", "vanaf": 2025, "tot_en_met": 2028},
    "nieuwe_post": {
        "velden": {"id": "x", "naam": "X", "programma": "Nieuw", "thema": "t", "kostensoort": "beheer", "rang": 1,
                   "verloop": "structureel", "sleutel": "rijk", "volumegroei": "volumegroei-digid", "prijspeil": 2019},
        "reeks": {}, "status": "voorstel", "toelichting": "y",
    },
    "nieuwe_bron": {
        "velden": {"id": "x", "naam": "X", "betaler": "rijk", "besluitstatus": "gevraagd", "volgorde": 3,
                   "verloop": "incidenteel", "compensatie": 0.5, "voor_thema": ["a", "b"], "index": "lpo"},
        "reeks": {"2026": 12.25},
    },
    "beeindiging": {"betreft": {"dekkingsbron": ["a", "b"]}, "vanaf": 2030},
    "bestemming": {"dekkingsbron": "a", "programma": ["GDI"], "thema": [], "volgorde": 2},
    "sleutel": {"betreft": {"thema": "toegang"}, "sleutel": "gemeenten"},
    "aandelen": {"sleutel": "nds-beheer", "aandelen": {"rijk": 0.465, "gemeenten": 0.535}},
    "rang": {"betreft": {"kostenpost": "a"}, "rang": 2},
    "kenmerk": {"betreft": {"programma": "NDS"}, "beheerratio": "leeg", "levensduur": 12,
                "kostenfactor": "kostenfactor", "sleutel_beheer": "rijk"},
    "parameter": {"parameter": "index.lpo", "waarden": {"2026": 0.0}, "eerder_behouden": True, "beleidsmatig": False},
}  # fmt: skip


def measures(context: Context) -> Iterator[dict[str, Any]]:
    for werk in context.meegeleverd.values():
        yield from (dict(kaart.velden) for kaart in werk.kaarten)
    yield from ({"soort": soort, "naam": "n", "id": "i", **fields} for soort, fields in EXAMPLES.items())


def held(control: dict[str, Any]) -> Any:
    """Return what the browser holds of a control."""
    if control["vorm"] == "selectie":
        return {each["naam"]: each["waarde"] for each in control["criteria"]}
    return control["waarde"]


def test_there_is_an_example_of_every_soort() -> None:
    assert set(EXAMPLES) == set(MEASURES) == set(SOORTEN)


@pytest.mark.parametrize("soort", MEASURES)
@pytest.mark.parametrize("taal", LANGUAGES)
def test_every_declared_field_has_a_control_with_label_help_and_unit(context: Context, soort: str, taal: Any) -> None:
    found = {
        tuple(each["pad"]): each
        for each in controls_van(formulier({"soort": soort}, open_plan(context.baseline), taal))
    }
    declared: dict[tuple[str, ...], Any] = {}
    for name, spec in specs(MEASURES[soort]).items():
        if isinstance(spec.kind, Columns):
            declared |= {(name, column.name): column for column in spec.kind.table.columns}
        else:
            declared[name,] = spec
    assert set(found) == set(declared)
    for pad, spec in declared.items():
        control = found[pad]
        assert control["label"] == getattr(VELDEN[pad[-1]], taal).removesuffix(f" ({pad[-1]})")
        assert len(control["hulp"]) > 3
        assert control["hulp"].endswith(".")
        assert (control["eenheid"] != "") == (spec.unit != "")
        assert spec.unit in EENHEDEN or is_deel(spec.unit)
        needed = spec.needed if len(pad) == 1 else not spec.optional
        assert control["nodig"] is needed


def test_a_form_reads_back_as_the_same_measure(context: Context) -> None:
    plan = open_plan(context.baseline)
    for velden in measures(context):
        controls = controls_van(formulier(velden, plan, "nl"))
        for control in controls:
            assert met_veld(velden, control["pad"], held(control)) == velden, control["pad"]
        again: dict[str, Any] = {"soort": velden["soort"]}
        for control in controls:
            again = met_veld(again, control["pad"], held(control))
        again |= {name: {} for name in ("reeks",) if name in velden and name not in again}
        assert again == velden


def test_choices_are_those_of_the_plan_at_that_point(context: Context) -> None:
    plan = open_plan(context.baseline)
    (found,) = [
        each for each in controls_van(formulier({"soort": "mutatie"}, plan, "nl")) if each["pad"] == ["kostenpost"]
    ]
    assert [each["waarde"] for each in found["opties"]] == list(plan.posts)
    werk = context.meegeleverd["structureel"]
    later, _ = apply_steps(plan, werk.scenario()[0].steps)
    assert set(later.posts) == set(plan.posts)


def test_a_choice_that_is_not_there_can_be_taken_away(context: Context) -> None:
    velden = {"soort": "rang", "betreft": {"programma": "weg"}}
    (found,) = [
        each
        for each in controls_van(formulier(velden, open_plan(context.baseline), "nl"))
        if each["pad"] == ["betreft"]
    ]
    (programma,) = [each for each in found["criteria"] if each["naam"] == "programma"]
    assert programma["opties"][-1] == {"waarde": "weg", "tekst": "weg (bestaat hier niet)"}


def test_units_are_said_in_the_language_of_the_page() -> None:
    said = [eenheid_op_scherm("fractie per jaar, reëel", taal) for taal in LANGUAGES]
    assert said == ["% per jaar, reëel", "% per year, real"]


def test_the_unit_of_a_parameter_is_that_of_the_dataset(context: Context) -> None:
    def of(ident: str) -> dict[str, Any]:
        form = formulier({"soort": "parameter", "parameter": ident}, open_plan(context.baseline), "nl")
        return next(each for each in controls_van(form) if each["pad"] == ["waarde"])

    assert (of("beheerratio")["eenheid"], of("beheerratio")["procent"]) == ("% per jaar", True)
    assert (of("levensduur")["eenheid"], of("levensduur")["procent"]) == ("jaar", False)


@pytest.mark.parametrize(
    ("soort", "pad", "ruw", "expected"),
    [
        ("mutatie", ["bedragen"], {}, None),
        ("mutatie", ["bedragen"], {"structureel": 1, "2030": 2, "2026": None}, {"2030": 2, "structureel": 1}),
        ("nieuwe_post", ["reeks"], {}, {}),
        ("rang", ["betreft"], {"programma": ["GDI"], "thema": []}, {"programma": "GDI"}),
        ("rang", ["betreft"], {}, None),
        ("bestemming", ["thema"], [], []),
        ("bestemming", ["thema"], None, None),
        ("mutatie", ["beleidsmatig"], True, True),
        ("mutatie", ["beleidsmatig"], None, None),
        ("mutatie", ["naam"], "  x ", "x"),
        ("mutatie", ["naam"], "  ", None),
        ("kenmerk", ["beheerratio"], "leeg", "leeg"),
        ("kenmerk", ["beheerratio"], 0.15, 0.15),
        ("aandelen", ["aandelen"], {"rijk": 1, "eu": None}, {"rijk": 1}),
    ],
)
def test_what_a_form_holds_is_read_by_kind(soort: str, pad: list[str], ruw: Any, expected: Any) -> None:
    assert gelezen(kind_van(soort, pad), ruw) == expected


def test_the_head_has_its_fields(context: Context) -> None:
    plan = open_plan(context.baseline)
    kop = {
        "naam": "A",
        "horizon": [2024, 2030],
        "telt_mee": ["gevraagd"],
        "datum": "2026-11-21",
        "begrotingsjaar": 2027,
    }
    for taal in LANGUAGES:
        controls = kopformulier(kop, plan, taal)
        assert [each["pad"][0] for each in controls] == list(KOP)
        assert all(each["label"] and each["hulp"] for each in controls)
        for each in controls:
            assert kopveld(each["pad"][0], each["waarde"]) == kop.get(each["pad"][0])
        bounds = next(each["grenzen"] for each in controls if each["pad"] == ["begrotingsjaar"])
        assert (bounds["low"], bounds["high"]) == (plan.horizon.first, plan.horizon.last)


def test_a_choice_and_its_meaning_are_not_the_same_words_twice() -> None:
    told = [each["tekst"] for each in uit_woorden(CATEGORIEEN, "nl")]
    assert "mee- of tegenvaller" in told
    assert "niet plafondrelevant" in told
