"""Controles: every identity of the model as a check that turns red. Source: model, section 3, identities."""

from __future__ import annotations

from model.io.excel.draft import CONTROLES, Draft
from model.io.excel.frame import CONSTANTE, LABEL, YEARS
from model.io.excel.layout import BLAD, Item, Row, key_of, line
from model.io.excel.sheets.blocks import Blocks
from model.io.excel.sheets.checks import Check, area, checks
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
    page.widths, page.last = {LABEL: 78.0, CONSTANTE: 20.0, YEARS: 20.0, YEARS + 1: 12.0}, YEARS + 1
    page.freeze = (5, 1)
    page.add(Row(key_of(BLAD, page.name), {LABEL: Item(draft.say(_TITLE), style="title")}, height=24))
    verdict = page.add(Row(("oordeel", "", "", "", "")))
    page.skip()
    section(draft, page, Text("Uitkomst van elke controle", "Outcome of each check"))
    heads = {CONSTANTE: "afwijking", YEARS: "toegestaan", YEARS + 1: "oordeel"}
    page.repeat = headed(page, {LABEL: draft.say(Text("wat moet gelden", "what must hold"))} | heads, "controle")
    total = f"(1+SUM({area(draft, blocks, 'behoefte')}))" if "behoefte" in blocks.ranges else "1"
    allowed = page.next
    page.add(line(key_of("toegestaan"), draft.say(_ALLOWED), "aandeel", constant=Item(TOLERANCE, style="deviation")))
    first, asked = page.next, float(draft.result.outcome.behoefte.sum())
    for check in checks(draft, blocks):
        bound = f"$C${allowed}" if check.exact else f"$C${allowed}*{total}"
        most = TOLERANCE if check.exact else TOLERANCE * (1 + asked)
        page.add(_check(draft, check, page.next, Item(most, bound, "deviation")))
    page.verdicts.append(f"E{first}:E{page.next - 1}")
    count = f'(ROWS(E{first}:E{page.next - 1})-COUNTIF(E{first}:E{page.next - 1},"{draft.say(FINE)}"))'
    some = draft.say(_SOME).replace("{n}", f'"&{count}&"')
    formula = f'IF({count}=0,"{draft.say(_ALL_HOLD)}","{some}")'
    page.rows[verdict].items[LABEL] = Item(draft.say(_ALL_HOLD), formula, "verdict")


def _check(draft: Draft, check: Check, row: int, allowed: Item) -> Row:
    """Return the row of a check; one that looks at an error value fails, for an error is no verdict."""
    fine, wrong = draft.say(FINE), draft.say(WRONG)
    verdict = f'IF(ISERROR(C{row}-D{row}),"{wrong}",IF(C{row}<=D{row},"{fine}","{wrong}"))'
    far = Item(0.0, check.formula, "deviation")
    built = line(key_of("controle", check.id), draft.say(check.what), check.unit, constant=far)
    built.items |= {YEARS: allowed, YEARS + 1: Item(fine, verdict, "check")}
    return built
