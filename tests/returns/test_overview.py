"""The workbook for the centre: LibreOffice computes what Python reckons, over cells that stand in the workbook."""

from __future__ import annotations

from pathlib import Path

from excel.workbooks import WrongWorksheet, read, recalculations
from returns.rondes import ronde
from returns.samen import opgestuurd, ronde_met_alles
from returns.werkmappen import MOMENT, formulas, wrong_cells

from model.io.excel.manuscript import Manuscript
from model.io.excel.writer import write_workbook
from model.io.returns.counted import rijen
from model.io.returns.merged import bring_together
from model.io.returns.overview import overview_of
from model.io.returns.overview_sheets import AANSLUITING, BEVINDINGEN, CELLEN, CONFLICTEN, TOTALEN
from model.io.returns.reading import read_return
from model.text import Language


def overview(seed: int, folder: Path, language: Language = "nl") -> Manuscript:
    asked = ronde(seed, 4, 2)
    returns, _ = ronde_met_alles(asked, seed)
    read_back = [read_return(path, asked) for path in opgestuurd(returns, asked, folder)]
    uitslag = bring_together(asked, read_back, {}, language)
    return overview_of(uitslag, list(rijen(uitslag)), language)


def test_every_formula(tmp_path: Path) -> None:
    made = {str(seed): overview(seed, tmp_path / str(seed), "en" if seed % 2 else "nl") for seed in (3, 8)}
    paths = []
    for name, manuscript in made.items():
        paths.append(tmp_path / f"{name}.xlsx")
        write_workbook(manuscript, paths[-1], MOMENT, worksheet=WrongWorksheet)
    books = map(read, recalculations(paths, tmp_path / "uit"))
    assert [
        cell for manuscript, book in zip(made.values(), books, strict=True) for cell in wrong_cells(manuscript, book)
    ] == []


def test_a_table_goes_on_under_its_title_and_a_list_stands_at_the_top_of_its_rows(tmp_path: Path) -> None:
    pages = overview(8, tmp_path).pages
    totals = pages[TOTALEN]
    assert totals.paper is not None
    for turned in totals.paper.breaks:
        following = [totals.rows[row] for row in range(turned + 1, turned + 4) if row in totals.rows]
        assert following[0].style == "section", turned
        assert following[1].style == "head", turned
    assert any("(vervolg)" in str(row.items[1].value) for row in totals.rows.values() if row.style == "section")
    listed = [row for number, row in pages[AANSLUITING].rows.items() if number > pages[AANSLUITING].repeat]
    assert {row.style for row in listed} == {"listed"}
    assert pages[CELLEN].wide
    assert not any(str(item.value).endswith("n.v.t") for page in pages.values() for item in page.rows[3].items.values())


def test_totals_are_formulas_over_the_cells(tmp_path: Path) -> None:
    manuscript = overview(8, tmp_path)
    [*over] = [item.formula for sheet, _, item in formulas(manuscript) if sheet == TOTALEN]
    assert len(over) > 500
    assert all(CELLEN in str(formula) or str(formula).startswith("SUM(") for formula in over)
    assert "FICTIEF" in manuscript.title
    for name in (CONFLICTEN, BEVINDINGEN):
        assert len(manuscript.pages[name].rows) > 5
