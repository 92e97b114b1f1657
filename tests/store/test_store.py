"""What the store keeps, says and refuses to overwrite, in one process."""

from __future__ import annotations

import itertools
import json
import sqlite3
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import fields
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from model.errors import InputError
from model.io.store import store as store_module
from model.io.store.database import WRITING
from model.io.store.drafts import canonical
from model.io.store.place import default_place
from model.io.store.store import Store
from model.io.store.tables import Moment
from model.io.store.versions import Conflict, Entry, NameTaken, Summary, Version

START = datetime(2026, 1, 1, 13, tzinfo=timezone(timedelta(hours=1)))


def ticking() -> Callable[[], datetime]:
    hours = itertools.count()
    return lambda: START + timedelta(hours=next(hours))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "nieuw" / "een map" / "100% & kans? #1 é.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store(path, now=ticking()) as store:
        yield store


def test_default_place() -> None:
    assert default_place().parts[-2:] == ("dekking", "scenarios.sqlite")


def test_a_version_is_what_was_kept(store: Store) -> None:
    content = {"kop": {"naam": "één"}, "kaarten": [{"a": 1.0, "b": None}, {"c": (True, 2.5, "x")}]}
    added = store.add("één", content, note="begin", dataset="basis", fingerprint="0123456789ab")
    assert added == store.read(added.id) == store.read(added.id, 1)
    assert added.content == {"kop": {"naam": "één"}, "kaarten": [{"a": 1, "b": None}, {"c": [True, 2.5, "x"]}]}
    assert (added.number, added.naam, added.note) == (1, "één", "begin")
    assert (added.dataset, added.fingerprint) == ("basis", "0123456789ab")
    assert (added.based_on, added.restored) == (None, None)
    assert added.saved == START
    assert added.saved.tzinfo is UTC
    assert len(added.id) == 32
    assert len(added.digest) == 64
    assert added.hash == added.digest[:12]


def test_versions_stay_as_they_were(path: Path, store: Store) -> None:
    first = store.add("a", {"x": 1}, dataset="d", fingerprint="f")
    second = store.save(first.id, based_on=1, naam="a", content={"x": 2}, note="meer")
    third = store.save(first.id, based_on=2, naam="b", content={"x": 2}, dataset="e", fingerprint="g")
    assert [each.number for each in store.versions(first.id)] == [3, 2, 1]
    assert (second.dataset, second.fingerprint, third.dataset, third.fingerprint) == ("d", "f", "e", "g")
    store.close()
    with Store(path) as again:
        assert [again.read(first.id, number) for number in (1, 2, 3)] == [first, second, third]
        assert again.read(first.id) == third


def test_two_windows(path: Path, store: Store) -> None:
    first = store.add("a", {"x": 1})
    with Store(path) as other:
        theirs = other.save(first.id, based_on=1, naam="a", content={"x": 2})
        with pytest.raises(Conflict) as caught:
            store.save(first.id, based_on=1, naam="a", content={"x": 3})
        assert (caught.value.latest, caught.value.based_on) == (theirs, 1)
        assert other.read(first.id) == theirs
        mine = store.save(first.id, based_on=1, naam="a", content={"x": 3}, over=True)
        assert (mine.number, mine.based_on) == (3, 1)
        assert other.read(first.id, 2) == theirs
        with pytest.raises(Conflict):
            other.restore(first.id, 1, seen=2)
        with pytest.raises(Conflict):
            other.rename(first.id, "b", seen=2)


def test_nothing_new_is_no_version(store: Store) -> None:
    first = store.add("a", {"x": 1, "y": 2}, note="n", fingerprint="f")
    assert store.save(first.id, based_on=1, naam="a", content={"y": 2.0, "x": 1}) == first
    assert store.save(first.id, based_on=1, naam="a", content={"y": 2, "x": 1}, note="n") == first
    noted = store.save(first.id, based_on=1, naam="a", content={"y": 2, "x": 1}, note="een andere")
    assert noted.number == 2
    assert store.save(first.id, based_on=2, naam="a", content=dict(noted.content), fingerprint="g").number == 3


def test_asking_again_after_a_lost_answer(store: Store) -> None:
    first = store.add("a", {"x": 1})
    second = store.save(first.id, based_on=1, naam="a", content={"x": 2}, note="n")
    assert store.save(first.id, based_on=1, naam="a", content={"x": 2}, note="n") == second


