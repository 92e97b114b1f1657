"""Numbers as people in Dutch finance type them in cells as text, and what they type where they have no number."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

Mark = Literal[",", "."]
Kind = Literal["number", "nihil", "pm", "unknown", "inapplicable", "range", "ambiguous", "empty", "text"]
Unit = Literal["", "dzd", "mln", "mld"]

MARKS: tuple[Mark, Mark] = (",", ".")


@dataclass(frozen=True, slots=True)
class Numeral:
    """What a text says: a number, a word in its place, or something that is not to be guessed.

    `value` is in the unit as written: `unit` is not applied, a percentage is (5% is 0.05 with `percent`). Of `38 + PM`
    it is the part that is known, of `nihil` it is 0. `decimal` is the decimal mark that the text proves to be in use,
    if any. `readings` are the values that an ambiguous text may have: several, or the one that contradicts the notation
    that was asked for.
    """

    kind: Kind
    value: float | None = None
    percent: bool = False
    unit: Unit = ""
    decimal: Mark | None = None
    readings: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The first text that proves a decimal comma, and the first that proves a decimal point."""

    comma: str | None = None
    point: str | None = None

    @property
    def contradictory(self) -> bool:
        """Return whether both notations are in use."""
        return self.comma is not None and self.point is not None

    @property
    def decimal(self) -> Mark | None:
        """Return the decimal mark in use; None without evidence or with evidence for both."""
        if self.contradictory:
            return None
        return "," if self.comma is not None else "." if self.point is not None else None


def evidence(texts: Iterable[str]) -> Evidence:
    """Return which notation the texts of a column or file prove to be in use."""
    first: dict[Mark, str] = {}
    for text in texts:
        decimal = read_numeral(text).decimal
        if decimal is not None:
            first.setdefault(decimal, text)
    return Evidence(first.get(","), first.get("."))


def convention(texts: Iterable[str]) -> Mark | None:
    """Return the decimal mark that the texts prove; None where they prove none or both (`evidence` says which)."""
    return evidence(texts).decimal


def read_numeral(text: str, decimal: Mark | None = None) -> Numeral:
    """Return what a text says, with `decimal` as the decimal mark of its column or file, None where that is unknown.

    Without it `1.234` is 1234, as Dutch is written, and `1,234` is ambiguous: it may be 1.234 or 1234.
    """
    plain = _plain(text)
    if (kind := _word(plain)) is not None:
        return Numeral(kind, 0.0 if kind == "nihil" else None)
    known = _known_part(plain)
    if known is not None:
        number = _number(known, decimal)
        return replace(number, kind="pm") if number.kind == "number" else number
    return Numeral("range") if _RANGE.fullmatch(plain) else _number(plain, decimal)


def in_euros(text: str) -> bool:
    """Return whether a text, of a cell or of its display format, says euros: with the sign or the word."""
    return _EURO.search(_plain(text)) is not None


_EURO = re.compile(r"€|(?<![a-z])euro?(?![a-z])")
_QUOTES = "‘’`´ʹ′"
_WORDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("nihil", re.compile(r"(?:€ ?)?[-/.,]*-[-/., ]*€?|nihil|nul")),
    ("pm", re.compile(r"(?:[-+] ?)?(?:p\. ?m\.?|pm\.?|pro memorie)")),
    ("inapplicable", re.compile(r"n\. ?v\. ?t\.?|nvt|n\. ?a\.?|n/a|niet van toepassing")),
    ("unknown", re.compile(r"[.…'`_?]+|n\. ?[tn]\. ?b\.?|ntb|nnb|t\.b\.d\.?|tbd|onbekend")),
    ("unknown", re.compile(r"nog (?:niet bekend|onbekend|te bepalen)")),
)
_PM_AFTER = re.compile(r"(.*[^ ]) ?[-+] ?(?:p\. ?m\.?|pm\.?)")
_PM_BEFORE = re.compile(r"(?:p\. ?m\.?|pm) ?([-+]) ?(.*)")
_RANGE = re.compile(r"(?:€ ?)?-? ?\d[\d.,']* ?(?:-|tot|t/m|à) ?(?:€ ?)?\d[\d.,']*(?: ?(?:%|mln|mld)\.?)?")

_UNITS: dict[str, Unit] = {
    "dzd": "dzd",
    "duizend": "dzd",
    "mln": "mln",
    "mio": "mln",
    "miljoen": "mln",
    "mld": "mld",
    "mrd": "mld",
    "miljard": "mld",
}
_BEFORE = re.compile(r"(?P<sign>-/-|- / -|[-+])|(?P<currency>€|euro?(?![a-z]))|(?P<bracket>\()")
_AFTER = re.compile(
    r"(?:(?P<whole>(?<=\d)[.,]--?)|(?P<sign>-/-|- / -|-)|(?P<currency>€|\beuro?)|(?P<bracket>\))|(?P<percent>%)"
    rf"|(?P<unit>{'|'.join(_UNITS)})\.?)$"
)
_EXPONENT = re.compile(r"(.*\d)e([-+]?\d{1,3})")


