"""How complete a round is: cells by state, for each department, table and column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from model.returns.columns import KOLOMMEN
from model.returns.totals import Groep, Telling


class Volledigheid(NamedTuple):
    """How complete a department is in a table and column: cells by state, and those that count in totals.

    `geen` says that it confirms that it has no posts in the table.
    """

    departement: str
    tabel: str
    kolom: str
    staten: Mapping[str, int]
    telt: int
    cellen: int
    geen: bool

    @property
    def bekend(self) -> int:
        """Return how many cells are answered."""
        return self.cellen - self.staten["ontbreekt"]

    @property
    def deel(self) -> float:
        """Return the share of cells that is answered; nothing where nobody said whether there are any."""
        return self.bekend / self.cellen if self.cellen else float(self.geen)


def volledigheid(telling: Telling) -> Iterator[Volledigheid]:
    """Yield the completeness of each department, table and column."""
    found: dict[tuple[str, str, str], list[Groep]] = {}
    for (kind, kolom), per_departement in telling.groepen.items():
        for departement, groep in per_departement.items():
            found.setdefault((departement, kind.tabel, kolom), []).append(groep)
    for departement in telling.ronde.departementen:
        for tabel in telling.ronde.editie.tabellen:
            for kolom in KOLOMMEN:
                groups = found.get((departement, tabel, kolom), [])
                states = sum((Counter(groep.staten) for groep in groups), Counter[str]())
                yield Volledigheid(
                    departement,
                    tabel,
                    kolom,
                    states,
                    sum(groep.telt for groep in groups),
                    sum(len(groep.oordelen) for groep in groups),
                    (departement, tabel) in telling.geen,
                )


def deel_van(found: Iterable[Volledigheid]) -> float:
    """Return the share of cells that is answered in several together; nothing where there are no cells."""
    cells = known = 0
    for each in found:
        cells, known = cells + each.cellen, known + each.bekend
    return known / cells if cells else 0.0
