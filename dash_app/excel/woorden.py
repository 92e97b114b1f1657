"""Words of the page Excel: those of the page, and those that the browser fills in."""

from __future__ import annotations

from model.text import Text

MEENEMEN = Text("Meenemen", "Take along")
MEENEMEN_UITLEG = Text(
    "Het geopende scenario, zoals het nu is. Maatregelen die uit staan gaan niet mee.",
    "The open scenario, as it is now. Measures that are off do not go along.",
)
WERKMAP = Text("Werkmap", "Workbook")
WERKMAP_UITLEG = Text(
    "Alle bladen met levende formules over alle jaren, voor Excel of LibreOffice. Wat u op Invoer wijzigt, leest u bij"
    " Inlezen in.",
    "All sheets with live formulas over all years, for Excel or LibreOffice. What you change on Invoer is read back"
    " under Read back.",
)
SCENARIO = Text("Scenariobestand", "Scenario file")
SCENARIO_UITLEG = Text(
    "De maatregelen als leesbare tekst (TOML), om te bewaren of door te geven.",
    "The measures as readable text (TOML), to keep or hand on.",
)
RESULTATEN = Text("Resultaten", "Results")
RESULTATEN_UITLEG = Text(
    "De tabellen van de app als CSV, met de eenheid, prijzen en jaren die u bovenaan koos; en elk bedrag erachter, over"
    " alle jaren. Samen in één zip.",
    "The tables of the app as CSV, in the unit, prices and years that you chose at the top; and every amount behind"
    " them, over all years. Together in one zip.",
)
KNOPPEN = {
    "werkmap": Text("Download werkmap (.xlsx)", "Download workbook (.xlsx)"),
    "scenario": Text("Download scenario (.toml)", "Download scenario (.toml)"),
    "resultaten": Text("Download resultaten (.zip)", "Download results (.zip)"),
}
TERUG = Text("Inlezen", "Read back")
TERUG_UITLEG = Text(
    "Een werkmap die Dekking maakte en die is aangepast, of een scenariobestand. U ziet eerst wat er verandert; er"
    " gebeurt niets voordat u het overneemt. Het bestand wordt niet bewaard. Ten hoogste {most} MB.",
    "A workbook that Dekking made and that was changed, or a scenario file. You see first what changes; nothing happens"
    " until you take it over. The file is not kept. At most {most} MB.",
)
KIES = Text("Kies een bestand (.xlsx of .toml)", "Choose a file (.xlsx or .toml)")
SLEEP = Text("of sleep het hierheen", "or drop it here")
STOP = Text("Stop met inlezen", "Stop reading")
KLOPT = Text("De eenheid klopt", "The unit is right")
KLOPT_UITLEG = Text(
    "De bedragen staan in de eenheid van hun kolom, ook al lijkt dat niet zo. Het bestand wordt opnieuw gelezen.",
    "The amounts are in the unit of their column, although they do not seem so. The file is read again.",
)
BEDRAG = Text("x € 1.000", "x € 1,000")
BEDRAG_PRIJSPEIL = Text("x € 1.000, prijzen {jaar}", "x € 1,000, prices of {jaar}")
NEEM_OVER = Text("Neem over in de werkbank", "Take over on the workbench")
WEG = Text("Leg weg", "Put aside")

IN_DE_BROWSER: dict[str, Text] = {
    "maken": Text("Bezig met maken van {naam}…", "Making {naam}…"),
    "klaar": Text("{naam} is gedownload.", "{naam} was downloaded."),
    "lezen": Text(
        "Bezig met lezen van {naam}… Dat kan een halve minuut duren.", "Reading {naam}… This may take half a minute."
    ),
    "gestopt": Text("Gestopt; er is niets overgenomen.", "Stopped; nothing was taken over."),
    "te-groot": Text(
        "{naam} is te groot ({mb} MB); verwacht ten hoogste {most} MB. Haal weg wat er niet in hoort.",
        "{naam} is too large ({mb} MB); expected at most {most} MB. Remove what does not belong in it.",
    ),
    "ander-soort": Text(
        "{naam} is geen .xlsx of .toml; verwacht een werkmap van Dekking of een scenariobestand. Kies een ander.",
        "{naam} is no .xlsx or .toml; expected a workbook of Dekking or a scenario file. Choose another file.",
    ),
    "kop-goed": Text("{naam}: over te nemen", "{naam}: can be taken over"),
    "kop-gelijk": Text("{naam}: verandert niets", "{naam}: changes nothing"),
    "kop-mis": Text("{naam}: niet over te nemen", "{naam}: cannot be taken over"),
    "overgenomen": Text(
        "Overgenomen: ‘{naam}’ staat op de werkbank. Met Ongedaan maken gaat u terug; bewaren doet u met Opslaan.",
        "Taken over: ‘{naam}’ is on the workbench. Undo goes back; keep it with Save.",
    ),
    "naar-werkbank": Text("Naar de werkbank", "To the workbench"),
    "gelijk": Text(
        "Dit bestand geeft het geopende scenario: er is niets over te nemen.",
        "This file gives the open scenario: there is nothing to take over.",
    ),
    "niets": Text(
        "In de werkmap is niets gewijzigd, maar zij is van een ander scenario dan het geopende.",
        "Nothing was changed in the workbook, but it is of another scenario than the open one.",
    ),
    "veranderd-1": Text("Wat er verandert: 1 cel", "What changes: 1 cell"),
    "veranderd": Text("Wat er verandert: {n} cellen", "What changes: {n} cells"),
    "verschilt": Text("Wat er verandert: het geopende scenario → {naam}", "What changes: the open scenario → {naam}"),
    "mis": Text("Wat er mis is ({n})", "What is wrong ({n})"),
    "weten": Text("Goed om te weten ({n})", "Good to know ({n})"),
    "cel": Text("cel", "cell"),
    "wat": Text("rij, zoals in de werkmap", "row, as in the workbook"),
    "eenheid": Text("eenheid", "unit"),
    "kolom": Text("jaar of kolom", "year or column"),
    "was": Text("was", "was"),
    "is": Text("is nu", "is now"),
    "waar": Text("waar", "where"),
    "bevinding": Text("bevinding", "finding"),
}
