"""Figures that seem to be in another unit: a thousand or a million times what they can be held against, or the reverse.

Where most figures of a row, a column, a table or the whole return grew alike, all its figures are suspect, also those
that nothing is held against; any other figure is suspect on its own, and those of a new row together. The department
explains it by a remark in each of the rows; a reason for moving says nothing of the unit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from statistics import median
from typing import NamedTuple

from model.returns.edition import Sleutel
from model.returns.held_against import MACHTEN, Gegroeid, gegroeid, gesprongen
from model.returns.new_rows import nieuw_verdacht
from model.returns.opgave import Opgave
from model.returns.ronde import Ronde

_ENOUGH = 3  # figures that are told from one by chance
_MOST = 0.8  # of them
_MARGIN = 0.3  # of a power of ten: from half to twice
_LEVELS: tuple[Callable[[Sleutel, str], tuple[str, ...]], ...] = (
    lambda _, __: (),
    lambda key, _: (key.tabel,),
    lambda key, kolom: (key.tabel, kolom),
    lambda key, _: tuple(key),
)


class Verdacht(NamedTuple):
    """Figures that grew alike, by which power of ten, and what the department says of it.

    `groep` is the whole, a table, a column of it, or a row; None where only these figures of a column are suspect. Of
    a new row, which did not grow, there is no `macht`: it is None.
    """

    groep: tuple[str, ...] | None
    cellen: tuple[Gegroeid, ...]
    macht: int | None
    uitleg: str

    @property
    def rij(self) -> bool:
        """Return whether it is about one row."""
        return self.groep == tuple(self.cellen[0].key) or self.macht is None


def verdacht(opgave: Opgave, ronde: Ronde) -> Iterator[Verdacht]:
    """Yield figures that seem to be in another unit: all together, by table, column or row, then the others."""
    grown = list(gegroeid(opgave, ronde))
    groups: set[tuple[str, ...]] = set()
    for level in _LEVELS:
        for groep, cells in _groups(grown, level).items():
            power = _power(cells)
            if power is not None:
                yield Verdacht(groep, tuple(cells), power, _explained(cells, opgave))
                groups.add(groep)
                told = set(cells)
                grown = [each for each in grown if each not in told]
    new = [cells for cells in nieuw_verdacht(opgave, ronde) if not _covered(cells[0], groups)]
    yield from (Verdacht(None, cells, None, _explained(cells, opgave)) for cells in new)
    rows = {cells[0].key for cells in new}
    apart = [each for each in gesprongen(opgave, ronde) if each.key not in rows and not _covered(each, groups)]
    yield from _single([*grown, *apart], opgave)


def open_verdenking(opgave: Opgave, ronde: Ronde) -> Callable[[Sleutel, str], bool]:
    """Return what says whether a cell is suspect, by itself or in a group, and not explained."""
    found = [each for each in verdacht(opgave, ronde) if not each.uitleg]
    groups = {each.groep for each in found if each.groep is not None}
    cells = {(cel.key, cel.kolom) for each in found if each.groep is None for cel in each.cellen}
    euros = {naam for naam, each in ronde.editie.grootheden.items() if each.geld}
    return lambda key, kolom: (
        (key, kolom) in cells
        or (bool(groups) and key.grootheid in euros and any(level(key, kolom) in groups for level in _LEVELS))
    )


def _covered(figure: Gegroeid, groups: Set[tuple[str, ...]]) -> bool:
    """Return whether a figure is in a group that is suspect as a whole."""
    return any(level(figure.key, figure.kolom) in groups for level in _LEVELS)


def _single(grown: Iterable[Gegroeid], opgave: Opgave) -> Iterator[Verdacht]:
    """Yield single figures, together where table, column and power are the same; those explained by themselves."""
    found: dict[tuple[str, str, int, bool], list[Gegroeid]] = defaultdict(list)
    for each in grown:
        if each.macht is not None:
            found[each.key.tabel, each.kolom, each.macht, bool(_explained([each], opgave))].append(each)
    for (_, _, power, _), cells in found.items():
        yield Verdacht(None, tuple(cells), power, _explained(cells, opgave))


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
    power = next((each for each in MACHTEN if abs(middle - each) <= _MARGIN), None)
    if power is None or len(cells) < _ENOUGH:
        return None
    alike = sum(abs(each.size - power) <= 2 * _MARGIN for each in cells)
    return power if alike >= _MOST * len(cells) else None


def _explained(cells: Sequence[Gegroeid], opgave: Opgave) -> str:
    """Return the remarks of the rows; nothing where one of them has none."""
    said = [opgave.regels[key].velden.get("opmerking", "").strip() for key in dict.fromkeys(each.key for each in cells)]
    return " / ".join(dict.fromkeys(said)) if all(said) else ""
