"""Figures in another unit than last round's: a row, a column, a table or the whole file a thousand times as much."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import median
from typing import NamedTuple

from model.errors import figure
from model.io.returns.findings import Findings, Spot, plek_of
from model.io.returns.located_rows import Located
from model.io.returns.sent import Sent
from model.returns.bevinding import Vindplaats
from model.returns.columns import KOLOMMEN
from model.returns.edition import Sleutel
from model.returns.edits import Plek
from model.returns.opgave import Opgave
from model.text import Text

_ENOUGH = 3  # figures that are told from one by chance
_MOST = 0.8  # of them
_POWERS = (3, 6, -3, -6)
_MARGIN = 0.3  # of a power of ten: from half to twice
_EURO = "k€"


class _Grown(NamedTuple):
    key: Sleutel
    kolom: str
    size: float


def report_magnitude(opgave: Opgave, place: Located, sent: Sent, findings: Findings) -> None:
    """Report figures that are a thousand or a million times what they were: all together, by sheet, column or row."""
    grown = list(_sizes(opgave, sent))
    levels: tuple[Callable[[_Grown], tuple[str, ...]], ...] = (
        lambda _: (),
        lambda each: (each.key.tabel,),
        lambda each: (each.key.tabel, each.kolom),
        lambda each: each.key,
    )
    for level in levels:
        for cells in _groups(grown, level).values():
            power = _power(cells)
            if power is not None:
                _report(cells, power, place, findings, row=level is levels[-1])
                told = set(cells)
                grown = [each for each in grown if each not in told]


def _sizes(opgave: Opgave, sent: Sent) -> Iterator[_Grown]:
    """Yield by which power of ten figures in euros grew since last round, where both are known."""
    last = sent.ronde.vorige.get(sent.departement, {})
    for (key, kolom), was in last.items():
        regel = opgave.regels.get(key)
        if regel is None or sent.ronde.editie.grootheden[key.grootheid].eenheid != _EURO:
            continue
        now = regel.cellen[KOLOMMEN.index(kolom)]
        if was.waarde > 0 and now.waarde > 0:
            yield _Grown(key, kolom, math.log10(now.waarde / was.waarde))


def _groups(
    grown: Sequence[_Grown], level: Callable[[_Grown], tuple[str, ...]]
) -> Mapping[tuple[str, ...], list[_Grown]]:
    groups: dict[tuple[str, ...], list[_Grown]] = defaultdict(list)
    for each in grown:
        groups[level(each)].append(each)
    return groups


def _power(cells: Sequence[_Grown]) -> int | None:
    """Return the power of ten by which most cells grew, None where they did not."""
    middle = median(each.size for each in cells)
    power = next((each for each in _POWERS if abs(middle - each) <= _MARGIN), None)
    if power is None or len(cells) < _ENOUGH:
        return None
    alike = sum(abs(each.size - power) <= 2 * _MARGIN for each in cells)
    return power if alike >= _MOST * len(cells) else None


def _report(cells: Sequence[_Grown], power: int, place: Located, findings: Findings, *, row: bool) -> None:
    first = cells[0]
    found = place.rows.get(first.key.tekst())
    where: Vindplaats = Vindplaats()
    plek: Plek | None = None
    if found is not None:
        where = findings.place(Spot(found.section, found.number, first.kolom, first.key.tekst()))
        if row:
            where, plek = where._replace(kolom=""), plek_of(first.key.tekst(), "")
        elif len({each.kolom for each in cells}) > 1:
            where, plek = where._replace(regel="", kolom=""), None
        else:
            where = where._replace(regel="")
    findings.add("lees-eenheid-verdacht", where, plek, count=figure(len(cells)), factor=_factor(power))


def _factor(power: int) -> Text:
    size = figure(10.0 ** abs(power))
    if power > 0:
        return Text(f"{size.nl} keer zo groot", f"{size.en} times as large")
    return Text(f"{size.nl} keer zo klein", f"{size.en} times as small")
