"""Totals say what they rest on: held against a plain count on random rounds, and case by case."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from returns.rondes import ingevuld, opgaven, ronde, rondes

from model.returns.basis import basis_van
from model.returns.columns import KOLOMMEN
from model.returns.completeness import volledigheid
from model.returns.edition import Sleutel
from model.returns.opgave import Opgave, Post
from model.returns.ronde import Ronde
from model.returns.telling import Vraag, tel, vragen_van
from model.returns.totals import totaal, totalen

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


def test_thirteen_large_returns_are_counted() -> None:
    """Thirteen returns of 3,000 rows; how long that takes `make bench` says."""
    posts = [
        Post(tabel, f"{tabel}-{n}") for tabel, count in (("begroting", 44), ("activiteit", 40)) for n in range(count)
    ]
    asked = replace(ronde(1, 13, vorige=0), posten={f"dep-{n}": tuple(posts) for n in range(1, 14)})
    returns = {d: ingevuld(basis_van(asked, d), n) for n, d in enumerate(asked.departementen)}
    assert sum(len(each.regels) for each in returns.values()) > 13 * 2950
    telling = tel(asked, returns)
    assert sum(found.minstens > 0 for found in totalen(telling)) > 500
    assert len(list(volledigheid(telling))) == 13 * 3 * 8
