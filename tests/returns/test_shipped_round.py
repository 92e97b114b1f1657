"""The round that ships is what its script makes, is plainly fictitious, and is sound."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections import defaultdict

import pytest

from model.io.returns.round_reader import read_ronde
from model.io.shipped import data_folder, shipped_ronde
from model.returns.basis import versie
from model.returns.ronde import Ronde

VERDICTS = {
    "gelijk": lambda found, total: abs(found - total) <= 0.5,
    "minstens": float.__ge__,
    "hoogstens": float.__le__,
}


@pytest.fixture(scope="module")
def some() -> Ronde:
    return read_ronde(shipped_ronde())


def spent(some: Ronde, departement: str, tabel: str, grootheid: str, kolom: str, artikel: str = "") -> float:
    article = {post.ident: post.artikel for post in some.posten[departement]}
    cells = [(key, where, cel) for (key, where), cel in some.vorige[departement].items()]
    cells += [(each.was, each.kolom, each.cel) for each in some.samen.get(departement, ())]
    return sum(
        cel.waarde
        for key, where, cel in cells
        if (key.tabel, key.grootheid, where) == (tabel, grootheid, kolom) and artikel in ("", article[key.post])
    )


def test_it_is_what_the_script_makes() -> None:
    script = data_folder() / "opbouw" / "uitvraag.py"
    ran = subprocess.run([sys.executable, script, "--controleer"], capture_output=True, text=True, check=False)  # noqa: S603
    assert (ran.returncode, ran.stderr) == (0, "")


def test_every_row_says_that_it_is_made_up(some: Ronde) -> None:
    assert some.fictief
    assert "FICTIEF" in some.naam
    assert len(some.departementen) == 13
    assert all(each.naam.startswith("FICTIEF ") for each in some.departementen.values())
    assert all(post.naam.startswith("FICTIEF ") for posten in some.posten.values() for post in posten)
    for path in shipped_ronde().glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            assert all(any("fictief" in cell.lower() for cell in row.values()) for row in csv.DictReader(file)), path


def test_it_is_small() -> None:
    assert sum(path.stat().st_size for path in shipped_ronde().iterdir()) < 1_000_000


def test_posts_per_table_and_one_department_without(some: Ronde) -> None:
    counted: dict[tuple[str, str], int] = defaultdict(int)
    for departement, posten in some.posten.items():
        for post in posten:
            counted[departement, post.tabel] += 1
    assert all(4 <= count <= 12 for count in counted.values())
    asked = {(departement, tabel) for departement in some.departementen for tabel in some.editie.tabellen}
    assert asked - set(counted) == {("fictief-mike", "beleidstraject")}


def test_control_totals_hold_for_last_rounds_figures(some: Ronde) -> None:
    checked = 0
    for departement, controles in some.controles.items():
        for each in controles:
            found = spent(some, departement, "begroting", each.grootheid, each.kolom, each.artikel)
            assert VERDICTS[each.toets](float(found), each.bedrag), each
            checked += 1
    assert checked >= 3 * 13


def test_what_cuts_across_the_budget_is_less_than_it(some: Ronde) -> None:
    for departement in some.departementen:
        for kolom in ("t-1", "t", "t+1", "t+4", "structureel"):
            budget = spent(some, departement, "begroting", "uitgaven", kolom)
            for tabel in ("beleidstraject", "activiteit"):
                assert spent(some, departement, tabel, "uitgaven", kolom) < budget


def test_some_figures_of_the_first_edition_stand_together(some: Ronde) -> None:
    assert set(some.samen) == {"fictief-india", "fictief-juliett"}


def test_every_department_has_a_version_of_its_own(some: Ronde) -> None:
    assert len({versie(some, departement) for departement in some.departementen}) == 13
