"""What is about to be kept: within the limits, and in the one form in which equal contents are equal texts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from model.errors import InputError, Issue, Place, figure, shown

MAX_NAME = 200
MAX_NOTE = 2_000
MAX_CONTENT = 5_000_000  # bytes
_MEGA = 1_000_000
_EXACT = 2**53  # beyond it a float is not surely the integer that it looks like


@dataclass(frozen=True, slots=True)
class Draft:
    """A version before it has a number; `text` is its content as it is stored, `digest` the SHA-256 of that."""

    naam: str
    note: str
    text: str
    digest: str
    dataset: str
    fingerprint: str
    restored: int | None = None


def draft_of(naam: str, content: Mapping[str, Any], note: str, dataset: str, fingerprint: str) -> Draft:
    """Return what is to be kept; raise `InputError` with all that is too long, too large, empty or no text.

    Raises `TypeError` or `ValueError` where the content is no JSON.
    """
    text = canonical(content)
    if issues := list(_issues(naam, note, text)):
        raise InputError(issues)
    return Draft(naam, note, text, digest_of(text), dataset, fingerprint)


def digest_of(text: str) -> str:
    """Return the SHA-256 of a content as it is stored."""
    return hashlib.sha256(text.encode()).hexdigest()


def key_of(naam: str) -> str:
    """Return what tells a name from others: capitals and spaces do not."""
    return " ".join(naam.casefold().split())


def canonical(content: Mapping[str, Any]) -> str:
    """Return a JSON document as ASCII: keys sorted, no spaces, tuples as lists, whole numbers without decimals.

    A browser does not tell 1.0 from 1, so neither does the hash. Raises `TypeError` for what JSON has no word for
    (keys that are no text included) and `ValueError` for numbers that are not finite.
    """
    return json.dumps(_plain(content), sort_keys=True, separators=(",", ":"), allow_nan=False)


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        if wrong := [key for key in value if not isinstance(key, str)]:
            raise TypeError(f"keys of a JSON document are text, not {wrong[0]!r}")
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
        return int(value)
    return value


def _issues(naam: str, note: str, text: str) -> Iterator[Issue]:
    if not naam.strip():
        yield Issue("bewaarnaam-leeg", Place(shown(naam), path="naam"))
    yield from _text_issues(naam, Place(shown(naam), path="naam"), MAX_NAME)
    yield from _text_issues(note, Place(shown(naam), path="toelichting"), MAX_NOTE)
    if len(text) > MAX_CONTENT:
        values = {"found": figure(len(text) / _MEGA, 1), "expected": figure(MAX_CONTENT / _MEGA)}
        yield Issue("bewaren-te-groot", Place(shown(naam)), values)


def _text_issues(text: str, place: Place, limit: int) -> Iterator[Issue]:
    if len(text) > limit:
        yield Issue("bewaren-te-lang", place, {"found": figure(len(text)), "expected": figure(limit)})
    try:
        text.encode()
    except UnicodeEncodeError as error:
        yield Issue("bewaren-geen-tekst", place, {"position": figure(error.start + 1)})
