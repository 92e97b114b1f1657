"""What can be wrong with what is locked or cannot be seen: what was found; what was expected. How to mend it."""

from model.text import Text

UITVRAAG_VAST = {
    "lees-rijen-verborgen": Text(
        "verborgen rijen, misschien door een filter: {found}; verwacht rijen die te zien zijn. Maak ze zichtbaar en"
        " kijk na wat er staat: zij zijn gelezen als alle andere",
        "hidden rows, perhaps by a filter: {found}; expected rows that can be seen. Show them and see what stands"
        " there: they were read like all others",
    ),
    "lees-kolommen-verborgen": Text(
        "verborgen kolommen om in te vullen: {found}; verwacht kolommen die te zien zijn. Maak ze zichtbaar en kijk na"
        " wat er staat: zij zijn gelezen als alle andere",
        "hidden columns to be filled in: {found}; expected columns that can be seen. Show them and see what stands"
        " there: they were read like all others",
    ),
    "lees-blad-verborgen": Text(
        "dit blad is verborgen; verwacht een blad dat te zien is. Maak het zichtbaar en kijk na wat er staat: het is"
        " gelezen als alle andere",
        "this sheet is hidden; expected one that can be seen. Show it and see what stands there: it was read like all"
        " others",
    ),
    "lees-inhoud-verborgen": Text(
        "in deze cel staat {found}, en haar opmaak of letter laat dat niet zien{more}; verwacht een cel die te"
        " lezen is. Kies een gewone opmaak, met donkere letters, en kijk na of het klopt",
        "this cell holds {found}, and its format or font does not show that{more}; expected a cell that can be read."
        " Choose a plain format, with dark letters, and see whether it is right",
    ),
    "lees-samengevoegd": Text(
        "de cellen {found} zijn samengevoegd; verwacht losse cellen, want alleen de eerste heeft dan een inhoud. Hef"
        " het samenvoegen op en vul elke cel in",
        "the cells {found} are merged; expected single cells, for only the first then holds anything. Unmerge them and"
        " fill in each cell",
    ),
    "lees-beveiliging-weg": Text(
        "deze bladen zijn niet meer beveiligd: {found}; verwacht bladen die beveiligd zijn tegen vergissingen. Zet de"
        " beveiliging weer aan; wat in vaste cellen is gewijzigd, staat apart in deze lijst",
        "these sheets are not protected any more: {found}; expected sheets protected against slips. Protect them again;"
        " what was changed in locked cells stands apart in this list",
    ),
    # What is locked.
    "lees-vast-gewijzigd": Text(
        "een vaste cel is gewijzigd in {found}{more}; verwacht {expected}. Zet terug wat er stond; klopt dat niet, meld"
        " het aan wie de uitvraag stuurde",
        "a locked cell was changed to {found}{more}; expected {expected}. Put back what was there; where that is wrong,"
        " tell who sent the request",
    ),
    "lees-eenheid-gewijzigd": Text(
        "de eenheid is gewijzigd in {found}{more}; verwacht {expected}, want er wordt niets omgerekend. Zet de eenheid"
        " terug en vul de cijfers daarin in",
        "the unit was changed to {found}{more}; expected {expected}, for nothing is converted. Put the unit back and"
        " fill in the figures in it",
    ),
    "lees-rij-tegenstrijdig": Text(
        "hier staat nu {found}{more}, en dat noemt een andere rij dan de sleutel van deze rij; verwacht {expected}. De"
        " cijfers zijn onbekend, want niet zeker is waarvan zij zijn: zet terug wat er stond, en kijk ze na",
        "this now says {found}{more}, which names another row than the key of this one; expected {expected}. The"
        " figures are unknown, for it is not certain what they are of: put back what was there, and look them over",
    ),
    "lees-vorige-gewijzigd": Text(
        "het cijfer van vorige ronde is gewijzigd in {found}{more}; verwacht {expected}. Zet het terug; was het fout,"
        " meld dat aan wie de uitvraag stuurde",
        "last round's figure was changed to {found}{more}; expected {expected}. Put it back; where it was wrong, tell"
        " who sent the request",
    ),
    "lees-controle-gewijzigd": Text(
        "een controletotaal is gewijzigd in {found}{more}; verwacht {expected}. Zet het terug; wij toetsen aan wat is"
        " gestuurd",
        "a control total was changed to {found}{more}; expected {expected}. Put it back; we test against what was sent",
    ),
    "lees-drempel-gewijzigd": Text(
        "de drempel of de afronding is gewijzigd in {found}{more}; verwacht {expected}. Zet haar terug; wij toetsen aan"
        " wat is gestuurd",
        "the threshold or the rounding was changed to {found}{more}; expected {expected}. Put it back; we test against"
        " what was sent",
    ),
}
