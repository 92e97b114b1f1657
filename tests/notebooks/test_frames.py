"""Frames are the result files; who asks for none needs no pandas."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from model.engine import run
from model.io.frames import frame
from model.io.open import open_scenarios
from model.io.results import write_results
from model.io.shipped import shipped_dataset
from model.result import RESULT_FILES


@pytest.fixture(scope="module")
def results():
    baseline, [(scenario, _)] = open_scenarios(shipped_dataset(), ["structureel"])
    return [run(baseline), run(baseline, scenario)]


@pytest.mark.parametrize("file", RESULT_FILES)
def test_frame_has_the_columns_and_rows_of_its_file(results, tmp_path: Path, file):
    write_results(results, tmp_path)
    with (tmp_path / file).open(encoding="utf-8", newline="") as written:
        header, *rows = csv.reader(written)
    found = frame(results, file)
    assert list(found.columns) == header
    assert len(found) == len(rows)
    amounts = found[header[-1]].tolist()
    assert amounts == [float(row[-1]) for row in rows]
    years = ["" if missing else str(year) for year, missing in zip(found["jaar"], found["jaar"].isna(), strict=True)]
    assert years == [row[1] for row in rows]


def test_frame_refuses_what_is_no_result_file(results):
    with pytest.raises(KeyError, match="tekorten"):
        frame(results, "tekorten.csv")


def test_engine_and_frames_are_imported_without_pandas():
    code = "import sys, model.engine, model.io.frames; sys.exit('pandas' in sys.modules)"
    root = Path(__file__).resolve().parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0  # noqa: S603
