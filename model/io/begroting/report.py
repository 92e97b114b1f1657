"""What was read from a budget file, in tables and sentences: amounts beside the file's own totals, and all findings."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from model.io.begroting.lines import Line, Moment
from model.io.begroting.phases import FASEN
from model.io.begroting.reading import Budget, Group
from model.io.begroting.reconciliation import Compared, inside, per_article, wider
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
            rows.append(
                _row(
                    Text(f"totaal {found[0].first.hoofdstuk}", f"total {found[0].first.hoofdstuk}"),
                    found,
                    len(moments),
                    "sum",
                )
            )
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
    named = [_stand(stand) for stand in stands]
    nl, en = (", ".join(name.say(language) for name in named) for language in ("nl", "en"))
    return Text(f"{nl}; {_UNIT.nl}", f"{en}; {_UNIT.en}")


def _stand(stand: str) -> Text:
    name = FASEN[stand.partition("-")[2]]
    return Text(f"{stand} {name.nl}", f"{stand} {name.en}")


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


def _counted(group: Group) -> list[Line]:
    """Return the lines that make an article's amounts; of what is no spending its total, where its rows are not all."""
    total = group.sums.total
    return [total] if total is not None and group.first.soort != "U" and not group.sums.usable else group.sums.leaves


def _row(label: Text, groups: Sequence[Group], width: int, style: str) -> Row:
    sums = [math.nan] * width
    for group in groups:
        for line in _counted(group):
            for at, value in enumerate(line.values):
                if value is not None:
                    sums[at] = value if math.isnan(sums[at]) else sums[at] + value
    gaps = [c.found - c.stated for group in groups for c in per_article(group) if c.stated is not None]
    gap = max(gaps, key=abs, default=math.nan)
    count = sum(len(group.sums.leaves) for group in groups)
    return Row(label, np.array([*sums, float(count), gap]), style, "amount")  # type: ignore[arg-type]


def off(budget: Budget, kinds: Sequence[str]) -> list[Compared]:
    """Return every total of the file that what was read does not meet, for amounts of some kinds."""
    found = [compared for group in budget.groups for compared in (*per_article(group), *inside(group))]
    return [c for c in (*found, *wider(budget)) if not c.agrees and c.line.soort in kinds]


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
