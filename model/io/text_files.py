"""Text files from people: read whole, within a budget, as UTF-8, or refused in a sentence."""

from __future__ import annotations

from pathlib import Path

from model.errors import InputError, Issue, Place
from model.text import Text

MIB = 1024 * 1024


def read_text(path: Path, limit: int, expected: Text, name: str = "") -> str:
    """Return the text of a UTF-8 file of at most `limit` bytes, without a byte order mark.

    Raises `InputError` where the file is missing, unreadable, too large, empty or not UTF-8.
    """
    place = Place(name or path.name)
    try:
        with path.open("rb") as file:
            raw = file.read(limit + 1)
    except FileNotFoundError:
        raise InputError([Issue("bestand-ontbreekt", place, {"expected": expected})]) from None
    except OSError as error:
        raise InputError([Issue("bestand-onleesbaar", place, {"found": error.strerror or "?"})]) from None
    if len(raw) > limit:
        size = f"{path.stat().st_size / MIB:.0f} MiB"
        raise InputError([Issue("bestand-te-groot", place, {"found": size, "expected": f"{limit // MIB} MiB"})])
    text = _decoded(raw, place)
    if not text.strip():
        raise InputError([Issue("bestand-leeg", place, {"expected": expected})])
    return text


def _decoded(raw: bytes, place: Place) -> str:
    position = raw.find(b"\0")
    if position < 0:
        try:
            return raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            position = error.start
    values = {"position": position + 1, "line": raw.count(b"\n", 0, position) + 1}
    raise InputError([Issue("geen-utf8", place, values)])
