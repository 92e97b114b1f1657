"""Everything that was taken for something, left out or not counted while reading a budget file, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from model.errors import Issue
from model.io.begroting.lines import Line
from model.io.begroting.reading import Budget
from model.io.begroting.sources import Selection
from model.text import Text, number


def told(budget: Budget, chosen: Selection, doubts: Sequence[Issue]) -> Iterator[Text]:
    """Yield everything that was taken for something, left out or not counted, with where it stands.

    `doubts` are the cells and rows that stand in the way, which are told apart.
    """
    yield from dict.fromkeys(budget.said)
    yield from _tallies(budget)
    groups = [group.sums for group in budget.groups]
    for attribute, text in _ROWS.items():
        lines = [line for sums in groups for line in getattr(sums, attribute)]
        if lines:
            yield _listed(text, lines)
    aside = [group.sums.total for group in budget.groups if group.first.soort != "U" and not group.sums.usable]
    if totals := [total for total in aside if total is not None]:
        yield _listed(_PARTIAL, totals)
    coarse = [line for sums in groups for line, _ in sums.coarse]
    if coarse:
        yield _listed(_COARSE, coarse)
    yield from _jumps(budget)
    harmless = [doubt.issue for doubt in budget.doubts if doubt.issue not in doubts]
    if harmless:
        yield _with_rows(_UNREAD, [issue.place.say("nl").removeprefix(f"{budget.file}, ") for issue in harmless])
    yield from _chosen(chosen)


_ROWS = {
    "lonely": Text(
        "totaalregels zonder rijen eronder: ze tellen zelf als bedrag",
        "totals with no rows below them: money themselves",
    ),
    "repeats": Text(
        "rijen die andere herhalen: het totaal sluit zonder hen, ze tellen niet mee",
        "rows that repeat others: the total is met without them, they do not count",
    ),
    "unmarked": Text(
        "totalen zonder totaalmerk: de rijen erna of ervoor tellen ertoe op en een totaal sluit zonder hen, of het"
        " antwoord --dubbel een; niet geteld",
        "totals without a mark: the rows after or before them add up to them, and a total is met without them or the"
        " answer was --dubbel een; not counted",
    ),
    "dropped": Text("dubbele rijen, één keer geteld", "double rows, counted once"),
    "doubles": Text("dubbele rijen waarover geen totaal uitsluitsel geeft", "double rows that no total decides on"),
    "aside": Text("waarvan-regels, buiten de som", "rows of 'waarvan', outside the sum"),
}
_COARSE = Text(
    "totalen die als geheel zijn overgenomen, omdat hun rijen er niet (of niet voor elk jaar) toe optellen en het"
    " totaal erboven hen bevestigt",
    "totals taken as a whole, because their rows do not add up to them (or not for every year) and the total above"
    " confirms them",
)


_PARTIAL = Text(
    "totalen van verplichtingen of ontvangsten waar hun rijen niet toe optellen; het totaal is getoond",
    "totals of commitments or receipts that their rows do not add up to; the total is shown",
)
_UNREAD = Text(
    "cellen zonder leesbaar bedrag in rijen die niet meetellen",
    "cells without a readable amount in rows that do not count",
)


def _listed(text: Text, lines: Sequence[Line]) -> Text:
    kinds = {kind: sum(line.soort == kind for line in lines) for kind in ("U", "V", "O")}
    split = ", ".join(f"{kind} {count}" for kind, count in kinds.items() if count)
    return _with_rows(text, [line.grid.spot(line.row) for line in lines], f" ({split})" if split else "")


def _with_rows(text: Text, places: Sequence[str], split: str = "") -> Text:
    listed = "; ".join(places[:8]) + ("; …" if len(places) > 8 else "")
    return Text(f"{len(places)} {text.nl}{split}: {listed}", f"{len(places)} {text.en}{split}: {listed}")


def _tallies(budget: Budget) -> Iterator[Text]:
    for table, tally in budget.tables:
        rows = f"{table.grid.spot(table.heads.row)}"
        yield Text(
            f"tabel met kopregel op {rows}: {tally.rows} rijen", f"table with heads at {rows}: {tally.rows} rows"
        )
        texts = sum(tally.texts.values())
        if texts:
            nil = tally.texts["nihil"]
            yield Text(
                f"{texts} cellen waren tekst en zijn als getal gelezen, waarvan {nil} streepjes als 0",
                f"{texts} cells were text and were read as numbers, of which {nil} dashes as 0",
            )
        if tally.empty:
            yield Text(f"{tally.empty} rijen zonder bedrag", f"{tally.empty} rows without an amount")
        for text, numbers in ((_FRACTION, tally.fractions), (_SUBTOTAL, tally.subtotals), (_REPEATED, table.repeated)):
            if numbers:
                yield _with_rows(text, [table.grid.spot(row) for row in numbers])
        unused = [table.heads.names[at] or f"kolom {at + 1}" for at in table.heads.unused if _filled(table.rows, at)]
        if unused:
            names = ", ".join(f"'{name[:40]}'" for name in unused[:8])
            yield Text(f"kolommen die niet zijn gebruikt: {names}", f"columns that were not used: {names}")


_FRACTION = Text(
    "rijen met alleen het juridisch verplichte deel: geen geld", "rows with only the legally bound share: no money"
)
_SUBTOTAL = Text("subtotalen van artikelen, niet geteld", "subtotals of articles, not counted")
_REPEATED = Text("herhaalde kopregels overgeslagen", "repeated head rows passed over")


def _filled(rows: Iterable[object], at: int) -> bool:
    return any(row.text(at) for row in rows)  # type: ignore[attr-defined]


_JUMP = 300.0, 3000.0
_SMALL = 10.0  # k€


def _jumps(budget: Budget) -> Iterator[Text]:
    """Yield the amounts of spending that are about a thousand times those of the year beside them."""
    places = []
    for group in budget.groups:
        for line in group.sums.leaves if group.first.soort == "U" else ():
            given = [(at, abs(value)) for at, value in enumerate(line.values) if value and abs(value) >= _SMALL]
            for (_, a), (at, b) in pairwise(given):
                if _JUMP[0] <= max(a, b) / min(a, b) <= _JUMP[1]:
                    places.append(line.grid.spot(line.row, line.columns[at].at, line.columns[at].head))
    if places:
        yield _with_rows(_THOUSANDFOLD, places)


_THOUSANDFOLD = Text(
    "bedragen zijn ongeveer duizend keer die van het jaar ernaast: controleer de eenheid",
    "amounts are about a thousand times those of the year beside them: check the unit",
)


def _chosen(chosen: Selection) -> Iterator[Text]:
    if chosen.nil:
        yield _listed(Text("regels met alleen nullen", "rows with nothing but zeros"), chosen.nil)
    if chosen.negative:
        total = sum(item.amount for item in chosen.negative)
        text = Text(
            f"negatieve bedragen (samen {number(total, 'nl')}): geen dekking",
            f"negative amounts ({number(total, 'en')} in all): no funding",
        )
        yield _with_rows(text, [item.place for item in chosen.negative])
    if chosen.mutations:
        yield Text(
            f"{len(chosen.mutations)} mutaties of geëxtrapoleerde standen: geen dekkingsreeks, want de standen waarop"
            " ze komen staan niet in dit bestand",
            f"{len(chosen.mutations)} mutations or extrapolated levels: no series, because the levels they come on top"
            " of are not in this file",
        )
