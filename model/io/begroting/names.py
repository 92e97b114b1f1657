"""The ids of sources, from the names of their lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from model.io.begroting.lines import Line
from model.io.begroting.phases import plain

_LONGEST = 90


@dataclass(slots=True)
class Names:
    """Gives ids in kebab-case, each once: later ones of one name get a number."""

    taken: set[str] = field(default_factory=set)
    last: dict[str, int] = field(default_factory=dict)

    def take(self, line: Line) -> str:
        """Return the id of a line."""
        base = _slug([line.hoofdstuk, line.artikel, *(["ontvangsten"] if line.soort == "O" else []), *line.path])
        ident, number = base, self.last.get(base, 1)
        while ident in self.taken:
            number += 1
            ident = f"{base}-{number}"
        self.last[base] = number
        self.taken.add(ident)
        return ident


def _slug(parts: Sequence[str]) -> str:
    words: list[str] = []
    for part in dict.fromkeys(plain(part) for part in parts):
        words += [word for word in re.split(r"[^a-z0-9]+", part) if word]
    text = "-".join(words) or "bron"
    text = text if text[0].isalpha() else f"h-{text}"
    return text if len(text) <= _LONGEST else text[:_LONGEST].rpartition("-")[0]
