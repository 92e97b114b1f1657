"""The dataset that a round becomes: a folder by itself, with what was left out and a scenario that counts the money."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from model.errors import InputError, Issue, Place
from model.io.begroting.cleaning import Guard
from model.io.datapackage import NAME
from model.io.dataset_tables import tables_of, write_package, write_tables
from model.io.results import refuse_existing, write_csv
from model.io.text_files import reason
from model.returns.columns import kop
from model.returns.telling import Telling
from model.returns.terms import PRIJZEN, STATEN
from model.returns.to_model import Weggelaten, dataset
from model.text import Language, Text

NOT_TAKEN = "niet-meegenomen.csv"
_NOT_TAKEN = ("departement", "post", "kostensoort", "categorie", "jaar", "staat", "waarde", "reden")
SCENARIO = "als-opgegeven.toml"
_WRITTEN = ("controletotalen",)
_OTHER = Text("{veld}: {gegeven}, gevraagd {gevraagd}", "{veld}: {gegeven}, asked {gevraagd}")


def dataset_paths(folder: Path) -> list[Path]:
    """Return what is written."""
    return [folder / name for name in (*(table.file for table in tables_of(_WRITTEN)), NOT_TAKEN, SCENARIO, NAME)]


def write_to_dataset(telling: Telling, folder: Path, *, force: bool, language: Language = "nl") -> list[Path]:
    """Write what departments said as a dataset into `folder` and return the paths.

    Raises `InputError` where a file exists already and not `force`, or the folder cannot be written.
    """
    made, tables, guard, paths = dataset(telling), tables_of(_WRITTEN), Guard(), dataset_paths(folder)
    refuse_existing(paths, force=force)
    write_tables(tables, made.rijen, folder, guard)
    left = (_left(each, telling.ronde.jaar, language) for each in made.weggelaten)
    write_csv(folder / NOT_TAKEN, _NOT_TAKEN, guard.rows(left))
    try:
        (folder / SCENARIO).write_text(_scenario(telling), encoding="utf-8")
    except OSError as error:
        raise InputError([Issue("niet-te-schrijven", Place(str(folder)), {"found": reason(error)})]) from None
    write_package(folder, "opgave", language)
    return paths


def _left(left: Weggelaten, jaar: int, language: Language) -> list[object]:
    key, cel = left.oordeel.sleutel, left.oordeel.cel
    reasons = "; ".join(_OTHER.say(language, **each._asdict()) for each in left.oordeel.afwijkingen)
    year = kop(left.oordeel.kolom, jaar).say(language)
    amount = cel.waarde if cel.staat == "waarde" else None
    return [
        left.departement,
        key.post,
        key.soort,
        key.categorie,
        year,
        cel.staat,
        amount,
        reasons or STATEN["ontbreekt"].naam.say(language),
    ]


def _scenario(telling: Telling) -> str:
    return "".join(_lines(telling))


def _lines(telling: Telling) -> Iterator[str]:
    ronde = telling.ronde
    name = ronde.naam.replace("\\", "\\\\").replace('"', '\\"')
    yield "# Wat departementen opgaven, met het geld waarover nog niet is besloten.\n"
    yield f'naam = "Als opgegeven: {name}"\n'
    yield f'omschrijving = "Wat departementen opgaven, in {PRIJZEN[ronde.prijzen].naam.nl}; er is niets omgerekend."\n'
    yield f"begrotingsjaar = {ronde.jaar}\n"
    yield 'telt_mee = ["vastgesteld", "voorgesteld"]\n'
