"""The commands, declared: names, arguments and help. What they do stands in a module of their own.

That module is loaded when its command is given: writing and reading workbooks takes time to load.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import Any

import click

from model.cli.begroting_options import BEGROTING_OPTIONS
from model.cli.options import DATA, FORCE, PATH, PRICES, Option, argument, option
from model.cli.uitvraag_options import LEES_OPTIONS, MAAK_OPTIONS, SAMEN_OPTIONS
from model.cli.usage import SpokenCommand, SpokenGroup
from model.text import Language, Text

_ABOUT = Text(
    "Rekent uit wat een scenario ongedekt laat: wat programma's nodig hebben, wat daarvoor betaalt, wat dat vertraagt"
    " en wie de rekening krijgt.",
    "Works out what a scenario leaves uncovered: what programmes need, what pays for it, what that delays and who gets"
    " the bill.",
)
_TAAL = Text("Taal: nl of en.", "Language: nl or en.")


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, the module whose function of the same name does it, and what help says.

    The module is one of this folder, or one that stands above the model and is named in full.
    """

    name: str
    module: str
    meaning: Text
    arguments: Sequence[click.Parameter]
    options: Sequence[Option]

    def run(self, **settings: Any) -> int:
        """Load the module and do the command; return the exit code."""
        return int(self.function()(**settings))

    def function(self) -> Callable[..., int]:
        """Return the function that does it; its module is loaded."""
        module = self.module if "." in self.module else f"model.cli.{self.module}"
        does: Callable[..., int] = getattr(import_module(module), module.rpartition(".")[2])
        return does


@dataclass(frozen=True, slots=True)
class Commands:
    """Several commands under one name."""

    name: str
    meaning: Text
    commands: Sequence[Command]


def build(language: Language) -> click.Group:
    """Return the program with its help in `language`."""
    group = _group("dekking", _ABOUT, commands(), language)
    for under in groups():
        group.add_command(_group(under.name, under.meaning, under.commands, language))
    return group


def _group(name: str, about: Text, members: Sequence[Command], language: Language) -> click.Group:
    group = SpokenGroup(name, help=about.say(language), no_args_is_help=True, params=[_taal(language)])
    for command in members:
        group.add_command(
            SpokenCommand(
                command.name,
                callback=partial(command.run, language=language),
                help=command.meaning.say(language),
                params=[*command.arguments, *(make(language) for make in command.options), _taal(language)],
            )
        )
    return group


def groups() -> tuple[Commands, ...]:
    """Return the commands that stand under a name of their own."""
    files = argument("files", "BESTAND.xlsx...", nargs=-1, required=True, type=PATH)
    uitvraag = (
        Command("maak", "uitvraag_maak", _MAAK, [], MAAK_OPTIONS),
        Command("lees", "uitvraag_lees", _LEES, [files], LEES_OPTIONS),
        Command("voeg-samen", "uitvraag_voeg_samen", _SAMEN, [files], SAMEN_OPTIONS),
    )
    return (Commands("uitvraag", _UITVRAAG, uitvraag),)


def commands() -> tuple[Command, ...]:
    """Return all commands, in the order of the help."""
    scenarios = argument("scenarios", "[SCENARIO.toml]...", nargs=-1)
    scenario, two = argument("scenario", "SCENARIO.toml"), [argument("a", "A.toml"), argument("b", "B.toml")]
    workbook, books = _file("file", "BESTAND.xlsx"), [_file("a", "A.xlsx"), _file("b", "B.xlsx")]
    return (
        Command("run", "run", _RUN, [scenarios], _RUN_OPTIONS),
        Command("compare", "compare", _COMPARE, two, _COMPARE_OPTIONS),
        Command("export", "export", _EXPORT, [scenario, workbook], [DATA, FORCE]),
        Command("import", "terug", _IMPORT, [_file("workbook", "BESTAND.xlsx")], _IMPORT_OPTIONS),
        Command("verify", "verify", _VERIFY, [workbook], []),
        Command("diff", "diff", _DIFF, books, []),
        Command("import-begroting", "begroting", _BEGROTING, [_file("file", "BESTAND")], BEGROTING_OPTIONS),
        Command("check", "check", _CHECK, [], [DATA]),
        Command("init", "init", _INIT, [_file("folder", "MAP")], [FORCE]),
        Command("serve", "dash_app.serve", _SERVE, [], _SERVE_OPTIONS),
    )


