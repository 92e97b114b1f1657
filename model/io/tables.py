"""CSV tables of a dataset: each cell read by the kind of its column, every mistake kept with its place."""

from __future__ import annotations

import csv
import difflib
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from model.errors import InputError, Issue, Place, figure, known, shown
from model.io.text_files import MIB, exists, read_text
from model.kinds import UNREAD, WrongValue
from model.schema import KEUR, Column, Table
from model.text import Text, same

MAX_BYTES = 64 * MIB
MAX_ROWS = 500_000
MAX_CELL = MIB

_SAVING = Text("in Excel heet dat 'CSV UTF-8'", "Excel calls that 'CSV UTF-8'")

# An amount with three decimals is more often one in euros: 4.000 is four thousand to who writes Dutch.
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}", re.ASCII)

_CSV_ERRORS = {
    "unexpected end of data": Text(
        "een aanhalingsteken gaat open en niet meer dicht", "a quote is opened and never closed"
    ),
    "expected after": Text("na een sluitend aanhalingsteken volgt nog tekst", "text follows after a closing quote"),
    "field larger": Text(
        "een cel is langer dan 1 MiB, meestal omdat een aanhalingsteken niet sluit",
        "a cell is longer than 1 MiB, mostly because a quote is not closed",
    ),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as a spreadsheet counts it, its values by column (`None`: empty), its texts as found."""

    number: int
    values: dict[str, object]

    @property
    def whole(self) -> bool:
        """Return whether every cell could be read."""
        return UNREAD not in self.values.values()


@dataclass(slots=True)
class Sheet:
    """A table as read. `complete` is false where rows may be missing, so that references to it prove nothing.

    `misspelt` holds the columns whose values are not known because the header row has another name for them,
    `doubtful` the amounts that look as if they have a point for thousands.
    """

    table: Table
    file: str
    rows: list[Row] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    complete: bool = True
    present: bool = True
    misspelt: frozenset[str] = frozenset()
    doubtful: list[tuple[Place, str]] = field(default_factory=list)

    def report(self, code: str, row: int | None = None, column: str = "", **values: object) -> None:
        """Add an issue at a row and column of this table."""
        self.issues.append(Issue(code, Place(self.file, row, shown(column)[1:-1]), values))

    def column(self, name: str) -> set[object]:
        """Return the values that occur in a column."""
        return {row.values[name] for row in self.rows}

    @property
    def notice(self) -> Text | None:
        """Return the first doubtful amount in words, and how many follow."""
        if not self.doubtful:
            return None
        (place, text), later = self.doubtful[0], len(self.doubtful) - 1
        meant = text.replace(".", "")
        read, euros = figure(float(text)), figure(float(meant))
        rows = Text("rijen" if later > 1 else "rij", "rows" if later > 1 else "row")
        more = Text(f" (en nog {later} {rows.nl})", f" (and {later} more {rows.en})") if later else same("")
        return Text(
            f"{place.say('nl')}: {text} is gelezen als {read.nl} (x € 1.000), dus € {euros.nl}; bedoelt u {meant}?"
            f"{more.nl}",
            f"{place.say('en')}: {text} was read as {read.en} (x € 1,000), so € {euros.en}; did you mean {meant}?"
            f"{more.en}",
        )


def read_sheet(folder: Path, table: Table, *, semicolons: bool = False) -> Sheet:
    """Read one table; a missing optional table is empty. Nothing is raised: the sheet carries its issues.

    With `semicolons` a file that a Dutch spreadsheet saved is read too: its header row divides columns with these.
    """
    sheet = Sheet(table, table.file)
    path = folder / table.file
    if table.optional and not exists(path):
        sheet.present = False
        return sheet
    try:
        text = read_text(path, MAX_BYTES, _header(table), _SAVING)
        mark = ";" if semicolons and ";" in text.partition("\n")[0] else ","
        records = list(_records(text, sheet, mark))
        if not records:
            raise InputError([Issue("bestand-leeg", Place(sheet.file), {"expected": _header(table)})])
    except InputError as error:
        sheet.issues.extend(error.issues)
        sheet.complete = False
        return sheet
    _fill(sheet, records)
    _check_key(sheet)
    return sheet


def _header(table: Table) -> Text:
    names = ", ".join(column.name for column in table.columns if not column.optional)
    return Text(f"een kopregel met ten minste {names}", f"a header row with at least {names}")


def _records(text: str, sheet: Sheet, mark: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each record that is not blank with its number."""
    csv.field_size_limit(MAX_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    number = 0
    try:
        for number, record in enumerate(reader, start=1):
            if number > MAX_ROWS:
                most = figure(MAX_ROWS)
                rows = Text(f"{most.nl} rijen", f"{most.en} rows")
                limits = {"found": Text(f"meer dan {rows.nl}", f"more than {rows.en}"), "expected": rows}
                raise InputError([Issue("bestand-te-groot", Place(sheet.file), limits)])
            if any(cell.strip() for cell in record):
                yield number, record
    except csv.Error as error:
        # The row that could not be finished: where a quote was left open, not where the file ends.
        raise InputError([Issue("geen-csv", Place(sheet.file, number + 1), {"found": _said(error)})]) from None


def _said(error: csv.Error) -> Text:
    """Return what keeps a row from being read, in words."""
    for found, said in _CSV_ERRORS.items():
        if found in str(error):
            return said
    return Text("deze regel is niet te lezen", str(error))


def _fill(sheet: Sheet, records: Sequence[tuple[int, list[str]]]) -> None:
    header = [name.strip() for name in records[0][1]]
    if not _check_header(sheet, header, records[0][0]):
        sheet.complete = False
        return
    named = _named(header)
    for number, record in records[1:]:
        found = len(record)
        _trim(record, named)
        cells = dict(reversed(list(zip(header, record, strict=False))))
        # Empty cells beyond the last column are what a spreadsheet leaves, or a comma too many in an earlier cell.
        shifted = found > len(header) and not _fits(sheet, cells)
        if named <= len(record) <= len(header) and not shifted:
            sheet.rows.append(_row(sheet, number, cells))
        else:
            sheet.report("rij-lengte", number, found=found, expected=named)
            sheet.complete = False
    _check_nameless(sheet, header, records)


def _fits(sheet: Sheet, cells: Mapping[str, str]) -> bool:
    """Return whether every filled cell of a row is of the kind of its column."""
    try:
        for name, column in sheet.table.by_name.items():
            if cells.get(name, "").strip():
                column.kind.read(cells[name].strip())
    except WrongValue:
        return False
    return True


def _named(header: Sequence[str]) -> int:
    """Return how many columns there are up to the last one with a name."""
    return max(position for position, name in enumerate(header, start=1) if name)


def _trim(record: list[str], width: int) -> None:
    """Take away the empty cells that a spreadsheet leaves beyond the last column with a name."""
    while len(record) > width and not record[-1].strip():
        record.pop()


def _check_nameless(sheet: Sheet, header: Sequence[str], records: Sequence[tuple[int, list[str]]]) -> None:
    """Report each column without a name that holds something; an empty one is what a spreadsheet left there."""
    for position, name in enumerate(header):
        filled = [number for number, record in records[1:] if position < len(record) and record[position].strip()]
        if not name and filled:
            sheet.report("kolom-zonder-naam", records[0][0], str(position + 1), first=filled[0], count=len(filled))


def _check_header(sheet: Sheet, header: list[str], number: int) -> bool:
    """Report what is wrong with the header row; return whether it can be used."""
    by_name = sheet.table.by_name
    for mark, name in ((";", "';'"), ("\t", "tab")):
        if len(header) == 1 and mark in header[0]:
            sheet.report("verkeerd-scheidingsteken", number, found=name)
            return False
    if not any(name in by_name for name in header):
        sheet.report("geen-kopregel", number, found=shown(",".join(header)), expected=_header(sheet.table))
        return False
    for position, name in enumerate(header):
        if name and name not in by_name:
            sheet.report("kolom-onbekend", number, name, found=shown(name), expected=known(by_name, name))
        elif name and name in header[:position]:
            sheet.report("kolom-dubbel", number, name, found=shown(name))
    needed = [column.name for column in sheet.table.columns if not column.optional]
    sheet.misspelt = _misspelt(by_name, header)
    for name in needed:
        if name not in header and name not in sheet.misspelt:
            sheet.report("kolom-ontbreekt", number, name, found=shown(name), expected=", ".join(needed))
    return True


def _misspelt(names: Iterable[str], header: Sequence[str]) -> frozenset[str]:
    """Return the columns that are missing because their name is misspelt: that is one mistake, not two."""
    missing = [name for name in names if name not in header]
    unknown = [name.lower() for name in header if name not in names]
    close = (difflib.get_close_matches(name, missing, n=1) for name in unknown)
    return frozenset(name for found in close for name in found)


def _row(sheet: Sheet, number: int, cells: Mapping[str, str]) -> Row:
    values = {column.name: _cell(sheet, number, column, cells.get(column.name)) for column in sheet.table.columns}
    values |= dict.fromkeys(sheet.misspelt, UNREAD)
    if any(values[name] is UNREAD for name in sheet.table.key):
        sheet.complete = False
    return Row(number, values)


def _cell(sheet: Sheet, number: int, column: Column, cell: str | None) -> object:
    """Return the value of a cell, `None` where it is empty; `cell` is `None` where the column is not there."""
    if cell is None:
        return None if column.optional else UNREAD
    text = cell.strip()
    if not text and (column.optional or column.empty):
        return None
    if column.unit == KEUR and _THOUSANDS.fullmatch(text):
        sheet.doubtful.append((Place(sheet.file, number, column.name), text))
    try:
        if text:
            return column.kind.read(text)
        sheet.report("waarde-leeg", number, column.name, expected=column.kind.expected)
    except WrongValue as wrong:
        sheet.report("waarde-fout", number, column.name, found=shown(cell), expected=wrong.expected)
    return UNREAD


def _check_key(sheet: Sheet) -> None:
    """Report each row whose key stands in an earlier row."""
    seen: dict[tuple[object, ...], int] = {}
    for row in sheet.rows:
        key = tuple(row.values[name] for name in sheet.table.key)
        if UNREAD in key:
            continue
        if key in seen:
            found = " / ".join("–" if value is None else str(value) for value in key)
            names = " + ".join(sheet.table.key)
            sheet.report("dubbel", row.number, sheet.table.key[-1], found=shown(found), first=seen[key], expected=names)
        seen.setdefault(key, row.number)
