"""The kinds of numbers: amounts, whole numbers, years, and rates that a parameter may stand for."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from model.errors import Problem, shown
from model.kinds import Kind, WrongValue
from model.text import Text

FIRST_YEAR, LAST_YEAR = 1900, 2200

# Larger numbers, in k€ a thousand times what the world earns, are mistakes and would overflow.
LARGEST = 1e12
_LARGEST = Text(
    "een getal van hoogstens 1.000.000.000.000, ook onder 0", "a number of at most 1,000,000,000,000, also below 0"
)

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)
# What was meant as a number, written in a way that is none: 0,5 or 1.000.000 or nan.
_MEANT_AS_NUMBER = re.compile(r"[-+\d.,' _€%]*\d[-+\d.,' _€%]*([eE][-+]?\d+)?|[-+]?(nan|inf|infinity)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number(Kind):
    """A finite number between `low` and `high`; `above` excludes the lower bound itself."""

    low: float = -math.inf
    high: float = math.inf
    above: float = -math.inf

    @property
    def bounds(self) -> Text:
        """Return between which bounds the number lies, in words."""
        nl, en = ["een getal"], ["a number"]
        if self.above > -math.inf:
            nl.append(f"groter dan {self.above:.15g}")
            en.append(f"greater than {self.above:.15g}")
        if self.low > -math.inf:
            nl.append(f"van ten minste {self.low:.15g}")
            en.append(f"of at least {self.low:.15g}")
        if self.high < math.inf:
            nl.append(f"en ten hoogste {self.high:.15g}")
            en.append(f"and at most {self.high:.15g}")
        return Text(" ".join(nl), " ".join(en))

    @property
    def expected(self) -> Text:
        bounds = self.bounds
        if bounds.nl == "een getal":
            return Text(
                "een getal met een decimale punt, zoals 1234.5", "a number with a decimal point, such as 1234.5"
            )
        return Text(f"{bounds.nl}, met een decimale punt", f"{bounds.en}, with a decimal point")

    @property
    def schema(self) -> Mapping[str, object]:
        return self._schema("number")

    def _schema(self, type_: str) -> Mapping[str, object]:
        bounds = {"minimum": max(self.low, self.above), "maximum": self.high}
        kept = {name: bound for name, bound in bounds.items() if math.isfinite(bound)}
        return {"type": type_, "constraints": kept} if kept else {"type": type_}

    def problems(self, value: object, field: str) -> Iterator[Problem]:
        quoted = isinstance(value, str) and _MEANT_AS_NUMBER.fullmatch(value)
        for problem in Kind.problems(self, value, field):
            text = shown(value)
            found = Text(f"de tekst {text}; haal de aanhalingstekens weg", f"the text {text}; remove the quotes")
            yield replace(problem, values={**problem.values, "found": found}) if quoted else problem

    def read(self, text: str) -> float:
        if not _NUMBER.fullmatch(text):
            raise self.wrong()
        return self.accept(float(text))

    def accept(self, value: object) -> float:
        amount = self._bounded(value)
        if abs(amount) > LARGEST:
            raise WrongValue(_LARGEST)
        return amount

    def _bounded(self, value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.wrong()
        try:
            amount = float(value)
        except OverflowError:
            raise self.wrong() from None
        if not math.isfinite(amount) or not self.low <= amount <= self.high or amount <= self.above:
            raise self.wrong()
        return amount


@dataclass(frozen=True, slots=True)
class Whole(Number):
    """A whole number; `3.0` is one too, as other programs write it."""

    @property
    def bounds(self) -> Text:
        return self.expected

    @property
    def expected(self) -> Text:
        bound = f" van ten minste {self.low:.15g}" if self.low > -math.inf else ""
        return Text(f"een geheel getal{bound}", f"a whole number{bound.replace('van ten minste', 'of at least')}")

    @property
    def schema(self) -> Mapping[str, object]:
        return self._schema("integer")

    def read(self, text: str) -> int:
        return int(Number.read(self, text))

    def accept(self, value: object) -> int:
        amount = self._bounded(value)
        if not amount.is_integer():
            raise self.wrong()
        return int(amount)


@dataclass(frozen=True, slots=True)
class Year(Whole):
    """A calendar year."""

    low: float = FIRST_YEAR
    high: float = LAST_YEAR

    @property
    def expected(self) -> Text:
        return Text(f"een jaar van {FIRST_YEAR} tot en met {LAST_YEAR}", f"a year from {FIRST_YEAR} to {LAST_YEAR}")


@dataclass(frozen=True, slots=True)
class Rate(Kind):
    """A number within bounds, or the id of a parameter whose value is; only some may vary by year."""

    number: Number
    by_year: bool = False
    table: str = field(default="parameters", init=False)

    @property
    def expected(self) -> Text:
        bounds = self.number.expected
        return Text(f"{bounds.nl}, of het id van een parameter", f"{bounds.en}, or the id of a parameter")

    def read(self, text: str) -> float | str:
        if _NUMBER.fullmatch(text):
            return self.number.read(text)
        if _MEANT_AS_NUMBER.fullmatch(text):
            raise self.wrong()
        return text

    def accept(self, value: object) -> float | str:
        if isinstance(value, str) and value.strip():
            return self.read(value.strip())
        if isinstance(value, str):
            raise self.wrong()
        return self.number.accept(value)
