"""Whether amounts stand one year off: last round's, but under the year before or after their own."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from model.errors import figure
from model.returns.bevinding import Bevinding
from model.returns.columns import KOLOMMEN, STRUCTUREEL, kop
from model.returns.edition import Sleutel
from model.returns.opgave import Opgave
from model.returns.ronde import Ronde
from model.returns.row_checks import bevinding, opmerking
from model.text import Text

Jaren = Mapping[str, float]
Paren = Sequence[tuple[str, str]]
"""Columns of this round, each with that of last round under which its amount would stand."""

_ENOUGH = 4  # years to hold against last round's; fewer may be alike by chance
_DISTINCT = 3  # amounts that differ; two may well follow each other in any order
_MOVED = 0.005  # by which part of its amounts a row must differ from last round, to be that of another year
_NEARER = 0.2  # which part of that difference may be left beside the other year
_EARLIER: Paren = tuple(pairwise(kolom for kolom in KOLOMMEN if kolom != STRUCTUREEL))
_LATER: Paren = tuple((after, before) for before, after in _EARLIER)
_WHERE = {_EARLIER: Text("te vroeg", "too early"), _LATER: Text("te laat", "too late")}
_ROW, _ROWS = Text("1 rij", "1 row"), Text("{count} rijen", "{count} rows")


def verschuiving_bevindingen(opgave: Opgave, ronde: Ronde) -> Iterator[Bevinding]:
    """Yield per post in how many rows last round's amounts stand a year off, at the first of them.

    What is said there explains it, also as a reason: work may have been put off by a year.
    """
    vorige, found = _vorige(opgave, ronde), dict[tuple[str, str, Paren], list[Sleutel]]()
    for key, last in vorige.items():
        now = {kolom: cel.waarde for kolom, cel in zip(KOLOMMEN, opgave.regels[key].voluit, strict=True) if cel.bekend}
        for columns in _WHERE:
            if _verschoven(now, last, columns):
                found.setdefault((key.tabel, key.post, columns), []).append(key)
    for (*_, columns), keys in found.items():
        regel, last = opgave.regels[keys[0]], vorige[keys[0]]
        kolom, ander = next(pair for pair in columns if last.get(pair[1]))
        said = {
            "rows": _ROW if len(keys) == 1 else _ROWS.filled(count=len(keys)),
            "where": _WHERE[columns],
            "column": kop(kolom, ronde.jaar),
            "found": figure(regel.cel(kolom).waarde, 1),
            "other": kop(ander, ronde.jaar),
            "expected": figure(last[ander], 1),
        }
        told = opmerking(regel) or regel.velden.get("reden", "").strip()
        yield bevinding("inhoud-jaar-verschoven", "vraag", keys[0], kolom, said, told)


def _vorige(opgave: Opgave, ronde: Ronde) -> dict[Sleutel, dict[str, float]]:
    found: dict[Sleutel, dict[str, float]] = {}
    for (key, kolom), cel in ronde.vorige.get(opgave.herkomst.departement, {}).items():
        if key in opgave.regels and cel.bekend and ronde.editie.grootheden[key.grootheid].geld:
            found.setdefault(key, {})[kolom] = cel.waarde
    return found


def _verschoven(now: Jaren, last: Jaren, columns: Paren) -> bool:
    """Return whether amounts are far from last round's of their own year, and near those of another one.

    Last round's own are scaled to the size of now: figures that all grew alike did not move to another year.
    """
    known = now.keys() & last.keys()
    both = [(now[kolom], last[kolom], last[ander]) for kolom, ander in columns if kolom in known and ander in last]
    amounts, own, other = zip(*both, strict=True) if both else ((), (), ())
    size = math.fsum(amounts)
    if len(both) < _ENOUGH or len(set(amounts)) < _DISTINCT or not math.fsum(own):
        return False
    scale = size / math.fsum(own)
    moved = math.fsum(abs(amount - scale * mine) for amount, mine in zip(amounts, own, strict=True))
    left = math.fsum(abs(amount - his) for amount, his in zip(amounts, other, strict=True))
    return moved > _MOVED * size and left <= _NEARER * moved
