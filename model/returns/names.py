"""Names of people as they are typed in a sign-off: which say who it is, and which are of the same person."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W\d_]+")
_NOBODY = frozenset(
    {
        "akkoord", "bepalen", "cfo", "cio", "directeur", "directie", "fez", "getekend", "handtekening", "hier",
        "hoofd", "in", "invullen", "later", "mt", "naam", "nader", "namens", "nnb", "nog", "ntb", "nvt",
        "onbekend", "ondertekenen", "paraaf", "pm", "tba", "tbc", "tbd", "te", "tekenen", "tekent", "unknown",
        "vacant", "vacature", "volgt", "vul", "wordt",
    }
)  # fmt: skip
_TITLES = frozenset(
    {
        "ba", "bc", "bsc", "dhr", "dr", "drs", "ing", "ir", "jhr", "llm", "ma", "mba", "mevr", "mr", "mrs",
        "ms", "msc", "mw", "phd", "prof", "ra", "rc", "rm",
    }
)  # fmt: skip
_SHORT = 3


def _words(text: str) -> list[str]:
    plain = "".join(each for each in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(each))
    return _WORD.findall(plain)


def noemt_iemand(text: str) -> bool:
    """Return whether a text names a person: not only an office, or that somebody is still to sign."""
    words = _words(text)
    return bool(words) and "".join(words) not in _NOBODY and not _NOBODY.issuperset(words)


def zelfde_mens(text: str) -> tuple[tuple[str, ...], str]:
    """Return what names of the same person have in common in whatever order: the surnames, and the other letters."""
    words = [word for word in _words(text) if word not in _TITLES]
    long = tuple(sorted(word for word in words if len(word) >= _SHORT))
    return long, "".join(sorted("".join(word for word in words if len(word) < _SHORT)))
