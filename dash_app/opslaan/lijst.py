"""Kept scenarios and their versions as the browser lists them."""

from __future__ import annotations

from typing import Any

from dash_app.context import BEWAARD, Context
from dash_app.werk import werk_van
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
    own = next((each for each in (*kept, *archived) if each.id == ident), None)
    return {
        "scenario": None if own is None else _scenario(context, own),
        "andere": [_ander(context, each) for each in kept if each.id != ident],
        "archief": [_ander(context, each) for each in archived if each.id != ident],
    }


def _scenario(context: Context, summary: Summary) -> dict[str, Any]:
    """Return a scenario and its versions, each with the hash that its figures are printed with."""
    found = [regel(each, werk_van(each.content).kenmerk) for each in context.store.read_all(summary.id)]
    return {**_ander(context, summary), "gearchiveerd": summary.archived is not None, "versies": found}


def _ander(context: Context, summary: Summary) -> dict[str, Any]:
    dataset = "" if context.hoort_hier(summary) else summary.dataset
    return regel(summary, "") | {"dataset": dataset}
