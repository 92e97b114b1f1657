"""Amounts as people type them where the number is in doubt, each with what must be found, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

from returns.geval import Geval, put, regel
from returns.teruggestuurd import Terug
from returns.volledig import NIEUW

from model.io.excel.book import Cell
from model.returns.columns import KOLOMMEN
from model.returns.opgave import Opgave

FORMAT_EURO = '_ "€" * #,##0_ '


def shown_in_euros(terug: Terug, opgave: Opgave) -> None:
    terug.at(regel(opgave), "t").number_format = FORMAT_EURO


def every_cell_in_euros(terug: Terug, opgave: Opgave) -> None:
    """Put a euro sign before every amount of spending on two sheets."""
    for key in opgave.regels:
        if key.grootheid == "uitgaven" and key.tabel != "activiteit":
            for kolom in KOLOMMEN:
                terug.put(key.tekst(), kolom, f"€ {terug.at(key.tekst(), kolom).value:.0f}")


def in_millions(terug: Terug, opgave: Opgave) -> None:
    """Type an amount in millions with its unit, as much as it was."""
    terug.put(regel(opgave), "t", f"€ {terug.at(regel(opgave), 't').value / 1000:.6f} mln".replace(".", ","))


def one_cell_in_euros(terug: Terug, opgave: Opgave) -> None:
    """Type one amount in euros, with a reason for moving that says nothing of the unit."""
    terug.put(regel(opgave), "t+3", terug.at(regel(opgave), "t+3").value * 1000)
    terug.put(regel(opgave), "reden", "nieuwe raming")


def a_new_row(value: float, *kolommen: str, **velden: str) -> Callable[[Terug, Opgave], None]:
    """Type an amount in years of a row that had none last round."""

    def doe(terug: Terug, opgave: Opgave) -> None:
        key = next(key.tekst() for key in opgave.regels if key[2:] == NIEUW)
        for kolom in kolommen:
            terug.put(key, kolom, value)
        for veld, text in velden.items():
            terug.put(key, veld, text)

    return doe


WAAR, ONWAAR = True, False
GETYPT = (
    Geval("waar", put("t", WAAR), {"lees-logisch": 1}),
    Geval("onwaar in een percentage", put("t", ONWAAR, grootheid="juridisch-verplicht"), {"lees-logisch": 1}),
    Geval("waar als woord", put("t", "Waar"), {"lees-logisch": 1}),
    Geval("waar in een opmerking", put("opmerking", WAAR), {"lees-veld": 1}),
    Geval("in miljoenen", in_millions, {"lees-omgerekend": 1}),
    Geval("euroteken", lambda t, o: t.put(regel(o), "t", f"€ {t.at(regel(o), 't').value:.0f}"), {"lees-euroteken": 1}),
    Geval("euroteken in de opmaak", shown_in_euros, {"lees-euroteken": 1}),
    Geval("overal een euroteken", every_cell_in_euros, {"lees-euroteken": 2}),
    Geval("één cel in euro's", one_cell_in_euros, {"lees-eenheid-verdacht": 1}),
    Geval("nieuwe regel in euro's", a_new_row(95_000, *KOLOMMEN), {"lees-eenheid-nieuw": 1}),
    Geval("nieuwe regel in miljoenen", a_new_row(0.095, *KOLOMMEN, reden="nieuw"), {"lees-eenheid-nieuw": 1}),
    Geval("één jaar van een nieuwe regel in euro's", a_new_row(95_000, "t+2"), {"lees-eenheid-nieuw": 1}),
    Geval("nieuwe regel", a_new_row(95, *KOLOMMEN), {}),
    Geval("euroteken bij fte", put("t", "€ 10", grootheid="fte"), {"lees-tekst": 1}),
)

TRIGGERED = {code for geval in GETYPT for code in geval.verwacht}

GELEZEN: tuple[tuple[Cell, str, float], ...] = (
    (Cell("57,6 mln"), "lees-omgerekend", 57_600),
    (Cell("€ 57,6 mln"), "lees-omgerekend", 57_600),
    (Cell("1,2 miljard"), "lees-omgerekend", 1_200_000),
    (Cell("57.568 dzd"), "lees-omgerekend", 57_568),
    (Cell("€ 57.568"), "lees-euroteken", 57_568),
    (Cell("57.568 euro"), "lees-euroteken", 57_568),
    (Cell("EUR57.568"), "lees-euroteken", 57_568),
    (Cell(57_568.0, number_format=FORMAT_EURO), "lees-euroteken", 57_568),
    (Cell(57_568.0, number_format="[$€-413] #,##0"), "lees-euroteken", 57_568),
    (Cell(57_568.0, number_format='_("$"* #,##0_)'), "lees-euroteken", 57_568),
    (Cell(57_568.0, number_format="[$USD-409] #,##0"), "lees-euroteken", 57_568),
    (Cell(57_568.0, number_format="[$-413]#,##0"), "", 57_568),
    (Cell("€ 0"), "", 0),
    (Cell(0.0, number_format=FORMAT_EURO), "", 0),
    (Cell("57.568"), "", 57_568),
    (Cell("12.345,6"), "", 12_345.6),
    (Cell("12.345.678"), "", 12_345_678),
    (Cell("12 345,60"), "", 12_345.6),
    (Cell("12,345"), "lees-meerduidig", 0),
    (Cell("12.34,5"), "lees-tekst", 0),
    (Cell("95k"), "lees-tekst", 0),
    (Cell(57_568.0, number_format="#,##0"), "", 57_568),
    (Cell(WAAR), "lees-logisch", 0),
    (Cell("ONWAAR"), "lees-logisch", 0),
    (Cell(1.0, formula="TRUE()"), "lees-logisch", 0),
    (Cell(0.0, formula="false( )"), "lees-logisch", 0),
    (Cell(1.0, formula="SUM(TRUE(),0)"), "", 1),
)
"""A cell of an amount in k€, what is found in it, and the amount that it is read as."""
