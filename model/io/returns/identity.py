"""Which return a workbook is: by vote over all places that say so, for each of them gets lost now and then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from model.io.excel.book import Book, Position, Sheet
from model.io.returns.sections import Section
from model.io.returns.sheets import EIGENSCHAP, HERKOMST, herkomst_uit
from model.returns.edition import EDITIES
from model.returns.opgave import Herkomst
from model.text import Text

PROPERTIES = Text("de documenteigenschappen", "the document properties")


class Stem(NamedTuple):
    """What one place says that the workbook is, and in how many cells; `blad` is the sheet, empty for properties."""

    blad: str
    herkomst: Herkomst
    cellen: int
    at: Position | None


@dataclass(frozen=True, slots=True)
class Identiteit:
    """What the vote gave: the return, None where nothing says so or the places contradict each other."""

    herkomst: Herkomst | None
    stemmen: tuple[Stem, ...]

    @property
    def tegen(self) -> Iterator[Stem]:
        """Yield the places that say something else, but for the version that was sent."""
        for stem in self.stemmen:
            if self.herkomst is None or who(stem.herkomst) != who(self.herkomst):
                yield stem


def who(herkomst: Herkomst) -> tuple[str, str, str]:
    """Return edition, round and department."""
    return herkomst.editie, herkomst.ronde, herkomst.departement


def identity(book: Book, found: Sequence[Section]) -> Identiteit:
    """Return which return a workbook is; more than half of the places must say so."""
    votes = [stem for sheet in book.sheets if (stem := _vote(sheet, found)) is not None]
    named = herkomst_uit(book.properties.get(EIGENSCHAP, ""))
    if named is not None and named.editie in EDITIES:
        votes.append(Stem("", named, 1, None))
    counted = Counter(who(stem.herkomst) for stem in votes)
    if not counted:
        return Identiteit(None, ())
    best, count = counted.most_common(1)[0]
    if count * 2 <= len(votes):
        return Identiteit(None, tuple(votes))
    versions = Counter(stem.herkomst for stem in votes if who(stem.herkomst) == best)
    return Identiteit(versions.most_common(1)[0][0], tuple(votes))


def _vote(sheet: Sheet, found: Sequence[Section]) -> Stem | None:
    """Return what most of a sheet's rows say; of a sheet without rows the first cell that says something."""
    said = _rows(sheet, found)
    if said:
        most, count = said.most_common(1)[0]
        return Stem(sheet.name, most, count, None)
    for at, cell in sorted(sheet.cells.items()):
        if isinstance(cell.value, str) and cell.value.count("|") == 3:
            herkomst = herkomst_of(cell.value)
            if herkomst is not None:
                return Stem(sheet.name, herkomst, 1, at)
    return None


def _rows(sheet: Sheet, found: Sequence[Section]) -> Counter[Herkomst]:
    texts = Counter(section.text(row, HERKOMST) for section in found if section.sheet is sheet for row in section.rows)
    said: Counter[Herkomst] = Counter()
    for text, count in texts.items():
        if (herkomst := herkomst_of(text)) is not None:
            said[herkomst] += count
    return said


def herkomst_of(text: str) -> Herkomst | None:
    """Return the origin that a text stands for, None where it stands for none of an edition that we know."""
    herkomst = herkomst_uit(text)
    return herkomst if herkomst is not None and herkomst.editie in EDITIES else None
