"""Exported workbooks compute what the engine computes: recalculated in LibreOffice, changed there, and sabotaged.

Every workbook is written with wrong stored values, so that nothing passes that was not computed. EXCEL_SEEDS sets how
many random datasets are tried.
"""

from __future__ import annotations

import os
import re
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from excel.gedeeld import shared
from excel.small import small
from excel.workbooks import (
    RESULTS,
    WRONG,
    drawn,
    export,
    formula_count,
    mutated,
    read,
    recalculations,
    sabotaged,
    shipped,
    written,
    wrong_cells,
)

from model.io.excel.book import Book, Position, address, position
from model.io.excel.draft import BEREKENING, KERNCIJFERS, RESULTAAT, Draft
from model.io.excel.found import Spot
from model.io.excel.inputs import Inputs, inputs_of
from model.io.excel.layout import Item, Row
from model.io.excel.recalculate import office
from model.io.excel.values import number
from model.io.excel.verify import verification
from model.io.excel.workbook import workbook_of
from model.io.shipped import shipped_dataset
from model.parameters import BEGROTINGSJAAR

SHIPPED = ("structureel", "incidenteel-tm-2030")
RECALCULATED_ONLY = "incidenteel-tm-2030"  # not changed: the other one has the same cells
SEEDS = range(int(os.environ.get("EXCEL_SEEDS", "6")))
NAMES = (*SHIPPED, *(f"toeval-{seed}" for seed in SEEDS))
CHANGED = tuple(name for name in NAMES if name != RECALCULATED_ONLY)


@dataclass(frozen=True)
class Exported:
    """A workbook with wrong stored values, and what became of it: recalculated; and changed, then recalculated."""

    draft: Draft
    path: Path
    computed: Book
    changes: dict[Spot, object]
    changed: Book | None

    @property
    def inputs(self) -> Inputs:
        assert self.changed is not None
        return inputs_of(self.changed)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Exported]:
    return shared(tmp_path_factory, "werkmappen", lambda: made_of_all(tmp_path_factory.mktemp("werkmappen")))


def made_of_all(folder: Path) -> dict[str, Exported]:
    assert office(), "LibreOffice is not installed: run `make test`, which installs it or says how"
    results = {name: shipped(name, shipped_dataset()) for name in SHIPPED}
    results |= {f"toeval-{seed}": drawn(seed, folder / str(seed)) for seed in SEEDS}
    made = {name: export(result, folder / f"{name}.xlsx") for name, result in results.items()}
    mutations = {
        name: mutated(draft, path, folder / f"{name}-gewijzigd.xlsx", number)
        for number, (name, (draft, path)) in enumerate(made.items())
        if name in CHANGED
    }
    paths = [path for _, path in made.values()] + [path for path, _ in mutations.values()]
    done = recalculations(paths, folder / "herberekend")
    again = dict(zip(paths, done, strict=True))
    computed = {name: read(again[path]) for name, (_, path) in made.items()}
    changed = {name: read(again[path]) for name, (path, _) in mutations.items()}
    return {
        name: Exported(draft, path, computed[name], mutations.get(name, (path, {}))[1], changed.get(name))
        for name, (draft, path) in made.items()
    }


@pytest.mark.parametrize("name", NAMES)
def test_every_formula_gives_what_the_engine_gives(exported: dict[str, Exported], name: str) -> None:
    one = exported[name]
    assert wrong_cells(one.draft, one.computed) == []


@pytest.mark.parametrize("name", NAMES)
def test_stored_values_were_wrong(exported: dict[str, Exported], name: str) -> None:
    stored = read(exported[name].path)
    values = [cell.value for sheet in stored.sheets for cell in sheet.cells.values() if cell.formula is not None]
    assert len(values) == formula_count(exported[name].draft)
    assert set(values) == {WRONG}


@pytest.mark.parametrize("name", CHANGED)
def test_changed_inputs_give_what_the_engine_gives(exported: dict[str, Exported], name: str) -> None:
    one = exported[name]
    assert wrong_cells(one.inputs.workbook(), one.changed, RESULTS) == []


@pytest.mark.parametrize("name", CHANGED)
def test_changes_do_change_results(exported: dict[str, Exported], name: str) -> None:
    one = exported[name]
    count = sum(bool(item.formula) for page in RESULTS for _, _, item in one.draft.pages[page].cells())
    assert len(wrong_cells(one.draft, one.changed, RESULTS)) > 0.05 * count, "the comparison is not blind"


