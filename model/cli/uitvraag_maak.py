"""`dekking uitvraag maak`: the workbooks in which departments give their return."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from model.cli.terminal import Progress, say
from model.errors import InputError, Issue, Place, known, shown
from model.io.excel.export import write_file
from model.io.results import refuse_existing
from model.io.returns.round_reader import read_ronde
from model.io.returns.workbook import FICTION, SUFFIX, file_name, form_of, manuscript_of
from model.returns.ronde import Ronde
from model.text import Language, Text, number

_WRITTEN = Text(
    "geschreven: {path} ({posts} posten, {rows} rijen, {cells} cellen)",
    "written: {path} ({posts} posts, {rows} rows, {cells} cells)",
)


def uitvraag_maak(*, ronde: Path, departement: Sequence[str], out: Path, force: bool, language: Language) -> int:
    """Write the workbooks of departments, or where none is named of all; return the exit code."""
    found = read_ronde(ronde)
    paths = _paths(found, departement, out)
    refuse_existing(paths.values(), force=force)
    for notice in found.notices:
        say(notice.say(language))
    progress = Progress(len(paths))
    for ident, path in paths.items():
        progress.begin(found.departementen[ident].naam)
        form = form_of(found, ident, language)
        write_file(manuscript_of(form), path)
        posts, rows = len(form.opgave.posten), len(form.opgave.regels)
        counts = {"posts": posts, "rows": rows, "cells": form.cells}
        say(_WRITTEN.say(language, path=path, **{name: number(count, language) for name, count in counts.items()}))
    return 0


def _paths(ronde: Ronde, named: Sequence[str], out: Path) -> dict[str, Path]:
    """Return the file of each workbook by department."""
    one = out.suffix.lower() == SUFFIX
    if strange := [ident for ident in dict.fromkeys(named) if ident not in ronde.departementen]:
        raise InputError([_unknown(ident, ronde) for ident in strange])
    wanted = list(dict.fromkeys(named or ronde.departementen))
    if one and len(wanted) > 1:
        raise InputError([Issue("uitvraag-een-bestand", Place(str(out)), {"found": len(wanted)})])
    if one and ronde.fictief and FICTION not in out.name.upper():
        raise InputError([Issue("uitvraag-naam-zonder-fictief", Place(str(out)), {"found": shown(out.name)})])
    return {ident: out if one else out / file_name(ronde, ident) for ident in wanted}


def _unknown(ident: str, ronde: Ronde) -> Issue:
    values = {"found": shown(ident), "expected": known(ronde.departementen, ident)}
    return Issue("uitvraag-departement-onbekend", Place("--departement"), values)
