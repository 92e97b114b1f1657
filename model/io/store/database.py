"""Connections to the file: durable, with real transactions, and with a sentence for what a person can mend."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, NoResultFound
from sqlalchemy.pool import QueuePool

from model.errors import InputError, Issue, Place
from model.io.store.place import NO_SQLITE
from model.text import Text

WRITING = "dekking_writing"  # the execution option that takes the lock at once
_THREADS = 8  # of the app; each may hold a connection while a few others ask for one
_WAL_KEPT = 16 * 1024 * 1024  # bytes to which the log shrinks after something large
_PRIMARY = 0xFF  # the part of an error code that says what kind it is

_CODES = {
    sqlite3.SQLITE_ERROR: "bewaarplaats-beschadigd",  # our tables are not in it any more
    sqlite3.SQLITE_NOTADB: "geen-bewaarplaats",
    sqlite3.SQLITE_CORRUPT: "bewaarplaats-beschadigd",
    sqlite3.SQLITE_BUSY: "bewaarplaats-bezet",
    sqlite3.SQLITE_LOCKED: "bewaarplaats-bezet",
}
_REASONS = {
    sqlite3.SQLITE_READONLY: Text("het bestand is alleen te lezen", "the file is read-only"),
    sqlite3.SQLITE_PERM: Text("geen toestemming", "permission denied"),
    sqlite3.SQLITE_CANTOPEN: Text("het bestand gaat niet open", "the file does not open"),
    sqlite3.SQLITE_IOERR: Text("de schijf geeft een fout", "the disk reports a fault"),
    sqlite3.SQLITE_FULL: Text("de schijf is vol", "the disk is full"),
}


def engine_for(path: Path, patience: float) -> Engine:
    """Return connections to the existing file at `path`, shared by threads of this process (not over a fork).

    Who finds it locked waits `patience` seconds. A transaction with the option `WRITING` takes the lock at its begin,
    so that what it reads is still true when it writes. The driver's own transactions are off: they would begin only
    at the first change.
    """
    place = path.resolve().as_uri() + "?mode=rw"

    def connected() -> sqlite3.Connection:
        connection = sqlite3.connect(place, patience, isolation_level=None, check_same_thread=False, uri=True)
        connection.execute("PRAGMA synchronous = FULL")  # a confirmed version survives a power cut
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA journal_size_limit = {_WAL_KEPT}")
        return connection

    engine = create_engine(
        "sqlite://", creator=connected, poolclass=QueuePool, pool_size=_THREADS, max_overflow=_THREADS
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


class Damaged(Exception):
    """What the file holds is not what was written to it."""


@contextmanager
def spoken(path: Path) -> Iterator[None]:
    """Raise what SQLite says of the file at `path` as an `InputError` where a person can mend it."""
    try:
        yield
    except (Damaged, NoResultFound, ValueError):  # rows are missing, or are no text or moment
        raise InputError([Issue("bewaarplaats-beschadigd", Place(str(path)))]) from None
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        undecoded = sqlite3.SQLITE_CORRUPT if isinstance(cause, sqlite3.OperationalError) else 0
        code = getattr(cause, "sqlite_errorcode", undecoded) & _PRIMARY
        if code in _CODES:
            raise InputError([Issue(_CODES[code], Place(str(path)), {"found": NO_SQLITE})]) from None
        if code in _REASONS:
            values = {"found": _REASONS[code]}
            raise InputError([Issue("bewaarplaats-niet-te-schrijven", Place(str(path)), values)]) from None
        raise
