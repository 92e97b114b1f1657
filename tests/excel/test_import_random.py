"""Workbooks of random datasets, edited at random and moved: the scenario gives what LibreOffice makes of them."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from excel.moving import insert_columns, insert_rows, rename
from excel.terugkomst import handed_out
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from willekeurig import maak

from model.engine import run_plan
from model.io.excel.choice import Choice
from model.io.excel.draft import Draft
from model.io.excel.layout import Key
from model.io.excel.reader import read_book
from model.io.excel.recalculate import recalculated
from model.io.excel.returned.handed import read_text
from model.io.excel.returned.imported import imported
from model.io.excel.returned.located import located, made
from model.io.excel.workbook import workbook_of
from model.scenario import plan_of

pytestmark = pytest.mark.usefixtures("_read_here")

SEEDS = (1, 17)
PAGE = "Kerncijfers"
Place = tuple[int, int]


def open_cells(draft: Draft) -> dict[Place, tuple[Key, object, Choice]]:
    """Return the open cells of Invoer with their row's key, what they hold and what they may hold."""
    cells = {}
    for number, row in draft.page("Invoer").rows.items():
        for column, item in row.items.items():
            if item.open:
                cells[number, column] = (row.key, item.value, item.choice or Choice())
        if row.span is not None:
            for column in row.span.open:
                value = row.span.values[column - row.span.first]
                cells[number, column] = (row.key, value, row.span.choice or Choice())
    return cells


def edits(draft: Draft, random: Random, count: int) -> dict[Place, object]:
    """Return other contents for some open cells; of a distribution key all shares change together."""
    cells, keys = open_cells(draft), list(draft.plan.keys)
    changed: dict[Place, object] = {}
    for place in random.sample(sorted(cells), min(count, len(cells))):
        key, value, choice = cells[place]
        if key[0] == "aandeel":
            shares = [other for other, (row, *_) in cells.items() if row[:2] == key[:2]]
            weights = [1.0, *(random.choice((0.0, random.random())) for _ in shares[1:])]
            changed |= {share: weight / sum(weights) for share, weight in zip(shares, weights, strict=True)}
        elif choice.options or choice.source:
            changed[place] = random.choice(choice.options or keys)
        elif key[0] == "bedrag":
            changed[place] = random.choice((0, 1e-3, random.uniform(0, 5e5), float(str(value)) * 1.5))
        else:
            changed[place] = number(choice, random)
    return changed


def number(choice: Choice, random: Random) -> object:
    """Return a number within the bounds of a rate or parameter, or the word allowed beside them."""
    if choice.also and random.random() < 0.4:
        return choice.also
    low = -0.3 if choice.low is None or choice.low < 0 else choice.low
    high = choice.high if choice.high is not None else low + (5 if choice.whole else 0.6)
    if choice.whole:
        return random.randint(int(low), int(high))
    return low + (high - low) * random.uniform(0.01, 1)


def move(book: Workbook, random: Random) -> None:
    for _ in range(3):
        name = random.choice(("Invoer", "Berekening", PAGE))
        insert_rows(book, name, random.randint(1, book[name].max_row), random.choice((1, 3)))
    insert_columns(book, "Invoer", random.randint(1, 4), 2)
    rename(book, "Invoer", "Onze 'invoer' 2027")


@pytest.mark.parametrize("seed", SEEDS)
def test_the_scenario_gives_what_the_edited_workbook_gives(seed: int, tmp_path: Path) -> None:
    random = Random(seed)  # noqa: S311
    maak(seed, tmp_path)
    data = next(tmp_path.rglob("kostenposten.csv")).parent
    draft = handed_out(data, max(tmp_path.rglob("*.toml")), tmp_path / "uit.xlsx", random.choice(("nl", "en")))
    book = load_workbook(tmp_path / "uit.xlsx")
    for (row, column), value in edits(draft, random, 20).items():
        book["Invoer"].cell(row, column).value = value  # type: ignore[assignment]
    move(book, random)
    edited = tmp_path / "terug.xlsx"
    book.save(edited)
    computed = recalculated(edited, tmp_path / "lo")
    result = imported(random.choice((edited, computed)), data, confirmed=True)
    assert not result.findings.refused, [issue.say("nl") for issue in result.findings.refused]
    assert result.changes
    compare(draft, result.text, computed)


def compare(draft: Draft, text: str, computed: Path) -> None:
    """Hold the engine's figures for a scenario against those in a workbook."""
    scenario = read_text(text, "terug.toml")
    again = workbook_of(run_plan(plan_of(draft.plan.baseline, scenario), scenario))
    ours, theirs = located(made(again, PAGE)).pages[PAGE], located(read_book(computed)).pages[PAGE]
    compared = 0
    for spot, place in ours.at.items():
        mine, other = ours.sheet.cells.get(place), theirs.cell(*spot)
        if mine is None or mine.formula is None or mine.value in (None, "") or not isinstance(mine.value, int | float):
            continue
        assert other is not None, spot
        assert isinstance(other.value, int | float), (spot, other)
        assert other.value == pytest.approx(mine.value, rel=1e-9, abs=1e-6), spot
        compared += 1
    assert compared > 100
