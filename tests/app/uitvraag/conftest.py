"""A small round on the page: one of which nothing came back, and one with both files of its second department."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from app.uitvraag.vragen import lees, ontvang
from returns.klein import Klein

from dash_app.context import Context, context_of
from dash_app.staat import Staat, begin
from dash_app.uitvraag.centrum import Centrum
from model.io.shipped import shipped_dataset
from model.io.store.store import Store


@pytest.fixture(scope="session")
def context(klein: Klein, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """Return the app on the round, its second department with both files received and read."""
    store = Store(tmp_path_factory.mktemp("opslag") / "s.sqlite")
    made = context_of(shipped_dataset(), store, ronde=klein.map)
    for name in ("dep-2", "dep-2-verbeterd"):
        ontvang(made.uitvraag, klein.bestanden[name])
    lees(made.uitvraag)
    yield made
    store.close()


@pytest.fixture
def vers(klein: Klein, tmp_path: Path) -> Iterator[Centrum]:
    """Return a round of which nothing came back."""
    store = Store(tmp_path / "s.sqlite")
    shutil.copytree(klein.map, tmp_path / "ronde")
    yield Centrum(tmp_path / "ronde", store)
    store.close()


@pytest.fixture
def staat(context: Context) -> Staat:
    return begin(context, "", "nl")[0]
