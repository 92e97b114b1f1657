"""Findings about a file and about what it says in one list: each with its place, effects counted with their cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from model.io.returns.findings import Findings, Spot
from model.io.returns.located_rows import Located
from model.io.returns.places import plaats_van
from model.returns.bevinding import ERNSTEN, NERGENS, Bevinding, Vindplaats
from model.returns.checks import bevindingen
from model.returns.edition import Sleutel
from model.returns.edits import Plek
from model.returns.opgave import Opgave
from model.returns.ronde import Ronde

UNREAD = frozenset(
    {
        "lees-foutwaarde", "lees-datum", "lees-logisch", "lees-tekst", "lees-meerduidig", "lees-formule-zonder-waarde",
        "lees-formule-verouderd", "lees-veld",
    }
)  # fmt: skip
"""Findings for which a file is refused though every row is in its place: what it says can be judged all the same."""

_UNIT = "lees-eenheid-verdacht"
_GONE = frozenset({"lees-rij-weg", "lees-post-weg"})
_EMPTY, _TOTAL = "inhoud-cellen-ontbreken", "inhoud-controletotaal"
_OF_UNIT = frozenset(
    {
        "inhoud-reden-ontbreekt", "inhoud-reden-samen-ontbreekt", "inhoud-sprong", "inhoud-structureel-ver",
        "inhoud-kosten-per-fte", "inhoud-buiten-grenzen", "inhoud-betaald-boven-verplicht", "inhoud-controletotaal",
    }
)  # fmt: skip
"""What follows from figures in another unit."""


def joined(opgave: Opgave, ronde: Ronde, place: Located, findings: Findings) -> tuple[Bevinding, ...]:
    """Return all findings, the most serious first; of a file whose rows are not in place only those about the file."""
    found = [_explained(each, opgave) for each in findings.found]
    if all(each.code in UNREAD for each in found if each.weigert):
        said = [each for each in bevindingen(opgave, ronde) if not _effect(each, findings)]
        found += [replace(each, vindplaats=_where(each.plek, place, findings)) for each in said]
    return tuple(_ordered(found))


def _effect(found: Bevinding, findings: Findings) -> bool:
    """Return whether a finding follows from what was found in the file."""
    if findings.has(_UNIT) and found.code in _OF_UNIT:
        return True
    if not findings.has(*UNREAD, *_GONE):
        return False
    posts = {each.plek.post for each in findings.found if each.code in UNREAD | _GONE and each.plek is not None}
    return found.code == _TOTAL or (found.code == _EMPTY and found.plek is not None and found.plek.post in posts)


def _ordered(found: Iterable[Bevinding]) -> Iterator[Bevinding]:
    """Yield findings by how serious they are; those that the department explained come last."""
    ranks = {ernst: rank for rank, ernst in enumerate(ERNSTEN)}
    yield from sorted(found, key=lambda each: (not each.open, ranks[each.ernst]))


def _where(plek: Plek | None, place: Located, findings: Findings) -> Vindplaats:
    """Return where a place of the return stands in the workbook."""
    if plek is None:
        return NERGENS
    key, code = plaats_van(plek)
    row = place.rows.get(key)
    if row is None:
        return Vindplaats(regel=findings.sent.label(key) if findings.sent is not None else key)
    return findings.place(Spot(row.section, row.number, code, key))


def _explained(found: Bevinding, opgave: Opgave) -> Bevinding:
    """Return a question with what the department remarked in the row that it is about."""
    if found.ernst != "vraag" or found.plek is None or found.plek.soort != "regel":
        return found
    regel = opgave.regels.get(Sleutel(*found.plek.sleutel))
    said = "" if regel is None else regel.velden.get("opmerking", "").strip()
    return replace(found, uitleg=said) if said else found
