"""Bringing returns together, case by case: what is a conflict, what a decision does, and returns from an older base."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model.returns.apart_signed import aftekening_apart
from model.returns.bevinding import Bevinding
from model.returns.columns import KOLOMMEN
from model.returns.edition import Sleutel
from model.returns.edits import BEHOUDEN, VERWIJDERD, Plek, plek
from model.returns.merge import voeg_samen
from model.returns.opgave import ONTBREEKT, Herkomst, Opgave, Post, Regel, waarde
from model.returns.undecided import onbeslist, open_kolommen

REGEL = Sleutel("begroting", "logius", "uitgaven", "beheer", "extern")
ANDERE = Sleutel("begroting", "logius", "uitgaven", "beheer", "intern")
POST = Plek("post", ("begroting", "logius"))
IN_T = Plek("regel", REGEL, "t")


def opgave(
    directie: str = "", basis: str = "", /, t: float | None = 100, *, post: bool = True, **velden: str
) -> Opgave:
    """Return a return with one post of two rows; the first may be absent (`t=None`)."""
    row = {} if t is None else {REGEL: Regel((ONTBREEKT, waarde(t), *(ONTBREEKT,) * 6))}
    rows = row | {ANDERE: Regel()}
    posts = {("begroting", "logius"): Post("begroting", "logius", velden)}
    who = Herkomst("2", "R", "bzk", basis, directie)
    return Opgave(who, posts, rows) if post else Opgave(who, {}, {})


BASIS = opgave()


def test_two_say_different_things() -> None:
    merged = voeg_samen(BASIS, [opgave("A", t=120), opgave("B", t=130)])
    [conflict] = merged.conflicten
    assert (conflict.plek, conflict.basis) == (IN_T, waarde(100))
    assert [(each.herkomst.directie, each.inhoud) for each in conflict.lezingen] == [
        ("A", waarde(120)),
        ("B", waarde(130)),
    ]
    assert merged.opgave == BASIS


def test_conflicts_stand_in_the_order_of_the_table() -> None:
    """Posts, rows and sign-off as they were sent, not as their keys sort; in a row the years, and then its words."""

    def says(directie: str, n: float) -> Opgave:
        row = Regel((ONTBREEKT, *map(waarde, (n, n + 1)), *(ONTBREEKT,) * 5), {"reden": f"reden {n}"})
        own = replace(opgave(directie, artikel=str(n)), aftekening={"geen-begroting": str(n)})
        return replace(own, regels={REGEL: row, ANDERE: Regel((waarde(n), *(ONTBREEKT,) * 7))})

    asked = [
        POST._replace(onderdeel="artikel"), IN_T, IN_T._replace(onderdeel="t+1"), IN_T._replace(onderdeel="reden"),
        Plek("regel", ANDERE, "t-1"), Plek("aftekening", (), "geen-begroting"),
    ]  # fmt: skip
    returns = [says("A", 7), says("B", 8)]
    assert [conflict.plek for conflict in voeg_samen(BASIS, returns).conflicten] == asked
    assert [c.plek for c in voeg_samen(BASIS, returns, {asked[1]: waarde(3)}).conflicten] == [asked[0], *asked[2:]]
    settled = voeg_samen(BASIS, returns, {asked[3]: "x", asked[1]: waarde(3)}).beslecht
    assert [conflict.plek for conflict in settled] == [asked[1], asked[3]]


def test_a_decision_may_be_something_else_and_is_kept_with_what_was_said() -> None:
    merged = voeg_samen(BASIS, [opgave("A", t=120), opgave("B", t=130)], {IN_T: waarde(125)})
    assert merged.opgave.regels[REGEL].cel("t") == waarde(125)
    assert not merged.conflicten
    assert [len(conflict.lezingen) for conflict in merged.beslecht] == [2]


def test_a_decision_that_cannot_stand_there_is_reported() -> None:
    returns = [opgave("A", t=120), opgave("B", t=130)]
    for place, content in ((IN_T, "125"), (IN_T.item, BEHOUDEN), (POST, "weg")):
        merged = voeg_samen(BASIS, returns, {place: content})
        assert merged.ongebruikt == (place,)
        assert len(merged.conflicten) == 1


def test_a_row_that_one_deleted_and_another_changed() -> None:
    returns = [opgave("A", t=None), opgave("B", t=130)]
    merged = voeg_samen(BASIS, returns)
    [conflict] = merged.conflicten
    assert conflict.plek == IN_T.item
    assert [(c.plek, c.herkomst.directie, c.was, c.wordt) for c in conflict.wijzigt] == [
        (IN_T, "B", waarde(100), waarde(130))
    ]
    assert merged.opgave.regels[REGEL].cel("t") == waarde(130)
    assert onbeslist(merged).regels == {REGEL: Regel(), ANDERE: Regel()}
    assert voeg_samen(BASIS, returns, {IN_T.item: BEHOUDEN}).opgave == merged.opgave
    gone = voeg_samen(BASIS, returns, {IN_T.item: VERWIJDERD})
    assert REGEL not in gone.opgave.regels
    assert gone.verwijderd == (IN_T.item,)
    assert {conflict.plek for conflict in gone.beslecht} == {IN_T, IN_T.item}


def test_a_post_that_one_deleted_and_another_changed_is_one_conflict() -> None:
    returns = [opgave("A", post=False), opgave("B", t=130)]
    merged = voeg_samen(BASIS, returns)
    assert [conflict.plek for conflict in merged.conflicten] == [POST]
    assert merged.opgave.regels == returns[1].regels
    assert not any(cel.bekend for regel in onbeslist(merged).regels.values() for cel in regel.cellen)
    assert {open_kolommen(merged)(key) for key in (REGEL, ANDERE)} == {frozenset(KOLOMMEN)}
    gone = voeg_samen(BASIS, returns, {POST: VERWIJDERD})
    assert (gone.opgave.posten, gone.opgave.regels) == ({}, {})


def test_what_both_deleted_is_gone() -> None:
    merged = voeg_samen(BASIS, [opgave("A", t=None), opgave("B", t=None)])
    assert merged.verwijderd == (IN_T.item,)
    assert not merged.conflicten


def test_a_decision_about_a_row_that_was_deleted_and_nobody_changed() -> None:
    gone = opgave("A", t=None)
    for decision, there in ((VERWIJDERD, False), (BEHOUDEN, True)):
        merged = voeg_samen(BASIS, [gone], {IN_T.item: decision})
        assert (REGEL in merged.opgave.regels) == there
        assert [(conflict.plek, len(conflict.lezingen)) for conflict in merged.beslecht] == [(IN_T.item, 1)]
        assert (merged.ongebruikt, merged.conflicten) == ((), ())
    assert voeg_samen(BASIS, [gone], {IN_T.item: BEHOUDEN}).opgave == BASIS


def test_nihil_for_a_whole_row_contradicts_a_number_in_one_cell() -> None:
    whole = replace(BASIS, regels={**BASIS.regels, ANDERE: Regel(velden={"geheel": "nihil"})})
    number = replace(BASIS, regels={**BASIS.regels, ANDERE: Regel((waarde(5), *(ONTBREEKT,) * 7))})
    merged = voeg_samen(BASIS, [whole, number])
    assert [conflict.plek for conflict in merged.conflicten] == [Plek("regel", ANDERE, "t-1")]
    assert [cel.staat for cel in merged.opgave.regels[ANDERE].voluit] == ["ontbreekt", *["nihil"] * 7]


def test_a_return_made_from_an_older_base_does_not_undo_what_the_centre_mended() -> None:
    older, newer = opgave(artikel="6", jbr="a"), opgave(artikel="7", jbr="b")
    returned = opgave("A", "oud", 120, artikel="6", jbr="c")
    merged = voeg_samen(newer, [returned], gestuurd={"oud": older})
    assert merged.opgave.regels[REGEL].cel("t") == waarde(120)
    assert merged.opgave.posten["begroting", "logius"].artikel == "7"
    [conflict] = merged.conflicten
    assert conflict.plek == POST._replace(onderdeel="jbr")
    assert {each.inhoud for each in conflict.lezingen} == {"b", "c"}


def test_what_the_centre_took_out_since_and_a_return_changed() -> None:
    empty = Opgave(BASIS.herkomst, {}, {})
    merged = voeg_samen(empty, [opgave("A", "oud", 120)], gestuurd={"oud": BASIS})
    assert [conflict.plek for conflict in merged.conflicten] == [POST]
    assert merged.opgave.regels == opgave(t=120).regels
    decided = voeg_samen(empty, [opgave("A", "oud", 120)], {POST: VERWIJDERD}, {"oud": BASIS})
    assert decided.opgave == empty


def test_places_as_text() -> None:
    for place in (POST, POST._replace(onderdeel="jbr"), IN_T, IN_T.item, Plek("aftekening", (), "fez")):
        assert plek(place.tekst()) == place


def signed(directie: str, fez: str) -> Opgave:
    """Return the base as a directorate sends it back, signed."""
    return replace(BASIS, herkomst=replace(BASIS.herkomst, directie=directie), aftekening={"fez": fez})


def test_directorates_sign_side_by_side() -> None:
    one, two = signed("Een", "A. de Vries"), signed("Twee", "B. Jansen")
    for returns in ([one, two], [two, one, one]):
        merged = voeg_samen(BASIS, returns)
        assert not merged.conflicten
        assert merged.opgave.aftekening == {"fez": "A. de Vries (Een); B. Jansen (Twee)"}
    assert voeg_samen(BASIS, [one, signed("Twee", "A. de Vries")]).opgave.aftekening == one.aftekening


def test_one_directorate_that_signs_twice_contradicts_itself() -> None:
    for first, second in (("Een", "Een"), ("", ""), ("", "Twee")):
        merged = voeg_samen(BASIS, [signed(first, "A. de Vries"), signed(second, "B. Jansen")])
        assert [conflict.plek for conflict in merged.conflicten] == [Plek("aftekening", (), "fez")]
        assert not merged.opgave.aftekening


def dated(directie: str, fez: str, day: str) -> Opgave:
    """Return the base as a directorate signs it on a day."""
    return replace(signed(directie, fez), aftekening={"fez": fez, "fez-datum": day})


@pytest.mark.parametrize("again", ["A. de Vries", "C. Mulder"])
def test_the_later_signature_of_a_directorate_counts(again: str) -> None:
    once, other = dated("Een", "A. de Vries", "20-11-2026"), dated("Twee", "B. Jansen", "1 nov 2026")
    returns = [once, dated("Een", again, "2026-11-25"), other]
    for given in (returns, returns[::-1]):
        merged = voeg_samen(BASIS, given)
        assert not merged.conflicten
        assert merged.opgave.aftekening == {
            "fez": f"{again} (Een); B. Jansen (Twee)", "fez-datum": "2026-11-25 (Een); 1 nov 2026 (Twee)"
        }  # fmt: skip
        told = {lezing.inhoud for conflict in merged.beslecht for lezing in conflict.lezingen}
        assert {"20-11-2026", "A. de Vries"} - told <= {again}


@pytest.mark.parametrize("day", ["20-11-2026", "binnenkort"])
def test_one_directorate_that_signs_twice_on_no_later_day_contradicts_itself(day: str) -> None:
    merged = voeg_samen(BASIS, [dated("Een", "A. de Vries", "2026-11-20"), dated("Een", "C. Mulder", day)])
    assert {conflict.plek.onderdeel for conflict in merged.conflicten} == {"fez", "fez-datum"}


def test_of_a_sign_off_in_conflict_is_told_whose_directorate_is_not_named() -> None:
    empty = [Bevinding("inhoud-aftekening-leeg", "fout", Plek("aftekening", (), field)) for field in ("fez", "cio")]
    merged = voeg_samen(BASIS, [signed("", "A. de Vries"), signed("", "B. Jansen")])
    told = list(aftekening_apart(empty, merged.conflicten))
    assert [each.code for each in told] == ["samen-zonder-directie", "inhoud-aftekening-leeg"]
    assert told[1].plek == Plek("aftekening", (), "cio")
    assert list(aftekening_apart(empty, [])) == empty
