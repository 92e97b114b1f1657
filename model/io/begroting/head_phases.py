"""Phases that heads do not repeat: of later years beside a budget, and of mutations between two levels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from model.io.begroting.heads import AmountColumn, Heads

_MULTI_YEAR = ("OWB", "VB")  # publications that give later years beside their own
_SUPPLEMENTARY = ("1SUPP", "SSUPP", "2SUPP", "SW")


def with_phases(heads: Heads, filled: frozenset[int]) -> Heads:
    """Return heads in which later years have the phase of the budget beside them, and mutations that of their level.

    `filled` are the columns whose phase was printed over one to their left.
    """
    columns = [replace(column, filled=column.at in filled) for column in heads.amounts]
    for at, column in enumerate(columns[1:], start=1):
        if _continues(columns[at - 1], column):
            columns[at] = replace(column, fase=columns[at - 1].fase, filled=True)
    for at, column in enumerate(columns):
        if column.soort == "mutatie" and column.fase is None and not column.extrapolatie:
            columns[at] = replace(column, fase=_mutation_phase(columns, at))
    return replace(heads, amounts=tuple(columns))


def _continues(earlier: AmountColumn, column: AmountColumn) -> bool:
    """Return whether a bare year is the next one of a budget that gives several."""
    if column.fase is not None or column.soort != "stand" or column.jaar is None or column.vuo or earlier.vuo:
        return False
    return earlier.soort == "stand" and earlier.fase in _MULTI_YEAR and earlier.jaar == column.jaar - 1


def _mutation_phase(columns: Sequence[AmountColumn], at: int) -> str | None:
    """Return the phase that a mutation leads to: of the next level, else of the mutations that it follows."""
    column = columns[at]
    level = next((c for c in columns[at + 1 :] if c.soort == "stand" and c.vuo == column.vuo), None)
    if level is not None and level.fase is not None and column.jaar in (None, level.jaar):
        return level.fase
    earlier = next((c for c in reversed(columns[:at]) if c.fase is not None and c.vuo == column.vuo), None)
    if earlier is None or (earlier.soort == "stand" and earlier.fase not in _SUPPLEMENTARY):
        return None
    return earlier.fase
