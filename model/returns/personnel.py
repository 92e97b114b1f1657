"""Own and hired staff side by side: euros and fte, and cost per fte where both are comparable and complete.

Source: letter to parliament of December 2023: "de uitgaven aan intern en extern ICT-personeel naast elkaar".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from model.returns.telling import ALLE, Telling, Vraag
from model.returns.totals import totaal

INTERN, EXTERN = "intern", "extern"
SAMEN = ""
"""All departments together."""


class Stand(NamedTuple):
    """A figure: at least so much; `heel` where nothing of it is missing or incomparable."""

    minstens: float
    heel: bool


@dataclass(frozen=True, slots=True)
class Personeel:
    """What one department (or all: `SAMEN`) says of staff in a column: k€ and fte, by intern and extern."""

    departement: str
    euro: Mapping[str, Stand]
    fte: Mapping[str, Stand]

    def per_fte(self, categorie: str) -> float | None:
        """Return cost per fte, k€; None where euros or fte are not complete and comparable, or there are no fte."""
        euro, fte = self.euro[categorie], self.fte[categorie]
        return euro.minstens / fte.minstens if euro.heel and fte.heel and fte.minstens else None

    @property
    def deel_extern(self) -> float | None:
        """Return the share of hired staff in the euros of both; None where one of them is not complete."""
        own, hired = self.euro[INTERN], self.euro[EXTERN]
        whole = own.minstens + hired.minstens
        return hired.minstens / whole if own.heel and hired.heel and whole else None


def personeel(telling: Telling, tabel: str, kolom: str, soort: str = ALLE) -> tuple[Personeel, ...]:
    """Return staff per department, and of all together last."""
    found = {
        (grootheid, categorie): totaal(telling, Vraag(tabel, grootheid, soort, categorie), kolom)
        for grootheid in ("uitgaven", "fte")
        for categorie in (INTERN, EXTERN)
    }

    def stand(grootheid: str, categorie: str, departement: str) -> Stand:
        of = found[grootheid, categorie]
        part = of if departement == SAMEN else of.delen[departement]
        return Stand(part.minstens, part.heel)

    return tuple(
        Personeel(
            departement,
            {categorie: stand("uitgaven", categorie, departement) for categorie in (INTERN, EXTERN)},
            {categorie: stand("fte", categorie, departement) for categorie in (INTERN, EXTERN)},
        )
        for departement in (*telling.ronde.departementen, SAMEN)
    )
