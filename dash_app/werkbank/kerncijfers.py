"""Key figures of the workbench: levels of a few fixed years, beside their difference with another scenario."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from model.bridge import indicator_over
from model.explanation import About
from model.factors import Floats
from model.indicators import INDICATORS, VISIBLE
from model.result import ALL, Result
from model.tables import Line, Prices, Table, Unit, price_caption
from model.text import Text, euro, same

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


def kernjaren(result: Result) -> tuple[int, ...]:
    """Return the years whose levels stand in the key figures: t, t+3, and the last as structural level."""
    base = result.begrotingsjaar
    return (*(year for year in (base, base + 3) if year in result.years[:-1]), result.years[-1])


def kerncijfers(result: Result, tegen: Result | None, naam: str, prices: Prices, verschil: About = ()) -> Table:
    """Return key figures: levels in the first columns, differences with another scenario in columns of their own.

    Constant prices of two different years cannot be compared: then there are no differences, and a note says so.
    """
    years = kernjaren(result)
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


def zin_verschil(result: Result, tegen: Result | None, naam: str, prices: Prices) -> Text:
    """Return in one sentence where the shortfall differs most from that of another scenario."""
    years = kernjaren(result)
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
