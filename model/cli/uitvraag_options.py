"""The options of `dekking uitvraag`."""

from __future__ import annotations

from model.cli.options import FORCE, PATH, option

RONDE = option("--ronde", "Map met de ronde.", "Folder of the round.", type=PATH, metavar="MAP", required=True)
MAAK_OPTIONS = (
    RONDE,
    option(
        "--departement",
        "Id van een departement uit departementen.csv (standaard: alle departementen).",
        "Id of a department in departementen.csv (default: all departments).",
        metavar="ID",
    ),
    option(
        "--out",
        "Map voor de werkmappen, of met --departement ook een BESTAND.xlsx (standaard: de huidige map).",
        "Folder for the workbooks, or with --departement also a FILE.xlsx (default: the current folder).",
        type=PATH,
        metavar="MAP",
        default=".",
    ),
    FORCE,
)
