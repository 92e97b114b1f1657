"""Read a dataset: a folder with CSV tables becomes a Baseline, or all of its mistakes at once.

Source: contract, section 1.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from model.attributes import attribute_problems, share_problems
from model.baseline import (
    Amount,
    Baseline,
    Controletotaal,
    Dekkingsbron,
    Kostenpost,
    Partij,
    Referentie,
    Series,
)
from model.errors import InputError, Issue, Place, figure, known, shown
from model.io.parameter_rows import check_parameters, parameters_of
from model.io.tables import Row, Sheet, read_sheet
from model.io.text_files import exists
from model.kinds import UNREAD
from model.ledger import NEGLIGIBLE
from model.parameters import Parameter
from model.reconciliation import criteria, selection_problems
from model.schema import TABLES
from model.text import Text
from model.words import WITH_REFERENCE

Sheets = Mapping[str, Sheet]


def read_dataset(folder: Path) -> Baseline:
    """Return the dataset in `folder`; raise `InputError` with every mistake in it.

    Amounts stay as given (k€, at their own price level); nothing is extended or rounded.
    """
    there = exists(folder)
    if not (there and folder.is_dir()):
        raise InputError(
            [Issue("map-is-bestand" if there and folder.is_file() else "map-ontbreekt", Place(str(folder)))]
        )
    sheets = {table.name: read_sheet(folder, table) for table in TABLES}
    _check(sheets)
    issues = [issue for sheet in sheets.values() for issue in sorted(sheet.issues, key=_row_number)]
    if issues:
        raise InputError(issues)
    return _baseline(folder.resolve().name, sheets)


def _row_number(issue: Issue) -> int:
    return issue.place.row or 0


def _check(sheets: Sheets) -> None:
    _check_filled(sheets)
    for sheet in sheets.values():
        _check_references(sheet, sheets)
        _check_provenance(sheet)
    parameters = check_parameters(sheets["parameters"])
    for name in ("kostenposten", "dekkingsbronnen"):
        _check_attributes(sheets[name], parameters if sheets["parameters"].complete else None)
    for name in ("kostenreeksen", "dekkingsreeksen"):
        _check_amounts(sheets[name])
    _check_controls(sheets["controletotalen"])
    _check_keys(sheets["verdeelsleutels"], sheets["partijen"])
    _check_shares(sheets["verdeelsleutels"], "sleutel")
    _check_shares(sheets["bijdragen"], "dekkingsbron")
    if all(sheets[name].complete and not sheets[name].rows for name in ("kostenreeksen", "dekkingsreeksen")):
        sheets["kostenreeksen"].report("reeksen-leeg")


def _check_filled(sheets: Sheets) -> None:
    """Report a table that others refer to and that has no rows, once; it is then not known what should be in it."""
    wanted = {
        column.table
        for sheet in sheets.values()
        for column in sheet.table.columns
        if any(isinstance(value, str | tuple) for value in sheet.column(column.name))
    }
    for name, sheet in sheets.items():
        if name in wanted and sheet.complete and not sheet.rows and not sheet.table.optional:
            sheet.report("tabel-leeg")
            sheet.complete = False


def _check_attributes(sheet: Sheet, parameters: Mapping[str, Parameter | None] | None) -> None:
    """Report what is wrong with the rates, index and price level of each row.

    A parameter that does not fit a column is reported at the first row that uses it there.
    """
    seen: list[tuple[str, str, object]] = []
    for row in sheet.rows:
        for problem in attribute_problems(row.values, parameters):
            mistake = (problem.code, problem.field, problem.values.get("found"))
            if problem.code in ("waarde-fout", "parameter-per-jaar") and mistake in seen:
                continue
            seen.append(mistake)
            sheet.report(problem.code, row.number, problem.field, **problem.values)


def _check_references(sheet: Sheet, sheets: Sheets) -> None:
    """Report every value that should exist in another table and does not."""
    for column in sheet.table.columns:
        # Parameters are looked up together with their bounds, in attribute_problems.
        targets = _targets(column.table, sheets) if column.table not in ("", "parameters") else None
        if targets is None:
            continue
        hints: dict[str, Text] = {}
        for row in sheet.rows:
            value = row.values[column.name]
            for item in value if isinstance(value, tuple) else (value,):
                if isinstance(item, str) and item not in targets:
                    hints[item] = hints.get(item) or known(targets, item)
                    values = {"found": shown(item), "table": column.table, "expected": hints[item]}
                    sheet.report("verwijzing-onbekend", row.number, column.name, **values)


def _targets(table: str, sheets: Sheets) -> list[str] | None:
    """Return the ids that exist in a table, or `None` where that cannot be known."""
    if table == "verdeelsleutels":
        if not (sheets["partijen"].complete and sheets[table].complete):
            return None
        found = [row.values["id"] for row in sheets["partijen"].rows]
        found += [row.values["sleutel"] for row in sheets[table].rows]
    else:
        if not sheets[table].complete:
            return None
        found = [row.values["id"] for row in sheets[table].rows]
    return list(dict.fromkeys(str(ident) for ident in found))


def _check_provenance(sheet: Sheet) -> None:
    """Report figures without an origin: a publication for published ones, a reason for assumed ones."""
    if "status" not in sheet.table.by_name:
        return
    for row in sheet.rows:
        status = row.values["status"]
        if status is UNREAD:
            continue
        if status in WITH_REFERENCE and row.values["referentie"] is None:
            sheet.report("referentie-nodig", row.number, "referentie", found=status)
        if status not in WITH_REFERENCE and row.values["toelichting"] is None:
            sheet.report("toelichting-nodig", row.number, "toelichting", found=status)


def _check_amounts(sheet: Sheet) -> None:
    for row in sheet.rows:
        amount = row.values["bedrag"]
        if isinstance(amount, float) and amount < -NEGLIGIBLE:
            sheet.report("negatief", row.number, "bedrag", found=figure(amount))


def _check_controls(sheet: Sheet) -> None:
    for row in sheet.rows:
        selection = row.values["selectie"]
        if isinstance(selection, str) and any("" in values for values in criteria(selection).values() or [("",)]):
            expected = Text("kolom=waarde|waarde; kolom=waarde", "kolom=waarde|waarde; kolom=waarde")
            sheet.report("waarde-fout", row.number, "selectie", found=shown(selection), expected=expected)
        elif row.whole:
            for problem in selection_problems(row.values):
                sheet.report(problem.code, row.number, problem.field, **problem.values)


def _check_keys(keys: Sheet, parties: Sheet) -> None:
    taken = parties.column("id")
    reported = set()
    for row in keys.rows:
        name = row.values["sleutel"]
        if isinstance(name, str) and name in taken and name not in reported:
            reported.add(name)
            keys.report("sleutel-is-partij", row.number, "sleutel", found=shown(name))


def _check_shares(sheet: Sheet, owner: str) -> None:
    """Report each owner whose shares do not add up to 1, at its first row.

    Owners with an unread or double row are skipped, and all of them where a row is of an unknown owner.
    """
    wrong = {issue.place.row for issue in sheet.issues if issue.code == "dubbel"}
    misnamed = any(issue.code == "verwijzing-onbekend" and issue.place.column == owner for issue in sheet.issues)
    if misnamed or not sheet.complete:
        return
    for rows in _grouped(sheet, owner).values():
        shares = [row.values["aandeel"] for row in rows]
        if UNREAD in shares or any(row.number in wrong for row in rows):
            continue
        given = (share for share in shares if isinstance(share, float))
        for problem in share_problems(rows[0].values[owner], given, "aandeel"):
            sheet.report(problem.code, rows[0].number, problem.field, **problem.values)


def _grouped(sheet: Sheet, column: str) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in sheet.rows:
        groups[str(row.values[column])].append(row)
    return groups


def _baseline(name: str, sheets: Sheets) -> Baseline:
    posts = {post.id: post for post in (Kostenpost(**row) for row in _rows(sheets, "kostenposten"))}
    sources = {source.id: source for source in (_source(row) for row in _rows(sheets, "dekkingsbronnen"))}
    parties = {party.id: party for party in (Partij(**row) for row in _rows(sheets, "partijen"))}
    own = {ident: {ident: 1.0} for ident in parties}
    references = (Referentie(**row) for row in _rows(sheets, "referenties"))
    return Baseline(
        name=name,
        posts=posts,
        sources=sources,
        post_series=_series(sheets["kostenreeksen"], "kostenpost", posts),
        source_series=_series(sheets["dekkingsreeksen"], "dekkingsbron", sources),
        parties=parties,
        keys=own | _nested(sheets, "verdeelsleutels", "sleutel", "partij", "aandeel"),
        parameters=parameters_of(sheets["parameters"]),
        references={reference.id: reference for reference in references},
        contributions=_nested(sheets, "bijdragen", "dekkingsbron", "bijdrager", "aandeel"),
        groupings=_nested(sheets, "indelingen", "indeling", "kostenpost", "groep"),
        controls=tuple(Controletotaal(**row) for row in _rows(sheets, "controletotalen")),
        notices=tuple(sheet.notice for sheet in sheets.values() if sheet.notice is not None),
    )


def _rows(sheets: Sheets, table: str) -> Iterator[dict[str, Any]]:
    return (row.values for row in sheets[table].rows)


def _source(row: dict[str, Any]) -> Dekkingsbron:
    fields: dict[str, Any] = {k: () if v is None and k.startswith("voor_") else v for k, v in row.items()}
    return Dekkingsbron(**fields)


def _series(sheet: Sheet, owner: str, owners: Mapping[str, object]) -> Series:
    amounts: dict[str, list[Amount]] = {ident: [] for ident in owners}
    for row in sheet.rows:
        fields: dict[str, Any] = {k: v for k, v in row.values.items() if k != owner}
        amounts[str(row.values[owner])].append(Amount(**fields))
    return {ident: tuple(sorted(given, key=lambda amount: amount.jaar)) for ident, given in amounts.items()}


def _nested(sheets: Sheets, table: str, outer: str, inner: str, value: str) -> dict[str, dict[str, Any]]:
    nested: dict[str, dict[str, Any]] = defaultdict(dict)
    for row in _rows(sheets, table):
        nested[row[outer]][row[inner]] = row[value]
    return dict(nested)
