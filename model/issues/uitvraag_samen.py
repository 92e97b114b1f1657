"""What can be wrong with bringing returns together: the files that are named, and decisions on conflicts."""

from model.text import Text

UITVRAAG_SAMEN = {
    "samen-naam-dubbel": Text(
        "er is nog een bestand dat {found} heet; verwacht bestanden met verschillende namen, zodat van elk cijfer te"
        " zeggen is waar het staat. Hernoem een van beide",
        "there is another file called {found}; expected files with different names, so that it can be said where each"
        " figure stands. Rename one of them",
    ),
    "samen-zonder-directie": Text(
        "de aftekening is in meer bestanden verschillend ingevuld, en deze noemen geen directie: {found}; verwacht van"
        " elke directie een eigen aftekening. Vul op het blad Voortgang van elk bestand de directie in, of beslis wie"
        " tekende",
        "the sign-off differs between files, and these name no directorate: {found}; expected that each directorate"
        " signs for its own part. Fill in the directorate on the sheet Voortgang of each file, or decide who signed",
    ),
    "besluit-departement-onbekend": Text(
        "{found} is geen departement van deze ronde; verwacht een van {expected}. Verbeter de rij of haal haar weg",
        "{found} is no department of this round; expected one of {expected}. Correct the row or remove it",
    ),
    "besluit-plek-onbekend": Text(
        "{found} is geen plek in een opgave; verwacht het kenmerk uit conflicten.csv. Neem het daar letterlijk over",
        "{found} is no place in a return; expected the key in conflicten.csv. Copy it from there as it is",
    ),
    "besluit-keuze-fout": Text(
        "{found} kan op deze plek niet staan; verwacht {expected}. Verbeter de keuze",
        "{found} cannot stand at this place; expected {expected}. Correct the choice",
    ),
    "besluit-overbodig": Text(
        "over deze plek is besloten, maar er is geen conflict; verwacht alleen besluiten over plekken in"
        " conflicten.csv. Haal de rij weg",
        "this place was decided, but there is no conflict; expected decisions only about places in conflicten.csv."
        " Remove the row",
    ),
}
