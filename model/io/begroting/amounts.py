"""Cells of budget tables as amounts: what is written in two ways is settled by evidence from the file, or asked.

`1,234` is a thousand in an English file and little more than one in a Dutch one; what the file itself shows elsewhere
decides, per column first, and where nothing shows it the cell is ambiguous. So is `1.234`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from model.io.begroting.grids import Value
from model.io.excel.numerals import Kind, Mark, read_numeral

# getal: a plain number; nihil: a dash that means nothing; the rest hold no amount.
Vorm = Literal["getal", "nihil", "leeg", "pm", "bereik", "meerduidig", "procent", "onleesbaar"]

LARGEST = 1e12  # k€; what is beyond is a mistake

_FORMS: Mapping[Kind, Vorm] = MappingProxyType(
    {
        "number": "getal",
        "nihil": "nihil",
        "pm": "pm",
        "unknown": "pm",
        "inapplicable": "pm",
        "range": "bereik",
        "ambiguous": "meerduidig",
        "empty": "leeg",
        "text": "onleesbaar",
    }
)
_UNITS = {"": None, "dzd": 1.0, "mln": 1000.0, "mld": 1_000_000.0}
_WHOLE = re.compile(r"-?\d{1,12}", re.ASCII)
_USUAL: Mapping[Mark, re.Pattern[str]] = MappingProxyType(
    {
        ",": re.compile(r"-?(?:\d{1,12}|[1-9]\d{0,2}(?:\.\d{3})+)(?:,\d+)?", re.ASCII),
        ".": re.compile(r"-?(?:\d{1,12}|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?", re.ASCII),
    }
)
_DECIMALS = re.compile(r"-?\d{1,12}([.,])(?:\d\d?|\d{4,})", re.ASCII)
_GROUPED = re.compile(r"[1-9]\d{0,2}([.,])\d{3}", re.ASCII)
_AROUND = " \u00a0€()+-\u2010\u2011\u2012\u2013\u2014\u2212"


@dataclass(frozen=True, slots=True)
class Reading:
    """A cell as read: its form, its amount where it has one, whether it was text.

    The amount is in the unit of the table, or in `unit` (a factor to k€) where the cell itself names one.
    """

    vorm: Vorm
    amount: float | None = None
    text: bool = False
    unit: float | None = None


@dataclass(frozen=True, slots=True)
class Convention:
    """The decimal mark that the cells of a column show, and how many cells show it; `None` where none does."""

    decimal: Mark | None
    shown: int = 0


def read_amount(value: Value, convention: Convention) -> Reading:
    """Return what a cell holds."""
    if value is None:
        return Reading("leeg")
    if isinstance(value, float):
        return Reading("getal", value) if abs(value) < LARGEST else Reading("onleesbaar")
    if _WHOLE.fullmatch(value):
        return Reading("getal", float(value))
    return _read(value, convention.decimal)


@lru_cache(maxsize=100_000)
def _read(text: str, decimal: Mark | None) -> Reading:
    if decimal is not None and _USUAL[decimal].fullmatch(text):
        # What most cells are, without the detour: in large files it takes most of the time.
        value = float(text.replace("." if decimal == "," else ",", "").replace(",", "."))
        return Reading("getal", value, text=not _plain(text)) if abs(value) < LARGEST else Reading("onleesbaar")
    numeral = read_numeral(text, decimal)
    vorm, amount = _FORMS[numeral.kind], numeral.value
    if vorm == "getal" and decimal is None and grouped(text):
        return Reading("meerduidig", text=True)
    if vorm == "meerduidig" and len(numeral.readings) == 1:
        # Written with the other mark than its column, but in a way that has only one meaning.
        vorm, amount = "getal", numeral.readings[0]
    if numeral.percent:
        return Reading("procent", text=True)
    if vorm not in ("getal", "nihil"):
        return Reading(vorm, text=vorm != "leeg")
    if amount is None or abs(amount) >= LARGEST:
        return Reading("onleesbaar", text=True)
    return Reading(vorm, amount, text=not _plain(text), unit=_UNITS[numeral.unit])


def _plain(text: str) -> bool:
    """Return whether a text is a number as programs write it."""
    return re.fullmatch(r"-?\d+(\.\d+)?([eE][-+]?\d+)?", text, re.ASCII) is not None


def grouped(text: str) -> str:
    """Return the mark in a number of one mark and three digits after it, which may be of either kind; else ''."""
    found = _GROUPED.fullmatch(text.strip(_AROUND))
    return found[1] if found else ""


def convention_of(values: Iterable[Value], fallback: Convention) -> Convention:
    """Return the decimal mark that the texts of a column show; `fallback` where they show none, or both."""
    shown: Counter[Mark] = Counter()
    for value in values:
        if isinstance(value, str) and ("," in value or "." in value) and (mark := _shows(value)):
            shown[mark] += 1
    if not shown:
        return fallback
    (mark, count), *others = shown.most_common()
    return fallback if others and others[0][1] * 4 > count else Convention(mark, count)


@lru_cache(maxsize=100_000)
def _shows(text: str) -> Mark | None:
    if found := _DECIMALS.fullmatch(text):
        return "," if found[1] == "," else "."
    return None if grouped(text) else read_numeral(text).decimal
