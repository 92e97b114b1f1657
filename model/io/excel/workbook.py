"""A result as a workbook: all pages, in order, with their formulas and values."""

from __future__ import annotations

import datetime

from model.io.excel.draft import Draft, Years, draft_of
from model.io.excel.manuscript import Manuscript
from model.io.excel.sheets.berekening import add_berekening
from model.io.excel.sheets.bronnen import add_bronnen
from model.io.excel.sheets.controles import WRONG, add_controles
from model.io.excel.sheets.grafieken import add_grafieken
from model.io.excel.sheets.invoer import add_invoer
from model.io.excel.sheets.kerncijfers import add_kerncijfers
from model.io.excel.sheets.leeswijzer import add_leeswijzer
from model.io.excel.sheets.maatregelen import add_maatregelen
from model.io.excel.sheets.meta import add_meta
from model.io.excel.sheets.resultaat import add_resultaat
from model.result import Result
from model.tables import Prices
from model.text import Language


def workbook_of(
    result: Result, language: Language = "nl", fingerprint: str = "", date: datetime.date | None = None,
    *, years: Years = (), prices: Prices = "constant",
) -> Draft:  # fmt: skip
    """Return the workbook of a result, every formula in its place.

    `fingerprint` is that of the dataset, `date` the day the workbook is made (today); `years` and
    `prices` as in `draft_of`, for a workbook that came back.
    """
    draft = draft_of(result, language, fingerprint, years=years, prices=prices)
    add_leeswijzer(draft, date or datetime.date.today())
    add_invoer(draft)
    add_maatregelen(draft)
    blocks = add_berekening(draft)
    add_kerncijfers(draft, blocks)
    add_resultaat(draft, blocks)
    add_controles(draft, blocks)
    add_bronnen(draft)
    add_grafieken(draft, blocks)
    add_meta(draft, date or datetime.date.today())
    for page in draft.pages.values():
        page.settle()
    return draft


def manuscript_of(draft: Draft) -> Manuscript:
    """Return the workbook of a result as it is to be written."""
    scenario = draft.result.scenario
    return Manuscript(draft.pages, draft.frame.language, scenario.naam, scenario.auteur or "Dekking", draft.say(WRONG))
