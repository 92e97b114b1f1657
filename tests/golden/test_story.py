"""The shipped scenarios tell the story they are there for; figures in k€, current prices unless said otherwise."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np

from model.engine import run_plan
from model.findings import findings
from model.io.open import open_scenarios
from model.io.shipped import shipped_dataset
from model.result import Result
from model.unused import unused


@cache
def result(name: str) -> Result:
    _, [(scenario, plan)] = open_scenarios(shipped_dataset(), [name], one_name_each=False)
    return run_plan(plan, scenario)


def said(name: str) -> str:
    return "\n".join(text.nl for text in findings(result(name), "constant"))


def test_base_year_closes_with_decided_money() -> None:
    basis = result("basis")
    assert np.isclose(basis.indicator("behoefte", "GDI")[0], 332_000)
    assert np.isclose(basis.indicator("dekking", "GDI")[0], 332_000)
    assert basis.indicator("tekort", "GDI")[0] == 0
    assert np.isclose(basis.indicator("beheeraandeel", "GDI")[0], 0.8)


def test_beheer_eats_vernieuwing_under_the_ceiling() -> None:
    assert "GDI: vanaf 2031 is er geen geld meer voor vernieuwing" in said("basis")


def test_within_the_existing_budget_has_no_effect_on_the_ceiling() -> None:
    within = result("binnen-bestaande-begroting")
    assert np.allclose(within.indicator("kadereffect"), 0, atol=1e-6)
    assert "GDI: vanaf 2029 is er geen geld meer voor vernieuwing" in said("binnen-bestaande-begroting")
    assert within.indicator("tekort", "NDS").sum() < result("basis").indicator("tekort", "NDS").sum()
    assert within.indicator("tekort", "GDI").sum() > result("basis").indicator("tekort", "GDI").sum()


def test_incidental_money_has_its_cliff_in_2031() -> None:
    assert "Afgrond: in 2031" in said("incidenteel-tm-2030")
    assert "Structurele lasten, incidenteel gedekt" in said("incidenteel-tm-2030")


def test_structural_money_has_no_cliff_for_the_nds() -> None:
    structural, incidental = result("structureel"), result("incidenteel-tm-2030")
    assert "Afgrond" not in said("structureel")
    assert structural.indicator("tekort", "NDS")[-1] < 1
    assert incidental.indicator("tekort", "NDS")[-1] > 400_000


def test_what_lands_on_medeoverheden_depends_on_the_choice() -> None:
    def bill(name: str) -> float:
        eigen, tekort = (result(name).per_partij(quantity) for quantity in ("eigen", "tekort"))
        return sum(float((eigen[p] + tekort[p])[-1]) for p in ("gemeenten", "provincies", "waterschappen"))

    assert bill("structureel") < bill("incidenteel-tm-2030")


def test_a_longer_delay_delivers_less_within_the_horizon() -> None:
    delivered = [
        result(name).indicator("geleverd", "GDI").sum()
        for name in ("basis", "herijking-toegang", "herijking-toegang-lang")
    ]
    assert delivered[0] > delivered[1] > delivered[2]


def test_a_withheld_tranche_is_lost_for_good() -> None:
    effect = result("prijscompensatie-2026-niet").indicator("kadereffect")
    assert np.all(effect[:2] == 0)
    assert np.all(np.diff(effect[2:]) < 0)


def test_a_kasschuif_moves_money_to_where_the_work_is() -> None:
    with_shift, without = result("kasschuif"), result("herijking-toegang")
    assert with_shift.indicator("onderuitputting")[0] < without.indicator("onderuitputting")[0]
    assert with_shift.indicator("tekort", "GDI")[1] < without.indicator("tekort", "GDI")[1]


def test_money_left_over_is_told_unless_it_is_a_rounding() -> None:
    assert "Onderuitputting: over de horizon blijft samen € 699,5 mln ongebruikt" in said("nds-raming-950-totaal")
    assert "het meest in 2031 (€ 120,0 mln) en van NDS" in said("nds-raming-950-totaal")
    assert "Onderuitputting" not in said("basis") + said("incidenteel-tm-2030")
    left = result("kasschuif").indicator("onderuitputting")
    assert left.max() < 2_000
    assert "Onderuitputting" in said("kasschuif")
    few = replace(
        result("kasschuif"),
        indicators={"onderuitputting": np.minimum(left, 300.0)[None], "deflator": np.ones((1, len(left)))},
    )
    assert not list(unused(few, "lopend"))


def test_the_two_public_totals_of_the_nds_are_never_mixed() -> None:
    def planned(name: str) -> float:
        plan = result(name).plan
        at = plan.horizon.at(2026)
        return sum(float(plan.amounts("kostenpost", p.id)[at]) for p in plan.posts.values() if p.programma == "NDS")

    assert np.isclose(planned("basis"), 1_000_000)
    assert np.isclose(planned("nds-raming-950-per-jaar"), 950_000)
    assert np.isclose(planned("nds-raming-950-totaal") * 5, 950_000)
