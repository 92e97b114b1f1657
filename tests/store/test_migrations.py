"""The migrations make the tables that are declared, from nothing and from every earlier revision, or change nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations

from model.io.store import opening
from model.io.store.database import WRITING, engine_for
from model.io.store.drafts import digest_of
from model.io.store.opening import OURS, opened, scripts, upgrade
from model.io.store.place import claim
from model.io.store.store import Store
from model.io.store.tables import Base

FIRST = "0001"


def differences(path: Path) -> list[object]:
    engine = engine_for(path, 1)
    try:
        with engine.connect() as connection:
            context = MigrationContext.configure(connection, opts={"compare_type": True})
            return list(compare_metadata(context, Base.metadata))
    finally:
        engine.dispose()


def at_revision(path: Path, revision: str) -> None:
    claim(path)
    engine = engine_for(path, 1)
    with engine.execution_options(**{WRITING: True}).begin() as connection:
        upgrade(connection, revision)
    engine.dispose()


def test_the_newest_revision_is_what_is_declared(tmp_path: Path) -> None:
    Store(tmp_path / "x").close()
    assert differences(tmp_path / "x") == []


def test_a_difference_would_be_seen(tmp_path: Path) -> None:
    Store(tmp_path / "x").close()
    with closing(sqlite3.connect(tmp_path / "x")) as connection:
        connection.execute("ALTER TABLE version DROP COLUMN note")
    assert differences(tmp_path / "x")


@pytest.mark.parametrize("revision", [each.revision for each in scripts().walk_revisions()])
def test_what_an_earlier_program_kept_is_there_after_an_upgrade(tmp_path: Path, revision: str) -> None:
    path = tmp_path / "x"
    at_revision(path, revision)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO scenario (id, created) VALUES ('een', '2026-01-01 00:00:00.000000')")
        connection.execute("INSERT INTO content (digest, text) VALUES (?, '{\"x\":1}')", (digest_of('{"x":1}'),))
        connection.execute(
            "INSERT INTO version (scenario, number, naam, note, digest, dataset, fingerprint, saved)"
            " VALUES ('een', 1, 'naam', '', ?, '', '', '2026-01-01 00:00:00.000000')",
            (digest_of('{"x":1}'),),
        )
    with Store(path) as store:
        assert store.read("een").content == {"x": 1}
        assert store.save("een", based_on=1, naam="naam", content={"x": 2}).number == 2
    assert differences(path) == []


def test_revisions_are_a_line_with_marks() -> None:
    script = scripts()
    assert script.get_bases() == [FIRST]
    assert len(script.get_heads()) == 1
    assert OURS.to_bytes(4, "big") == b"DEKK"


def test_an_upgrade_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x"

    class Failing(Operations):
        def execute(self, *arguments: object, **options: object) -> None:
            if "application_id" in str(arguments[0]):
                raise RuntimeError("killed")
            super().execute(*arguments, **options)

    with monkeypatch.context() as patched:
        patched.setattr(opening, "Operations", Failing)
        with pytest.raises(RuntimeError, match="killed"):
            opened(path, 1)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    Store(path).close()
    assert differences(path) == []
