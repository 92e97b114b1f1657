"""Years: the horizon that results are given for, and the years that are simulated."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

DEFAULT_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Horizon:
    """The years `first..last` that results are given for; simulation starts at `start`, at or before `first`.

    Source: model, section 1, last paragraph.
    """

    first: int
    last: int
    start: int

    @property
    def years(self) -> range:
        """Return the years that results are given for."""
        return range(self.first, self.last + 1)

    @property
    def simulated(self) -> NDArray[np.int64]:
        """Return the simulated years, shape (years,)."""
        return np.arange(self.start, self.last + 1)

    @property
    def lead(self) -> int:
        """Return how many simulated years come before the horizon."""
        return self.first - self.start

    def __contains__(self, year: int) -> bool:
        return self.first <= year <= self.last

    def at(self, year: int) -> int:
        """Return the position of `year` among the simulated years."""
        return year - self.start

    def part(self, first: int | None, last: int | None = None) -> slice:
        """Return the simulated years `first..last`; a bound that is left out is the horizon's own.

        Measures act from the horizon's first year on (model, section 1).
        """
        begin = self.first if first is None else first
        end = self.last if last is None else last
        return slice(self.at(begin), self.at(end) + 1)
