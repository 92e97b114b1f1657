"""A round on disk: what is written reads back the same, in this round and in the next."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from returns.rondes import ingevuld, opgaven, ronde, rondes, seeds

from model.io.returns.figures import cijfers_van, read_opgaven, write_cijfers
from model.io.returns.round_reader import read_ronde
from model.io.returns.round_writer import write_ronde
from model.io.returns.tables import OPGAVEN, VORIGE
from model.returns.basis import basis_van
from model.returns.columns import KOLOMMEN, STRUCTUREEL
from model.returns.opgave import Post
from model.returns.ronde import AARD, Departement, Ronde

words = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), min_size=1).map(str.strip).filter(bool)


def written(some: Ronde) -> Ronde:
    with TemporaryDirectory() as folder:
        write_ronde(some, Path(folder))
        return read_ronde(Path(folder))


@given(rondes())
@settings(deadline=None, max_examples=30)
def test_a_round_reads_back_as_it_was_written(some: Ronde) -> None:
    assert written(some) == some


@given(words, words, st.sampled_from(KOLOMMEN))
@settings(deadline=None, max_examples=100)
def test_words_of_any_kind_come_back(naam: str, toelichting: str, kolom: str) -> None:
    post = Post("begroting", "p", {"naam": naam, "artikel": "6", "toelichting": toelichting})
    some = replace(
        ronde(1, 1, 0),
        naam=naam,
        departementen={"dep-1": Departement("dep-1", toelichting, naam)},
        posten={"dep-1": (post,)},
        aard={**AARD, kolom: "realisatie"},
    )
    assert written(some) == some


def test_a_carriage_return_ends_a_line_of_words_not_a_row() -> None:
    post = Post("begroting", "p", {"naam": "a\rb\r\nc", "artikel": "6"})
    [read] = written(replace(ronde(1, 1, 0), posten={"dep-1": (post,)})).posten["dep-1"]
    assert read.naam == "a\nb\nc"


@given(st.data(), rondes())
@settings(deadline=None, max_examples=20)
def test_figures_of_returns_come_back(data: st.DataObject, some: Ronde) -> None:
    returned = {ident: data.draw(opgaven(some, ident)) for ident in some.departementen}
    figures = {ident: tuple(cijfers_van(opgave, some.jaar)) for ident, opgave in returned.items() if opgave.regels}
    with TemporaryDirectory() as folder:
        write_cijfers(Path(folder) / OPGAVEN.file, OPGAVEN, figures)
        assert read_opgaven(Path(folder), some.departementen) == figures


@given(seeds)
@settings(deadline=None, max_examples=10)
def test_a_year_later_every_figure_stands_in_the_column_of_its_own_year(seed: int) -> None:
    some = ronde(seed, 1, 2)
    opgave = ingevuld(basis_van(some, "dep-1"), seed)
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_ronde(replace(some, jaar=some.jaar + 1, vorige={}, samen={}, controles={}, dashboard={}, jbr={}), folder)
        write_cijfers(folder / VORIGE.file, VORIGE, {"dep-1": cijfers_van(opgave, some.jaar)})
        following = read_ronde(folder).vorige.get("dep-1", {})
    then = {kolom: KOLOMMEN[place - 1] for place, kolom in enumerate(KOLOMMEN[:-1]) if place} | {
        STRUCTUREEL: STRUCTUREEL
    }
    assert following == {(key, then[kolom]): regel.cel(kolom) for key, regel in opgave.regels.items() for kolom in then}
