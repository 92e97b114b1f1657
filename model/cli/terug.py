"""`dekking import`: what was changed in a returned workbook, as a scenario."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from model.cli.hints import hinted
from model.cli.terminal import sentences
from model.errors import InputError, figure
from model.io.excel.returned.changes import Change
from model.io.excel.returned.imported import Imported, imported
from model.io.results import refuse_existing
from model.io.scenario_text import write_toml
from model.text import Language, Text

_NOTHING = Text(
    "Er is niets gewijzigd: dit is het scenario zoals het is geëxporteerd.",
    "Nothing was changed: this is the scenario as it was exported.",
)
_CHANGED = Text("Gewijzigd in {file}:", "Changed in {file}:")
_HEADS = (
    Text("cel", "cell"),
    Text("wat", "what"),
    Text("kolom", "column"),
    Text("was", "was"),
    Text("is nu", "is now"),
)
_FOUND = Text("Bevindingen:", "Findings:")
_REFUSED = Text(
    "Van deze werkmap is geen scenario gemaakt; herstel wat hieronder staat.",
    "No scenario was made of this workbook; mend what is listed below.",
)
_WRITTEN = Text("geschreven: {path}", "written: {path}")
_FEW = 10
_ONE_MORE = Text("en nog 1 bevinding", "and 1 more finding")
_MORE = Text("en nog {count} bevindingen", "and {count} more findings")
_WIDEST = 60
_CONSTANTS = ("constante", "waarde", "value")


def terug(*, workbook: Path, data: Path, out: Path | None, force: bool, eenheid_klopt: bool, language: Language) -> int:
    """Print what was changed and found and write the scenario; without `out` the scenario itself is what is printed.

    Raises `InputError` where the workbook is refused.
    """
    if out is not None:
        refuse_existing([out], force=force)
    result = imported(workbook, data, confirmed=eenheid_klopt)
    stream = sys.stdout if out is not None and not result.findings.refused else sys.stderr
    stream.write(told(result, language))
    if result.findings.refused:
        stream.write(_REFUSED.say(language) + "\n")
        raise InputError(result.findings.refused)
    if out is None:
        sys.stdout.write(result.text)
    else:
        write_toml(result.text, out, force=force)
        sys.stdout.write(_WRITTEN.say(language, path=out) + "\n")
    return 0


def told(result: Imported, language: Language) -> str:
    """Return the changes as a table, and what should be known beside them."""
    parts = []
    if result.changes:
        parts.append(_CHANGED.say(language, file=result.findings.file) + "\n" + _table(result.changes, language))
    elif not result.findings.refused:
        parts.append(_NOTHING.say(language))
    if result.findings.noticed:
        parts.append(_FOUND.say(language) + "\n" + sentences(_noticed(result), language))
    return "".join(part + "\n\n" for part in parts)


def _noticed(result: Imported) -> list[Text]:
    """Return what should be known; of a workbook that is refused the first, for then the refusals matter."""
    found = result.findings.noticed
    few = found[:_FEW] if result.findings.refused else found
    more = len(found) - len(few)
    rest = [_ONE_MORE if more == 1 else Text(*(words.format(count=more) for words in _MORE))] if more else []
    return [*map(hinted, few), *rest]


def _table(changes: Sequence[Change], language: Language) -> str:
    rows = [[head.say(language) for head in _HEADS], *(_row(change, language) for change in changes)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADS))]
    return "\n".join("  ".join(_padded(row, widths)).rstrip() for row in rows)


def _padded(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    first, numbers = 3, zip(row[3:], widths[3:], strict=True)
    words = [cell.ljust(width) for cell, width in zip(row[:first], widths[:first], strict=True)]
    return [*words, *(cell.rjust(width) for cell, width in numbers)]


def _row(change: Change, language: Language) -> list[str]:
    column = "" if change.column in _CONSTANTS else str(change.column)
    cell = change.said.partition(" · ")[0]
    was, now = (_shown(value, language, year="begrotingsjaar" in change.key) for value in (change.old, change.new))
    label = change.label if len(change.label) <= _WIDEST else f"{change.label[: _WIDEST - 1]}…"
    return [cell, label, column, was, now]


def _shown(value: object, language: Language, *, year: bool) -> str:
    if year and isinstance(value, int | float):
        return f"{value:.0f}"
    return figure(value, 9).say(language) if isinstance(value, int | float) else str(value or "")
