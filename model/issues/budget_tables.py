"""What can be wrong with the structure of a published budget table: its text, its heads, its columns."""

from model.text import Text

BUDGET_TABLES = {
    "begroting-codering": Text(
        "de codering van deze tekst is niet te herkennen (er staan nulbytes in, zoals in UTF-16 zonder herkenningsteken);"
        " verwacht UTF-8. Bewaar het bestand als CSV UTF-8 of als werkmap van Excel (.xlsx)",
        "the encoding of this text is not recognised (it holds null bytes, as UTF-16 without a mark does); expected"
        " UTF-8. Save the file as CSV UTF-8 or as an Excel workbook (.xlsx)",
    ),
    "begroting-zonder-rijen": Text(
        "onder deze kopregel staan geen rijen; verwacht rijen met bedragen. Controleer of het bestand volledig is",
        "there are no rows below this header row; expected rows with amounts. Check that the file is complete",
    ),
}
