"""What the cells of a table's rows hold: amounts in k€, with what was counted and doubted on the way."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from model.errors import Issue, shown
from model.io.begroting.amounts import Convention, read_amount
from model.io.begroting.grids import GridRow
from model.io.begroting.heads import AmountColumn
from model.io.begroting.lines import Doubt, Findings
from model.io.begroting.tables import RawTable

_CHAPTER = re.compile(r"([IVXLivxl]+[ABab]?|[A-Za-z])(?:\s*[,:.-]\s+(.+))?|(\d+)")


@dataclass(slots=True)
class Tally:
    """What was counted while reading a table."""

    rows: int = 0
    texts: Counter[str] = field(default_factory=Counter)
    empty: int = 0
    fractions: list[int] = field(default_factory=list)
    subtotals: list[int] = field(default_factory=list)

    def take(self, other: Tally) -> None:
        """Add what was counted in another reading."""
        self.rows += other.rows
        self.texts += other.texts
        self.empty += other.empty
        self.fractions += other.fractions
        self.subtotals += other.subtotals


def split_chapter(text: str) -> tuple[str, str]:
    """Return the number and name of a chapter written as `VII`, or as `VII, Binnenlandse Zaken`."""
    found = _CHAPTER.fullmatch(text.strip())
    if not found:
        return text.strip(), ""
    return found[1] or found[3], found[2] or ""


def precision(unit: float) -> float:
    """Return what amounts of a unit are rounded to at the coarsest, k€; those in millions have one decimal."""
    return max(1.0, unit / 10)


def amounts_of(
    table: RawTable,
    row: GridRow,
    columns: tuple[AmountColumn, ...],
    unit: float | None,
    conventions: dict[int, Convention],
    findings: Findings,
    tally: Tally,
) -> tuple[float | None, ...]:
    """Return the amounts of a row in k€; cells that hold none are doubts, with what was found."""
    values: list[float | None] = []
    for column in columns:
        cell = row.cells[column.at] if column.at < len(row.cells) else None
        read = read_amount(cell, conventions[column.at])
        factor = read.unit or column.unit or unit or 1.0
        if read.vorm in ("getal", "nihil") and read.amount is not None:
            values.append(read.amount * factor)
            if read.text or (table.grid.sheet and isinstance(cell, str)):
                tally.texts[read.vorm] += 1
            continue
        values.append(None)
        if read.vorm != "leeg":
            place = table.grid.place(row.number, column.at, column.head)
            code = "begroting-getal-meerduidig" if read.vorm == "meerduidig" else "begroting-cel"
            issue = Issue(code, place, {"found": shown(row.text(column.at))})
            findings.doubts.append(Doubt(issue, (table.grid.sheet, row.number, column.vuo)))
    return tuple(values)
