"""What can be wrong with a workbook of ours that came back, and what its reader should know of it."""

from model.text import Text

RETURNED: dict[str, Text] = {
    "terug-zonder-herkomst": Text(
        "deze werkmap zegt niet waar zij vandaan komt; verwacht een werkmap die Dekking maakte, met het verborgen blad"
        " _dekking. Ontbreekt dat blad, neem de wijzigingen dan over in een nieuwe export",
        "this workbook does not say where it comes from; expected one that Dekking made, with the hidden sheet"
        " _dekking. Where that sheet is missing, make the changes in a new export",
    ),
    "terug-andere-vorm": Text(
        "deze werkmap is van vorm {found} (dekking {program}); verwacht vorm {expected}. Exporteer het scenario opnieuw"
        " en neem de wijzigingen over, of lees haar met de versie waarmee zij is gemaakt",
        "this workbook is of form {found} (dekking {program}); expected form {expected}. Export the scenario again and"
        " make the changes there, or read it with the version that made it",
    ),
    "terug-herkomst-beschadigd": Text(
        "op dit verborgen blad is het scenario niet meer heel; verwacht het zoals het is geëxporteerd. Zet het blad"
        " terug uit een eerdere versie, of neem de wijzigingen over in een nieuwe export",
        "on this hidden sheet the scenario is no longer whole; expected it as it was exported. Put the sheet back from"
        " an earlier version, or make the changes in a new export",
    ),
    "terug-andere-dataset": Text(
        "deze werkmap is gemaakt van dataset {found}, en Dekking gebruikt nu {expected}; verwacht dezelfde. Start"
        " Dekking op de dataset van de werkmap, of exporteer opnieuw",
        "this workbook was made from dataset {found}, and Dekking now uses {expected}; expected the same one. Start"
        " Dekking on the workbook's own dataset, or export again",
    ),
    "terug-blad-ontbreekt": Text(
        "het blad {found} ontbreekt; verwacht elk blad dat er bij de export was (het mag anders heten). Zet het terug"
        " uit een eerdere versie",
        "the sheet {found} is missing; expected every sheet that was exported (it may have another name). Put it back"
        " from an earlier version",
    ),
    "terug-tekstblad-ontbreekt": Text(
        "het blad {found} is weggehaald; het rekent niet mee en is voor het inlezen niet nodig",
        "the sheet {found} was removed; it takes no part in the calculation and is not needed",
    ),
    "terug-blad-dubbel": Text(
        "dit is een tweede blad {found}, zodat niet te zeggen is welk van beide telt; verwacht er één. Verwijder het"
        " andere",
        "this is a second sheet {found}, so that nobody can tell which of both counts; expected one. Delete the other",
    ),
    "terug-rij-onbekend": Text(
        "deze rij heeft de kenmerken {found}, en zo'n rij is er niet uitgegaan; verwacht alleen rijen van de export."
        " Een nieuwe post of bron hoort in het scenario: haal de rij weg en gebruik nieuwe_post of nieuwe_bron",
        "this row has the marks {found}, and there was no such row; expected only rows that were exported. A new post"
        " or source belongs in the scenario: delete the row and use nieuwe_post or nieuwe_bron",
    ),
    "terug-rij-erbij": Text(
        "deze rij is er niet uitgegaan ({found}); zij heeft geen kenmerken rechts van de jaren en telt nergens mee."
        " Verwacht alleen rijen van de export. Zet een nieuwe post of bron in het scenario (nieuwe_post, nieuwe_bron)"
        " en een eigen berekening op een eigen blad",
        "this row was not exported ({found}); it has no marks to the right of the years and counts nowhere. Expected"
        " only rows that were exported. Put a new post or source in the scenario (nieuwe_post, nieuwe_bron) and a"
        " calculation of your own on a sheet of your own",
    ),
    "terug-bladnaam-oud": Text(
        "dit blad heeft een andere naam gekregen en formules noemen het nog {found}; zij zijn gelezen alsof zij dit"
        " blad bedoelen. Een rekenprogramma doet dat niet (het geeft #VERW!): hernoem een blad in dat programma zelf",
        "this sheet was renamed and formulas still call it {found}; they were read as if they meant this sheet. A"
        " spreadsheet program does not (it gives #REF!): rename a sheet in the spreadsheet program itself",
    ),
    "terug-kolom-onbekend": Text(
        "boven deze kolom staat {found}, en zo'n kolom is er hier niet uitgegaan; verwacht alleen de koppen van de"
        " export. Zet de oude kop terug, of haal de kolom weg",
        "this column is headed {found}, and there was no such column here; expected only the heads that were exported."
        " Put the old head back, or delete the column",
    ),
    "terug-formule-weg": Text(
        "hier staat {found}; verwacht {expected}, want zonder haar rekent de werkmap het model niet meer na. Zet de"
        " formule terug",
        "here stands {found}; expected {expected}, for without it the workbook no longer computes the model. Put the"
        " formula back",
    ),
    "terug-formule-gewijzigd": Text(
        "hier staat {found}; verwacht {expected}, want anders rekent de werkmap iets anders dan het model. Zet de"
        " formule terug, ook in de rest van de rij",
        "here stands {found}; expected {expected}, for else the workbook computes something other than the model. Put"
        " the formula back, in the rest of the row too",
    ),
    "terug-controle-verstoord": Text(
        "de controles in {found} kijken naar bereiken waar rijen of kolommen tussen zijn gevoegd en geven daardoor een"
        " fout; de uitkomst zelf verandert daar niet door",
        "the checks in {found} look at ranges that rows or columns were inserted into and therefore give an error; the"
        " outcome itself does not change by that",
    ),
    "terug-formules-meer": Text(
        "{rows} staat niet de formule die verwacht is, vanaf de cellen {found}. Vaak komt dat door één ingreep, zoals"
        " sorteren of een verwijderde rij: maak die ongedaan",
        "{rows} a formula is not the one expected, from the cells {found} on. Often one action is behind that, such as"
        " sorting or a deleted row: undo it",
    ),
    "terug-volgorde": Text(
        "{found}, en formules zijn daarin niet meegegaan: {rows} rekenen zij nu met andere cellen ({cells}). Verwacht"
        " de volgorde van de export; maak het sorteren of verplaatsen ongedaan",
        "{found}, and formulas did not follow: {rows} they now compute with other cells ({cells}). Expected the order"
        " that was exported; undo the sorting or moving",
    ),
    "terug-ingevoegd": Text(
        "{found}, en {rows} rekenen formules daardoor met andere cellen ({cells}). Verwacht daar niets tussen wat is"
        " geëxporteerd; haal weg wat is ingevoegd",
        "{found}, and {rows} formulas therefore compute with other cells ({cells}). Expected nothing there between what"
        " was exported; delete what was inserted",
    ),
    "terug-opschrift-van-ander": Text(
        "hier staat {found}, en dat is het opschrift van een andere rij (die in {other}); verwacht {expected}, want wie"
        " afgaat op het opschrift, vult de verkeerde rij in. Zet het opschrift terug, en kijk of de getallen in de rij"
        " staan waarvoor zij bedoeld zijn",
        "here stands {found}, which is the label of another row (the one in {other}); expected {expected}, for whoever"
        " goes by the label fills in the wrong row. Put the label back, and see that the figures stand in the row they"
        " are meant for",
    ),
    "terug-vast-gewijzigd": Text(
        "in deze vergrendelde cel staat {found}; verwacht {expected}. Zet dat terug; wat vast ligt, wijzigt u in het"
        " scenario of de dataset, met daarna een nieuwe export",
        "this locked cell holds {found}; expected {expected}. Put that back; what is fixed is changed in the scenario"
        " or the dataset, with a new export afterwards",
    ),
    "terug-tekst-gewijzigd": Text(
        "in deze tekst staat nu {found} in plaats van {expected}; dat verandert niets aan de uitkomst en gaat niet mee",
        "this text now reads {found} instead of {expected}; that changes nothing in the outcome and is not taken over",
    ),
    "terug-in-bereik": Text(
        "hier staat {found}, in een bereik dat een formule optelt of doorzoekt; verwacht {expected}. Zet aantekeningen"
        " onder of naast de tabellen",
        "here stands {found}, in a range that a formula adds up or looks through; expected {expected}. Put notes below"
        " or beside the tables",
    ),
    "terug-opmerking": Text(
        "naast de cellen van de werkmap staat {found}; dat rekent niet mee en gaat niet mee in het scenario",
        "beside the cells of the workbook stands {found}; it takes no part in the calculation and is not taken over",
    ),
    "terug-opmerking-bij-cel": Text(
        "bij deze cel staat een opmerking{author}: {found}; zij gaat niet mee in het scenario",
        "at this cell there is a comment{author}: {found}; it is not taken over into the scenario",
    ),
    "terug-opmerkingen-meer": Text(
        "bij nog {count} cellen staat een opmerking, die niet meegaat in het scenario: {found}",
        "at {count} more cells there is a comment that is not taken over into the scenario: {found}",
    ),
    "terug-blad-erbij": Text(
        "dit blad is toegevoegd ({found} gevuld); het gaat niet mee in het scenario",
        "this sheet was added ({found} filled); it is not taken over into the scenario",
    ),
    "terug-cel-leeg": Text(
        "deze cel is leeggemaakt (er stond {found}); verwacht {expected}. Typ 0 als u nul bedoelt",
        "this cell was emptied (it held {found}); expected {expected}. Type 0 where you mean nothing",
    ),
    "terug-waarde-fout": Text(
        "hier staat {found}; verwacht {expected}",
        "here stands {found}; expected {expected}.",
    ),
    "terug-getal-als-tekst": Text(
        "hier staat de tekst {found}, gelezen als {read}",
        "here stands the text {found}, read as {read}",
    ),
    "terug-formule-getypt": Text(
        "hier is {found} ingevuld; de waarde {value} is overgenomen, niet de formule",
        "{found} was filled in here; its value {value} was taken over, not the formula",
    ),
    "terug-formule-zonder-waarde": Text(
        "hier is {found} ingevuld, zonder bruikbare waarde; verwacht een getal. Vervang de formule door haar waarde",
        "{found} was filled in here, without a usable value; expected a number. Replace the formula by its value",
    ),
    "terug-formule-verouderd": Text(
        "hier is {formula} ingevuld, met in het bestand de waarde {found} terwijl LibreOffice {expected} uitrekent;"
        " verwacht een waarde die klopt. Open de werkmap, laat haar herrekenen en bewaar haar opnieuw",
        "{formula} was filled in here, with the value {found} in the file while LibreOffice works out {expected};"
        " expected a value that is right. Open the workbook, have it recalculated and save it again",
    ),
    "terug-aandelen": Text(
        "de aandelen van sleutel {key} tellen nu op tot {found}; verwacht 1. Pas ook een ander aandeel van die sleutel"
        " aan",
        "the shares of key {key} now add up to {found}; expected 1. Adjust another share of this key",
    ),
    "terug-eenheid": Text(
        "{found}: {count} gewijzigde cellen zijn {factor}, vermoedelijk in een andere eenheid; verwacht de eenheid van"
        " de werkmap (bedragen x € 1.000, percentages als deel van 1). Reken om, of bevestig dat de eenheid klopt",
        "{found}: {count} changed cells are {factor}, probably in another unit; expected the unit of the workbook"
        " (amounts x € 1,000, percentages as a part of 1). Convert them, or confirm that the unit is right",
    ),
    "terug-eenheid-cel": Text(
        "van {old} naar {new} is {factor}, vermoedelijk in een andere eenheid; verwacht de eenheid van de werkmap"
        " (bedragen x € 1.000, percentages als deel van 1). Reken om, of bevestig dat de eenheid klopt",
        "from {old} to {new} is {factor}, probably in another unit; expected the unit of the workbook (amounts x €"
        " 1,000, percentages as a part of 1). Convert it, or confirm that the unit is right",
    ),
    "terug-uitkomsten-fout": Text(
        "de werkmap zelf geeft in {count} een fout, vanaf deze ({found}); het scenario rekent met de invoer zoals die"
        " is gelezen. Oorzaak: {cause}",
        "the workbook itself gives an error in {count}, from this one on ({found}); the scenario computes with the"
        " inputs as they were read. Cause: {cause}",
    ),
    "terug-uitkomsten-tekst": Text(
        "in {count}, vanaf deze, staat een uitkomst ({found}; het scenario geeft {expected}) die de tekst in {cells}"
        " niet als getal meetelt; het scenario rekent met het getal zoals het is gelezen",
        "in {count}, from this one on, stands a result ({found}; the scenario gives {expected}) that does not count the"
        " text in {cells} as a number; the scenario computes with the number as it was read",
    ),
    "terug-uitkomsten-oud": Text(
        "in {count}, vanaf deze, staat nog de uitkomst van vóór de wijziging: de werkmap is niet herrekend."
        " Het scenario rekent met de invoer zoals die nu is; open de werkmap en laat haar herrekenen",
        "in {count}, from this one on, the result of before the change is still stored: the workbook was not"
        " recalculated. The scenario computes with the inputs as they are now; open the workbook and recalculate it",
    ),
    "terug-uitkomst-anders": Text(
        "hier is {found} opgeslagen, en het scenario geeft {expected}. Laat een rekenprogramma de werkmap herrekenen",
        "{found} is stored here, and the scenario gives {expected}. Have a spreadsheet program recalculate the"
        " workbook",
    ),
    "terug-uitkomsten-anders": Text(
        "in nog {count} is iets anders opgeslagen dan het scenario geeft: {found}. Laat een rekenprogramma de werkmap"
        " herrekenen",
        "in another {count} something else is stored than the scenario gives: {found}. Have a spreadsheet program"
        " recalculate the workbook",
    ),
    "terug-prijzen": Text(
        "de prijzen op blad Resultaat zijn op {found} gezet; dat is alleen weergave en gaat niet mee",
        "the prices on sheet Resultaat were set to {found}; that is display only and is not taken over",
    ),
    "terug-verdeling-vervalt": Text(
        "parameter {found} krijgt een vaste waarde; haar kansverdeling vervalt in dit scenario",
        "parameter {found} gets a fixed value; its distribution lapses in this scenario",
    ),
    "terug-na-horizon": Text(
        "parameter {found} houdt in de werkmap vanaf {first}, na de horizon, haar oude waarde, en zo'n verschil kan een"
        " scenario niet zeggen; verwacht in het laatste jaar van de horizon de waarde van daarna. Verleng de horizon in"
        " het scenario en exporteer opnieuw",
        "parameter {found} keeps its old value in the workbook from {first} on, after the horizon, and a scenario"
        " cannot say so; expected in the last year of the horizon the value of the years after. Make the horizon of"
        " the scenario longer and export again",
    ),
    "terug-weerspraak": Text(
        "in de werkmap staat {found}, en het scenario komt op {expected}; verwacht hetzelfde. Meld dit als fout van het"
        " programma, met de werkmap",
        "the workbook says {found}, and the scenario comes to {expected}; expected the same. Report this as a fault of"
        " the program, with the workbook",
    ),
}
