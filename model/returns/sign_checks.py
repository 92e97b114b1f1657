"""Who signed a return, and when: names of two people, and a day on which this round can have been signed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from model.errors import shown
from model.returns.bevinding import Bevinding
from model.returns.days import dag_van
from model.returns.edits import Plek
from model.returns.fields import AFTEKENING, Veld
from model.returns.names import noemt_iemand, zelfde_mens
from model.returns.opgave import Opgave
from model.returns.ronde import Ronde
from model.text import same

GEEN_NAAM, GEEN_DATUM = "inhoud-aftekening-geen-naam", "inhoud-aftekening-datum-vorm"
_DATUM = "-datum"


def aftekening_bevindingen(opgave: Opgave, ronde: Ronde, vandaag: datetime.date | None = None) -> Iterator[Bevinding]:
    """Yield fields of the sign-off in which nobody is named, and days on which nobody can have signed.

    Without `vandaag` it is the day on which the return is read.
    """
    today = vandaag or datetime.datetime.now(datetime.UTC).astimezone().date()
    for veld in AFTEKENING:
        text = opgave.aftekening.get(veld.ident, "")
        is_day = veld.ident.endswith(_DATUM)
        if veld.verplicht and not text.strip():
            yield Bevinding("inhoud-aftekening-leeg", "fout", _place(veld), {"expected": veld.term.definitie})
        elif is_day:
            yield from _day(veld, text, ronde, today)
        elif text in veld.term.voorbeeld or not all(map(noemt_iemand, _parts(text))):
            told: dict[str, object] = {"found": shown(text), "expected": veld.term.definitie}
            yield Bevinding(GEEN_NAAM, "fout", _place(veld), told)
    fez, cio = (_names(opgave, field) for field in ("fez", "cio"))
    if twice := dict.fromkeys(name for person in cio if person in fez for name in (fez[person], cio[person])):
        place = Plek("aftekening", (), "cio")
        yield Bevinding("inhoud-aftekening-gelijk", "waarschuwing", place, {"found": shown("; ".join(twice), 80)})


def _place(veld: Veld) -> Plek:
    return Plek("aftekening", (), veld.ident)


def _parts(text: str) -> list[str]:
    """Return what each directorate said: a name or day, without whose it is."""
    return [part.partition("(")[0].strip() for part in text.split(";")]


def _names(opgave: Opgave, field: str) -> dict[object, str]:
    """Return who signed, directorate by directorate, by what all spellings of a name have in common."""
    return {zelfde_mens(name): name for name in _parts(opgave.aftekening.get(field, "")) if noemt_iemand(name)}


def _day(veld: Veld, text: str, ronde: Ronde, today: datetime.date) -> Iterator[Bevinding]:
    """Yield what is odd with the days in a field: unreadable, outside the years of the round, or still to come."""
    days = [dag_van(part) for part in _parts(text)]
    first, last = ronde.jaar - 2 + (ronde.aard["t-1"] == "realisatie"), ronde.jaar
    told: dict[str, object] = {"found": shown(text)}
    if None in days:
        yield Bevinding(GEEN_DATUM, "fout", _place(veld), told)
    elif any(not first <= day.year <= last for day in days if day is not None):
        years: dict[str, object] = {"first": same(f"{first}"), "last": same(f"{last}")}
        yield Bevinding("inhoud-aftekening-datum", "waarschuwing", _place(veld), told | years)
    elif any(day > today for day in days if day is not None):
        yield Bevinding("inhoud-aftekening-datum-later", "vraag", _place(veld), told)
