"""Which years figures show: the year of each column, and what is said of the years that have none."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from model.result import Result
from model.tables import Years, shown_years
from model.text import LANGUAGES, Text, joined

_NIET = Text("Niet getoond: {jaren}.", "Not shown: {jaren}.")
HOE = Text("Kies bij Jaren ‘alle’ om die te zien.", "Choose ‘all’ under Years to see these.")


def kolomjaren(result: Result, jaren: Years) -> tuple[int, ...]:
    """Return the year of each column of a table over the years; the last is that of the structural level."""
    return (*shown_years(result, jaren), result.years[-1])


def niet_getoond(horizon: Sequence[int], getoond: Collection[int]) -> tuple[Text, ...]:
    """Return which years of a horizon are not shown; nothing where all are."""
    stretches: list[list[int]] = []
    for year in sorted(set(horizon) - set(getoond)):
        if stretches and stretches[-1][-1] == year - 1:
            stretches[-1].append(year)
        else:
            stretches.append([year])
    told = [str(years[0]) if len(years) == 1 else f"{years[0]}-{years[-1]}" for years in stretches]
    return (Text(*(_NIET.say(taal, jaren=joined(told, taal)) for taal in LANGUAGES)),) if told else ()
