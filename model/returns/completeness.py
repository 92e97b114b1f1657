"""How complete a round is: cells by state, for each department, table and column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from model.returns.columns import KOLOMMEN
from model.returns.telling import Groep, Telling


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
    def gevraagd(self) -> int:
        """Return how many answers are asked: cells, or where there are no posts one word that there are none."""
        return self.cellen or 1

    @property
    def beantwoord(self) -> int:
        """Return how many of these are given."""
        return self.bekend if self.cellen else int(self.geen)

    @property
    def deel(self) -> float:
        """Return the share of what is asked that is answered."""
        return self.beantwoord / self.gevraagd


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
    """Return the share of what is asked in several together that is answered; nothing where there are none."""
    asked = answered = 0
    for each in found:
        asked, answered = asked + each.gevraagd, answered + each.beantwoord
    return answered / asked if asked else 0.0
