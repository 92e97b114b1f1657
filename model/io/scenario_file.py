"""Read scenario files: TOML becomes a Scenario, its chain of bases included. Source: contract, section 2."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from model.errors import InputError, Issue, Place, Problem, known, shown
from model.io.text_files import MIB
from model.io.toml_files import parsed
from model.kinds import Choice, Kind, Many, Words
from model.measures import MEASURES, Measure
from model.measures.fields import nearest, readable_fields, specs
from model.quantities import Year
from model.scenario import BASIS, Scenario, Step, placed, would_add
from model.text import Text
from model.words import BESLUITSTATUSSEN

MAX_BYTES = 4 * MIB
MEASURE_LIST = "maatregel"

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
        table = parsed(path, place, MAX_BYTES, _EXPECTED)
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
