"""Build the amounts tables and the description of data/basis from published figures and assumptions.

Published figures come from ``data/bronnen``, every assumption from ``aannames.toml`` beside this file.
``.venv/bin/python data/opbouw/basis.py`` (or ``make basis``) writes the tables; with ``--controleer`` it only compares
them (exit 1 on a difference).
Amounts are in thousands of euros (k€).
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from pathlib import Path
from typing import Any

from model.io.datapackage import NAME, datapackage

HIER = Path(__file__).resolve().parent
DATA = HIER.parent
TITEL = "GDI en NDS: kosten en dekking 2024-2035"
VERSIE = "2026.11"
OPDRACHT = ".venv/bin/python data/opbouw/basis.py"
KOLOMMEN_REEKS = ("jaar", "bedrag", "status", "stand", "referentie", "toelichting")
KOLOMMEN = {
    "kostenreeksen.csv": ("kostenpost", *KOLOMMEN_REEKS),
    "dekkingsreeksen.csv": ("dekkingsbron", *KOLOMMEN_REEKS),
    "verdeelsleutels.csv": ("sleutel", "partij", "aandeel"),
    "bijdragen.csv": ("dekkingsbron", "bijdrager", "aandeel"),
}

Rij = tuple[str, ...]
Aannames = Mapping[str, Any]


class AannameFout(ValueError):
    """An assumption that cannot be used; the message (Dutch) says which and why."""


@dataclass(frozen=True, slots=True)
class Feit:
    """A published figure with its phase and reference."""

    waarde: Decimal
    stand: str
    referentie: str


Feiten = Mapping[tuple[str, int | None], Feit]
"""Published figures by (id, year); no year where the source names none."""


def lees_feiten(*bestanden: Path) -> dict[tuple[str, int | None], Feit]:
    """Return the published figures from the given tables of ``data/bronnen``."""
    feiten: dict[tuple[str, int | None], Feit] = {}
    for bestand in bestanden:
        with bestand.open(encoding="utf-8-sig", newline="") as tekst:
            for rij in csv.DictReader(tekst):
                feit = Feit(Decimal(rij["waarde"]), rij["stand"], rij["referentie"])
                feiten[rij["id"], int(rij["jaar"]) if rij["jaar"] else None] = feit
    return feiten


def verdeel(totaal: Decimal, gewichten: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Split a total over weights in whole k€; the parts add up (largest remainder, ties in order)."""
    som = sum(gewichten.values(), Decimal(0))
    if som <= 0 or min(gewichten.values()) < 0 or totaal != int(totaal):
        raise AannameFout(f"gewichten {dict(gewichten)} van {totaal}: verwacht niet-negatief, niet alle 0, heel totaal")
    precies = {naam: totaal * gewicht / som for naam, gewicht in gewichten.items()}
    delen = {naam: deel.to_integral_value(ROUND_FLOOR) for naam, deel in precies.items()}
    over = int(totaal - sum(delen.values(), Decimal(0)))
    for naam in sorted(precies, key=lambda n: delen[n] - precies[n])[:over]:
        delen[naam] += 1
    return delen


def afgerond(bedrag: Decimal, eenheid: int) -> Decimal:
    """Return the amount rounded to a multiple of ``eenheid``."""
    return (bedrag / eenheid).to_integral_value(ROUND_HALF_EVEN) * eenheid


def als_tekst(getal: Decimal) -> str:
    """Return a plain decimal: no exponent, no trailing zeros."""
    tekst = f"{getal:f}"
    return tekst.rstrip("0").rstrip(".") if "." in tekst else tekst


def procent(deel: Decimal) -> str:
    """Return a share as Dutch text, at most one decimal: ``12,5 %``."""
    return f"{als_tekst((deel * 100).quantize(Decimal('0.1'), ROUND_HALF_EVEN)).replace('.', ',')} %"


def reeksrij(eigenaar: str, jaar: int, bedrag: Decimal, status: str, herkomst: Feit | None, toelichting: str) -> Rij:
    """One row of a series table; ``herkomst`` gives phase and reference."""
    stand, referentie = (herkomst.stand, herkomst.referentie) if herkomst else ("", "")
    return (eigenaar, str(jaar), als_tekst(bedrag), status, stand, referentie, toelichting)


