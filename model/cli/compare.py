"""`dekking compare`: inputs that differ, results side by side, the bridge from A to B, and a mutatietabel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from model.bridge import Bridge, Case, bridge
from model.cli.terminal import draw, heading, say, sentences
from model.comparison import (
    bridge_table,
    changes_table,
    differences_table,
    input_differences,
    levels_table,
    series_table,
    shared_years,
)
from model.engine import run_plan
from model.errors import InputError, Issue, Place, known, shown
from model.findings import findings
from model.indicators import INDICATORS
from model.io.open import open_scenarios
from model.io.results import refuse_existing, write_csv
from model.kinds import WrongValue, Year
from model.overviews import scenarios_table
from model.result import Result
from model.tables import Prices, window
from model.text import Language, Text

_COLUMNS = ("kerncijfer", "stap", "soort", "omschrijving", "jaar", "waarde")


def compare(
    *,
    a: str,
    b: str,
    data: Path,
    data_b: Path | None,
    kerncijfer: str,
    jaar: str | None,
    out: Path | None,
    force: bool,
    prijzen: Prices,
    language: Language,
) -> int:
    """Compare and print; return the exit code."""
    first, second = _results(a, b, data, data_b)
    _check_indicator(kerncijfer)
    years = _years(first, second, jaar)
    if out is not None:
        refuse_existing([out], force=force)
    say(heading(f"A: {first.scenario.naam} → B: {second.scenario.naam}"))
    say()
    say(Text("Invoer die verschilt", "Inputs that differ").say(language))
    say(sentences(input_differences(first, second), language))
    for result, mark in ((first, "A"), (second, "B")):
        say(f"\n{mark} · {result.scenario.naam}\n{sentences(findings(result, prijzen), language)}")
    case_a, case_b = (Case(result.plan.baseline, result.scenario) for result in (first, second))
    tables = [
        series_table(first.plan, second.plan, shared_years(first, second)),
        scenarios_table([first, second], prijzen),
        levels_table(first, second, prijzen),
        differences_table(first, second, prijzen),
        bridge_table(bridge(case_a, case_b, kerncijfer, prijzen), years, window(second, prijzen).caption),
    ]
    if data_b is not None:
        tables.append(changes_table(first.plan.baseline, second.plan.baseline, shared_years(first, second)))
    for table in tables:
        if table.lines:
            say(f"\n{draw(table, language)}")
    if out is not None:
        write_csv(out, _COLUMNS, _rows(bridge(case_a, case_b, kerncijfer), years if jaar else None, language))
        say("\n" + Text("geschreven: {path}", "written: {path}").say(language, path=out))
    return 0


def _results(a: str, b: str, data: Path, data_b: Path | None) -> tuple[Result, Result]:
    if data_b is None:
        _, ((scenario_a, plan_a), (scenario_b, plan_b)) = open_scenarios(data, [a, b], one_name_each=False)
    else:
        _, [(scenario_a, plan_a)] = open_scenarios(data, [a])
        _, [(scenario_b, plan_b)] = open_scenarios(data_b, [b])
    return run_plan(plan_a, scenario_a), run_plan(plan_b, scenario_b)


def _check_indicator(ident: str) -> None:
    if ident not in INDICATORS:
        table = Text("de lijst van kerncijfers", "the list of indicators")
        found = {"found": shown(ident), "table": table, "expected": known(INDICATORS, ident, limit=len(INDICATORS))}
        raise InputError([Issue("verwijzing-onbekend", Place("--kerncijfer"), found)])


def _years(first: Result, second: Result, jaar: str | None) -> list[int]:
    if jaar is None:
        return shared_years(first, second)
    place, both = Place("--jaar"), [year for year in first.years if year in second.years]
    try:
        year = Year().read(jaar)
    except WrongValue as wrong:
        raise InputError([Issue("waarde-fout", place, {"found": shown(jaar), "expected": wrong.expected})]) from None
    if year not in both:
        bounds = {"found": year, "first": both[0] if both else "–", "last": both[-1] if both else "–"}
        raise InputError([Issue("jaar-buiten-horizon", place, bounds)])
    return [year]


def _rows(made: Bridge, wanted: Sequence[int] | None, language: Language) -> Iterator[tuple[object, ...]]:
    steps = [("begin", Text("A", "A"), made.start)]
    steps += [("stap", effect.label, effect.values) for effect in made.effects]
    steps.append(("eind", Text("B", "B"), made.end))
    for number, (soort, label, values) in enumerate(steps):
        for year, value in zip(made.years or (None,), values.tolist(), strict=True):
            if wanted is None or year is None or year in wanted:
                yield made.kerncijfer, number, soort, label.say(language), year, value
