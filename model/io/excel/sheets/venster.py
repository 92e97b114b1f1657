"""The window of Resultaat: the years around the begrotingsjaar, and how a line over the horizon is shown in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.io.excel.book import letters
from model.io.excel.draft import BEREKENING, INVOER, KERNCIJFERS, RESULTAAT, Draft
from model.io.excel.frame import CONSTANTE, EENHEID, LABEL, PROGRAMMA, SOORT, YEARS
from model.io.excel.layout import Content, Item, Key, Page, Span, key_of, line
from model.io.excel.sheets.blocks import Blocks
from model.io.excel.sheets.headings import headed
from model.tables import AFTER, BEFORE, STRUCTUREEL, window
from model.text import Text

Floats = NDArray[np.float64]

WIDTH = BEFORE + AFTER + 1
HEAD, YEAR, PLACE, FACTOR, FACTOR_BEFORE = 4, 5, 6, 7, 8

_LINES = {
    YEAR: Text("stand van het jaar", "level of the year"),
    PLACE: Text("plaats van dat jaar in de horizon", "place of that year in the horizon"),
    FACTOR: Text(
        "gedeeld door (deflator bbp; 1 bij lopende prijzen)", "divided by (GDP deflator; 1 at current prices)"
    ),
    FACTOR_BEFORE: Text("idem, het jaar ervoor", "same, the year before"),
}


@dataclass(slots=True)
class Window:
    """The columns of Resultaat: which years of the horizon they show, and what amounts are divided by there."""

    draft: Draft
    blocks: Blocks
    positions: tuple[int, ...]
    factor: Floats

    @property
    def page(self) -> Page:
        """Return the page Resultaat."""
        return self.draft.page(RESULTAAT)

    @property
    def columns(self) -> list[int]:
        """Return the columns in use: those of years in the window, and the structural one."""
        return [*range(YEARS, YEARS + len(self.positions) - 1), YEARS + WIDTH]

    def values(self, amounts: Floats, *, prices: bool = True) -> list[Content]:
        """Return amounts over the horizon as they stand in the columns; empty where there is no year."""
        shown = amounts / self.factor if prices else amounts
        row: list[Content] = [""] * (WIDTH + 1)
        for column, position in zip(self.columns, self.positions, strict=True):
            row[column - YEARS] = float(shown[position])
        return row

    def add(self, key: Key, label: str, unit: str, formula: Callable[[], str], values: Sequence[Content], style: str = "amount", kind: str = "", *, lasting: bool = True) -> int:  # fmt: skip
        """Put a line on the page; a formula is only worked out in columns that have a year."""
        shown = list(values) if lasting else list(values)[:-1]
        span = Span(YEARS, shown, lambda: f'IF(@{YEAR}="","",{formula()})', style)
        return self.page.add(line(key, label, unit, span=span, style=kind))

    def over(self, sheet: str, row: int, place: int = PLACE, back: str = "") -> str:
        """Return what a row over the horizon holds in the year of the column."""
        frame = self.draft.frame
        return f"INDEX({sheet}!{frame.across(row, frame.first, frame.last)},@{place}{back})"

    def priced(self, row: int) -> str:
        """Return what a row of Berekening holds in the year of the column, in the prices of the table."""
        return f"{self.over(BEREKENING, row)}/@{FACTOR}"

    def part(self, block: str, row: int) -> str:
        """Return the part of a block that the key of a row names, in the prices of the table."""
        return f"{self.within(block, row)}/@{FACTOR}"

    def within(self, block: str, row: int) -> str:
        """Return the sum over a block, of the soort and programma in the key of a row, in the year of the column."""
        if block not in self.blocks.ranges:
            return "0"
        frame, (first, last) = self.draft.frame, self.blocks.ranges[block]
        area = f"{BEREKENING}!${frame.letter(frame.first)}${first}:${frame.letter(frame.last)}${last}"
        tests = ",".join(
            f"{BEREKENING}!{self.blocks.words(block, word)},${frame.key(word)}{row}" for word in (SOORT, PROGRAMMA)
        )
        return f"SUMIFS(INDEX({area},0,@{PLACE}),{tests})"


def window_of(draft: Draft, blocks: Blocks) -> Window:
    """Return the window of a draft's result."""
    shown = window(draft.result, draft.prices)
    return Window(draft, blocks, shown.positions, shown.factor)


def add_window(sheet: Window) -> None:
    """Put the years of the table: t-2 .. t+5 as far as the horizon reaches, and the last one."""
    draft = sheet.draft
    page, result = sheet.page, draft.result
    first, last, base, before, after = (
        _fact(draft, name) for name in ("eerste", "laatste", "begrotingsjaar", "jaren-voor", "jaren-na")
    )
    begin, end = f"MAX({first},{base}-{before})", f"MIN({last},{base}+{after})"
    years = sheet.values(np.array(result.years, dtype=float), prices=False)
    heads = {
        EENHEID: "eenheid",
        LABEL: draft.say(Text("omschrijving", "description")),
        YEARS + WIDTH: draft.say(STRUCTUREEL),
    }
    headed(page, heads, "resultaat")
    row = page.rows[HEAD]
    for offset in range(WIDTH):
        column, previous = YEARS + offset, f"{letters(YEARS + offset - 1)}${HEAD}"
        formula = (
            f'IF({begin}<={end},{begin},"")'
            if offset == 0
            else f'IF({previous}="","",IF({previous}<{end},{previous}+1,""))'
        )
        row.items[column] = Item(_whole(years[offset]), formula, "head")
    del row.items[CONSTANTE]
    held = [_whole(year) for year in years]
    span = Span(YEARS, held, lambda: f'IF(ISNUMBER(@{HEAD}),@{HEAD},IF(@{HEAD}="","",{last}))', "year")
    page.add(line(key_of("jaar"), draft.say(_LINES[YEAR]), "jaar", span=span, style="note"))
    places: list[Content] = [int(year) - result.years[0] + 1 if isinstance(year, int) else "" for year in held]
    span = Span(YEARS, places, lambda: f'IF(@{YEAR}="","",@{YEAR}-{first}+1)', "count")
    page.add(line(key_of("plaats"), draft.say(_LINES[PLACE]), "", span=span, style="note"))
    _factors(sheet)


def _whole(year: Content) -> Content:
    return int(year) if isinstance(year, float) else year


def _fact(draft: Draft, name: str) -> str:
    return f"{INVOER}!$C${draft.invoer('scenario', name)}"


def _factors(sheet: Window) -> None:
    draft = sheet.draft
    row = draft.page(KERNCIJFERS).at("deflator")
    constant = f'{_fact(draft, "prijzen")}="constant"'
    before = np.concatenate([[1.0], sheet.factor[:-1]])
    sheet.add(
        key_of("deflator"),
        draft.say(_LINES[FACTOR]),
        "factor",
        lambda: f"IF({constant},{sheet.over(KERNCIJFERS, row)},1)",
        sheet.values(sheet.factor, prices=False),
        "factor",
        "note",
    )
    formula = f"IF({constant},IF(@{PLACE}=1,1,{sheet.over(KERNCIJFERS, row, back='-1')}),1)"
    sheet.add(
        key_of("deflator-ervoor"),
        draft.say(_LINES[FACTOR_BEFORE]),
        "factor",
        lambda: formula,
        sheet.values(before, prices=False),
        "factor",
        "note",
    )
