"""Tables from budget pages, where one column of names holds verplichtingen, uitgaven, instruments and details.

What stands below what is told by indentation, by the column of the name, or by the kind of name (6.2, Subsidies, ...);
the reading whose sums agree best is taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from model.errors import Issue, shown
from model.io.begroting.flat import Tally, amounts_of, precision, split_chapter
from model.io.begroting.frame import Frame
from model.io.begroting.grids import GridRow
from model.io.begroting.lines import Doubt, Findings, Line
from model.io.begroting.phases import plain
from model.io.begroting.sums import sort_out
from model.io.begroting.tables import RawTable
from model.text import Text

_SECTION = re.compile(
    r"(?:\d+ )?(?:tota(?:al|le) )?(?:programma|apparaats?)?-?\s?(verplichtingen|uitgaven|ontvangsten)(?: totaal)?:?"
)
_ARTICLE = re.compile(r"(?:beleids|niet-beleids)?art(?:ikel|\.)\s*(\d+[a-z]?)\b[.:]?\s*(.*)", re.IGNORECASE)
_NUMBER = re.compile(r"\s*[a-z]?\d+(?:\.\d+)+\b")
_INSTRUMENT = re.compile(
    r"(subsidies?|opdracht(en)?|bijdragen?|leningen|garanties?|bekostiging|inkomensoverdracht(en)?"
    r"|(personele|materiele) (uitgaven|kosten)|vermogensverschaffing\w*|stortingen?.*|bekostiging|rente|apparaat\w*"
    r"|(schade)?vergoeding\w*|kapitaaluitgaven|institutionele subsidie)\b.*"
)
_TOTAL = re.compile(r"(?:eind)?totaal\b.*")
_BOUND = re.compile(r".*juridisch verplicht.*")

Level = Callable[[GridRow, int, str], float]


def is_outline(table: RawTable) -> bool:
    """Return whether a table has rows that head verplichtingen, uitgaven or ontvangsten, or no article per row."""
    heads = table.heads
    if "vuo" in heads.roles and "artikel" in heads.roles:
        return False
    if "artikel" not in heads.roles and "hoofdstuk" not in heads.roles:
        return True
    return any(_SECTION.fullmatch(plain(_label(row, table)[1])) for row in table.rows)


@dataclass(slots=True)
class OutlineReader:
    """Reads the rows of one page table into lines; what cannot be placed goes to `findings`."""

    table: RawTable
    frame: Frame
    findings: Findings
    tally: Tally

    def lines(self) -> list[Line]:
        """Return the lines in the hierarchy whose sums agree best."""
        readings = []
        for level in self._levels():
            findings, tally = Findings.none(), Tally()
            lines = list(self._read(level, findings, tally))
            readings.append((_agreement(lines), lines, findings, tally))
        _, lines, findings, tally = max(readings, key=lambda reading: reading[0])
        self.findings.take(findings)
        self.tally.take(tally)
        return lines

    def _levels(self) -> list[Level]:
        rows = [(row, *_label(row, self.table)) for row in self.table.rows]
        levels: list[Level] = [lambda row, column, label: _rank(label) - (0.25 if row.bold else 0)]
        if len({row.depth for row, _, label in rows if label}) > 1:
            levels.insert(0, lambda row, column, label: 1 + row.depth - (0.5 if row.bold else 0))
        if len({column for _, column, label in rows if label}) > 1:
            levels.insert(0, lambda row, column, label: 1 + column)
        if len({row.bold for row, _, label in rows if label}) > 1:
            levels.append(lambda row, column, label: 1.0 if row.bold else 2.0)
        return levels

    def _read(self, level: Level, findings: Findings, tally: Tally) -> Iterator[Line]:
        sort, article, title = self.frame.vuo, self.frame.artikel, ""
        stack: list[tuple[float, str, int]] = []
        for row in self.table.rows:
            tally.rows += 1
            column, label = _label(row, self.table)
            words = plain(label)
            filled = any(row.text(c.at) for c in self.table.heads.amounts)
            if found := _ARTICLE.fullmatch(label):
                article, title, stack = self.frame.artikel or found[1], found[2], []
            elif found := _SECTION.fullmatch(words):
                sort, stack = found[1][0].upper(), []
            elif _TOTAL.fullmatch(words):
                stack = []
            elif _BOUND.fullmatch(words):
                tally.fractions.append(row.number)
                continue
            elif label and (filled or _rank(label) < 3):
                height = level(row, column, label)
                while stack and stack[-1][0] >= height:
                    stack.pop()
                stack.append((height, label, row.number))
            if not filled:
                tally.empty += 1
            elif not label:
                findings.doubts.append(Doubt(self._issue(row, Text("een omschrijving", "a name"))))
            elif not sort:
                findings.doubts.append(Doubt(self._issue(row, _SORTS)))
            else:
                yield from self._line(row, sort, (article, title), stack, findings, tally)

    def _issue(self, row: GridRow, expected: Text) -> Issue:
        found = shown(_label(row, self.table)[1]) if _label(row, self.table)[1] else Text("niets", "nothing")
        return Issue("begroting-rij", self.table.grid.place(row.number), {"found": found, "expected": expected})

    def _line(
        self,
        row: GridRow,
        sort: str,
        article: tuple[str, str],
        stack: Sequence[tuple[float, str, int]],
        findings: Findings,
        tally: Tally,
    ) -> Iterator[Line]:
        columns = tuple(c for c in self.table.heads.amounts if c.vuo in ("", sort))
        unit = self.frame.unit or 1.0
        chapter = split_chapter(self.frame.hoofdstuk)
        values = amounts_of(self.table, row, columns, unit, self.frame.conventions, findings, tally)
        yield Line(
            grid=self.table.grid, row=row.number, soort=sort, jaar=self.frame.jaar or 0, fase=self.frame.fase or "",
            hoofdstuk=chapter[0].upper(), hoofdstuknaam=chapter[1], artikel=article[0], artikelnaam=article[1],
            path=tuple(label for _, label, _ in stack), scope=tuple(f"{label}|{at}" for _, label, at in stack),
            columns=columns, values=values, precision=precision(unit), table=self.table.heads.row,
        )  # fmt: skip


_SORTS = Text(
    "een kop Verplichtingen, Uitgaven of Ontvangsten erboven (of geef --soort)",
    "a heading Verplichtingen, Uitgaven or Ontvangsten above it (or use --soort)",
)


def _label(row: GridRow, table: RawTable) -> tuple[int, str]:
    """Return the name of a row and in which column it stands; a number in a column before it belongs to it."""
    first = min(column.at for column in table.heads.amounts)
    texts = [(at, row.text(at)) for at in range(min(first, len(row.cells))) if row.text(at)]
    if not texts:
        return 0, ""
    worded = next(((at, text) for at, text in texts if re.search(r"[^\W\d]", text)), texts[-1])
    return worded


def _rank(label: str) -> float:
    """Return how deep names of a kind stand: 6.2, an instrument, anything else; a dash puts it deeper."""
    words = plain(label).lstrip("-\u2012\u2013•* ")
    deeper = 0.5 if re.match(r"\s*[-\u2012\u2013•*]", label) else 0.0
    if _NUMBER.match(label):
        return 1.0 + 0.1 * label.split()[0].count(".")
    return (2.0 if _INSTRUMENT.fullmatch(words) else 3.0) + deeper


def _agreement(lines: Sequence[Line]) -> tuple[int, int, int]:
    """Return how well a reading adds up: fewest articles and totals that do not, then most totals that do."""
    groups: dict[object, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.group, []).append(line)
    sums = [sort_out(group) for group in groups.values()]
    wrong = sum(bool(check.differences) for found in sums for check in found.checks)
    return (
        -sum(not found.usable for found in sums),
        -wrong,
        sum(not check.differences for found in sums for check in found.checks),
    )
