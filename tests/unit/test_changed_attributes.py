"""What measures change of posts, sources, keys and parameters: declared once, shown in words, compared as one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from model.baseline import Baseline
from model.bridge import Bridge, Case, bridge
from model.differences import input_differences
from model.engine import run
from model.errors import Place
from model.io.dataset import read_dataset
from model.measures import MEASURES, Measure
from model.measures.amounts import Mutatie
from model.measures.attributes import COLUMNS, Kenmerk
from model.measures.description import described
from model.measures.fields import Selector, YearAmounts, specs
from model.measures.rules import Aandelen, ParameterWaarde
from model.measures.values import OrEmpty
from model.parameters import Distribution
from model.scenario import Scenario, Step, plan_of
from model.schema import DEKKINGSBRONNEN, KOSTENPOSTEN

CONTRACT = Path(__file__).parents[1] / "contract" / "dataset"
CLOUD = Selector().accept({"kostenpost": "cloud-ontwikkeling"})


@pytest.fixture(scope="module")
def baseline() -> Baseline:
    return read_dataset(CONTRACT)


def scenario(naam: str, measures: Sequence[Measure]) -> Scenario:
    return Scenario(naam=naam, steps=tuple(Step(Place(naam, path=f"maatregel {n}"), m) for n, m in enumerate(measures)))


def bridged(baseline: Baseline, one: Measure, other: Measure) -> Bridge:
    a, b = (Case(baseline, scenario(naam, [measure])) for naam, measure in (("a", one), ("b", other)))
    made = bridge(a, b, "behoefte")
    np.testing.assert_allclose(made.start + sum(effect.values for effect in made.effects), made.end, atol=1e-9)
    return made


def test_kenmerk_has_the_columns_of_the_dataset() -> None:
    columns = {**DEKKINGSBRONNEN.by_name, **KOSTENPOSTEN.by_name}
    own = [name for name in specs(Kenmerk) if name not in specs(Measure) and name != "betreft"]
    assert set(own) == set(COLUMNS)
    for name in own:
        spec, column = specs(Kenmerk)[name], columns[name]
        assert spec.kind == OrEmpty(column.kind)
        assert (spec.meaning, spec.unit) == (column.meaning, column.unit)


@pytest.mark.parametrize(
    ("measure", "nl", "en"),
    [
        (
            Kenmerk(betreft=CLOUD, beheerratio=0.125, levensduur="leeg", sleutel_beheer="samen"),
            "Kenmerk · Betreft Kostenpost: cloud-ontwikkeling · Beheerratio 12,5 % · Levensduur leeg"
            " · Verdeelsleutel beheerlast samen",
            "Attribute (kenmerk) · Applies to (betreft) Post (kostenpost): cloud-ontwikkeling · Running-cost ratio"
            " (beheerratio) 12.5 % · Lifetime (levensduur) leeg · Key of running cost (sleutel_beheer) samen",
        ),
        (
            Aandelen(sleutel="drie", aandelen={"rijk": 0.5, "logius": 0.5}),
            "Aandelen van een sleutel · Verdeelsleutel drie · Aandelen rijk: 50 %; logius: 50 %",
            "Shares of a key (aandelen) · Distribution key (sleutel) drie · Shares (aandelen) rijk: 50 %; logius: 50 %",
        ),
        (
            ParameterWaarde(parameter="index.bbp", waarden=YearAmounts(((2026, 0.01),)), eerder_behouden=True),
            "Parameter index.bbp · Waarden per jaar 2026: 0,01 · Eerdere jaren behouden ja",
            "Parameter index.bbp · Values per year (waarden) 2026: 0.01 · Keep earlier years (eerder_behouden) yes",
        ),
    ],
    ids=lambda value: value.soort if isinstance(value, Measure) else "",
)
def test_a_measure_in_words(measure: Measure, nl: str, en: str) -> None:
    assert described(measure) == (nl, en)


def test_the_same_columns_of_the_same_posts_are_one_step(baseline: Baseline) -> None:
    made = bridged(baseline, Kenmerk(betreft=CLOUD, beheerratio=0.2), Kenmerk(betreft=CLOUD, beheerratio=0.3))
    assert [effect.label.nl for effect in made.effects] == ["maatregel 0 → maatregel 0"]
    made = bridged(baseline, Kenmerk(betreft=CLOUD, beheerratio=0.2), Kenmerk(betreft=CLOUD, levensduur=3))
    assert len(made.effects) == 2


def test_the_same_key_is_one_step(baseline: Baseline) -> None:
    rijk, half = {"rijk": 1.0}, {"rijk": 0.5, "gemeenten": 0.5}
    made = bridged(baseline, Aandelen(sleutel="samen", aandelen=rijk), Aandelen(sleutel="samen", aandelen=half))
    assert len(made.effects) == 1
    made = bridged(baseline, Aandelen(sleutel="samen", aandelen=rijk), Aandelen(sleutel="drie", aandelen=half))
    assert len(made.effects) == 2


def test_a_measure_in_words_of_its_dataset(baseline: Baseline) -> None:
    split = Aandelen(sleutel="samen", aandelen={"rijk": 0.5, "logius": 0.5})
    told = described(split, plan_of(baseline, scenario("split", [split]))).nl
    assert told.endswith("Aandelen Rijk: 50 %; Logius: 50 %")


def told(baseline: Baseline, one: list[Measure], other: list[Measure]) -> list[str]:
    results = [run(baseline, scenario(name, measures)) for name, measures in (("a", one), ("b", other))]
    return [text.nl for text in input_differences(results[0], results[1], ("A", "C"))]


def test_an_input_that_differs_is_told_once_as_people_read_it(baseline: Baseline) -> None:
    low, high = (ParameterWaarde(parameter="beheerratio", waarde=value) for value in (0.125, 0.2))
    naam = baseline.parameters["beheerratio"].naam
    assert told(baseline, [low], [high]) == [f"Parameter ‘{naam}’: Waarde 12,5 % → 20 %"]
    assert told(baseline, [low], [low]) == ["niets: de invoer is gelijk"]
    assert told(baseline, [], [high]) == [f"alleen in C: Parameter {naam} · Waarde 20 % (in A 15 %)"]


def test_of_a_series_only_years_that_differ_are_told(baseline: Baseline) -> None:
    source = next(iter(baseline.sources))
    series = [YearAmounts(((2026, 1000.0), (2027, amount)), 5.0) for amount in (1250.0, 400.5)]
    one, other = (Mutatie(naam="Meer", dekkingsbron=source, bedragen=amounts) for amounts in series)
    assert told(baseline, [one], [other]) == ["Mutatie ‘Meer’: Bedragen per jaar (x € 1.000) 2027: 1.250 → 400,5"]


def test_earlier_values_stay_with_where_they_come_from(baseline: Baseline) -> None:
    def changed(ident: str, old: Baseline = baseline) -> list[tuple[int | None, float, str]]:
        new = ParameterWaarde(parameter=ident, waarden=YearAmounts(((2025, 0.5), (2027, 0.7))), eerder_behouden=True)
        parameter = plan_of(old, scenario("later", [new])).parameters[ident]
        return [(row.jaar, row.waarde, row.status) for row in parameter.rows]

    later = [(2025, 0.5, "voorstel"), (2027, 0.7, "voorstel")]
    assert changed("index.lpo") == [(2024, 0.03, "gepubliceerd"), *later]
    assert changed("index.bbp") == [(2024, 0.02, "aanname"), *later]
    without = {ident: found for ident, found in baseline.parameters.items() if ident != "index.bbp"}
    assert changed("index.bbp", replace(baseline, parameters=without)) == [(2024, 0.0, "aanname"), *later]


def test_a_deviation_per_year_stays_uncertain_only_where_years_are_kept(baseline: Baseline) -> None:
    def distribution(ident: str, *, kept: bool) -> Distribution | None:
        new = ParameterWaarde(parameter=ident, waarden=YearAmounts(((2026, 0.5),)), eerder_behouden=kept)
        return plan_of(baseline, scenario("later", [new])).parameters[ident].distribution

    assert distribution("index.lpo", kept=True) == baseline.parameters["index.lpo"].distribution
    assert distribution("index.lpo", kept=False) is None


def test_every_kind_of_measure_is_declared_once() -> None:
    assert len(MEASURES) == 15
    assert all(measure.soort == soort for soort, measure in MEASURES.items())