def jaren(grenzen: Sequence[int]) -> range:
    """Return the years from and including the first bound to and including the second."""
    return range(int(grenzen[0]), int(grenzen[1]) + 1)


def digid_beheer(aannames: Aannames, feiten: Feiten) -> Decimal:
    """Run cost of DigiD in k€, an order of magnitude: cost per login times logins, of both sources."""
    kosten = feiten["digid-werkelijke-kosten", 2022].waarde
    uitkomsten = {
        afgerond(kosten * feiten[bron, 2021].waarde / 1000, int(aannames["gdi"]["afronding_digid"]))
        for bron in ("digid-authenticaties", "digid-authenticaties-andere-bron")
    }
    if len(uitkomsten) > 1:
        raise AannameFout(f"afronding_digid: de twee bronnen voor het volume geven {sorted(uitkomsten)}; kies grover")
    return uitkomsten.pop()


def gdi_bedragen(aannames: Aannames, feiten: Feiten) -> dict[str, dict[str, Decimal]]:
    """GDI cost per kostensoort and domain; together the published total."""
    gdi, jaar = aannames["gdi"], aannames["gdi"]["jaar"]
    totaal = feiten["gdi-totaal", jaar].waarde
    beheer = totaal * feiten["gdi-beheer-minstens", jaar].waarde
    aandeel = gdi["aandeel_doorontwikkeling"]
    investering = verdeel(totaal - beheer, {"doorontwikkeling": aandeel, "vernieuwing": 1 - aandeel})
    bedragen = {"beheer": beheer, **investering}
    return {soort: verdeel(bedrag, gdi["gewicht"][soort]) for soort, bedrag in bedragen.items()}


def gdi_kosten(aannames: Aannames, feiten: Feiten) -> list[Rij]:
    """Cost rows of the GDI: the one published year, split by assumption."""
    gdi = aannames["gdi"]
    jaar, herkomst = int(gdi["jaar"]), feiten["gdi-totaal", gdi["jaar"]]
    rijen: list[Rij] = []
    for soort, delen in gdi_bedragen(aannames, feiten).items():
        for thema, bedrag in delen.items():
            tekst = gdi_toelichting(gdi, soort, thema)
            if (thema, soort) == ("toegang", "beheer"):
                rijen += gdi_beheer_toegang(aannames, feiten, bedrag, tekst)
            else:
                rijen.append(reeksrij(f"gdi-{thema}-{soort}", jaar, bedrag, "aanname", herkomst, tekst))
    return rijen


def gdi_toelichting(gdi: Mapping[str, Any], soort: str, thema: str) -> str:
    """Return the reasoning behind a GDI amount, with the shares that were used."""
    gewicht, deel = gdi["gewicht"][soort], Decimal(gdi["aandeel_doorontwikkeling"])
    return str(gdi[f"toelichting_{soort}"]).format(
        thema=thema,
        aandeel=procent(Decimal(gewicht[thema]) / sum(gewicht.values())),
        deel=procent(deel if soort == "doorontwikkeling" else 1 - deel),
    )


def gdi_beheer_toegang(aannames: Aannames, feiten: Feiten, bedrag: Decimal, tekst: str) -> list[Rij]:
    """Return the rows for running the domain toegang in two posts: DigiD, and the rest."""
    gdi, digid = aannames["gdi"], digid_beheer(aannames, feiten)
    if bedrag < digid:
        raise AannameFout(f"gewicht van toegang in beheer geeft {bedrag}; verwacht minstens DigiD ({digid})")
    jaar, herkomst = int(gdi["jaar"]), feiten["gdi-totaal", gdi["jaar"]]
    return [
        reeksrij("gdi-toegang-beheer-digid", jaar, digid, "aanname", herkomst, gdi["toelichting_digid"]),
        reeksrij(
            "gdi-toegang-beheer-overig", jaar, bedrag - digid, "aanname", herkomst, f"{tekst} Na aftrek van DigiD."
        ),
    ]


