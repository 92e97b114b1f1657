"""The results of a scenario as CSV tables in one zip: those that people read, and every amount behind them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dash_app.getallen import csv_tekst, csv_van
from dash_app.jaren import kolomjaren, niet_getoond
from model.indicators import INDICATORS
from model.overviews import key_tables
from model.result import RESULT_FILES, Result
from model.tables import Prices, Scale, Years
from model.text import Language, Text

GEGEVENS = Text("gegevens", "data")
_EXTRA = (Text("eenheid", "unit"), Text("prijzen", "prices"), Text("kenmerk", "hash"), Text("status", "status"))
_LOPEND, _EIGEN = Text("lopende prijzen", "current prices"), Text("eigen prijspeil", "own price level")
_LEESMIJ = {
    "nl": """{stempel}

De tabellen 01, 02, ... zijn die van de app: {bijschrift}.
Boven elke tabel staan eenheid, prijzen, scenario, status en kenmerk; de kolom eenheid geldt voor de regel.

In de map gegevens staat elk bedrag achter die tabellen, een regel per jaar, altijd x EUR 1.000 en in lopende prijzen;
achterstand, vervallen en geleverd werk staan in het eigen prijspeil van de kostenpost. Elke regel noemt zijn eenheid,
prijzen, scenario, kenmerk en status.

Getallen hebben een decimale komma en velden een puntkomma ertussen. Bedragen zijn afgerond op een euro.
""",
    "en": """{stempel}

Tables 01, 02, ... are those of the app: {bijschrift}.
Above each stand unit, prices, scenario, status and hash; the column unit holds for its row.

The folder data has every amount behind those tables, a row a year, always x EUR 1,000 and in current prices; backlog,
lapsed and delivered work are at the own price level of the post. Each row names its unit, prices, scenario, hash and
status.

Numbers have a decimal point and fields a comma between them. Amounts are rounded to a euro.
""",
}


@dataclass(frozen=True, slots=True)
class Als:
    """How the page shows figures: in which language, unit and prices, and which years."""

    taal: Language
    eenheid: Scale = "k"
    prijzen: Prices = "constant"
    jaren: Years = "begroting"


@dataclass(frozen=True, slots=True)
class Merk:
    """What every file says of where it comes from: its stamp in one line, the hash and the status of the scenario."""

    stempel: str
    kenmerk: str
    status: str


def zip_van(result: Result, als: Als, merk: Merk) -> bytes:
    """Return the results as the page shows them; the amounts behind them as the model has them."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in _bestanden(result, als, merk):
            archive.writestr(name, text)
    return packed.getvalue()


def _bestanden(result: Result, als: Als, merk: Merk) -> Iterator[tuple[str, str]]:
    taal, scale = als.taal, als.eenheid
    tables, left_out = (
        key_tables(result, als.prijzen, als.jaren),
        niet_getoond(result.years, kolomjaren(result, als.jaren)),
    )
    caption = tables[0].captioned(taal, scale)
    yield Text("LEESMIJ.txt", "README.txt").say(taal), _LEESMIJ[taal].format(stempel=merk.stempel, bijschrift=caption)
    for number, table in enumerate(tables, start=1):
        title = re.sub(r"[^a-z0-9]+", "-", table.title.say(taal).lower()).strip("-")
        noted = replace(table, notes=(*table.notes, *left_out))
        yield f"{number:02}-{title}.csv", csv_van(noted, taal, scale, merk.stempel)
    for name in RESULT_FILES:
        yield f"{GEGEVENS.say(taal)}/{name}", csv_tekst(_gegevens(result, name, taal, merk), taal)


def _gegevens(result: Result, name: str, taal: Language, merk: Merk) -> Iterator[Sequence[object]]:
    """Yield the rows of one result file, each with its unit, its prices, and where it comes from."""
    header, rows_of = RESULT_FILES[name]
    yield [*header, *(extra.say(taal) for extra in _EXTRA)]
    what = next((header.index(word) for word in ("grootheid", "kerncijfer") if word in header), None)
    for row in rows_of(result):
        unit, price = _maat("" if what is None else str(row[what]), taal)
        value = round(row[-1], 6) + 0.0 if isinstance(row[-1], float) else row[-1]
        yield [*row[:-1], value, unit, price, merk.kenmerk, merk.status]


def _maat(ident: str, taal: Language) -> tuple[str, str]:
    """Return the unit and the prices of an amount or a key figure."""
    found = INDICATORS.get(ident)
    if found is not None and found.unit != "k€":
        return found.unit, ""
    return Text("x € 1.000", "x € 1,000").say(taal), (_EIGEN if found is not None and found.real else _LOPEND).say(taal)
