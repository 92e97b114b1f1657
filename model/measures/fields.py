"""How a measure declares its fields, and the kinds of values that only measures have.

One declaration per field (kind, meaning, unit, needed or not) serves reading, checking, forms and manual.
"""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from model.errors import Problem, known, shown
from model.horizon import Horizon
from model.kinds import UNREAD, Ident, Kind, Many, Words
from model.ledger import Amounts
from model.quantities import Number, Year
from model.schema import DEKKINGSBRONNEN, KOSTENPOSTEN, Table
from model.text import Text

STRUCTUREEL = "structureel"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """What a field of a measure means and may hold."""

    kind: Kind
    meaning: Text
    unit: str = ""
    needed: bool = False


def needed(kind: Kind, nl: str, en: str, unit: str = "") -> Any:
    """Declare a field that a measure must have."""
    return dataclasses.field(metadata={"spec": FieldSpec(kind, Text(nl, en), unit, needed=True)})


def optional(kind: Kind, nl: str, en: str, unit: str = "") -> Any:
    """Declare a field that a measure may leave out; it is then `None`."""
    return dataclasses.field(default=None, metadata={"spec": FieldSpec(kind, Text(nl, en), unit)})


def specs(measure: type) -> Mapping[str, FieldSpec]:
    """Return the declared fields of a class of measures, in order."""
    return {field.name: field.metadata["spec"] for field in dataclasses.fields(measure)}


def one_post() -> Kind:
    """Return the kind of a field that names one post."""
    return Ident(table="kostenposten")


def one_source() -> Kind:
    """Return the kind of a field that names one source."""
    return Ident(table="dekkingsbronnen")


@dataclass(frozen=True, slots=True)
class Flag(Kind):
    """True or false."""

    @property
    def expected(self) -> Text:
        return Text("true of false", "true or false")

    def accept(self, value: object) -> bool:
        if isinstance(value, bool):
            return value
        raise self.wrong()


@dataclass(frozen=True, slots=True)
class YearAmounts:
    """Amounts per year, k€; `structureel` holds in every year after the last listed one."""

    by_year: tuple[tuple[int, float], ...]
    structureel: float | None = None

    @property
    def years(self) -> tuple[int, ...]:
        """Return the listed years."""
        return tuple(year for year, _ in self.by_year)

    def over(self, horizon: Horizon) -> Amounts:
        """Return the amounts as a series; with only `structureel` it holds for every year of the horizon."""
        amounts = np.zeros(len(horizon.simulated))
        for year, amount in self.by_year:
            amounts[horizon.at(year)] = amount
        if self.structureel is not None:
            after = max(self.years, default=horizon.first - 1) + 1
            amounts[horizon.at(after) :] = self.structureel
        return amounts


@dataclass(frozen=True, slots=True)
class Yearly(Kind):
    """A table of values per year: amounts of a series, or values of a parameter."""

    structural: bool = False
    may_be_empty: bool = False

    @property
    def expected(self) -> Text:
        example = "{2027 = 400, structureel = 950}" if self.structural else "{2027 = 400, 2028 = 950}"
        return Text(
            f"een tabel van jaren en getallen, zoals {example}", f"a table of years and numbers, such as {example}"
        )

    def problems(self, value: object, field: str) -> Iterator[Problem]:
        if not isinstance(value, Mapping) or not (value or self.may_be_empty):
            yield Problem("waarde-fout", field, {"found": shown(value), "expected": self.expected})
            return
        for key, amount in value.items():
            if not (self.structural and key == STRUCTUREEL):
                yield from Kind.problems(Year(), _year(key), f"{field}.{key}")
            yield from Number().problems(amount, f"{field}.{key}")

    def readable(self, value: object) -> Any:
        if not isinstance(value, Mapping):
            return UNREAD
        years = (Year().readable(_year(key)) for key in value)
        return YearAmounts(tuple((year, 0.0) for year in years if year is not UNREAD))

    def accept(self, value: object) -> YearAmounts:
        if not isinstance(value, Mapping):
            raise self.wrong()
        listed = sorted((int(key), float(amount)) for key, amount in value.items() if key != STRUCTUREEL)
        last = value.get(STRUCTUREEL)
        return YearAmounts(tuple(listed), None if last is None else float(last))


def _year(key: object) -> object:
    return int(key) if isinstance(key, str) and len(key) == 4 and key.isascii() and key.isdecimal() else key


