"""What ships is sound: the dataset reconciles, describes itself, and the starter runs at once."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from model.cli.main import main
from model.engine import run
from model.io.datapackage import NAME, datapackage
from model.io.dataset import read_dataset
from model.io.shipped import shipped_dataset
from model.io.starter import manual
from model.measures import MEASURES
from model.reconciliation import reconcile, status_tables
from model.schema import TABLES


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


def test_the_starter_checks_and_runs_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "eigen"
    assert main(["init", str(folder)]) == 0
    assert main(["check", "--data", str(folder)]) == 0
    assert main(["run", str(folder / "scenario.toml"), "--data", str(folder), "--out", str(tmp_path / "uit")]) == 0
    assert "Extra bijdrage tot en met 2028" in capsys.readouterr().out
    assert main(["init", str(folder)]) == 2
    assert "--force" in capsys.readouterr().err
    assert main(["init", str(folder), "--force"]) == 0


def test_the_manual_explains_every_column_and_measure() -> None:
    text = manual()
    for table in TABLES:
        for column in table.columns:
            assert f"`{column.name}`" in text
    for soort in MEASURES:
        assert f"## {soort}" in text
