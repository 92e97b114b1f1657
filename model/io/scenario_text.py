"""A scenario as TOML that reads back as the same plan: its whole chain of measures in one file, nothing left implicit.

Source: contract, section 2. The reader is `model.io.scenario_file`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from model.errors import InputError, Issue, Place
from model.io.results import PART, refuse_existing
from model.io.text_files import exists, reason
from model.measures import Measure
from model.measures.fields import STRUCTUREEL, Selection, YearAmounts, specs
from model.measures.measure import fields_of
from model.scenario import Scenario

_BARE = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)
_WORDS = ("naam", "omschrijving", "status", "datum", "auteur")
_EXACT = 2.0**53  # whole numbers up to here are written without a decimal point


def scenario_text(scenario: Scenario) -> str:
    """Return a scenario as the text of a TOML file without a basis; numbers with as many digits as they have.

    Raises `ValueError` where a measure could not be read, for then the scenario is not whole.
    """
    return "\n".join([*_head(scenario), *(line for step in scenario.steps for line in _measure(step.measure))]) + "\n"


def _head(scenario: Scenario) -> Iterator[str]:
    for name in _WORDS:
        value = getattr(scenario, name)
        if value is not None:
            yield f"{name} = {_date(value) if name == 'datum' else toml_value(value)}"
    if scenario.begrotingsjaar is not None:
        yield f"begrotingsjaar = {scenario.begrotingsjaar}"
    if scenario.horizon is not None:
        yield f"horizon = {toml_value(list(scenario.horizon))}"
    if scenario.telt_mee is not None:
        yield f"telt_mee = {toml_value(list(scenario.telt_mee))}"


def _date(text: str) -> str:
    with suppress(ValueError):
        if datetime.date.fromisoformat(text).isoformat() == text:
            return text
    return toml_value(text)


def _measure(measure: Measure | None) -> Iterator[str]:
    if measure is None:
        raise ValueError("a measure that could not be read has no text")
    yield from ("", "[[maatregel]]", f"soort = {toml_value(measure.soort)}")
    common = set(specs(Measure))
    own = {name: value for name, value in fields_of(measure).items() if name not in common}
    naming = {name: getattr(measure, name) for name in ("id", "naam")}
    for name, value in (naming | own | {name: getattr(measure, name) for name in _common()}).items():
        if value is not None:
            yield f"{name} = {toml_value(value)}"


def _common() -> tuple[str, ...]:
    """Return the fields that every measure may have, beside its id and name, in the order in which they are written."""
    return tuple(name for name in specs(Measure) if name not in ("id", "naam"))


def toml_value(value: object) -> str:
    """Return a value of a field as TOML."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + "".join(map(_sign, value)) + '"'
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and 0 < abs(value) < _EXACT else repr(value)
    if isinstance(value, tuple | list):
        return "[" + ", ".join(map(toml_value, value)) + "]"
    table = _table(value)
    return str(value) if table is None else _inline(table)


def _table(value: object) -> Mapping[str, object] | None:
    """Return a value of several parts as a table, `None` where it is a single one."""
    if isinstance(value, YearAmounts):
        last = {} if value.structureel is None else {STRUCTUREEL: value.structureel}
        return {str(year): amount for year, amount in value.by_year} | last
    if isinstance(value, Selection):
        return {name: _one_or_more(items) for name, items in value.criteria}
    return value if isinstance(value, Mapping) else None


def _inline(table: Mapping[str, object]) -> str:
    return "{" + ", ".join(f"{_key(name)} = {toml_value(item)}" for name, item in table.items()) + "}"


def _one_or_more(items: tuple[str, ...]) -> str | list[str]:
    """Return one word as itself and several as a list; a word with | in it would be read as several."""
    return items[0] if len(items) == 1 and "|" not in items[0] else list(items)


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else toml_value(name)


_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def _sign(sign: str) -> str:
    if sign in _ESCAPED:
        return _ESCAPED[sign]
    if sign.isprintable():
        return sign
    return f"\\u{ord(sign):04x}" if ord(sign) <= 0xFFFF else f"\\U{ord(sign):08x}"


def write_toml(text: str, path: Path, *, force: bool = False) -> None:
    """Write the text of a TOML file; the file gets its name only when it is whole.

    Raises `InputError` where it exists already and not `force`, or cannot be written.
    """
    refuse_existing([path], force=force)
    part = path.with_name(path.name + PART)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(text.encode())
        part.replace(path)
    except OSError as error:
        raise InputError([Issue("niet-te-schrijven", Place(str(path)), {"found": reason(error)})]) from None
    finally:
        if exists(part):
            part.unlink()
