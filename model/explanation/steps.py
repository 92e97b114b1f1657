"""How each figure of one post follows from others, as steps. Source: model, section 3.

Every function gets what is asked, the post, and which of its cells; what it returns leads to the figure.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from model.baseline import Kostenpost
from model.cells import BEHEERLAST
from model.explanation.asked import Asked, Which, cells
from model.explanation.plan import plan_about
from model.explanation.terms import NOTHING, Block, Term, corrected
from model.explanation.work import position, post_price, priced_backlog, rate_term, saving, stock, unit_price, volume
from model.text import Text

FOLLOWS = Text("Hoe dit volgt", "How this follows")
_BACKLOG = Text("werk dat van vorig jaar is blijven liggen", "work left behind by last year")
_OPEN = Text("werk dat open staat", "work that is open")
_WHOLE = 1e-12
_UNPAID = Text("niet betaald", "not paid")
Steps = Callable[[Asked, Kostenpost, Which], tuple[Term, ...]]


def _share(asked: Asked, which: Which) -> tuple[Term, ...]:
    """Return the step to one partij's part, where that is not all."""
    share = sum(cell.share for cell, meant in zip(asked.result.grid.cells, asked.mask(which), strict=True) if meant)
    if abs(share - 1) <= _WHOLE:
        return ()
    return (Term(Text("aandeel volgens de verdeelsleutel", "share by the distribution key"), share, "rate", "×"),)


def _asks(asked: Asked, post: Kostenpost, which: Which) -> tuple[Term, ...]:
    if which.onderdeel == BEHEERLAST:
        return _running(asked, post, which)
    plan = asked.result.grid.values.plan[0, position(asked, post), asked.y]
    start = Term(Text("plan", "plan"), float(plan), "real", "", plan_about("kostenpost", post.id), asked.year)
    return _to_money(asked, post, which, start)


def _lasts(asked: Asked, post: Kostenpost, which: Which) -> tuple[Term, ...]:
    if which.onderdeel == BEHEERLAST:
        return _running(asked, post, which)
    lasting = asked.result.grid.values.structural[0, position(asked, post), asked.y]
    label = Text("blijvend deel van het plan", "lasting part of the plan")
    start = Term(label, float(lasting), "real", "", ("blijvend", "kostenpost", post.id), asked.year)
    return _to_money(asked, post, which, start)


def _to_money(asked: Asked, post: Kostenpost, which: Which, start: Term) -> tuple[Term, ...]:
    grown = unit_price(asked, post) if post.investering else (*volume(asked, post), *unit_price(asked, post))
    return (start, *_share(asked, which), *grown, *asked.deflated())


def _running(asked: Asked, post: Kostenpost, which: Which) -> tuple[Term, ...]:
    return (
        stock(asked, post),
        rate_term(asked, post, "beheerratio"),
        *_share(asked, which),
        post_price(asked, post),
        *asked.deflated(),
    )


def saved(asked: Asked, post: Kostenpost) -> tuple[Term, ...]:
    """Return how a saving follows from delivered work."""
    if not post.investering:
        return ()
    steps = (stock(asked, post), rate_term(asked, post, "besparingsratio"), post_price(asked, post), *asked.deflated())
    return corrected(Text("verdeelsleutel telt niet op tot 1", "key does not add up to 1"), steps, saving(asked, post))


def _open(asked: Asked, which: Which) -> tuple[Term, ...]:
    """Return the work that could be done: planned, and left behind by last year."""
    before = asked.of("achterstand", which, asked.y - 1) if asked.y else 0.0
    year = asked.askable(asked.year - 1)
    left = Term(_BACKLOG, before, "real", "+", cells("achterstand", which) if year else (), year)
    return (asked.term("plan", which, ""), *((left,) if before > NOTHING else ()))


def _waits(asked: Asked, which: Which) -> tuple[Term, ...]:
    wait = asked.of("wacht", which)
    label = Text("wacht op capaciteit", "waits for capacity")
    return (Term(label, wait, "real", "−"),) if wait > NOTHING else ()


def _needs(asked: Asked, post: Kostenpost, which: Which) -> tuple[Term, ...]:
    if not post.investering or which.onderdeel == BEHEERLAST:
        return _asks(asked, post, which)
    steps = (*_open(asked, which), *_waits(asked, which))
    done = Term(_OPEN, Block(FOLLOWS, steps).worked_out(), "real", "=")
    return (*steps, done, *unit_price(asked, post), *asked.deflated())


def _waiting(asked: Asked, post: Kostenpost, which: Which) -> tuple[Term, ...]:
    steps = _open(asked, which)
    can = Block(FOLLOWS, steps).worked_out() - asked.of("wacht", which)
    label = Text("kan gedaan worden met de capaciteit", "can be done with the capacity")
    steps = (*steps, Term(label, can, "real", "−"), Term(Text("wacht", "waits"), asked.of("wacht", which), "real", "="))
    return (*steps, *unit_price(asked, post), *asked.deflated())


