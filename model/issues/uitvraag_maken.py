"""What can be wrong when workbooks of a return are asked for."""

from model.text import Text

UITVRAAG_MAKEN = {
    "uitvraag-departement-onbekend": Text(
        "{found} staat niet in departementen.csv van deze ronde; {expected}. Verbeter het id, of laat --departement weg"
        " voor alle departementen",
        "{found} is not in departementen.csv of this round; {expected} Correct the id, or leave out --departement for"
        " all departments",
    ),
    "uitvraag-een-bestand": Text(
        "dit is één bestand, maar er worden {found} werkmappen gemaakt; verwacht een map. Noem een map, of geef"
        " --departement één keer",
        "this is one file, but {found} workbooks are made; expected a folder. Name a folder, or give"
        " --departement once",
    ),
    "uitvraag-naam-zonder-fictief": Text(
        "deze ronde is verzonnen en de naam {found} zegt dat niet; verwacht een naam met FICTIEF erin. Pas de naam aan,"
        " of noem een map: dan krijgt de werkmap vanzelf een naam",
        "this round is made up and the name {found} does not say so; expected a name with FICTIEF in it. Change the"
        " name, or name a folder: the workbook then gets its name by itself",
    ),
}
