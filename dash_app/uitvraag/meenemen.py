"""What can be taken along of a round: templates, findings to send back, the overview, its tables, the decisions."""

from __future__ import annotations

import base64
import io
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from dash_app.uitvraag.centrum import Centrum
from model.errors import InputError, Issue, Place, shown
from model.io.excel.export import write_file
from model.io.returns.decisions import BESLUITEN
from model.io.returns.decisions_writer import write_decisions
from model.io.returns.merged_writer import overview_name, write_tables
from model.io.returns.overview import overview_of
from model.io.returns.returned_book import findings_book
from model.io.returns.workbook import FICTION, file_name, form_of, manuscript_of
from model.io.store.returns import Ontvangen
from model.text import Language

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ZIP, _CSV = "application/zip", "text/csv"
Maker = Callable[[Centrum, str, Path, Language], Path]


def bestand(centrum: Centrum, soort: str, wat: str, taal: Language) -> dict[str, Any]:
    """Return a file as the browser downloads it; raise `KeyError` for a kind that there is not.

    `wat` is the department of a template, or the digest of the file that findings are about.
    """
    kind, make = SOORTEN[soort]
    with tempfile.TemporaryDirectory() as folder:
        path = make(centrum, wat, Path(folder), taal)
        content = base64.b64encode(path.read_bytes()).decode()
    return {"filename": path.name, "content": content, "base64": True, "type": kind}


def _sjabloon(centrum: Centrum, wat: str, folder: Path, taal: Language) -> Path:
    path = folder / file_name(centrum.ronde, wat)
    write_file(manuscript_of(form_of(centrum.ronde, wat, taal)), path)
    return path


def _ontvangen(centrum: Centrum, wat: str) -> Ontvangen:
    """Return the file with a digest; raise `InputError` where none was received."""
    for each in centrum.archief.bestanden():
        if each.digest == wat:
            return each
    raise InputError([Issue("opgave-onbekend", Place(shown(wat)))])


def _bevindingen(centrum: Centrum, wat: str, folder: Path, taal: Language) -> Path:
    kept = _ontvangen(centrum, wat)
    path = folder / f"{Path(kept.naam).stem}-bevindingen.xlsx"
    write_file(findings_book(centrum.lees(kept), taal), path)
    return path


def _origineel(centrum: Centrum, wat: str, folder: Path, taal: Language) -> Path:
    path = folder / _ontvangen(centrum, wat).naam
    path.write_bytes(centrum.archief.inhoud(wat))
    return path


def _overzicht(centrum: Centrum, wat: str, folder: Path, taal: Language) -> Path:
    path = folder / overview_name(centrum.ronde)
    write_file(overview_of(centrum.uitslag(taal), centrum.rijen(taal), taal), path)
    return path


def _tabellen(centrum: Centrum, wat: str, folder: Path, taal: Language) -> Path:
    tables, path = folder / "tabellen", folder / _naam(centrum, "uitvraag-tabellen.zip")
    write_tables(centrum.uitslag(taal), centrum.rijen(taal), tables, taal, force=False)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for each in sorted(file for file in tables.rglob("*") if file.is_file()):
            archive.write(each, each.relative_to(tables))
    path.write_bytes(packed.getvalue())
    return path


def _besluiten(centrum: Centrum, wat: str, folder: Path, taal: Language) -> Path:
    path = folder / BESLUITEN
    write_decisions(path, centrum.besluiten(), taal)
    return path


def _naam(centrum: Centrum, naam: str) -> str:
    return f"{FICTION}-{naam}" if centrum.ronde.fictief else naam


SOORTEN: Mapping[str, tuple[str, Maker]] = {
    "sjabloon": (_XLSX, _sjabloon),
    "bevindingen": (_XLSX, _bevindingen),
    "origineel": (_XLSX, _origineel),
    "overzicht": (_XLSX, _overzicht),
    "tabellen": (_ZIP, _tabellen),
    "besluiten": (_CSV, _besluiten),
}
