"""Whatever the files hold, reading them succeeds or raises `InputError` with sentences; nothing else comes out."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from contract.mutilating import HERE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.baseline import Baseline
from model.errors import InputError, Issue, Place
from model.io.dataset import read_dataset
from model.io.open import open_scenarios, planned_scenario
from model.measures import MEASURES
from model.measures.fields import specs
from model.schema import TABLES, Table

FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
MANY = settings(FEW, max_examples=200)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(HERE / "dataset", tmp_path / "dataset")
    return tmp_path


@pytest.fixture(scope="module")
def baseline() -> Baseline:
    return read_dataset(HERE / "dataset")


def survives(read: Callable[[], object]) -> None:
    """Read, and say every issue in both languages."""
    issues: tuple[Issue, ...] = ()
    try:
        read()
    except InputError as error:
        issues = error.issues or (Issue("niets", Place("niets")),)
    for issue in issues:
        assert issue.say("en")
        assert "\n" not in issue.say("nl")


def planned(path: Path, baseline: Baseline) -> None:
    _, _, issues = planned_scenario(baseline, path)
    if issues:
        raise InputError(issues)


SEEDS = [
    "",
    "0",
    "-1",
    "1e999",
    "nan",
    "0,5",
    "2024",
    "2200.0",
    "rijk|",
    "|",
    "GDI",
    "wat een tekst",
    '"',
    "'",
    "\0",
    "\x1b",
]
CELL = st.sampled_from(SEEDS) | st.text(max_size=12)


@st.composite
def lines(draw: st.DrawFn, table: Table) -> str:
    """Return a table with its own header, more or less, and any cells."""
    names = [column.name for column in table.columns]
    header = draw(st.just(names) | st.permutations(names) | st.lists(st.sampled_from(names) | CELL, max_size=8))
    rows = draw(st.lists(st.lists(CELL, min_size=len(header), max_size=len(header)), max_size=4))
    return "\n".join(",".join(row) for row in [header, *rows])


@pytest.mark.parametrize("table", TABLES, ids=[table.name for table in TABLES])
def test_any_bytes_as_table(table: Table, folder: Path) -> None:
    @FEW
    @given(content=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
    def check(content: bytes) -> None:
        (folder / "dataset" / table.file).write_bytes(content)
        survives(lambda: read_dataset(folder / "dataset"))

    check()


@pytest.mark.parametrize("table", TABLES, ids=[table.name for table in TABLES])
def test_any_cells_as_table(table: Table, folder: Path) -> None:
    @FEW
    @given(content=lines(table))
    def check(content: str) -> None:
        (folder / "dataset" / table.file).write_text(content, encoding="utf-8", errors="replace")
        survives(lambda: read_dataset(folder / "dataset"))

    check()


@MANY
@given(content=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_as_scenario(content: bytes, folder: Path, baseline: Baseline) -> None:
    (folder / "scenario.toml").write_bytes(content)
    survives(lambda: planned(folder / "scenario.toml", baseline))


SCALARS = (
    st.booleans()
    | st.integers()
    | st.integers(1890, 2210)
    | st.floats()
    | st.sampled_from(
        ["", "structureel", "rijk", "GDI", "begroting", "toegang-vernieuwing", "vernieuwing", "samen", "leeg", "a|b"]
    )
    | st.sampled_from(["prijscompensatie", "beheerratio", "index.lpo", "index.", "vastgesteld", "basis", "basis.toml"])
    | st.text(max_size=8)
    | st.dates()
    | st.times()
    | st.datetimes()
)
KEYS = st.sampled_from(
    ["2025", "2026", "structureel", "programma", "dekkingsbron", "kostenpost", "id", "naam"]
) | st.text(max_size=5)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=6
)


def toml(value: Any) -> str:
    """Return a value as TOML."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{quoted(key)} = {toml(item)}" for key, item in value.items()) + "}"
    return repr(value)


def quoted(text: str) -> str:
    return '"' + "".join(f"\\U{ord(mark):08x}" if not "\ud800" <= mark <= "\udfff" else "?" for mark in text) + '"'


def written(top: Mapping[str, Any], measures: list[dict[str, Any]]) -> str:
    parts = [f"{quoted(name)} = {toml(value)}" for name, value in top.items()]
    for measure in measures:
        parts += ["[[maatregel]]", *(f"{quoted(name)} = {toml(value)}" for name, value in measure.items())]
    return "\n".join(parts)


