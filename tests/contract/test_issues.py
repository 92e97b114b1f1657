"""Every issue code is used, said in both languages with the same placeholders, and triggered by some case."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest
from app import test_beveiliging
from app.uitvraag import test_departement
from begroting import gevallen
from contract import hostile
from contract.mutilating import cases, expected
from excel import bevindingen, test_recalculate, test_verify
from returns import broken_rounds, getypt, tampering, test_checks, test_decisions, test_uitvraag_maak
from store import test_refused, test_returns

import dash_app
import model
from model.issues import ISSUES

ROOMS = (Path(package.__file__ or "").parent for package in (model, dash_app))
SOURCES = [path for room in ROOMS for path in room.rglob("*.py") if path.parent.name != "issues"]
USED = set(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)+|[a-z]+)"', "\n".join(path.read_text("utf-8") for path in SOURCES)))
# Modules with other cases: each says in TRIGGERED which codes they give.
ELSEWHERE = (
    bevindingen,
    broken_rounds,
    test_checks,
    test_decisions,
    test_departement,
    test_uitvraag_maak,
    gevallen,
    getypt,
    hostile,
    tampering,
    test_beveiliging,
    test_recalculate,
    test_refused,
    test_returns,
    test_verify,
)
MUTILATED = {line.partition(":")[0] for case in cases() for line in expected(case)}
TRIGGERED = MUTILATED.union(*(module.TRIGGERED for module in ELSEWHERE))


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("code", ISSUES)
def test_issue(code: str) -> None:
    text = ISSUES[code]
    assert code in USED, "used somewhere in model/ or dash_app/"
    assert text.nl
    assert text.en
    assert text.nl != text.en
    assert placeholders(text.nl) == placeholders(text.en)
    assert code in TRIGGERED, "triggered by a case of mutilations.toml, or of a module in ELSEWHERE"


def test_cases_name_codes_that_exist() -> None:
    assert set(ISSUES) >= TRIGGERED
