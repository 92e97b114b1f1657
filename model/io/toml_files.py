"""TOML files from people: read whole, or refused with the line and in words what is wrong there."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from model.errors import InputError, Issue, Place, shown
from model.io.text_files import read_text
from model.text import Text

_LINE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")

_TOML_ERRORS = {
    "end of document)": Text("het bestand eindigt midden in een regel", "the file ends in the middle of a line"),
    "Invalid value": Text("hier staat geen waarde", "there is no value here"),
    "Cannot overwrite": Text("deze naam staat er al", "this name is there already"),
    "Duplicate inline table key": Text("deze naam staat twee keer in een tabel", "this name occurs twice in a table"),
    "Cannot declare": Text("deze tabel staat er al", "this table is there already"),
    "Cannot redefine": Text("deze tabel staat er al", "this table is there already"),
    "Cannot mutate": Text("deze tabel is al af", "this table is complete already"),
    "Expected '='": Text("na een naam ontbreekt het isgelijkteken", "an equals sign is missing after a name"),
    "Expected newline": Text("na de waarde staat nog iets op de regel", "something follows the value on its line"),
    "Invalid statement": Text("hier hoort een naam of een [tabel]", "a name or a [table] belongs here"),
    "Expected ']": Text("een [tabel] mist een haak", "a [table] lacks a bracket"),
    "Invalid initial character": Text("hier hoort een naam", "a name belongs here"),
    "Unclosed array": Text("een lijst gaat open en niet meer dicht", "a list is opened and never closed"),
    "Unclosed inline table": Text("een accolade gaat open en niet meer dicht", "a brace is opened and never closed"),
    "Unterminated string": Text(
        "een aanhalingsteken gaat open en niet meer dicht", "a quote is opened and never closed"
    ),
    "Illegal character": Text("een tekst loopt door op de volgende regel", "a text runs on to the next line"),
    "Unescaped": Text("een \\ in een tekst moet dubbel", "a \\ in a text must be doubled"),
    "hex value": Text("na \\u of \\U horen cijfers", "digits belong after \\u or \\U"),
    "Unicode scalar": Text("dit teken achter \\u bestaat niet", "there is no such character"),
    "invalid character": Text("hier staat een stuurteken", "there is a control character here"),
    'Expected "': Text("een aanhalingsteken gaat open en niet meer dicht", "a quote is opened and never closed"),
    "Invalid date": Text("deze datum bestaat niet", "this date does not exist"),
    "integer string conversion": Text("een getal heeft te veel cijfers", "a number has too many digits"),
}

# What was meant as a number after an equals sign: 1.000.000 or 1000,50 or 1 000.
_MEANT_AS_NUMBER = re.compile(r"=\s*([-+]?\d{1,3}(?:[. ]\d{3})+(?:,\d+)?|[-+]?\d+(?:,\d+)+)\s*(?=[,}\]#]|$)", re.ASCII)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'|#.*")

_SAVING = Text("in Kladblok: Opslaan als, codering UTF-8", "in Notepad: Save as, encoding UTF-8")


def parsed(path: Path, place: Place, limit: int, expected: Text) -> Mapping[str, Any]:
    """Return what a TOML file of at most `limit` bytes says; `expected` says what it should hold.

    Raises `InputError` where it cannot be read.
    """
    text = read_text(path, limit, expected, _SAVING, place.file)
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        found = _LINE.search(str(error))
        line = int(found[1]) if found and found[1] else None
        said = _no_number(text, line) or _said(error)
        raise InputError([Issue("geen-toml", replace(place, line=line), {"found": said})]) from None


def _no_number(text: str, line: int | None) -> Text | None:
    """Return what is wrong with a number on the line where reading stopped, written as people write it."""
    found = _MEANT_AS_NUMBER.search(_QUOTED.sub("", text.split("\n")[line - 1].rstrip())) if line is not None else None
    if found is None:
        return None
    return Text(
        f"{shown(found[1])} is geen getal; verwacht een getal zonder punten voor duizendtallen en met een decimale punt"
        " (1_000_000 mag)",
        f"{shown(found[1])} is not a number; expected one without marks for thousands and with a decimal point"
        " (1_000_000 is allowed)",
    )


def _said(error: Exception) -> Text:
    """Return what keeps a file from being TOML, in words."""
    if isinstance(error, RecursionError):
        return Text("lijsten of tabellen zijn te diep genest", "lists or tables are nested too deep")
    for found, said in _TOML_ERRORS.items():
        if found in str(error):
            return said
    return Text("deze regel is niet te lezen", shown(_LINE.sub("", str(error)), limit=120))
