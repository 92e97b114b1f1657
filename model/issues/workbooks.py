"""What can be wrong with a workbook: as a file, and as one of ours that comes back."""

from model.text import Text

WORKBOOKS: dict[str, Text] = {
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
