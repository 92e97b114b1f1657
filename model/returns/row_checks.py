"""What is wrong or odd with the figures of one row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from model.errors import figure
from model.returns.bevinding import Bevinding, Ernst
from model.returns.columns import AFTER, BEFORE, KOLOMMEN, STRUCTUREEL, kop
from model.returns.edition import Sleutel
from model.returns.edits import Plek
from model.returns.listed import listed, moved
from model.returns.opgave import Cel, Regel
from model.returns.ronde import Ronde
from model.returns.terms import STATEN
from model.returns.voortgang import verschillen

SPRONG = 5.0
"""From how many times as much, or as little, a year is odd beside the one before it."""
STRUCTUREEL_VER = 2.0
"""From how many times as much, or as little, structureel is odd beside the last year."""
Waarden = Mapping[str, object]
LAATSTE = KOLOMMEN[BEFORE + AFTER]


def regel_bevindingen(
    key: Sleutel, regel: Regel, ronde: Ronde, vorige: Mapping[tuple[Sleutel, str], Cel]
) -> Iterator[Bevinding]:
    """Yield what is found in one row; what is odd is closed by the row's remark."""
    grootheid = ronde.editie.grootheden[key.grootheid]
    cells = dict(zip(KOLOMMEN, regel.voluit, strict=True))
    numbers = {kolom: cel.waarde for kolom, cel in cells.items() if cel.staat == "waarde"}
    if outside := buiten(key, numbers, ronde):
        yield buiten_grenzen(key, outside, ronde)
    yield from _whole(key, regel, numbers, ronde)
    if not regel.velden.get("reden") and (found := verschillen(key, regel, vorige, ronde)):
        told = moved([(kolom, vorige[key, kolom].waarde, cells[kolom].waarde) for kolom in found], ronde.jaar)
        said = {"found": told, "threshold": ronde.drempel.gezegd(grootheid.eenheid)}
        yield bevinding("inhoud-reden-ontbreekt", "fout", key, next(iter(found)), said)
    if grootheid.geld:
        yield from _jumps(key, regel, numbers, ronde)
        yield from _structural(key, regel, numbers, ronde)


def bevinding(code: str, ernst: Ernst, key: Sleutel, kolom: str, waarden: Waarden, uitleg: str = "") -> Bevinding:
    """Return a finding about a row, at its first column of which it is true."""
    return Bevinding(code, ernst, Plek("regel", key, kolom), waarden, uitleg)


def opmerking(*regels: Regel) -> str:
    """Return what the department says of rows."""
    return " / ".join(filter(None, (regel.velden.get("opmerking", "").strip() for regel in regels)))


def buiten(key: Sleutel, numbers: Mapping[str, float], ronde: Ronde) -> dict[str, float]:
    """Return the figures of a row that are out of the bounds of its grootheid, by column."""
    kind = ronde.editie.grootheden[key.grootheid].kind
    return {kolom: value for kolom, value in numbers.items() if not kind.low <= value <= kind.high}


def buiten_grenzen(key: Sleutel, outside: Mapping[str, float], ronde: Ronde) -> Bevinding:
    """Return the finding about figures of a row that are out of bounds."""
    grootheid = ronde.editie.grootheden[key.grootheid]
    said = {
        "found": listed(list(outside.items()), ronde.jaar),
        "unit": grootheid.eenheid,
        "low": figure(grootheid.kind.low),
        "high": figure(grootheid.kind.high),
    }
    return bevinding("inhoud-buiten-grenzen", "fout", key, next(iter(outside)), said)


def _whole(key: Sleutel, regel: Regel, numbers: Mapping[str, float], ronde: Ronde) -> Iterator[Bevinding]:
    geheel = regel.velden.get("geheel", "")
    if geheel and numbers:
        said = {"state": STATEN[geheel].naam, "found": listed(list(numbers.items()), ronde.jaar)}
        yield bevinding("inhoud-geheel-met-getal", "vraag", key, "geheel", said, opmerking(regel))


def _jumps(key: Sleutel, regel: Regel, numbers: Mapping[str, float], ronde: Ronde) -> Iterator[Bevinding]:
    years = [kolom for kolom in KOLOMMEN if kolom != STRUCTUREEL]
    pairs = [(year, numbers.get(before, 0.0), numbers.get(year, 0.0)) for before, year in pairwise(years)]
    jumps = [(year, was, now) for year, was, now in pairs if _far(was, now, SPRONG, ronde)]
    if jumps:
        said = {"found": moved(jumps, ronde.jaar), "factor": figure(SPRONG)}
        yield bevinding("inhoud-sprong", "vraag", key, jumps[0][0], said, opmerking(regel))


def _structural(key: Sleutel, regel: Regel, numbers: Mapping[str, float], ronde: Ronde) -> Iterator[Bevinding]:
    last, stays = numbers.get(LAATSTE, 0.0), numbers.get(STRUCTUREEL, 0.0)
    if _far(last, stays, STRUCTUREEL_VER, ronde):
        told = {"found": figure(stays, 1), "expected": figure(last, 1), "column": kop(LAATSTE, ronde.jaar)}
        yield bevinding("inhoud-structureel-ver", "vraag", key, STRUCTUREEL, told, opmerking(regel))


def _far(one: float, other: float, factor: float, ronde: Ronde) -> bool:
    """Return whether two amounts, both there, are more than a factor and the round's threshold apart."""
    less, more = sorted((one, other))
    return less > 0 and more > factor * less and more - less > ronde.drempel.bedrag
