"""A published budget file read whole: its tables as lines, sorted out per article, with everything there is to say.

Structure that is not clear is asked at once, all of it; cells that cannot be taken over are doubts, for the caller.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from model.errors import InputError, Issue, Place, known, shown
from model.io.begroting.book_grid import book_grids, is_book, refuse_others
from model.io.begroting.cells import Tally
from model.io.begroting.checks import Sums
from model.io.begroting.choice import Choice
from model.io.begroting.cleaning import cleaned
from model.io.begroting.flat import FlatReader
from model.io.begroting.frame import Frame, frame_of
from model.io.begroting.grids import Grid
from model.io.begroting.lines import Doubt, Findings, Line, moment_of
from model.io.begroting.mutations import Broken, broken, settle_last, with_levels
from model.io.begroting.outline import OutlineReader, is_outline, with_labels
from model.io.begroting.phases import plain
from model.io.begroting.row_names import with_row_names
from model.io.begroting.strays import find_strays
from model.io.begroting.subtitles import subtitles
from model.io.begroting.sums import sort_out
from model.io.begroting.tables import RawTable, tables_of
from model.io.begroting.text_grid import read_bytes, read_text_grid
from model.io.begroting.total_flags import mark_issues, with_mark
from model.io.begroting.trial import settled
from model.text import Text

Key = tuple[str, int, str, str, str, str, int, str, str]


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of one article (or chapter, or the Rijk), of one kind and publication, sorted out."""

    key: Key
    lines: tuple[Line, ...]
    sums: Sums

    @property
    def first(self) -> Line:
        """Return the first line."""
        return self.lines[0]


@dataclass(slots=True)
class Budget:
    """What a file holds. `groups` are articles, `wider` the totals of chapters and of the Rijk, by what they add up.

    `unread` are the questions about tables that a person lets be left out; `left_out` counts lines not selected.
    """

    file: str
    digest: str
    groups: list[Group] = field(default_factory=list)
    wider: list[Line] = field(default_factory=list)
    broken: list[Broken] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    said: list[Text] = field(default_factory=list)
    tables: list[tuple[RawTable, Tally]] = field(default_factory=list)
    left_out: Mapping[str, int] = field(default_factory=dict)
    unread: list[Issue] = field(default_factory=list)


def read_budget(path: Path, choice: Choice) -> Budget:
    """Return what the file at `path` holds, with `choice` for what it leaves open.

    Amounts are in k€. Raises `InputError` with every question about its structure, or where it cannot be read.
    """
    raw = read_bytes(path)
    refuse_others(raw, path.name)
    grids = book_grids(raw, path.name, choice.blad) if is_book(raw) else [read_text_grid(path, raw)]
    grids = [cleaned(grid) for grid in grids]
    budget = Budget(path.name, sha256(raw).hexdigest())
    findings, lines = Findings.none(), list[Line]()
    for grid in grids:
        budget.said += grid.said
        lines += _grid_lines(grid, choice, findings, budget, alone=len(grids) == 1)
    if not budget.tables and not findings.issues:
        findings.issues.append(Issue("begroting-geen-kop", Place(path.name)))
    if findings.issues and choice.overslaan and lines:
        budget.unread = list(findings.issues)
    elif findings.issues:
        raise InputError(findings.issues)
    budget.said += findings.said
    budget.doubts = findings.doubts
    _sort(budget, _selected(lines, choice, budget), choice)
    return budget


def _grid_lines(grid: Grid, choice: Choice, findings: Findings, budget: Budget, *, alone: bool) -> list[Line]:
    found = tables_of(grid)
    tables = [table for table in found if table.rows]
    if found and not tables and alone:
        findings.issues.append(Issue("begroting-zonder-rijen", grid.place(found[-1].heads.row)))
    if not tables and not alone:
        budget.said.append(
            Text(f"blad {grid.sheet}: geen tabel met bedragen", f"sheet {grid.sheet}: no table of amounts")
        )
    lines: list[Line] = []
    for table in tables:
        if "maatregel" in table.heads.roles and "artikel" not in table.heads.roles:
            place = grid.place(table.heads.row)
            findings.issues.append(Issue("begroting-maatregelen", place, {"rows": len(table.rows)}))
            continue
        lines += _table_lines(table, choice, findings, budget)
    return lines


