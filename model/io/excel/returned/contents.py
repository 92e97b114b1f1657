"""What people typed in open cells, read as what the cell may hold: numbers, texts that are numbers, words."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from model.errors import figure, shown
from model.io.excel.choice import Choice
from model.io.excel.numerals import Mark, Numeral, convention, read_numeral
from model.io.excel.returned.changes import Change, Findings, Opened
from model.io.excel.returned.telling import alike, content
from model.quantities import LARGEST
from model.text import Text, same

_ANYTHING = Choice()
_LARGEST = Text("een getal van hoogstens 1.000.000.000.000", "a number of at most 1,000,000,000,000")
AMOUNT = "bedrag"
_YEARS = frozenset({"begrotingsjaar", "prijspeil", "laatste jaar"})


def changes_in(opened: Iterable[Opened], keys: Iterable[str], findings: Findings) -> list[Change]:
    """Return the open cells that now hold something else; what cannot be read is refused.

    `keys` are the distribution keys that there are.
    """
    cells = list(opened)
    mark = convention(cell.value for cell in cells if isinstance(cell.value, str) and _numeric(cell))
    known = tuple(keys)
    found = []
    for cell in cells:
        value = _word(cell, known, findings) if not _numeric(cell) else _number(cell, mark, findings)
        if value is not None and not alike(value, cell.old):
            found.append(Change(cell.key, cell.column, cell.old, value, cell.said, cell.label, cell.unit))
    return found


def _numeric(cell: Opened) -> bool:
    choice = cell.choice or _ANYTHING
    return not (choice.options or choice.source)


def _word(cell: Opened, keys: tuple[str, ...], findings: Findings) -> str | None:
    choice = cell.choice or _ANYTHING
    allowed = choice.options or keys
    if isinstance(cell.value, str) and cell.value:
        for word in allowed:
            if word == cell.value:
                return word
        for word in allowed:
            if word.casefold() == cell.value.casefold():
                return word
    _wrong(cell, findings, choice.expected)
    return None


def _number(cell: Opened, mark: Mark | None, findings: Findings) -> float | str | None:
    choice, value = cell.choice or _ANYTHING, cell.value
    if cell.cell is not None and cell.cell.error:
        _wrong(cell, findings, choice.expected)
        return None
    if value in (None, ""):
        findings.refuse("terug-cel-leeg", cell.said, expected=choice.expected, found=_was(cell))
        return None
    if isinstance(value, str) and choice.also and value.casefold() == choice.also:
        return choice.also
    if isinstance(value, str):
        number = _typed(cell, value, mark, findings)
    elif isinstance(value, bool | datetime.date | datetime.time):
        _wrong(cell, findings, choice.expected)
        return None
    else:
        number = float(value) if value is not None else None
    return None if number is None else _bounded(cell, number, findings)


def _year(cell: Opened) -> bool:
    """Return whether a cell holds a year, which has no thousands mark."""
    return not _YEARS.isdisjoint((*cell.key, cell.column))


def _was(cell: Opened) -> Text:
    if _year(cell):
        return same(str(cell.old))
    return figure(cell.old, 9) if isinstance(cell.old, int | float) else same(str(cell.old))


def _typed(cell: Opened, value: str, mark: Mark | None, findings: Findings) -> float | None:
    """Return the number that a text stands for, said to its reader; without one, or with several, it is refused."""
    numeral = _doubted(cell, value, read_numeral(value, mark), mark)
    misplaced = numeral.percent and cell.key[0] == AMOUNT
    if numeral.kind == "number" and numeral.value is not None and not numeral.unit and not misplaced:
        found = shown(" ".join(value.split()))
        read = same(f"{numeral.value:.12g}") if _year(cell) else figure(numeral.value, 12)
        findings.notice("terug-getal-als-tekst", cell.said, found=found, read=read)
        return numeral.value
    expected = _advised(cell, numeral)
    _wrong(cell, findings, expected)
    return None


def _doubted(cell: Opened, value: str, numeral: Numeral, mark: Mark | None) -> Numeral:
    """Return a number with a point for thousands as ambiguous where it is no amount, or was that decimal number."""
    other = read_numeral(value, ".")
    if "." not in value or {numeral.kind, other.kind} != {"number"} or numeral.value is None or other.value is None:
        return numeral
    if alike(numeral.value, other.value):
        return numeral
    if cell.key[0] != AMOUNT or (mark is None and alike(other.value, cell.old)):
        return Numeral("ambiguous", readings=(other.value, numeral.value))
    return numeral


def _advised(cell: Opened, numeral: Numeral) -> Text:
    expected = (cell.choice or _ANYTHING).expected
    if numeral.kind == "ambiguous" and len(numeral.readings) > 1:
        one, other = (figure(reading, 9) for reading in numeral.readings[:2])
        return Text(
            f"{expected.nl}; dit kan {one.nl} zijn en {other.nl}", f"{expected.en}; this may be {one.en} and {other.en}"
        )
    if numeral.kind == "nihil":
        return Text(f"{expected.nl}; typ 0 als u nul bedoelt", f"{expected.en}; type 0 where you mean nothing")
    return expected


def _bounded(cell: Opened, number: float, findings: Findings) -> float | None:
    choice = cell.choice or _ANYTHING
    low, high = choice.low, choice.high
    too_low = low is not None and (number < low or (choice.above and number <= low))
    if too_low or (high is not None and number > high) or (choice.whole and not number.is_integer()):
        _wrong(cell, findings, choice.expected)
    elif abs(number) > LARGEST:
        _wrong(cell, findings, _LARGEST)
    else:
        return number
    return None


def _wrong(cell: Opened, findings: Findings, expected: Text) -> None:
    findings.refuse("terug-waarde-fout", cell.said, found=content(cell.cell), expected=expected)
