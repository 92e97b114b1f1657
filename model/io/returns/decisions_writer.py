"""Writes conflicts with what was decided of each, and decisions by themselves; `decisions` reads either."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from model.io.results import write_csv
from model.io.returns.conflict_words import gestuurd, gezegd, waar, wie
from model.io.returns.decisions import CONFLICTEN, Besluit, Besluiten
from model.io.returns.guarded import safe
from model.io.returns.labels import inhoud_woorden, item_woorden, kolom_woorden
from model.io.returns.merged import Uitslag
from model.returns.edits import Plek
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


def write_conflicts(path: Path, uitslag: Uitslag, language: Language) -> None:
    """Write conflicts, each with what was decided; raises `InputError` where that cannot be done."""
    write_csv(path, list(CONFLICTEN.by_name), _rows(uitslag, language))


def _rows(uitslag: Uitslag, language: Language) -> Iterator[tuple[object, ...]]:
    for departement, conflict, stand in uitslag.conflicten:
        place, decided = conflict.plek, uitslag.besluiten.get(departement, {}).get(conflict.plek)
        files, posts = uitslag.departementen[departement].inzendingen, uitslag.posten(departement)
        said = (
            item_woorden(place, posts, uitslag.ronde, language),
            kolom_woorden(place, uitslag.ronde, language),
            waar(conflict, files),
            gestuurd(conflict, language),
            "\n".join(
                f"{gezegd(conflict, each, posts, uitslag.ronde, language)} — {wie(each, files, language)}"
                for each in conflict.lezingen
            ),
        )
        choice = ("", "", "", "") if decided is None else _choice(place, decided, language)
        yield departement, place.tekst(), *map(safe, said), stand, *choice


def _choice(place: Plek, decided: Besluit, language: Language) -> tuple[str, ...]:
    words = inhoud_woorden(place, decided.inhoud, language), decided.door, decided.wanneer, decided.reden
    return tuple(map(safe, words))
