"""What a table says, apart from how it is drawn: lines over the years around the begrotingsjaar, captions, footnotes.

Tables are pure functions of results; terminal, workbook and app draw them. Source: model, section 4, "Tables that
people read".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from model.factors import Floats
from model.result import Result
from model.text import LANGUAGES, Language, Text, number, percent, same

Prices = Literal["constant", "lopend"]
Style = Literal["head", "part", "sum", "plain"]
Unit = Literal["keur", "real", "share", "year", "number"]

BEFORE, AFTER = 2, 5

STRUCTUREEL = Text("structureel", "structural")
ROUNDING = Text(
    "Door afronding kan de som der delen afwijken van het totaal.",
    "Because of rounding, parts may not add up to the total.",
)
REAL = Text(
    "in prijzen van het prijspeil van de kostenpost, ongeacht de prijzen van de tabel",
    "at the price level of the post, whatever the prices of the table",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a label and a value per column (`nan`: nothing to show).

    `part` lines add up to the next `sum` line; `keur` amounts follow the prices of the table, `real` ones do not.
    `units` gives a unit per column where they differ.
    """

    label: Text
    values: Floats
    style: Style = "plain"
    unit: Unit = "keur"
    units: tuple[Unit, ...] = ()

    def cell(self, column: int, language: Language) -> str:
        """Return the value of one column as it is printed."""
        value = float(self.values[column])
        if np.isnan(value):
            return ""
        unit = self.units[column] if self.units else self.unit
        if unit == "share":
            return percent(value, language)
        return f"{value:.0f}" if unit == "year" else number(value, language)


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a title, a caption that gives unit and prices, column heads, lines and footnotes."""

    title: Text
    caption: Text
    columns: tuple[Text, ...]
    lines: tuple[Line, ...]
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Window:
    """The columns of a budget table: t-2 .. t+5 as far as the horizon reaches, and the level of its last year."""

    years: tuple[int, ...]
    positions: tuple[int, ...]
    factor: Floats
    caption: Text

    @property
    def columns(self) -> tuple[Text, ...]:
        """Return the column heads."""
        return (*(same(str(year)) for year in self.years), STRUCTUREEL)

    def pick(self, amounts: Floats, unit: Unit = "keur") -> Floats:
        """Return the columns of a series over the horizon, in the prices of the window."""
        shown = amounts / self.factor if unit == "keur" else amounts
        return np.asarray(shown[list(self.positions)], dtype=float)


def window(result: Result, prices: Prices) -> Window:
    """Return the columns in which a result is shown."""
    years, base = result.years, result.begrotingsjaar
    shown = [year for year in years if base - BEFORE <= year <= base + AFTER]
    positions = (*(year - years[0] for year in shown), len(years) - 1)
    return Window(tuple(shown), positions, price_factor(result, prices), price_caption(result, prices))


def price_factor(result: Result, prices: Prices) -> Floats:
    """Return what nominal amounts are divided by to be in the given prices, shape (horizon years,)."""
    return np.ones(len(result.years)) if prices == "lopend" else result.indicator("deflator")


def price_caption(result: Result, prices: Prices) -> Text:
    """Return the unit and price basis of a table, as its caption says them."""
    if prices == "lopend":
        return Text("bedragen x € 1.000, lopende prijzen", "amounts x € 1,000, current prices")
    base = result.begrotingsjaar
    return Text(f"bedragen x € 1.000, constante prijzen {base}", f"amounts x € 1,000, constant prices of {base}")


def budget_table(result: Result, prices: Prices, title: Text, lines: Sequence[Line]) -> Table:
    """Return lines over the horizon as a budget table: the window's columns and the footnotes that apply."""
    shown = window(result, prices)
    picked = tuple(replace(line, values=shown.pick(line.values, line.unit)) for line in lines)
    return Table(title, shown.caption, shown.columns, picked, _notes(result, shown, lines, picked))


def _notes(result: Result, shown: Window, lines: Sequence[Line], picked: Sequence[Line]) -> tuple[Text, ...]:
    notes = [
        Text(
            f"structureel: stand {result.years[-1]}, het laatste jaar van de horizon",
            f"structural: level of {result.years[-1]}, the horizon's last year",
        )
    ]
    moving = [line.label for line in lines if line.unit == "keur" and not _settled(line.values / shown.factor)]
    if moving:
        nl, en = (", ".join(dict.fromkeys(label.say(language) for label in moving)) for language in LANGUAGES)
        notes.append(
            Text(
                f"nog niet op een vast niveau in {result.years[-1]}: {nl}",
                f"not settled yet in {result.years[-1]}: {en}",
            )
        )
    if not adds_up(picked):
        notes.append(ROUNDING)
    if any(line.unit == "real" for line in lines):
        notes.append(Text(f"reëel: {REAL.nl}", f"real: {REAL.en}"))
    return tuple(notes)


def _settled(values: Floats) -> bool:
    """Return whether the last year is at the level of the year before, as far as it is printed."""
    return len(values) < 2 or np.isnan(values[-1]) or bool(round(values[-1]) == round(values[-2]))


def adds_up(lines: Sequence[Line]) -> bool:
    """Return whether the printed parts of every sum line add up to what is printed as the sum."""
    parts: list[Floats] = []
    for line in lines:
        if line.style == "part":
            parts.append(np.round(line.values))
        elif line.style == "sum":
            if parts and bool(np.any(np.sum(parts, axis=0) != np.round(line.values))):
                return False
            parts = []
        elif line.style == "head":
            parts = []
    return True
