"""Where the rows of a return stand in the file that it was read from, so that every figure can be found again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from model.io.excel.book import address
from model.io.returns.located_rows import Located
from model.io.returns.sheets import ANTWOORD, aftekening_sleutel
from model.returns.edits import Plek


class Rijplaats(NamedTuple):
    """A row as it was found: sheet, number, and the column of each code."""

    blad: str
    nummer: int
    kolommen: Mapping[str, int]

    def cel(self, code: str) -> str:
        """Return the cell of a code, such as `F23`; the first of the row where its column is not there."""
        return address((self.nummer, self.kolommen.get(code, 1)))

    def adres(self, code: str) -> str:
        """Return where a cell stands, such as `Begroting!F23`; the row where its column is not there."""
        column = self.kolommen.get(code)
        return f"{self.blad}!{address((self.nummer, column)) if column else self.nummer}"


def plaats_van(plek: Plek) -> tuple[str, str]:
    """Return the key of the row and the code of the column in which a place of the return stands."""
    if plek.soort == "aftekening":
        return aftekening_sleutel(plek.onderdeel), ANTWOORD
    if plek.soort == "controle":
        return "/".join((plek.soort, *plek.sleutel, plek.onderdeel)), plek.onderdeel
    return "/".join(plek.sleutel).rstrip("/"), plek.onderdeel


def places_of(place: Located) -> dict[str, Rijplaats]:
    """Return the place of each row by its key, those of control totals too."""
    rows = {**place.rows, **place.controles}
    return {key: Rijplaats(row.section.sheet.name, row.number, row.section.columns) for key, row in rows.items()}
