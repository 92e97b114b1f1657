"""More processes on one file: nobody overwrites another, and a killed one loses nothing that it confirmed."""

from __future__ import annotations

import multiprocessing
import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from store import writing

from model.io.store.store import Store

PROCESSES = 4
ROUNDS = 15
KILLS = 6
PATIENCE = 60  # seconds


class Writer:
    """A process, forked from one that has loaded the store and opened nothing."""

    def __init__(self, task: Callable[..., None], path: Path, ident: str, name: str) -> None:
        processes = multiprocessing.get_context("forkserver")
        processes.set_forkserver_preload(["model.io.store.store"])
        self.pipe, theirs = processes.Pipe()
        self.process = processes.Process(target=task, args=(path, ident, name, theirs), daemon=True)
        self.process.start()
        theirs.close()

    def hear(self) -> Any:
        assert self.pipe.poll(PATIENCE)
        return self.pipe.recv()

    def rest(self) -> list[Any]:
        """Return what it said until it ended; a word that a kill cut off was not said."""
        said = []
        try:
            while True:
                said.append(self.hear())
        except (EOFError, OSError):
            return said

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.process.close()
        self.pipe.close()


@contextmanager
def writers(task: Callable[..., None], path: Path, ident: str, count: int) -> Iterator[list[Writer]]:
    started = [Writer(task, path, ident, f"p{number}") for number in range(count)]
    try:
        assert [writer.hear() for writer in started] == ["ready"] * count
        yield started
    finally:
        for writer in started:
            writer.end()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "scenarios.sqlite"


def sound(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return whole and not connection.execute("PRAGMA foreign_key_check").fetchall()


def test_of_those_who_save_on_one_version_one_wins(path: Path) -> None:
    with Store(path) as store:
        ident = store.add("samen", {}).id
        with writers(writing.rounds, path, ident, PROCESSES) as processes:
            for latest in range(1, ROUNDS + 1):
                for writer in processes:
                    writer.pipe.send(latest)
                heard = sorted(writer.hear() for writer in processes)
                assert heard == [f"lost {latest + 1}"] * (PROCESSES - 1) + [f"won {latest + 1}"]
        history = store.versions(ident)
        assert [each.number for each in history] == list(range(ROUNDS + 1, 0, -1))
        assert all(each.based_on == each.number - 1 for each in history[:-1])
        assert all(store.read(ident, number).content["na"] == number - 1 for number in range(2, ROUNDS + 2))
    assert sound(path)


def test_no_version_is_lost_where_all_save_over(path: Path) -> None:
    with Store(path) as store:
        ident = store.add("samen", {}).id
        with writers(writing.over, path, ident, PROCESSES) as processes:
            for writer in processes:
                writer.pipe.send("go")
            said = [each for writer in processes for each in writer.rest()]
        assert sorted(said) == sorted((each.number, each.digest) for each in store.versions(ident)[:-1])
        assert len(said) == PROCESSES * writing.TIMES
    assert sound(path)


def test_what_was_confirmed_survives_a_kill(path: Path) -> None:
    chance = random.Random(20261122)  # noqa: S311
    with Store(path) as store:
        ident = store.add("samen", {}).id
    confirmed: set[tuple[int, str]] = set()
    for _ in range(KILLS):
        with writers(writing.forever, path, ident, 2) as processes:
            time.sleep(chance.uniform(0.02, 0.3))
            for writer in processes:
                writer.process.kill()
            confirmed.update(each for writer in processes for each in writer.rest())
        with Store(path) as store:
            history = store.versions(ident)
            assert confirmed <= {(each.number, each.digest) for each in history}
            assert [each.number for each in history] == list(range(len(history), 0, -1))
            assert all(store.read(ident, each.number).digest == each.digest for each in history[:3])
        assert sound(path)
    assert len(confirmed) > KILLS


def test_a_new_file_opened_by_many_at_once(path: Path) -> None:
    with writers(writing.once_told, path, "", PROCESSES) as processes:
        for writer in processes:
            writer.pipe.send("go")
        said = [each for writer in processes for each in writer.rest()]
    with Store(path) as store:
        assert len(said) == PROCESSES
        assert {each.id for each in store.scenarios()} == set(said)


@pytest.mark.parametrize("after", [0.0, 0.01, 0.02, 0.04, 0.06])
def test_a_kill_while_the_file_is_made(path: Path, after: float) -> None:
    with writers(writing.once_told, path, "", 1) as [writer]:
        writer.pipe.send("go")
        time.sleep(after)
        writer.process.kill()
        said = writer.rest()
    with Store(path) as store:
        assert {each.id for each in store.scenarios()} >= set(said)
    assert sound(path)
