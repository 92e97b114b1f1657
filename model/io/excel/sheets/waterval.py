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

_RESIDUE = 1e-12  # of what a bundle needed at first

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
class _Cascade:
    """A waterfall under way: per bundle what is still needed, and the rows that say so and what was paid last."""

    draft: Draft
    blocks: Blocks
    fall: Waterfall
    still: Floats
    residue: Floats  # what of a bundle is no more than rounding
    rows: dict[int, tuple[int, int]] = field(default_factory=dict)

    def turn(self, source: Dekkingsbron, turn: Turn, before: int, money: Floats, paid: Floats) -> tuple[int, Floats]:
        """Put what a source pays within one rang; return the row of what is left, and the amounts."""
        first = self.blocks.page.next
        needed = [self._needed(source, b) for b in turn.bundles]
        asked = self.still[list(turn.bundles)].sum(axis=0)
        gevraagd = self._row("gevraagd", source, turn, _ASKED, f"SUM(@{first}:@{needed[-1]})", asked)
        part = np.where(asked == 0, 0.0, np.minimum(1.0, money / np.where(asked == 0, 1.0, asked)))
        share = f"IF(@{gevraagd}=0,0,MIN(1,@{before}/@{gevraagd}))"
        betaalbaar = self._row("betaalbaar", source, turn, _PART, share, part)
        for row, b in zip(needed, turn.bundles, strict=True):
            self._pay(source, b, f"@{betaalbaar}*@{row}", row, paid[b])
        left = np.maximum(0.0, money - asked)
        return self._row("over", source, turn, _LEFT, f"MAX(0,@{before}-@{gevraagd})", left), left

    def rest(self, b: int) -> str:
        """Return the formula of what a bundle still needs."""
        if b not in self.rows:
            return f"@{self.blocks.at(self.fall.need, of_bundle(self.draft.bundles[b]))}"
        needed, paid = self.rows[b]
        return f"@{needed}-@{paid}"

    def _row(self, name: str, source: Dekkingsbron, turn: Turn, text: Text, formula: str, values: Floats) -> int:
        label = self.draft.say(text, source=source.naam, rang=turn.rang)
        subject = Subject((source.id, f"rang {turn.rang}"), label)
        share = name == "betaalbaar"
        return self.blocks.row(
            f"{self.fall.prefix}{name}", subject, "aandeel" if share else KEUR, lambda: formula, values,
            "factor" if share else "amount", part="" if share else "bold",
        )  # fmt: skip

    def _needed(self, source: Dekkingsbron, b: int) -> int:
        formula = self.rest(b)
        subject = self._entry(source, b, _STILL)
        return self.blocks.row(f"{self.fall.prefix}nog-nodig", subject, KEUR, lambda: formula, self.still[b].copy())

    def _pay(self, source: Dekkingsbron, b: int, formula: str, needed: int, paid: Floats) -> None:
        subject = self._entry(source, b, _PAID)
        row = self.blocks.row(f"{self.fall.prefix}betaald", subject, KEUR, lambda: formula, paid)
        self.rows[b] = (needed, row)
        rest = self.still[b] - paid
        # What is paid in full leaves exactly nothing, as in the engine and in formulas.
        self.still[b] = np.where(np.abs(rest) <= self.residue[b], 0.0, rest)

    def _entry(self, source: Dekkingsbron, b: int, text: Text) -> Subject:
        bundle = self.draft.bundles[b]
        words = (bundle.post.id, bundle.soort, bundle.who, source.id)
        return Subject(words, self.draft.say(text, what=of_bundle(bundle).label))


def add_waterfall(draft: Draft, blocks: Blocks, fall: Waterfall, need: Floats, paid: Floats, money: Floats) -> None:
    """Put a waterfall on Berekening.

    `need` has shape (bundles, years), `paid` (sources, bundles, years), `money` (sources, years).
    """
    cascade = _Cascade(draft, blocks, fall, need.copy(), _RESIDUE * np.abs(need))
    left: list[int] = []
    if not fall.prefix:
        _available(draft, blocks, fall, money)
    for s, source in enumerate(draft.sources):
        section(draft, blocks.page, fall.title.filled(source=source.naam))
        row, rest = blocks.at(fall.money, of_source(source, draft)), money[s].copy()
        for turn in draft.turns[s]:
            row, rest = cascade.turn(source, turn, row, rest, paid[s])
        left.append(row)
    _uncovered(cascade, need)
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


def _uncovered(cascade: _Cascade, need: Floats) -> None:
    """Put per bundle what is left uncovered, and its cover."""
    blocks, fall = cascade.blocks, cascade.fall
    subjects = [of_bundle(bundle) for bundle in cascade.draft.bundles]
    names = (f"{fall.prefix}rest", "structurele-dekking" if fall.prefix else "dekking")
    titles = (_LASTING_REST, _LASTING_COVER) if fall.prefix else (_REST, _COVER)
    blocks.block(names[0], titles[0], KEUR, subjects, cascade.rest, cascade.still)
    blocks.block(
        names[1], titles[1], KEUR, subjects,
        lambda b: f"@{blocks.at(fall.need, subjects[b])}-@{blocks.at(names[0], subjects[b])}", need - cascade.still,
    )  # fmt: skip


def _closed(draft: Draft, blocks: Blocks, rows: list[int]) -> None:
    """Put what each source had left, what goes along to next year and what is not spent; `rows` hold what is left."""
    sources, outcome = draft.sources, draft.result.outcome
    subjects = [of_source(source, draft) for source in sources]
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


def _room(draft: Draft, blocks: Blocks, rows: list[int]) -> None:
    subjects = [of_source(source, draft) for source in draft.sources]
    title = Text("Structurele ruimte: blijvend geld dat overblijft", "Structural room: lasting money that is left")
    blocks.block("ruimte", title, KEUR, subjects, lambda s: f"@{rows[s]}", draft.result.outcome.ruimte.T)
