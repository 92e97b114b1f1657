"""What is asked about: a figure of the open scenario or of one beside it, a difference of two, a step between two.

The words of a question begin with who it is asked of; without such words it is the open scenario. A scenario is named
by its letter on the page (may be empty), its reference (empty: the open one) and the year of constant prices.
A total of the departments' return is asked about too.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from dash_app.beeld import stempel
from dash_app.context import Context
from dash_app.staat import Staat
from dash_app.uitvraag.herleiding import herleid, wie
from dash_app.uitvraag.stand import stempel as stempel_van_ronde
from dash_app.werk import Werk
from dash_app.woorden import genoemd
from model.baseline import Baseline
from model.bridge import WITHOUT_BRIDGE
from model.errors import InputError
from model.explanation import Explanation, explain
from model.explanation.between import ONE, TWO, Side, asked_of, explain_difference
from model.explanation.bridged import CHANGE, LEVEL, STEP, Bridged, explain_step
from model.explanation.terms import About
from model.indicators import INDICATORS
from model.returns_tables import TOTAL
from model.tables import Prices
from model.text import Text, same

_WHO = 3  # words that name a scenario
_OF = Text("scenario {naam}", "scenario {naam}")
_LESS = Text("{one} min {other}", "{one} less {other}")
_STEP = Text("van {one} naar {other}", "from {one} to {other}")


@dataclass(frozen=True, slots=True)
class Gevonden:
    """An explanation, of whom it is in words, what is stamped under it, and the dataset it rests on."""

    uitleg: Explanation
    wie: Text
    stempel: str
    baseline: Baseline


@dataclass(frozen=True, slots=True)
class _Kant:
    """A scenario that takes part in a question."""

    werk: Werk
    side: Side


def in_scenario(mark: str, verwijzing: str, begrotingsjaar: int) -> About:
    """Return the words that ask of a scenario; without a reference that is the open one."""
    return (ONE, mark, verwijzing, str(begrotingsjaar))


def gevonden(context: Context, staat: Staat, over: About, jaar: int) -> Gevonden | None:
    """Return the explanation that is asked for, `None` where there is no such figure."""
    sort, words = over[0] if over else "", over[1:]
    if sort == TOTAL:
        return _van_ronde(context, staat, over, jaar)
    if sort == ONE:
        return _van_een(context, staat, words, jaar)
    if sort == TWO:
        return _tussen(context, staat, words, jaar)
    if sort == STEP:
        return _stap(context, staat, words, jaar)
    result = context.uitkomst(staat.werk).result
    found = explain(result, over, jaar, staat.prijzen) if result is not None else None
    if result is None or found is None:
        return None
    wie = Text(*(_OF.say(t, naam=genoemd(staat.werk.naam, t)) for t in ("nl", "en")))
    return Gevonden(found, wie, _stamp(context, staat, staat.werk), result.plan.baseline)


def _van_ronde(context: Context, staat: Staat, over: About, jaar: int) -> Gevonden | None:
    try:
        found = herleid(context.uitvraag, over, jaar, staat.taal)
        stamp = stempel_van_ronde(context.uitvraag, staat.taal)
    except InputError:  # what is kept of the round is out of reach; the page itself says why
        return None
    if found is None:
        return None
    return Gevonden(found, wie(context.uitvraag), stamp, context.baseline)


def _stamp(context: Context, staat: Staat, werk: Werk) -> str:
    return stempel(werk.naam, werk.kenmerk, context.vingerafdruk, werk.kop.get("status"), staat.taal)


def _kant(context: Context, staat: Staat, words: About) -> _Kant | None:
    """Return the scenario that three words name, `None` where there is none or it cannot be worked out."""
    if len(words) < _WHO or not words[2].isdecimal():
        return None
    mark, verwijzing, base = words[:_WHO]
    try:
        werk = context.open(verwijzing).werk if verwijzing else staat.werk
    except InputError:
        return None
    result = context.in_jaar(werk, int(base))
    if result is None:
        return None
    own = genoemd(werk.naam, staat.taal)
    naam = f"{mark} · {own}" if mark else own
    return _Kant(werk, Side(result, same(naam), same(mark or own), (ONE, *words[:_WHO])))


def _van_een(context: Context, staat: Staat, words: About, jaar: int) -> Gevonden | None:
    kant = _kant(context, staat, words)
    found = explain(kant.side.result, words[_WHO:], jaar, staat.prijzen) if kant else None
    if kant is None or found is None:
        return None
    wie = _OF.filled(naam=kant.side.naam)
    return Gevonden(asked_of(found, kant.side), wie, _stamp(context, staat, kant.werk), kant.side.result.plan.baseline)


def _twee(context: Context, staat: Staat, words: About) -> tuple[_Kant, _Kant] | None:
    one, other = (_kant(context, staat, words[at:]) for at in (0, _WHO))
    return (one, other) if one is not None and other is not None else None


def _samen(context: Context, staat: Staat, found: Explanation, pair: tuple[_Kant, _Kant], told: Text) -> Gevonden:
    one, other = pair
    names = {"one": one.side.naam, "other": other.side.naam}
    wie = told.filled(**names)
    stamp = f"{_stamp(context, staat, one.werk)} · {other.side.naam.say(staat.taal)} {other.werk.kenmerk}"
    return Gevonden(found, wie, stamp, one.side.result.plan.baseline)


def _tussen(context: Context, staat: Staat, words: About, jaar: int) -> Gevonden | None:
    pair = _twee(context, staat, words)
    if pair is None:
        return None
    answer = partial(_answer, jaar, staat.prijzen)
    found = explain_difference(pair[0].side, pair[1].side, words[2 * _WHO :], answer)
    return None if found is None else _samen(context, staat, found, pair, _LESS)


def _answer(jaar: int, prices: Prices, result: object, about: About) -> Explanation | None:
    return explain(result, about, jaar, prices)  # type: ignore[arg-type]


def _stap(context: Context, staat: Staat, words: About, jaar: int) -> Gevonden | None:
    pair, rest = _twee(context, staat, words), words[2 * _WHO :]
    if pair is None or len(rest) != _WHO or rest[0] not in INDICATORS or rest[0] in WITHOUT_BRIDGE:
        return None
    kerncijfer, number, part = rest
    base = pair[0].side.result.begrotingsjaar
    made = context.brug(pair[0].werk, pair[1].werk, base, kerncijfer, staat.prijzen)
    levels = [explain(each.side.result, ("kerncijfer", kerncijfer, ""), jaar, staat.prijzen) for each in pair]
    ends = [asked_of(found, each.side) for found, each in zip(levels, pair, strict=True) if found is not None]
    steps = len(made.effects) if made is not None and (not made.years or jaar in made.years) else 0
    if made is None or len(ends) < len(pair) or not number.isdecimal() or not 1 <= int(number) <= steps:
        return None
    if part not in (CHANGE, LEVEL):
        return None
    asks = (STEP, *words[: 2 * _WHO], kerncijfer)
    bridged = Bridged(made, (pair[0].side, pair[1].side), (ends[0], ends[1]), asks, jaar)
    return _samen(context, staat, explain_step(bridged, int(number), part), pair, _STEP)
