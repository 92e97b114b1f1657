"""Totals case by case: sentences, refused figures, older editions, tables that are empty, and staff."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model.errors import figure
from model.returns.basis import basis_van
from model.returns.comparability import Afwijking
from model.returns.completeness import deel_van, volledigheid
from model.returns.edition import EDITIES, Sleutel
from model.returns.opgave import NIHIL, ONTBREEKT, Cel, Opgave, Post, Regel, waarde
from model.returns.personnel import EXTERN, INTERN, SAMEN, Personeel, personeel
from model.returns.ronde import Departement, Ronde
from model.returns.sentences import aandeel, zin
from model.returns.telling import Vraag, tel, vragen
from model.returns.totals import Onoptelbaar, Totaal, totaal
from model.text import same

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


def test_what_is_not_all_is_no_hundred_percent() -> None:
    assert [aandeel(count, 20_000, "nl") for count in (0, 10_000, 19_999, 20_000)] == [
        "0,0 %", "50,0 %", "99,9 %", "100,0 %",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("returns", "said"),
    [
        (
            [hw("azuur", waarde(1200)), hw("beige", NIHIL), hw("cyaan", waarde(300))],
            "€ 1,5 mln, alle departementen (3) volledig",
        ),
        (
            [hw("azuur", waarde(1200)), hw("beige", ONTBREEKT), hw("cyaan", waarde(300), **EIGEN)],
            "ten minste € 1,2 mln, 1 van 3 departementen volledig, 2 zonder cijfer dat meetelt, 1 van 3 cellen onbekend"
            " (33,3 %), 1 van 3 cellen niet vergelijkbaar (33,3 %)",
        ),
        (
            [hw("azuur", waarde(1200))],
            "ten minste € 1,2 mln, 1 van 3 departementen volledig, 2 zonder cijfer dat meetelt, 2 van 3 cellen onbekend"
            " (66,7 %)",
        ),
        ([], "onbekend, van geen van 3 departementen, 3 zonder cijfer dat meetelt, 3 van 3 cellen onbekend (100,0 %)"),
    ],
)
def test_sentence(returns: list[Opgave], said: str) -> None:
    found = zin(hardware(*returns), RONDE.editie, RONDE.jaar)
    assert found.nl == f"Begrotingsregels · uitgaven · beheer · hardware, 2027: {said}"
    assert found.en.startswith("Budget lines · spending · operation (beheer) · hardware, 2027: ")


def test_a_sentence_says_how_many_departments_that_count_have_open_errors() -> None:
    returns = {each: hw(each, waarde(500)) for each in NAMEN}
    for fouten, silent, said in (
        ({"azuur", "beige"}, (), "€ 1,5 mln, alle departementen (3) volledig, 2 met open fouten"),
        ({"azuur"}, ("azuur",), "ten minste € 1,0 mln, 2 van 3 departementen volledig, 1 zonder cijfer dat meetelt, "),
    ):
        answered = {each: opgave for each, opgave in returns.items() if each not in silent}
        found = zin(totaal(tel(RONDE, answered, frozenset(fouten)), HARDWARE, "t"), RONDE.editie, RONDE.jaar).nl
        assert said in found
        assert ("fouten" in found) == (not silent)


def test_refused_figures_keep_their_reason() -> None:
    found = hardware(hw("azuur", waarde(5), definitie="eigen", aard="realisatie"))
    [reasons] = {each.oordeel.afwijkingen for each in found.cijfers if each.departement == "azuur"}
    assert [(each.veld, each.gevraagd.nl, each.gegeven.nl) for each in reasons] == [
        ("definitie", "als gevraagd", "eigen definitie"),
        ("aard", "raming", "realisatie"),
    ]


@pytest.mark.parametrize("amount", [-57_568.0, 1e8 + 1])
def test_a_number_out_of_bounds_does_not_count(amount: float) -> None:
    found = hardware(hw("azuur", waarde(amount)), hw("beige", waarde(3)))
    [wrong] = [each.oordeel for each in found.cijfers if each.departement == "azuur"]
    [why] = wrong.afwijkingen
    assert (why.naam.nl, why.gevraagd.nl) == ("buiten de grenzen", "0 tot en met 100.000.000")
    assert why.gegeven == figure(amount)
    assert (found.minstens, found.onvergelijkbaar, found.volledig) == (3, 1, ("beige",))


@pytest.mark.parametrize(("remark", "counts"), [("", False), ("Het stelsel is overgenomen", True)])
def test_figures_that_seem_to_be_in_euros_count_once_that_is_explained(remark: str, *, counts: bool) -> None:
    """Also those of years that last round did not have."""
    key = Sleutel("begroting", "azuur", *HARDWARE[1:])
    asked = replace(RONDE, vorige={"azuur": {(key, kolom): waarde(12) for kolom in ("t", "t+1", "t+2")}})
    base = basis_van(asked, "azuur")
    rows = {key: Regel((waarde(12_000),) * 8, {"opmerking": remark})}
    telling = tel(asked, {"azuur": replace(base, regels={**base.regels, **rows})})
    for kolom in ("t", "t+5"):
        found = totaal(telling, HARDWARE, kolom)
        assert (found.minstens, found.onvergelijkbaar) == ((12_000, 0) if counts else (0, 1))
        [mine] = [each.oordeel for each in found.cijfers if each.departement == "azuur"]
        assert [each.veld for each in mine.afwijkingen] == ([] if counts else ["eenheid"])


def test_fractions_add_up_without_noise() -> None:
    """Neither the parts of one department nor those of several leave a figure such as 214.79999999999998."""
    per_department = [staff_of(name, parts) for name, parts in (("azuur", (0.1, 0.7)), ("beige", (213.6, 0.4)))]
    assert totaal(tel(RONDE, dict(per_department)), Vraag("begroting", "fte"), "t").minstens == 214.8


def staff_of(name: str, fte: tuple[float, float]) -> tuple[str, Opgave]:
    rows = {
        Sleutel("begroting", name, "fte", "beheer", categorie): in_t(waarde(each))
        for categorie, each in zip(("intern", "extern"), fte, strict=True)
    }
    base = basis_van(RONDE, name)
    return name, replace(base, regels={**base.regels, **rows})


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
        (Afwijking("editie", same("2"), same("1")),)
    }


@pytest.mark.parametrize(("signed", "whole"), [({"geen-activiteit": "nihil"}, ("azuur",)), ({}, ())])
def test_a_table_that_is_confirmed_empty_is_complete(signed: dict[str, str], whole: tuple[str, ...]) -> None:
    found = totaal(
        tel(RONDE, {"azuur": replace(basis_van(RONDE, "azuur"), aftekening=signed)}), Vraag("activiteit", "fte"), "t"
    )
    assert found.volledig == whole


@pytest.mark.parametrize(("signed", "share"), [({"geen-activiteit": "nihil"}, 1 / 3), ({}, 0)])
def test_a_department_without_posts_is_asked_to_say_so(signed: dict[str, str], share: float) -> None:
    telling = tel(RONDE, {"azuur": replace(basis_van(RONDE, "azuur"), aftekening=signed)})
    assert deel_van(each for each in volledigheid(telling) if each.tabel == "activiteit") == pytest.approx(share)


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
