"""Files and texts that the store refuses: which sentence, and that what was there stays as it was."""

from __future__ import annotations

import os
import resource
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from model.errors import InputError
from model.io.store.store import Store
from model.text import LANGUAGES

# Codes that the cases below give.
TRIGGERED = (
    "bewaard-onbekend",
    "bewaarmap-niet-te-maken",
    "bewaarnaam-leeg",
    "bewaarplaats-beschadigd",
    "bewaarplaats-bezet",
    "bewaarplaats-niet-te-schrijven",
    "bewaarplaats-nieuwer",
    "bewaarplaats-weg",
    "bewaren-geen-tekst",
    "bewaren-te-groot",
    "bewaren-te-lang",
    "geen-bewaarplaats",
    "versie-onbekend",
)
NOBODY = 65534


def refused(action: Callable[[], object]) -> list[str]:
    with pytest.raises(InputError) as caught:
        action()
    for issue in caught.value.issues:
        assert all("{" not in issue.say(language) for language in LANGUAGES)
        assert issue.code in TRIGGERED
    return [issue.code for issue in caught.value.issues]


def changed(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "scenarios.sqlite"


@pytest.fixture
def kept(path: Path) -> Path:
    with Store(path) as store:
        store.add("a", {"x": "y" * 50_000})
    return path


@pytest.mark.parametrize(
    "found", [b"x", b"{}\n", b"y" * 511, b"naam;bedrag\n" * 300, b"SQLite format 3\0", b"\0" * 5000, b"PK\3\4" * 200]
)
def test_a_file_that_is_no_database(path: Path, found: bytes) -> None:
    path.write_bytes(found)
    assert refused(lambda: Store(path)) == ["geen-bewaarplaats"]
    assert path.read_bytes() == found
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    "made",
    [
        ["CREATE TABLE alembic_version (version_num)", "INSERT INTO alembic_version VALUES ('0001')"],
        ["PRAGMA journal_mode = WAL", "CREATE TABLE bladwijzer (x)"],
        ["PRAGMA application_id = 252006673"],
        ["PRAGMA application_id = 1145391947"],
    ],
)
def test_a_database_of_someone_else(path: Path, made: list[str]) -> None:
    changed(path, *made)
    before = path.read_bytes()
    assert refused(lambda: Store(path)) == ["geen-bewaarplaats"]
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_no_file_at_all(tmp_path: Path) -> None:
    assert refused(lambda: Store(tmp_path)) == ["geen-bewaarplaats"]
    os.mkfifo(tmp_path / "pijp")
    assert refused(lambda: Store(tmp_path / "pijp")) == ["geen-bewaarplaats"]
    (tmp_path / "nergens").symlink_to(tmp_path / "weg" / "x")
    assert refused(lambda: Store(tmp_path / "nergens")) == ["bewaarplaats-niet-te-schrijven"]


def test_folders_and_names_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x")
    assert refused(lambda: Store(tmp_path / "bestand" / "map" / "x")) == ["bewaarmap-niet-te-maken"]
    assert refused(lambda: Store(tmp_path / "bestand" / "x")) == ["bewaarmap-niet-te-maken"]
    assert refused(lambda: Store(tmp_path / "a\0b" / "x")) == ["bewaarmap-niet-te-maken"]
    assert refused(lambda: Store(tmp_path / "a\0b")) == ["bewaarplaats-niet-te-schrijven"]
    assert refused(lambda: Store(tmp_path / ("n" * 300))) == ["bewaarplaats-niet-te-schrijven"]


def test_an_empty_file_or_database_is_ours_to_fill(path: Path) -> None:
    path.touch()
    Store(path).close()
    path.unlink()
    changed(path, "PRAGMA journal_mode = WAL", "VACUUM")
    with Store(path) as store:
        assert store.scenarios() == []


def test_a_database_of_a_newer_program(kept: Path) -> None:
    changed(kept, "UPDATE alembic_version SET version_num = '9999'", "PRAGMA wal_checkpoint(TRUNCATE)")
    before = kept.read_bytes()
    assert refused(lambda: Store(kept)) == ["bewaarplaats-nieuwer"]
    assert kept.read_bytes() == before