def nds_kosten(aannames: Aannames, feiten: Feiten) -> list[Rij]:
    """Cost rows of the NDS: every year the published lower bound, split over the posts by assumption."""
    nds, totaal = aannames["nds"], feiten["nds-extra-minstens", None]
    rijen: list[Rij] = []
    for post, bedrag in verdeel(totaal.waarde, {p: w["gewicht"] for p, w in nds["post"].items()}).items():
        reden = nds["post"][post]["toelichting"].format(aandeel=procent(bedrag / totaal.waarde))
        tekst = f"{reden} {nds['toelichting_totaal']}"
        rijen += [
            reeksrij(post, jaar, bedrag, "aanname", totaal, tekst)
            for jaar in jaren((nds["eerste_jaar"], nds["laatste_jaar"]))
        ]
    return rijen


def gdi_dekking(aannames: Aannames, feiten: Feiten) -> list[Rij]:
    """Money of the GDI: the two published transfers, and what is left of the total unexplained."""
    gdi, jaar = aannames["gdi"], aannames["gdi"]["jaar"]
    bronnen = ("gdi-overboekingen", "gdi-investeringspost")
    rijen: list[Rij] = []
    for bron in bronnen:
        tekst = gdi["dekking"][f"toelichting_{bron.removeprefix('gdi-')}"]
        rijen += [
            reeksrij(bron, j, feiten[bron, j].waarde, "gepubliceerd", feiten[bron, j], tekst)
            for j in jaren((jaar, gdi["laatste_jaar_dekking"]))
        ]
    totaal = feiten["gdi-totaal", jaar]
    restant = totaal.waarde - sum((feiten[bron, jaar].waarde for bron in bronnen), Decimal(0))
    tekst = gdi["dekking"]["toelichting_restant"]
    return [*rijen, reeksrij("gdi-niet-verklaard-restant", jaar, restant, "afgeleid", totaal, tekst)]


def nds_dekking(aannames: Aannames, feiten: Feiten) -> list[Rij]:
    """Assumed money of the NDS; a source without amounts has no rows."""
    ondergrens = feiten["nds-extra-minstens", None].waarde
    rijen: list[Rij] = []
    for bron in aannames["nds"]["bron"]:
        bedrag = Decimal(bron["bedrag"])
        tekst = bron["toelichting"].format(deel=procent(bedrag / ondergrens))
        rijen += [reeksrij(bron["id"], jaar, bedrag, "aanname", None, tekst) for jaar in jaren(bron["jaren"])]
    return rijen


def eigen_middelen(aannames: Aannames, feiten: Feiten) -> list[Rij]:
    """Own means of medeoverheden: a small share of municipal ICT spending, the others in proportion."""
    eigen = aannames["eigen"]
    sleutel, eenheid = aannames["sleutel"][eigen["sleutel"]], int(eigen["afronding"])
    uitgaven = feiten["ict-kosten-per-inwoner", 2022].waarde * feiten["inwoners", 2024].waarde / 1000
    maatstaf = afgerond(uitgaven * eigen["aandeel"], eenheid)
    rijen: list[Rij] = []
    for bron, waarden in eigen["bron"].items():
        bedrag = afgerond(maatstaf * sleutel[waarden["partij"]] / sleutel[eigen["maatstaf"]], eenheid)
        tekst = waarden["toelichting"].format(aandeel=procent(eigen["aandeel"]))
        rijen += [reeksrij(bron, jaar, bedrag, "aanname", None, tekst) for jaar in jaren(eigen["jaren"])]
    return rijen


def verdeelsleutels(aannames: Aannames) -> list[Rij]:
    """Return the distribution keys; each must add up to exactly 1."""
    for sleutel, aandelen in aannames["sleutel"].items():
        if sum(aandelen.values(), Decimal(0)) != 1:
            raise AannameFout(f"sleutel {sleutel} telt op tot {sum(aandelen.values())}, verwacht 1")
    return [
        (sleutel, partij, als_tekst(aandeel))
        for sleutel, aandelen in aannames["sleutel"].items()
        for partij, aandeel in aandelen.items()
    ]


