"""How sure the euros of the dataset are: shares by status in words, and which published totals it reconciles with."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from dash_app.bronnenlijst import vraag
from model.baseline import Baseline
from model.explanation.terms import Term
from model.reconciliation import Reconciled, reconcile
from model.tables import Scale, Table
from model.text import Language, Text, percent, same
from model.words import STATUSSEN, TOETSEN, WITH_REFERENCE

_TOTAL = Text("totaal", "total")
_OUTCOME = {True: Text("sluit aan", "reconciles"), False: Text("sluit niet aan", "does not reconcile")}
_SHARES = Text(
    "dataset zonder maatregelen: aandeel in de bedragen zoals opgegeven, elk in het eigen prijspeil; totaal x € 1.000",
    "dataset without measures: share of amounts as given, each at its own price level; total x € 1,000",
)
_SURE = Text(
    "Van de euro's in de dataset, zonder de maatregelen van een scenario, is {sure} gepubliceerd of daaruit afgeleid;"
    " {assumed} is aanname of doorgetrokken.",
    "Of the euros in the dataset, without the measures of a scenario, {sure} is published or derived from that;"
    " {assumed} is assumed or extended.",
)


def statustabel(table: Table) -> Table:
    """Return a table of shares with its total in the unit of its caption."""
    lines = tuple(line if line.unit == "share" else replace(line, label=_TOTAL) for line in table.lines)
    return replace(table, lines=lines, caption=_SHARES)


def zekerheid(table: Table) -> Text:
    """Return in a sentence how much of the euros in a table of shares is published or derived."""
    whole = table.lines[-1].values
    names = {STATUSSEN[status] for status in WITH_REFERENCE}
    sure = sum(float(np.nansum(line.values * whole)) for line in table.lines if line.label in names)
    share = sure / float(whole.sum()) if whole.sum() > 0 else 0.0
    nl, en = (
        text.format(sure=percent(share, lang), assumed=percent(1 - share, lang))  # type: ignore[arg-type]
        for text, lang in zip(_SURE, ("nl", "en"), strict=True)
    )
    return Text(nl, en)


def aansluiting(baseline: Baseline, taal: Language, scale: Scale) -> list[dict[str, Any]]:
    """Return every published total with what the dataset adds up to."""
    return [_reconciled(number, each, taal, scale) for number, each in enumerate(reconcile(baseline))]


def _reconciled(number: int, each: Reconciled, taal: Language, scale: Scale) -> dict[str, Any]:
    values = {"gevonden": each.found, "gesteld": each.control.bedrag, "verschil": each.difference}
    found, stated, rest = (
        vraag(Term(same(""), value).printed(taal, scale), ("controle", str(number), part), each.control.jaar)
        for part, value in values.items()
    )
    return {
        "naam": each.control.naam,
        "jaar": str(each.control.jaar),
        "gevonden": found,
        "toets": TOETSEN[each.control.toets].say(taal),
        "gesteld": stated,
        "verschil": rest,
        "goed": each.agrees,
        "uitkomst": _OUTCOME[each.agrees].say(taal),
        "referentie": each.control.referentie,
    }
