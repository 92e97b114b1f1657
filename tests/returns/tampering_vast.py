"""Tampering with what nobody is asked to fill in: titles, texts, formulas beside tables, the words of rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from returns.geval import Geval, put, regel
from returns.tampering_rijen import delete_column, delete_rows
from returns.teruggestuurd import Terug

from model.returns.opgave import Opgave


def write(**cells: Any) -> Callable[[Terug, Opgave], None]:
    """Write in one cell of each of these sheets, `Begroting_A3="…"`."""

    def doe(terug: Terug, _: Opgave) -> None:
        for where, value in cells.items():
            sheet, _, cell = where.rpartition("_")
            terug[sheet][cell].value = value

    return doe


def no_fiction(terug: Terug, _: Opgave) -> None:
    """Take away that a return is fictitious, in what stands above every sheet."""
    for sheet in terug.book.worksheets:
        if sheet.title != "_dekking":
            sheet["A1"].value, sheet["A2"].value = sheet["A1"].value.replace("FICTIEF ", ""), None


def fill_down(terug: Terug, opgave: Opgave) -> None:
    """Put the category of one row in the two below it."""
    for number in (1, 2):
        terug.put(regel(opgave, number), "categorie", terug.at(regel(opgave), "categorie").value)


def clear_keys(terug: Terug, opgave: Opgave) -> None:
    """Empty the key of every row of a sheet."""
    for key in opgave.regels:
        if key.tabel == "begroting":
            terug.put(key.tekst(), "sleutel", None)


def lone_key(terug: Terug, opgave: Opgave) -> None:
    """Delete a row, and give its key to another."""
    one, other = regel(opgave), regel(opgave, 1)
    delete_rows(terug, one)
    terug.rows[other] = (terug.rows[other][0], terug.rows[other][1] - 1)
    terug.put(other, "sleutel", one)


_OF_ANOTHER = {
    "post": "begroting nummer 2", "kostensoort": "doorontwikkeling", "categorie": "software",
    "grootheid": "ontvangsten",
}  # fmt: skip
"""A word of other rows, for each column of a row that says what its figures are of."""
VAST = (
    Geval("naam op de Leeswijzer", write(Leeswijzer_B5="Een ander"), {"lees-vast-gewijzigd": 1}),
    Geval("begrip gewijzigd", write(Begrippen_B6="Iets anders"), {"lees-vast-gewijzigd": 1}),
    Geval("titels gewijzigd", write(Posten_A1="Onze posten", Begroting_A1="Cijfers"), {"lees-vast-gewijzigd": 2}),
    Geval("kop op Voortgang gewijzigd", write(Voortgang_A4="Klaar"), {"lees-vast-gewijzigd": 1}),
    Geval(
        "oordelen overschreven",
        write(Voortgang_A3="Klaar om in te zenden", Begroting_A3="0 rijen nog niet volledig"),
        {"lees-formule-vervangen": 2},
    ),
    Geval("FICTIEF weg", no_fiction, {"lees-vast-gewijzigd": 14}),
    *(
        Geval(f"{code} van een andere rij", put(code, word), {"lees-rij-tegenstrijdig": 1}, 8)
        for code, word in _OF_ANOTHER.items()
    ),
    Geval("sleutels van een blad gewist", clear_keys, {"lees-sleutel-gewijzigd": 1}),
    Geval("kolom met sleutels weg", delete_column("sleutel"), {"lees-kolom-weg": 1}),
    Geval("categorie leeg", put("categorie", None), {"lees-vast-gewijzigd": 1}),
    Geval(
        "categorie in een rij zonder",
        put("categorie", "software", grootheid="ontvangsten"),
        {"lees-rij-tegenstrijdig": 1},
        8,
    ),
    Geval("categorie doorgetrokken", fill_down, {"lees-rij-tegenstrijdig": 2}, 16),
    Geval(
        "sleutel van een rij die weg is",
        lone_key,
        {"lees-rij-tegenstrijdig": 1, "lees-rij-weg": 1, "lees-vorige-gewijzigd": 1},
        8,
    ),
)
