"""The engine against published series: article 6 of BZK (VII) by phase, charging users in 2018, moving GDI money.

Every expected amount stands in a table here, as the budget papers print it (k€), and is looked up in `data/bronnen`
too. V verplichtingen, U uitgaven and O ontvangsten are never added up: all tables of article 6 are of U.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
from cases.kleine_begroting import (
    Bron,
    Post,
    andere_sleutel,
    bedrag,
    gepubliceerd,
    mutatie,
    overboeking,
    per_jaar,
    reken,
    schrijf_dataset,
)

ARTIKEL = "bzk_artikel6.csv"
SUPPLETOIRE = "suppletoire_2024.csv"
DOORBELASTING = "doorbelasting_2018.csv"
UITGAVEN = "U"

# Article 6, uitgaven:  jaar   OWB      mutatie  stand 1e suppletoire
STANDEN = [
    pytest.param(2023, 468_592, 46_037, 514_629, id="2023"),
    pytest.param(2024, 536_087, -2_005, 534_082, id="2024"),
]

# Article 6, uitgaven:    jaar   2e suppl.  realisatie  onderuitputting  overschrijding
UITPUTTING = [
    pytest.param(2014, 132_602, 134_488, 0, 1_886, id="2014-overschrijding"),
    pytest.param(2018, 194_762, 188_841, 5_921, 0, id="2018"),
    pytest.param(2019, 173_772, 170_827, 2_945, 0, id="2019"),
    pytest.param(2020, 196_846, 190_203, 6_643, 0, id="2020"),
]

# Article 6.2, uitgaven 2024:  instrument                 OWB     mutatie  stand
INSTRUMENTEN = [
    pytest.param("Opdrachten", 49_041, -19_436, 29_605, id="opdrachten"),
    pytest.param("Bijdrage aan ZBO's/RWT's", 17_966, 100, 18_066, id="zbo-rwt"),
    pytest.param("Bijdrage aan medeoverheden", 839, 500, 1_339, id="medeoverheden"),
]

# Miljoenennota 2025, article 6, uitgaven in € mln
MILJOENENNOTA_2025 = {2024: 524, 2025: 537, 2026: 531, 2027: 524, 2028: 621, 2029: 618}

# What the 1e suppletoire 2024 prints for later years; the last column is headed "Mutatie 2029".
LATERE_JAREN = {2025: 631, 2026: -1_910, 2027: -3_698, 2028: -4_247}
KOLOM_2029 = 626_057


# --- stand + mutatie = stand ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("jaar", "owb", "suppletoire", "stand"), STANDEN)
def test_stand_plus_mutatie_is_stand_in_de_gepubliceerde_tabel(jaar, owb, suppletoire, stand):
    edition = f"{jaar}-1SUPP"
    assert bedrag(ARTIKEL, jaar=jaar, soort=UITGAVEN, stand=f"{jaar}-OWB", aard="stand") == owb
    assert bedrag(ARTIKEL, jaar=jaar, soort=UITGAVEN, stand=edition, aard="mutatie") == suppletoire
    assert bedrag(ARTIKEL, jaar=jaar, soort=UITGAVEN, stand=edition, aard="stand") == stand
    assert owb + suppletoire == stand


def test_suppletoires_boeken_op_de_ontwerpbegroting_tot_de_gepubliceerde_stand(tmp_path: Path):
    owb = {2023: 468_592, 2024: 536_087}
    dataset = schrijf_dataset(tmp_path, bronnen=[Bron(id="artikel-6", reeks=owb)], referentie="rf-2024-1supp")
    result = reken(
        dataset, mutatie("artikel-6", {2023: 46_037}), mutatie("artikel-6", {2024: -2_005}), jaren=(2023, 2024)
    )
    assert per_jaar(result, result.per_source("beschikbaar")["artikel-6"]) == {2023: 514_629, 2024: 534_082}
    assert per_jaar(result, result.indicator("kadereffect")) == {2023: 46_037, 2024: -2_005}


def test_elke_regel_van_de_suppletoire_telt_op_van_owb_naar_stand():
    lines: dict[tuple[str, ...], dict[str, float]] = defaultdict(dict)
    for row in gepubliceerd(SUPPLETOIRE):
        if row["soort"] == UITGAVEN and row["jaar"] == "2024":
            line = (row["onderdeel"], row["instrument"], row["regeling"])
            lines[line][row["grootheid"]] = float(row["bedrag"])
    assert len(lines) == 14
    assert {line: phase["owb"] + phase["mutatie"] - phase["stand"] for line, phase in lines.items()} == dict.fromkeys(
        lines, 0
    )


# --- the sub-lines of 6.2 ---------------------------------------------------------------------------------------------


def _regelingen(instrument: str, grootheid: str, jaar: int) -> dict[str, float]:
    return {
        row["regeling"]: float(row["bedrag"])
        for row in gepubliceerd(SUPPLETOIRE)
        if (row["instrument"], row["grootheid"], row["jaar"]) == (instrument, grootheid, str(jaar)) and row["regeling"]
    }


@pytest.mark.parametrize(("instrument", "owb", "suppletoire", "stand"), INSTRUMENTEN)
def test_regelingen_tellen_op_tot_het_instrument(instrument, owb, suppletoire, stand):
    columns = [("owb", 2024), ("mutatie", 2024), ("stand", 2024), ("niveau", 2029)]
    columns += [("mutatie", jaar) for jaar in LATERE_JAREN]
    published = {
        (grootheid, jaar): bedrag(SUPPLETOIRE, instrument=instrument, regeling="", grootheid=grootheid, jaar=jaar)
        for grootheid, jaar in columns
    }
    assert [published[key] for key in columns[:3]] == [owb, suppletoire, stand]
    assert {key: sum(_regelingen(instrument, *key).values()) for key in columns} == published


@pytest.mark.parametrize(("instrument", "owb", "suppletoire", "stand"), INSTRUMENTEN)
def test_mutaties_per_regeling_komen_uit_op_de_stand_van_het_instrument(
    tmp_path: Path, instrument, owb, suppletoire, stand
):
    bronnen = [Bron(id=naam.lower(), reeks={2024: x}) for naam, x in _regelingen(instrument, "owb", 2024).items()]
    posted = [mutatie(naam.lower(), {2024: x}) for naam, x in _regelingen(instrument, "mutatie", 2024).items()]
    dataset = schrijf_dataset(tmp_path, bronnen=bronnen, referentie="rf-2024-1supp")
    result = reken(dataset, *posted, jaren=(2024, 2024))
    levels = {ident: float(amounts[0]) for ident, amounts in result.per_source("beschikbaar").items()}
    assert levels == {naam.lower(): x for naam, x in _regelingen(instrument, "stand", 2024).items()}
    assert sum(levels.values()) == owb + suppletoire == stand


# --- the last column of the suppletoire -------------------------------------------------------------------------------


def _artikel_6_in_2029(folder: Path, reeks: dict[int, float], mutaties: dict[int, float]) -> float:
    """Return the article's money in 2029 when its series runs on and the suppletoire is posted on it."""
    source = Bron(id="artikel-6", reeks=reeks, verloop="structureel")
    dataset = schrijf_dataset(folder, bronnen=[source], referentie="rf-2024-1supp")
    result = reken(dataset, mutatie("artikel-6", mutaties), jaren=(2024, 2029))
    return per_jaar(result, result.per_source("beschikbaar")["artikel-6"])[2029]


