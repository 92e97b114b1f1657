"""What people typed in fields, read as texts of a return; what cannot be one is told."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from model.errors import figure, shown
from model.io.excel.book import Cell
from model.io.excel.numerals import read_numeral
from model.io.returns.answers import LOGICAL, logical
from model.returns.fields import Veld
from model.returns.reasons import is_reden
from model.text import LANGUAGES, Text


@dataclass(frozen=True, slots=True)
class Woord:
    """A field as it was read: its text, and where that gives a finding its code and what fills its sentence."""

    tekst: str = ""
    code: str = ""
    waarden: Mapping[str, object] = field(default_factory=dict)


def read_field(cell: Cell | None, veld: Veld) -> Woord:
    """Return what a field says: a text, or one of its words, by whatever name."""
    if cell is None or (cell.value is None and cell.formula is None) or cell.value == "":
        return Woord()
    said = logical(cell) if not isinstance(cell.value, str) else None
    if cell.error or said is not None or cell.value is None:
        found = shown(str(cell.value)) if said is None else LOGICAL[said]
        return Woord("", "lees-veld", {"found": found, "expected": Text("tekst", "text")})
    text = _words(cell)
    if veld.ident == "reden" and not is_reden(text):
        return Woord()
    if not veld.keuzes or not text:
        return Woord(text)
    named = {name.casefold(): word for word, term in veld.keuzes.items() for name in (word, *term.naam)}
    plain = text.casefold()
    if plain not in named and read_numeral(text).kind in ("nihil", "inapplicable"):
        plain = {"nihil": "nihil", "inapplicable": "nvt"}[read_numeral(text).kind]
    if plain in named:
        return Woord(named[plain])
    listed = [", ".join(term.naam.say(language) for term in veld.keuzes.values()) for language in LANGUAGES]
    expected = Text(f"een van {listed[0]}, of niets", f"one of {listed[1]}, or nothing")
    return Woord("", "lees-veld", {"found": shown(text), "expected": expected})


def _words(cell: Cell) -> str:
    value = cell.value
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ")
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else figure(value, 9).nl
    return str(value).replace("\r\n", "\n").strip()
