"""What is printed of a sheet holds every year and every column of its registers."""

from __future__ import annotations

from pathlib import Path

import pytest
from willekeurig import maak

from model.engine import run_plan
from model.io.excel.draft import BEREKENING, INVOER, KERNCIJFERS, MAATREGELEN
from model.io.excel.frame import YEARS
from model.io.excel.workbook import workbook_of
from model.io.open import open_scenarios


@pytest.mark.parametrize("seed", range(6))
def test_every_year_is_printed(seed: int, tmp_path: Path) -> None:
    maak(seed, tmp_path)
    [data] = [table.parent for table in tmp_path.rglob("kostenposten.csv")]
    _, [(scenario, plan)] = open_scenarios(data, [max(tmp_path.rglob("*.toml"))])
    draft = workbook_of(run_plan(plan, scenario))
    for name in (INVOER, BEREKENING, KERNCIJFERS, MAATREGELEN):
        page = draft.pages[name]
        assert page.printed >= page.frame.column(page.frame.t1)
        filled = [column for row in page.rows.values() if row.style != "head" for column in row.items]
        assert max(column for column in filled if column < page.frame.keys) <= page.printed
        assert page.frame.keys > page.printed >= YEARS
