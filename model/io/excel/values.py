"""When two values of cells are equal, and what is said of those that are not."""

from __future__ import annotations

import math

from model.errors import figure, shown
from model.io.excel.book import Cell, Position
from model.io.excel.draft import Draft
from model.io.excel.found import Column
from model.io.excel.layout import Key
from model.io.excel.returned.located import Located
from model.text import Text, same

# How far two numbers may be apart: relatively, and absolutely for amounts (k€) and for everything else.
# Source: model, section 4 (ratios treat less than 1e-6 k€ as 0).
RELATIVE, AMOUNT, OTHER = 1e-9, 1e-6, 1e-9

DEVIATION, _ALLOWED = "afwijking", "toegestaan"  # columns of Controles

_SHARE, _ASKED = "betaalbaar", "gevraagd"  # rows of a source's turn on Berekening

_NOTHING = Text("niets", "nothing")
_FORMULA = Text("een formule", "a formula")


def equal(one: object, other: object, tolerance: float) -> bool:
    """Return whether two values are equal: numbers within the tolerance, no value and an empty text alike."""
    a, b = number(one), number(other)
    if a is not None and b is not None:
        return a == b or abs(a - b) <= max(tolerance, RELATIVE * max(abs(a), abs(b)))
    return a is None and b is None and ("" if one is None else one) == ("" if other is None else other)


def number(value: object) -> float | None:
    """Return a value as a number, `None` where it is none."""
    plain = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    return float(value) if plain else None  # type: ignore[arg-type]


def distance(one: object, other: object) -> float:
    """Return how far two numbers are apart, relative to the larger one, or to 1 where that is larger; 0 for others."""
    a, b = number(one), number(other)
    return 0.0 if a is None or b is None else abs(a - b) / max(abs(a), abs(b), 1.0)


def tolerance(number_format: str) -> float:
    """Return how far a number of this display format may be off: only amounts have thousands marks."""
    return AMOUNT if "#,##0" in number_format else OTHER


def tolerances(draft: Draft, page: Located) -> dict[Position, float]:
    """Return how far the cells of a page of `draft` may be off: amounts, and deviations as far as is allowed there."""
    bounds: dict[Position, float] = {}
    for row, column, item in draft.pages[page.name].cells():
        name = page.named((row, column))
        allowed = page.cell(name[1], _ALLOWED) if name is not None and name[2] == DEVIATION else None
        if allowed is not None and isinstance(allowed.value, float):
            bounds[row, column] = allowed.value
        elif item.style == "amount":
            bounds[row, column] = AMOUNT
        elif name is not None and name[1][0].endswith(_SHARE):
            bounds[row, column] = _of_share(page, name[1], name[2])
    return bounds


def _of_share(page: Located, key: Key, column: Column) -> float:
    """Return how far the part that can be paid may be off: as little as the amount that it is a part of lets matter."""
    asked = page.cell((key[0].removesuffix(_SHARE) + _ASKED, *key[1:]), column)
    amount = number(asked.value) if asked is not None else None
    return OTHER if amount is None else AMOUNT / max(abs(amount), AMOUNT)


def cells_told(count: int) -> Text:
    """Return how many cells there are, in words."""
    return Text("1 cel", "1 cell") if count == 1 else Text(f"{count} cellen", f"{count} cells")


def told(value: object, beside: object = None) -> Text:
    """Return a value as sentences tell it; a number with more decimals where it would read like the one beside it."""
    plain = number(value)
    if value is None or value == "":
        return _NOTHING
    if plain is None:
        return same(str(value) if isinstance(value, bool) else shown(value))
    other = number(beside)
    if other is not None and other != plain and figure(plain) == figure(other):
        return same(f"{plain:.17g}".replace("e", "E"))
    return figure(plain)


def formula_told(cell: Cell | None) -> Text:
    """Return what stands in a cell where a formula is expected, or one that is changed."""
    if cell is None:
        return _NOTHING
    return told(cell.value) if cell.formula is None else same(f"={cell.formula}"[:_LONGEST])


_LONGEST = 160

__all__ = [
    "AMOUNT", "DEVIATION", "OTHER", "RELATIVE", "cells_told", "distance", "equal", "formula_told", "number", "told",
    "tolerance", "tolerances",
]  # fmt: skip
