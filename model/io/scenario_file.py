"""Read scenario files: TOML becomes a Scenario, its chain of bases included. Source: contract, section 2."""

from __future__ import annotations

import datetime
import os
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from model.errors import InputError, Issue, Place, Problem, known, shown
from model.io.text_files import MIB, read_text
from model.kinds import Choice, Kind, Many, Words
from model.measures import MEASURES, Measure
from model.measures.fields import nearest, readable_fields, specs
from model.quantities import Year
from model.scenario import BASIS, Scenario, Step, placed, would_add
from model.text import Text
from model.words import BESLUITSTATUSSEN

MAX_BYTES = 4 * MIB
MEASURE_LIST = "maatregel"

_LINE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")

_TOML_ERRORS = {
    "end of document)": Text("het bestand eindigt midden in een regel", "the file ends in the middle of a line"),
    "Invalid value": Text("hier staat geen waarde", "there is no value here"),
    "Cannot overwrite": Text("deze naam staat er al", "this name is there already"),
    "Duplicate inline table key": Text("deze naam staat twee keer in een tabel", "this name occurs twice in a table"),
    "Cannot declare": Text("deze tabel staat er al", "this table is there already"),
    "Cannot redefine": Text("deze tabel staat er al", "this table is there already"),
    "Cannot mutate": Text("deze tabel is al af", "this table is complete already"),
    "Expected '='": Text("na een naam ontbreekt het isgelijkteken", "an equals sign is missing after a name"),
    "Expected newline": Text("na de waarde staat nog iets op de regel", "something follows the value on its line"),
    "Invalid statement": Text("hier hoort een naam of een [tabel]", "a name or a [table] belongs here"),
    "Expected ']": Text("een [tabel] mist een haak", "a [table] lacks a bracket"),
    "Invalid initial character": Text("hier hoort een naam", "a name belongs here"),
    "Unclosed array": Text("een lijst gaat open en niet meer dicht", "a list is opened and never closed"),
    "Unclosed inline table": Text("een accolade gaat open en niet meer dicht", "a brace is opened and never closed"),
    "Unterminated string": Text(
        "een aanhalingsteken gaat open en niet meer dicht", "a quote is opened and never closed"
    ),
    "Illegal character": Text("een tekst loopt door op de volgende regel", "a text runs on to the next line"),
    "Unescaped": Text("een \\ in een tekst moet dubbel", "a \\ in a text must be doubled"),
    "hex value": Text("na \\u of \\U horen cijfers", "digits belong after \\u or \\U"),
    "Unicode scalar": Text("dit teken achter \\u bestaat niet", "there is no such character"),
    "invalid character": Text("hier staat een stuurteken", "there is a control character here"),
    'Expected "': Text("een aanhalingsteken gaat open en niet meer dicht", "a quote is opened and never closed"),
    "Invalid date": Text("deze datum bestaat niet", "this date does not exist"),
    "integer string conversion": Text("een getal heeft te veel cijfers", "a number has too many digits"),
}

# What was meant as a number after an equals sign: 1.000.000 or 1000,50 or 1 000.
_MEANT_AS_NUMBER = re.compile(r"=\s*([-+]?\d{1,3}(?:[. ]\d{3})+(?:,\d+)?|[-+]?\d+(?:,\d+)+)\s*(?=[,}\]#]|$)", re.ASCII)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'|#.*")

_SAVING = Text("in Kladblok: Opslaan als, codering UTF-8", "in Notepad: Save as, encoding UTF-8")
_EXPECTED = Text('een scenario met ten minste naam = "..."', 'a scenario with at least naam = "..."')


@dataclass(frozen=True, slots=True)
class Moment(Kind):
    """A date, as TOML writes it or as text."""

    @property
    def expected(self) -> Text:
        return Text("een datum, zoals 2026-11-21", "a date, such as 2026-11-21")

    def accept(self, value: object) -> str:
        if isinstance(value, str | datetime.date) and str(value).strip():
            return str(value)
        raise self.wrong()


