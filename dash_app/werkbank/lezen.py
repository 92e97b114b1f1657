"""What a form holds, read back as the fields of a measure: by the kind of each field, one field at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from model.kinds import Kind, Many
from model.measures import MEASURES
from model.measures.fields import STRUCTUREEL, Columns, Flag, Selector, Yearly, specs
from model.measures.values import SharePerPartij

_FLAGS = {"true": True, "false": False}


def kind_van(soort: str, pad: Sequence[str]) -> Kind:
    """Return the kind of a field of a soort of measure; raise `KeyError` where it has no such field."""
    spec = specs(MEASURES[soort])[pad[0]]
    if len(pad) == 1:
        return spec.kind
    if not isinstance(spec.kind, Columns):
        raise KeyError(pad[1])
    return spec.kind.table.by_name[pad[1]].kind


def gelezen(kind: Kind, ruw: Any) -> Any:
    """Return the value of a field as a form holds it; `None` where the field is left out."""
    if isinstance(kind, Flag):
        return _FLAGS.get(str(ruw).lower())
    if isinstance(ruw, str):
        return ruw.strip() or None
    if isinstance(kind, Selector) and isinstance(ruw, Mapping):
        return {name: _een_of_meer(items) for name, items in ruw.items() if items} or None
    if isinstance(kind, Many) and isinstance(ruw, Sequence):
        return [str(item) for item in ruw]
    if isinstance(kind, Yearly) and isinstance(ruw, Mapping):
        return jaarreeks(ruw) or ({} if kind.may_be_empty else None)
    shares = isinstance(kind, SharePerPartij) and isinstance(ruw, Mapping)
    return ({str(partij): share for partij, share in ruw.items() if share is not None} or None) if shares else ruw


def jaarreeks(ruw: Mapping[str, Any]) -> dict[str, Any]:
    """Return amounts per year in order, years without one left out; the structural one last."""
    given = {str(key): amount for key, amount in ruw.items() if amount is not None}
    return {key: given[key] for key in sorted(given, key=lambda key: (key == STRUCTUREEL, key))}


def _een_of_meer(items: Any) -> Any:
    """Return one word as itself and several as a list, as scenario files are written."""
    if isinstance(items, str):
        return items
    words = [str(item) for item in items]
    return words[0] if len(words) == 1 and "|" not in words[0] else words


def met_veld(velden: Mapping[str, Any], pad: Sequence[str], ruw: Any) -> dict[str, Any]:
    """Return the fields of a measure with one of them as a form holds it.

    Raises `KeyError` where a measure of this soort has no such field.
    """
    kind = kind_van(str(velden.get("soort", "")), pad)
    value = gelezen(kind, ruw)
    if len(pad) == 1:
        return _met(velden, pad[0], value)
    inner = velden.get(pad[0])
    columns = _met(inner if isinstance(inner, Mapping) else {}, pad[1], value or None if value == [] else value)
    return _met(velden, pad[0], columns)


def _met(table: Mapping[str, Any], name: str, value: Any) -> dict[str, Any]:
    """Return a table with a value in its own place; `None` takes it away."""
    if value is None:
        return {key: found for key, found in table.items() if key != name}
    return {**table, name: value}
