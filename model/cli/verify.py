"""`dekking verify`: a workbook recalculated, and compared with the engine on the inputs that stand in it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from model.cli.terminal import Progress, heading, say, sentences
from model.io.excel.own import read_ours, read_own
from model.io.excel.recalculate import recalculated
from model.io.excel.verify import Deviation, Kind, Verification, verification
from model.text import LANGUAGES, Language, Text, number, percent, same

SHOWN = 20
SECONDS = 600.0

_TITLE = Text("Nagerekend: {file}", "Verified: {file}")
_STEPS = (
    Text("{file} wordt gelezen", "reading {file}"),
    Text("LibreOffice rekent {file} opnieuw door", "LibreOffice recalculates {file}"),
    Text("het rekenmodel rekent met de invoer in {file}", "the engine computes on the inputs in {file}"),
)
_FORMULAS = Text(
    "resultaatcellen: {cells}; daarvan formule: {formulas} ({share})",
    "result cells: {cells}; of which formulas: {formulas} ({share})",
)
_LARGEST = Text(
    "grootste relatieve afwijking van het rekenmodel, na herberekening in LibreOffice: {largest}",
    "largest relative deviation from the engine, after recalculation in LibreOffice: {largest}",
)
_STORED = Text(
    "opgeslagen waarden vergeleken met hun herberekening: {stored}",
    "stored values compared with what recalculation gives: {stored}",
)
_UNSTORED = Text(
    "formules zonder opgeslagen waarde: {unstored}; een programma dat niet rekent heeft dit bestand bewaard. Open en"
    " bewaar het in een rekenprogramma om de waarden erin te krijgen",
    "formulas without a stored value: {unstored}; the file was saved by a program that does not compute. Open and save"
    " it in a spreadsheet program to get the values into it",
)
_EQUAL = Text("geen verschillen", "no differences")
_COUNT = Text("verschillen: {n}", "differences: {n}")
_ALL = Text("{title}: {n}", "{title}: {n}")
_FIRST = Text("{title}: {n}, waarvan de eerste {shown}", "{title}: {n}, of which the first {shown}")
_KINDS: dict[Kind, Text] = {
    "ontbreekt": Text("Cellen die ontbreken", "Cells that are missing"),
    "constante": Text("Vaste waarden waar een formule hoort", "Constants where a formula belongs"),
    "formule": Text("Formules die anders zijn dan bij de export", "Formulas other than those exported"),
    "rekenmodel": Text(
        "Herberekend anders dan het rekenmodel op deze invoer", "Recalculated other than the engine on these inputs"
    ),
    "opgeslagen": Text(
        "Opgeslagen waarden die niet zijn wat de formule geeft", "Stored values that are not what the formula gives"
    ),
}
_DEVIATION = Text("{place}: gevonden {found}; verwacht {expected}", "{place}: found {found}; expected {expected}")


def verify(*, file: Path, language: Language) -> int:
    """Compare and print; return 0 where everything is equal, 1 where something differs."""
    outcome = verified(file, language)
    say(heading(_TITLE.say(language, file=file.name)))
    say(sentences(_facts(outcome), language))
    for kind, title in _KINDS.items():
        _print(title, outcome.of(kind), language)
    say()
    count = Text(*(number(len(outcome.deviations), spoken) for spoken in LANGUAGES))
    say((_COUNT if outcome.deviations else _EQUAL).say(language, n=count))
    return 1 if outcome.deviations else 0


def verified(file: Path, language: Language) -> Verification:
    """Read, recalculate and compare a workbook, saying on a terminal what takes long."""
    progress = Progress(len(_STEPS))
    read, recalculate, compare = (step.say(language, file=file.name) for step in _STEPS)
    progress.begin(read)
    stored = read_ours(file)
    with TemporaryDirectory(prefix="dekking-") as folder:
        progress.begin(recalculate)
        made = recalculated(file, Path(folder), seconds=SECONDS)
        again = read_own(made, name=stored.file)
    progress.begin(compare)
    return verification(stored, again)


def _facts(outcome: Verification) -> Iterator[Text]:
    """Yield what was compared and how far apart it was, in sentences."""
    share = outcome.formulas / outcome.cells if outcome.cells else 1.0
    values = {
        name: Text(*(number(amount, language) for language in LANGUAGES))
        for name, amount in (("cells", outcome.cells), ("formulas", outcome.formulas), ("stored", outcome.stored),
                             ("unstored", outcome.unstored))
    }  # fmt: skip
    told = math.floor(share * 10_000) / 10_000  # nearly all is not all
    shares = Text(*(percent(told, language, 0 if told in (0, 1) else 2) for language in LANGUAGES))
    yield _told(_FORMULAS, values | {"share": shares})
    yield _told(_LARGEST, {"largest": same(f"{outcome.largest:.1e}".replace("e", "E"))})
    if outcome.stored:
        yield _told(_STORED, values)
    if outcome.unstored:
        yield _told(_UNSTORED, values)


def _told(template: Text, values: Mapping[str, Text]) -> Text:
    return template.filled(**values)


def _print(title: Text, deviations: Sequence[Deviation], language: Language) -> None:
    """Print a list of differences, the first of many."""
    if not deviations:
        return
    count, first = len(deviations), deviations[:SHOWN]
    some = _FIRST if count > SHOWN else _ALL
    say()
    say(some.say(language, title=title, n=number(count, language), shown=SHOWN))
    said = (
        _told(_DEVIATION, {"place": same(each.place), "found": each.found, "expected": each.expected}) for each in first
    )
    say(sentences(said, language))
