"""The figures of the workbench: key figures beside those of another scenario, who pays, what is short and waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np

from dash_app.beeld import Beeld
from dash_app.figures.bronkleuren import bronnen, bronvulling
from dash_app.figures.huisstijl import TEKORT
from dash_app.figures.staven import gestapeld, gevuld
from dash_app.jaren import kolomjaren
from model.bridge import indicator_over
from model.explanation import About
from model.factors import Floats
from model.indicators import INDICATORS, VISIBLE
from model.overviews import sources_table
from model.result import ALL, Result
from model.tables import Line, Prices, Scale, Table, Unit, Years, budget_table, in_prices, price_caption
from model.text import Language, Text, euro, same

# What is told beside the form, most telling first.
CIJFERS = (
    "tekort",
    "behoefte",
    "dekking",
    "eigen_middelen",
    "dekkingsgraad",
    "saldo_structurele_dekking",
    "incidenteel_gedekt",
    "kadereffect",
)
_STRUCTUREEL = Text("structureel", "structural")
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
        Beeld(key.title, _zin_verschil(result, tegen, naam, prices), key, None, _jaren(result) * 2),
        Beeld(
            paid.title, _zin_dekking(result, prices), paid, partial(teken_dekking, order=bronnen(result)), shown, there
        ),
        Beeld(short.title, told[0], short, teken_tekort, shown, there),
    ]


def _jaren(result: Result) -> tuple[int, ...]:
    """Return the years whose levels stand in the key figures: t, t+3, and the last as structural level."""
    base = result.begrotingsjaar
    return (*(year for year in (base, base + 3) if year in result.years[:-1]), result.years[-1])


def kerncijfers(result: Result, tegen: Result | None, naam: str, prices: Prices, verschil: About = ()) -> Table:
    """Return key figures: levels in the first columns, differences with another scenario in columns of their own.

    Constant prices of two different years cannot be compared: then there are no differences, and a note says so.
    """
    years = _jaren(result)
    other = tegen if tegen is not None and _vergelijkbaar(result, tegen, years, prices) else None
    heads = [_kop(year, result) for year in years]
    columns = [*heads, *(Text(f"verschil {head.nl}", f"difference {head.en}") for head in heads)]
    lines = [_cijfer(ident, result, other, years, prices, verschil) for ident in CIJFERS]
    notes = [
        Text(
            f"structureel: stand {years[-1]}, het laatste jaar van de horizon",
            f"structural: level of {years[-1]}, the horizon's last year",
        )
    ]
    base = result.begrotingsjaar
    if base + 3 in years[:-1]:
        notes.append(
            Text(f"{base + 3}: drie jaar na begrotingsjaar {base}", f"{base + 3}: three years after budget year {base}")
        )
    notes.append(_VAST)
    if other is None:
        notes.append(_ONVERGELIJKBAAR)
    else:
        notes.append(
            Text(
                f"verschil: dit scenario min ‘{naam}’; van percentages in procentpunt",
                f"difference: this scenario less ‘{naam}’; of percentages in percentage points",
            )
        )
    return Table(
        Text("Kerncijfers", "Key figures"), price_caption(result, prices), tuple(columns), tuple(lines), tuple(notes)
    )


_VAST = Text(
    "deze jaren staan vast, wat u bovenaan bij Jaren ook kiest",
    "these years are fixed, whatever you choose under Years at the top",
)
_ONVERGELIJKBAAR = Text(
    "Verschillen staan er niet: het andere scenario heeft een ander begrotingsjaar of een andere horizon.",
    "There are no differences: the other scenario has another budget year or horizon.",
)


def _kop(year: int, result: Result) -> Text:
    return _STRUCTUREEL if year == result.years[-1] else same(str(year))


def _vergelijkbaar(result: Result, tegen: Result, years: Sequence[int], prices: Prices) -> bool:
    same_prices = prices == "lopend" or result.begrotingsjaar == tegen.begrotingsjaar
    return same_prices and result.years[-1] == tegen.years[-1] and all(year in tegen.years for year in years)


def _cijfer(
    ident: str, result: Result, tegen: Result | None, years: Sequence[int], prices: Prices, verschil: About
) -> Line:
    levels = indicator_over(result, ident, tuple(years), prices)
    nothing: Floats = np.full(len(years), np.nan)
    change = nothing if tegen is None else levels - indicator_over(tegen, ident, tuple(years), prices)
    share = INDICATORS[ident].unit == "aandeel"
    level_unit: Unit = "share" if share else "amount"
    change_unit: Unit = "points" if share else "amount"
    units = (level_unit,) * len(years) + (change_unit,) * len(years)
    values = np.concatenate([levels, change])
    about = ("kerncijfer", ident, ALL)
    abouts = (*(about for _ in years), *((*verschil, *about) if verschil else () for _ in years))
    return Line(INDICATORS[ident].naam, values, unit=level_unit, units=units, about=about, abouts=abouts)


def dekking(result: Result, prices: Prices, jaren: Years = "begroting") -> Table:
    """Return what is needed, and what covers it by source."""
    table = sources_table(result, prices, jaren)
    names = [line.style for line in table.lines]
    paid = table.lines[: names.index("sum") + 1]
    need = budget_table(
        result,
        prices,
        table.title,
        [Line(INDICATORS["behoefte"].naam, result.indicator("behoefte"), "sum", about=("kerncijfer", "behoefte", ALL))],
        jaren,
    )
    title = Text("Behoefte en dekking per bron", "Need and cover by source")
    above = (_INHAAL,) if np.any(result.indicator("inhaal") > VISIBLE) else ()
    return replace(table, title=title, lines=(*need.lines, *paid), notes=(*above, *table.notes))


_INHAAL = Text(
    "boven de behoefte is betaald voor werk dat eerder bleef liggen",
    "what is paid above the need pays for work that was left undone before",
)


def teken_dekking(table: Table, taal: Language, scale: Scale, order: Sequence[str]) -> dict[str, Any]:
    """Return the sources stacked, each with its own filling, and a line where the need is."""
    parts = tuple(line for line in table.lines if line.style == "part")
    return gestapeld(replace(table, lines=(*parts, table.lines[0])), taal, scale, partial(bronvulling, order=order))


def tekort(result: Result, prices: Prices, jaren: Years = "begroting") -> Table:
    """Return what is short each year and the work that waits; each row says its prices, for they differ."""
    name, caption = INDICATORS["tekort"].naam, price_caption(result, prices)
    (unit_nl, _, nl), (unit_en, _, en) = caption.nl.partition(", "), caption.en.partition(", ")
    label = Text(f"{name.nl}, {nl}", f"{name.en}, {en}")
    short = Line(label, result.indicator("tekort"), about=("kerncijfer", "tekort", ALL))
    backlog = in_prices(result, "achterstand", prices)
    lines = [short, Line(_ACHTERSTAND, backlog, unit="real", about=("kerncijfer", "achterstand", ALL))]
    table = budget_table(result, prices, Text("Tekort en achterstand", "Shortfall and backlog"), lines, jaren)
    return replace(table, caption=Text(f"{unit_nl}, prijzen per regel", f"{unit_en}, prices by row"))


_ACHTERSTAND = Text("Achterstand, reëel (prijspeil van de kostenpost)", "Backlog, real (price level of the post)")


def teken_tekort(table: Table, taal: Language, scale: Scale) -> dict[str, Any]:
    """Return the shortfall as columns and the backlog as a line."""
    short, waiting = table.lines
    figure = gestapeld(replace(table, lines=(replace(short, style="part"), replace(waiting, style="sum"))), taal, scale)
    figure["data"][0]["marker"] = gevuld(TEKORT)
    return figure


def _zin_verschil(result: Result, tegen: Result | None, naam: str, prices: Prices) -> Text:
    years = _jaren(result)
    if tegen is None or not _vergelijkbaar(result, tegen, years, prices):
        return Text("", "")
    both = tuple(year for year in result.years if year in tegen.years)
    one, other = (indicator_over(each, "tekort", both, prices) for each in (result, tegen))
    change = one - other
    at = int(np.argmax(np.abs(change)))
    if abs(change[at]) < VISIBLE:
        return Text(
            f"Geen verschil in tekort met ‘{naam}’, in geen enkel jaar.",
            f"No difference in shortfall with ‘{naam}’ in any year.",
        )
    most, last = _meer(float(change[at])), _meer(float(change[-1]))
    return Text(
        f"Tegenover ‘{naam}’ verschilt het tekort het meest in {both[at]}: {most.nl}; structureel is het {last.nl}.",
        f"Compared with ‘{naam}’ the shortfall differs most in {both[at]}: {most.en}; structurally it is {last.en}.",
    )


def _meer(amount: float) -> Text:
    if abs(amount) < VISIBLE:
        return Text("gelijk", "equal")
    size = euro(abs(amount))
    return Text(f"{size.nl} hoger", f"{size.en} higher") if amount > 0 else Text(f"{size.nl} lager", f"{size.en} lower")


def _zin_dekking(result: Result, prices: Prices) -> Text:
    year = _jaren(result)[0]
    need, paid = (float(indicator_over(result, ident, (year,), prices)[0]) for ident in ("behoefte", "dekking"))
    short = in_prices(result, "tekort", prices)
    most, total, when = euro(float(short.max())), euro(float(short.sum())), result.years[int(short.argmax())]
    rest = Text("In geen enkel jaar is er een tekort.", "There is no shortfall in any year.")
    if short.max() > VISIBLE:
        rest = Text(
            f"Het grootste tekort valt in {when}: {most.nl}; over de horizon is het samen {total.nl}.",
            f"The largest shortfall falls in {when}: {most.en}; over the horizon it adds up to {total.en}.",
        )
    return Text(
        f"In {year} is {euro(need).nl} nodig en betalen de bronnen {euro(paid).nl}. {rest.nl}",
        f"In {year} {euro(need).en} is needed and the sources pay {euro(paid).en}. {rest.en}",
    )


def bevindingen(verhaal: Sequence[Text], vreemd: Sequence[Text], taal: Language) -> list[dict[str, Any]]:
    """Return what a reader should not miss, in words; `letop` marks what is odd about the scenario."""
    told = [(text.say(taal), text in vreemd) for text in (*verhaal, *vreemd)]
    return [{"tekst": text, "letop": odd or text.startswith(_AFGROND)} for text, odd in told]
