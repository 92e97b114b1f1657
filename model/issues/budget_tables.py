"""What can be wrong with the structure of a published budget table: its text, its heads, its columns."""

from model.text import Text

BUDGET_TABLES = {
    "begroting-codering": Text(
        "de codering van deze tekst is niet te herkennen (er staan nulbytes in, zoals in UTF-16 zonder"
        " herkenningsteken); verwacht UTF-8. Bewaar het bestand als CSV UTF-8 of als werkmap van Excel (.xlsx)",
        "the encoding of this text is not recognised (it holds null bytes, as UTF-16 without a mark does); expected"
        " UTF-8. Save the file as CSV UTF-8 or as an Excel workbook (.xlsx)",
    ),
    "begroting-scheidingsteken": Text(
        "de cellen zijn gescheiden door {found}; verwacht puntkomma's, komma's of tabs. Bewaar de tabel met een van die"
        " tekens, of als werkmap van Excel (.xlsx)",
        "the cells are separated by {found}; expected semicolons, commas or tabs. Save the table with one of those, or"
        " as an Excel workbook (.xlsx)",
    ),
    "begroting-zonder-rijen": Text(
        "onder deze kopregel staan geen rijen; verwacht rijen met bedragen. Controleer of het bestand volledig is",
        "there are no rows below this header row; expected rows with amounts. Check that the file is complete",
    ),
    "begroting-rij-breed": Text(
        "deze rij heeft {found} cellen, de kop {expected}; verwacht evenveel, anders is niet zeker onder welke kop een"
        " bedrag staat. Zet bedragen met een komma tussen aanhalingstekens, of bewaar het bestand met puntkomma's",
        "this row has {found} cells, the header row {expected}; expected as many, or else it is not sure below which"
        " head an amount stands. Put amounts with a comma between quotes, or save the file with semicolons",
    ),
    "begroting-buiten-kop": Text(
        "{found} staat onder geen kop; verwacht boven elk bedrag een kop met jaar of fase. Vul de kopregel aan of haal"
        " de cel weg",
        "{found} stands below no head; expected a head with a year or phase above each amount. Complete the header row"
        " or remove the cell",
    ),
    "begroting-totaalmerk": Text(
        "merkt {found} een totaal of niet? Verwacht in deze kolom J of N (ja/nee, 1/0, x, waar/onwaar, totaal/detail)."
        " Verander de waarde",
        "does {found} mark a total or not? Expected J or N in this column (ja/nee, 1/0, x, TRUE/FALSE, totaal/detail)."
        " Change the value",
    ),
    "begroting-merk-onbekend": Text(
        "merkt kolom {found} totalen? Zij houdt alleen {values}, en totalen die niet als zodanig gelden tellen dubbel."
        " Noem haar 'Indicatie totaal regel J/N', of haal haar weg als zij iets anders zegt",
        "does column {found} mark totals? It holds only {values}, and totals that are not seen as such count twice."
        " Call it 'Indicatie totaal regel J/N', or remove it if it says something else",
    ),
    "begroting-kop-onzeker": Text(
        "van welk jaar en welke fase is kolom {found}? De kop wijst het niet uit, gezien de koppen ernaast; verwacht"
        " bij elke kolom een fase en een jaar, zoals 'Realisatie 2023'. Vul de kop aan",
        "of which year and phase is column {found}? Its head does not show it, given the heads beside it; expected a"
        " phase and a year with each column, such as 'Realisatie 2023'. Complete the head",
    ),
    "begroting-weerspreekt": Text(
        "{option} {found} weerspreekt wat bij deze tabel staat; verwacht {printed}. Kies dat, of verbeter de kop of"
        " titel",
        "{option} {found} contradicts what is printed with this table; expected {printed}. Choose that, or correct the"
        " head or title",
    ),
    "begroting-tussenkop": Text(
        "is dit een kop met jaren of een rij met bedragen? Gevonden {found}; verwacht een kop zonder omschrijving, of"
        " bedragen. Zet de tabellen elk in een eigen bestand",
        "is this a header with years or a row of amounts? Found {found}; expected a header without a name, or amounts."
        " Put each table in a file of its own",
    ),
    "begroting-tussentitel": Text(
        "deze rij zegt iets anders dan de kop en de titel erboven: gevonden {found}; verwacht onder één kop één eenheid"
        " en één fase, en rijen met uitgaven. Zet wat hierbij hoort in een eigen bestand met een eigen kop, of haal de"
        " rij weg",
        "this row says something else than the head and title above it: found {found}; expected one unit and one phase"
        " below one head, and rows of spending. Put what belongs to it in a file of its own with its own head, or"
        " remove the row",
    ),
}
