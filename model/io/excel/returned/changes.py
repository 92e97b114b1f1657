"""What differs between a workbook as it was handed out and as it came back: changed inputs, and findings."""

from __future__ import annotations

from dataclasses import dataclass, field

from model.errors import Issue, Place
from model.io.excel.book import Cell, Position, Value
from model.io.excel.choice import Choice
from model.io.excel.found import Column
from model.io.excel.layout import Content, Key


@dataclass(frozen=True, slots=True)
class Opened:
    """An open cell whose content is not what was handed out: what stood there, what may stand there, what was found.

    `said` is where it stands, in words, `label` what its row is called, `unit` the unit of that.
    """

    key: Key
    column: Column
    old: Content
    choice: Choice | None
    cell: Cell | None
    position: Position | None
    said: str
    label: str
    unit: str

    @property
    def value(self) -> Value:
        """Return what stands in the cell, without blanks around words."""
        value = None if self.cell is None else self.cell.value
        return value.strip() if isinstance(value, str) else value


@dataclass(frozen=True, slots=True)
class Change:
    """An input that was changed, in the unit of its cell: from `old` to `new`."""

    key: Key
    column: Column
    old: Content
    new: float | str
    said: str
    label: str
    unit: str


@dataclass(slots=True)
class Findings:
    """What was found in one file: `refused` for what keeps it from being understood, `noticed` for the rest."""

    file: str
    refused: list[Issue] = field(default_factory=list)
    noticed: list[Issue] = field(default_factory=list)

    def refuse(self, code: str, said: str = "", **values: object) -> None:
        """Add a finding for which the workbook is refused."""
        self.refused.append(Issue(code, Place(self.file, path=said), values))

    def lead(self, code: str, said: str = "", **values: object) -> None:
        """Add a finding that others follow from, before them."""
        self.refused.insert(0, Issue(code, Place(self.file, path=said), values))

    def notice(self, code: str, said: str = "", **values: object) -> None:
        """Add a finding that its reader should know."""
        self.noticed.append(Issue(code, Place(self.file, path=said), values))
