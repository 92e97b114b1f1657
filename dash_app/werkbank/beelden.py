"""The figures of the workbench: key figures, who pays, what is short and waits; and what stands out in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np

from dash_app.beeld import Beeld
from dash_app.figures.bronkleuren import bronnen
from dash_app.figures.huisstijl import TEKORT
from dash_app.figures.programma import gedekt
from dash_app.figures.staven import gestapeld
from dash_app.figures.vulling import gevuld
from dash_app.jaren import kolomjaren
from dash_app.werkbank.kerncijfers import kerncijfers, kernjaren, zin_verschil
from dash_app.zinnen import samen, zin_inhaal
from model.bridge import indicator_over
from model.explanation import About
from model.explanation.quantities import REAL_BACKLOG
from model.indicators import INDICATORS, VISIBLE
from model.overviews import assumed, cover_lines
from model.result import ALL, Result
from model.tables import PASSING, Line, Prices, Scale, Table, Years, budget_table, in_prices, price_basis
from model.text import Language, Text, euro

_AFGROND = ("Afgrond:", "Cliff:")


def beelden(
    result: Result,
    tegen: Result | None,
    naam: str,
    prices: Prices,
    told: Sequence[Text],
    verschil: About = (),
    jaren: Years = "begroting",
) -> list[Beeld]:
    """Return the figures of the page; `naam` is that of the scenario that differences are taken with.

    `told` is what is said of the result in words, `verschil` the words that ask for a difference.
    """
    shown, there = kolomjaren(result, jaren), result.years
    key = kerncijfers(result, tegen, naam, prices, verschil)
    paid, short = dekking(result, prices, jaren), tekort(result, prices, jaren)
    return [
        Beeld(key.title, zin_verschil(result, tegen, naam, prices), key, None, kernjaren(result) * 2),
        Beeld(
            paid.title, _zin_dekking(result, prices, paid), paid, partial(gedekt, order=bronnen(result)), shown, there
        ),
        Beeld(short.title, told[0], short, teken_tekort, shown, there),
    ]


def dekking(result: Result, prices: Prices, jaren: Years = "begroting") -> Table:
    """Return what covers the need by source, then what stays uncovered, what is needed and what is caught up."""
    found = {name: result.indicator(name) for name in _ONDER}
    below = [
        Line(INDICATORS[name].naam, values, about=("kerncijfer", name, ALL), lasting=name not in PASSING)
        for name, values in found.items()
        if name not in PASSING or np.any(values > VISIBLE)
    ]
    title = Text("Behoefte en dekking per bron", "Need and cover by source")
    table = budget_table(result, prices, title, [*cover_lines(result), *below], jaren)
    return replace(table, notes=(*table.notes, *assumed(result)))


_ONDER = ("tekort", "behoefte", "inhaal")


def tekort(result: Result, prices: Prices, jaren: Years = "begroting") -> Table:
    """Return what is short each year and the work that waits; each row says its prices, for they differ."""
    name, basis = INDICATORS["tekort"].naam, price_basis(result, prices)
    label = Text(f"{name.nl}, {basis.nl}", f"{name.en}, {basis.en}")
    short = Line(label, result.indicator("tekort"), about=("kerncijfer", "tekort", ALL))
    backlog = in_prices(result, "achterstand", prices)
    lines = [short, Line(REAL_BACKLOG, backlog, unit="real", about=("kerncijfer", "achterstand", ALL))]
    table = budget_table(result, prices, Text("Tekort en achterstand", "Shortfall and backlog"), lines, jaren)
    return replace(table, caption=_PER_REGEL)


_PER_REGEL = Text("bedragen x € 1.000, prijzen per regel", "amounts x € 1,000, prices by row")


def teken_tekort(table: Table, taal: Language, scale: Scale) -> dict[str, Any]:
    """Return the shortfall as columns and the backlog as a line."""
    short, waiting = table.lines
    figure = gestapeld(replace(table, lines=(replace(short, style="part"), replace(waiting, style="sum"))), taal, scale)
    figure["data"][0]["marker"] = gevuld(TEKORT)
    return figure


def _zin_dekking(result: Result, prices: Prices, table: Table) -> Text:
    year = kernjaren(result)[0]
    need, paid = (float(indicator_over(result, ident, (year,), prices)[0]) for ident in ("behoefte", "dekking"))
    short = in_prices(result, "tekort", prices)
    most, total, when = euro(float(short.max())), euro(float(short.sum())), result.years[int(short.argmax())]
    rest = Text("In geen enkel jaar is er een tekort.", "There is no shortfall in any year.")
    if short.max() > VISIBLE:
        rest = Text(
            f"Het grootste tekort valt in {when}: {most.nl}; over de horizon is het samen {total.nl}.",
            f"The largest shortfall falls in {when}: {most.en}; over the horizon it adds up to {total.en}.",
        )
    first = Text(
        f"In {year} is {euro(need).nl} nodig en betalen de bronnen {euro(paid).nl}.",
        f"In {year} {euro(need).en} is needed and the sources pay {euro(paid).en}.",
    )
    return samen(first, rest, zin_inhaal(table, ALL))


def bevindingen(verhaal: Sequence[Text], vreemd: Sequence[Text], taal: Language) -> list[dict[str, Any]]:
    """Return what a reader should not miss, in words; `letop` marks what is odd about the scenario."""
    told = [(text.say(taal), text in vreemd) for text in (*verhaal, *vreemd)]
    return [{"tekst": text, "letop": odd or text.startswith(_AFGROND)} for text, odd in told]
