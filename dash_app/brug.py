"""The steps from one scenario to another, as the page Vergelijken shows them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash_app.context import Context
from dash_app.eenheden import stand, verschil
from dash_app.keuze import gekozen
from dash_app.vergelijking import Vergelijking
from model.bridge import WITHOUT_BRIDGE, one_value
from model.side_by_side import (
    HORIZON,
    steps_table,
)
from model.tables import STRUCTUREEL, Prices, Table
from model.text import LANGUAGES, Language, Text, same


def brug(
    context: Context, made: Vergelijking, van: str, naar: str, ident: str, moment: str, prices: Prices
) -> Table | None:
    """Return the steps from one scenario to another in a year, or `None` where there are none."""
    by_mark = {each.mark: each for each in made.marked}
    if ident in WITHOUT_BRIDGE or van not in by_mark or naar not in by_mark or not made.columns.picked:
        return None
    ends, base = (by_mark[van], by_mark[naar]), by_mark[van].result.begrotingsjaar
    works = {each.mark: each.uitkomst.werk for each in made.deelnemers if each.uitkomst is not None}
    steps = context.brug(works[van], works[naar], base, ident, prices)
    if steps is None:
        return None
    if not steps.years:
        return steps_table(steps, ends, prices, 0, HORIZON)
    when = STRUCTUREEL if moment == STRUCTUREEL.nl else same(moment)
    return steps_table(steps, ends, prices, steps.years.index(brugjaar(made, moment)), when)


def brugjaar(made: Vergelijking, moment: str) -> int:
    """Return the year of the steps: the one chosen, else the last one that all have."""
    return int(moment) if moment.isdecimal() else made.columns.picked[-1]


def brugzin(table: Table) -> Text:
    """Return a bridge in one sentence: from which level to which, and the largest step."""
    first, *between, last = table.lines
    levels = [[stand(line, 1, taal) for taal in LANGUAGES] for line in (first, last)]
    start = [f"Van {levels[0][0]} naar {levels[1][0]}", f"From {levels[0][1]} to {levels[1][1]}"]
    if not between:
        return Text(f"{start[0]}: er is geen verschil in invoer.", f"{start[1]}: inputs do not differ.")
    largest = max(between, key=lambda line: abs(float(line.values[0])))
    told = [f"{largest.label.say(taal)} ({verschil(largest, 0, taal)})" for taal in LANGUAGES]
    return Text(f"{start[0]}; de grootste stap is {told[0]}.", f"{start[1]}; the largest step is {told[1]}.")


def momenten(made: Vergelijking, ident: str, taal: Language) -> list[dict[str, str]]:
    """Return the years that a bridge can be asked for."""
    if one_value(ident):
        return [{"value": "horizon", "label": HORIZON.say(taal)}]
    years = [{"value": str(year), "label": str(year)} for year in made.jaren]
    return years if made.columns.last is None else [*years, {"value": "structureel", "label": STRUCTUREEL.say(taal)}]


def brugkeuze(data: Mapping[str, Any], made: Vergelijking, ident: str) -> tuple[str, str, str]:
    """Return between which two, and for which year, the steps are shown: to the first one, unless chosen otherwise."""
    marks = [each.mark for each in made.marked]
    van = gekozen(data, "van", marks, marks[1] if len(marks) > 1 else "")
    naar = gekozen(data, "naar", marks, marks[0] if marks else "")
    options = [each["value"] for each in momenten(made, ident, "nl")]
    year = str(made.marked[0].result.begrotingsjaar + 1) if made.marked else ""
    fallback = year if year in options else options[-1] if options else ""
    return van, naar, gekozen(data, "moment", options, fallback)
