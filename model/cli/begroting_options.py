"""The options of `dekking import-begroting`: each answers a question that a file may leave open."""

from __future__ import annotations

from collections.abc import Sequence

import click

from model.cli.options import PATH, Option, option
from model.io.begroting.phases import FASEN
from model.io.begroting.units import CHOICES
from model.words import BESLUITSTATUSSEN, VERLOPEN

BEGROTING_OPTIONS: Sequence[Option] = (
    option(
        "--out",
        "Schrijft de dataset in deze map.",
        "Writes the dataset into this folder.",
        type=PATH,
        metavar="MAP",
    ),
    option("--force", "Overschrijft bestanden die al bestaan.", "Overwrites files that exist already.", is_flag=True),
    option(
        "--fase",
        f"Begrotingsfase: {', '.join(FASEN)}, of laatste.",
        f"Budget phase: {', '.join(FASEN)}, or laatste (latest).",
        metavar="FASE",
    ),
    option(
        "--begrotingsjaar",
        "Begrotingsjaar (t) van de publicatie.",
        "Budget year (t) of the publication.",
        metavar="JAAR",
    ),
    option(
        "--eenheid",
        "Eenheid van de bedragen: euro, k (x € 1.000), mln of mld.",
        "Unit of the amounts: euro, k (x € 1,000), mln or mld.",
        type=click.Choice(CHOICES),
    ),
    option(
        "--soort",
        "Wat de bedragen zijn als het bestand het niet zegt: U, V of O.",
        "What the amounts are where the file does not say: U, V or O.",
        type=click.Choice(["U", "V", "O"]),
    ),
    option(
        "--decimaal",
        "Decimaalteken: komma of punt.",
        "Decimal mark: komma (comma) or punt (point).",
        type=click.Choice(["komma", "punt"]),
    ),
    option(
        "--hoofdstuk",
        "Alleen dit begrotingshoofdstuk, of dat van de tabel.",
        "Only this budget chapter, or that of the table.",
        metavar="NR",
    ),
    option(
        "--artikel",
        "Alleen dit artikel, of dat van de tabel.",
        "Only this article, or that of the table.",
        metavar="NR",
    ),
    option("--blad", "Alleen dit blad van de werkmap.", "Only this sheet of the workbook.", metavar="BLAD"),
    option(
        "--laatste-kolom",
        "Of de laatste mutatiekolom mutaties of standen houdt.",
        "Whether the last mutation column holds mutaties (mutations) or standen (levels).",
        type=click.Choice(["mutatie", "stand"]),
    ),
    option(
        "--dubbel",
        "Tel dubbele rijen een keer of alle.",
        "Count double rows once (een) or all of them (alle).",
        type=click.Choice(["een", "alle"]),
    ),
    option(
        "--besluitstatus",
        "Besluitstatus van het geld (standaard: die van de fase).",
        "Besluitstatus of the money (default: that of the phase).",
        type=click.Choice(list(BESLUITSTATUSSEN)),
    ),
    option(
        "--verloop",
        "Of de reeksen doorlopen (standaard: meerjarige wel).",
        "Whether series continue (default: those of more years do).",
        type=click.Choice(list(VERLOPEN)),
    ),
    option(
        "--met-ontvangsten",
        "Neemt ook ontvangsten over, langs een eigen route.",
        "Takes over receipts too, by a route of their own.",
        is_flag=True,
    ),
    option(
        "--overslaan",
        "Laat weg wat niet over te nemen is, en somt het op.",
        "Leaves out what cannot be taken over, and lists it.",
        is_flag=True,
    ),
)
