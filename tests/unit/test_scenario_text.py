"""A scenario written as text reads back as the same scenario, whatever its measures, names and numbers."""

from __future__ import annotations

import dataclasses
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.io.scenario_file import read_scenario
from model.io.scenario_text import scenario_text
from model.io.shipped import shipped_scenarios
from model.kinds import Choice, Ident, Kind, Many, Words
from model.measures import MEASURES, Measure
from model.measures.fields import Columns, Flag, Selection, Selector, YearAmounts, Yearly, specs
from model.measures.values import LEEG, OrEmpty, SharePerPartij
from model.quantities import Number, Rate, Whole
from model.scenario import Scenario, Step

words = (
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1).map(str.strip).filter(bool)
)
idents = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
years = st.integers(1900, 2200)


def numbers(kind: Number) -> st.SearchStrategy[Any]:
    low, high = max(kind.low, kind.above, -1e12), min(kind.high, 1e12)
    if isinstance(kind, Whole):
        return st.integers(int(low), int(min(high, 10**9)))
    return st.floats(low, high, exclude_min=kind.above > kind.low).map(kind.accept)


@st.composite
def year_amounts(draw: st.DrawFn, kind: Yearly) -> YearAmounts:
    given_ = draw(st.dictionaries(years, numbers(Number()), min_size=0 if kind.may_be_empty or kind.structural else 1))
    last = draw(numbers(Number())) if kind.structural and (not given_ or draw(st.booleans())) else None
    return YearAmounts(tuple(sorted(given_.items())), last)


@st.composite
def selections(draw: st.DrawFn, kind: Selector) -> Selection:
    several = st.lists(words.filter(lambda text: "|" not in text), min_size=1).map(tuple)
    if kind.sources and draw(st.booleans()):
        return Selection((("dekkingsbron", draw(several)),))
    columns = ("kostenpost", "programma", "thema", "voorziening", "kostensoort")
    names = draw(st.lists(st.sampled_from(columns), min_size=1, unique=True))
    return Selection(tuple((name, draw(several)) for name in names))


@st.composite
def columns_of(draw: st.DrawFn, kind: Columns) -> dict[str, Any]:
    wanted = [column for column in kind.table.columns if not column.optional or draw(st.booleans())]
    return {column.name: draw(values(column.kind)) for column in wanted}


def values(kind: Kind) -> st.SearchStrategy[Any]:
    made: dict[type[Kind], Any] = {
        Words: lambda: words,
        Ident: lambda: idents,
        Flag: st.booleans,
        Rate: lambda: st.one_of(numbers(kind.number), st.just("index.lpo")),
        Yearly: lambda: year_amounts(kind),
        Selector: lambda: selections(kind),
        Columns: lambda: columns_of(kind),
        SharePerPartij: lambda: st.dictionaries(words, numbers(Number(low=0)), min_size=1),
        OrEmpty: lambda: st.one_of(st.just(LEEG), values(kind.each)),
        Many: lambda: st.lists(values(kind.each).filter(lambda v: "|" not in v), min_size=1).map(tuple),
        Choice: lambda: st.sampled_from(sorted(kind.options)),
    }
    for type_, strategy in made.items():
        if isinstance(kind, type_):
            return strategy()
    return numbers(kind)


@st.composite
def measures(draw: st.DrawFn, soort: type[Measure]) -> Measure:
    declared = specs(soort)
    filled = {name for name, spec in declared.items() if spec.needed or draw(st.booleans())}
    return soort(**{name: draw(values(spec.kind)) for name, spec in declared.items() if name in filled})


def read_back(scenario: Scenario) -> Scenario:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "terug.toml"
        path.write_bytes(scenario_text(scenario).encode())
        found, issues = read_scenario(path)
    assert not issues
    return found


def same_plan(a: Scenario, b: Scenario) -> bool:
    fields = [field.name for field in dataclasses.fields(Scenario) if field.name not in ("file", "steps")]
    return all(getattr(a, name) == getattr(b, name) for name in fields) and [step.measure for step in a.steps] == [
        step.measure for step in b.steps
    ]


@pytest.mark.parametrize("soort", MEASURES)
def test_every_measure_reads_back(soort: str) -> None:
    @settings(max_examples=25, deadline=None)
    @given(measures(MEASURES[soort]))
    def check(measure: Measure) -> None:
        scenario = Scenario(naam="x", steps=(Step(None, measure), Step(None, measure)))  # type: ignore[arg-type]
        assert same_plan(read_back(scenario), scenario)

    check()


@settings(max_examples=50, deadline=None)
@given(
    st.builds(
        Scenario,
        naam=words.filter(lambda text: text != "basis"),
        omschrijving=st.none() | words,
        status=st.none() | words,
        datum=st.none() | words | st.dates().map(str),
        auteur=st.none() | words,
        begrotingsjaar=st.none() | years,
        horizon=st.none() | st.tuples(years, years).map(lambda pair: (min(pair), max(pair))),
        telt_mee=st.none() | st.lists(st.sampled_from(["vastgesteld", "gevraagd"]), unique=True).map(tuple),
    )
)
def test_settings_read_back(scenario: Scenario) -> None:
    assert same_plan(read_back(scenario), scenario)


@pytest.mark.parametrize("path", shipped_scenarios(), ids=lambda path: path.stem)
def test_a_chain_of_scenarios_becomes_one_file(path: Path) -> None:
    scenario, issues = read_scenario(path)
    assert not issues
    assert same_plan(read_back(scenario), scenario)


def test_a_measure_that_was_not_read_has_no_text() -> None:
    with pytest.raises(ValueError, match="no text"):
        scenario_text(Scenario(naam="x", steps=(Step(None, None),)))  # type: ignore[arg-type]
