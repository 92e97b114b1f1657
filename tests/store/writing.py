"""What processes of their own do in the tests: they save versions, and say so only once it is confirmed."""

from __future__ import annotations

import itertools
from multiprocessing.connection import Connection
from pathlib import Path

from model.io.store.store import Store
from model.io.store.versions import Conflict

TIMES = 15


def once_told(path: Path, _: str, name: str, parent: Connection) -> None:
    """Open the file, which may not exist yet, and keep a scenario."""
    parent.send("ready")
    parent.recv()
    with Store(path) as store:
        parent.send(store.add(name, {}).id)


def rounds(path: Path, ident: str, name: str, parent: Connection) -> None:
    """Try to save on each version that the parent names, until it names none."""
    with Store(path) as store:
        parent.send("ready")
        while based_on := parent.recv():
            try:
                version = store.save(ident, based_on=based_on, naam="samen", content={"van": name, "na": based_on})
                parent.send(f"won {version.number}")
            except Conflict as conflict:
                parent.send(f"lost {conflict.latest.number}")


def over(path: Path, ident: str, name: str, parent: Connection) -> None:
    """Save some versions on top of whatever is there."""
    with Store(path) as store:
        parent.send("ready")
        parent.recv()
        for time in range(TIMES):
            content = {"van": name, "keer": time}
            version = store.save(ident, based_on=1, naam="samen", content=content, over=True)
            parent.send((version.number, version.digest))


def forever(path: Path, ident: str, name: str, parent: Connection) -> None:
    """Save versions, small and large, until killed."""
    with Store(path) as store:
        parent.send("ready")
        for time in itertools.count():
            content = {"van": name, "keer": time, "vulling": [name] * (time % 7) * 2000}
            try:
                version = store.save(ident, based_on=store.read(ident).number, naam="samen", content=content)
                parent.send((version.number, version.digest))
            except Conflict:
                continue
