"""Runs every case in this folder: a TOML file with posts, sources, measures and the figures that must come out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from cases.case import read_case, run_case

from model.findings import findings
from model.indicators import INDICATORS
from model.result import Result

CASES = sorted(Path(__file__).parent.glob("*.toml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, tmp_path: Path) -> None:
    case = read_case(path)
    result = run_case(case, tmp_path)
    for name, expected in case["verwacht"].items():
        actual = _figures(result, name)
        assert np.allclose(actual, expected, rtol=1e-9, atol=1e-6), f"{name}: {actual}"
    said = "\n".join(text.nl for text in findings(result, "lopend"))
    for words in case.get("zegt", []):
        assert words in said
    for words in case.get("zegt_niet", []):
        assert words not in said


def _figures(result: Result, name: str) -> Any:
    """Return an indicator, or a quantity of a programma, partij, source, bijdrager or cost class by dotted name."""
    head, _, rest = name.partition(".")
    if head == "eerste_tekortjaar":
        return result.years[0] + result.indicator(head)
    if head in INDICATORS:
        return result.indicator(head, rest)
    if head == "ingezet":
        return result.per_source()[rest]
    if head == "betaald_door":
        return result.paid_by()[rest]
    if head == "partij":
        partij, _, quantity = rest.partition(".")
        return result.per_partij(quantity)[partij]
    if head == "dekking_post":
        post, _, onderdeel = rest.partition(".")
        return sum(v for c, v in result.per_cell("dekking") if c.post.id == post and c.onderdeel == onderdeel)
    raise KeyError(name)
