"""Independent recalculation: the result files of contract.md section 3, plainly and slowly.

Usage: python narekening.py --data DIR --out DIR S1.toml S2.toml
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from inlezen import Dataset, Scenario, basisscenario, lees_dataset, lees_scenario, tarief
from kerncijfers import eigen_betaald, kerncijfers
from planvorming import maak_plan
from rekenen import Cel, Uitkomst, besparing, simuleer

Resultaatrij = dict[str, Any]

KOLOMMEN = {
    "resultaat": "scenario jaar kostenpost onderdeel programma thema voorziening kostensoort partij grootheid bedrag",
    "dekkingsbronnen": "scenario jaar dekkingsbron grootheid bedrag",
    "betalingen": "scenario jaar dekkingsbron kostenpost onderdeel partij bedrag",
    "kerncijfers": "scenario jaar programma kerncijfer waarde",
    "per_partij": "scenario jaar partij grootheid bedrag",
    "betaald_door": "scenario jaar bijdrager bedrag",
}


def resultaatrij(uitkomst: Uitkomst, jaar: int, plaats: tuple[str, str, str], kostensoort: str) -> Resultaatrij:
    """Return the columns of a resultaat.csv row before grootheid and bedrag."""
    post, onderdeel, partij = plaats
    rij = uitkomst.plan.posten[post].rij
    return {
        "scenario": uitkomst.plan.scenario.naam,
        "jaar": jaar,
        "kostenpost": post,
        "onderdeel": onderdeel,
        "programma": rij["programma"],
        "thema": rij["thema"],
        "voorziening": rij.get("voorziening", ""),
        "kostensoort": kostensoort,
        "partij": partij,
    }


def celgrootheden(uitkomst: Uitkomst, cel: Cel, jaar: int) -> dict[str, float]:
    """Return the quantities that contract section 3 asks of a cell."""
    uit = uitkomst.celjaar(cel, jaar)
    grootheden = {"behoefte": uit.behoefte, "dekking": uit.dekking, "tekort": uit.tekort}
    if cel.investering:
        grootheden["inhaal"] = uit.inhaal
        grootheden["geleverd"] = uit.geleverd
        grootheden["achterstand"] = uit.achterstand
        grootheden["vervallen"] = uit.vervallen
        grootheden["wacht"] = uit.wacht
    return grootheden


def rijen_resultaat(uitkomst: Uitkomst) -> Iterable[Resultaatrij]:
    """Contract section 3, resultaat.csv: hoofd and beheerlast."""
    for jaar in uitkomst.plan.scenario.jaren():
        for cel in uitkomst.cellen:
            rij = resultaatrij(uitkomst, jaar, cel.sleutel, cel.kostensoort)
            for grootheid, bedrag in celgrootheden(uitkomst, cel, jaar).items():
                yield {**rij, "grootheid": grootheid, "bedrag": bedrag}
        yield from rijen_besparing(uitkomst, jaar)


def rijen_besparing(uitkomst: Uitkomst, jaar: int) -> Iterable[Resultaatrij]:
    """Contract section 3, resultaat.csv: besparing, where besparingsratio > 0."""
    plan = uitkomst.plan
    for post, lijn in plan.posten.items():
        if tarief(lijn.rij, "besparingsratio", plan.parameters, 0.0) <= 0.0:
            continue
        verdeling = plan.dataset.sleutels[lijn.rij.get("sleutel_besparing") or lijn.rij["sleutel"]]
        for partij, aandeel in verdeling.items():
            if aandeel != 0.0:
                rij = resultaatrij(uitkomst, jaar, (post, "besparing", partij), lijn.rij["kostensoort"])
                bedrag = aandeel * besparing(uitkomst, post, jaar)
                yield {**rij, "grootheid": "besparing", "bedrag": bedrag}


def rijen_dekkingsbronnen(uitkomst: Uitkomst) -> Iterable[Resultaatrij]:
    """Contract section 3, dekkingsbronnen.csv; a source that does not count has zeros."""
    for jaar in uitkomst.plan.scenario.jaren():
        for naam in uitkomst.plan.bronnen:
            bron = uitkomst.per_bron[naam, jaar]
            grootheden = {
                "beschikbaar": bron.beschikbaar,
                "ingezet": bron.ingezet,
                "onderuitputting": bron.onderuitputting,
                "meegenomen": bron.meegenomen,
            }
            rij = {"scenario": uitkomst.plan.scenario.naam, "jaar": jaar, "dekkingsbron": naam}
            for grootheid, bedrag in grootheden.items():
                yield {**rij, "grootheid": grootheid, "bedrag": bedrag}


def rijen_betalingen(uitkomst: Uitkomst) -> Iterable[Resultaatrij]:
    """Contract section 3, betalingen.csv: payments above 0."""
    for (jaar, bron, (post, onderdeel, partij)), bedrag in uitkomst.betaald.items():
        if jaar in uitkomst.plan.scenario.jaren() and bedrag > 0.0:
            yield {
                "scenario": uitkomst.plan.scenario.naam,
                "jaar": jaar,
                "dekkingsbron": bron,
                "kostenpost": post,
                "onderdeel": onderdeel,
                "partij": partij,
                "bedrag": bedrag,
            }


def rijen_kerncijfers(uitkomst: Uitkomst) -> Iterable[Resultaatrij]:
    """Contract section 3, kerncijfers.csv; jaar is empty for figures over the horizon."""
    for jaar, programma, kerncijfer, waarde in kerncijfers(uitkomst):
        yield {
            "scenario": uitkomst.plan.scenario.naam,
            "jaar": "" if jaar is None else jaar,
            "programma": programma,
            "kerncijfer": kerncijfer,
            "waarde": waarde,
        }


def rijen_per_partij(uitkomst: Uitkomst) -> Iterable[Resultaatrij]:
    """Contract section 3, per_partij.csv: every partij, zeros included."""
    for jaar in uitkomst.plan.scenario.jaren():
        for partij in uitkomst.plan.dataset.partijen:
            cellen = [cel for cel in uitkomst.cellen if cel.partij == partij]
            grootheden = {
                "behoefte": sum(uitkomst.celjaar(cel, jaar).behoefte for cel in cellen),
                "dekking": sum(uitkomst.celjaar(cel, jaar).dekking for cel in cellen),
                "tekort": sum(uitkomst.celjaar(cel, jaar).tekort for cel in cellen),
                "eigen_middelen": sum(eigen_betaald(uitkomst, cel, jaar) for cel in cellen),
            }
            rij = {"scenario": uitkomst.plan.scenario.naam, "jaar": jaar, "partij": partij}
            for grootheid, bedrag in grootheden.items():
                yield {**rij, "grootheid": grootheid, "bedrag": float(bedrag)}


def rijen_betaald_door(uitkomst: Uitkomst) -> Iterable[Resultaatrij]:
    """Contract section 3, betaald_door.csv: paid times share; without shares the betaler paid."""
    plan = uitkomst.plan
    bedragen: dict[tuple[int, str], float] = {}
    for (jaar, naam, _), betaald in uitkomst.betaald.items():
        aandelen = plan.dataset.bijdragen.get(naam, {plan.bronnen[naam].rij["betaler"]: 1.0})
        for bijdrager, aandeel in aandelen.items():
            bedragen[jaar, bijdrager] = bedragen.get((jaar, bijdrager), 0.0) + betaald * aandeel
    for (jaar, bijdrager), bedrag in bedragen.items():
        if jaar in plan.scenario.jaren():
            yield {"scenario": plan.scenario.naam, "jaar": jaar, "bijdrager": bijdrager, "bedrag": bedrag}


def bereken_scenario(dataset: Dataset, scenario: Scenario) -> dict[str, list[Resultaatrij]]:
    """Return the rows of every result file for one scenario."""
    uitkomst = simuleer(maak_plan(dataset, scenario))
    return {
        "resultaat": list(rijen_resultaat(uitkomst)),
        "dekkingsbronnen": list(rijen_dekkingsbronnen(uitkomst)),
        "betalingen": list(rijen_betalingen(uitkomst)),
        "kerncijfers": list(rijen_kerncijfers(uitkomst)),
        "per_partij": list(rijen_per_partij(uitkomst)),
        "betaald_door": list(rijen_betaald_door(uitkomst)),
    }


def bereken(data_dir: Path, scenario_paths: list[Path]) -> dict[str, list[Resultaatrij]]:
    """Return the rows of every result file for the baseline and each scenario."""
    dataset = lees_dataset(data_dir)
    scenarios = [basisscenario(dataset), *(lees_scenario(pad, dataset) for pad in scenario_paths)]
    rijen: dict[str, list[Resultaatrij]] = {naam: [] for naam in KOLOMMEN}
    for scenario in scenarios:
        for naam, nieuwe in bereken_scenario(dataset, scenario).items():
            rijen[naam].extend(nieuwe)
    return rijen


def schrijf(map_: Path, rijen: dict[str, list[Resultaatrij]]) -> None:
    """Write every result file with repr precision."""
    map_.mkdir(parents=True, exist_ok=True)
    for naam, inhoud in rijen.items():
        with (map_ / f"{naam}.csv").open("w", encoding="utf-8", newline="") as bestand:
            schrijver = csv.DictWriter(bestand, KOLOMMEN[naam].split())
            schrijver.writeheader()
            schrijver.writerows(inhoud)


def main() -> None:
    """Run from the command line."""
    ontleder = argparse.ArgumentParser(description=__doc__)
    ontleder.add_argument("--data", type=Path, required=True)
    ontleder.add_argument("--out", type=Path, required=True)
    ontleder.add_argument("scenario", type=Path, nargs="*")
    keuzes = ontleder.parse_args()
    schrijf(keuzes.out, bereken(keuzes.data, keuzes.scenario))


if __name__ == "__main__":
    main()
