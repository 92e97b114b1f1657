"""What is found in a return of which some cells are in doubt already: of those nothing is said a second time.

Figures in a suspect unit, and cells that could not be read, that conflict or whose row is gone, are taken as unknown:
so no reason, jump, bound or control total is told that rests on them, and every one that rests on other figures is. Of
figures out of bounds that is told, and nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Set
from dataclasses import replace

from model.returns.bevinding import Bevinding
from model.returns.checks import bevindingen
from model.returns.columns import KOLOMMEN
from model.returns.edition import Sleutel
from model.returns.magnitude import open_verdenking
from model.returns.opgave import NIHIL, ONTBREEKT, Cel, Opgave, Regel
from model.returns.ronde import Ronde
from model.returns.row_checks import buiten, buiten_grenzen

_EMPTY = "inhoud-cellen-ontbreken"
Cellen = Collection[tuple[Sleutel, str]]


def zonder_twijfel(opgave: Opgave, ronde: Ronde, verloren: Cellen = ()) -> Iterator[Bevinding]:
    """Yield what is found beside what is known; `verloren` are cells unread, gone or in conflict."""
    suspect = open_verdenking(opgave, ronde)
    unsure = [(key, kolom) for key in opgave.regels for kolom in KOLOMMEN if suspect(key, kolom)]
    outside = _outside(_with(opgave, ONTBREEKT, [*verloren, *unsure]), ronde)
    if not verloren and not unsure and not outside:
        yield from bevindingen(opgave, ronde)
        return
    for key, figures in outside.items():
        yield buiten_grenzen(key, figures, ronde)
    unsure += [(key, kolom) for key, figures in outside.items() for kolom in figures]
    unknown, answered = _with(opgave, ONTBREEKT, [*verloren, *unsure]), _with(opgave, NIHIL, verloren)
    yield from (each for each in bevindingen(unknown, ronde) if each.code != _EMPTY)
    yield from (each for each in bevindingen(answered, ronde) if each.code == _EMPTY)


def _outside(opgave: Opgave, ronde: Ronde) -> dict[Sleutel, dict[str, float]]:
    """Return the figures that are out of bounds, by row and column."""
    found = {
        key: buiten(key, {k: cel.waarde for k, cel in zip(KOLOMMEN, row.cellen, strict=True)}, ronde)
        for key, row in opgave.regels.items()
    }
    return {key: figures for key, figures in found.items() if figures}


def _with(opgave: Opgave, cel: Cel, cells: Cellen) -> Opgave:
    """Return a return that says the same in all of these cells; a row that is gone stands there again."""
    columns: dict[Sleutel, set[str]] = defaultdict(set)
    for key, kolom in cells:
        columns[key].add(kolom)
    changed = {key: _row(opgave.regels.get(key, Regel()), cel, each) for key, each in columns.items()}
    return replace(opgave, regels={**opgave.regels, **changed})


def _row(regel: Regel, cel: Cel, kolommen: Set[str]) -> Regel:
    pairs = zip(KOLOMMEN, regel.cellen, strict=True)
    return replace(regel, cellen=tuple(cel if kolom in kolommen else old for kolom, old in pairs))
