"""Whether the outturn of last year was filled in: it is never in every row what was, or is, estimated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from model.errors import figure
from model.returns.bevinding import Bevinding
from model.returns.columns import kop
from model.returns.edition import Sleutel
from model.returns.opgave import Cel, Opgave
from model.returns.ronde import Ronde
from model.returns.row_checks import bevinding, opmerking
from model.text import Text

_VORIGE, _JAAR = "t-1", "t"
_ENOUGH = 10  # rows that are told from some that happen to be the same
_ESTIMATED = Text("de raming van vorige ronde", "last round's estimate")
_ESTIMATE = Text("de raming voor {jaar}", "the estimate for {jaar}")


class _Naast(NamedTuple):
    """An amount of last year and another one that it should not be in every row."""

    key: Sleutel
    bedrag: float
    ander: float


def realisatie_bevindingen(opgave: Opgave, ronde: Ronde) -> Iterator[Bevinding]:
    """Yield that all amounts of last year are last round's or this year's; a remark in the first row explains it."""
    if ronde.aard[_VORIGE] != "realisatie":
        return
    last = ronde.vorige.get(opgave.herkomst.departement, {})
    now = {(key, _VORIGE): regel.cel(_JAAR) for key, regel in opgave.regels.items()}
    estimate = Text(*(words.format(jaar=ronde.jaar) for words in _ESTIMATE))
    for others, what in ((last, _ESTIMATED), (now, estimate)):
        found = list(_beside(opgave, ronde, others))
        if len(found) >= _ENOUGH and all(each.bedrag == each.ander for each in found):
            key = found[0].key
            said = {"count": figure(len(found)), "found": what, "column": kop(_VORIGE, ronde.jaar)}
            yield bevinding("inhoud-realisatie-gelijk", "vraag", key, _VORIGE, said, opmerking(opgave.regels[key]))
            return


def _beside(opgave: Opgave, ronde: Ronde, others: Mapping[tuple[Sleutel, str], Cel]) -> Iterator[_Naast]:
    for key, regel in opgave.regels.items():
        amount, other = regel.cel(_VORIGE).waarde, others.get((key, _VORIGE))
        if other is not None and amount and other.waarde and ronde.editie.grootheden[key.grootheid].geld:
            yield _Naast(key, amount, other.waarde)
