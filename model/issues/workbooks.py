"""What can be wrong with a workbook: as a file, and as one of ours that comes back."""

from model.text import Text

WORKBOOKS: dict[str, Text] = {
    "werkmap-ander-formaat": Text(
        "dit is {found}; verwacht een werkmap van Excel (.xlsx). {advice}",
        "this is {found}; expected an Excel workbook (.xlsx). {advice}",
    ),
    "werkmap-wachtwoord": Text(
        "deze werkmap is met een wachtwoord versleuteld; verwacht een werkmap zonder wachtwoord. Haal het in Excel weg"
        " via Bestand, Info, Werkmap beveiligen, en bewaar opnieuw",
        "this workbook is encrypted with a password; expected a workbook without one. Remove it in Excel through File,"
        " Info, Protect Workbook, and save again",
    ),
    "werkmap-beschadigd": Text(
        "deze werkmap is beschadigd ({found}); verwacht een volledig bestand. Haal het opnieuw op, of open het in Excel"
        " en bewaar het opnieuw",
        "this workbook is damaged ({found}); expected a complete file. Get it again, or open it in Excel and save it"
        " again",
    ),
    "werkmap-te-veel-delen": Text(
        "deze werkmap bestaat uit {found} delen; verwacht ten hoogste {expected}. Neem de bladen die ertoe doen over in"
        " een nieuwe werkmap",
        "this workbook consists of {found} parts; expected at most {expected}. Copy the sheets that matter into a new"
        " workbook",
    ),
    "werkmap-te-groot-uitgepakt": Text(
        "deze werkmap wordt uitgepakt te groot ({found}); verwacht een gewone werkmap. Neem de cellen die ertoe doen"
        " over in een nieuwe werkmap",
        "this workbook becomes too large when unpacked ({found}); expected an ordinary workbook. Copy the cells that"
        " matter into a new workbook",
    ),
    "werkmap-omvang-klopt-niet": Text(
        "de inhoudsopgave van deze werkmap noemt een andere omvang dan de delen hebben ({found}); verwacht een bestand"
        " dat in Excel is bewaard. Open het in Excel en bewaar het opnieuw",
        "this workbook's directory states another size than its parts have ({found}); expected a file saved in Excel."
        " Open it in Excel and save it again",
    ),
    "werkmap-dubbel-deel": Text(
        "delen van deze werkmap komen twee keer voor ({found}), zodat niet elk programma hetzelfde leest; verwacht elk"
        " deel één keer. Open het in Excel, controleer de inhoud en bewaar het opnieuw",
        "parts of this workbook occur twice ({found}), so that programs do not all read the same; expected each part"
        " once. Open it in Excel, check what it holds and save it again",
    ),
    "werkmap-doctype": Text(
        "delen van deze werkmap roepen andere bestanden of afkortingen op ({found}, DOCTYPE); verwacht alleen cellen."
        " Neem de cellen over in een nieuwe werkmap",
        "parts of this workbook call on other files or abbreviations ({found}, DOCTYPE); expected cells only. Copy the"
        " cells into a new workbook",
    ),
    "werkmap-macros": Text(
        "deze werkmap heeft macro's ({found}); verwacht een werkmap zonder. Bewaar haar in Excel als Excel-werkmap"
        " (.xlsx)",
        "this workbook has macros ({found}); expected a workbook without. Save it in Excel as Excel Workbook (.xlsx)",
    ),
    "werkmap-activex": Text(
        "deze werkmap heeft besturingselementen (ActiveX: {found}); verwacht alleen cellen. Verwijder ze in Excel of"
        " neem de cellen over in een nieuwe werkmap",
        "this workbook has controls (ActiveX: {found}); expected cells only. Delete them in Excel, or copy the cells"
        " into a new workbook",
    ),
    "werkmap-dde": Text(
        "deze werkmap vraagt een ander programma om waarden (DDE: {found}); verwacht waarden en gewone formules."
        " Vervang de formule door haar waarde; verbreek wat staat onder Gegevens, Koppelingen bewerken",
        "this workbook asks another program for values (DDE: {found}); expected values and ordinary formulas. Replace"
        " the formula by its value; break what is listed under Data, Edit Links",
    ),
    "werkmap-koppeling": Text(
        "deze werkmap verwijst naar andere bestanden ({found}); verwacht een werkmap die op zichzelf staat. Kies in"
        " Excel Gegevens, Koppelingen bewerken, Koppeling verbreken, en bewaar opnieuw",
        "this workbook refers to other files ({found}); expected a workbook that stands on its own. In Excel choose"
        " Data, Edit Links, Break Link, and save again",
    ),
    "werkmap-gegevensverbinding": Text(
        "deze werkmap haalt gegevens op van elders ({found}); verwacht een werkmap die op zichzelf staat. Verwijder in"
        " Excel wat staat onder Gegevens, Query's en verbindingen, en bewaar opnieuw",
        "this workbook fetches data from elsewhere ({found}); expected a workbook that stands on its own. In Excel"
        " delete what is listed under Data, Queries & Connections, and save again",
    ),
    "werkmap-deel-ontbreekt": Text(
        "een deel van deze werkmap ontbreekt ({found}); verwacht een volledige werkmap. Haal het bestand opnieuw op, of"
        " open het in Excel en bewaar het opnieuw",
        "part of this workbook is missing ({found}); expected a complete workbook. Get the file again, or open it in"
        " Excel and save it again",
    ),
    "werkmap-onleesbaar": Text(
        "deze werkmap houdt zich niet aan het formaat ({found}); verwacht een bestand dat in Excel is bewaard. Open het"
        " in Excel en bewaar het opnieuw als .xlsx",
        "this workbook does not keep to the format ({found}); expected a file saved in Excel. Open it in Excel and save"
        " it again as .xlsx",
    ),
    "werkmap-te-veel-cellen": Text(
        "deze werkmap heeft meer dan {cells} gevulde cellen; verwacht ten hoogste zoveel. Neem de bladen die ertoe doen"
        " over in een nieuwe werkmap",
        "this workbook has more than {cells} cells with something in them; expected at most that many. Copy the sheets"
        " that matter into a new workbook",
    ),
    "werkmap-te-zwaar": Text(
        "deze werkmap vraagt bij het lezen meer dan {memory} MiB geheugen of {seconds} seconden; verwacht een gewone"
        " werkmap. Neem de cellen die ertoe doen over in een nieuwe werkmap",
        "reading this workbook takes more than {memory} MiB of memory or {seconds} seconds; expected an ordinary"
        " workbook. Copy the cells that matter into a new workbook",
    ),
    "werkmap-te-druk": Text(
        "deze werkmap was na {waited} seconden nog niet gelezen, omdat de computer te druk was: het lezen kreeg maar"
        " {used} seconden rekentijd. Probeer het opnieuw als de computer minder te doen heeft",
        "this workbook had not been read after {waited} seconds, because the computer was too busy: reading got only"
        " {used} seconds of computing time. Try again when the computer has less to do",
    ),
    "werkmap-niet-van-ons": Text(
        "op geen blad van deze werkmap staan de kenmerken van Invoer; verwacht {expected}. Exporteer het scenario"
        " opnieuw, en wijzig de uitvoer in plaats van er een over te typen",
        "no sheet of this workbook has the marks of Invoer; expected {expected}. Export the scenario again, and change"
        " that workbook rather than a copy of its figures",
    ),
    "werkmap-rij-ontbreekt": Text(
        "de rij {found} ontbreekt; verwacht elke rij die er bij de export was. Zet de rij terug uit een eerdere versie,"
        " of exporteer opnieuw",
        "the row {found} is missing; expected every row that was there when it was exported. Put the row back from an"
        " earlier version, or export again",
    ),
    "werkmap-rij-dubbel": Text(
        "de rij {found} staat ook in rij {first}, zodat niet te zeggen is welke telt; verwacht elke rij één keer."
        " Verwijder een van beide",
        "the row {found} is also in row {first}, so that nobody can tell which one counts; expected each row once."
        " Delete one of them",
    ),
    "werkmap-kolom-ontbreekt": Text(
        "de kolom {found} ontbreekt; verwacht elke kolom die er bij de export was. Zet de kolom terug uit een eerdere"
        " versie, of exporteer opnieuw",
        "the column {found} is missing; expected every column that was there when it was exported. Put the column back"
        " from an earlier version, or export again",
    ),
    "libreoffice-ontbreekt": Text(
        "deze werkmap kan hier niet worden herberekend: LibreOffice is niet gevonden. Installeer LibreOffice (op Debian"
        " en Ubuntu het pakket libreoffice-calc-nogui) of zet soffice op het zoekpad",
        "this workbook cannot be recalculated here: LibreOffice was not found. Install LibreOffice (on Debian and"
        " Ubuntu the package libreoffice-calc-nogui), or put soffice on the search path",
    ),
    "libreoffice-opent-niet": Text(
        "LibreOffice kan dit bestand niet openen; verwacht een werkmap (.xlsx) die heel is. Open het in een"
        " rekenprogramma en bewaar het opnieuw als .xlsx",
        "LibreOffice cannot open this file; expected a workbook (.xlsx) that is intact. Open it in a spreadsheet"
        " program and save it again as .xlsx",
    ),
    "libreoffice-te-traag": Text(
        "LibreOffice was na {expected} seconden nog niet klaar met deze werkmap en is gestopt. Probeer het opnieuw als"
        " de computer minder te doen heeft, of maak de werkmap kleiner",
        "LibreOffice had not finished with this workbook after {expected} seconds and was stopped. Try again when the"
        " computer has less to do, or make the workbook smaller",
    ),
}
