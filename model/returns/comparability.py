"""Which figures may stand in one sum: a verdict on every cell, with the reasons where it may not.

A figure is comparable where its definition, kind (raming or realisatie), phase and prices are those that the round
asked of its column; units cannot differ, for every row has its own. Source: letter to parliament of December 2023,
section "Financiële overzichten inzake digitaliseringsbudgetten": "niet eenduidig ingevuld".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from model.returns.columns import KOLOMMEN
from model.returns.edition import Sleutel
from model.returns.opgave import Cel, Opgave, Post
from model.returns.ronde import Ronde

VERGELEKEN = ("definitie", "aard", "fase", "prijzen")


class Afwijking(NamedTuple):
    """Why a cell is not comparable: the field, what was asked and what was given."""

    veld: str
    gevraagd: str
    gegeven: str


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
            found.append(Afwijking(veld, gevraagd, gegeven))
    return tuple(found)


def oordelen(opgave: Opgave, ronde: Ronde) -> Iterator[Oordeel]:
    """Yield the verdict on every cell of a return."""
    per_post = {
        key: {kolom: afwijkingen(post, kolom, ronde) for kolom in KOLOMMEN} for key, post in opgave.posten.items()
    }
    for key, regel in opgave.regels.items():
        for kolom in KOLOMMEN:
            yield Oordeel(key, kolom, regel.cel(kolom), per_post[key.tabel, key.post][kolom])
