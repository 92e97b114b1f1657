"""What people typed in cells of amounts, read as cells of a return; what is odd or unreadable is told.

A number may be text in any notation that can mean one thing only. Nothing is guessed.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from model.errors import figure, shown
from model.io.excel.book import Cell
from model.io.excel.numerals import Mark, Numeral, in_euros, read_numeral
from model.io.returns.currency import munt
from model.returns.edition import Grootheid
from model.returns.opgave import NIHIL, NVT, ONTBREEKT, Cel, waarde
from model.returns.terms import STATEN
from model.text import Text, same

_THOUSANDS: Mapping[str, float] = {"": 1.0, "dzd": 1.0, "mln": 1e3, "mld": 1e6}  # of an amount in k€
_NUMBER = Text("nihil, n.v.t. of een getal in {unit}", "nihil, n/a or a number in {unit}")
LOGICAL = {False: Text("ONWAAR", "FALSE"), True: Text("WAAR", "TRUE")}
_LOGICAL_FORMULA = re.compile(r"\s*(TRUE|FALSE)\s*\(\s*\)\s*", re.IGNORECASE)  # as LibreOffice saves them


@dataclass(frozen=True, slots=True)
class Gelezen:
    """A cell as it was read; where that gives a finding, its code and what fills its sentence.

    `weigert`: it could not be read at all.
    """

    cel: Cel = ONTBREEKT
    code: str = ""
    waarden: Mapping[str, object] = field(default_factory=dict)
    weigert: bool = False
    als_tekst: bool = False


def read_amount(cell: Cell | None, grootheid: Grootheid, decimal: Mark | None) -> Gelezen:
    """Return what an amount cell says; `decimal` is the decimal mark that texts in the workbook prove."""
    if cell is None or (cell.value is None and cell.formula is None):
        return Gelezen()
    expected = Text(*(words.format(unit=grootheid.eenheid) for words in _NUMBER))
    if logical(cell) is None:
        if isinstance(cell.value, int | float) and math.isfinite(cell.value):
            return _number(cell.value, grootheid, cell.number_format)
        if isinstance(cell.value, str) and not cell.error:
            return _text(cell.value, grootheid, decimal, expected)
    return _unread(cell, expected)


def _unread(cell: Cell, expected: Text) -> Gelezen:
    """Return what keeps a cell from being read as an amount."""
    if (said := logical(cell)) is not None:
        return _refused("lees-logisch", LOGICAL[said], expected)
    if cell.value is None:
        return _refused("lees-formule-zonder-waarde", shown(f"={cell.formula}"), expected)
    if isinstance(cell.value, datetime.date | datetime.time):
        return _refused("lees-datum", _day(cell.value), expected)
    return _refused("lees-foutwaarde" if cell.error else "lees-tekst", shown(str(cell.value)), expected)


def logical(cell: Cell) -> bool | None:
    """Return true or false where a cell says so, which some programs keep as the number 1 or 0."""
    if isinstance(cell.value, bool):
        return cell.value
    said = _LOGICAL_FORMULA.fullmatch(cell.formula or "")
    word = said[1] if said else cell.value.strip() if isinstance(cell.value, str) else ""
    return next((value for value, name in LOGICAL.items() if word.upper() in name), None)


def _number(value: float, grootheid: Grootheid, number_format: str) -> Gelezen:
    """Return a number; where it is shown as a percentage, in thousands or in euros, people saw another than it is."""
    if grootheid.eenheid == "%" and "%" in number_format:
        return Gelezen(waarde(_settled(value * 100)))
    if value and ("%" in number_format or _scales(number_format)):
        return Gelezen(waarde(float(value)), "lees-opmaak", {"found": figure(value), "format": shown(number_format)})
    if value and grootheid.geld and (sign := munt(number_format)):
        return _in_euros(float(value), Text(*(f"{sign} {each}" for each in figure(value))))
    return Gelezen(waarde(float(value)))


def _in_euros(value: float, found: object) -> Gelezen:
    """Return an amount that was written with a currency: it may be in euros, and the department is asked."""
    return Gelezen(waarde(value), "lees-euroteken", {"found": found, "read": figure(value)})


def _settled(value: float) -> float:
    """Return a percentage without the noise of multiplying it."""
    return round(value, 10)


def _scales(number_format: str) -> bool:
    """Return whether a display format shows a thousandth of what stands in the cell."""
    first = number_format.partition(";")[0].partition('"')[0].rstrip()
    return first.endswith(",") and any(mark in first for mark in "0#")


def _day(value: datetime.date | datetime.time) -> str:
    day = value.date() if isinstance(value, datetime.datetime) else value
    return shown(day.isoformat())


def _refused(code: str, found: object, expected: Text) -> Gelezen:
    return Gelezen(code=code, waarden={"found": found, "expected": expected}, weigert=True)


def _text(text: str, grootheid: Grootheid, decimal: Mark | None, expected: Text) -> Gelezen:
    if (state := _STATES.get(text.strip().casefold())) is not None:
        return Gelezen(state)
    numeral = read_numeral(text, decimal)
    said = {"found": shown(text), "expected": expected}
    dash = numeral.kind == "nihil" and not any(map(str.isalnum, text))
    if dash or numeral.kind == "unknown" or (numeral.kind == "pm" and numeral.value is None):
        return Gelezen(code="lees-onbekend", waarden=said)
    if numeral.kind in _SAID:
        return Gelezen(_SAID[numeral.kind])
    if numeral.kind == "ambiguous":
        readings = same(" / ".join(figure(value, 9).nl for value in numeral.readings))
        return Gelezen(code="lees-meerduidig", waarden=said | {"readings": readings}, weigert=True)
    fits = numeral.kind == "number" and (grootheid.geld or not in_euros(text))
    amount = _amount(numeral, grootheid) if fits else None
    if amount is None:
        return _refused("lees-tekst", said["found"], expected)
    return replace(_typed(amount, text, numeral), als_tekst=True)


def _typed(amount: float, text: str, numeral: Numeral) -> Gelezen:
    """Return an amount that was typed as text: where it was converted that is told, where it may be euros asked."""
    if amount and numeral.unit:
        return Gelezen(waarde(amount), "lees-omgerekend", {"found": shown(text), "read": figure(amount)})
    return _in_euros(amount, shown(text)) if amount and in_euros(text) else Gelezen(waarde(amount))


_SAID: Mapping[str, Cel] = {"empty": ONTBREEKT, "nihil": NIHIL, "inapplicable": NVT}
_STATES = {
    name.casefold(): cel
    for staat, cel in (("nihil", NIHIL), ("nvt", NVT), ("ontbreekt", ONTBREEKT))
    for name in (*STATEN[staat].naam, staat)
}  # fmt: skip


def _amount(numeral: Numeral, grootheid: Grootheid) -> float | None:
    """Return a number in the unit of its row, None where it is in one that the row cannot have."""
    value = numeral.value
    if value is None:
        return None
    if grootheid.eenheid == "%":
        return None if numeral.unit else _settled(value * 100) if numeral.percent else value
    if numeral.percent:
        return None
    if grootheid.eenheid == "fte":
        return None if numeral.unit else value
    return value * _THOUSANDS[numeral.unit]
