"""What can be wrong with a file or with the use of a command, whatever the file holds."""

from model.text import Text

FILES = {
    "map-ontbreekt": Text(
        "deze map bestaat niet; verwacht een map met CSV-tabellen. Controleer het pad achter --data",
        "this folder does not exist; expected a folder of CSV tables. Check the path after --data",
    ),
    "map-is-bestand": Text(
        "dit is een bestand; verwacht een map met CSV-tabellen. Noem achter --data de map waar het in staat",
        "this is a file; expected a folder of CSV tables. Name the folder it is in after --data",
    ),
    "bestand-ontbreekt": Text(
        "dit bestand ontbreekt; verwacht {expected}. Voeg het toe of controleer de naam",
        "this file is missing; expected {expected}. Add the file or check its name",
    ),
    "bestand-onleesbaar": Text(
        "dit bestand kan niet worden gelezen ({found}); verwacht een leesbaar bestand. Controleer het pad en de"
        " rechten",
        "this file cannot be read ({found}); expected a readable file. Check the path and the permissions",
    ),
    "bestand-leeg": Text(
        "dit bestand is leeg; verwacht {expected}. Vul het, of zet een reservekopie terug",
        "this file is empty; expected {expected}. Fill it in, or restore a backup",
    ),
    "bestand-te-groot": Text(
        "dit bestand is te groot ({found}); verwacht ten hoogste {expected}. Splits het of haal weg wat er niet"
        " in hoort",
        "this file is too large ({found}); expected at most {expected}. Split it, or remove what does not belong in it",
    ),
    "geen-utf8": Text(
        "dit bestand is geen UTF-8 (byte {position}, op regel {line}); verwacht UTF-8. Bewaar het opnieuw als"
        " UTF-8; {saving}",
        "this file is not UTF-8 (byte {position}, on line {line}); expected UTF-8. Save it again as UTF-8; {saving}",
    ),
    "geen-csv": Text(
        "dit is geen goede CSV: {found}; verwacht aanhalingstekens die openen en sluiten rond een cel. Herstel"
        " deze rij",
        "this is not valid CSV: {found}; expected quotes that open and close around a cell. Correct this row",
    ),
    "verkeerd-scheidingsteken": Text(
        "de kopregel is gescheiden door {found}; verwacht komma's. Bewaar het bestand met komma's als"
        " scheidingsteken en punten als decimaalteken",
        "the columns are separated by {found}; expected commas. Save the file with commas between the columns and"
        " decimal points",
    ),
    "geen-toml": Text(
        "dit is geen goede TOML: {found}. Verbeter deze regel; tekst hoort tussen aanhalingstekens, een jaarreeks"
        " tussen accolades",
        "this is not valid TOML: {found}. Correct this line; text goes between quotes, a series of years between"
        " braces",
    ),
    "bestaat-al": Text(
        "dit bestand bestaat al en wordt niet overschreven. Kies een andere plaats of geef --force",
        "this file already exists and is not overwritten. Choose another location, or use --force",
    ),
    "geen-xlsx-naam": Text(
        "{found} is geen naam voor een werkmap; verwacht een naam die eindigt op .xlsx. Geef zo'n naam",
        "{found} is no name for a workbook; expected a name that ends in .xlsx. Give such a name",
    ),
    "niet-te-schrijven": Text(
        "hier kan niet worden geschreven ({found}). Kies een andere plaats",
        "cannot write here ({found}). Choose another location",
    ),
    "gebruik": Text("{found}. Zie {help}", "{found}. See {help}"),
}
