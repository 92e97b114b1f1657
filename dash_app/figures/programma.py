"""A programma over the years: what its money pays and what stays uncovered, below a ceiling or against a need."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from dash_app.figures.bronkleuren import bronvulling
from dash_app.figures.delen import eerste_blok, getekend
from dash_app.figures.huisstijl import INKT, vragen, waarden, zweeftekst
from dash_app.figures.staven import Kolommen, Merk, gedrukt, kolommen, kort, lijn, staaf, staafopmaak
from dash_app.figures.vulling import gevuld, ongedekt
from model.indicators import VISIBLE
from model.tables import Line, Scale, Table
from model.text import Language, Text

BRONNEN = Text("overige bronnen ({n})", "other sources ({n})")
_SOORTEN = {
    "beheer": gevuld("#154273"),
    "beheerlast": gevuld("#5088be", "/"),
    "doorontwikkeling": gevuld("#8a6a00", "\\"),
    "vernieuwing": gevuld("#2f6b34", "."),
}
_ANDERS = (gevuld("#76808a", "-"), gevuld("#d5dbe1"))


def onder_plafond(table: Table, taal: Language, scale: Scale, merken: Sequence[Merk] = ()) -> dict[str, Any]:
    """Return what the money paid, stacked below the money that there is; hatched above it what stays uncovered."""
    parts, ceiling = eerste_blok(table)
    where = kolommen(table, taal)
    others = iter(_ANDERS)
    data = [staaf(line, where, taal, scale, _SOORTEN.get(line.about[1]) or next(others)) for line in parts]
    data += _ongedekt(table, where, taal, scale)
    if ceiling is not None:
        data.append(lijn(ceiling, where, taal, scale, trede=True))
    return {"data": data, "layout": staafopmaak(table, taal, scale, data, merken)}


def gedekt(
    table: Table, taal: Language, scale: Scale, merken: Sequence[Merk] = (), order: Sequence[str] = ()
) -> dict[str, Any]:
    """Return what sources paid, stacked, hatched on it what stays uncovered, and the need as a line.

    Where work of earlier years is caught up the columns rise above that line; a mark on top of them says so.
    `order` is that of the sources, which gives them their filling.
    """
    parts, _ = eerste_blok(table)
    where = kolommen(table, taal)
    data = [staaf(line, where, taal, scale, bronvulling(line, order)) for line in getekend(parts, BRONNEN)]
    data += _ongedekt(table, where, taal, scale)
    data += [lijn(line, where, taal, scale, trede=True) for line in _over(table, "behoefte")]
    data += _ingehaald(table, where, taal, scale)
    return {"data": data, "layout": staafopmaak(table, taal, scale, data, merken)}


def _over(table: Table, kerncijfer: str) -> list[Line]:
    return [line for line in table.lines if line.about[:2] == ("kerncijfer", kerncijfer)]


def _ongedekt(table: Table, where: Kolommen, taal: Language, scale: Scale) -> list[dict[str, Any]]:
    return [staaf(line, where, taal, scale, ongedekt()) for line in _over(table, "tekort")]


def _ingehaald(table: Table, where: Kolommen, taal: Language, scale: Scale) -> list[dict[str, Any]]:
    """Return a mark on top of each column that pays work of earlier years; pointing at it gives the amount."""
    needed = [np.nan_to_num(line.values) for line in _over(table, "behoefte")]
    return [
        {
            "type": "scatter", "mode": "markers", "x": list(where.x),
            "y": waarden(np.where(np.nan_to_num(line.values) > VISIBLE, line.values + need, np.nan), scale),
            "marker": {"symbol": "triangle-up", "size": 10, "color": "#ffffff", "line": {"color": INKT, "width": 1.5}},
        } | zweeftekst(kort(line.label.say(taal)), gedrukt(line, taal, scale), vragen(line))
        for line, need in zip(_over(table, "inhaal"), needed, strict=False)
    ]  # fmt: skip
