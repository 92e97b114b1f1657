"""Ways in which people tamper with the workbook of a return, each with what must be found, and nothing else."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Callable
from copy import copy
from functools import partial

from excel.moving import _follow, insert_columns, insert_rows, rename
from openpyxl.comments import Comment
from returns.geval import Geval, put, regel
from returns.tampering_ongezien import ONGEZIEN
from returns.tampering_vast import VAST
from returns.teruggestuurd import Terug

from model.returns.columns import KOLOMMEN
from model.returns.opgave import Opgave


def delete_rows(terug: Terug, *keys: str) -> None:
    """Delete rows, of each sheet all at once."""
    found: dict[str, list[int]] = {}
    for sheet, row in sorted(terug.rows[key] for key in keys):
        found.setdefault(sheet, []).append(row)
    for sheet, rows in found.items():
        for row in reversed(rows):
            terug.book[sheet].delete_rows(row)
        _follow(terug.book, sheet, rows=partial(_moved_up, rows))


def _moved_up(deleted: list[int], row: int) -> int:
    return row - bisect_left(deleted, row)


def delete_post(terug: Terug, opgave: Opgave) -> None:
    post = "/".join(next(iter(opgave.posten)))
    delete_rows(terug, *(key for key in terug.rows if key == post or key.startswith(f"{post}/")))


def delete_column(code: str) -> Callable[[Terug, Opgave], None]:
    def doe(terug: Terug, _: Opgave) -> None:
        at = terug.columns["Begroting"][code]
        terug["Begroting"].delete_cols(at)
        _follow(terug.book, "Begroting", columns=lambda each: each - 1 if each > at else each)

    return doe


def copy_row(terug: Terug, key: str, *, change: bool) -> None:
    sheet, row = terug.rows[key]
    last = terug[sheet].max_row + 1
    for column in range(1, terug[sheet].max_column + 1):
        cell = terug[sheet].cell(row, column)
        if not str(cell.value).startswith("="):
            terug[sheet].cell(last, column).value = cell.value
    if change:
        terug[sheet].cell(last, terug.columns[sheet]["t"]).value = 777


def add_row(terug: Terug, _: Opgave) -> None:
    last = terug["Begroting"].max_row + 2
    terug["Begroting"].cell(last, 1).value = "Onze eigen post"
    terug["Begroting"].cell(last, terug.columns["Begroting"]["t"]).value = 500


def add_note(terug: Terug, _: Opgave) -> None:
    terug["Begroting"].cell(terug["Begroting"].max_row + 2, 1).value = "zie de mail van dinsdag"


def move_keys(terug: Terug, opgave: Opgave) -> None:
    """Shift the keys of rows by one, as sorting only some columns does."""
    keys = [key.tekst() for key in opgave.regels if key.tabel == "begroting"]
    for key, other in zip(keys, [*keys[1:], keys[0]], strict=True):
        terug.put(key, "sleutel", other)


def delete_sheet(terug: Terug, _: Opgave) -> None:
    del terug.book["Beleidstrajecten"]


def copy_sheet(*, change: bool) -> Callable[[Terug, Opgave], None]:
    def doe(terug: Terug, opgave: Opgave) -> None:
        sheet = terug.book.copy_worksheet(terug["Begroting"])
        if change:
            sheet[terug.at(regel(opgave), "t").coordinate].value = 31415

    return doe


def add_sheet(terug: Terug, _: Opgave) -> None:
    terug.book.create_sheet("Berekening")["B2"] = 12


def insert_filled_column(terug: Terug, opgave: Opgave) -> None:
    insert_columns(terug.book, "Begroting", 6)
    row = terug.rows[regel(opgave)][1]
    terug["Begroting"].cell(row, 6).value = 5


def double_column(terug: Terug, _: Opgave) -> None:
    sheet, last = terug["Begroting"], terug["Begroting"].max_column + 1
    for row in range(4, 12):
        sheet.cell(row, last).value = sheet.cell(row, terug.columns["Begroting"]["t"]).value


def change_hidden(terug: Terug, _: Opgave) -> None:
    for row in terug["_dekking"].iter_rows():
        if row[0].value == "regel":
            row[2].value = "123456.0"
            return


def other_department(terug: Terug, opgave: Opgave) -> None:
    """Paste rows of another department over three of ours."""
    for number in range(3):
        cell = terug.at(regel(opgave, number), "herkomst")
        cell.value = cell.value.replace("dep-1", "dep-2")
        key = terug.at(regel(opgave, number), "sleutel")
        key.value = key.value.replace("dep-1", "dep-2")


def other_round(terug: Terug, opgave: Opgave) -> None:
    for number in range(3):
        cell = terug.at(regel(opgave, number), "herkomst")
        cell.value = cell.value.replace("2027", "2026")


def other_round_on_a_sheet(terug: Terug, opgave: Opgave) -> None:
    """Change the origin of every row of a sheet."""
    for key in opgave.regels:
        if key.tabel == "begroting":
            cell = terug.at(key.tekst(), "herkomst")
            cell.value = cell.value.replace("2027", "2026")


def older_version(terug: Terug, opgave: Opgave) -> None:
    for number in range(3):
        cell = terug.at(regel(opgave, number), "herkomst")
        cell.value = cell.value.rpartition("|")[0] + "|0123456789ab"


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


def hide_rows(terug: Terug, opgave: Opgave) -> None:
    sheet, row = terug.rows[regel(opgave)]
    terug[sheet].row_dimensions[row].hidden = True


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


def change_codes(terug: Terug, _: Opgave) -> None:
    terug["Begroting"].cell(4, terug.columns["Begroting"]["t+1"]).value = "jaar"


def swap_heads(terug: Terug, _: Opgave) -> None:
    one, other = (terug["Begroting"].cell(5, terug.columns["Begroting"][code]) for code in ("t", "t+1"))
    one.value, other.value = other.value, one.value


def clear_codes(terug: Terug, _: Opgave) -> None:
    for cell in terug["Begroting"][4]:
        cell.value = None


def unlock_and_move(terug: Terug, opgave: Opgave) -> None:
    """Take the protection away and change the structure."""
    terug["Begroting"].protection.sheet = False
    insert_filled_column(terug, opgave)
    delete_rows(terug, regel(opgave, 1))


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


def unquote(terug: Terug, _: Opgave) -> None:
    """Write formulas without the quotes that the names of their sheets do not need, as LibreOffice does."""
    for row in terug["Voortgang"].iter_rows():
        for cell in row:
            if str(cell.value).startswith("="):
                cell.value = cell.value.replace("'Begroting'!", "Begroting!")


def as_text(terug: Terug, opgave: Opgave) -> None:
    value = f"{terug.at(regel(opgave), 't').value:,.1f}".replace(",", "~").replace(".", ",").replace("~", ".")
    terug.put(regel(opgave), "t", f"\N{NO-BREAK SPACE}{value}")


def label_style(terug: Terug, opgave: Opgave) -> None:
    cell = terug.at(regel(opgave), "post")
    cell.font = copy(cell.font)
    terug.put(regel(opgave), "post", 1250)


_OF_SIZE = ("inhoud-reden-ontbreekt", "inhoud-kosten-per-fte", "inhoud-betaald-boven-verplicht")
GEVALLEN = (
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
    Geval("rij weg", lambda t, o: delete_rows(t, regel(o)), {"lees-rij-weg": 1}),
    Geval("post weg", delete_post, {"lees-post-weg": 1}),
    Geval("rij dubbel, gelijk", lambda t, o: copy_row(t, regel(o), change=False), {"lees-rij-dubbel-gelijk": 1}),
    Geval("rij dubbel, anders", lambda t, o: copy_row(t, regel(o), change=True), {"lees-rij-dubbel": 1}, 1),
    Geval("rij erbij", add_row, {"lees-rij-erbij": 1}),
    Geval("tekst eronder", add_note, {"lees-tekst-buiten": 1}),
    Geval("kolom weg", delete_column("t+2"), {"lees-kolom-weg": 1}),
    Geval("vaste kolom weg", delete_column("vorige t"), {"lees-vaste-kolom-weg": 1}),
    Geval("kolom erbij", insert_filled_column, {"lees-kolom-erbij": 1}),
    Geval("kolom dubbel", double_column, {"lees-kolom-dubbel": 1}),
    Geval("code gewijzigd", change_codes, {"lees-code-gewijzigd": 1}),
    Geval("koppen verwisseld", swap_heads, {"lees-kop-gewijzigd": 2}),
    Geval("codes gewist", clear_codes, {"lees-code-gewijzigd": 1}),
    Geval("blad weg", delete_sheet, {"lees-blad-weg": 1}),
    Geval("blad dubbel, gelijk", copy_sheet(change=False), {"lees-blad-dubbel-gelijk": 1}),
    Geval("blad dubbel, anders", copy_sheet(change=True), {"lees-blad-dubbel": 1}, 1),
    Geval("blad hernoemd", lambda t, _: rename(t.book, "Begroting", "Cijfers"), {"lees-blad-hernoemd": 1}),
    Geval("blad erbij", add_sheet, {"lees-blad-erbij": 1}),
    Geval("leeswijzer weg", lambda t, _: t.book.remove(t["Leeswijzer"]), {"lees-tekstblad-weg": 1}),
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
    Geval("rijen van een ander departement", other_department, {"lees-rijen-van-elders": 1}),
    Geval("rijen van een andere ronde", other_round, {"lees-rijen-van-elders": 1}),
    Geval("een heel blad van een andere ronde", other_round_on_a_sheet, {"lees-rijen-van-elders": 1}),
    Geval("rijen van een oudere versie", older_version, {"lees-basis-gemengd": 1}),
    Geval("rijen verborgen", hide_rows, {"lees-rijen-verborgen": 1}),
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
        "beveiliging weg en structuur gewijzigd",
        unlock_and_move,
        {"lees-beveiliging-weg": 1, "lees-kolom-erbij": 1, "lees-rij-weg": 1},
    ),
    Geval(
        "aftekening zonder naam",
        lambda t, _: t.put("aftekening/fez", "antwoord", None),
        {"inhoud-aftekening-leeg": 1},
    ),
    *VAST,
    *ONGEZIEN,
)  # fmt: skip

WEIGEREN = frozenset(
    {
        "lees-rijen-van-elders", "lees-sleutels-verschoven", "lees-blad-weg", "lees-kolom-weg", "lees-kolom-dubbel",
        "lees-kop-gewijzigd",
    }
)  # fmt: skip
"""For which a file is refused whole: its rows or columns cannot be trusted."""

ONSCHULDIG: tuple[tuple[str, Callable[[Terug, Opgave], None]], ...] = (
    ("lege rij ertussen", lambda t, _: insert_rows(t.book, "Begroting", 9)),
    ("lege kolom ertussen", lambda t, _: insert_columns(t.book, "Begroting", 8)),
    ("bladen verplaatst", lambda t, _: t.book.move_sheet("Begroting", 3)),
    ("getal als tekst", as_text),
    ("aanhalingstekens weg", unquote),
    ("getypte formule", lambda t, o: setattr(t.at(regel(o), "t"), "value", f"={t.at(regel(o), 't').value}-5+5")),
)
"""What people may do: nothing is found."""

TRIGGERED = {code for geval in GEVALLEN for code in geval.verwacht if code.startswith("lees-")} | {
    "lees-geen-opgave", "lees-kenmerk-tegenstrijdig", "lees-andere-ronde", "lees-basis-verouderd", "lees-zonder-basis",
    "lees-verborgen-gewijzigd", "lees-verborgen-weg", "lees-formule-zonder-waarde", "lees-formule-verouderd",
    "lees-naam-dubbel", "lees-basis-onbekend", "lees-bestandsnaam",
}  # fmt: skip
"""Codes that these cases give, and those of test_reading."""