@dataclass(frozen=True, slots=True)
class Span(Kind):
    """The first and last year of a horizon."""

    @property
    def expected(self) -> Text:
        return Text(
            "een eerste en een laatste jaar, zoals [2024, 2035]", "a first and a last year, such as [2024, 2035]"
        )

    def problems(self, value: object, field: str) -> Iterator[Problem]:
        if not isinstance(value, list) or len(value) != 2:
            yield Problem("waarde-fout", field, {"found": shown(value), "expected": self.expected})
            return
        wrong = [problem for year in value for problem in Year().problems(year, field)]
        if not wrong and value[0] > value[1]:
            wrong.append(Problem("horizon-volgorde", field, {"first": value[0], "last": value[1]}))
        yield from wrong

    def accept(self, value: object) -> tuple[int, int]:
        if not isinstance(value, list):
            raise self.wrong()
        return Year().accept(value[0]), Year().accept(value[1])


_FIELDS: Mapping[str, Kind] = {
    "naam": Words(),
    "omschrijving": Words(),
    "status": Words(),
    "datum": Moment(),
    "auteur": Words(),
    "begrotingsjaar": Year(),
    "horizon": Span(),
    "basis": Words(),
    "telt_mee": Many(Choice(BESLUITSTATUSSEN)),
}


def read_scenario(path: Path) -> tuple[Scenario, list[Issue]]:
    """Return the scenario in `path`, and the issues of it and its bases; a wrong field is left out of it."""
    return _read(path, str(path), ())


def _read(path: Path, name: str, above: tuple[Path, ...]) -> tuple[Scenario, list[Issue]]:
    place = Place(name)
    empty = Scenario(naam=path.stem, file=name, unread=frozenset({"naam", "basis"}))
    real = Path(os.path.realpath(path))
    if real in above:
        chain = " → ".join(file.name for file in (*above, path))
        return empty, [Issue("basis-kringloop", replace(place, path="basis"), {"found": chain})]
    try:
        table = _parsed(path, place)
    except InputError as error:
        return empty, list(error.issues)
    scenario, issues, basis = _whole(table, name, path.stem)
    if basis is None:
        return scenario, issues
    below, basis_issues = _read(path.parent / basis, str(Path(name).parent / basis), (*above, real))
    return _on(below, scenario), [*issues, *basis_issues]


def scenario_from(table: Mapping[str, Any], name: str) -> tuple[Scenario, list[Issue]]:
    """Return the scenario in a table with the keys of a scenario file, and its issues; a wrong field is left out.

    It has no basis: that is a file beside it.
    """
    scenario, issues, _ = _whole({key: value for key, value in table.items() if key != "basis"}, name, name)
    return scenario, issues


def _whole(table: Mapping[str, Any], name: str, otherwise: str) -> tuple[Scenario, list[Issue], str | None]:
    """Return a scenario as its table says, its issues, and the name of its basis; `otherwise` is what to call it."""
    place = Place(name)
    issues = [placed(problem, place) for problem in _field_problems(table)]
    wrong = {issue.place.path.partition(".")[0] for issue in issues}
    fields: dict[str, Any] = {k: kind.accept(table[k]) for k, kind in _FIELDS.items() if k in table and k not in wrong}
    steps, step_issues = _steps(table.get(MEASURE_LIST, []), place)
    basis = fields.pop("basis", None)
    unread = {field for field in ("basis", "horizon") if field in wrong} | ({"naam"} - set(fields))
    scenario = Scenario(**({"naam": otherwise, "file": name, "steps": steps, "unread": frozenset(unread)} | fields))
    return scenario, [*issues, *step_issues], basis


def _parsed(path: Path, place: Place) -> Mapping[str, Any]:
    text = read_text(path, MAX_BYTES, _EXPECTED, _SAVING, place.file)
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        found = _LINE.search(str(error))
        line = int(found[1]) if found and found[1] else None
        said = _no_number(text, line) or _said(error)
        raise InputError([Issue("geen-toml", replace(place, line=line), {"found": said})]) from None


def _no_number(text: str, line: int | None) -> Text | None:
    """Return what is wrong with a number on the line where reading stopped, written as people write it."""
    found = _MEANT_AS_NUMBER.search(_QUOTED.sub("", text.split("\n")[line - 1].rstrip())) if line is not None else None
    if found is None:
        return None
    return Text(
        f"{shown(found[1])} is geen getal; verwacht een getal zonder punten voor duizendtallen en met een decimale punt"
        " (1_000_000 mag)",
        f"{shown(found[1])} is not a number; expected one without marks for thousands and with a decimal point"
        " (1_000_000 is allowed)",
    )


