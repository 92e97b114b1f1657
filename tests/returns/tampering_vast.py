"""Tampering with what nobody is asked to fill in: titles, texts, formulas beside tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from returns.geval import Geval
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
)
