"""Whether a row of a post is the sum of its other rows: a total that was typed counts everything twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import fsum

from model.errors import figure
from model.returns.bevinding import Bevinding
from model.returns.columns import KOLOMMEN
from model.returns.edition import Sleutel
from model.returns.listed import listed
from model.returns.opgave import Regel
from model.returns.ronde import Ronde
from model.returns.row_checks import bevinding, opmerking
from model.returns.voortgang import AFRONDING

_PARTS = 2  # rows that a total adds up, at least
_YEARS = 3  # amounts of it that differ: a few equal ones may well be a sum by chance

Bedragen = Mapping[Sleutel, tuple[float, ...]]


def som_bevindingen(regels: Mapping[Sleutel, Regel], ronde: Ronde) -> Iterator[Bevinding]:
    """Yield rows of a post that in every year are the sum of its other rows of that quantity, or of that kostensoort.

    The remark of the row explains it.
    """
    by_quantity: dict[str, dict[Sleutel, tuple[float, ...]]] = {}
    for key, regel in regels.items():
        if ronde.editie.grootheden[key.grootheid].geld and any(cel.waarde for cel in regel.voluit):
            by_quantity.setdefault(key.grootheid, {})[key] = tuple(cel.waarde for cel in regel.voluit)
    for rows in by_quantity.values():
        largest = max(rows, key=lambda key: fsum(rows[key]))
        same_soort = {key: amounts for key, amounts in rows.items() if key.soort == largest.soort}
        for beside in (rows, same_soort):
            if _is_sum(largest, beside):
                shown = [(kolom, value) for kolom, value in zip(KOLOMMEN, rows[largest], strict=True) if value]
                said = {"count": figure(len(beside) - 1), "found": listed(shown, ronde.jaar)}
                told = opmerking(regels[largest])
                yield bevinding("inhoud-rij-is-som", "waarschuwing", largest, shown[0][0], said, told)
                break


def _is_sum(key: Sleutel, rows: Bedragen) -> bool:
    mine, others = rows[key], [amounts for other, amounts in rows.items() if other != key]
    if len(others) < _PARTS or len({amount for amount in mine if amount}) < _YEARS:
        return False
    sums = [fsum(each[at] for each in others) for at in range(len(mine))]
    return all(abs(amount - total) <= AFRONDING for amount, total in zip(mine, sums, strict=True))
