"""A file's own totals against what was read: per article, per chapter and for the Rijk. Amounts in k€."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from model.io.begroting.lines import Line, Moment
from model.io.begroting.parts import tolerance
from model.io.begroting.reading import Budget, Group


@dataclass(frozen=True, slots=True)
class Compared:
    """A total that the file states for a year and phase, and what was read for it; `None` where it states none."""

    line: Line
    moment: Moment
    stated: float | None
    found: float
    details: int
    tolerance: float
    article: bool = True

    @property
    def agrees(self) -> bool:
        """Return whether the two are the same but for rounding; so they are where nothing is stated."""
        return self.stated is None or abs(self.found - self.stated) <= self.tolerance


def per_article(group: Group) -> Iterator[Compared]:
    """Yield, per year and phase, an article's own total and its money; then every total inside it that is off."""
    leaves, total = group.sums.leaves, group.sums.total
    within = tolerance(len(leaves), max((line.precision for line in leaves), default=1.0))
    for at, moment in group.first.moments():
        values = [value for line in leaves if (value := line.values[at]) is not None]
        stated = None if total is None else total.values[at]
        if values or stated is not None:
            yield Compared(total or group.first, moment, stated, math.fsum(values), len(values), within)


def inside(group: Group) -> Iterator[Compared]:
    """Yield the totals inside an article that do not meet their parts."""
    for check in group.sums.checks:
        moments = [moment for _, moment in check.total.moments()]
        if check.total is group.sums.total:
            continue
        for at, _ in check.differences:
            found, stated = check.found[at] or 0.0, check.total.values[at]
            yield Compared(check.total, moments[at], stated, found, check.parts, check.tolerance, article=False)


def wider(budget: Budget) -> list[Compared]:
    """Return the totals of chapters and of the Rijk with the sum of the articles read for them.

    Nothing is returned where only some articles were selected: they cannot meet those totals.
    """
    if not budget.wider or set(budget.left_out) & {"--artikel", "--hoofdstuk"}:
        return []
    found, counts, rounded = _by_chapter(budget.groups)
    compared = []
    for line in budget.wider:
        for at, moment in line.moments():
            stated = line.values[at]
            chapter = line.hoofdstuk if line.of == "hoofdstuk" else line.artikel.upper()
            keys = _keys(found, chapter, line, moment)
            if stated is None or (not stated and not keys):
                continue
            count = sum(counts[key] for key in keys)
            rounding = max([line.precision, *(rounded[key] for key in keys)])
            within = 0.501 * line.precision + (tolerance(count, 1.0) if rounding <= 1 else tolerance(count, rounding))
            total = math.fsum(amount for key in keys for amount in found[key])
            compared.append(Compared(line, moment, stated, total, count, within, article=False))
    return compared


_Place = tuple[str, str, str, Moment]


def _by_chapter(
    groups: Sequence[Group],
) -> tuple[dict[_Place, list[float]], dict[_Place, int], dict[_Place, float]]:
    found: dict[_Place, list[float]] = defaultdict(list)
    counts: dict[_Place, int] = defaultdict(int)
    rounded: dict[_Place, float] = defaultdict(float)
    for group in groups:
        name = group.key[4]
        for line in group.sums.leaves:
            for at, moment in line.moments():
                value = line.values[at]
                if value is not None:
                    key = (line.hoofdstuk, name, line.soort, moment)
                    found[key].append(value)
                    counts[key] += 1
                    rounded[key] = max(rounded[key], line.precision)
    return found, counts, rounded


def _keys(found: dict[_Place, list[float]], chapter: str, line: Line, moment: Moment) -> list[_Place]:
    """Return the amounts that a wider total adds up: of its chapter and name, else of its chapter, else of all."""
    same = [key for key in found if key[2] == line.soort and key[3] == moment]
    if line.of == "rijk" and chapter in ("", "-"):
        return same
    own = [key for key in same if key[0] == chapter]
    named = [key for key in own if line.of == "hoofdstuk" and key[1] == line.group[2]]
    return named or own
