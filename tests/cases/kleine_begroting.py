"""Small budgets for cases: published figures from `data/bronnen`, written as a dataset and run with measures.

Amounts are k€. A figure is asked for by its soort (V verplichtingen, U uitgaven, O ontvangsten), one at a time: the
three are never added up.
"""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from model.engine import run_plan
from model.io.open import open_scenarios
from model.result import Result

DATA = Path(__file__).resolve().parents[2] / "data"

Reeks = Mapping[int, float]


def gepubliceerd(bestand: str) -> list[dict[str, str]]:
    """Return the rows of a table in `data/bronnen`."""
    with (DATA / "bronnen" / bestand).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def bedrag(bestand: str, **kenmerken: str | int) -> float:
    """Return the one published amount with these characteristics, k€ (or a fraction, or a tariff: see the file)."""
    found = [row for row in gepubliceerd(bestand) if all(row[k] == str(v) for k, v in kenmerken.items())]
    assert len(found) == 1, f"{bestand}: {len(found)} rijen met {kenmerken}"
    return float(found[0]["bedrag" if "bedrag" in found[0] else "waarde"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A cost line of kostensoort beheer: what is owed, by whom, in which order."""

    id: str
    reeks: Reeks
    sleutel: str = "rijk"
    rang: int = 1


NIETS_GEVRAAGD = Post(id="niets-gevraagd", reeks={})


@dataclass(frozen=True, slots=True, kw_only=True)
class Bron:
    """A funding source: its amounts, who pays them, in which order, and for which partij."""

    id: str
    reeks: Reeks
    betaler: str = "rijk"
    volgorde: int = 1
    verloop: str = "incidenteel"
    route: str = "begroting"
    voor_partij: str = ""


def schrijf_dataset(
    folder: Path,
    *,
    bronnen: Sequence[Bron],
    posten: Sequence[Post] = (NIETS_GEVRAAGD,),
    sleutels: Mapping[str, Mapping[str, float]] | None = None,
    referentie: str,
) -> Path:
    """Write a dataset in which every amount is published in `referentie`; return its folder.

    Its parties are the Rijk, gemeenten and all other users. Without `posten` nothing is owed.
    """
    folder.mkdir(exist_ok=True)
    parties = [("rijk", "Rijk", "rijk"), ("gemeenten", "Gemeenten", "gemeenten"), ("overige", "Overigen", "overig")]
    _write(folder, "partijen", "id,naam,soort", parties)
    _write(
        folder,
        "kostenposten",
        "id,naam,programma,thema,kostensoort,rang,verloop,sleutel",
        ((p.id, p.id, "artikel 6", "digitale overheid", "beheer", p.rang, "incidenteel", p.sleutel) for p in posten),
    )
    _write(
        folder,
        "dekkingsbronnen",
        "id,naam,betaler,besluitstatus,volgorde,verloop,route,voor_partij",
        ((b.id, b.id, b.betaler, "vastgesteld", b.volgorde, b.verloop, b.route, b.voor_partij) for b in bronnen),
    )
    for table, owner, owners in (("kostenreeksen", "kostenpost", posten), ("dekkingsreeksen", "dekkingsbron", bronnen)):
        rows = [(o.id, jaar, waarde, "gepubliceerd", referentie) for o in owners for jaar, waarde in o.reeks.items()]
        _write(folder, table, f"{owner},jaar,bedrag,status,referentie", rows)
    shares = [(k, partij, deel) for k, delen in (sleutels or {}).items() for partij, deel in delen.items()]
    _write(folder, "verdeelsleutels", "sleutel,partij,aandeel", shares)
    _write(folder, "parameters", "id,naam,jaar,waarde,eenheid,status", [])
    shutil.copy(DATA / "basis" / "referenties.csv", folder)
    return folder


def _write(folder: Path, table: str, header: str, rows: Iterable[Sequence[object]]) -> None:
    with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header.split(","))
        writer.writerows(rows)


def reken(dataset: Path, *maatregelen: str, jaren: tuple[int, int]) -> Result:
    """Return the result of measures, each the TOML of one, on a dataset over the years `jaren`."""
    head = f'naam = "geval"\nhorizon = [{jaren[0]}, {jaren[1]}]\n'
    file = dataset / "geval.toml"
    file.write_text("\n[[maatregel]]\n".join([head, *maatregelen]), encoding="utf-8")
    _, [(scenario, plan)] = open_scenarios(dataset, [file])
    return run_plan(plan, scenario)


def mutatie(bron: str, bedragen: Reeks) -> str:
    """Return a measure that posts `bedragen` on a source, as a suppletoire does."""
    return f'soort = "mutatie"\ndekkingsbron = "{bron}"\nbedragen = {_per_jaar(bedragen)}\n'


def overboeking(van: str, naar: str, bedragen: Reeks) -> str:
    """Return a measure that moves `bedragen` from one source to another."""
    return f'soort = "overboeking"\nvan = "{van}"\nnaar = "{naar}"\nbedragen = {_per_jaar(bedragen)}\n'


def andere_sleutel(post: str, sleutel: str) -> str:
    """Return a measure that gives a post another distribution key."""
    return f'soort = "sleutel"\nbetreft = {{kostenpost = "{post}"}}\nsleutel = "{sleutel}"\n'


def _per_jaar(bedragen: Reeks) -> str:
    return "{" + ", ".join(f"{jaar} = {waarde}" for jaar, waarde in bedragen.items()) + "}"


def per_jaar(result: Result, amounts: Iterable[float]) -> dict[int, float]:
    """Return a quantity by year of the horizon."""
    return dict(zip(result.years, map(float, amounts), strict=True))