@pytest.mark.parametrize("name", CHANGED)
def test_inputs_are_read_as_they_were_changed(exported: dict[str, Exported], name: str) -> None:
    inputs, changes = exported[name].inputs, exported[name].changes
    plan = inputs.plan
    years = plan.horizon
    for (key, column), value in changes.items():
        if key[0] == "bedrag" and isinstance(column, int):
            kind = "kostenpost" if key[2] == "kostenpost" else "dekkingsbron"
            assert plan.amounts(kind, key[1])[years.at(column)] == pytest.approx(value, rel=1e-14)
        elif key[0] == "parameter":
            parameter = plan.parameters[key[1]]
            held = parameter.row(column).waarde if isinstance(column, int) else parameter.value
            assert held == pytest.approx(value, rel=1e-14)
        elif key[0] == "rekenwaarde":
            assert getattr(plan.posts[key[1]], str(column)) == (None if value == "geen" else pytest.approx(value))
        elif key[:2] == ("scenario", BEGROTINGSJAAR):
            assert inputs.scenario.begrotingsjaar == value


@pytest.mark.parametrize("name", ["structureel", "toeval-0"])
def test_all_result_cells_are_formulas(exported: dict[str, Exported], name: str) -> None:
    one = exported[name]
    outcome = verification(read(one.path), one.computed)
    print(f"{name}: {outcome.formulas} of {outcome.cells} result cells are formulas")  # noqa: T201
    assert outcome.formulas == outcome.cells > 0
    assert {each.kind for each in outcome.deviations} <= {"opgeslagen"}, "they were stored wrong on purpose"
    numbers = [
        (page, row.key, column)
        for page in (BEREKENING, KERNCIJFERS, RESULTAAT)
        for row in one.draft.pages[page].rows.values()
        for column, item in row.items.items()
        if isinstance(item.value, int | float) and not item.formula and row.style != "head"
    ]
    levels = {key[0] for _, key, _ in numbers}
    assert levels <= {"indexniveau", "geldniveau"}, "no constants but the 1 that levels begin with"


def blocks(draft: Draft) -> dict[tuple[str, str], tuple[str, int, Item]]:
    """Return of every block the formula that gives the largest number: address and cell."""
    found: dict[tuple[str, str], tuple[str, int, Item]] = {}
    for name in (BEREKENING, KERNCIJFERS, RESULTAAT):
        page = draft.pages[name]
        for row, column, item in page.cells():
            block, value = (name, (page.rows[row].key or ("",))[0]), number(item.value)
            old = number(found[block][2].value) if block in found else None
            named = item.formula and block[1] not in ("", "blad")
            if named and value is not None and (old is None or abs(value) > abs(old)):
                found[block] = (address((row, column)), row, item)
    return found


def sabotage(item: Item) -> str:
    """Return a formula that gives a millionth more than that of a cell, or 0.001 where it gives little."""
    return f"({item.formula})*1.000001" if abs(number(item.value) or 0) > 10 else f"({item.formula})+0.001"


def test_sabotage_in_any_block_is_found(tmp_path: Path) -> None:
    """In each block in turn one formula is sabotaged.

    A sabotaged formula gives in its own cell what it gives beside it, for no cell refers to itself: so all of them are
    computed in one go, beside the sound ones, and put in their places one at a time.
    """
    (tmp_path / "data").mkdir()
    draft, sound = (workbook_of(small(tmp_path / "data")) for _ in range(2))
    beside = {}
    for block, (_, at, item) in blocks(draft).items():
        row = draft.pages[block[0]].rows[at]
        beside[block] = (at, max([draft.frame.keys + 9, *row.items]) + 1)
        row.items[beside[block][1]] = Item(0, sabotage(item))
    book = read(recalculations([written(draft, tmp_path / "klein.xlsx")], tmp_path / "uit")[0])
    assert wrong_cells(sound, book) == []
    assert len(beside) > 100
    assert [block for block, place in beside.items() if not seen(sound, book, block, place)] == []


def seen(sound: Draft, book: Book, block: tuple[str, str], beside: Position) -> bool:
    """Return whether the check fails when what a block's sabotaged formula gives stands in its place."""
    sheet, place = book.sheet(block[0]), blocks(sound)[block][0]
    assert sheet is not None
    cells = {**sheet.cells, position(place): replace(sheet.cells[beside])}
    changed = replace(book, sheets=tuple(replace(s, cells=cells) if s is sheet else s for s in book.sheets))
    return any(wrong.startswith(f"{block[0]}!{place} ") for wrong in wrong_cells(sound, changed, [block[0]]))


