"""What someone decides of conflicts on the page: all that was chosen at once, each kept as a decision of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from dash_app.loket import Vraag
from dash_app.uitvraag import woorden as w
from dash_app.uitvraag.centrum import Centrum
from dash_app.uitvraag.conflicten import gezien
from model.errors import InputError, Issue, Place, shown
from model.io.returns.conflict_words import leesbaar
from model.io.returns.decisions import Besluit, Onbesluit, inhoud_uit
from model.io.returns.labels import inhoud_woorden, item_woorden, kolom_woorden
from model.returns.edits import Plek, plek
from model.text import LANGUAGES, Language, Text


def beslis(centrum: Centrum, vraag: Vraag, taal: Language) -> Mapping[str, Any]:
    """Keep what must stand at places, or with no choice that a decision was taken back, with who says so and why.

    Raises `InputError` where something cannot stand at its place, nobody says so, or another decided meanwhile; then
    nothing is kept.
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
    seen = dict(vraag.get("gezien", {}))
    if late := list(_intussen(centrum, ident, {key: str(seen.get(key, "")) for key in asked}, taal)):
        raise InputError(late)
    try:
        centrum.archief.beslis(ident, chosen, door, reden)
    except InputError as error:
        named = w.BESLUIT.say(taal)
        raise InputError([replace(each, place=replace(each.place, file=named)) for each in error.issues]) from None
    return {}


def _intussen(centrum: Centrum, ident: str, seen: Mapping[str, str], taal: Language) -> Iterator[Issue]:
    """Yield the places of which someone else decided, or took back, since the window saw them."""
    uitslag = centrum.uitslag(taal)
    for place, was in ((plek(str(key)), was) for key, was in seen.items()):
        if gezien(uitslag, ident, place) != was:
            now = uitslag.besluiten.get(ident, {}).get(place)
            said = w.HERROEPEN if now is None else _besluit_zin(place, now)
            yield Issue("besluit-intussen", Place(_woorden(centrum, ident, place, taal)), {"found": said})


def _besluit_zin(place: Plek, now: Besluit) -> Text:
    by = f"{now.door} ({now.wanneer})" if now.wanneer else now.door
    return w.BESLOTEN.filled(door=by, keuze=Text(*(leesbaar(place, now.inhoud, each) for each in LANGUAGES)))


def _keuze(centrum: Centrum, place: Plek, text: str) -> str:
    """Return a choice as it is kept; raise `Onbesluit` where it cannot stand at its place."""
    return inhoud_woorden(place, inhoud_uit(place, text, centrum.ronde), "nl")


def _woorden(centrum: Centrum, ident: str, place: Plek, taal: Language) -> str:
    posts = centrum.uitslag(taal).posten(ident)
    words = item_woorden(place, posts, centrum.ronde, taal), kolom_woorden(place, centrum.ronde, taal)
    return " · ".join(filter(None, words))
