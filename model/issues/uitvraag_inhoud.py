"""What can be wrong or odd with what a return says: what was found; what was expected. How to mend it."""

from model.text import Text

UITVRAAG_INHOUD = {
    # The return as a whole.
    "inhoud-aftekening-leeg": Text(
        "niet ingevuld; verwacht {expected}. Laat de opgave aftekenen en vul het in op het blad Voortgang",
        "not filled in; expected {expected}. Have the return signed and fill it in on the sheet Voortgang",
    ),
    "inhoud-aftekening-datum": Text(
        "hier staat {found}; verwacht een datum van {first} tot en met {last}, zoals {last}-09-01. Verbeter haar op het"
        " blad Voortgang",
        "this says {found}; expected a date from {first} to {last}, such as {last}-09-01. Correct it on the sheet"
        " Voortgang",
    ),
    "inhoud-aftekening-geen-naam": Text(
        "{found} is geen naam van een mens; verwacht {expected}. Laat de opgave aftekenen en vul de"
        " naam in op het blad Voortgang",
        "{found} is nobody's name; expected {expected}. Have the return signed and fill in"
        " the name on the sheet Voortgang",
    ),
    "inhoud-aftekening-datum-vorm": Text(
        "{found} is niet als dag te lezen; verwacht een dag, zoals 2026-09-01 of 1 september 2026."
        " Verbeter de datum op het blad Voortgang",
        "{found} cannot be read as a day; expected a day, such as 2026-09-01 or 1 september 2026."
        " Correct the date on the sheet Voortgang",
    ),
    "inhoud-aftekening-datum-later": Text(
        "de dag {found} moet nog komen; verwacht de dag waarop is getekend. Verbeter de datum op het blad Voortgang",
        "the day {found} is still to come; expected the day on which it was signed. Correct the date on the"
        " sheet Voortgang",
    ),
    "inhoud-aftekening-gelijk": Text(
        "FEZ en CIO hebben dezelfde naam: {found}; verwacht twee mensen, die elk voor hun deel instaan. Klopt dit?"
        " Zeg het aan wie de uitvraag stuurde; verbeter anders de naam op het blad Voortgang",
        "FEZ and CIO have the same name: {found}; expected two people, who each answer for their part. Is this right?"
        " Tell who sent the request; otherwise correct the name on the sheet Voortgang",
    ),
    "inhoud-tabel-niet-bevestigd": Text(
        "er zijn geen posten in de tabel {table}, en niemand zegt dat dat klopt; verwacht posten of een bevestiging."
        " Bevestig op het blad Voortgang dat er geen zijn, of meld posten aan wie de uitvraag stuurde",
        "there are no posts in the table {table}, and nobody says that this is right; expected posts or a confirmation."
        " Confirm on the sheet Voortgang that there are none, or report posts to who sent the request",
    ),
    "inhoud-bevestigd-met-posten": Text(
        "er is bevestigd dat de tabel {table} geen posten heeft, maar er zijn er {count}; verwacht een van beide. Haal"
        " de bevestiging weg, of zet de posten op nihil of n.v.t.",
        "it is confirmed that the table {table} has no posts, but there are {count}; expected one of both. Remove the"
        " confirmation, or set the posts to nihil or n/a",
    ),
    "inhoud-andere-editie": Text(
        "de opgave staat op het formulier van editie {found}; verwacht editie {expected}. Regels die in beide hetzelfde"
        " betekenen tellen mee; vul de andere in op het formulier van deze ronde",
        "the return is on the form of edition {found}; expected edition {expected}. Rows that mean the same in both are"
        " counted; fill in the others on the form of this round",
    ),
    "inhoud-controletotaal": Text(
        "artikel {article}, {quantity} {column}: de regels zijn samen {found}, een verschil van {difference}; verwacht"
        " {test} {expected} ({reference}). Verbeter de regels; klopt het controletotaal niet, meld het aan wie de"
        " uitvraag stuurde",
        "article {article}, {quantity} {column}: the rows are {found} in all, a difference of {difference}; expected"
        " {test} {expected} ({reference}). Correct the rows; where the control total is wrong, tell who sent the"
        " request",
    ),
    "inhoud-controletotaal-onbeslist": Text(
        "artikel {article}, {quantity} {column}: dit controletotaal is nog niet te toetsen, want bestanden spreken"
        " elkaar tegen over {row}; verwacht een besluit daarover. Beslis over dat conflict: dan wordt getoetst of de"
        " regels samen {test} {expected} zijn",
        "article {article}, {quantity} {column}: this control total cannot be tested yet, for files contradict each"
        " other about {row}; expected a decision on that. Decide that conflict: then it is tested whether the rows"
        " together are {test} {expected}",
    ),
    # Posts.
    "inhoud-cellen-ontbreken": Text(
        "lege cellen bij deze post: {count} van de {cells}, eerst {first}; verwacht overal nihil, n.v.t. of een"
        " getal. Vul ze in, of zeg in de toelichting van de post waarom zij nog niet bekend zijn",
        "empty cells of this post: {count} of {cells}, first {first}; expected a number, nihil or n/a"
        " everywhere. Fill them in, or say in the explanation of the post why they are not known yet",
    ),
    "inhoud-veld-leeg": Text(
        "het veld {field} is leeg; verwacht {expected}. Vul het in, bijvoorbeeld {example}",
        "the field {field} is empty; expected {expected}. Fill it in, for example {example}",
    ),
    "inhoud-koppeling-onbekend": Text(
        "de post noemt {found}, en dat is daar niet van dit departement bekend ({field}); verwacht een van {expected},"
        " of n.v.t. Verbeter de naam, of zeg in de toelichting waarom hij klopt",
        "the post names {found}, which is not known there of this department ({field}); expected one of {expected}, or"
        " n/a. Correct the name, or say in the explanation why it is right",
    ),
    "inhoud-koppeling-dubbel": Text(
        "{found} staat op het Rijks ICT-dashboard en hoort ook al bij {other}; verwacht één activiteit per naam op het"
        " dashboard. Klopt dit? Zeg dan in de toelichting waarom",
        "{found} on the Rijks ICT-dashboard already belongs to {other}; expected one activity for each name on the"
        " dashboard. Is this right? Then say why in the explanation",
    ),
    "inhoud-eigen-definitie-zonder-toelichting": Text(
        "deze post heeft een eigen definitie zonder toelichting; verwacht de afbakening die is gebruikt. Zeg die in"
        " de toelichting",
        "this post has a definition of its own without an explanation; expected the delimitation that was used. Say it"
        " in the explanation",
    ),
    "inhoud-niet-als-gevraagd": Text(
        "{field} is {found} ({columns}); verwacht {expected}. De cijfers tellen zo in geen totaal mee: lever ze als"
        " gevraagd, of zeg in de toelichting waarom dat niet kan",
        "{field} is {found} ({columns}); expected {expected}. So the figures are not added to any total: give them as"
        " asked, or say in the explanation why that cannot be done",
    ),
    "inhoud-betaald-boven-verplicht": Text(
        "over alle jaren is {found} uitgegeven en {expected} aan verplichtingen aangegaan; verwacht dat wat wordt"
        " betaald eerst is aangegaan. Vul de verplichtingen aan, of zeg in de toelichting van de post waar het verschil"
        " vandaan komt",
        "over all years {found} is spent and {expected} is committed; expected that what is paid was committed before."
        " Complete the commitments, or say in the explanation of the post where the difference comes from",
    ),
    "inhoud-ontvangsten-boven-uitgaven": Text(
        "de ontvangsten van deze post zijn meer dan de uitgaven: {found}; verwacht ten hoogste wat wordt uitgegeven,"
        " in het eerste van die jaren {expected}. Verbeter het getal, of zeg in de toelichting van de post waar de"
        " ontvangsten vandaan komen",
        "the receipts of this post are more than the spending: {found}; expected what is spent at most, in the first"
        " of these years {expected}. Correct the number, or say in the explanation of the post where the receipts come"
        " from",
    ),
    # Rows.
    "inhoud-realisatie-gelijk": Text(
        "in alle {count} rijen met bedragen is {column} gelijk aan {found}; verwacht de realisatie, en die wijkt altijd"
        " wel ergens af. Vul in wat is uitgegeven, of zeg in de opmerking van deze rij waarom het klopt",
        "in all {count} rows with amounts {column} is {found}; expected the outturn, which always differs somewhere."
        " Fill in what was spent, or say in the remark of this row why it is right",
    ),
    "inhoud-jaar-verschoven": Text(
        "in {rows} van deze post staan de bedragen van de vorige ronde een jaar {where}: hier staat bij {column}"
        " {found}, en vorige ronde stond bij {other} {expected}; verwacht bij elk jaar zijn eigen bedrag. Zet elk"
        " bedrag onder zijn jaar, of zeg in de opmerking van deze rij waarom het klopt, zoals uitstel",
        "in {rows} of this post the amounts of last round stand a year {where}: here {column} says {found}, and last"
        " round {other} said {expected}; expected each year's own amount. Put each amount under its year, or say in the"
        " remark of this row why it is right, such as work put off",
    ),
    "inhoud-rij-is-som": Text(
        "deze rij is in elk jaar de som van {count} andere rijen van de post: {found}; verwacht geen totaal, want dan"
        " telt alles dubbel. Maak de rij nihil, of zeg in de opmerking waarom het geen totaal is",
        "in every year this row is the sum of {count} other rows of the post: {found}; expected no total, for then"
        " everything counts twice. Make the row nil, or say in the remark why it is no total",
    ),
    "inhoud-buiten-grenzen": Text(
        "buiten de grenzen: {found}; verwacht {unit} van {low} tot en met {high}. Verbeter het getal, en let op de"
        " eenheid",
        "out of bounds: {found}; expected {unit} from {low} to {high}. Correct the number, and mind the unit",
    ),
    "inhoud-meer-dan-artikel": Text(
        "deze post heeft meer {quantity} dan alle begrotingsregels van artikel {article}: {found}; verwacht ten hoogste"
        " evenveel, want de post is een doorsnede van die regels. Klopt dit? Zeg dan in de opmerking waarom",
        "this post has more {quantity} than all budget lines of article {article}: {found}; expected as much at most,"
        " for the post cuts across those lines. Is this right? Then say why in the remark",
    ),
    "inhoud-geheel-met-getal": Text(
        "de hele regel is {state}, maar er staat ook {found}; verwacht een van beide. Gelden beide? Zeg dat in de"
        " opmerking; haal anders weg wat niet geldt",
        "the whole row is {state}, but there is also {found}; expected one of both. Do both hold? Say so in the remark;"
        " otherwise remove what does not",
    ),
    "inhoud-reden-ontbreekt": Text(
        "meer dan {threshold} anders dan vorige ronde: {found}; verwacht een reden. Zeg in de kolom reden waar het"
        " verschil vandaan komt",
        "more than {threshold} away from last round: {found}; expected a reason. Say in the column for it where the"
        " difference comes from",
    ),
    "inhoud-reden-samen-ontbreekt": Text(
        "{rows} zijn samen meer dan {threshold} anders dan vorige ronde: {found}; verwacht een reden. Zeg bij een van"
        " deze rijen in de kolom reden waar het verschil vandaan komt",
        "{rows} are together more than {threshold} away from last round: {found}; expected a reason. Say in the"
        " column for it of one of these rows where the difference comes from",
    ),
    "inhoud-sprong": Text(
        "van jaar op jaar meer dan {factor} keer zo veel of zo weinig: {found}; verwacht een verloop zonder sprong."
        " Klopt dit? Zeg dan in de opmerking waarom",
        "from one year to the next more than {factor} times as much or as little: {found}; expected no jump. Is this"
        " right? Then say why in the remark",
    ),
    "inhoud-structureel-ver": Text(
        "structureel is {found}; verwacht in de buurt van {column}: {expected}. Klopt dit? Zeg dan in de opmerking"
        " waarom",
        "structural is {found}; expected near {column}: {expected}. Is this right? Then say why in the remark",
    ),
    "inhoud-fte-zonder-euro": Text(
        "er zijn fte zonder uitgaven aan hetzelfde personeel: {found}; verwacht beide of geen van beide. Vul de"
        " uitgaven in, of zeg in de opmerking wie hen betaalt",
        "there are fte without spending on the same staff: {found}; expected both or neither. Fill in the spending, or"
        " say in the remark who pays them",
    ),
    "inhoud-euro-zonder-fte": Text(
        "er zijn uitgaven aan personeel zonder fte: {found}; verwacht beide of geen van beide. Vul de fte in, of zeg in"
        " de opmerking waar de uitgaven voor zijn",
        "there is spending on staff without fte: {found}; expected both or neither. Fill in the fte, or say in the"
        " remark what the spending is for",
    ),
    "inhoud-kosten-per-fte": Text(
        "kosten per fte: {found}; verwacht van {low} tot {high} (x € 1.000). Klopt dit? Let op de eenheid, of zeg in de"
        " opmerking waarom",
        "cost per fte: {found}; expected from {low} to {high} (x € 1,000). Is this right? Mind the unit, or say why in"
        " the remark",
    ),
    "inhoud-verplicht-zonder-uitgaven": Text(
        "een deel is juridisch verplicht waar geen uitgaven zijn: {found}; verwacht uitgaven, of nihil of n.v.t."
        " Verbeter het percentage of de uitgaven, of zeg in de opmerking waarom dit klopt",
        "a share is legally committed where there is no spending: {found}; expected spending, or nihil or n/a. Correct"
        " the percentage or the spending, or say in the remark why this is right",
    ),
}
