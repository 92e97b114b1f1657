"""The phases of a budget year, as publications name them, and what each says about whether money was decided on.

Source: Rijksbegrotingsvoorschriften; contract, section 1 (`stand`, such as 2025-OWB).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from model.text import Text

# In the order in which they follow each other.
FASEN = {
    "OWB": Text("ontwerpbegroting", "draft budget"),
    "VB": Text("vastgestelde begroting", "adopted budget"),
    "1SUPP": Text("1e suppletoire begroting", "first supplementary budget"),
    "SSUPP": Text("suppletoire begroting september", "September supplementary budget"),
    "2SUPP": Text("2e suppletoire begroting", "second supplementary budget"),
    "SW": Text("slotwet", "final budget act"),
    "JV": Text("jaarverslag (realisatie)", "annual report (outturn)"),
}

LATEST = "laatste"  # the last phase that a file gives of each budget year

# A draft and a supplementary budget are bills: proposed until both Houses have voted. An adopted budget is law, and an
# outturn is money that was spent under one.
_DECIDED = frozenset({"VB", "SW", "JV"})

_WORDS = (
    ("SSUPP", r"sept\w*\W+sup|sup\w*(\W+\w+)?\W+sept|ssupp"),
    ("2SUPP", r"\b(2|tweede)\W*(de|e)?\W*sup|\bsup\w*\W*2\b|najaarsnota"),
    ("1SUPP", r"\b(1|eerste)\W*(ste|e)?\W*sup|\bsup\w*\W*1\b|voorjaarsnota"),
    ("SW", r"slotwet|^sw$"),
    ("JV", r"realisatie|jaarverslag|\bjv\b"),
    ("VB", r"vastgestelde|\bvb\b|\bbegroting\W+vastgesteld"),
    ("OWB", r"ontwerp|\bowb?\b|miljoenennota"),
)


@lru_cache(maxsize=100_000)
def plain(text: str) -> str:
    """Return a text for comparison: lower case, without accents, one space between words."""
    bare = text if text.isascii() else unicodedata.normalize("NFKD", text)
    if bare is not text:
        bare = "".join(c for c in bare if not unicodedata.combining(c))
    return " ".join(bare.casefold().replace("_", " ").split())


def fase_of(text: str) -> str | None:
    """Return the phase that a text names, or `None` where it names none."""
    words = plain(text)
    return next((fase for fase, pattern in _WORDS if re.search(pattern, words)), None)


def fasen_of(text: str) -> set[str]:
    """Return all phases that a text names."""
    words = plain(text)
    return {fase for fase, pattern in _WORDS if re.search(pattern, words)}


def fase_choice(text: str) -> str | None:
    """Return the phase that a person chose by its code or its name."""
    code = text.strip().upper()
    return code if code in FASEN else fase_of(text)


def besluitstatus_of(fase: str) -> str:
    """Return whether money of a phase has been decided on: `vastgesteld` or `voorgesteld`."""
    return "vastgesteld" if fase in _DECIDED else "voorgesteld"


def order(fase: str) -> int:
    """Return the place of a phase in its budget year."""
    return list(FASEN).index(fase)
