"""Write a workbook to its place: whole or not at all."""

from __future__ import annotations

import datetime
from pathlib import Path

from model.errors import InputError, Issue, Place
from model.io.excel.manuscript import Manuscript
from model.io.excel.writer import Progress, write_workbook
from model.io.results import PART
from model.io.text_files import exists, reason


def write_file(manuscript: Manuscript, path: Path, progress: Progress = lambda _: None) -> None:
    """Write a workbook to `path`, making its folder where needed; raise `InputError` where that cannot be done.

    The file gets its name only when it is whole, so that nothing half looks like a workbook.
    """
    part = path.with_name(path.name + PART)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_workbook(manuscript, part, datetime.datetime.combine(datetime.date.today(), datetime.time()), progress)
        part.replace(path)
    except OSError as error:
        raise InputError([Issue("niet-te-schrijven", Place(str(path)), {"found": reason(error)})]) from None
    finally:
        if exists(part):
            part.unlink()
