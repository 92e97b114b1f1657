"""What differs between two works on one scenario, in words: its head, and its measures card by card.

Both began at the same version, so cards are matched by their keys; a card that only one of them has was added there, or
taken away in the other. What differs is said from the one to the other.
"""

from __future__ import annotations

from dash_app.werk import Kaart, Werk
from model.io.scenario_file import scenario_from
from model.ledger import Plan
from model.measures.description import changed, changes, described, titled
from model.measures.wording import filled
from model.text import Text

GEEN_VERSCHIL = Text("niets: de inhoud is gelijk", "nothing: the contents are the same")
_ADDED = Text("alleen in {a}, daar toegevoegd: {kaart}", "only in {a}, added there: {kaart}")
_ONLY = Text("alleen in {a}: {kaart}", "only in {a}: {kaart}")
_REMOVED = Text("niet meer in {b}, wel in {a}: {kaart}", "no longer in {b}, still in {a}: {kaart}")
_OFF = Text("{kaart}: uit in {a}, aan in {b}", "{kaart}: off in {a}, on in {b}")
_ORDER = Text("de maatregelen staan in een andere volgorde", "the measures stand in another order")


def verschillen(
    een: Werk, ander: Werk, namen: tuple[Text, Text], plan: Plan, begin: Werk | None = None
) -> list[Text]:  # fmt: skip
    """Return what differs between two works, from the one to the other.

    Sentences call the works by `namen`, and posts and sources by their names in `plan`; both began at `begin`.
    """
    pairs = _paren(een, ander, begin)
    mine, matched = ({pair[at].sleutel for pair in pairs} for at in (0, 1))
    found = changes(een.kop, ander.kop)
    found += [_alleen(card, namen, plan, begin) for card in een.kaarten if card.sleutel not in mine]
    found += [_alleen(card, namen[::-1], plan, begin) for card in ander.kaarten if card.sleutel not in matched]
    for card, other in pairs:
        found += _gewijzigd(card, other, namen, plan)
    order = [ander.plaats(other.sleutel) for _, other in pairs]
    if order != sorted(order):
        found.append(_ORDER)
    return found or [GEEN_VERSCHIL]


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


def _alleen(card: Kaart, namen: tuple[Text, Text], plan: Plan, begin: Werk | None) -> Text:
    text = _ONLY
    if begin is not None:
        text = _ADDED if begin.kaart(card.sleutel) is None else _REMOVED
    return filled(text, a=namen[0], b=namen[1], kaart=in_woorden(card, plan))


def _gewijzigd(card: Kaart, other: Kaart, namen: tuple[Text, Text], plan: Plan) -> list[Text]:
    found = []
    if card.velden != other.velden:
        found.append(changed(other.soort, card.velden, other.velden, plan))
    if card.aan != other.aan:
        a, b = namen if other.aan else namen[::-1]
        found.append(filled(_OFF, kaart=titel(other), a=a, b=b))
    return found


def titel(card: Kaart) -> Text:
    """Return what a card is called: its soort, and its name or id."""
    return titled(card.soort, card.velden.get("naam") or card.velden.get("id") or card.sleutel)


def in_woorden(card: Kaart, plan: Plan) -> Text:
    """Return what the measure on a card does, or what it is called where it cannot be read."""
    scenario, _ = scenario_from({"naam": "x", "maatregel": [dict(card.velden)]}, "x")
    measure = scenario.steps[0].measure if scenario.steps else None
    return titel(card) if measure is None else described(measure, plan)
