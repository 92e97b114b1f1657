"""The starter that `dekking init` writes: a small dataset and scenario, and an explanation of every column."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from model.errors import InputError, Issue, Place
from model.io.datapackage import NAME, datapackage
from model.io.results import refuse_existing
from model.io.shipped import data_folder
from model.io.text_files import reason
from model.measures import MEASURES
from model.measures.fields import specs
from model.schema import TABLES, Table

README = "LEESMIJ.md"

_OPENING = """# Uw eigen dataset

Een kleine dataset met verzonnen cijfers, om met eigen cijfers te vullen. Open de tabellen in Excel of LibreOffice en
bewaar ze weer als CSV UTF-8 met komma's; getallen met een decimale punt en zonder punten voor duizendtallen. Alle
bedragen zijn x € 1.000.

    dekking check --data .
    dekking run scenario.toml --data .

Elk bedrag heeft een status. `gepubliceerd` en `afgeleid` noemen een `referentie` uit `referenties.csv`; `aanname` en
`voorstel` geven in `toelichting` de reden. Fouten worden allemaal tegelijk gemeld, met bestand, rij en kolom.

Hieronder staat wat elke kolom betekent. Een kolom met (mag leeg) mag ook worden weggelaten.
"""


def write_starter(folder: Path, *, force: bool) -> list[Path]:
    """Write the starter into `folder` and return the paths; overwrites nothing without `force` (`InputError`)."""
    sources = sorted(path for path in (data_folder() / "starter").iterdir() if path.suffix in (".csv", ".toml"))
    targets = [folder / source.name for source in sources]
    package, readme = folder / NAME, folder / README
    refuse_existing([*targets, package, readme], force=force)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for source, target in zip(sources, targets, strict=True):
            target.write_bytes(source.read_bytes())
        name = folder.resolve().name
        package.write_text(datapackage(folder, name="eigen-dataset", title=name, version="0.1.0"), encoding="utf-8")
        readme.write_text(manual(), encoding="utf-8")
    except OSError as error:
        raise InputError([Issue("niet-te-schrijven", Place(str(folder)), {"found": reason(error)})]) from None
    return [*targets, package, readme]


def manual() -> str:
    """Return the explanation of every table, column and measure, made from their declarations."""
    return "\n".join([_OPENING, *_tables(), "# Maatregelen in een scenario\n", *_measures()])


def _tables() -> Iterator[str]:
    for table in TABLES:
        optional = " (mag ontbreken)" if table.optional else ""
        yield f"## {table.file}{optional}\n\n{table.meaning.nl[0].upper()}{table.meaning.nl[1:]}.\n"
        yield "\n".join(_columns(table)) + "\n"


def _columns(table: Table) -> Iterator[str]:
    for column in table.columns:
        unit = f", {column.unit}" if column.unit else ""
        empty = " (mag leeg)" if column.optional or column.empty else ""
        yield f"- `{column.name}`{empty}: {column.meaning.nl}{unit}. Verwacht: {column.kind.expected.nl}."


def _measures() -> Iterator[str]:
    for soort, measure in MEASURES.items():
        yield f"## {soort}\n\n{measure.meaning.nl[0].upper()}{measure.meaning.nl[1:]}.\n"
        lines = []
        for name, spec in specs(measure).items():
            optional = "" if spec.needed else " (mag weg)"
            unit = f", {spec.unit}" if spec.unit else ""
            lines.append(f"- `{name}`{optional}: {spec.meaning.nl}{unit}. Verwacht: {spec.kind.expected.nl}.")
        yield "\n".join(lines) + "\n"
