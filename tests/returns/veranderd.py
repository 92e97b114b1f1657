"""What directorates make of the return that they were sent, at random."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import strategies as st
from returns.rondes import ingevuld, ronde, seeds

from model.returns.basis import basis_van
from model.returns.edition import Sleutel
from model.returns.edits import BEHOUDEN, VERWIJDERD, Inhoud, Item, Plek, items, opgave_van
from model.returns.opgave import NIHIL, NVT, ONTBREEKT, Opgave, waarde

CELLEN = (waarde(1.0), waarde(2.5), NIHIL, NVT, ONTBREEKT)
WOORDEN = ("", "a", "b", VERWIJDERD, BEHOUDEN)


@st.composite
def bases(draw: st.DrawFn) -> Opgave:
    """Return a return that was sent, with something in it already."""
    asked = ronde(draw(seeds), 1, 2, controles=False)
    sent = basis_van(asked, "dep-1")
    kept = dict(draw(st.permutations(list(sent.regels.items())))[:6])
    posts = {(key.tabel, key.post) for key in kept}
    sent = replace(sent, regels=kept, posten={key: post for key, post in sent.posten.items() if key in posts})
    return uitgeschreven(ingevuld(sent, draw(seeds), ontbreekt=0.5))


@st.composite
def veranderd(draw: st.DrawFn, basis: Opgave, directie: str) -> Opgave:
    """Return what a directorate makes of what it was sent: cells and fields changed, items deleted and added."""
    changed = dict(items(basis))
    for item in draw(st.lists(st.sampled_from(sorted(changed)), max_size=4)):
        if draw(st.integers(0, 3)) == 0 and item.soort != "aftekening":
            for inner in [
                each for each in changed if each == item or (item.soort == "post" and each.post == item.post)
            ]:
                del changed[inner]
        elif item in changed:
            changed[item] = draw(gewijzigd(item, changed[item]))
    if draw(st.booleans()):
        key = Sleutel("begroting", draw(st.sampled_from(["nieuw", "ook-nieuw"])), "fte", "beheer", "intern")
        row, post = Plek("regel", key), Plek("post", key[:2])
        changed |= {row: draw(gewijzigd(row, {})), post: draw(gewijzigd(post, {}))}
    who = replace(basis.herkomst, directie=directie, wanneer="2026-09-01")
    return opgave_van(who, {item: parts for item, parts in changed.items() if parts or item.soort != "aftekening"})


@st.composite
def gewijzigd(draw: st.DrawFn, item: Plek, parts: Item) -> Item:
    fields: Mapping[str, Inhoud] = draw(
        st.dictionaries(st.sampled_from(["toelichting", "opmerking"]), st.sampled_from(WOORDEN), max_size=1)
    )
    if item.soort == "regel":
        fields = {**fields, **draw(st.dictionaries(st.sampled_from(["t", "t+1"]), st.sampled_from(CELLEN)))}
    return {part: content for part, content in {**parts, **fields}.items() if content not in ("", ONTBREEKT)}


@st.composite
def gevallen(draw: st.DrawFn, most: int = 3) -> tuple[Opgave, list[Opgave]]:
    """Return a base and returns that were made of it."""
    basis = draw(bases())
    return basis, [draw(veranderd(basis, f"directie {n}")) for n in range(draw(st.integers(1, most)))]


Geval = tuple[Opgave, list[Opgave]]


def uitgeschreven(opgave: Opgave) -> Opgave:
    """Return the same return, each cell saying for itself what holds for its whole row, no field empty."""
    return opgave_van(opgave.herkomst, items(opgave))
