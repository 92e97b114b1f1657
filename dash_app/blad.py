"""The figures of the page Wie betaalt: the bill of a partij or of all, over the years or at one moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from textwrap import wrap
from typing import Any

from dash_app.beeld import Beeld, Drawing, payload
from dash_app.bladkeuze import Keus
from dash_app.bladwoorden import zin
from dash_app.figures.huisstijl import INKT
from dash_app.figures.staven import gestapeld, kort
from dash_app.figures.vulling import ongedekt, vulling
from dash_app.jaren import kolomjaren
from dash_app.staat import Staat
from model.bill.breakdown import BREAKDOWNS, SHORT, Account, accounts
from model.bill.tables import moment_table, years_table
from model.result import ALL, Result
from model.tables import Line, Prices, Scale, Table, Years
from model.text import Language, Text

_LEEG = Text("", "")
Vul = Callable[[Line], dict[str, Any]]


def payloads(
    result: Result, found: Mapping[str, Account], staat: Staat, wanted: Keus, stamp: str
) -> list[dict[str, Any]]:
    """Return the figures of the page as the browser draws them, in order of `BREAKDOWNS`."""
    drawn = []
    for kind in BREAKDOWNS:
        table = tabel(result, found, staat.prijzen, wanted, kind, staat.jaren)
        sentence = zin(result, found, staat.prijzen, wanted) if kind == "route" else _LEEG
        draw = _tekening(result, found, wanted) if kind == "route" else None
        there = result.years if wanted.moment is None else ()
        beeld = Beeld(table.title, sentence, table, draw, _jaren(result, found, staat.jaren, wanted), there)
        drawn.append(payload(beeld, staat.taal, staat.eenheid, stamp))
    return drawn


def tabel(
    result: Result, found: Mapping[str, Account], prices: Prices, wanted: Keus, kind: str, jaren: Years = "begroting"
) -> Table:
    """Return one breakdown as a table."""
    if wanted.moment is None:
        return years_table(result, prices, kind, found[wanted.partij], jaren)
    return moment_table(result, prices, kind, found, wanted.partij, wanted.moment)


def _jaren(result: Result, found: Mapping[str, Account], jaren: Years, wanted: Keus) -> tuple[int, ...]:
    """Return the year of each column that a figure can be asked for in."""
    if wanted.moment is None:
        return kolomjaren(result, jaren)
    year = wanted.moment if isinstance(wanted.moment, int) else result.years[-1]
    return (year,) * (len(found) if wanted.partij == ALL else 2)


def _tekening(result: Result, found: Mapping[str, Account], wanted: Keus) -> Drawing:
    """Return how the routes are drawn: each is filled alike whoever's bill it is."""
    whole = years_table(result, "constant", "route", found[ALL])
    vul = partial(_vulling, order=[line.label for line in whole.lines])
    return partial(gestapeld if wanted.moment is None else _kolommen, vul=vul)


def _vulling(line: Line, order: Sequence[Text]) -> dict[str, Any]:
    """Return the filling of a route by its place among all of them; what nobody pays is hatched as everywhere."""
    if line.label == SHORT:
        return ongedekt()
    return vulling(order.index(line.label) if line.label in order else len(order))


def _kolommen(table: Table, taal: Language, scale: Scale, vul: Vul) -> dict[str, Any]:
    """Return a table at one moment as columns, without the one that stands for all or for shares."""
    lines = tuple(
        replace(line, values=line.values[:-1], units=(), unit="amount", abouts=line.abouts[:-1]) for line in table.lines
    )
    figure = gestapeld(replace(table, columns=table.columns[:-1], lines=lines), taal, scale, vul)
    names = [
        "<br>".join(kort(part) for part in wrap(column.say(taal), 13, break_long_words=False))
        for column in table.columns[:-1]
    ]
    for trace in figure["data"]:
        if trace["type"] == "scatter":
            trace |= {
                "mode": "markers",
                "marker": {"symbol": "line-ew", "size": 22, "color": INKT, "line": {"width": 3, "color": INKT}},
            }
    figure["layout"]["xaxis"] |= {"ticktext": names, "tickfont": {"size": 11}, "automargin": True}
    return figure


def rekeningen(result: Result) -> dict[str, Account]:
    """Return the account of all together and of every partij."""
    return accounts(result)


def idents(kinds: Sequence[str] = tuple(BREAKDOWNS)) -> tuple[str, ...]:
    """Return the ids of the figures of the page."""
    return tuple(f"wie-betaalt-{kind}" for kind in kinds)
