"""Results side by side: a few figures of each; of two to four, levels, differences and the steps between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from model.bridge import Bridge, indicator_over, one_value
from model.comparison import SHOWN, Columns, bridge_caption
from model.explanation.between import between
from model.explanation.bridged import CHANGE, LEVEL, step_between
from model.factors import Floats
from model.findings import cliff
from model.indicators import INDICATORS
from model.result import Result
from model.tables import PASSING, ROUNDING, Line, Prices, Table, Unit, Years, in_prices, price_caption, shown_years
from model.text import Text, same

MARKS = "ABCD"
_UNITS: Mapping[str, tuple[Unit, Unit]] = {
    "k€": ("amount", "amount"),
    "aandeel": ("share", "points"),
    "factor": ("factor", "factor"),
    "jaren": ("years", "years"),
    "jaar": ("year", "years"),
}
HORIZON = Text("hele horizon", "whole horizon")
_PERCENT = Text("in procenten", "in percent")
_POINTS = Text("in procentpunt", "in percentage points")
_YEAR = Text("jaartal; leeg: in geen jaar", "year; empty: in no year")
_ALL_FIGURES = Text("Kerncijfers: standen", "Key figures: levels")


@dataclass(frozen=True, slots=True)
class Marked:
    """A result with the letter that it goes by in a comparison, and the words that ask of it, where it can be asked."""

    mark: str
    result: Result
    asks: tuple[str, ...] = ()

    @property
    def label(self) -> Text:
        """Return the letter and the scenario's name."""
        told = f"{self.mark} · {self.result.scenario.naam}"
        return Text(told, told)


def common_columns(results: Sequence[Result], years: Years = "begroting") -> Columns:
    """Return the years of the first one's window that all have, or else all years that all have.

    The structural level is shown where all horizons end in the same year.
    """
    shared = [year for year in results[0].years if all(year in result.years for result in results)]
    shown = [year for year in shown_years(results[0], years) if year in shared] or shared
    ends = {result.years[-1] for result in results}
    return Columns(tuple(shown), ends.pop() if len(ends) == 1 else None)


def common_basis(given: Sequence[Result], shown: Columns) -> list[Text]:
    """Return on which basis results are compared, where horizons or begrotingsjaren differ."""
    told, base, (first, last) = [], given[0].begrotingsjaar, (min(shown.years, default=0), max(shown.years, default=0))
    if len({result.begrotingsjaar for result in given}) > 1:
        years = ", ".join(str(result.begrotingsjaar) for result in given)
        told.append(
            Text(
                f"De begrotingsjaren verschillen ({years}); alles is vergeleken in prijzen van {base}.",
                f"Budget years differ ({years}); everything is compared in prices of {base}.",
            )
        )
    if len({(result.years[0], result.years[-1]) for result in given}) > 1:
        spans = ", ".join(f"{result.years[0]}-{result.years[-1]}" for result in given)
        told.append(
            Text(
                f"De horizons verschillen ({spans}); vergeleken zijn de jaren {first} tot en met {last}"
                f"{'' if shown.last else ', zonder structurele stand'}.",
                f"Horizons differ ({spans}); compared are the years {first} to {last}"
                f"{'' if shown.last else ', without a structural level'}.",
            )
        )
    return told


def indicator_levels(marked: Sequence[Marked], ident: str, prices: Prices, shown: Columns) -> Table:
    """Return one indicator of each result; levels only."""
    naam = INDICATORS[ident].naam
    lines = [_line(each.label, ident, each, prices, shown) for each in marked]
    title = Text(f"{naam.nl}: standen", f"{naam.en}: levels")
    return Table(title, _caption(ident, marked, prices), _heads(ident, shown), tuple(lines))


def indicator_differences(marked: Sequence[Marked], ident: str, prices: Prices, shown: Columns) -> Table:
    """Return one indicator of each result less that of the first; differences only."""
    naam, first = INDICATORS[ident].naam, marked[0]
    lines = [_difference(_less(each, first), ident, each, first, prices, shown) for each in marked[1:]]
    title = Text(f"{naam.nl}: verschil met {first.mark}", f"{naam.en}: difference with {first.mark}")
    return Table(title, _caption(ident, marked, prices, change=True), _heads(ident, shown), tuple(lines))


