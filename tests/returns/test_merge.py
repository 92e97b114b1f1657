"""The laws of bringing returns together, on random returns and random changes in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from returns.veranderd import Geval, bases, gevallen

from model.returns.edition import Sleutel
from model.returns.edits import VERWIJDERD, Inhoud, Plek, items, wijzigingen
from model.returns.merge import Samenvoeging, voeg_samen
from model.returns.opgave import NIHIL, Opgave

thorough = settings(max_examples=150, deadline=None)


def zelfde(een: Samenvoeging, ander: Samenvoeging) -> bool:
    return een == ander and list(een.opgave.regels) == list(ander.opgave.regels)


@thorough
@given(bases())
def test_merging_nothing_changes_nothing(basis: Opgave) -> None:
    assert voeg_samen(basis, []) == Samenvoeging(basis, (), (), (), ())
    assert voeg_samen(basis, [basis, basis]).opgave == basis


@thorough
@given(gevallen(1))
def test_one_return_is_taken_over(geval: Geval) -> None:
    basis, [one] = geval
    merged = voeg_samen(basis, [one])
    assert merged.opgave == replace(one, herkomst=basis.herkomst)
    assert not merged.conflicten
    assert set(merged.verwijderd) == set(items(basis)) - set(items(one))


@thorough
@given(gevallen())
def test_the_same_change_twice_is_one(geval: Geval) -> None:
    basis, returns = geval
    assert zelfde(voeg_samen(basis, [*returns, *returns]), voeg_samen(basis, returns))
    assert voeg_samen(basis, [returns[0], replace(returns[0], herkomst=basis.herkomst)]).conflicten == ()


@thorough
@given(gevallen())
def test_order_does_not_matter(geval: Geval) -> None:
    basis, returns = geval
    merged = voeg_samen(basis, returns)
    assert all(zelfde(voeg_samen(basis, order), merged) for order in permutations(returns))


@thorough
@given(gevallen(), st.data())
def test_nothing_is_lost(geval: Geval, data: st.DataObject) -> None:
    """Every change that anyone made stands in the result, in a conflict, or is part of what was deleted."""
    basis, returns = geval
    for merged in (voeg_samen(basis, returns), besloten(basis, returns, data)):
        stands, gone = items(merged.opgave), set(merged.verwijderd)
        said = {
            (conflict.plek, lezing.inhoud)
            for conflict in (*merged.conflicten, *merged.beslecht)
            for lezing in conflict.lezingen
        }
        changes = [change for each in returns for change in wijzigingen(basis, each)]
        kept = [c for c in changes if c.plek.onderdeel and stands.get(c.plek.item, {}).get(c.plek.onderdeel) == c.wordt]
        kept += [c for c in changes if not c.plek.onderdeel and (c.plek in stands) != c.verwijdert]
        in_conflict = [
            c
            for c in changes
            if c not in kept and ((c.plek, c.wordt) in said or (c.verwijdert and (_post(c.plek), VERWIJDERD) in said))
        ]
        assert len(kept) + len(in_conflict) == len(changes)
        assert gone == set(items(basis)) - set(stands)


def _post(place: Plek) -> Plek:
    return Plek("post", place.post)


@thorough
@given(gevallen())
def test_known_cells_are_counted_and_summed(geval: Geval) -> None:
    """Without conflicts the sum of the result is that of the base with what each changed, deleted or added."""
    basis, returns = geval
    merged = voeg_samen(basis, returns)
    assume(not merged.conflicten)
    differences = {
        (change.plek, change.was, change.wordt)
        for each in returns
        for change in wijzigingen(basis, each)
        if change.plek.is_cel
    }
    deleted = [
        cel
        for place in merged.verwijderd
        if place.soort == "regel"
        for cel in basis.regels[Sleutel(*place.sleutel)].cellen
    ]
    change = sum(getattr(new, "waarde", 0.0) - getattr(old, "waarde", 0.0) for _, old, new in differences)
    assert abs(som(merged.opgave) - (som(basis) + change - sum(cel.waarde for cel in deleted))) < 1e-6


def som(opgave: Opgave) -> float:
    return sum(cel.waarde for regel in opgave.regels.values() for cel in regel.voluit)


def besloten(basis: Opgave, returns: Sequence[Opgave], data: st.DataObject) -> Samenvoeging:
    """Decide conflicts until none is left; each time for something that was said."""
    decisions: dict[Plek, Inhoud] = {}
    merged = voeg_samen(basis, returns)
    while merged.conflicten:
        for conflict in merged.conflicten:
            decisions[conflict.plek] = data.draw(st.sampled_from([each.inhoud for each in conflict.lezingen]))
        merged = voeg_samen(basis, returns, decisions)
    return merged


@thorough
@given(gevallen(), st.data())
def test_decisions_settle_conflicts_and_only_those(geval: Geval, data: st.DataObject) -> None:
    basis, returns = geval
    before, after = voeg_samen(basis, returns), besloten(basis, returns, data)
    conflicts = {conflict.plek for conflict in before.conflicten}
    then, now = items(before.opgave), items(after.opgave)
    for item in then | now:
        for part in {*then.get(item, {}), *now.get(item, {})}:
            place = item._replace(onderdeel=part)
            if then.get(item, {}).get(part) != now.get(item, {}).get(part):
                assert conflicts & {place, item, Plek("post", item.post)}
    useless = Plek("regel", ("begroting", "bestaat-niet", "fte"), "t")
    assert voeg_samen(basis, returns, {useless: NIHIL}).ongebruikt == (useless,)
