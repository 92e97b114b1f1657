"""Figures in another unit than last round's: a row, a column, a table or the whole return a thousand times as much.

Where most figures of a group grew alike, all its figures are suspect, also those that did not exist last round. The
department explains it by a remark in each row of the group.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import median
from typing import NamedTuple

from model.returns.columns import KOLOMMEN
from model.returns.edition import Sleutel
from model.returns.opgave import Opgave
from model.returns.ronde import Ronde

EURO = "k€"
_ENOUGH = 3  # figures that are told from one by chance
_MOST = 0.8  # of them
_POWERS = (3, 6, -3, -6)
_MARGIN = 0.3  # of a power of ten: from half to twice
_LEVELS: tuple[Callable[[Sleutel, str], tuple[str, ...]], ...] = (
    lambda _, __: (),
    lambda key, _: (key.tabel,),
    lambda key, kolom: (key.tabel, kolom),
    lambda key, _: tuple(key),
)


class Gegroeid(NamedTuple):
    """A figure, and by which power of ten it grew since last round."""

    key: Sleutel
    kolom: str
    size: float


class Verdacht(NamedTuple):
    """Figures that grew alike, by which power of ten; `groep` is the whole, a table, a column of it, or a row."""

    groep: tuple[str, ...]
    cellen: tuple[Gegroeid, ...]
    macht: int
    uitleg: str

    @property
    def rij(self) -> bool:
        """Return whether it is about one row."""
        return self.groep == tuple(self.cellen[0].key)


def verdacht(opgave: Opgave, ronde: Ronde) -> Iterator[Verdacht]:
    """Yield figures that are a thousand or a million times what they were: all together, by table, column or row."""
    grown = list(_sizes(opgave, ronde))
    for level in _LEVELS:
        for groep, cells in _groups(grown, level).items():
            power = _power(cells)
            if power is not None:
                yield Verdacht(groep, tuple(cells), power, _explained(cells, opgave))
                told = set(cells)
                grown = [each for each in grown if each not in told]


def open_verdenking(opgave: Opgave, ronde: Ronde) -> Callable[[Sleutel, str], bool]:
    """Return what says whether a cell is in a group that is suspect and not explained."""
    groups = {each.groep for each in verdacht(opgave, ronde) if not each.uitleg}
    euros = {naam for naam, each in ronde.editie.grootheden.items() if each.eenheid == EURO}
    return lambda key, kolom: (
        bool(groups) and key.grootheid in euros and any(level(key, kolom) in groups for level in _LEVELS)
    )


def _sizes(opgave: Opgave, ronde: Ronde) -> Iterator[Gegroeid]:
    """Yield by which power of ten figures in euros grew since last round, where both are known."""
    last = ronde.vorige.get(opgave.herkomst.departement, {})
    for (key, kolom), was in last.items():
        regel = opgave.regels.get(key)
        if regel is None or ronde.editie.grootheden[key.grootheid].eenheid != EURO:
            continue
        now = regel.cellen[KOLOMMEN.index(kolom)]
        if was.waarde > 0 and now.waarde > 0:
            yield Gegroeid(key, kolom, math.log10(now.waarde / was.waarde))


def _groups(
    grown: Sequence[Gegroeid], level: Callable[[Sleutel, str], tuple[str, ...]]
) -> Mapping[tuple[str, ...], list[Gegroeid]]:
    groups: dict[tuple[str, ...], list[Gegroeid]] = defaultdict(list)
    for each in grown:
        groups[level(each.key, each.kolom)].append(each)
    return groups


def _power(cells: Sequence[Gegroeid]) -> int | None:
    """Return the power of ten by which most cells grew, None where they did not."""
    middle = median(each.size for each in cells)
    power = next((each for each in _POWERS if abs(middle - each) <= _MARGIN), None)
    if power is None or len(cells) < _ENOUGH:
        return None
    alike = sum(abs(each.size - power) <= 2 * _MARGIN for each in cells)
    return power if alike >= _MOST * len(cells) else None


def _explained(cells: Sequence[Gegroeid], opgave: Opgave) -> str:
    """Return the remarks of the rows; nothing where one of them has none."""
    said = [opgave.regels[key].velden.get("opmerking", "").strip() for key in dict.fromkeys(each.key for each in cells)]
    return " / ".join(dict.fromkeys(said)) if all(said) else ""
