"""From dataset and scenario to a plan: model.md section 1."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from inlezen import Dataset, Maatregel, Parameter, Reeks, Regel, Rij, Scenario

ONDERGRENS = -1e-6
"""A plan amount between this and 0 becomes 0; below it is an error (section 1)."""

SELECTOREN = ("kostenpost", "programma", "thema", "voorziening", "kostensoort")
BESTEMMINGEN = ("programma", "thema", "kostensoort", "partij", "kostenpost")


class NegatiefPlan(ValueError):
    """A plan amount is below zero after all measures."""


@dataclass
class Lijn:
    """The plan series of one post or source."""

    rij: Rij
    plan: Reeks
    laatste_jaar: int | None
    incidenteel: bool


@dataclass
class Plan:
    """The position after all measures: what is simulated."""

    dataset: Dataset
    scenario: Scenario
    begin: int
    posten: dict[str, Lijn]
    bronnen: dict[str, Lijn]
    parameters: dict[str, Parameter]

    def lijnen(self) -> list[tuple[str, Lijn]]:
        """Return posts and sources together."""
        return [*self.posten.items(), *self.bronnen.items()]


def trek_door(regel: Regel, begin: int, eind: int) -> Lijn:
    """Section 1: extend a series; years before it and gaps are 0, after it the last amount if structural."""
    rij = {kolom: tekst or "" for kolom, tekst in regel.rij.items()}
    laatste = max(regel.reeks) if regel.reeks else None
    structureel = rij["verloop"] == "structureel"
    plan: Reeks = {}
    for jaar in range(begin, eind + 1):
        plan[jaar] = regel.reeks.get(jaar, 0.0)
        if laatste is not None and jaar > laatste and structureel:
            plan[jaar] = regel.reeks[laatste]
    return Lijn(rij, plan, laatste, not structureel)


def maak_plan(dataset: Dataset, scenario: Scenario) -> Plan:
    """Section 1: the extended series, then every measure in order, then the check on negative amounts."""
    begin = min(dataset.eerste_jaar(), scenario.horizon[0])
    eind = scenario.horizon[1]
    plan = Plan(
        dataset,
        scenario,
        begin,
        {naam: trek_door(regel, begin, eind) for naam, regel in dataset.posten.items()},
        {naam: trek_door(regel, begin, eind) for naam, regel in dataset.bronnen.items()},
        {naam: dict(parameter) for naam, parameter in dataset.parameters.items()},
    )
    for maatregel in scenario.maatregelen:
        SOORTEN[maatregel["soort"]](plan, maatregel)
    for naam, lijn in plan.lijnen():
        for jaar, bedrag in lijn.plan.items():
            if bedrag < ONDERGRENS:
                raise NegatiefPlan(f"{naam} {jaar}: {bedrag}")
            lijn.plan[jaar] = max(0.0, bedrag)
    return plan


def structureel_deel(lijn: Lijn, jaar: int) -> float:
    """Section 1, "Structural is what lasts": the smallest amount from a year to the horizon's end, or 0."""
    if lijn.incidenteel:
        return 0.0
    return min(bedrag for ander, bedrag in lijn.plan.items() if ander >= jaar)


def als_lijst(waarde: Any) -> list[str]:
    """Return a value or a list as a list."""
    return list(waarde) if isinstance(waarde, list) else [waarde]


def geselecteerde_posten(plan: Plan, betreft: dict[str, Any]) -> list[Lijn]:
    """Contract section 2: the posts that match all parts of a selector."""
    gevonden = []
    for naam, lijn in plan.posten.items():
        velden = {**lijn.rij, "kostenpost": naam}
        if all(velden.get(deel, "") in als_lijst(betreft[deel]) for deel in SELECTOREN if deel in betreft):
            gevonden.append(lijn)
    return gevonden


