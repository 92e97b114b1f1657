"""The unit that a text or a cell names, as what its amounts are multiplied by to be in k€."""

from __future__ import annotations

import re

from model.io.begroting.phases import plain
from model.text import Text

UNITS = {
    0.001: Text("euro's", "euros"),
    1.0: Text("x € 1.000", "x € 1,000"),
    1000.0: Text("x € 1 mln", "x € 1 mln"),
    1_000_000.0: Text("x € 1 mld", "x € 1 bn"),
}
_EURO = r"(?:€|eur\b|euro'?s?\b|eu\b)"
_PATTERNS = (
    (1_000_000.0, rf"\b(?:miljard(?:en)?|mld)\b|{_EURO}\s*1[.,\s]?000[.,\s]?000[.,\s]?000\b"),
    (1000.0, rf"\bx?\s?(?:miljoen(?:en)?|mln|mio)\b|{_EURO}\s*1[.,\s]?000[.,\s]?000\b|x\s*1[.,\s]?000[.,\s]?000\b"),
    (1.0, rf"\bduizend(?:en|tal(?:len)?)?\b|{_EURO}\s*1[.,\s]?000\b|[x*×]\s*{_EURO}?\s*1[.,\s]?000\b|\bk€|\bkeur\b"),
    (0.001, rf"(?:bedragen|in|[x*×])\s*(?:hele\s+|gehele\s+)?{_EURO}(?:\s*1)?(?![\s]*[\d])"),
)
_CHOICES = {"euro": 0.001, "k": 1.0, "mln": 1000.0, "mld": 1_000_000.0}
CHOICES = tuple(_CHOICES)


def unit_of(text: str) -> float | None:
    """Return the unit that a heading or title names, as a factor to k€; `None` where it names none or two.

    What stands in a longer sentence counts only between brackets or after `bedragen`, `in` or `x`.
    """
    words = plain(text)
    found = {factor for factor, pattern in _PATTERNS if re.search(pattern, words)}
    if 1_000_000.0 in found:
        found -= {1.0, 1000.0} if re.search(r"000[.,\s]?000[.,\s]?000", words) else set()
    if 1000.0 in found and re.search(r"1[.,\s]?000[.,\s]?000\b", words):
        found -= {1.0}
    if len(found) > 1:
        found -= {0.001}
    return found.pop() if len(found) == 1 else None


def unit_choice(text: str) -> float:
    """Return the factor of a unit that a person chose: euro, k, mln or mld."""
    return _CHOICES[text]
