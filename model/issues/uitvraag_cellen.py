"""What can be wrong with the cells of a return: what was found; what was expected. How to mend it."""

from model.text import Text

UITVRAAG_CELLEN = {
    "lees-kop-gewijzigd": Text(
        "boven deze kolom staat nu {found}; verwacht {expected}, want daarnaar wordt zij gelezen. Zet de kop terug, en"
        " kijk na of de cijfers eronder in de goede kolom staan",
        "above this column now stands {found}; expected {expected}, for so it is read. Put the head back, and see"
        " whether the figures below it are in the right column",
    ),
    "lees-formule-vervangen": Text(
        "in plaats van een formule staat hier {found}{more}; verwacht {expected}. Zet de formule terug; wij rekenen"
        " zelf na",
        "instead of a formula there is {found}{more}; expected {expected}. Put the formula back; we compute for"
        " ourselves",
    ),
    "lees-formule-gewijzigd": Text(
        "de formule is gewijzigd in {found}{more}; verwacht {expected}. Zet de formule terug; wij rekenen zelf na",
        "the formula was changed to {found}{more}; expected {expected}. Put it back; we compute for ourselves",
    ),
    "lees-foutwaarde": Text(
        "in deze cel staat een fout: {found}; verwacht {expected}. Typ het getal",
        "this cell holds an error: {found}; expected {expected}. Type the number",
    ),
    "lees-datum": Text(
        "in deze cel staat een datum: {found}; verwacht {expected}. Typ het getal; een programma maakt van 1-2 een"
        " datum",
        "this cell holds a date: {found}; expected {expected}. Type the number; programs turn 1-2 into a date",
    ),
    "lees-tekst": Text(
        "in deze cel staat {found}; verwacht {expected}. Typ een getal, en zet uitleg in de kolom opmerking",
        "this cell holds {found}; expected {expected}. Type a number, and put explanations into the column of remarks",
    ),
    "lees-logisch": Text(
        "in deze cel staat {found}, en dat is geen getal; verwacht {expected}. Typ het getal",
        "this cell holds {found}, which is no number; expected {expected}. Type the number",
    ),
    "lees-omgerekend": Text(
        "{found} is gelezen als {read} (x € 1.000){more}; verwacht een getal x € 1.000. Kijk na of dat klopt, en typ"
        " anders het getal",
        "{found} was read as {read} (x € 1,000){more}; expected a number x € 1,000. See whether that is right, and"
        " otherwise type the number",
    ),
    "lees-euroteken": Text(
        "{found} is gelezen als {read} (x € 1.000), maar kan in euro's zijn{more}; verwacht bedragen x € 1.000, zonder"
        " teken van een munt. Zijn het euro's? Deel dan door 1.000, of zeg in de opmerking dat het klopt;"
        " wat met het teken is getypt telt tot dan niet mee",
        "{found} was read as {read} (x € 1,000), but may be in euros{more}; expected amounts x € 1,000, without a"
        " currency sign. Are they euros? Then divide by 1,000, or say in the remark that it is right; what"
        " was typed with the sign does not count until then",
    ),
    "lees-meerduidig": Text(
        "{found} kan {readings} zijn; verwacht {expected}, op één manier te lezen. Typ het zonder duizendtallen",
        "{found} may be {readings}; expected {expected}, to be read in one way. Type it without thousands marks",
    ),
    "lees-formule-zonder-waarde": Text(
        "de formule {found} heeft geen waarde; verwacht {expected}. Open de werkmap in Excel of LibreOffice en bewaar"
        " haar, of typ het getal",
        "the formula {found} has no value; expected {expected}. Open the workbook in Excel or LibreOffice and save it,"
        " or type the number",
    ),
    "lees-formule-verouderd": Text(
        "bij de formule {formula} is {found} bewaard; verwacht {expected}, want dat geeft zij nu. Open de werkmap in"
        " Excel of LibreOffice en bewaar haar, of typ het getal",
        "beside the formula {formula} {found} is stored; expected {expected}, for so much it gives now. Open the"
        " workbook in Excel or LibreOffice and save it, or type the number",
    ),
    "lees-opmaak": Text(
        "in deze cel staat {found}, maar de opmaak {format} toont een ander getal; verwacht een getal zoals het er"
        " staat. Is {found} bedoeld? Zet de opmaak anders terug",
        "this cell holds {found}, but its format {format} shows another number; expected a number as it stands. Is"
        " {found} meant? Otherwise put the format back",
    ),
    "lees-onbekend": Text(
        "{found} is gelezen als ontbreekt{more}; verwacht {expected}. Vul het getal in zodra het bekend is",
        "{found} was read as missing{more}; expected {expected}. Fill in the number as soon as it is known",
    ),
    "lees-veld": Text(
        "in deze cel staat {found}; verwacht {expected}. Kies uit de lijst, of typ een tekst",
        "this cell holds {found}; expected {expected}. Choose from the list, or type a text",
    ),
    "lees-eenheid-verdacht": Text(
        "{figures} ongeveer {factor} als vorige ronde, of als de andere jaren: eerst {found} naast {expected}; verwacht"
        " bedragen x € 1.000. Staat dit in een andere eenheid? Reken het om, of zeg in de opmerking van elke regel"
        " waarom het klopt; een reden van verschil is niet genoeg. Tot dan telt het in geen totaal mee",
        "{figures} about {factor} as last round's, or as the other years: first {found} beside {expected}; expected"
        " amounts x € 1,000. Is this in another unit? Convert it, or say in the remark of each row why it is right; a"
        " reason of change is not enough. Until then it counts in no total",
    ),
    "lees-eenheid-nieuw": Text(
        "deze regel had vorige ronde geen bedragen, en {figures} niet van de grootte van andere regels: eerst {found},"
        " naast hoogstens {expected} in dit soort regels toen; verwacht bedragen x € 1.000. Staat dit in een andere"
        " eenheid, reken het dan om; is het een totaal van andere regels, maak de regel dan nihil; klopt het, zeg dan"
        " in de opmerking van de regel waarom. Tot dan telt het in geen totaal mee",
        "this row had no amounts last round, and {figures} not of the size of other rows: first {found}, beside at most"
        " {expected} in such rows then; expected amounts x € 1,000. Where this is in another unit, convert it;"
        " where it is a total of other rows, make the row nil; where it is right, say in the remark of the row why."
        " Until then it counts in no total",
    ),
    "lees-procent-als-deel": Text(
        "in deze rij staan alleen delen van 1, zoals {found}; verwacht percentages: 80 is 80 %. Is minder dan 1 %"
        " bedoeld? Zeg het in de opmerking van de rij; vul anders het percentage in. Tot dan is de rij onbekend",
        "this row holds fractions of 1 only, such as {found}; expected percentages: 80 is 80 %. Is less than 1 % meant?"
        " Say so in the remark of the row; otherwise fill in the percentage. Until then the row is unknown",
    ),
    "lees-opmerking-bij-cel": Text(
        "bij deze cel hoort een opmerking die niet is overgenomen{author}: {found}; verwacht uitleg in de kolom"
        " opmerking. Zet wat van belang is daar",
        "a comment at this cell was not taken over{author}: {found}; expected explanations in the column of remarks."
        " Put what matters there",
    ),
    # Several files at once.
    "lees-naam-dubbel": Text(
        "meer dan een bestand heet {found}; verwacht verschillende namen, want de bevindingen krijgen die ook. Geef ze"
        " elk een eigen naam",
        "more than one file is called {found}; expected different names, for the findings get them too. Give each a"
        " name of its own",
    ),
}
