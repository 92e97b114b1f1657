"""`dekking export`: a scenario as a workbook with live formulas."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from model.cli.terminal import Progress, say
from model.engine import run_plan
from model.errors import InputError, Issue, Place, shown
from model.io.excel.export import write_file
from model.io.excel.workbook import manuscript_of, workbook_of
from model.io.fingerprint import fingerprint
from model.io.open import open_scenarios
from model.io.results import refuse_existing
from model.scenario import BASIS
from model.text import Language, Text, number

SUFFIX = ".xlsx"
_BASELINE = "Basis"

_WRITTEN = Text(
    "geschreven: {path} ({pages} bladen, {formulas} formules)", "written: {path} ({pages} sheets, {formulas} formulas)"
)


def export(*, scenario: str, file: Path, data: Path, force: bool, language: Language) -> int:
    """Write the scenario as a workbook; return the exit code."""
    if file.suffix.lower() != SUFFIX:
        raise InputError([Issue("geen-xlsx-naam", Place(str(file)), {"found": shown(file.suffix or file.name)})])
    refuse_existing([file], force=force)
    _, [(opened, plan)] = open_scenarios(data, [scenario], one_name_each=False)
    named = replace(opened, naam=_BASELINE) if opened.naam == BASIS else opened  # no file may bear that name
    draft = workbook_of(run_plan(plan, named), language, fingerprint(data))
    progress = Progress(len(draft.pages))
    write_file(manuscript_of(draft), file, progress.begin)
    pages = [page for page in draft.pages.values() if not page.hidden]
    count = sum(page.formulas for page in pages)
    say(_WRITTEN.say(language, path=file, pages=len(pages), formulas=number(count, language)))
    return 0
