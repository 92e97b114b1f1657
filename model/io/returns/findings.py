"""The findings in one file, gathered while it is read; many of one kind in one place become one, with their number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from model.errors import figure
from model.io.excel.book import address
from model.io.returns.sections import Section
from model.io.returns.sent import Sent, labels_of
from model.returns.bevinding import Bevinding, Ernst, Vindplaats
from model.returns.columns import KOLOMMEN
from model.returns.edits import Plek
from model.text import Text, same

_WARNINGS = (
    "lees-basis-verouderd", "lees-basis-gemengd", "lees-verborgen-gewijzigd", "lees-verborgen-weg",
    "lees-tekstblad-weg", "lees-blad-dubbel-gelijk", "lees-blad-hernoemd", "lees-blad-erbij", "lees-vaste-kolom-weg",
    "lees-kolom-erbij", "lees-code-gewijzigd", "lees-rij-dubbel-gelijk", "lees-tekst-buiten", "lees-rijen-verborgen",
    "lees-vast-gewijzigd", "lees-vorige-gewijzigd", "lees-controle-gewijzigd", "lees-drempel-gewijzigd",
    "lees-formule-vervangen", "lees-formule-gewijzigd", "lees-onbekend", "lees-omgerekend", "lees-opmerking-bij-cel",
    "lees-basis-onbekend", "lees-kolommen-verborgen", "lees-blad-verborgen", "lees-inhoud-verborgen",
    "lees-samengevoegd", "lees-beveiliging-weg",
)  # fmt: skip
_QUESTIONS = ("lees-post-weg", "lees-opmaak", "lees-euroteken", "lees-procent-als-deel", "lees-bestandsnaam")
UNREAD = (
    "lees-foutwaarde", "lees-datum", "lees-logisch", "lees-tekst", "lees-meerduidig", "lees-formule-zonder-waarde",
    "lees-formule-verouderd", "lees-veld",
)  # fmt: skip
"""What cannot be read in one cell, which is then unknown."""
# Errors in some rows or cells: these are unknown where they contradict themselves, and all others can be trusted.
_UNDERSTOOD = (
    *UNREAD, "lees-rij-weg", "lees-rij-erbij", "lees-rij-elders", "lees-rij-dubbel", "lees-blad-dubbel",
    "lees-sleutel-gewijzigd", "lees-eenheid-gewijzigd", "lees-eenheid-verdacht", "lees-eenheid-nieuw",
    "lees-rij-tegenstrijdig",
)  # fmt: skip
_SERIOUSNESS: Sequence[tuple[Ernst, Sequence[str]]] = (
    ("waarschuwing", _WARNINGS),
    ("vraag", _QUESTIONS),
    ("fout", _UNDERSTOOD),
)
ERNST: Mapping[str, Ernst] = MappingProxyType({code: ernst for ernst, codes in _SERIOUSNESS for code in codes})
"""How serious findings are; any other is an error by which rows or columns cannot be trusted: the file is refused."""

_EACH = 3  # findings of one kind in a column that are told one by one
_MORE = Text(" (en nog {count}, tot en met {last})", " (and {count} more, as far as {last})")
NONE = same("")


@dataclass(slots=True)
class Spot:
    """One of many places with the same finding: where it is and what fills the sentence."""

    section: Section
    row: int
    code: str
    key: str = ""
    waarden: Mapping[str, object] = field(default_factory=dict)


@dataclass(slots=True)
class Findings:
    """The findings in one file; `sent` names rows and columns, once it is known what was sent."""

    file: str
    sent: Sent | None = None
    found: list[Bevinding] = field(default_factory=list)

    def add(self, code: str, where: Vindplaats = Vindplaats(), plek: Plek | None = None, **values: object) -> None:  # noqa: B008
        """Add a finding."""
        ernst = ERNST.get(code, "fout")
        refuses = ernst == "fout" and code not in _UNDERSTOOD
        self.found.append(Bevinding(code, ernst, plek, values, vindplaats=where, weigert=refuses))

    def many(self, code: str, spots: Sequence[Spot]) -> None:
        """Add the same finding in many places: one by one where they are few, else the first with their number."""
        if len(spots) <= _EACH:
            for spot in spots:
                self.add(code, self.place(spot), self.plek(spot), **{"more": NONE, **spot.waarden})
            return
        first, last = spots[0], spots[-1]
        end = address(last.section.at(last.row, last.code)) if last.row else self.place(last).regel
        told = {"count": figure(len(spots) - 1), "last": end}
        more = _MORE.filled(**told)
        self.add(code, self.place(first), self.plek(first), **{**first.waarden, "more": more})

    def place(self, spot: Spot) -> Vindplaats:
        """Return where a spot is, as people find it."""
        at = address(spot.section.at(spot.row, spot.code)) if spot.row else ""
        label = " · ".join(filter(None, labels_of(spot.section, spot.row))) if spot.row in spot.section.rows else ""
        column = spot.code
        if self.sent is not None and spot.key in self.sent.rows:
            label = self.sent.label(spot.key)
            column = self.sent.head(spot.key, spot.code) if spot.code else ""
        return Vindplaats(spot.section.sheet.name, at, label, column)

    def plek(self, spot: Spot) -> Plek | None:
        """Return what of the return a spot is."""
        return plek_of(spot.key, spot.code) if spot.key else None

    def has(self, *codes: str) -> bool:
        """Return whether anything was found of one of these codes."""
        return any(each.code in codes for each in self.found)

    @property
    def refused(self) -> bool:
        """Return whether the file cannot be understood whole."""
        return any(each.weigert for each in self.found)


def plek_of(key: str, code: str) -> Plek | None:
    """Return the place of a cell of a workbook in the return."""
    first, *rest = key.split("/")
    if first == "aftekening":
        return Plek("aftekening", (), "/".join(rest))
    if len(rest) == 1:
        return Plek("post", (first, rest[0]), code)
    words = [first, *rest, "", ""][:5]
    return Plek("regel", tuple(words), code if code in (*KOLOMMEN, "geheel", "reden", "opmerking") else "")
