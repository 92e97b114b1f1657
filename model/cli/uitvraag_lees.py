"""`dekking uitvraag lees`: returns that came back, read with everything that was found in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from model.cli.terminal import Progress, heading, say, sentences
from model.errors import InputError, Issue, Place, shown
from model.io.results import refuse_existing
from model.io.returns.handed_in import paths_of, several, write_handed_in
from model.io.returns.reading import Inzending, read_return
from model.io.returns.round_reader import read_ronde
from model.io.returns.tables import OPGAVEN
from model.returns.bevinding import ERNSTEN, Bevinding
from model.returns.opgave import Opgave
from model.returns.terms import STATEN
from model.text import Language, Text, number

_ABOUT = Text(
    "{departement}, {ronde}, editie {editie}, basis {basis}", "{departement}, {ronde}, edition {editie}, base {basis}"
)
_COUNTS = Text(
    "{posts} posten, {rows} rijen, {cells} cellen: {states}", "{posts} posts, {rows} rows, {cells} cells: {states}"
)
_READ = Text(
    "{formulas} cellen met een formule, {texts} getallen als tekst", "{formulas} cells with a formula, {texts} as text"
)
_REFUSED = Text("Geweigerd: niets van dit bestand is overgenomen.", "Refused: nothing of this file was taken over.")
_NOTHING = Text("Niets gevonden.", "Nothing found.")
_EXPLAINED = Text("uitgelegd door het departement", "explained by the department")
_SEVERAL = Text(
    "{departement}: meer dan één opgave, niet in {file}; voeg ze samen met dekking uitvraag voeg-samen",
    "{departement}: more than one return, not in {file}; merge them with dekking uitvraag voeg-samen",
)
_WRITTEN = Text("geschreven: {path}", "written: {path}")
_MOST = 25  # of one severity that are printed; all stand in bevindingen.csv
_MORE = Text("en nog {count}, zie bevindingen.csv (--out)", "and {count} more, see bevindingen.csv (--out)")
REFUSED, WRONG = 2, 1


def uitvraag_lees(
    *, files: Sequence[Path], ronde: Path | None, out: Path | None, force: bool, language: Language
) -> int:
    """Read, print and write; return 0, 1 where a return has errors, 2 where one was refused."""
    found = read_ronde(ronde) if ronde is not None else None
    _check_names(files)
    if out is not None:
        refuse_existing(paths_of([Inzending(path.name) for path in files], out).values(), force=force)
    progress, handed_in = Progress(len(files)), []
    for path in files:
        progress.begin(path.name)
        handed_in.append(read_return(path, found))
    for each in handed_in:
        _tell(each, language)
    if out is not None:
        for departement in several(handed_in):
            say(_SEVERAL.say(language, departement=departement, file=OPGAVEN.file))
        for path in write_handed_in(handed_in, out, language, force=force):
            say(_WRITTEN.say(language, path=path))
    if any(each.geweigerd for each in handed_in):
        return REFUSED
    return WRONG if any(found.ernst == "fout" for each in handed_in for found in each.bevindingen) else 0


def _check_names(files: Sequence[Path]) -> None:
    """Refuse two files of one name, for their findings would have one name too."""
    double = [name for name, count in Counter(path.stem.casefold() for path in files).items() if count > 1]
    if double:
        raise InputError([Issue("lees-naam-dubbel", Place(name), {"found": shown(name)}) for name in double])


def _tell(each: Inzending, language: Language) -> None:
    say(heading(each.bestand))
    if each.herkomst is not None:
        origin = each.herkomst
        told = {"departement": origin.departement, "ronde": origin.ronde}
        say(_ABOUT.say(language, **told, editie=origin.editie, basis=origin.basis))
    if each.opgave is not None:
        say(_counted(each.opgave, language))
    if each.formules or each.teksten:
        counts = {"formulas": number(each.formules, language), "texts": number(each.teksten, language)}
        say(_READ.say(language, **counts))
    if each.geweigerd:
        say(_REFUSED.say(language))
    if each.issues:
        say(sentences([Text(issue.say("nl"), issue.say("en")) for issue in each.issues], language))
    elif not each.bevindingen:
        say(_NOTHING.say(language))
    _findings(each.bevindingen, language)
    say()


def _findings(found: Sequence[Bevinding], language: Language) -> None:
    for ernst, name in ERNSTEN.items():
        _part(name, [each for each in found if each.open and each.ernst == ernst], language)
    _part(_EXPLAINED, [each for each in found if not each.open], language)


def _part(name: Text, found: Sequence[Bevinding], language: Language) -> None:
    if found:
        say()
        say(f"{name.say(language).capitalize()} ({number(len(found), language)})")
        told = [_sentence(each) for each in found[:_MOST]]
        if len(found) > _MOST:
            more = len(found) - _MOST
            told.append(Text(*(_MORE.say(each, count=number(more, each)) for each in ("nl", "en"))))
        say(sentences(told, language))


def _sentence(found: Bevinding) -> Text:
    place = found.vindplaats.zeg()
    said = [f"{place}: {found.zin(each)}" if place else found.zin(each) for each in ("nl", "en")]
    return Text(*(f"{text} [{found.uitleg}]" if found.uitleg else text for text in said))


def _counted(opgave: Opgave, language: Language) -> str:
    states: Counter[str] = Counter(cel.staat for regel in opgave.regels.values() for cel in regel.voluit)
    listed = ", ".join(f"{number(states[staat], language)} {STATEN[staat].naam.say(language)}" for staat in STATEN)
    sizes = {"posts": len(opgave.posten), "rows": len(opgave.regels), "cells": sum(states.values())}
    return _COUNTS.say(language, states=listed, **{name: number(size, language) for name, size in sizes.items()})
