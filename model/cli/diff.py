"""`dekking diff`: what differs between two workbooks: inputs, rows, formulas, and results that nothing explains."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from model.cli.terminal import Progress, heading, say, sentences
from model.io.excel.book import Book
from model.io.excel.difference import difference, recomputed, unstored
from model.io.excel.differing import Difference, Differing, Kind
from model.io.excel.own import read_ours, read_own
from model.io.excel.recalculate import office, recalculated
from model.text import LANGUAGES, Language, Text, number, same

SHOWN = 50
COLUMNS = 12
SECONDS = 600.0

_TITLE = Text("Van {a} naar {b}", "From {a} to {b}")
_KINDS: dict[Kind, Text] = {
    "gegeven": Text("Gegevens van het scenario die verschillen", "Facts of the scenario that differ"),
    "invoer": Text("Invoer die verschilt", "Inputs that differ"),
    "formule": Text("Formules die verschillen", "Formulas that differ"),
    "uitkomst": Text(
        "Uitkomsten die verschillen terwijl alles waar zij op rusten gelijk is",
        "Results that differ although all that they rest on is equal",
    ),
}
_ROWS = Text("Regels alleen in {file}", "Rows only in {file}")
_MOVED = Text("Verplaatst of ingevoegd", "Moved or inserted")
_COLUMNS = Text("Kolommen alleen in {file}", "Columns only in {file}")
_LIST = Text("{title}: {n}", "{title}: {n}")
_FIRST = Text("{title}: {n}, waarvan de eerste {shown}", "{title}: {n}, of which the first {shown}")
_FOLLOW = Text(
    "uitkomsten die daardoor verschillen: {n}", "results that differ because of that: {n}"
)  # fmt: skip
_AGAIN = Text(
    "{file} is zonder berekende waarden bewaard en is herberekend in LibreOffice",
    "{file} was saved without computed values and has been recalculated in LibreOffice",
)
_UNKNOWN = Text(
    "uitkomsten die niet te vergelijken zijn omdat er geen waarde bij is bewaard: {n}. Open en bewaar het bestand in"
    " een rekenprogramma",
    "results that cannot be compared because no value was stored with them: {n}. Open and save the file in a"
    " spreadsheet program",
)
_NONE = Text("geen verschillen", "no differences")
_STEP = Text("{file} wordt gelezen", "reading {file}")
_COMPARE = Text("de werkmappen worden vergeleken", "comparing the workbooks")


def diff(*, a: Path, b: Path, language: Language) -> int:
    """Compare and print; return 0 where nothing differs, 1 where something does."""
    progress = Progress(3)
    books: list[Book] = []
    for file in (a, b):
        progress.begin(_STEP.say(language, file=file.name))
        books.append(read_ours(file))
    again = [file for file, book in zip((a, b), books, strict=True) if unstored(book) and office() is not None]
    books = [_computed(file, book) if file in again else book for file, book in zip((a, b), books, strict=True)]
    progress.begin(_COMPARE.say(language))
    found = difference(*books)
    say(heading(_TITLE.say(language, a=a.name, b=b.name)))
    for file in again:
        say(_AGAIN.say(language, file=file.name))
    _report(found, (a.name, b.name), language)
    return 1 if found else 0


def _computed(file: Path, book: Book) -> Book:
    """Return a workbook with the values that LibreOffice computes, and the formulas as they were stored."""
    with TemporaryDirectory(prefix="dekking-") as folder:
        return recomputed(book, read_own(recalculated(file, Path(folder), seconds=SECONDS), name=book.file))


def _report(found: Difference, names: tuple[str, str], language: Language) -> None:
    _print(_KINDS["gegeven"], [_row(row) for row in found.of("gegeven")], language)
    _print(_KINDS["invoer"], [_row(row) for row in found.of("invoer")], language)
    for template, pair in ((_ROWS, found.rows), (_COLUMNS, found.columns)):
        for name, only in zip(names, pair, strict=True):
            _print(template.filled(file=name), [same(text) for text in only], language)
    _print(_MOVED, found.moved, language)
    _print(_KINDS["formule"], [_row(row) for row in found.of("formule")], language)
    _print(_KINDS["uitkomst"], [_row(row) for row in found.of("uitkomst")], language)
    say()
    if found.results:
        say(_FOLLOW.say(language, n=number(found.results, language)))
    if found.unknown:
        say(_UNKNOWN.say(language, n=number(found.unknown, language)))
    if not found:
        say(_NONE.say(language))


def _row(row: Differing) -> Text:
    """Return a row that differs in words: per column what was there and what is."""
    return Text(*(f"{row.place}: {'; '.join(_changes(row, language))}" for language in LANGUAGES))


def _changes(row: Differing, language: Language) -> list[str]:
    changes: list[tuple[list[str], str]] = []
    for column, was, now in row.pairs:
        change = f"{was.say(language)} → {now.say(language)}"
        if changes and changes[-1][1] == change:
            changes[-1][0].append(str(column))
        else:
            changes.append(([str(column)], change))
    more = ["…"] if len(changes) > COLUMNS else []
    return [_named(columns, change) for columns, change in islice(changes, COLUMNS)] + more


def _named(columns: list[str], change: str) -> str:
    if columns == ["constante"]:
        return change
    return f"{columns[0] if len(columns) == 1 else f'{columns[0]}-{columns[-1]}'}: {change}"


def _print(title: Text, lines: Sequence[Text], language: Language) -> None:
    """Print a list, the first of many."""
    if not lines:
        return
    template = _FIRST if len(lines) > SHOWN else _LIST
    say()
    say(template.say(language, title=title, n=number(len(lines), language), shown=SHOWN))
    say(sentences(lines[:SHOWN], language))
