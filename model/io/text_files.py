"""Text files from people: read whole, within a budget, as UTF-8, or refused in a sentence."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from model.errors import InputError, Issue, Place, figure
from model.text import Text

MIB = 1024 * 1024


def read_text(path: Path, limit: int, expected: Text, saving: Text, name: str = "") -> str:
    """Return the text of a UTF-8 file of at most `limit` bytes, without a byte order mark.

    `expected` says what it should hold, `saving` how programs save it as UTF-8. Raises `InputError` where the file is
    missing, unreadable, too large, empty or not UTF-8.
    """
    place = Place(name or path.name)
    try:
        if exists(path) and not (path.is_file() or path.is_dir()):
            raise InputError([Issue("bestand-onleesbaar", place, {"found": _NO_FILE})])
        with path.open("rb") as file:
            raw = file.read(limit + 1)
    except FileNotFoundError:
        raise InputError([Issue("bestand-ontbreekt", place, {"expected": expected})]) from None
    except OSError as error:
        raise InputError([Issue("bestand-onleesbaar", place, {"found": reason(error)})]) from None
    if len(raw) > limit:
        size = f"{limit // MIB} MiB"
        found = Text(f"meer dan {size}", f"more than {size}")
        raise InputError([Issue("bestand-te-groot", place, {"found": found, "expected": size})])
    text = _decoded(raw, place, saving)
    if not text.strip():
        raise InputError([Issue("bestand-leeg", place, {"expected": expected})])
    return text


_NO_FILE = Text("het is geen gewoon bestand", "it is not a regular file")

_REASONS = {
    errno.EACCES: Text("geen toestemming", "permission denied"),
    errno.EBUSY: Text("het is in gebruik", "it is in use"),
    errno.EDQUOT: Text("de schijfruimte is op", "the disk quota is used up"),
    errno.EEXIST: Text("er staat al een bestand van die naam", "there is a file of that name"),
    errno.EFBIG: Text("het bestand wordt te groot", "the file grows too large"),
    errno.EINVAL: Text("deze naam kan niet", "this name is not possible"),
    errno.EIO: Text("de schijf geeft een fout", "the disk reports a fault"),
    errno.EISDIR: Text("het is een map", "it is a folder"),
    errno.ELOOP: Text("het verwijst naar zichzelf", "it refers to itself"),
    errno.ENAMETOOLONG: Text("de naam is te lang", "the name is too long"),
    errno.ENOENT: Text("het bestaat niet", "it does not exist"),
    errno.ENOSPC: Text("de schijf is vol", "the disk is full"),
    errno.ENOTDIR: Text("een deel van het pad is geen map", "part of the path is not a folder"),
    errno.EPERM: Text("het mag niet", "it is not allowed"),
    errno.EROFS: Text("de schijf is alleen te lezen", "the disk is read-only"),
    errno.ETXTBSY: Text("het is in gebruik", "it is in use"),
}


def reason(error: OSError) -> Text:
    """Return in words why the system refused a file."""
    number = error.errno or 0
    other = Text(f"het systeem geeft fout {number}", f"system error {number}: {error.strerror}")
    return _REASONS.get(number, other)


def exists(path: Path) -> bool:
    """Return whether there is something at `path`; an impossible name is nothing, a broken link is something."""
    return os.path.lexists(path)


def _decoded(raw: bytes, place: Place, saving: Text) -> str:
    position = raw.find(b"\0")
    if position < 0:
        try:
            return raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            position = error.start
    values = {"position": figure(position + 1), "line": raw.count(b"\n", 0, position) + 1, "saving": saving}
    raise InputError([Issue("geen-utf8", place, values)])
