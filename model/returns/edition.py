"""Editions of the return: what rows each table has.

From an edition derive the template, its drop-downs and instructions, the checks and the texts of the errors. The first
edition is coarser than the second.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from model.quantities import Number
from model.returns.terms import CATEGORIEEN, KOSTENSOORTEN, Term
from model.text import Text, same

GEEN = ""  # where a row is not divided by kostensoort or categorie


class Sleutel(NamedTuple):
    """What a row is, whatever sheet or order it stands in: table, post, grootheid, kostensoort and categorie."""

    tabel: str
    post: str
    grootheid: str
    soort: str = GEEN
    categorie: str = GEEN

    def tekst(self) -> str:
        """Return the key as it stands in a file."""
        return "/".join(self).rstrip("/")


class Onsleutel(ValueError):
    """A text that is no key of a row."""


def sleutel(tekst: str) -> Sleutel:
    """Return the key that a text stands for; raise `Onsleutel` where it stands for none."""
    words = tekst.strip().split("/")
    if not 3 <= len(words) <= 5 or not all(words[:3]):
        raise Onsleutel(tekst)
    return Sleutel(*words)


@dataclass(frozen=True, slots=True)
class Grootheid:
    """A quantity that is asked: its unit and bounds, and whether it is divided by kostensoort and categorie."""

    term: Term
    eenheid: str
    kind: Number
    soorten: bool = False
    categorieen: tuple[str, ...] = ()

    @property
    def optelbaar(self) -> bool:
        """Return whether figures of it can be added up: money and people, not shares."""
        return self.eenheid != _PROCENT

    @property
    def geld(self) -> bool:
        """Return whether it is money, in k€."""
        return self.eenheid == _GELD


_GELD, _FTE, _PROCENT = "k€", "fte", "%"
_GETALLEN: Mapping[str, Number] = {
    _GELD: Number(low=0, high=1e8),
    _FTE: Number(low=0, high=1e5),
    _PROCENT: Number(low=0, high=100),
}


@dataclass(frozen=True, slots=True)
class Editie:
    """One version of the return: the kostensoorten and categorieen it knows, and what each table asks."""

    nummer: str
    soorten: tuple[str, ...]
    grootheden: Mapping[str, Grootheid]
    tabellen: Mapping[str, tuple[str, ...]]

    def __reduce__(self) -> tuple[Callable[[str], Editie], tuple[str]]:
        """Go from process to process as a number."""
        return _editie, (self.nummer,)

    def regels(self, tabel: str, post: str) -> Iterator[Sleutel]:
        """Yield the keys of the rows that a post of a table has, in the order of the template."""
        for naam in self.tabellen[tabel]:
            grootheid = self.grootheden[naam]
            for soort in self.soorten if grootheid.soorten else (GEEN,):
                for categorie in grootheid.categorieen or (GEEN,):
                    yield Sleutel(tabel, post, naam, soort, categorie)

    def kent(self, key: Sleutel) -> bool:
        """Return whether a row with this key is one that the edition asks for."""
        if key.grootheid not in self.tabellen.get(key.tabel, ()):
            return False
        grootheid = self.grootheden[key.grootheid]
        soorten = self.soorten if grootheid.soorten else (GEEN,)
        return key.soort in soorten and key.categorie in (grootheid.categorieen or (GEEN,))


def _grootheden(categorieen: tuple[str, ...], personeel: tuple[str, ...]) -> Mapping[str, Grootheid]:
    def money(term: Term, *, divided: bool) -> Grootheid:
        return Grootheid(term, _GELD, _GETALLEN[_GELD], soorten=True, categorieen=categorieen if divided else ())

    return MappingProxyType(
        {
            "verplichtingen": money(_VERPLICHTINGEN, divided=True),
            "uitgaven": money(_UITGAVEN, divided=True),
            "ontvangsten": money(_ONTVANGSTEN, divided=False),
            "fte": Grootheid(_FTES, _FTE, _GETALLEN[_FTE], soorten=True, categorieen=personeel),
            "juridisch-verplicht": Grootheid(_VERPLICHT, _PROCENT, _GETALLEN[_PROCENT]),
        }
    )


_VERPLICHTINGEN = Term(
    Text("verplichtingen", "commitments"),
    Text(
        "wat in het jaar juridisch wordt aangegaan, ook als later wordt betaald",
        "what is legally entered into in the year, even if it is paid later",
    ),
    Text("een contract voor vier jaar telt geheel in het jaar van tekenen", "a four-year contract counts when signed"),
)
_UITGAVEN = Term(
    Text("uitgaven", "spending"),
    Text("wat in het jaar wordt betaald", "what is paid in the year"),
    Text("de jaartermijn van dat contract", "that contract's yearly instalment"),
)
_ONTVANGSTEN = Term(
    Text("ontvangsten", "receipts"),
    Text("wat in het jaar binnenkomt; wordt niet van uitgaven afgetrokken", "what comes in; not taken off spending"),
    Text("bijdragen van afnemers", "contributions of users"),
)
_FTES = Term(
    same("fte"),
    Text("gemiddelde bezetting over het jaar, voltijds", "average staffing over the year, full-time equivalents"),
    Text("twee mensen van halve dagen zijn 1 fte", "two people of half days are 1 fte"),
)
_VERPLICHT = Term(
    Text("juridisch verplicht", "legally committed"),
    Text("deel van de uitgaven dat al vastligt", "share of spending that is already committed"),
    Text("80 (dus 80 %)", "80 (that is 80 %)"),
)

_VOLLEDIG = ("verplichtingen", "uitgaven", "ontvangsten", "fte", "juridisch-verplicht")
_TABELLEN = MappingProxyType(
    {"begroting": _VOLLEDIG, "beleidstraject": ("uitgaven", "fte"), "activiteit": ("uitgaven", "fte")}
)
_EERSTE = ("intern", "inhuur-en-uitbesteding", "software", "hardware", "overig")
_TWEEDE = ("intern", "extern", "uitbesteding", "software", "hardware", "overig")

EDITIES: Mapping[str, Editie] = MappingProxyType(
    {
        "1": Editie(
            "1", ("beheer", "vernieuwing"), _grootheden(_EERSTE, ("intern", "inhuur-en-uitbesteding")), _TABELLEN
        ),
        "2": Editie("2", tuple(KOSTENSOORTEN), _grootheden(_TWEEDE, ("intern", "extern")), _TABELLEN),
    }
)
HUIDIGE = "2"


def _editie(nummer: str) -> Editie:
    return EDITIES[nummer]


def words_of(editie: Editie) -> Iterator[tuple[str, Term]]:
    """Yield every word that an edition uses for kostensoorten, categorieen and grootheden, with its meaning."""
    for soort in editie.soorten:
        yield soort, KOSTENSOORTEN[soort]
    used = {word for grootheid in editie.grootheden.values() for word in grootheid.categorieen}
    for categorie, term in CATEGORIEEN.items():
        if categorie in used:
            yield categorie, term
    for naam, grootheid in editie.grootheden.items():
        yield naam, grootheid.term


def rij_woorden(key: Sleutel, editie: Editie) -> Text:
    """Return what people call a row of a post: its kostensoort, categorie and grootheid."""
    names = woorden(editie.nummer)
    said = [names[word] for word in (key.soort, key.categorie) if word in names]
    said.append(names.get(key.grootheid, same(key.grootheid)))
    return Text(*(" · ".join(filter(None, each)) for each in zip(*said, strict=True)))


@cache
def woorden(nummer: str) -> Mapping[str, Text]:
    """Return what the words of an edition are called."""
    return MappingProxyType({word: term.naam for word, term in words_of(EDITIES[nummer])})
