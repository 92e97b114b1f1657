"""What is found in a return of which some cells are in doubt already: of those nothing is said a second time.

Figures in a suspect unit, and cells that could not be read, that conflict or whose row is gone, are taken as unknown:
so no reason, jump, bound or control total is told that rests on them, and every one that rests on other figures is.
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

_EMPTY = "inhoud-cellen-ontbreken"
Cellen = Collection[tuple[Sleutel, str]]


def zonder_twijfel(opgave: Opgave, ronde: Ronde, verloren: Cellen = ()) -> Iterator[Bevinding]:
    """Yield what is found beside what is known; `verloren` are cells unread, gone or in conflict."""
    suspect = open_verdenking(opgave, ronde)
    unsure = [(key, kolom) for key in opgave.regels for kolom in KOLOMMEN if suspect(key, kolom)]
    if not verloren and not unsure:
        yield from bevindingen(opgave, ronde)
        return
    unknown, answered = _with(opgave, ONTBREEKT, [*verloren, *unsure]), _with(opgave, NIHIL, verloren)
    yield from (each for each in bevindingen(unknown, ronde) if each.code != _EMPTY)
    yield from (each for each in bevindingen(answered, ronde) if each.code == _EMPTY)


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
