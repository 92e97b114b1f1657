"""Which option or command does what a sentence asks; sentences know no command line, for the app says them too."""

from __future__ import annotations

from collections.abc import Mapping

from model.errors import Issue
from model.text import LANGUAGES, Text, same

_UNIT, _VERIFY = same("--eenheid-klopt"), same("dekking verify")
HINTS: Mapping[str, Text] = {
    "terug-andere-dataset": same("--data"),
    "terug-eenheid": _UNIT,
    "terug-eenheid-cel": _UNIT,
    "terug-uitkomst-anders": _VERIFY,
    "terug-uitkomsten-anders": _VERIFY,
    "terug-prijzen": Text("kies ze met dekking run --prijzen", "choose them with dekking run --prijzen"),
}


def hinted(issue: Issue) -> Text:
    """Return the sentence of an issue, and behind it the option or command that does what it asks."""
    hint = HINTS.get(issue.code)
    told = Text(*(issue.say(language) for language in LANGUAGES))
    return told if hint is None else Text(f"{told.nl} ({hint.nl})", f"{told.en} ({hint.en})")
