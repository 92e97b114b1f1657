"""Scenarios side by side, as the page Vergelijken shows them: who takes part, what is said, which figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from dash_app.beeld import Beeld
from dash_app.context import Context, Uitkomst
from dash_app.eenheden import verschil, verschilt
from dash_app.figures.naast_elkaar import naast_elkaar
from dash_app.foutzinnen import Namen, namen_van
from dash_app.gevraagd import in_scenario
from dash_app.staat import Staat
from dash_app.werkbank.kaarten import fout
from dash_app.woorden import GEWIJZIGD, genoemd
from model.bridge import one_value
from model.comparison import Columns
from model.differences import input_differences
from model.errors import InputError, Issue
from model.indicators import INDICATORS
from model.result import Result
from model.side_by_side import (
    MARKS,
    Marked,
    all_differences,
    all_levels,
    common_basis,
    common_columns,
    indicator_differences,
    indicator_levels,
)
from model.tables import Line, Prices, Table
from model.text import LANGUAGES, Language, Text

_NIET = Text(
    "{wie} kan niet worden doorgerekend en staat er daarom niet bij: {wat}",
    "{wie} cannot be worked out and is therefore left out: {wat}",
)
_GEEN_JAAR = Text(
    "De horizons hebben geen jaar gemeen: er is niets te vergelijken.",
    "The horizons have no year in common: there is nothing to compare.",
)
_ALLEEN = Text("Kies een scenario om mee te vergelijken.", "Choose a scenario to compare with.")
_GEEN = Text("geen", "none")
_LEEG = Text("", "")


@dataclass(frozen=True, slots=True)
class Deelnemer:
    """A scenario that takes part, with the letter that it goes by; `verwijzing` is empty for the open one.

    `gezegd` is what is wrong with it, or what its reader should know.
    """

    mark: str
    naam: str
    verwijzing: str
    uitkomst: Uitkomst | None
    gezegd: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """Scenarios in prices of one year; `marked` are those that could be worked out, the first is compared with."""

    deelnemers: tuple[Deelnemer, ...]
    gegeven: tuple[Result, ...]
    marked: tuple[Marked, ...]
    columns: Columns
    namen: Namen

    @property
    def jaren(self) -> tuple[int, ...]:
        """Return the years that all have, shown or not."""
        return common_columns([each.result for each in self.marked], "alle").years if self.marked else ()


def vergelijk(context: Context, staat: Staat) -> Vergelijking:
    """Return the scenarios of a window side by side."""
    naam, namen = genoemd(staat.werk.naam, staat.taal), namen_van(context.baseline)
    label = f"{naam} ({GEWIJZIGD.say(staat.taal)})" if staat.gewijzigd else naam
    deelnemers = [Deelnemer(MARKS[0], label, "", context.uitkomst(staat.werk))]
    for mark, ref in zip(MARKS[1:], staat.naast, strict=False):
        deelnemers.append(_deelnemer(context, mark, ref))
    found = [(each, each.uitkomst.werk, each.uitkomst.result) for each in deelnemers if each.uitkomst is not None]
    given = tuple(result for _, _, result in found if result is not None)
    if not given:
        return Vergelijking(tuple(deelnemers), (), (), Columns(()), namen)
    base = given[0].begrotingsjaar
    marked = tuple(
        Marked(each.mark, result, in_scenario(each.mark, each.verwijzing, base))
        for each, werk, _ in found
        if (result := context.in_jaar(werk, base)) is not None
    )
    columns = common_columns([each.result for each in marked], staat.jaren)
    return Vergelijking(tuple(deelnemers), given, marked, columns, namen)


def _deelnemer(context: Context, mark: str, ref: str) -> Deelnemer:
    try:
        opened = context.open(ref)
    except InputError as error:
        return Deelnemer(mark, ref, ref, None, _gezegd(error.issues))
    noticed = _gezegd(opened.opgemerkt)
    return Deelnemer(mark, opened.werk.naam, opened.verwijzing, context.uitkomst(opened.werk), noticed)


def _gezegd(issues: Iterable[Issue]) -> tuple[Text, ...]:
    return tuple(Text(issue.say("nl"), issue.say("en")) for issue in issues)


def woorden(made: Vergelijking, taal: Language) -> dict[str, Any]:
    """Return what is said above the figures: who cannot be worked out, on which basis, and which inputs differ."""
    told = [
        _niet(each, made.namen, taal)
        for each in made.deelnemers
        if each.uitkomst is None or each.uitkomst.result is None
    ]
    told += [text.say(taal) for each in made.deelnemers if each.uitkomst is not None for text in each.gezegd]
    if made.gegeven and not made.columns.picked:
        told.append(_GEEN_JAAR.say(taal))
    elif made.gegeven:
        told += [text.say(taal) for text in common_basis(made.gegeven, made.columns)]
    if len(made.deelnemers) == 1:
        told.append(_ALLEEN.say(taal))
    first = made.gegeven[:1]
    pairs = zip(made.marked[1:], made.gegeven[1:], strict=True) if first else ()
    return {
        "vergelijken-melding": [{"kop": "", "regels": told}] if told else [],
        "vergelijken-invoer": [
            {
                "kop": f"{made.marked[0].mark} → {each.label.say(taal)}",
                "regels": [
                    _regel(text.say(taal))
                    for text in input_differences(first[0], result, (made.marked[0].mark, each.mark))
                ],
            }
            for each, result in pairs
        ],
    }


def _regel(tekst: str) -> dict[str, Any]:
    """Return a difference as a list draws it: what it is about, and each field of it below that."""
    first, *parts = tekst.split(" · ")
    return {"tekst": first, "delen": parts}


def _niet(each: Deelnemer, namen: Namen, taal: Language) -> str:
    told = [text.say(taal) for text in each.gezegd]
    if each.uitkomst is not None:
        told = [_fout(issue, namen, taal) for issue in each.uitkomst.issues]
    return _NIET.say(taal, wie=f"{each.mark} · {each.naam}", wat=" ".join(told))


def _fout(issue: Issue, namen: Namen, taal: Language) -> str:
    """Return an issue as the workbench says it, after the measure and the field that it is about."""
    said, measure = fout(issue, namen, taal), issue.place.path.partition(" · ")[0]
    return ": ".join(filter(None, [measure, said["label"], said["tekst"]]))


def beelden(made: Vergelijking, ident: str, prices: Prices) -> list[Beeld]:
    """Return the figures of the page in reading order."""
    marked, columns = made.marked, made.columns
    levels, changes = (
        indicator_levels(marked, ident, prices, columns),
        indicator_differences(marked, ident, prices, columns),
    )
    standen, mutaties = all_levels(marked, prices, columns), all_differences(marked, prices, columns)
    meaning = INDICATORS[ident].meaning
    first = Text(f"{meaning.nl.capitalize()}.", f"{meaning.en.capitalize()}.")
    years, there = columns.picked, made.jaren
    one = (years[-1:], ()) if one_value(ident) else (years, there)
    return [
        Beeld(levels.title, first, levels, naast_elkaar, *one),
        Beeld(changes.title, _grootste(changes), changes, None, *one),
        Beeld(standen.title, _LEEG, standen, None, years, there),
        Beeld(mutaties.title, _LEEG, mutaties, None, years, there),
    ]


def _grootste(changes: Table) -> Text:
    """Return in words where each result differs most from the first."""
    most = [(line, int(np.argmax(np.abs(np.nan_to_num(line.values))))) for line in changes.lines]
    if not any(verschilt(line, column) for line, column in most):
        return Text("Geen verschil.", "No difference.")
    nl, en = ("; ".join(_verschil(line, changes, column, taal) for line, column in most) for taal in LANGUAGES)
    return Text(f"Het grootste verschil: {nl}.", f"The largest difference: {en}.")


def _verschil(line: Line, changes: Table, column: int, taal: Language) -> str:
    most = f"{verschil(line, column, taal)} ({changes.columns[column].say(taal)})"
    return f"{line.label.say(taal)}, {most if verschilt(line, column) else _GEEN.say(taal)}"
