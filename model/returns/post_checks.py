"""What is wrong or odd with one post: its fields, the cells that it misses, and its rows beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import fsum

from model.errors import figure
from model.returns.bevinding import Bevinding, Ernst
from model.returns.columns import KOLOMMEN, kop
from model.returns.comparability import VERGELEKEN, afwijkingen
from model.returns.edition import Sleutel, rij_woorden
from model.returns.edits import Plek
from model.returns.fields import POST_VELDEN
from model.returns.listed import columns, listed
from model.returns.opgave import Cel, Post, Regel
from model.returns.ronde import Ronde
from model.returns.row_checks import Waarden, bevinding, opmerking
from model.text import Text, euro

KOSTEN_PER_FTE: Mapping[str, tuple[float, float]] = {"intern": (40.0, 250.0), "extern": (50.0, 400.0)}
"""What a year of a full-time equivalent costs, k€; outside it the department is asked whether it is right."""
BOVEN_VERPLICHT = 5.0
"""From how many times the commitments of all years together spending is odd: contracts of before may still be paid."""

_LEEG = Regel()

Regels = Mapping[Sleutel, Regel]


def post_bevindingen(post: Post, regels: Regels, ronde: Ronde) -> Iterator[Bevinding]:
    """Yield what is found in one post with its rows; what is odd is closed by its explanation or the rows' remarks."""
    yield from _fields(post)
    yield from _other(post, ronde)
    yield from _missing(post, regels, ronde)
    yield from _commitments(post, regels)
    yield from _receipts(post, regels, ronde)
    yield from _staff(regels, ronde)
    yield from _share(post, regels, ronde)


def over_post(code: str, ernst: Ernst, post: Post, veld: str, waarden: Waarden) -> Bevinding:
    """Return a finding about a post; what is odd is closed by the post's explanation."""
    uitleg = "" if ernst == "fout" else post.velden.get("toelichting", "").strip()
    return Bevinding(code, ernst, Plek("post", (post.tabel, post.ident), veld), waarden, uitleg)


def _fields(post: Post) -> Iterator[Bevinding]:
    for veld in POST_VELDEN:
        if veld.verplicht and not post.velden.get(veld.ident):
            said = {
                "field": veld.term.naam,
                "expected": veld.term.definitie,
                "example": veld.term.voorbeeld,
            }
            yield over_post("inhoud-veld-leeg", "fout", post, veld.ident, said)
    if post.velden.get("definitie") == "eigen" and not post.velden.get("toelichting"):
        yield over_post("inhoud-eigen-definitie-zonder-toelichting", "fout", post, "toelichting", {})


def _other(post: Post, ronde: Ronde) -> Iterator[Bevinding]:
    """Yield in what the figures are not as asked, which keeps them out of totals."""
    for naam in VERGELEKEN:
        found = [(k, each) for k in KOLOMMEN for each in afwijkingen(post, k, ronde) if each.veld == naam]
        if found:
            first = found[0][1]
            said = {
                "field": first.naam,
                "found": first.gegeven,
                "expected": first.gevraagd,
                "columns": columns([kolom for kolom, _ in found], ronde.jaar),
            }
            yield over_post("inhoud-niet-als-gevraagd", "waarschuwing", post, naam, said)


def _missing(post: Post, regels: Regels, ronde: Ronde) -> Iterator[Bevinding]:
    asked = list(ronde.editie.regels(post.tabel, post.ident)) if post.tabel in ronde.editie.tabellen else []
    empty = [
        (key, kolom)
        for key in asked
        for kolom, cel in zip(KOLOMMEN, regels.get(key, _LEEG).voluit, strict=True)
        if not cel.bekend
    ]
    if empty:
        key, kolom = empty[0]
        named = zip(rij_woorden(key, ronde.editie), kop(kolom, ronde.jaar), strict=True)
        first = Text(*(f"{row}, {column}" for row, column in named))
        counts = {"count": figure(len(empty)), "cells": figure(len(asked) * len(KOLOMMEN)), "first": first}
        yield over_post("inhoud-cellen-ontbreken", "waarschuwing", post, "", counts)


