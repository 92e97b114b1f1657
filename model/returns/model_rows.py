"""What the return's figures are called as rows of a dataset: posts, sources, amounts, references and totals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import fsum
from typing import NamedTuple

from model.returns.columns import AFTER, KOLOMMEN, STRUCTUREEL, jaar_van
from model.returns.comparability import Oordeel
from model.returns.ronde import Ronde
from model.returns.telling import Telling
from model.words import KOSTENSOORT_NAMEN, RIJK

Row = Mapping[str, object]
BESLOTEN = frozenset({"slotwet"})
STANDEN = {"ontwerpbegroting": "OWB", "eerste-suppletoire": "1SUPP", "tweede-suppletoire": "2SUPP", "slotwet": "SW"}
# Operation goes before development, and that before renewal, where money is short.
RANGEN = {soort: rang for rang, soort in enumerate(KOSTENSOORT_NAMEN, start=1)}


class Groep(NamedTuple):
    """What becomes one kostenpost."""

    departement: str
    artikel: str
    soort: str


Cellen = Mapping[Groep, Mapping[str, Sequence[Oordeel]]]


def _naam(group: Groep, ronde: Ronde) -> str:
    return f"{ronde.departementen[group.departement].naam}, artikel {group.artikel or 'onbekend'}"


def _basis(ronde: Ronde) -> Row:
    return {"index": "geen", "prijspeil": ronde.jaar if ronde.prijzen == "constant" else None}


def _verloop(columns: Mapping[str, Sequence[Oordeel]]) -> str:
    """Return whether a series lasts: only where the department said what stays."""
    return "structureel" if any(each.telt for each in columns.get(STRUCTUREEL, ())) else "incidenteel"


def kostenpost(group: Groep, columns: Mapping[str, Sequence[Oordeel]], ids: Mapping[Groep, str], ronde: Ronde) -> Row:
    """Return what a department needs for one kostensoort of an article."""
    departement = ronde.departementen[group.departement]
    return {
        "id": ids[group],
        "naam": f"{_naam(group, ronde)}, {KOSTENSOORT_NAMEN[group.soort].nl}",
        "programma": departement.naam,
        "thema": f"artikel {group.artikel or 'onbekend'}",
        "kostensoort": group.soort,
        "rang": RANGEN[group.soort],
        "verloop": _verloop(columns),
        "sleutel": RIJK,
        "hoofdstuk": departement.hoofdstuk or None,
        "artikel": group.artikel or None,
        **_basis(ronde),
        "toelichting": f"uitgaven zoals opgegeven in {ronde.naam}",
    }


def bronnen(cells: Cellen, ids: Mapping[Groep, str], ronde: Ronde) -> Iterator[Row]:
    """Yield the money of each article of a department, for the posts of that article only."""
    for article in dict.fromkeys(group._replace(soort="") for group in cells):
        groups = [group for group in cells if group._replace(soort="") == article]
        lasts = any(_verloop(cells[group]) == "structureel" for group in groups)
        departement = ronde.departementen[article.departement]
        yield {
            "id": f"begroting-{ids[article]}",
            "naam": f"begroting {_naam(article, ronde)}",
            "betaler": RIJK,
            "besluitstatus": "vastgesteld" if ronde.fase in BESLOTEN else "voorgesteld",
            "volgorde": 1,
            "verloop": "structureel" if lasts else "incidenteel",
            "route": "begroting",
            "hoofdstuk": departement.hoofdstuk or None,
            "artikel": article.artikel or None,
            **_basis(ronde),
            "voor_kostenpost": "|".join(ids[group] for group in groups),
            "toelichting": "gelijk aan de opgegeven uitgaven van het artikel",
        }


def reeks(columns: Mapping[str, Sequence[Oordeel]], ronde: Ronde, group: Groep) -> Iterator[dict[str, object]]:
    """Yield an amount per year; what stays stands in the first year after those that were asked."""
    for kolom in KOLOMMEN:
        found = columns.get(kolom, ())
        counted = [each.cel.waarde for each in found if each.telt]
        if counted:
            year = jaar_van(kolom, ronde.jaar) or ronde.jaar + AFTER + 1
            without = len(found) - len(counted)
            least = f"; ten minste: {without} van {len(found)} cellen tellen niet mee" if without else ""
            what = "structureel niveau" if kolom == STRUCTUREEL else ronde.gevraagd("aard", kolom)
            yield {
                "jaar": year,
                "bedrag": fsum(counted),
                "status": "aanname",
                "stand": f"{ronde.jaar}-{STANDEN[ronde.fase]}",
                "referentie": referentie(group.departement),
                "toelichting": f"opgave van het departement, niet gepubliceerd: {what}{least}",
            }


def betaald(series: Mapping[Groep, Sequence[Row]], ids: Mapping[Groep, str]) -> list[Row]:
    """Return the amounts of the sources: those of the posts of an article together."""
    found: dict[tuple[str, object], list[Row]] = {}
    for group, rows in series.items():
        for row in rows:
            found.setdefault((f"begroting-{ids[group._replace(soort='')]}", row["jaar"]), []).append(row)
    return [
        {
            "dekkingsbron": ident,
            **rows[0],
            "bedrag": fsum(float(str(row["bedrag"])) for row in rows),
            "toelichting": "gelijk aan de opgegeven uitgaven",
        }
        for (ident, _), rows in found.items()
    ]


def referentie(departement: str) -> str:
    """Return the id of a department's return among the references."""
    return f"opgave-{departement}"


def publicatie(telling: Telling, departement: str) -> Row:
    """Return a department's return as a reference."""
    who, said = telling.ronde.departementen[departement], telling.opgaven[departement].herkomst
    return {
        "id": referentie(departement),
        "titel": f"Opgave {who.naam}, {telling.ronde.naam}{' (FICTIEF)' if telling.ronde.fictief else ''}",
        "kenmerk": f"editie {said.editie}, basis {said.basis}",
        "datum": said.wanneer or None,
        "uitgever": who.naam,
        "vindplaats": said.bestand or None,
    }


def begrotingsjaar(ronde: Ronde) -> Row:
    """Return the year of the round as the year around which tables are shown."""
    return {
        "id": "begrotingsjaar", "naam": "begrotingsjaar", "waarde": ronde.jaar, "eenheid": "jaar", "status": "aanname",
        "toelichting": f"jaar van {ronde.naam}",
    }  # fmt: skip


def controles(cells: Cellen, ids: Mapping[Groep, str], ronde: Ronde) -> Iterator[Row]:
    """Yield the total of each department and year, added up from the cells themselves."""
    for departement in dict.fromkeys(group.departement for group in cells):
        mine = [group for group in cells if group.departement == departement]
        for kolom in KOLOMMEN[:-1]:
            counted = [each.cel.waarde for group in mine for each in cells[group].get(kolom, ()) if each.telt]
            year = jaar_van(kolom, ronde.jaar)
            if counted:
                yield {
                    "id": f"{departement}-{year}",
                    "naam": f"uitgaven {ronde.departementen[departement].naam}",
                    "jaar": year,
                    "bedrag": fsum(counted),
                    "toets": "gelijk",
                    "tabel": "kostenreeksen",
                    "selectie": f"id={'|'.join(ids[group] for group in mine)}",
                    "referentie": referentie(departement),
                    "toelichting": "som van de cellen die meetellen",
                }