def test_sabotage_in_the_file_spreads(tmp_path: Path) -> None:
    """The same in the file itself, in a few places: what depends on the sabotaged formula fails with it."""
    (tmp_path / "data").mkdir()
    draft, path = export(small(tmp_path / "data"), tmp_path / "klein.xlsx")
    found = blocks(draft)
    chosen = [(BEREKENING, "prijsfactor"), (BEREKENING, "betaald"), (KERNCIJFERS, "tekort"), (RESULTAAT, "dekking")]
    paths = {
        block: sabotaged(path, tmp_path / f"{n}.xlsx", draft, block[0], found[block][0], sabotage(found[block][2]))
        for n, block in enumerate(chosen)
    }
    done = recalculations(list(paths.values()), tmp_path / "uit")
    counts = {block: len(wrong_cells(draft, read(path))) for block, path in zip(paths, done, strict=True)}
    assert all(counts.values()), counts
    assert counts[BEREKENING, "prijsfactor"] > counts[RESULTAAT, "dekking"]


_STRINGS = re.compile(r'"[^"]*"')
_RELATIVE = re.compile(r"(?<![\w$.!'])(\$?)([A-Z]{1,3})(\$?)(\d+)(?![\w(])|(?<=!)(\$?)([A-Z]{1,3})(\$?)(\d+)")
_FUNCTIONS = {
    "ABS", "AND", "COLUMNS", "COUNT", "COUNTIF", "COUNTIFS", "IF", "INDEX", "ISERROR", "ISNUMBER", "MATCH", "MAX",
    "MIN", "ROWS", "SUM", "SUMIFS", "SUMPRODUCT",
}  # fmt: skip


def formulas(draft: Draft) -> list[tuple[str, Row, int, str]]:
    return [
        (name, page.rows[row], column, str(item.formula))
        for name, page in draft.pages.items()
        for row, column, item in page.cells()
        if item.formula
    ]


def relative(formula: str, column: int) -> str:
    """Return a formula with columns as how far they are from its own."""

    def shift(found: re.Match[str]) -> str:
        fixed, name = found[1] or found[5] or "", found[2] or found[6]
        number = 0
        for letter in name:
            number = number * 26 + ord(letter) - 64
        return f"{fixed}{number if fixed else number - column}:{found[4] or found[8]}"

    return _RELATIVE.sub(shift, _STRINGS.sub('""', formula))


def test_one_formula_a_row(exported: dict[str, Exported]) -> None:
    draft = exported["toeval-0"].draft
    book = read(exported["toeval-0"].path)
    for name in (BEREKENING, KERNCIJFERS, RESULTAAT):
        sheet, page = book.sheet(name), draft.pages[name]
        assert sheet is not None
        for at, row in page.rows.items():
            if row.span is not None and row.span.formula:
                places = range(row.span.first, row.span.first + len(row.span.values))
                found = {relative(sheet.cells[at, column].formula or "", column) for column in places}
                assert len(found) == 1, (name, row.key, found)


@pytest.mark.parametrize("name", NAMES)
def test_plain_functions_and_no_constants(exported: dict[str, Exported], name: str) -> None:
    for page, row, _, formula in formulas(exported[name].draft):
        bare = _STRINGS.sub('""', formula)
        assert set(re.findall(r"([A-Z][A-Z.]*)\(", bare)) <= _FUNCTIONS, (page, row.key, formula)
        assert "{" not in bare
        if page == BEREKENING:
            numbers = re.findall(r"(?<![\w$.])\d+\.?\d*(?:[eE][+-]?\d+)?(?![\w:(])", bare)
            assert set(numbers) <= {"0", "1"}, (row.key, formula)


@pytest.mark.parametrize("name", NAMES)
def test_rows_are_anchored(exported: dict[str, Exported], name: str) -> None:
    """No two rows have one formula in relative terms: LibreOffice 7.4 takes such rows for a circle (Err:522)."""
    for row in exported[name].draft.pages[BEREKENING].rows.values():
        formula = str(row.span.formula) if row.span is not None else ""
        assert not re.findall(r"(?<![\w$.])(?:[@~]|\$[A-Z]{1,3})\d", _STRINGS.sub('""', formula)), (row.key, formula)


@pytest.mark.parametrize("name", NAMES)
def test_no_array_formulas(exported: dict[str, Exported], name: str) -> None:
    with zipfile.ZipFile(exported[name].path) as archive:
        for part in archive.namelist():
            if part.startswith("xl/worksheets/sheet"):
                assert not re.search(rb"<f [^>]*t=\"", archive.read(part)), part
