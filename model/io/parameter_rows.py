"""The rows of `parameters.csv` become parameters; mistakes are reported on the sheet. Source: contract, section 1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from model.errors import Problem, figure, shown
from model.io.tables import Row, Sheet
from model.kinds import UNREAD
from model.parameters import Distribution, Parameter, ParameterRow, fixed_problems
from model.text import Text

_DISTRIBUTION = ("verdeling", "laag", "hoog")


def check_parameters(sheet: Sheet) -> Mapping[str, Parameter | None]:
    """Report what is wrong with the rows of each parameter; one that cannot be made stands as `None`."""
    checked: dict[str, Parameter | None] = {}
    for ident, rows in _by_id(sheet).items():
        checked[ident] = None
        if not all(row.whole for row in rows):
            continue
        problems = list(_problems(ident, rows))
        for row, problem in problems:
            sheet.report(problem.code, row.number, problem.field, **problem.values)
        if not problems:
            checked[ident] = _parameter(ident, rows)
    return checked


def parameters_of(sheet: Sheet) -> dict[str, Parameter]:
    """Return the parameters of a sheet without mistakes."""
    return {ident: _parameter(ident, rows) for ident, rows in _by_id(sheet).items()}


def _by_id(sheet: Sheet) -> dict[str, list[Row]]:
    """Return the rows of each parameter in ascending order of year."""
    groups: dict[str, list[Row]] = {}
    for row in sheet.rows:
        if row.values["id"] is not UNREAD:
            groups.setdefault(str(row.values["id"]), []).append(row)
    return {ident: sorted(rows, key=_year) for ident, rows in groups.items()}


def _year(row: Row) -> int:
    year = row.values["jaar"]
    return year if isinstance(year, int) else 0


def _problems(ident: str, rows: Sequence[Row]) -> Iterator[tuple[Row, Problem]]:
    years = [row.values["jaar"] for row in rows]
    if len(set(years)) < len(years):
        return  # reported as a double key
    if None in years and len(rows) > 1:
        yield rows[0], Problem("parameter-gemengd", "jaar", {"found": shown(ident)})
        return
    for row in rows[1:]:
        moved = [name for name in _DISTRIBUTION if row.values[name] is not None]
        if moved:
            yield row, Problem("verdeling-eerste-rij", moved[0], {"found": ", ".join(moved)})
    for problem in _distribution_problems(rows[0].values):
        yield rows[0], problem
    for row in rows:
        for problem in fixed_problems(_parameter(ident, [row]), "waarde"):
            yield row, problem


def _distribution_problems(values: Mapping[str, Any]) -> Iterator[Problem]:
    verdeling, low, high = (values[name] for name in _DISTRIBUTION)
    given = [name for name in _DISTRIBUTION if values[name] is not None]
    if not given:
        return
    empty = [name for name in _DISTRIBUTION if name not in given]
    if empty:
        yield Problem("verdeling-onvolledig", empty[0], {"found": ", ".join(empty)})
        return
    by_year = values["jaar"] is not None
    if verdeling == "lognormaal" and by_year:
        yield Problem("lognormaal-per-jaar", "verdeling")
        return
    mode = 0.0 if by_year else values["waarde"]
    expected = _bounds(verdeling, low, mode, high)
    if expected is not None:
        found = {"low": figure(low), "mode": figure(mode), "high": figure(high), "expected": expected}
        yield Problem("verdeling-grenzen", "laag", found)


def _bounds(verdeling: str, low: float, mode: float, high: float) -> Text | None:
    """Return what the bounds of a distribution should meet, or `None` where they do."""
    if verdeling == "lognormaal" and not 0 < low < high:
        return Text("0 < laag < hoog", "0 < laag < hoog")
    if verdeling in ("driehoek", "pert") and not (low <= mode <= high and low < high):
        return Text(
            "laag <= waarde <= hoog en laag < hoog (bij waarden per jaar geldt waarde 0)",
            "laag <= waarde <= hoog and laag < hoog (with values per year waarde is 0)",
        )
    if not low < high:
        return Text("laag < hoog", "laag < hoog")
    return None


def _parameter(ident: str, rows: Sequence[Row]) -> Parameter:
    first: Mapping[str, Any] = rows[0].values
    distribution = None
    if first["verdeling"] is not None:
        distribution = Distribution(verdeling=first["verdeling"], laag=first["laag"], hoog=first["hoog"])
    return Parameter(
        id=ident,
        naam=first["naam"],
        eenheid=first["eenheid"],
        rows=tuple(_parameter_row(row.values) for row in rows),
        distribution=distribution,
    )


def _parameter_row(values: Mapping[str, Any]) -> ParameterRow:
    fields = ("jaar", "waarde", "status", "referentie", "toelichting")
    return ParameterRow(**{name: values[name] for name in fields})
