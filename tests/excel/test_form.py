"""A workbook that is out must be read by what made it: when the layout changes, so does the number of its form."""

from __future__ import annotations

import hashlib
from pathlib import Path

from excel.terugkomst import small

from model.io.excel.sheets.meta import FORMAT

HERE = Path(__file__).parent


def test_the_number_of_the_form_is_raised_when_the_layout_changes() -> None:
    cells = [
        (name, row, column, item.formula or (item.value if isinstance(item.value, str) else ""), item.open)
        for name, page in small().draft.pages.items()
        if not page.hidden
        for row, column, item in sorted(page.cells(), key=lambda cell: cell[:2])
    ]
    found = hashlib.sha256(repr(cells).encode()).hexdigest()[:16]
    known = dict(line.split() for line in (HERE / "vormen.txt").read_text("ascii").splitlines())
    assert known.get(FORMAT) == found, (
        f"the layout is another than form {FORMAT} had: raise FORMAT in model/io/excel/sheets/meta.py and add its line"
        f" (number {found}) to tests/excel/vormen.txt, unless no workbook of form {FORMAT} was ever handed out"
    )
    assert max(known, key=int) == FORMAT
