"""The sign-off of a return that came in parts: each directorate signs for its own part.

What two directorates say there is no conflict, for both hold: it stands side by side, each with whose it is. What one
directorate says twice, or returns without one do, contradicts itself as anything else does.
"""

from __future__ import annotations

from collections.abc import Sequence

from model.returns.edits import Wijziging
from model.returns.fields import AFTEKENING

_FIELDS = frozenset(veld.ident for veld in AFTEKENING)


def naast_elkaar(changes: Sequence[Wijziging]) -> str | None:
    """Return what directorates say at one place of the sign-off side by side; None where it is not theirs to say."""
    said = {change.herkomst.directie: change.wordt for change in changes}
    theirs = all(directie and isinstance(text, str) for directie, text in said.items())
    once = all(said[change.herkomst.directie] == change.wordt for change in changes)
    if changes[0].plek.onderdeel not in _FIELDS or not theirs or not once:
        return None
    return "; ".join(f"{said[directie]} ({directie})" for directie in sorted(said))
