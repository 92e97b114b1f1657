"""Amounts in another unit than before: a column or row that is a thousand times what it was."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import median

from model.errors import figure
from model.io.excel.found import Column
from model.io.excel.layout import Key
from model.io.excel.returned.changes import Change, Findings
from model.io.excel.returned.contents import AMOUNT
from model.io.excel.returned.located import Located
from model.text import Text

_ENOUGH = 3  # cells
_MARGIN = 0.15  # of a power of ten
_RATES = ("rekenwaarde", "parameter")
_FACTORS: Mapping[str, tuple[int, ...]] = {AMOUNT: (3, 6)} | dict.fromkeys(_RATES, (2, 3))
_COUNTS = ("doorlooptijd", "levensduur", "capaciteit", "kostenfactor")  # not a part of 1
_FAR = math.log10(20)
_ONE = 0.002  # of a power of ten: a single cell that is exactly so much larger
_COLUMN = Text("kolom {name}", "column {name}")
_ROW = Text("rij {name}", "row {name}")


def report_units(changes: Sequence[Change], invoer: Located, findings: Findings, *, confirmed: bool) -> None:
    """Report columns and rows whose changed cells are in all likelihood in another unit than on `invoer`.

    They are refused, unless their reader has `confirmed` the unit; so is a single cell that is exactly so much larger
    or smaller, or a percentage of 100 % and over that was far below.
    """
    report = findings.notice if confirmed else findings.refuse
    sizes = _sizes(invoer)
    grown = [(change, size) for change in changes if (size := _size(change)) is not None]
    reported: set[int] = set()
    for name, cells in _groups(grown).items():
        power = _power(cells[0][0], median(size for _, size in cells))
        enough = len(cells) >= _ENOUGH or len(cells) == max(sizes[_table(cells[0][0].key), cells[0][0].column], 2)
        if not enough or power is None or reported.issuperset(id(change) for change, _ in cells):
            continue
        reported |= {id(change) for change, _ in cells}
        report("terug-eenheid", cells[0][0].said, found=name, count=len(cells), factor=_factor(power))
    for change, size in grown:
        if id(change) not in reported and (factor := _alone(change, size)) and isinstance(change.old, int | float):
            told = {"old": figure(change.old, 9), "new": figure(float(change.new), 9), "factor": factor}
            report("terug-eenheid-cel", change.said, **told)


def _alone(change: Change, size: float) -> Text | None:
    """Return how much a single cell has grown where that gives doubt."""
    power = _power(change, size, _ONE)
    if power is not None:
        return _factor(power)
    old, new = float(change.old or 0), float(change.new)
    if change.key[0] in _RATES and change.column not in _COUNTS and abs(old) < 1 <= abs(new) and size > _FAR:
        return _times(new / old)
    return None


def _table(key: Key) -> str:
    return key[2] if key[0] == AMOUNT else key[0]


def _sizes(invoer: Located) -> Counter[tuple[str, Column]]:
    """Return how many amounts there are in each column of the tables of amounts."""
    filled = (spot for spot in invoer.at if spot[0][0] == AMOUNT and isinstance(spot[1], int))
    return Counter((_table(key), column) for key, column in filled if (cell := invoer.cell(key, column)) and cell.value)


def _size(change: Change) -> float | None:
    """Return the power of ten by which a number has grown; `None` where there is no saying."""
    if change.key[0] not in _FACTORS or isinstance(change.new, str) or not isinstance(change.old, int | float):
        return None
    if change.old == 0 or change.new == 0 or (change.old < 0) != (change.new < 0):
        return None
    return math.log10(change.new / change.old)


def _power(change: Change, size: float, margin: float = _MARGIN) -> int | None:
    powers = _FACTORS[change.key[0]]
    return next((sign * power for power in powers for sign in (1, -1) if abs(size - sign * power) <= margin), None)


def _groups(grown: Iterable[tuple[Change, float]]) -> dict[Text, list[tuple[Change, float]]]:
    """Return changed cells by column of their table, and by row."""
    groups: dict[Text, list[tuple[Change, float]]] = defaultdict(list)
    for change, size in grown:
        for text, name in ((_COLUMN, f"{change.column} ({_table(change.key)})"), (_ROW, change.label)):
            groups[Text(text.nl.format(name=name), text.en.format(name=name))].append((change, size))
    return groups


def _factor(power: int) -> Text:
    if power > 0:
        return _times(10.0**power)
    size = figure(10.0**-power)
    return Text(f"{size.nl} keer zo klein", f"{size.en} times as small")


def _times(factor: float) -> Text:
    size = figure(factor, 0)
    return Text(f"{size.nl} keer zo groot", f"{size.en} times as large")
