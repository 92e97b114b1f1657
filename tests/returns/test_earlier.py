"""Editions: every row of an older one becomes rows of the next, none twice, and no amount changes or is made up."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from returns.rondes import cel, rondes, seeds

from model.returns.columns import KOLOMMEN, jaar_van
from model.returns.earlier import Eerder, edities_tot, vorige_van, worden
from model.returns.edition import EDITIES, HUIDIGE, Sleutel
from model.returns.overgang import OVERGANGEN
from model.returns.ronde import Ronde

T = 2027
STEPS = [(editie, HUIDIGE) for editie in edities_tot(HUIDIGE)] + list(OVERGANGEN)


def rows(editie: str) -> list[Sleutel]:
    return [key for tabel in EDITIES[editie].tabellen for key in EDITIES[editie].regels(tabel, "p")]


def test_every_edition_can_be_brought_to_the_current_one() -> None:
    assert set(edities_tot(HUIDIGE)) == set(EDITIES)


@pytest.mark.parametrize(("van", "naar"), STEPS)
def test_every_row_becomes_rows_that_exist(van: str, naar: str) -> None:
    for key in rows(van):
        assert worden(key, van, naar)
        for new in worden(key, van, naar):
            assert EDITIES[naar].kent(new), new
            assert EDITIES[naar].grootheden[new.grootheid].eenheid == EDITIES[van].grootheden[key.grootheid].eenheid


@pytest.mark.parametrize(("van", "naar"), STEPS)
def test_no_row_comes_of_two(van: str, naar: str) -> None:
    counted = Counter(new for key in rows(van) for new in worden(key, van, naar))
    assert set(counted.values()) == {1}


@given(seeds)
@settings(deadline=None, max_examples=20)
def test_amounts_are_kept_and_not_divided(seed: int) -> None:
    random = Random(seed)
    given_ = [Eerder(key, jaar_van(kolom, T), cel(random, key, "1"), "1") for key in rows("1") for kolom in KOLOMMEN]
    found = vorige_van(given_, T, HUIDIGE)
    amounts = [each.cel.waarde for each in given_ if each.cel.staat == "waarde"]
    kept = [each.waarde for each in found.cellen.values() if each.staat == "waarde"]
    assert sorted(amounts) == sorted(kept + [each.cel.waarde for each in found.samen])
    for each in found.samen:
        assert len(each.sleutels) > 1
        assert all((key, each.kolom) not in found.cellen for key in each.sleutels)
    covered = set(found.cellen) | {(key, each.kolom) for each in found.samen for key in each.sleutels}
    assert covered == {(key, kolom) for key in rows(HUIDIGE) for kolom in KOLOMMEN}


def test_every_row_of_the_current_edition_has_a_past() -> None:
    assert {new for key in rows("1") for new in worden(key, "1", HUIDIGE)} == set(rows(HUIDIGE))


def test_years_that_the_round_does_not_ask_drop_out() -> None:
    key = rows(HUIDIGE)[0]
    figures = [Eerder(key, jaar, cel(Random(1), key, ontbreekt=0), HUIDIGE) for jaar in (T - 2, T - 1, T + 5, None)]
    assert {kolom for _, kolom in vorige_van(figures, T, HUIDIGE).cellen} == {"t-1", "t+5", "structureel"}


@given(rondes())
@settings(deadline=None, max_examples=20)
def test_a_random_round_has_rows_of_its_edition(some: Ronde) -> None:
    for cells in some.vorige.values():
        assert all(some.editie.kent(key) for key, _ in cells)
    for found in some.samen.values():
        assert all(some.editie.kent(key) for each in found for key in each.sleutels)
        assert all(EDITIES[each.editie].kent(each.was) for each in found)