def _plain(text: str) -> str:
    """Return a text in small letters, with one kind of space, dash, quote and digit, without what cannot be seen."""
    return "".join(map(_sign, text)).strip().removeprefix("'").strip().casefold()


def _sign(sign: str) -> str:
    if sign.isascii():
        return sign
    category = unicodedata.category(sign)
    if category == "Cf":
        return ""
    if category == "Zs":
        return " "
    if category == "Pd" or sign == "−":
        return "-"
    if category == "Nd":
        return str(unicodedata.digit(sign))
    return "'" if sign in _QUOTES else sign


def _word(plain: str) -> Kind | None:
    if not plain:
        return "empty"
    return next((kind for kind, pattern in _WORDS if pattern.fullmatch(plain)), None)


def _known_part(plain: str) -> str | None:
    """Return the number beside a pro memorie amount, as 38 in `38 + PM`; None where there is none of both."""
    if found := _PM_AFTER.fullmatch(plain):
        return found[1]
    if found := _PM_BEFORE.fullmatch(plain):
        return found[1].removeprefix("+") + found[2]
    return None


def _number(plain: str, decimal: Mark | None) -> Numeral:
    """Return the number in a text, or `text` where there is none."""
    core, around = _peeled(plain)
    negative = len(around.keys() & {"-before", "-after", "bracket)"})
    balanced = ("bracket(" in around) == ("bracket)" in around)
    if not balanced or negative > 1 or ("+before" in around and negative):
        return Numeral("text")
    percent = "percent" in around
    readings: dict[Mark, float] = {}
    for mark in MARKS:
        size = _size(core, mark, around.get("whole"), hundredths=percent)
        if size is not None:
            readings[mark] = -size if negative and size else size
    number = _chosen(readings, core, decimal)
    if number.kind == "text":
        return number
    return replace(number, percent=percent, unit=_UNITS.get(around.get("unit", ""), ""))


def _peeled(plain: str) -> tuple[str, dict[str, str]]:
    """Return the digits of a number with their marks, and what stands around them, each kind once at each side."""
    around: dict[str, str] = {}
    core = plain
    while found := _BEFORE.match(core) or _AFTER.search(core):
        name, text = str(found.lastgroup), found[str(found.lastgroup)]
        if name == "sign":
            name = ("+" if text == "+" else "-") + ("before" if found.start() == 0 else "after")
        elif name == "bracket":
            name += text
        if name in around or not core:
            return "", {}
        around[name] = text
        core = (core[: found.start()] + core[found.end() :]).strip(" ")
    return core, around


def _size(core: str, mark: Mark, whole: str | None, *, hundredths: bool) -> float | None:
    """Return the number that `core` is with `mark` as its decimal mark, None where it is not written so."""
    digits, exponent = core, 0
    if found := _EXPONENT.fullmatch(core):
        digits, exponent = found[1], int(found[2])
    elif grouped := _GROUPED[mark].fullmatch(core):
        digits = re.sub(f"[^0-9{mark}]", "", grouped[0])
    if whole is not None and (whole[0] != mark or mark in digits):
        return None
    if not _PLAIN[mark].fullmatch(digits):
        return None
    size = float(f"{digits.replace(',', '.')}e{exponent - (2 if hundredths else 0)}")
    return size if math.isfinite(size) else None


_GROUPED: dict[Mark, re.Pattern[str]] = {
    ",": re.compile(r"[1-9]\d{0,2}(?:(?:\.\d{3})+|(?: \d{3})+|(?:'\d{3})+)(?:,\d+)?", re.ASCII),
    ".": re.compile(r"[1-9]\d{0,2}(?:(?:,\d{3})+|(?: \d{3})+|(?:'\d{3})+)(?:\.\d+)?", re.ASCII),
}
_PLAIN: dict[Mark, re.Pattern[str]] = {mark: re.compile(rf"\d+(?:\{mark}\d+)?|\{mark}\d+", re.ASCII) for mark in MARKS}


def _chosen(readings: dict[Mark, float], core: str, decimal: Mark | None) -> Numeral:
    """Return the reading that the notation asks for, or that is the only one."""
    if not readings:
        return Numeral("text")
    values = tuple(dict.fromkeys(readings.values()))
    if len(readings) == 1:
        (proven,) = readings
        kind: Kind = "number" if decimal in {None, proven} else "ambiguous"
        return Numeral(kind, values[0] if kind == "number" else None, decimal=proven, readings=_open(kind, values))
    if len(values) == 1 or decimal is not None:
        return Numeral("number", readings[decimal or ","])
    if "." in core:
        return Numeral("number", readings[","])
    return Numeral("ambiguous", readings=values)


def _open(kind: Kind, values: tuple[float, ...]) -> tuple[float, ...]:
    return values if kind == "ambiguous" else ()
