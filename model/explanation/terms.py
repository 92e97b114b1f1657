"""An explanation in plain data: a figure, the terms that it follows from, and what is behind each of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, cast

import numpy as np

from model.explanation.origin import Origin
from model.tables import Line, Scale, Unit
from model.text import Language, Text, number, same

# What a figure is, as a line of a table says it (`model.tables.Line.about`), or a part of one asked for further.
About = tuple[str, ...]
Op = Literal["", "+", "−", "×", "÷", "="]
# rate: a fraction printed with its own digits, fraction: with all of them; ratio: a factor printed so; the others as
# in tables.
Shown = Unit | Literal["rate", "fraction", "ratio"]

# k€; parts below this are left out of an enumeration.
NOTHING = 1e-9
_DIGITS = {"rate": 4, "fraction": 6, "ratio": 6}


@dataclass(frozen=True, slots=True)
class Term:
    """One step: what it is called, its value, and what it does to the steps before it (`=`: what they came to).

    `about` and `year` say how to ask on; `origin` on what a given amount rests.
    """

    label: Text
    value: float
    unit: Shown = "amount"
    op: Op = "+"
    about: About = ()
    year: int | None = None
    origin: Origin | None = None

    def printed(self, language: Language, scale: Scale = "k") -> str:
        """Return the value as it is printed; where it can be clicked in a table, with the same digits."""
        if self.unit in ("rate", "fraction", "ratio"):
            size, mark = (1.0, "") if self.unit == "ratio" else (100.0, " %")
            text = f"{round(abs(self.value) * size, _DIGITS[self.unit]):.{_DIGITS[self.unit]}f}"
            return number(self.value * size, language, len(text.rstrip("0").partition(".")[2])) + mark
        unit = cast("Unit", self.unit)
        return Line(same(""), np.array([self.value]), unit=unit).cell(0, language, scale)


@dataclass(frozen=True, slots=True)
class Block:
    """Steps under one heading. Where there is a `total` they lead to it, in order; else they stand side by side."""

    title: Text
    terms: tuple[Term, ...]
    total: Term | None = None
    sentence: Text | None = None

    def worked_out(self) -> float:
        """Return what the steps come to, each applied to what was there before."""
        value = 0.0
        for term in self.terms:
            match term.op:
                case "×":
                    value *= term.value
                case "÷":
                    value /= term.value
                case "−":
                    value -= term.value
                case "=":
                    continue
                case "" | "+":
                    value += term.value
        return value


Fact = tuple[Text, Text]

PERCENT = Text("in procenten", "in percent")


@dataclass(frozen=True, slots=True)
class Explanation:
    """A figure and where it comes from. `caption` gives unit and prices, `meaning` its definition in words.

    `when` says which years it is of, where that is not `year` alone.
    """

    about: About
    year: int
    title: Text
    value: float
    unit: Shown
    caption: Text
    meaning: Text | None = None
    blocks: tuple[Block, ...] = ()
    facts: tuple[Fact, ...] = ()
    notes: tuple[Text, ...] = ()
    when: Text | None = None

    def total(self, label: Text | None = None) -> Term:
        """Return the figure as the end of a block."""
        return Term(label or self.title, self.value, self.unit, "=")


def largest_first(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Return the terms that are something, the largest first."""
    return tuple(sorted((term for term in terms if abs(term.value) > NOTHING), key=lambda term: -abs(term.value)))


def corrected(label: Text, terms: tuple[Term, ...], value: float, unit: Shown = "amount") -> tuple[Term, ...]:
    """Return the terms with one that says what keeps them from `value`, where something does."""
    missing = value - Block(label, terms).worked_out()
    if abs(missing) <= NOTHING:
        return terms
    return (*terms, Term(label, abs(missing), unit, "+" if missing > 0 else "−"))
