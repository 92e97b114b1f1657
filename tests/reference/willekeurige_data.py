"""Random valid datasets (contract.md section 1): the building blocks of `willekeurig.py`."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import TypeVar

from inlezen import Rij

T = TypeVar("T")

PROGRAMMAS = ["GDI", "NDS", "Werk, inkomen", "Wet open overheid"]
THEMAS = ["toegang", "gegevens", "cloud"]
VOORZIENINGEN = ["DigiD", "MijnOverheid", "Basisregistraties"]
KOSTENSOORTEN = ["beheer", "doorontwikkeling", "vernieuwing"]
PARTIJEN = ["rijk", "gemeenten", "provincies", "waterschappen", "uitvoering", "caribisch", "eu", "overig"]
BESLUITSTATUSSEN = ["vastgesteld", "voorgesteld", "gevraagd"]
ROUTES = [
    "begroting",
    "aanvullende-post",
    "algemene-uitkering",
    "decentralisatie-uitkering",
    "specifieke-uitkering",
    "eu",
    "ontvangsten",
    "eigen",
]
SPANNING = 1.6
"""How far money may exceed need: below 1 there is mostly too little, above it sometimes enough."""

TARIEVEN: dict[str, Callable[[Random], float]] = {
    "volumegroei": lambda r: round(r.uniform(-0.05, 0.08), 3),
    "kostenfactor": lambda r: round(r.uniform(0.6, 1.8), 2),
    "beheerratio": lambda r: r.choice([0, 0.1, 0.15, 0.25, 0.4]),
    "doorlooptijd": lambda r: r.randint(1, 4),
    "levensduur": lambda r: r.randint(1, 6),
    "doorschuif": lambda r: r.choice([0, 0.25, 0.5, 0.9, 1]),
    "besparingsratio": lambda r: r.choice([0, 0.05, 0.2]),
    "capaciteit": lambda r: r.choice([0, 40, 90.5, 150, 400]),
    "compensatie": lambda r: r.choice([0, 0.5, 0.8, 1]),
    "eindejaarsmarge": lambda r: r.choice([0, 0.01, 0.25, 1]),
}
"""The rate-like columns and how a valid value is drawn."""

INVESTERINGSTARIEVEN = [
    "kostenfactor",
    "beheerratio",
    "doorlooptijd",
    "levensduur",
    "doorschuif",
    "besparingsratio",
    "capaciteit",
]
VAST = {
    "index.loon": lambda r: round(r.uniform(-0.02, 0.06), 4),
    "index.prijs": lambda r: round(r.uniform(-0.02, 0.06), 4),
    "index.bbp": lambda r: round(r.uniform(0.0, 0.04), 4),
    "discontovoet": lambda r: round(r.uniform(0.0, 0.05), 4),
}
"""Parameters with a fixed meaning that may have values per year."""


def bedrag(loting: Random, hoogste: float = 300.0) -> float:
    """Draw an amount: whole, with a fraction, or 0."""
    soort = loting.random()
    if soort < 0.08:
        return 0
    if soort < 0.6:
        return loting.randint(1, int(hoogste))
    return round(loting.uniform(0.1, hoogste), loting.choice([1, 3, 7]))


def enkele(loting: Random, lijst: Sequence[T], meest: int = 3) -> list[T]:
    """Draw one or more different items."""
    return loting.sample(list(lijst), loting.randint(1, min(meest, len(lijst))))


def parameternaam(kolom: str) -> str:
    """Return the id of the parameter that a rate-like column may name."""
    return f"norm.{kolom}"


class Datamaker:
    """Builds the tables of one random dataset."""

    def __init__(self, loting: Random) -> None:
        """Draw the frame: first year, parties, keys and which parameters there are."""
        self.loting = loting
        self.eerste = loting.randint(2021, 2028)
        self.lengte = loting.randint(1, 9)
        self.tabellen: dict[str, list[Rij]] = {}
        self.partijen = ["rijk", *loting.sample(PARTIJEN[1:], loting.randint(2, 5))]
        self.sleutels: list[str] = []
        self.parameters: list[str] = []
        self.referenties = [f"bron-{n}" for n in range(1, loting.randint(2, 4))]

    def jaren(self) -> range:
        """Return the years in which series may have amounts."""
        return range(self.eerste, self.eerste + self.lengte)

    def indexen(self) -> list[str]:
        """Return the names that an `index` column may hold."""
        return [naam.removeprefix("index.") for naam in self.parameters if naam.startswith("index.")]

    def maak(self) -> dict[str, list[Rij]]:
        """Return all tables."""
        self.maak_referenties()
        self.maak_partijen()
        self.maak_sleutels()
        self.maak_parameters()
        self.maak_posten()
        self.maak_bronnen()
        self.maak_bijdragen()
        return self.tabellen

    def herkomst(self) -> Rij:
        """Draw a status with the referentie or toelichting that it asks for."""
        status = self.loting.choice(["gepubliceerd", "afgeleid", "aanname", "voorstel"])
        if status in ("gepubliceerd", "afgeleid"):
            return {"status": status, "referentie": self.loting.choice(self.referenties), "toelichting": ""}
        return {"status": status, "referentie": "", "toelichting": 'Verondersteld: "naar boven", ë'}

    def maak_referenties(self) -> None:
        """Build referenties.csv."""
        rijen = [{"id": naam, "titel": f"Titel van {naam}"} for naam in self.referenties]
        self.tabellen["referenties"] = rijen

    def maak_partijen(self) -> None:
        """Build partijen.csv; there may be a second partij of soort rijk."""
        rijen = []
        for partij in self.partijen:
            soort = "rijk" if self.loting.random() < 0.1 else partij
            rijen.append({"id": partij, "naam": partij.title(), "soort": soort})
        self.tabellen["partijen"] = rijen

    def aandelen(self) -> dict[str, float]:
        """Draw shares that sum to 1, some of them 0."""
        namen = enkele(self.loting, self.partijen, len(self.partijen))
        gewichten = [self.loting.choice([0, 1, 2, 3, 7]) for _ in namen]
        gewichten[self.loting.randrange(len(namen))] = self.loting.randint(1, 5)
        return {naam: gewicht / sum(gewichten) for naam, gewicht in zip(namen, gewichten, strict=True)}

    def maak_sleutels(self) -> None:
        """Build verdeelsleutels.csv, or leave it out; a partij's own id is a key too."""
        self.sleutels = list(self.partijen)
        rijen = []
        for nummer in range(self.loting.randint(0, 3)):
            naam = f"sleutel-{nummer + 1}"
            self.sleutels += [naam, naam]
            for partij, aandeel in self.aandelen().items():
                rijen.append({"sleutel": naam, "partij": partij, "aandeel": repr(aandeel)})
        if rijen:
            self.tabellen["verdeelsleutels"] = rijen

    def maak_parameters(self) -> None:
        """Build parameters.csv: fixed meanings and one parameter per rate-like column, some left out."""
        self.tabellen["parameters"] = []
        for naam, trek in VAST.items():
            if self.loting.random() < 0.75:
                self.voeg_parameter_toe(naam, trek, per_jaar=self.loting.random() < 0.5)
        for kolom, trek in TARIEVEN.items():
            if self.loting.random() < 0.6:
                per_jaar = kolom == "compensatie" and self.loting.random() < 0.7
                self.voeg_parameter_toe(parameternaam(kolom), trek, per_jaar)
        if self.loting.random() < 0.4:
            jaar = self.loting.randint(self.eerste - 1, self.eerste + 5)
            self.voeg_parameter_toe("begrotingsjaar", lambda _: jaar, per_jaar=False)
        if self.loting.random() < 0.3:
            self.loting.shuffle(self.tabellen["parameters"])
        else:
            self.verdeel_onzekerheid()

    def voeg_parameter_toe(self, naam: str, trek: Callable[[Random], float], per_jaar: bool) -> None:
        """Add the rows of one parameter: one value, or values from some years on."""
        self.parameters.append(naam)
        jaren: list[str] = [""]
        if per_jaar:
            mogelijk = range(self.eerste - 3, self.eerste + 14)
            jaren = [str(jaar) for jaar in sorted(enkele(self.loting, mogelijk, 6))]
        for jaar in jaren:
            rij = {"id": naam, "naam": naam.title(), "jaar": jaar, "waarde": repr(trek(self.loting)), "eenheid": "-"}
            self.tabellen["parameters"].append({**rij, **self.herkomst()})

    def verdeel_onzekerheid(self) -> None:
        """Put a distribution on the first row of some parameters (it changes no result)."""
        gezien: set[str] = set()
        for rij in self.tabellen["parameters"]:
            eerste = rij["id"] not in gezien
            gezien.add(rij["id"])
            if not eerste or self.loting.random() < 0.5:
                continue
            waarde = float(rij["waarde"])
            if rij["jaar"] and rij["id"] in VAST:
                rij.update({"verdeling": "uniform", "laag": "-0.005", "hoog": "0.005"})
            elif rij["id"] == parameternaam("kostenfactor"):
                rij.update({"verdeling": "driehoek", "laag": repr(waarde * 0.9), "hoog": repr(waarde * 1.2)})

    def tarief(self, kolom: str) -> str:
        """Draw a rate-like cell: a number, the id of a parameter, or empty."""
        soort = self.loting.random()
        if soort < 0.35:
            return ""
        if soort < 0.7 and parameternaam(kolom) in self.parameters:
            return parameternaam(kolom)
        return repr(TARIEVEN[kolom](self.loting))

    def prijsvelden(self) -> Rij:
        """Draw index and prijspeil, before, in or after the data."""
        index = self.loting.choice(["", "geen", *self.indexen(), *self.indexen()])
        if index in ("", "geen") and self.loting.random() < 0.5:
            return {"index": index, "prijspeil": ""}
        return {"index": index, "prijspeil": str(self.loting.randint(self.eerste - 4, self.eerste + 14))}

    def post(self, naam: str) -> Rij:
        """Draw a kostenpost with all columns."""
        loting = self.loting
        rij: Rij = {
            "id": naam,
            "naam": f"Post {naam}",
            "programma": loting.choice(PROGRAMMAS),
            "thema": loting.choice(THEMAS),
            "kostensoort": loting.choice(KOSTENSOORTEN),
            "rang": str(loting.randint(1, 3)),
            "verloop": loting.choice(["structureel", "structureel", "incidenteel"]),
            "sleutel": loting.choice(self.sleutels),
            "voorziening": loting.choice(["", *VOORZIENINGEN]),
            "hoofdstuk": "VII",
            "artikel": str(loting.randint(1, 9)),
            **self.prijsvelden(),
        }
        if rij["kostensoort"] == "beheer":
            rij["volumegroei"] = self.tarief("volumegroei")
            return rij
        for kolom in INVESTERINGSTARIEVEN:
            rij[kolom] = self.tarief(kolom)
        if loting.random() < 0.6:
            rij["capaciteit"] = ""
        rij["sleutel_beheer"] = loting.choice(["", *self.sleutels])
        rij["sleutel_besparing"] = loting.choice(["", *self.sleutels])
        rij["rang_beheer"] = loting.choice(["", "1", "2", "3"])
        return rij

    def bron(self, naam: str, posten: list[Rij]) -> Rij:
        """Draw a dekkingsbron with all columns; restrictions are on things that exist."""
        loting = self.loting
        rij: Rij = {
            "id": naam,
            "naam": f"Bron {naam}",
            "betaler": loting.choice(["rijk", *self.partijen]),
            "besluitstatus": loting.choice(["vastgesteld", "vastgesteld", *BESLUITSTATUSSEN]),
            "volgorde": str(loting.randint(1, 3)),
            "verloop": loting.choice(["structureel", "structureel", "incidenteel"]),
            "route": loting.choice(["", *ROUTES, "eigen"]),
            "compensatie": self.tarief("compensatie"),
            "eindejaarsmarge": self.tarief("eindejaarsmarge"),
            **self.prijsvelden(),
        }
        for kolom, waarden in self.bestemmingen(posten).items():
            if loting.random() < 0.17:
                rij[f"voor_{kolom}"] = "|".join(enkele(loting, waarden))
        return rij

    def bestemmingen(self, posten: list[Rij]) -> dict[str, list[str]]:
        """Return what a source may be restricted to."""
        return {
            "programma": sorted({post["programma"] for post in posten}),
            "thema": sorted({post["thema"] for post in posten}),
            "kostensoort": KOSTENSOORTEN,
            "partij": self.partijen,
            "kostenpost": [post["id"] for post in posten],
        }

    def reeks(self, kolom: str, naam: str, hoogste: float) -> list[Rij]:
        """Draw a series, with gaps; now and then without any row."""
        rijen: list[Rij] = []
        if self.loting.random() < 0.04:
            return rijen
        jaren = list(self.jaren())
        if self.loting.random() < 0.5:
            jaren = sorted(enkele(self.loting, jaren, len(jaren)))
        niveau = bedrag(self.loting, hoogste) if self.loting.random() < 0.3 else None
        for jaar in jaren:
            getal = bedrag(self.loting, hoogste) if niveau is None else niveau
            rijen.append({kolom: naam, "jaar": str(jaar), "bedrag": repr(getal), **self.herkomst()})
        return rijen

    def maak_posten(self) -> None:
        """Build kostenposten.csv and kostenreeksen.csv (at least one amount)."""
        posten = [self.post(f"post-{n}") for n in range(1, self.loting.randint(3, 10) + 1)]
        reeksen = [rij for post in posten for rij in self.reeks("kostenpost", post["id"], 200)]
        if not reeksen:
            reeksen = [{"kostenpost": "post-1", "jaar": str(self.eerste), "bedrag": "100", **self.herkomst()}]
        self.tabellen["kostenposten"] = posten
        self.tabellen["kostenreeksen"] = reeksen

    def maak_bronnen(self) -> None:
        """Build dekkingsbronnen.csv and dekkingsreeksen.csv."""
        posten = self.tabellen["kostenposten"]
        aantal = self.loting.randint(2, 8)
        bronnen = [self.bron(f"geld-{n}", posten) for n in range(1, aantal + 1)]
        hoogste = 200 * len(posten) / aantal * self.loting.uniform(0.2, SPANNING) + 10
        self.tabellen["dekkingsbronnen"] = bronnen
        reeksen = [rij for bron in bronnen for rij in self.reeks("dekkingsbron", bron["id"], hoogste)]
        self.tabellen["dekkingsreeksen"] = reeksen

    def maak_bijdragen(self) -> None:
        """Build bijdragen.csv for some sources, or leave it out."""
        rijen = []
        for bron in self.tabellen["dekkingsbronnen"]:
            if self.loting.random() < 0.3:
                for partij, aandeel in self.aandelen().items():
                    rijen.append({"dekkingsbron": bron["id"], "bijdrager": partij, "aandeel": repr(aandeel)})
        if rijen:
            self.tabellen["bijdragen"] = rijen