def test_kolom_mutatie_2029_is_een_niveau_en_geen_mutatie(tmp_path: Path):
    assert bedrag(SUPPLETOIRE, onderdeel="", soort=UITGAVEN, jaar=2029, grootheid="niveau") == KOLOM_2029
    owb, miljoenennota = 536_087, MILJOENENNOTA_2025[2029] * 1_000
    mutaties = {2024: -2_005} | LATERE_JAREN
    until_2028 = dict.fromkeys(range(2024, 2029), owb)
    as_level = _artikel_6_in_2029(tmp_path / "niveau", until_2028 | {2029: KOLOM_2029}, mutaties)
    as_mutation = _artikel_6_in_2029(tmp_path / "mutatie", until_2028, mutaties | {2029: KOLOM_2029})
    assert as_level == KOLOM_2029
    assert as_level == pytest.approx(miljoenennota, rel=0.02)
    assert as_mutation > 2 * owb
    assert as_mutation > 1.8 * miljoenennota


def test_miljoenennota_2025_heeft_de_orde_van_het_niveau():
    published = {
        jaar: bedrag(ARTIKEL, jaar=jaar, soort=UITGAVEN, stand="2025-OWB") / 1_000 for jaar in MILJOENENNOTA_2025
    }
    assert published == MILJOENENNOTA_2025
    assert all(0.8 * KOLOM_2029 < mln * 1_000 < 1.2 * KOLOM_2029 for mln in published.values())


