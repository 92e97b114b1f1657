"""Ways in which people tamper with the workbook of a return, each with what must be found, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

from excel.moving import insert_columns, insert_rows
from returns.geval import regel
from returns.tampering_cellen import CELLEN
from returns.tampering_ongezien import ONGEZIEN
from returns.tampering_rijen import RIJEN, delete_numbers
from returns.tampering_vast import VAST
from returns.teruggestuurd import Terug

from model.returns.opgave import Opgave


def unquote(terug: Terug, _: Opgave) -> None:
    """Write formulas without the quotes that the names of their sheets do not need, as LibreOffice does."""
    for row in terug["Voortgang"].iter_rows():
        for cell in row:
            if str(cell.value).startswith("="):
                cell.value = cell.value.replace("'Begroting'!", "Begroting!")


def as_text(terug: Terug, opgave: Opgave) -> None:
    value = f"{terug.at(regel(opgave), 't').value:,.1f}".replace(",", "~").replace(".", ",").replace("~", ".")
    terug.put(regel(opgave), "t", f"\N{NO-BREAK SPACE}{value}")


GEVALLEN = (*RIJEN, *CELLEN, *VAST, *ONGEZIEN)

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
    ("bovenste rij weg", lambda t, _: delete_numbers(t, "Begroting", 1)),
    ("rij met koppen weg", lambda t, _: delete_numbers(t, "Begroting", 5)),
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
