"""The sheets of a workbook as rows of cells; formulas count by the value that is stored for them."""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import replace

from model.errors import InputError, Issue, Place, known, shown
from model.io.begroting.grids import Grid, GridRow, Value
from model.io.excel.book import Cell, Sheet, address
from model.io.excel.reader import book_of
from model.text import Text

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"


def is_book(raw: bytes) -> bool:
    """Return whether bytes are those of a workbook of Excel (.xlsx), or of another packed file."""
    return raw.startswith((_ZIP, _OLE))


_FORMS = (
    (b"%pdf", Text("een PDF", "a PDF")),
    (b"<!doctype", Text("een webpagina", "a web page")),
    (b"<html", Text("een webpagina", "a web page")),
    (b"<?xml", Text("XML", "XML")),
    (b"{\\rtf", Text("een tekst met opmaak (RTF)", "a formatted text (RTF)")),
)


def refuse_others(raw: bytes, name: str) -> None:
    """Raise `InputError` for a web page, a PDF or an .ods file: they hold no table that can be read here."""
    start = raw[:2000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    found = next((form for mark, form in _FORMS if start.startswith(mark)), None)
    if raw.startswith(_ZIP) and b"opendocument" in start[:200]:
        found = Text("een werkblad van OpenDocument (.ods)", "an OpenDocument spreadsheet (.ods)")
    if found is not None:
        raise InputError([Issue("begroting-vorm", Place(name), {"found": found})])


def book_grids(raw: bytes, name: str, chosen: str | None) -> list[Grid]:
    """Return the visible sheets of a workbook, or the one chosen; raise `InputError` where it cannot be read."""
    book = book_of(raw, name)
    if chosen is not None:
        sheet = book.sheet(chosen)
        if sheet is None:
            names = [sheet.name for sheet in book.sheets]
            values = {"option": "--blad", "found": shown(chosen), "expected": known(names, chosen, limit=40)}
            raise InputError([Issue("begroting-niet-gevonden", Place(name), values)])
        return [_grid(name, sheet)]
    hidden = [sheet.name for sheet in book.sheets if not sheet.visible]
    grids = [_grid(name, sheet) for sheet in book.sheets if sheet.visible and sheet.cells]
    if hidden and grids:
        told = ", ".join(hidden)
        said = Text(f"verborgen bladen niet gelezen: {told}", f"hidden sheets not read: {told}")
        grids[0] = replace(grids[0], said=(*grids[0].said, said))
    return grids


def _grid(name: str, sheet: Sheet) -> Grid:
    rows: dict[int, dict[int, Cell]] = defaultdict(dict)
    for (row, column), cell in sheet.cells.items():
        if cell.value is not None or cell.formula is not None:
            rows[row][column] = cell
    _unstored(name, sheet)
    hidden = sorted(row for row in rows if row in sheet.hidden_rows)
    said = (Text(f"blad {sheet.name}", f"sheet {sheet.name}"), *_hidden(sheet, hidden))
    euros = frozenset((row, at - 1) for (row, at), cell in sheet.cells.items() if "€" in cell.number_format)
    read = tuple(_row(sheet, number, rows[number]) for number in sorted(rows))
    return Grid(name, sheet.name, read, said, euros=euros)


def _row(sheet: Sheet, number: int, cells: dict[int, Cell]) -> GridRow:
    first = next((cells[at] for at in sorted(cells) if isinstance(cells[at].value, str)), None)
    text = str(first.value) if first else ""
    spaces = len(text) - len(text.lstrip(" \u00a0\u2003"))
    return GridRow(
        number,
        tuple(_value(cells.get(at)) for at in range(1, max(cells) + 1)),
        depth=spaces + (first.indent if first else 0) + sheet.outline.get(number, 0),
        bold=first.bold if first else False,
        hidden=number in sheet.hidden_rows,
    )


def _value(cell: Cell | None) -> Value:
    if cell is None or cell.value is None:
        return None
    if isinstance(cell.value, bool):
        return "WAAR" if cell.value else "ONWAAR"
    if isinstance(cell.value, float | int):
        return _displayed(float(cell.value), cell.number_format)
    if isinstance(cell.value, datetime.datetime | datetime.date | datetime.time):
        return cell.value.isoformat()
    return cell.value.strip()


def _displayed(value: float, number_format: str) -> Value:
    """Return a number, or the text that is shown for it where its format shows a percentage."""
    return f"{value * 100:g}%" if "%" in number_format else value


def _unstored(name: str, sheet: Sheet) -> None:
    """Raise `InputError` for formulas without a stored value and for cells that hold an error."""
    issues = []
    for position, cell in sheet.cells.items():
        place = Place(name, path=f"{sheet.name}!{address(position)}")
        if cell.formula is not None and cell.value is None:
            issues.append(Issue("begroting-formule", place, {"found": shown(f"={cell.formula}")}))
    if issues:
        raise InputError(issues[:50])


def _hidden(sheet: Sheet, rows: list[int]) -> list[Text]:
    if not rows and not sheet.hidden_columns:
        return []
    listed = ", ".join(map(str, rows[:10])) + (", …" if len(rows) > 10 else "")
    if not rows:
        return [
            Text(
                f"blad {sheet.name} heeft verborgen kolommen; ze zijn meegelezen",
                f"sheet {sheet.name} has hidden columns; they were read",
            )
        ]
    return [Text(f"verborgen rijen zijn meegelezen: {listed}", f"hidden rows were read: {listed}")]
