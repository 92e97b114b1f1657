"""The program `dekking`: reads the arguments, runs a command, says what is wrong. Source: contract, section 4."""

from __future__ import annotations

import codecs
import io
import sys
from collections.abc import Sequence

import click

from model.cli.commands import build
from model.cli.entry import STOPPED
from model.cli.terminal import complain
from model.cli.usage import usage_issue
from model.errors import InputError, Issue, Place
from model.text import LANGUAGES, Language, Text

OK, WRONG = 0, 2

# What stands in for typography that a terminal or file of another encoding does not have: a minus must never get lost.
_PLAIN = "plain"
_STAND_INS = {"‒": "-", "–": "-", "→": "->", "•": "*", "·": "|", "€": "EUR", "…": "...", "‘": "'", "’": "'"}


def _plainly(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    return "".join(_STAND_INS.get(mark, "?") for mark in lost), error.end


codecs.register_error(_PLAIN, _plainly)

_OPTION = "--taal"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 a failed check, 2 wrong use or wrong input."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_PLAIN)
    words = list(sys.argv[1:] if arguments is None else arguments)
    language, words, wrong = _language(words)
    if wrong is not None:
        complain([wrong], language)
        return WRONG
    try:
        code = build(language).main(words, prog_name="dekking", standalone_mode=False, obj=language)
        sys.stdout.flush()
    except InputError as error:
        complain(error.issues, language)
        return WRONG
    except click.ClickException as error:
        complain([usage_issue(error)], language)
        return WRONG
    except (click.Abort, KeyboardInterrupt):
        sys.stderr.write(Text("afgebroken", "stopped").say(language) + "\n")
        return STOPPED
    except BrokenPipeError:
        # The reader of our output has gone (dekking run | head); nothing more can be said to it.
        sys.stdout = io.StringIO()
        return OK
    return code if isinstance(code, int) else OK


def _language(words: list[str]) -> tuple[Language, list[str], Issue | None]:
    """Return the language asked for with --taal anywhere among the words, the other words, and what is wrong."""
    rest, chosen = [], "nl"
    position = 0
    while position < len(words):
        name, mark, value = words[position].partition("=")
        if name != _OPTION:
            rest.append(words[position])
        elif mark:
            chosen = value
        else:
            position += 1
            chosen = words[position] if position < len(words) else ""
        position += 1
    for language in LANGUAGES:
        if chosen == language:
            return language, rest, None
    listed = ", ".join(LANGUAGES)
    found = Text(f"--taal is '{chosen}'; verwacht een van {listed}", f"--taal is '{chosen}'; expected one of {listed}")
    return "nl", rest, Issue("gebruik", Place("dekking"), {"found": found, "help": "dekking --help"})
