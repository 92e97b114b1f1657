"""Whatever a stranger sends as a workbook is read or refused in plain sentences, in 5 seconds and 500 MB."""

from __future__ import annotations

import datetime
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from contract.hostile import ATTACKS, SHEET, Attack, far_away, parts, replaced, sheet, strict, zipped

from model.errors import InputError, Issue, Place
from model.io.excel.book import Book, Cell, position
from model.io.excel.clock import Clock
from model.io.excel.limits import LIMITS, Limits
from model.io.excel.reader import book_of, read_book
from model.io.excel.recalculate import recalculated

SECONDS = 5
MEGABYTES = 500

AT_EASE = replace(LIMITS, wall=120)  # what a file asks is looked at here, not how busy the machine is

# Reads every file of a folder in a fresh process, so that the memory it reports is that of reading; seconds are those
# that reading had a processor.
READING = """
import json, os, resource, sys
from dataclasses import replace
from pathlib import Path
from model.errors import InputError
from model.io.excel.limits import LIMITS
from model.io.excel.reader import read_book
for number, name in enumerate(json.loads(sys.argv[2])):
    path = Path(sys.argv[1]) / str(number) / name
    begin = sum(os.times()[:4])
    try:
        cells, said = sum(len(sheet.cells) for sheet in read_book(path, limits=replace(LIMITS, wall=120)).sheets), []
    except InputError as error:
        cells, said = 0, [[issue.code, issue.say("nl"), issue.say("en")] for issue in error.issues]
    own = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
    used = [int(own) * 1024 / 1e6, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 / 1e6]
    print(json.dumps({"cells": cells, "said": said, "seconds": sum(os.times()[:4]) - begin, "megabytes": max(used)}))
"""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what came of each attack, by its name."""
    folder = tmp_path_factory.mktemp("werkmappen")
    for number, attack in enumerate(ATTACKS):
        (folder / str(number)).mkdir()
        (folder / str(number) / attack.file).write_bytes(attack.build())
    names = json.dumps([attack.file for attack in ATTACKS])
    words = [sys.executable, "-c", READING, str(folder), names]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=900)  # noqa: S603
    assert not done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return {attack.name: outcome for attack, outcome in zip(ATTACKS, lines, strict=True)}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_attack(attack: Attack, outcomes: dict[str, Any]) -> None:
    outcome = outcomes[attack.name]
    found = [code for code, _, _ in outcome["said"]]
    assert sorted(found) == sorted(attack.codes)
    assert outcome["megabytes"] < MEGABYTES
    assert outcome["seconds"] < SECONDS
    for _, *sentences in outcome["said"]:
        for sentence in sentences:
            assert sentence.startswith(attack.file)
            assert sentence.isprintable()
            assert "Text(" not in sentence
            assert "Traceback" not in sentence


def test_attacks_have_names_of_their_own() -> None:
    assert len({attack.name for attack in ATTACKS}) == len(ATTACKS)


def complaints(path: Path) -> list[Issue]:
    with pytest.raises(InputError) as raised:
        read_book(path)
    return list(raised.value.issues)


def test_no_file(tmp_path: Path) -> None:
    assert [issue.code for issue in complaints(tmp_path / "x.xlsx")] == ["bestand-ontbreekt"]
    assert [issue.code for issue in complaints(tmp_path)] == ["bestand-onleesbaar"]
    os.mkfifo(tmp_path / "pijp.xlsx")
    assert [issue.code for issue in complaints(tmp_path / "pijp.xlsx")] == ["bestand-onleesbaar"]


def test_link_names_what_it_points_at(outcomes: dict[str, Any]) -> None:
    ((_, nl, _),) = outcomes["link"]["said"]
    assert "(file:///geheim.xlsx)" in nl
    ((_, nl, _),) = outcomes["dde in a formula"]["said"]
    assert "(DDE: Blad1!B1)" in nl


def computed() -> float:
    """Return the seconds that this process and those it started had a processor: however busy the machine is."""
    return sum(os.times()[:4])


def slow() -> bytes:
    return next(attack for attack in ATTACKS if attack.name == "a formula moved often").build()


def test_clock_stops_it() -> None:
    raw, begin = slow(), computed()
    with pytest.raises(InputError) as raised:
        book_of(raw, "x.xlsx", limits=replace(LIMITS, wall=0.5))
    assert [issue.code for issue in raised.value.issues] in (["werkmap-te-zwaar"], ["werkmap-te-druk"])
    assert computed() - begin < 2


def test_a_busy_machine_is_not_a_heavy_file() -> None:
    """What could not compute for most of its time was kept waiting; who did compute asks too much."""
    clock = Clock(replace(LIMITS, wall=1.0))
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as process:
        time.sleep(clock.left)
        clock.stop(process)
    assert process.returncode == -signal.SIGKILL
    assert 0.0 < clock.used < 0.7
    assert clock.starved
    assert "na 1 seconden" in Issue("werkmap-te-druk", Place("x.xlsx"), clock.told()).say("nl")
    clock.used = 0.9
    assert not clock.starved


@pytest.fixture
def interrupted() -> Iterator[None]:
    """Press Ctrl-C after half a second."""
    before = signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.setitimer(signal.ITIMER_REAL, 0.5)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


def children() -> set[str]:
    """Return the processes this one started and has not waited for: other tests in it may have their own."""
    tasks = Path("/proc/self/task").glob("*/children")
    return {child for task in tasks for child in task.read_text("ascii").split()}


@pytest.mark.usefixtures("interrupted")
def test_ctrl_c_leaves_no_process() -> None:
    raw, before = slow(), children()
    with pytest.raises(KeyboardInterrupt):
        book_of(raw, "x.xlsx")
    assert children() <= before


def test_modules_beside_the_file_are_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("json.py", "model.py", "lxml.py"):
        (tmp_path / name).write_text("raise SystemExit(1)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert book_of(zipped(parts()), "x.xlsx").sheets


def cell(book: Book, sheet_name: str, at: str) -> Cell:
    found = book.sheet(sheet_name)
    assert found is not None
    return found.cells[position(at)]


def values(book: Book) -> dict[tuple[str, str], tuple[Any, bool]]:
    """Return every value in a book with whether it is an error."""
    return {
        (sheet.name, str(at)): (found.value, found.error) for sheet in book.sheets for at, found in sheet.cells.items()
    }


def rich() -> bytes:
    """Return a workbook with everything that a `Book` can tell."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"title": "Uitvraag", "author": "Dekking"})
        book.set_custom_property("basis", "2025.1")
        page = book.add_worksheet("Blad1")
        free = book.add_format({"bold": True, "indent": 2, "num_format": "#,##0.0", "locked": False})
        page.write_row("A1", ["post", 2025, True])
        page.write_number("A2", 1234.5, free)
        page.write_datetime("B2", datetime.datetime(2025, 3, 1, 12), book.add_format({"num_format": "d-m-yyyy"}))
        page.write_formula("C2", "=SUM(A2:A2)", None, 1234.5)
        page.write_formula("D2", "=1/0", None, "#DIV/0!")
        page.write_formula("E2", '=A1&"!"', None, "post!")
        page.write_array_formula("A4:A5", "{=A1:A2}", None, 7)
        page.write_rich_string("A6", "ge", book.add_format({"bold": True}), "meng", "d")
        page.write_string("A7", "_x0041_ < é 😀\nb")
        page.write_blank("B7", None, free)
        page.merge_range("A8:C8", "breed")
        page.set_row(8, None, None, {"hidden": True, "level": 1})
        page.write("A10", "laatste")
        page.write("E11", 1)
        page.set_column("C:D", None, None, {"hidden": True})
        book.add_worksheet("Verborgen").hide()
        book.add_worksheet("Zeer verborgen").very_hidden()
        book.add_chartsheet("Grafiek").set_chart(_chart(book))
    return file.getvalue()


