"""Tables from budget pages, where one column of names holds verplichtingen, uitgaven, instruments and details.

What stands below what is told by indentation, by the column of the name, or by the kind of name (6.2, Subsidies, ...);
the reading whose sums agree best is taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from model.errors import Issue, shown
from model.io.begroting.cells import Tally, amounts_of, precision, split_chapter
from model.io.begroting.frame import Frame, title_article
from model.io.begroting.grids import GridRow
from model.io.begroting.lines import Doubt, Findings, Line
from model.io.begroting.misplaced import unplaced, with_their_doubles
from model.io.begroting.phases import plain
from model.io.begroting.sums import sort_out
from model.io.begroting.tables import RawTable
from model.io.begroting.total_flags import mark_of
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


def with_labels(table: RawTable) -> RawTable:
    """Return a table in which columns of names without a head, left of the amounts, are not said to be unused."""
    first = min(column.at for column in table.heads.amounts)
    unused = tuple(at for at in table.heads.unused if at > first or table.heads.names[at])
    return replace(table, heads=replace(table.heads, unused=unused))


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
        lines = with_their_doubles(lines)
        if not self.frame.vuo and not any(column.vuo for column in self.table.heads.amounts):
            self.findings.issues += unplaced(self._instruments(lines), lines)
        return lines

    def _instruments(self, lines: Sequence[Line]) -> list[Line]:
        """Return the instruments below verplichtingen, in a table that has no row of uitgaven."""
        if _heads_spending(self.table):
            return []
        return [line for line in lines if line.soort == "V" and line.depth and _INSTRUMENT.fullmatch(plain(line.label))]

    def _levels(self) -> list[Level]:
        rows = [(row, *_label(row, self.table)) for row in self.table.rows]
        named = [(row, column) for row, column, label in rows if label]
        levels: list[Level] = [_by_kind]
        if len({row.depth for row, _ in named}) > 1:
            levels.insert(0, _by_indent)
        if len({column for _, column in named}) > 1:
            levels.insert(0, _by_column)
        if len({row.bold for row, _ in named}) > 1:
            levels.append(_by_weight)
        return [*levels, _flat]

    def _read(self, level: Level, findings: Findings, tally: Tally) -> Iterator[Line]:
        at, titled = _Place(self.frame.vuo, self.frame.artikel), title_article(self.table)
        as_spent = self.frame.vuo == "U" and not _heads_spending(self.table)
        for row in self.table.rows:
            tally.rows += 1
            column, label = _label(row, self.table)
            filled = any(row.text(c.at) for c in self.table.heads.amounts)
            if _BOUND.fullmatch(plain(label)):
                tally.fractions.append(row.number)
                continue
            if as_spent and at.sort == "V" and _INSTRUMENT.fullmatch(plain(label)):
                at.sort, at.stack = "U", []
            at.move(row, label, level(row, column, label), filled=filled)
            if not filled:
                tally.empty += 1
            elif not label:
                findings.doubts.append(Doubt(self._issue(row, Text("een omschrijving", "a name"))))
            elif titled and at.article != titled and _ARTICLE.fullmatch(label):
                expected = Text(f"een rij van artikel {titled}", f"a row of article {titled}")
                findings.doubts.append(Doubt(self._issue(row, expected)))
            elif not at.sort:
                findings.doubts.append(Doubt(self._issue(row, _SORTS)))
            else:
                yield self._line(row, at, findings, tally)

    def _issue(self, row: GridRow, expected: Text) -> Issue:
        found = shown(_label(row, self.table)[1]) if _label(row, self.table)[1] else Text("niets", "nothing")
        return Issue("begroting-rij", self.table.grid.place(row.number), {"found": found, "expected": expected})

    def _line(self, row: GridRow, at: _Place, findings: Findings, tally: Tally) -> Line:
        columns = tuple(c for c in self.table.heads.amounts if c.vuo in ("", at.sort))
        unit = self.frame.unit or 1.0
        chapter = split_chapter(self.frame.hoofdstuk)
        values = amounts_of(self.table, row, columns, unit, self.frame.conventions, findings, tally)
        return Line(
            grid=self.table.grid, row=row.number, soort=at.sort, jaar=self.frame.jaar or 0, fase=self.frame.fase or "",
            hoofdstuk=chapter[0].upper(), hoofdstuknaam=chapter[1], artikel=at.article, artikelnaam=at.title,
            path=tuple(label for _, label, _ in at.stack),
            scope=tuple(f"{label}|{number}" for _, label, number in at.stack),
            columns=columns, values=values, precision=precision(unit), table=self.table.heads.row,
            gemerkt=mark_of(row.text(self.table.heads.roles.get("totaal"))),
        )  # fmt: skip


def _heads_spending(table: RawTable) -> bool:
    found = (_SECTION.fullmatch(plain(_label(row, table)[1])) for row in table.rows)
    return any(section and section[1] == "uitgaven" for section in found)


@dataclass(slots=True)
class _Place:
    """Where the reading of a table has come: kind of amount, article, and the names above the row."""

    sort: str
    article: str
    title: str = ""
    stack: list[tuple[float, str, int]] = field(default_factory=list)

    def move(self, row: GridRow, label: str, height: float, *, filled: bool) -> None:
        """Go to a row: a heading of an article or of a kind of amount starts anew, a name goes below those above it."""
        words = plain(label)
        if found := _ARTICLE.fullmatch(label):
            self.article, self.title, self.stack = found[1], found[2], []
        elif section := _SECTION.fullmatch(words):
            self.sort, self.stack = section[1][0].upper(), []
        elif _TOTAL.fullmatch(words):
            self.stack = []
        elif label and (filled or _rank(label) < 3):
            while self.stack and self.stack[-1][0] >= height:
                self.stack.pop()
            self.stack.append((height, label, row.number))


def _by_kind(row: GridRow, _: int, label: str) -> float:
    return _rank(label) - (0.25 if row.bold else 0)


def _by_indent(row: GridRow, _: int, __: str) -> float:
    return 1 + row.depth - (0.5 if row.bold else 0)


def _by_column(_: GridRow, column: int, __: str) -> float:
    return 1.0 + column


def _flat(_: GridRow, __: int, ___: str) -> float:
    return 1.0  # nothing tells what stands below what but the sums


def _by_weight(row: GridRow, _: int, __: str) -> float:
    return 1.0 if row.bold else 2.0


_SORTS = Text(
    "een kop Verplichtingen, Uitgaven of Ontvangsten erboven (of geef --soort)",
    "a heading Verplichtingen, Uitgaven or Ontvangsten above it (or use --soort)",
)


def _label(row: GridRow, table: RawTable) -> tuple[int, str]:
    """Return the name of a row and in which column it stands; a number in a column before it belongs to it."""
    first = min(column.at for column in table.heads.amounts)
    mark = table.heads.roles.get("totaal")
    texts = [(at, row.text(at)) for at in range(min(first, len(row.cells))) if row.text(at) and at != mark]
    if not texts:
        return 0, ""
    return next(((at, text) for at, text in texts if re.search(r"[^\W\d]", text)), texts[-1])


def _rank(label: str) -> float:
    """Return how deep names of a kind stand: 6.2, an instrument, anything else; a dash puts it deeper."""
    words = plain(label).lstrip("-\u2012\u2013•* ")
    deeper = 0.5 if re.match(r"\s*[-\u2012\u2013•*]", label) else 0.0
    if _NUMBER.match(label):
        return 1.0 + 0.1 * label.split(maxsplit=1)[0].count(".")
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
