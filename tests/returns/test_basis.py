"""The base version changes when, and only when, what a department is sent changes."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from returns.rondes import ingevuld, ronde, rondes, seeds

from model.returns.basis import basis_van, onbeantwoord, versie
from model.returns.edition import EDITIES
from model.returns.opgave import NIHIL, Opgave, Post, waarde
from model.returns.ronde import AARD, Controletotaal, Departement, Drempel, Elders, Ronde

BEFORE = ronde(7, 2, 3, vorige=1.0)
OLD = next(ronde(seed, 1, 3, vorige=1.0) for seed in range(100) if ronde(seed, 1, 3, vorige=1.0).samen)
PLACE = next(iter(BEFORE.vorige["dep-1"]))
POST = BEFORE.posten["dep-1"][0]


def _posten(*posten: Post) -> Ronde:
    return replace(BEFORE, posten=BEFORE.posten | {"dep-1": posten})


CHANGES = {
    "name": replace(BEFORE, naam="andere"),
    "year": replace(BEFORE, jaar=2028),
    "edition": replace(BEFORE, editie=EDITIES["1"]),
    "phase": replace(BEFORE, fase="slotwet" if BEFORE.fase != "slotwet" else "ontwerpbegroting"),
    "prices": replace(BEFORE, prijzen="constant" if BEFORE.prijzen == "lopend" else "lopend"),
    "kind of a column": replace(BEFORE, aard={**AARD, "t": "realisatie"}),
    "threshold": replace(BEFORE, drempel=Drempel(123.0)),
    "threshold of staff": replace(BEFORE, drempel=replace(BEFORE.drempel, fte=1.5)),
    "threshold of shares": replace(BEFORE, drempel=replace(BEFORE.drempel, procent=1.5)),
    "no longer fictitious": replace(BEFORE, fictief=False),
    "department's name": replace(BEFORE, departementen={"dep-1": Departement("dep-1", "ander")}),
    "post gone": _posten(*BEFORE.posten["dep-1"][1:]),
    "post more": _posten(*BEFORE.posten["dep-1"], Post("activiteit", "erbij")),
    "post's field": _posten(replace(POST, velden={**POST.velden, "instrument": "x"}), *BEFORE.posten["dep-1"][1:]),
    "figure": replace(BEFORE, vorige={"dep-1": {**BEFORE.vorige["dep-1"], PLACE: waarde(0.125)}}),
    "figure gone": replace(BEFORE, vorige={}),
    "control": replace(BEFORE, controles={"dep-1": (Controletotaal("6", "uitgaven", "t", 1.5, "gelijk", "x"),)}),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_sent_changes_the_version(change: str) -> None:
    assert versie(CHANGES[change], "dep-1") != versie(BEFORE, "dep-1")


def test_a_figure_of_several_rows_changes_the_version() -> None:
    (first, *rest) = OLD.samen["dep-1"]
    changed = replace(OLD, samen={"dep-1": (first._replace(cel=waarde(first.cel.waarde + 1)), *rest)})
    assert versie(changed, "dep-1") != versie(OLD, "dep-1")


def test_nihil_and_missing_are_not_the_same() -> None:
    cells = {**BEFORE.vorige["dep-1"]}
    with_nihil = replace(BEFORE, vorige={"dep-1": cells | {PLACE: NIHIL}})
    del cells[PLACE]
    assert versie(with_nihil, "dep-1") != versie(replace(BEFORE, vorige={"dep-1": cells}), "dep-1")


@given(rondes(), seeds)
@settings(deadline=None, max_examples=20)
def test_order_empty_fields_and_other_departments_do_not_change_it(some: Ronde, seed: int) -> None:
    random, (first, *others) = Random(seed), some.departementen
    posten = [replace(post, velden=dict(reversed({**post.velden, "jbr": post.velden.get("jbr", "")}.items())))
              for post in some.posten[first]]  # fmt: skip
    random.shuffle(posten)
    cells = list(some.vorige.get(first, {}).items())
    random.shuffle(cells)
    shuffled = replace(
        some,
        posten={first: tuple(posten)} | dict.fromkeys(others, ()),
        vorige={first: dict(cells)},
        samen={first: tuple(reversed(some.samen.get(first, ())))},
        controles={first: tuple(reversed(some.controles.get(first, ())))},
        dashboard={first: (Elders("x", "t", 1.0, "x"),)},
    )
    assert versie(shuffled, first) == versie(some, first)


@given(rondes(), seeds)
@settings(deadline=None, max_examples=20)
def test_what_is_sent_has_every_row_that_is_asked_and_last_rounds_estimates(some: Ronde, seed: int) -> None:
    for departement in some.departementen:
        base = basis_van(some, departement)
        asked = {key for post in some.posten[departement] for key in some.editie.regels(post.tabel, post.ident)}
        assert set(base.regels) == asked
        filled = {
            (key, kolom): regel.cel(kolom)
            for key, regel in base.regels.items()
            for kolom in AARD
            if regel.cel(kolom).bekend
        }
        assert filled == {
            place: cel
            for place, cel in some.vorige.get(departement, {}).items()
            if cel.bekend and place[0] in asked and some.aard[place[1]] == "raming"
        }
        nothing = onbeantwoord(some, departement)
        assert set(nothing.regels) == asked
        assert not any(regel.cel(kolom).bekend for regel in nothing.regels.values() for kolom in AARD)
        answered = ingevuld(base, seed, ontbreekt=0.0, directie="a")
        assert answered.herkomst == replace(base.herkomst, directie="a")
        assert all(regel.cel(kolom).bekend for regel in answered.regels.values() for kolom in AARD)
        assert all(answered.geen(tabel) == _without(answered, tabel) for tabel in some.editie.tabellen)


def _without(opgave: Opgave, tabel: str) -> bool:
    return all(key.tabel != tabel for key in opgave.regels)
