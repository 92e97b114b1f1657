"""A dataset written from rows: each table with the columns that it needs or fills, no text a formula, and its package.

Tables without rows have only their header row, so that the folder is a dataset by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from model.errors import InputError, Issue, Place
from model.io.begroting.cleaning import Guard
from model.io.datapackage import NAME, datapackage
from model.io.results import write_csv
from model.io.text_files import reason
from model.schema import TABLES, Table
from model.text import Language

Row = Mapping[str, object]


def tables_of(names: Collection[str]) -> list[Table]:
    """Return the tables of a dataset: those that every dataset has, and the optional ones that are named."""
    return [table for table in TABLES if not table.optional or table.name in names]


def write_tables(tables: Sequence[Table], rows: Mapping[str, Sequence[Row]], folder: Path, guard: Guard) -> None:
    """Write tables into `folder`; raises `InputError` where that cannot be done."""
    for table in tables:
        given = rows.get(table.name, ())
        names = [c.name for c in table.columns if not c.optional or any(row.get(c.name) is not None for row in given)]
        write_csv(folder / table.file, names, guard.rows([row.get(name) for name in names] for row in given))


def write_package(folder: Path, name: str, language: Language) -> None:
    """Write the package that describes the tables in `folder`; raises `InputError` where that cannot be done."""
    package = folder / NAME
    try:
        described = datapackage(folder, name=name, title=folder.resolve().name, version="1.0.0", language=language)
        package.write_text(described, encoding="utf-8")
    except OSError as error:
        raise InputError([Issue("niet-te-schrijven", Place(str(package)), {"found": reason(error)})]) from None