def test_restore(store: Store) -> None:
    first = store.add("oud", {"x": 1}, dataset="d")
    store.save(first.id, based_on=1, naam="nieuw", content={"x": 2}, dataset="e")
    back = store.restore(first.id, 1, seen=2, note="toch maar")
    assert (back.number, back.based_on, back.restored, back.note) == (3, 2, 1, "toch maar")
    assert (back.naam, back.content, back.digest, back.dataset) == ("oud", {"x": 1}, first.digest, "d")
    assert store.versions(first.id)[0].restored == 1


def test_rename_is_a_version(store: Store) -> None:
    first = store.add("a", {"x": 1})
    renamed = store.rename(first.id, "b", seen=1)
    assert (renamed.number, renamed.naam, renamed.content, renamed.based_on) == (2, "b", {"x": 1}, 1)
    assert store.rename(first.id, "b") == renamed
    assert store.rename(first.id, "c").number == 3
    assert store.read(first.id, 1).naam == "a"


def test_a_whole_history_is_one_query(store: Store) -> None:
    first = store.add("a", {"x": 1})
    for n in (2, 3, 4):
        store.save(first.id, based_on=n - 1, naam="a", content={"x": n % 3})
    asked = list[str]()
    event.listen(store._engine, "before_cursor_execute", lambda _c, _u, statement, *_: asked.append(statement))
    versions = store.read_all(first.id)
    assert sum("FROM version" in statement for statement in asked) == 1
    assert [(each.number, each.content["x"]) for each in versions] == [(4, 1), (3, 0), (2, 2), (1, 1)]
    assert versions == [store.read(first.id, number) for number in (4, 3, 2, 1)]


def test_lists(store: Store) -> None:
    a, b, c = (store.add(naam, {"x": naam}) for naam in ("Plan  A", "b", "c"))
    store.save(a.id, based_on=1, naam="Plan A", content={"x": 2})
    assert [each.id for each in store.scenarios()] == [a.id, c.id, b.id]
    store.archive(c.id)
    archived = store.summary(c.id).archived
    assert archived is not None
    store.archive(c.id)
    assert store.scenarios(archived=True) == [store.summary(c.id)]
    assert store.summary(c.id).archived == archived
    assert [each.id for each in store.scenarios()] == [a.id, b.id]
    assert store.save(c.id, based_on=1, naam="c", content={"x": 3}).number == 2
    store.unarchive(c.id)
    assert [each.id for each in store.scenarios()] == [c.id, a.id, b.id]
    assert store.summary(a.id).created == a.saved


def test_no_two_scenarios_have_one_name(store: Store) -> None:
    one, other = store.add("Plan A", {"x": 1}), store.add("b", {"x": 1})
    store.archive(one.id)
    for save in (
        lambda: store.add(" plan  a", {}),
        lambda: store.rename(other.id, "PLAN A"),
        lambda: store.save(other.id, based_on=1, naam="plan a", content={}),
    ):
        with pytest.raises(NameTaken):
            save()
    store.rename(one.id, "PLAN a")
    store.rename(one.id, "c")
    store.rename(other.id, "plan a")
    with pytest.raises(NameTaken):
        store.restore(one.id, 1, seen=3)
    assert [len(store.versions(each.id)) for each in (one, other)] == [3, 2]


def test_who_save_one_name_at_the_same_instant(path: Path, store: Store) -> None:
    def add(at: int) -> bool:
        try:
            (store, second)[at % 2].add("samen", {"x": at})
        except NameTaken:
            return False
        return True

    with Store(path) as second, ThreadPoolExecutor(12) as threads:
        assert sum(threads.map(add, range(24))) == 1
    assert [each.naam for each in store.scenarios()] == ["samen"]


def test_the_limits_themselves_are_allowed(store: Store) -> None:
    content = {"x": "y" * (5_000_000 - len('{"x":""}'))}
    added = store.add("n" * 200, content, note="é" * 2_000)
    assert store.read(added.id) == added
    assert store.add("\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"), {"half": "\ud83d"}).content == {
        "half": "\ud83d"
    }


def test_content_is_kept_once_however_often_it_returns(path: Path, store: Store) -> None:
    first = store.add("a", {"x": 1})
    store.rename(first.id, "b")
    store.add("c", {"x": 1})
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT text FROM content").fetchall() == [('{"x":1}',)]


def test_canonical() -> None:
    assert canonical({"b": -0.0, "a": (1.5, 2.0, 1e300, True), "é": "é"}) == (
        '{"a":[1.5,2,1e+300,true],"b":0,"\\u00e9":"\\u00e9"}'
    )
    for wrong in ({2026: 1}, {"x": {2026: 1}}, {"x": {1, 2}}):
        with pytest.raises(TypeError):
            canonical(wrong)
    with pytest.raises(ValueError, match="Out of range"):
        canonical({"x": float("nan")})


