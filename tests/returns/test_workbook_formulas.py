"""What a department sees while it fills in its return is what Python reckons: LibreOffice computes every formula."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from excel.workbooks import WrongWorksheet, read, recalculations
from returns.rondes import ingevuld, ronde
from returns.werkmappen import MOMENT, formulas, recalculated, wrong_cells

from model.io.excel.book import Book
from model.io.excel.layout import Item
from model.io.excel.writer import write_workbook
from model.io.returns.form import Form
from model.io.returns.round_reader import read_ronde
from model.io.returns.sheets import (
    BLADEN,
    FIRST_ROW,
    POST_KOLOMMEN,
    POSTEN,
    SAMEN,
    STATUS,
    VOORTGANG,
    nummer,
    verschil,
)
from model.io.returns.words import ASKED, DIFFERS, FITS, FULL, MISSING, WRONG
from model.io.returns.workbook import form_of, manuscript_of
from model.io.shipped import shipped_ronde
from model.returns.basis import basis_van
from model.returns.columns import KOLOMMEN
from model.returns.edition import Sleutel
from model.returns.opgave import Opgave, Regel, waarde
from model.returns.ronde import Drempel, Ronde
from model.text import Language

Made = dict[str, tuple[Form, Book]]
SEEDS = (1, 2, 3, 4)


def forms() -> dict[str, Form]:
    shipped = read_ronde(shipped_ronde())
    ident = list(shipped.departementen)[8]  # answered the first edition last round
    found = {"leeg": form_of(shipped, ident), "vol": form_of(shipped, ident, "nl", repeated(shipped, ident))}
    for seed in SEEDS:
        made = ronde(seed, 1, 2, vorige=0.8)
        language: Language = "en" if seed % 2 else "nl"
        answered = ingevuld(basis_van(made, "dep-1"), seed, ontbreekt=(0.0, 0.1)[seed % 2])
        found[f"ronde-{seed}"] = form_of(made, "dep-1", language, answered)
    return found


def repeated(made: Ronde, ident: str) -> Opgave:
    """Return what a department sends that repeats last round's figures, and says nihil to all else."""
    base, last = basis_van(made, ident), made.vorige[ident]
    rows = {
        key: Regel(tuple(last.get((key, kolom), regel.cel(kolom)) for kolom in KOLOMMEN), {"geheel": "nihil"})
        for key, regel in base.regels.items()
    }
    return replace(base, regels=rows)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    found = forms()
    books = recalculated(found, tmp_path_factory.mktemp("opgaven"))
    return {name: (form, books[name]) for name, form in found.items()}


@pytest.mark.parametrize("name", ["leeg", "vol", *(f"ronde-{seed}" for seed in SEEDS)])
def test_every_formula_gives_what_python_reckons(made: Made, name: str) -> None:
    form, book = made[name]
    assert wrong_cells(form, book) == []


def test_the_cases_say_everything_that_can_be_said(made: Made) -> None:
    said = {str(item.value) for form, _ in made.values() for _, _, item in formulas(form)}
    for word in (FULL, ASKED, FITS, DIFFERS):
        assert {word.nl, word.en} & said, word
    assert any(text.endswith(MISSING.nl) for text in said)
    assert sum(len(list(formulas(form))) for form, _ in made.values()) > 3000


def test_repeating_last_round_asks_no_reasons(made: Made) -> None:
    form, _ = made["vol"]
    moved = {nummer(verschil(kolom)) for kolom in KOLOMMEN}
    asked = [item for name, (_, column), item in formulas(form) if name in BLADEN.values() and column in moved]
    assert asked
    assert {item.value for item in asked} == {""}


