"""What a merge leaves open: cells of which returns say different things, unknown until someone decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from model.returns.columns import KOLOMMEN
from model.returns.edition import Sleutel
from model.returns.merge import Samenvoeging
from model.returns.opgave import ONTBREEKT, Opgave, Regel

_NOTHING: frozenset[str] = frozenset()


def onbeslist(merged: Samenvoeging) -> Opgave:
    """Return what came of a merge with the cells in open conflicts unknown.

    What they were sent there is last round's figure, or what one of them says: that is what nobody says together.
    """
    rows, columns = merged.opgave.regels, open_kolommen(merged)
    return replace(merged.opgave, regels={key: _without(regel, columns(key)) for key, regel in rows.items()})


def open_kolommen(merged: Samenvoeging) -> Callable[[Sleutel], frozenset[str]]:
    """Return what gives the columns of a row that are open: all, where the row or its post may have to go."""
    found: dict[tuple[str, ...], frozenset[str]] = {}
    for conflict in merged.conflicten:
        place, item = conflict.plek, tuple(conflict.plek.sleutel)
        if place.is_cel or (item and not place.onderdeel):
            columns = {place.onderdeel} if place.is_cel else KOLOMMEN
            found[item] = found.get(item, _NOTHING).union(columns)
    return lambda key: found.get(tuple(key), _NOTHING) | found.get((key.tabel, key.post), _NOTHING)


def open_cellen(merged: Samenvoeging) -> list[tuple[Sleutel, str]]:
    """Return the cells of a merge that are open."""
    columns = open_kolommen(merged)
    return [(key, kolom) for key in merged.opgave.regels for kolom in KOLOMMEN if kolom in columns(key)]


def _without(regel: Regel, kolommen: frozenset[str]) -> Regel:
    if not kolommen:
        return regel
    cells = zip(KOLOMMEN, regel.voluit, strict=True)
    return replace(regel, cellen=tuple(ONTBREEKT if kolom in kolommen else cel for kolom, cel in cells))
