"""A measure in one line, as tables and lists show it: what it does, to what, with which amounts."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping

from model.measures.fields import STRUCTUREEL, YearAmounts, specs
from model.measures.measure import Measure
from model.text import LANGUAGES, Language, Text, number

_POLICY = Text("beleidsmatig", "a policy choice")
_NO_POLICY = Text("niet beleidsmatig", "not a policy choice")
_YES, _NO = Text("ja", "yes"), Text("nee", "no")
_COMMON = {field.name for field in dataclasses.fields(Measure)}


def described(measure: Measure) -> Text:
    """Return what a measure does in words: its soort and name, every field it fills, its status and reference."""
    return Text(*(" · ".join(_parts(measure, language)) for language in LANGUAGES))


def _parts(measure: Measure, language: Language) -> Iterator[str]:
    yield f"{measure.soort}: {measure.naam}" if measure.naam else measure.soort
    own = [name for name in specs(type(measure)) if name not in _COMMON]
    for name in (*own, "status", "referentie", "categorie"):
        value = getattr(measure, name)
        if value is not None:
            yield f"{name} {_shown(value, language)}"
    if measure.beleidsmatig is not None:
        yield (_POLICY if measure.beleidsmatig else _NO_POLICY).say(language)


def _shown(value: object, language: Language) -> str:
    if isinstance(value, YearAmounts):
        amounts: list[tuple[object, float]] = list(value.by_year)
        if value.structureel is not None:
            amounts.append((STRUCTUREEL, value.structureel))
        return ", ".join(f"{year}: {_number(amount, language)}" for year, amount in amounts)
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {_shown(item, language)}" for name, item in value.items())
    if isinstance(value, bool):
        return (_YES if value else _NO).say(language)
    if isinstance(value, tuple):
        return "|".join(map(str, value))
    return _number(value, language) if isinstance(value, float) else str(value)


def _number(value: float, language: Language) -> str:
    digits = len(f"{value:.6f}".rstrip("0").partition(".")[2])
    return number(value, language, digits)
