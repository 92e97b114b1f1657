"""Values of a measure's fields in words: with their unit, and the names of what ids stand for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from model.kinds import Choice, Ident, Many
from model.ledger import Plan
from model.measures.fields import STRUCTUREEL, Columns, FieldSpec, Selection, YearAmounts
from model.measures.labels import VELDEN
from model.measures.values import OrEmpty
from model.parameters import Parameter
from model.schema import KEUR
from model.text import LANGUAGES, Language, Text, number, same
from model.words import KOSTENSOORTEN

_YES, _NO = Text("ja", "yes"), Text("nee", "no")
_NONE = same("–")
_STRUCTURAL = Text(STRUCTUREEL, "structural")
_LONGEST = 120
_KEUR = Text(" (x € 1.000)", " (x € 1,000)")
_YEAR, _YEARS = Text("{n} jaar", "{n} year"), Text("{n} jaar", "{n} years")


def amount(value: float, unit: str, language: Language) -> str:
    """Return a value with as many digits as it has: a fraction as a percentage, a year without marks."""
    if unit.startswith("fractie"):
        return f"{_bare(value * 100, language)} %"
    calendar = unit == "jaar" and value > 1000
    return f"{value:.0f}" if calendar else _bare(value, language)


def parameter_values(parameter: Parameter, language: Language) -> str:
    """Return the values of a parameter in words: one, or each with the year that it begins in."""
    if not parameter.by_year:
        return amount(parameter.value, parameter.eenheid, language)
    return ", ".join(f"{row.jaar} {amount(row.waarde, parameter.eenheid, language)}" for row in parameter.rows)


def plain(value: Any) -> Any:
    """Return a value of a measure as it stands in a file."""
    if isinstance(value, YearAmounts):
        last = {} if value.structureel is None else {STRUCTUREEL: value.structureel}
        return {str(year): found for year, found in value.by_year} | last
    return dict(value.criteria) if isinstance(value, Selection) else value


def in_words(value: Any, spec: FieldSpec | None, plan: Plan | None) -> Text:
    """Return a value of a field in words; a dash where there is none."""
    value = plain(value)
    if value is None or value in ("", ()):
        return _NONE
    if isinstance(value, bool):
        return _YES if value else _NO
    if isinstance(value, Mapping):
        pairs = [
            filled("{key}: {value}", key=part_label(key, spec, plan), value=in_words(item, within(spec, key), plan))
            for key, item in stretched(value).items()
        ]
        return strung("; ", pairs)
    if isinstance(value, list | tuple):
        return strung(", ", [in_words(item, spec, plan) for item in value])
    if isinstance(value, int | float):
        return _number(value, "" if spec is None else spec.unit)
    named = _name(value, spec, plan)
    return Text(*(each if len(each) <= _LONGEST else each[: _LONGEST - 1] + "…" for each in named))


def stretched(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values by year with years of one amount taken together: 2027-2030."""
    found: list[tuple[str, str, Any]] = []
    for key, value in values.items():
        first, last, before = found[-1] if found else ("", "", None)
        if key.isdecimal() and last.isdecimal() and int(key) == int(last) + 1 and value == before:
            found[-1] = (first, key, value)
        else:
            found.append((key, key, value))
    return {first if first == last else f"{first}-{last}": value for first, last, value in found}


def _number(value: float, unit: str) -> Text:
    if not unit and isinstance(value, int):  # a year or a rank
        return same(str(value))
    said = Text(*(amount(value, unit, language) for language in LANGUAGES))
    if unit != "jaar" or value >= 1000:
        return said
    return filled(_YEAR if value == 1 else _YEARS, n=said)


def _name(ident: Any, spec: FieldSpec | None, plan: Plan | None) -> Text:
    """Return the name of what an id stands for, as far as the plan has it; a word of a closed list in English too."""
    kind = None if spec is None else spec.kind
    kind = kind.each if isinstance(kind, Many | OrEmpty) else kind
    if isinstance(kind, Choice) and str(ident) in kind.options:
        return Text(str(ident), kind.options[str(ident)].en.partition(":")[0])
    if plan is None or not isinstance(kind, Ident):
        return same(str(ident))
    return same(_named(kind.table, str(ident), plan))


def _named(table: str, ident: str, plan: Plan) -> str:
    named: dict[str, Mapping[str, Any]] = {
        "kostenposten": plan.posts, "dekkingsbronnen": plan.sources, "partijen": plan.baseline.parties,
        "parameters": plan.parameters,
    }  # fmt: skip
    if table == "referenties":
        reference = plan.baseline.references.get(ident)
        return ident if reference is None else f"‘{reference.titel}’"
    found = named.get(table, {}).get(ident)
    return ident if found is None else str(found.naam)


def within(spec: FieldSpec | None, key: str) -> FieldSpec | None:
    """Return how a part of a table is declared: a column of a new post, posts or sources that are selected."""
    if spec is None:
        return None
    if isinstance(spec.kind, Columns) and key in spec.kind.table.by_name:
        column = spec.kind.table.by_name[key]
        return FieldSpec(column.kind, column.meaning, column.unit)
    if key == "kostensoort":
        return FieldSpec(Choice(KOSTENSOORTEN), spec.meaning)
    tables = {"kostenpost": "kostenposten", "dekkingsbron": "dekkingsbronnen"}
    return FieldSpec(Ident(table=tables[key]), spec.meaning) if key in tables else spec


def part_label(key: str, spec: FieldSpec | None, plan: Plan | None) -> Text:
    """Return what a part of a table is called: a year, a column, a partij."""
    if key in VELDEN:
        return label(key)
    if key == STRUCTUREEL:
        return _STRUCTURAL
    partij = plan is not None and spec is not None and spec.unit == "fractie" and not isinstance(spec.kind, Columns)
    return same(_named("partijen", key, plan) if partij and plan is not None else str(key))


def label(name: str) -> Text:
    """Return what a field or column is called."""
    return VELDEN.get(name, same(name))


def unit_words(spec: FieldSpec | None) -> Text:
    """Return the unit that stands with the label of a field; others stand with their values."""
    return _KEUR if spec is not None and spec.unit == KEUR else same("")


def _bare(value: float, language: Language) -> str:
    return number(value, language, len(f"{value:.6f}".rstrip("0").partition(".")[2]))


def filled(template: str | Text, **values: Text) -> Text:
    """Return a sentence in both languages with its placeholders filled."""
    text = same(template) if isinstance(template, str) else template
    return text.filled(**values)


def strung(mark: str, texts: list[Text]) -> Text:
    """Return texts one after the other, a mark between them."""
    return Text(*(mark.join(text.say(language) for text in texts) for language in LANGUAGES))
