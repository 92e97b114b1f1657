"""Cases that a budget officer can read: posts, sources and measures in a TOML file, and what must come out.

A case is written out as a real dataset and scenario, so that it goes through the same readers as anyone's files.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from model.engine import run_plan
from model.io.open import open_scenarios
from model.result import Result

_POST = {
    "programma": "P",
    "thema": "t",
    "kostensoort": "beheer",
    "rang": 1,
    "verloop": "structureel",
    "sleutel": "rijk",
}
_SOURCE = {"betaler": "rijk", "besluitstatus": "vastgesteld", "volgorde": 1, "verloop": "structureel"}
_PARTIES = {"rijk": "rijk", "gemeenten": "gemeenten", "waterschappen": "waterschappen", "eu": "eu"}
_SCENARIO = ("horizon", "telt_mee", "begrotingsjaar", "maatregel")


def read_case(path: Path) -> Mapping[str, Any]:
    """Return a case as its file gives it."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def run_case(case: Mapping[str, Any], folder: Path) -> Result:
    """Write the case as a dataset and a scenario, and return the result of the scenario."""
    _write_owners(folder, "kostenposten", "kostenreeksen", case.get("kostenposten", {}), _POST)
    _write_owners(folder, "dekkingsbronnen", "dekkingsreeksen", case.get("dekkingsbronnen", {}), _SOURCE)
    _write(folder, "partijen", [{"id": i, "naam": i, "soort": s} for i, s in _PARTIES.items()], ("id", "naam", "soort"))
    keys = case.get("verdeelsleutels", {})
    rows = [{"sleutel": k, "partij": p, "aandeel": a} for k, shares in keys.items() for p, a in shares.items()]
    _write(folder, "verdeelsleutels", rows, ("sleutel", "partij", "aandeel"))
    _write_parameters(folder, case.get("parameters", {}))
    _write(folder, "referenties", [], ("id", "titel"))
    scenario = folder / "scenario.toml"
    scenario.write_text(_toml({"naam": case["naam"], **{k: case[k] for k in _SCENARIO if k in case}}), encoding="utf-8")
    _, [(opened, plan)] = open_scenarios(folder, [scenario])
    return run_plan(plan, opened)


def _write_owners(folder: Path, table: str, series: str, owners: Mapping[str, Any], default: Mapping[str, Any]) -> None:
    rows, amounts = [], []
    for ident, given in owners.items():
        fields = {name: value for name, value in given.items() if name != "reeks"}
        rows.append({"id": ident, "naam": ident, **default, **fields})
        owner = "kostenpost" if table == "kostenposten" else "dekkingsbron"
        for year, amount in given.get("reeks", {}).items():
            amounts.append({owner: ident, "jaar": year, "bedrag": amount, "status": "aanname", "toelichting": "case"})
    names = ("id", "naam", *default) if not rows else tuple(dict.fromkeys(name for row in rows for name in row))
    _write(folder, table, rows, names)
    owner = "kostenpost" if table == "kostenposten" else "dekkingsbron"
    _write(folder, series, amounts, (owner, "jaar", "bedrag", "status", "toelichting"))


def _write_parameters(folder: Path, parameters: Mapping[str, Any]) -> None:
    rows = []
    for ident, value in parameters.items():
        by_year = value if isinstance(value, dict) else {"": value}
        for year, number in by_year.items():
            fixed = {"id": ident, "naam": ident, "eenheid": "-", "status": "aanname", "toelichting": "case"}
            rows.append({**fixed, "jaar": year, "waarde": number})
    _write(folder, "parameters", rows, ("id", "naam", "jaar", "waarde", "eenheid", "status", "toelichting"))


def _write(folder: Path, table: str, rows: list[dict[str, Any]], names: tuple[str, ...]) -> None:
    with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, restval="")
        writer.writeheader()
        writer.writerows(rows)


def _toml(value: Mapping[str, Any]) -> str:
    lines = [f"{name} = {_value(item)}" for name, item in value.items() if name != "maatregel"]
    for measure in value.get("maatregel", []):
        lines += ["[[maatregel]]", *(f"{name} = {_value(item)}" for name, item in measure.items())]
    return "\n".join(lines) + "\n"


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, list):
        return "[" + ", ".join(_value(item) for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name} = {_value(item)}" for name, item in value.items()) + "}"
    return repr(value)
