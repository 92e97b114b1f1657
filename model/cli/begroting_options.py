"""The options of `dekking import-begroting`: each answers a question that a file may leave open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from model.io.begroting.phases import FASEN
from model.io.begroting.units import CHOICES
from model.text import Language, Text
from model.words import BESLUITSTATUSSEN, VERLOPEN

_Option = Callable[[Language], click.Option]


def _option(name: str, nl: str, en: str, **settings: object) -> _Option:
    return lambda language: click.Option([name], help=Text(nl, en).say(language), **settings)  # type: ignore[arg-type]


OPTIONS: Sequence[_Option] = (
    _option(
        "--out",
        "Schrijft de dataset in deze map.",
        "Writes the dataset into this folder.",
        type=click.Path(path_type=Path),
        metavar="MAP",
    ),
    _option("--force", "Overschrijft bestanden die al bestaan.", "Overwrites files that exist already.", is_flag=True),
    _option(
        "--fase",
        f"Begrotingsfase: {', '.join(FASEN)}, of laatste.",
        f"Budget phase: {', '.join(FASEN)}, or laatste (latest).",
        metavar="FASE",
    ),
    _option(
        "--begrotingsjaar",
        "Begrotingsjaar (t) van de publicatie.",
        "Budget year (t) of the publication.",
        metavar="JAAR",
    ),
    _option(
        "--eenheid",
        "Eenheid van de bedragen: euro, k (x € 1.000), mln of mld.",
        "Unit of the amounts: euro, k (x € 1,000), mln or mld.",
        type=click.Choice(CHOICES),
    ),
    _option(
        "--soort",
        "Wat de bedragen zijn als het bestand het niet zegt: U, V of O.",
        "What the amounts are where the file does not say: U, V or O.",
        type=click.Choice(["U", "V", "O"]),
    ),
    _option(
        "--decimaal",
        "Decimaalteken: komma of punt.",
        "Decimal mark: komma (comma) or punt (point).",
        type=click.Choice(["komma", "punt"]),
    ),
    _option(
        "--hoofdstuk",
        "Alleen dit begrotingshoofdstuk, of dat van de tabel.",
        "Only this budget chapter, or that of the table.",
        metavar="NR",
    ),
    _option(
        "--artikel",
        "Alleen dit artikel, of dat van de tabel.",
        "Only this article, or that of the table.",
        metavar="NR",
    ),
    _option("--blad", "Alleen dit blad van de werkmap.", "Only this sheet of the workbook.", metavar="BLAD"),
    _option(
        "--laatste-kolom",
        "Of de laatste mutatiekolom mutaties of standen houdt.",
        "Whether the last mutation column holds mutaties (mutations) or standen (levels).",
        type=click.Choice(["mutatie", "stand"]),
    ),
    _option(
        "--dubbel",
        "Tel dubbele rijen een keer of alle.",
        "Count double rows once (een) or all of them (alle).",
        type=click.Choice(["een", "alle"]),
    ),
    _option(
        "--besluitstatus",
        "Besluitstatus van het geld (standaard: die van de fase).",
        "Besluitstatus of the money (default: that of the phase).",
        type=click.Choice(list(BESLUITSTATUSSEN)),
    ),
    _option(
        "--verloop",
        "Of de reeksen doorlopen (standaard: meerjarige wel).",
        "Whether series continue (default: those of more years do).",
        type=click.Choice(list(VERLOPEN)),
    ),
    _option(
        "--met-ontvangsten",
        "Neemt ook ontvangsten over, langs een eigen route.",
        "Takes over receipts too, by a route of their own.",
        is_flag=True,
    ),
    _option(
        "--overslaan",
        "Laat weg wat niet over te nemen is, en somt het op.",
        "Leaves out what cannot be taken over, and lists it.",
        is_flag=True,
    ),
)
