"""What can be wrong with the tables of a dataset."""

from model.text import Text

DATASETS = {
    "geen-kopregel": Text(
        "geen kopregel: in {found} staat geen enkele bekende kolom; verwacht {expected}. Zet de kopregel bovenaan",
        "no header row: {found} does not contain a single known column; expected {expected}. Put the header row"
        " at the top",
    ),
    "tabel-leeg": Text(
        "deze tabel heeft geen rijen, maar andere tabellen verwijzen ernaar; verwacht ten minste één rij. Vul de tabel",
        "this table has no rows, but other tables refer to it; expected at least one row. Fill in the table",
    ),
    "kolom-onbekend": Text(
        "onbekende kolom {found}; {expected}. Verbeter de naam of haal de kolom weg",
        "unknown column {found}; {expected} Correct the name or remove the column",
    ),
    "kolom-zonder-naam": Text(
        "deze kolom heeft geen naam, maar wel waarden (de eerste in rij {first}, in alles {count}); verwacht een"
        " naam in de kopregel. Geef de kolom een naam of maak de cellen leeg",
        "this column has no name but does have values (the first in row {first}, {count} in all); expected a name"
        " in the header row. Name the column or empty its cells",
    ),
    "kolom-ontbreekt": Text(
        "kolom {found} ontbreekt; verwacht de kolommen {expected}. Voeg de kolom toe",
        "column {found} is missing; expected the columns {expected}. Add the column",
    ),
    "kolom-dubbel": Text(
        "kolom {found} staat er twee keer; verwacht elke kolom één keer. Haal er een weg",
        "column {found} appears twice; expected each column once. Remove one of them",
    ),
    "rij-lengte": Text(
        "deze rij heeft {found} cellen; verwacht {expected}, zoals de kopregel. Zet een tekst met een komma"
        " tussen aanhalingstekens",
        "this row has {found} cells; expected {expected}, as in the header row. Put text that contains a comma"
        " between quotes",
    ),
    "waarde-leeg": Text(
        "lege cel; verwacht {expected}. Vul de cel",
        "this cell is empty; expected {expected}. Fill in the cell",
    ),
    "waarde-fout": Text(
        "gevonden {found}; verwacht {expected}. Verbeter de waarde",
        "found {found}; expected {expected}. Correct the value",
    ),
    "dubbel": Text(
        "{found} staat al in rij {first}; verwacht in elke rij een andere {expected}. Voeg de rijen samen of haal"
        " er een weg",
        "{found} is already in row {first}; expected a different {expected} in each row. Merge the rows or remove one",
    ),
    "verwijzing-onbekend": Text(
        "{found} komt niet voor in {table}; {expected}. Verbeter de verwijzing of voeg de rij daar toe",
        "{found} is not in {table}; {expected} Correct the reference, or add a row for it there",
    ),
    "referentie-nodig": Text(
        "geen referentie bij status {found}; verwacht het id van een rij in referenties.csv. Noem de bron, of"
        " maak er een aanname met toelichting van",
        "status {found} needs a referentie; expected the id of a row in referenties.csv. Name the source, or"
        " change the status to aanname and explain it in toelichting",
    ),
    "toelichting-nodig": Text(
        "geen toelichting bij status {found}; verwacht de reden van het bedrag of de waarde. Schrijf die op",
        "status {found} needs a toelichting; expected the reason for the amount or value. Write it down",
    ),
    "negatief": Text(
        "gevonden {found} (x € 1.000); verwacht een bedrag van 0 of meer. Een korting is een maatregel in een scenario",
        "found {found} (x € 1,000); expected an amount of 0 or more. Enter a cut as a measure in a scenario",
    ),
    "reeksen-leeg": Text(
        "geen enkel bedrag, ook niet in dekkingsreeksen.csv; verwacht ten minste één, want daarmee begint de"
        " horizon. Vul een bedrag in",
        "there is no amount here, nor in dekkingsreeksen.csv; expected at least one, because the horizon starts"
        " with it. Enter an amount",
    ),
    "aandelen-som": Text(
        "de aandelen van {found} tellen op tot {total}; verwacht 1. Pas de aandelen aan",
        "the shares of {found} add up to {total}; expected 1. Adjust the shares",
    ),
    "sleutel-is-partij": Text(
        "verdeelsleutel {found} heet als een partij; verwacht een andere naam, want het id van een partij is al"
        " een sleutel (100 %). Hernoem de sleutel",
        "distribution key {found} has the name of a partij; expected another name, because the id of a partij is"
        " already a key (100 %). Rename the key",
    ),
    "parameter-gemengd": Text(
        "parameter {found} heeft een waarde voor alle jaren (leeg jaar) en ook waarden per jaar; verwacht een van"
        " beide. Vul het jaar in of haal een rij weg",
        "parameter {found} has both a value for all years (empty jaar) and values per year; expected one or the"
        " other. Fill in the year or remove a row",
    ),
    "verdeling-eerste-rij": Text(
        "{found} gevonden bij een later jaar; verwacht verdeling, laag en hoog alleen in de eerste rij van een"
        " parameter. Verplaats ze",
        "found {found} in a later year; expected verdeling, laag and hoog in a parameter's first row only. Move"
        " them there",
    ),
    "verdeling-onvolledig": Text(
        "verdeling, laag en hoog horen bij elkaar; leeg: {found}. Vul ze alle drie of geen",
        "verdeling, laag and hoog go together; {found} is empty. Fill in all three or none",
    ),
    "verdeling-grenzen": Text(
        "gevonden laag {low}, waarde {mode} en hoog {high}; verwacht {expected}. Pas de grenzen aan",
        "found laag {low}, waarde {mode} and hoog {high}; expected {expected}. Adjust the bounds",
    ),
    "lognormaal-per-jaar": Text(
        "een lognormale verdeling kan niet bij waarden per jaar, want de trekking is dan een afwijking rond 0;"
        " verwacht driehoek, pert, uniform of normaal. Kies een andere verdeling",
        "a lognormal distribution cannot be used for values per year, because the draw is a deviation around 0;"
        " expected driehoek, pert, uniform or normaal. Choose another distribution",
    ),
    "veld-niet-hier": Text(
        "{found} hoort alleen bij {expected}; {owner} is {kostensoort}. Laat {found} daar weg of verander {change}",
        "{found} is only for {expected}; {owner} is {kostensoort}. Leave {found} out there or change {change}",
    ),
    "index-onbekend": Text(
        "er is geen parameter index.{found}; verwacht geen, leeg of een index met een parameter; {expected}. Voeg"
        " de parameter toe of verbeter de naam",
        "there is no parameter index.{found}; expected geen, empty, or an index that has a parameter; {expected}"
        " Add the parameter or correct the name",
    ),
    "prijspeil-nodig": Text(
        "geen prijspeil bij index {found}; verwacht het jaar van het prijsniveau. Vul het jaar in",
        "index {found} needs a prijspeil; expected the year of the price level. Fill in the year",
    ),
    "parameter-per-jaar": Text(
        "parameter {found} heeft waarden per jaar; verwacht hier één waarde voor alle jaren. Gebruik een andere"
        " parameter of een getal",
        "parameter {found} has values per year; expected a single value for all years here. Use another parameter"
        " or a number",
    ),
    "parameter-bereik": Text(
        "parameter {parameter} is {found}; verwacht {expected}, omdat {column} van {owner} hem gebruikt. Pas de"
        " waarde aan",
        "parameter {parameter} is {found}; expected {expected}, because {column} of {owner} uses it. Adjust the value",
    ),
    "parameter-vaste-betekenis": Text(
        "parameter {parameter} is {found}; verwacht {expected}. Pas de waarde aan",
        "parameter {parameter} is {found}; expected {expected}. Adjust the value",
    ),
}
