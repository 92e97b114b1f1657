"""Files and decisions of a round are kept as they came; nothing of them is lost or changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from model.errors import InputError
from model.io.store.returns import Rondearchief, digest_van
from model.io.store.store import Store

TRIGGERED = {"opgave-onbekend", "besluit-zonder-naam"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "x") as opened:
        yield opened


@pytest.fixture
def archief(store: Store) -> Rondearchief:
    return Rondearchief(store, "FICTIEF 2027")


def test_a_file_is_kept_as_it_came(archief: Rondearchief, store: Store) -> None:
    kept = archief.bewaar("een.xlsx", b"inhoud")
    assert (kept.naam, kept.digest, kept.ingetrokken) == ("een.xlsx", digest_van(b"inhoud"), None)
    store.close()
    with Store(store.path) as again:
        assert Rondearchief(again, archief.ronde).bestanden() == [kept]
        assert Rondearchief(again, archief.ronde).inhoud(kept.digest) == b"inhoud"


def test_the_same_bytes_are_kept_once_and_another_file_gets_a_name_of_its_own(archief: Rondearchief) -> None:
    first = archief.bewaar("een.xlsx", b"1")
    assert archief.bewaar("anders.xlsx", b"1") == first
    assert [archief.bewaar("Een.xlsx", raw).naam for raw in (b"2", b"3")] == ["Een (2).xlsx", "Een (3).xlsx"]
    assert len(archief.bestanden()) == 3


def test_rounds_stand_apart_though_they_share_bytes(archief: Rondearchief, store: Store) -> None:
    archief.bewaar("een.xlsx", b"1")
    other = Rondearchief(store, "FICTIEF 2028")
    assert other.bestanden() == []
    with pytest.raises(InputError, match="niet ontvangen"):
        other.inhoud(digest_van(b"1"))
    other.bewaar("twee.xlsx", b"1")
    assert other.inhoud(digest_van(b"1")) == b"1"


def test_what_is_withdrawn_stays_and_comes_back(archief: Rondearchief) -> None:
    kept = archief.bewaar("een.xlsx", b"1")
    archief.trek_in(kept.digest)
    withdrawn = archief.bestanden()[0].ingetrokken
    archief.trek_in(kept.digest)
    assert archief.bestanden()[0].ingetrokken == withdrawn is not None
    archief.trek_in(kept.digest, terug=True)
    assert archief.bestanden() == [kept]
    with pytest.raises(InputError, match="niet ontvangen"):
        archief.trek_in("geen")


def test_decisions_are_only_added(archief: Rondearchief) -> None:
    archief.beslis("dep-1", {"regel a/b/c t": "1250", "regel a/b/c t+1": "nihil"}, "A. Nalist", "gebeld")
    archief.beslis("dep-1", {"regel a/b/c t": None}, "A. Nalist", "")
    kept = archief.beslissingen()
    assert [each.keuze for each in kept] == ["1250", "nihil", None], "each place is a decision of its own"
    assert [each.reden for each in kept] == ["gebeld", "gebeld", ""]


@pytest.mark.parametrize(
    ("door", "reden", "said"), [("  ", "", "zonder naam"), ("x" * 201, "", "te lang"), ("ik", "x" * 2001, "te lang")]
)
def test_a_decision_that_nobody_took_is_refused(archief: Rondearchief, door: str, reden: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        archief.beslis("dep-1", {"regel a/b/c t": "1"}, door, reden)
    assert archief.beslissingen() == []


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM returned",
        "DELETE FROM returned_content",
        "UPDATE decision SET choice = '2'",
        "DELETE FROM decision",
    ],
)
def test_nobody_else_takes_it_away(archief: Rondearchief, store: Store, change: str) -> None:
    archief.bewaar("een.xlsx", b"1")
    archief.beslis("dep-1", {"regel a/b/c t": "1"}, "ik", "")
    with closing(sqlite3.connect(store.path)) as connection, pytest.raises(sqlite3.IntegrityError, match="only added"):
        connection.execute(change)
