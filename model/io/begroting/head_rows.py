"""Heads of two rows as one: phases above years, years above phases, phases above kinds of amount.

A phase that is printed once stands for the years to its right as well, as in Ontwerpbegroting 2025, 2026, 2027.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from model.io.begroting.phases import fase_of, plain

_YEAR = re.compile(r"\s*(19|20)\d\d\s*")
_BELOW = re.compile(r"(19|20)\d\d|verplichtingen|uitgaven|ontvangsten")


@dataclass(frozen=True, slots=True)
class HeadRow:
    """The names of columns, and those columns whose phase was printed over one to their left."""

    names: tuple[str, ...]
    filled: frozenset[int] = frozenset()


def combined(names: Sequence[str], before: Sequence[str]) -> HeadRow:
    """Return the heads that a row and the row above it make together."""
    width = max(len(names), len(before))
    below = [*names, *[""] * (width - len(names))]
    tops = [*before, *[""] * (width - len(before))]
    years = [top for top in tops if _YEAR.fullmatch(top)]
    if len(years) > 1 and any(fase_of(name) for name in below):
        return _joined(tops, below) if not any(_YEAR.search(name) for name in below) else HeadRow(tuple(names))
    if sum(bool(top) for top in tops) < 2 and not any(fase_of(top) for top in tops[1:]):
        return HeadRow(tuple(names))
    if not any(fase_of(top) or "mutatie" in plain(top) for top in tops):
        return HeadRow(tuple(names))
    return _joined(below, tops)


def _joined(kinds: Sequence[str], tops: Sequence[str]) -> HeadRow:
    """Return `tops` (phases) with the years or kinds of amount of the same column, filled to the right."""
    names, filled, top = [], set(), ""
    for at, (kind, own) in enumerate(zip(kinds, tops, strict=True)):
        top = own or top
        fits = bool(top) and bool(_BELOW.fullmatch(plain(kind)))
        if fits and _YEAR.fullmatch(kind) and re.search(r"\b(19|20)\d\d\b", top):
            return HeadRow(tuple(kinds))  # a title over all years, not the phase of one
        names.append(f"{top} {kind}" if fits else kind or own)
        if fits and not own and _YEAR.fullmatch(kind):
            filled.add(at)
    return HeadRow(tuple(names), frozenset(filled))
