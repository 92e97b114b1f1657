"""The sign-off of a return that came in parts: each directorate signs for its own part.

What two directorates say there is no conflict, for both hold: it stands side by side, each with whose it is. Of what
one directorate says twice the later signature counts, where both give a day; without one it contradicts itself, as
returns without a directorate and anything else do.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from model.returns.days import dag_van
from model.returns.edits import Lezer, Plek, Wijziging
from model.returns.fields import AFTEKENING

_FIELDS = frozenset(veld.ident for veld in AFTEKENING)
_DATUM = "-datum"


def naast_elkaar(changes: Sequence[Wijziging]) -> str | None:
    """Return what directorates say at one place of the sign-off side by side; None where it is not theirs to say."""
    said = {change.herkomst.directie: change.wordt for change in changes}
    theirs = all(directie and isinstance(text, str) for directie, text in said.items())
    once = all(said[change.herkomst.directie] == change.wordt for change in changes)
    if changes[0].plek.onderdeel not in _FIELDS or not theirs or not once:
        return None
    return "; ".join(f"{said[directie]} ({directie})" for directie in sorted(said))


def geldend(readers: Sequence[Lezer]) -> list[Lezer]:
    """Return what readers say of the sign-off, without what the same directorate signed again on a later day."""
    return [
        {place: change for place, change in reader.items() if not _signed_again(change, reader, readers)}
        for reader in readers
    ]


def _signed_again(change: Wijziging, mine: Lezer, readers: Sequence[Lezer]) -> bool:
    directie, day = change.herkomst.directie, _day(change, mine)
    if not directie or day is None or change.plek.onderdeel not in _FIELDS:
        return False
    return any(
        (again := reader.get(change.plek)) is not None
        and again.herkomst.directie == directie
        and (later := _day(again, reader)) is not None
        and later > day
        for reader in readers
    )


def _day(change: Wijziging, reader: Lezer) -> datetime.date | None:
    """Return the day of the signature to which a place of the sign-off belongs."""
    field = change.plek.onderdeel.removesuffix(_DATUM)
    dated = reader.get(Plek("aftekening", (), f"{field}{_DATUM}"))
    return dag_van(dated.wordt) if dated is not None and isinstance(dated.wordt, str) else None