def test_mutaties_van_latere_jaren_zijn_klein_naast_het_niveau():
    published = {
        jaar: bedrag(SUPPLETOIRE, onderdeel="", soort=UITGAVEN, jaar=jaar, grootheid="mutatie") for jaar in LATERE_JAREN
    }
    assert published == LATERE_JAREN
    assert max(map(abs, published.values())) < 0.01 * KOLOM_2029


# --- realisatie against the last stand --------------------------------------------------------------------------------


@pytest.mark.parametrize(("jaar", "stand", "realisatie", "onderuitputting", "overschrijding"), UITPUTTING)
def test_onderuitputting_is_beschikbaar_min_ingezet(
    tmp_path: Path, jaar, stand, realisatie, onderuitputting, overschrijding
):
    assert bedrag(ARTIKEL, jaar=jaar, soort=UITGAVEN, stand=f"{jaar}-2SUPP", aard="stand") == stand
    assert bedrag(ARTIKEL, jaar=jaar, soort=UITGAVEN, stand=f"{jaar}-REALISATIE", aard="stand") == realisatie
    dataset = schrijf_dataset(
        tmp_path,
        posten=[Post(id="uitgaven-artikel-6", reeks={jaar: realisatie})],
        bronnen=[Bron(id="artikel-6", reeks={jaar: stand})],
        referentie="gh-rf-bs2020",
    )
    result = reken(dataset, jaren=(jaar, jaar))
    figures = {name: float(result.per_source(name)["artikel-6"][0]) for name in ("beschikbaar", "ingezet")}
    assert figures == {"beschikbaar": stand, "ingezet": min(stand, realisatie)}
    assert float(result.indicator("onderuitputting")[0]) == onderuitputting
    assert float(result.indicator("tekort")[0]) == overschrijding


@pytest.mark.parametrize("jaar", [2019, 2020])
def test_slotwet_noemt_de_onderuitputting_ongeveer(jaar):
    """The slotwet says "circa": the difference between realisatie and the last stand, in hundreds of k€."""
    stand = bedrag(ARTIKEL, jaar=jaar, soort=UITGAVEN, stand=f"{jaar}-2SUPP")
    realisatie = bedrag(ARTIKEL, jaar=jaar, soort=UITGAVEN, stand=f"{jaar}-REALISATIE")
    slotwet = bedrag(ARTIKEL, jaar=jaar, soort=UITGAVEN, stand=f"{jaar}-SLOTWET", aard="mutatie")
    assert slotwet == pytest.approx(realisatie - stand, abs=50)


# --- charging users, 2018 ---------------------------------------------------------------------------------------------

#                      gemeenten  alle andere afnemers
EERSTE_VERDELING = {"gemeenten": 20_000, "overige": 73_600}
PRIJS_MAAL_HOEVEELHEID = {"gemeenten": 2_000, "overige": 91_600}
TEKORT_VOORZIENINGEN = 93_600
ARTIKEL_6_IN_2018 = 122_211

EERSTE, ANDERE = "gebruik-2016", "prijs-maal-hoeveelheid"


@pytest.fixture
def doorbelasting_2018(tmp_path: Path) -> Path:
    """Return 2018: article 6 is spent in full; the shortfall of three services is charged to whoever uses them.

    The second key was published for DigiD and MijnOverheid only; spreading the whole shortfall by it is ours.
    """
    verdelingen = {EERSTE: EERSTE_VERDELING, ANDERE: PRIJS_MAAL_HOEVEELHEID}
    own = {"betaler": "gemeenten", "volgorde": 2, "route": "eigen", "voor_partij": "gemeenten"}
    return schrijf_dataset(
        tmp_path,
        posten=[
            Post(id="artikel-6", reeks={2018: ARTIKEL_6_IN_2018}),
            Post(id="drie-voorzieningen", reeks={2018: TEKORT_VOORZIENINGEN}, sleutel=EERSTE, rang=2),
        ],
        bronnen=[
            Bron(id="begroting-vii", reeks={2018: ARTIKEL_6_IN_2018}),
            Bron(id="afdracht-gemeenten", reeks={2018: TEKORT_VOORZIENINGEN}, **own),
            Bron(
                id="afdracht-overige",
                reeks={2018: TEKORT_VOORZIENINGEN},
                **(own | {"betaler": "overige", "voor_partij": "overige"}),
            ),
        ],
        sleutels={
            sleutel: {partij: deel / TEKORT_VOORZIENINGEN for partij, deel in verdeling.items()}
            for sleutel, verdeling in verdelingen.items()
        },
        referentie="vng-gdi-2018",
    )


