"""The waterfall on Berekening: sources in their order pay what they may, by rang and pro rata. Source: model, section 3.

It is written twice, for all money and for the money that lasts. Per source and rang: what is still needed, how much of
that the money left can pay, and what is paid.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from model.baseline import Dekkingsbron
from model.io.excel.bundles import Turn
from model.io.excel.draft import Draft
from model.io.excel.sheets.blocks import Blocks, Subject, of_bundle, of_source
from model.io.excel.sheets.headings import section
from model.io.excel.sheets.registers import register
from model.schema import KEUR
from model.text import Text

Floats = NDArray[np.float64]

_MONEY = Text("Beschikbaar: geld en wat mee mocht uit het vorige jaar", "Available: money and what was carried over")
_STILL = Text("nog nodig: {what}", "still needed: {what}")
_PAID = Text("betaald: {what}", "paid: {what}")
_ASKED = Text("{source}: samen nog nodig, rang {rang}", "{source}: still needed together, rang {rang}")
_PART = Text("{source}: deel dat betaald kan worden, rang {rang}", "{source}: part that can be paid, rang {rang}")
_LEFT = Text("{source}: over na rang {rang}", "{source}: left after rang {rang}")
_REST = Text("Niet gedekt", "Not covered")
_COVER = Text("Dekking", "Cover")
_LASTING_REST = Text("Structurele lasten zonder structurele dekking", "Structural costs without structural cover")
_LASTING_COVER = Text("Structurele dekking", "Structural cover")


@dataclass(frozen=True, slots=True)
class Waterfall:
    """One of the two waterfalls: the names of its rows begin with `prefix`; it covers `need` with `money`."""

    prefix: str
    need: str
    money: str
    title: Text


@dataclass(slots=True)
class _State:
    """How far the waterfall has come: per bundle what is still needed and the rows that say so."""

    still: Floats
    rows: dict[int, tuple[int, int]] = field(default_factory=dict)


def add_waterfall(
    draft: Draft, blocks: Blocks, fall: Waterfall, need: Floats, paid: Floats, money: Floats
) -> None:  # fmt: skip
    """Put a waterfall on Berekening.

    `need` has shape (bundles, years), `paid` (sources, bundles, years), `money` (sources, years).
    """
    state = _State(need.copy())
    left: dict[str, tuple[int, Floats]] = {}
    if not fall.prefix:
        _available(draft, blocks, fall, money)
    for s, source in enumerate(draft.sources):
        section(draft, blocks.page, Text(*(fall.title.say(la, source=source.naam) for la in ("nl", "en"))))
        row, rest = blocks.at(fall.money, of_source(source, draft)), money[s].copy()
        for turn in draft.turns[s]:
            row, rest = _turn(draft, blocks, fall, source, turn, row, rest, state, paid[s])
        left[source.id] = (row, rest)
    _uncovered(draft, blocks, fall, need, state)
    if fall.prefix:
        _room(draft, blocks, left)
    else:
        _closed(draft, blocks, left)


def _available(draft: Draft, blocks: Blocks, fall: Waterfall, money: Floats) -> None:
    subjects = [of_source(source, draft) for source in draft.sources]
    blocks.block(
        fall.money, _MONEY, KEUR, subjects,
        lambda s: f"@{blocks.at('geld', subjects[s])}+~{blocks.at('meegenomen', subjects[s])}", money,
    )  # fmt: skip


def _turn(
    draft: Draft, blocks: Blocks, fall: Waterfall, source: Dekkingsbron, turn: Turn, before: int, money: Floats,
    state: _State, paid: Floats,
) -> tuple[int, Floats]:  # fmt: skip
    """Put what a source pays within one rang; return the row of what is left, and the amounts."""
    first = blocks.page.next
    for b in turn.bundles:
        _still(draft, blocks, fall, source, b, state)
    last = blocks.page.next - 1
    asked = state.still[list(turn.bundles)].sum(axis=0)
    name, words = fall.prefix, {"source": source.naam, "rang": turn.rang}
    subject = Subject((source.id, f"rang {turn.rang}"), draft.say(_ASKED, **words))
    gevraagd = blocks.row(f"{name}gevraagd", subject, KEUR, lambda: f"SUM(@{first}:@{last})", asked, part="sum")
    part = np.where(asked == 0, 0.0, np.minimum(1.0, money / np.where(asked == 0, 1.0, asked)))
    subject = Subject(subject.words, draft.say(_PART, **words))
    deel = blocks.row(
        f"{name}betaalbaar", subject, "aandeel",
        lambda: f"IF(@{gevraagd}=0,0,MIN(1,@{before}/@{gevraagd}))", part, "factor",
    )  # fmt: skip
    for offset, b in enumerate(turn.bundles):
        _paid(draft, blocks, fall, source, b, first + offset, deel, state, paid[b])
    subject = Subject(subject.words, draft.say(_LEFT, **words))
    left = np.maximum(0.0, money - asked)
    over = blocks.row(f"{name}over", subject, KEUR, lambda: f"MAX(0,@{before}-@{gevraagd})", left, part="sum")
    return over, left


def _entry(draft: Draft, source: Dekkingsbron, b: int, text: Text) -> Subject:
    bundle = draft.bundles[b]
    words = (bundle.post.id, bundle.soort, bundle.who, source.id)
    return Subject(words, draft.say(text, what=of_bundle(bundle).label))


def _still(draft: Draft, blocks: Blocks, fall: Waterfall, source: Dekkingsbron, b: int, state: _State) -> None:
    if b in state.rows:
        needed, paid = state.rows[b]
        formula = f"@{needed}-@{paid}"
    else:
        formula = f"@{blocks.at(fall.need, of_bundle(draft.bundles[b]))}"
    subject = _entry(draft, source, b, _STILL)
    row = blocks.row(f"{fall.prefix}nog-nodig", subject, KEUR, lambda: formula, state.still[b].copy())
    state.rows[b] = (row, row)


def _paid(
    draft: Draft, blocks: Blocks, fall: Waterfall, source: Dekkingsbron, b: int, needed: int, part: int,
    state: _State, paid: Floats,
) -> None:  # fmt: skip
    subject = _entry(draft, source, b, _PAID)
    row = blocks.row(f"{fall.prefix}betaald", subject, KEUR, lambda: f"@{part}*@{needed}", paid)
    state.rows[b] = (needed, row)
    rest = state.still[b] - paid
    # What is paid in full leaves exactly nothing, as in the engine.
    state.still[b] = np.where(np.abs(rest) <= 1e-12 * np.abs(state.still[b]), 0.0, rest)


def _uncovered(draft: Draft, blocks: Blocks, fall: Waterfall, need: Floats, state: _State) -> None:
    subjects = [of_bundle(bundle) for bundle in draft.bundles]

    def rest(b: int) -> str:
        if b not in state.rows:
            return f"@{blocks.at(fall.need, subjects[b])}"
        needed, paid = state.rows[b]
        return f"@{needed}-@{paid}"

    names = (f"{fall.prefix}rest", "structurele-dekking" if fall.prefix else "dekking")
    titles = (_LASTING_REST, _LASTING_COVER) if fall.prefix else (_REST, _COVER)
    blocks.block(names[0], titles[0], KEUR, subjects, rest, state.still)
    blocks.block(
        names[1], titles[1], KEUR, subjects,
        lambda b: f"@{blocks.at(fall.need, subjects[b])}-@{blocks.at(names[0], subjects[b])}", need - state.still,
    )  # fmt: skip


def _closed(draft: Draft, blocks: Blocks, left: dict[str, tuple[int, Floats]]) -> None:
    """Put what each source had left, what goes along to next year and what is not spent."""
    sources, outcome = draft.sources, draft.result.outcome
    subjects = [of_source(source, draft) for source in sources]
    rows = [left[source.id][0] for source in sources]
    blocks.block(
        "ingezet", Text("Ingezet", "Used"), KEUR, subjects,
        lambda s: f"@{blocks.at('beschikbaar', subjects[s])}-@{rows[s]}", outcome.ingezet.T,
    )  # fmt: skip

    def along(s: int) -> str:
        margin = register(draft, "dekkingsbron", sources[s], "eindejaarsmarge")
        return f"MIN(@{rows[s]},{margin}*@{blocks.at('beschikbaar', subjects[s])})"

    title = Text("Meegenomen naar volgend jaar (eindejaarsmarge)", "Carried over to next year (year-end margin)")
    blocks.block("meegenomen", title, KEUR, subjects, along, outcome.meegenomen.T)
    blocks.block(
        "onderuitputting", Text("Onderuitputting", "Underspending"), KEUR, subjects,
        lambda s: f"@{rows[s]}-@{blocks.at('meegenomen', subjects[s])}", outcome.onderuitputting.T,
    )  # fmt: skip


def _room(draft: Draft, blocks: Blocks, left: dict[str, tuple[int, Floats]]) -> None:
    subjects = [of_source(source, draft) for source in draft.sources]
    rows = [left[source.id][0] for source in draft.sources]
    title = Text("Structurele ruimte: blijvend geld dat overblijft", "Structural room: lasting money that is left")
    blocks.block("ruimte", title, KEUR, subjects, lambda s: f"@{rows[s]}", draft.result.outcome.ruimte.T)