def all_levels(marked: Sequence[Marked], prices: Prices, shown: Columns) -> Table:
    """Return the key figures of each result, grouped by figure; levels only."""
    lines = [
        line
        for ident in SHOWN
        for line in (
            _head(INDICATORS[ident].naam, shown),
            *(_line(each.label, ident, each, prices, shown) for each in marked),
        )
    ]
    return Table(_ALL_FIGURES, price_caption(marked[0].result, prices), shown.heads, tuple(lines))


def all_differences(marked: Sequence[Marked], prices: Prices, shown: Columns) -> Table:
    """Return the key figures of each result less those of the first; differences only."""
    first, lines = marked[0], list[Line]()
    for ident in SHOWN:
        naam, share = INDICATORS[ident].naam, INDICATORS[ident].unit == "aandeel"
        told = Text(f"{naam.nl} (procentpunt)", f"{naam.en} (percentage points)") if share else naam
        lines.append(_head(told, shown))
        lines += [_difference(_less(each, first), ident, each, first, prices, shown) for each in marked[1:]]
    title = Text(f"Kerncijfers: verschil met {first.mark}", f"Key figures: difference with {first.mark}")
    return Table(title, price_caption(first.result, prices), shown.heads, tuple(lines))


def _less(each: Marked, first: Marked) -> Text:
    told = f"{each.mark} · {each.result.scenario.naam}"
    return Text(f"{told} min {first.mark}", f"{told} less {first.mark}")


def _head(label: Text, shown: Columns) -> Line:
    return Line(label, np.full(len(shown.picked), np.nan), "head", "amount")


def _line(label: Text, ident: str, each: Marked, prices: Prices, shown: Columns) -> Line:
    unit, _ = _UNITS[INDICATORS[ident].unit]
    values = _lasting(ident, _values(ident, each, prices, shown), shown)
    return Line(label, values, unit=unit, about=_asked(each.asks, ident))


def _difference(label: Text, ident: str, each: Marked, first: Marked, prices: Prices, shown: Columns) -> Line:
    change = _values(ident, each, prices, shown) - _values(ident, first, prices, shown)
    about = _asked(between(each.asks, first.asks), ident)
    return Line(label, _lasting(ident, change, shown), unit=_UNITS[INDICATORS[ident].unit][1], about=about)


def _asked(asks: tuple[str, ...], ident: str) -> tuple[str, ...]:
    return (*asks, "kerncijfer", ident, "") if asks else ()


def _values(ident: str, each: Marked, prices: Prices, shown: Columns) -> Floats:
    if ident == "eerste_tekortjaar":
        return np.array([each.result.years[0] + float(each.result.indicator(ident))])
    return indicator_over(each.result, ident, shown.picked, prices)


def _lasting(ident: str, values: Floats, shown: Columns) -> Floats:
    """Return values without a structural level where the figure is of one year only."""
    return np.append(values[:-1], np.nan) if ident in PASSING and shown.last is not None else values


def _heads(ident: str, shown: Columns) -> tuple[Text, ...]:
    return (HORIZON,) if one_value(ident) else shown.heads


def _caption(ident: str, marked: Sequence[Marked], prices: Prices, *, change: bool = False) -> Text:
    unit = INDICATORS[ident].unit
    if unit == "aandeel":
        return _POINTS if change else _PERCENT
    if unit == "jaar":
        return Text("in jaren", "in years") if change else _YEAR
    return bridge_caption(ident, marked[0].result, prices)


def steps_table(made: Bridge, ends: tuple[Marked, Marked], prices: Prices, column: int, when: Text) -> Table:
    """Return a bridge in one year: each step's change in a column, the level after it in another."""
    indicator, (a, b) = INDICATORS[made.kerncijfer], ends
    units = _UNITS[indicator.unit][::-1]
    running, lines = float(made.start[column]), [_stand(a, made, float(made.start[column]), units)]
    for number, effect in enumerate(made.effects, start=1):
        running += float(effect.values[column])
        values = np.array([float(effect.values[column]), running])
        abouts = _steps_asked(a.asks, b.asks, made.kerncijfer, number)
        lines.append(Line(effect.label, values, unit=units[1], units=units, abouts=abouts))
    lines.append(_stand(b, made, float(made.end[column]), units))
    title = Text(
        f"Van {a.mark} naar {b.mark}: {indicator.naam.nl.lower()}, {when.nl}",
        f"From {a.mark} to {b.mark}: {indicator.naam.en.lower()}, {when.en}",
    )
    heads = (Text("mutatie", "change"), Text("stand", "level"))
    notes = () if _exact(lines) else (ROUNDING,)
    return Table(title, bridge_caption(made.kerncijfer, b.result, prices), heads, tuple(lines), notes)