def _commitments(post: Post, regels: Regels) -> Iterator[Bevinding]:
    """Yield that far more is paid over all years than was committed, where both are known whole."""
    paid, committed = (
        [cel for key, regel in regels.items() if key.grootheid == naam for cel in regel.voluit[:-1]]
        for naam in ("uitgaven", "verplichtingen")
    )
    if not committed or not all(cel.bekend for cel in paid + committed):
        return
    out, entered = (sum(cel.waarde for cel in cells) for cells in (paid, committed))
    if out > BOVEN_VERPLICHT * entered:
        said = {"found": euro(out), "expected": euro(entered)}
        yield over_post("inhoud-betaald-boven-verplicht", "vraag", post, "", said)


def _receipts(post: Post, regels: Regels, ronde: Ronde) -> Iterator[Bevinding]:
    """Yield years in which more is received than spent, where both are known whole."""
    years = []
    for kolom in KOLOMMEN:
        spent, received = (
            [regel.cel(kolom) for key, regel in regels.items() if key.grootheid == naam]
            for naam in ("uitgaven", "ontvangsten")
        )
        out, back = (fsum(cel.waarde for cel in cells) for cells in (spent, received))
        if spent and back > out and all(cel.bekend for cel in spent + received):
            years.append((kolom, back, out))
    if years:
        said = {"found": listed([(kolom, back) for kolom, back, _ in years], ronde.jaar), "expected": euro(years[0][2])}
        yield over_post("inhoud-ontvangsten-boven-uitgaven", "vraag", post, "", said)


def _staff(regels: Regels, ronde: Ronde) -> Iterator[Bevinding]:
    """Yield where euros and fte of the same staff do not belong together."""
    for key, regel in regels.items():
        money = key._replace(grootheid="uitgaven")
        if key.grootheid != "fte" or money not in regels or key.categorie not in KOSTEN_PER_FTE:
            continue
        said = opmerking(regel, regels[money])
        pairs = list(zip(KOLOMMEN, regel.voluit, regels[money].voluit, strict=True))
        unpaid = [(kolom, fte.waarde) for kolom, fte, cost in pairs if fte.waarde and _none(cost)]
        if unpaid:
            found = listed(unpaid, ronde.jaar)
            yield bevinding("inhoud-fte-zonder-euro", "waarschuwing", key, unpaid[0][0], {"found": found}, said)
        nobody = [(kolom, cost.waarde) for kolom, fte, cost in pairs if cost.waarde and _none(fte)]
        if nobody:
            found = listed(nobody, ronde.jaar)
            yield bevinding("inhoud-euro-zonder-fte", "waarschuwing", money, nobody[0][0], {"found": found}, said)
        low, high = KOSTEN_PER_FTE[key.categorie]
        each = [(kolom, cost.waarde / fte.waarde) for kolom, fte, cost in pairs if fte.waarde > 0 and cost.waarde > 0]
        odd = [(kolom, value) for kolom, value in each if not low <= value <= high]
        if odd:
            found = listed(odd, ronde.jaar)
            bounds = {"found": found, "low": figure(low), "high": figure(high)}
            yield bevinding("inhoud-kosten-per-fte", "vraag", key, odd[0][0], bounds, said)


def _none(cel: Cel) -> bool:
    """Return whether a cell says that there is nothing."""
    return cel.bekend and not cel.waarde


def _share(post: Post, regels: Regels, ronde: Ronde) -> Iterator[Bevinding]:
    """Yield where a share of spending is committed that is known to be nothing."""
    key = Sleutel(post.tabel, post.ident, "juridisch-verplicht")
    if key not in regels:
        return
    spent = [regel.voluit for other, regel in regels.items() if other.grootheid == "uitgaven"]
    shares = zip(KOLOMMEN, regels[key].voluit, zip(*spent, strict=True), strict=True) if spent else ()
    found = [(kolom, share.waarde) for kolom, share, cells in shares if share.waarde and all(map(_none, cells))]
    if found:
        told, said = listed(found, ronde.jaar), opmerking(regels[key])
        yield bevinding("inhoud-verplicht-zonder-uitgaven", "waarschuwing", key, found[0][0], {"found": told}, said)
