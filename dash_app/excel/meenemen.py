"""The open scenario as a file: a workbook with live formulas, a scenario file, or its results as tables."""

from __future__ import annotations

import base64
import re
import tempfile
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from dash_app.beeld import KENMERK, stempel
from dash_app.context import Context
from dash_app.excel.tabellen import Als, Merk, zip_van
from dash_app.werk import Werk
from model.errors import InputError
from model.io.excel.export import write_file
from model.io.excel.workbook import manuscript_of, workbook_of
from model.io.scenario_text import scenario_text
from model.result import Result

Maker = Callable[[Context, Werk, Als], bytes]
_LONGEST = 80
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def bestand(context: Context, werk: Werk, soort: str, als: Als) -> dict[str, Any]:
    """Return a file as the browser downloads it; raise `InputError` where the scenario cannot be worked out.

    `soort` is one of `SOORTEN`; raises `KeyError` for another.
    """
    suffix, kind, make = SOORTEN[soort]
    content = base64.b64encode(make(context, werk, als)).decode()
    return {"filename": bestandsnaam(werk.naam) + suffix, "content": content, "base64": True, "type": kind}


def bestandsnaam(naam: str) -> str:
    """Return the name of a scenario as that of a file that every system takes."""
    plain = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST].strip("-") or "scenario"


def _werkmap(context: Context, werk: Werk, als: Als) -> bytes:
    draft = workbook_of(_result(context, werk), als.taal, context.vingerafdruk)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "werkmap.xlsx"
        mark = KENMERK.say(als.taal, kenmerk=werk.kenmerk)
        write_file(replace(manuscript_of(draft), mark=mark, properties={"kenmerk": werk.kenmerk}), path)
        return path.read_bytes()


def _scenario(_context: Context, werk: Werk, _als: Als) -> bytes:
    scenario, issues = werk.scenario()
    if issues:
        raise InputError(issues)
    return scenario_text(scenario).encode()


def _resultaten(context: Context, werk: Werk, als: Als) -> bytes:
    status = werk.kop.get("status")
    stamp = stempel(werk.naam, werk.kenmerk, context.vingerafdruk, status, als.taal)
    merk = Merk(stamp, werk.kenmerk, str(status or ""))
    return zip_van(_result(context, werk), als, merk)


def _result(context: Context, werk: Werk) -> Result:
    found = context.uitkomst(werk)
    if found.result is None:
        raise InputError(found.issues)
    return found.result


SOORTEN: Mapping[str, tuple[str, str, Maker]] = {
    "werkmap": (".xlsx", _XLSX, _werkmap),
    "scenario": (".toml", "application/toml", _scenario),
    "resultaten": (".zip", "application/zip", _resultaten),
}