def _postpones(asked: Asked, post: Kostenpost, which: Which) -> tuple[Term, ...]:
    left = asked.of("achterstand", which, asked.y - 1) if asked.y else 0.0
    waits = asked.term("wacht", which, "", Text("wacht op capaciteit", "waits for capacity"))
    steps = (waits, Term(_BACKLOG, left, "real", "−"), *unit_price(asked, post), *asked.deflated())
    label = Text("per partij telt minder dan vorig jaar niet", "less than last year does not count, party by party")
    return corrected(label, steps, asked.of("wacht_dit_jaar", which))


def _sources(quantity: str, asked: Asked, which: Which, *, eigen: bool = False) -> tuple[Term, ...]:
    """Return what each source paid, in the order in which they had their turn."""
    lasting, mask = quantity == "lasting", asked.mask(which)
    sort = "betaling_blijvend" if lasting else "betaling"
    paid: dict[str, float] = {}
    for source, cell, amount in asked.payments(lasting=lasting):
        if mask[cell] and amount > 0 and (not eigen or asked.result.plan.sources[source].route == "eigen"):
            paid[source] = paid.get(source, 0.0) + amount
    return tuple(
        Term(asked.owner_name("dekkingsbron", s), amount, "amount", "+", (sort, s, *which.tail), asked.year)
        for s, amount in paid.items()
        if amount > NOTHING
    )


def _shorts(asked: Asked, _post: Kostenpost, which: Which) -> tuple[Term, ...]:
    need, paid = asked.term("need", which, ""), asked.term("dekking", which, "−")
    rest = Term(_UNPAID, need.value - paid.value, "amount", "=")
    label = Text(
        "waarvan werk dat vorig jaar al was uitgesteld (telt niet opnieuw)",
        "of which work already postponed last year (not counted again)",
    )
    return corrected(label, (need, paid, rest), asked.of("tekort", which))


def _catches_up(asked: Asked, _post: Kostenpost, which: Which) -> tuple[Term, ...]:
    steps = (asked.term("dekking", which, ""), asked.term("behoefte", which, "−"))
    label = Text("minder betaald dan de behoefte telt niet", "less paid than the need does not count")
    return corrected(label, steps, asked.of("inhaal", which))


def _delivers(asked: Asked, post: Kostenpost, which: Which) -> tuple[Term, ...]:
    return (asked.term("dekking", which, ""), *asked.inflated(), *unit_price(asked, post, "÷"))


def _postponed(asked: Asked, _post: Kostenpost, which: Which) -> tuple[Term, ...]:
    return (*_open(asked, which), asked.term("geleverd", which, "−"), asked.term("vervallen", which, "−"))


def _lapses(asked: Asked, post: Kostenpost, which: Which) -> tuple[Term, ...]:
    need, paid = asked.term("need", which, ""), asked.term("dekking", which, "−")
    kept = rate_term(asked, post, "doorschuif")
    label = Text(f"1 min {kept.label.nl}", f"1 minus {kept.label.en}")
    lapse = Term(label, 1 - kept.value, "rate", "×", origin=kept.origin)
    rest = Term(_UNPAID, need.value - paid.value, "amount", "=")
    return (need, paid, rest, *asked.inflated(), *unit_price(asked, post, "÷"), lapse)


def _incidentally(asked: Asked, _post: Kostenpost, which: Which) -> tuple[Term, ...]:
    steps = (asked.term("structurele_lasten", which, ""), asked.term("structurele_dekking", which, "−"))
    label = Text("waarvan ook dit jaar niet betaald", "of which not paid this year either")
    return corrected(label, steps, asked.of("incidenteel_gedekt", which))


def _covered(asked: Asked, _post: Kostenpost, which: Which) -> tuple[Term, ...]:
    steps = (asked.term("dekking", which, ""), asked.term("eigen", which, "−"))
    label = Text("meer dan de behoefte (ingehaald werk) telt niet", "more than the need (caught up) does not count")
    return corrected(label, steps, asked.of("gedekt", which))


def _only_plan(asked: Asked, post: Kostenpost, which: Which) -> tuple[Term, ...]:
    plan = asked.result.grid.values.plan[0, position(asked, post), asked.y]
    start = Term(Text("plan", "plan"), float(plan), "real", "", plan_about("kostenpost", post.id), asked.year)
    return (start, *_share(asked, which))


STEPS: Mapping[str, Steps] = {
    "plan": _only_plan,
    "gepland": _only_plan,
    "behoefte": _asks,
    "need": _needs,
    "dekking": lambda asked, _, which: _sources("dekking", asked, which),
    "dekking_beheer": lambda asked, _, which: _sources("dekking", asked, which),
    "dekking_investering": lambda asked, _, which: _sources("dekking", asked, which),
    "eigen": lambda asked, _, which: _sources("dekking", asked, which, eigen=True),
    "gedekt": _covered,
    "tekort": _shorts,
    "tekort_vernieuwing": _shorts,
    "inhaal": _catches_up,
    "geleverd": _delivers,
    "achterstand": _postponed,
    "achterstand_nominaal": priced_backlog,
    "vervallen": _lapses,
    "wacht_op_capaciteit": _waiting,
    "wacht_dit_jaar": _postpones,
    "structurele_lasten": _lasts,
    "structurele_dekking": lambda asked, _, which: _sources("lasting", asked, which),
    "incidenteel_gedekt": _incidentally,
}
