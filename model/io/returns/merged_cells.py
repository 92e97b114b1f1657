"""The tables of a round brought together that go cell by cell: where each stands, whether it counts, or why not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from model.io.returns.counted import Rij, redenen, totaal_van
from model.io.returns.labels import item_woorden
from model.io.returns.merged import Uitslag
from model.returns.columns import KOLOMMEN, kop
from model.returns.edition import Editie, Sleutel
from model.returns.edits import Plek
from model.returns.opgave import Cel
from model.returns.telling import vragen_van
from model.returns.to_model import kostenposten
from model.text import Language

Rows = Iterable[Sequence[object]]


def yes(said: bool) -> str:  # noqa: FBT001
    """Return whether something is so, as tables say it."""
    return "ja" if said else "nee"


def number(cel: Cel | None) -> float | None:
    """Return the number in a cell; None where there is none."""
    return cel.waarde if cel is not None and cel.staat == "waarde" else None


def comparability(uitslag: Uitslag, rows: Sequence[Rij], language: Language) -> Rows:
    """Yield every known cell that may not stand in a sum, with each reason."""
    for row in rows:
        for kolom, oordeel in row.oordelen.items():
            for reason in oordeel.afwijkingen if oordeel.cel.bekend else ():
                head = *_where(uitslag, row, language), kop(kolom, uitslag.ronde.jaar).nl
                yield *head, oordeel.cel.staat, number(oordeel.cel), *reason, *_sources(row, kolom)


def crosswalk(uitslag: Uitslag, rows: Sequence[Rij], language: Language) -> Rows:
    """Yield every cell, where it stands, whether it counts or why not, and the totals in which it stands.

    `kostenpost` is the row of the dataset of which the cells that count are the amount.
    """
    ronde = uitslag.ronde
    years = {kolom: kop(kolom, ronde.jaar).nl for kolom in KOLOMMEN}
    totals_of: dict[Sleutel, Mapping[str, str]] = {}
    kostenpost_van = kostenposten(uitslag.telling)
    for row in rows:
        kind = row.sleutel._replace(post="")
        if kind not in totals_of:
            totals_of[kind] = dict(_totals_of(kind, ronde.editie, years))
        artikel = row.post.artikel
        kostenpost = kostenpost_van(row.departement, artikel, row.sleutel)
        head = *_where(uitslag, row, language), artikel, kostenpost, *row.sleutel[2:]
        for kolom, oordeel in row.oordelen.items():
            said = yes(oordeel.telt), redenen(row, oordeel, language), oordeel.cel.staat, number(oordeel.cel)
            yield *head, years[kolom], *said, *_sources(row, kolom), totals_of[kind][kolom]


def _totals_of(kind: Sleutel, editie: Editie, years: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield for each column the totals in which cells of a kind of row stand."""
    asked = [totaal_van(vraag) for vraag in vragen_van(kind)] if editie.grootheden[kind.grootheid].optelbaar else []
    for kolom, year in years.items():
        yield kolom, " ".join(f"{total}/{year}" for total in asked)


def _where(uitslag: Uitslag, row: Rij, language: Language) -> tuple[str, ...]:
    place = Plek("regel", tuple(row.sleutel))
    posts = uitslag.telling.opgaven[row.departement].posten
    words = item_woorden(place, posts, uitslag.ronde, language)
    return row.departement, row.sleutel.tabel, row.sleutel.post, row.sleutel.tekst(), words


def _sources(row: Rij, kolom: str) -> tuple[str, str]:
    found = row.bronnen.get(kolom, ())
    return "; ".join(each.bestand for each in found), "; ".join(each.adres for each in found)
