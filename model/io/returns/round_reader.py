"""A round on disk: a folder with `ronde.toml` and CSV tables becomes a `Ronde`, or all of its mistakes at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from model.errors import InputError, Issue, Place
from model.io.returns.figures import by_departement
from model.io.returns.round_checks import check
from model.io.returns.settings import read_settings
from model.io.returns.tables import TABLES
from model.io.tables import Row, Sheet, read_sheet
from model.io.text_files import exists
from model.returns.columns import STRUCTUREEL, kolom_van
from model.returns.earlier import vorige_van
from model.returns.fields import POST_VELDEN
from model.returns.opgave import Post
from model.returns.ronde import Controletotaal, Departement, Elders, Ronde


def read_ronde(folder: Path) -> Ronde:
    """Return the round in `folder`; raise `InputError` with every mistake in it.

    Last round's figures are brought to the rows and columns of this one; years that it does not ask are left out.
    """
    if not (exists(folder) and folder.is_dir()):
        code = "ronde-map-is-bestand" if folder.is_file() else "ronde-map-ontbreekt"
        raise InputError([Issue(code, Place(str(folder)))])
    settings, issues = read_settings(folder)
    sheets = {table.name: read_sheet(folder, table) for table in TABLES}
    check(sheets, settings.get("jaar"), settings.get("editie"))
    issues += [issue for sheet in sheets.values() for issue in sorted(sheet.issues, key=_row_number)]
    if issues:
        raise InputError(issues)
    return _ronde(settings, sheets)


def _row_number(issue: Issue) -> int:
    return issue.place.row or 0


def _ronde(settings: dict[str, Any], sheets: Mapping[str, Sheet]) -> Ronde:
    jaar, editie = settings["jaar"], settings["editie"]
    departementen = {found.ident: found for found in map(_departement, sheets["departementen"].rows)}
    posten = _grouped(sheets["posten"])
    last = {
        departement: vorige_van(figures, jaar, editie.nummer)
        for departement, figures in by_departement(sheets["vorige"]).items()
    }
    return Ronde(
        **settings,
        departementen=departementen,
        posten={ident: tuple(map(_post, posten[ident])) for ident in departementen},
        vorige={departement: found.cellen for departement, found in last.items() if found.cellen},
        samen={departement: found.samen for departement, found in last.items() if found.samen},
        controles={
            departement: tuple(_controle(row, jaar) for row in rows)
            for departement, rows in _grouped(sheets["controletotalen"]).items()
        },
        dashboard=_elders(sheets["dashboard"], "activiteit", jaar),
        jbr=_elders(sheets["jbr"], "regel", jaar),
        notices=tuple(sheet.notice for sheet in sheets.values() if sheet.notice is not None),
    )


def _grouped(sheet: Sheet) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in sheet.rows:
        groups[str(row.values["departement"])].append(row)
    return groups


def _departement(row: Row) -> Departement:
    values: dict[str, Any] = row.values
    return Departement(values["id"], values["naam"], values["hoofdstuk"] or "")


def _post(row: Row) -> Post:
    values: dict[str, Any] = row.values
    fields = {veld.ident: values[veld.ident] for veld in POST_VELDEN if values[veld.ident] is not None}
    return Post(values["tabel"], values["post"], fields)


def _controle(row: Row, t: int) -> Controletotaal:
    values: dict[str, Any] = row.values
    return Controletotaal(
        values["artikel"],
        values["grootheid"],
        _kolom(values["jaar"], t),
        values["bedrag"],
        values["toets"],
        values["referentie"],
    )


def _elders(sheet: Sheet, naam: str, t: int) -> dict[str, tuple[Elders, ...]]:
    return {
        departement: tuple(_elder(row.values, naam, t) for row in rows) for departement, rows in _grouped(sheet).items()
    }


def _elder(values: dict[str, Any], naam: str, t: int) -> Elders:
    return Elders(values[naam], _kolom(values["jaar"], t), values["bedrag"], values["referentie"])


def _kolom(jaar: int | str, t: int) -> str:
    kolom = STRUCTUREEL if isinstance(jaar, str) else kolom_van(jaar, t)
    if kolom is None:
        raise ValueError(f"{jaar} was not checked against the round's years")
    return kolom
