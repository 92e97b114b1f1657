"""What tells two datasets apart: a fingerprint of what their tables say."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from pathlib import Path

from model.errors import InputError, Issue, Place
from model.io.tables import MAX_CELL
from model.io.text_files import exists, reason
from model.schema import TABLES

LENGTH = 12


def fingerprint(folder: Path) -> str:
    """Return 12 hex digits that change when anything in the tables of the dataset in `folder` changes.

    A byte order mark, the style of newlines, blank rows and quotes around cells do not count. The dataset is one that
    has been read; raises `InputError` where a table cannot be read any more.
    """
    digest = hashlib.sha256()
    for table in TABLES:
        path = folder / table.file
        if exists(path):
            digest.update(json.dumps([table.name, _rows(path)]).encode())
    return digest.hexdigest()[:LENGTH]


def _rows(path: Path) -> list[list[str]]:
    csv.field_size_limit(MAX_CELL)
    try:
        text = path.read_bytes().decode("utf-8-sig")
        records = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except OSError as error:
        raise InputError([Issue("bestand-onleesbaar", Place(path.name), {"found": reason(error)})]) from None
    return [["\n".join(cell.splitlines()).strip() for cell in row] for row in records if any(map(str.strip, row))]
