"""What a figure in euros can be held against: last round's, together or not, or the other years of its row."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping
from statistics import median
from typing import NamedTuple

from model.returns.columns import KOLOMMEN
from model.returns.edition import Sleutel
from model.returns.opgave import Opgave, Regel
from model.returns.ronde import Ronde

MACHTEN = (3, 6, -3, -6)
_MARGIN = 0.5  # of a power of ten: from a third to three times
_ENOUGH = 3  # figures of a row of which the others show what it is about
_SMALL = 10.0  # k€; nothing is held against less
_SPREAD = 20.0  # how many times as much the most of a row may be as the least, to hold another year against it


class Gegroeid(NamedTuple):
    """A figure with what it is held against; both are of rows together where these stood together last round."""

    key: Sleutel
    kolom: str
    nu: float
    was: float

    @property
    def size(self) -> float:
        """Return by which power of ten it grew."""
        return math.log10(self.nu / self.was)

    @property
    def macht(self) -> int | None:
        """Return the power of a thousand by which it grew, about; None where that is not so.

        What grew by more than a thousand has the nearest power: no programme grows like that, whatever the unit is.
        """
        near = min(MACHTEN, key=lambda power: abs(self.size - power))
        return near if abs(self.size - near) <= _MARGIN or self.size > MACHTEN[0] else None


Rijen = tuple[Sleutel, ...]
Jaren = Mapping[str, float]


def gegroeid(opgave: Opgave, ronde: Ronde) -> Iterator[Gegroeid]:
    """Yield figures beside last round's: of the same year, or else of what the other years of the row say alike.

    What is out of bounds is told as that.
    """
    for keys, last in eerdere_bedragen(opgave, ronde).items():
        rows = [opgave.regels[key] for key in keys if key in opgave.regels]
        alike = median(last.values()) if len(rows) == len(keys) and eender(last.values()) else 0.0
        for at, kolom in enumerate(KOLOMMEN):
            was, now = last.get(kolom, alike), [row.cellen[at].waarde for row in rows]
            total = math.fsum(now)
            if was < _SMALL or total <= 0:
                continue
            for key, part in zip(keys, now, strict=False):
                high = ronde.editie.grootheden[key.grootheid].kind.high
                if 0 < part <= high and (len(keys) == 1 or total < was or part > was):
                    yield Gegroeid(key, kolom, total, was)


def gesprongen(opgave: Opgave, ronde: Ronde) -> Iterator[Gegroeid]:
    """Yield figures of rows that last round did not know, which are thousands of times the other years or the reverse.

    A single year is held against all others; otherwise the larger are held against the smaller.
    """
    known = {key for keys in eerdere_bedragen(opgave, ronde) for key in keys}
    for key, regel in opgave.regels.items():
        if key not in known and _is_euro(key, ronde):
            yield from _sides(key, regel)


def _sides(key: Sleutel, regel: Regel) -> Iterator[Gegroeid]:
    figures = sorted((cel.waarde, kolom) for kolom, cel in zip(KOLOMMEN, regel.cellen, strict=True) if cel.waarde > 0)
    if len(figures) < _ENOUGH:
        return
    at = 1 + max(range(len(figures) - 1), key=lambda n: figures[n + 1][0] / figures[n][0])
    low, high = figures[:at], figures[at:]
    odd, base = (low, high) if len(low) == 1 and len(high) > 1 else (high, low)
    if all(eender([value for value, _ in side]) for side in (odd, base)) and base[0][0] >= _SMALL:
        was = median(value for value, _ in base)
        found = [Gegroeid(key, kolom, value, was) for value, kolom in odd]
        yield from (each for each in found if each.macht is not None)


def eerdere_bedragen(opgave: Opgave, ronde: Ronde) -> Mapping[Rijen, Jaren]:
    """Return last round's amounts in euros by the rows that they are of now, and column; noughts are left out."""
    departement = opgave.herkomst.departement
    found: dict[Rijen, dict[str, float]] = {}
    for (key, kolom), cel in ronde.vorige.get(departement, {}).items():
        if key in opgave.regels and cel.waarde > 0 and _is_euro(key, ronde):
            found.setdefault((key,), {})[kolom] = cel.waarde
    for each in ronde.samen.get(departement, ()):
        if each.cel.waarde > 0 and _is_euro(each.sleutels[0], ronde):
            found.setdefault(each.sleutels, {})[each.kolom] = each.cel.waarde
    return found


def eender(figures: Collection[float]) -> bool:
    """Return whether figures are of one size, about."""
    return max(figures) <= _SPREAD * min(figures)


def _is_euro(key: Sleutel, ronde: Ronde) -> bool:
    return ronde.editie.grootheden[key.grootheid].geld
