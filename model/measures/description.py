"""A measure as people read it: what it is called, what it does, with which amounts; and how two of them differ.

Labels are those of the fields, units those of their declarations. A plan gives ids their names and parameters their
units. Fields are taken as a measure holds them, or as they stand in a scenario file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from model.kinds import Ident
from model.ledger import Plan
from model.measures import MEASURES
from model.measures.fields import FieldSpec, specs
from model.measures.labels import SOORTEN
from model.measures.measure import Measure
from model.measures.wording import filled, in_words, label, part_label, plain, strung, unit_words, within
from model.text import Text, same

Declared = Mapping[str, FieldSpec]
Fields = Mapping[str, Any]
_SUBJECT = ("kostenpost", "dekkingsbron", "parameter", "sleutel", "betreft", "van")
_UNTOLD = ("soort", "id", "naam", "toelichting")


def described(measure: Measure, plan: Plan | None = None) -> Text:
    """Return what a measure does in one line: what it is called, and every field it fills."""
    title, fields = titled(measure.soort, measure.naam), told(measure, plan)
    bare = (f"{title.nl} ", f"{titled(measure.soort).nl} {measure.naam}")
    named = bool(fields) and f"{fields[0].nl} ".startswith(bare)  # parameter · parameter beheerratio
    return strung(" · ", fields if named else [title, *fields])


def told(measure: Measure, plan: Plan | None = None) -> list[Text]:
    """Return every field that a measure fills, in words; notes are left out."""
    return doing(measure, plan) + _said(measure, [name for name in specs(Measure) if name not in _UNTOLD], plan)


def doing(measure: Measure, plan: Plan | None = None) -> list[Text]:
    """Return what a measure does: every field of its own that it fills, without its status and grounds."""
    return _said(measure, [name for name in specs(type(measure)) if name not in specs(Measure)], plan)


def _said(measure: Measure, names: list[str], plan: Plan | None) -> list[Text]:
    declared = _units(specs(type(measure)), measure.soort, getattr(measure, "parameter", None), plan)
    found = [(name, getattr(measure, name)) for name in names]
    return [
        _field(name, in_words(value, declared[name], plan), declared[name])
        for name, value in found
        if value is not None
    ]


def titled(soort: str, naam: object = None) -> Text:
    """Return what a measure is called: its soort, and its name where it has one."""
    told = SOORTEN.get(soort, same(soort))
    return filled("{soort} ‘{naam}’", soort=told, naam=same(str(naam))) if naam else told


def changed(soort: str, one: Fields, other: Fields, plan: Plan | None = None) -> Text:
    """Return in which fields one measure differs from another of its soort, from the one to the other.

    Fields may be those of a scenario file; they need not be right.
    """
    declared = specs(MEASURES[soort]) if soort in MEASURES else {}
    declared = _units(declared, soort, other.get("parameter"), plan)
    title = titled(soort, other.get("naam") or one.get("naam") or _subject(other, declared, plan))
    return filled("{title}: {told}", title=title, told=strung(" · ", changes(one, other, declared, plan)))


def changes(one: Fields, other: Fields, declared: Declared | None = None, plan: Plan | None = None) -> list[Text]:
    """Return for each field that differs what it was and is; of a table or series only the part that differs."""
    found = []
    for name in dict.fromkeys([*one, *other]):
        spec, (was, now) = (declared or {}).get(name), (plain(fields.get(name)) for fields in (one, other))
        if was != now:
            found.append(_field(name, strung("; ", list(_parts(was, now, spec, plan))), spec))
    return found


def _field(name: str, words: Text, spec: FieldSpec | None) -> Text:
    return filled("{label}{unit} {words}", label=label(name), unit=unit_words(spec), words=words)


def _parts(was: Any, now: Any, spec: FieldSpec | None, plan: Plan | None) -> Iterator[Text]:
    if not (isinstance(was, Mapping) or isinstance(now, Mapping)):
        yield filled("{was} → {now}", was=in_words(was, spec, plan), now=in_words(now, spec, plan))
        return
    ones, others = (each if isinstance(each, Mapping) else {} for each in (was, now))
    for key in sorted({**ones, **others}, key=lambda key: key if key[:1].isdigit() else "~"):
        if ones.get(key) != others.get(key):
            words = [in_words(each.get(key), within(spec, key), plan) for each in (ones, others)]
            yield filled("{key}: {was} → {now}", key=part_label(key, spec, plan), was=words[0], now=words[1])


def _units(declared: Declared, soort: str, parameter: object, plan: Plan | None) -> Declared:
    """Return how fields are declared: a publication by its id, the values of a parameter in its own unit."""
    if plan is not None and "referentie" in declared:
        declared = {**declared, "referentie": replace(declared["referentie"], kind=Ident(table="referenties"))}
    found = None if plan is None or soort != "parameter" else plan.parameters.get(str(parameter))
    if found is None:
        return declared
    own = {name: replace(declared[name], unit=found.eenheid) for name in ("waarde", "waarden")}
    return {**declared, **own, "parameter": replace(declared["parameter"], kind=Ident(table="parameters"))}


def _subject(fields: Fields, declared: Declared, plan: Plan | None) -> str:
    """Return what a measure without a name is about."""
    name = next((name for name in _SUBJECT if fields.get(name)), None)
    return "" if name is None else in_words(fields[name], declared.get(name), plan).nl
