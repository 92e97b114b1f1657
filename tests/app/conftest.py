"""The app without a browser: its context on the shipped dataset, with an empty store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dash_app.context import Context, context_of
from model.io.shipped import shipped_dataset
from model.io.store.store import Store


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    store = Store(tmp_path / "scenarios.sqlite")
    yield context_of(shipped_dataset(), store)
    store.close()
