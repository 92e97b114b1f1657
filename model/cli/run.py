"""`dekking run`: the baseline and scenarios worked out, the key tables printed, the results written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from model.baseline import Baseline
from model.cli.terminal import Progress, draw, heading, paragraph, say, sentences
from model.engine import in_year, may_compile, run_plan
from model.engine import run as run_scenario
from model.errors import InputError, Issue, Place, known, shown
from model.findings import LIMITS, findings
from model.io.open import open_scenarios
from model.io.results import write_results
from model.ledger import Plan, open_plan
from model.measures.description import described
from model.overviews import grouping_table, key_tables
from model.reconciliation import provenance
from model.result import Result
from model.scenario import BASIS, Scenario
from model.side_by_side import scenarios_table
from model.tables import Prices, price_caption
from model.text import Language, Text, same
from model.words import BESLUITSTATUSSEN


def run(
    *,
    scenarios: Sequence[str],
    data: Path,
    out: Path | None,
    force: bool,
    prijzen: Prices,
    indeling: str | None,
    zonder_basis: bool,
    language: Language,
) -> int:
    """Work out and print the baseline, unless only the scenarios are asked, and the scenarios; return the exit code."""
    others = [scenario for scenario in scenarios if scenario != BASIS or Path(scenario).exists()]
    baseline, planned = open_scenarios(data, others)
    _check_grouping(baseline, indeling)
    worked_out = _worked_out(baseline, planned, language)
    results = worked_out[1:] if zonder_basis and planned else worked_out
    written = write_results(results, out, force=force) if out is not None else []
    say(paragraph(provenance(baseline, prijzen).say(language)))
    say()
    for result in results:
        say(report(result, prijzen, language, indeling))
        say()
    if len(results) > 1:
        together = [in_year(result, results[0].begrotingsjaar) for result in results]
        say(draw(scenarios_table(together, prijzen), language))
        say()
    say(sentences([LIMITS], language))
    for path in written:
        say(Text("geschreven: {path}", "written: {path}").say(language, path=path))
    return 0


_LARGE = Text(
    "Grote dataset: de rekenkern wordt gecompileerd, de eerste keer op deze machine duurt dat een halve minuut.",
    "Large dataset: the kernel is compiled, which takes half a minute the first time on this machine.",
)


def _worked_out(baseline: Baseline, planned: Sequence[tuple[Scenario, Plan]], language: Language) -> list[Result]:
    """Return the result of the baseline and of every scenario, saying which is worked on where that takes long."""
    progress = Progress(len(planned) + 1)
    if may_compile([open_plan(baseline), *(plan for _, plan in planned)]):
        progress = Progress(len(planned) + 1, patience=-1)
        progress.tell(_LARGE.say(language))
    progress.begin(baseline.name)
    results = [run_scenario(baseline)]
    for scenario, plan in planned:
        progress.begin(scenario.naam)
        results.append(run_plan(plan, scenario))
    return results


def report(result: Result, prices: Prices, language: Language, grouping: str | None = None) -> str:
    """Return everything that is printed about one result."""
    parts = [_title(result, prices, language), *_measures(result, language)]
    parts.append(sentences(findings(result, prices), language))
    tables = key_tables(result, prices)
    if grouping is not None:
        tables.append(grouping_table(result, prices, grouping))
    return "\n\n".join([*parts, *(draw(table, language) for table in tables)])


def _title(result: Result, prices: Prices, language: Language) -> str:
    scenario = result.scenario
    counts = ", ".join(BESLUITSTATUSSEN[status].say(language) for status in scenario.counts) or "–"
    lines = [heading(scenario.naam)]
    if scenario.omschrijving:
        lines.append(paragraph(scenario.omschrijving))
    facts = [
        same(f"dataset {result.plan.baseline.name}"),
        *(same(str(fact)) for fact in (scenario.datum, scenario.auteur) if fact),
        *([same(f"status: {scenario.status}")] if scenario.status else []),
        same(f"{result.years[0]}-{result.years[-1]}"),
        Text(f"begrotingsjaar {result.begrotingsjaar}", f"budget year {result.begrotingsjaar}"),
        Text(f"geld dat meetelt: {counts}", f"money that counts: {counts}"),
        price_caption(result, prices),
    ]
    lines.append(paragraph(" · ".join(fact.say(language) for fact in facts)))
    return "\n".join(lines)


def _measures(result: Result, language: Language) -> list[str]:
    """Return the measures in their order, which is part of the scenario; amounts as given."""
    if not result.scenario.steps:
        return []
    title = Text("Maatregelen, in volgorde", "Measures, in order").say(language)
    told = [described(step.measure, result.plan) for step in result.scenario.steps if step.measure is not None]
    return [f"{title}\n{sentences(told, language, numbered=True)}"]


def _check_grouping(baseline: Baseline, grouping: str | None) -> None:
    if grouping is not None and grouping not in baseline.groupings:
        found = {"found": shown(grouping), "table": "indelingen", "expected": known(baseline.groupings, grouping)}
        raise InputError([Issue("verwijzing-onbekend", Place("--indeling"), found)])