def test_what_is_not_well_filled_in_is_wrong(tmp_path: Path) -> None:
    """Text, a negative number, one that is too large, and another word for the whole row: each row says so."""
    made = ronde(3, 1, 2, vorige=0.0)
    form = form_of(made, "dep-1")
    tabel = next(tabel for tabel in BLADEN if form.count(tabel) > 5)
    page = form.pages[BLADEN[tabel]]
    typed: list[float | str] = ["veel", -1.0, 1e9, "p.m."]
    for row, value in enumerate(typed, start=FIRST_ROW):
        span = page.rows[row].span
        assert span is not None
        span.values = [value, *[5.0] * 7]
    page.rows[FIRST_ROW + len(typed)].items[nummer("geheel")] = Item("geen", style="entry-text", open=True)
    path = tmp_path / "fout.xlsx"
    write_workbook(manuscript_of(form), path, MOMENT, worksheet=WrongWorksheet)
    book = read(recalculations([path], tmp_path / "uit")[0])
    sheet, progress = book.sheet(BLADEN[tabel]), book.sheet(VOORTGANG)
    assert sheet is not None
    assert progress is not None
    states = [sheet.cells[row, nummer(STATUS)].value for row in range(FIRST_ROW, FIRST_ROW + 6)]
    assert states == [WRONG.nl] * 5 + [f"8 {MISSING.nl}"]
    label = f"{form.table_name(tabel)}: rijen met iets dat fout is ingevuld"
    [row] = [at[0] for at, cell in progress.cells.items() if cell.value == label]
    assert progress.cells[row, 2].value == 5


def test_an_own_definition_needs_an_explanation(tmp_path: Path) -> None:
    made = ronde(3, 1, 2, vorige=0.0)
    base = basis_van(made, "dep-1")
    fields = {"dashboard": "n.v.t.", "jbr": "x", "definitie": "eigen", "toelichting": ""}
    posts = {key: replace(post, velden={**post.velden, **fields}) for key, post in base.posten.items()}
    form = form_of(made, "dep-1", "nl", replace(base, posten=posts))
    book = recalculated({"eigen": form}, tmp_path)["eigen"]
    sheet = book.sheet(POSTEN)
    assert sheet is not None
    found = {sheet.cells[FIRST_ROW + at, nummer(STATUS, POST_KOLOMMEN)].value for at in range(len(posts))}
    assert found == {f"1 {MISSING.nl}"}


def test_a_reason_is_asked_above_both_bounds_only() -> None:
    made = ronde(5, 1, 1, vorige=0.0)
    keys = {key.grootheid: key for key in basis_van(made, "dep-1").regels if key.tabel == "begroting"}
    cases = {
        ("uitgaven", 1000.0, 2001.0): True, ("uitgaven", 1000.0, 2000.0): False,
        ("uitgaven", 20000.0, 21500.0): False, ("uitgaven", 0.0, 1000.5): True,
        ("fte", 10.0, 20.5): True, ("fte", 10.0, 20.0): False, ("fte", 200.0, 215.0): False,
        ("juridisch-verplicht", 5.0, 99.0): True, ("juridisch-verplicht", 80.0, 90.0): False,
    }  # fmt: skip
    for (grootheid, was, now), asked in cases.items():
        form = moved(made, keys[grootheid], was, now)
        rows = form.pages[BLADEN["begroting"]].rows
        row = next(row for row in rows.values() if row.key[:1] == (keys[grootheid].tekst(),))
        found = row.items[nummer(verschil(KOLOMMEN[0]))].value
        assert (found != "") == asked, (grootheid, was, now)


def moved(made: Ronde, key: Sleutel, was: float, now: float) -> Form:
    """Return the form of a round in which one figure was this last round and is that now."""
    last = {"dep-1": {(key, KOLOMMEN[0]): waarde(was)}}
    asked = replace(made, vorige=last, samen={}, drempel=Drempel())
    base = basis_van(asked, "dep-1")
    row = Regel((waarde(now), *base.regels[key].cellen[1:]))
    return form_of(asked, "dep-1", "nl", replace(base, regels={**base.regels, key: row}))


def test_figures_of_several_rows_stand_beside_their_sum(made: Made) -> None:
    form, book = made["vol"]
    sheet = book.sheet(SAMEN)
    assert sheet is not None
    assert len(form.together) == len(form.pages[SAMEN].rows) - 4
    for row, each in enumerate(form.together, start=5):
        assert sheet.cells[row, 5].value == pytest.approx(each.cel.waarde)
        now = sum(form.opgave.regels[key].cel(each.kolom).waarde for key in each.sleutels)
        assert sheet.cells[row, 7].value == pytest.approx(now - each.cel.waarde)
    asked = {cell.value for (row, column), cell in sheet.cells.items() if row > 4 and column == 8}
    assert asked >= {ASKED.nl, ""}
