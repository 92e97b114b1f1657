"""The steps of a bridge: what one step changes, by which measure, and the level that it leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from model.bridge import Bridge, Effect
from model.explanation.asked import OWN_LEVEL
from model.explanation.between import CHANGES, POINTS, Side
from model.explanation.origin import measure_origin
from model.explanation.steps import FOLLOWS
from model.explanation.terms import NOTHING, About, Block, Explanation, Fact, Op, Term
from model.measures.description import described
from model.text import Text, same

STEP = "stap"
CHANGE, LEVEL = "mutatie", "stand"
_AFTER = Text("stand na: {step}", "level after: {step}")
_CHANGED = Text("Wat de maatregel in dit jaar aan het plan verandert", "What the measure changes in this year's plan")
_MEANING = Text(
    "wat deze stap toevoegt aan de stand na alle stappen ervoor", "what this step adds to the level after all before it"
)
_LEVEL_MEANING = Text(
    "de beginstand met alle stappen tot en met deze erbij opgeteld",
    "the first level with all steps up to this one added",
)
_NO_MEASURE = Text(
    "geen maatregel, maar een instelling of de dataset, of stappen die alleen samen doorgerekend kunnen worden",
    "no measure, but a setting or the dataset, or steps that can only be worked out together",
)
_MEASURE, _TAKEN = Text("maatregel", "measure"), Text("maatregel die vervalt", "measure taken away")


def step_between(van: About, naar: About, kerncijfer: str) -> About:
    """Return the words that ask for the steps from one scenario to another, given those that ask of each."""
    return (STEP, *van[1:], *naar[1:], kerncijfer)


@dataclass(frozen=True, slots=True)
class Bridged:
    """A bridge between two sides in one year: `asks` are the words that ask for a step of it, `ends` its levels."""

    made: Bridge
    sides: tuple[Side, Side]
    ends: tuple[Explanation, Explanation]
    asks: About
    year: int

    @property
    def column(self) -> int:
        """Return the position of the year in the bridge."""
        return self.made.years.index(self.year) if self.made.years else 0

    def value(self, number: int) -> float:
        """Return what a step changes; steps are counted from 1."""
        return float(self.made.effects[number - 1].values[self.column])

    def level(self, number: int) -> float:
        """Return the level after a step; after none that of the start."""
        return float(self.made.start[self.column]) + sum(self.value(n) for n in range(1, number + 1))


def explain_step(bridged: Bridged, number: int, part: str) -> Explanation:
    """Return what a step of a bridge changes, or the level after it."""
    return _level(bridged, number) if part == LEVEL else _change(bridged, number)


def _change(bridged: Bridged, number: int) -> Explanation:
    effect, start = bridged.made.effects[number - 1], bridged.ends[0]
    unit, value = CHANGES.get(start.unit, start.unit), bridged.value(number)
    before, after = _stand(bridged, number - 1, "−"), _stand(bridged, number, "")
    blocks = [Block(FOLLOWS, (after, before), Term(Text("mutatie", "change"), value, unit, "="))]
    blocks += _mutations(bridged, effect)
    title = Text(f"{start.title.nl}: {effect.label.nl}", f"{start.title.en}: {effect.label.en}")
    return Explanation(
        (*bridged.asks, str(number), CHANGE), start.year, title, value, unit,
        POINTS if unit == "points" else start.caption, _MEANING, tuple(blocks), tuple(_facts(bridged, effect)),
        when=start.when,
    )  # fmt: skip


def _level(bridged: Bridged, number: int) -> Explanation:
    start, label = bridged.ends[0], bridged.made.effects[number - 1].label
    unit = CHANGES.get(start.unit, start.unit)
    steps = tuple(
        Term(effect.label, bridged.value(n), unit, "+", (*bridged.asks, str(n), CHANGE), start.year)
        for n, effect in enumerate(bridged.made.effects[:number], start=1)
    )
    told = _AFTER.filled(step=label)
    block = Block(FOLLOWS, (_stand(bridged, 0, ""), *steps), Term(told, bridged.level(number), start.unit, "="))
    title = Text(f"{start.title.nl}, {told.nl}", f"{start.title.en}, {told.en}")
    return Explanation(
        (*bridged.asks, str(number), LEVEL), start.year, title, bridged.level(number), start.unit, start.caption,
        _LEVEL_MEANING, (block,), when=start.when,
    )  # fmt: skip


def _stand(bridged: Bridged, number: int, op: Op) -> Term:
    """Return a level as a step: that of the start, or the one after a step."""
    start = bridged.ends[0]
    if number == 0:
        return Term(bridged.sides[0].naam, start.value, start.unit, op, start.about, start.year)
    label = _AFTER.filled(step=bridged.made.effects[number - 1].label)
    return Term(label, bridged.level(number), start.unit, op, (*bridged.asks, str(number), LEVEL), start.year)


def _of(bridged: Bridged, effect: Effect) -> tuple[Side, str, bool] | None:
    """Return in which scenario the measure of a step stands, its name there, and whether the step adds it."""
    for side, adds in ((bridged.sides[1], True), (bridged.sides[0], False)):
        for step in side.result.scenario.steps:
            if effect.measure is not None and step.measure == effect.measure:
                return side, step.cause, adds
    return None


def _mutations(bridged: Bridged, effect: Effect) -> Iterator[Block]:
    """Yield what the measure of a step changes in the plan of the year, where it changes amounts."""
    found = _of(bridged, effect)
    if found is None:
        return
    side, cause, adds = found
    plan, origin = side.result.plan, measure_origin(side.result.scenario, cause)
    at, terms = plan.horizon.at(bridged.year), list[Term]()
    for (kind, ident), series in plan.series.items():
        amount = sum(float(m.amounts[at]) for m in series.mutations if m.cause == cause)
        if abs(amount) > NOTHING:
            naam = plan.posts[ident].naam if kind == "kostenpost" else plan.sources[ident].naam
            terms.append(Term(same(naam), abs(amount), "real", "+" if (amount > 0) == adds else "−", origin=origin))
            whole, about = float(plan.amounts(kind, ident)[at]), (*side.asks, "plan", kind, ident)
            terms.append(Term(_plan_of(naam), whole, "real", "", about, bridged.year))
    if terms:
        yield Block(_CHANGED, tuple(terms), sentence=OWN_LEVEL)


def _plan_of(naam: str) -> Text:
    return Text(f"plan van {naam} na alle maatregelen", f"plan of {naam} after all measures")


def _facts(bridged: Bridged, effect: Effect) -> Iterator[Fact]:
    if effect.measure is None:
        yield _MEASURE, _NO_MEASURE
        return
    found = _of(bridged, effect)
    yield (_MEASURE if found is None or found[2] else _TAKEN), described(effect.measure)
