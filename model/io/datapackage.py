"""The `datapackage.json` of a dataset: its tables described as Frictionless Tabular Data Package, from the schema."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from model.schema import TABLES, Column, Table
from model.text import Language

NAME = "datapackage.json"


def datapackage(folder: Path, *, name: str, title: str, version: str, language: Language = "nl") -> str:
    """Return the text of the package that describes the tables which are in `folder`."""
    package = {
        "profile": "tabular-data-package",
        "name": name,
        "title": title,
        "version": version,
        "licenses": [{"name": "EUPL-1.2", "title": "European Union Public Licence 1.2"}],
        "resources": [
            _resource(table, header, language) for table in TABLES if (header := _header(folder / table.file))
        ],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _header(path: Path) -> list[str]:
    """Return the columns that a table has; optional ones may have been left out."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return next(csv.reader(file), [])


def _resource(table: Table, header: Sequence[str], language: Language) -> dict[str, Any]:
    columns = [table.by_name[name] for name in header]
    schema: dict[str, Any] = {"fields": [_field(column, language) for column in columns], "missingValues": [""]}
    if not any(table.by_name[name].empty for name in table.key):
        schema["primaryKey"] = list(table.key)
    keys = [_foreign_key(column) for column in columns if _refers(column)]
    if keys:
        schema["foreignKeys"] = keys
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.meaning.say(language),
        "path": table.file,
        "encoding": "utf-8",
        "format": "csv",
        "schema": schema,
    }


def _field(column: Column, language: Language) -> dict[str, Any]:
    described = dict(column.kind.schema)
    constraints = dict(described.pop("constraints", {}))  # type: ignore[call-overload]
    if not (column.optional or column.empty):
        constraints["required"] = True
    field: dict[str, Any] = {"name": column.name, "description": column.meaning.say(language), **described}
    if column.unit:
        field["unit"] = column.unit
    return field | ({"constraints": constraints} if constraints else {})


def _refers(column: Column) -> bool:
    # A key may also be a partij, a rate also a number, and a voor_ cell holds several values: no plain foreign keys.
    return column.table not in ("", "verdeelsleutels", "parameters") and not column.name.startswith("voor_")


def _foreign_key(column: Column) -> dict[str, Any]:
    return {"fields": column.name, "reference": {"resource": column.table, "fields": "id"}}
