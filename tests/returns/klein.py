"""A small round as a folder, and files that came back to it: for tests of whoever brings these together."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from returns.rondes import ronde
from returns.samen import opgestuurd, ronde_met_alles

from model.io.returns.round_writer import write_ronde
from model.returns.edition import Sleutel

SEED = 17  # every department has a post in the first table


class Klein(NamedTuple):
    """A round of four departments: the first answers in two parts, the second corrects itself, the last is silent.

    `rij` is the row of which the correction says something else in its first year.
    """

    map: Path
    bestanden: dict[str, Path]
    rij: Sleutel


def kleine_ronde(folder: Path) -> Klein:
    """Write such a round and its files."""
    asked = ronde(SEED, 4, 1)
    write_ronde(asked, folder / "ronde")
    returns, key = ronde_met_alles(asked, SEED)
    paths = opgestuurd(returns, asked, folder / "terug")
    return Klein(folder / "ronde", {path.stem: path for path in paths}, key)
