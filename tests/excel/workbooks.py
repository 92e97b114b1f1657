"""Workbooks for the tests: exported, stored with wrong values on purpose, recalculated, and held against the engine."""

from __future__ import annotations

import datetime
import io
import random
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import willekeurig
from excel.spots import spots_of

from model.engine import run_plan
from model.io.excel.book import Book, address
from model.io.excel.choice import Choice
from model.io.excel.draft import BEREKENING, CONTROLES, INVOER, KERNCIJFERS, RESULTAAT, Draft
from model.io.excel.found import Spot
from model.io.excel.handover import book as handed_over
from model.io.excel.layout import Item, Span
from model.io.excel.limits import PATIENT
from model.io.excel.parse import Archive, parse
from model.io.excel.recalculate import recalculated_all
from model.io.excel.values import AMOUNT, OTHER, equal
from model.io.excel.workbook import manuscript_of, workbook_of
from model.io.excel.writer import FastWorksheet, write_workbook
from model.io.open import open_scenarios
from model.result import Result

MOMENT = datetime.datetime(2026, 11, 21)
RESULTS = (BEREKENING, KERNCIJFERS, RESULTAAT, CONTROLES)
WRONG = 0


class WrongWorksheet(FastWorksheet):
    """A worksheet that stores a wrong value beside every formula: programs that believe it show it."""

    def write_formula(self, row: int, column: int, formula: str, style: Any = None, value: Any = 0) -> Any:  # noqa: ARG002
        return super().write_formula(row, column, formula, style, WRONG)


def shipped(scenario: str, data: Path) -> Result:
    _, [(opened, plan)] = open_scenarios(data, [scenario])
    return run_plan(plan, opened)


def drawn(seed: int, folder: Path) -> Result:
    """Return the result of the last random scenario on a random dataset."""
    folder.mkdir()
    willekeurig.maak(seed, folder)
    data = next(folder.rglob("kostenposten.csv")).parent
    return shipped(str(max(folder.rglob("*.toml"))), data)


def written(draft: Draft, path: Path, worksheet: type = WrongWorksheet) -> Path:
    write_workbook(manuscript_of(draft), path, MOMENT, worksheet=worksheet)
    return path


def export(result: Result, path: Path) -> tuple[Draft, Path]:
    draft = workbook_of(result, date=MOMENT.date())
    return draft, written(draft, path)


def read(path: Path) -> Book:
    """Return a workbook as the reader gives it, parsed in this process: it is our own."""
    raw = path.read_bytes()
    return handed_over(parse(Archive(io.BytesIO(raw)), raw, PATIENT), path.name)


def recalculations(paths: Sequence[Path], folder: Path) -> list[Path]:
    """Return workbooks recalculated in one start, with the patience that a busy machine asks."""
    return recalculated_all(paths, folder, seconds=600)


def wrong_cells(draft: Draft, book: Book, pages: Sequence[str] | None = None) -> list[str]:
    """Return the formula cells of a workbook whose value is not the draft's, and how many were compared."""
    found = []
    for name in pages or list(draft.pages):
        sheet = book.sheet(name)
        assert sheet is not None, name
        page = draft.pages[name]
        for row, column, item in page.cells():
            if item.formula:
                cell = sheet.cells.get((row, column))
                value = None if cell is None else cell.value
                if not equal(value, item.value, allowed(draft, name, row, item)):
                    found.append(f"{name}!{address((row, column))} {page.rows[row].key}: {value} for {item.value}")
    return found


def allowed(draft: Draft, name: str, row: int, item: Item) -> float:
    """Return how far a value may be off: an amount, a deviation on Controles as far as allowed there, or a ratio."""
    if name == CONTROLES and item.style == "deviation":
        bound = draft.pages[name].rows[row].items[4].value
        return float(bound) if isinstance(bound, float) else OTHER
    return AMOUNT if item.style == "amount" else OTHER


def formula_count(draft: Draft) -> int:
    return sum(bool(item.formula) for page in draft.pages.values() for _, _, item in page.cells())


def opened(draft: Draft) -> Iterator[tuple[Spot, str, Item]]:
    """Yield every cell that people may change: its name, its address, and what stands in it."""
    page = draft.pages[INVOER]
    for spot, (row, column), item in spots_of(page):
        if item.open:
            yield spot, address((row, column)), with_choice(item, page.rows[row].span)