def _chart(book: xlsxwriter.Workbook) -> Any:
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=Blad1!$A$1:$B$1"})
    return chart


def test_everything_is_read() -> None:
    book = book_of(rich(), "x.xlsx")
    assert [(each.name, each.visible) for each in book.sheets] == [
        ("Blad1", True),
        ("Verborgen", False),
        ("Zeer verborgen", False),
    ]
    assert dict(book.properties) == {"title": "Uitvraag", "author": "Dekking", "basis": "2025.1"}
    assert cell(book, "blad1", "C1") == Cell(value=True)
    assert cell(book, "Blad1", "A2") == Cell(1234.5, locked=False, number_format="#,##0.0", bold=True, indent=2)
    assert cell(book, "Blad1", "B2").value == datetime.datetime(2025, 3, 1, 12)
    assert cell(book, "Blad1", "C2") == Cell(1234.5, "SUM(A2:A2)")
    assert cell(book, "Blad1", "D2") == Cell("#DIV/0!", "1/0", error=True)
    assert cell(book, "Blad1", "E2") == Cell("post!", 'A1&"!"')
    assert [cell(book, "Blad1", at).formula for at in ("A4", "A5")] == ["A1:A2", "A1:A2"]
    assert cell(book, "Blad1", "A6").value == "gemengd"
    assert cell(book, "Blad1", "A7").value == "_x0041_ < é 😀\nb"