def _file(name: str, metavar: str) -> click.Argument:
    return argument(name, metavar, type=PATH)


def _taal(language: Language) -> click.Option:
    # The language is taken from the words before click sees them (main); here it is only explained.
    return click.Option(["--taal"], metavar="nl|en", help=_TAAL.say(language), expose_value=False)


_RUN = Text(
    "Rekent de basis en elk scenario door en drukt de kerntabellen af. De naam van een meegeleverd scenario mag ook"
    " zonder map en .toml.",
    "Works out the baseline and each scenario and prints the key tables. A shipped scenario may be named without its"
    " folder and .toml.",
)
_RUN_OPTIONS = (
    DATA,
    option(
        "--out",
        "Schrijft de resultaten als CSV in deze map.",
        "Writes the results as CSV into this folder.",
        type=PATH,
        metavar="MAP",
    ),
    FORCE,
    PRICES,
    option(
        "--indeling",
        "Voegt een tabel toe volgens een indeling van de dataset.",
        "Adds a table by a grouping of the dataset.",
        metavar="NAAM",
    ),
    option(
        "--zonder-basis",
        "Toont en schrijft alleen de scenario's, niet de basis waarmee zij worden vergeleken.",
        "Shows and writes the scenarios only, not the baseline that they are compared with.",
        is_flag=True,
    ),
)

_COMPARE = Text(
    "Vergelijkt twee scenario's: invoer die verschilt, resultaten naast elkaar en de brug van A naar B.",
    "Compares two scenarios: inputs that differ, results side by side and the bridge from A to B.",
)
_COMPARE_OPTIONS = (
    DATA,
    option(
        "--data-b",
        "Dataset van B, als die een andere is; dan ook een mutatietabel.",
        "Dataset of B, where it is another; then also a table of changes.",
        type=PATH,
        metavar="MAP",
    ),
    option(
        "--kerncijfer",
        "Kerncijfer van de brug (standaard: tekort).",
        "Indicator of the bridge (default: tekort).",
        default="tekort",
        metavar="ID",
    ),
    option("--jaar", "Alleen dit jaar in de brug.", "Only this year in the bridge.", metavar="JAAR"),
    option("--out", "Schrijft de brug als CSV.", "Writes the bridge as CSV.", type=PATH, metavar="BESTAND.csv"),
    FORCE,
    PRICES,
)

_EXPORT = Text(
    "Schrijft een scenario (of basis) als werkmap met formules die meerekenen, voor Excel en LibreOffice.",
    "Writes a scenario (or basis) as a workbook with live formulas, for Excel and LibreOffice.",
)

