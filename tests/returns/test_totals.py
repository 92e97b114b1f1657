"""Totals say what they rest on: held against a plain count on random rounds, and case by case."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from returns.rondes import ingevuld, opgaven, ronde, rondes

from model.returns.basis import basis_van
from model.returns.columns import KOLOMMEN
from model.returns.comparability import Afwijking
from model.returns.completeness import volledigheid
from model.returns.edition import EDITIES, Sleutel
from model.returns.opgave import NIHIL, ONTBREEKT, Cel, Opgave, Post, Regel, waarde
from model.returns.personnel import EXTERN, INTERN, SAMEN, Personeel, personeel
from model.returns.ronde import Departement, Ronde
from model.returns.sentences import zin
from model.returns.totals import Onoptelbaar, Totaal, Vraag, tel, totaal, totalen, vragen, vragen_van

Teruggekomen = tuple[Ronde, dict[str, Opgave]]


@st.composite
def teruggekomen(draw: st.DrawFn) -> Teruggekomen:
    """Return a round and what came back; some departments do not answer."""
    asked = draw(rondes())
    who = [d for d in asked.departementen if draw(st.integers(0, 4))]
    return asked, {d: draw(opgaven(asked, d)) for d in who}


thorough = settings(max_examples=30, deadline=None)


@thorough
@given(teruggekomen())
def test_a_total_is_a_plain_sum_of_cells_that_are_known_and_as_asked(case: Teruggekomen) -> None:
    asked, returns = case
    telling = tel(asked, returns)
    for vraag in (Vraag("begroting", "uitgaven", "beheer"), Vraag("activiteit", "fte", "", "intern")):
        for kolom in ("t-1", "t+2"):
            found = totaal(telling, vraag, kolom)
            amounts = [
                regel.cel(kolom).waarde
                for opgave in returns.values()
                for key, regel in opgave.regels.items()
                if (key.tabel, key.grootheid) == vraag[:2] and {key.soort, key.categorie} >= {*vraag[2:]} - {""}
                if als_gevraagd(opgave.posten[key.tabel, key.post], asked, kolom)
            ]
            assert found.minstens == pytest.approx(sum(amounts))


def als_gevraagd(post: Post, asked: Ronde, kolom: str) -> bool:
    given_ = {veld: post.velden.get(veld) for veld in ("definitie", "aard", "fase", "prijzen")}
    want = {"definitie": "gevraagd", "aard": asked.aard[kolom], "fase": asked.fase, "prijzen": asked.prijzen}
    return all(given_[veld] in (None, "gevraagd", want[veld]) for veld in want)


@thorough
@given(teruggekomen())
def test_every_cell_stands_in_the_totals_that_it_says_and_in_no_other(case: Teruggekomen) -> None:
    asked, returns = case
    there: dict[tuple[str, Sleutel, str], set[Vraag]] = {}
    for found in totalen(tel(asked, returns)):
        for departement, oordeel in found.cijfers:
            there.setdefault((departement, oordeel.sleutel, oordeel.kolom), set()).add(found.vraag)
    for departement in asked.departementen:
        for key in basis_van(asked, departement).regels:
            sums = set(vragen_van(key)) if key.grootheid != "juridisch-verplicht" else set()
            assert all(there.get((departement, key, kolom), set()) == sums for kolom in KOLOMMEN)


@thorough
@given(teruggekomen())
def test_departments_and_cells_are_counted(case: Teruggekomen) -> None:
    asked, returns = case
    telling = tel(asked, returns)
    for found in totalen(telling):
        cells = [each.oordeel for each in found.cijfers]
        assert sorted([*found.volledig, *found.deels, *found.zonder]) == sorted(asked.departementen)
        assert found.heel == (len(found.volledig) == len(asked.departementen))
        assert len(cells) == sum(each.telt for each in cells) + found.onbekend + found.onvergelijkbaar
    rows = list(volledigheid(telling))
    assert len(rows) == len(asked.departementen) * 3 * len(KOLOMMEN)
    assert sum(row.cellen for row in rows) == len(KOLOMMEN) * sum(
        len(basis_van(asked, d).regels) for d in asked.departementen
    )
    assert all(sum(row.staten.values()) == row.cellen for row in rows)


@thorough
@given(teruggekomen())
def test_parts_add_up_to_the_whole(case: Teruggekomen) -> None:
    asked, returns = case
    found = {(each.vraag, each.kolom): each.minstens for each in totalen(tel(asked, returns))}
    for kolom in KOLOMMEN:
        parts = [found[Vraag("begroting", "uitgaven", soort), kolom] for soort in asked.editie.soorten]
        assert sum(parts) == pytest.approx(found[Vraag("begroting", "uitgaven"), kolom])


# --- by hand ----------------------------------------------------------------------------------------------------------

NAMEN = ("azuur", "beige", "cyaan")
RONDE = Ronde(
    "R", 2027, EDITIES["2"], {d: Departement(d, d) for d in NAMEN}, posten={d: (Post("begroting", d),) for d in NAMEN}
)
HARDWARE = Vraag("begroting", "uitgaven", "beheer", "hardware")


def opgave(departement: str, *, fte: Cel = ONTBREEKT, velden: dict[str, str] | None = None, **cellen: Cel) -> Opgave:
    """Return a return with cells of year t: beheer spending by categorie, and fte of own staff."""
    base = basis_van(RONDE, departement)
    rows = dict(base.regels)
    for categorie, cel in cellen.items():
        rows[Sleutel("begroting", departement, "uitgaven", "beheer", categorie)] = in_t(cel)
    rows[Sleutel("begroting", departement, "fte", "beheer", "intern")] = in_t(fte)
    return replace(base, regels=rows, posten={("begroting", departement): Post("begroting", departement, velden or {})})


def in_t(cel: Cel) -> Regel:
    return Regel((ONTBREEKT, cel, *(ONTBREEKT,) * 6))


def hardware(*returns: Opgave) -> Totaal:
    return totaal(tel(RONDE, {each.herkomst.departement: each for each in returns}), HARDWARE, "t")


def hw(departement: str, cel: Cel, **velden: str) -> Opgave:
    return opgave(departement, hardware=cel, velden=velden)


EIGEN = {"definitie": "eigen"}


@pytest.mark.parametrize(
    ("returns", "said"),
    [
        (
            [hw("azuur", waarde(1200)), hw("beige", NIHIL), hw("cyaan", waarde(300))],
            "€ 1,5 mln, alle departementen (3) volledig",
        ),
        (
            [hw("azuur", waarde(1200)), hw("beige", ONTBREEKT), hw("cyaan", waarde(300), **EIGEN)],
            "ten minste € 1,2 mln, 1 van 3 departementen volledig, 2 zonder cijfer dat meetelt, 1 cel onbekend, 1 cel"
            " niet vergelijkbaar",
        ),
        (
            [hw("azuur", waarde(1200))],
            "ten minste € 1,2 mln, 1 van 3 departementen volledig, 2 zonder cijfer dat meetelt, 2 cellen onbekend",
        ),
        ([], "onbekend, van geen van 3 departementen, 3 zonder cijfer dat meetelt, 3 cellen onbekend"),
    ],
)
def test_sentence(returns: list[Opgave], said: str) -> None:
    found = zin(hardware(*returns), RONDE.editie, RONDE.jaar)
    assert found.nl == f"Begrotingsregels · uitgaven · beheer · hardware, 2027: {said}"
    assert found.en.startswith("Budget lines · spending · operation (beheer) · hardware, 2027: ")


def test_refused_figures_keep_their_reason() -> None:
    found = hardware(hw("azuur", waarde(5), definitie="eigen", aard="realisatie"))
    [reasons] = {each.oordeel.afwijkingen for each in found.cijfers if each.departement == "azuur"}
    assert reasons == (Afwijking("definitie", "gevraagd", "eigen"), Afwijking("aard", "raming", "realisatie"))


def test_a_row_that_was_taken_out_is_unknown() -> None:
    full = hw("azuur", waarde(5))
    less = replace(full, regels={key: row for key, row in full.regels.items() if key.categorie != "hardware"})
    assert (hardware(full).onbekend, hardware(less).onbekend) == (2, 3)


def test_rows_of_an_older_edition_count_only_where_they_mean_the_same() -> None:
    rows = {
        Sleutel("begroting", "azuur", "uitgaven", soort, categorie): in_t(waarde(10))
        for soort in ("beheer", "vernieuwing")
        for categorie in ("hardware", "inhuur-en-uitbesteding")
    }
    base = basis_van(RONDE, "azuur")
    old = replace(base, herkomst=replace(base.herkomst, editie="1"), regels=rows)
    found = totaal(tel(RONDE, {"azuur": old}), Vraag("begroting", "uitgaven"), "t")
    assert (found.minstens, found.onvergelijkbaar) == (10, 3)
    assert {each.afwijkingen for _, each in found.cijfers if each.cel.bekend and not each.telt} == {
        (Afwijking("editie", "2", "1"),)
    }


@pytest.mark.parametrize(("signed", "whole"), [({"geen-activiteit": "nihil"}, ("azuur",)), ({}, ())])
def test_a_table_that_is_confirmed_empty_is_complete(signed: dict[str, str], whole: tuple[str, ...]) -> None:
    found = totaal(
        tel(RONDE, {"azuur": replace(basis_van(RONDE, "azuur"), aftekening=signed)}), Vraag("activiteit", "fte"), "t"
    )
    assert found.volledig == whole


def test_a_table_with_posts_cannot_be_confirmed_empty() -> None:
    signed = replace(hw("azuur", ONTBREEKT), aftekening={"geen-begroting": "nihil"})
    assert hardware(signed).volledig == ()


def test_shares_are_no_total() -> None:
    with pytest.raises(Onoptelbaar):
        totaal(tel(RONDE, {}), Vraag("begroting", "juridisch-verplicht"), "t")
    assert "juridisch-verplicht" not in {vraag.grootheid for vraag in vragen(RONDE.editie)}


@pytest.mark.parametrize(
    ("intern", "fte", "extern", "velden", "per_fte", "deel"),
    [
        (waarde(900), waarde(9), waarde(300), {}, 100, 0.25),
        (waarde(900), ONTBREEKT, waarde(300), {}, None, 0.25),
        (waarde(900), NIHIL, NIHIL, {}, None, 0),
        (ONTBREEKT, waarde(9), waarde(300), {}, None, None),
        (waarde(900), waarde(9), waarde(300), EIGEN, None, None),
    ],
)
def test_own_and_hired_staff_side_by_side(
    intern: Cel, fte: Cel, extern: Cel, velden: dict[str, str], per_fte: float | None, deel: float | None
) -> None:
    found = staff(opgave("azuur", intern=intern, extern=extern, fte=fte, velden=velden))
    assert (found["azuur"].per_fte(INTERN), found["azuur"].deel_extern) == (per_fte, deel)
    assert found["azuur"].per_fte(EXTERN) is None
    assert (found[SAMEN].per_fte(INTERN), found[SAMEN].deel_extern) == (None, None)


def staff(*returns: Opgave) -> dict[str, Personeel]:
    telling = tel(RONDE, {each.herkomst.departement: each for each in returns})
    return {each.departement: each for each in personeel(telling, "begroting", "t", "beheer")}


def test_thirteen_large_returns_are_counted_in_seconds() -> None:
    """Thirteen returns of 3,000 rows: five seconds of one core are asked."""
    posts = [
        Post(tabel, f"{tabel}-{n}") for tabel, count in (("begroting", 44), ("activiteit", 40)) for n in range(count)
    ]
    asked = replace(ronde(1, 13, vorige=0), posten={f"dep-{n}": tuple(posts) for n in range(1, 14)})
    returns = {d: ingevuld(basis_van(asked, d), n) for n, d in enumerate(asked.departementen)}
    assert sum(len(each.regels) for each in returns.values()) > 13 * 2950
    start = process_time()
    telling = tel(asked, returns)
    assert sum(found.minstens > 0 for found in totalen(telling)) > 500
    assert len(list(volledigheid(telling))) == 13 * 3 * 8
    assert process_time() - start < 5
