"""The currency that the display format of a cell shows."""

from __future__ import annotations

import re

_BRACKETED = re.compile(r"\[\$([^\]-]*)[^\]]*\]")  # a currency, if any, and the language of numbers
_CURRENCY = re.compile(r"[$€£¥]|\b(?:euro?|usd|gbp|chf)", re.IGNORECASE)


def munt(number_format: str) -> str:
    """Return the sign or word of the currency that a display format shows; nothing where it shows none."""
    found = _CURRENCY.search(_BRACKETED.sub(r"\1", number_format))
    return found[0] if found else ""
