"""Chapters and articles whose amounts are all those of another one: most likely a mistake in the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from model.io.begroting.lines import Line
from model.io.begroting.reading import Budget, Group
from model.text import Text

_FEW = 3  # amounts other than zero that may be the same by chance
_Place = tuple[object, ...]


def twins(budget: Budget) -> Iterator[Text]:
    """Yield a sentence for every chapter, and every article of other chapters, that repeats the amounts of another."""
    chapters: dict[_Place, list[Group]] = defaultdict(list)
    for group in budget.groups:
        chapters[group.key[:5] + group.key[6:8]].append(group)
    same: set[_Place] = set()
    for key, earlier, found in _repeated(chapters):
        same.add(key)
        yield _told(_chapter, earlier, found)
    rest: dict[_Place, list[Group]] = {
        group.key: [group] for key, groups in chapters.items() if key not in same for group in groups
    }
    for _, earlier, found in _repeated(rest):
        yield _told(_article, earlier, found)


def _repeated(places: dict[_Place, list[Group]]) -> Iterator[tuple[_Place, Line, Line]]:
    seen: dict[object, Line] = {}
    for key, groups in places.items():
        first = groups[0].first
        amounts = tuple((group.first.soort, line.values) for group in groups for line in group.lines)
        if sum(bool(value) for _, values in amounts for value in values) > _FEW:
            earlier = seen.setdefault((first.jaar, first.fase, amounts), first)
            if earlier is not first:
                yield key, earlier, first


def _chapter(line: Line) -> Text:
    name = f"{line.hoofdstuk} {line.hoofdstuknaam}".strip()
    return Text(f"hoofdstuk {name}", f"chapter {name}")


def _article(line: Line) -> Text:
    name = f"{line.hoofdstuk} {line.artikel} {line.artikelnaam}".strip()
    return Text(f"artikel {name} ({line.soort})", f"article {name} ({line.soort})")


def _told(names: Callable[[Line], Text], earlier: Line, found: Line) -> Text:
    one, other = names(found), names(earlier)
    where, there = found.grid.spot(found.row), earlier.grid.spot(earlier.row)
    return Text(
        f"{one.nl} van {found.jaar} (vanaf {where}) heeft precies de bedragen van {other.nl} (vanaf {there}):"
        " controleer de bron",
        f"{one.en} of {found.jaar} (from {where}) has exactly the amounts of {other.en} (from {there}):"
        " check the source",
    )
