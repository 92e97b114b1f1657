"""Amounts in rows that had none last round: held against what the department said then in other rows of the table.

A row that is new has nothing of its own to be held against. Its amounts are suspect where they are more than any row of
its grootheid was then, and either far more or just what a control total is exceeded by; or where they are so little
that a thousand times as much would be no more than other rows. A control total that fits with the row in it vouches for
the row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import chain

from model.returns.columns import KOLOMMEN
from model.returns.edition import Sleutel
from model.returns.held_against import Gegroeid, eender, eerdere_bedragen
from model.returns.opgave import Opgave
from model.returns.ronde import Ronde
from model.returns.voortgang import AFRONDING, Controle, controles

_LARGER = 1.25  # times the largest row of its grootheid
_MORE = 2.0  # times the largest row of the table, where the years of the new row are of one size
_FAR = 10.0  # times the largest row of its grootheid there
_NEAR = 0.1  # of an amount: so far may other rows have moved
_BUDGET = "begroting"  # the table that control totals are of
_THOUSAND = 1000.0  # k€; who types in euros types no less
_LEAST = 1.0  # k€; who types in millions types less, for amounts up to a million
_BOUNDS = ("gelijk", "hoogstens")  # the control totals that bound from above
Groot = Mapping[tuple[str, ...], float]
"""The largest amount of last round in a table, and in a table by grootheid."""
Artikel = tuple[str, str, str, str]
"""A table, an article in it, a grootheid and a column."""


def nieuw_verdacht(opgave: Opgave, ronde: Ronde) -> Iterator[tuple[Gegroeid, ...]]:
    """Yield row by row the amounts of new rows that seem to be in another unit, each beside the largest then."""
    last = eerdere_bedragen(opgave, ronde)
    largest: dict[tuple[str, ...], float] = defaultdict(float)
    for keys, amounts in last.items():
        for group in _groups(keys[0]):
            largest[group] = max(largest[group], *amounts.values())
    known, totals = set(chain.from_iterable(last)), _totals(opgave, ronde)
    for key in opgave.regels:
        if key not in known and key[:1] in largest and ronde.editie.grootheden[key.grootheid].geld:
            found = tuple(_odd(key, opgave, largest, totals))
            if found:
                yield found


def _odd(key: Sleutel, opgave: Opgave, largest: Groot, totals: Mapping[Artikel, Controle]) -> Iterator[Gegroeid]:
    """Yield the amounts of a row that are too large, or else those that are too small."""
    table, grootheid = _groups(key)
    alike = largest.get(grootheid, largest[table])
    figures = {k: cel.waarde for k, cel in zip(KOLOMMEN, opgave.regels[key].cellen, strict=True) if cel.waarde > 0}
    high = {kolom: value for kolom, value in figures.items() if value > max(_LARGER * alike, _THOUSAND)}
    article = opgave.posten[key.tabel, key.post].artikel
    wheres = {(key.tabel, article, key.grootheid, kolom): value for kolom, value in high.items()}
    over = [(value, totals[where].verschil) for where, value in wheres.items() if where in totals]
    doubted = all(difference > AFRONDING for _, difference in over)
    blamed = any(abs(difference - value) <= _NEAR * value for value, difference in over)
    if high and doubted and (blamed or _far(figures.values(), alike, largest[table])):
        yield from (Gegroeid(key, kolom, value, alike) for kolom, value in high.items())
    elif figures and min(figures.values()) < _LEAST and _THOUSAND * max(figures.values()) <= alike:
        yield from (Gegroeid(key, kolom, value, alike) for kolom, value in figures.items())


def _far(figures: Collection[float], alike: float, table: float) -> bool:
    """Return whether a row has far more than the largest of its grootheid; less where its years are of one size."""
    return max(figures) > (min(_FAR * alike, _MORE * table) if eender(figures) else _FAR * alike)


def _groups(key: Sleutel) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return (key.tabel,), (key.tabel, key.grootheid)


def _totals(opgave: Opgave, ronde: Ronde) -> Mapping[Artikel, Controle]:
    """Return the control totals that bound from above, held against the rows."""
    found = (each for each in controles(opgave, ronde) if each.totaal.toets in _BOUNDS)
    return {(_BUDGET, each.totaal.artikel, each.totaal.grootheid, each.totaal.kolom): each for each in found}
