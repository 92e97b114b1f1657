"""Random valid datasets and scenarios that together exercise model.md and contract.md.

`maak(seed, folder)` writes a dataset and 3 to 5 scenario files. Every measure is tried on the plan
that it applies to, and left out when it would make an amount negative.

Usage: python willekeurig.py SEED FOLDER
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from inlezen import Dataset, Maatregel, Scenario, basisscenario, lees_dataset, lees_scenario
from planvorming import Lijn, NegatiefPlan, Plan, maak_plan
from willekeurige_data import (
    BESLUITSTATUSSEN,
    TARIEVEN,
    VAST,
    Datamaker,
    bedrag,
    enkele,
    parameternaam,
    schrijf_dataset,
)

GEHEEL = {"rang", "rang_beheer", "volgorde", "prijspeil", "doorlooptijd", "levensduur"}
"""Columns that hold a whole number."""

TEKSTUEEL = {"id", "naam", "artikel", "hoofdstuk", "instrument"}
"""Columns that hold text, also where it looks like a number."""

CATEGORIEEN = [
    "besluitvorming",
    "mee-en-tegenvaller",
    "kasschuif",
    "overboeking",
    "desaldering",
    "technisch",
    "niet-plafondrelevant",
]
KANDIDATEN = 9
"""At most this many measures are tried per scenario."""


@dataclass
class Bestand:
    """A scenario file in the making: its own keys, and the years that it and its basis name."""

    naam: str
    inhoud: dict[str, Any]
    genoemd: set[int] = field(default_factory=set)


def toml(waarde: Any) -> str:
    """Write a value as inline TOML."""
    if isinstance(waarde, dict):
        paren = (f"{sleutel} = {toml(deel)}" for sleutel, deel in waarde.items())
        return "{" + ", ".join(paren) + "}"
    if isinstance(waarde, list):
        return "[" + ", ".join(toml(deel) for deel in waarde) + "]"
    if isinstance(waarde, str):
        return json.dumps(waarde, ensure_ascii=False)
    return str(waarde).lower() if isinstance(waarde, bool) else repr(waarde)


def schrijf_scenario(pad: Path, inhoud: dict[str, Any]) -> None:
    """Write a scenario file."""
    regels = [f"{sleutel} = {toml(waarde)}" for sleutel, waarde in inhoud.items() if sleutel != "maatregel"]
    for maatregel in inhoud.get("maatregel", []):
        regels += ["", "[[maatregel]]"]
        regels += [f"{sleutel} = {toml(waarde)}" for sleutel, waarde in maatregel.items()]
    pad.write_text("\n".join(regels) + "\n", encoding="utf-8")


class Maatregelmaker:
    """Draws one measure for the plan as it stands after the measures before it."""

    def __init__(self, loting: Random, data: Datamaker, plan: Plan, volgnummer: int) -> None:
        """Keep what a measure may refer to."""
        self.loting = loting
        self.data = data
        self.plan = plan
        self.volgnummer = volgnummer
        self.genoemd: set[int] = set()
        self.jaren = list(plan.scenario.jaren())

    def kans(self, kans: float) -> bool:
        """Return True with some probability."""
        return self.loting.random() < kans

    def jaar(self) -> int:
        """Name a year within the horizon."""
        jaar = self.loting.choice(self.jaren)
        self.genoemd.add(jaar)
        return jaar

    def enige_jaren(self, meest: int) -> list[int]:
        """Name one or more years within the horizon."""
        jaren = enkele(self.loting, self.jaren, meest)
        self.genoemd.update(jaren)
        return jaren

    def grenzen(self) -> Maatregel:
        """Draw vanaf and tot_en_met, either of which may be left out."""
        grenzen = sorted([self.jaar(), self.jaar()])
        velden = {"vanaf": grenzen[0], "tot_en_met": grenzen[1]}
        return {naam: jaar for naam, jaar in velden.items() if self.kans(0.6)}

    def lijst(self, waarden: list[str]) -> str | list[str]:
        """Write a single value as a value or a list."""
        return waarden[0] if len(waarden) == 1 and self.kans(0.6) else waarden

    def posten(self) -> Maatregel:
        """Draw a selector of posts that matches at least one of them."""
        post, lijn = self.loting.choice(list(self.plan.posten.items()))
        velden = {**lijn.rij, "kostenpost": post}
        betreft: Maatregel = {}
        for naam in enkele(self.loting, ["kostenpost", "programma", "thema", "voorziening", "kostensoort"], 2):
            ander = self.loting.choice(list(self.plan.posten.items()))
            waarden = [velden.get(naam, "")]
            extra = {**ander[1].rij, "kostenpost": ander[0]}.get(naam, "")
            if extra not in ("", waarden[0]) and self.kans(0.4):
                waarden.append(extra)
            if waarden[0]:
                betreft[naam] = self.lijst(waarden)
        return betreft or {"kostenpost": post}

    def bronnen(self) -> Maatregel:
        """Draw a selector of sources."""
        return {"dekkingsbron": self.lijst(enkele(self.loting, list(self.plan.bronnen), 3))}

    def bron(self) -> str:
        """Draw a source."""
        return self.loting.choice(list(self.plan.bronnen))

    def een_lijn(self) -> tuple[Maatregel, Lijn]:
        """Draw one post or one source."""
        if self.kans(0.5):
            post = self.loting.choice(list(self.plan.posten))
            return {"kostenpost": post}, self.plan.posten[post]
        bron = self.bron()
        return {"dekkingsbron": bron}, self.plan.bronnen[bron]

    def bedragen(self, lijn: Lijn, positief: bool) -> dict[Any, float]:
        """Draw amounts per year, negative at most what is planned, perhaps with `structureel`."""
        uit: dict[Any, float] = {}
        if self.kans(0.85):
            for jaar in sorted(self.enige_jaren(4)):
                uit[jaar] = bedrag(self.loting, 150) if positief else -self.deel_van(lijn.plan[jaar])
        if not uit or self.kans(0.4):
            over = min((lijn.plan[jaar] for jaar in self.jaren if jaar > max(uit, default=0)), default=0.0)
            uit["structureel"] = bedrag(self.loting, 150) if positief else -self.deel_van(over)
        return uit

    def deel_van(self, bedrag_: float) -> float:
        """Draw part of an amount, or all of it."""
        return bedrag_ if self.kans(0.15) else round(bedrag_ * self.loting.uniform(0.05, 0.9), 2)

    def mutatie(self) -> Maatregel | None:
        """Draw a mutatie on a post, a source or both."""
        doel, lijn = self.een_lijn()
        maatregel = {**doel, "bedragen": self.bedragen(lijn, self.kans(0.6))}
        if "dekkingsbron" not in maatregel and self.kans(0.3):
            maatregel["dekkingsbron"] = self.bron()
        return maatregel

    def percentage(self) -> Maatregel | None:
        """Draw a percentage on posts or sources."""
        betreft = self.posten() if self.kans(0.5) else self.bronnen()
        waarde = self.loting.choice([-1, -0.1, 0.25, 0.5, round(self.loting.uniform(-0.4, 0.4), 3)])
        return {"betreft": betreft, "percentage": waarde, **self.grenzen()}

    def kasschuif(self) -> Maatregel | None:
        """Draw a kasschuif over two or three years, perhaps with a rounding difference."""
        doel, lijn = self.een_lijn()
        jaren = self.enige_jaren(3)
        if len(jaren) < 2:
            return None
        weg = round(lijn.plan[jaren[0]] * self.loting.uniform(0.1, 0.8), 1)
        uit = {jaren[0]: -weg}
        for jaar in jaren[1:]:
            uit[jaar] = weg / (len(jaren) - 1)
        if self.kans(0.5):
            return {**doel, "bedragen": uit}
        if self.kans(0.3):
            uit[jaren[-1]] += 0.0005
            return {**doel, "bedragen": uit}
        uit[jaren[-1]] += self.loting.choice([-0.4, 0.3])
        return {**doel, "bedragen": uit, "afronding": self.loting.choice([0.5, 1])}

    def overboeking(self) -> Maatregel | None:
        """Draw an overboeking between two sources."""
        if len(self.plan.bronnen) < 2:
            return None
        van, naar = self.loting.sample(list(self.plan.bronnen), 2)
        bedragen = self.bedragen(self.plan.bronnen[van], positief=False)
        return {"van": van, "naar": naar, "bedragen": {jaar: -weg for jaar, weg in bedragen.items()}}

    def vertraging(self) -> Maatregel | None:
        """Draw a vertraging, whole or fractional."""
        maatregel = {"betreft": self.posten(), "jaren": self.loting.choice([0, 0.5, 1, 1.5, 2.25, 3, 20])}
        return {**maatregel, "vanaf": self.jaar()} if self.kans(0.7) else maatregel

    def looptijd(self) -> Maatregel | None:
        """Draw a looptijd with at least one bound."""
        grenzen = self.grenzen()
        return {"dekkingsbron": self.bron(), **grenzen} if grenzen else None

    def velden(self, rij: dict[str, str]) -> Maatregel:
        """Turn a table row into the `velden` of a new post or source; its prijspeil is in the horizon."""
        uit: Maatregel = {}
        indexen = [naam.removeprefix("index.") for naam in self.plan.parameters if naam.startswith("index.")]
        if indexen and self.kans(0.3):
            rij.update({"index": self.loting.choice(indexen), "prijspeil": "nog te kiezen"})
        if rij.get("prijspeil"):
            rij["prijspeil"] = str(self.jaar())
        for kolom, tekst in rij.items():
            if tekst == "":
                continue
            if kolom.startswith("voor_"):
                uit[kolom] = tekst.split("|")
            elif kolom in TEKSTUEEL or not tekst.lstrip("-").replace(".", "").isdigit():
                uit[kolom] = tekst
            else:
                uit[kolom] = int(tekst) if kolom in GEHEEL else float(tekst)
        return uit

    def reeks(self) -> dict[int, float]:
        """Draw the series of a new post or source."""
        return {jaar: bedrag(self.loting, 250) for jaar in self.enige_jaren(4)}

    def nieuwe_post(self) -> Maatregel | None:
        """Draw a new post."""
        velden = self.velden(self.data.post(f"nieuw-{self.volgnummer}"))
        return {"velden": velden, "reeks": self.reeks(), **self.herkomst()}

    def nieuwe_bron(self) -> Maatregel | None:
        """Draw a new source; its restrictions may be on a post that is new too."""
        posten = [{**lijn.rij, "id": post} for post, lijn in self.plan.posten.items()]
        velden = self.velden(self.data.bron(f"nieuw-geld-{self.volgnummer}", posten))
        return {"velden": velden, "reeks": self.reeks(), **self.herkomst()}

    def herkomst(self) -> Maatregel:
        """Draw status with referentie or toelichting."""
        return {naam: tekst for naam, tekst in self.data.herkomst().items() if tekst}

    def beeindiging(self) -> Maatregel | None:
        """Draw a beeindiging of posts or sources."""
        betreft = self.posten() if self.kans(0.4) else self.bronnen()
        return {"betreft": betreft, "vanaf": self.jaar()} if self.kans(0.7) else {"betreft": betreft}

    def bestemming(self) -> Maatregel | None:
        """Draw a bestemming: volgorde only, restrictions only, or both."""
        posten = [{**lijn.rij, "id": post} for post, lijn in self.plan.posten.items()]
        mogelijk = self.data.bestemmingen(posten)
        maatregel: Maatregel = {"dekkingsbron": self.bron()}
        if self.kans(0.6):
            for naam in enkele(self.loting, list(mogelijk), 2):
                maatregel[naam] = self.lijst(enkele(self.loting, mogelijk[naam]))
        if len(maatregel) == 1 or self.kans(0.3):
            maatregel["volgorde"] = self.loting.randint(0, 4)
        return maatregel

    def sleutel(self) -> Maatregel | None:
        """Draw another key for posts."""
        return {"betreft": self.posten(), "sleutel": self.loting.choice(self.data.sleutels)}

    def rang(self) -> Maatregel | None:
        """Draw another rang for posts."""
        return {"betreft": self.posten(), "rang": self.loting.randint(0, 4)}

    def parameter(self) -> Maatregel | None:
        """Draw another value for a parameter that exists or has a fixed meaning."""
        naam = self.loting.choice([*self.plan.parameters, *VAST, "begrotingsjaar", "index.nieuw"])
        if naam == "begrotingsjaar":
            return {"parameter": naam, "waarde": self.jaar()}
        trek = {**VAST, "index.nieuw": VAST["index.prijs"]}.get(naam)
        if trek is None:
            kolom = next(kolom for kolom in TARIEVEN if parameternaam(kolom) == naam)
            trek = TARIEVEN[kolom]
        if (naam.startswith("norm.") and naam != parameternaam("compensatie")) or self.kans(0.4):
            return {"parameter": naam, "waarde": trek(self.loting)}
        jaren = sorted(self.enige_jaren(5))
        return {"parameter": naam, "waarden": {jaar: trek(self.loting) for jaar in jaren}}

    def maak(self) -> Maatregel | None:
        """Draw a measure of any soort, perhaps with the fields that every measure may carry."""
        soorten: list[Callable[[], Maatregel | None]] = [
            self.mutatie,
            self.percentage,
            self.kasschuif,
            self.overboeking,
            self.vertraging,
            self.looptijd,
            self.nieuwe_post,
            self.nieuwe_bron,
            self.beeindiging,
            self.bestemming,
            self.sleutel,
            self.rang,
            self.parameter,
        ]
        maak = self.loting.choice(soorten)
        maatregel = maak()
        if maatregel is None:
            return None
        if self.kans(0.2):
            maatregel = {**self.herkomst(), **maatregel, "id": f"m-{self.volgnummer}", "naam": "Maatregel"}
            maatregel["categorie"] = self.loting.choice(CATEGORIEEN)
            maatregel["beleidsmatig"] = self.kans(0.5)
        return {"soort": maak.__name__, **maatregel}


class Scenariomaker:
    """Builds the scenario files of one dataset."""

    def __init__(self, loting: Random, data: Datamaker, data_map: Path, map_: Path) -> None:
        """Read the dataset back: what it holds is what the measures refer to."""
        self.loting = loting
        self.data = data
        self.dataset: Dataset = lees_dataset(data_map)
        self.map = map_
        self.volgnummer = 0
        self.bestanden: list[Bestand] = []

    def pad(self, naam: str) -> Path:
        """Return the path of a scenario file."""
        return self.map / f"{naam}.toml"

    def horizon(self, genoemd: set[int]) -> list[int]:
        """Draw a horizon around the years that were named, else before, in or after the data."""
        if genoemd:
            return [min(genoemd) - self.loting.randint(0, 3), max(genoemd) + self.loting.randint(0, 4)]
        begin = self.data.eerste + self.loting.randint(-4, 11)
        return [begin, begin + self.loting.choice([0, 3, 7, 11, 14])]

    def kop(self, nummer: int) -> Bestand:
        """Draw the keys of a scenario, perhaps on another scenario as basis."""
        naam = f"scenario-{nummer}"
        inhoud: dict[str, Any] = {"naam": f"Scenario {nummer}: \u2018proef\u2019"}
        genoemd: set[int] = set()
        if self.bestanden and self.loting.random() < 0.45:
            basis = self.loting.choice(self.bestanden)
            inhoud["basis"] = f"{basis.naam}.toml"
            genoemd = set(basis.genoemd)
        if self.loting.random() < 0.5:
            inhoud["horizon"] = self.horizon(genoemd)
        if self.loting.random() < 0.5:
            inhoud["telt_mee"] = enkele(self.loting, BESLUITSTATUSSEN)
        if self.loting.random() < 0.3:
            inhoud["begrotingsjaar"] = self.data.eerste + self.loting.randint(-2, 9)
        if self.loting.random() < 0.3:
            inhoud.update({"omschrijving": "Proef", "status": "ambtelijk concept", "auteur": "toeval"})
        return Bestand(naam, inhoud, genoemd)

    def lees(self, bestand: Bestand) -> Scenario:
        """Write a scenario file and read it back with its chain."""
        schrijf_scenario(self.pad(bestand.naam), bestand.inhoud)
        return lees_scenario(self.pad(bestand.naam), self.dataset)

    def probeer(self, scenario: Scenario) -> Plan | None:
        """Return the plan of a scenario, or None where it becomes negative."""
        try:
            return maak_plan(self.dataset, scenario)
        except NegatiefPlan:
            return None

    def voeg_maatregel_toe(self, bestand: Bestand, plan: Plan) -> Plan:
        """Draw a measure and keep it if the plan stays non-negative."""
        self.volgnummer += 1
        maker = Maatregelmaker(self.loting, self.data, plan, self.volgnummer)
        maatregel = maker.maak()
        if maatregel is None:
            return plan
        bestand.inhoud.setdefault("maatregel", []).append(maatregel)
        nieuw = self.probeer(self.lees(bestand))
        if nieuw is None:
            bestand.inhoud["maatregel"].pop()
            return plan
        bestand.genoemd |= maker.genoemd
        return nieuw

    def maak(self, nummer: int) -> Path:
        """Make one scenario file."""
        bestand = self.kop(nummer)
        plan = self.probeer(self.lees(bestand))
        if plan is None:
            bestand.inhoud.pop("horizon", None)
            plan = self.probeer(self.lees(bestand))
        assert plan is not None, "a scenario adds nothing to a basis that was non-negative"
        for _ in range(self.loting.randint(0 if "basis" in bestand.inhoud else 1, KANDIDATEN)):
            plan = self.voeg_maatregel_toe(bestand, plan)
        self.lees(bestand)
        self.bestanden.append(bestand)
        return self.pad(bestand.naam)


def maak(seed: int, folder: Path) -> tuple[Path, list[Path]]:
    """Write a random dataset and 3 to 5 scenarios to a fresh folder; return the data folder and the scenario files."""
    loting = Random(seed)
    data = Datamaker(loting)
    data_map = folder / "data"
    schrijf_dataset(loting, data_map, data.maak())
    scenario_map = folder / "scenarios"
    scenario_map.mkdir(parents=True, exist_ok=True)
    maker = Scenariomaker(loting, data, data_map, scenario_map)
    assert maker.probeer(basisscenario(maker.dataset)) is not None
    paden = [maker.maak(nummer) for nummer in range(1, loting.randint(3, 5) + 1)]
    return data_map, paden


if __name__ == "__main__":
    print(*maak(int(sys.argv[1]), Path(sys.argv[2])))
