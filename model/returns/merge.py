"""Returns of several directorates and corrections at the centre, brought together against the base that each was sent.

What nobody changed stays; what one changed, or several to the same, is changed; what was changed to different things
is a conflict, and stays as it was until someone decides. An item that one deleted and another changed stays with the
change in it, and is a conflict too; one that was deleted only goes, unless someone decides that it stays. The order of
returns plays no part, and nothing that anyone said is lost: it stands in the result, in a conflict that is open or
settled, or among what was deleted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from model.returns.conflict import Besluiten, Conflict, volgorde_van
from model.returns.edits import Lezer, Plek, Wijziging, items, opgave_van, wijzigingen
from model.returns.merge_post import Werk, voeg_post_samen
from model.returns.opgave import Opgave


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
    order = volgorde_van(tuple(sent))
    work = Werk(besluiten or {}, {plek: dict(item) for plek, item in sent.items()}, origin, order)
    for readers in _per_post(basis, opgaven, older).values():
        voeg_post_samen(readers, work)
    added = sorted(plek for plek in work.content if plek not in sent)
    merged = {plek: work.content[plek] for plek in (*sent, *added) if plek in work.content}
    return Samenvoeging(
        opgave_van(basis.herkomst, merged),
        tuple(sorted(work.open, key=lambda conflict: order(conflict.plek))),
        tuple(sorted(work.settled, key=lambda conflict: order(conflict.plek))),
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
