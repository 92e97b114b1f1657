"""The sentences for everything a person can mend: one per code, in Dutch and English.

A sentence says what was found, what was expected and how to mend it; `{names}` are filled by the place that found it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from model.text import Text

_ALL = {
    # files
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
    # tables
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
    # attributes of posts and sources, and parameters
    "veld-niet-hier": Text(
        "{found} hoort alleen bij {expected}; deze kostenpost is {kostensoort}. Maak het veld leeg of verander de"
        " kostensoort",
        "{found} is only for {expected}; this post is {kostensoort}. Leave it empty or change the kostensoort",
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
    # scenarios
    "sleutel-onbekend": Text(
        "onbekend veld {found}; {expected}. Verbeter de naam of haal het veld weg",
        "unknown field {found}; {expected} Correct the name or remove the field",
    ),
    "veld-ontbreekt": Text(
        "veld {found} ontbreekt; verwacht {expected}. Voeg het veld toe",
        "field {found} is missing; expected {expected}. Add the field",
    ),
    "een-van": Text(
        "gevonden {found}; verwacht {expected}. Pas de velden aan",
        "found {found}; expected {expected}. Adjust the fields",
    ),
    "soort-onbekend": Text(
        "onbekende soort maatregel {found}; {expected}. Verbeter de soort",
        "unknown kind of measure {found}; {expected} Correct soort",
    ),
    "horizon-volgorde": Text(
        "de horizon loopt van {first} tot {last}; verwacht een eerste jaar dat niet na het laatste ligt. Draai de"
        " jaren om",
        "the horizon runs from {first} to {last}; expected the first year not to be after the last. Swap the years",
    ),
    "jaar-buiten-horizon": Text(
        "jaar {found} ligt buiten de horizon; verwacht een jaar van {first} tot en met {last}. Verander het jaar"
        " of de horizon",
        "year {found} is outside the horizon; expected a year from {first} to {last}. Change the year or the horizon",
    ),
    "jaren-volgorde": Text(
        "vanaf {first} ligt na tot_en_met {last}; verwacht een eerste jaar dat niet na het laatste ligt. Draai de"
        " jaren om",
        "vanaf {first} is after tot_en_met {last}; expected the first year not to be after the last. Swap the years",
    ),
    "kasschuif-som": Text(
        "de bedragen tellen op tot {found} (x € 1.000); een kasschuif telt op tot 0, met een afrondingsverschil"
        " van ten hoogste {expected} (x € 1.000). Verbeter de bedragen, of geef afronding als de tabel is"
        " afgerond",
        "the amounts add up to {found} (x € 1,000); a kasschuif must add up to 0, give or take a rounding"
        " difference of {expected} (x € 1,000). Correct the amounts, or set afronding if the table was rounded",
    ),
    "zelfde-bron": Text(
        "van en naar zijn beide {found}; verwacht twee verschillende dekkingsbronnen. Verbeter een van beide",
        "van and naar are both {found}; expected two different sources. Correct one of them",
    ),
    "selectie-leeg": Text(
        "deze selectie is leeg; verwacht {expected}. Noem wat de maatregel betreft",
        "this selection is empty; expected {expected}. State what the measure applies to",
    ),
    "selectie-gemengd": Text(
        "deze selectie noemt kostenposten ({found}) en dekkingsbronnen; verwacht een van beide. Maak er twee"
        " maatregelen van",
        "this selection names both posts ({found}) and sources; expected one or the other. Split it into two measures",
    ),
    "selectie-niets": Text(
        "geen enkele kostenpost voldoet aan {found}; verwacht ten minste één. Verruim de selectie",
        "no post matches {found}; expected at least one. Widen the selection",
    ),
    "selectie-waarde": Text(
        "geen enkele kostenpost heeft {column} {found}; {expected}. Verbeter de waarde",
        "no post has {column} {found}; {expected} Correct the value",
    ),
    "id-bestaat": Text(
        "{found} bestaat al in {expected}; verwacht een nieuw id. Kies een ander id",
        "{found} already exists in {expected}; expected a new id. Choose another id",
    ),
    "plan-negatief": Text(
        "{owner} komt in {year} uit op {found} (x € 1.000){more}, verlaagd door {causes}; verwacht 0 of meer na"
        " alle maatregelen. Verklein de verlaging of verhoog eerst het bedrag",
        "{owner} comes out at {found} (x € 1,000) in {year}{more}, lowered by {causes}; expected 0 or more after"
        " all measures. Make the decrease smaller, or raise the amount first",
    ),
    "basis-kringloop": Text(
        "de basis verwijst terug naar zichzelf: {found}; verwacht een keten die eindigt. Haal een basis weg",
        "the basis leads back to itself: {found}; expected a chain that ends. Remove one basis",
    ),
    "scenario-onbekend": Text(
        "er is geen bestand en geen meegeleverd scenario van deze naam; {expected}. Verbeter de naam of het pad",
        "there is no file and no shipped scenario of this name; {expected} Correct the name or the path",
    ),
    "scenario-dubbel": Text(
        "dit scenario is twee keer genoemd; verwacht elk scenario één keer. Noem het één keer",
        "this scenario is named twice; expected each scenario once. Name it once",
    ),
    "naam-dubbel": Text(
        "scenario {found} heet ook zo in {other}; verwacht per scenario een eigen naam. Hernoem er een",
        "scenario {found} has the same name as the one in {other}; expected each scenario to have its own name."
        " Rename one",
    ),
    "naam-basis": Text(
        "een scenario mag niet 'basis' heten: zo heet de dataset zonder maatregelen. Kies een andere naam",
        "a scenario cannot be called 'basis': that is the dataset without measures. Choose another name",
    ),
    # commands
    "bestaat-al": Text(
        "dit bestand bestaat al en wordt niet overschreven. Kies een andere plaats of geef --force",
        "this file already exists and is not overwritten. Choose another location, or use --force",
    ),
    "niet-te-schrijven": Text(
        "hier kan niet worden geschreven ({found}). Kies een andere plaats",
        "cannot write here ({found}). Choose another location",
    ),
    "gebruik": Text("{found}. Zie {help}", "{found}. See {help}"),
}

ISSUES: Mapping[str, Text] = MappingProxyType(_ALL)
