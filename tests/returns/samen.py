"""Rounds that came back, for tests of bringing them together: files of departments, directorates and corrections."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from random import Random

from returns.rondes import ingevuld
from returns.teruggestuurd import MOMENT

from model.io.excel.writer import write_workbook
from model.io.returns.sheets import DIRECTIE
from model.io.returns.workbook import form_of, manuscript_of
from model.returns.basis import basis_van
from model.returns.edition import Sleutel
from model.returns.opgave import ONTBREEKT, Cel, Opgave
from model.returns.ronde import Ronde

Returns = Mapping[str, Opgave]
"""Returns by the name of their file."""


def opgestuurd(returns: Returns, ronde: Ronde, folder: Path) -> list[Path]:
    """Write the workbooks in which returns are handed in."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, opgave in returns.items():
        paths.append(folder / f"{name}.xlsx")
        form = form_of(ronde, opgave.herkomst.departement, "nl", opgave)
        write_workbook(manuscript_of(form), paths[-1], MOMENT)
    return paths


def directies(opgave: Opgave, sent: Opgave, seed: int) -> tuple[Opgave, Opgave]:
    """Return a return divided over two directorates, each of which fills in its own rows; both have signed."""
    random, herkomst = Random(seed), opgave.herkomst
    mine = {key for key in opgave.regels if random.random() < 0.5}
    return tuple(
        replace(
            opgave,
            herkomst=replace(herkomst, directie=name),
            regels={key: regel if (key in mine) == own else sent.regels[key] for key, regel in opgave.regels.items()},
            aftekening={**opgave.aftekening, DIRECTIE.ident: name},
        )
        for name, own in (("Directie Een", True), ("Directie Twee", False))
    )  # type: ignore[return-value]


def verbeterd(opgave: Opgave, key: Sleutel, cel: Cel) -> Opgave:
    """Return a return with another first cell in a row."""
    regel = opgave.regels[key]
    return replace(opgave, regels={**opgave.regels, key: replace(regel, cellen=(cel, *regel.cellen[1:]))})


def ronde_met_alles(ronde: Ronde, seed: int) -> tuple[dict[str, Opgave], Sleutel]:
    """Return a return of every department but the last: the first in two parts, the second with a correction.

    The row is the one of which the correction says something else.
    """
    first, second, *others = list(ronde.departementen)[:-1]
    whole = {ident: ingevuld(basis_van(ronde, ident), seed + n) for n, ident in enumerate(ronde.departementen)}
    one, two = directies(whole[first], basis_van(ronde, first), seed)
    spent = [key for key in whole[second].regels if key.grootheid == "uitgaven"]
    key = next(k for k in spent if whole[second].regels[k].voluit[0] != ONTBREEKT)
    corrected = verbeterd(whole[second], key, Cel("waarde", 1234.5))
    returns = {f"{first}-een": one, f"{first}-twee": two, second: whole[second], f"{second}-verbeterd": corrected}
    return returns | {ident: whole[ident] for ident in others}, key


def tabel(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
