"""Conflicts as a table that comes back with decisions: a row per place, what was said there, and what it must hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from model.errors import InputError, shown
from model.io.excel.book import Cell
from model.io.returns.answers import read_amount
from model.io.returns.guarded import unsafe
from model.io.returns.labels import ITEMS, LEEG, veld_van
from model.io.returns.tables import DEPARTEMENT
from model.io.returns.texts import read_field
from model.io.tables import Row, Sheet, read_sheet
from model.io.text_files import exists
from model.kinds import Choice, Words, WrongValue
from model.returns.conflict import Conflict
from model.returns.edition import Onsleutel
from model.returns.edits import Inhoud, Plek, plek
from model.returns.opgave import NIHIL, NVT, ONTBREEKT
from model.returns.ronde import Ronde
from model.returns.terms import STATEN
from model.schema import Column, Table
from model.text import Text

OPEN, BESLECHT = "open", "beslecht"
BESLUITEN = "besluiten.csv"
_STAND = Choice({OPEN: Text("niet beslist", "not decided"), BESLECHT: Text("beslist", "decided")})


def _words(name: str, meaning: Text) -> Column:
    return Column(name, Words(numeric=True), meaning, optional=True)


CONFLICTEN = Table(
    "conflicten",
    Text("plekken waarvan opgaven iets anders zeggen", "places of which returns say different things"),
    (
        DEPARTEMENT,
        Column("plek", Words(), Text("plek in de opgave, als kenmerk", "place in the return, as a key")),
        _words("regel", Text("rij of post in woorden", "row or post in words")),
        _words("kolom", Text("kolom of veld in woorden", "column or field in words")),
        _words("cel", Text("blad en cel; per bestand waar die verschillen", "sheet and cell; by file if they differ")),
        _words("gestuurd", Text("wat er stond in wat is gestuurd", "what stood there in what was sent")),
        _words("gezegd", Text("wat elk bestand zegt, van wie en wanneer", "what each file says, whose and when")),
        Column("stand", _STAND, Text("of er is beslist", "whether it was decided"), optional=True),
        _words("keuze", Text("wat er moet staan; leeg: nog niet beslist", "what must stand there; empty: undecided")),
        _words("door", Text("wie besliste", "who decided")),
        _words("wanneer", Text("wanneer dat was", "when that was")),
        _words("reden", Text("waarom", "why")),
    ),
    ("departement", "plek"),
)
"""What `voeg-samen` writes; filled in, what it reads as decisions. A file of decisions may have fewer columns."""

_CEL = Text(
    "{number}, zoals 1250 of 1.250,5, of {nihil}, {nvt} of {ontbreekt}",
    "{number}, such as 1250 or 1.250,5, or {nihil}, {nvt} or {ontbreekt}",
)
_ITEM = Text("verwijderd of behouden", "removed or kept")
_FIELD = Text("tekst, of leeg waar niets moet staan", "text, or empty where nothing must stand there")


class Besluit(NamedTuple):
    """What a place must hold, who decided that, when and why."""

    inhoud: Inhoud
    door: str = ""
    wanneer: str = ""
    reden: str = ""


Besluiten = Mapping[str, Mapping[Plek, Besluit]]
"""Decisions by department and place."""


class Onbesluit(ValueError):
    """A text that cannot be what a place must hold; `expected` says what can."""

    def __init__(self, expected: Text) -> None:
        self.expected = expected
        super().__init__(expected.nl)


def decisions_in(folder: Path, ronde: Ronde) -> Besluiten:
    """Return the decisions in the file that the folder of a round may have; as `read_decisions`."""
    path = folder / BESLUITEN
    return read_decisions(path, ronde) if exists(path) else {}


def read_decisions(path: Path, ronde: Ronde) -> Besluiten:
    """Return the decisions in a file by department; raise `InputError` with every mistake in it."""
    sheet = read_sheet(path.parent, replace(CONFLICTEN, name=path.stem), semicolons=True)
    found: dict[str, dict[Plek, Besluit]] = {}
    for row in sheet.rows:
        if row.whole and row.values["keuze"] is not None:
            departement, place = str(row.values["departement"]), _plek(sheet, row)
            if departement not in ronde.departementen:
                values = {"found": shown(departement), "expected": ", ".join(ronde.departementen)}
                sheet.report("besluit-departement-onbekend", row.number, "departement", **values)
            elif place is not None:
                _decide(sheet, row, place, found.setdefault(departement, {}), ronde)
    if sheet.issues:
        raise InputError(sorted(sheet.issues, key=lambda issue: issue.place.row or 0))
    return found


def _plek(sheet: Sheet, row: Row) -> Plek | None:
    text = str(row.values["plek"])
    try:
        return plek(text)
    except Onsleutel:
        sheet.report("besluit-plek-onbekend", row.number, "plek", found=shown(text, 80))
        return None


def _decide(sheet: Sheet, row: Row, place: Plek, found: dict[Plek, Besluit], ronde: Ronde) -> None:
    text = unsafe(str(row.values["keuze"]))
    if row.values["door"] is None:
        sheet.report("besluit-zonder-naam", row.number, "door")
    try:
        why = (unsafe(str(row.values[name] or "")) for name in ("door", "wanneer", "reden"))
        found[place] = Besluit(inhoud_uit(place, text, ronde), *why)
    except Onbesluit as wrong:
        sheet.report("besluit-keuze-fout", row.number, "keuze", found=shown(text), expected=wrong.expected)


def inhoud_uit(place: Plek, text: str, ronde: Ronde) -> Inhoud:
    """Return what a typed decision puts at a place; raise `Onbesluit` where it cannot stand there."""
    plain = text.strip().casefold()
    if not place.onderdeel:
        named = {name: word for word, names in ITEMS.items() for name in (word, *names)}
        if plain not in named:
            raise Onbesluit(_ITEM)
        return named[plain]
    if place.is_cel:
        return _cel(place, text, plain, ronde)
    if plain in LEEG:
        return None
    veld = veld_van(place)
    if veld is None:
        return text
    read = read_field(Cell(text), veld)
    if read.code:
        raise Onbesluit(_FIELD if not veld.keuzes else veld.kind.expected)
    return read.tekst


def _cel(place: Plek, text: str, plain: str, ronde: Ronde) -> Inhoud:
    if plain in (*LEEG, *STATEN["ontbreekt"].naam, "ontbreekt"):
        return None
    grootheid = ronde.editie.grootheden.get(place.sleutel[2])
    names = {staat: STATEN[staat].naam for staat in ("nihil", "nvt", "ontbreekt")}
    bounds = grootheid.kind.bounds if grootheid is not None else Text("een getal", "a number")
    expected = _CEL.filled(number=bounds, **names)
    if grootheid is None:
        raise Onbesluit(expected)
    read = read_amount(Cell(text), grootheid, None)
    if read.code or read.cel == ONTBREEKT:
        raise Onbesluit(expected)
    if read.cel not in (NIHIL, NVT):
        try:
            grootheid.kind.accept(read.cel.waarde)
        except WrongValue:
            raise Onbesluit(expected) from None
    return read.cel


Gevonden = tuple[str, Conflict, str]
"""A department, a conflict in its returns, and whether it is `OPEN` or `BESLECHT`."""