def bijdragen(aannames: Aannames, feiten: Feiten) -> list[Rij]:
    """Who fills the GDI sources: the Rijk, and municipalities through the uitname."""
    gdi = aannames["gdi"]
    bron, bijdrager = gdi["dekking"]["bron_met_uitname"], gdi["dekking"]["bijdrager_uitname"]
    uitname = feiten["gdi-uitname-gemeentefonds", 2023].waarde / feiten[bron, gdi["jaar"]].waarde
    uitname = uitname.quantize(Decimal("1e-12"))
    rijen: list[Rij] = []
    for naam in dict.fromkeys(rij[0] for rij in gdi_dekking(aannames, feiten)):
        deel = uitname if naam == bron else Decimal(0)
        rijen.append((naam, "rijk", als_tekst(1 - deel)))
        if deel:
            rijen.append((naam, bijdrager, als_tekst(deel)))
    return rijen


def als_csv(kolommen: Iterable[str], rijen: Iterable[Rij]) -> str:
    """Return the table as CSV text with line feeds."""
    tekst = io.StringIO()
    schrijver = csv.writer(tekst, lineterminator="\n")
    schrijver.writerow(kolommen)
    schrijver.writerows(rijen)
    return tekst.getvalue()


def tabellen(aannames: Aannames, feiten: Feiten) -> dict[str, str]:
    """Every table that this script makes, as CSV text by file name."""
    rijen = {
        "kostenreeksen.csv": gdi_kosten(aannames, feiten) + nds_kosten(aannames, feiten),
        "dekkingsreeksen.csv": gdi_dekking(aannames, feiten)
        + nds_dekking(aannames, feiten)
        + eigen_middelen(aannames, feiten),
        "verdeelsleutels.csv": verdeelsleutels(aannames),
        "bijdragen.csv": bijdragen(aannames, feiten),
    }
    return {naam: als_csv(KOLOMMEN[naam], inhoud) for naam, inhoud in rijen.items()}


def lees_aannames(bestand: Path) -> dict[str, Any]:
    """Return the assumptions; every number becomes an exact decimal, years and integers stay whole."""
    with bestand.open("rb") as tekst:
        return tomllib.load(tekst, parse_float=Decimal)


def schrijf(doel: Path, inhoud: Mapping[str, str]) -> int:
    """Write the tables."""
    for naam, tekst in inhoud.items():
        (doel / naam).write_text(tekst, encoding="utf-8", newline="\n")
        print(f"geschreven: {naam}")
    return 0


def controleer(doel: Path, inhoud: Mapping[str, str]) -> int:
    """Compare with what is there; 1 and the names on a difference."""
    anders = [n for n, t in inhoud.items() if not (doel / n).exists() or (doel / n).read_bytes() != t.encode()]
    for naam in anders:
        print(f"{naam} wijkt af van aannames.toml en data/bronnen; draai: {OPDRACHT}", file=sys.stderr)
    return 1 if anders else 0


def main(argumenten: Sequence[str] | None = None) -> int:
    """Command line: write, or compare with ``--controleer``."""
    lezer = argparse.ArgumentParser(description="Bouwt de bedragentabellen van data/basis.")
    lezer.add_argument("--controleer", action="store_true", help="alleen vergelijken; 1 bij verschil")
    doe: Callable[[Path, Mapping[str, str]], int] = controleer if lezer.parse_args(argumenten).controleer else schrijf
    bronnen = DATA / "bronnen"
    try:
        aannames = lees_aannames(HIER / "aannames.toml")
        inhoud = tabellen(aannames, lees_feiten(bronnen / "gdi_nds.csv", bronnen / "digid.csv"))
    except (AannameFout, tomllib.TOMLDecodeError) as fout:
        print(f"aannames.toml: {fout}", file=sys.stderr)
        return 2
    except KeyError as fout:
        print(f"niet gevonden in aannames.toml of data/bronnen: {fout}", file=sys.stderr)
        return 2
    pakket = datapackage(DATA / "basis", name="dekking-basis", title=TITEL, version=VERSIE)
    return doe(DATA / "basis", {**inhoud, NAME: pakket})


if __name__ == "__main__":
    sys.exit(main())