def _table_lines(table: RawTable, choice: Choice, findings: Findings, budget: Budget) -> list[Line]:
    before = len(findings.issues)
    table = with_row_names(with_mark(table))
    findings.issues += mark_issues(table)
    findings.issues += subtitles(table)
    find_strays(table, findings)
    frame = frame_of(table, choice, findings)
    tally = Tally()
    if outline := is_outline(table):
        table = with_labels(table)
    _ask_article(table, outline=outline, hoofdstuk=frame.hoofdstuk, artikel=frame.artikel, vuo=frame.vuo, to=findings)
    budget.tables.append((table, tally))
    findings.issues += _twice(table, frame)
    if len(findings.issues) > before:
        return []
    kind = OutlineReader if outline else FlatReader
    frame = settled(table, frame, findings, lambda frame: list(kind(table, frame, Findings.none(), Tally()).lines()))
    reader = kind(table, frame, findings, tally)
    lines = settle_last(table, list(reader.lines()), choice, findings)
    budget.broken += broken(lines)
    return with_levels(lines)


def _ask_article(table: RawTable, *, outline: bool, hoofdstuk: str, artikel: str, vuo: str, to: Findings) -> None:
    """Ask for chapter, article and kind of amount where neither the table nor a person says them."""
    roles, amounts = table.heads.roles, table.heads.amounts
    columns = {"columns": shown(" | ".join(name for name in table.heads.names if name))}
    place = table.grid.place(table.heads.row)
    if not hoofdstuk and (outline or "hoofdstuk" not in roles):
        to.issues.append(Issue("begroting-hoofdstuk", place, columns))
    if not artikel and not _says_article(table) and (outline or "artikel" not in roles):
        to.issues.append(Issue("begroting-artikel", place, columns))
    if not vuo and not outline and "vuo" not in roles and not any(column.vuo for column in amounts):
        to.issues.append(Issue("begroting-soort", place, columns))


def _twice(table: RawTable, frame: Frame) -> list[Issue]:
    """Return an issue for each column that gives levels of the same year and phase as an earlier one."""
    seen: dict[object, str] = {}
    issues = []
    for column in table.heads.amounts:
        key = (column.vuo, moment_of(column, frame.jaar or 0, frame.fase or ""))
        earlier = seen.setdefault(key, column.head) if column.soort != "mutatie" else column.head
        if earlier is not column.head:
            place = table.grid.place(table.heads.row, column.at, column.head)
            issues.append(Issue("begroting-kolom-dubbel", place, {"found": shown(column.head), "more": shown(earlier)}))
    return issues


def _says_article(table: RawTable) -> bool:
    words = [plain(text) for row in table.rows for text in row.texts[:1]]
    return any(word.startswith(("artikel ", "art. ", "beleidsartikel ")) for word in words)


def _selected(lines: Sequence[Line], choice: Choice, budget: Budget) -> list[Line]:
    """Return the lines that a person asked for; raise `InputError` where a choice selects nothing."""
    wanted: dict[str, tuple[object, Callable[[Line], object]]] = {
        "--hoofdstuk": (choice.hoofdstuk, lambda line: line.hoofdstuk),
        "--artikel": (choice.artikel, lambda line: line.artikel),
        "--begrotingsjaar": (choice.begrotingsjaar, lambda line: line.jaar),
    }
    left: dict[str, int] = {}
    issues = []
    for option, (value, of) in wanted.items():
        if value is None or not lines:
            continue
        kept = [line for line in lines if str(of(line)).upper() == str(value).upper()]
        if not kept:
            names = dict.fromkeys(str(of(line)) for line in lines if str(of(line)))
            values = {"option": option, "found": shown(str(value)), "expected": known(names, str(value), limit=40)}
            issues.append(Issue("begroting-niet-gevonden", Place(budget.file), values))
            continue
        left[option] = len(lines) - len(kept)
        lines = kept
    if issues:
        raise InputError(issues)
    budget.left_out = {option: count for option, count in left.items() if count}
    return list(lines)


def _sort(budget: Budget, lines: Sequence[Line], choice: Choice) -> None:
    groups: dict[Key, list[Line]] = defaultdict(list)
    for line in lines:
        if line.of == "artikel":
            groups[(line.grid.sheet, line.table, *line.group)].append(line)
        else:
            budget.wider.append(line)
    keep = None if choice.dubbel is None else choice.dubbel == "alle"
    for key, found in groups.items():
        budget.groups.append(Group(key, tuple(found), sort_out(found, keep_doubles=keep)))
