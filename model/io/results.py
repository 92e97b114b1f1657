"""Write results as CSV, with as many digits as it takes to read the same doubles back. Source: contract, section 3."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from model.errors import InputError, Issue, Place
from model.io.text_files import exists, reason
from model.result import RESULT_FILES, Result

PART = ".deel"


def write_results(results: Sequence[Result], folder: Path, *, force: bool = False) -> list[Path]:
    """Write every result file, all scenarios in one file each; return the paths.

    Raises `InputError` where a file exists already and not `force`, or the folder cannot be written.
    """
    paths = [folder / name for name in RESULT_FILES]
    refuse_existing(paths, force=force)
    for path, (header, rows_of) in zip(paths, RESULT_FILES.values(), strict=True):
        write_csv(path, header, (row for result in results for row in rows_of(result)))
    return paths


def refuse_existing(paths: Iterable[Path], *, force: bool) -> None:
    """Raise `InputError` naming every file that exists already, unless `force`."""
    issues = [Issue("bestaat-al", Place(str(path))) for path in paths if exists(path) and not force]
    if issues:
        raise InputError(issues)


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write one table; `None` is an empty cell, a float is written in full. Makes the folder where needed.

    The file gets its name only when it is whole, so that nothing half looks like a result.
    """
    part = path.with_name(path.name + PART)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header)
            writer.writerows(map(_cell, row) for row in rows)
        part.replace(path)
    except OSError as error:
        raise InputError([Issue("niet-te-schrijven", Place(str(path)), {"found": reason(error)})]) from None
    finally:
        if exists(part):
            part.unlink()


def _cell(value: object) -> object:
    # A carriage return would not be quoted, and end the row for who reads it.
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n") if "\r" in value else value
    # Adding 0.0 turns a negative zero into a plain one.
    return repr(value + 0.0) if isinstance(value, float) else "" if value is None else value
