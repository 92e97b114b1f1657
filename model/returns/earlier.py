"""Last round's figures in the rows and columns of this round; what was not divided then is not divided now."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from model.returns.columns import STRUCTUREEL, kolom_van
from model.returns.edition import Sleutel
from model.returns.opgave import Cel
from model.returns.overgang import OVERGANGEN
from model.returns.ronde import Samen


class Eerder(NamedTuple):
    """A figure of an earlier round: the row of its own edition, and its year (None for structureel)."""

    sleutel: Sleutel
    jaar: int | None
    cel: Cel
    editie: str


def edities_tot(naar: str) -> tuple[str, ...]:
    """Return the editions whose rows can be brought to those of an edition, itself first."""
    found = [naar]
    for editie in found:
        found += [overgang.van for overgang in OVERGANGEN.values() if overgang.naar == editie]
    return tuple(found)


def worden(key: Sleutel, van: str, naar: str) -> tuple[Sleutel, ...]:
    """Return the rows of edition `naar`, one of which `edities_tot` knows `van`, that together are a row of `van`."""
    keys: tuple[Sleutel, ...] = (key,)
    while van != naar:
        overgang = next(each for each in OVERGANGEN.values() if each.van == van)
        keys = tuple(new for old in keys for new in overgang.worden(old))
        van = overgang.naar
    return keys


class Vorige(NamedTuple):
    """Figures by row and column of this round, and those of several rows together."""

    cellen: dict[tuple[Sleutel, str], Cel]
    samen: tuple[Samen, ...]


def vorige_van(figures: Iterable[Eerder], jaar: int, naar: str) -> Vorige:
    """Return earlier figures as a round of `jaar` and edition `naar` shows them; years that it does not ask drop out.

    Only a number is held together: nihil, n.v.t. or missing for the whole is so for each part, as none can be negative.
    """
    cells: dict[tuple[Sleutel, str], Cel] = {}
    together = []
    for key, year, cel, editie in figures:
        kolom = STRUCTUREEL if year is None else kolom_van(year, jaar)
        if kolom is None:
            continue
        keys = worden(key, editie, naar)
        if len(keys) > 1 and cel.staat == "waarde":
            together.append(Samen(keys, kolom, cel, key, editie))
        else:
            cells |= {(each, kolom): cel for each in keys}
    return Vorige(cells, tuple(together))
