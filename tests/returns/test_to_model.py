"""What departments said as a dataset: its amounts are theirs, it passes the checks, and a scenario runs on it."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from returns.rondes import ingevuld, ronde, seeds

from model.cli.main import main
from model.engine import run
from model.io.dataset import read_dataset
from model.io.returns.to_dataset import NOT_TAKEN, SCENARIO, write_to_dataset
from model.io.scenario_file import read_scenario
from model.returns.basis import basis_van
from model.returns.columns import AFTER, KOLOMMEN, jaar_van
from model.returns.opgave import Opgave
from model.returns.ronde import Departement, Ronde
from model.returns.telling import Telling, Vraag, tel
from model.returns.terms import PRIJZEN
from model.returns.to_model import dataset
from model.returns.totals import totaal

UITGAVEN = Vraag("begroting", "uitgaven")


def geteld(seed: int, posten: int = 3) -> Telling:
    """Return the count of a random round, with cells missing and not comparable; one department did not answer."""
    asked = ronde(seed, 3, posten, vorige=0.0)
    returns = {d: ingevuld(basis_van(asked, d), seed + n) for n, d in enumerate(list(asked.departementen)[:2])}
    return tel(asked, returns)


@settings(max_examples=20, deadline=None)
@given(seeds)
def test_amounts_of_posts_and_sources_are_the_totals_of_the_return(seed: int) -> None:
    telling = geteld(seed)
    rows = dataset(telling).rijen
    for kolom in KOLOMMEN:
        found = totaal(telling, UITGAVEN, kolom)
        year = jaar_van(kolom, telling.ronde.jaar) or telling.ronde.jaar + AFTER + 1
        for series in ("kostenreeksen", "dekkingsreeksen"):
            assert sum(row["bedrag"] for row in rows[series] if row["jaar"] == year) == pytest.approx(found.minstens)


@settings(max_examples=20, deadline=None)
@given(seeds)
def test_every_cell_counts_or_is_named(seed: int) -> None:
    telling = geteld(seed)
    left = dataset(telling).weggelaten
    for kolom in KOLOMMEN:
        found = totaal(telling, UITGAVEN, kolom)
        assert sum(each.oordeel.kolom == kolom for each in left) == found.onbekend + found.onvergelijkbaar


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_dataset_passes_and_a_scenario_runs_on_it(seed: int, tmp_path: Path) -> None:
    telling = geteld(seed)
    write_to_dataset(telling, tmp_path, force=False)
    assert main(["check", "--data", str(tmp_path)]) == 0
    assert main(["run", str(tmp_path / SCENARIO), "--data", str(tmp_path)]) == 0
    scenario, issues = read_scenario(tmp_path / SCENARIO)
    assert not issues
    result = run(read_dataset(tmp_path), scenario)
    asked = telling.ronde
    needed = dict(zip(result.years, result.indicator("behoefte"), strict=True))
    for kolom in KOLOMMEN:
        year = jaar_van(kolom, asked.jaar) or asked.jaar + AFTER + 1
        assert needed[year] == pytest.approx(totaal(telling, UITGAVEN, kolom).minstens)
    assert result.indicator("tekort").max() == pytest.approx(0, abs=1e-6)


def test_the_scenario_alone_can_be_asked_and_says_in_which_prices_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    telling = geteld(1)
    write_to_dataset(telling, tmp_path, force=False)
    words = ["run", str(tmp_path / SCENARIO), "--data", str(tmp_path)]
    assert main([*words, "--zonder-basis"]) == 0
    alone = capsys.readouterr().out
    assert main(words) == 0
    assert ("\nbasis\n" in alone, "\nbasis\n" in capsys.readouterr().out) == (False, True)
    assert f"in {PRIJZEN[telling.ronde.prijzen].naam.nl}; er is niets omgerekend." in alone
    assert "prijzen zoals opgegeven, geen prijsindex" in " ".join(alone.split())
    assert f"constante prijzen {telling.ronde.jaar}" not in alone


def test_what_is_left_out_is_written_with_its_reason(tmp_path: Path) -> None:
    telling = geteld(1)
    write_to_dataset(telling, tmp_path, force=False)
    with (tmp_path / NOT_TAKEN).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(dataset(telling).weggelaten) > 0
    assert all(row["reden"] for row in rows)


def test_names_that_make_the_same_id_and_hostile_ones(tmp_path: Path) -> None:
    asked = ronde(5, 1, 0)
    base = next(post for seed in range(9) for post in ronde(seed, 1, 1).posten["dep-1"] if post.tabel == "begroting")
    posts = tuple(
        replace(base, ident=f"p-{n}", velden={**base.velden, "artikel": artikel})
        for n, artikel in enumerate(("6.2", "6-2", "", "=1+1"))
    )
    named = {"dep-1": Departement("dep-1", '=HYPERLINK("x") | "naam"', "VII")}
    asked = replace(asked, naam='R "2027"\\', posten={"dep-1": posts}, departementen=named)
    write_to_dataset(tel(asked, {"dep-1": volledig(asked)}), tmp_path, force=False)
    assert main(["check", "--data", str(tmp_path)]) == 0
    assert main(["run", str(tmp_path / SCENARIO), "--data", str(tmp_path)]) == 0
    assert len({row.id for row in read_dataset(tmp_path).sources.values()}) == 4


def volledig(asked: Ronde) -> Opgave:
    return ingevuld(basis_van(asked, "dep-1"), 1, ontbreekt=0, afwijking=0)
