"""A round of the return: the year it is about, what is asked, who must answer, and what is known beforehand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from model.errors import figure
from model.returns.columns import KOLOMMEN
from model.returns.edition import Editie, Sleutel
from model.returns.opgave import Cel, Post
from model.text import LANGUAGES, Text, percent, same

AARD: Mapping[str, str] = MappingProxyType(dict.fromkeys(KOLOMMEN, "raming") | {"t-1": "realisatie"})
"""What is asked of each column where a round says nothing else."""


@dataclass(frozen=True, slots=True)
class Departement:
    """Who answers: id, name and budget chapter."""

    ident: str
    naam: str
    hoofdstuk: str = ""


class Grens(NamedTuple):
    """Which field of `Drempel` holds for rows of a unit, and what their differences are in."""

    veld: str
    maat: Text


GRENZEN: Mapping[str, Grens] = MappingProxyType(
    {
        "k€": Grens("bedrag", same("k€")),
        "fte": Grens("fte", same("fte")),
        "%": Grens("procent", Text("procentpunt", "percentage points")),
    }
)
"""By unit of the row."""
_ALTIJD = ("bedrag", "deel")


@dataclass(frozen=True, slots=True)
class Drempel:
    """From which difference with the last round a reason is asked: both a bound and a share must be exceeded.

    The bound is that of the row's unit: `bedrag` in k€, `fte`, or `procent` in percentage points; `deel` is a fraction
    of the last round's figure. What a round does not say is as here, by assumption: ten fte cost about a million euros.
    """

    bedrag: float = 1000.0
    deel: float = 0.1
    fte: float = 10.0
    procent: float = 10.0

    def grens(self, eenheid: str) -> float:
        """Return the bound of rows in a unit."""
        return float(getattr(self, GRENZEN[eenheid].veld))

    def gegeven(self) -> dict[str, float]:
        """Return what it is by field, without `fte` and `procent` where these are as assumed.

        What was sent before there were these fields is known by the same version.
        """
        assumed = asdict(Drempel())
        return {name: size for name, size in asdict(self).items() if name in _ALTIJD or size != assumed[name]}

    def overschreden(self, eenheid: str, vorig: float, nieuw: float) -> bool:
        """Return whether a figure in a unit moved so far that a reason is asked."""
        moved = abs(nieuw - vorig)
        return moved > self.grens(eenheid) and moved > self.deel * abs(vorig)

    def maat(self, eenheid: str) -> Text:
        """Return the bound of rows in a unit, in words."""
        size, unit = figure(self.grens(eenheid)), GRENZEN[eenheid].maat
        return Text(*(f"{size.say(language)} {unit.say(language)}" for language in LANGUAGES))

    def gezegd(self, eenheid: str) -> Text:
        """Return what must be exceeded in rows of a unit, in words."""
        bound = self.maat(eenheid)
        return Text(f"{bound.nl} en {percent(self.deel, 'nl')}", f"{bound.en} and {percent(self.deel, 'en')}")


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

    def bewogen(self, key: Sleutel, vorig: float, nieuw: float) -> bool:
        """Return whether a figure of a row moved so far since last round that a reason is asked."""
        return self.drempel.overschreden(self.editie.grootheden[key.grootheid].eenheid, vorig, nieuw)

    def gevraagd(self, veld: str, kolom: str) -> str:
        """Return what the round asks of a column: its aard, fase, prijzen or definitie."""
        return {"aard": self.aard[kolom], "fase": self.fase, "prijzen": self.prijzen, "definitie": "gevraagd"}[veld]
