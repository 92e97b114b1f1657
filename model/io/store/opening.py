"""Open the file: make it, bring it up to date, or refuse it without changing anything."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from model.errors import InputError, Issue, Place, shown
from model.io.store import migrations
from model.io.store.database import WRITING, engine_for, spoken
from model.io.store.place import claim
from model.text import Text

OURS = int.from_bytes(b"DEKK", "big")  # the application id in a file's header
_ANOTHERS = Text("het is een databestand van een ander programma", "it is a database of another program")
_PAUSE = 0.02


def opened(path: Path, patience: float) -> Engine:
    """Return connections to the file at `path`, made or upgraded where needed; raise `InputError` where it cannot be.

    A file of someone else, or of a newer program, is left as it is.
    """
    claim(path)
    engine = engine_for(path, patience)
    try:
        with spoken(path):
            with engine.execution_options(**{WRITING: True}).begin() as connection:
                _checked(connection, path)
                upgrade(connection)
            _log_ahead(engine, patience)
    except BaseException:
        engine.dispose()
        raise
    return engine


def scripts() -> ScriptDirectory:
    """Return the migrations that the package has."""
    return ScriptDirectory(str(Path(migrations.__file__).parent))


def upgrade(connection: Connection, to: str = "head") -> None:
    """Bring the tables to a revision, within the connection's transaction."""
    script = scripts()

    def steps(heads: Any, context: MigrationContext) -> Any:  # noqa: ARG001
        return script._upgrade_revs(to, heads)  # what alembic's own command does, without its globals

    context = MigrationContext.configure(connection, opts={"fn": steps, "transactional_ddl": True})
    context.run_migrations(op=Operations(context))


def _checked(connection: Connection, path: Path) -> None:
    """Raise `InputError` unless the file is empty, or ours, whole and of a revision that is known here."""
    mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    if mark == 0 and tables == 0:
        return
    heads = MigrationContext.configure(connection).get_current_heads() if mark == OURS else ()
    if not heads:
        raise InputError([Issue("geen-bewaarplaats", Place(str(path)), {"found": _ANOTHERS})])
    script = scripts()
    if set(heads) - {each.revision for each in script.walk_revisions()}:
        values = {"found": shown(" ".join(heads)), "expected": shown(script.get_current_head() or "")}
        raise InputError([Issue("bewaarplaats-nieuwer", Place(str(path)), values)])
    if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one() != "ok":
        raise InputError([Issue("bewaarplaats-beschadigd", Place(str(path)))])


def _log_ahead(engine: Engine, patience: float) -> None:
    """Keep changes in a log of their own, so that readers and a writer do not wait for each other.

    The file remembers it. SQLite does not wait for others by itself here; a file system that cannot keep such a log
    goes without.
    """
    until = time.monotonic() + patience
    with closing(engine.raw_connection()) as connection:
        while True:
            try:
                connection.cursor().execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                    raise
                time.sleep(_PAUSE)
            else:
                return
