"""Whatever people call things, it stays text: no formula, no link, no broken file. And the same bytes every time."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pytest
from excel.small import small
from excel.workbooks import export, read, recalculations, written, wrong_cells
from xlsxwriter.worksheet import Worksheet

from model.baseline import Referentie
from model.engine import run_plan
from model.io.excel.book import Book
from model.io.excel.draft import BRONNEN, INVOER, LEESWIJZER, Draft
from model.io.excel.inputs import inputs_of
from model.io.excel.workbook import workbook_of
from model.io.excel.writer import FastWorksheet
from model.result import Result

NAMES = {
    "formule": '=1+1&CMD|"/c calc"!A0',
    "plus": "+31 70 426 64 26",
    "min": "-2+3",
    "apenstaart": "@SUM(A1:A9)",
    "tab": "\tna een tab",
    "aanhaling": '\'s-Gravenhage "DigiD" <b>&amp;</b> ]]>',
    "emoji": "🏛️ digitale überheid – 'ß' ﷽",
    "lang": "heel lang " * 30,
    "besturing": "een\x01twee\x0bdrie\x1f",
    "ontsnapping": "_x0041_ en _x000D_",
    "getal": "0012",
    "datum": "1-2",
    "fout": "#N/A",
    "waar": "WAAR",
    "link": "https://example.org/a?b=c#d",
}


TURNS = (0, 5, 10)


def renamed(result: Result, turn: int) -> Result:
    """Return a result in which everything that people name has one of these names, another one each turn."""
    texts = list(NAMES.values())
    name = itertools.cycle([*texts[turn:], *texts[:turn]])
    plan = result.plan
    reference = Referentie(id="ref", titel=next(name), citaat=next(name), url=next(name), uitgever=next(name))
    scenario = replace(result.scenario, naam=next(name), omschrijving=next(name), auteur=next(name), status=next(name))
    baseline = replace(
        plan.baseline,
        name=next(name),
        references={"ref": reference},
        parties={ident: replace(partij, naam=next(name)) for ident, partij in plan.baseline.parties.items()},
    )
    plan = replace(
        plan,
        baseline=baseline,
        posts={ident: replace(post, naam=next(name), thema=next(name)) for ident, post in plan.posts.items()},
        sources={ident: replace(source, naam=next(name)) for ident, source in plan.sources.items()},
        parameters={ident: replace(each, naam=next(name)) for ident, each in plan.parameters.items()},
    )
    return run_plan(plan, scenario)


@pytest.fixture(scope="module")
def workbooks(tmp_path_factory: pytest.TempPathFactory) -> dict[int, tuple[Draft, Book, Book]]:
    folder = tmp_path_factory.mktemp("namen")
    result = small(folder)
    made = {turn: export(renamed(result, turn), folder / f"{turn}.xlsx") for turn in TURNS}
    done = recalculations([path for _, path in made.values()], folder / "uit")
    return {
        turn: (draft, read(path), read(again)) for (turn, (draft, path)), again in zip(made.items(), done, strict=True)
    }


@pytest.mark.parametrize("turn", TURNS)
def test_names_stay_text(workbooks: dict[int, tuple[Draft, Book, Book]], turn: int) -> None:
    draft, stored, computed = workbooks[turn]
    for book in (stored, computed):
        for page in (INVOER, LEESWIJZER, BRONNEN):
            sheet = book.sheet(page)
            assert sheet is not None
            made = {(row, column): item for row, column, item in draft.pages[page].cells() if not item.formula}
            texts = {at: item.value for at, item in made.items() if isinstance(item.value, str) and item.value}
            found = {at: sheet.cells[at] for at in texts}
            assert {at for at, cell in found.items() if cell.formula is not None} == set()
            assert {at: cell.value for at, cell in found.items() if not alike(cell.value, texts[at])} == {}
    assert wrong_cells(draft, computed) == []
    posts = inputs_of(computed).plan.posts
    assert all(alike(posts[post.id].thema, post.thema.strip()) for post in draft.posts)


def alike(found: object, text: str) -> bool:
    """Return whether a text came through; programs may take away or mark what no text file may hold."""
    plain = "".join(c for c in text if c.isprintable() or c in "\t\n")
    return isinstance(found, str) and "".join(c for c in found if c.isprintable() or c in "\t\n") == plain


def test_formulas_are_written_as_the_library_writes_them(tmp_path: Path) -> None:
    draft = workbook_of(small(tmp_path))
    fast = written(draft, tmp_path / "snel.xlsx", FastWorksheet).read_bytes()
    assert fast == written(draft, tmp_path / "gewoon.xlsx", Worksheet).read_bytes()
    assert fast == written(draft, tmp_path / "nogeens.xlsx", FastWorksheet).read_bytes()
