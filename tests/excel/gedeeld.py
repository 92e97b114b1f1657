"""What takes long to make is made once: by the first worker that asks for it, and kept on disk for the others."""

from __future__ import annotations

import fcntl
import os
import pickle
from collections.abc import Callable
from typing import TypeVar, cast

import pytest

Made = TypeVar("Made")


def shared(factory: pytest.TempPathFactory, name: str, make: Callable[[], Made]) -> Made:
    """Return what `make` gives, in all workers of one run the same; whoever asks meanwhile, waits."""
    base = factory.getbasetemp()
    kept = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"{name}.pickle"
    with kept.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if kept.exists():
            return cast("Made", pickle.loads(kept.read_bytes()))  # noqa: S301 (our own)
        made = make()
        kept.write_bytes(pickle.dumps(made))
        return made
