"""What is kept of a scenario: its versions, a line about each, and what two who save at once are told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a scenario's history: one version, without its content.

    `id` is that of the scenario, the same for all its versions; `number` counts them from 1. `digest` is the whole
    SHA-256 of the content. `dataset` and `fingerprint` say on which dataset it was made, empty where nobody said.
    `saved` is in UTC. `based_on` is the version that was open when this one was saved, `None` for the first; when
    others saved in between it is not the one before. `restored` is the earlier version whose content this is again.
    """

    id: str
    number: int
    naam: str
    note: str
    digest: str
    dataset: str
    fingerprint: str
    saved: datetime
    based_on: int | None
    restored: int | None

    @property
    def hash(self) -> str:
        """Return the content's hash as it is shown: 12 hex signs."""
        return self.digest[:_SHOWN]


@dataclass(frozen=True, slots=True)
class Version(Entry):
    """A version with its content: a JSON document."""

    content: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Summary(Entry):
    """A scenario as a list shows it: its latest version, without the content.

    `created` and `archived` (`None` where it is not) are in UTC.
    """

    created: datetime
    archived: datetime | None


class NameTaken(Exception):
    """Another scenario, an archived one perhaps, has the name `naam`; nothing was saved."""

    def __init__(self, naam: str) -> None:
        self.naam = naam
        super().__init__(f"another scenario is called {naam!r}")


class Conflict(Exception):
    """Someone saved `latest` after version `based_on` was opened; nothing was saved. The user chooses what to do."""

    def __init__(self, latest: Version, based_on: int) -> None:
        self.latest = latest
        self.based_on = based_on
        super().__init__(f"version {latest.number} was saved after version {based_on} was opened")
