"""Blocks of rows on Berekening: one quantity for all posts, sources or bundles, one row each, one formula a row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.baseline import Dekkingsbron, Kostenpost
from model.io.excel.bundles import Bundle
from model.io.excel.draft import BEREKENING, INVOER, Draft
from model.io.excel.layout import Item, Key, Page, Span, key_of, line
from model.io.excel.sheets.headings import section
from model.text import Text

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a row is about: its key after the name of the quantity, and how people call it."""

    words: tuple[str, ...]
    label: str


def of_post(post: Kostenpost) -> Subject:
    """Return a post as the subject of rows."""
    return Subject((post.id, post.kostensoort, "", post.programma), post.naam)


def of_source(source: Dekkingsbron, draft: Draft) -> Subject:
    """Return a source as the subject of rows."""
    return Subject((source.id, draft.plan.baseline.parties[source.betaler].soort), source.naam)


def of_bundle(bundle: Bundle) -> Subject:
    """Return a bundle as the subject of rows."""
    who = "" if bundle.everybody else f" – {', '.join(bundle.parties)}"
    what = f" ({bundle.soort})" if bundle.onderdeel == bundle.soort else ""
    return Subject(bundle.words, f"{bundle.post.naam}{what}{who}")


class Blocks:
    """Writes blocks on Berekening; formulas name other rows by quantity and subject."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.frame = draft, draft.frame
        self.page: Page = draft.page(BEREKENING)
        self.ranges: dict[str, tuple[int, int]] = {}

    def at(self, name: str, subject: Subject | None = None) -> int:
        """Return the number of the row of a quantity of a subject."""
        return self.page.places[self.key(name, subject)]

    @staticmethod
    def key(name: str, subject: Subject | None) -> Key:
        """Return the key of such a row."""
        return key_of(name, *(subject.words if subject is not None else ()))

    def column(self, name: str) -> str:
        """Return the range of a block in the column of the year."""
        first, last = self.ranges[name]
        return f"@{first}:@{last}"

    def words(self, name: str, word: int) -> str:
        """Return the range of one word of the keys of a block."""
        return self.fixed(name, self.frame.key(word))

    def fixed(self, name: str, column: str) -> str:
        """Return the range of a block in one fixed column."""
        first, last = self.ranges[name]
        return f"${column}${first}:${column}${last}"

    def block(
        self,
        name: str,
        title: Text,
        unit: str,
        subjects: Sequence[Subject],
        formula: Callable[[int], str] | None,
        values: Floats | None,
        *,
        style: str = "amount",
        constant: Callable[[int], Item] | None = None,
        years: tuple[int, int] | None = None,
    ) -> None:
        """Put a block below the others. `formula` and `constant` take the position of a subject.

        `values` has shape (subjects, years); `years` are the simulated ones unless told.
        """
        if not subjects:
            return
        section(self.draft, self.page, title)
        first = self.page.next
        for position, subject in enumerate(subjects):
            held = constant(position) if constant is not None else None
            span = None
            if formula is not None and values is not None:
                span = self._span(formula, position, values[position], style, years)
            self.page.add(line(self.key(name, subject), subject.label, unit, constant=held, span=span))
        self.ranges[name] = (first, self.page.next - 1)

    def row(
        self, name: str, subject: Subject, unit: str, formula: Callable[[], str], values: Floats, style: str = "amount",
        *, constant: Item | None = None, part: str = "",
    ) -> int:  # fmt: skip
        """Put one row below the others and return its number."""
        span = self._span(lambda _: formula(), 0, values, style, None)
        return self.page.add(
            line(self.key(name, subject), subject.label, unit, constant=constant, span=span, style=part)
        )

    def _span(
        self, formula: Callable[[int], str], position: int, values: Floats, style: str, years: tuple[int, int] | None
    ) -> Span:
        first = self.frame.start if years is None else years[0]
        return Span(self.frame.column(first), values.tolist(), lambda: formula(position), style)


def invoer(reference: str) -> str:
    """Return an address on Invoer as other sheets write it."""
    return f"{INVOER}!{reference}"
