"""`dekking uitvraag voeg-samen`: the returns of a round brought together to one total, with what it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from model.cli.terminal import Progress, heading, say, sentences
from model.errors import InputError, Issue, Place, shown
from model.io.results import refuse_existing
from model.io.returns.conflict_words import waar
from model.io.returns.decisions import decisions_in, read_decisions
from model.io.returns.labels import item_woorden, kolom_woorden
from model.io.returns.many import read_returns
from model.io.returns.merged import Bijeen, Melding, Uitslag, bring_together
from model.io.returns.merged_writer import paths_of, write_merged
from model.io.returns.overview import headlines
from model.io.returns.reading import Inzending
from model.io.returns.round_reader import read_ronde
from model.returns.bevinding import ERNSTEN
from model.returns.conflict import Conflict
from model.text import LANGUAGES, Language, Text, number

_NONE = Text("geen opgave ontvangen", "no return received")
_FILES = Text("bestanden: {files}", "files: {files}")
_CONFLICTS = Text("conflicten: {open} open, {settled} beslist", "conflicts: {open} open, {settled} decided")
_FINDINGS = Text("bevindingen: {found}; {explained} uitgelegd", "findings: {found}; {explained} explained")
_REMOVED = Text("verwijderd: {count} posten of rijen", "removed: {count} posts or rows")
_OPEN = Text("open conflict: {place}", "open conflict: {place}")
_UNUSED = Text("besluit zonder conflict: {departement}, {place}", "decision without a conflict: {departement}, {place}")
_REFUSED = Text("Geweigerd: niets van deze bestanden is overgenomen", "Refused: nothing of these files was taken over")
_TOTALS = Text("Totalen {year}", "Totals {year}")
_WRITTEN = Text("geschreven: {path}", "written: {path}")
_ABSENT = Text(
    "{absent} van {asked} departementen hebben niet geantwoord", "{absent} of {asked} departments did not answer"
)
_MOST = 10  # of one kind and department that are printed; all stand in the tables
_MORE = Text("en nog {count}, zie {file}", "and {count} more, see {file}")


def uitvraag_voeg_samen(
    *, files: Sequence[Path], ronde: Path, out: Path, besluiten: Path | None, force: bool, language: Language
) -> int:
    """Read, merge, write and print; return 0, or 1 where a file was refused or errors or conflicts are open.

    What did not come is printed last, and does not count: the code is about what came in.
    """
    found = read_ronde(ronde)
    files = list({path.resolve(): path for path in files}.values())  # a file that is named twice is one
    _check_names(files)
    refuse_existing(paths_of(found, out).values(), force=force)
    decided = decisions_in(ronde, found) if besluiten is None else read_decisions(besluiten, found)
    progress, handed_in = Progress(len(files)), []
    for each in read_returns(files, ronde, found):
        handed_in.append(each)
        progress.begin(each.bestand)
    uitslag = bring_together(found, handed_in, decided, language)
    written = write_merged(uitslag, out, language, force=force)
    _tell(uitslag, language)
    for path in written:
        say(_WRITTEN.say(language, path=path))
    absent = len(found.departementen) - len(uitslag.departementen)
    if absent:
        say(_ABSENT.say(language, absent=absent, asked=len(found.departementen)))
    return 0 if uitslag.klaar else 1


def _check_names(files: Sequence[Path]) -> None:
    """Refuse two files of one name: of no figure could be said where it stands."""
    double = [name for name, count in Counter(path.name for path in files).items() if count > 1]
    if double:
        raise InputError([Issue("samen-naam-dubbel", Place(name), {"found": shown(name)}) for name in double])


def _tell(uitslag: Uitslag, language: Language) -> None:
    for notice in uitslag.ronde.notices:
        say(notice.say(language))
    for ident, departement in uitslag.ronde.departementen.items():
        say(departement.naam)
        bijeen = uitslag.departementen.get(ident)
        say(sentences(_departement(uitslag, bijeen) if bijeen is not None else [_NONE], language))
    if uitslag.geweigerd:
        say()
        say(heading(_REFUSED.say(language)))
        say(sentences([each for file in uitslag.geweigerd for each in _reasons(file)], language))
    unused = [_both(_UNUSED, departement=who, place=place.tekst()) for who, place in uitslag.overbodig]
    if unused:
        say()
        say(sentences(unused, language))
    say()
    say(heading(_TOTALS.say(language, year=uitslag.ronde.jaar)))
    say(sentences(headlines(uitslag), language))
    say()


def _departement(uitslag: Uitslag, bijeen: Bijeen) -> Iterator[Text]:
    """Yield what is told of a department that answered: its files, conflicts and findings."""
    merged = bijeen.samenvoeging
    yield _both(_FILES, files=", ".join(each.bestand for each in bijeen.inzendingen))
    if merged.conflicten or merged.beslecht:
        yield _both(_CONFLICTS, open=len(merged.conflicten), settled=len(merged.beslecht))
        for each in merged.conflicten[:_MOST]:
            yield _both(_OPEN, place=Text(*(_where(each, uitslag, bijeen, lang) for lang in LANGUAGES)))
        if len(merged.conflicten) > _MOST:
            yield _both(_MORE, count=len(merged.conflicten) - _MOST, file="conflicten.csv")
    if merged.verwijderd:
        yield _both(_REMOVED, count=len(merged.verwijderd))
    yield _counted(bijeen.meldingen)


def _where(conflict: Conflict, uitslag: Uitslag, bijeen: Bijeen, language: Language) -> str:
    """Return where a conflict stands: the cell, and in words; the row alone where all of it is meant."""
    row = item_woorden(conflict.plek, bijeen.opgave.posten, uitslag.ronde, language)
    cell = waar(conflict, bijeen.inzendingen)
    return ", ".join(filter(None, (cell, row, kolom_woorden(conflict.plek, uitslag.ronde, language))))


def _counted(told: Sequence[Melding]) -> Text:
    count = Counter(each.bevinding.ernst for each in told if each.bevinding.open)
    explained = sum(not each.bevinding.open for each in told)
    found = [
        ", ".join(f"{number(count[e], lang)} {name.say(lang)}" for e, name in ERNSTEN.items()) for lang in LANGUAGES
    ]
    return _both(_FINDINGS, found=Text(*found), explained=explained)


def _reasons(file: Inzending) -> Iterator[Text]:
    """Yield why a file was refused."""
    for issue in file.issues:
        yield Text(*(issue.say(language) for language in LANGUAGES))
    for found in file.bevindingen:
        if found.weigert:
            place = " · ".join(filter(None, (file.bestand, found.vindplaats.zeg())))
            yield Text(*(f"{place}: {found.zin(language)}" for language in LANGUAGES))


def _both(text: Text, **values: object) -> Text:
    return text.filled(**values)
