"""Formulas that were sent, held against what stands there now: by what they refer to, told from where they differ."""

from __future__ import annotations

from itertools import takewhile, zip_longest
from operator import eq

from model.errors import shown
from model.io.excel.returned.formulas import Meaning, Token
from model.text import Text

_FORMULA = Text("de formule {formula}", "the formula {formula}")
_MOVED = Text(
    "diezelfde formule, met verwijzingen die zijn meegegaan met wat is verplaatst",
    "that same formula, with references that followed what was moved",
)
_BEFORE, _LONGEST = 12, 90  # characters that are told: at least so many before the difference, and of all at most
Names = frozenset[tuple[str, ...]]


def whole(formula: str) -> Text:
    """Return a formula as sentences tell it, from its beginning."""
    return _said(formula, 0)


def difference(ours: Meaning, came: Meaning, gone: Names) -> int | None:
    """Return the first token in which formulas differ, None where they mean the same.

    Ranges are sets: rows may have been sorted, and those that are `gone` are told elsewhere.
    """
    pairs = zip_longest(map(_plain, ours.tokens), map(_plain, came.tokens))
    for at, (mine, theirs) in enumerate(pairs):
        if _without(mine, gone) != theirs:
            return at
    return None


def told(at: int, ours: tuple[str, Meaning], came: tuple[str, Meaning]) -> tuple[Text, Text]:
    """Return what was found and expected, from where two formulas differ; where their words do not, they were moved."""
    alike = 0 if ours[0] == came[0] else len([*takewhile(bool, map(eq, ours[0], came[0]))])
    found, expected = (_said(formula, _start(formula, meaning, at, alike)) for formula, meaning in (came, ours))
    return found, _MOVED if found == expected else expected


def _start(formula: str, meaning: Meaning, at: int, alike: int) -> int:
    """Return where to begin telling a formula: some tokens before it differs, in meaning and in words."""
    differs = max(alike, meaning.starts[at] if at < len(meaning.starts) else len(formula))
    return max((start for start in meaning.starts if start <= differs - _BEFORE), default=0)


def _said(formula: str, start: int) -> Text:
    text = f"…{formula[start:]}" if start else f"={formula}"
    return Text(*(words.format(formula=shown(text, _LONGEST)) for words in _FORMULA))


def _plain(token: Token) -> object:
    """Return a token with a range as sets of rows and columns."""
    if isinstance(token, tuple) and len(token) == 3 and isinstance(token[1], tuple) and isinstance(token[2], tuple):
        return token[0], frozenset(token[1]), frozenset(token[2])
    return token


def _without(token: object, gone: Names) -> object:
    if isinstance(token, tuple) and len(token) == 3 and isinstance(token[1], frozenset):
        return token[0], token[1] - gone, token[2]
    return token
