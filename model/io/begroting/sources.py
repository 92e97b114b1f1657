"""What a budget file gives a dataset: for every line of money a dekkingsbron with its amounts of one phase.

Uitgaven become sources; ontvangsten only where asked for, by their own route; verplichtingen never. A draft and a
supplementary budget are bills, so their money is `voorgesteld`; an adopted budget and an outturn are `vastgesteld`.
A series that runs beyond its budget year is `structureel`, because budgets publish their last year as the level that
lasts; one of a single year is `incidenteel`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from model.errors import Issue, Place, known, shown
from model.io.begroting.choice import Choice
from model.io.begroting.lines import Line, Moment
from model.io.begroting.names import Names
from model.io.begroting.obstacles import doubles, negative, off, twice
from model.io.begroting.phases import LATEST, besluitstatus_of, order, plain
from model.io.begroting.reading import Budget, Group
from model.ledger import NEGLIGIBLE

_FEW = 20


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of a source, k€: the year, the phase, and where it stands."""

    line: Line
    at: int
    moment: Moment
    amount: float

    @property
    def place(self) -> str:
        """Return where the amount stands, in words."""
        column = self.line.columns[self.at]
        return self.line.grid.spot(self.line.row, column.at, column.head)


@dataclass(slots=True)
class Source:
    """A source in the making: its id, a line that names it, and its amounts by year."""

    ident: str
    line: Line
    amounts: dict[int, Money] = field(default_factory=dict)


@dataclass(slots=True)
class Selection:
    """What goes into a dataset, and what stays out: mutations, negative and nil amounts, articles that are off."""

    sources: list[Source] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    mutations: list[Money] = field(default_factory=list)
    negative: list[Money] = field(default_factory=list)
    nil: list[Line] = field(default_factory=list)
    off: list[Group] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    stands: list[str] = field(default_factory=list)


def select(budget: Budget, choice: Choice) -> Selection:
    """Return the sources that a file gives, with an issue for all that stands in the way."""
    chosen = Selection()
    kinds = ("U", "O") if choice.ontvangsten else ("U",)
    groups = [group for group in budget.groups if group.first.soort in kinds]
    chosen.off = [group for group in groups if not group.sums.usable]
    chosen.groups = [group for group in groups if group.sums.usable]
    chosen.issues += [off(group) for group in chosen.off]
    chosen.issues += doubles(chosen.groups)
    chosen.issues += twice(budget, chosen.groups)
    money = list(_money(chosen))
    chosen.stands = sorted({item.moment.stand for item in money}, key=_stand_order)
    kept = _of_phase(money, chosen.stands, choice)
    if money and not kept:
        names = dict.fromkeys(stand.partition("-")[2] for stand in chosen.stands)
        found = {"option": "--fase", "found": shown(str(choice.fase)), "expected": known(names, "", limit=20)}
        chosen.issues.append(Issue("begroting-niet-gevonden", Place(budget.file), found))
    _fill(chosen, kept, budget, choice)
    if not any(issue.code == "begroting-meer-standen" for issue in chosen.issues):
        rows: dict[int, list[Money]] = defaultdict(list)
        for item in chosen.negative:
            rows[id(item.line)].append(item)
        chosen.issues += [negative(row[0].line, [(item.at, item.amount) for item in row]) for row in rows.values()]
    return chosen


def _money(chosen: Selection) -> Iterator[Money]:
    """Yield every level; mutations, which are no levels, go aside."""
    for group in chosen.groups:
        for line in group.sums.leaves:
            for at, moment in line.moments():
                value = line.values[at]
                if value is None:
                    continue
                item = Money(line, at, moment, value if abs(value) > NEGLIGIBLE else 0.0)
                if not (moment.mutatie or moment.extrapolatie):
                    yield item
                elif moment.jaar != line.jaar:
                    chosen.mutations.append(item)


def _stand_order(stand: str) -> tuple[str, int]:
    year, _, fase = stand.partition("-")
    return year, order(fase)


def _of_phase(money: Sequence[Money], stands: Sequence[str], choice: Choice) -> list[Money]:
    """Return the amounts of the phase that was chosen; of the latest of each budget year where that was."""
    if choice.fase is None:
        return list(money)
    if choice.fase == LATEST:
        latest: dict[str, str] = {}
        for stand in stands:
            latest[stand.partition("-")[0]] = stand
        return [item for item in money if item.moment.stand in latest.values()]
    return [item for item in money if item.moment.stand.partition("-")[2] == choice.fase]


def _fill(chosen: Selection, money: Sequence[Money], budget: Budget, choice: Choice) -> None:
    """Put the amounts into sources; ask where a source has two for one year."""
    sources: dict[tuple[object, ...], Source] = {}
    names, counted = Names(), _counted(chosen)
    clashes: set[str] = set()
    for item in money:
        key = counted[id(item.line)]
        source = sources.get(key) or sources.setdefault(key, Source(names.take(item.line), item.line))
        other = source.amounts.get(item.moment.jaar)
        if other is not None and other.moment.stand != item.moment.stand:
            clashes |= {other.moment.stand, item.moment.stand}
        elif item.amount < 0:
            chosen.negative.append(item)
        else:
            source.amounts[item.moment.jaar] = item
    for source in sources.values():
        if any(item.amount for item in source.amounts.values()):
            chosen.sources.append(source)
        elif source.amounts:
            chosen.nil.append(source.line)
    if choice.begrotingsjaar is None:
        clashes |= _vintages(money)
    if clashes and (choice.fase != LATEST or len({stand.partition("-")[2] for stand in clashes}) == 1):
        found = ", ".join(sorted(clashes, key=_stand_order)[:_FEW])
        chosen.issues.append(Issue("begroting-meer-standen", Place(budget.file), {"found": found}))


def _vintages(money: Sequence[Money]) -> set[str]:
    """Return the publications of amounts in columns t-2 .. t+4, where there is more than one budget year."""
    found = {item.moment.stand for item in money if item.line.columns[item.at].offset is not None}
    return found if len({stand.partition("-")[0] for stand in found}) > 1 else set()


def _who(line: Line) -> tuple[object, ...]:
    return (line.hoofdstuk, plain(line.hoofdstuknaam), line.artikel, tuple(plain(part) for part in line.path))


def _counted(chosen: Selection) -> dict[int, tuple[object, ...]]:
    """Return, by line, who it is: its article and name, and which of several lines of that name in one article."""
    counted: dict[int, tuple[object, ...]] = {}
    for group in chosen.groups:
        seen: dict[tuple[object, ...], int] = defaultdict(int)
        for line in group.sums.leaves:
            who = _who(line)
            seen[who] += 1
            counted[id(line)] = (line.soort, *who, seen[who])
    return counted


def status_of(source: Source, choice: Choice) -> str:
    """Return the besluitstatus of a source: a person's answer, else that of its latest amount's phase."""
    latest = source.amounts[max(source.amounts)]
    return choice.besluitstatus or besluitstatus_of(latest.moment.stand.partition("-")[2])


def verloop_of(source: Source, choice: Choice) -> str:
    """Return whether a source lasts: a person's answer, else whether it runs beyond its budget year."""
    beyond = any(money.moment.jaar > money.line.jaar for money in source.amounts.values())
    return choice.verloop or ("structureel" if beyond else "incidenteel")
