"""Workbooks from strangers: looked at, then parsed in a process of its own, within a budget."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from pickle import UnpicklingError

from model.errors import InputError, Issue, Place, figure
from model.io.excel.book import Book
from model.io.excel.clock import Clock
from model.io.excel.guard import inspect
from model.io.excel.handover import COMMENTS, REFUSED, book
from model.io.excel.limits import LIMITS, MIB, Limits
from model.io.text_files import reason
from model.text import Text, same

_EXPECTED = Text("een werkmap van Excel (.xlsx)", "an Excel workbook (.xlsx)")


def read_book(path: Path, *, name: str = "", limits: Limits = LIMITS, comments: bool = False) -> Book:
    """Return the workbook at `path`, which sentences call `name`, with formulas and the values stored for them.

    With `comments` those at its cells are read too, within the same limits.

    Raises `InputError` where it is missing or unreadable, is no .xlsx, brings along what is not accepted, or asks for
    more than `limits`.
    """
    name = name or path.name
    return book_of(_bytes(path, Place(name), limits), name, limits=limits, comments=comments)


def book_of(raw: bytes, name: str, *, limits: Limits = LIMITS, comments: bool = False) -> Book:
    """Return the workbook in the bytes of a file called `name`; as `read_book`."""
    clock = Clock(limits)
    place = Place(name)
    if not raw:
        raise InputError([Issue("bestand-leeg", place, {"expected": _EXPECTED})])
    if len(raw) > limits.file:
        raise _too_large(place, limits)
    inspect(raw, name, limits)
    status, output = _parsed(raw, (json.dumps(asdict(limits)), *([COMMENTS] if comments else [])), clock)
    if status is None and clock.starved:
        raise InputError([Issue("werkmap-te-druk", place, clock.told())])
    if status is None:
        raise InputError([_issue(_TOO_HEAVY, place, limits)])
    if status == REFUSED:
        raise InputError([_issue(output, place, limits)])
    if status in _KILLED:
        raise InputError([_issue(_TOO_HEAVY, place, limits)])
    if status:
        raise InputError([Issue("werkmap-onleesbaar", place, {"found": _STOPPED})])
    try:
        return book(output, name)
    except (UnpicklingError, EOFError) as error:
        raise InputError([Issue("werkmap-onleesbaar", place, {"found": _STOPPED})]) from error


_TOO_HEAVY = b'["werkmap-te-zwaar", "", ""]'
_KILLED = (-9, -24)  # by the system, for using too much memory or computing time
_STOPPED = Text("het lezen brak af", "reading broke off")


def _bytes(path: Path, place: Place, limits: Limits) -> bytes:
    try:
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            found = Text("het is geen gewoon bestand", "it is not a regular file")
            raise InputError([Issue("bestand-onleesbaar", place, {"found": found})])
        with path.open("rb") as file:
            return file.read(limits.file + 1)
    except FileNotFoundError:
        raise InputError([Issue("bestand-ontbreekt", place, {"expected": _EXPECTED})]) from None
    except OSError as error:
        raise InputError([Issue("bestand-onleesbaar", place, {"found": reason(error)})]) from None


def _too_large(place: Place, limits: Limits) -> InputError:
    size = f"{limits.file // MIB} MiB"
    found = Text(f"meer dan {size}", f"more than {size}")
    return InputError([Issue("bestand-te-groot", place, {"found": found, "expected": size})])


def _parsed(raw: bytes, asked: Sequence[str], clock: Clock) -> tuple[int | None, bytes]:
    """Return the status and the output of a process that parses `raw`; it is gone when this returns or raises.

    The status is `None` where it was not ready when the clock's time was up.
    """
    words = [sys.executable, "-P", "-m", "model.io.excel.parse", *asked]
    pipe = subprocess.PIPE
    with subprocess.Popen(words, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL) as process:  # noqa: S603
        try:
            output, _ = process.communicate(raw, timeout=clock.left)
        except subprocess.TimeoutExpired:
            clock.stop(process)
            return None, b""
        finally:
            process.kill()
            process.wait()  # after Ctrl-C nothing else does
    return process.returncode, output


def _issue(output: bytes, place: Place, limits: Limits) -> Issue:
    """Return the issue that the parsing process handed over, with what was allowed; `cause` is for programmers."""
    code, found, cause = json.loads(output)
    values: Mapping[str, object] = {
        "found": same(found),
        "cause": cause,
        "cells": figure(limits.cells),
        "memory": figure(limits.memory // MIB),
        "seconds": figure(limits.cpu),
    }
    return Issue(code, place, values)
