"""Options and arguments that commands share, with their help in both languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from model.io.shipped import shipped_dataset
from model.text import Language, Text

Option = Callable[[Language], click.Option]

PATH = click.Path(path_type=Path)


def argument(name: str, metavar: str, **settings: Any) -> click.Argument:
    """Return an argument that help calls `metavar`."""
    return click.Argument([name], metavar=metavar, **settings)


def option(name: str, nl: str, en: str, **settings: Any) -> Option:
    """Return an option, made when the language of its help is known."""
    return lambda language: click.Option([name], help=Text(nl, en).say(language), **settings)


DATA = option(
    "--data",
    "Map met de dataset (standaard: die bij het programma zit).",
    "Folder of the dataset (default: the shipped one).",
    type=PATH,
    metavar="MAP",
    default=shipped_dataset,
)
FORCE = option(
    "--force", "Overschrijft bestanden die al bestaan.", "Overwrites files that exist already.", is_flag=True
)
PRICES = option(
    "--prijzen",
    "constant: prijzen van het begrotingsjaar (standaard); lopend: lopende prijzen.",
    "constant: prices of the begrotingsjaar (default); lopend: current prices.",
    type=click.Choice(["constant", "lopend"]),
    default="constant",
)
