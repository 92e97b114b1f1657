"""Property tests look for new examples on a developer's machine, and are the same every time in CI."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import settings
from returns.klein import Klein, kleine_ronde

from model.io.excel import parse, reader
from model.io.excel.handover import COMMENTS, REFUSED
from model.io.excel.limits import Limits

settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")


@pytest.fixture(scope="module")
def _read_here() -> Iterator[None]:
    """Have workbooks parsed in this process, which need not be started; tests/contract tests the process of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "_parsed", _parsed)
        yield


@pytest.fixture(scope="session")
def klein(tmp_path_factory: pytest.TempPathFactory) -> Klein:
    """Return a small round in a folder, with files that came back."""
    return kleine_ronde(tmp_path_factory.mktemp("klein"))


def _parsed(raw: bytes, asked: Sequence[str], clock: object) -> tuple[int, bytes]:  # noqa: ARG001
    try:
        return 0, parse._outcome(raw, Limits(**json.loads(asked[0])), comments=COMMENTS in asked[1:])
    except parse.Refused as refused:
        return REFUSED, json.dumps([refused.code, refused.found, refused.cause]).encode()
