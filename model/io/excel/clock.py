"""How long a stranger's file takes to read, by the clock and in computing time: a busy machine is no heavy file."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Mapping

from model.errors import figure
from model.io.excel.limits import Limits
from model.text import Text

if sys.platform != "win32":
    import os

_MOST = 0.85  # of the time that it may take: who computed that long was not kept waiting


class Clock:
    """Runs from the moment that it is made; `used` is the computing time of both processes when it was stopped."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.begin, self.own = time.monotonic(), time.process_time()
        self.used = limits.wall

    @property
    def left(self) -> float:
        """Return the seconds that are left."""
        return max(self.begin + self.limits.wall - time.monotonic(), 0.1)

    def stop(self, process: subprocess.Popen[bytes]) -> None:
        """End the process that reads, and note how long it computed; Windows does not tell."""
        process.kill()
        if sys.platform != "win32" and process.returncode is None:
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            self.used = usage.ru_utime + usage.ru_stime + time.process_time() - self.own

    @property
    def starved(self) -> bool:
        """Return whether the time was up before it could have been used: other programs had the processor."""
        return self.used < _MOST * min(self.limits.cpu, self.limits.wall)

    def told(self) -> Mapping[str, Text]:
        """Return the times for a sentence."""
        return {"waited": figure(self.limits.wall, 1), "used": figure(self.used, 1)}
