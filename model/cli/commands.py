"""The commands, declared: names, arguments and help. What they do stands in a module of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from model.cli import check, compare, init, run
from model.cli.usage import SpokenCommand, SpokenGroup, option
from model.io.shipped import shipped_dataset
from model.text import Language, Text

_ABOUT = Text(
    "Rekent uit wat een scenario ongedekt laat: wat programmes nodig hebben, wat daarvoor betaalt, wat dat vertraagt en"
    " wie de rekening krijgt.",
    "Works out what a scenario leaves uncovered: what programmes need, what pays for it, what that delays and who gets"
    " the bill.",
)
_DATA = Text("Map met de dataset (standaard: die bij het programma zit).", "Folder of the dataset (default: the shipped one).")
_FORCE = Text("Overschrijft bestanden die al bestaan.", "Overwrites files that exist already.")
_PRICES = Text(
    "constant: prijzen van het begrotingsjaar (standaard); lopend: lopende prijzen.",
    "constant: prices of the begrotingsjaar (default); lopend: current prices.",
)
_TAAL = Text("Taal: nl of en.", "Language: nl or en.")


def build(language: Language) -> click.Group:
    """Return the program with its help in `language`."""
    group = SpokenGroup("dekking", help=_ABOUT.say(language), no_args_is_help=True)
    group.params.append(_taal(language))
    for make in (_run, _compare, _check, _init):
        command = make(language)
        command.params.append(_taal(language))
        group.add_command(command)
    return group


def _taal(language: Language) -> click.Option:
    # The language is taken from the words before click sees them (main); here it is only explained.
    return click.Option(["--taal"], metavar="nl|en", help=_TAAL.say(language), expose_value=False)


def _command(name: str, meaning: Text, language: Language) -> Any:
    return click.command(name, cls=SpokenCommand, help=meaning.say(language))


def _folder() -> click.Path:
    return click.Path(path_type=Path)


def _data(language: Language, name: str = "--data", default: Any = shipped_dataset) -> Any:
    return option(name, meaning=_DATA, language=language, type=_folder(), metavar="MAP", default=default)


def _prices(language: Language) -> Any:
    choice = click.Choice(["constant", "lopend"])
    return option("--prijzen", meaning=_PRICES, language=language, type=choice, default="constant")


def _force(language: Language) -> Any:
    return option("--force", meaning=_FORCE, language=language, is_flag=True)


def _run(language: Language) -> click.Command:
    meaning = Text(
        "Rekent de basis en elk scenario door en drukt de kerntabellen af.",
        "Works out the baseline and each scenario and prints the key tables.",
    )
    out = Text("Schrijft de resultaten als CSV in deze map.", "Writes the results as CSV into this folder.")
    grouping = Text("Voegt een tabel toe volgens een indeling van de dataset.", "Adds a table by a grouping of the dataset.")

    @_command("run", meaning, language)
    @click.argument("scenarios", nargs=-1, metavar="[SCENARIO.toml]...")
    @_data(language)
    @option("--out", meaning=out, language=language, type=_folder(), metavar="MAP")
    @_force(language)
    @_prices(language)
    @option("--indeling", meaning=grouping, language=language, metavar="NAAM")
    def command(**given: Any) -> int:
        return run.run(language=language, **given)

    return command  # type: ignore[no-any-return]


def _compare(language: Language) -> click.Command:
    meaning = Text(
        "Vergelijkt twee scenario's: invoer die verschilt, resultaten naast elkaar en de brug van A naar B.",
        "Compares two scenarios: inputs that differ, results side by side and the bridge from A to B.",
    )
    other = Text("Dataset van B, als die een andere is; dan ook een mutatietabel.", "Dataset of B, where it is another; then also a table of changes.")
    kerncijfer = Text("Kerncijfer van de brug (standaard: tekort).", "Indicator of the bridge (default: tekort).")
    jaar = Text("Alleen dit jaar in de brug.", "Only this year in the bridge.")
    out = Text("Schrijft de brug als CSV.", "Writes the bridge as CSV.")

    @_command("compare", meaning, language)
    @click.argument("a", metavar="A.toml")
    @click.argument("b", metavar="B.toml")
    @_data(language)
    @_data(language, "--data-b", None)
    @option("--kerncijfer", meaning=kerncijfer, language=language, default="tekort", metavar="ID")
    @option("--jaar", meaning=jaar, language=language, metavar="JAAR")
    @option("--out", meaning=out, language=language, type=_folder(), metavar="BESTAND.csv")
    @_force(language)
    @_prices(language)
    def command(**given: Any) -> int:
        return compare.compare(language=language, **given)

    return command  # type: ignore[no-any-return]


def _check(language: Language) -> click.Command:
    meaning = Text(
        "Controleert een dataset, sluit gepubliceerde totalen aan en toont het aandeel van de euro's per status.",
        "Checks a dataset, reconciles published totals and shows the share of euros per status.",
    )

    @_command("check", meaning, language)
    @_data(language)
    def command(**given: Any) -> int:
        return check.check(language=language, **given)

    return command  # type: ignore[no-any-return]


def _init(language: Language) -> click.Command:
    meaning = Text(
        "Maakt een kleine dataset en een scenario met uitleg, om met eigen cijfers te vullen.",
        "Makes a small dataset and a scenario with explanations, to fill with your own figures.",
    )

    @_command("init", meaning, language)
    @click.argument("folder", type=_folder(), metavar="MAP")
    @_force(language)
    def command(**given: Any) -> int:
        return init.init(language=language, **given)

    return command  # type: ignore[no-any-return]
