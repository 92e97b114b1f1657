"""What is to be written: the pages of a workbook, whatever it is about, and what the workbook says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from model.io.excel.layout import Page
from model.text import Language, Text


@dataclass(frozen=True, slots=True)
class Manuscript:
    """Pages in order, their language, title and author; `alarm` is the word by which a verdict turns red.

    `properties` are those of the document, beside the usual ones; `mark` is printed at the foot, behind the title.
    """

    pages: Mapping[str, Page]
    language: Language
    title: str
    author: str
    alarm: str = ""
    properties: Mapping[str, str] = field(default_factory=dict)
    mark: str = ""

    def say(self, text: Text, **values: object) -> str:
        """Return a text in the language of the workbook."""
        return text.say(self.language, **values)
