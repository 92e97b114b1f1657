"""What can be wrong with the file of a return: what was found; what was expected. How to mend it.

Every sentence has these three parts, which the list of findings shows apart.
"""

from model.text import Text

UITVRAAG_LEZEN = {
    # Which return it is.
    "lees-geen-opgave": Text(
        "nergens staat van welke uitvraag deze werkmap is; verwacht een kenmerk in elke rij, op Leeswijzer en in een"
        " verborgen blad. Vul de werkmap in die u is gestuurd, of plak de grijze kenmerken mee",
        "nothing says of which request this workbook is; expected a mark in every row, on Leeswijzer and on a hidden"
        " sheet. Fill in the workbook that you were sent, or paste the grey marks along",
    ),
    "lees-kenmerk-tegenstrijdig": Text(
        "de werkmap zegt op verschillende plaatsen iets anders: {found}; verwacht overal hetzelfde departement en"
        " dezelfde ronde. Zet alleen rijen van één opgave in een werkmap",
        "the workbook says different things in different places: {found}; expected the same department and round"
        " everywhere. Put rows of one return only into a workbook",
    ),
    "lees-andere-ronde": Text(
        "dit is een opgave voor {found}; verwacht een opgave voor {expected}. Vraag het departement om de werkmap"
        " van deze ronde, of lees dit bestand in de ronde waar het bij hoort",
        "this is a return for {found}; expected one for {expected}. Ask the department for the workbook of this"
        " round, or read this file in the round that it belongs to",
    ),
    "lees-basis-verouderd": Text(
        "deze werkmap is gemaakt uit versie {found} van de ronde; verwacht versie {expected}. Niets te doen: zij wordt"
        " gelezen tegen wat toen is gestuurd; kijk na of wat sindsdien is gewijzigd klopt",
        "this workbook was made from version {found} of the round; expected version {expected}. Nothing to do: it is"
        " read against what was sent then; see whether what changed since is right",
    ),
    "lees-basis-onbekend": Text(
        "deze werkmap zegt van versie {found} van de ronde te zijn, en wat toen is gestuurd staat er niet meer in;"
        " verwacht versie {expected}. Zij is gelezen tegen die versie, uit de map van de ronde: kijk na of dat klopt",
        "this workbook says that it is of version {found} of the round, and no longer holds what was sent then;"
        " expected version {expected}. It was read against that version, from the folder of the round: see whether that"
        " is right",
    ),
    "lees-bestandsnaam": Text(
        "de naam van dit bestand noemt {found}; verwacht {expected}, want daarvan is de werkmap. Is het bestand"
        " verwisseld? Stuur dan het goede; geef het anders een andere naam",
        "the name of this file says {found}; expected {expected}, for the workbook is theirs. Was the file mixed up?"
        " Then send the right one; otherwise give it another name",
    ),
    "lees-basis-gemengd": Text(
        "rijen uit een andere versie van deze uitvraag ({found}): {count}; verwacht {expected}. Kijk na of de"
        " cijfers in deze rijen de laatste zijn",
        "rows from another version of this request ({found}): {count}; expected {expected}. See whether the figures"
        " in these rows are the latest",
    ),
    "lees-zonder-basis": Text(
        "het verborgen blad met wat is gestuurd is weg of gewijzigd; verwacht dat blad, of de map van de ronde. Lees"
        " het bestand met --ronde",
        "the hidden sheet with what was sent is gone or was changed; expected that sheet, or the folder of the round."
        " Read the file with --ronde",
    ),
    "lees-verborgen-gewijzigd": Text(
        "het verborgen blad is gewijzigd; verwacht het blad zoals het is gestuurd. Niets te doen: gelezen is tegen de"
        " map van de ronde",
        "the hidden sheet was changed; expected it as it was sent. Nothing to do: the file was read against the folder"
        " of the round",
    ),
    "lees-verborgen-weg": Text(
        "het verborgen blad is er niet meer; verwacht het blad zoals het is gestuurd. Niets te doen: gelezen is tegen"
        " de map van de ronde",
        "the hidden sheet is not there any more; expected it as it was sent. Nothing to do: the file was read against"
        " the folder of the round",
    ),
    "lees-rijen-van-elders": Text(
        "rijen van een andere opgave ({found}): {count}; verwacht rijen van {expected}. Haal ze weg en vul de eigen"
        " rijen in",
        "rows of another return ({found}): {count}; expected rows of {expected}. Remove them and fill in your own rows",
    ),
    # Sheets and columns.
    "lees-blad-weg": Text(
        "geen van de {count} rijen van het blad {sheet} is er nog; verwacht elk blad zoals het is gestuurd. Zet het"
        " terug uit de werkmap die u is gestuurd",
        "none of the {count} rows of the sheet {sheet} is there any more; expected every sheet as it was sent. Put it"
        " back from the workbook that you were sent",
    ),
    "lees-tekstblad-weg": Text(
        "het blad {sheet} is er niet; verwacht het, maar er stond niets in om in te vullen. Niets te doen",
        "the sheet {sheet} is not there; expected it, but nothing on it was to be filled in. Nothing to do",
    ),
    "lees-blad-dubbel": Text(
        "dezelfde rijen staan ook op {sheet}, en {count} cellen verschillen daar; verwacht elk blad één keer. Haal het"
        " blad weg dat niet geldt",
        "the same rows also stand on {sheet}, and {count} cells differ there; expected each sheet once. Remove the one"
        " that does not count",
    ),
    "lees-blad-dubbel-gelijk": Text(
        "dezelfde rijen staan, gelijk ingevuld, ook op {sheet}; verwacht elk blad één keer. Niets te doen: zij zijn één"
        " keer geteld",
        "the same rows, filled in alike, also stand on {sheet}; expected each sheet once. Nothing to do: they were"
        " counted once",
    ),
    "lees-blad-hernoemd": Text(
        "dit blad heet nu {found}; verwacht {expected}. Niets te doen: het is herkend aan zijn rijen",
        "this sheet is now called {found}; expected {expected}. Nothing to do: it was known by its rows",
    ),
    "lees-blad-erbij": Text(
        "{what} is niet van ons en is niet gelezen: {count}; verwacht alleen de bladen die zijn gestuurd. Zet"
        " wat van belang is in de kolom opmerking",
        "{what} is not ours and was not read: {count}; expected only the sheets that were sent. Put what"
        " matters into the column of remarks",
    ),
    "lees-kolom-weg": Text(
        "de kolom {column} is er niet; verwacht elke kolom die is gestuurd. Zet de kolom terug uit de werkmap die u is"
        " gestuurd, met haar code erboven",
        "the column {column} is not there; expected every column that was sent. Put it back from the workbook that you"
        " were sent, with its code above it",
    ),
    "lees-vaste-kolom-weg": Text(
        "de vaste kolommen {found} zijn er niet; verwacht elke kolom die is gestuurd. Niets te doen: er was niets in"
        " te vullen",
        "the locked columns {found} are not there; expected every column that was sent. Nothing to do: nothing was to"
        " be filled in there",
    ),
    "lees-kolom-dubbel": Text(
        "de kolom {column} staat er nog eens; verwacht elke kolom één keer. Haal die weg die niet geldt",
        "the column {column} stands here again; expected each column once. Remove the one that does not count",
    ),
    "lees-kolom-erbij": Text(
        "een kolom die niet van ons is, is niet gelezen: {count}, eerst {found}; verwacht alleen de kolommen die"
        " zijn gestuurd. Zet wat van belang is in de kolom opmerking",
        "a column that is not ours was not read: {count}, first {found}; expected only the columns that were"
        " sent. Put what matters into the column of remarks",
    ),
    "lees-code-gewijzigd": Text(
        "boven de kolom {column} staat als code {found}; verwacht {expected}. Niets te doen: de kolom is herkend aan"
        " haar kop",
        "above the column {column} the code is {found}; expected {expected}. Nothing to do: the column was known by its"
        " head",
    ),
    # Rows.
    "lees-rij-weg": Text(
        "deze rij is er niet{more}; verwacht elke rij die is gestuurd. Zet de rij terug, of zeg waarom zij vervalt",
        "this row is not there{more}; expected every row that was sent. Put it back, or say why it lapses",
    ),
    "lees-post-weg": Text(
        "de post is er niet meer, met {count} rijen; verwacht elke post die is gestuurd. Klopt het dat deze post"
        " vervalt? Zet haar anders terug",
        "the post is not there any more, with {count} rows; expected every post that was sent. Is it right that it"
        " lapses? Otherwise put it back",
    ),
    "lees-rij-dubbel": Text(
        "dezelfde rij staat ook in {found}, anders ingevuld; verwacht elke rij één keer. Haal weg wat niet geldt",
        "the same row also stands in {found}, filled in otherwise; expected each row once. Remove what does not count",
    ),
    "lees-rij-dubbel-gelijk": Text(
        "dezelfde rij staat, gelijk ingevuld, ook in {found}; verwacht elke rij één keer. Niets te doen: zij is één"
        " keer geteld",
        "the same row, filled in alike, also stands in {found}; expected each row once. Nothing to do: it was counted"
        " once",
    ),
    "lees-rij-erbij": Text(
        "deze rij heeft geen sleutel die wij kennen ({found}) en wel cijfers{more}; verwacht alleen rijen die zijn"
        " gestuurd. Meld een nieuwe post aan wie de uitvraag stuurde, en haal de rij hier weg",
        "this row has no key that we know ({found}), and figures{more}; expected only rows that were sent. Report a new"
        " post to who sent the request, and remove the row here",
    ),
    "lees-rij-elders": Text(
        "hier staat de rij {found} van het blad {sheet}, niet in de kolommen van dit blad; verwacht haar daar."
        " Verplaats haar terug, met alle kolommen",
        "here stands the row {found} of the sheet {sheet}, not in the columns of this one; expected it there. Move it"
        " back, with all its columns",
    ),
    "lees-tekst-buiten": Text(
        "deze tekst staat naast wat is gevraagd en is niet gelezen: {found}{more}; verwacht alleen de rijen die zijn"
        " gestuurd. Zet wat van belang is in de kolom opmerking",
        "this text stands beside what was asked and was not read: {found}{more}; expected only rows that were sent. Put"
        " what matters into the column of remarks",
    ),
    "lees-sleutel-gewijzigd": Text(
        "de sleutel van deze rij is {found}{more}; verwacht {expected}, want dat zeggen de namen in de rij. Zet de"
        " sleutel terug, of verbeter de namen",
        "the key of this row is {found}{more}; expected {expected}, for so say the names in the row. Put the key"
        " back, or correct the names",
    ),
    "lees-sleutels-verschoven": Text(
        "rijen waarvan namen en sleutel niet bij elkaar horen: {count}, eerst {found}; verwacht {expected}. Sorteer of"
        " verplaats hele rijen, met de grijze kenmerken rechts",
        "rows whose names and key do not belong together: {count}, first {found}; expected {expected}. Sort or move"
        " whole rows, with the grey marks on the right",
    ),
}
