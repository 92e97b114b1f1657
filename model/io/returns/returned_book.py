"""The workbook of findings that goes back to a department: a row per finding, with a column for its answer."""

from __future__ import annotations

from collections.abc import Sequence

from model.io.excel.frame import Frame
from model.io.excel.layout import Item, Page, Row
from model.io.excel.manuscript import Manuscript
from model.io.excel.paper import ROW, text_height
from model.io.returns.reading import Inzending
from model.returns.bevinding import ERNSTEN, Bevinding, Ernst
from model.text import Language, Text

_TITLE = Text("Bevindingen bij {file}", "Findings in {file}")
_SHEET = Text("Bevindingen", "Findings")
_FICTION = Text("FICTIEF: namen en bedragen zijn verzonnen. ", "FICTIEF: names and amounts are invented. ")
_ABOUT = Text(
    "Herstel fouten in uw eigen werkmap en stuur haar opnieuw; beantwoord vragen hier of in de kolom opmerking.",
    "Mend errors in your own workbook and send it again; answer questions here or in the column of remarks.",
)
_REFUSED = Text(
    "De opgave is niet overgenomen: zij is niet in haar geheel te begrijpen.",
    "The return was not taken over: it cannot be understood whole.",
)
_TAKEN = Text("De opgave is overgenomen.", "The return was taken over.")
_NOTHING = Text("Er is niets gevonden.", "Nothing was found.")
_HEADS = (
    (Text("nr", "no"), 5.0), (Text("ernst", "severity"), 13.0), (Text("blad", "sheet"), 16.0),
    (Text("cel", "cell"), 7.0), (Text("rij", "row"), 30.0), (Text("kolom", "column"), 16.0),
    (Text("gevonden", "found"), 44.0), (Text("verwacht", "expected"), 34.0),
    (Text("wat te doen", "what to do"), 40.0), (Text("uitgelegd", "explained"), 24.0),
    (Text("uw antwoord", "your answer"), 30.0),
)  # fmt: skip
_LOOKS: dict[Ernst, str] = {"fout": "alarm", "waarschuwing": "wrap", "vraag": "wrap"}


def findings_book(sent_in: Inzending, language: Language) -> Manuscript:
    """Return the workbook of findings of a file; every text in it is text, whatever it begins with."""
    title = _TITLE.say(language, file=sent_in.bestand)
    frame = Frame(0, 0, 0, 0, 0, language)
    widths = {at: width for at, (_, width) in enumerate(_HEADS, start=1)}
    page = Page(_SHEET.say(language), frame, widths=widths, last=len(_HEADS), freeze=(4, 0), verdicts=[])
    page.add(Row(items={1: Item(title, style="title")}, height=24))
    fiction = _FICTION.say(language) if sent_in.ronde is not None and sent_in.ronde.fictief else ""
    taken = (_REFUSED if sent_in.geweigerd else _TAKEN).say(language)
    page.add(Row(items={1: Item(f"{fiction}{taken}", style="fiction" if fiction or sent_in.geweigerd else "small")}))
    page.add(Row(items={1: Item((_ABOUT if rows_of(sent_in, language) else _NOTHING).say(language), style="small")}))
    page.add(Row(items={at: Item(head.say(language), style="column") for at, (head, _) in enumerate(_HEADS, start=1)}))
    page.repeat = 4
    for number, (ernst, words) in enumerate(rows_of(sent_in, language), start=1):
        page.add(_row(number, ernst, words, widths, language))
    if page.next > 5:
        page.filter = f"A4:K{page.next - 1}"
    return Manuscript({page.name: page}, language, title, "Dekking")


def rows_of(sent_in: Inzending, language: Language) -> list[tuple[Ernst, tuple[str, ...]]]:
    """Return what is told of each finding: severity, place, what was found, expected and to be done, explanation."""
    refused: list[tuple[Ernst, tuple[str, ...]]] = [
        ("fout", ("", "", "", "", issue.say(language), "", "", "")) for issue in sent_in.issues
    ]
    return refused + [(each.ernst, _words(each, language)) for each in sent_in.bevindingen]


def _words(found: Bevinding, language: Language) -> tuple[str, ...]:
    return (*found.vindplaats, *found.delen(language), found.uitleg)


def _row(number: int, ernst: Ernst, words: Sequence[str], widths: dict[int, float], language: Language) -> Row:
    items = {1: Item(number, style="step"), 2: Item(ERNSTEN[ernst].say(language), style=_LOOKS[ernst])}
    items |= {at: Item(word, style="wrap") for at, word in enumerate(words, start=3)}
    items[len(_HEADS)] = Item(None, style="entry-wrap", open=True)
    height = max(ROW, *(text_height(word, widths[at]) for at, word in enumerate(words, start=3)))
    return Row(items=items, height=height)
