"""Returns of several directorates and corrections at the centre, brought together against the base that each was sent.

What nobody changed stays; what one changed, or several to the same, is changed; what was changed to different things
is a conflict, and stays as it was until someone decides. An item that one deleted and another changed stays with the
change in it, and is a conflict too; one that was deleted only goes, unless someone decides that it stays. The order of
returns plays no part, and nothing that anyone said is lost: it stands in the result, in a conflict that is open or
settled, or among what was deleted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from typing import NamedTuple

from model.returns.edits import (
    BEHOUDEN,
    VERWIJDERD,
    Inhoud,
    Item,
    Lezer,
    Plek,
    Wijziging,
    items,
    opgave_van,
    wijzigingen,
)
from model.returns.opgave import Cel, Herkomst, Opgave
from model.returns.signed import geldend, naast_elkaar


class Lezing(NamedTuple):
    """What one return says of a place, and whose return it is."""

    herkomst: Herkomst
    inhoud: Inhoud


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place of which returns say different things: what stood there, and everything else that was said.

    For an item as a whole the contents are the words `verwijderd` and `behouden`.
    """

    plek: Plek
    basis: Inhoud
    lezingen: tuple[Lezing, ...]


Besluiten = Mapping[Plek, Inhoud]
"""What places with a conflict must hold; for an item as a whole one of the words `verwijderd` and `behouden`."""


@dataclass(frozen=True, slots=True)
class Samenvoeging:
    """What came of it: the return, conflicts that nobody decided, those that were settled, and items that went.

    `ongebruikt` are decisions about places without a conflict, or that cannot stand there.
    """

    opgave: Opgave
    conflicten: tuple[Conflict, ...]
    beslecht: tuple[Conflict, ...]
    verwijderd: tuple[Plek, ...]
    ongebruikt: tuple[Plek, ...]


@dataclass(slots=True)
class _Werk:
    """What is settled so far while the posts are gone through one by one."""

    besluiten: Besluiten
    content: dict[Plek, dict[str, Inhoud]]
    origin: Mapping[Plek, Item]
    open: list[Conflict]
    settled: list[Conflict]
    used: set[Plek]


def voeg_samen(
    basis: Opgave,
    opgaven: Sequence[Opgave],
    besluiten: Besluiten | None = None,
    gestuurd: Mapping[str, Opgave] | None = None,
) -> Samenvoeging:
    """Return the base with what the returns changed.

    A return whose `herkomst.basis` is in `gestuurd` was made from that older base; any other from `basis`.
    """
    sent, older = items(basis), dict(gestuurd or {})
    origin = {plek: item for base in older.values() for plek, item in items(base).items()} | sent
    work = _Werk(besluiten or {}, {plek: dict(item) for plek, item in sent.items()}, origin, [], [], set())
    for readers in _per_post(basis, opgaven, older).values():
        _merge_post(readers, work)
    added = sorted(plek for plek in work.content if plek not in sent)
    merged = {plek: work.content[plek] for plek in (*sent, *added) if plek in work.content}
    return Samenvoeging(
        opgave_van(basis.herkomst, merged),
        tuple(sorted(work.open, key=lambda conflict: conflict.plek)),
        tuple(sorted(work.settled, key=lambda conflict: conflict.plek)),
        tuple(plek for plek in sent if plek not in merged),
        tuple(plek for plek in work.besluiten if plek not in work.used),
    )


def _per_post(
    basis: Opgave, opgaven: Sequence[Opgave], older: Mapping[str, Opgave]
) -> dict[tuple[str, ...], list[Lezer]]:
    """Return, for each post and for the sign-off, what each return changed in it."""
    found: dict[tuple[str, ...], list[Lezer]] = {}
    for opgave in opgaven:
        sent = older.get(opgave.herkomst.basis, basis)
        own = _grouped(wijzigingen(sent, opgave))
        since = _grouped(wijzigingen(sent, basis)) if sent is not basis else {}
        for post, changes in own.items():
            readers = found.setdefault(post, [])
            readers.append(changes)
            if centre := {p: change for p, change in since.get(post, {}).items() if _touches(change, changes)}:
                readers.append(centre)
    return found


def _grouped(changes: Iterator[Wijziging]) -> dict[tuple[str, ...], dict[Plek, Wijziging]]:
    found: dict[tuple[str, ...], dict[Plek, Wijziging]] = {}
    for change in changes:
        found.setdefault(change.plek.post, {})[change.plek] = change
    return found


