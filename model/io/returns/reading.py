"""Reads the workbook of a return, whoever saved it and however it was rearranged, with everything found in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from model.errors import InputError, Issue
from model.io.excel.book import Book, Sheet
from model.io.excel.own import read_own
from model.io.returns.contents import Contents
from model.io.returns.findings import Findings
from model.io.returns.hidden import Verborgen, read_hidden
from model.io.returns.identity import Identiteit, identity, report_name, who
from model.io.returns.joined import joined
from model.io.returns.located_rows import located
from model.io.returns.locked import Locked
from model.io.returns.magnitude import report_magnitude
from model.io.returns.places import Rijplaats, places_of
from model.io.returns.remarks import report_remarks
from model.io.returns.sections import Section, by_row, said, sections
from model.io.returns.sent import Sent, sent_to
from model.io.returns.sheets import FEIT, KOP
from model.io.returns.structure import report_structure
from model.io.returns.worked_out import worked_out
from model.returns.basis import versie
from model.returns.bevinding import Bevinding, Vindplaats
from model.returns.opgave import Herkomst, Opgave
from model.returns.ronde import Ronde
from model.text import LANGUAGES, Language, Text, same


@dataclass(frozen=True, slots=True)
class Inzending:
    """A file that was read: the return in it, None where it cannot be understood whole, and what was found.

    `herkomst` is what it says that it is, `ronde` the round as its department was sent it; `issues` are what keeps the
    file from being opened at all. `formules` and `teksten` count amounts that were a formula, or a number as text.
    `plaatsen` says by key where each row stands.
    """

    bestand: str
    herkomst: Herkomst | None = None
    opgave: Opgave | None = None
    ronde: Ronde | None = None
    bevindingen: tuple[Bevinding, ...] = ()
    issues: tuple[Issue, ...] = ()
    formules: int = 0
    teksten: int = 0
    plaatsen: Mapping[str, Rijplaats] = field(default_factory=dict)

    @property
    def geweigerd(self) -> bool:
        """Return whether nothing of the file is taken over."""
        return self.opgave is None


def read_return(path: Path, ronde: Ronde | None = None) -> Inzending:
    """Return what a file says; against `ronde`, or else against the round that it carries along itself."""
    try:
        book = read_own(path, comments=True)
    except InputError as error:
        return Inzending(path.name, issues=error.issues)
    return read_book_of_return(book, ronde, path)


def read_book_of_return(book: Book, ronde: Ronde | None = None, path: Path | None = None) -> Inzending:
    """Return what a workbook says; as `read_return`. `path` is where LibreOffice finds it, to work out formulas."""
    findings = Findings(book.file)
    secret = _hidden(book)
    kept = Verborgen({}, None, None) if secret is None else read_hidden(_words(secret))
    visible = Book(book.file, tuple(sheet for sheet in book.sheets if sheet is not secret), book.properties)
    first = sections(visible, {})
    origin = _origin(identity(book, first), findings)
    sent = None if origin is None else _sent(origin, kept, ronde, first, findings)
    if origin is None or sent is None:
        return Inzending(book.file, origin, bevindingen=tuple(findings.found))
    _report_hidden(secret, kept, findings)
    return _read(visible, origin, sent, findings, path)


def _read(book: Book, origin: Herkomst, sent: Sent, findings: Findings, path: Path | None) -> Inzending:
    findings.sent = sent
    found = sections(book, sent.heads)
    place = located(found, sent, origin, findings)
    report_structure(book, found, place, sent, findings)
    if not findings.has("lees-sleutels-verschoven"):  # nothing then stands where its key says
        Locked(book, found, place, sent, findings).report()
    report_remarks(book, place, sent, findings)
    contents = Contents(place, sent, findings, worked_out(path, place))
    opgave = contents.read(origin)
    report_magnitude(opgave, place, sent, findings)
    return Inzending(
        book.file,
        origin,
        None if findings.refused else opgave,
        sent.ronde,
        joined(opgave, place, sent, findings),
        formules=contents.formulas,
        teksten=contents.texts,
        plaatsen=places_of(place),
    )


def _hidden(book: Book) -> Sheet | None:
    """Return the sheet that says what was sent, whatever it is called."""
    for sheet in book.sheets:
        for (row, column), cell in sheet.cells.items():
            following = sheet.cells.get((row, column + 1))
            if cell.value == KOP and following is not None and following.value == FEIT:
                return sheet
    return None


def _words(sheet: Sheet) -> list[list[str]]:
    rows = by_row(sheet).values()
    return [
        [_word(cells[column].value) if column in cells else "" for column in range(1, max(cells) + 1)] for cells in rows
    ]


def _word(value: object) -> str:
    return "" if value is None else str(value)


def _origin(found: Identiteit, findings: Findings) -> Herkomst | None:
    """Return which return it is; report where nothing says so, or not everything says the same."""
    if not found.stemmen:
        findings.add("lees-geen-opgave")
        return None
    against = [stem for stem in found.tegen if stem.at is not None or not stem.blad or found.herkomst is None]
    if against:
        told = [_vote(stem.blad, stem.herkomst) for stem in found.stemmen]
        every = Text(*("; ".join(dict.fromkeys(text.say(each) for text in told)) for each in LANGUAGES))
        findings.add("lees-kenmerk-tegenstrijdig", Vindplaats(against[0].blad), found=every)
    return found.herkomst


def _vote(blad: str, herkomst: Herkomst) -> Text:
    says = f"{herkomst.departement}, {herkomst.ronde}"
    where = Text(blad, blad) if blad else Text("documenteigenschappen", "document properties")
    return Text(f"{where.nl}: {says}", f"{where.en}: {says}")


def _sent(
    origin: Herkomst, kept: Verborgen, ronde: Ronde | None, found: list[Section], findings: Findings
) -> Sent | None:
    """Return what was sent: as the file itself carries it, else as the round in the folder says.

    What the ICT-dashboard and the JBR list is never sent: that is as the folder says.
    """
    if ronde is not None:
        if (ronde.editie.nummer, ronde.naam.replace("|", "/")) != who(origin)[:2] or (
            origin.departement not in ronde.departementen
        ):
            told = _edition(origin.ronde, origin.editie, same(origin.departement))
            expected = _edition(ronde.naam, ronde.editie.nummer, _OURS)
            findings.add("lees-andere-ronde", found=told, expected=expected)
            return None
        report_name(origin, ronde, findings)
    base = kept.ronde if kept.ronde is not None and origin.departement in kept.ronde.departementen else ronde
    if base is None:
        findings.add("lees-zonder-basis")
        return None
    if ronde is not None:
        now = versie(ronde, origin.departement)
        if origin.basis != now:
            code = "lees-basis-onbekend" if base is ronde else "lees-basis-verouderd"
            findings.add(code, found=same(origin.basis), expected=same(now))
        base = replace(base, dashboard=ronde.dashboard, jbr=ronde.jbr)
    language = _language(kept.feiten, base, origin.departement, found)
    return sent_to(base, origin.departement, language, kept.feiten.get("programma", ""))


_OURS = Text("een van haar departementen", "one of its departments")


def _edition(ronde: str, editie: str | int, departement: Text) -> Text:
    """Return of which round, edition and department a return is."""
    return Text(f"{ronde}, editie {editie}, {departement.nl}", f"{ronde}, edition {editie}, {departement.en}")


def _language(facts: Mapping[str, str], ronde: Ronde, departement: str, found: list[Section]) -> Language:
    """Return the language of a workbook: as it says itself, else the one in which most heads are known."""
    for language in LANGUAGES:
        if facts.get("taal") == language:
            return language
    heads = {said(cell).casefold() for section in found for cell in section.heads.values()}
    return max(LANGUAGES, key=lambda each: len(heads & set(sent_to(ronde, departement, each).heads)))


def _report_hidden(secret: Sheet | None, kept: Verborgen, findings: Findings) -> None:
    if secret is None:
        findings.add("lees-verborgen-weg")
    elif not kept.heel and not findings.has("lees-basis-onbekend"):
        findings.add("lees-verborgen-gewijzigd", Vindplaats(secret.name))
