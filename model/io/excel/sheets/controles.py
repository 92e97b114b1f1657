"""Controles: every identity of the model as a check that turns red. Source: model, section 3, identities."""

from __future__ import annotations

from model.io.excel.draft import CONTROLES, Draft
from model.io.excel.frame import CONSTANTE, LABEL, YEARS
from model.io.excel.layout import BLAD, Item, Row, key_of, line
from model.io.excel.sheets.blocks import Blocks
from model.io.excel.sheets.checks import area, checks
from model.io.excel.sheets.headings import headed, section
from model.text import Text

FINE, WRONG = Text("in orde", "holds"), Text("FOUT", "FAILS")
_TITLE = Text(
    "Controles: elke gelijkheid van het model, nagerekend", "Checks: every identity of the model, worked out again"
)
_ALL_HOLD, _SOME = (
    Text("Controles: alle in orde", "Checks: all hold"),
    Text("Controles: {n} FOUT, zie blad Controles", "Checks: {n} FAIL, see sheet Controles"),
)
_ALLOWED = Text(
    "toegestane afwijking, als deel van de som van alle behoefte", "deviation allowed, as a share of all need together"
)
TOLERANCE = 1e-9


def add_controles(draft: Draft, blocks: Blocks) -> None:
    """Make the page Controles."""
    page = draft.page(CONTROLES)
    page.widths, page.last = {1: 78.0, 4: 12.0, 5: 12.0}, 5
    page.freeze = (5, 1)
    page.add(Row(key_of(BLAD, page.name), {LABEL: Item(draft.say(_TITLE), style="title")}, height=24))
    verdict = page.add(Row(("oordeel", "", "", "", "")))
    page.skip()
    section(draft, page, Text("Uitkomst van elke controle", "Outcome of each check"))
    heads = {CONSTANTE: "afwijking", YEARS: "toegestaan", YEARS + 1: "oordeel"}
    headed(page, {LABEL: draft.say(Text("wat moet gelden", "what must hold"))} | heads, "controle")
    total = f"(1+SUM({area(draft, blocks, 'behoefte')}))" if "behoefte" in blocks.ranges else "1"
    allowed = page.next
    page.add(line(key_of("toegestaan"), draft.say(_ALLOWED), "aandeel", constant=Item(TOLERANCE, style="scientific")))
    first, asked = page.next, float(draft.result.outcome.behoefte.sum())
    for check in checks(draft, blocks):
        row = page.next
        bound = f"$C${allowed}" if check.exact else f"$C${allowed}*{total}"
        items = {
            YEARS: Item(TOLERANCE if check.exact else TOLERANCE * (1 + asked), bound, "scientific"),
            YEARS + 1: Item(draft.say(FINE), f'IF(C{row}<=D{row},"{draft.say(FINE)}","{draft.say(WRONG)}")', "check"),
        }
        built = line(
            key_of("controle", check.id), draft.say(check.what), "", constant=Item(0.0, check.formula, "scientific")
        )
        built.items |= items
        page.add(built)
    page.verdicts.append(f"E{first}:E{page.next - 1}")
    count = f'(ROWS(E{first}:E{page.next - 1})-COUNTIF(E{first}:E{page.next - 1},"{draft.say(FINE)}"))'
    some = draft.say(_SOME).replace("{n}", f'"&{count}&"')
    formula = f'IF({count}=0,"{draft.say(_ALL_HOLD)}","{some}")'
    page.rows[verdict].items[LABEL] = Item(draft.say(_ALL_HOLD), formula, "verdict")
