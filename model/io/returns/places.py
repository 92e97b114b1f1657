"""Where the rows of a return stand in the file that it was read from, so that every figure can be found again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from model.io.excel.book import address
from model.io.returns.located_rows import Located


class Rijplaats(NamedTuple):
    """A row as it was found: sheet, number, and the column of each code."""

    blad: str
    nummer: int
    kolommen: Mapping[str, int]

    def adres(self, code: str) -> str:
        """Return where a cell stands, such as `Begroting!F23`; the row where its column is not there."""
        column = self.kolommen.get(code)
        return f"{self.blad}!{address((self.nummer, column)) if column else self.nummer}"


def places_of(place: Located) -> dict[str, Rijplaats]:
    """Return the place of each row by its key."""
    return {key: Rijplaats(row.section.sheet.name, row.number, row.section.columns) for key, row in place.rows.items()}
