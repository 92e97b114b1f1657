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
from model.indicators import INDICATORS, first_largest
from model.parameters import INDEX_BBP
from model.result import ALL, Result
from model.text import LANGUAGES, Language, Text, number, percent, same, settled

Prices = Literal["constant", "lopend"]
# Which years a table shows: those of a budget table (t-2 .. t+5), or all of the horizon.
Years = Literal["begroting", "alle"]
Style = Literal["head", "part", "sum", "plain"]
# nominal: k€ that the table brings to its prices; amount: k€ that stand in them already; real: k€ at the own prijspeil.
Unit = Literal["nominal", "amount", "real", "share", "points", "years", "factor", "year", "count", "fte"]
Scale = Literal["k", "mln"]

# Indicators that are movements of one year: a level that lasts says nothing of them. What was caught up is part of what
# was paid, so that it stands beside it in every column.
PASSING = frozenset({"terugval"})

_DECIMALS = {"years": 2, "factor": 4, "fte": 1}
_MONEY = frozenset({"nominal", "amount", "real"})
_SCALES: dict[Scale, tuple[float, int, Text]] = {
    "k": (1.0, 0, Text("x € 1.000", "x € 1,000")),
    "mln": (1000.0, 1, Text("x € 1 mln", "x € 1 mln")),
}

BEFORE, AFTER = 2, 5

