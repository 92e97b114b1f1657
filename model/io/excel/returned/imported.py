"""A returned workbook as a scenario that gives its result, or everything that keeps it from being one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from model.errors import InputError, figure
from model.io.excel.draft import INVOER
from model.io.excel.own import read_own
from model.io.excel.returned.additions import report_additions
from model.io.excel.returned.changes import Change, Findings
from model.io.excel.returned.comparison import Comparison
from model.io.excel.returned.contents import changes_in
from model.io.excel.returned.handed import Handed, handed_out, read_text
from model.io.excel.returned.located import located
from model.io.excel.returned.measures import scenario_with
from model.io.excel.returned.proof import prove
from model.io.excel.returned.remarks import report_remarks
from model.io.excel.returned.stored import PRICES, report_stored
from model.io.excel.returned.typed import evaluated
from model.io.excel.returned.units import report_units
from model.io.excel.sheets.meta import explicit
from model.io.scenario_text import scenario_text
from model.ledger import Plan
from model.schema import SHARE_TOLERANCE
from model.text import Language, Text

_NAME = Text("{naam} (werkmap {file})", "{naam} (workbook {file})")


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a returned workbook: the inputs that changed, what was found, and the scenario as a file's text.

    The text is empty where the workbook is refused.
    """

    changes: tuple[Change, ...]
    findings: Findings
    text: str
    language: Language


def imported(path: Path, folder: Path, *, confirmed: bool = False) -> Imported:
    """Return what came of the workbook at `path`, which was made from the dataset in `folder`.

    `confirmed` says that amounts are in the unit of their column although they do not seem so. Raises `InputError`
    where the file cannot be read, was not made by us or from another dataset.
    """
    book = read_own(path, comments=True)
    places = located(book)
    handed = handed_out(book.file, places, folder)
    findings = Findings(book.file)
    comparison = Comparison(handed.draft, places, findings)
    comparison.run()
    report_additions(comparison)
    report_remarks(comparison)
    changes = _changes(path, comparison, findings, confirmed=confirmed)
    text = "" if findings.refused else _text(handed, comparison, changes, findings)
    return Imported(tuple(changes), findings, "" if findings.refused else text, handed.language)


def _changes(path: Path, comparison: Comparison, findings: Findings, *, confirmed: bool) -> list[Change]:
    plan = comparison.draft.plan
    opened = evaluated(path, comparison.opened, findings)
    found = changes_in(opened, plan.keys, findings)
    changes = [change for change in found if change.key[:2] != PRICES]
    for change in found:
        if change.key[:2] == PRICES:
            findings.notice("terug-prijzen", change.said, found=change.new)
    report_units(changes, comparison.expected.pages[INVOER], findings, confirmed=confirmed)
    _check_shares(plan, changes, findings)
    return changes


def _check_shares(plan: Plan, changes: Sequence[Change], findings: Findings) -> None:
    """Refuse keys whose shares no longer add up to 1."""
    by_key: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        if change.key[0] == "aandeel":
            by_key[change.key[1]].append(change)
    for key, found in by_key.items():
        shares = dict(plan.keys[key]) | {change.key[3]: float(change.new) for change in found}
        if abs(sum(shares.values()) - 1) > SHARE_TOLERANCE:
            findings.refuse("terug-aandelen", found[0].said, key=key, found=figure(sum(shares.values()), 12))


def _text(handed: Handed, comparison: Comparison, changes: Sequence[Change], findings: Findings) -> str:
    """Return the scenario with the changes as a file's text, once that has been read and proven."""
    scenario = explicit(handed.draft)
    if changes:
        naam = _NAME.say(handed.language, naam=scenario.naam, file=handed.file)
        scenario = replace(scenario_with(handed, scenario, changes, findings), naam=naam)
    text = scenario_text(scenario)
    try:
        draft = handed.remade(read_text(text, handed.file))
    except InputError as error:
        findings.refused.extend(error.issues)
        return ""
    if not findings.refused:
        prove(draft, comparison, changes, findings)
    if not findings.refused:
        report_stored(draft, comparison, findings, changed=bool(changes))
    return text
