"""The identities of model.md section 3, and what follows from them, on random budgets."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from properties.budgets import budgets

from model.baseline import Baseline
from model.engine import run
from model.result import Result
from model.scenario import Scenario

ALL_MONEY = Scenario(naam="alles", telt_mee=("vastgesteld", "gevraagd"), horizon=(2024, 2031))

thorough = settings(max_examples=60, deadline=None)


def computed(baseline: Baseline) -> Result:
    return run(baseline, ALL_MONEY)


def close(one: object, other: object) -> bool:
    return bool(np.allclose(one, other, rtol=1e-6, atol=1e-6))  # type: ignore[arg-type]


@thorough
@given(budgets())
def test_need_is_cover_plus_rest(baseline: Baseline) -> None:
    out = computed(baseline).outcome
    assert close(out.need, out.dekking + out.short)


@thorough
@given(budgets())
def test_what_sources_pay_is_what_cells_receive(baseline: Baseline) -> None:
    result = computed(baseline)
    out = result.outcome
    assert close(out.ingezet.sum(axis=1), out.dekking.sum(axis=1))
    assert close(out.beschikbaar, out.ingezet + out.meegenomen + out.onderuitputting)
    paid = sum((amounts for _, _, amounts in result.payments()), np.zeros(len(result.years)))
    assert close(paid, result.indicator("dekking"))
    assert close(sum(result.paid_by().values(), np.zeros(len(result.years))), result.indicator("dekking"))


@thorough
@given(budgets())
def test_work_is_delivered_waits_or_lapses(baseline: Baseline) -> None:
    result = computed(baseline)
    out, layout = result.outcome, result.grid.layout
    for c, cell in enumerate(result.grid.cells):
        if layout.cell_soort[c] == 1:
            planned = cell.share * result.grid.values.plan[0, layout.cell_post[c]]
            before = np.concatenate([[0.0], out.achterstand[:-1, c]])
            after = out.geleverd[:, c] + out.achterstand[:, c] + out.vervallen[:, c]
            assert close(planned + before, after)


@thorough
@given(budgets())
def test_nothing_is_negative_and_ratios_are_ratios(baseline: Baseline) -> None:
    result = computed(baseline)
    for name, amounts in result.outcome._asdict().items():
        assert np.all(amounts >= 0), name
    for ident in ("dekkingsgraad", "beheeraandeel", "vernieuwingsaandeel"):
        assert np.all((result.indicators[ident] >= 0) & (result.indicators[ident] <= 1 + 1e-9)), ident
    assert np.all(result.indicator("saldo_structurele_dekking") <= 0)


@thorough
@given(budgets())
def test_programmas_add_up_to_everything(baseline: Baseline) -> None:
    result = computed(baseline)
    for ident in ("behoefte", "dekking", "tekort", "eigen_middelen", "structurele_dekking", "achterstand", "besparing"):
        parts = sum((result.indicator(ident, programma) for programma in result.grid.programmas), 0.0)
        assert close(parts, result.indicator(ident))


@thorough
@given(budgets())
def test_no_source_is_left_with_money_that_a_short_cell_could_use(baseline: Baseline) -> None:
    result = computed(baseline)
    out, layout = result.outcome, result.grid.layout
    left = out.beschikbaar - out.ingezet
    for s in range(len(result.grid.sources)):
        first, end = (layout.group_entry[layout.source_group[i]] for i in (s, s + 1))
        for e in range(first, end):
            assert np.all((left[:, s] <= 1e-6) | (out.short[:, layout.entry_cell[e]] <= 1e-6))


@thorough
@given(budgets())
def test_the_order_of_sources_leaves_the_structural_balance(baseline: Baseline) -> None:
    """Swapping incidental sources with others changes neither structural cover nor costs (model, section 4)."""
    free = {ident: replace(s, voor_programma=(), voor_kostensoort=(), voor_partij=(), eindejaarsmarge=None)
            for ident, s in baseline.sources.items()}  # fmt: skip
    posts = {i: replace(p, beheerratio=None) if p.investering else p for i, p in baseline.posts.items()}
    one = replace(baseline, sources=free, posts=posts)
    turned = {ident: replace(source, volgorde=-source.volgorde) for ident, source in free.items()}
    saldo = [computed(b).indicator("saldo_structurele_dekking") for b in (one, replace(one, sources=turned))]
    assert close(*saldo)


@thorough
@given(budgets(), st.integers(2015, 2023))
def test_a_years_amounts_do_not_depend_on_where_the_horizon_starts(baseline: Baseline, first: int) -> None:
    early = run(baseline, replace(ALL_MONEY, horizon=(first, 2031)))
    late = run(baseline, replace(ALL_MONEY, horizon=(2027, 2031)))
    for ident in ("behoefte", "dekking", "tekort", "achterstand"):
        assert close(early.indicator(ident)[2027 - first :], late.indicator(ident))


@thorough
@given(budgets(), st.floats(1.5, 1000))
def test_everything_scales_with_money(baseline: Baseline, factor: float) -> None:
    def scaled(series: object) -> dict[str, object]:
        return {i: tuple(replace(a, bedrag=a.bedrag * factor) for a in given_) for i, given_ in series.items()}  # type: ignore[attr-defined]

    posts = {i: replace(p, capaciteit=None) if p.investering else p for i, p in baseline.posts.items()}
    one = replace(baseline, posts=posts)
    large = replace(one, post_series=scaled(one.post_series), source_series=scaled(one.source_series))  # type: ignore[arg-type]
    for ident in ("behoefte", "dekking", "tekort", "achterstand", "onderuitputting"):
        assert close(computed(one).indicator(ident) * factor, computed(large).indicator(ident))