VERPLICHT = {
    "kostenposten": "id naam programma thema kostensoort rang verloop sleutel",
    "kostenreeksen": "kostenpost jaar bedrag status",
    "dekkingsbronnen": "id naam betaler besluitstatus volgorde verloop",
    "dekkingsreeksen": "dekkingsbron jaar bedrag status",
    "partijen": "id naam soort",
    "verdeelsleutels": "sleutel partij aandeel",
    "bijdragen": "dekkingsbron bijdrager aandeel",
    "parameters": "id naam jaar waarde eenheid status",
    "referenties": "id titel",
}
"""The columns that may not be left out."""


def laat_kolommen_weg(loting: Random, tabellen: dict[str, list[Rij]]) -> None:
    """Leave some optional columns out of posts and sources (prijspeil only with index)."""
    for tabel in ("kostenposten", "dekkingsbronnen"):
        kolommen = sorted({kolom for rij in tabellen[tabel] for kolom in rij} - set(VERPLICHT[tabel].split()))
        weg = {kolom for kolom in kolommen if loting.random() < 0.12} - {"prijspeil"}
        if "index" in weg:
            weg.add("prijspeil")
        for rij in tabellen[tabel]:
            for kolom in weg:
                rij.pop(kolom, None)


def schrijf_tabel(loting: Random, pad: Path, rijen: list[Rij]) -> None:
    """Write one table: with or without a BOM, columns and rows in any order."""
    verplicht = VERPLICHT[pad.stem].split()
    gebruikt = {kolom for rij in rijen for kolom, tekst in rij.items() if tekst or loting.random() < 0.2}
    kolommen = verplicht + sorted(gebruikt - set(verplicht))
    if loting.random() < 0.3:
        loting.shuffle(kolommen)
    if pad.stem != "parameters" and loting.random() < 0.7:
        rijen = loting.sample(rijen, len(rijen))
    codering = "utf-8-sig" if loting.random() < 0.3 else "utf-8"
    with pad.open("w", encoding=codering, newline="") as bestand:
        einde = loting.choice(["\n", "\r\n"])
        schrijver = csv.DictWriter(bestand, kolommen, restval="", extrasaction="ignore", lineterminator=einde)
        schrijver.writeheader()
        schrijver.writerows(rijen)


def schrijf_dataset(loting: Random, map_: Path, tabellen: dict[str, list[Rij]]) -> None:
    """Write a dataset folder."""
    map_.mkdir(parents=True, exist_ok=True)
    laat_kolommen_weg(loting, tabellen)
    for naam, rijen in tabellen.items():
        schrijf_tabel(loting, map_ / f"{naam}.csv", rijen)
