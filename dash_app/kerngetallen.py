"""The few figures that a result comes down to, each with its unit, its prices and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from model.findings import MEDEOVERHEDEN
from model.indicators import INDICATORS, VISIBLE
from model.result import ALL, Result
from model.tables import Line, Prices, Scale, Unit, in_prices, price_factor
from model.text import Language, Text, euro, same

_NONE = Text("geen", "none")
_SCALES = {"k": Text("x € 1.000", "x € 1,000"), "mln": Text("mln", "mln")}


@dataclass(frozen=True, slots=True)
class Kerngetal:
    """A key figure. `over` and `jaar` are what is asked when it is clicked, `bij` is one line of explanation."""

    naam: Text
    waarde: float
    unit: Unit
    prijzen: Text
    bij: Text
    over: tuple[str, ...] = ()
    jaar: int | None = None

    def gedrukt(self, taal: Language, scale: Scale) -> str:
        """Return the figure as it is printed."""
        if np.isnan(self.waarde):
            return _NONE.say(taal)
        return Line(self.naam, np.array([self.waarde]), unit=self.unit).cell(0, taal, scale)

    def per(self, taal: Language, scale: Scale) -> str:
        """Return the unit and the prices of the figure."""
        if self.unit != "amount" or np.isnan(self.waarde):
            return ""
        return f"{_SCALES[scale].say(taal)}, {self.prijzen.say(taal)}"

    def payload(self, taal: Language, scale: Scale) -> dict[str, Any]:
        """Return the figure as the browser draws it."""
        return {
            "naam": self.naam.say(taal),
            "waarde": self.gedrukt(taal, scale),
            "eenheid": self.per(taal, scale),
            "bij": self.bij.say(taal),
            "over": list(self.over),
            "jaar": self.jaar,
        }


def kerngetallen(result: Result, prices: Prices) -> list[Kerngetal]:
    """Return the key figures of a result; those of the begrotingsjaar only where it lies within the horizon."""
    base, last = result.begrotingsjaar, result.years[-1]
    told = _prijzen(prices, base)
    found = [_eerste(result, prices)]
    if base in result.years:
        found.append(_bedrag(result, prices, "tekort", base, told, _share(result, base)))
    if last != base:
        note = Text("structureel: het laatste jaar", "structural: the last year")
        found.append(_bedrag(result, prices, "tekort", last, told, note))
    graad = base if base in result.years else last
    found.append(_dekkingsgraad(result, graad))
    found.append(_terugval(result, prices, told))
    found.append(_bedrag(result, prices, "eigen_middelen", graad, told, _medeoverheden(result, prices, graad)))
    backlog = float(in_prices(result, "achterstand_einde", prices))
    real = euro(float(result.indicator("achterstand")[-1]))
    note = Text(f"eigen prijspeil {real.nl}", f"own price level {real.en}")
    naam, about = Text(f"Achterstand eind {last}", f"Backlog, end of {last}"), ("kerncijfer", "achterstand_einde", ALL)
    found.append(Kerngetal(naam, backlog, "amount", told, note, about, last))
    return found


def _prijzen(prices: Prices, base: int) -> Text:
    if prices == "lopend":
        return Text("lopende prijzen", "current prices")
    return Text(f"prijzen {base}", f"{base} prices")


def _at(result: Result, prices: Prices, ident: str, year: int) -> float:
    return float(in_prices(result, ident, prices)[year - result.years[0]])


def _bedrag(result: Result, prices: Prices, ident: str, year: int, told: Text, note: Text) -> Kerngetal:
    naam = INDICATORS[ident].naam
    label = Text(f"{naam.nl} {year}", f"{naam.en} {year}")
    return Kerngetal(label, _at(result, prices, ident, year), "amount", told, note, ("kerncijfer", ident, ALL), year)


def _eerste(result: Result, prices: Prices) -> Kerngetal:
    naam, position = INDICATORS["eerste_tekortjaar"].naam, float(result.indicator("eerste_tekortjaar"))
    if np.isnan(position):
        note = Text(f"in {result.years[0]}-{result.years[-1]}", f"in {result.years[0]}-{result.years[-1]}")
        return Kerngetal(naam, np.nan, "year", same(""), note)
    year = result.years[int(position)]
    size = euro(_at(result, prices, "tekort", year))
    note = Text(f"dat jaar {size.nl}", f"{size.en} that year")
    about = ("kerncijfer", "eerste_tekortjaar", ALL)
    return Kerngetal(naam, float(year), "year", same(""), note, about, year)


def _share(result: Result, year: int) -> Text:
    at = year - result.years[0]
    need, short = (float(result.indicator(ident)[at]) for ident in ("behoefte", "tekort"))
    if need <= VISIBLE:
        return Text("er is geen behoefte", "there is no need")
    return Text(f"{short / need * 100:.0f} % van de behoefte", f"{short / need * 100:.0f} % of the need")


def _dekkingsgraad(result: Result, year: int) -> Kerngetal:
    values = result.indicator("dekkingsgraad")
    naam = INDICATORS["dekkingsgraad"].naam
    note = Text("zonder eigen middelen", "without own resources")
    label = Text(f"{naam.nl} {year}", f"{naam.en} {year}")
    about = ("kerncijfer", "dekkingsgraad", ALL)
    return Kerngetal(label, float(values[year - result.years[0]]), "share", same(""), note, about, year)


def _terugval(result: Result, prices: Prices, told: Text) -> Kerngetal:
    values, naam = in_prices(result, "grootste_terugval", prices), INDICATORS["grootste_terugval"].naam
    at = int(np.nanargmax(values))
    if values[at] <= VISIBLE:
        note = Text("het tekort neemt nooit toe", "the shortfall never rises")
        return Kerngetal(naam, np.nan, "amount", told, note)
    year = result.years[at]
    note = Text(f"meer tekort in {year}", f"more shortfall in {year}")
    return Kerngetal(naam, float(values[at]), "amount", told, note, ("kerncijfer", "terugval", ALL), year)


def _medeoverheden(result: Result, prices: Prices, year: int) -> Text:
    """Return how much of the own resources is that of municipalities, provinces and water boards."""
    at, parties = year - result.years[0], result.plan.baseline.parties
    own = {p: amounts[at] / price_factor(result, prices)[at] for p, amounts in result.per_partij("eigen").items()}
    total, theirs = sum(own.values()), sum(a for p, a in own.items() if parties[p].soort in MEDEOVERHEDEN)
    if total <= VISIBLE:
        return Text("niemand betaalt uit eigen zak", "nobody pays from own pocket")
    if total - theirs <= VISIBLE:
        return Text("geheel van medeoverheden", "all of lower tiers")
    part = euro(float(theirs))
    return Text(f"van medeoverheden {part.nl}", f"of lower tiers {part.en}")
