"""Which return a workbook is: by vote over all places that say so, for each of them gets lost now and then."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import NamedTuple

from model.errors import shown
from model.io.excel.book import Book, Position, Sheet
from model.io.returns.findings import Findings
from model.io.returns.sections import Section
from model.io.returns.sheets import EIGENSCHAP, HERKOMST, herkomst_uit
from model.returns.edition import EDITIES
from model.returns.opgave import Herkomst
from model.returns.ronde import Departement, Ronde
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


def report_name(herkomst: Herkomst, ronde: Ronde, findings: Findings) -> None:
    """Ask about a file whose name says another department of the round than it holds."""
    stem = _words(PurePath(findings.file).stem)
    named = {ident: _named(stem, about) for ident, about in ronde.departementen.items()}
    others = [
        about.naam for ident, about in ronde.departementen.items() if named[ident] and ident != herkomst.departement
    ]
    if others and not named[herkomst.departement]:
        expected = shown(ronde.departementen[herkomst.departement].naam)
        findings.add("lees-bestandsnaam", found=shown(others[0]), expected=expected)


def _named(stem: str, about: Departement) -> bool:
    """Return whether the name of a file holds the id or name of a department in whole words."""
    return any(re.search("[a-z]", word) and word in stem for word in (_words(about.ident), _words(about.naam)))


def _words(text: str) -> str:
    return f"-{re.sub(r'[^a-z0-9]+', '-', text.casefold()).strip('-')}-"