@dataclass(frozen=True, slots=True)
class Columns(Kind):
    """A table with the columns of a dataset table: the fields of a new post or source."""

    table: Table

    @property
    def expected(self) -> Text:
        names = ", ".join(column.name for column in self.table.columns if not column.optional)
        return Text(f"een tabel met ten minste {names}", f"a table with at least {names}")

    def problems(self, value: object, field: str) -> Iterator[Problem]:
        if not isinstance(value, Mapping):
            yield Problem("waarde-fout", field, {"found": shown(value), "expected": self.expected})
            return
        columns = self.table.by_name
        misspelt: set[str] = set()
        for name in value:
            if name not in columns:
                misspelt |= set(nearest(name, (column for column in columns if column not in value)))
                yield Problem(
                    "sleutel-onbekend", f"{field}.{name}", {"found": shown(name), "expected": known(columns, name)}
                )
        for column in columns.values():
            if not _blank(value.get(column.name)):
                yield from column.kind.problems(value[column.name], f"{field}.{column.name}")
            elif not column.optional and column.name not in misspelt:
                missing = {"found": column.name, "expected": column.kind.expected_toml}
                yield Problem("veld-ontbreekt", f"{field}.{column.name}", missing)

    def readable(self, value: object) -> Any:
        if not isinstance(value, Mapping):
            return UNREAD
        filled = {name: found for name, found in value.items() if not _blank(found)}
        return readable_fields({name: column.kind for name, column in self.table.by_name.items()}, filled)

    def accept(self, value: object) -> Mapping[str, Any]:
        if not isinstance(value, Mapping):
            raise self.wrong()
        return {
            name: column.kind.accept(value[name])
            for name, column in self.table.by_name.items()
            if not _blank(value.get(name))
        }


def nearest(wrong: str, names: Iterable[str]) -> list[str]:
    """Return the name that was meant by a misspelt one, if any: that it is missing is then no second mistake."""
    return difflib.get_close_matches(wrong.lower(), list(names), n=1)


def readable_fields(kinds: Mapping[str, Kind], found: Mapping[str, object]) -> dict[str, Any]:
    """Return what can be read of the fields in `found`; wrong and misspelt ones are `UNREAD`, others are left out."""
    fields = {name: kind.readable(found[name]) for name, kind in kinds.items() if name in found}
    absent = [name for name in kinds if name not in found]
    meant = [close for name in found if name not in kinds for close in nearest(name, absent)]
    return fields | dict.fromkeys(meant, UNREAD)


def _blank(value: object) -> bool:
    return value is None or value in ("", [])


_POST_COLUMNS = ("kostenpost", "programma", "thema", "voorziening", "kostensoort")
_SOURCE_COLUMN = "dekkingsbron"


@dataclass(frozen=True, slots=True)
class Selection:
    """Posts by what they are, all criteria together; or sources by id."""

    criteria: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def of_sources(self) -> bool:
        """Return whether sources are selected."""
        return self.criteria[0][0] == _SOURCE_COLUMN

    def __str__(self) -> str:
        return "; ".join(f"{column}={'|'.join(values)}" for column, values in self.criteria)


@dataclass(frozen=True, slots=True)
class Selector(Kind):
    """What a measure is about: posts by any of five columns, or, where `sources`, sources by id."""

    sources: bool = True

    @property
    def expected(self) -> Text:
        nl = f"een tabel met een of meer van {', '.join(_POST_COLUMNS)}"
        en = f"a table with one or more of {', '.join(_POST_COLUMNS)}"
        return Text(f"{nl}; of {_SOURCE_COLUMN}", f"{en}; or {_SOURCE_COLUMN}") if self.sources else Text(nl, en)

    def problems(self, value: object, field: str) -> Iterator[Problem]:
        if not isinstance(value, Mapping):
            yield Problem("waarde-fout", field, {"found": shown(value), "expected": self.expected})
            return
        if not value:
            yield Problem("selectie-leeg", field, {"expected": self.expected})
        names = (*_POST_COLUMNS, _SOURCE_COLUMN) if self.sources else _POST_COLUMNS
        for name, items in value.items():
            if name not in names:
                yield Problem(
                    "sleutel-onbekend", f"{field}.{name}", {"found": shown(name), "expected": known(names, name)}
                )
            elif items in ([], ""):
                yield Problem("selectie-leeg", f"{field}.{name}", {"expected": Words().expected})
            else:
                yield from Many(Words()).problems(items, f"{field}.{name}")
        others = [name for name in _POST_COLUMNS if name in value]
        if self.sources and _SOURCE_COLUMN in value and others:
            yield Problem("selectie-gemengd", field, {"found": ", ".join(others)})

    def readable(self, value: object) -> Any:
        names = (*_POST_COLUMNS, _SOURCE_COLUMN) if self.sources else _POST_COLUMNS
        if not isinstance(value, Mapping) or (self.sources and _SOURCE_COLUMN in value and len(value) > 1):
            return UNREAD
        read = ((name, Many(Words()).readable(value[name])) for name in names if name in value)
        criteria = tuple((name, items) for name, items in read if items is not UNREAD)
        return Selection(criteria) if criteria else UNREAD

    def accept(self, value: object) -> Selection:
        if not isinstance(value, Mapping):
            raise self.wrong()
        return Selection(tuple((name, Many(Words()).accept(items)) for name, items in value.items()))


POST_FIELDS = Columns(KOSTENPOSTEN)
SOURCE_FIELDS = Columns(DEKKINGSBRONNEN)
