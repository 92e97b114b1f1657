"""What is printed of a sheet holds every year and every column of its registers, and each page says what they are."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from excel.small import small
from excel.workbooks import drawn, export, read, recalculations, shipped, wrong_cells

from model.io.excel import paper
from model.io.excel.draft import BEREKENING, BRONNEN, CONTROLES, INVOER, KERNCIJFERS, MAATREGELEN, RESULTAAT, Draft
from model.io.excel.found import LABEL_COLUMN
from model.io.excel.frame import LABEL, YEARS
from model.io.excel.layout import Page, Row, key_of, line
from model.io.excel.paper import ROW, text_height
from model.io.excel.returned.located import located
from model.io.excel.sheets.headings import section, years_head
from model.io.excel.workbook import workbook_of
from model.io.shipped import shipped_dataset
from model.text import Language, Text

SEEDS = range(6)


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> list[Draft]:
    folder = tmp_path_factory.mktemp("afdruk")
    results = [shipped("kasschuif", shipped_dataset()), *(drawn(seed, folder / str(seed)) for seed in SEEDS)]
    languages: tuple[Language, ...] = ("nl", "en")
    return [workbook_of(result, language) for result in results for language in languages]


def test_every_year_is_printed(drafts: list[Draft]) -> None:
    for draft in drafts:
        for name in (INVOER, BEREKENING, KERNCIJFERS, MAATREGELEN):
            page = draft.pages[name]
            assert page.printed >= page.frame.column(page.frame.t1)
            filled = [column for row in page.rows.values() if row.style != "head" for column in row.items]
            assert max(column for column in filled if column < page.frame.keys) <= page.printed
            assert page.frame.keys > page.printed >= YEARS


def heads(page: Page, row: Row) -> list[str]:
    return [str(item.value) for column, item in row.items.items() if column < page.frame.keys]


def sheets(page: Page) -> Iterator[list[Row]]:
    """Yield the rows of each printed page."""
    assert page.paper is not None
    ends = [0, *page.paper.breaks, page.next - 1]
    for begin, end in itertools.pairwise(ends):
        yield [page.rows[row] for row in range(begin + 1, end + 1) if row in page.rows]


def test_every_printed_page_has_its_column_heads(drafts: list[Draft]) -> None:
    for draft in drafts:
        for name in (BEREKENING, RESULTAAT, KERNCIJFERS, CONTROLES):
            assert draft.pages[name].rows[draft.pages[name].repeat].style == "head"
        for name in (INVOER, MAATREGELEN, BRONNEN):
            page, meant = draft.pages[name], []
            for printed in sheets(page):
                shown: list[str] = []
                for row in printed:
                    if row.style == "head":
                        shown = meant = heads(page, row)
                    elif row.key and row.key[0] != "blad":
                        assert shown == meant, (name, row.key)
    assert any(len(list(sheets(draft.pages[MAATREGELEN]))) > 1 for draft in drafts)


def test_what_is_put_on_a_printed_page_fits(drafts: list[Draft]) -> None:
    for draft in drafts:
        for page in draft.pages.values():
            if page.paper is not None:
                for rows in sheets(page):
                    assert sum(row.height or ROW for row in rows) <= page.paper.height


def test_a_table_longer_than_a_page_goes_on_under_its_heads(drafts: list[Draft]) -> None:
    draft = drafts[0]
    page = Page("proef", draft.frame)
    page.print_tables()
    section(draft, page, Text("Lang", "Long"))
    head = page.rows[years_head(draft, page, "lang")]
    for number in range(200):
        page.add(line(key_of("lang", str(number)), "naam", "k€"))
    printed = list(sheets(page))
    assert len(printed) > 2
    assert all(heads(page, rows[0]) == heads(page, head) for rows in printed[1:])
    assert all(isinstance(item.value, str) for rows in printed[1:] for item in rows[0].items.values())


def test_heads_amid_a_table_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On paper so short that heads are repeated in every table, formulas give what they gave, and cells are found."""
    (tmp_path / "data").mkdir()
    result = small(tmp_path / "data")
    usual = workbook_of(result)
    monkeypatch.setattr(paper, "DOWN", 180.0)
    draft, path = export(result, tmp_path / "kort.xlsx")
    paper_used = draft.pages[INVOER].paper
    assert paper_used is not None
    assert len(paper_used.breaks) > 5
    computed = read(recalculations([path], tmp_path / "uit")[0])
    assert wrong_cells(draft, computed) == []
    assert set(draft.pages[INVOER].places) == set(usual.pages[INVOER].places)
    rows = [key for key in usual.pages[INVOER].places if key[0] != "blad"]
    assert set(located(computed).pages[INVOER].at) >= {(key, LABEL_COLUMN) for key in rows}


def test_names_and_texts_are_not_cut(drafts: list[Draft]) -> None:
    for draft in drafts:
        for name in (INVOER, MAATREGELEN, BRONNEN):
            page = draft.pages[name]
            for row in page.rows.values():
                label = row.items.get(LABEL)
                if row.key and label is not None and row.key[0] != "blad":
                    needed = text_height(str(label.value), page.frame.width(LABEL, page.widths))
                    assert (row.height or ROW) >= needed, (name, label.value)


def test_a_series_has_its_name_above_its_parts(drafts: list[Draft]) -> None:
    for draft in drafts:
        page = draft.pages[MAATREGELEN]
        owners = {**draft.plan.posts, **draft.plan.sources}
        for number, row in page.rows.items():
            if row.key and row.key[0] == "mutatie" and row.key[3] == "1":
                above = page.rows[number - 1].items
                assert above[LABEL].value == owners[row.key[1]].naam


def test_what_a_scenario_leaves_unsaid_is_said_once(drafts: list[Draft]) -> None:
    told = 0
    for draft in drafts:
        measures = [step.measure for step in draft.result.scenario.steps if step.measure is not None]
        cells = [str(item.value) for row in draft.pages[MAATREGELEN].rows.values() for item in row.items.values()]
        notes = [text for text in cells if "vermeldt" in text or "does not state" in text]
        assert len(notes) == any(measure.beleidsmatig is None for measure in measures)
        told += len(notes)
    assert told


def test_locked_years_of_parameters_are_explained(drafts: list[Draft]) -> None:
    """Where a parameter has values of years outside the horizon, a note below the table says why they are locked."""
    told = 0
    for draft in drafts:
        frame, rows = draft.frame, draft.pages[INVOER].rows.values()
        outside = frame.t0 < frame.first or frame.t1 > frame.last
        by_year = any(row.key[0] == "parameter" and row.span is not None for row in rows if row.key)
        notes = [str(item.value) for row in rows for item in row.items.values() if item.style == "note"]
        found = [note for note in notes if f"{frame.first}-{frame.last}" in note]
        assert len(found) == (outside and by_year)
        told += len(found)
        guide = [str(item.value) for row in draft.pages["Leeswijzer"].rows.values() for item in row.items.values()]
        assert any(text in guide for text in ("Jaren buiten de horizon", "Years outside the horizon"))
    assert told


def test_rates_have_units(drafts: list[Draft]) -> None:
    for draft in drafts:
        page, head = draft.pages[INVOER], None
        for row in page.rows.values():
            head = row if row.style == "head-units" else None if row.style == "head" else head
            rates = {column for column, item in row.items.items() if item.style in ("rate", "link") and column >= YEARS}
            if row.key and row.key[0] == "rekenwaarde":
                assert head is not None
                assert rates <= set(head.items)


def test_text_of_more_lines_needs_more_height() -> None:
    assert text_height("kort", 40) == ROW < text_height("lang " * 20, 40) < text_height("lang " * 60, 40)
