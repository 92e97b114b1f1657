"""Which version of the program this is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def program_version() -> str:
    """Return the version of the installed distribution; empty where only the source is there."""
    try:
        return version("dekking")
    except PackageNotFoundError:
        return ""
