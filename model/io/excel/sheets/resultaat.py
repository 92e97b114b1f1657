"""Resultaat: budget tables around the begrotingsjaar, in constant or current prices. Source: model, section 4."""

from __future__ import annotations

from functools import partial

import numpy as np
from numpy.typing import NDArray

from model.indicators import INDICATORS, KEUR
from model.io.excel.draft import KERNCIJFERS, Draft
from model.io.excel.frame import CONSTANTE, LABEL, YEARS
from model.io.excel.layout import Item, Key, Row, key_of
from model.io.excel.sheets.blocks import Blocks, of_source
from model.io.excel.sheets.headings import section, titled
from model.io.excel.sheets.partijen import of_partij
from model.io.excel.sheets.venster import FACTOR, FACTOR_BEFORE, PLACE, WIDTH, Window, add_window, window_of
from model.overviews import KEY_FIGURES
from model.tables import PASSING, in_prices
from model.text import Text
from model.words import KOSTENSOORT_NAMEN

Floats = NDArray[np.float64]

_TITLE = Text("Resultaat: behoefte, dekking en tekort", "Result: need, cover and shortfall")
_CAPTION = Text(
    "bedragen x € 1.000; prijzen: zie Invoer (constant: van het begrotingsjaar; lopend)",
    "amounts x € 1,000; prices: see Invoer (constant: of the budget year; lopend: current)",
)
_BEHEERLAST = Text("beheerlast van opgeleverd werk", "running cost of delivered work")
_FOOTNOTES = (
    Text("structureel: stand van het laatste jaar van de horizon.", "structural: level of the horizon's last year."),
    Text("Bedragen zijn niet afgerond opgeslagen; door afronding kan de getoonde som der delen afwijken van het totaal.", "Amounts are stored unrounded; shown parts may not add up to the total because of rounding."),
    Text("Reële regels staan in prijzen van het prijspeil van de kostenpost, ongeacht de prijzen van de tabel.", "Real lines are at the price level of the post, whatever the prices of the table."),
)  # fmt: skip


def add_resultaat(draft: Draft, blocks: Blocks) -> None:
    """Make the page Resultaat."""
    sheet = window_of(draft, blocks)
    page = sheet.page
    titled(draft, page, _TITLE)
    page.rows[3] = Row(items={LABEL: Item(draft.say(_CAPTION), style="note")})
    add_window(sheet)
    page.widths, page.last, page.repeat = {CONSTANTE: 2.0}, YEARS + WIDTH, 4
    _key_figures(sheet)
    for programma in draft.result.grid.programmas:
        _programma(sheet, programma)
    _sources(sheet)
    _who(sheet)
    page.skip()
    for note in _FOOTNOTES:
        page.add(Row(items={LABEL: Item(draft.say(note), style="note")}))


def _key_figures(sheet: Window) -> None:
    draft = sheet.draft
    section(draft, sheet.page, Text("Kerncijfers", "Key figures"))
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


def _figure(sheet: Window, ident: str, *, money: bool) -> str:
    page = sheet.draft.page(KERNCIJFERS)
    value = sheet.over(KERNCIJFERS, page.at(ident))
    if ident == "terugval":
        tekort = page.at("tekort")
        now, before = sheet.over(KERNCIJFERS, tekort), sheet.over(KERNCIJFERS, tekort, back="-1")
        return f"IF(@{PLACE}=1,0,MAX(0,{now}/@{FACTOR}-{before}/@{FACTOR_BEFORE}))"
    return f"{value}/@{FACTOR}" if money else value


def _programma(sheet: Window, programma: str) -> None:
    draft = sheet.draft
    page = sheet.page
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


def _sum(sheet: Window, key: Key, label: str, first: int, amounts: Floats) -> None:
    """Put the sum of the lines from `first` on."""
    last = sheet.page.next - 1
    formula = f"SUM(@{first}:@{last})" if last >= first else "0"
    sheet.add(key, label, KEUR, lambda: formula, sheet.values(amounts), kind="sum")


def _sources(sheet: Window) -> None:
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
        section(draft, sheet.page, title)
        amounts = draft.result.per_source(name)
        first = sheet.page.next
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


def _who(sheet: Window) -> None:
    """Put who fills the sources, and who gets the bill: own resources and what nobody pays."""
    draft, result = sheet.draft, sheet.draft.result
    tables = (
        ("betaald-door", "dekking", result.paid_by(), Text("Wie betaalt: per bijdrager", "Who pays: by contributor")),
        ("eigen-partij", "eigen_middelen", result.per_partij("eigen"), Text("Wie krijgt de rekening: eigen middelen per partij", "Who gets the bill: own resources by partij")),
        ("tekort-partij", "tekort", result.per_partij("tekort"), Text("Wie krijgt de rekening: tekort per partij", "Who gets the bill: shortfall by partij")),
    )  # fmt: skip
    for name, total, amounts, title in tables:
        section(draft, sheet.page, title)
        first = sheet.page.next
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
