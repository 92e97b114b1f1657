"""Who signed a return, and when: names of two people, and a day on which this round can have been signed."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from model.errors import shown
from model.returns.bevinding import Bevinding
from model.returns.edits import Plek
from model.returns.fields import AFTEKENING
from model.returns.opgave import Opgave
from model.returns.ronde import Ronde
from model.text import same

VROEGST = 2
"""How many years before the year of its round a return is signed at the earliest."""
_DATUM = "-datum"
_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)(?!\d)", re.ASCII)
_DUTCH = re.compile(r"(?P<day>\d\d?)[-/.](?P<month>\d\d?)[-/.](?P<year>\d{4})(?!\d)", re.ASCII)


def aftekening_bevindingen(opgave: Opgave, ronde: Ronde) -> Iterator[Bevinding]:
    """Yield fields of the sign-off in which nobody is named, and days on which nobody can have signed."""
    for veld in AFTEKENING:
        text, place = opgave.aftekening.get(veld.ident, ""), Plek("aftekening", (), veld.ident)
        is_day = veld.ident.endswith(_DATUM)
        if veld.verplicht and not (text if is_day else any(map(str.isalpha, text))):
            said = {"field": veld.term.naam, "expected": veld.term.definitie}
            yield Bevinding("inhoud-aftekening-leeg", "fout", place, said)
        elif is_day and not all(_can_be(part.strip(), ronde.jaar) for part in text.split(";")):
            first, last = same(f"{ronde.jaar - VROEGST}"), same(f"{ronde.jaar}")
            told = {"field": veld.term.naam, "found": shown(text), "first": first, "last": last}
            yield Bevinding("inhoud-aftekening-datum", "waarschuwing", place, told)
    fez, cio = (_names(opgave, field) for field in ("fez", "cio"))
    if twice := [name for plain, name in cio.items() if plain in fez]:
        place = Plek("aftekening", (), "cio")
        yield Bevinding("inhoud-aftekening-gelijk", "vraag", place, {"found": shown("; ".join(twice))})


def _names(opgave: Opgave, field: str) -> dict[str, str]:
    """Return who signed, directorate by directorate, by the letters and digits of each name."""
    names = (name.strip() for name in opgave.aftekening.get(field, "").split(";"))
    return {plain: name for name in names if (plain := "".join(filter(str.isalnum, name)).casefold())}


def _can_be(text: str, jaar: int) -> bool:
    """Return whether a text starts with a day from some years before the round up to its year."""
    found = _DAY.match(text) or _DUTCH.match(text)
    if found is None:
        return False
    year, month, day = (int(found[part]) for part in ("year", "month", "day"))
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return jaar - VROEGST <= year <= jaar
