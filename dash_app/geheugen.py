"""What was worked out before, kept by what it depends on: the newest few."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

_T = TypeVar("_T")


class Geheugen:
    """Values by key. Threads that ask for a new one at the same moment each work it out; the last one stays."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.Lock()

    def geef(self, key: Hashable, work: Callable[[], _T]) -> _T:
        """Return the value of a key, worked out where it is not kept."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                known: _T = self._kept[key]
                return known
        made = work()
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made
