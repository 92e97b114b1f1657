"""What can be wrong with a round of the return on disk, and with the returns that come back."""

from model.text import Text

UITVRAAG = {
    "ronde-map-ontbreekt": Text(
        "deze map bestaat niet; verwacht een map met een ronde: ronde.toml en CSV-tabellen. Controleer het pad",
        "this folder does not exist; expected a folder with a round: ronde.toml and CSV tables. Check the path",
    ),
    "ronde-map-is-bestand": Text(
        "dit is een bestand; verwacht een map met een ronde. Noem de map waarin ronde.toml staat",
        "this is a file; expected a folder with a round. Name the folder that holds ronde.toml",
    ),
    "ronde-zonder-departementen": Text(
        "deze tabel heeft geen rijen; verwacht ten minste één departement dat antwoordt. Vul de tabel",
        "this table has no rows; expected at least one department that answers. Fill in the table",
    ),
    "ronde-regel-onbekend": Text(
        "{found} is geen regel van editie {edition}; {expected}. Verbeter de rij of haal haar weg",
        "{found} is no row of edition {edition}; {expected} Correct the row or remove it",
    ),
    "ronde-editie-anders": Text(
        "cijfers van editie {found} zijn niet naar die van de ronde te brengen; verwacht een van {expected}. Verbeter"
        " de editie of haal de rij weg",
        "figures of edition {found} cannot be brought to that of the round; expected one of {expected}. Correct the"
        " edition or remove the row",
    ),
    "ronde-cel-zonder-getal": Text(
        "bij staat waarde ontbreekt het getal; verwacht {expected}. Vul het in, of zet staat op ontbreekt",
        "the state is waarde but there is no number; expected {expected}. Fill it in, or set staat to ontbreekt",
    ),
    "ronde-cel-met-getal": Text(
        "bij staat {state} staat het getal {found}; verwacht een lege cel. Maak haar leeg, of zet staat op waarde",
        "the state is {state} but there is the number {found}; expected an empty cell. Empty it, or set staat to"
        " waarde",
    ),
    "ronde-cijfer-dubbel": Text(
        "{found} staat ook, in een andere editie, in rij {first}; verwacht elk cijfer één keer. Haal een van beide weg",
        "{found} also stands, in another edition, in row {first}; expected each figure once. Remove one of them",
    ),
    "ronde-jaar-buiten": Text(
        "de ronde vraagt {found} niet; verwacht een jaar van {first} tot en met {last}, of structureel. Verbeter het"
        " jaar of haal de rij weg",
        "the round does not ask {found}; expected a year from {first} to {last}, or structureel. Correct the year or"
        " remove the row",
    ),
    "ronde-artikel-zonder-posten": Text(
        "geen begrotingsregel van departement {department} in posten.csv heeft artikel {found}, zodat er niets is om te"
        " controleren; {expected}. Verbeter het artikel of voeg de post toe",
        "no budget line of department {department} in posten.csv has article {found}, so that there is nothing to"
        " check; {expected} Correct the article or add the post",
    ),
}