TOP = [
    "naam",
    "omschrijving",
    "status",
    "datum",
    "auteur",
    "begrotingsjaar",
    "horizon",
    "basis",
    "telt_mee",
    "maatregel",
]


@MANY
@given(top=st.dictionaries(st.sampled_from(TOP) | st.text(max_size=5), VALUES, max_size=5))
def test_any_top_of_scenario(top: dict[str, Any], folder: Path, baseline: Baseline) -> None:
    (folder / "scenario.toml").write_text(written(top, []), encoding="utf-8")
    survives(lambda: planned(folder / "scenario.toml", baseline))


def fields() -> Iterator[tuple[str, str]]:
    for soort, measure in MEASURES.items():
        for name in specs(measure):
            yield soort, name


GOOD: Mapping[str, Mapping[str, Any]] = {
    "mutatie": {"kostenpost": "toegang-beheer", "bedragen": {"2025": 1}},
    "percentage": {"betreft": {"programma": "GDI"}, "percentage": 0.1},
    "kasschuif": {"dekkingsbron": "begroting", "bedragen": {"2025": 1, "2026": -1}},
    "overboeking": {"van": "begroting", "naar": "eigen", "bedragen": {"2025": 1}},
    "vertraging": {"betreft": {"thema": "cloud"}, "jaren": 1},
    "looptijd": {"dekkingsbron": "begroting"},
    "nieuwe_post": {
        "velden": {
            "id": "n", "naam": "N", "programma": "GDI", "thema": "t", "kostensoort": "beheer", "rang": 1,
            "verloop": "structureel", "sleutel": "rijk",
        },
        "reeks": {"2025": 1},
    },
    "nieuwe_bron": {
        "velden": {
            "id": "n", "naam": "N", "betaler": "rijk", "besluitstatus": "gevraagd", "volgorde": 1,
            "verloop": "incidenteel",
        },
        "reeks": {},
    },
    "beeindiging": {"betreft": {"dekkingsbron": "eigen"}},
    "bestemming": {"dekkingsbron": "eigen", "volgorde": 3},
    "sleutel": {"betreft": {"voorziening": "DigiD"}, "sleutel": "samen"},
    "aandelen": {"sleutel": "drie", "aandelen": {"rijk": 0.5, "logius": 0.5}},
    "rang": {"betreft": {"voorziening": "DigiD"}, "rang": 3},
    "kenmerk": {"betreft": {"kostenpost": "toegang-vernieuwing"}, "beheerratio": 0.2},
    "parameter": {"parameter": "vrij", "waarde": 3},
}  # fmt: skip


def test_good_measures_are_good(folder: Path) -> None:
    assert set(GOOD) == set(MEASURES)
    text = written({"naam": "X"}, [{"soort": soort, **given} for soort, given in GOOD.items()])
    (folder / "scenario.toml").write_text(text, encoding="utf-8")
    assert open_scenarios(folder / "dataset", [folder / "scenario.toml"])


@pytest.mark.parametrize("soort", MEASURES)
def test_any_value_in_any_field(soort: str, folder: Path, baseline: Baseline) -> None:
    names = list(specs(MEASURES[soort]))

    @settings(FEW, max_examples=70)
    @given(wrong=st.dictionaries(st.sampled_from(names), VALUES, min_size=1, max_size=2))
    def check(wrong: dict[str, Any]) -> None:
        text = written({"naam": "X"}, [{"soort": soort, **GOOD[soort], **wrong}])
        (folder / "scenario.toml").write_text(text, encoding="utf-8")
        survives(lambda: planned(folder / "scenario.toml", baseline))

    check()


@pytest.mark.parametrize("soort", ["nieuwe_post", "nieuwe_bron"])
def test_any_value_in_any_column_of_an_addition(soort: str, folder: Path, baseline: Baseline) -> None:
    table = next(
        table for table in TABLES if table.name == ("kostenposten" if soort == "nieuwe_post" else "dekkingsbronnen")
    )

    @settings(FEW, max_examples=100)
    @given(wrong=st.dictionaries(st.sampled_from([*table.by_name]), VALUES, min_size=1, max_size=3))
    def check(wrong: dict[str, Any]) -> None:
        good = GOOD[soort]
        text = written({"naam": "X"}, [{"soort": soort, **good, "velden": {**good["velden"], **wrong}}])
        (folder / "scenario.toml").write_text(text, encoding="utf-8")
        survives(lambda: planned(folder / "scenario.toml", baseline))

    check()
