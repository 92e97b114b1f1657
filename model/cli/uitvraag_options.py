"""The options of `dekking uitvraag`."""

from __future__ import annotations

from model.cli.options import FORCE, PATH, option

RONDE = option("--ronde", "Map met de ronde.", "Folder of the round.", type=PATH, metavar="MAP", required=True)
MAAK_OPTIONS = (
    RONDE,
    option(
        "--departement",
        "Id van een departement uit departementen.csv; mag vaker (standaard: alle departementen).",
        "Id of a department in departementen.csv; may be given more than once (default: all departments).",
        metavar="ID",
        multiple=True,
    ),
    option(
        "--out",
        "Map voor de werkmappen, of bij één --departement ook een BESTAND.xlsx (standaard: de huidige map).",
        "Folder for the workbooks, or with one --departement also a FILE.xlsx (default: the current folder).",
        type=PATH,
        metavar="MAP",
        default=".",
    ),
    FORCE,
)
LEES_OPTIONS = (
    option(
        "--ronde",
        "Map met de ronde; zonder deze wordt gelezen tegen wat in het bestand zelf is meegestuurd.",
        "Folder of the round; without it files are read against what was sent along in them.",
        type=PATH,
        metavar="MAP",
    ),
    option(
        "--out",
        "Map voor opgaven.csv, bevindingen.csv en per bestand een werkmap met bevindingen, om terug te sturen.",
        "Folder for opgaven.csv, bevindingen.csv and per file a workbook of findings, to send back.",
        type=PATH,
        metavar="MAP",
    ),
    FORCE,
)
SAMEN_OPTIONS = (
    RONDE,
    option(
        "--out",
        "Map voor cijfers, conflicten, bevindingen, totalen, de dataset en het overzicht als werkmap.",
        "Folder for figures, conflicts, findings, totals, the dataset and the overview as a workbook.",
        type=PATH,
        metavar="MAP",
        required=True,
    ),
    option(
        "--besluiten",
        "conflicten.csv met ingevulde keuzes (standaard: besluiten.csv in de map van de ronde, als die er is).",
        "conflicten.csv with choices filled in (default: besluiten.csv in the round's folder, where there is one).",
        type=PATH,
        metavar="BESTAND.csv",
    ),
    FORCE,
)