STRUCTUREEL = Text("structureel", "structural")
ROUNDING = Text(
    "Door afronding kan de som der delen afwijken van het totaal.",
    "Parts may not add up to the total because of rounding.",
)
REAL = Text(
    "in prijzen van het prijspeil van de kostenpost, ongeacht de prijzen van de tabel",
    "at the price level of the post, whatever the prices of the table",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a label and a value per column (`nan`: nothing to show).

    `part` lines add up to the next `sum` line. A line that is not `lasting` has no structural level. `units` gives a
    unit per column where they differ. `about` says what the figures are, for who asks where they come from: a sort
    (`kerncijfer`, `dekkingsbron`, `partij`, `bijdrager`, `kostensoort`, `kostenpost`, `opgavetotaal`) and what names
    one of it; `abouts` says so per column where they differ.
    """

    label: Text
    values: Floats
    style: Style = "plain"
    unit: Unit = "nominal"
    units: tuple[Unit, ...] = ()
    lasting: bool = True
    about: tuple[str, ...] = ()
    abouts: tuple[tuple[str, ...], ...] = ()

    def asked(self, column: int) -> tuple[str, ...]:
        """Return what the figure in a column is; nothing where it cannot be asked about."""
        return self.abouts[column] if self.abouts else self.about

    def cell(self, column: int, language: Language, scale: Scale = "k") -> str:
        """Return the value of one column as it is printed; amounts in thousands or millions of euros."""
        value = float(self.values[column])
        if np.isnan(value):
            return ""
        unit = self.units[column] if self.units else self.unit
        if unit == "share":
            return percent(value, language)
        if unit == "points":
            return number(value * 100, language, 1)
        if unit in _MONEY:
            size, decimals, _ = _SCALES[scale]
            return number(value / size, language, decimals)
        return f"{value:.0f}" if unit == "year" else number(value, language, _DECIMALS.get(unit, 0))


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a title, a caption that gives unit and prices, column heads, lines and footnotes."""

    title: Text
    caption: Text
    columns: tuple[Text, ...]
    lines: tuple[Line, ...]
    notes: tuple[Text, ...] = ()

    def captioned(self, language: Language, scale: Scale = "k") -> str:
        """Return the caption, in thousands or millions of euros."""
        return self.caption.say(language).replace(_SCALES["k"][2].say(language), _SCALES[scale][2].say(language))

    def noted(self, language: Language, scale: Scale = "k") -> list[str]:
        """Return the footnotes, that on rounding where the figures as printed ask for it."""
        if any(line.unit not in _MONEY and line.style in ("part", "sum") for line in self.lines):
            return [note.say(language) for note in self.notes]
        notes = [note.say(language) for note in self.notes if note != ROUNDING]
        return notes if adds_up(self.lines, scale) else [*notes, ROUNDING.say(language)]


@dataclass(frozen=True, slots=True)
class Window:
    """The columns of a table: t-2 .. t+5 as far as the horizon reaches, or all years, and the level of the last one."""

    years: tuple[int, ...]
    positions: tuple[int, ...]
    factor: Floats
    caption: Text

    @property
    def columns(self) -> tuple[Text, ...]:
        """Return the column heads."""
        return (*(same(str(year)) for year in self.years), STRUCTUREEL)

    def pick(self, line: Line) -> Floats:
        """Return the columns of a line over the horizon, in the prices of the window."""
        shown = line.values / self.factor if line.unit == "nominal" else line.values
        columns = np.array(shown[list(self.positions)], dtype=float)
        if not line.lasting:
            columns[-1] = np.nan
        return columns


def window(result: Result, prices: Prices, years: Years = "begroting") -> Window:
    """Return the columns in which a result is shown."""
    shown, first = shown_years(result, years), result.years[0]
    positions = (*(year - first for year in shown), len(result.years) - 1)
    return Window(shown, positions, price_factor(result, prices), price_caption(result, prices))


def shown_years(result: Result, years: Years = "begroting") -> tuple[int, ...]:
    """Return the years of the horizon that have a column of their own."""
    base = result.begrotingsjaar
    return tuple(year for year in result.years if years == "alle" or base - BEFORE <= year <= base + AFTER)


def price_factor(result: Result, prices: Prices) -> Floats:
    """Return what nominal amounts are divided by to be in the given prices, shape (horizon years,)."""
    return np.ones(len(result.years)) if prices == "lopend" else result.indicator("deflator")


def in_prices(result: Result, ident: str, prices: Prices, group: str = ALL) -> Floats:
    """Return an indicator in the prices of a table, shape (horizon years,), or () for one over the horizon.

    The terugval is that of the tekort in those prices, so that it is the difference of the figures above it; the
    achterstand at the end is in the prices of the last year, the present value in those of the first.
    """
    indicator, values = INDICATORS[ident], result.indicator(ident, group)
    factor = price_factor(result, prices)
    if ident in ("terugval", "grootste_terugval"):
        tekort = result.indicator("tekort", group) / factor
        rise = np.maximum(0.0, np.diff(tekort, prepend=tekort[:1]))
        return rise if ident == "terugval" else np.where(np.arange(len(rise)) == first_largest(rise), rise, np.nan)
    if ident == "achterstand_einde":
        return np.asarray(values / factor[-1])
    nominal = indicator.unit == "k€" and not indicator.real and not indicator.horizon
    return np.asarray(values / factor) if nominal else values


def price_caption(result: Result, prices: Prices) -> Text:
    """Return the unit and price basis of a table, as its caption says them."""
    basis = price_basis(result, prices)
    return Text(f"bedragen x € 1.000, {basis.nl}", f"amounts x € 1,000, {basis.en}")


def price_basis(result: Result, prices: Prices) -> Text:
    """Return in which prices amounts stand; without a price index, as given."""
    if INDEX_BBP not in result.plan.parameters:
        return Text("prijzen zoals opgegeven, geen prijsindex", "prices as given, no price index")
    if prices == "lopend":
        return Text("lopende prijzen", "current prices")
    base = result.begrotingsjaar
    return Text(f"constante prijzen {base}", f"constant prices of {base}")


def budget_table(
    result: Result, prices: Prices, title: Text, lines: Sequence[Line], years: Years = "begroting"
) -> Table:
    """Return lines over the horizon as a budget table: the window's columns and the footnotes that apply."""
    shown = window(result, prices, years)
    picked = tuple(replace(line, values=shown.pick(line)) for line in lines)
    return Table(title, shown.caption, shown.columns, picked, _notes(result, shown, lines, picked))


def _notes(result: Result, shown: Window, lines: Sequence[Line], picked: Sequence[Line]) -> tuple[Text, ...]:
    notes = [
        Text(
            f"structureel: stand {result.years[-1]}, het laatste jaar van de horizon",
            f"structural: level of {result.years[-1]}, the horizon's last year",
        )
    ]
    moving = [line.label for line in lines if line.lasting and not _settled(line, shown.factor)]
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


def _settled(line: Line, factor: Floats) -> bool:
    """Return whether an amount is in the last year at the level of the year before, as far as it is printed."""
    if line.unit not in ("nominal", "amount") or len(line.values) < 2:
        return True
    values = line.values / factor if line.unit == "nominal" else line.values
    return bool(np.isnan(values[-1])) or round(settled(values[-1])) == round(settled(values[-2]))


def adds_up(lines: Sequence[Line], scale: Scale = "k") -> bool:
    """Return whether the printed parts of every sum line add up to what is printed as the sum."""
    size, decimals, _ = _SCALES[scale]
    parts: list[Floats] = []
    for line in lines:
        if line.style == "part":
            parts.append(_printed(line.values / size, decimals))
        elif line.style == "sum":
            if parts and bool(np.any(np.sum(parts, axis=0) != _printed(line.values / size, decimals))):
                return False
            parts = []
        elif line.style == "head":
            parts = []
    return True


def _printed(values: Floats, decimals: int) -> Floats:
    """Return amounts as they are printed, as whole numbers of the last digit."""
    return np.asarray(np.round(np.round(values * 10**decimals, 6)))