def test_a_moment_has_a_zone() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        Moment().process_bind_param(datetime(2026, 1, 1), None)


@pytest.mark.parametrize("verb", ["UPDATE version SET naam = 'x'", "DELETE FROM version", "DELETE FROM content"])
def test_the_file_itself_refuses_to_change_what_was_kept(store: Store, verb: str) -> None:
    store.add("a", {})
    with (
        pytest.raises(IntegrityError, match="only added"),
        store._engine.execution_options(**{WRITING: True}).begin() as connection,
    ):
        connection.exec_driver_sql(verb)


def test_connections_are_durable(store: Store) -> None:
    with store._engine.connect() as connection:
        wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10_000}
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in wanted}
    assert found == wanted


def test_nothing_of_the_database_leaks() -> None:
    for record in (Entry, Version, Summary):
        assert record.__dataclass_params__.frozen
        assert all(f.name in record.__slots__ or f in fields(Entry) for f in fields(record))


def test_threads_share_a_store(store: Store) -> None:
    ident = store.add("a", {"x": 0}).id

    def over(number: int) -> int:
        store.scenarios()
        return store.save(ident, based_on=1, naam="a", content={"x": number}, over=True).number

    def alone(number: int) -> bool:
        try:
            store.save(ident, based_on=latest, naam="a", content={"y": number})
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(24) as threads:
        assert sorted(threads.map(over, range(1, 49))) == list(range(2, 50))
        latest = 49
        assert sum(threads.map(alone, range(24))) == 1
    assert len(store.versions(ident)) == 50


def test_stores_opened_at_once_in_one_process(tmp_path: Path) -> None:
    def kept(number: int) -> int:
        with Store(tmp_path / f"{number % 2}.sqlite") as store:
            store.add(f"a {number}", {"x": number})
            return len(store.scenarios())

    with ThreadPoolExecutor(8) as threads:
        assert max(threads.map(kept, range(16))) <= 8
    for number in range(2):
        with Store(tmp_path / f"{number}.sqlite") as store:
            assert len(store.scenarios()) == 8


def test_a_version_is_returned_after_the_commit(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    ident = store.add("a", {}).id
    happened: list[str] = []
    event.listen(store._engine, "commit", lambda _: happened.append("commit"))
    made = store_module.rows.append
    monkeypatch.setattr(store_module.rows, "append", lambda *a, **k: happened.append("written") or made(*a, **k))
    store.save(ident, based_on=1, naam="a", content={"x": 1})
    happened.append("returned")
    assert happened == ["written", "commit", "returned"]


def test_a_long_list_is_one_query(path: Path, store: Store) -> None:
    first = store.add("a", {})
    with closing(sqlite3.connect(path)) as connection, connection:
        scenarios = [(f"{number:032x}", "2026-01-01 00:00:00.000000") for number in range(1_000)]
        connection.executemany("INSERT INTO scenario (id, created) VALUES (?, ?)", scenarios)
        rows = [(ident, number, first.digest, saved) for number in range(1, 21) for ident, saved in scenarios]
        connection.executemany(
            "INSERT INTO version (scenario, number, digest, saved, naam, note, dataset, fingerprint)"
            " VALUES (?, ?, ?, ?, 'naam', '', '', '')",
            rows,
        )
    queries: list[str] = []
    event.listen(store._engine, "before_cursor_execute", lambda *a: queries.append(a[2]))
    begun = time.process_time()
    found = store.scenarios()
    assert time.process_time() - begun < 2  # seconds of computing, however busy the machine is; some 0.03
    assert [each.number for each in found] == [20] * 1_000 + [1]
    assert [query for query in queries if not query.startswith("BEGIN")] == queries[-1:]
    with closing(sqlite3.connect(path)) as connection:
        plan = json.dumps(connection.execute("EXPLAIN QUERY PLAN " + queries[-1]).fetchall())
    assert plan.count("USING COVERING INDEX") + plan.count("USING INDEX") >= 2


def test_what_is_not_there(store: Store) -> None:
    ident = store.add("a", {}).id
    for ask in (store.read, store.versions, store.summary, store.archive, store.unarchive):
        with pytest.raises(InputError, match="bestaat niet"):
            ask("0" * 32)
    for number in (0, 2, -1, 2**40):
        with pytest.raises(InputError, match="er zijn er 1"):
            store.read(ident, number)
        with pytest.raises(InputError, match="er zijn er 1"):
            store.save(ident, based_on=number, naam="a", content={}, over=True)
