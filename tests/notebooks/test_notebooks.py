"""Every notebook runs from top to bottom, and its figures say what the engine finds."""

from __future__ import annotations

import base64
import importlib
import os
import re
from functools import cache
from pathlib import Path

import matplotlib.pyplot as plt
import nbformat
import pytest
from matplotlib.figure import Figure
from nbclient import NotebookClient
from nbformat import NotebookNode

from model.engine import run
from model.findings import findings
from model.io.open import open_scenarios
from model.reconciliation import status_tables
from model.result import Result
from model.text import number, percent

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


def drawn(results: list[Result]) -> list[Figure]:
    """Return the figures as they are drawn, not as images; a notebook finds `figuren` because it stands beside it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(FOLDER)
        figuren = importlib.import_module("figuren")
    made = [make(results) for make in (figuren.verdringing, figuren.afgrond, figuren.rekening)]
    plt.close("all")
    return made


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
    assert f"bij ‘{results[2].scenario.naam}’ is vanaf 2031 ook beheer niet volledig gedekt" in eaten
    late = max(results, key=lambda result: float(result.indicator("achterstand_einde", "NDS")))
    assert f"De grootste achterstand in {late.years[-1]} is die bij ‘{late.scenario.naam}’" in lost
    assert bill.startswith(f"Medeoverheden blijven over {results[0].years[0]}-{results[0].years[-1]} zitten met €")


def test_figures_say_the_share_of_published_euros_that_check_says(results):
    """Over all years, the extended ones included: four years of € 260,9 mln and one of € 71,1 mln."""
    money = status_tables(results[0].plan.baseline)[1].lines[-1].values.sum()
    source = [text for figure in drawn(results) for text in figure.texts if text.get_text().startswith("Bron:")]
    assert len(source) == 3
    share = f"0 % (kosten) en {percent((4 * 260_900 + 71_100) / money, 'nl')} (dekking) gepubliceerd"
    assert all(share in " ".join(text.get_text().split()) for text in source)


def test_panels_say_tekort_and_achterstand_of_the_last_year(results):
    axes = drawn(results)[1].axes
    for result, axis in zip(results, axes, strict=True):
        told = " ".join(text.get_text() for text in axis.texts)
        waits = float(result.indicator("achterstand_einde", "NDS")) / float(result.indicator("deflator")[-1]) / 1_000
        amount = f"€ {number(waits / 1_000, 'nl', 1)} mld" if waits >= 999.5 else f"€ {number(waits, 'nl')} mln"
        assert re.search(rf"2035: tekort € [\d.,]+ m\w+, achterstand {re.escape(amount)}", told)
    assert "beheer GDI vanaf 2031 niet volledig gedekt" in " ".join(text.get_text() for text in axes[2].texts)


def test_last_table_is_for_readers(results):
    table = [output.data["text/html"] for output in outputs(VERHAAL) if "text/html" in output.get("data", {})][-1]
    assert "€ mln, constante prijzen 2026" in table
    assert "som over 2024-2035" in table
    names = re.findall(r'<th scope="row"[^>]*>([^<]*)</th>', table)
    assert names == ["Rijk", "Gemeenten", "Provincies", "Waterschappen", "Samen"]
    rijk = results[0].paid_by()["rijk"] / results[0].indicator("deflator")
    assert f">{number(rijk.sum() / 1_000, 'nl')}<" in table


def test_every_scenario_has_its_key_table(results):
    tables = [output.data["text/html"] for output in outputs(VERHAAL) if "text/html" in output.get("data", {})]
    shown = [table for table in tables if "<b>Kerncijfers</b> (bedragen x € 1.000, constante prijzen" in table]
    assert len(shown) == len(results)
