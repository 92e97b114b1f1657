"""What changed since last round, and the return beside the budget, the dashboard and the JBR: case by case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from returns.gebreken import GOED, HARDWARE, INTERN, POST, RONDE, met, post, rij
from returns.rondes import seeds
from returns.schoon import schoon

from model.returns.basis import basis_van
from model.returns.changes import veranderingen
from model.returns.edition import Sleutel
from model.returns.opgave import NIHIL, NVT, ONTBREEKT, Cel, Opgave, Post, Regel, waarde
from model.returns.reconciliation import Aansluiting, aansluiting
from model.returns.ronde import Controletotaal, Elders, Ronde, Samen
from model.returns.telling import tel

T = "t"


def vorige(**figures: Cel) -> Ronde:
    """Return the round with figures of last round for hardware, by column as `t`, `t1`, `t5`."""
    columns = {"t": "t", "t1": "t+1", "t5": "t+5"}
    return replace(RONDE, vorige={"azuur": {(HARDWARE, columns[word]): cel for word, cel in figures.items()}})


@pytest.mark.parametrize(
    ("was", "nu", "wending", "bedrag", "deel"),
    [
        (waarde(1600), waarde(2000), "veranderd", 400, 0.25),
        (waarde(2000), waarde(2000), None, None, None),
        (NIHIL, waarde(2000), "veranderd", 2000, None),
        (waarde(2000), NVT, "veranderd", -2000, -1),
        (NIHIL, NVT, None, None, None),
        (waarde(2000), ONTBREEKT, "leeg", None, None),
        (ONTBREEKT, waarde(2000), "nieuw", None, None),
    ],
)
def test_a_figure_then_and_now(
    was: Cel, nu: Cel, wending: str | None, bedrag: float | None, deel: float | None
) -> None:
    opgave = Opgave(GOED.herkomst, GOED.posten, {HARDWARE: met(HARDWARE, T, nu).regels[HARDWARE]})
    found = {each.kolom: each for each in veranderingen(opgave, vorige(t=was))}
    assert "t+5" not in found, "last round could not ask for the last year"
    if wending is None:
        assert T not in found
    else:
        assert (found[T].wending, found[T].bedrag, found[T].deel) == (wending, bedrag, deel)


def test_a_row_that_is_gone_and_one_that_is_new() -> None:
    opgave = Opgave(GOED.herkomst, {}, {INTERN: Regel((waarde(5),) * 8)})
    found = [(each.sleutels, each.kolom, each.wending) for each in veranderingen(opgave, vorige(t=waarde(7)))]
    assert ((HARDWARE,), T, "vervallen") in found
    assert ((INTERN,), "t+5", "nieuw") in found
    assert len(found) == 9


def test_what_was_one_row_in_an_earlier_edition_is_compared_together() -> None:
    keys = (rij("uitgaven", "extern"), rij("uitgaven", "uitbesteding"))
    together = Samen(keys, T, waarde(1000), rij("uitgaven", "inhuur-en-uitbesteding"), "1")
    asked = replace(RONDE, samen={"azuur": (together,)})
    rows = dict(zip(keys, (Regel((ONTBREEKT, waarde(n), *(ONTBREEKT,) * 6)) for n in (700, 450)), strict=True))
    [found] = veranderingen(Opgave(GOED.herkomst, GOED.posten, rows), asked)
    assert (found.sleutels, found.wending, found.bedrag, found.deel) == (keys, "veranderd", 150, 0.15)


def test_without_a_last_round_nothing_changed() -> None:
    assert list(veranderingen(GOED, RONDE)) == []


@settings(max_examples=30, deadline=None)
@given(seeds)
def test_repeating_last_round_changes_nothing_but_the_outturn(seed: int) -> None:
    asked, opgave = schoon(seed)
    changed = {each.kolom for each in veranderingen(opgave, asked) if each.wending != "nieuw"}
    assert changed <= {kolom for kolom, aard in asked.aard.items() if aard == "realisatie"}


# --- beside other overviews -------------------------------------------------------------------------------------------

ACTIVITEIT = ("activiteit", "zaak")
ZAAK = Sleutel(*ACTIVITEIT, "uitgaven", "beheer", "hardware")
VELDEN: Mapping[str, str] = {"artikel": "6", "dashboard": "Zaaksysteem", "jbr": "n.v.t."}


def naast(opgave: Opgave, **elders: tuple[Elders, ...]) -> dict[tuple[str, str], Aansluiting]:
    """Return what stands beside the return, by overview and name."""
    asked = replace(
        RONDE,
        posten={"azuur": tuple(opgave.posten.values())},
        controles={"azuur": (Controletotaal("6", "uitgaven", T, 2900, "gelijk", "OWB"),)},
        **{naam: {"azuur": figures} for naam, figures in elders.items()},
    )
    return {(each.bron, each.naam): each for each in aansluiting(tel(asked, {"azuur": opgave}))}


def met_zaak(cel: Cel, **velden: str) -> Opgave:
    """Return the clean return with an ICT activity of which all is nihil but hardware, in year t."""
    base = basis_van(replace(RONDE, posten={"azuur": (Post(*ACTIVITEIT, {**VELDEN, **velden}),)}), "azuur")
    rows = {key: Regel((NIHIL,) * 8) for key in base.regels}
    rows[ZAAK] = Regel((NIHIL, cel, *(NIHIL,) * 6))
    return replace(GOED, posten={**GOED.posten, **base.posten}, regels={**GOED.regels, **rows})


@pytest.mark.parametrize(
    ("opgave", "elders", "uitkomst", "verschil"),
    [
        (met_zaak(waarde(50)), 50, "sluit", 0),
        (met_zaak(waarde(50)), 50.4, "sluit", -0.4),
        (met_zaak(waarde(50)), 80, "bedrag", -30),
        (met_zaak(ONTBREEKT), 80, "onvolledig", -80),
        (met_zaak(waarde(50), definitie="eigen"), 50, "niet-vergelijkbaar", 0),
        (met_zaak(waarde(50), dashboard="n.v.t."), 50, "alleen-elders", None),
        (met_zaak(waarde(50), dashboard=" ZAAKSYSTEEM "), 50, "sluit", 0),
    ],
)
def test_beside_the_dashboard(opgave: Opgave, elders: float, uitkomst: str, verschil: float | None) -> None:
    found = naast(opgave, dashboard=(Elders("Zaaksysteem", T, elders, "dashboard"),))["dashboard", "Zaaksysteem"]
    assert found.uitkomst == uitkomst
    assert found.verschil == (None if verschil is None else pytest.approx(verschil))


def test_in_the_return_and_not_on_the_dashboard() -> None:
    found = naast(met_zaak(waarde(50)), dashboard=(Elders("Anders", T, 5, "dashboard"),))
    assert {naam: each.uitkomst for (_, naam), each in found.items() if each.bron == "dashboard"} == {
        "Anders": "alleen-elders",
        "zaaksysteem": "alleen-opgave",
    }
    assert found["dashboard", "zaaksysteem"].opgave == 50


def test_budget_and_jbr_look_at_budget_lines_only() -> None:
    opgave = replace(met_zaak(waarde(50)), posten={**met_zaak(waarde(50)).posten, **post(jbr="Hardware").posten})
    found = naast(opgave, jbr=(Elders("Hardware", T, 2000, "JBR"),))
    assert (found["begroting", "6"].opgave, found["begroting", "6"].uitkomst) == (2900, "sluit")
    assert (found["jbr", "Hardware"].opgave, found["jbr", "Hardware"].uitkomst) == (2900, "bedrag")
    assert POST in opgave.posten
