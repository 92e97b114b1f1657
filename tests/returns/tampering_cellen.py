"""Tampering with single cells: names, units, formulas, figures and how they were typed."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from copy import copy

from openpyxl.comments import Comment
from returns.geval import Geval, put, regel
from returns.teruggestuurd import Terug

from model.returns.columns import KOLOMMEN
from model.returns.opgave import Opgave


def move_keys(terug: Terug, opgave: Opgave) -> None:
    """Shift the keys of rows by one, as sorting only some columns does."""
    keys = [key.tekst() for key in opgave.regels if key.tabel == "begroting"]
    for key, other in zip(keys, [*keys[1:], keys[0]], strict=True):
        terug.put(key, "sleutel", other)


def thousandfold(
    factor: float, *, kolom: str = "", rij: bool = False, grootheid: str = "uitgaven"
) -> Callable[[Terug, Opgave], None]:
    """Multiply figures in euros: all, those of a column of a table, or those of a row."""

    def doe(terug: Terug, opgave: Opgave) -> None:
        for key in opgave.regels:
            of_row = key.tekst() == regel(opgave, grootheid=grootheid)
            wanted = of_row if rij else (not kolom or key.tabel == "begroting")
            if key.grootheid not in ("uitgaven", "verplichtingen", "ontvangsten") or not wanted:
                continue
            for each in (kolom,) if kolom else KOLOMMEN:
                cell = terug.at(key.tekst(), each)
                if isinstance(cell.value, int | float):
                    cell.value = round(cell.value * factor, 6)

    return doe


def in_turn(*tampering: Callable[[Terug, Opgave], None]) -> Callable[[Terug, Opgave], None]:
    """Tamper in several ways."""

    def doe(terug: Terug, opgave: Opgave) -> None:
        for each in tampering:
            each(terug, opgave)

    return doe


def freeze_formulas(terug: Terug, opgave: Opgave) -> None:
    """Paste values over the status of every row of a sheet."""
    for key in opgave.regels:
        if key.tabel == "begroting":
            terug.put(key.tekst(), "status", "volledig")


def change_control(terug: Terug, _: Opgave) -> None:
    for row in terug["Voortgang"].iter_rows():
        numbers = [cell for cell in row[1:] if isinstance(cell.value, int | float)]
        if numbers and str(row[0].value).startswith("artikel "):
            numbers[0].value = 1
            return


def change_threshold(terug: Terug, _: Opgave) -> None:
    """Change the first number under the head of the threshold."""
    rows = list(terug["Voortgang"].iter_rows(max_col=2))
    head = next(number for number, row in enumerate(rows) if str(row[0].value).startswith("Wanneer een reden"))
    next(row[1] for row in rows[head:] if isinstance(row[1].value, int | float)).value = 31415


def comment(terug: Terug, opgave: Opgave) -> None:
    terug.at(regel(opgave), "t").comment = Comment("klopt dit wel?", "Jan")


def no_reason(terug: Terug, opgave: Opgave) -> None:
    """Move a figure by more than the threshold, within what is no jump, with a dash as its reason."""
    key = regel(opgave, grootheid="ontvangsten")
    for kolom in KOLOMMEN:
        terug.put(key, kolom, 2000)
    terug.put(key, "reden", "-")


def fractions(terug: Terug, opgave: Opgave) -> None:
    for kolom in KOLOMMEN:
        terug.put(regel(opgave, grootheid="juridisch-verplicht"), kolom, 0.8)


def thousands_format(terug: Terug, opgave: Opgave) -> None:
    terug.at(regel(opgave), "t").number_format = "#,##0,"


def status_formula(terug: Terug, opgave: Opgave) -> None:
    row = terug.rows[regel(opgave)][1]
    terug.at(regel(opgave), "status").value = f'=IF(F{row}=1,"volledig","volledig")'


def label_style(terug: Terug, opgave: Opgave) -> None:
    cell = terug.at(regel(opgave), "post")
    cell.font = copy(cell.font)
    terug.put(regel(opgave), "post", 1250)


_OF_SIZE = ("inhoud-reden-ontbreekt", "inhoud-kosten-per-fte", "inhoud-betaald-boven-verplicht")
CELLEN = (
    Geval("naam van een post gewijzigd", put("post", "Iets anders"), {"lees-vast-gewijzigd": 1}),
    Geval("getal in een naamkolom", label_style, {"lees-vast-gewijzigd": 1}),
    Geval("eenheid gewijzigd", put("eenheid", "€"), {"lees-eenheid-gewijzigd": 1}, 8),
    Geval("controlekolom gewijzigd", put("controle", "uitgaven/99"), {"lees-vast-gewijzigd": 1}),
    Geval("sleutel gewist", put("sleutel", None), {"lees-sleutel-gewijzigd": 1}),
    Geval("sleutel gewijzigd", put("sleutel", "begroting/x/uitgaven"), {"lees-sleutel-gewijzigd": 1}),
    Geval(
        "sleutel van een andere rij",
        lambda t, o: t.put(regel(o), "sleutel", regel(o, 2)),
        {"lees-sleutel-gewijzigd": 1},
    ),
    Geval("sleutels verschoven", move_keys, {"lees-sleutels-verschoven": 1}),
    Geval("formule vervangen door een getal", put("status", 1), {"lees-formule-vervangen": 1}),
    Geval("formules als waarden geplakt", freeze_formulas, {"lees-formule-vervangen": 1}),
    Geval("statusformule gewijzigd", status_formula, {"lees-formule-gewijzigd": 1}),
    Geval("vorige ronde gewijzigd", put("vorige t", 31415.5), {"lees-vorige-gewijzigd": 1}),
    Geval("controletotaal gewijzigd", change_control, {"lees-controle-gewijzigd": 1}),
    Geval("drempel gewijzigd", change_threshold, {"lees-drempel-gewijzigd": 1}),
    Geval("alles maal duizend", thousandfold(1000), {"lees-eenheid-verdacht": 1}),
    Geval("alles in miljoenen", thousandfold(0.001), {"lees-eenheid-verdacht": 1}),
    Geval("kolom maal duizend", thousandfold(1000, kolom="t+1"), {"lees-eenheid-verdacht": 1}),
    Geval("rij gedeeld door duizend", thousandfold(0.001, rij=True), {"lees-eenheid-verdacht": 1}),
    Geval(
        "rij maal duizend en een andere zonder reden",
        in_turn(thousandfold(1000, rij=True), no_reason),
        {"lees-eenheid-verdacht": 1, "inhoud-reden-ontbreekt": 1},
    ),
    Geval(
        "rij maal duizend en het totaal van een ander artikel",
        in_turn(put("t", 1900, number=1), thousandfold(1000, rij=True, grootheid="verplichtingen")),
        {"lees-eenheid-verdacht": 1, "inhoud-controletotaal": 1},
    ),
    Geval(
        "rij maal duizend, uitgelegd",
        in_turn(thousandfold(1000, rij=True), put("opmerking", "alles is nu hier geboekt")),
        {"lees-eenheid-verdacht": 1, "inhoud-controletotaal": 1, **dict.fromkeys(_OF_SIZE, 1)},
    ),
    Geval("negatief bedrag", put("t", -5000), {"inhoud-buiten-grenzen": 1}),
    Geval("te groot bedrag", put("t", 2e8), {"inhoud-buiten-grenzen": 1}),
    Geval("percentage boven honderd", put("t", 150, grootheid="juridisch-verplicht"), {"inhoud-buiten-grenzen": 1}),
    Geval("te veel fte", put("t", 2e5, grootheid="fte"), {"inhoud-buiten-grenzen": 1}),
    Geval("tekst in een bedrag", put("t", "circa 300"), {"lees-tekst": 1}, 1),
    Geval("bereik in een bedrag", put("t", "50-125"), {"lees-tekst": 1}, 1),
    Geval("meerduidig getal", put("t", "1,234"), {"lees-meerduidig": 1}, 1),
    Geval("foutwaarde", put("t", "#N/A"), {"lees-foutwaarde": 1}, 1),
    Geval("datum in een bedrag", put("t", datetime.date(2027, 2, 1)), {"lees-datum": 1}, 1),
    Geval("onbekend", put("t", "n.t.b."), {"lees-onbekend": 1, "inhoud-cellen-ontbreken": 1}, 1),
    Geval("streepje", put("t", "-"), {"lees-onbekend": 1, "inhoud-cellen-ontbreken": 1}, 1),
    Geval("keuze die er niet is", put("geheel", "misschien"), {"lees-veld": 1}),
    Geval("reden die niets zegt", no_reason, {"inhoud-reden-ontbreekt": 1}),
    Geval("percentages als delen", fractions, {"lees-procent-als-deel": 1}),
    Geval("opmaak in duizenden", thousands_format, {"lees-opmaak": 1}),
    Geval("opmerking bij een cel", comment, {"lees-opmerking-bij-cel": 1}),
    Geval(
        "aftekening zonder naam",
        lambda t, _: t.put("aftekening/fez", "antwoord", None),
        {"inhoud-aftekening-leeg": 1},
    ),
)  # fmt: skip
