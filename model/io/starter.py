"""The starter that `dekking init` writes: a small dataset and scenario, and an explanation of every column."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from pathlib import Path

from model.errors import InputError, Issue, Place
from model.io.datapackage import NAME, datapackage
from model.io.results import refuse_existing
from model.io.shipped import data_folder
from model.io.text_files import reason
from model.measures import MEASURES, Measure
from model.measures.fields import FieldSpec, specs
from model.schema import KEUR, TABLES, Table
from model.text import Language, Text

MANUALS: Mapping[Language, str] = {"nl": "LEESMIJ.md", "en": "README.md"}

# Units as the manual says them; that something is in years stands in its meaning.
_UNITS = {
    KEUR: Text("x € 1.000", "x € 1,000"),
    "fractie": Text("fractie: 0.05 is 5 %", "fraction: 0.05 is 5 %"),
    "factor": Text("factor", "factor"),
}
_EXPECTED = Text("Verwacht", "Expected")
_COMMON = [field.name for field in dataclasses.fields(Measure)]


def write_starter(folder: Path, *, force: bool, language: Language = "nl") -> list[Path]:
    """Write the starter into `folder` and return the paths; overwrites nothing without `force` (`InputError`)."""
    sources = sorted(path for path in _templates(language).iterdir() if path.suffix in (".csv", ".toml"))
    targets = [folder / source.name for source in sources]
    package, readme = folder / NAME, folder / MANUALS[language]
    refuse_existing([*targets, package, readme], force=force)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for source, target in zip(sources, targets, strict=True):
            target.write_bytes(source.read_bytes())
        title = folder.resolve().name
        described = datapackage(folder, name="eigen-dataset", title=title, version="0.1.0", language=language)
        package.write_text(described, encoding="utf-8")
        readme.write_text(manual(language), encoding="utf-8")
    except OSError as error:
        raise InputError([Issue("niet-te-schrijven", Place(str(folder)), {"found": reason(error)})]) from None
    return [*targets, package, readme]


def _templates(language: Language) -> Path:
    return data_folder() / "starter" / language


def manual(language: Language) -> str:
    """Return the explanation of every table, column and measure, made from their declarations."""
    opening = (_templates(language) / MANUALS[language]).read_text(encoding="utf-8")
    return "\n".join([opening, *_tables(language), *_measures(language)])


def _tables(language: Language) -> Iterator[str]:
    absent = Text(" (mag ontbreken)", " (may be missing)").say(language)
    for table in TABLES:
        yield _section(f"{table.file}{absent if table.optional else ''}", table.meaning, language)
        yield "\n".join(_columns(table, language)) + "\n"


def _section(title: str, meaning: Text, language: Language) -> str:
    said = meaning.say(language)
    return f"## {title}\n\n{said[0].upper()}{said[1:]}.\n"


def _columns(table: Table, language: Language) -> Iterator[str]:
    empty = Text(" (mag leeg)", " (may be empty)").say(language)
    for column in table.columns:
        left_out = empty if column.optional or column.empty else ""
        yield _line(f"`{column.name}`{left_out}", column.meaning, column.unit, column.kind.expected, language)


def _measures(language: Language) -> Iterator[str]:
    yield Text("# Maatregelen in een scenario\n", "# Measures in a scenario\n").say(language)
    shared = Text("Velden die elke maatregel mag hebben, naast zijn eigen", "Fields that every measure may have")
    yield f"{shared.say(language)}:\n"
    yield "\n".join(_fields(specs(Measure), language)) + "\n"
    for soort, measure in MEASURES.items():
        yield _section(soort, measure.meaning, language)
        own = {name: spec for name, spec in specs(measure).items() if name not in _COMMON}
        yield "\n".join(_fields(own, language)) + "\n"


def _fields(fields: Mapping[str, FieldSpec], language: Language) -> Iterator[str]:
    absent = Text(" (mag weg)", " (may be left out)").say(language)
    for name, spec in fields.items():
        left_out = "" if spec.needed else absent
        yield _line(f"`{name}`{left_out}", spec.meaning, spec.unit, spec.kind.expected_toml, language)


def _line(name: str, meaning: Text, unit: str, expected: Text, language: Language) -> str:
    measured = f" ({_UNITS[unit].say(language)})" if unit in _UNITS else ""
    return f"- {name}: {meaning.say(language)}{measured}. {_EXPECTED.say(language)}: {expected.say(language)}."
