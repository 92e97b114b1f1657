"""Words that stand on the page Uitvraag itself, and those that the browser fills in."""

from __future__ import annotations

from model.text import Text, same

LADEN = Text("De ronde wordt geladen…", "The round is being loaded…")
ONTVANGST = Text("Opgaven ontvangen", "Receive returns")
ONTVANGST_UITLEG = Text(
    "Werkmappen zoals departementen ze terugsturen, ook meer tegelijk; elk ten hoogste {most} MB. Ze worden bewaard"
    " zoals ze zijn en daarna gelezen.",
    "Workbooks as departments send them back, also several at once; each at most {most} MB. They are kept as they are,"
    " and then read.",
)
HOOFDZAAK = Text("Hoever de ronde is", "How far the round is")
OP_DEZE_PAGINA = Text("Op deze pagina", "On this page")
DEPARTEMENTEN = Text("Stand per departement", "State per department")
TOTALEN = Text("Totalen", "Totals")
TOTALEN_UITLEG = Text(
    "Ten minste: alleen cijfers die bekend en vergelijkbaar zijn tellen mee. Klik op een totaal voor de cellen"
    " erachter.",
    "At least: only figures that are known and comparable count. Click a total for the cells behind it.",
)
IN_ZINNEN = Text("Dit jaar in zinnen", "This year in sentences")
PER_DEPARTEMENT = Text("Eén totaal per departement, met delen", "One total by department, with parts")
VOLLEDIGHEID = Text("Volledigheid per departement, tabel en jaar", "Completeness by department, table and year")
ONVERGELIJKBAAR = Text("Wat niet vergelijkbaar is, en waarom", "What is not comparable, and why")
PERSONEEL = Text("Personeel", "Staff")
VERGELEKEN = Text("Naast vorige ronde en andere overzichten", "Beside last round and other overviews")
VERSCHILLEN = Text("Wat anders is dan vorige ronde", "What differs from last round")
AANSLUITING = Text(
    "Wat niet aansluit op begroting, Rijks ICT-dashboard en JBR",
    "What does not reconcile with budget, Rijks ICT-dashboard and JBR",
)
MEENEMEN = Text("Meenemen", "Take along")
OVERZICHT = Text("Overzicht", "Overview")
OVERZICHT_UITLEG = Text(
    "Werkmap voor het centrum: volledigheid, totalen met formules, elke cel waarop zij rusten.",
    "Workbook for the centre: completeness, totals with formulas, every cell that they rest on.",
)
TABELLEN = Text("Tabellen en dataset", "Tables and dataset")
TABELLEN_UITLEG = Text(
    "Alles wat ‘dekking uitvraag voeg-samen’ als CSV schrijft, met de dataset om op te rekenen, in één zip.",
    "All that ‘dekking uitvraag voeg-samen’ writes as CSV, with the dataset to compute on, in one zip.",
)
BESLUITEN = Text("Besluiten", "Decisions")
BESLUITEN_UITLEG = Text(
    "Wat is beslist waar bestanden elkaar tegenspreken, als besluiten.csv voor de map van de ronde.",
    "What was decided where files contradict each other, as besluiten.csv for the folder of the round.",
)
KNOPPEN = {
    "overzicht": Text("Download overzicht (.xlsx)", "Download overview (.xlsx)"),
    "tabellen": Text("Download tabellen (.zip)", "Download tables (.zip)"),
    "besluiten": Text("Download besluiten (.csv)", "Download decisions (.csv)"),
}