def _said(error: Exception) -> Text:
    """Return what keeps a file from being TOML, in words."""
    if isinstance(error, RecursionError):
        return Text("lijsten of tabellen zijn te diep genest", "lists or tables are nested too deep")
    for found, said in _TOML_ERRORS.items():
        if found in str(error):
            return said
    return Text("deze regel is niet te lezen", shown(_LINE.sub("", str(error)), limit=120))


def _field_problems(table: Mapping[str, Any]) -> Iterator[Problem]:
    names = (*_FIELDS, MEASURE_LIST)
    for name, value in table.items():
        if name not in names:
            yield Problem("sleutel-onbekend", name, {"found": shown(name), "expected": known(names, name)})
        elif name in _FIELDS:
            yield from _FIELDS[name].problems(value, name)
    if "naam" not in table:
        yield Problem("veld-ontbreekt", "naam", {"found": "naam", "expected": Words().expected})
    elif isinstance(table["naam"], str) and table["naam"].strip() == BASIS:
        yield Problem("naam-basis", "naam")


def _steps(listed: object, place: Place) -> tuple[tuple[Step, ...], list[Issue]]:
    if not isinstance(listed, list):
        expected = Text("een lijst met [[maatregel]]", "a list with [[maatregel]]")
        found = {"found": shown(listed), "expected": expected}
        return (), [Issue("waarde-fout", replace(place, path=MEASURE_LIST), found)]
    steps, issues = [], []
    for number, table in enumerate(listed, start=1):
        step, problems = _step(table, number, place)
        steps.append(step)
        issues += [placed(problem, step.place) for problem in problems]
    return tuple(steps), issues


def _step(table: object, number: int, place: Place) -> tuple[Step, Sequence[Problem]]:
    here = replace(place, path=f"{MEASURE_LIST} {number}")
    if not isinstance(table, Mapping):
        expected = Text("een tabel [[maatregel]]", "a table [[maatregel]]")
        return Step(here, None), [Problem("waarde-fout", "", {"found": shown(table), "expected": expected})]
    soort = table.get("soort")
    if soort is None:
        return Step(here, None, would_add(table)), [
            Problem("veld-ontbreekt", "soort", {"found": "soort", "expected": Choice(_meanings()).expected})
        ]
    if not isinstance(soort, str) or soort not in MEASURES:
        found = {"found": shown(soort), "expected": known(MEASURES, str(soort))}
        return Step(here, None, would_add(table)), [Problem("soort-onbekend", "soort", found)]
    here = replace(here, path=f"{here.path} ({soort})")
    problems = list(_measure_problems(MEASURES[soort], table))
    declared = specs(MEASURES[soort])
    if problems:
        fields = {name: found for name, found in table.items() if name != "soort"}
        readable = readable_fields({name: spec.kind for name, spec in declared.items()}, fields)
        return Step(here, None, would_add(table), MEASURES[soort], readable), problems
    given: dict[str, Any] = {name: spec.kind.accept(table[name]) for name, spec in declared.items() if name in table}
    return Step(here, MEASURES[soort](**given)), []


def _meanings() -> dict[str, Text]:
    return {soort: measure.meaning for soort, measure in MEASURES.items()}


def _measure_problems(measure: type[Measure], table: Mapping[str, Any]) -> Iterator[Problem]:
    declared = specs(measure)
    misspelt = set()
    for name in table:
        if name != "soort" and name not in declared:
            misspelt |= set(nearest(name, (field for field in declared if field not in table)))
            yield Problem("sleutel-onbekend", name, {"found": shown(name), "expected": known(declared, name)})
    for name, spec in declared.items():
        if name in table:
            yield from spec.kind.problems(table[name], name)
        elif spec.needed and name not in misspelt:
            yield Problem("veld-ontbreekt", name, {"found": name, "expected": spec.kind.expected_toml})


def _on(below: Scenario, above: Scenario) -> Scenario:
    """Return `above` with the measures of its basis first, and what it leaves out taken from its basis."""
    return replace(
        above,
        steps=(*below.steps, *above.steps),
        begrotingsjaar=above.begrotingsjaar or below.begrotingsjaar,
        horizon=above.horizon or below.horizon,
        telt_mee=below.telt_mee if above.telt_mee is None else above.telt_mee,
        unread=above.unread | (below.unread - ({"naam"} if above.horizon is None else {"naam", "horizon"})),
    )
