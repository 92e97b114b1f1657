"""What `dekking import-begroting` says at the end: whether totals are met, what was left out, and the exit code."""

from __future__ import annotations

import re
from collections.abc import Sequence

from model.cli.terminal import say, sentences
from model.errors import Issue
from model.io.begroting.choice import Choice
from model.io.begroting.reading import Budget
from model.io.begroting.reconciliation import Compared
from model.io.begroting.report import off, said
from model.io.begroting.sources import Selection
from model.io.begroting.telling import numbered
from model.text import Language, Text

_MOST = 40
_ADVICE = re.compile(r"(?:[.,;] [^.]*?)?,? ?\b(?:of|or)(?: geef| use)? --overslaan\b.*$", re.DOTALL)


def reconciled(budget: Budget, choice: Choice, language: Language) -> list[Compared]:
    """Say which of the file's own totals are not met, and return those of the amounts that can be taken over."""
    kinds = ("U", "O", "") if choice.ontvangsten else ("U", "")
    every = off(budget, ("U", "V", "O", ""))
    apart = [compared for compared in every if compared.line.soort in kinds]
    beside = [compared for compared in every if compared.line.soort not in kinds]
    totals = {check.total.soort for group in budget.groups for check in group.sums.checks}
    totals |= {line.soort for line in budget.wider}
    if not totals:
        say((_UNREAD if budget.doubts else _NONE).say(language))
    elif not totals & set(kinds):
        say(_NONE_TAKEN.say(language))
    elif not apart:
        say((_BESIDE if beside else _ALL).say(language))
    if beside:
        say(sentences([numbered(_OTHERS, len(beside)), *(said(compared) for compared in beside[:3])], language))
    say(sentences((said(compared) for compared in apart[:_MOST]), language))
    if len(apart) > _MOST:
        say(Text("… en nog {n}", "… and {n} more").say(language, n=len(apart) - _MOST))
    for item in budget.broken[:_MOST]:
        place = item.line.grid.spot(item.line.row, item.column.at, item.column.head)
        text = Text(
            "SLUIT NIET AAN · {place}: vorige stand plus mutaties is {found:.0f}, de kolom geeft {stated:.0f}",
            "DOES NOT RECONCILE · {place}: earlier level plus mutations is {found:.0f}, the column gives {stated:.0f}",
        )
        say(text.say(language, place=place, found=item.found, stated=item.stated))
    return apart


def not_reconciled(count: int, language: Language) -> list[Compared]:
    """Say that nothing was reconciled, because of `count` cells that were not read; return that no total is off."""
    say(numbered(_NOT_READ, count).say(language))
    return []


_NOT_READ = Text(
    "[cel is|cellen zijn] nog niet te lezen: daarom is nog niets opgeteld of aangesloten op de eigen totalen.",
    "[cell|cells] cannot be read yet: so nothing was added up or reconciled with the file's own totals.",
)
_UNREAD = Text(
    "Er is geen eigen totaal gelezen om op aan te sluiten.", "No total of the file itself was read to reconcile with."
)
_NONE_TAKEN = Text(
    "Het bestand heeft geen eigen totalen van wat kan worden overgenomen.",
    "The file has no totals of its own of what can be taken over.",
)
_NONE = Text(
    "Het bestand heeft geen eigen totalen om op aan te sluiten.",
    "The file has no totals of its own to reconcile with.",
)
_ALL = Text("Alle eigen totalen van het bestand sluiten aan.", "All totals of the file itself reconcile.")
_BESIDE = Text("De eigen totalen van de uitgaven sluiten aan.", "Its own totals of uitgaven (spending) reconcile.")
_OTHERS = Text(
    "[eigen totaal|eigen totalen] van verplichtingen of ontvangsten, die niet worden overgenomen, [sluit|sluiten] niet"
    " aan:",
    "own [total|totals] of commitments or receipts, which are not taken over, [does|do] not reconcile:",
)


def left_out(budget: Budget, chosen: Selection, issues: Sequence[Issue], choice: Choice, language: Language) -> None:
    """Say which rows were not selected, and with `--overslaan` what was left out."""
    for option, count in budget.left_out.items():
        rows = numbered(Text("[rij|rijen]", "[row|rows]"), count).say(language)
        say(
            Text("niet gekozen met {option}: {rows}", "not selected by {option}: {rows}").say(
                language, option=option, rows=rows
            )
        )
    if (rest := _unchosen(chosen, choice)) and chosen.sources:
        text = Text("niet gekozen met --fase: {stands}", "not selected by --fase: {stands}")
        say(text.say(language, stands=", ".join(rest)))
    for issue in [*budget.unread, *issues] if choice.overslaan else ():
        told = _ADVICE.sub("", issue.say(language))
        say(Text("weggelaten · {issue}", "left out · {issue}").say(language, issue=told))


def _unchosen(chosen: Selection, choice: Choice) -> list[str]:
    """Return the publications in the file of which nothing was taken over, where a phase was chosen."""
    taken = {money.moment.stand for source in chosen.sources for money in source.amounts.values()}
    return [stand for stand in chosen.stands if stand not in taken] if choice.fase is not None else []


def outcome(apart: Sequence[Compared], budget: Budget, chosen: Selection, *, taken: bool, language: Language) -> int:
    """Return 1 where totals are not met; `taken` over without what is off, only those of what was taken over count."""
    if not taken:
        return 1 if apart or budget.broken else 0
    gone = {(line.grid.sheet, line.row) for group in chosen.off for line in group.lines}
    chapters = {group.first.hoofdstuk for group in chosen.off}
    lines = [compared.line for compared in apart] + [item.line for item in budget.broken]
    kept = [line for line in lines if (line.grid.sheet, line.row) not in gone]
    kept = [
        line
        for line in kept
        if line.of == "artikel" or not (chapters if line.of == "rijk" else chapters & {line.hoofdstuk})
    ]
    if lines and not kept:
        say(
            Text(
                "Wat niet aansluit is weggelaten; wat is overgenomen sluit aan.",
                "What does not reconcile was left out; what was taken over reconciles.",
            ).say(language)
        )
    return 1 if kept else 0
