"""What a person chose on a page (an indicator, a partij, a year): small words that the state of the window carries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any


def gekozen(data: Mapping[str, Any], naam: str, mogelijk: Iterable[str], anders: str) -> str:
    """Return what was chosen, or `anders` where that is no longer possible."""
    keuze = data.get("keuze")
    found = keuze.get(naam) if isinstance(keuze, Mapping) else None
    return found if isinstance(found, str) and found in set(mogelijk) else anders


def met_keuze(data: Mapping[str, Any], **keuzes: str | None) -> dict[str, Any]:
    """Return the state with other choices; what is `None` stays as it was."""
    before = data.get("keuze")
    now = {name: value for name, value in keuzes.items() if value is not None}
    return {**data, "keuze": {**(before if isinstance(before, Mapping) else {}), **now}}
