"""The steps from one scenario to another, as the page Vergelijken shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dash_app.context import Context
from dash_app.eenheden import stand, verschil, verschilt
from dash_app.keuze import gekozen
from dash_app.vergelijking import Vergelijking
from model.bridge import WITHOUT_BRIDGE, one_value
from model.side_by_side import HORIZON, Marked, indicator_differences, steps_table
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
    if not verschilt(largest, 0):
        return Text(
            f"{start[0]}: geen enkele stap maakt hier verschil.", f"{start[1]}: no step makes a difference here."
        )
    told = [f"{largest.label.say(taal)} ({verschil(largest, 0, taal)})" for taal in LANGUAGES]
    return Text(f"{start[0]}; de grootste stap is {told[0]}.", f"{start[1]}; the largest step is {told[1]}.")


def momenten(made: Vergelijking, ident: str, taal: Language) -> list[dict[str, str]]:
    """Return the years that a bridge can be asked for."""
    if one_value(ident):
        return [{"value": "horizon", "label": HORIZON.say(taal)}]
    years = [{"value": str(year), "label": str(year)} for year in made.jaren]
    return years if made.columns.last is None else [*years, {"value": "structureel", "label": STRUCTUREEL.say(taal)}]


def brugkeuze(data: Mapping[str, Any], made: Vergelijking, ident: str, prices: Prices) -> tuple[str, str, str]:
    """Return between which two, and for which year, the steps are shown.

    Unless chosen otherwise they lead from the first one to the one added last, in a year in which the two differ.
    """
    marks = [each.mark for each in made.marked]
    chosen = gekozen(data, "naar", marks, "")
    van = gekozen(data, "van", marks, next((mark for mark in marks if mark != chosen), ""))
    naar = chosen or next((mark for mark in reversed(marks) if mark != van), "")
    options = [each["value"] for each in momenten(made, ident, "nl")]
    ends = [each for mark in (van, naar) for each in made.marked if each.mark == mark]
    fallback = _moment(ends, made, ident, prices) if len(ends) == len("AB") else ""
    return (
        van,
        naar,
        gekozen(data, "moment", options, fallback if fallback in options else next(iter(options[-1:]), "")),
    )


def _moment(ends: Sequence[Marked], made: Vergelijking, ident: str, prices: Prices) -> str:
    """Return the first year in which two differ, from the one after the begrotingsjaar on; else that year itself."""
    if one_value(ident):
        return "horizon"
    (change,) = indicator_differences(ends, ident, prices, made.columns).lines
    years, after = made.columns.years, made.marked[0].result.begrotingsjaar + 1
    differ = [year for column, year in enumerate(years) if verschilt(change, column)]
    return str(min(differ, key=lambda year: (year < after, year), default=after))
