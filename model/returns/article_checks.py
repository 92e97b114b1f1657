"""Posts that cut across the budget, held against the lines of their article: one cannot be more than all of these."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import fsum

from model.errors import figure
from model.returns.bevinding import Bevinding
from model.returns.columns import KOLOMMEN
from model.returns.edition import Sleutel
from model.returns.listed import joined
from model.returns.opgave import Cel, Opgave, Regel
from model.returns.ronde import Ronde
from model.returns.row_checks import bevinding, opmerking
from model.returns.voortgang import AFRONDING
from model.text import Text

_BUDGET = "begroting"
_BESIDE = Text("{own} (regels samen {lines})", "{own} (lines together {lines})")
_LEEG = Regel()
Artikel = tuple[str, str]
"""An article, and a grootheid that is asked of its budget lines."""


def artikel_bevindingen(opgave: Opgave, ronde: Ronde) -> Iterator[Bevinding]:
    """Yield posts that are more, in a year, than all budget lines of their article.

    Posts may overlap, so each is looked at by itself. Nothing is said of an article without lines, nor where a line is
    not known whole. It may be right: a post can be paid from more articles than the one that it names.
    """
    lines = {artikel: list(map(_whole, zip(*rows, strict=True))) for artikel, rows in _lines(opgave, ronde).items()}
    for (tabel, ident, grootheid), rows in _posts(opgave, ronde).items():
        article = opgave.posten[tabel, ident].artikel
        sums = [fsum(regel.cel(kolom).waarde for regel in rows.values()) for kolom in KOLOMMEN]
        pairs = zip(KOLOMMEN, sums, lines.get((article, grootheid), ()), strict=False)
        more = [(kolom, own, most) for kolom, own, most in pairs if most is not None and own - most > AFRONDING]
        if more:
            first = more[0][0]
            key = max(rows, key=lambda each: rows[each].cel(first).waarde)
            found = joined([(kolom, _beside(own, most)) for kolom, own, most in more], ronde.jaar)
            said = {"quantity": ronde.editie.grootheden[grootheid].term.naam, "article": article, "found": found}
            yield bevinding("inhoud-meer-dan-artikel", "vraag", key, first, said, opmerking(rows[key]))


def _lines(opgave: Opgave, ronde: Ronde) -> Mapping[Artikel, list[tuple[Cel, ...]]]:
    """Return the rows of all budget lines that were sent, by article; a row that is not there is empty."""
    found = defaultdict(list)
    for post in ronde.posten.get(opgave.herkomst.departement, ()):
        for key in ronde.editie.regels(_BUDGET, post.ident) if post.tabel == _BUDGET else ():
            found[post.artikel, key.grootheid].append(opgave.regels.get(key, _LEEG).voluit)
    return found


def _whole(cells: Iterable[Cel]) -> float | None:
    """Return what cells add up to, None where one is missing."""
    cells = tuple(cells)
    return fsum(cel.waarde for cel in cells) if all(cel.bekend for cel in cells) else None


def _posts(opgave: Opgave, ronde: Ronde) -> Mapping[tuple[str, str, str], dict[Sleutel, Regel]]:
    """Return the rows of posts that cut across the budget, by post and grootheid."""
    found: dict[tuple[str, str, str], dict[Sleutel, Regel]] = defaultdict(dict)
    for key, regel in opgave.regels.items():
        if key.tabel != _BUDGET and ronde.editie.kent(key):
            found[key.tabel, key.post, key.grootheid][key] = regel
    return found


def _beside(own: float, lines: float) -> Text:
    numbers = figure(own, 1), figure(lines, 1)
    return Text(*(words.format(own=own, lines=lines) for words, own, lines in zip(_BESIDE, *numbers, strict=True)))
