"""Berekening: the recursion of the model in formulas. Source: model, section 3.

Blocks stand in the order of a year: prices, need, the waterfall of sources, what is left uncovered and what that delays,
and then the second waterfall, of what lasts.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from model.io.excel.book import letters
from model.io.excel.draft import BEREKENING, Draft
from model.io.excel.frame import LABEL, YEARS
from model.io.excel.layout import BLAD, Page
from model.io.excel.paper import ROW, text_height
from model.io.excel.sheets.blocks import Blocks
from model.io.excel.sheets.geld import add_geld
from model.io.excel.sheets.gevolgen import add_gevolgen, add_incidenteel
from model.io.excel.sheets.headings import titled, years_head
from model.io.excel.sheets.partijen import add_aandelen, add_partijen
from model.io.excel.sheets.prijzen import add_prijzen
from model.io.excel.sheets.vraag import add_vraag
from model.io.excel.sheets.waterval import Waterfall, add_waterfall
from model.text import Text


def add_berekening(draft: Draft) -> Blocks:
    """Make the page Berekening; return where its blocks stand."""
    page = draft.page(BEREKENING)
    page.repeat = 4
    page.last = max(page.printed, YEARS + draft.frame.parties - 1)
    titled(draft, page, Text("Berekening: van plan naar tekort", "Calculation: from plan to shortfall"))
    years_head(draft, page, "jaar")
    blocks = Blocks(draft)
    add_prijzen(draft, blocks)
    add_geld(draft, blocks)
    add_aandelen(draft, blocks)
    page.skip()
    years_head(draft, page, "jaar")
    add_vraag(draft, blocks)
    outcome, gathered = draft.result.outcome, draft.gathered
    need = gathered.cells(outcome.need)
    add_waterfall(draft, blocks, MONEY, need, gathered.entries(outcome.paid), outcome.beschikbaar.T)
    add_gevolgen(draft, blocks)
    lasten = gathered.cells(outcome.lasten)
    lasting_money = np.asarray(draft.result.grid.values.structural_money[0])
    add_waterfall(draft, blocks, LASTING, lasten, gathered.entries(outcome.paid_lasting), lasting_money)
    add_incidenteel(draft, blocks)
    add_partijen(draft, blocks)
    _wrap_names(page)
    page.dense = f"{letters(YEARS)}{page.repeat + 1}:{letters(page.printed)}{page.next - 1}"
    return blocks


def _wrap_names(page: Page) -> None:
    """Let names that are longer than their column go on on the next line, not under the units."""
    width = page.frame.width(LABEL, page.widths)
    for row in page.rows.values():
        label = row.items.get(LABEL)
        if row.key and row.key[0] != BLAD and label is not None:
            height = text_height(str(label.value), width)
            if height > ROW:
                row.items[LABEL], row.height = replace(label, style="label"), height


MONEY = Waterfall(
    prefix="",
    need="nodig",
    money="beschikbaar",
    title=Text("Waterval: {source}", "Waterfall: {source}"),
)
LASTING = Waterfall(
    prefix="blijvend-",
    need="structurele-lasten",
    money="blijvend-geld",
    title=Text("Waterval van blijvend geld: {source}", "Waterfall of lasting money: {source}"),
)