@contextmanager
def as_nobody(*paths: Path) -> Iterator[None]:
    """Give the paths to a user without rights, and be that user for a while where we may write everywhere."""
    if os.geteuid():
        yield
        return
    for path in paths:
        os.chown(path, NOBODY, NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def folder() -> Iterator[Path]:
    """Return a folder that every user can reach, unlike those of pytest."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_a_place_that_cannot_be_written(folder: Path) -> None:
    path = folder / "scenarios.sqlite"
    Store(path).close()
    path.chmod(0o444)
    folder.chmod(0o555)
    with as_nobody(folder, path):
        assert refused(lambda: Store(path)) == ["bewaarplaats-niet-te-schrijven"]
        assert refused(lambda: Store(folder / "nieuw.sqlite")) == ["bewaarplaats-niet-te-schrijven"]
        assert refused(lambda: Store(folder / "map" / "nieuw.sqlite")) == ["bewaarmap-niet-te-maken"]
        path.chmod(0o644)
        assert refused(lambda: Store(path)) == ["bewaarplaats-niet-te-schrijven"]
        path.chmod(0o000)
        assert refused(lambda: Store(path)) == ["bewaarplaats-niet-te-schrijven"]
    folder.chmod(0o755)


def test_a_place_that_becomes_read_only_while_it_is_used(folder: Path) -> None:
    path = folder / "scenarios.sqlite"
    Store(path).close()
    with as_nobody(folder, path), Store(path) as store:
        first = store.add("a", {})
        store._engine.dispose()
        path.chmod(0o444)
        folder.chmod(0o555)
        assert refused(lambda: store.add("b", {})) == ["bewaarplaats-niet-te-schrijven"]
        with suppress(InputError):
            assert [each.id for each in store.scenarios()] == [first.id]
        folder.chmod(0o755)
        path.chmod(0o644)
        assert store.add("b", {}).number == 1


def test_a_full_disk_keeps_nothing_and_loses_nothing(kept: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with Store(kept) as store:
        first = store.read(store.scenarios()[0].id)
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, hard))
        try:
            code = refused(lambda: store.save(first.id, based_on=1, naam="a", content={"x": "z" * 900_000}))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert code == ["bewaarplaats-niet-te-schrijven"]
        assert store.read(first.id) == first
        assert store.save(first.id, based_on=1, naam="a", content={"x": "z" * 900_000}).number == 2


def test_a_damaged_file(kept: Path) -> None:
    raw = bytearray(kept.read_bytes())
    raw[4096 * 2 :] = b"\xa5" * (len(raw) - 4096 * 2)
    kept.write_bytes(raw)
    assert refused(lambda: Store(kept)) == ["bewaarplaats-beschadigd"], "at the opening, not when someone reads it"


DAMAGE = {
    "overwritten": None,
    "text": "UPDATE content SET text = '{}'",
    "bytes": "UPDATE content SET text = CAST(x'ff00fe' AS TEXT)",
    "moment": "UPDATE version SET saved = 'gisteren'",
    "contents": "DELETE FROM content",
    "tables": "DROP TABLE version",
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_file_that_is_damaged_while_it_is_used(kept: Path, damage: str) -> None:
    with Store(kept) as store:
        ident = store.scenarios()[0].id
        statement = DAMAGE[damage]
        if statement is None:
            for path in kept.parent.iterdir():
                path.write_bytes(b"\xa5" * path.stat().st_size)
        else:
            triggers = [f"DROP TRIGGER {t}_no_{v}" for t in ("content", "version") for v in ("update", "delete")]
            changed(kept, "PRAGMA foreign_keys = OFF", *triggers, statement)
        assert refused(lambda: store.read_all(ident))[0] in ("bewaarplaats-beschadigd", "geen-bewaarplaats")
        with suppress(InputError):
            store.save(ident, based_on=1, naam="a", content={"x": 2})


def test_a_file_that_another_holds(kept: Path) -> None:
    with Store(kept, patience=0.1) as store, closing(sqlite3.connect(kept, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert refused(lambda: store.add("b", {})) == ["bewaarplaats-bezet"]
        assert refused(lambda: Store(kept, patience=0.1)) == ["bewaarplaats-bezet"]
        assert len(store.scenarios()) == 1
        other.execute("ROLLBACK")
        store.add("b", {})
        assert len(store.scenarios()) == 2


def test_a_file_that_moves_away(kept: Path) -> None:
    with Store(kept) as store:
        kept.rename(kept.with_name("elders"))
        assert refused(lambda: store.add("b", {})) == refused(store.scenarios) == ["bewaarplaats-weg"]
        kept.touch()
        assert refused(lambda: store.add("b", {})) == ["bewaarplaats-weg"]
        kept.with_name("elders").replace(kept)
        store.add("b", {})


def test_what_is_too_long_or_no_text(kept: Path) -> None:
    with Store(kept) as store:
        ident = store.scenarios()[0].id
        assert refused(lambda: store.add(" ", {})) == ["bewaarnaam-leeg"]
        assert refused(lambda: store.add("n" * 201, {}, note="n" * 2001)) == ["bewaren-te-lang"] * 2
        assert refused(lambda: store.add("a", {}, note="\ud83d")) == ["bewaren-geen-tekst"]
        assert refused(lambda: store.rename(ident, "")) == ["bewaarnaam-leeg"]
        assert refused(lambda: store.add("a", {"x": "y" * 5_000_000})) == ["bewaren-te-groot"]
        assert refused(lambda: store.read("x")) == ["bewaard-onbekend"]
        assert refused(lambda: store.restore(ident, 2, seen=1)) == ["versie-onbekend"]
        assert len(store.versions(ident)) == len(store.scenarios()) == 1


def test_sentences_say_what_to_do(path: Path) -> None:
    path.write_bytes(b"x" * 600)
    with pytest.raises(InputError) as caught:
        Store(path)
    assert caught.value.issues[0].say("nl") == (
        f"{path}: dit is geen bestand met bewaarde scenario's (het is geen SQLite-bestand); verwacht een bestand dat"
        " Dekking zelf heeft gemaakt, of een naam die nog vrij is. Er is niets aan veranderd; kies een andere plaats"
    )
