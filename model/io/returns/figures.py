"""Figures of returns in long form, a cell per row: `opgaven.csv` of this round, `vorige.csv` in the next.

Reading gives what was written: state, number and edition of every cell. What a row says of its empty cells together
(hele regel) is written in those cells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from model.errors import InputError, figure, known, shown
from model.io.results import write_csv
from model.io.returns.tables import DEPARTEMENTEN, OPGAVEN
from model.io.tables import Row, Sheet, read_sheet
from model.kinds import UNREAD, WrongValue
from model.returns.columns import KOLOMMEN, STRUCTUREEL, jaar_van
from model.returns.earlier import Eerder
from model.returns.edition import EDITIES, GEEN, Editie, Sleutel
from model.returns.opgave import Cel, Opgave, waarde
from model.schema import Table

Cijfers = Mapping[str, Iterable[Eerder]]
"""Figures by department."""


def cijfers_van(opgave: Opgave, jaar: int) -> Iterator[Eerder]:
    """Yield every cell of a return to the round of `jaar`."""
    for key, regel in opgave.regels.items():
        for kolom in KOLOMMEN:
            yield Eerder(key, jaar_van(kolom, jaar), regel.cel(kolom), opgave.herkomst.editie)


def write_cijfers(path: Path, table: Table, cijfers: Cijfers) -> None:
    """Write figures as a table of this declaration; raises `InputError` where that cannot be done."""
    write_csv(path, [column.name for column in table.columns], _rows(cijfers))


def _rows(cijfers: Cijfers) -> Iterator[tuple[object, ...]]:
    for departement, figures in cijfers.items():
        for key, jaar, cel, editie in figures:
            number = cel.waarde if cel.staat == "waarde" else None
            yield (departement, *key, STRUCTUREEL if jaar is None else jaar, cel.staat, number, editie)


def read_opgaven(folder: Path, departementen: Iterable[str]) -> dict[str, tuple[Eerder, ...]]:
    """Return the figures in `opgaven.csv` by department; raise `InputError` with every mistake in it."""
    sheet = read_sheet(folder, OPGAVEN)
    check_departementen(sheet, list(departementen))
    check_cijfers(sheet)
    if sheet.issues:
        raise InputError(sorted(sheet.issues, key=lambda issue: issue.place.row or 0))
    return {departement: tuple(figures) for departement, figures in by_departement(sheet).items()}


def by_departement(sheet: Sheet) -> dict[str, list[Eerder]]:
    """Return the figures in a table without mistakes."""
    found: dict[str, list[Eerder]] = {}
    for row in sheet.rows:
        found.setdefault(str(row.values["departement"]), []).append(eerder(row))
    return found


def eerder(row: Row) -> Eerder:
    """Return the figure in a whole row."""
    values: dict[str, Any] = row.values
    jaar = None if values["jaar"] == STRUCTUREEL else values["jaar"]
    cel = waarde(values["waarde"]) if values["staat"] == "waarde" else Cel(values["staat"])
    return Eerder(_sleutel(values), jaar, cel, values["editie"])


def _sleutel(values: Mapping[str, Any]) -> Sleutel:
    return Sleutel(
        values["tabel"], values["post"], values["grootheid"], values["soort"] or GEEN, values["categorie"] or GEEN
    )


def check_departementen(sheet: Sheet, departementen: list[str]) -> None:
    """Report each row of a department that does not answer."""
    for row in sheet.rows:
        found = row.values["departement"]
        if isinstance(found, str) and found not in departementen:
            values = {"found": shown(found), "table": DEPARTEMENTEN.name, "expected": known(departementen, found)}
            sheet.report("verwijzing-onbekend", row.number, "departement", **values)


def check_cijfers(sheet: Sheet) -> None:
    """Report each row that its edition does not ask, and each cell whose number does not fit its state or row."""
    for row in sheet.rows:
        where = [row.values[name] for name in ("tabel", "post", "grootheid", "soort", "categorie", "editie")]
        if UNREAD in where:
            continue
        editie, key = EDITIES[str(row.values["editie"])], _sleutel(row.values)
        if editie.kent(key):
            _check_cel(sheet, row, editie, key)
        else:
            found = {"found": shown(key.tekst()), "edition": editie.nummer, "expected": _near(editie, key)}
            sheet.report("ronde-regel-onbekend", row.number, "grootheid", **found)


def _near(editie: Editie, key: Sleutel) -> object:
    rows = editie.regels(key.tabel, key.post) if key.tabel in editie.tabellen else ()
    return known([row.tekst() for row in rows], key.tekst())


def _check_cel(sheet: Sheet, row: Row, editie: Editie, key: Sleutel) -> None:
    state, number, kind = row.values["staat"], row.values["waarde"], editie.grootheden[key.grootheid].kind
    if UNREAD in (state, number):
        return
    if state != "waarde":
        if isinstance(number, float):
            sheet.report("ronde-cel-met-getal", row.number, "waarde", found=figure(number), state=state)
    elif not isinstance(number, float):
        sheet.report("ronde-cel-zonder-getal", row.number, "waarde", expected=kind.expected)
    else:
        try:
            kind.accept(number)
        except WrongValue as wrong:
            sheet.report("waarde-fout", row.number, "waarde", found=figure(number), expected=wrong.expected)
