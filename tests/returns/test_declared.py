"""Everything a round declares has a meaning in both languages, and its tables ask what the fields declare."""

from __future__ import annotations

import dataclasses

import pytest

from model.io.returns.tables import OPGAVEN, TABLES
from model.returns import terms
from model.returns.edition import EDITIES, words_of
from model.returns.fields import AFTEKENING, POST_VELDEN, REGEL_VELDEN, VERKLARINGEN, Veld
from model.returns.ronde import GRENZEN, Drempel
from model.returns.terms import Term
from model.schema import Table
from model.text import Text


def spoken(text: Text) -> None:
    assert text.nl.strip()
    assert text.en.strip()


def explained(term: Term) -> None:
    for text in (term.naam, term.definitie, term.voorbeeld):
        spoken(text)
    assert term.definitie.nl != term.definitie.en


@pytest.mark.parametrize("table", [*TABLES, OPGAVEN], ids=lambda table: table.name)
def test_a_table(table: Table) -> None:
    spoken(table.meaning)
    assert set(table.key) <= set(table.by_name)
    for column in table.columns:
        spoken(column.meaning)
        spoken(column.kind.expected)
        assert column.table in {"", *(other.name for other in TABLES)}


@pytest.mark.parametrize("veld", [*POST_VELDEN, *REGEL_VELDEN, *AFTEKENING, *VERKLARINGEN], ids=lambda veld: veld.ident)
def test_a_field(veld: Veld) -> None:
    explained(veld.term)
    for term in veld.keuzes.values():
        explained(term)
    if veld.bij_leeg:
        assert veld.bij_leeg in veld.keuzes


def test_field_names_are_not_used_twice() -> None:
    for fields in (POST_VELDEN, REGEL_VELDEN, (*AFTEKENING, *VERKLARINGEN)):
        assert len({veld.ident for veld in fields}) == len(fields)


@pytest.mark.parametrize("editie", EDITIES)
def test_every_word_of_an_edition_is_explained(editie: str) -> None:
    known = dict(words_of(EDITIES[editie]))
    for tabel in EDITIES[editie].tabellen:
        for key in EDITIES[editie].regels(tabel, "p"):
            assert {key.grootheid, key.soort, key.categorie} - {""} <= set(known)
    for term in known.values():
        explained(term)


def test_every_unit_has_a_threshold() -> None:
    asked = {grootheid.eenheid for editie in EDITIES.values() for grootheid in editie.grootheden.values()}
    assert asked == set(GRENZEN)
    assert {grens.veld for grens in GRENZEN.values()} | {"deel"} == {each.name for each in dataclasses.fields(Drempel)}


def test_every_term_is_explained() -> None:
    for name, found in vars(terms).items():
        if name.isupper():
            for term in found.values():
                explained(term)
