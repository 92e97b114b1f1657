"""Kept scenarios and their versions as the browser lists them."""

from __future__ import annotations

from typing import Any

from dash_app.context import BEWAARD, Context
from dash_app.werk import werk_van
from model.errors import InputError
from model.io.store.versions import Entry, Summary


def verwezen(verwijzing: str) -> tuple[str, int] | None:
    """Return the id and version that a reference names, `None` where it names no kept scenario."""
    ident, _, number = verwijzing.removeprefix(BEWAARD).partition("@")
    return (ident, int(number)) if verwijzing.startswith(BEWAARD) and number.isdecimal() else None


def regel(entry: Entry, kenmerk: str) -> dict[str, Any]:
    """Return a version as the browser lists it; it says the moment in its user's own time."""
    return {
        "id": entry.id,
        "nummer": entry.number,
        "naam": entry.naam,
        "toelichting": entry.note,
        "moment": entry.saved.isoformat(),
        "kenmerk": kenmerk,
        "teruggezet": entry.restored,
    }


def lijst(context: Context, ident: str) -> dict[str, Any]:
    """Return the versions of a scenario, newest first, and beside it the other scenarios that are kept.

    Where there is no such scenario the list of its versions is empty.
    """
    kept, archived = context.store.scenarios(), context.store.scenarios(archived=True)
    return {
        "scenario": _scenario(context, ident),
        "andere": [_ander(each) for each in kept if each.id != ident],
        "archief": [_ander(each) for each in archived if each.id != ident],
    }


def _scenario(context: Context, ident: str) -> dict[str, Any] | None:
    try:
        summary = context.store.summary(ident)
    except InputError:
        return None
    found = [regel(entry, _kenmerk(context, entry)) for entry in context.store.versions(ident)]
    return {**_ander(summary), "gearchiveerd": summary.archived is not None, "versies": found}


def _ander(summary: Summary) -> dict[str, Any]:
    return regel(summary, "") | {"gedeeld": summary.shared}


def _kenmerk(context: Context, entry: Entry) -> str:
    """Return the hash that figures of this version are printed with."""
    return werk_van(context.store.read(entry.id, entry.number).content).kenmerk
