"""A control total that rests on a conflict is told as untested, and is tested once that is decided."""

from __future__ import annotations

from dataclasses import replace

import pytest
from returns.volledig import vraag

from model.io.returns.decisions import Besluit
from model.io.returns.merged import bring_together
from model.io.returns.reading import Inzending
from model.returns.edits import Plek
from model.returns.opgave import Cel, Opgave, waarde

RONDE, OPGAVE = vraag()
RIJ = next(key for key in OPGAVE.regels if (key.tabel, key.grootheid) == ("begroting", "uitgaven"))
CODE = "inhoud-controletotaal"


def zegt(name: str, bedrag: float) -> Inzending:
    """Return a file of a directorate that says an amount in the year of the control total."""
    row = OPGAVE.regels[RIJ]
    cells = (row.cellen[0], waarde(bedrag), *row.cellen[2:])
    herkomst = replace(OPGAVE.herkomst, directie=name, bestand=name)
    opgave: Opgave = replace(OPGAVE, herkomst=herkomst, regels={**OPGAVE.regels, RIJ: replace(row, cellen=cells)})
    return Inzending(name, herkomst, opgave, RONDE)


@pytest.mark.parametrize(
    ("toets", "besluit", "codes"),
    [
        ("gelijk", None, [f"{CODE}-onbeslist"]),
        ("hoogstens", None, [f"{CODE}-onbeslist"]),
        ("minstens", None, [f"{CODE}-onbeslist"]),
        ("gelijk", waarde(1300), [CODE]),
        ("gelijk", OPGAVE.regels[RIJ].cel("t"), []),
    ],
)
def test_a_control_total_waits_for_a_decision(toets: str, besluit: Cel | None, codes: list[str]) -> None:
    [total] = RONDE.controles["dep-1"]
    ronde = replace(RONDE, controles={"dep-1": (replace(total, toets=toets),)})
    plek = Plek("regel", tuple(RIJ), "t")
    decided = {"dep-1": {plek: Besluit(besluit)}} if besluit else {}
    found = bring_together(ronde, [zegt("a", 1300), zegt("b", 1400)], decided).departementen["dep-1"]
    said = [each.bevinding for each in found.meldingen if each.bevinding.code.startswith(CODE)]
    assert [each.code for each in said] == codes
    for each in said[: codes == [f"{CODE}-onbeslist"]]:
        assert each.ernst == "waarschuwing"
        assert each.delen("nl").verwacht == "een besluit daarover"
        assert "begroting nummer 1 · beheer" in each.zin("nl")
