"""What a person can mend: an Issue says where, what was found, what was expected and how to mend it."""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from model.issues import ISSUES
from model.text import LANGUAGES, Language, Text, number


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a file, and in it a row and column, a line, or a path as `maatregel 2 · bedragen`."""

    file: str
    row: int | None = None
    column: str = ""
    path: str = ""
    line: int | None = None

    def say(self, language: Language) -> str:
        """Return the place in words; rows count as a spreadsheet counts them, the header being row 1."""
        words = {"nl": ("rij", "kolom", "regel"), "en": ("row", "column", "line")}[language]
        parts = [self.file]
        if self.line is not None:
            parts.append(f"{words[2]} {self.line}")
        if self.row is not None:
            parts.append(f"{words[0]} {self.row}")
        if self.column:
            parts.append(f"{words[1]} {self.column}")
        if self.path:
            parts.append(self.path)
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with one field, before it is known in which file the field stands."""

    code: str
    field: str = ""
    values: Mapping[str, object] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Issue:
    """One mistake in the input, at one place; `code` names its sentence in `model.issues`."""

    code: str
    place: Place
    values: Mapping[str, object] = dataclasses.field(default_factory=dict)

    def say(self, language: Language) -> str:
        """Return the whole sentence: place, what was found, what was expected, how to mend it."""
        return f"{self.place.say(language)}: {ISSUES[self.code].say(language, **self.values)}"


class InputError(Exception):
    """All the mistakes that were found in the input, raised once."""

    def __init__(self, issues: Iterable[Issue]) -> None:
        self.issues = tuple(issues)
        super().__init__("\n".join(issue.say("nl") for issue in self.issues))


def shown(value: object, limit: int = 60) -> str:
    """Return a found value as it is quoted in a sentence: short, on one line, without control characters.

    Lists and tables are written as TOML.
    """
    whole = isinstance(value, list | tuple | Mapping)
    text = "".join(c if c.isprintable() else "�" for c in (str(value) if isinstance(value, str) else _toml(value)))
    short = text if len(text) <= limit else text[: limit - 1] + "…"
    return short if whole else f"'{short}'"


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name} = {_toml(item)}" for name, item in value.items()) + "}"
    return "[" + ", ".join(map(_toml, value)) + "]" if isinstance(value, list | tuple) else str(value)


def figure(value: float, precision: int = 6) -> Text:
    """Return a number as sentences print it: thousands marked, no more decimals than it has, `precision` at most."""
    decimals = len(f"{value:.{precision}f}".rstrip("0").partition(".")[2])
    return Text(*(number(value, language, decimals) for language in LANGUAGES))


def known(names: Iterable[str], wrong: str, limit: int = 8) -> Text:
    """Return what may stand in place of `wrong`: the nearest names, or else all where they are few.

    The English text ends its own sentence, because it may be a question.
    """
    names = list(names)
    if not names:
        return Text("er is er nog geen", "there are none yet.")
    close = difflib.get_close_matches(wrong, names, n=3, cutoff=0.6)
    if close:
        *first, last = close
        nl, en = (", ".join(first) + f" {word} {last}" if first else last for word in ("of", "or"))
        return Text(f"bedoeld is misschien {nl}", f"did you mean {en}?")
    listed = ", ".join(names[:limit]) + (", …" if len(names) > limit else "")
    return Text(f"bekend zijn {listed}", f"known: {listed}.")
