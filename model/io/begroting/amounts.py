"""Cells of budget tables as amounts: what is written in two ways is settled by evidence from the file, or asked.

`1,234` is a thousand in an English file and little more than one in a Dutch one; what the file itself shows elsewhere
decides, per column first, and where nothing shows it the cell is ambiguous.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from model.io.begroting.grids import Value

# getal: a plain number; nihil: a dash that means nothing; the rest hold no amount.
Vorm = Literal["getal", "nihil", "leeg", "pm", "bereik", "meerduidig", "procent", "onleesbaar"]
Mark = Literal[",", "."]

LARGEST = 1e12  # k€; what is beyond is a mistake
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
_SIGNS = str.maketrans(dict.fromkeys(_DASHES, "-"))
_BLANKS = re.compile("[\\s\u00a0\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff]+")
_LATER = re.compile(
    r"p\.?m\.?|n\.?t\.?b\.?|nader te bepalen|n\.?n\.?b\.?|nog niet bekend|nvt|n\.?v\.?t\.?|memorie", re.IGNORECASE
)
_MIXED = re.compile(r"[-+]?[\d.,]+[-+]p\.?m\.?|p\.?m\.?[-+][\d.,]+", re.IGNORECASE)
_RANGE = re.compile(r"[-+]?[\d.,]+(?:-|tot|à|/)[-+]?[\d.,]+", re.IGNORECASE)
_PERCENT = re.compile(r"[-+]?[\d.,]+%")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*(?:e[-+]?\d+)?", re.IGNORECASE)
_GROUPED = re.compile(r"[1-9]\d{0,2}([.,])\d{3}")
# Digits after a blank that are no group of three.
_NOTED = re.compile(r"\d (?!\d{3}(?!\d))\d|[.,]\d* \d")


@dataclass(frozen=True, slots=True)
class Reading:
    """A cell as read: its form, its amount where it has one (in the unit of the table), whether it was text."""

    vorm: Vorm
    amount: float | None = None
    text: bool = False


@dataclass(frozen=True, slots=True)
class Convention:
    """The decimal mark that the cells of a column show, and how many cells show it; `None` where none does."""

    decimal: Mark | None
    shown: int = 0


_EMPTY = Reading("leeg")


def read_amount(value: Value, convention: Convention) -> Reading:
    """Return what a cell holds."""
    if value is None:
        return _EMPTY
    if isinstance(value, float):
        return Reading("getal", value) if abs(value) < LARGEST else Reading("onleesbaar")
    text = bare(value)
    if not text:
        return _EMPTY
    if re.fullmatch(r"-+|-/-|\+-0", text):
        return Reading("nihil", 0.0, text=True)
    for vorm, pattern in (("pm", _LATER), ("pm", _MIXED), ("procent", _PERCENT)):
        if pattern.fullmatch(text):
            return Reading(vorm, text=True)  # type: ignore[arg-type]
    return _number(text, convention)


def bare(text: str) -> str:
    """Return a cell's text without blanks and currency signs, every dash a hyphen."""
    spaced = _BLANKS.sub(" ", text.translate(_SIGNS)).strip()
    if _NOTED.search(spaced):
        return spaced  # 1.234 2 is an amount with a footnote, or two amounts
    joined = spaced.replace(" ", "")
    return re.sub(r"^€|€$|^eur(o)?|,-{1,2}$", "", joined, flags=re.IGNORECASE)


def _number(text: str, convention: Convention) -> Reading:
    negative, digits = _signed(text)
    if not _NUMBER.fullmatch(digits):
        return Reading("bereik" if _RANGE.fullmatch(text) else "onleesbaar", text=True)
    plain = _plain(digits, convention.decimal)
    if plain is None:
        return Reading("meerduidig", text=True)
    if not plain:
        return Reading("onleesbaar", text=True)
    amount = float(plain)
    if amount >= LARGEST:
        return Reading("onleesbaar", text=True)
    return Reading("getal", -amount if negative else amount, text=digits != plain or text != digits)


def _signed(text: str) -> tuple[bool, str]:
    for pattern in (r"\((.+)\)", r"-/-(.+)", r"-(.+)", r"(.+)-"):
        if found := re.fullmatch(pattern, text):
            return True, found[1]
    return False, text.removeprefix("+")


def _plain(digits: str, decimal: Mark | None) -> str | None:
    """Return digits as Python reads them; `None` where two readings are possible, '' where there is none."""
    marks = [c for c in digits if c in ".,"]
    if not marks or "e" in digits.lower():
        return digits.replace(",", ".")
    if len(set(marks)) == 2 or len(marks) > 1:
        return _several(digits, marks)
    own: Mark = "," if marks[0] == "," else "."
    grouped = _GROUPED.fullmatch(digits)
    if not grouped:
        return digits.replace(",", ".") if decimal in (None, own) or len(digits.split(own)[1]) != 3 else ""
    if decimal is None:
        return None
    return digits.replace(",", ".") if decimal == own else digits.replace(own, "")


def _several(digits: str, marks: list[str]) -> str:
    last = marks[-1]
    if len(set(marks)) == 1:
        return digits.replace(last, "") if _groups(digits, last) else ""
    whole, _, rest = digits.rpartition(last)
    other = "." if last == "," else ","
    if last in whole or not _groups(whole, other):
        return ""
    return f"{whole.replace(other, '')}.{rest}"


def _groups(digits: str, mark: str) -> bool:
    first, *others = digits.split(mark)
    return 1 <= len(first) <= 3 and all(len(other) == 3 for other in others)


def convention_of(values: Iterable[Value], fallback: Convention) -> Convention:
    """Return the decimal mark that the texts of a column show; `fallback` where they show none or both."""
    shown: Counter[Mark] = Counter()
    for value in values:
        if isinstance(value, str) and (mark := _shows(bare(value))):
            shown[mark] += 1
    if not shown:
        return fallback
    (mark, count), *others = shown.most_common()
    return fallback if others and others[0][1] * 4 > count else Convention(mark, count)


def _shows(text: str) -> Mark | None:
    """Return the decimal mark that one cell proves, if it can be read in one way only."""
    _, digits = _signed(text)
    marks = [c for c in digits if c in ".,"]
    if not marks or not _NUMBER.fullmatch(digits) or "e" in digits.lower():
        return None
    last: Mark = "," if marks[-1] == "," else "."
    other: Mark = "." if last == "," else ","
    if len(set(marks)) == 2:
        return last if _several(digits, marks) else None
    if len(marks) > 1:
        return other if _groups(digits, last) else None
    return None if _GROUPED.fullmatch(digits) else last


def grouping_of(values: Iterable[Value]) -> Convention:
    """Return the convention of texts that are all grouped: from a thousand with one mark, below it without.

    Three different grouped cells of one mark and no plain number of more than three digits are taken as proof.
    """
    grouped: dict[str, set[str]] = {}
    for value in values:
        text = _signed(bare(value))[1] if isinstance(value, str) else ""
        if found := _GROUPED.fullmatch(text):
            grouped.setdefault(found[1], set()).add(text)
    if len(grouped) != 1:
        return Convention(None)
    ((mark, cells),) = grouped.items()
    return Convention("." if mark == "," else ",", len(cells)) if len(cells) >= 3 else Convention(None)
