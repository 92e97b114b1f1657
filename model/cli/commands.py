"""The commands, declared: names, arguments and help. What they do stands in a module of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click

from model.cli import begroting, begroting_options, check, compare, diff, export, init, run, terug, verify
from model.cli.usage import SpokenCommand, SpokenGroup
from model.io.shipped import shipped_dataset
from model.text import Language, Text

_ABOUT = Text(
    "Rekent uit wat een scenario ongedekt laat: wat programma's nodig hebben, wat daarvoor betaalt, wat dat vertraagt"
    " en wie de rekening krijgt.",
    "Works out what a scenario leaves uncovered: what programmes need, what pays for it, what that delays and who gets"
    " the bill.",
)
_TAAL = Text("Taal: nl of en.", "Language: nl or en.")


def build(language: Language) -> click.Group:
    """Return the program with its help in `language`."""
    say = partial(Text.say, language=language)
    make = partial(_command, language)
    commands = (
        make("run", run.run, _RUN, [_argument("scenarios", "[SCENARIO.toml]...", nargs=-1)], _RUN_OPTIONS),
        make(
            "compare", compare.compare, _COMPARE, [_argument("a", "A.toml"), _argument("b", "B.toml")], _COMPARE_OPTIONS
        ),
        make(
            "import-begroting",
            begroting.import_begroting,
            begroting.MEANING,
            [_argument("file", "BESTAND", type=_PATH)],
            begroting_options.OPTIONS,
        ),
        make(
            "export",
            export.export,
            _EXPORT,
            [_argument("scenario", "SCENARIO.toml"), _argument("file", "BESTAND.xlsx", type=_PATH)],
            [_DATA, _FORCE],
        ),
        make("verify", verify.verify, verify.MEANING, [_argument("file", "BESTAND.xlsx", type=_PATH)], []),
        make("diff", diff.diff, diff.MEANING, [_argument(n, f"{n.upper()}.xlsx", type=_PATH) for n in "ab"], []),
        make(
            "import", terug.terug, terug.MEANING, [_argument("workbook", "BESTAND.xlsx", type=_PATH)], _IMPORT_OPTIONS
        ),
        make("check", check.check, _CHECK, [], [_DATA]),
        make("init", init.init, _INIT, [_argument("folder", "MAP", type=_PATH)], [_FORCE]),
    )
    group = SpokenGroup("dekking", help=say(_ABOUT), no_args_is_help=True, params=[_taal(language)])
    for command in commands:
        group.add_command(command)
    return group


def _command(
    language: Language,
    name: str,
    callback: Callable[..., int],
    meaning: Text,
    arguments: Sequence[click.Parameter],
    options: Sequence[Callable[[Language], click.Option]],
) -> click.Command:
    return SpokenCommand(
        name,
        callback=partial(callback, language=language),
        help=meaning.say(language),
        params=[*arguments, *(option(language) for option in options), _taal(language)],
    )


_PATH = click.Path(path_type=Path)


def _argument(name: str, metavar: str, **settings: Any) -> click.Argument:
    return click.Argument([name], metavar=metavar, **settings)


def _option(name: str, nl: str, en: str, **settings: Any) -> Callable[[Language], click.Option]:
    return lambda language: click.Option([name], help=Text(nl, en).say(language), **settings)


def _taal(language: Language) -> click.Option:
    # The language is taken from the words before click sees them (main); here it is only explained.
    return click.Option(["--taal"], metavar="nl|en", help=_TAAL.say(language), expose_value=False)


_DATA = _option(
    "--data",
    "Map met de dataset (standaard: die bij het programma zit).",
    "Folder of the dataset (default: the shipped one).",
    type=_PATH,
    metavar="MAP",
    default=shipped_dataset,
)
_FORCE = _option(
    "--force", "Overschrijft bestanden die al bestaan.", "Overwrites files that exist already.", is_flag=True
)
_PRICES = _option(
    "--prijzen",
    "constant: prijzen van het begrotingsjaar (standaard); lopend: lopende prijzen.",
    "constant: prices of the begrotingsjaar (default); lopend: current prices.",
    type=click.Choice(["constant", "lopend"]),
    default="constant",
)

_RUN = Text(
    "Rekent de basis en elk scenario door en drukt de kerntabellen af. De naam van een meegeleverd scenario mag ook"
    " zonder map en .toml.",
    "Works out the baseline and each scenario and prints the key tables. A shipped scenario may be named without its"
    " folder and .toml.",
)
_RUN_OPTIONS = (
    _DATA,
    _option(
        "--out",
        "Schrijft de resultaten als CSV in deze map.",
        "Writes the results as CSV into this folder.",
        type=_PATH,
        metavar="MAP",
    ),
    _FORCE,
    _PRICES,
    _option(
        "--indeling",
        "Voegt een tabel toe volgens een indeling van de dataset.",
        "Adds a table by a grouping of the dataset.",
        metavar="NAAM",
    ),
)

_COMPARE = Text(
    "Vergelijkt twee scenario's: invoer die verschilt, resultaten naast elkaar en de brug van A naar B.",
    "Compares two scenarios: inputs that differ, results side by side and the bridge from A to B.",
)
_COMPARE_OPTIONS = (
    _DATA,
    _option(
        "--data-b",
        "Dataset van B, als die een andere is; dan ook een mutatietabel.",
        "Dataset of B, where it is another; then also a table of changes.",
        type=_PATH,
        metavar="MAP",
    ),
    _option(
        "--kerncijfer",
        "Kerncijfer van de brug (standaard: tekort).",
        "Indicator of the bridge (default: tekort).",
        default="tekort",
        metavar="ID",
    ),
    _option("--jaar", "Alleen dit jaar in de brug.", "Only this year in the bridge.", metavar="JAAR"),
    _option("--out", "Schrijft de brug als CSV.", "Writes the bridge as CSV.", type=_PATH, metavar="BESTAND.csv"),
    _FORCE,
    _PRICES,
)

_EXPORT = Text(
    "Schrijft een scenario als werkmap met formules die meerekenen, voor Excel en LibreOffice.",
    "Writes a scenario as a workbook with live formulas, for Excel and LibreOffice.",
)

_IMPORT_OPTIONS = (
    _DATA,
    _option(
        "--out",
        "Schrijft het scenario hier; anders drukt de opdracht het af.",
        "Writes the scenario here; otherwise the command prints it.",
        type=_PATH,
        metavar="SCENARIO.toml",
    ),
    _FORCE,
    _option(
        "--eenheid-klopt",
        "Neemt ook bedragen over die in een andere eenheid lijken te staan.",
        "Also takes over amounts that seem to be in another unit.",
        is_flag=True,
    ),
)

_CHECK = Text(
    "Controleert een dataset, sluit gepubliceerde totalen aan en toont het aandeel van de euro's per status.",
    "Checks a dataset, reconciles published totals and shows the share of euros per status.",
)

_INIT = Text(
    "Maakt een kleine dataset en een scenario met uitleg, om met eigen cijfers te vullen.",
    "Makes a small dataset and a scenario with explanations, to fill with your own figures.",
)
