"""What is told of a sign-off about which files contradict each other: that, and not that nobody signed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from model.errors import shown
from model.returns.bevinding import Bevinding
from model.returns.conflict import Conflict
from model.returns.edits import Plek


def aftekening_apart(found: Iterable[Bevinding], conflicts: Sequence[Conflict]) -> Iterator[Bevinding]:
    """Yield findings but those on fields of the sign-off in conflict; and once which of its files name no directorate.

    Two directorates that both leave theirs out contradict each other; with it each signs for its own part.
    """
    signed = {conflict.plek: conflict for conflict in conflicts if conflict.plek.soort == "aftekening"}
    unnamed = {
        lezing.herkomst.bestand
        for conflict in signed.values()
        for lezing in conflict.lezingen
        if not lezing.herkomst.directie
    }
    if unnamed:
        files = shown("; ".join(sorted(unnamed)), 200)
        yield Bevinding("samen-zonder-directie", "waarschuwing", Plek("aftekening", (), "directie"), {"found": files})
    yield from (each for each in found if each.plek not in signed)
