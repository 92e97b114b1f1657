"""Brings together what returns changed in one post, or in the sign-off: first what was deleted, then what is left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from model.returns.conflict import Besluiten, Conflict, Volgorde, lezingen_van, op_volgorde, past
from model.returns.edits import BEHOUDEN, VERWIJDERD, Inhoud, Item, Lezer, Plek, Wijziging
from model.returns.signed import geldend, naast_elkaar


@dataclass(slots=True)
class Werk:
    """What is settled so far while the posts are gone through one by one."""

    besluiten: Besluiten
    content: dict[Plek, dict[str, Inhoud]]
    origin: Mapping[Plek, Item]
    volgorde: Volgorde
    open: list[Conflict] = field(default_factory=list)
    settled: list[Conflict] = field(default_factory=list)
    used: set[Plek] = field(default_factory=set)


def voeg_post_samen(readers: list[Lezer], work: Werk) -> None:
    """Bring together what was changed in one post: first what was deleted, the post before its rows, then the parts."""
    while deleted := min((c.plek for reader in readers for c in reader.values() if c.verwijdert), default=None):
        readers = _without(deleted, readers, work)
    holding = geldend(readers)
    for place in sorted({place for reader in readers for place in reader}):
        said, holds = ([each[place] for each in among if place in each] for among in (readers, holding))
        _part(holds, work)
        told, kept = {each.plek for each in (*work.open, *work.settled)}, {_wie_wat(change) for change in holds}
        if place not in told and any(_wie_wat(change) not in kept for change in said):
            work.settled.append(Conflict(place, said[0].was, lezingen_van(said)))


def _wie_wat(change: Wijziging) -> tuple[str, Inhoud]:
    return change.herkomst.directie, change.wordt


def _without(item: Plek, readers: list[Lezer], work: Werk) -> list[Lezer]:
    """Settle an item that some deleted; return what is left to bring together."""
    deleters = [reader for reader in readers if item in reader and reader[item].verwijdert]
    others = [reader for reader in readers if reader not in deleters]
    inside = [c for reader in others for c in reader.values() if c.plek.binnen(item) and not c.verwijdert]
    gone = [reader[item]._replace(wordt=VERWIJDERD) for reader in deleters]
    stay = [change._replace(wordt=BEHOUDEN) for change in inside]
    conflict = Conflict(item, BEHOUDEN, lezingen_van([*gone, *stay]), op_volgorde(inside, work.volgorde))
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
        work.settled.append(Conflict(place, said[0].was, lezingen_van(said)))
    return [_outside(item, reader) for reader in readers]


def _outside(item: Plek, reader: Lezer) -> Lezer:
    return {place: change for place, change in reader.items() if not place.binnen(item)}


def _part(changes: Sequence[Wijziging], work: Werk) -> None:
    """Put what was changed at one place in its item, or keep the conflict."""
    place = changes[0].plek
    item = work.content.setdefault(place.item, {})
    content = changes[0].wordt
    if any(change.wordt != content for change in changes[1:]):
        if (both := naast_elkaar(changes)) is not None:
            item[place.onderdeel] = both
            return
        if not _settled(Conflict(place, item.get(place.onderdeel), lezingen_van(changes)), work):
            return
        content = work.besluiten[place]
    if content is None:
        item.pop(place.onderdeel, None)
    elif place.onderdeel:
        item[place.onderdeel] = content


def _settled(conflict: Conflict, work: Werk) -> bool:
    """Keep a conflict; return whether a decision settles it."""
    settled = conflict.plek in work.besluiten and past(conflict.plek, work.besluiten[conflict.plek])
    (work.settled if settled else work.open).append(conflict)
    if settled:
        work.used.add(conflict.plek)
    return settled
