"""What differs between two works on one scenario, in words: its head, and its measures card by card.

Both began at the same version, so cards are matched by their keys; a card that only one of them has was added there, or
taken away in the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dash_app.werk import Kaart, Werk
from model.errors import shown
from model.io.scenario_file import scenario_from
from model.measures.description import described
from model.text import LANGUAGES, Text, same

_NOTHING = Text("niets: de inhoud is gelijk", "nothing: the contents are the same")
_EMPTY = Text("niets", "nothing")
_HEAD = Text("{naam}: {een} in {a}, {ander} in {b}", "{naam}: {een} in {a}, {ander} in {b}")
_ADDED = Text("alleen in {a}, daar toegevoegd: {kaart}", "only in {a}, added there: {kaart}")
_ONLY = Text("alleen in {a}: {kaart}", "only in {a}: {kaart}")
_REMOVED = Text("niet meer in {b}, wel in {a}: {kaart}", "no longer in {b}, still in {a}: {kaart}")
_CHANGED = Text("{kaart}: {velden}", "{kaart}: {velden}")
_OFF = Text("{kaart}: uit in {a}, aan in {b}", "{kaart}: off in {a}, on in {b}")
_ORDER = Text("de maatregelen staan in een andere volgorde", "the measures stand in another order")


def verschillen(een: Werk, ander: Werk, namen: tuple[Text, Text], begin: Werk | None = None) -> list[Text]:
    """Return what differs between two works; sentences call them by `namen`. `begin` is what both began at."""
    pairs = _paren(een, ander, begin)
    matched = {other.sleutel for _, other in pairs}
    mine = {card.sleutel for card, _ in pairs}
    found = [*_koppen(een.kop, ander.kop, namen)]
    found += [_alleen(card, namen, begin) for card in een.kaarten if card.sleutel not in mine]
    found += [_alleen(card, namen[::-1], begin) for card in ander.kaarten if card.sleutel not in matched]
    for card, other in pairs:
        found += _gewijzigd(card, other, namen)
    order = [ander.plaats(other.sleutel) for _, other in pairs]
    if order != sorted(order):
        found.append(_ORDER)
    return found or [_NOTHING]


def _paren(een: Werk, ander: Werk, begin: Werk | None) -> list[tuple[Kaart, Kaart]]:
    """Return the cards that are the same card in both works: by key where it is an old one, else by contents."""
    pairs, left = [], list(ander.kaarten)
    for card in een.kaarten:
        old = begin is not None and begin.kaart(card.sleutel) is not None
        other = next((each for each in left if old and each.sleutel == card.sleutel), None)
        other = other or next((each for each in left if each.velden == card.velden), None)
        if other is not None:
            left.remove(other)
            pairs.append((card, other))
    return pairs


def _koppen(een: Mapping[str, object], ander: Mapping[str, object], namen: tuple[Text, Text]) -> Iterator[Text]:
    for name in dict.fromkeys([*een, *ander]):
        if een.get(name) != ander.get(name):
            yield _gezegd(_HEAD, naam=same(name), een=_waarde(een.get(name)), ander=_waarde(ander.get(name)),
                          a=namen[0], b=namen[1])  # fmt: skip


def _alleen(card: Kaart, namen: tuple[Text, Text], begin: Werk | None) -> Text:
    if begin is None:
        return _gezegd(_ONLY, a=namen[0], kaart=in_woorden(card))
    removed = begin.kaart(card.sleutel) is not None
    return _gezegd(_REMOVED if removed else _ADDED, a=namen[0], b=namen[1], kaart=in_woorden(card))


def _gewijzigd(card: Kaart, other: Kaart, namen: tuple[Text, Text]) -> Iterator[Text]:
    if card.velden != other.velden:
        fields = list(_koppen(card.velden, other.velden, namen))
        told = Text(*("; ".join(text.say(language) for text in fields) for language in LANGUAGES))
        yield _gezegd(_CHANGED, kaart=same(titel(card)), velden=told)
    if card.aan != other.aan:
        a, b = namen if other.aan else namen[::-1]
        yield _gezegd(_OFF, kaart=same(titel(card)), a=a, b=b)


def titel(card: Kaart) -> str:
    """Return what a card is called: its soort, and its name or id."""
    name = card.velden.get("naam") or card.velden.get("id") or card.sleutel
    return f"{card.soort} {shown(str(name))}" if card.soort else shown(str(name))


def in_woorden(card: Kaart) -> Text:
    """Return what the measure on a card does, or what it is called where it cannot be read."""
    scenario, _ = scenario_from({"naam": "x", "maatregel": [dict(card.velden)]}, "x")
    measure = scenario.steps[0].measure if scenario.steps else None
    return same(titel(card)) if measure is None else described(measure)


def _waarde(value: object) -> Text:
    return _EMPTY if value in (None, "") else same(shown(value, limit=120))


def _gezegd(text: Text, **values: Text) -> Text:
    return Text(*(text.say(language, **values) for language in LANGUAGES))
