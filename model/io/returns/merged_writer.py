"""Writes what came of a round: its figures, conflicts, tables, a dataset to run on, and the overview as a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from model.io.excel.export import write_file
from model.io.results import refuse_existing, write_csv
from model.io.returns.counted import Rij, rijen
from model.io.returns.decisions import CONFLICTEN
from model.io.returns.decisions_writer import write_conflicts
from model.io.returns.figures import cijfers_van, write_cijfers
from model.io.returns.guarded import safe
from model.io.returns.merged import Uitslag
from model.io.returns.merged_cells import Rows
from model.io.returns.merged_rows import TABELLEN
from model.io.returns.overview import overview_of
from model.io.returns.tables import OPGAVEN
from model.io.returns.to_dataset import dataset_paths, write_to_dataset
from model.io.returns.workbook import FICTION
from model.returns.ronde import Ronde
from model.text import Language

DATASET = "dataset"
_OVERVIEW = "overzicht.xlsx"


def paths_of(ronde: Ronde, folder: Path) -> Mapping[str, Path]:
    """Return what is written, by name; the files of the dataset too."""
    paths = {name: folder / name for name in (OPGAVEN.file, CONFLICTEN.file, *TABELLEN)}
    data = {f"{DATASET}/{path.name}": path for path in dataset_paths(folder / DATASET)}
    return paths | {_OVERVIEW: folder / overview_name(ronde)} | data


def overview_name(ronde: Ronde) -> str:
    """Return the name of the overview; that of a fictitious round says so."""
    return f"{FICTION}-{_OVERVIEW}" if ronde.fictief else _OVERVIEW


def write_merged(uitslag: Uitslag, folder: Path, language: Language, *, force: bool) -> list[Path]:
    """Write everything and return the paths, those of the dataset as its folder.

    Raises `InputError` where something exists already and not `force`, or cannot be written.
    """
    paths = paths_of(uitslag.ronde, folder)
    refuse_existing(paths.values(), force=force)
    rows = list(rijen(uitslag))
    write_tables(uitslag, rows, folder, language, force=force)
    write_file(overview_of(uitslag, rows, language), paths[_OVERVIEW])
    return [path for name, path in paths.items() if "/" not in name] + [folder / DATASET]


def write_tables(uitslag: Uitslag, rows: Sequence[Rij], folder: Path, language: Language, *, force: bool) -> None:
    """Write everything but the overview: tables as CSV, and the dataset in a folder of its own."""
    figures = {
        departement: cijfers_van(bijeen.opgave, uitslag.ronde.jaar)
        for departement, bijeen in uitslag.departementen.items()
    }
    write_cijfers(folder / OPGAVEN.file, OPGAVEN, figures)
    write_conflicts(folder / CONFLICTEN.file, uitslag, language)
    for name, (header, made) in TABELLEN.items():
        write_csv(folder / name, header, _guarded(made(uitslag, rows, language)))
    write_to_dataset(uitslag.telling, folder / DATASET, force=force, language=language)


def _guarded(rows: Rows) -> Iterator[list[object]]:
    for row in rows:
        yield [safe(cell) if isinstance(cell, str) else cell for cell in row]