def test_what_a_reader_does_not_see() -> None:
    page = book_of(rich(), "x.xlsx").sheets[0]
    assert page.hidden_rows == {9}
    assert page.hidden_columns == {3, 4}
    assert dict(page.outline) == {9: 1}
    assert page.merged == ("A8:C8",)
    assert position("B7") not in page.cells, "a blank cell holds nothing"


def test_written_by_openpyxl() -> None:
    file = io.BytesIO()
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["post", 1.5, None, datetime.date(2025, 3, 1), True, "=B1*2"])
    book.save(file)
    found = book_of(file.getvalue(), "x.xlsx").sheets[0].cells
    assert [found[1, column].value for column in (1, 2, 5)] == ["post", 1.5, True]
    assert found[1, 4].value == datetime.datetime(2025, 3, 1)
    assert found[1, 6] == Cell(None, "B1*2"), "a formula without a stored value"


def test_saved_again_by_libreoffice(tmp_path: Path) -> None:
    (tmp_path / "uit").mkdir()
    (tmp_path / "x.xlsx").write_bytes(rich())
    before = read_book(tmp_path / "x.xlsx")
    after = read_book(recalculated(tmp_path / "x.xlsx", tmp_path / "uit"))
    changed = {key for key, value in values(before).items() if values(after).get(key) != value}
    assert changed <= {("Blad1", str(position(at))) for at in ("A4", "A5")}, "an array formula is computed anew"
    assert after.properties["basis"] == "2025.1"
    assert cell(after, "Blad1", "A2").locked is False
    assert cell(after, "Blad1", "C2").formula == "SUM(A2:A2)"


def test_strict_is_read_as_any_other() -> None:
    assert book_of(strict(), "x.xlsx").sheets == book_of(zipped(parts()), "x.xlsx").sheets


def test_a_cell_far_away_is_one_cell() -> None:
    (page,) = book_of(far_away(), "x.xlsx").sheets
    assert dict(page.cells) == {position("XFD1048576"): Cell(1.0)}


@pytest.mark.parametrize(
    ("rows", "formulas"),
    [
        (
            '<row r="1"><c r="B1"><f t="shared" si="0" ref="B1:B3">A1*$A$9</f><v>1</v></c></row>'
            '<row r="3"><c r="B3"><f t="shared" si="0"/><v>1</v></c></row>',
            {"B1": "A1*$A$9", "B3": "A3*$A$9"},
        ),
        (
            '<row r="1"><c r="A1"><f t="dataTable" ref="A1:A2" dt2D="1" dtr="1" r1="F1" r2="F2"/><v>1</v></c></row>'
            '<row r="2"><c r="A2"><v>1</v></c></row>',
            {"A1": "TABLE(F1,F2)", "A2": "TABLE(F1,F2)"},
        ),
        ("<row><c><v>1</v></c><c><f>A1</f></c></row><row/><row><c><f>A2</f></c></row>", {"B1": "A1", "A3": "A2"}),
        (
            "<row r='1' hidden='0'><c r='A1'/><c r='B1'><f>IF(A1,\"a|b\",'c|d'!A1)</f></c></row>",
            {"B1": "IF(A1,\"a|b\",'c|d'!A1)"},
        ),
    ],
)
def test_formulas(rows: str, formulas: dict[str, str]) -> None:
    (page,) = book_of(replaced(SHEET=sheet(rows)), "x.xlsx").sheets
    assert {at: found.formula for at, found in page.cells.items() if found.formula is not None} == {
        position(at): text for at, text in formulas.items()
    }


def test_100_000_cells_take_seconds() -> None:
    rows = "".join(
        f'<row r="{n}">' + "".join(f'<c r="{c}{n}"><v>{n}.5</v></c>' for c in "ABCDEFGHIJ") + "</row>"
        for n in range(1, 10_001)
    )
    raw = replaced(SHEET=sheet(rows))
    begin = computed()
    assert len(book_of(raw, "x.xlsx", limits=AT_EASE).sheets[0].cells) == 100_000
    assert computed() - begin < SECONDS


def test_limits_are_plain_numbers() -> None:
    assert Limits(**json.loads(json.dumps(asdict(LIMITS)))) == LIMITS
    assert SHEET in parts()
