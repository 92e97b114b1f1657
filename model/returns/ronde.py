"""A round of the return: the year it is about, what is asked, who must answer, and what is known beforehand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from model.returns.columns import KOLOMMEN
from model.returns.edition import Editie, Sleutel
from model.returns.opgave import Cel, Post
from model.text import Text

AARD: Mapping[str, str] = MappingProxyType(dict.fromkeys(KOLOMMEN, "raming") | {"t-1": "realisatie"})
"""What is asked of each column where a round says nothing else."""


@dataclass(frozen=True, slots=True)
class Departement:
    """Who answers: id, name and budget chapter."""

    ident: str
    naam: str
    hoofdstuk: str = ""


@dataclass(frozen=True, slots=True)
class Drempel:
    """From which difference with the last round a reason is asked: both an amount and a share must be exceeded.

    `bedrag` is in the unit of the row (k€, fte, %), `deel` a fraction of the last round's figure.
    """

    bedrag: float = 1000.0
    deel: float = 0.1

    def overschreden(self, vorig: float, nieuw: float) -> bool:
        """Return whether a figure moved so far that a reason is asked."""
        moved = abs(nieuw - vorig)
        return moved > self.bedrag and moved > self.deel * abs(vorig)


@dataclass(frozen=True, slots=True)
class Controletotaal:
    """What the department's own budget says of an article in a year: rows must be equal, at most or at least that."""

    artikel: str
    grootheid: str
    kolom: str
    bedrag: float
    toets: str
    referentie: str


class Samen(NamedTuple):
    """One figure of last round that stands for several rows of this edition together; nobody said how it divides.

    `was` is the row of edition `editie` in which it stood.
    """

    sleutels: tuple[Sleutel, ...]
    kolom: str
    cel: Cel
    was: Sleutel
    editie: str


class Elders(NamedTuple):
    """What another overview (ICT-dashboard, JBR) says of an activity or line by name."""

    naam: str
    kolom: str
    bedrag: float
    referentie: str


@dataclass(frozen=True, slots=True)
class Ronde:
    """A round: `jaar` is t; `aard` says for each column whether an estimate or an outturn is asked.

    What is known beforehand is per department. `vorige` holds last round's figures by row and column of this round,
    already brought to this edition; those that cannot be divided over its rows stand in `samen`. Both may be of posts
    that this round does not ask about any more. `notices` are doubts of who read the round.
    """

    naam: str
    jaar: int
    editie: Editie
    departementen: Mapping[str, Departement]
    fase: str = "ontwerpbegroting"
    prijzen: str = "lopend"
    aard: Mapping[str, str] = field(default_factory=lambda: dict(AARD))
    drempel: Drempel = Drempel()
    fictief: bool = False
    posten: Mapping[str, tuple[Post, ...]] = field(default_factory=dict)
    vorige: Mapping[str, Mapping[tuple[Sleutel, str], Cel]] = field(default_factory=dict)
    samen: Mapping[str, tuple[Samen, ...]] = field(default_factory=dict)
    controles: Mapping[str, tuple[Controletotaal, ...]] = field(default_factory=dict)
    dashboard: Mapping[str, tuple[Elders, ...]] = field(default_factory=dict)
    jbr: Mapping[str, tuple[Elders, ...]] = field(default_factory=dict)
    notices: tuple[Text, ...] = ()

    def gevraagd(self, veld: str, kolom: str) -> str:
        """Return what the round asks of a column: its aard, fase, prijzen or definitie."""
        return {"aard": self.aard[kolom], "fase": self.fase, "prijzen": self.prijzen, "definitie": "gevraagd"}[veld]
