"""Where scenarios are kept: a file in the user's data folder, or anywhere else the user wants it."""

from __future__ import annotations

from pathlib import Path

import platformdirs

from model.errors import InputError, Issue, Place
from model.io.text_files import exists, reason
from model.text import Text

FILE = "scenarios.sqlite"
_NO_FILE = Text("het is geen gewoon bestand", "it is not a regular file")
NO_SQLITE = Text("het is geen SQLite-bestand", "it is not an SQLite file")
_SMALLEST = 512  # bytes of a database; SQLite takes a file of one byte for an empty one and would write over it
_NO_NAME = Text("deze naam kan niet", "this name is not possible")


def default_place() -> Path:
    """Return where scenarios are kept when nobody says otherwise: the user's data folder for `dekking`."""
    return Path(platformdirs.user_data_dir("dekking", appauthor=False)) / FILE


def claim(path: Path) -> None:
    """Make an empty file at `path`, with its folder, where there is nothing yet.

    Raises `InputError` where that cannot be, or where something stands that is no database. An existing file is
    not opened: closing it would release the locks that SQLite has on it in this process.
    """
    place = Place(str(path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise InputError([Issue("bewaarmap-niet-te-maken", place, {"found": _why(error)})]) from None
    try:
        path.open("xb").close()
    except FileExistsError:
        if found := _strange(path.resolve()):
            raise InputError([Issue("geen-bewaarplaats", place, {"found": found})]) from None
    except (OSError, ValueError) as error:
        raise InputError([Issue("bewaarplaats-niet-te-schrijven", place, {"found": _why(error)})]) from None


def _strange(path: Path) -> Text | None:
    """Return why what stands at `path` is no database, without opening it; a link to nothing is not there yet."""
    if not exists(path):
        return None
    if not path.is_file():
        return _NO_FILE
    return NO_SQLITE if 0 < path.stat().st_size < _SMALLEST else None


def identity(path: Path) -> tuple[int, int]:
    """Return what tells the file at `path` from another that takes its place; raise `InputError` where it is gone."""
    try:
        status = path.stat()
    except OSError:
        raise InputError([Issue("bewaarplaats-weg", Place(str(path)))]) from None
    return status.st_dev, status.st_ino


def unmoved(path: Path, known: tuple[int, int]) -> None:
    """Raise `InputError` unless the file at `path` is still the `known` one: writes to another are lost."""
    if identity(path) != known:
        raise InputError([Issue("bewaarplaats-weg", Place(str(path)))])


def _why(error: OSError | ValueError) -> Text:
    return reason(error) if isinstance(error, OSError) else _NO_NAME
