"""A field to ask for on a form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from model.kinds import Kind
from model.text import Text

Control = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Vraag:
    """A field to ask for: where it stands, its kind, what it means, and the value that it has."""

    pad: tuple[str, ...]
    kind: Kind
    betekenis: Text
    eenheid: str = ""
    nodig: bool = False
    waarde: Any = None

    @property
    def naam(self) -> str:
        """Return the name of the field or column."""
        return self.pad[-1]
