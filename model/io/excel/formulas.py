"""The formulas of a sheet as text: shared ones written out for each cell, and those that fill a range."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from model.io.excel.book import Position, address, position
from model.io.excel.handover import Columns
from model.io.excel.strings import Unreadable, unescaped

_QUOTED = re.compile(r'"[^"]*"' + r"|'[^']*'")


class Formulas:
    """Writes out the formulas of one sheet; `translated` moves a formula from one cell to another, with its =."""

    def __init__(self, translated: Callable[[str, str, str], str]) -> None:
        self._translated = translated
        self._shared: dict[str | None, tuple[str, str]] = {}
        self._filling: list[tuple[str, str]] = []

    def read(self, element: etree._Element, at: Position) -> str:
        """Return the formula in a cell without its equals sign; a data table reads as TABLE(row cell,column cell)."""
        kind, text = element.get("t"), unescaped(element.text or "").removeprefix("=")
        if kind == "shared":
            return self._written_out(element.get("si"), text, address(at))
        if kind == "dataTable":
            text = _table(element)
        if kind in {"array", "dataTable"}:
            self._filling.append((element.get("ref", ""), text))
        return text

    def fill(self, sheet: Columns) -> None:
        """Give every cell in the range of an array formula or a data table its formula: nobody typed its value."""
        ranges = [(*_corners(ref), text) for ref, text in self._filling if ":" in ref]
        if not ranges:
            return
        for at in zip(sheet.rows, sheet.columns, strict=True):
            for (top, left), (bottom, right), text in ranges:
                if top <= at[0] <= bottom and left <= at[1] <= right:
                    sheet.formulas.setdefault(at, text)

    def _written_out(self, index: str | None, text: str, here: str) -> str:
        if text:
            self._shared.setdefault(index, (text, here))
            return text
        if index not in self._shared:
            raise Unreadable
        origin, there = self._shared[index]
        return self._translated(f"={origin}", there, here).removeprefix("=")


def is_dde(formula: str) -> bool:
    """Return whether a formula asks another program for its value, as in cmd|'/c calc'!A0."""
    return "|" in formula and "|" in _QUOTED.sub("", formula)


def _corners(ref: str) -> tuple[Position, Position]:
    first, _, last = ref.partition(":")
    return position(first), position(last)


def _table(element: etree._Element) -> str:
    first, second = element.get("r1", ""), element.get("r2", "")
    if element.get("dt2D") in {"1", "true"}:
        return f"TABLE({first},{second})"
    return f"TABLE({first},)" if element.get("dtr") in {"1", "true"} else f"TABLE(,{first})"