def _stand(each: Marked, made: Bridge, level: float, units: tuple[Unit, Unit]) -> Line:
    abouts = ((), _asked(each.asks, made.kerncijfer))
    return Line(each.label, np.array([np.nan, level]), "sum", units[1], units, abouts=abouts)


def _steps_asked(van: tuple[str, ...], naar: tuple[str, ...], ident: str, number: int) -> tuple[tuple[str, ...], ...]:
    """Return how to ask for the change of a step, and for the level after it."""
    return tuple(
        (*step_between(van, naar, ident), str(number), part) if van and naar else () for part in (CHANGE, LEVEL)
    )


def _exact(lines: Sequence[Line]) -> bool:
    """Return whether changes as printed add up to the levels as printed."""
    if lines[0].unit != "amount":
        return True
    levels, changes = ([float(np.round(line.values[at])) for line in lines] for at in (1, 0))
    return levels[0] + sum(changes[1:-1]) == levels[-1]


_SCENARIO_COLUMNS: tuple[tuple[Text, Unit], ...] = (
    (Text("eerste tekort", "first shortfall"), "year"),
    (Text("tekort t", "shortfall t"), "amount"),
    (Text("tekort struct.", "shortfall struct."), "amount"),
    (Text("grootste terugval", "largest rise"), "amount"),
    (Text("in jaar", "in year"), "year"),
    (Text("afgrond in", "cliff in"), "year"),
    (Text("saldo struct.", "structural balance"), "amount"),
    (Text("eigen middelen t", "own resources t"), "amount"),
    (Text("achterstand einde", "backlog at end"), "amount"),
    (Text("contante waarde tekort", "present value shortfall"), "amount"),
)


def scenarios_table(results: Sequence[Result], prices: Prices, names: Sequence[str] = ()) -> Table:
    """Return the results one below the other in a few figures; `names` stand for those of the scenarios."""
    units = tuple(unit for _, unit in _SCENARIO_COLUMNS)
    labels = names or [result.scenario.naam for result in results]
    pairs = zip(labels, results, strict=True)
    lines = tuple(Line(same(label), _figures(result, prices), units=units) for label, result in pairs)
    notes = (
        Text(
            "t: het begrotingsjaar van het scenario; struct.: stand van het laatste jaar van de horizon; afgrond: het"
            " jaar waarin het meeste geld wegvalt terwijl het tekort stijgt. De contante waarde is in prijzen van het"
            " eerste jaar.",
            "t: the scenario's budget year; struct.: level of the horizon's last year; cliff: the year in which most"
            " money ends while the shortfall rises. The present value is in prices of the first year.",
        ),
    )
    title = Text("Scenario's naast elkaar", "Scenarios side by side")
    columns = tuple(head for head, _ in _SCENARIO_COLUMNS)
    return Table(title, price_caption(results[0], prices), columns, lines, notes)


def _figures(result: Result, prices: Prices) -> Floats:
    at = result.begrotingsjaar - result.years[0]
    inside = 0 <= at < len(result.years)
    tekort, terugval = (in_prices(result, ident, prices) for ident in ("tekort", "grootste_terugval"))
    rise, edge = int(np.nanargmax(terugval)), cliff(result, prices)
    return np.array(
        [
            result.years[0] + float(result.indicator("eerste_tekortjaar")),
            tekort[at] if inside else np.nan,
            tekort[-1],
            terugval[rise],
            result.years[rise] if terugval[rise] >= 0.5 else np.nan,
            np.nan if edge is None else edge.year,
            in_prices(result, "saldo_structurele_dekking", prices)[-1],
            in_prices(result, "eigen_middelen", prices)[at] if inside else np.nan,
            float(in_prices(result, "achterstand_einde", prices)),
            float(result.indicator("contante_waarde_tekort")),
        ]
    )
