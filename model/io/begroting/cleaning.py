"""Text from strangers made safe: signs that cannot be seen go out of cells, and no text becomes a formula in a CSV."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from model.io.begroting.grids import Grid, GridRow, Value
from model.text import Text

_SPACES = "\t\n\r"
_FORMULA = "=+-@\t\r"
_BULLET = re.compile(r"-[-\s]*(?=[^\W\d])")
_LISTED = 8


def cleaned(grid: Grid) -> Grid:
    """Return a sheet without control characters and signs that cannot be seen, and say where they stood."""
    found: list[int] = []
    rows: list[GridRow] = []
    for row in grid.rows:
        text = "".join(cell for cell in row.cells if isinstance(cell, str))
        if not text.isprintable() and _visible(text) != text:
            found.append(row.number)
            rows.append(replace(row, cells=tuple(_cell(cell) for cell in row.cells)))
        else:
            rows.append(row)
    return replace(grid, rows=tuple(rows), said=(*grid.said, _told(found))) if found else grid


def _cell(cell: Value) -> Value:
    return _visible(cell).strip() if isinstance(cell, str) else cell


def _visible(text: str) -> str:
    """Return a text without control characters, marks of direction and signs of no width; white space stays."""
    return "".join(sign for sign in text if sign in _SPACES or unicodedata.category(sign) not in ("Cc", "Cf", "Cs"))


def _told(rows: Sequence[int]) -> Text:
    listed = ", ".join(map(str, rows[:_LISTED])) + (", …" if len(rows) > _LISTED else "")
    nl, en = ("rij", "row") if len(rows) == 1 else ("rijen", "rows")
    return Text(
        f"stuurtekens en onzichtbare tekens zijn weggelaten uit cellen: {nl} {listed}",
        f"control characters and signs that cannot be seen were taken out of cells: {en} {listed}",
    )


@dataclass(slots=True)
class Guard:
    """Keeps texts from becoming formulas in the files that are written, and counts how often it did."""

    count: int = 0

    def rows(self, rows: Iterable[Sequence[object]]) -> Iterator[list[object]]:
        """Yield rows with every text safe; numbers are not touched."""
        for row in rows:
            yield [self._cell(cell) for cell in row]

    def _cell(self, cell: object) -> object:
        if not isinstance(cell, str) or not cell.startswith(tuple(_FORMULA)):
            return cell
        self.count += 1
        return harmless(cell)

    def told(self) -> Text:
        """Return what was done, in a sentence."""
        one = self.count == 1
        return Text(
            f"{self.count} {'tekst' if one else 'teksten'} die een rekenblad als formule zou lezen: streepje ervoor"
            " weggelaten, of een apostrof ervoor gezet",
            f"{self.count} {'text' if one else 'texts'} that a spreadsheet would read as a formula: the dash before it"
            " left out, or an apostrophe put before it",
        )


def harmless(text: str) -> str:
    """Return a text as no spreadsheet takes it for a formula: without the dash of a list, or behind an apostrophe."""
    bare = _BULLET.sub("", text, count=1) if _BULLET.match(text) else text
    return f"'{bare}" if bare.startswith(tuple(_FORMULA)) else bare
