"""What a return changed in what it was sent: place by place, with what stood there and what stands there now.

Everything a return says belongs to an *item*: a post, a row, or the sign-off. A place is an item as a whole, or a
column or field in it. A column that is missing is empty, as a field that is not filled is. What holds for a whole row
is written out in its cells, for that is what it says of them: another return may say something else of one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from model.returns.columns import KOLOMMEN
from model.returns.edition import Onsleutel, Sleutel, sleutel
from model.returns.opgave import ONTBREEKT, Cel, Herkomst, Opgave, Post, Regel
from model.returns.ronde import Controletotaal

Inhoud = Cel | str | None
"""What stands at a place: a cell, a text, or nothing. Of an item as a whole: one of the next two words."""
VERWIJDERD = "verwijderd"
"""The item is not there; as a decision: it is to go."""
BEHOUDEN = "behouden"
"""The item is there; as a decision: it stays, with what was changed in it."""

Soort = Literal["post", "regel", "aftekening", "controle"]
"""Of an item; `controle` is a control total, which no return says but every workbook shows."""


class Plek(NamedTuple):
    """A place: an item, and in it a column or a field; the item as a whole where `onderdeel` is empty."""

    soort: Soort
    sleutel: tuple[str, ...]
    onderdeel: str = ""

    def tekst(self) -> str:
        """Return the place as it stands in a file of decisions."""
        return " ".join(filter(None, (self.soort, "/".join(self.sleutel).rstrip("/"), self.onderdeel)))

    @property
    def post(self) -> tuple[str, ...]:
        """Return the table and post to which the place belongs; nothing for the sign-off."""
        return tuple(self.sleutel[:2])

    @property
    def item(self) -> Plek:
        """Return the item as a whole."""
        return Plek(self.soort, self.sleutel)

    def binnen(self, item: Plek) -> bool:
        """Return whether the place is in an item, or is that item; the rows of a post are in it."""
        return self.post == item.post and (item.soort == "post" or (self.soort, self.sleutel) == item[:2])

    @property
    def is_cel(self) -> bool:
        """Return whether a cell stands here, and not a text."""
        return self.soort == "regel" and self.onderdeel in KOLOMMEN


AFTEKENING = Plek("aftekening", ())


def plek_van_controle(totaal: Controletotaal) -> Plek:
    """Return the place of a control total: article, grootheid and test, and the column that it is of."""
    return Plek("controle", (totaal.artikel, totaal.grootheid, totaal.toets), totaal.kolom)


def plek(tekst: str) -> Plek:
    """Return the place that a text stands for; raise `Onsleutel` where it stands for none."""
    soort, *rest = tekst.split()
    if soort == "aftekening" and len(rest) == 1:
        return AFTEKENING._replace(onderdeel=rest[0])
    if soort not in ("post", "regel") or not 1 <= len(rest) <= 2:
        raise Onsleutel(tekst)
    part = rest[1] if len(rest) == 2 else ""
    if soort == "regel":
        return Plek("regel", sleutel(rest[0]), part)
    tabel, _, post = rest[0].partition("/")
    if not tabel or not post or "/" in post:
        raise Onsleutel(tekst)
    return Plek("post", (tabel, post), part)


class Wijziging(NamedTuple):
    """A change at a place, and whose it is."""

    plek: Plek
    herkomst: Herkomst
    was: Inhoud
    wordt: Inhoud

    @property
    def verwijdert(self) -> bool:
        """Return whether an item went as a whole."""
        return not self.plek.onderdeel and self.wordt == VERWIJDERD


Lezer = Mapping[Plek, Wijziging]
"""What one return changed in one post, or in the sign-off."""
Item = Mapping[str, Inhoud]
"""What stands in an item, by column or field; what is empty is left out."""


def items(opgave: Opgave) -> dict[Plek, Item]:
    """Return a return as its items, posts before rows."""
    found: dict[Plek, Item] = {
        Plek("post", key): {veld: text for veld, text in post.velden.items() if text}
        for key, post in opgave.posten.items()
    }
    for key, regel in opgave.regels.items():
        cells = {kolom: cel for kolom, cel in zip(KOLOMMEN, regel.voluit, strict=True) if cel != ONTBREEKT}
        texts = {veld: text for veld, text in regel.velden.items() if text and veld != "geheel"}
        found[Plek("regel", key)] = {**cells, **texts}
    found[AFTEKENING] = {veld: text for veld, text in opgave.aftekening.items() if text}
    return found


def inhoud_van(opgave: Opgave, plek: Plek) -> Inhoud:
    """Return what a return says at a place; nothing where that is empty or not there, or an item as a whole."""
    if plek.soort == "aftekening":
        return opgave.aftekening.get(plek.onderdeel)
    if plek.soort == "controle":
        return None
    if plek.soort == "post":
        tabel, ident = plek.sleutel
        return opgave.posten[tabel, ident].velden.get(plek.onderdeel) if (tabel, ident) in opgave.posten else None
    regel = opgave.regels.get(Sleutel(*plek.sleutel))
    if regel is None:
        return None
    return regel.cel(plek.onderdeel) if plek.is_cel else regel.velden.get(plek.onderdeel)


def wijzigingen(sent: Opgave, opgave: Opgave) -> Iterator[Wijziging]:
    """Yield what a return changed in what it was sent; a post that still has rows was not deleted."""
    before, after = items(sent), items(opgave)
    rows_of = {(key.tabel, key.post) for key in opgave.regels}
    for item in before | after:
        if item not in after:
            if item.soort != "post" or item.post not in rows_of:
                yield Wijziging(item, opgave.herkomst, BEHOUDEN, VERWIJDERD)
            continue
        if item not in before:
            yield Wijziging(item, opgave.herkomst, VERWIJDERD, BEHOUDEN)
        was, wordt = before.get(item, {}), after[item]
        if was != wordt:
            for part in {**was, **wordt}:
                if was.get(part) != wordt.get(part):
                    place = Plek(item.soort, item.sleutel, part)
                    yield Wijziging(place, opgave.herkomst, was.get(part), wordt.get(part))


def opgave_van(herkomst: Herkomst, content: Mapping[Plek, Item]) -> Opgave:
    """Return items as a return; the post of every row is there."""
    posts: dict[tuple[str, str], Post] = {}
    rows: dict[Sleutel, Regel] = {}
    signed: dict[str, str] = {}
    for item, parts in content.items():
        texts = {part: text for part, text in parts.items() if isinstance(text, str)}
        if item.soort == "aftekening":
            signed = texts
        elif item.soort == "post":
            tabel, ident = item.sleutel
            posts[tabel, ident] = Post(tabel, ident, texts)
        else:
            key = Sleutel(*item.sleutel)
            rows[key] = Regel(tuple(_cel(parts.get(kolom)) for kolom in KOLOMMEN), texts)
            posts.setdefault((key.tabel, key.post), Post(key.tabel, key.post))
    return Opgave(herkomst, posts, rows, signed)


def _cel(content: Inhoud) -> Cel:
    return content if isinstance(content, Cel) else ONTBREEKT