def _rekening(result) -> dict[str, float]:
    """Return per user what it is charged and pays from its own means, k€."""
    bill = {partij: float(amounts[0]) for partij, amounts in result.per_partij("eigen").items()}
    return {partij: amount for partij, amount in bill.items() if amount}


def test_gepubliceerde_doorbelasting():
    published = {row["id"]: float(row["waarde"]) for row in gepubliceerd(DOORBELASTING)}
    assert published["tekort-drie-voorzieningen"] == TEKORT_VOORZIENINGEN
    assert published["doorbelasting-drie-voorzieningen"] == pytest.approx(TEKORT_VOORZIENINGEN, abs=100)
    assert published["gemeenten-eerste-sleutel"] == EERSTE_VERDELING["gemeenten"]
    assert published["gemeenten-prijs-maal-hoeveelheid"] == PRIJS_MAAL_HOEVEELHEID["gemeenten"]
    assert bedrag(ARTIKEL, jaar=2018, soort=UITGAVEN, stand="2018-OWB") == ARTIKEL_6_IN_2018


def test_eerste_verdeelsleutel_legt_twintig_miljoen_bij_gemeenten(doorbelasting_2018: Path):
    assert _rekening(reken(doorbelasting_2018, jaren=(2018, 2018))) == pytest.approx(EERSTE_VERDELING)


def test_andere_verdeelsleutel_verschuift_de_rekening_maar_niet_het_totaal(doorbelasting_2018: Path):
    before = reken(doorbelasting_2018, jaren=(2018, 2018))
    after = reken(doorbelasting_2018, andere_sleutel("drie-voorzieningen", ANDERE), jaren=(2018, 2018))
    assert _rekening(after) == pytest.approx(PRIJS_MAAL_HOEVEELHEID)
    for ident in ("behoefte", "dekking", "tekort", "eigen_middelen", "kadereffect"):
        assert float(after.indicator(ident)[0]) == pytest.approx(float(before.indicator(ident)[0]))
    assert float(after.indicator("eigen_middelen")[0]) == pytest.approx(TEKORT_VOORZIENINGEN)
    assert float(after.indicator("kadereffect")[0]) == 0


def test_wie_de_doorbelasting_wil_afschaffen_heeft_kader_nodig(doorbelasting_2018: Path):
    result = reken(doorbelasting_2018, mutatie("begroting-vii", {2018: TEKORT_VOORZIENINGEN}), jaren=(2018, 2018))
    assert _rekening(result) == {}
    assert float(result.indicator("tekort")[0]) == 0
    assert float(result.indicator("kadereffect")[0]) == TEKORT_VOORZIENINGEN


# --- the Investeringspost, moved from the Aanvullende Post ------------------------------------------------------------

INVESTERINGSPOST = dict.fromkeys(range(2023, 2028), 62_200)


@pytest.mark.parametrize("als", ["overboeking", "boeking-en-tegenboeking"])
def test_overboeking_van_de_aanvullende_post_laat_het_kader_gelijk(tmp_path: Path, als):
    booked, countered = (
        {jaar: bedrag("gdi_nds.csv", id=ident, jaar=jaar) for jaar in INVESTERINGSPOST}
        for ident in ("gdi-investeringspost", "gdi-tegenboeking-aanvullende-post")
    )
    assert booked == INVESTERINGSPOST
    assert countered == {jaar: -amount for jaar, amount in INVESTERINGSPOST.items()}
    nothing = dict.fromkeys(INVESTERINGSPOST, 0)
    dataset = schrijf_dataset(
        tmp_path,
        bronnen=[
            Bron(id="aanvullende-post", reeks=INVESTERINGSPOST, route="aanvullende-post"),
            Bron(id="begroting-vii", reeks=nothing),
        ],
        referentie="rf-mn2023-vt-vii",
    )
    measures = {
        "overboeking": [overboeking("aanvullende-post", "begroting-vii", booked)],
        "boeking-en-tegenboeking": [mutatie("begroting-vii", booked), mutatie("aanvullende-post", countered)],
    }
    result = reken(dataset, *measures[als], jaren=(2023, 2027))
    levels = {ident: per_jaar(result, amounts) for ident, amounts in result.per_source("beschikbaar").items()}
    assert levels == {"aanvullende-post": nothing, "begroting-vii": INVESTERINGSPOST}
    assert per_jaar(result, result.indicator("kadereffect")) == nothing
