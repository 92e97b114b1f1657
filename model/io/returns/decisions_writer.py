"""Writes conflicts with what was decided of each, and decisions by themselves; `decisions` reads either."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from model.io.results import write_csv
from model.io.returns.decisions import CONFLICTEN, Besluit, Besluiten, Gevonden, lezing_woorden
from model.io.returns.guarded import safe
from model.io.returns.labels import Posten, inhoud_woorden, item_woorden, kolom_woorden
from model.returns.edits import Plek
from model.returns.ronde import Ronde
from model.text import Language

_DECIDED = ("departement", "plek", "keuze", "door", "wanneer", "reden")


def write_decisions(path: Path, besluiten: Besluiten, language: Language) -> None:
    """Write every decision, also of places without a conflict; raises `InputError` where that cannot be done."""
    rows = (
        (departement, place.tekst(), *_choice(place, decided, language))
        for departement, found in besluiten.items()
        for place, decided in found.items()
    )
    write_csv(path, _DECIDED, rows)


def write_conflicts(
    path: Path,
    conflicts: Iterable[Gevonden],
    posts: Mapping[str, Posten],
    besluiten: Besluiten,
    ronde: Ronde,
    language: Language,
) -> None:
    """Write conflicts, each with what was decided; raises `InputError` where that cannot be done."""
    write_csv(path, list(CONFLICTEN.by_name), _rows(conflicts, posts, besluiten, ronde, language))


def _rows(
    conflicts: Iterable[Gevonden],
    posts: Mapping[str, Posten],
    besluiten: Besluiten,
    ronde: Ronde,
    language: Language,
) -> Iterator[tuple[object, ...]]:
    for departement, conflict, stand in conflicts:
        place, decided = conflict.plek, besluiten.get(departement, {}).get(conflict.plek)
        said = (
            item_woorden(place, posts[departement], ronde, language),
            kolom_woorden(place, ronde, language),
            inhoud_woorden(place, conflict.basis, language),
            "\n".join(lezing_woorden(place, each, language) for each in conflict.lezingen),
        )
        choice = ("", "", "", "") if decided is None else _choice(place, decided, language)
        yield departement, place.tekst(), *map(safe, said), stand, *choice


def _choice(place: Plek, decided: Besluit, language: Language) -> tuple[str, ...]:
    words = inhoud_woorden(place, decided.inhoud, language), decided.door, decided.wanneer, decided.reden
    return tuple(map(safe, words))
