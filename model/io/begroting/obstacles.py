"""What stands in the way of taking money over into a dataset, as issues with their places."""

from __future__ import annotations

from collections.abc import Sequence

from model.errors import Issue, Place, figure
from model.io.begroting.choice import Choice
from model.io.begroting.lines import Line, Moment
from model.io.begroting.reading import Budget, Group
from model.text import LANGUAGES, Language, Text


def off(group: Group) -> Issue:
    """Return the issue of an article that does not meet its own total, at the first total that is off."""
    if group.sums.unproven:
        return _unproven(group)
    total = group.sums.total
    check = next((check for check in group.sums.checks if check.differences), None)
    line = check.total if check else total or group.first
    at, difference = check.differences[0] if check else (0, 0.0)
    moment = dict(line.moments())[at]
    apart = figure(difference, precision=1)
    more = Text(f"{moment.jaar}: verschil {apart.nl}", f"{moment.jaar}: difference {apart.en}")
    place = line.grid.place(line.row, line.columns[at].at, line.columns[at].head)
    found = f"{group.first.hoofdstuk}-{group.first.artikel} ({moment.stand}, {group.first.soort})"
    return Issue("begroting-sluit-niet", place, {"found": found, "more": more})


def _unproven(group: Group) -> Issue:
    sums = group.sums
    kinds = [(_SUMS, sums.suspects), (_LOOSE, sums.loose), (_LONELY, sums.lonely if len(sums.leaves) > 1 else [])]
    why = [_counted(text, lines) for text, lines in kinds if lines]
    line = next(lines[0] for _, lines in kinds if lines)
    found = f"{group.first.hoofdstuk}-{group.first.artikel} ({group.first.soort})"
    more = Text("; ".join(text.nl for text in why), "; ".join(text.en for text in why))
    return Issue("begroting-onbevestigd", line.grid.place(line.row), {"found": found, "more": more})


_SUMS = Text(
    "precies de som van rijen ernaast, of dezelfde bedragen als een eerdere rij",
    "exactly the sum of rows beside them, or the same amounts as an earlier row",
)
_LOOSE = Text(
    "waarvan-regels zonder rij erboven waar zij in passen", "rows of 'waarvan' below no row that can hold them"
)
_LONELY = Text("totaalregels zonder rijen eronder", "totals with no rows below them")


def _counted(text: Text, lines: Sequence[Line]) -> Text:
    numbers = _numbers(lines)
    return Text(f"{text.nl} ({_word(lines).nl} {numbers})", f"{text.en} ({_word(lines).en} {numbers})")


def _word(lines: Sequence[Line]) -> Text:
    return Text("rij", "row") if len(lines) == 1 else Text("rijen", "rows")


def _numbers(lines: Sequence[Line]) -> str:
    return ", ".join(str(line.row) for line in lines[:8]) + (", …" if len(lines) > 8 else "")


def doubles(groups: Sequence[Group]) -> list[Issue]:
    """Return an issue for each article with exact double rows that no total decides on."""
    return [
        Issue(
            "begroting-dubbel",
            group.sums.doubles[0].grid.place(group.sums.doubles[0].row),
            {"more": _rows(group.sums.doubles)},
        )
        for group in groups
        if group.sums.doubles
    ]


def _rows(lines: Sequence[Line]) -> Text:
    return Text(f"{_word(lines).nl} {_numbers(lines)}", f"{_word(lines).en} {_numbers(lines)}")


def twice(budget: Budget, groups: Sequence[Group]) -> list[Issue]:
    """Return an issue for each article that stands in two tables with levels of one phase."""
    seen: dict[tuple[object, ...], Group] = {}
    issues = []
    for group in groups:
        earlier = seen.setdefault(group.key[2:], group)
        if earlier is not group and not _stands(earlier).isdisjoint(_stands(group)):
            places = [found.first.grid.spot(found.first.row) for found in (earlier, group)]
            values = {"found": f"{group.first.hoofdstuk}-{group.first.artikel}", "more": " · ".join(places)}
            issues.append(Issue("begroting-tweemaal", Place(budget.file), values))
    return issues


def _stands(group: Group) -> set[Moment]:
    return {moment for _, moment in group.first.moments()}


def negative(line: Line, amounts: Sequence[tuple[int, float]]) -> Issue:
    """Return the issue of the amounts below zero of a row, k€, each with its column."""
    at, amount = amounts[0]
    column = line.columns[at]
    if len(amounts) == 1:
        place = line.grid.place(line.row, column.at, column.head)
        return Issue("begroting-negatief", place, {"found": figure(amount)})
    told = [(figure(value), line.columns[at].head) for at, value in amounts]
    nl, en = ", ".join(f"{v.nl} ({head})" for v, head in told), ", ".join(f"{v.en} ({head})" for v, head in told)
    return Issue("begroting-negatief", line.grid.place(line.row), {"found": Text(nl, en)})


def blocking(budget: Budget, choice: Choice) -> list[Issue]:
    """Return the rows that cannot be placed and the cells that cannot be read where they would hold money.

    Cells of totals, of rows that repeat others and of what is not taken over anyway do not stand in the way.
    """
    kinds = ("U", "O", "") if choice.ontvangsten else ("U", "")
    money: set[tuple[str, int]] = set()
    for group in budget.groups:
        if group.first.soort in kinds:
            lines = [*group.sums.leaves, *(line for line in group.lines if line.empty and not _is_none(line))]
            money |= {(line.grid.sheet, line.row) for line in lines}
    return [doubt.issue for doubt in budget.doubts if doubt.at is None or doubt.at[:2] in money]


def asked_once(issues: Sequence[Issue]) -> list[Issue]:
    """Return issues, with one question in place of those about each number that may be read in two ways."""
    first = next((at for at, issue in enumerate(issues) if issue.code == _TWO_WAYS), None)
    if first is None:
        return list(issues)
    cells = [issue for issue in issues if issue.code == _TWO_WAYS]
    others = [issue for issue in issues if issue.code != _TWO_WAYS]
    before = sum(issue.code != _TWO_WAYS for issue in issues[:first])
    return [*others[:before], _two_ways(cells), *others[before:]]


_TWO_WAYS = "begroting-getal-meerduidig"


def _two_ways(cells: Sequence[Issue]) -> Issue:
    if len(cells) == 1:
        return cells[0]
    file = cells[0].place.file
    one, other = cells[0], next((cell for cell in cells if cell.values != cells[0].values), cells[-1])
    named = {
        language: [f"{cell.values['found']} ({_within(cell.place, language)})" for cell in (one, other)]
        for language in LANGUAGES
    }
    found = Text(
        f"{len(cells)} cellen, zoals {named['nl'][0]} en {named['nl'][1]}",
        f"{len(cells)} cells, such as {named['en'][0]} and {named['en'][1]}",
    )
    return Issue(_TWO_WAYS, Place(file), {"found": found})


def _within(place: Place, language: Language) -> str:
    """Return a place without the name of its file."""
    return place.say(language).removeprefix(f"{place.file}, ")


def _is_none(line: Line) -> bool:
    return line.gemerkt == "J" or line.aside
