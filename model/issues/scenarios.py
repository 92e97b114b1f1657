"""What can be wrong with a scenario."""

from model.text import Text

SCENARIOS = {
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
    "kolom-niet-hier": Text(
        "{found} is een kolom van {expected}, en de maatregel betreft {selected}. Haal het veld weg of maak er een"
        " tweede maatregel van",
        "{found} is a column of {expected}, and this measure is about {selected}. Remove the field or make it a second"
        " measure",
    ),
    "sleutel-is-vast": Text(
        "{found} is het id van een partij, die als sleutel altijd 100 % draagt; verwacht een sleutel uit"
        " verdeelsleutels.csv; {expected}. Geef de kostenposten zo'n sleutel, en verander daarvan de aandelen",
        "{found} is the id of a partij, which as a key always bears 100 %; expected a key from verdeelsleutels.csv;"
        " {expected} Give the posts such a key, and change its shares",
    ),
    "niets-te-behouden": Text(
        "eerder_behouden bewaart de waarden van eerdere jaren, maar {found}; verwacht {expected}. Pas dat aan of haal"
        " eerder_behouden weg",
        "eerder_behouden keeps the values of earlier years, but {found}; expected {expected}. Adjust that or remove"
        " eerder_behouden",
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
}
