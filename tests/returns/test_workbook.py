"""The workbook of a return: what stands in it comes from the declarations, what may change is open, text is text."""

from __future__ import annotations

import itertools
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from excel.test_texts import NAMES, alike
from excel.workbooks import read, recalculations
from openpyxl.worksheet.worksheet import Worksheet
from returns.rondes import ronde
from returns.werkmappen import written
from xlsxwriter.worksheet import Worksheet as PlainWorksheet

from model.errors import figure
from model.io.excel.writer import FastWorksheet
from model.io.returns.amount_rules import amount_choice
from model.io.returns.form import Form
from model.io.returns.glossary import parts
from model.io.returns.sheets import (
    BLADEN,
    EIGENSCHAP,
    FIRST_ROW,
    HEAD_ROW,
    HERKOMST,
    META,
    OPEN_POST,
    OPEN_REGEL,
    OPEN_VOORTGANG,
    POST_KOLOMMEN,
    POSTEN,
    REGEL_KOLOMMEN,
    SLEUTEL,
    VOORTGANG,
    aftekening_sleutel,
    herkomst_uit,
    nummer,
    post_sleutel,
)
from model.io.returns.workbook import file_name, form_of
from model.returns.edition import words_of
from model.returns.fields import AFTEKENING, POST_VELDEN, REGEL_VELDEN
from model.returns.ronde import Ronde
from model.returns.terms import AARDEN, DEFINITIES, FASEN, PRIJZEN, STATEN, TABELLEN
from model.text import LANGUAGES, Language

LONGEST_MESSAGE = 255


@pytest.fixture(scope="module", params=LANGUAGES)
def form(request: pytest.FixtureRequest) -> Form:
    language: Language = request.param
    return form_of(ronde(3, 1, 2, vorige=0.5), "dep-1", language)


