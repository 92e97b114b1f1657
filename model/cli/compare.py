"""`dekking compare`: inputs that differ, results side by side, the bridge from A to B, and a mutatietabel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from model.bridge import WITHOUT_BRIDGE, Bridge, Case, bridge
from model.cli.terminal import draw, heading, say, sentences
from model.comparison import (
    Columns,
    bridge_table,
    changes_table,
    differences_table,
    levels_table,
    series_table,
    shared_columns,
)
from model.differences import input_differences
from model.engine import in_year, run_plan
from model.errors import InputError, Issue, Place, known, shown
from model.findings import findings
from model.indicators import INDICATORS
from model.io.open import open_scenarios
from model.io.results import refuse_existing, write_csv
from model.kinds import WrongValue
from model.ledger import open_plan
from model.quantities import Year
from model.result import Result
from model.side_by_side import scenarios_table
from model.tables import Prices, Table, price_caption
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
    _check_years(first, second)
    columns = _columns(first, second, jaar)
    if out is not None:
        refuse_existing([out], force=force)
    say(_opening(first, second, prijzen, language))
    # From here in prices of one year: a difference in price level is no difference in money.
    first = in_year(first, second.begrotingsjaar)
    cases = _case(first, second.begrotingsjaar), _case(second, second.begrotingsjaar)
    tables = _side_by_side(first, second, prijzen)
    tables.append(bridge_table(bridge(*cases, kerncijfer, prijzen), second, prijzen, columns))
    if data_b is not None:
        tables.append(_changes(first, second))
    for table in tables:
        if table.lines:
            say(f"\n{draw(table, language)}")
    if out is not None:
        wanted = columns.years if jaar else None
        write_csv(out, _COLUMNS, _rows(bridge(*cases, kerncijfer), wanted, language))
        say("\n" + Text("geschreven: {path}", "written: {path}").say(language, path=out))
    return 0


def _case(result: Result, begrotingsjaar: int) -> Case:
    return Case(result.plan.baseline, replace(result.scenario, begrotingsjaar=begrotingsjaar))


def _side_by_side(a: Result, b: Result, prices: Prices) -> list[Table]:
    shown = shared_columns(a, b)
    return [
        series_table(a.plan, b.plan, shown),
        scenarios_table([a, b], prices, _names(a, b)),
        levels_table(a, b, prices, shown),
        differences_table(a, b, prices, shown),
    ]


def _changes(a: Result, b: Result) -> Table:
    """Return the mutatietabel of two datasets, both without measures and over the years of B."""
    before, after = (open_plan(result.plan.baseline, (b.years[0], b.years[-1])) for result in (a, b))
    return changes_table(before, after, shared_columns(a, b))


def _opening(a: Result, b: Result, prices: Prices, language: Language) -> str:
    title = Text("Invoer die verschilt", "Inputs that differ").say(language)
    parts = [heading(f"A: {a.scenario.naam} → B: {b.scenario.naam}")]
    parts.append(f"{title}\n{sentences(input_differences(a, b), language)}")
    for result, mark in ((a, "A"), (b, "B")):
        basis = price_caption(result, prices).say(language)
        told = sentences(findings(result, prices), language)
        parts.append(f"{mark} · {result.scenario.naam} ({basis})\n{told}")
    return "\n\n".join(parts)


def _names(a: Result, b: Result) -> list[str]:
    two = a.plan.baseline.name != b.plan.baseline.name
    return [
        f"{mark} · {result.scenario.naam}" + (f" ({result.plan.baseline.name})" if two else "")
        for mark, result in (("A", a), ("B", b))
    ]


def _results(a: str, b: str, data: Path, data_b: Path | None) -> tuple[Result, Result]:
    """Return both results; all that is wrong with either is raised at once."""
    if data_b is None:
        _, opened = open_scenarios(data, [a, b], one_name_each=False)
    else:
        opened, issues = [], []
        for folder, file in ((data, a), (data_b, b)):
            try:
                opened += open_scenarios(folder, [file], one_name_each=False)[1]
            except InputError as error:
                issues += [_in_folder(issue, folder) for issue in error.issues]
        if issues:
            raise InputError(issues)
    first, second = (run_plan(plan, scenario) for scenario, plan in opened)
    return first, second


def _in_folder(issue: Issue, folder: Path) -> Issue:
    """Return an issue whose place says in which of two datasets it stands."""
    if not issue.place.file.endswith(".csv"):
        return issue
    return replace(issue, place=replace(issue.place, file=str(folder / issue.place.file)))


def _check_indicator(ident: str) -> None:
    bridged = [name for name in INDICATORS if name not in WITHOUT_BRIDGE]
    if ident not in bridged:
        hint = known(bridged, ident, limit=len(bridged))
        expected = Text(
            f"een kerncijfer dat maatregelen kunnen optellen; {hint.nl}",
            f"an indicator that measures add to; {hint.en}",
        )
        raise InputError([Issue("waarde-fout", Place("--kerncijfer"), {"found": shown(ident), "expected": expected})])


def _check_years(first: Result, second: Result) -> None:
    if not set(first.years) & set(second.years):
        spans = [f"{mark} {r.years[0]}-{r.years[-1]}" for mark, r in (("A", first), ("B", second))]
        found = Text(" en ".join(spans), " and ".join(spans))
        expected = Text("horizons met ten minste één gezamenlijk jaar", "horizons with at least one year in common")
        raise InputError([Issue("een-van", Place("horizon"), {"found": found, "expected": expected})])


def _columns(first: Result, second: Result, jaar: str | None) -> Columns:
    if jaar is None:
        return shared_columns(first, second)
    place, both = Place("--jaar"), [year for year in first.years if year in second.years]
    try:
        year = Year().read(jaar)
    except WrongValue as wrong:
        raise InputError([Issue("waarde-fout", place, {"found": shown(jaar), "expected": wrong.expected})]) from None
    if year not in both:
        bounds = {"found": year, "first": both[0] if both else "–", "last": both[-1] if both else "–"}
        raise InputError([Issue("jaar-buiten-horizon", place, bounds)])
    return Columns((int(year),))


def _rows(made: Bridge, wanted: Sequence[int] | None, language: Language) -> Iterator[tuple[object, ...]]:
    steps = [("begin", Text("A", "A"), made.start)]
    steps += [("stap", effect.label, effect.values) for effect in made.effects]
    steps.append(("eind", Text("B", "B"), made.end))
    for number, (soort, label, values) in enumerate(steps):
        for year, value in zip(made.years or (None,), values.tolist(), strict=True):
            if wanted is None or year is None or year in wanted:
                yield made.kerncijfer, number, soort, label.say(language), year, value
