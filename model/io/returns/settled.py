"""Rows and posts that a file no longer has, of which somebody decided: recorded with the decision, no longer open."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace

from model.io.returns.decisions import Besluit
from model.io.returns.findings import NONE
from model.io.returns.labels import inhoud_woorden
from model.returns.bevinding import Bevinding
from model.returns.edits import Plek
from model.returns.opgave import Opgave
from model.text import Language, Text

_GONE = frozenset({"lees-rij-weg", "lees-post-weg"})
_DECIDED = Text("besluit: {words}", "decision: {words}")


def beslist(
    found: Bevinding, opgave: Opgave, basis: Opgave, besluiten: Mapping[Plek, Besluit], language: Language
) -> Bevinding:
    """Return a finding in a file with the decision about what went there, where all of it was decided."""
    if found.plek is None or found.code not in _GONE or not _gone(found, found.plek, opgave, basis) <= set(besluiten):
        return found
    decided = besluiten[found.plek]
    words = inhoud_woorden(found.plek, decided.inhoud, language), decided.door, decided.wanneer, decided.reden
    return replace(found, uitleg=_DECIDED.say(language, words=", ".join(filter(None, words))))


def _gone(found: Bevinding, plek: Plek, opgave: Opgave, basis: Opgave) -> Set[Plek]:
    """Return what a finding says is gone: one post or row, or where it counts more all rows that the post misses."""
    if found.waarden.get("more", NONE) == NONE:
        return {plek}
    rows = (key for key in basis.regels if key[:2] == plek.post and key not in opgave.regels)
    return {Plek("regel", tuple(key)) for key in rows}
