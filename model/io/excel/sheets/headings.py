"""What pages have in common: a title, a line that says whether all checks hold, sections, heads of columns."""

from __future__ import annotations

from collections.abc import Mapping

from model.io.excel.draft import CONTROLES, INVOER, Draft
from model.io.excel.frame import CONSTANTE, EENHEID, LABEL
from model.io.excel.layout import BLAD, HEAD, Item, Page, Row, key_of
from model.io.excel.paper import ROW
from model.text import Text

_SECTION = 20.0  # height of a section's title
UNIT, CONSTANT = "eenheid", "constante"

_ALL_HOLD = Text("Controles: alle in orde", "Checks: all hold")
_BACK = Text("Naar de leeswijzer", "To the guide")


def titled(draft: Draft, page: Page, title: Text) -> None:
    """Put the title in A1 and below it the verdict of all checks."""
    page.add(Row(key_of(BLAD, page.name), {LABEL: Item(draft.say(title), style="title")}, height=24))
    page.add(Row(items={LABEL: Item(draft.say(_ALL_HOLD), lambda: verdict(draft), style="verdict")}))
    page.skip()


def verdict(draft: Draft) -> str:
    """Return the formula that repeats the verdict of Controles."""
    return f"{CONTROLES}!$A${draft.page(CONTROLES).at('oordeel')}"


def section(draft: Draft, page: Page, title: Text, height: float = ROW) -> None:
    """Put a section's title below what is there; in print its table, of some `height`, stays with it if it can."""
    page.begin(_SECTION + 2 * ROW + height)
    page.add(Row(items={LABEL: Item(draft.say(title), style="section")}, style="section", height=_SECTION))


def headed(page: Page, heads: Mapping[int, str | int], name: str) -> int:
    """Put a row of column heads and return its number; `heads` by column, those of key columns added.

    On Invoer the row is empty to the right of the last one, as the columns below it; elsewhere texts run on there.
    """
    words = {EENHEID: UNIT, CONSTANTE: CONSTANT} | dict(heads)
    items = {column: Item(word, style="head") for column, word in sorted(words.items())}
    if page.name == INVOER:
        items |= {column: Item("") for column in range(max(words) + 1, page.printed + 1)}
    items |= {column: Item(word, style="head") for column, word in enumerate(HEAD, start=page.frame.keys)}
    number = page.add(Row(items=items, style="head"))
    page.heads[number] = (name,)
    return number


def years_head(draft: Draft, page: Page, name: str, first: int | None = None, last: int | None = None) -> int:
    """Put a row of column heads with years and return its number."""
    frame = draft.frame
    years = range(frame.t0 if first is None else first, (frame.t1 if last is None else last) + 1)
    label = draft.say(Text("omschrijving", "description"))
    return headed(page, {LABEL: label} | {frame.column(year): year for year in years}, name)
