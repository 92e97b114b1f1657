"""An article's lines sorted out: what is money, which totals it was tried against, and what counts nowhere."""

from __future__ import annotations

from dataclasses import dataclass, field

from model.io.begroting.lines import Line
from model.io.begroting.parts import Vector, added, alike, tolerance


@dataclass(frozen=True, slots=True)
class Check:
    """A total that the file states and what its parts add up to, column by column, k€."""

    total: Line
    parts: int
    found: Vector
    tolerance: float

    @property
    def differences(self) -> list[tuple[int, float]]:
        """Return the columns in which the two differ by more than rounding, with found less stated."""
        pairs = enumerate(zip(self.total.values, self.found, strict=True))
        apart = ((at, (found or 0.0) - stated) for at, (stated, found) in pairs if stated is not None)
        return [(at, difference) for at, difference in apart if abs(difference) > self.tolerance]

    @property
    def rounding(self) -> float:
        """Return the largest difference, where all are within rounding."""
        pairs = zip(self.total.values, self.found, strict=True)
        return max((abs((found or 0.0) - stated) for stated, found in pairs if stated is not None), default=0.0)


@dataclass(slots=True)
class Sums:
    """An article's lines sorted out: `leaves` are money, `checks` its totals, the rest is told to the reader.

    `lonely` totals have nothing below them, `coarse` ones only for some years: they are money themselves. `repeats` and
    `unmarked` are rows that repeat others, `dropped` and `doubles` exact doubles, left out or undecided, `aside` rows
    that only say what is part of another, `loose` those of them below no other row, `suspects` rows
    that may repeat others while no total tells.
    """

    leaves: list[Line] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)
    total: Line | None = None
    lonely: list[Line] = field(default_factory=list)
    coarse: list[tuple[Line, int]] = field(default_factory=list)
    repeats: list[Line] = field(default_factory=list)
    unmarked: list[Line] = field(default_factory=list)
    dropped: list[Line] = field(default_factory=list)
    doubles: list[Line] = field(default_factory=list)
    aside: list[Line] = field(default_factory=list)
    loose: list[Line] = field(default_factory=list)
    suspects: list[Line] = field(default_factory=list)
    answered: bool = False

    @property
    def agrees(self) -> bool:
        """Return whether every total meets its parts."""
        return not any(check.differences for check in self.checks)

    @property
    def unproven(self) -> bool:
        """Return whether rows count, or do not, by their name or mark only: no total of the article confirms it."""
        open_ = self.total is None and not self.answered
        return open_ and bool((self.lonely and len(self.leaves) > 1) or self.loose or self.suspects)

    @property
    def usable(self) -> bool:
        """Return whether the money adds up to the article's own total; without one, whether every total agrees.

        Without one, totals that nothing stands below are no proof against counting money twice.
        """
        if self.total is None:
            return self.agrees and not self.unproven
        found = added([line.values for line in self.leaves], len(self.total.values))
        rounding = max((line.precision for line in self.leaves), default=self.total.precision)
        return alike(self.total.values, found, tolerance(len(self.leaves), max(rounding, self.total.precision)))
