"""A figure of two results side by side: its difference, the parts in which they differ, and the inputs that do.

A `Side` has the words that are put before a question so that it is asked of that result; answers ask on with them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from model.differences import input_differences
from model.explanation.steps import FOLLOWS
from model.explanation.terms import About, Block, Explanation, Fact, Op, Shown, Term, largest_first
from model.result import Result
from model.text import Text

Answer = Callable[[Result, About], Explanation | None]

ONE, TWO = "in", "tussen"
CHANGES: dict[Shown, Shown] = {"share": "points", "year": "years"}
POINTS = Text("in procentpunt", "in percentage points")
INPUTS = Text("Invoer die verschilt", "Inputs that differ")
_LESS = Text("{what}: {one} min {other}", "{what}: {one} less {other}")
_BY_PART = Text("{what}: waar het verschil zit", "{what}: where the difference is")
_ABSENT = Text("{who} (heeft dit niet)", "{who} (does not have this)")
_DIFFERENCE = Text("verschil", "difference")


@dataclass(frozen=True, slots=True)
class Side:
    """A result, what it is called in full and in short, and the words that ask of it."""

    result: Result
    naam: Text
    mark: Text
    asks: About


def between(one: About, other: About) -> About:
    """Return the words that ask for the difference of two results, given those that ask of each."""
    return (TWO, *one[1:], *other[1:]) if one and other else ()


def asked_of(found: Explanation, side: Side) -> Explanation:
    """Return an explanation whose parts are asked of the same result."""
    blocks = tuple(replace(block, terms=tuple(_of(side, term) for term in block.terms)) for block in found.blocks)
    return replace(found, about=(*side.asks, *found.about), blocks=blocks)


def _of(side: Side, term: Term) -> Term:
    return replace(term, about=(*side.asks, *term.about)) if term.about else term


def explain_difference(one: Side, other: Side, about: About, answer: Answer) -> Explanation | None:
    """Return a figure of `one` less that of `other`, `None` where neither has it; one that has it not counts as 0."""
    mine, theirs = answer(one.result, about), answer(other.result, about)
    found = mine or theirs
    if found is None:
        return None
    unit = CHANGES.get(found.unit, found.unit)
    terms = (_level(one, mine, found, ""), _level(other, theirs, found, "−"))
    value = Block(FOLLOWS, terms).worked_out()
    blocks = [Block(FOLLOWS, terms, Term(_DIFFERENCE, value, unit, "="))]
    if mine is not None and theirs is not None:
        blocks += _parts(one, other, mine, theirs)
    title = _LESS.filled(what=found.title, one=one.naam, other=other.mark)
    return Explanation(
        (*between(one.asks, other.asks), *about), found.year, title, value, unit,
        POINTS if unit == "points" else found.caption, found.meaning, tuple(blocks), tuple(_inputs(one, other)),
        when=found.when,
    )  # fmt: skip


def _level(side: Side, found: Explanation | None, like: Explanation, op: Op) -> Term:
    if found is None:
        return Term(_ABSENT.filled(who=side.naam), 0.0, like.unit, op)
    return Term(side.naam, found.value, found.unit, op, (*side.asks, *found.about), found.year)


def _parts(one: Side, other: Side, mine: Explanation, theirs: Explanation) -> Iterator[Block]:
    """Yield, for every enumeration that both have, its parts that differ."""
    asks, there = between(one.asks, other.asks), {block.title: block for block in theirs.blocks if _adds(block)}
    for block in mine.blocks:
        if _adds(block) and block.title in there:
            less = {term.about: term for term in there[block.title].terms}
            kept = {term.about: term for term in block.terms}
            terms = [
                replace(term, value=_value(kept, about) - _value(less, about), about=(*asks, *about))
                for about, term in (less | kept).items()
            ]
            title = _BY_PART.filled(what=block.title)
            found = largest_first(terms)
            total = Term(_DIFFERENCE, Block(title, tuple(terms)).worked_out(), "amount", "=")
            if len(found) > 1:
                yield Block(title, found, replace(total, unit=found[0].unit))


def _adds(block: Block) -> bool:
    """Return whether a block is an enumeration of figures that can each be asked about."""
    return block.total is not None and all(term.op == "+" and term.about for term in block.terms)


def _value(terms: dict[About, Term], about: About) -> float:
    return terms[about].value if about in terms else 0.0


def _inputs(one: Side, other: Side) -> Iterator[Fact]:
    marks = (other.mark.nl, one.mark.nl)
    for told in input_differences(other.result, one.result, marks):
        yield INPUTS, told
