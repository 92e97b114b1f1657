"""The years of a return: t-1 to t+5 around the year of the round, and what stays after them."""

from __future__ import annotations

from model.text import Text

STRUCTUREEL = "structureel"
BEFORE, AFTER = 1, 5
# What a column is called in files of any round; a return of another round has the same columns, for other years.
KOLOMMEN = (*(f"t{step:+d}" if step else "t" for step in range(-BEFORE, AFTER + 1)), STRUCTUREEL)


def jaar_van(kolom: str, t: int) -> int | None:
    """Return the year that a column stands for where `t` is the round's year; None for structureel."""
    return None if kolom == STRUCTUREEL else t + int(kolom[1:] or 0)


def kolom_van(jaar: int, t: int) -> str | None:
    """Return the column of a year; None where the round does not ask for it."""
    return KOLOMMEN[jaar - t + BEFORE] if -BEFORE <= jaar - t <= AFTER else None


def kop(kolom: str, t: int) -> Text:
    """Return what people read over a column."""
    jaar = jaar_van(kolom, t)
    return Text("structureel", "structural") if jaar is None else Text(str(jaar), str(jaar))
