"""A figure about a thousand times what it can be held against counts in no total until that is explained."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

import pytest
from returns.volledig import vraag

from model.returns.columns import KOLOMMEN
from model.returns.edition import Sleutel
from model.returns.magnitude import open_verdenking, verdacht
from model.returns.opgave import Opgave, Regel, waarde
from model.returns.ronde import Ronde, Samen
from model.returns.voortgang import controles

RONDE, OPGAVE = vraag()
RIJ, ANDERE = (key for key in list(OPGAVE.regels)[:7:6] if key.grootheid == "verplichtingen")
JAREN = dict.fromkeys(KOLOMMEN, 1500.0)
LATER = dict.fromkeys(KOLOMMEN[3:], 1.5e6)
EURO = tuple(kolom for kolom in KOLOMMEN if kolom != "t")
NIEUW: Mapping[str, float] = {}


class Geval(NamedTuple):
    """A row as it is and as it was last round, and the columns that are suspect."""

    nu: Mapping[str, float]
    was: Mapping[str, float]
    verdacht: tuple[str, ...]


GEVALLEN = {
    "als vorige ronde": Geval(JAREN, JAREN, ()),
    "een jaar in euro's": Geval(JAREN | {"t+3": 1.4e6}, JAREN, ("t+3",)),
    "een jaar in miljoenen": Geval(JAREN | {"structureel": 1.6}, JAREN, ("structureel",)),
    "een jaar dat vorige ronde niet kende": Geval(JAREN | {"t+5": 1.4e6}, {"t": 1500, "t+1": 1500}, ("t+5",)),
    "een jaar dat toen nihil was": Geval(JAREN | {"t+5": 1.4e6}, {"t": 1500, "t+1": 1500, "t+5": 0}, ("t+5",)),
    "toen zelf zo uiteenlopend": Geval(JAREN | {"t+5": 1.4e6}, {"t": 20, "t+1": 1500}, ()),
    "honderd keer zoveel": Geval(JAREN | {"t": 150_000}, JAREN, ()),
    "zesduizend keer zoveel": Geval(JAREN | {"t": 9e6}, JAREN, ("t",)),
    "een duizendste van een vijfde": Geval(JAREN | {"t": 0.3}, JAREN, ()),
    "toen te weinig": Geval(dict.fromkeys(KOLOMMEN, 5000), dict.fromkeys(KOLOMMEN, 5), ()),
    "de hele rij in euro's": Geval(dict.fromkeys(KOLOMMEN, 1.5e6), JAREN, KOLOMMEN),
    "nieuw": Geval(JAREN, NIEUW, ()),
    "nieuw, een jaar in euro's": Geval(JAREN | {"t-1": 1.4e6}, NIEUW, ("t-1",)),
    "nieuw, een jaar in miljoenen": Geval(JAREN | {"t": 1.5}, NIEUW, ("t",)),
    "nieuw, later in euro's": Geval(JAREN | LATER, NIEUW, KOLOMMEN[3:]),
    "nieuw en klein begonnen": Geval(dict.fromkeys(KOLOMMEN, 5.0) | {"t+5": 5000}, NIEUW, ()),
    "nieuw en gegroeid": Geval(dict(zip(KOLOMMEN, (20, 100, 500, 2500, *[9000.0] * 4), strict=True)), NIEUW, ()),
    "nieuw, twee jaren": Geval({"t": 1500, "t+1": 1.5e6}, NIEUW, ("t+1",)),
    "nieuw, alles in euro's": Geval(dict.fromkeys(KOLOMMEN, 95_000), NIEUW, KOLOMMEN),
    "nieuw, alles in euro's op een jaar na": Geval(dict.fromkeys(KOLOMMEN, 95_000) | {"t": 95}, NIEUW, EURO),
    "nieuw, één jaar, in euro's": Geval({"t+2": 95_000}, NIEUW, ("t+2",)),
    "nieuw, alles in miljoenen": Geval(dict.fromkeys(KOLOMMEN, 0.095), NIEUW, KOLOMMEN),
    "nieuw, één jaar, in miljoenen": Geval({"t+2": 0.095}, NIEUW, ("t+2",)),
    "nieuw en klein": Geval(dict.fromkeys(KOLOMMEN, 95), NIEUW, ()),
    "nieuw, met een klein jaar": Geval(JAREN | {"t": 0.5}, NIEUW, ("t",)),
    "nieuw en iets groter dan alle andere": Geval(dict.fromkeys(KOLOMMEN, 2500), NIEUW, ()),
    "toen nihil, nu in euro's": Geval(dict.fromkeys(KOLOMMEN, 95_000), dict.fromkeys(KOLOMMEN, 0), KOLOMMEN),
}  # fmt: skip


def gevuld(key: Sleutel, figures: Mapping[str, float], **velden: str) -> Opgave:
    """Return the return with other figures in a row; what is not given is nihil."""
    row = Regel(tuple(waarde(figures.get(kolom, 0)) for kolom in KOLOMMEN), velden)
    return replace(OPGAVE, regels={**OPGAVE.regels, key: row})


def gevraagd(key: Sleutel, figures: Mapping[str, float]) -> Ronde:
    """Return the round with other figures of last round in a row."""
    others = {cell: cel for cell, cel in RONDE.vorige["dep-1"].items() if cell[0] != key}
    return replace(RONDE, vorige={"dep-1": others | {(key, kolom): waarde(each) for kolom, each in figures.items()}})


def open_kolommen(opgave: Opgave, ronde: Ronde) -> dict[Sleutel, tuple[str, ...]]:
    suspect = open_verdenking(opgave, ronde)
    found = {key: tuple(kolom for kolom in KOLOMMEN if suspect(key, kolom)) for key in opgave.regels}
    return {key: kolommen for key, kolommen in found.items() if kolommen}


@pytest.mark.parametrize("naam", GEVALLEN)
@pytest.mark.parametrize(("veld", "telt"), [("", False), ("reden", False), ("opmerking", True)])
def test_only_a_remark_makes_a_suspect_figure_count(naam: str, veld: str, *, telt: bool) -> None:
    geval = GEVALLEN[naam]
    opgave, ronde = gevuld(RIJ, geval.nu, **({veld: "nieuwe raming"} if veld else {})), gevraagd(RIJ, geval.was)
    assert open_kolommen(opgave, ronde) == ({RIJ: geval.verdacht} if geval.verdacht and not telt else {})
    assert bool(list(verdacht(opgave, ronde))) == bool(geval.verdacht)


UITGAVEN = RIJ._replace(grootheid="uitgaven")


@pytest.mark.parametrize(
    ("fits", "amount", "found"),
    [(True, 1500, ()), (True, 2500, ()), (False, 2500, KOLOMMEN), (False, 1000, ()), (True, 95_000, ())],
)
def test_a_control_total_vouches_for_a_new_row_or_makes_it_suspect(
    *,
    fits: bool,
    amount: float,
    found: tuple[str, ...],
) -> None:
    opgave, ronde = gevuld(UITGAVEN, dict.fromkeys(KOLOMMEN, amount)), gevraagd(UITGAVEN, NIEUW)
    [control] = controles(opgave, ronde)
    other = replace(control.totaal, bedrag=control.opgave - (0 if fits else amount))
    ronde = replace(ronde, controles={"dep-1": (other,)})
    assert open_kolommen(opgave, ronde) == ({UITGAVEN: found} if found else {})


def test_new_rows_of_a_table_in_euros_are_not_told_apart() -> None:
    """What is new is in another unit with all the rest: one cause, one finding."""
    rest = {cell: cel for cell, cel in RONDE.vorige["dep-1"].items() if cell[0] != RIJ}
    rows = {
        key: replace(row, cellen=tuple(waarde(cel.waarde * 1000) for cel in row.cellen))
        for key, row in OPGAVE.regels.items()
        if RONDE.editie.grootheden[key.grootheid].geld
    }
    opgave, ronde = replace(OPGAVE, regels={**OPGAVE.regels, **rows}), replace(RONDE, vorige={"dep-1": rest})
    assert [each.groep for each in verdacht(opgave, ronde)] == [()]


@pytest.mark.parametrize(
    ("parts", "found"),
    [((700, 800), ()), ((700_000, 800_000), (RIJ, ANDERE)), ((700_000, 800), (RIJ,)), ((0.7, 0.8), (RIJ, ANDERE))],
)
def test_rows_that_stood_together_are_held_against_their_sum(
    parts: tuple[float, ...], found: tuple[Sleutel, ...]
) -> None:
    rows = {key: Regel((waarde(part),) * 8) for key, part in zip((RIJ, ANDERE), parts, strict=True)}
    rest = {cell: cel for cell, cel in RONDE.vorige["dep-1"].items() if cell[0] not in rows}
    together = tuple(Samen((RIJ, ANDERE), kolom, waarde(1500), RIJ, "1") for kolom in KOLOMMEN[:-2])
    ronde = replace(RONDE, vorige={"dep-1": rest}, samen={"dep-1": together})
    assert open_kolommen(replace(OPGAVE, regels={**OPGAVE.regels, **rows}), ronde) == dict.fromkeys(found, KOLOMMEN)


def test_a_year_in_euros_that_last_round_did_not_know_is_told_once_for_a_table() -> None:
    rows = {
        key: replace(row, cellen=tuple(waarde(cel.waarde * 1000) if k == "t+5" else cel for k, cel in cells))
        for key, row in OPGAVE.regels.items()
        if (cells := list(zip(KOLOMMEN, row.cellen, strict=True)))
    }
    last = {cell: cel for cell, cel in RONDE.vorige["dep-1"].items() if cell[1] != "t+5"}
    found = list(verdacht(replace(OPGAVE, regels=rows), replace(RONDE, vorige={"dep-1": last})))
    assert [(each.groep, each.macht) for each in found] == [((tabel, "t+5"), 3) for tabel in RONDE.editie.tabellen]
