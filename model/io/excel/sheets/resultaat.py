"""Resultaat: budget tables around the begrotingsjaar, in constant or current prices. Source: model, section 4."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from model.indicators import INDICATORS, KEUR
from model.io.excel.book import letters
from model.io.excel.draft import BEREKENING, INVOER, KERNCIJFERS, RESULTAAT, Draft
from model.io.excel.layout import (
    EENHEID,
    LABEL,
    PROGRAMMA,
    SOORT,
    YEARS,
    Content,
    Item,
    Key,
    Row,
    Span,
    key_of,
    line,
)
from model.io.excel.sheets.blocks import Blocks, of_source
from model.io.excel.sheets.headings import headed, section, titled
from model.io.excel.sheets.partijen import of_partij
from model.overviews import KEY_FIGURES
from model.tables import AFTER, BEFORE, PASSING, STRUCTUREEL, in_prices, window
from model.text import Text
from model.words import KOSTENSOORT_NAMEN

Floats = NDArray[np.float64]

WIDTH = BEFORE + AFTER + 1
_HEAD, _YEAR, _PLACE, _FACTOR, _FACTOR_BEFORE = 4, 5, 6, 7, 8

_TITLE = Text("Resultaat: behoefte, dekking en tekort", "Result: need, cover and shortfall")
_CAPTION = Text(
    "bedragen x € 1.000; prijzen: zie Invoer (constant: van het begrotingsjaar; lopend)",
    "amounts x € 1,000; prices: see Invoer (constant: of the budget year; lopend: current)",
)
_LINES = {
    _YEAR: Text("stand van het jaar", "level of the year"),
    _PLACE: Text("plaats van dat jaar in de horizon", "place of that year in the horizon"),
    _FACTOR: Text(
        "gedeeld door (deflator bbp; 1 bij lopende prijzen)", "divided by (GDP deflator; 1 at current prices)"
    ),
    _FACTOR_BEFORE: Text("idem, het jaar ervoor", "same, the year before"),
}
_BEHEERLAST = Text("beheerlast van opgeleverd werk", "running cost of delivered work")
_FOOTNOTES = (
    Text("structureel: stand van het laatste jaar van de horizon.", "structural: level of the horizon's last year."),
    Text("Bedragen zijn niet afgerond opgeslagen; door afronding kan de getoonde som der delen afwijken van het totaal.", "Amounts are stored unrounded; shown parts may not add up to the total because of rounding."),
    Text("Reële regels staan in prijzen van het prijspeil van de kostenpost, ongeacht de prijzen van de tabel.", "Real lines are at the price level of the post, whatever the prices of the table."),
)  # fmt: skip


@dataclass(slots=True)
class _Sheet:
    """The page under construction, and what its cells divide by."""

    draft: Draft
    blocks: Blocks
    positions: tuple[int, ...]
    factor: Floats

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
        span = Span(YEARS, shown, lambda: f'IF(@{_YEAR}="","",{formula()})', style)
        return self.draft.page(RESULTAAT).add(line(key, label, unit, span=span, style=kind))

    def over(self, sheet: str, row: int, place: int = _PLACE, back: str = "") -> str:
        """Return what a row over the horizon holds in the year of the column."""
        frame = self.draft.frame
        return f"INDEX({sheet}!{frame.across(row, frame.first, frame.last)},@{place}{back})"

    def priced(self, row: int) -> str:
        """Return what a row of Berekening holds in the year of the column, in the prices of the table."""
        return f"{self.over(BEREKENING, row)}/@{_FACTOR}"

    def part(self, block: str, row: int) -> str:
        """Return the part of a block that the key of a row names, in the prices of the table."""
        return f"{self.within(block, row)}/@{_FACTOR}"

    def within(self, block: str, row: int) -> str:
        """Return the sum over a block, of the soort and programma in the key of a row, in the year of the column."""
        if block not in self.blocks.ranges:
            return "0"
        frame, (first, last) = self.draft.frame, self.blocks.ranges[block]
        area = f"{BEREKENING}!${frame.letter(frame.first)}${first}:${frame.letter(frame.last)}${last}"
        tests = ",".join(
            f"{BEREKENING}!{self.blocks.words(block, word)},${frame.key(word)}{row}" for word in (SOORT, PROGRAMMA)
        )
        return f"SUMIFS(INDEX({area},0,@{_PLACE}),{tests})"


def add_resultaat(draft: Draft, blocks: Blocks) -> None:
    """Make the page Resultaat."""
    page = draft.page(RESULTAAT)
    shown = window(draft.result, draft.prices)
    sheet = _Sheet(draft, blocks, shown.positions, shown.factor)
    titled(draft, page, _TITLE)
    page.rows[3] = Row(items={LABEL: Item(draft.say(_CAPTION), style="note")})
    _window(sheet)
    page.widths, page.last = {3: 2.0}, YEARS + WIDTH
    _key_figures(sheet)
    for programma in draft.result.grid.programmas:
        _programma(sheet, programma)
    _sources(sheet)
    _who(sheet)
    page.skip()
    for note in _FOOTNOTES:
        page.add(Row(items={LABEL: Item(draft.say(note), style="note")}))


def _window(sheet: _Sheet) -> None:
    """Put the years of the table: t-2 .. t+5 as far as the horizon reaches, and the last one."""
    draft = sheet.draft
    page, result = draft.page(RESULTAAT), draft.result
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
    row = page.rows[_HEAD]
    for offset in range(WIDTH):
        column, previous = YEARS + offset, f"{letters(YEARS + offset - 1)}${_HEAD}"
        formula = (
            f'IF({begin}<={end},{begin},"")'
            if offset == 0
            else f'IF({previous}="","",IF({previous}<{end},{previous}+1,""))'
        )
        row.items[column] = Item(_whole(years[offset]), formula, "head")
    del row.items[3]
    held = [_whole(year) for year in years]
    span = Span(YEARS, held, lambda: f'IF(ISNUMBER(@{_HEAD}),@{_HEAD},IF(@{_HEAD}="","",{last}))', "year")
    page.add(line(key_of("jaar"), draft.say(_LINES[_YEAR]), "jaar", span=span, style="note"))
    places: list[Content] = [int(year) - result.years[0] + 1 if isinstance(year, int) else "" for year in held]
    span = Span(YEARS, places, lambda: f'IF(@{_YEAR}="","",@{_YEAR}-{first}+1)', "count")
    page.add(line(key_of("plaats"), draft.say(_LINES[_PLACE]), "", span=span, style="note"))
    _factors(sheet)


def _whole(year: Content) -> Content:
    return int(year) if isinstance(year, float) else year


def _fact(draft: Draft, name: str) -> str:
    return f"{INVOER}!$C${draft.invoer('scenario', name)}"


def _factors(sheet: _Sheet) -> None:
    draft = sheet.draft
    row = draft.page(KERNCIJFERS).at("deflator")
    constant = f'{_fact(draft, "prijzen")}="constant"'
    before = np.concatenate([[1.0], sheet.factor[:-1]])
    sheet.add(
        key_of("deflator"),
        draft.say(_LINES[_FACTOR]),
        "factor",
        lambda: f"IF({constant},{sheet.over(KERNCIJFERS, row)},1)",
        sheet.values(sheet.factor, prices=False),
        "factor",
        "note",
    )
    formula = f"IF({constant},IF(@{_PLACE}=1,1,{sheet.over(KERNCIJFERS, row, back='-1')}),1)"
    sheet.add(
        key_of("deflator-ervoor"),
        draft.say(_LINES[_FACTOR_BEFORE]),
        "factor",
        lambda: formula,
        sheet.values(before, prices=False),
        "factor",
        "note",
    )


def _key_figures(sheet: _Sheet) -> None:
    draft = sheet.draft
    section(draft, draft.page(RESULTAAT), Text("Kerncijfers", "Key figures"))
    for ident in KEY_FIGURES:
        indicator, values = INDICATORS[ident], in_prices(draft.result, ident, draft.prices)
        mark = Text("{name} (reëel)", "{name} (real)") if indicator.real else Text("{name}", "{name}")
        money = indicator.unit == KEUR and not indicator.real
        label = draft.say(mark, name=draft.say(indicator.naam))
        sheet.add(
            key_of(ident), label, indicator.unit, partial(_figure, sheet, ident, money=money),
            sheet.values(values, prices=False), "share" if indicator.unit == "aandeel" else "amount",
            "bold" if ident == "tekort" else "", lasting=ident not in PASSING,
        )  # fmt: skip


def _figure(sheet: _Sheet, ident: str, *, money: bool) -> str:
    page = sheet.draft.page(KERNCIJFERS)
    value = sheet.over(KERNCIJFERS, page.at(ident))
    if ident == "terugval":
        tekort = page.at("tekort")
        now, before = sheet.over(KERNCIJFERS, tekort), sheet.over(KERNCIJFERS, tekort, back="-1")
        return f"IF(@{_PLACE}=1,0,MAX(0,{now}/@{_FACTOR}-{before}/@{_FACTOR_BEFORE}))"
    return f"{value}/@{_FACTOR}" if money else value


def _programma(sheet: _Sheet, programma: str) -> None:
    draft = sheet.draft
    page = draft.page(RESULTAAT)
    section(draft, page, Text(f"{programma}: behoefte, dekking en tekort", f"{programma}: need, cover and shortfall"))
    for quantity in ("behoefte", "dekking", "tekort"):
        first = page.next
        for soort, naam in _classes():
            key = (quantity, "", soort, "", programma)
            amounts = _class_amounts(draft, quantity, soort, programma)
            row = page.next
            sheet.add(
                key,
                draft.say(naam),
                KEUR,
                partial(sheet.part, quantity, row),
                sheet.values(amounts),
            )
        total = draft.result.indicator(quantity, programma)
        name = draft.say(
            Text("{name} {programma}", "{name} {programma}"),
            name=draft.say(INDICATORS[quantity].naam),
            programma=programma,
        )
        _sum(sheet, (quantity, "", "", "", programma), name, first, total)


def _classes() -> list[tuple[str, Text]]:
    classes = list(KOSTENSOORT_NAMEN.items())
    classes.insert(1, ("beheerlast", _BEHEERLAST))
    return classes


def _class_amounts(draft: Draft, quantity: str, soort: str, programma: str) -> Floats:
    amounts = draft.gathered.cells(draft.result.over_horizon(getattr(draft.result.outcome, quantity)))
    chosen = [
        b for b, bundle in enumerate(draft.bundles) if bundle.soort == soort and bundle.post.programma == programma
    ]
    return np.asarray(amounts[chosen].sum(axis=0))


def _sum(sheet: _Sheet, key: Key, label: str, first: int, amounts: Floats) -> None:
    """Put the sum of the lines from `first` on."""
    last = sheet.draft.page(RESULTAAT).next - 1
    formula = f"SUM(@{first}:@{last})" if last >= first else "0"
    sheet.add(key, label, KEUR, lambda: formula, sheet.values(amounts), kind="sum")


def _sources(sheet: _Sheet) -> None:
    draft, blocks = sheet.draft, sheet.blocks
    tables = (
        ("ingezet", "dekking", Text("Wat betaalt: per dekkingsbron", "What pays: by source")),
        (
            "onderuitputting",
            "onderuitputting",
            Text("Beschikbaar en niet gebruikt: per dekkingsbron", "Available and not used: by source"),
        ),
    )
    for name, total, title in tables:
        section(draft, draft.page(RESULTAAT), title)
        amounts = draft.result.per_source(name)
        first = draft.page(RESULTAAT).next
        for source in draft.sources:
            row = blocks.at(name, of_source(source, draft))
            sheet.add(
                key_of(name, source.id),
                source.naam,
                KEUR,
                partial(sheet.priced, row),
                sheet.values(amounts[source.id]),
            )
        _sum(sheet, key_of(name, "", "totaal"), draft.say(INDICATORS[total].naam), first, draft.result.indicator(total))


def _who(sheet: _Sheet) -> None:
    """Put who fills the sources, and who gets the bill: own resources and what nobody pays."""
    draft, result = sheet.draft, sheet.draft.result
    tables = (
        ("betaald-door", "dekking", result.paid_by(), Text("Wie betaalt: per bijdrager", "Who pays: by contributor")),
        ("eigen-partij", "eigen_middelen", result.per_partij("eigen"), Text("Wie krijgt de rekening: eigen middelen per partij", "Who gets the bill: own resources by partij")),
        ("tekort-partij", "tekort", result.per_partij("tekort"), Text("Wie krijgt de rekening: tekort per partij", "Who gets the bill: shortfall by partij")),
    )  # fmt: skip
    for name, total, amounts, title in tables:
        section(draft, draft.page(RESULTAAT), title)
        first = draft.page(RESULTAAT).next
        for partij, naam in ((partij.id, partij.naam) for partij in draft.plan.baseline.parties.values()):
            row = sheet.blocks.at(name, of_partij(draft, partij))
            sheet.add(
                key_of(name, "", "", partij),
                naam,
                KEUR,
                partial(sheet.priced, row),
                sheet.values(amounts[partij]),
            )
        _sum(sheet, key_of(name, "", "totaal"), draft.say(INDICATORS[total].naam), first, result.indicator(total))