@pytest.fixture(scope="module")
def file(form: Form, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(form, tmp_path_factory.mktemp("opgave") / "opgave.xlsx", FastWorksheet)


@pytest.fixture(scope="module")
def sheets(file: Path) -> dict[str, Worksheet]:
    return {sheet.title: sheet for sheet in openpyxl.load_workbook(file).worksheets}


def amounts(form: Form) -> Iterator[str]:
    yield from (BLADEN[tabel] for tabel in BLADEN if form.count(tabel))


def test_every_word_of_the_edition_is_explained(form: Form) -> None:
    said = {words for _, found in parts(form) for words in found}
    terms = [term for _, term in words_of(form.ronde.editie)]
    terms += [*TABELLEN.values(), *STATEN.values(), *AARDEN.values(), *FASEN.values(), *PRIJZEN.values()]
    terms += [*DEFINITIES.values(), *(veld.term for veld in (*POST_VELDEN, *REGEL_VELDEN, *OPEN_VOORTGANG))]
    for term in terms:
        name, meaning, example = (form.say(text) for text in (term.naam, term.definitie, term.voorbeeld))
        assert any(name == a and b.startswith(meaning) and example == c for a, b, c in said), name
    for grootheid in form.ronde.editie.grootheden.values():
        [meaning] = [b for a, b, _ in said if a == form.say(grootheid.term.naam)]
        for bound in (grootheid.kind.low, grootheid.kind.high):
            assert form.say(figure(bound)) in meaning
        assert grootheid.eenheid in meaning


def test_heads_say_what_their_columns_mean(form: Form, sheets: dict[str, Worksheet]) -> None:
    for name in amounts(form):
        for veld in REGEL_VELDEN:
            explained(form, sheets[name].cell(HEAD_ROW, nummer(veld.ident)), veld.term)
    for veld in POST_VELDEN:
        cell = sheets[POSTEN].cell(HEAD_ROW, nummer(veld.ident, POST_KOLOMMEN))
        explained(form, cell, veld.term)
        for term in veld.keuzes.values():
            assert form.say(term.definitie) in cell.comment.text


def explained(form: Form, cell: object, term: object) -> None:
    assert str(cell.value).startswith(form.say(term.naam))  # type: ignore[attr-defined]
    for text in (term.definitie, term.voorbeeld):  # type: ignore[attr-defined]
        assert form.say(text) in cell.comment.text  # type: ignore[attr-defined]


def test_cells_take_what_is_declared(form: Form, sheets: dict[str, Worksheet]) -> None:
    for name in amounts(form):
        rules = {str(cell): rule for rule in sheets[name].data_validations.dataValidation for cell in rule.sqref.ranges}
        assert len(rules) < 200
        last = sheets[name].max_row
        covered = sum(area.size["rows"] * area.size["columns"] for r in rules.values() for area in r.sqref.ranges)
        assert covered == (last - FIRST_ROW + 1) * 9
        for rule in rules.values():
            assert len(rule.error) <= LONGEST_MESSAGE
    for grootheid in form.ronde.editie.grootheden.values():
        choice = amount_choice(form, grootheid)
        message = form.say(choice.expected)
        for word in (*map(form.say, map(figure, (grootheid.kind.low, grootheid.kind.high))), grootheid.eenheid):
            assert word in message
        for state in ("nihil", "nvt"):
            assert form.state(state) in message
            assert f'"{form.state(state)}"' in choice.formula


def test_drop_downs_offer_what_is_declared(form: Form, sheets: dict[str, Worksheet]) -> None:
    wanted = {
        ",".join(form.say(term.naam) for term in veld.keuzes.values())
        for veld in (*POST_VELDEN, *REGEL_VELDEN)
        if veld.keuzes
    }
    assert all(form.say(term.naam).count(",") == 0 for veld in POST_VELDEN for term in veld.keuzes.values())
    found = {
        rule.formula1.strip('"')
        for name in (POSTEN, *amounts(form))
        for rule in sheets[name].data_validations.dataValidation
        if rule.type == "list"
    }
    assert found == wanted


def test_inputs_are_open_and_all_else_is_locked(form: Form, sheets: dict[str, Worksheet]) -> None:
    for name, sheet in sheets.items():
        assert sheet.protection.sheet, name
        kolommen = {POSTEN: POST_KOLOMMEN, VOORTGANG: ()}.get(name, REGEL_KOLOMMEN if name in BLADEN.values() else ())
        codes = OPEN_POST if name == POSTEN else OPEN_REGEL
        wanted = {nummer(code, kolommen) for code in codes if code in kolommen}
        for row in sheet.iter_rows():
            for cell in row:
                data = name != VOORTGANG and cell.row >= FIRST_ROW and name in (POSTEN, *amounts(form))
                if name != VOORTGANG:
                    assert (not cell.protection.locked) == (data and cell.column in wanted), (name, cell.coordinate)
    opened = [cell for row in sheets[VOORTGANG].iter_rows() for cell in row if not cell.protection.locked]
    assert len(opened) >= len(AFTEKENING) + 1
    assert {cell.column for cell in opened} == {2}


def test_every_row_says_what_it_is_and_whose(form: Form, sheets: dict[str, Worksheet]) -> None:
    for tabel, name in BLADEN.items():
        keys = [key.tekst() for key in form.opgave.regels if key.tabel == tabel]
        assert column(sheets[name], nummer(SLEUTEL))[: len(keys)] == keys
        assert set(column(sheets[name], nummer(HERKOMST))[: len(keys)]) <= {form.herkomst}
    posts = [post_sleutel(*key) for key in form.opgave.posten]
    assert column(sheets[POSTEN], nummer(SLEUTEL, POST_KOLOMMEN)) == posts
    signed = {cell.value for row in sheets[VOORTGANG].iter_rows() for cell in row}
    assert {aftekening_sleutel(veld.ident) for veld in AFTEKENING} <= signed
    assert herkomst_uit(form.herkomst) == replace(form.opgave.herkomst)


def column(sheet: Worksheet, number: int) -> list[object]:
    return [sheet.cell(row, number).value for row in range(FIRST_ROW, sheet.max_row + 1)]


def test_the_origin_stands_in_several_places(form: Form, file: Path) -> None:
    book = read(file)
    assert book.properties[EIGENSCHAP] == form.herkomst
    places = [sheet.name for sheet in book.sheets if any(cell.value == form.herkomst for cell in sheet.cells.values())]
    assert {"Leeswijzer", VOORTGANG, POSTEN, META, *amounts(form)} == set(places)
    assert [sheet.name for sheet in book.sheets if not sheet.visible] == [META]


def test_sheets_are_fit_to_print_and_to_read(form: Form, sheets: dict[str, Worksheet]) -> None:
    for name, sheet in sheets.items():
        if name == META:
            assert sheet.sheet_state == "veryHidden"
            continue
        assert "FICTIEF" in f"{sheet['A1'].value} {sheet['A2'].value}"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == (8 if name in (POSTEN, *BLADEN.values()) else 9), name
        assert sheet.freeze_panes is not None
        assert not sheet.merged_cells.ranges
        assert "FICTIEF" in sheet.oddFooter.left.text
        assert not any(each.hidden for each in (*sheet.row_dimensions.values(), *sheet.column_dimensions.values()))
    for name in (POSTEN, *amounts(form)):
        assert sheets[name].print_title_rows == f"${HEAD_ROW}:${HEAD_ROW}"
        assert sheets[name].auto_filter.ref is not None


def test_a_fictitious_round_says_so_in_the_name() -> None:
    made = ronde(1, 1)
    assert file_name(made, "dep-1") == "FICTIEF-uitvraag-2027-dep-1.xlsx"
    assert file_name(replace(made, naam="Opgave 2027", fictief=False), "dep-1") == "uitvraag-opgave-2027-dep-1.xlsx"
    assert not any("FICTIEF: " in str(item.value) for item in first_rows(replace(made, fictief=False)))


def first_rows(made: Ronde) -> Iterator[object]:
    for page in form_of(made, "dep-1").pages.values():
        yield from itertools.chain(page.rows[2].items.values())


def test_names_stay_text(tmp_path: Path) -> None:
    made = named(ronde(3, 1, 4, vorige=0.3))
    form = form_of(made, "dep-1")
    path = written(form, tmp_path / "namen.xlsx")
    for book in (read(path), read(recalculations([path], tmp_path / "uit")[0])):
        for name, page in form.pages.items():
            sheet = book.sheet(name)
            assert sheet is not None
            for row, at, item in page.cells():
                if isinstance(item.value, str) and item.value and not item.formula:
                    cell = sheet.cells[row, at]
                    assert cell.formula is None
                    assert alike(cell.value, item.value), (name, row, at)
    with zipfile.ZipFile(path) as parts_:
        assert not [part for part in parts_.namelist() if "external" in part.lower()]


def named(made: Ronde) -> Ronde:
    """Return a round in which everything that people name has one of the names that could do harm."""
    name = itertools.cycle(NAMES.values())
    [about] = made.departementen.values()
    posts = tuple(
        replace(post, velden={veld.ident: next(name) for veld in POST_VELDEN if not veld.keuzes})
        for post in made.posten["dep-1"]
    )
    controls = tuple(replace(each, referentie=next(name)) for each in made.controles.get("dep-1", ()))
    return replace(
        made,
        naam=next(name),
        departementen={"dep-1": replace(about, naam=next(name), hoofdstuk=next(name))},
        posten={"dep-1": posts},
        controles={"dep-1": controls},
    )


def test_the_same_round_gives_the_same_bytes(form: Form, file: Path, tmp_path: Path) -> None:
    again = written(form, tmp_path / "nogeens.xlsx", PlainWorksheet)
    assert again.read_bytes() == file.read_bytes()
