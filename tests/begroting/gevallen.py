"""The cases of `gevallen.toml` and `structuur.toml`: budget tables in small, and what comes of them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

Case = Mapping[str, Any]

CASES: list[Case] = [
    case
    for name in ("gevallen.toml", "structuur.toml")
    for case in tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))["geval"]
]
# Given by a case here, or by a workbook of test_werkmappen.
TRIGGERED = frozenset(code for case in CASES for code in case.get("vragen", ())) | {"begroting-formule"}


def lay_out(folder: Path, case: Case) -> Path:
    """Write the file of a case into `folder` and return its path."""
    path = folder / case.get("naam_bestand", "tabel.csv")
    path.write_bytes(case["bestand"].lstrip("\n").encode(case.get("codering", "utf-8")))
    return path
