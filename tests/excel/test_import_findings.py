"""Everything that is found in a returned workbook is said, with its place; what may not be understood is refused."""

from __future__ import annotations

import pytest
from excel.bevindingen import CASES, Case
from excel.terugkomst import small

from model.errors import InputError, Issue

pytestmark = pytest.mark.usefixtures("_read_here")


def found(case: Case) -> tuple[list[Issue], list[Issue]]:
    try:
        result = small().back(*case.edits, confirmed=case.confirmed)
    except InputError as error:
        return list(error.issues), []
    assert bool(result.text) != bool(result.findings.refused)
    return result.findings.refused, result.findings.noticed


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_findings(case: Case) -> None:
    refused, noticed = found(case)
    for issues, wanted in ((refused, case.refused), (noticed, case.noticed)):
        said = [(issue.code, issue.say("nl")) for issue in issues]
        for code, words in wanted:
            assert any(code == other and words in sentence for other, sentence in said), (code, words, said)
        if not case.more:
            assert len(said) == len(wanted), said
    for issue in (*refused, *noticed):
        assert issue.say("en") != issue.say("nl")