def geselecteerd(plan: Plan, betreft: dict[str, Any]) -> list[Lijn]:
    """Contract section 2: the posts or the sources that a selector names."""
    if "dekkingsbron" in betreft:
        return [plan.bronnen[naam] for naam in als_lijst(betreft["dekkingsbron"])]
    return geselecteerde_posten(plan, betreft)


def bedragen_per_jaar(plan: Plan, bedragen: dict[str, float]) -> Reeks:
    """Section 1, `mutatie`: listed years, and `structureel` for every year after the last listed one."""
    gegeven = {int(jaar): float(bedrag) for jaar, bedrag in bedragen.items() if jaar != "structureel"}
    laatste = max(gegeven) if gegeven else plan.scenario.horizon[0] - 1
    reeks: Reeks = {}
    for jaar in plan.scenario.jaren():
        reeks[jaar] = gegeven.get(jaar, 0.0)
        if jaar > laatste:
            reeks[jaar] = float(bedragen.get("structureel", 0.0))
    return reeks


def tel_op(lijn: Lijn, bedragen: Reeks, teken: float = 1.0) -> None:
    """Post a mutation on a plan series."""
    for jaar, bedrag in bedragen.items():
        lijn.plan[jaar] += teken * bedrag


def mutatie(plan: Plan, maatregel: Maatregel) -> None:
    """Section 1, `mutatie` and `kasschuif`: add amounts to a post, a source, or both."""
    bedragen = bedragen_per_jaar(plan, maatregel["bedragen"])
    if "kostenpost" in maatregel:
        tel_op(plan.posten[maatregel["kostenpost"]], bedragen)
    if "dekkingsbron" in maatregel:
        tel_op(plan.bronnen[maatregel["dekkingsbron"]], bedragen)


def percentage(plan: Plan, maatregel: Maatregel) -> None:
    """Section 1, `percentage`: multiply the plan by 1 + percentage in vanaf..tot_en_met."""
    vanaf = maatregel.get("vanaf", plan.scenario.horizon[0])
    tot_en_met = maatregel.get("tot_en_met", plan.scenario.horizon[1])
    for lijn in geselecteerd(plan, maatregel["betreft"]):
        for jaar in plan.scenario.jaren():
            if vanaf <= jaar <= tot_en_met:
                lijn.plan[jaar] *= 1.0 + maatregel["percentage"]


def overboeking(plan: Plan, maatregel: Maatregel) -> None:
    """Section 1, `overboeking`: from source `van` to source `naar`."""
    bedragen = bedragen_per_jaar(plan, maatregel["bedragen"])
    tel_op(plan.bronnen[maatregel["van"]], bedragen, -1.0)
    tel_op(plan.bronnen[maatregel["naar"]], bedragen)


def vertraging(plan: Plan, maatregel: Maatregel) -> None:
    """Section 1, `vertraging`: of an amount in y, 1-w lands in y+n and w in y+n+1."""
    vanaf = maatregel.get("vanaf", plan.scenario.horizon[0])
    heel = math.floor(maatregel["jaren"])
    deel = maatregel["jaren"] - heel
    for lijn in geselecteerde_posten(plan, maatregel["betreft"]):
        nieuw = {jaar: bedrag if jaar < vanaf else 0.0 for jaar, bedrag in lijn.plan.items()}
        for jaar, bedrag in lijn.plan.items():
            if jaar < vanaf:
                continue
            if jaar + heel in nieuw:
                nieuw[jaar + heel] += (1.0 - deel) * bedrag
            if jaar + heel + 1 in nieuw:
                nieuw[jaar + heel + 1] += deel * bedrag
        lijn.plan = nieuw


def looptijd(plan: Plan, maatregel: Maatregel) -> None:
    """Section 1, `looptijd`: a source's plan is 0 outside vanaf..tot_en_met."""
    lijn = plan.bronnen[maatregel["dekkingsbron"]]
    for jaar in plan.scenario.jaren():
        te_vroeg = "vanaf" in maatregel and jaar < maatregel["vanaf"]
        te_laat = "tot_en_met" in maatregel and jaar > maatregel["tot_en_met"]
        if te_vroeg or te_laat:
            lijn.plan[jaar] = 0.0
    if "tot_en_met" in maatregel:
        lijn.incidenteel = True


