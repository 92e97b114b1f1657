"""Control totals that cannot be tested yet: a cell that they rest on is in a conflict that nobody has decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from model.errors import figure
from model.returns.bevinding import Bevinding
from model.returns.columns import kop
from model.returns.edition import Sleutel, rij_woorden
from model.returns.edits import plek_van_controle
from model.returns.opgave import Opgave
from model.returns.ronde import Ronde
from model.returns.voortgang import AFRONDING, controles
from model.text import Text
from model.words import TOETSEN

_MORE = Text(" (en nog {count})", " (and {count} more)")


def ongetoetst(opgave: Opgave, ronde: Ronde, open_cellen: Iterable[tuple[Sleutel, str]]) -> Iterator[Bevinding]:
    """Yield control totals of which cells are open, but for those that fit or fail whatever is decided."""
    found: dict[tuple[str, str, str], list[Sleutel]] = defaultdict(list)
    for key, kolom in open_cellen:
        if key.tabel == "begroting":
            found[opgave.posten[key.tabel, key.post].artikel, key.grootheid, kolom].append(key)
    for control in controles(opgave, ronde):
        total = control.totaal
        rows = found.get((total.artikel, total.grootheid, total.kolom), [])
        settled = control.sluit if total.toets == "minstens" else control.verschil > AFRONDING
        if rows and not settled:
            said = {
                "article": total.artikel,
                "quantity": ronde.editie.grootheden[total.grootheid].term.naam,
                "column": kop(total.kolom, ronde.jaar),
                "row": _named(rows, opgave, ronde),
                "test": TOETSEN[total.toets],
                "expected": figure(total.bedrag, 1),
            }
            yield Bevinding("inhoud-controletotaal-onbeslist", "waarschuwing", plek_van_controle(total), said)


def _named(rows: list[Sleutel], opgave: Opgave, ronde: Ronde) -> Text:
    """Return what the first row is called, with how many more there are."""
    key = rows[0]
    named = (f"{opgave.posten[key.tabel, key.post].naam} · {words}" for words in rij_woorden(key, ronde.editie))
    if len(rows) == 1:
        return Text(*named)
    more = zip(_MORE, figure(len(rows) - 1), strict=True)
    return Text(*(row + words.format(count=count) for row, (words, count) in zip(named, more, strict=True)))
