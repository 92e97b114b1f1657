"""What people put into a workbook beside our cells: notes, numbers in a margin, sheets of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from model.errors import shown
from model.io.excel.book import Cell, Position, address
from model.io.excel.draft import INVOER, MAATREGELEN, META
from model.io.excel.found import LABEL_COLUMN, Column
from model.io.excel.numerals import read_numeral
from model.io.excel.returned.changes import Findings
from model.io.excel.returned.comparison import FIXED, Comparison
from model.io.excel.returned.formulas import Meaning, Reader
from model.io.excel.returned.located import HEAD_ROW, Located
from model.io.excel.returned.telling import content, plain
from model.io.excel.values import cells_told
from model.text import Text, same

_NAMED = 8
_BRIEF = 40  # characters
_TABLES = (INVOER, MAATREGELEN)  # pages that people may take to have room for rows of their own
_MORE = Text(" en nog {count}", " and {count} more")


def report_additions(comparison: Comparison) -> None:
    """Report sheets and cells that are not ours: refused where they may change what is computed, else noticed."""
    findings = comparison.findings
    for sheet in comparison.came_back.others:
        if sheet.cells:
            findings.notice("terug-blad-erbij", sheet.name, found=cells_told(len(sheet.cells)))
    for name, page in comparison.expected.pages.items():
        found = comparison.came_back.pages.get(name)
        if found is None or name == META:
            continue
        if name in FIXED:
            ours = _own_formulas(page, found, comparison.readers, findings)
            added = [at for at in _added(page, found) if at not in ours]
        else:
            added = _other_texts(page, found, findings)
        if name in _TABLES:
            added = _without_rows(comparison, found, added)
        beside = [at for at in added if not _refused(comparison, page, found, at)]
        if beside:
            findings.notice("terug-opmerking", found.sheet.name, found=_listed(found, beside))


def _without_rows(comparison: Comparison, found: Located, added: list[Position]) -> list[Position]:
    """Refuse rows of people's own with numbers in the columns of our tables; return what stands elsewhere."""
    rows: dict[int, list[Position]] = {}
    for at in added:
        if at[0] not in found.rows and not comparison.within_formulas(found, at):
            rows.setdefault(at[0], []).append(at)
    heads = sorted(found.columns)
    refused = set[int]()
    for row, cells in rows.items():
        above = [head for head in heads if head < row]
        columns = found.columns[above[-1]] if above else {}
        if any(_counted(columns.get(at[1])) and _numeric(found.sheet.cells[at]) for at in cells):
            refused.add(row)
            comparison.findings.refuse("terug-rij-erbij", f"{found.sheet.name}!{row}", found=_listed(found, cells))
    return [at for at in added if at[0] not in refused]


def _counted(column: Column | None) -> bool:
    return column not in (None, LABEL_COLUMN) and not str(column).startswith("#")


def _numeric(cell: Cell) -> bool:
    if isinstance(cell.value, str) and cell.formula is None:
        return read_numeral(cell.value).kind in ("number", "ambiguous")
    return cell.formula is not None or (isinstance(cell.value, int | float) and not isinstance(cell.value, bool))


def _added(page: Located, found: Located) -> list[Position]:
    """Return the cells of a computing page where nothing of ours stood, apart from our own titles and notes.

    Rows that are not known, or twice there, are reported as rows.
    """
    wanted = set(page.rows.values())
    rows = {row for _, row in found.doubles} | {row for row, key in found.rows.items() if key not in wanted}
    ours = Counter(_words(cell) for at, cell in page.sheet.cells.items() if _place(page, at) is None)
    added = []
    for at, cell in sorted(found.sheet.cells.items()):
        name = _place(found, at)
        if found.empty(at) or at[0] in rows or (name is not None and page.cell(*name) is not None):
            continue
        if name is None and ours[_words(cell)] > 0:
            ours[_words(cell)] -= 1
        else:
            added.append(at)
    return added


def _place(page: Located, at: Position) -> tuple[tuple[str, ...], str | int] | None:
    name = page.named(at)
    return None if name is None else name[1:]


def _words(cell: Cell) -> object:
    return " ".join(cell.value.split()) if isinstance(cell.value, str) else cell.value


def _other_texts(page: Located, found: Located, findings: Findings) -> list[Position]:
    """Return the cells of a page that only tells whose constant nowhere stood on it; report those that were ours."""
    ours = {_told(cell) for cell in page.sheet.cells.values()}
    theirs = {_told(cell) for cell in found.sheet.cells.values()}
    places = {key: row for row, key in page.rows.items()}
    beside = []
    for at, cell in sorted(found.sheet.cells.items()):
        if cell.formula is not None or _told(cell) in ours:
            continue
        was = page.sheet.cells.get((places.get(found.rows.get(at[0], ()), at[0]), at[1]))
        if was is None or _told(was) in theirs | {""}:
            beside.append(at)
        else:
            findings.notice("terug-tekst-gewijzigd", found.said(at), found=content(cell), expected=content(was))
    return beside


def _told(cell: Cell) -> object:
    value = cell.value
    if value is None:
        return ""
    return f"{value:.12g}" if isinstance(value, int | float) else " ".join(str(value).split())


def _refused(comparison: Comparison, page: Located, found: Located, at: Position) -> bool:
    """Report a cell that a formula looks at, or that stands in a table of inputs; return whether it was."""
    cell, name = found.sheet.cells[at], _place(found, at)
    told = {"found": content(cell), "expected": content(None)}
    if comparison.within_formulas(found, at):
        comparison.findings.refuse("terug-in-bereik", found.said(at), **told)
        return True
    in_table = name is not None and name in page.at and name[0][0] != HEAD_ROW and _counted(name[1])
    if page.name in _TABLES and in_table:
        comparison.findings.refuse("terug-vast-gewijzigd", found.said(at), **told)
        return True
    return False


def _own_formulas(page: Located, found: Located, readers: tuple[Reader, Reader], findings: Findings) -> set[Position]:
    """Return where the formulas stand that we put in rows without a key (the line on the checks); report lost ones."""
    there = list(_loose(found, readers[1]))
    ours = set[Position]()
    for at, meaning in _loose(page, readers[0]):
        same_ones = {place for place, other in there if meaning.same(other)}
        ours |= same_ones
        if not same_ones:
            told = {"found": content(None), "expected": content(page.sheet.cells[at])}
            findings.refuse("terug-formule-weg", found.sheet.name, **told)
    return ours


def _loose(page: Located, reader: Reader) -> Iterator[tuple[Position, Meaning]]:
    for at, cell in page.sheet.cells.items():
        if cell.formula is not None and page.named(at) is None:
            yield at, reader.read(cell.formula, page)


def _listed(found: Located, places: list[Position]) -> Text:
    brief = [(address(at), _brief(found.sheet.cells[at])) for at in places[:_NAMED]]
    nl, en = ", ".join(f"{at} {cell.nl}" for at, cell in brief), ", ".join(f"{at} {cell.en}" for at, cell in brief)
    if len(places) <= _NAMED:
        return Text(nl, en)
    more = len(places) - _NAMED
    return Text(nl + _MORE.say("nl", count=more), en + _MORE.say("en", count=more))


def _brief(cell: Cell) -> Text:
    return plain(cell, _BRIEF) if cell.formula is None else same(shown(f"={cell.formula}", _BRIEF))