def nieuwe_lijn(plan: Plan, maatregel: Maatregel) -> Lijn:
    """Section 1, `nieuwe_post` and `nieuwe_bron`: same fields as the dataset."""
    rij = {}
    for kolom, waarde in maatregel["velden"].items():
        rij[kolom] = "|".join(waarde) if isinstance(waarde, list) else str(waarde)
    reeks = {int(jaar): float(bedrag) for jaar, bedrag in maatregel["reeks"].items()}
    return trek_door(Regel(rij, reeks), plan.begin, plan.scenario.horizon[1])


def nieuwe_post(plan: Plan, maatregel: Maatregel) -> None:
    """Section 1, `nieuwe_post`."""
    plan.posten[maatregel["velden"]["id"]] = nieuwe_lijn(plan, maatregel)


def nieuwe_bron(plan: Plan, maatregel: Maatregel) -> None:
    """Section 1, `nieuwe_bron`: comes after the sources there are."""
    plan.bronnen[maatregel["velden"]["id"]] = nieuwe_lijn(plan, maatregel)


def beeindiging(plan: Plan, maatregel: Maatregel) -> None:
    """Section 1, `beeindiging`: zero from vanaf on; a source becomes incidental."""
    vanaf = maatregel.get("vanaf", plan.scenario.horizon[0])
    for lijn in geselecteerd(plan, maatregel["betreft"]):
        for jaar in plan.scenario.jaren():
            if jaar >= vanaf:
                lijn.plan[jaar] = 0.0
        if "dekkingsbron" in maatregel["betreft"]:
            lijn.incidenteel = True


def bestemming(plan: Plan, maatregel: Maatregel) -> None:
    """Section 1, `bestemming`: naming any restriction lifts those that are not named."""
    rij = plan.bronnen[maatregel["dekkingsbron"]].rij
    if "volgorde" in maatregel:
        rij["volgorde"] = str(maatregel["volgorde"])
    if any(naam in maatregel for naam in BESTEMMINGEN):
        for naam in BESTEMMINGEN:
            rij[f"voor_{naam}"] = "|".join(als_lijst(maatregel.get(naam, [])))


def sleutel(plan: Plan, maatregel: Maatregel) -> None:
    """Section 1, `sleutel`: another key; a filled sleutel_beheer stays."""
    for lijn in geselecteerde_posten(plan, maatregel["betreft"]):
        lijn.rij["sleutel"] = maatregel["sleutel"]


def rang(plan: Plan, maatregel: Maatregel) -> None:
    """Section 1, `rang`: another priority; a filled rang_beheer stays."""
    for lijn in geselecteerde_posten(plan, maatregel["betreft"]):
        lijn.rij["rang"] = str(maatregel["rang"])


def parameter(plan: Plan, maatregel: Maatregel) -> None:
    """Section 1, `parameter`: replaces the whole parameter, for all years."""
    if "waarde" in maatregel:
        plan.parameters[maatregel["parameter"]] = {None: float(maatregel["waarde"])}
    else:
        waarden = maatregel["waarden"].items()
        plan.parameters[maatregel["parameter"]] = {int(jaar): float(waarde) for jaar, waarde in waarden}


SOORTEN = {
    "mutatie": mutatie,
    "percentage": percentage,
    "kasschuif": mutatie,
    "overboeking": overboeking,
    "vertraging": vertraging,
    "looptijd": looptijd,
    "nieuwe_post": nieuwe_post,
    "nieuwe_bron": nieuwe_bron,
    "beeindiging": beeindiging,
    "bestemming": bestemming,
    "sleutel": sleutel,
    "rang": rang,
    "parameter": parameter,
}
