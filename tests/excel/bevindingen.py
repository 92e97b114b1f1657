"""What people and machines do to a returned workbook, and what is found: cases, several in one workbook."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from excel.moving import insert_columns, insert_rows
from excel.terugkomst import Edit, put, small
from openpyxl.workbook import Workbook

VERNIEUWING = "bedrag", "portaal-vernieuwing"
BEHEER = "bedrag", "portaal-beheer"
REGISTER = "bedrag", "register-bouw"
YES = True
RATES = "rekenwaarde", "portaal-vernieuwing"


class Case(NamedTuple):
    """A workbook with some edits; what is refused and what is noticed: the code, and words of the sentence."""

    name: str
    edits: Sequence[Edit]
    refused: Sequence[tuple[str, str]] = ()
    noticed: Sequence[tuple[str, str]] = ()
    confirmed: bool = False
    more: bool = False  # other findings follow from these


def removed(name: str) -> Edit:
    return lambda book: book.remove(book[name])


def row_of(page: str, *words: str) -> int:
    return small().at(page, "omschrijving", *words)[0]


def copied(book: Workbook) -> None:
    book.copy_worksheet(book["Invoer"])


def without_row(book: Workbook) -> None:
    for cell in book["Invoer"][row_of("Invoer", *REGISTER)]:
        cell.value = None


def doubled_row(book: Workbook) -> None:
    """Paste a row below the table, as copying it does."""
    sheet = book["Invoer"]
    for cell in sheet[row_of("Invoer", *REGISTER)]:
        sheet.cell(300, cell.column).value = cell.value


def unknown_row(book: Workbook) -> None:
    """Paste a row below the table and give it another id."""
    sheet = book["Invoer"]
    for cell in sheet[row_of("Invoer", *REGISTER)]:
        sheet.cell(301, cell.column).value = "nieuwe-post" if cell.value == REGISTER[1] else cell.value


def head(value: object, column: int) -> Edit:
    """Change the head over a year of the amounts."""

    def edit(book: Workbook) -> None:
        heads = small().draft.page("Invoer").heads
        number = min(number for number, name in heads.items() if name == ("kostenpost",))
        place = small().at("Invoer", column, *BEHEER)[1]
        book["Invoer"].cell(number, place).value = value  # type: ignore[assignment]

    return edit


def anywhere(value: object, page: str, cell: str) -> Edit:
    def edit(book: Workbook) -> None:
        book[page][cell].value = value

    return edit


def swapped(book: Workbook) -> None:
    """Let two rows change places, as sorting does: formulas do not follow."""
    one, other = row_of("Invoer", *VERNIEUWING), row_of("Invoer", *BEHEER)
    for a, b in zip(book["Invoer"][one], book["Invoer"][other], strict=True):
        a.value, b.value = b.value, a.value


def note_in_range(book: Workbook) -> None:
    """Insert a row between the amounts and type a number in it."""
    row, column = small().at("Invoer", 2027, *REGISTER)
    insert_rows(book, "Invoer", row)
    book["Invoer"].cell(row, column).value = 99


def titled(name: str, title: str) -> Edit:
    """Rename a sheet as a library does: formulas do not follow."""

    def edit(book: Workbook) -> None:
        book[name].title = title

    return edit


def row_below(book: Workbook) -> None:
    """Type a row of our own below the amounts, with a note in another."""
    row = max(number for number, key in small().places.pages["Invoer"].rows.items() if key[:1] == ("bedrag",)) + 1
    sheet = book["Invoer"]
    for column, value in enumerate(("Nieuwe post", "k€", None, None, None, 500, "1.234,5"), start=1):
        sheet.cell(row, column).value = value


def added_sheet(book: Workbook) -> None:
    book.create_sheet("Kladblad")["B2"] = "eigen sommetje"


def times(factor: float, rows: Sequence[str], years: Sequence[int]) -> Edit:
    """Multiply some amounts."""

    def edit(book: Workbook) -> None:
        for ident in rows:
            for year in years:
                row, column = small().at("Invoer", year, "bedrag", ident)
                old = small().places.pages["Invoer"].sheet.cells[row, column].value
                book["Invoer"].cell(row, column).value = float(old) * factor  # type: ignore[arg-type]

    return edit


CASES = (
    Case("blad weg", [removed("Kerncijfers")], [("terug-blad-ontbreekt", "het blad Kerncijfers")], more=True),
    Case(
        "alles verschoven",
        [copied, without_row, head(2099, 2027), swapped],
        [
            ("terug-blad-dubbel", "Invoer Copy: dit is een tweede blad Invoer"),
            ("werkmap-rij-ontbreekt", "bedrag register-bouw"),
            ("werkmap-kolom-ontbreekt", "'2027'"),
            ("terug-kolom-onbekend", "'2099'"),
            ("terug-volgorde", "staan in een andere volgorde"),
        ],
        more=True,
    ),
    Case(
        "waarden",
        [
            put("‒ 6.605", 2027, *VERNIEUWING),
            put("(1.234)", 2028, *VERNIEUWING),
            put("12,5 %", 2030, *VERNIEUWING),
            put(datetime.datetime(2027, 1, 1), 2027, *REGISTER),
            put(YES, 2028, *REGISTER),
            put(2e12, 2029, *REGISTER),
            put(None, 2030, *REGISTER),
            put("‒", 2031, *REGISTER),
            put("veel", 2032, *REGISTER),
            put(None, "doorschuif", *RATES),
            put(1.5, "doorschuif", "rekenwaarde", "register-bouw"),
            put(2.5, "levensduur", *RATES),
            put("1.025", "beheerratio", *RATES),
            put(0, "kostenfactor", *RATES),
            put("misschien", "constante", "telt-mee", "gevraagd"),
            put("niemand", "sleutel", "kostenpost", "portaal-beheer"),
            put(1999, "constante", "scenario", "begrotingsjaar"),
            put(-1, "constante", "parameter", "discontovoet"),
            put("=1/0", 2031, *VERNIEUWING),
        ],
        [
            ("terug-waarde-fout", "Portaal: vernieuwing · 2027: hier staat de waarde '‒ 6.605'"),
            ("terug-waarde-fout", "2028: hier staat de waarde '(1.234)'; verwacht een getal van ten minste 0"),
            ("terug-waarde-fout", "2030: hier staat de waarde '12,5 %'"),
            ("terug-waarde-fout", "'2027-01-01'"),
            ("terug-waarde-fout", "hier staat de waarde WAAR"),
            ("terug-waarde-fout", "waarde 2000000000000; verwacht een getal van hoogstens 1.000.000.000.000"),
            ("terug-cel-leeg", "2030: deze cel is leeggemaakt (er stond 2.000)"),
            ("terug-waarde-fout", "typ 0 als u nul bedoelt"),
            ("terug-waarde-fout", "'veel'"),
            ("terug-cel-leeg", "Portaal: vernieuwing · doorschuif: deze cel is leeggemaakt (er stond 1)"),
            ("terug-waarde-fout", "waarde 1,5; verwacht een getal van ten minste 0 en ten hoogste 1"),
            ("terug-waarde-fout", "dit kan 1,025 zijn en 1.025"),
            ("terug-waarde-fout", "waarde 2,5; verwacht een geheel getal van ten minste 1, of geen"),
            ("terug-waarde-fout", "waarde 0; verwacht een getal groter dan 0"),
            ("terug-waarde-fout", "'misschien'; verwacht een van ja, nee"),
            ("terug-waarde-fout", "'niemand'"),
            ("terug-waarde-fout", "waarde 1999; verwacht een geheel getal van ten minste 2024 en ten hoogste 2034"),
            ("terug-waarde-fout", "waarde -1; verwacht een getal groter dan -1"),
            ("terug-formule-zonder-waarde", "'=1/0'"),
        ],
        [
            ("terug-getal-als-tekst", "'‒ 6.605', gelezen als ‒ 6.605"),
            ("terug-getal-als-tekst", "'(1.234)', gelezen als ‒ 1.234"),
        ],
    ),
    Case(
        "vergrendeld",
        [
            put(4000, 2024, *BEHEER),
            put("1,234", 2029, *VERNIEUWING),
            put(5, "rang", "kostenpost", "portaal-beheer"),
            put(1, "volgorde", "dekkingsbron", "eigen"),
            put("€", "eenheid", *REGISTER),
            put(0.5, 2034, "parameter", "index.later"),
            put(7, "kostenfactor", "rekenwaarde", "portaal-beheer"),
            put(1000, 2027, "behoefte", page="Kerncijfers"),
            put("=1+1", 2028, "dekking", page="Kerncijfers"),
            anywhere("alles in orde", "Controles", "A2"),
            anywhere("alles in orde", "Berekening", "A2"),
        ],
        [
            ("terug-waarde-fout", "dit kan 1,234 zijn en 1.234"),
            ("terug-vast-gewijzigd", "Portaal: beheer · 2024: in deze vergrendelde cel staat de waarde 4000"),
            ("terug-vast-gewijzigd", "rang: in deze vergrendelde cel staat de waarde 5; verwacht de waarde 1"),
            ("terug-vast-gewijzigd", "volgorde: in deze"),
            ("terug-vast-gewijzigd", "'€'"),
            ("terug-vast-gewijzigd", "2034: in deze"),
            ("terug-vast-gewijzigd", "kostenfactor: in deze vergrendelde cel staat de waarde 7; verwacht niets"),
            ("terug-formule-weg", "Behoefte · 2027: hier staat de waarde 1000"),
            ("terug-formule-gewijzigd", "Dekking · 2028: hier staat de formule '=1+1'"),
            ("terug-formule-weg", "Controles"),
            ("terug-formule-weg", "Berekening"),
        ],
        [("terug-opmerking", "A2 'alles in orde'")],
    ),
    Case(
        "rijen erbij en Maatregelen gewijzigd",
        [
            row_below,
            put(3, 2027, "mutatie", "portaal-beheer", page="Maatregelen"),
            put("Andere naam", "omschrijving", "maatregel", page="Maatregelen"),
            anywhere(12, "Maatregelen", "F400"),
        ],
        [
            ("terug-rij-erbij", "'Nieuwe post', "),
            ("terug-rij-erbij", "Maatregelen!400: deze rij is er niet uitgegaan (F400 12)"),
            ("terug-vast-gewijzigd", "stand dataset · 2027: in deze vergrendelde cel staat de waarde 3"),
        ],
        [("terug-tekst-gewijzigd", "'Andere naam'")],
    ),
    Case(
        "rij verwijderd zonder dat formules meeschuiven",
        [lambda book: book["Invoer"].delete_rows(row_of("Invoer", *REGISTER))],
        [("werkmap-rij-ontbreekt", "bedrag register-bouw"), *[("terug-formules-meer", ": in ")] * 5],
    ),
    Case(
        "blad hernoemd zonder dat formules meegaan",
        [titled("Invoer", "Onze cijfers"), put(5, 2027, *BEHEER, page="Onze cijfers")],
        noticed=[("terug-bladnaam-oud", "Onze cijfers: dit blad heeft een andere naam gekregen")],
    ),
    Case(
        "getal in een bereik",
        [note_in_range],
        [("terug-in-bereik", "hier staat de waarde 99, in een bereik")],
    ),
    Case(
        "rij ingevoegd zonder dat formules meeschuiven",
        [lambda book: book["Invoer"].insert_rows(5)],
        [("terug-ingevoegd", "Invoer: rij 5 is ingevoegd (tussen ")],
    ),
    Case(
        "rijen gesorteerd zonder dat formules meegaan",
        [swapped],
        [
            (
                "terug-volgorde",
                "Invoer: de rijen 20 ('Portaal: vernieuwing'), 21 ('Portaal: beheer') staan in een andere",
            )
        ],
    ),
    Case(
        "jaarkoppen verwisseld",
        [head(2028, 2027), head(2027, 2028)],
        [("terug-volgorde", "Invoer: de kolommen G (2028), H (2027) (kop in rij 19) staan in een andere volgorde")],
    ),
    Case(
        "opschriften verwisseld",
        [
            put("Portaal: vernieuwing", "omschrijving", *BEHEER),
            put("Portaal: beheer", "omschrijving", *VERNIEUWING),
        ],
        [
            (
                "terug-opschrift-van-ander",
                "'Portaal: vernieuwing', en dat is het opschrift van een andere rij (die in A",
            ),
            ("terug-opschrift-van-ander", "'Portaal: beheer', en dat is"),
        ],
    ),
    Case(
        "begrotingsjaar als tekst",
        [put("2027", "constante", "scenario", "begrotingsjaar")],
        noticed=[("terug-getal-als-tekst", "'2027', gelezen als 2027")],
    ),
    Case(
        "kolom ingevoegd",
        [lambda book: insert_columns(book, "Berekening", small().at("Berekening", 2028, "ingezet", "extra")[1])],
        [("terug-ingevoegd", "(tussen 2027 en 2028), en in ")],
    ),
    Case(
        "rij ingevoegd in Berekening",
        [lambda book: insert_rows(book, "Berekening", row_of("Berekening", "ingezet", "extra"))],
        noticed=[("terug-controle-verstoord", "de controles in C")],
    ),
    Case(
        "na de horizon",
        [put(0.05, 2032, "parameter", "index.later")],
        [("terug-na-horizon", "parameter index.later houdt in de werkmap vanaf 2033")],
    ),
    Case(
        "eenheid, aandelen, rijen",
        [
            times(1000, ["begroting", "eigen"], [2026]),
            doubled_row,
            unknown_row,
            times(1000, ["portaal-beheer", "portaal-vernieuwing", "register-bouw"], [2027]),
            times(0.001, ["register-beheer"], [2028, 2029, 2030, 2031]),
            put(0.5, "constante", "aandeel", "samen", "", "rijk"),
        ],
        [
            ("terug-eenheid", "kolom 2027 (kostenpost): 3 gewijzigde cellen zijn 1.000 keer zo groot"),
            ("terug-eenheid", "rij Register: beheer: 4 gewijzigde cellen zijn 1.000 keer zo klein"),
            ("terug-eenheid", "kolom 2026 (dekkingsbron): 2 gewijzigde cellen zijn 1.000 keer zo groot"),
            ("werkmap-rij-dubbel", "register-bouw"),
            ("terug-rij-onbekend", "nieuwe-post"),
            ("terug-aandelen", "de aandelen van sleutel samen tellen nu op tot 0,75"),
        ],
    ),
    Case(
        "eenheid van één cel",
        [
            times(1000, ["register-bouw"], [2028]),
            put(2.25, "constante", "parameter", "discontovoet"),
            put(1.75, 2027, "parameter", "index.prijs"),
        ],
        [
            ("terug-eenheid-cel", "van 2.000 naar 2.000.000 is 1.000 keer zo groot"),
            ("terug-eenheid-cel", "van 0,0225 naar 2,25 is 100 keer zo groot"),
            ("terug-eenheid-cel", "naar 1,75 is "),
        ],
    ),
    Case(
        "eenheid klopt",
        [
            times(0.001, ["register-beheer"], [2028, 2029, 2030]),
            times(1000, ["register-bouw"], [2028]),
            put(2.25, "constante", "parameter", "discontovoet"),
        ],
        noticed=[
            ("terug-eenheid", "rij Register: beheer"),
            ("terug-eenheid-cel", "van 2.000 naar 2.000.000 is 1.000 keer zo groot"),
            ("terug-eenheid-cel", "is 100 keer zo groot"),
        ],
        confirmed=True,
    ),
    Case(
        "wat meegedeeld wordt",
        [
            put("€ 1.234,5", 2027, *VERNIEUWING),
            put("lopend", "constante", "scenario", "prijzen"),
            put(0.2, "constante", "parameter", "beheerratio"),
            put("Andere naam", "omschrijving", *BEHEER),
            put("=1000+234.5", 2028, *VERNIEUWING),
            anywhere("let op", "Invoer", "Q250"),
            anywhere("kopie", "Leeswijzer", "A6"),
            anywhere(17, "Leeswijzer", "D30"),
            added_sheet,
            removed("Bronnen"),
        ],
        noticed=[
            ("terug-getal-als-tekst", "'€ 1.234,5', gelezen als 1.234,5"),
            ("terug-prijzen", "op lopend gezet"),
            ("terug-verdeling-vervalt", "parameter ‘"),
            ("terug-tekst-gewijzigd", "'Andere naam'"),
            ("terug-formule-getypt", "'=1000+234.5'"),
            ("terug-opmerking", "Q250 'let op'"),
            ("terug-tekst-gewijzigd", "'kopie' in plaats van"),
            ("terug-opmerking", "D30 17"),
            ("terug-blad-erbij", "Kladblad"),
            ("terug-tekstblad-ontbreekt", "Bronnen"),
        ],
    ),
)
TRIGGERED = {code for case in CASES for code, _ in (*case.refused, *case.noticed)}
# In test_import.py:
TRIGGERED |= {"terug-weerspraak", "terug-formule-verouderd", "terug-zonder-herkomst", "terug-andere-vorm"}
TRIGGERED |= {"terug-andere-dataset", "terug-herkomst-beschadigd"}
# In test_import_remarks.py:
TRIGGERED |= {"terug-opmerking-bij-cel", "terug-opmerkingen-meer"}
# In test_import_stored.py:
TRIGGERED |= {"terug-uitkomst-anders", "terug-uitkomsten-anders", "terug-uitkomsten-oud", "terug-uitkomsten-fout"}
TRIGGERED |= {"terug-uitkomsten-tekst"}
