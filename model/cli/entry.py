"""Where the program starts: stopping it while it is still loading is no error either."""

from __future__ import annotations

import sys

STOPPED = 130


def main() -> int:
    """Load and run `dekking`; return its exit code."""
    try:
        from model.cli.main import main as run

        return run()
    except KeyboardInterrupt:
        sys.stderr.write("afgebroken\n")
        return STOPPED
