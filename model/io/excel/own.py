"""Workbooks of our own that come back: they may be larger than what a stranger may ask."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from model.errors import InputError, Issue, Place
from model.io.excel.book import Book
from model.io.excel.draft import INVOER, META
from model.io.excel.found import found_pages
from model.io.excel.limits import LIMITS, MIB, PATIENT, Limits
from model.io.excel.reader import read_book
from model.text import Text

_LIST = "xl/workbook.xml"
_EXPECTED = Text("een werkmap die Dekking heeft gemaakt", "a workbook that Dekking made")


def read_own(path: Path, *, name: str = "", comments: bool = False) -> Book:
    """Return the workbook at `path` as `read_book` does; one that lists our hidden page is given more room and time."""
    return read_book(path, name=name, limits=own_limits(path), comments=comments)


def read_ours(path: Path) -> Book:
    """Return a workbook of ours; raise `InputError` where it cannot be read, or lacks the page that all rests on."""
    book = read_own(path)
    if INVOER not in found_pages(book):
        raise InputError([Issue("werkmap-niet-van-ons", Place(book.file), {"expected": _EXPECTED})])
    return book


def own_limits(path: Path) -> Limits:
    """Return what a file may ask: more where the list of its sheets names the page that our workbooks carry."""
    try:
        if not path.is_file():
            return LIMITS
        with path.open("rb") as file:
            raw = file.read(PATIENT.file + 1)
        with zipfile.ZipFile(io.BytesIO(raw)) as archive, archive.open(_LIST) as part:
            return PATIENT if META.encode() in part.read(MIB) else LIMITS
    except (OSError, KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError):
        return LIMITS  # whatever is wrong with it, reading says
