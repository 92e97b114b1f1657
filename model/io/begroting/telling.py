"""Everything that was taken for something, left out or not counted while reading a budget file, in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from model.errors import Issue
from model.io.begroting.lines import Line
from model.io.begroting.reading import Budget
from model.io.begroting.sources import Selection
from model.io.begroting.twins import twins
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
    yield from twins(budget)
    harmless = [doubt.issue for doubt in budget.doubts if doubt.issue not in doubts]
    if harmless:
        yield _with_rows(_UNREAD, [issue.place.say("nl").removeprefix(f"{budget.file}, ") for issue in harmless])
    yield from _chosen(chosen)


_ROWS = {
    "lonely": Text(
        "[totaalregel|totaalregels] zonder rijen eronder: [telt|tellen] zelf als bedrag",
        "[total|totals] with no rows below: money [itself|themselves]",
    ),
    "repeats": Text(
        "[rij die een andere herhaalt|rijen die andere herhalen]: het totaal sluit zonder, dus niet geteld",
        "[row that repeats another|rows that repeat others]: the total is met without, so not counted",
    ),
    "unmarked": Text(
        "[totaal|totalen] zonder totaalmerk: de rijen erna of ervoor tellen ertoe op, en een totaal sluit zonder of het"
        " antwoord was --dubbel een; niet geteld",
        "[total|totals] without a mark: the rows after or before add up to it, and a total is met without or the"
        " answer was --dubbel een; not counted",
    ),
    "dropped": Text("dubbele [rij|rijen], één keer geteld", "double [row|rows], counted once"),
    "doubles": Text(
        "dubbele [rij|rijen] waarover geen totaal uitsluitsel geeft", "double [row|rows] that no total decides on"
    ),
    "aside": Text("[waarvan-regel|waarvan-regels], buiten de som", "[row|rows] of 'waarvan', outside the sum"),
}
_COARSE = Text(
    "[totaal dat als geheel is|totalen die als geheel zijn] overgenomen, omdat de rijen eronder er niet (of niet voor"
    " elk jaar) toe optellen en het totaal erboven dat bevestigt",
    "[total|totals] taken as a whole, because the rows below do not add up to it (or not for every year) and the total"
    " above confirms it",
)


_PARTIAL = Text(
    "[totaal|totalen] van verplichtingen of ontvangsten waar de rijen niet toe optellen; het totaal is getoond",
    "[total|totals] of commitments or receipts that the rows do not add up to; the total is shown",
)
_UNREAD = Text(
    "[cel|cellen] zonder leesbaar bedrag in rijen die niet meetellen",
    "[cell|cells] without a readable amount in rows that do not count",
)


def _listed(text: Text, lines: Sequence[Line]) -> Text:
    kinds = {kind: sum(line.soort == kind for line in lines) for kind in ("U", "V", "O")}
    split = ", ".join(f"{kind} {count}" for kind, count in kinds.items() if count)
    return _with_rows(text, [line.grid.spot(line.row) for line in lines], f" ({split})" if split else "")


def _with_rows(text: Text, places: Sequence[str], split: str = "") -> Text:
    listed = "; ".join(places[:8]) + ("; …" if len(places) > 8 else "")
    words = numbered(text, len(places))
    return Text(f"{words.nl}{split}: {listed}", f"{words.en}{split}: {listed}")


def numbered(text: Text, count: int) -> Text:
    """Return a count with its words: of `[one|more]` the form that fits."""
    nl, en = (_FORMS.sub(r"\1" if count == 1 else r"\2", words) for words in (text.nl, text.en))
    return Text(f"{count} {nl}", f"{count} {en}")


_FORMS = re.compile(r"\[([^|\]]*)\|([^|\]]*)\]")


def _tallies(budget: Budget) -> Iterator[Text]:
    for table, tally in budget.tables:
        where, rows = table.grid.spot(table.heads.row), numbered(_ROW, tally.rows)
        yield Text(f"tabel met kopregel op {where}: {rows.nl}", f"table with heads at {where}: {rows.en}")
        if texts := sum(tally.texts.values()):
            nil = numbered(_NIL, tally.texts["nihil"]) if tally.texts["nihil"] else Text("", "")
            cells = numbered(_READ, texts)
            yield Text(
                f"{cells.nl}{nil.nl and f', waarvan {nil.nl}'}", f"{cells.en}{nil.en and f', of which {nil.en}'}"
            )
        if tally.empty:
            yield numbered(_EMPTY, tally.empty)
        for text, numbers in ((_FRACTION, tally.fractions), (_SUBTOTAL, tally.subtotals), (_REPEATED, table.repeated)):
            if numbers:
                yield _with_rows(text, [table.grid.spot(row) for row in numbers])
        unused = [table.heads.names[at] or f"kolom {at + 1}" for at in table.heads.unused if _filled(table.rows, at)]
        if unused:
            names = ", ".join(f"'{name[:40]}'" for name in unused[:8])
            yield Text(f"kolommen die niet zijn gebruikt: {names}", f"columns that were not used: {names}")


_FRACTION = Text(
    "[rij|rijen] met alleen het juridisch verplichte deel: geen geld",
    "[row|rows] with only the legally bound share: no money",
)
_SUBTOTAL = Text("[subtotaal|subtotalen] van artikelen, niet geteld", "[subtotal|subtotals] of articles, not counted")
_REPEATED = Text("herhaalde [kopregel|kopregels] overgeslagen", "repeated head [row|rows] passed over")
_ROW = Text("[rij|rijen]", "[row|rows]")
_EMPTY = Text("[rij|rijen] zonder bedrag", "[row|rows] without an amount")
_READ = Text(
    "[cel was tekst en is als getal|cellen waren tekst en zijn als getal] gelezen",
    "[cell was text and was read as a number|cells were text and were read as numbers]",
)
_NIL = Text("[streepje|streepjes] als 0", "[dash|dashes] as 0")


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
    "[bedrag is|bedragen zijn] ongeveer duizend keer dat van het jaar ernaast: controleer de eenheid",
    "[amount is|amounts are] about a thousand times that of the year beside it: check the unit",
)


def _chosen(chosen: Selection) -> Iterator[Text]:
    if chosen.nil:
        yield _listed(Text("[regel|regels] met alleen nullen", "[row|rows] with nothing but zeros"), chosen.nil)
    if chosen.negative:
        total = sum(item.amount for item in chosen.negative)
        text = Text(
            f"[negatief bedrag|negatieve bedragen] (samen {number(total, 'nl')}): geen dekking",
            f"negative [amount|amounts] ({number(total, 'en')} in all): no funding",
        )
        yield _with_rows(text, [item.place for item in chosen.negative])
    if chosen.mutations:
        yield numbered(_MUTATIONS, len(chosen.mutations))


_MUTATIONS = Text(
    "[mutatie of geëxtrapoleerde stand|mutaties of geëxtrapoleerde standen]: geen dekkingsreeks, want de standen"
    " eronder staan niet in dit bestand",
    "[mutation or extrapolated level|mutations or extrapolated levels]: no series, because the levels below are not in"
    " this file",
)
