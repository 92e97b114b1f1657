"""The filling of each source of money: one colour and pattern on every page, whatever else is drawn beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash_app.figures.vulling import gevuld
from model.result import Result
from model.tables import Line

# Each at least 3:1 on white; none is the red of a shortfall.
_KLEUREN = ("#154273", "#a1521a", "#2f6b34", "#7a2e7c", "#8a6a00", "#0b6a78", "#5a5fb0", "#b0508f", "#4a4a4a", "#5c3d1e", "#3a80bd", "#6b7f1f")  # fmt: skip
_PATRONEN = ("", "/", "\\", "-", "/", ".", "\\", "|", "+", "x", "-", ".")
_SAMEN = gevuld("#76808a", "-")
_SOORTEN = ("dekkingsbron", "betaling")


def bronnen(result: Result) -> tuple[str, ...]:
    """Return the sources in the order that gives them their filling: those of the dataset, then new ones."""
    return tuple(dict.fromkeys([*result.plan.baseline.sources, *result.plan.sources]))


def bronvulling(line: Line, order: Sequence[str]) -> dict[str, Any]:
    """Return the filling of a line: that of its source, or grey where it stands for several."""
    if line.about[:1] and line.about[0] in _SOORTEN and line.about[1] in order:
        number = order.index(line.about[1])
        return gevuld(_KLEUREN[number % len(_KLEUREN)], _PATRONEN[number % len(_PATRONEN)])
    return _SAMEN
