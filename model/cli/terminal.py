"""Draws tables and sentences on a terminal."""

from __future__ import annotations

import sys
import textwrap
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count

from model.cli.hints import hinted
from model.errors import Issue
from model.tables import Line, Table
from model.text import MINUS, Language, Text

WIDTH = 120
PATIENCE = 1.0  # seconds
_GAP = "  "


def draw(table: Table, language: Language) -> str:
    """Return a table as text: title, caption, column heads, lines, a rule above every sum, footnotes."""
    heads = [column.say(language).split(" ") for column in table.columns]
    cells = [[line.cell(i, language) for i in range(len(heads))] for line in table.lines]
    labels = [("  " if line.style == "part" else "") + line.label.say(language) for line in table.lines]
    widths = [max(map(len, [*heads[i], *(row[i] for row in cells)])) for i in range(len(heads))]
    first = max([len(label) for label in labels], default=0)
    deep = max(map(len, heads), default=0)
    padded = [[""] * (deep - len(words)) + words for words in heads]
    rows = [*(_row("", [words[i] for words in padded], first, widths) for i in range(deep)), _rule(first, widths, "=")]
    for line, label, row in zip(table.lines, labels, cells, strict=True):
        if line.style == "sum" and _has_parts(table.lines, line):
            rows.append(_rule(first, widths, "-"))
        rows.append(_row(label, row, first, widths))
    title = f"{table.title.say(language)} ({table.caption.say(language)})"
    notes = [_wrapped(note.say(language), "  ") for note in table.notes]
    return "\n".join([title, *rows, *notes])


def _has_parts(lines: Sequence[Line], total: Line) -> bool:
    at = next(i for i, line in enumerate(lines) if line is total)
    return at > 0 and lines[at - 1].style == "part"


def _row(label: str, cells: Sequence[str], first: int, widths: Sequence[int]) -> str:
    columns = [cell.rjust(width) for cell, width in zip(cells, widths, strict=True)]
    return _GAP.join([label.ljust(first), *columns]).rstrip()


def _rule(first: int, widths: Sequence[int], mark: str) -> str:
    return _GAP.join([" " * first, *(mark * width for width in widths)])


def _wrapped(text: str, first: str, indent: str = "  ") -> str:
    """Return a text over lines of the page's width; an amount stays on one line with its sign and unit."""
    kept = text.replace("€ ", "€\0").replace(" mln", "\0mln").replace(MINUS, MINUS.replace(" ", "\0"))
    return textwrap.fill(kept, WIDTH, initial_indent=first, subsequent_indent=indent).replace("\0", " ")


def sentences(texts: Iterable[Text], language: Language, *, numbered: bool = False) -> str:
    """Return sentences as a list."""
    marks = (f"{number}. " if numbered else "• " for number in count(1))
    lines = [_wrapped(text.say(language), mark, " " * len(mark)) for text, mark in zip(texts, marks, strict=False)]
    return "\n".join(lines)


def paragraph(text: str) -> str:
    """Return a text over lines of the page's width."""
    return _wrapped(text, "", "")


def heading(title: str, mark: str = "=") -> str:
    """Return a heading, underlined."""
    return f"{title}\n{mark * len(title)}"


def say(text: str = "") -> None:
    """Print to standard output."""
    sys.stdout.write(text + "\n")


@dataclass(slots=True)
class Progress:
    """Says on a terminal's standard error what is worked on, once that has taken longer than `patience` seconds."""

    total: int
    patience: float = PATIENCE
    done: int = 0
    start: float = field(default_factory=time.monotonic)

    def begin(self, name: str) -> None:
        """Say which of all is begun."""
        self.done += 1
        if time.monotonic() - self.start > self.patience:
            self.tell(f"{self.done}/{self.total} {name}")

    def tell(self, text: str) -> None:
        """Say something, where there is somebody to read it."""
        if sys.stderr.isatty():
            sys.stderr.write(text + "\n")


def complain(issues: Sequence[Issue], language: Language) -> None:
    """Print every issue on standard error, with their number where there are more."""
    count = Text("{n} fouten gevonden:", "{n} mistakes found:")
    if len(issues) > 1:
        sys.stderr.write(count.say(language, n=len(issues)) + "\n")
    for issue in issues:
        sys.stderr.write(hinted(issue).say(language) + "\n")