IN_DE_BROWSER: dict[str, Text] = {
    "laden": LADEN,
    "kies": Text("Kies werkmappen (.xlsx)", "Choose workbooks (.xlsx)"),
    "sleep": Text("of sleep ze hierheen", "or drop them here"),
    "stop": Text("Stop", "Stop"),
    "opnieuw": Text("Probeer opnieuw", "Try again"),
    "ontvangen": Text("Ontvangen: {n} van {alle}, {naam}…", "Receiving: {n} of {alle}, {naam}…"),
    "lezen": Text(
        "Lezen: {n} van {alle}, {naam}… Dat duurt enkele seconden per bestand.",
        "Reading: {n} of {alle}, {naam}… This takes some seconds per file.",
    ),
    "samenvoegen": Text("Samenvoegen en tellen…", "Merging and counting…"),
    "gestopt": Text(
        "Gestopt. Wat is ontvangen blijft bewaard; nog te lezen: {n}.",
        "Stopped. What was received is kept; still to be read: {n}.",
    ),
    "niet-ontvangen": Text("{naam}: niet ontvangen, want gestopt.", "{naam}: not received, because stopped."),
    "lees-verder": Text("Lees verder", "Go on reading"),
    "te-groot": Text(
        "{naam} is te groot ({mb} MB); verwacht ten hoogste {most} MB. Haal weg wat er niet in hoort.",
        "{naam} is too large ({mb} MB); expected at most {most} MB. Remove what does not belong in it.",
    ),
    "ander-soort": Text(
        "{naam} is geen .xlsx; verwacht de werkmap van een opgave. Kies een ander bestand.",
        "{naam} is no .xlsx; expected the workbook of a return. Choose another file.",
    ),
    "ontvangen-een": Text("ontvangen, nog niet gelezen.", "received, not read yet."),
    "departement": Text("departement", "department"),
    "status": Text("stand", "state"),
    "bestanden": Text("bestanden", "files"),
    "volledig": Text("volledig", "complete"),
    "fouten": Text("fouten", "errors"),
    "waarschuwingen": Text("waarschuwingen", "warnings"),
    "vragen": Text("vragen", "questions"),
    "uitgelegd": Text("uitgelegd", "explained"),
    "conflicten": Text("conflicten", "conflicts"),
    "conflict-open": Text("{n} open", "{n} open"),
    "conflict-beslist": Text("{n} beslist", "{n} decided"),
    "afgetekend": Text("afgetekend", "signed off"),
    "tabel-titel": Text("Stand per departement", "State per department"),
    "tabel-uitleg": Text(
        "open bevindingen naar ernst; volledig is het deel van de gevraagde cellen met een antwoord, en"
        " nooit 100 % zolang een conflict, fout of geweigerd bestand open staat",
        "open findings by severity; complete is the share of the cells asked that are answered, and never 100 % while a"
        " conflict, an error or a refused file is open",
    ),
    "bekijk": Text("bekijk {naam}", "look at {naam}"),
    "sluit": Text("Sluiten", "Close"),
    "sjabloon": Text("Download sjabloon", "Download template"),
    "bestand": Text("bestand", "file"),
    "van": Text("van", "from"),
    "moment": Text("ontvangen", "received"),
    "trek-in": Text("Trek in", "Withdraw"),
    "trek-in-vraag": Text(
        "{naam} telt dan niet meer mee; het blijft bewaard en kan terug. Intrekken?",
        "{naam} then counts no more; it is kept and can be put back. Withdraw it?",
    ),
    "ja": Text("Ja, trek in", "Yes, withdraw"),
    "nee": Text("Nee", "No"),
    "zet-terug": Text("Zet terug", "Put back"),
    "ingetrokken": Text("Ingetrokken bestanden ({n})", "Withdrawn files ({n})"),
    "zonder-plaats": Text("Geweigerd, van wie is niet te zeggen ({n})", "Refused, nobody knows whose ({n})"),
    "daden": Text("te doen", "to do"),
    "reden-weigering": Text("waarom geweigerd", "why refused"),
    "neem-bevindingen": Text("Download bevindingen", "Download findings"),
    "neem-origineel": Text("Download bestand", "Download file"),
    "geen-bestanden": Text("Nog geen bestand ontvangen.", "No file received yet."),
    "bevindingen": Text("Bevindingen ({n})", "Findings ({n})"),
    "geen-bevindingen": Text("Niets gevonden.", "Nothing found."),
    "toon": Text("toon", "show"),
    "alles": Text("alles ({n})", "all ({n})"),
    "ernst": Text("ernst", "severity"),
    "ernst-fout": Text("fouten ({n})", "errors ({n})"),
    "ernst-waarschuwing": Text("waarschuwingen ({n})", "warnings ({n})"),
    "ernst-vraag": Text("vragen ({n})", "questions ({n})"),
    "ernst-uitgelegd": Text("uitgelegd ({n})", "explained ({n})"),
    "cel": Text("blad en cel", "sheet and cell"),
    "rij": Text("rij", "row"),
    "kolom": Text("kolom", "column"),
    "gevonden": Text("gevonden", "found"),
    "verwacht": Text("verwacht", "expected"),
    "herstel": Text("wat te doen", "what to do"),
    "uitleg": Text("uitleg van het departement", "department's explanation"),
    "conflicten-kop": Text("Conflicten: {open} open, {beslist} beslist", "Conflicts: {open} open, {beslist} decided"),
    "conflicten-open": Text("Open conflicten", "Open conflicts"),
    "conflicten-uitleg": Text(
        "Kies per regel wat er moet staan en leg alles wat is gekozen in één keer vast; de rest blijft open"
        " ({eenheid}).",
        "Choose in each line what must stand there and keep all that was chosen at once; the rest stays open"
        " ({eenheid}).",
    ),
    "gestuurd": Text("gestuurd", "sent"),
    "moet-staan": Text("wat er moet staan", "what must stand there"),
    "kan-niet": Text(" (kan hier niet staan)", " (cannot stand here)"),
    "anders": Text("iets anders", "something else"),
    "anders-wat": Text("iets anders: {plek}", "something else: {plek}"),
    "ten-gunste": Text("alle open conflicten volgens", "all open conflicts as said by"),
    "ten-gunste-van": same("{naam} ({n})"),
    "vul-in": Text("Vul in", "Fill in"),
    "ingevuld": Text(
        "Ingevuld, nog niet vastgelegd: {n} van {alle} volgens {naam}.",
        "Filled in, not kept yet: {n} of {alle} as said by {naam}.",
    ),
    "wis-keuzes": Text("Wis keuzes", "Clear choices"),
    "gewist": Text("De keuzes zijn gewist.", "The choices were cleared."),
    "gekozen": Text("Gekozen: {n} van {alle}.", "Chosen: {n} of {alle}."),
    "door": Text("wie beslist", "who decides"),
    "reden": Text("reden (mag leeg)", "reason (may be empty)"),
    "beslis": Text("Leg gekozen besluiten vast", "Keep decisions chosen"),
    "beslis-kies": Text("Kies eerst wat er moet staan.", "First choose what must stand there."),
    "conflicten-beslist": Text("Beslist", "Decided"),
    "gezegd": Text("wat is gezegd", "what was said"),
    "besluit": Text("besluit", "decision"),
    "beslist-door": Text("door, wanneer, waarom", "by, when, why"),
    "overbodig": Text("Besluiten zonder conflict ({n})", "Decisions without a conflict ({n})"),
    "bestanden-kop": Text("Bestanden", "Files"),
    "herroep": Text("Herroep besluit", "Take decision back"),
    "toon-nu": Text("Toon de stand van nu", "Show how it stands"),
    "herroep-ja": Text("Ja, herroep", "Yes, take back"),
    "herroept": Text("wie herroept", "who takes it back"),
    "vastgelegd": Text("Besluiten vastgelegd: {n}.", "Decisions kept: {n}."),
    "herroepen": Text("Het besluit is herroepen.", "The decision was taken back."),
    "geschiedenis": Text("Alles wat op deze pagina is beslist ({n})", "All that was decided on this page ({n})"),
    "beslist-op": Text("wanneer", "when"),
    "beslist-wie": Text("door", "by"),
    "waarom": Text("reden", "reason"),
    "aftekening": Text("Aftekening", "Sign-off"),
    "verwijderd": Text("Verwijderd in de opgave ({n})", "Removed in the return ({n})"),
    "grootheid": Text("tabel en grootheid", "table and quantity"),
    "soort": Text("kostensoort", "class of cost"),
    "categorie": Text("categorie", "category"),
    "tabel": Text("tabel", "table"),
    "jaar": Text("jaar", "year"),
    "niets": Text("Er is niets.", "There is nothing."),
    "maken": Text("Bezig met maken…", "Working on it…"),
    "klaar": Text("{naam} is gedownload.", "{naam} was downloaded."),
    "streep": same("–"),
}
