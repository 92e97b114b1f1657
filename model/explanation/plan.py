"""Where an amount of the plan comes from: the dataset's amount, its extension, and what each measure posted."""

from __future__ import annotations

from model.explanation.asked import OWN_LEVEL, Asked
from model.explanation.origin import Origin, measure_origin, origin
from model.explanation.terms import NOTHING, About, Block, Explanation, Term
from model.ledger import DATASET, EXTENSION, Kind
from model.text import Text, same
from model.words import EXTRAPOLATED, STATUSSEN

PLAN = Text("Het plan", "The plan")
_DATASET = Text("bedrag in de dataset", "amount in the dataset")
_EXTENSION = Text(
    "doorgetrokken na {year}, het laatste opgegeven jaar{status}", "extended after {year}, the last year given{status}"
)
_NONE = Text(
    "Voor dit jaar staat er geen bedrag in de dataset of in een maatregel.",
    "There is no amount for this year in the dataset or in a measure.",
)
_LASTING = Text("Blijvend deel van het plan", "Lasting part of the plan")
_SMALLEST = Text(
    "Blijvend is het kleinste bedrag van dit jaar tot het einde van de horizon; 0 bij een incidentele reeks.",
    "What lasts is the smallest amount from this year to the horizon's end; 0 for an incidental series.",
)


def plan_about(kind: Kind, ident: str) -> About:
    """Return how to ask for the plan amount of a post or source."""
    return ("plan", kind, ident)


def plan_amount(asked: Asked, kind: Kind, ident: str) -> float:
    """Return the plan amount of the year, k€ at its own prijspeil."""
    return float(asked.result.plan.amounts(kind, ident)[asked.y])


def plan_block(asked: Asked, kind: Kind, ident: str, title: Text = PLAN) -> Block:
    """Return what the plan amount of a year is made of, each cause with what it rests on."""
    terms = tuple(
        _cause(asked, kind, ident, mutation.cause, float(mutation.amounts[asked.y]))
        for mutation in asked.result.plan.series[kind, ident].mutations
        if abs(mutation.amounts[asked.y]) > NOTHING
    )
    total = Term(Text("plan", "plan"), plan_amount(asked, kind, ident), "real", "=")
    return Block(title, terms, total, OWN_LEVEL if terms else _NONE)


def given_terms(asked: Asked, kind: Kind, ident: str) -> tuple[Term, ...]:
    """Return the dataset's own amount of a year, before any measure: as given, or as extended."""
    amounts = {m.cause: float(m.amounts[asked.y]) for m in asked.result.plan.series[kind, ident].mutations}
    cause = EXTENSION if abs(amounts.get(EXTENSION, 0.0)) > NOTHING else DATASET
    return (_cause(asked, kind, ident, cause, amounts.get(cause, 0.0)),)


def _cause(asked: Asked, kind: Kind, ident: str, cause: str, amount: float) -> Term:
    if cause == DATASET:
        return Term(_DATASET, amount, "real", origin=origin(asked.result.plan, kind, ident, asked.year))
    if cause == EXTENSION:
        return _extension(asked, kind, ident, amount)
    label = Text(f"maatregel: {cause}", f"measure: {cause}")
    found = measure_origin(asked.result.scenario, cause)
    return Term(label, abs(amount), "real", "+" if amount > 0 else "−", origin=found)


def _extension(asked: Asked, kind: Kind, ident: str, amount: float) -> Term:
    """Return an amount that the program extended, with what the last given one rests on."""
    plan = asked.result.plan
    series = (plan.baseline.post_series if kind == "kostenpost" else plan.baseline.source_series).get(ident, ())
    if not series:  # given by a measure
        made = Text("doorgetrokken na het laatste opgegeven jaar", "extended after the last year given")
        return Term(made, amount, "real", origin=Origin(EXTRAPOLATED))
    last = series[-1]
    known = STATUSSEN[last.status]
    nl, en = (
        text.format(year=last.jaar, status=f" ({word})")
        for text, word in zip(_EXTENSION, (f"daar: {known.nl}", f"there: {known.en}"), strict=True)
    )
    rests = Origin(EXTRAPOLATED, last.stand or "", last.referentie or "", last.toelichting or "")
    return Term(Text(nl, en), amount, "real", origin=rests)


def explain_plan(asked: Asked, kind: Kind, ident: str) -> Explanation:
    """Return where the plan amount of a post or source comes from."""
    name = asked.owner_name(kind, ident)
    title = Text(f"Plan: {name.nl}", f"Plan: {name.en}")
    block = plan_block(asked, kind, ident)
    value = plan_amount(asked, kind, ident)
    return Explanation(plan_about(kind, ident), asked.year, title, value, "real", OWN_LEVEL, None, (block,))


def explain_lasting(asked: Asked, kind: Kind, ident: str) -> Explanation:
    """Return which part of a plan amount lasts, and which year sets it."""
    plan, name = asked.result.plan, asked.owner_name(kind, ident)
    value = float(plan.structural(kind, ident)[asked.y])
    amounts = plan.amounts(kind, ident)
    terms = tuple(
        Term(same(f"plan {year}"), float(amounts[plan.horizon.at(year)]), "real", "", plan_about(kind, ident), year)
        for year in plan.horizon.years
        if year >= asked.year
    )
    title = Text(f"{_LASTING.nl}: {name.nl}", f"{_LASTING.en}: {name.en}")
    block = Block(PLAN, terms, sentence=_SMALLEST)
    return Explanation(("blijvend", kind, ident), asked.year, title, value, "real", OWN_LEVEL, _SMALLEST, (block,))
