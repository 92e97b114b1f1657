"""A day as people type it: 2026-11-20, 20-11-2026, 20-11-26, 20 november 2026 or vrijdag 20 nov. 2026."""

from __future__ import annotations

import datetime
import re

_FORMS = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)(?!\d)", re.ASCII),
    re.compile(r"(?P<day>\d\d?)[-/.](?P<month>\d\d?)[-/.](?P<year>\d{4}|\d\d)(?!\d)", re.ASCII),
    re.compile(r"(?P<day>\d\d?)\s+(?P<month>[a-z]{3,9})\.?\s+(?P<year>\d{4})(?!\d)", re.ASCII),
)
_WEEKDAY = re.compile(r"(ma|di|wo|do|vr|za|zo|mo|tu|we|th|fr|sa|su)[a-z]*[.,]*\s+")
_MONTHS = (
    ("januari", "january"), ("februari", "february"), ("maart", "mrt", "march"), ("april",), ("mei", "may"),
    ("juni", "june"), ("juli", "july"), ("augustus", "august"), ("september", "sept"), ("oktober", "october"),
    ("november",), ("december",),
)  # fmt: skip
_SHORT = 3


def dag_van(text: str) -> datetime.date | None:
    """Return the day with which a text starts; None where it starts with none."""
    plain = text.strip().casefold()
    plain = plain[match.end() :] if (match := _WEEKDAY.match(plain)) else plain
    found = next((match for form in _FORMS if (match := form.match(plain))), None)
    if found is None:
        return None
    year = int(found["year"])
    try:
        return datetime.date(year if len(found["year"]) > 2 else 2000 + year, _month(found["month"]), int(found["day"]))
    except ValueError:
        return None


def _month(text: str) -> int:
    """Return the number of a month, which may be its name or how that begins; 0 where there is none."""
    if text.isdecimal():
        return int(text)
    named = (at for at, names in enumerate(_MONTHS, start=1) for name in names if text in (name, name[:_SHORT]))
    return next(named, 0)
