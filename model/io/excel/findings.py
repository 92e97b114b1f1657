"""What is found in one file, gathered by kind, so that a person reads each kind once."""

from __future__ import annotations

from model.errors import InputError, Issue, Place, shown
from model.text import LANGUAGES, Text

_NAMED = 5


class Findings:
    """The findings in one file: by code, what was found, in the order in which it was found."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._found: dict[str, list[Text]] = {}

    def add(self, code: str, found: Text) -> None:
        """Add a finding; the same one counts once."""
        texts = self._found.setdefault(code, [])
        if found not in texts:
            texts.append(found)

    def has(self, *codes: str) -> bool:
        """Return whether anything was found of one of these codes."""
        return any(code in self._found for code in codes)

    def refuse(self) -> None:
        """Raise `InputError` with one issue for each code, if there is any."""
        if self._found:
            raise InputError(
                [Issue(code, self._place, {"found": _listed(texts)}) for code, texts in self._found.items()]
            )


def _listed(texts: list[Text]) -> Text:
    more = ", …" if len(texts) > _NAMED else ""
    return Text(*(", ".join(_plain(text.say(language)) for text in texts[:_NAMED]) + more for language in LANGUAGES))


def _plain(text: str) -> str:
    return shown(text, limit=120)[1:-1]
