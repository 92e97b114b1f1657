"""Returns of several directorates and corrections at the centre, brought together against the base that each was sent.

Everything a return says belongs to an *item*: a post, a row, or the sign-off. What nobody changed stays; what one
changed, or several to the same, is changed; what was changed to different things is a conflict, and stays as it was
sent until someone decides. An item that one deleted and another changed is a conflict too. The order of returns plays
no part.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from model.returns.columns import KOLOMMEN
from model.returns.edition import Sleutel
from model.returns.opgave import ONTBREEKT, Cel, Opgave, Post, Regel

Inhoud = Cel | str | None
"""What stands at a place: a cell, a text, or nothing."""
Soort = Literal["post", "regel", "aftekening"]

VERWIJDERD = "verwijderd"
"""The decision that an item that one deleted and another changed is to go."""
BEHOUDEN = "behouden"
"""The decision that such an item stays, with what was changed in it."""


class Plek(NamedTuple):
    """A place: an item, and in it a column or a field; the item as a whole where `onderdeel` is empty."""

    soort: Soort
    sleutel: tuple[str, ...]
    onderdeel: str = ""

    def tekst(self) -> str:
        """Return the place as it stands in a file of decisions."""
        return " ".join(filter(None, (self.soort, "/".join(self.sleutel).rstrip("/"), self.onderdeel)))


@dataclass(frozen=True, slots=True)
class Lezing:
    """What one return says of a place, and whose return it is."""

    opgave: Opgave
    inhoud: Inhoud


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place of which returns say different things: what was sent, and everything else that was said.

    For an item as a whole the contents are the words `verwijderd` and `behouden`.
    """

    plek: Plek
    basis: Inhoud
    lezingen: tuple[Lezing, ...]


@dataclass(frozen=True, slots=True)
class Samenvoeging:
    """What came of it: the return, the conflicts that nobody decided, and the items that were deleted."""

    opgave: Opgave
    conflicten: tuple[Conflict, ...]
    verwijderd: tuple[Plek, ...]


Item = Mapping[str, Inhoud]
"""What a return says of an item, by column or field; fields that are empty are left out."""
Besluiten = Mapping[Plek, Inhoud]


def voeg_samen(basis: Opgave, opgaven: Sequence[Opgave], besluiten: Besluiten | None = None) -> Samenvoeging:
    """Return the base with what the returns changed; `besluiten` says what places with a conflict must hold."""
    besluiten = besluiten or {}
    sent, said = _items(basis), [(opgave, _items(opgave)) for opgave in opgaven]
    merged: dict[Plek, Item] = {}
    conflicts: list[Conflict] = []
    deleted: list[Plek] = []
    for plek in dict.fromkeys(plek for items in (sent, *(items for _, items in said)) for plek in items):
        readings = [(opgave, items.get(plek)) for opgave, items in said]
        item, found = _merged(plek, sent.get(plek), readings, besluiten)
        conflicts += found
        if item is None:
            deleted.append(plek)
        else:
            merged[plek] = item
    return Samenvoeging(_opgave(basis, merged, sent), tuple(conflicts), tuple(deleted))


def _items(opgave: Opgave) -> dict[Plek, Item]:
    found: dict[Plek, Item] = {
        Plek("post", key): {veld: text for veld, text in post.velden.items() if text}
        for key, post in opgave.posten.items()
    }
    for key, regel in opgave.regels.items():
        fields = {veld: text for veld, text in regel.velden.items() if text}
        found[Plek("regel", key)] = {**dict(zip(KOLOMMEN, regel.cellen, strict=True)), **fields}
    found[Plek("aftekening", ())] = {veld: text for veld, text in opgave.aftekening.items() if text}
    return found


def _merged(
    plek: Plek, sent: Item | None, readings: Sequence[tuple[Opgave, Item | None]], besluiten: Besluiten
) -> tuple[Item | None, list[Conflict]]:
    """Return an item with what was changed in it, None where it was deleted, and the conflicts."""
    there = [(opgave, item) for opgave, item in readings if item is not None]
    if sent is not None and len(there) < len(readings):
        changed = [(opgave, item) for opgave, item in there if item != sent]
        decision = besluiten.get(plek)
        if not changed or decision == VERWIJDERD:
            return None, []
        if decision != BEHOUDEN:
            gone = [Lezing(opgave, VERWIJDERD) for opgave, item in readings if item is None]
            return sent, [Conflict(plek, BEHOUDEN, (*gone, *(Lezing(opgave, BEHOUDEN) for opgave, _ in changed)))]
    return _parts(plek, sent or {}, there, besluiten)


def _parts(
    plek: Plek, sent: Item, readings: Sequence[tuple[Opgave, Item]], besluiten: Besluiten
) -> tuple[Item, list[Conflict]]:
    """Return an item, part by part."""
    merged, conflicts = dict(sent), []
    for part in dict.fromkeys(part for item in (sent, *(item for _, item in readings)) for part in item):
        was = sent.get(part)
        changes = [Lezing(opgave, item.get(part)) for opgave, item in readings if item.get(part) != was]
        contents = {lezing.inhoud for lezing in changes}
        place = plek._replace(onderdeel=part)
        if len(contents) == 1:
            _put(merged, part, changes[0].inhoud)
        elif contents and place in besluiten:
            _put(merged, part, besluiten[place])
        elif contents:
            conflicts.append(Conflict(place, was, tuple(changes)))
    return merged, conflicts


def _put(item: dict[str, Inhoud], part: str, content: Inhoud) -> None:
    if content is None:
        item.pop(part, None)
    else:
        item[part] = content


def _opgave(basis: Opgave, merged: Mapping[Plek, Item], sent: Mapping[Plek, Item]) -> Opgave:
    """Return the items as a return again; a post stays as it was sent where rows of it do."""
    rows = {Sleutel(*plek.sleutel): _regel(item) for plek, item in merged.items() if plek.soort == "regel"}
    posts = {plek: item for plek, item in merged.items() if plek.soort == "post"}
    for key in dict.fromkeys((row.tabel, row.post) for row in rows):
        posts.setdefault(Plek("post", key), sent.get(Plek("post", key), {}))
    return Opgave(
        basis.herkomst,
        {_key(plek): Post(*_key(plek), _texts(item)) for plek, item in posts.items()},
        rows,
        _texts(merged.get(Plek("aftekening", ()), {})),
    )


def _key(plek: Plek) -> tuple[str, str]:
    tabel, ident = plek.sleutel
    return tabel, ident


def _regel(item: Item) -> Regel:
    cells = tuple(_cel(item.get(kolom)) for kolom in KOLOMMEN)
    return Regel(cells, _texts({part: content for part, content in item.items() if part not in KOLOMMEN}))


def _cel(content: Inhoud) -> Cel:
    return content if isinstance(content, Cel) else ONTBREEKT


def _texts(item: Item) -> dict[str, str]:
    return {part: content for part, content in item.items() if isinstance(content, str)}
