"""What was handed out: the workbook made anew from the scenario that the returned one carries, on the same dataset."""

from __future__ import annotations

import datetime
import tempfile
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from model.baseline import Baseline
from model.engine import run_plan
from model.errors import InputError, Issue, Place, shown
from model.io.dataset import read_dataset
from model.io.excel.draft import META, Draft
from model.io.excel.layout import key_of
from model.io.excel.returned.located import Located, Places
from model.io.excel.sheets import meta
from model.io.excel.workbook import workbook_of
from model.io.fingerprint import fingerprint
from model.io.scenario_file import read_scenario
from model.result import Result
from model.scenario import BASIS, Scenario, plan_of
from model.text import LANGUAGES, Language, Text

_CONSTANT = "constante"
_DIGITS = 5  # of the number of pieces that a scenario may be in
_NO_FINGERPRINT = Text("een werkmap zonder vingerafdruk", "a workbook without a fingerprint")


@dataclass(frozen=True, slots=True)
class Handed:
    """The workbook as it was handed out, what it was made from, and when."""

    file: str
    baseline: Baseline
    scenario: Scenario
    draft: Draft
    date: datetime.date | None = None

    @property
    def language(self) -> Language:
        """Return the language of the workbook."""
        return self.draft.frame.language

    def remade(self, scenario: Scenario) -> Draft:
        """Return the workbook of another scenario on the same dataset; raise `InputError` where it cannot be run."""
        return _draft(_result(self.baseline, scenario), self.language, self.draft.fingerprint, self.date)


def handed_out(file: str, places: Places, folder: Path) -> Handed:
    """Return what was handed out, on the dataset in `folder`.

    Raises `InputError` where the workbook does not say where it comes from, says so in a form of another version, was
    made from another dataset, or where the dataset is wrong.
    """
    page = places.pages.get(META)
    if page is None:
        raise InputError([Issue("terug-zonder-herkomst", Place(file))])
    form = _fact(page, meta.FORM)
    if form != meta.FORMAT:
        facts = {"found": shown(form), "expected": meta.FORMAT, "program": shown(_fact(page, meta.PROGRAM))}
        raise InputError([Issue("terug-andere-vorm", Place(file), facts)])
    baseline, mark = read_dataset(folder), fingerprint(folder)
    given = _fact(page, meta.FINGERPRINT)
    if given != mark:
        name = _fact(page, meta.DATASET)
        found = Text(*(f"{name} ({given})" for _ in LANGUAGES)) if given else _NO_FINGERPRINT
        values: dict[str, object] = {"found": found, "expected": f"{baseline.name} ({mark})"}
        raise InputError([Issue("terug-andere-dataset", Place(file), values)])
    scenario = _scenario(file, page)
    language: Language = "en" if _fact(page, meta.TAAL) == "en" else "nl"
    date = None
    with suppress(ValueError):
        date = datetime.date.fromisoformat(_fact(page, meta.DATE))
    return Handed(file, baseline, scenario, _draft(_result(baseline, scenario), language, mark, date), date)


def _draft(result: Result, language: Language, mark: str, date: datetime.date | None) -> Draft:
    return workbook_of(result, language, mark, date)


def _result(baseline: Baseline, scenario: Scenario) -> Result:
    return run_plan(plan_of(baseline, scenario), scenario)


def _fact(page: Located, *words: str) -> str:
    cell = page.cell(key_of(*words), _CONSTANT)
    if cell is None or cell.value is None:
        return ""
    return str(int(cell.value)) if isinstance(cell.value, float) and cell.value.is_integer() else str(cell.value)


def _scenario(file: str, page: Located) -> Scenario:
    """Return the scenario that stands on the hidden page; raise `InputError` where it is not whole."""
    count = _fact(page, meta.PIECES)
    numbers = range(1, int(count) + 1) if count.isdecimal() and len(count) < _DIGITS else range(0)
    pieces = [_fact(page, meta.SCENARIO_TEXT, str(number)) for number in numbers]
    text = "".join(piece.strip()[1:-1] for piece in pieces).replace("\r\n", "\n")
    if not text or meta.text_sum(text) != _fact(page, meta.SUM):
        raise InputError([Issue("terug-herkomst-beschadigd", Place(file, path=page.sheet.name))])
    scenario = read_text(text, file)
    steps = tuple(
        replace(step, place=Place(file, path=_fact(page, meta.PLACE, str(number)) or step.place.path))
        for number, step in enumerate(scenario.steps, start=1)
    )
    return replace(scenario, steps=steps)


def read_text(text: str, file: str) -> Scenario:
    """Return the scenario in a text as a file of it would be read; raise `InputError` where it is wrong.

    It may be called `basis`: so is a workbook of the dataset without measures.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{BASIS}.toml"
        path.write_bytes(text.encode())
        scenario, issues = read_scenario(path)
    wrong = [replace(issue, place=replace(issue.place, file=file)) for issue in issues if issue.code != "naam-basis"]
    if wrong:
        raise InputError(wrong)
    steps = tuple(replace(step, place=replace(step.place, file=file)) for step in scenario.steps)
    return replace(scenario, file=file, steps=steps, unread=frozenset())
