"""Tampering with rows, columns, sheets and what says whose they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from functools import partial

from excel.moving import _follow, insert_columns, rename
from returns.geval import Geval, regel
from returns.teruggestuurd import Terug

from model.returns.opgave import Opgave


def delete_rows(terug: Terug, *keys: str) -> None:
    """Delete rows, of each sheet all at once."""
    found: dict[str, list[int]] = {}
    for sheet, row in sorted(terug.rows[key] for key in keys):
        found.setdefault(sheet, []).append(row)
    for sheet, rows in found.items():
        delete_numbers(terug, sheet, *rows)


def delete_numbers(terug: Terug, sheet: str, *rows: int) -> None:
    """Delete rows of a sheet; formulas follow, as in a spreadsheet program."""
    for row in reversed(rows):
        terug.book[sheet].delete_rows(row)
    _follow(terug.book, sheet, rows=partial(_moved_up, list(rows)))


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


def hide_rows(terug: Terug, opgave: Opgave) -> None:
    sheet, row = terug.rows[regel(opgave)]
    terug[sheet].row_dimensions[row].hidden = True


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


RIJEN = (
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
    Geval("rijen van een ander departement", other_department, {"lees-rijen-van-elders": 1}),
    Geval("rijen van een andere ronde", other_round, {"lees-rijen-van-elders": 1}),
    Geval("een heel blad van een andere ronde", other_round_on_a_sheet, {"lees-rijen-van-elders": 1}),
    Geval("rijen van een oudere versie", older_version, {"lees-basis-gemengd": 1}),
    Geval("rijen verborgen", hide_rows, {"lees-rijen-verborgen": 1}),
    Geval(
        "beveiliging weg en structuur gewijzigd",
        unlock_and_move,
        {"lees-beveiliging-weg": 1, "lees-kolom-erbij": 1, "lees-rij-weg": 1},
    ),
)  # fmt: skip
