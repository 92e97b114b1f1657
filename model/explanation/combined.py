"""Figures made of other figures as they stand: the years of a horizon together, and one as a share of another."""

from __future__ import annotations

from collections.abc import Callable

from model.explanation.asked import Asked
from model.explanation.steps import FOLLOWS
from model.explanation.terms import PERCENT, About, Block, Explanation, Term
from model.text import Text, same

Answer = Callable[[Asked, About], Explanation]

TOGETHER, SHARE = "samen", "deel"
_BY_YEAR = Text("Per jaar", "By year")
_SHARE_OF = Text("één bedrag als deel van een ander", "one amount as a share of another")


def together(about: About) -> About:
    """Return how to ask for a figure over all years of the horizon; nothing where it cannot be asked at all."""
    return (TOGETHER, *about) if about else ()


def share_of(part: About, whole: About) -> About:
    """Return how to ask for one figure as a share of another; nothing where either cannot be asked."""
    return (SHARE, str(len(part)), *part, *whole) if part and whole else ()


def halves(size: str, rest: About) -> tuple[About, About]:
    """Return the two figures of which a share is asked."""
    return rest[: int(size)], rest[int(size) :]


def span(asked: Asked) -> Text:
    """Return the years of the horizon in words."""
    years = f"{asked.result.years[0]}-{asked.result.years[-1]}"
    return Text(f"{years} samen", f"{years} together")


def explain_together(asked: Asked, about: About, answer: Answer) -> Explanation:
    """Return a figure over all years: each year's in the prices asked for, and their sum."""
    found = [answer(Asked(asked.result, asked.prices, year), about) for year in asked.result.years]
    last = found[-1]
    terms = tuple(Term(same(str(each.year)), each.value, each.unit, "+", about, each.year) for each in found)
    value = Block(_BY_YEAR, terms).worked_out()
    when = span(asked)
    block = Block(_BY_YEAR, terms, Term(when, value, last.unit, "="))
    asked_for = together(about)
    return Explanation(
        asked_for, asked.year, last.title, value, last.unit, last.caption, last.meaning, (block,), when=when
    )


def explain_share(asked: Asked, part: About, whole: About, answer: Answer) -> Explanation:
    """Return one figure as a share of another."""
    above, below = answer(asked, part), answer(asked, whole)
    title = Text(f"{above.title.nl}: deel van {below.title.nl}", f"{above.title.en}: share of {below.title.en}")
    value = above.value / below.value
    terms = (
        Term(above.title, above.value, above.unit, "", part, asked.year),
        Term(below.title, below.value, below.unit, "÷", whole, asked.year),
    )
    block = Block(FOLLOWS, terms, Term(title, value, "share", "="))
    about = share_of(part, whole)
    return Explanation(about, asked.year, title, value, "share", PERCENT, _SHARE_OF, (block,), when=above.when)
