"""Reading datasets and scenarios for the independent recalculation (contract.md sections 1 and 2).

Input is assumed to be valid: nothing is checked here.
"""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Rij = dict[str, str]
"""One table row as text: column name to cell; a column that is left out reads as empty."""

Reeks = dict[int, float]
"""Amounts (or values) per year."""

Parameter = dict[int | None, float]
"""Values per year, or one value under the key None."""

Maatregel = dict[str, Any]
"""One `[[maatregel]]` table as TOML gives it."""

AANTAL_JAREN = 12
"""The default horizon: the first year .. the first year + 11."""


@dataclass
class Regel:
    """A kostenpost or a dekkingsbron with the amounts that were given for it."""

    rij: Rij
    reeks: Reeks


@dataclass
class Dataset:
    """The tables of contract.md section 1, as far as the model needs them."""

    posten: dict[str, Regel]
    bronnen: dict[str, Regel]
    partijen: dict[str, str]
    sleutels: dict[str, dict[str, float]]
    bijdragen: dict[str, dict[str, float]]
    parameters: dict[str, Parameter]

    def eerste_jaar(self) -> int:
        """Return the first year in the two series tables."""
        regels = [*self.posten.values(), *self.bronnen.values()]
        return min(jaar for regel in regels for jaar in regel.reeks)


@dataclass
class Scenario:
    """A scenario with its chain of `basis` files worked in (contract.md section 2)."""

    naam: str
    horizon: tuple[int, int]
    telt_mee: set[str] = field(default_factory=lambda: {"vastgesteld"})
    begrotingsjaar: int | None = None
    maatregelen: list[Maatregel] = field(default_factory=list)

    def jaren(self) -> range:
        """Return the years of the horizon."""
        return range(self.horizon[0], self.horizon[1] + 1)


def lees_tabel(map_: Path, naam: str) -> list[Rij]:
    """Read one CSV table, with or without a BOM; a table that is left out is empty (section 1)."""
    pad = map_ / f"{naam}.csv"
    if not pad.exists():
        return []
    with pad.open(encoding="utf-8-sig", newline="") as bestand:
        return [dict(rij) for rij in csv.DictReader(bestand)]


def lees_regels(map_: Path, tabel: str, reekstabel: str, sleutelkolom: str) -> dict[str, Regel]:
    """Read posts or sources with their series, in the order of the file (section 1)."""
    regels = {rij["id"]: Regel(rij, {}) for rij in lees_tabel(map_, tabel)}
    for rij in lees_tabel(map_, reekstabel):
        regels[rij[sleutelkolom]].reeks[int(rij["jaar"])] = float(rij["bedrag"])
    return regels


def lees_aandelen(map_: Path, tabel: str, kolom: str, wie: str) -> dict[str, dict[str, float]]:
    """Read a table of shares: verdeelsleutels or bijdragen (section 1)."""
    aandelen: dict[str, dict[str, float]] = {}
    for rij in lees_tabel(map_, tabel):
        aandelen.setdefault(rij[kolom], {})[rij[wie]] = float(rij["aandeel"])
    return aandelen


def lees_parameters(map_: Path) -> dict[str, Parameter]:
    """Read the parameters; one is per year if any of its rows has a jaar (section 1)."""
    parameters: dict[str, Parameter] = {}
    for rij in lees_tabel(map_, "parameters"):
        jaar = int(rij["jaar"]) if rij["jaar"] else None
        parameters.setdefault(rij["id"], {})[jaar] = float(rij["waarde"])
    return parameters


def lees_dataset(map_: Path) -> Dataset:
    """Read a dataset folder (section 1); a partij's own id is a key of 100 %."""
    partijen = {rij["id"]: rij["soort"] for rij in lees_tabel(map_, "partijen")}
    sleutels = lees_aandelen(map_, "verdeelsleutels", "sleutel", "partij")
    sleutels.update({partij: {partij: 1.0} for partij in partijen})
    return Dataset(
        posten=lees_regels(map_, "kostenposten", "kostenreeksen", "kostenpost"),
        bronnen=lees_regels(map_, "dekkingsbronnen", "dekkingsreeksen", "dekkingsbron"),
        partijen=partijen,
        sleutels=sleutels,
        bijdragen=lees_aandelen(map_, "bijdragen", "dekkingsbron", "bijdrager"),
        parameters=lees_parameters(map_),
    )


def basisscenario(dataset: Dataset) -> Scenario:
    """Return the baseline: no measures, only `vastgesteld`, the default horizon (section 3)."""
    begin = dataset.eerste_jaar()
    return Scenario("basis", (begin, begin + AANTAL_JAREN - 1))


def lees_scenario(pad: Path, dataset: Dataset) -> Scenario:
    """Read a scenario file; what it does not say comes from its basis, else the default (section 2)."""
    inhoud = tomllib.loads(pad.read_text(encoding="utf-8"))
    if "basis" in inhoud:
        scenario = lees_scenario(pad.parent / inhoud["basis"], dataset)
    else:
        scenario = basisscenario(dataset)
    scenario.naam = inhoud["naam"]
    if "horizon" in inhoud:
        scenario.horizon = (inhoud["horizon"][0], inhoud["horizon"][1])
    if "telt_mee" in inhoud:
        scenario.telt_mee = set(inhoud["telt_mee"])
    if "begrotingsjaar" in inhoud:
        scenario.begrotingsjaar = inhoud["begrotingsjaar"]
    scenario.maatregelen = scenario.maatregelen + inhoud.get("maatregel", [])
    return scenario


def waarde_in_jaar(parameter: Parameter, jaar: int) -> float:
    """Apply the step rule: a value holds until the next year given, the first also before it (section 1)."""
    jaren = sorted(gegeven for gegeven in parameter if gegeven is not None)
    if not jaren:
        return parameter[None]
    geldend = jaren[0]
    for gegeven in jaren:
        if gegeven <= jaar:
            geldend = gegeven
    return parameter[geldend]


def tarief(rij: Rij, kolom: str, parameters: dict[str, Parameter], leeg: float, jaar: int = 0) -> float:
    """Return a rate-like column: a number, the value of a parameter, or `leeg` if empty (section 1)."""
    tekst = rij.get(kolom) or ""
    if tekst == "":
        return leeg
    if tekst in parameters:
        return waarde_in_jaar(parameters[tekst], jaar)
    return float(tekst)
