"""Every notebook runs from top to bottom, and its figures say what the engine finds."""

from __future__ import annotations

import base64
import os
import re
from functools import cache
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode

from model.engine import run
from model.findings import findings
from model.io.open import open_scenarios
from model.result import Result

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
VERHAAL = FOLDER / "verhaal.ipynb"
SCENARIOS = ["incidenteel-tm-2030", "structureel", "binnen-bestaande-begroting"]

PNG = b"\x89PNG\r\n\x1a\n"
# Bytes; a panel without anything in it is smaller.
DRAWN = 20_000

pytestmark = pytest.mark.filterwarnings("default")  # of Jupyter's own; a notebook's warnings stand in its output


@cache
def executed(path: Path) -> NotebookNode:
    """Return a notebook with the outputs of running it where it stands; any error in a cell is raised."""
    notebook = nbformat.read(path, as_version=4)
    environment = os.environ | {"PYTHONPATH": str(ROOT), "MPLBACKEND": "module://matplotlib_inline.backend_inline"}
    client = NotebookClient(notebook, timeout=240, resources={"metadata": {"path": str(FOLDER)}})
    client.execute(env=environment)
    return notebook


def outputs(path: Path) -> list[NotebookNode]:
    return [output for cell in executed(path).cells if cell.cell_type == "code" for output in cell.outputs]


def figures(path: Path) -> list[NotebookNode]:
    return [output for output in outputs(path) if "image/png" in output.get("data", {})]


@pytest.fixture(scope="module")
def results() -> list[Result]:
    baseline, planned = open_scenarios(ROOT / "data" / "basis", SCENARIOS)
    return [run(baseline, scenario) for scenario, _ in planned]


def test_there_are_notebooks():
    assert VERHAAL in NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_is_kept_without_outputs(path):
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "code":
            assert cell.outputs == []
            assert cell.execution_count is None


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_runs_without_a_word_of_complaint(path):
    assert [output.text for output in outputs(path) if output.get("name") == "stderr"] == []


def test_three_figures_are_made():
    drawn = [base64.b64decode(output.data["image/png"]) for output in figures(VERHAAL)]
    assert len(drawn) == 3
    assert all(image.startswith(PNG) and len(image) > DRAWN for image in drawn)


def test_titles_say_what_the_engine_finds(results):
    eaten, lost, bill = [output.metadata["image/png"]["alt"] for output in figures(VERHAAL)]
    told = " ".join(text.nl for result in results for text in findings(result, "constant"))
    dry = set(re.findall(r"GDI: vanaf (\d{4}) is er geen geld meer voor vernieuwing", told))
    assert dry
    assert set(re.findall(r"vanaf (\d{4}) bij", eaten)) == dry
    assert results[0].scenario.naam in lost
    assert all(f"‘{result.scenario.naam}’" in eaten for result in results)
    assert bill.startswith(f"Medeoverheden blijven over {results[0].years[0]}-{results[0].years[-1]} zitten met €")


def test_every_scenario_has_its_key_table(results):
    tables = [output.data["text/html"] for output in outputs(VERHAAL) if "text/html" in output.get("data", {})]
    shown = [table for table in tables if "<b>Kerncijfers</b> (bedragen x € 1.000, constante prijzen" in table]
    assert len(shown) == len(results)
