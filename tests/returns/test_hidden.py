"""The hidden sheet says everything that a department was sent, and tells when someone changed it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from returns.rondes import ronde, seeds

from model.io.returns.hidden import hidden_rows, read_hidden
from model.returns.basis import basis_van, versie
from model.returns.ronde import Drempel


@settings(deadline=None, max_examples=25)
@given(seeds, st.booleans())
def test_the_round_of_a_department_is_made_anew(seed: int, last: bool) -> None:  # noqa: FBT001
    found = ronde(seed, 2, vorige=0.3 * last)
    for departement in found.departementen:
        read = read_hidden(list(hidden_rows(found, departement, "nl")))
        assert read.ronde is not None
        assert versie(read.ronde, departement) == versie(found, departement)
        assert basis_van(read.ronde, departement) == basis_van(found, departement)
        assert read.ronde.vorige[departement] == dict(found.vorige.get(departement, {}))
        assert read.ronde.controles[departement] == tuple(found.controles.get(departement, ()))


@pytest.mark.parametrize(
    ("drempel", "told"),
    [(Drempel(500.0), {"bedrag", "deel"}), (Drempel(fte=2.5), {"bedrag", "deel", "fte"}),
     (Drempel(procent=0.0), {"bedrag", "deel", "procent"})],
)  # fmt: skip
def test_bounds_as_assumed_are_not_told(drempel: Drempel, told: set[str]) -> None:
    rows = list(hidden_rows(replace(ronde(1, 1), drempel=drempel), "dep-1", "nl"))
    assert {row[1] for row in rows if row[1].startswith("drempel-")} == {f"drempel-{name}" for name in told}
    read = read_hidden(rows).ronde
    assert read is not None
    assert read.drempel == drempel


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 10**6), st.data())
def test_any_change_shows(seed: int, data: st.DataObject) -> None:
    rows = [list(row) for row in hidden_rows(ronde(seed, 1), "dep-1", "nl")]
    counted = [row for row in rows if row[0] != "kop" and row[1] not in ("programma", "taal", "formaat")]
    row = data.draw(st.sampled_from(counted))
    at = data.draw(st.integers(1, len(row) - 1))
    row[at] += "1"
    read = read_hidden(rows)
    assert not read.heel
