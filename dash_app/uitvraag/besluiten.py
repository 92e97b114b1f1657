"""What someone decides of conflicts on the page: all that was chosen at once, each kept as a decision of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dash_app.loket import Vraag
from dash_app.uitvraag import woorden as w
from dash_app.uitvraag.centrum import Centrum
from model.errors import InputError, Issue, Place, shown
from model.io.returns.decisions import Onbesluit, inhoud_uit
from model.io.returns.labels import inhoud_woorden, item_woorden, kolom_woorden
from model.returns.edits import Plek, plek
from model.text import Language


def beslis(centrum: Centrum, vraag: Vraag, taal: Language) -> Mapping[str, Any]:
    """Keep what must stand at places, or with no choice that a decision was taken back, with who says so and why.

    Raises `InputError` where something cannot stand at its place or nobody says so; then nothing is kept.
    """
    ident, asked = str(vraag["departement"]), dict(vraag["keuzes"])
    door, reden = (str(vraag.get(name) or "").strip() for name in ("door", "reden"))
    if ident not in centrum.ronde.departementen:
        raise KeyError(ident)
    chosen: dict[str, str | None] = {}
    wrong: list[Issue] = []
    for place, text in ((plek(str(key)), text) for key, text in asked.items()):
        try:
            chosen[place.tekst()] = None if text is None else _keuze(centrum, place, str(text))
        except Onbesluit as error:
            values = {"found": shown(str(text)), "expected": error.expected}
            wrong.append(Issue("besluit-keuze-fout", Place(_woorden(centrum, ident, place, taal)), values))
    if wrong:
        raise InputError(wrong)
    try:
        centrum.archief.beslis(ident, chosen, door, reden)
    except InputError as error:
        named = w.BESLUIT.say(taal)
        raise InputError([replace(each, place=replace(each.place, file=named)) for each in error.issues]) from None
    return {}


def _keuze(centrum: Centrum, place: Plek, text: str) -> str:
    """Return a choice as it is kept; raise `Onbesluit` where it cannot stand at its place."""
    return inhoud_woorden(place, inhoud_uit(place, text, centrum.ronde), "nl")


def _woorden(centrum: Centrum, ident: str, place: Plek, taal: Language) -> str:
    posts = centrum.uitslag(taal).posten(ident)
    words = item_woorden(place, posts, centrum.ronde, taal), kolom_woorden(place, centrum.ronde, taal)
    return " · ".join(filter(None, words))
