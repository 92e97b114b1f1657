"""How a part of a chart is filled: a colour, and a quiet pattern as second cue."""

from __future__ import annotations

from typing import Any

from dash_app.figures.huisstijl import KLEUREN, TEKORT

_SHAPES = ("", "/", "\\", "-", "/", ".", "\\", "|", "+", "x")


def vulling(number: int) -> dict[str, Any]:
    """Return the filling of the `number`-th part: a colour, and a quiet pattern as second cue."""
    return gevuld(KLEUREN[number % len(KLEUREN)], _SHAPES[number % len(_SHAPES)])


def gevuld(color: str, shape: str = "") -> dict[str, Any]:
    """Return a colour with a light pattern over it."""
    pattern = {
        "shape": shape,
        "fillmode": "overlay",
        "fgcolor": "#ffffff",
        "fgopacity": 0.4,
        "size": 9,
        "solidity": 0.12,
    }
    return {"color": color, "pattern": pattern, "line": {"color": "#ffffff", "width": 1}}


def ongedekt() -> dict[str, Any]:
    """Return the filling of what nobody pays: hatched on white."""
    pattern = {
        "shape": "/",
        "fillmode": "replace",
        "fgcolor": TEKORT,
        "bgcolor": "#ffffff",
        "size": 6,
        "solidity": 0.22,
    }
    return {"color": TEKORT, "pattern": pattern, "line": {"color": TEKORT, "width": 1}}


def omlijnd(marker: dict[str, Any], values: Any) -> dict[str, Any]:
    """Return a filling whose outline is left out where there is nothing to fill."""
    width = marker["line"]["width"]
    return {**marker, "line": {**marker["line"], "width": [width if abs(v) >= 0.5 else 0 for v in values]}}
