"""`ronde.toml`: what a round is called, which year and edition it asks, and what it asks of each column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from model.errors import InputError, Issue, Place, Problem, known, shown
from model.io.returns.tables import EDITIENUMMERS, choice
from model.io.scenario_text import toml_value
from model.io.text_files import MIB
from model.io.toml_files import parsed
from model.kinds import Kind, Words
from model.measures.fields import Flag
from model.quantities import Number, Year
from model.returns.columns import KOLOMMEN
from model.returns.edition import EDITIES
from model.returns.ronde import AARD, Drempel, Ronde
from model.returns.terms import AARDEN, FASEN, PRIJZEN
from model.scenario import placed
from model.text import Text

FILE = "ronde.toml"
_EXPECTED = Text("naam, jaar en editie van een ronde", "the naam, jaar and editie of a round")


@dataclass(frozen=True, slots=True)
class Parts(Kind):
    """A table with these fields, each of which may be left out."""

    fields: Mapping[str, Kind]

    @property
    def expected(self) -> Text:
        listed = ", ".join(self.fields)
        return Text(f"een tabel met {listed}", f"a table with {listed}")

    def problems(self, value: object, field: str) -> Iterator[Problem]:
        if not isinstance(value, Mapping):
            yield Problem("waarde-fout", field, {"found": shown(value), "expected": self.expected})
            return
        yield from _problems(value, self.fields, f"{field}.")

    def accept(self, value: object) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            raise self.wrong()
        return {name: self.fields[name].accept(found) for name, found in value.items()}


NEEDED: Mapping[str, Kind] = {"naam": Words(), "jaar": Year(), "editie": EDITIENUMMERS}
FIELDS: Mapping[str, Kind] = {
    **NEEDED,
    "fase": choice(FASEN),
    "prijzen": choice(PRIJZEN),
    "fictief": Flag(),
    "drempel": Parts({each.name: Number(low=0) for each in fields(Drempel)}),
    "aard": Parts(dict.fromkeys(KOLOMMEN, choice(AARDEN))),
}


def read_settings(folder: Path) -> tuple[dict[str, Any], list[Issue]]:
    """Return the arguments of `Ronde` that stand in `ronde.toml`, and its issues; a wrong field is left out."""
    place = Place(FILE)
    try:
        table = dict(parsed(folder / FILE, place, MIB, _EXPECTED))
    except InputError as error:
        return {}, list(error.issues)
    if isinstance(table.get("editie"), int):
        table["editie"] = str(table["editie"])
    issues = [placed(problem, place) for problem in _problems(table, FIELDS)]
    issues += [
        placed(Problem("veld-ontbreekt", name, {"found": name, "expected": kind.expected}), place)
        for name, kind in NEEDED.items()
        if name not in table
    ]
    wrong = {issue.place.path.partition(".")[0] for issue in issues}
    given = {name: kind.accept(table[name]) for name, kind in FIELDS.items() if name in table and name not in wrong}
    return _arguments(given), issues


def _problems(table: Mapping[str, Any], fields: Mapping[str, Kind], under: str = "") -> Iterator[Problem]:
    for name, value in table.items():
        if name in fields:
            yield from fields[name].problems(value, f"{under}{name}")
        else:
            found = {"found": shown(name), "expected": known(fields, name)}
            yield Problem("sleutel-onbekend", f"{under}{name}", found)


def _arguments(given: dict[str, Any]) -> dict[str, Any]:
    if "editie" in given:
        given["editie"] = EDITIES[given["editie"]]
    if "drempel" in given:
        given["drempel"] = Drempel(**given["drempel"])
    if "aard" in given:
        given["aard"] = {**AARD, **given["aard"]}
    return given


def settings_text(ronde: Ronde) -> str:
    """Return the settings of a round as the text of a TOML file."""
    head = {
        "naam": ronde.naam,
        "jaar": ronde.jaar,
        "editie": ronde.editie.nummer,
        "fase": ronde.fase,
        "prijzen": ronde.prijzen,
        "fictief": ronde.fictief,
    }
    lines = [f"{name} = {toml_value(value)}" for name, value in head.items()]
    for part, values in (("drempel", asdict(ronde.drempel)), ("aard", ronde.aard)):
        lines += ["", f"[{part}]", *(f"{toml_value(name)} = {toml_value(value)}" for name, value in values.items())]
    return "\n".join(lines) + "\n"
