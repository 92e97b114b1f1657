"""What ships is sound: the dataset reconciles, describes itself, and the starter runs at once."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from model.cli.main import main
from model.engine import run
from model.io.datapackage import NAME, datapackage
from model.io.dataset import read_dataset
from model.io.shipped import data_folder, shipped_dataset
from model.io.starter import manual
from model.measures import MEASURES
from model.reconciliation import reconcile, status_tables
from model.schema import TABLES
from model.text import LANGUAGES


@pytest.fixture(scope="module")
def baseline():
    return read_dataset(shipped_dataset())


def test_every_published_total_reconciles(baseline) -> None:
    totals = reconcile(baseline)
    assert len(totals) >= 20
    assert [total.say().nl for total in totals if not total.agrees] == []


def test_shares_of_status_add_up_to_one(baseline) -> None:
    for table in status_tables(baseline):
        shares = np.array([line.values for line in table.lines if line.unit == "share"])
        assert np.allclose(np.nansum(shares, axis=0), 1)


def test_the_ask_of_medeoverheden_has_no_amount(baseline) -> None:
    assert baseline.sources["nds-uitvoeringsprogramma"].besluitstatus == "gevraagd"
    assert baseline.source_series["nds-uitvoeringsprogramma"] == ()


def test_the_contribution_of_gemeenten_is_inside_the_transfers(baseline) -> None:
    shares = baseline.contributions["gdi-overboekingen"]
    assert np.isclose(shares["gemeenten"] * 198_700, 7_500)
    assert np.isclose(run(baseline).paid_by()["gemeenten"][0], 7_500)


def test_every_nds_post_has_its_place_in_both_other_groupings(baseline) -> None:
    posts = {post.id for post in baseline.posts.values() if post.programma == "NDS"}
    assert set(baseline.groupings) == {"prioriteiten-2024", "waterschappen-2024"}
    for groups in baseline.groupings.values():
        assert set(groups) == posts


def test_the_package_describes_the_tables() -> None:
    folder = shipped_dataset()
    text = (folder / NAME).read_text(encoding="utf-8")
    described = json.loads(text)
    assert text == datapackage(folder, name=described["name"], title=described["title"], version=described["version"])
    assert {resource["path"] for resource in described["resources"]} == {p.name for p in folder.glob("*.csv")}


@pytest.mark.parametrize(
    ("language", "name", "explained"),
    [("nl", "Extra bijdrage tot en met 2028", "LEESMIJ.md"), ("en", "Extra contribution to 2028", "README.md")],
)
def test_the_starter_checks_and_runs_at_once(
    language: str, name: str, explained: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "eigen"
    assert main(["init", str(folder), "--taal", language]) == 0
    assert (folder / explained).exists()
    assert main(["check", "--data", str(folder)]) == 0
    assert main(["run", str(folder / "scenario.toml"), "--data", str(folder), "--out", str(tmp_path / "uit")]) == 0
    assert name in capsys.readouterr().out
    assert main(["init", str(folder)]) == 2
    assert "--force" in capsys.readouterr().err
    assert main(["init", str(folder), "--force"]) == 0


def test_both_starters_have_the_same_figures() -> None:
    dutch, english = (read_dataset(data_folder() / "starter" / language) for language in LANGUAGES)
    assert _figures(dutch) == _figures(english)


def _figures(baseline):
    series = (*baseline.post_series.values(), *baseline.source_series.values())
    amounts = [(amount.jaar, amount.bedrag, amount.status) for given in series for amount in given]
    values = {ident: [row.waarde for row in found.rows] for ident, found in baseline.parameters.items()}
    owners = (*baseline.posts.values(), *baseline.sources.values())
    bare = [replace(owner, naam="", toelichting=None) for owner in owners]
    return amounts, values, baseline.keys, bare


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_explains_every_column_and_measure(language) -> None:
    text = manual(language)
    for table in TABLES:
        for column in table.columns:
            assert f"`{column.name}`" in text
    for soort in MEASURES:
        assert f"## {soort}" in text
    for common in ("beleidsmatig", "categorie"):
        assert text.count(f"- `{common}`") == 1
    assert not re.search(r"\d,\d\d?\b(?!,)", text.replace("1.234,5", "")), "examples have decimal points"
    assert "id uit partijen.csv" in text if language == "nl" else "id from partijen.csv" in text
