"""Last round's amounts under another year are asked about; figures that grew, or hardly differ, are not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from returns.gebreken import GOED, HARDWARE, RONDE, regel

from model.returns.bevinding import Bevinding
from model.returns.checks import bevindingen
from model.returns.columns import KOLOMMEN
from model.returns.opgave import Regel, waarde

CODE = "inhoud-jaar-verschoven"
VORIGE = (610.0, 650.0, 640.0, 690.0, 730.0, 750.0)
"""Of t-1 up to and including t+4, as last round said them."""
EARLIER, LATER = (*VORIGE[1:], 750.0, 760.0), (605.0, *VORIGE)
GROWING = tuple(600 * 1.03**year for year in range(6))
STEPS = (100.0, 100.0, 100.0, 500.0, 500.0, 500.0)


def gevonden(vorige: Sequence[float], nu: Sequence[float], **velden: str) -> list[Bevinding]:
    """Return what is asked of a row that said `vorige` last round and says `nu` now, structureel as the last year."""
    cells = {(HARDWARE, kolom): waarde(value) for kolom, value in zip(KOLOMMEN, vorige, strict=False)}
    asked = replace(RONDE, vorige={"azuur": cells}, controles={})
    row = Regel(tuple(waarde(value) for value in (*nu, nu[-1])), velden)
    return [each for each in bevindingen(regel(HARDWARE, row), asked) if each.code == CODE]


@pytest.mark.parametrize(
    ("nu", "kolom", "told"),
    [
        (EARLIER, "t-1", "een jaar te vroeg: hier staat bij 2026 650"),
        (LATER, "t", "een jaar te laat: hier staat bij 2027 610"),
    ],
)  # fmt: skip
def test_amounts_of_another_year_are_asked(nu: Sequence[float], kolom: str, told: str) -> None:
    [found] = gevonden(VORIGE, nu)
    assert found.plek is not None
    assert (found.ernst, found.open, found.plek.onderdeel) == ("vraag", True, kolom)
    assert f"in 1 rij van deze post staan de bedragen van de vorige ronde {told}" in found.zin("nl")


@pytest.mark.parametrize("velden", [{"opmerking": "een jaar uitgesteld"}, {"reden": "een jaar uitgesteld"}])
def test_the_row_says_why(velden: dict[str, str]) -> None:
    [found] = gevonden(VORIGE, LATER, **velden)
    assert (found.open, found.uitleg) == (False, "een jaar uitgesteld")


@pytest.mark.parametrize(
    ("vorige", "nu"),
    [
        (VORIGE, (*VORIGE, 760.0)),
        (VORIGE, tuple(1.02 * value for value in (*VORIGE, 760.0))),
        (GROWING, tuple(1.03 * value for value in (*GROWING, GROWING[-1] * 1.03))),
        (STEPS, (*STEPS[1:], 500.0, 500.0)),
        (VORIGE[:4], EARLIER),
        ((700.0,) * 6, (700.0,) * 7),
        ((0.0,) * 6, EARLIER),
    ],
    ids=["the same", "all more", "growing, and indexed", "two amounts only", "few years", "level", "nothing before"],
)
def test_what_may_well_be_right_is_not_asked(vorige: Sequence[float], nu: Sequence[float]) -> None:
    assert gevonden(vorige, nu) == []


def test_rows_of_a_post_are_one_question() -> None:
    other = HARDWARE._replace(categorie="software")
    cells = {(key, kolom): waarde(v) for key in (HARDWARE, other) for kolom, v in zip(KOLOMMEN, VORIGE, strict=False)}
    row = Regel(tuple(waarde(value) for value in (*EARLIER, EARLIER[-1])))
    said = replace(GOED, regels={**GOED.regels, HARDWARE: row, other: row})
    [found] = [
        each for each in bevindingen(said, replace(RONDE, vorige={"azuur": cells}, controles={})) if each.code == CODE
    ]
    assert "in 2 rijen van deze post" in found.zin("nl")
