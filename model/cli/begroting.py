"""`dekking import-begroting`: a published budget file read, reconciled with its own totals, and made into a dataset."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path

from model.cli.begroting_outcome import left_out, not_reconciled, outcome, reconciled
from model.cli.terminal import draw, heading, say, sentences
from model.errors import InputError, Issue, Place
from model.io.begroting.choice import Choice
from model.io.begroting.dataset_files import write_dataset
from model.io.begroting.obstacles import asked_once, blocking
from model.io.begroting.phases import FASEN, LATEST, fase_choice
from model.io.begroting.reading import Budget, read_budget
from model.io.begroting.report import tables
from model.io.begroting.sources import Selection, select
from model.io.begroting.telling import told
from model.io.begroting.units import unit_choice
from model.text import Language, Text


def begroting(*, file: Path, out: Path | None, force: bool, language: Language, **answers: object) -> int:
    """Read, print and write; return 0, or 1 where the file's own totals are not met.

    Raises `InputError` for what the file leaves open, after the report where one could be made.
    """
    choice = _choice(answers)
    budget = read_budget(file, choice)
    chosen = select(budget, choice)
    doubts = blocking(budget, choice)
    unread = [] if choice.overslaan else [doubt for doubt in doubts if doubt.code in _CELLS]
    _report(budget, chosen, doubts, shown=not unread, language=language)
    apart = reconciled(budget, choice, language) if not unread else not_reconciled(len(unread), language)
    left_out(budget, chosen, [*doubts, *(i for i in chosen.issues if i.code not in _ALWAYS)], choice, language)
    stops = (
        [] if choice.overslaan else [*asked_once(doubts), *(chosen.issues if out is not None else _undecided(chosen))]
    )
    stops += [issue for issue in chosen.issues if choice.overslaan and out is not None and issue.code in _ALWAYS]
    if out is not None and not stops and not chosen.sources:
        stops = [Issue("begroting-niets", Place(budget.file))]
    if stops:
        raise InputError(_ordered(stops))
    if out is not None:
        paths, guard = write_dataset(budget, chosen, choice, out, force=force, language=language)
        if guard.count:
            say(sentences([guard.told()], language))
        for path in paths:
            say(Text("geschreven: {path}", "written: {path}").say(language, path=path))
    return outcome(apart, budget, chosen, taken=out is not None and choice.overslaan, language=language)


# Leaving rows out does not answer these.
_ALWAYS = frozenset({"begroting-meer-standen", "begroting-tweemaal", "begroting-dubbel", "begroting-niet-gevonden"})


# With cells that were not read no total can be met, or said to be off.
_CELLS = frozenset({"begroting-cel", "begroting-getal-meerduidig"})


def _undecided(chosen: Selection) -> list[Issue]:
    """Return what must be answered even for a report: double rows, and choices that select nothing."""
    return [issue for issue in chosen.issues if issue.code in ("begroting-dubbel", "begroting-niet-gevonden")]


def _ordered(issues: Sequence[Issue]) -> list[Issue]:
    """Return issues, questions about the whole file first."""
    return sorted(issues, key=lambda issue: issue.place.row is not None)


def _choice(answers: dict[str, object]) -> Choice:
    """Return the answers given on the command line; raise `InputError` where one cannot be."""
    issues = []
    fase, year = answers.pop("fase"), answers.pop("begrotingsjaar")
    code = None if fase is None else LATEST if fase == LATEST else fase_choice(str(fase))
    if fase is not None and code is None:
        issues.append(_wrong("--fase", str(fase), ", ".join([*FASEN, LATEST])))
    if year is not None and not (str(year).isdigit() and 1900 <= int(str(year)) <= 2200):
        issues.append(_wrong("--begrotingsjaar", str(year), "1900-2200"))
    if issues:
        raise InputError(issues)
    unit = answers.pop("eenheid")
    known = {field.name for field in dataclasses.fields(Choice)}
    renamed = {"soort": "vuo", "met_ontvangsten": "ontvangsten"}
    rest = {renamed.get(name, name): value for name, value in answers.items()}
    return Choice(
        fase=code,
        begrotingsjaar=None if year is None else int(str(year)),
        eenheid=None if unit is None else unit_choice(str(unit)),
        **{name: value for name, value in rest.items() if name in known},  # type: ignore[arg-type]
    )


def _wrong(option: str, found: str, expected: str) -> Issue:
    said = Text(
        f"{option} kan niet '{found}' zijn; verwacht een van {expected}",
        f"{option} cannot be '{found}'; expected one of {expected}",
    )
    command = "dekking import-begroting"
    return Issue("gebruik", Place(command), {"found": said, "help": f"{command} --help"})


def _report(budget: Budget, chosen: Selection, doubts: Sequence[Issue], *, shown: bool, language: Language) -> None:
    say(heading(Text("Bestand {name}", "File {name}").say(language, name=budget.file)))
    say(f"sha256 {budget.digest}")
    say(sentences(told(budget, chosen, doubts), language))
    for table in tables(budget) if shown else ():
        say()
        say(draw(table, language))
    say()
