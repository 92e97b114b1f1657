"""Controles says in words whether a workbook holds, also where what it looks at is an error."""

from __future__ import annotations

from pathlib import Path

import pytest
from excel.small import small
from excel.workbooks import MOMENT, edited, read, recalculations, written

from model.io.excel.book import Book, address
from model.io.excel.draft import CONTROLES, INVOER, RESULTAAT, Draft
from model.io.excel.formats import STYLES
from model.io.excel.frame import CONSTANTE, EENHEID, LABEL, YEARS
from model.io.excel.sheets.controles import FINE, WRONG
from model.io.excel.workbook import workbook_of
from model.text import LANGUAGES, Language


def values(book: Book, name: str) -> dict[tuple[int, int], object]:
    sheet = book.sheet(name)
    assert sheet is not None
    return {place: cell.value for place, cell in sheet.cells.items()}


def checks(draft: Draft) -> list[int]:
    return [row for key, row in draft.pages[CONTROLES].places.items() if key[0] == "controle"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_in_an_amount_fails_in_words(language: Language, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    draft = workbook_of(small(tmp_path / "data"), language, date=MOMENT.date())
    sound = written(draft, tmp_path / "goed.xlsx")
    page = draft.pages[INVOER]
    row = next(row for key, row in page.places.items() if key[0] == "bedrag")
    place = address((row, draft.frame.column(draft.frame.first)))
    wrong = edited(sound, tmp_path / "fout.xlsx", draft, INVOER, {place: "tekst"})
    good, bad = (read(path) for path in recalculations([sound, wrong], tmp_path / "uit"))
    before, after = ([values(book, CONTROLES)[row, YEARS + 1] for row in checks(draft)] for book in (good, bad))
    assert set(before) == {draft.say(FINE)}
    assert set(after) == {draft.say(FINE), draft.say(WRONG)}
    failing = after.count(draft.say(WRONG))
    for name in (CONTROLES, RESULTAAT):
        assert f" {failing} {draft.say(WRONG).removesuffix('S')}" in str(values(bad, name)[2, LABEL])


def test_deviations_are_numbers_that_people_read(tmp_path: Path) -> None:
    draft = workbook_of(small(tmp_path))
    for number in checks(draft):
        items = draft.pages[CONTROLES].rows[number].items
        assert items[EENHEID].value
        for column in (CONSTANTE, YEARS):
            assert "E" not in STYLES[items[column].style]["num_format"]
