"""What the process that parses a stranger's file may use, set by itself once everything of ours is loaded."""

from __future__ import annotations

import sys

from model.io.excel.limits import Limits

if sys.platform != "win32":
    import resource


def confine(limits: Limits) -> None:
    """Limit this process, for good, in memory and computing time, and let it write no file.

    Memory is limited on Linux only. Windows knows no such limits: there only the clock of the waiting process counts.
    """
    if sys.platform == "win32":
        return
    for what, most in (
        (resource.RLIMIT_AS, limits.memory if sys.platform == "linux" else resource.RLIM_INFINITY),
        (resource.RLIMIT_CPU, limits.cpu),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        if most != resource.RLIM_INFINITY:
            value = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(what, (value, value))
