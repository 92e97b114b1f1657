"""What a reader of the workbook would not see, or only by looking twice: hidden, merged, or no longer protected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from model.errors import shown
from model.io.excel.book import Book, Cell, Sheet, address, letters, position
from model.io.excel.values import told
from model.io.returns.findings import Findings, Spot
from model.io.returns.located_rows import Located, Row
from model.io.returns.sent import Sent
from model.io.returns.sheets import ANTWOORD, OPEN_POST, OPEN_REGEL
from model.returns.bevinding import Vindplaats
from model.text import same

_OPEN = (*OPEN_REGEL, *OPEN_POST, ANTWOORD)
_NOTHING = ("", '""')
_NAMED = 12  # hidden rows that are told by number


def report_unseen(book: Book, place: Located, sent: Sent, findings: Findings) -> None:
    """Report sheets, columns, rows and cells with answers that cannot be seen, merged cells, and lost protection."""
    by_sheet: dict[str, list[tuple[str, Row]]] = defaultdict(list)
    for key, row in place.rows.items():
        by_sheet[row.section.sheet.name].append((key, row))
    for each in by_sheet.values():
        _report_sheet([row for _, row in each], findings)
        _report_cells(each, findings)
    _report_protection(book, set(by_sheet), sent, findings)


def _report_sheet(rows: Sequence[Row], findings: Findings) -> None:
    sheet = rows[0].section.sheet
    if not sheet.visible:
        findings.add("lees-blad-verborgen", Vindplaats(sheet.name))
    if hidden := [row for row in rows if row.number in sheet.hidden_rows]:
        numbers = sorted(row.number for row in hidden)
        found = same(", ".join(map(str, numbers[:_NAMED])) + (", …" if len(numbers) > _NAMED else ""))
        findings.add("lees-rijen-verborgen", Vindplaats(sheet.name, address((numbers[0], 1))), found=found)
    asked = {column for row in rows for code, column in row.section.columns.items() if code in _OPEN}
    if unseen := sorted(asked & sheet.hidden_columns):
        first = address((rows[0].section.head, unseen[0]))
        found = same(", ".join(map(letters, unseen)))
        findings.add("lees-kolommen-verborgen", Vindplaats(sheet.name, first), found=found)
    with_rows = {row.number for row in rows}
    for area in sheet.merged:
        if _covers(area, with_rows, asked):
            findings.add("lees-samengevoegd", Vindplaats(sheet.name, area.partition(":")[0]), found=same(area))


def _covers(area: str, rows: set[int], columns: set[int]) -> bool:
    """Return whether cells that were merged hold one that is to be filled in."""
    (top, left), (bottom, right) = (position(corner) for corner in (area.split(":") * 2)[:2])
    return any(top <= row <= bottom for row in rows) and any(left <= column <= right for column in columns)


def _report_cells(rows: Sequence[tuple[str, Row]], findings: Findings) -> None:
    spots = [spot for key, row in rows for spot in _without_look(key, row)]
    if spots:
        findings.many("lees-inhoud-verborgen", spots)


def _without_look(key: str, row: Row) -> Iterator[Spot]:
    """Yield the cells with an answer of which their format, or their font, shows nothing."""
    for code in _OPEN:
        cell = row.section.cell(row.number, code)
        if cell is not None and cell.value not in (None, "") and (cell.faint or _shows_nothing(cell)):
            yield Spot(row.section, row.number, code, key, {"found": told(cell.value)})


def _shows_nothing(cell: Cell) -> bool:
    """Return whether a cell has a number, in a format that shows nothing of it."""
    first, more, _ = cell.number_format.partition(";")
    return isinstance(cell.value, float | int) and bool(more) and first.strip() in _NOTHING


def _report_protection(book: Book, with_rows: set[str], sent: Sent, findings: Findings) -> None:
    """Report once which sheets lost their protection; of what was pasted into a new workbook that is told already."""
    if findings.has("lees-verborgen-weg"):
        return
    ours = {sheet.name.casefold() for sheet in sent.book.sheets}
    lost = [sheet.name for sheet in book.sheets if not sheet.protected and _is_ours(sheet, with_rows, ours)]
    if lost:
        findings.add("lees-beveiliging-weg", Vindplaats(lost[0]), found=shown(", ".join(lost), 120))


def _is_ours(sheet: Sheet, with_rows: set[str], ours: set[str]) -> bool:
    return sheet.name in with_rows or sheet.name.casefold() in ours
