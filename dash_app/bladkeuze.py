"""What is chosen on the page Wie betaalt: of which partij, and in which years."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from model.bill.breakdown import Account
from model.bill.tables import Moment, moment_name, name_of
from model.result import ALL, Result
from model.tables import STRUCTUREEL
from model.text import Language, Text

ALLE, JAREN, HORIZON, STRUCT = "alle", "jaren", "horizon", "structureel"
_PER_JAAR = Text("per jaar", "by year")


@dataclass(frozen=True, slots=True)
class Keus:
    """What is shown: of which partij (`ALL` for all), and over the years or at one moment."""

    partij: str = ALL
    moment: Moment | None = None


def keus(partij: str, periode: str) -> Keus:
    """Return what was chosen on the page."""
    moment: Moment | None = None
    if periode == HORIZON:
        moment = "horizon"
    elif periode == STRUCT:
        moment = "structureel"
    elif periode.isdecimal():
        moment = int(periode)
    return Keus(ALL if partij == ALLE else partij, moment)


def partijen(result: Result, found: Mapping[str, Account], taal: Language) -> list[dict[str, str]]:
    """Return the parties that can be chosen: all, and each that bears a cost."""
    alle = name_of(result, ALL).say(taal)
    named = [{"value": ident, "label": name_of(result, ident).say(taal)} for ident in found if ident != ALL]
    return [{"value": ALLE, "label": alle[0].upper() + alle[1:]}, *named]


def perioden(result: Result, taal: Language) -> list[dict[str, str]]:
    """Return the periods that can be chosen: by year, together, structural, or one year."""
    words = [(JAREN, _PER_JAAR), (HORIZON, moment_name(result, "horizon")), (STRUCT, STRUCTUREEL)]
    return [
        *({"value": value, "label": text.say(taal)} for value, text in words),
        *({"value": str(year), "label": str(year)} for year in result.years),
    ]
