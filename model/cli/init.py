"""`dekking init`: a small dataset and scenario to fill with one's own figures."""

from __future__ import annotations

from pathlib import Path

from model.cli.terminal import say
from model.io.starter import MANUALS, write_starter
from model.text import Language, Text


def init(*, folder: Path, force: bool, language: Language) -> int:
    """Write the starter files and say what to do with them."""
    paths = write_starter(folder, force=force, language=language)
    for path in paths:
        say(Text("geschreven: {path}", "written: {path}").say(language, path=path))
    following = Text(
        "\nVul de tabellen in ({manual} legt ze uit) en reken:\n"
        "  dekking check --data {folder}\n"
        "  dekking run {folder}/scenario.toml --data {folder}",
        "\nFill in the tables ({manual} explains them) and compute:\n"
        "  dekking check --data {folder} --taal en\n"
        "  dekking run {folder}/scenario.toml --data {folder} --taal en",
    )
    say(following.say(language, folder=folder, manual=MANUALS[language]))
    return 0
