"""Benchmark of exports: ten scenarios of 300 posts and sources over 12 years, against the library alone.

The library is given the same cells, formulas, values, formats, comments and validations as plain lists, and writes them
with its own worksheet and settings. Each side runs in a process of its own, `python -m bench.workbooks ours` for one;
seconds are those of its processor.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from model.baseline import Amount, Baseline, Dekkingsbron, Kostenpost, Partij
from model.engine import run_plan
from model.io.excel.limits import PATIENT
from model.io.excel.reader import read_book
from model.io.excel.workbook import manuscript_of, workbook_of
from model.io.excel.writer import FastWorksheet, write_workbook
from model.ledger import open_plan
from model.parameters import Parameter, ParameterRow
from model.result import Result
from model.scenario import Scenario

SCENARIOS, PROGRAMMAS, POSTS, SOURCES, YEARS = 10, 20, 240, 60, 12
MOMENT = datetime(2026, 11, 21)
_FIRST = 2024
_METHODS = (
    "write_string", "write_number", "write_formula", "write_blank", "write_url", "write_comment", "data_validation",
    "set_row", "set_column", "hide_gridlines", "freeze_panes", "set_landscape", "set_paper", "fit_to_pages",
    "set_margins", "print_area", "repeat_rows", "set_footer", "ignore_errors", "protect", "very_hidden",
    "conditional_format",
)  # fmt: skip
Call = tuple[str, str, tuple[Any, ...], dict[str, Any]]


def _post(number: int) -> Kostenpost:
    invested = number % 2 == 1
    return Kostenpost(
        id=f"post-{number}", naam=f"Kostenpost {number}", programma=f"Programma {number % PROGRAMMAS}", thema="thema",
        kostensoort="vernieuwing" if invested else "beheer", rang=number % 3, verloop="structureel", sleutel="samen",
        index="loon", prijspeil=_FIRST, beheerratio=0.15 if invested else None, doorschuif=0.8 if invested else None,
        volumegroei=None if invested else 0.01,
    )  # fmt: skip


def _source(number: int) -> Dekkingsbron:
    return Dekkingsbron(
        id=f"bron-{number}", naam=f"Dekkingsbron {number}", betaler="rijk", besluitstatus="vastgesteld",
        volgorde=number // PROGRAMMAS, verloop="structureel", route="begroting", index="loon", prijspeil=_FIRST,
        compensatie=0.9, eindejaarsmarge=0.01, voor_programma=(f"Programma {number % PROGRAMMAS}",),
    )  # fmt: skip


def _amounts(start: float) -> tuple[Amount, ...]:
    years = range(_FIRST, _FIRST + YEARS)
    return tuple(
        Amount(jaar=year, bedrag=start + 7 * (year - _FIRST), status="aanname", toelichting="proef") for year in years
    )


def results() -> Iterator[Result]:
    """Yield the result of each scenario: the same lines, other amounts."""
    row = ParameterRow(jaar=None, waarde=0.02, status="aanname", toelichting="proef")
    loon = Parameter(id="index.loon", naam="Loon", eenheid="fractie", rows=(row,))
    parties = {name: Partij(id=name, naam=name, soort=name) for name in ("rijk", "gemeenten", "provincies")}
    posts, sources = [_post(n) for n in range(POSTS)], [_source(n) for n in range(SOURCES)]
    baseline = Baseline(
        name="proef", posts={post.id: post for post in posts}, sources={source.id: source for source in sources},
        post_series={}, source_series={}, parties=parties, parameters={"index.loon": loon}, references={},
        keys={"samen": {"rijk": 0.5, "gemeenten": 0.3, "provincies": 0.2}, **{name: {name: 1.0} for name in parties}},
    )  # fmt: skip
    for number in range(SCENARIOS):
        filled = replace(
            baseline,
            post_series={post.id: _amounts(100 + n + number) for n, post in enumerate(posts)},
            source_series={source.id: _amounts(300 + n + 10 * number) for n, source in enumerate(sources)},
        )
        yield run_plan(open_plan(filled), Scenario(naam=f"Scenario {number}"))


class Recorder:
    """Records what a workbook asks of the library, and has the library do it again."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.sheets: list[str] = []
        self.formats: dict[int, dict[str, Any]] = {}

    def record(self, result: Result, path: Path) -> None:
        """Write a workbook and keep all calls."""
        make, recorder = xlsxwriter.Workbook.add_format, self

        def add_format(book: Any, properties: dict[str, Any] | None = None) -> Any:
            made = make(book, properties)
            if "xf_index" not in (properties or {}):  # those are the library's own
                recorder.formats[id(made)] = dict(properties or {})
                recorder.kept.append(made)
            return made

        self.kept: list[Any] = []
        methods = {name: _recording(name, self) for name in _METHODS}
        xlsxwriter.Workbook.add_format = add_format  # type: ignore[method-assign]
        try:
            draft = workbook_of(result)
            write_workbook(
                manuscript_of(draft),
                path,
                MOMENT,
                self.sheets.append,
                worksheet=type("Recording", (FastWorksheet,), methods),
            )
        finally:
            xlsxwriter.Workbook.add_format = make  # type: ignore[method-assign]

    def replay(self, path: Path) -> float:
        """Have the library write the same; return the seconds it took."""
        start = time.process_time()
        book = xlsxwriter.Workbook(str(path))
        formats = {ident: book.add_format(properties) for ident, properties in self.formats.items()}
        sheets = {name: book.add_worksheet(name) for name in self.sheets}
        for name, method, arguments, options in self.calls:
            given = [formats.get(id(value), value) for value in arguments]
            getattr(sheets[name], method)(*given, **options)
        book.close()
        return time.process_time() - start