def with_choice(item: Item, span: Span | None) -> Item:
    choice = item.choice or (span.choice if span is not None else None)
    return Item(item.value, item.formula, item.style, open=True, choice=choice)


def mutated(draft: Draft, path: Path, target: Path, seed: int) -> tuple[Path, dict[Spot, Any]]:
    """Change input cells of a workbook at random, in the file itself; return what they hold now."""
    changes = dict(_changes(draft, random.Random(seed)))  # noqa: S311
    places = {spot: place for spot, place, _ in opened(draft)}
    return edited(path, target, draft, INVOER, {places[spot]: value for spot, value in changes.items()}), changes


_CELL = re.compile(rb'<c r="([A-Z]+[0-9]+)"( s="[0-9]+")?[^>]*?(?:/>|>.*?</c>)')


def edited(path: Path, target: Path, draft: Draft, name: str, values: Mapping[str, float | str]) -> Path:
    """Write a workbook with other constants in some cells of a sheet, in the file itself."""
    done = set()

    def cell(found: re.Match[bytes]) -> bytes:
        place, look = found[1].decode(), found[2] or b""
        if place not in values:
            return found[0]
        done.add(place)
        value = values[place]
        start = b'<c r="' + found[1] + b'"' + look
        if isinstance(value, str):
            return start + b' t="inlineStr"><is><t>' + escape(value).encode() + b"</t></is></c>"
        return start + b"><v>" + repr(value).encode() + b"</v></c>"

    _rewritten(path, target, draft, name, lambda raw: _CELL.sub(cell, raw))
    assert done == set(values)
    return target


def _changes(draft: Draft, draw: random.Random) -> Iterator[tuple[Spot, Any]]:
    keys = list(draft.plan.keys)
    shares: dict[str, list[Spot]] = {}
    for spot, _, item in opened(draft):
        sort, ident = spot[0][:2]
        if sort == "aandeel":
            shares.setdefault(ident, []).append(spot)
        elif sort in ("scenario", "telt-mee") or draw.random() < 0.35:
            yield spot, _fresh(draw, item, item.choice or Choice(), keys)
    for spots in shares.values():
        weights = [draw.choice([0, 1, 2, 5]) for _ in spots]
        total = sum(weights) or len(weights)
        yield from (
            (spot, (weight if sum(weights) else 1) / total) for spot, weight in zip(spots, weights, strict=True)
        )


def _fresh(draw: random.Random, item: Item, choice: Choice, keys: list[str]) -> Any:
    if choice.options or choice.source:
        return draw.choice(choice.options or keys)
    if choice.also and draw.random() < 0.2:
        return choice.also
    held = float(item.value) if isinstance(item.value, int | float) else 1.0
    low, high = choice.low, choice.high
    if choice.whole:
        return draw.randint(max(1, int(low or 1)), int(high) if high is not None else 6)
    if low is not None and low < 0:
        return draw.uniform(-0.1, 0.15)
    if high is not None:
        return draw.uniform(low or 0.0, high)
    return draw.choice([0.3, 0.7, 1.2, 1.8]) * max(abs(held), 0.2) + draw.random()


def sabotaged(path: Path, target: Path, draft: Draft, name: str, place: str, formula: str) -> Path:
    """Write a workbook with one formula changed, in the file itself."""
    pattern = re.compile(rf'(<c r="{place}"[^>]*><f>)[^<]*(</f>)'.encode())

    def change(raw: bytes) -> bytes:
        changed, count = pattern.subn(lambda found: found[1] + escape(formula).encode() + found[2], raw)
        assert count == 1, place
        return changed

    return _rewritten(path, target, draft, name, change)


def _rewritten(path: Path, target: Path, draft: Draft, name: str, change: Callable[[bytes], bytes]) -> Path:
    """Write a workbook with the part of one sheet changed."""
    part = f"xl/worksheets/sheet{list(draft.pages).index(name) + 1}.xml"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for each in old.namelist():
            raw = old.read(each)
            new.writestr(each, change(raw) if each == part else raw)
    return target