_IMPORT_OPTIONS = (
    DATA,
    option(
        "--out",
        "Schrijft het scenario hier; anders drukt de opdracht het af.",
        "Writes the scenario here; otherwise the command prints it.",
        type=PATH,
        metavar="SCENARIO.toml",
    ),
    FORCE,
    option(
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

_VERIFY = Text(
    "Rekent een werkmap na: herberekent haar in LibreOffice en vergelijkt elke resultaatcel met het rekenmodel, op de"
    " invoer die erin staat.",
    "Verifies a workbook: recalculates it in LibreOffice and compares every result cell with the engine, on the inputs"
    " that stand in it.",
)

_DIFF = Text(
    "Vergelijkt twee werkmappen: invoer die verschilt, formules die verschillen, en uitkomsten die verschillen terwijl"
    " invoer en formules dat niet doen.",
    "Compares two workbooks: inputs that differ, formulas that differ, and results that differ although inputs and"
    " formulas do not.",
)

_IMPORT = Text(
    "Leest een werkmap van dekking export terug: wat er op Invoer is gewijzigd, als maatregelen in een scenario, en"
    " alles wat is gevonden.",
    "Reads a workbook of dekking export back: what was changed on Invoer, as measures in a scenario, and everything"
    " that was found.",
)

_SERVE = Text(
    "Start de app op dit apparaat: scenario's bouwen, vergelijken en laten zien in de browser, zonder internet.",
    "Starts the app on this machine: building, comparing and showing scenarios in the browser, without the internet.",
)
_SERVE_OPTIONS = (
    DATA,
    option(
        "--host",
        "Adres om op te luisteren (standaard: 127.0.0.1).",
        "Address to listen on (default: 127.0.0.1).",
        default="127.0.0.1",
        metavar="ADRES",
    ),
    option("--port", "Poort (standaard: 8050).", "Port (default: 8050).", type=click.IntRange(0, 65535), default=8050),
    option(
        "--opslag",
        "Bestand waarin scenario's worden bewaard (standaard: in uw gegevensmap).",
        "File in which scenarios are kept (default: in your data folder).",
        type=PATH,
        metavar="BESTAND",
    ),
    option(
        "--ronde",
        "Map met een ronde van de opgave, voor de pagina Uitvraag (standaard: de verzonnen ronde bij het programma).",
        "Folder of a round of the return, for the page Uitvraag (default: the made-up round that ships).",
        type=PATH,
        metavar="MAP",
    ),
    option(
        "--bewaker",
        "Naam waaronder een toegangsserver de app bewaakt; nodig om elders dan op dit apparaat te luisteren.",
        "Name under which an access server guards the app; needed to listen anywhere but on this machine.",
        metavar="NAAM",
    ),
)

_BEGROTING = Text(
    "Leest een gepubliceerde budgettaire tabel of begrotingsstaat (CSV of XLSX), sluit haar aan op haar eigen totalen"
    " en schrijft met --out de uitgaven als dataset. Wat het bestand open laat, wordt gevraagd. Uitkomst: 0 als alles"
    " aansluit, 1 als een totaal van wat is gelezen (met --out en --overslaan: van wat is overgenomen) niet aansluit, 2"
    " als er iets is gevraagd of geweigerd.",
    "Reads a published budget table or begrotingsstaat (CSV or XLSX), reconciles it with its own totals and with --out"
    " writes its spending as a dataset. What the file leaves open is asked. Exit code: 0 if everything reconciles, 1 if"
    " a total of what was read (with --out and --overslaan: of what was taken over) does not, 2 if something was asked"
    " or refused.",
)

_UITVRAAG = Text(
    "De opgave van departementen: werkmappen uitzetten, lezen wat terugkomt, en samenvoegen tot één totaal.",
    "The departments' return: send out workbooks, read what comes back, and merge it into one total.",
)

_LEES = Text(
    "Leest opgaven terug, door welk programma ook bewaard, en drukt per bestand af wat is gevonden; uw bestanden"
    " blijven zoals zij zijn. Uitkomst: 0 als geen opgave fouten heeft, 1 als er fouten zijn, 2 als een bestand is"
    " geweigerd omdat het niet in zijn geheel te begrijpen is.",
    "Reads returns back, whatever program saved them, and prints what was found per file; your files stay as they are."
    " Exit code: 0 if no return has errors, 1 if there are errors, 2 if a file was refused because it cannot be"
    " understood whole.",
)
_MAAK = Text(
    "Maakt van een ronde de werkmap waarin een departement zijn opgave doet; zonder --departement die van alle"
    " departementen.",
    "Makes from a round the workbook in which a department gives its return; without --departement those of all"
    " departments.",
)
_SAMEN = Text(
    "Voegt opgaven samen: van directies en verbeteringen per departement, en dan tot één totaal dat zegt waarop het"
    " rust; de volgorde van bestanden maakt niet uit. Wat elkaar tegenspreekt, komt in conflicten.csv; vul daar keuze"
    " in en geef het terug met --besluiten. Uitkomst: 0 als van wat binnenkwam niets openstaat (de laatste regel zegt"
    " hoeveel departementen niet antwoordden), 1 als een bestand is geweigerd of fouten of conflicten openstaan, 2 bij"
    " verkeerd gebruik.",
    "Merges returns, of directorates and corrections per department and then into one total that says what it rests on;"
    " the order of files does not matter. What contradicts goes into conflicten.csv; fill in keuze there and hand it"
    " back with --besluiten. Exit code: 0 if nothing that came in is open (the last line says how many did not answer),"
    " 1 if a file was refused or errors or conflicts are open, 2 for wrong use.",
)