def _recording(method: str, recorder: Recorder) -> Any:
    original = getattr(FastWorksheet, method)

    def call(sheet: Any, *arguments: Any, **options: Any) -> Any:
        if method != "conditional_format":  # its format stands inside a table of options
            recorder.calls.append((sheet.get_name(), method, arguments, options))
        return original(sheet, *arguments, **options)

    return call


def ours(folder: Path) -> float:
    """Export every scenario; return the seconds it took, the engine's own time not counted."""
    taken = 0.0
    for number, result in enumerate(results()):
        start = time.process_time()
        draft = workbook_of(result)
        middle = time.process_time()
        write_workbook(manuscript_of(draft), folder / f"{number}.xlsx", MOMENT)
        end = time.process_time()
        taken += end - start
        if number == 0:
            formulas = sum(page.formulas for page in draft.pages.values())
            print(f"  one workbook: {formulas} formulas, {(folder / '0.xlsx').stat().st_size / 2**20:.1f} MiB")
            print(f"  made in {middle - start:.1f} s, written in {end - middle:.1f} s")
    return taken


def library(folder: Path) -> float:
    """Have the library write the same cells of every scenario; return the seconds it took."""
    taken = 0.0
    for number, result in enumerate(results()):
        recorder = Recorder()
        recorder.record(result, folder / f"{number}.xlsx")
        taken += recorder.replay(folder / f"{number}-kaal.xlsx")
    return taken


def reading(folder: Path) -> float:
    """Read one workbook back; return the seconds it took."""
    write_workbook(manuscript_of(workbook_of(next(results()))), folder / "0.xlsx", MOMENT)
    start = time.process_time()
    read_book(folder / "0.xlsx", limits=PATIENT)
    return time.process_time() - start


def export() -> None:
    """Print the time of exports against that of the library alone, and the peak memory of each."""
    found = {}
    print(f"export of {SCENARIOS} scenarios x {POSTS + SOURCES} posts and sources x {YEARS} years:")
    for side in (ours, library, reading):
        command = [sys.executable, "-m", "bench.workbooks", side.__name__]
        *lines, last = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()  # noqa: S603
        for line in lines:
            print(line)
        seconds, peak = last.split()
        found[side] = float(seconds)
        print(f"  {side.__name__}: {float(seconds):.1f} s, peak memory {int(peak) // 1024} MiB")
    print(f"  ratio export / the same cells by the library alone: {found[ours] / found[library]:.2f}")


def main(side: str) -> None:
    """Run one side and print its seconds and peak memory, KiB."""
    with tempfile.TemporaryDirectory() as folder:
        seconds = {"ours": ours, "library": library, "reading": reading}[side](Path(folder))
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


__all__ = ["export"]

if __name__ == "__main__":
    main(sys.argv[1])
