"""What is found in a return: how serious it is, what it is about, where it stands and what the department said of it.

Checks of content say of which `plek` a finding is; who reads a workbook adds where that stands (`Vindplaats`). The
sentence of a code stands in `model.issues.uitvraag`: what was found; what was expected. How to mend it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, NamedTuple

from model.issues import ISSUES
from model.returns.edits import Plek
from model.text import Language, Text, same

Ernst = Literal["fout", "waarschuwing", "vraag"]
ERNSTEN: Mapping[Ernst, Text] = {
    "fout": Text("fout", "error"),
    "waarschuwing": Text("waarschuwing", "warning"),
    "vraag": Text("vraag", "question"),
}
"""In the order in which they are told."""


class Vindplaats(NamedTuple):
    """Where something stands, as people find it: sheet, cell, and what its row and its column are called."""

    blad: str = ""
    cel: str = ""
    regel: str = ""
    kolom: str = ""

    @property
    def adres(self) -> str:
        """Return sheet and cell as one word, such as `Begroting!F23`."""
        return f"{self.blad}!{self.cel}" if self.cel else self.blad

    def zeg(self) -> str:
        """Return the whole place in words."""
        return " · ".join(filter(None, (self.adres, self.regel, self.kolom)))


NERGENS = Vindplaats()
"""Of the return as a whole."""


class Delen(NamedTuple):
    """What was found, what was expected and how to mend it."""

    gevonden: str
    verwacht: str
    herstel: str


_PARTS: Mapping[Language, re.Pattern[str]] = {
    "nl": re.compile(r"(.*?); verwacht (.*?)[.:] ([A-Z].*)", re.DOTALL),
    "en": re.compile(r"(.*?); expected (.*?)[.:] ([A-Z].*)", re.DOTALL),
}


@dataclass(frozen=True, slots=True)
class Bevinding:
    """A finding: `waarden` fill its sentence; `uitleg` is what the department said of it, which closes it.

    What a finding with `weigert` is about cannot be understood: the return that it is in is not taken over.
    """

    code: str
    ernst: Ernst
    plek: Plek | None = None
    waarden: Mapping[str, object] = field(default_factory=dict)
    uitleg: str = ""
    vindplaats: Vindplaats = NERGENS
    weigert: bool = False

    @property
    def open(self) -> bool:
        """Return whether something is still to be said or done about it."""
        return not self.uitleg

    def zin(self, language: Language) -> str:
        """Return the sentence, without the place."""
        return ISSUES[self.code].say(language, **self.waarden)

    def delen(self, language: Language) -> Delen:
        """Return the sentence in its parts; all of it is what was found where it has none."""
        parts = _parts(self.code, language)
        if not parts:
            return Delen(self.zin(language), "", "")
        return Delen(*(part.say(language, **self.waarden) for part in parts))


@cache
def _parts(code: str, language: Language) -> tuple[Text, ...]:
    """Return the parts of the sentence of a code; nothing where it has none."""
    parts = _PARTS[language].fullmatch(ISSUES[code].say(language))
    return () if parts is None else tuple(map(same, parts.groups()))
