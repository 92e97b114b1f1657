"""Whether a text gives a reason."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]{2}")
_ELSEWHERE = re.compile(
    r"\W*(?:idem|dito|(?:zie|als|idem)\s+(?:hier)?(?:boven|onder)|(?:see|as)\s+(?:above|below)|ditto)\W*", re.IGNORECASE
)


def is_reden(text: str) -> bool:
    """Return whether a text says something: it has a word, and does not only point at another row."""
    return bool(_WORD.search(text)) and not _ELSEWHERE.fullmatch(text)
