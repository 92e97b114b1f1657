"""A return that is complete and repeats last round's figures but for the outturn: nothing is to be said of it."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from returns.rondes import GETEKEND

from model.returns.basis import basis_van
from model.returns.columns import KOLOMMEN
from model.returns.edition import EDITIES, HUIDIGE, Sleutel
from model.returns.opgave import NVT, Cel, Opgave, Post, Regel, waarde
from model.returns.ronde import Controletotaal, Departement, Ronde
from model.returns.terms import TABELLEN

JAAR = 2027
NIEUW = ("verplichtingen", "vernieuwing", "overig")
"""The row of a budget line that had no amounts last round, and has none now."""
_BEDRAG = 100  # k€; shares and staff are less


def vraag() -> tuple[Ronde, Opgave]:
    """Return a round of two departments, and the return of the first."""
    idents = ("dep-1", "dep-2")
    editie, random = EDITIES[HUIDIGE], Random(7)
    posten = {
        ident: tuple(_post(tabel, ident, n) for tabel in TABELLEN for n in ((1, 2) if tabel == "begroting" else (1,)))
        for ident in idents
    }
    keys = {ident: [key for p in posten[ident] for key in editie.regels(p.tabel, p.ident)] for ident in idents}
    sizes = {key: _size(random, key) for each in keys.values() for key in each}
    vorige = {
        ident: {(key, kolom): waarde(sizes[key]) for key in keys[ident] for kolom in KOLOMMEN if sizes[key]}
        for ident in idents
    }
    total = sum(
        size
        for key, size in sizes.items()
        if (key.tabel, key.grootheid) == ("begroting", "uitgaven") and "dep-1" in key.post
    )
    ronde = Ronde(
        f"FICTIEF {JAAR}", JAAR, editie,
        {ident: Departement(ident, f"FICTIEF departement {ident[4:]}", "VII") for ident in idents},
        fictief=True, posten=posten, vorige=vorige,
        controles={"dep-1": (Controletotaal("6", "uitgaven", "t", total, "gelijk", "FICTIEF begroting"),)},
    )  # fmt: skip
    base = basis_van(ronde, "dep-1")
    rows = {key: _regel(sizes[key]) for key in base.regels}
    answers = {"dashboard": "n.v.t.", "jbr": "ICT-personeel"}
    filled = {key: replace(post, velden={**post.velden, **answers}) for key, post in base.posten.items()}
    return ronde, Opgave(base.herkomst, filled, rows, GETEKEND)


def _post(tabel: str, ident: str, number: int) -> Post:
    return Post(tabel, f"{ident}-{tabel}-{number}", {"naam": f"{tabel} nummer {number}", "artikel": "6"})


def _size(random: Random, key: Sleutel) -> float:
    if key.grootheid == "juridisch-verplicht":
        return 80.0
    if key.grootheid == "fte":
        return 10.0
    if key[2:] == NIEUW:
        return 0.0
    return {"verplichtingen": 1500.0, "uitgaven": 1000.0, "ontvangsten": 200.0}[key.grootheid] + random.randint(0, 99)


def _regel(size: float) -> Regel:
    """Return a row that is the same every year, but for the outturn of an amount: that is never what was estimated."""
    outturn = size + 1 if size >= _BEDRAG else size
    return Regel((_cel(outturn), *(_cel(size),) * (len(KOLOMMEN) - 1)))


def _cel(size: float) -> Cel:
    return waarde(size) if size else NVT
