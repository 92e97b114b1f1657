"""What was read from a budget file, in tables and sentences: amounts beside the file's own totals, and all findings."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np

from model.io.begroting.lines import Line, Moment
from model.io.begroting.phases import FASEN
from model.io.begroting.reading import Budget, Group
from model.io.begroting.reconciliation import Compared, inside, per_article, wider
from model.io.begroting.sources import Selection
from model.tables import Line as Row
from model.tables import Table
from model.text import Text, number, same

MOST_ROWS = 400
KINDS = {
    "U": Text("Uitgaven", "Uitgaven (spending)"),
    "V": Text("Verplichtingen", "Verplichtingen (commitments)"),
    "O": Text("Ontvangsten", "Ontvangsten (receipts)"),
}
_UNIT = Text("bedragen x € 1.000, zoals gepubliceerd", "amounts x € 1,000, as published")
_COUNT = Text("rijen", "rows")
_GAP = Text("verschil met eigen totaal", "difference from own total")


def tables(budget: Budget) -> Iterator[Table]:
    """Yield, per publication, the amounts of every article beside its own total; uitgaven, then the others summed.

    Beyond `MOST_ROWS` articles only chapters are shown.
    """
    for moments, groups in _publications(budget.groups).items():
        spent = [group for group in groups if group.first.soort == "U"]
        if spent:
            yield _articles(moments, spent)
        others = [group for group in groups if group.first.soort != "U"]
        if others:
            yield _others(moments, others)


Moments = tuple[Moment, ...]


def _publications(groups: Sequence[Group]) -> dict[Moments, list[Group]]:
    found: dict[Moments, list[Group]] = defaultdict(list)
    for group in groups:
        found[tuple(moment for _, moment in group.first.moments())].append(group)
    return found


def _articles(moments: Moments, groups: Sequence[Group]) -> Table:
    chapters: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        chapters[" ".join(part for part in (group.first.hoofdstuk, group.first.hoofdstuknaam) if part)].append(group)
    rows: list[Row] = []
    for chapter, found in chapters.items():
        if len(groups) <= MOST_ROWS:
            rows.append(Row(same(chapter[:60]), np.full(len(moments) + 2, np.nan), "head"))
            rows += [_row(_article(group.first), [group], len(moments), "part") for group in found]
            rows.append(_row(Text(f"totaal {found[0].first.hoofdstuk}", f"total {found[0].first.hoofdstuk}"), found, len(moments), "sum"))  # fmt: skip
        else:
            rows.append(_row(same(chapter[:60]), found, len(moments), "part"))
    if len(chapters) > 1:
        rows.append(_row(Text("alles", "all"), groups, len(moments), "sum"))
    title = Text("Uitgaven per artikel", "Uitgaven (spending) per article")
    return Table(title, _caption(moments), (*_heads(moments), _COUNT, _GAP), tuple(rows))


def _others(moments: Moments, groups: Sequence[Group]) -> Table:
    kinds = ((kind, [group for group in groups if group.first.soort == kind]) for kind in ("V", "O", ""))
    rows = tuple(_row(KINDS.get(kind, same("?")), found, len(moments), "plain") for kind, found in kinds if found)
    title = Text("Apart: niet opgeteld bij de uitgaven", "Apart: not added to spending")
    return Table(title, _caption(moments), (*_heads(moments), _COUNT, _GAP), rows)


def _caption(moments: Moments) -> Text:
    stands = list(dict.fromkeys(moment.stand for moment in moments))
    named = [Text(*(f"{stand} {FASEN[stand.partition('-')[2]].say(language)}" for language in ("nl", "en"))) for stand in stands]  # fmt: skip
    nl, en = (", ".join(name.say(language) for name in named) for language in ("nl", "en"))
    return Text(f"{nl}; {_UNIT.nl}", f"{en}; {_UNIT.en}")


def _heads(moments: Moments) -> list[Text]:
    """Return column heads: years, with the phase where there are more phases, and what is no level."""
    several = len({moment.stand for moment in moments}) > 1
    heads = []
    for moment in moments:
        kind = "mutatie" if moment.mutatie else "extrapolatie" if moment.extrapolatie else ""
        heads.append(same(" ".join(filter(None, [kind, str(moment.jaar), moment.stand if several else ""]))))
    return heads


def _article(line: Line) -> Text:
    return same(f"{line.artikel} {line.artikelnaam}"[:48].strip())


def _row(label: Text, groups: Sequence[Group], width: int, style: str) -> Row:
    sums = [0.0] * width
    for group in groups:
        for line in group.sums.leaves:
            for at, value in enumerate(line.values):
                sums[at] += value or 0.0
    gaps = [c.found - c.stated for group in groups for c in per_article(group) if c.stated is not None]
    gap = max(gaps, key=abs, default=math.nan)
    count = sum(len(group.sums.leaves) for group in groups)
    return Row(label, np.array([*sums, float(count), gap]), style, "amount")  # type: ignore[arg-type]


def off(budget: Budget) -> list[Compared]:
    """Return every total of the file that what was read does not meet."""
    found = [compared for group in budget.groups for compared in (*per_article(group), *inside(group))]
    return [compared for compared in (*found, *wider(budget)) if not compared.agrees]


def said(compared: Compared) -> Text:
    """Return a total that is off in words: where it stands, what it states, what was read."""
    line, moment = compared.line, compared.moment
    stated, gap = compared.stated or 0.0, compared.found - (compared.stated or 0.0)
    place = line.grid.spot(line.row)
    name = f"{line.hoofdstuk} {line.artikel} {line.soort} {moment.jaar} ({moment.stand}) {line.label[:60]}"
    values = [[number(value, language) for value in (compared.found, stated, gap)] for language in ("nl", "en")]
    (a, b, c), (d, e, f) = values
    return Text(
        f"SLUIT NIET AAN · {name}: gelezen {a}, totaal in het bestand {b} ({place}); verschil {c}",
        f"DOES NOT RECONCILE · {name}: read {d}, total in the file {e} ({place}); difference {f}",
    )


def told(budget: Budget, chosen: Selection) -> Iterator[Text]:
    """Yield everything that was taken for something, left out or not counted, with where it stands."""
    yield from dict.fromkeys(budget.said)
    yield from _tallies(budget)
    groups = [group.sums for group in budget.groups]
    for attribute, text in _ROWS.items():
        lines = [line for sums in groups for line in getattr(sums, attribute)]
        if lines:
            yield _listed(text, lines)
    coarse = [line for sums in groups for line, _ in sums.coarse]
    if coarse:
        yield _listed(_COARSE, coarse)
    yield from _jumps(budget)
    yield from _chosen(chosen)


_ROWS = {
    "lonely": Text(
        "totaalregels zonder rijen eronder: ze tellen zelf als bedrag", "totals with no rows below them: money themselves"
    ),
    "repeats": Text(
        "rijen die andere herhalen: het totaal sluit zonder hen, ze tellen niet mee",
        "rows that repeat others: the total is met without them, they do not count",
    ),
    "unmarked": Text(
        "totalen zonder totaalmerk: de rijen erna tellen ertoe op en het totaal erboven sluit zonder hen; niet geteld",
        "totals without a mark: the rows after them add up to them and the total above is met without them; not counted",
    ),
    "dropped": Text("dubbele rijen, één keer geteld", "double rows, counted once"),
    "doubles": Text("dubbele rijen waarover geen totaal uitsluitsel geeft", "double rows that no total decides on"),
    "aside": Text("waarvan-regels, buiten de som", "rows of 'waarvan', outside the sum"),
}  # fmt: skip
_COARSE = Text(
    "totalen die als geheel zijn overgenomen, omdat hun rijen er niet (of niet voor elk jaar) toe optellen en het"
    " totaal erboven hen bevestigt",
    "totals taken as a whole, because their rows do not add up to them (or not for every year) and the total above"
    " confirms them",
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
        for text, numbers in (
            (_FRACTION, tally.fractions), (_SUBTOTAL, tally.subtotals), (_REPEATED, table.repeated)
        ):  # fmt: skip
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
            f"{len(chosen.mutations)} mutaties of geëxtrapoleerde standen: geen dekkingsreeks, want de standen waarop ze"
            " komen staan niet in dit bestand",
            f"{len(chosen.mutations)} mutations or extrapolated levels: no series, because the levels they come on top"
            " of are not in this file",
        )
