"""Which figures may stand in one sum: a verdict on every cell, with the reasons where it may not.

A figure is comparable where its definition, kind (raming or realisatie), phase and prices are those that the round
asked of its column, it is within the bounds of its grootheid and not suspected to be in another unit, and its row means
in the edition of the round what it meant in the form that was filled in. Source: letter to parliament of December 2023,
section "Financiële overzichten inzake digitaliseringsbudgetten": "niet eenduidig ingevuld".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from model.errors import figure
from model.returns.columns import KOLOMMEN
from model.returns.earlier import edities_tot, worden
from model.returns.edition import Sleutel
from model.returns.fields import POST_VELDEN
from model.returns.magnitude import open_verdenking
from model.returns.opgave import Cel, Opgave, Post, Regel
from model.returns.ronde import Ronde
from model.text import Text, same

VERGELEKEN = ("definitie", "aard", "fase", "prijzen")
EDITIE, GRENZEN, EENHEID = "editie", "grenzen", "eenheid"
_VELDEN = {veld.ident: veld for veld in POST_VELDEN}
_NAMEN: Mapping[str, Text] = {
    **{naam: _VELDEN[naam].term.naam for naam in VERGELEKEN},
    EDITIE: Text("editie", "edition"),
    GRENZEN: Text("buiten de grenzen", "out of bounds"),
    EENHEID: Text("eenheid verdacht", "unit suspected"),
}
_GRENS = Text("{laag} tot en met {hoog}", "{laag} to {hoog}")


class Afwijking(NamedTuple):
    """Why a cell is not comparable: the field (or what else is wrong), what was asked and what was given."""

    veld: str
    gevraagd: Text
    gegeven: Text

    @property
    def naam(self) -> Text:
        """Return what the field, or what is wrong, is called."""
        return _NAMEN[self.veld]


class Oordeel(NamedTuple):
    """A cell with the verdict on it; comparable where there are no `afwijkingen`."""

    sleutel: Sleutel
    kolom: str
    cel: Cel
    afwijkingen: tuple[Afwijking, ...]

    @property
    def telt(self) -> bool:
        """Return whether the cell may stand in a sum: known and comparable."""
        return self.cel.bekend and not self.afwijkingen


def afwijkingen(post: Post, kolom: str, ronde: Ronde) -> tuple[Afwijking, ...]:
    """Return in what a post's figures of a column differ from what the round asked."""
    found = []
    for veld in VERGELEKEN:
        gevraagd = ronde.gevraagd(veld, kolom)
        gegeven = post.velden.get(veld) or "gevraagd"
        if gegeven not in ("gevraagd", gevraagd):
            found.append(Afwijking(veld, _woord(veld, gevraagd), _woord(veld, gegeven)))
    return tuple(found)


def _woord(veld: str, woord: str) -> Text:
    keuzes = _VELDEN[veld].keuzes
    return keuzes[woord].naam if woord in keuzes else same(woord)


def oordelen(opgave: Opgave, ronde: Ronde) -> Iterator[Oordeel]:
    """Yield the verdict on every cell that the round asks of a return's posts, and on known ones that it does not.

    A row that is not in the return is missing, whatever the reason.
    """
    posts = {(key.tabel, key.post): Post(key.tabel, key.post) for key in opgave.regels} | dict(opgave.posten)
    asked = {
        key for tabel, ident in posts if tabel in ronde.editie.tabellen for key in ronde.editie.regels(tabel, ident)
    }
    reasons = {key: [afwijkingen(post, kolom, ronde) for kolom in KOLOMMEN] for key, post in posts.items()}
    suspect = open_verdenking(opgave, ronde)
    kept = {key for key in opgave.regels if key in asked and _same(key, opgave, ronde)}
    for key in sorted(asked):
        regel = opgave.regels[key] if key in kept else Regel()
        for kolom, cel, found in zip(KOLOMMEN, regel.voluit, reasons[key.tabel, key.post], strict=True):
            yield Oordeel(key, kolom, cel, found + _getal(key, kolom, cel, ronde, suspect))
    for key, regel in opgave.regels.items():
        if key not in kept:
            other = (Afwijking(EDITIE, same(ronde.editie.nummer), same(opgave.herkomst.editie)),)
            for kolom, cel, found in zip(KOLOMMEN, regel.voluit, reasons[key.tabel, key.post], strict=True):
                if cel.bekend:
                    yield Oordeel(key, kolom, cel, other + found)


def _getal(
    key: Sleutel, kolom: str, cel: Cel, ronde: Ronde, suspect: Callable[[Sleutel, str], bool]
) -> tuple[Afwijking, ...]:
    """Return what is wrong with a number: out of bounds, or it seems to be in another unit."""
    if cel.staat != "waarde":
        return ()
    grootheid = ronde.editie.grootheden[key.grootheid]
    kind, found = grootheid.kind, []
    if not kind.low <= cel.waarde <= kind.high:
        found.append(
            Afwijking(GRENZEN, _GRENS.filled(laag=figure(kind.low), hoog=figure(kind.high)), figure(cel.waarde))
        )
    if suspect(key, kolom):
        found.append(Afwijking(EENHEID, same(grootheid.eenheid), figure(cel.waarde)))
    return tuple(found)


def _same(key: Sleutel, opgave: Opgave, ronde: Ronde) -> bool:
    """Return whether a row means in the edition of the round what it meant in that of the form."""
    van, naar = opgave.herkomst.editie, ronde.editie.nummer
    return van in edities_tot(naar) and worden(key, van, naar) == (key,)