def _touches(change: Wijziging, reader: Lezer) -> bool:
    """Return whether what changed in the base since is about a place that a return changed too."""
    return any(
        other.plek == change.plek
        or (other.verwijdert and change.plek.binnen(other.plek))
        or (change.verwijdert and other.plek.binnen(change.plek))
        for other in reader.values()
    )


def _merge_post(readers: list[Lezer], work: _Werk) -> None:
    """Bring together what was changed in one post: first what was deleted, the post before its rows, then the parts."""
    while deleted := min((c.plek for reader in readers for c in reader.values() if c.verwijdert), default=None):
        readers = _without(deleted, readers, work)
    holding = geldend(readers)
    for place in sorted({place for reader in readers for place in reader}):
        said, holds = ([each[place] for each in among if place in each] for among in (readers, holding))
        _part(holds, work)
        told, kept = {each.plek for each in (*work.open, *work.settled)}, {_wie_wat(change) for change in holds}
        if place not in told and any(_wie_wat(change) not in kept for change in said):
            work.settled.append(Conflict(place, said[0].was, _lezingen(said)))


def _wie_wat(change: Wijziging) -> tuple[str, Inhoud]:
    return change.herkomst.directie, change.wordt


def _without(item: Plek, readers: list[Lezer], work: _Werk) -> list[Lezer]:
    """Settle an item that some deleted; return what is left to bring together."""
    deleters = [reader for reader in readers if item in reader and reader[item].verwijdert]
    others = [reader for reader in readers if reader not in deleters]
    inside = [c for reader in others for c in reader.values() if c.plek.binnen(item) and not c.verwijdert]
    gone = [reader[item]._replace(wordt=VERWIJDERD) for reader in deleters]
    stay = [change._replace(wordt=BEHOUDEN) for change in inside]
    conflict = Conflict(item, BEHOUDEN, _lezingen([*gone, *stay]))
    decided = work.besluiten.get(item)
    if (inside or decided in (VERWIJDERD, BEHOUDEN)) and not (_settled(conflict, work) and decided == VERWIJDERD):
        for plek in work.origin:
            if plek.binnen(item):
                work.content.setdefault(plek, dict(work.origin[plek]))
        return [*others, *(_outside(item, reader) for reader in deleters)]
    for plek in [plek for plek in work.content if plek.binnen(item)]:
        del work.content[plek]
    for place in sorted({change.plek for change in inside}):
        said = [change for change in inside if change.plek == place]
        work.settled.append(Conflict(place, said[0].was, _lezingen(said)))
    return [_outside(item, reader) for reader in readers]


def _outside(item: Plek, reader: Lezer) -> Lezer:
    return {place: change for place, change in reader.items() if not place.binnen(item)}


def _part(changes: Sequence[Wijziging], work: _Werk) -> None:
    """Put what was changed at one place in its item, or keep the conflict."""
    place = changes[0].plek
    item = work.content.setdefault(place.item, {})
    content = changes[0].wordt
    if any(change.wordt != content for change in changes[1:]):
        if (both := naast_elkaar(changes)) is not None:
            item[place.onderdeel] = both
            return
        if not _settled(Conflict(place, item.get(place.onderdeel), _lezingen(changes)), work):
            return
        content = work.besluiten[place]
    if content is None:
        item.pop(place.onderdeel, None)
    elif place.onderdeel:
        item[place.onderdeel] = content


def _settled(conflict: Conflict, work: _Werk) -> bool:
    """Keep a conflict; return whether a decision settles it."""
    settled = conflict.plek in work.besluiten and _fits(conflict.plek, work.besluiten[conflict.plek])
    (work.settled if settled else work.open).append(conflict)
    if settled:
        work.used.add(conflict.plek)
    return settled


def _fits(place: Plek, content: Inhoud) -> bool:
    """Return whether a decision can stand at a place."""
    if not place.onderdeel:
        return content in (VERWIJDERD, BEHOUDEN)
    return content is None or isinstance(content, Cel if place.is_cel else str)


def _lezingen(changes: Sequence[Wijziging]) -> tuple[Lezing, ...]:
    """Return what was said, each once, in an order that does not depend on that of the returns."""
    said = dict.fromkeys(Lezing(change.herkomst, change.wordt) for change in changes)
    return tuple(sorted(said, key=lambda lezing: (astuple(lezing.herkomst), repr(lezing.inhoud))))
