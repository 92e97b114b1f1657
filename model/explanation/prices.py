"""Where a price level comes from: the growth of its index in each year between, as far as it is compensated."""

from __future__ import annotations

import numpy as np

from model.explanation.asked import Asked
from model.explanation.origin import Origin, parameter_origin
from model.explanation.terms import About, Block, Explanation, Term
from model.factors import Rates
from model.indicators import INDICATORS
from model.parameters import INDEX, NO_INDEX
from model.text import LANGUAGES, Language, Text, percent, same

_TITLE = Text("Prijs", "Price")
_NO_UNIT = Text("factor", "factor")
_STEPS = Text("Jaar voor jaar", "Year by year")


def price_term(asked: Asked, index: str | None, base: int | None, compensatie: float | str | None, label: Text) -> Term:
    """Return the step from the price level of `base` to that of the year asked about."""
    value = _factor(asked, index, base, compensatie)
    if index in (None, NO_INDEX) or base is None:
        label = Text(f"{label.nl}: geen index", f"{label.en}: no index")
        return Term(label, value, "ratio", "×")
    word = "" if compensatie is None else str(compensatie)
    span = Text(f"{label.nl}: van {base} naar {asked.year}", f"{label.en}: from {base} to {asked.year}")
    about: About = ("prijs", str(index), str(base), word) if word else ("prijs", str(index), str(base))
    return Term(span, value, "ratio", "×", about, asked.year)


def explain_price(asked: Asked, index: str, base: int, word: str = "") -> Explanation:
    """Return how an index grew from `base` to the year asked about."""
    compensatie = _number(word) if word else None
    value = _factor(asked, index, base, compensatie)
    forward = asked.year >= base
    years = range(base + 1, asked.year + 1) if forward else range(asked.year + 1, base + 1)
    terms = [Term(Text(f"prijspeil {base}", f"price level {base}"), 1.0, "ratio", "")]
    terms += [_growth(asked, index, compensatie, year, forward=forward) for year in years]
    named = same(f"index.{index}")
    title = Text(f"Prijs: {named.nl}, van {base} naar {asked.year}", f"Price: {named.en}, from {base} to {asked.year}")
    total = Term(Text(f"prijspeil {asked.year}", f"price level {asked.year}"), value, "ratio", "=")
    meaning = INDICATORS["deflator"].meaning if f"{INDEX}{index}" == "index.bbp" else None
    about: About = ("prijs", index, str(base), word) if word else ("prijs", index, str(base))
    block = Block(_STEPS, tuple(terms), total)
    return Explanation(about, asked.year, title, value, "ratio", _NO_UNIT, meaning, (block,))


def _growth(asked: Asked, index: str, compensatie: float | str | None, year: int, *, forward: bool) -> Term:
    parameters = asked.result.plan.parameters
    rates, at = Rates(parameters, {}), np.array([year])
    growth = float(rates.yearly(f"{INDEX}{index}", at)[0, 0])
    share = float(rates.compensation(compensatie, at)[0, 0])
    nl, en = (_words(growth, share, lang) for lang in LANGUAGES)
    found = parameters.get(f"{INDEX}{index}")
    origin = Origin("") if found is None else parameter_origin(found, year)
    label = Text(f"{year}: 1 + {nl}", f"{year}: 1 + {en}")
    return Term(label, 1 + growth * share, "ratio", "×" if forward else "÷", origin=origin if found else None)


def _words(growth: float, share: float, language: Language) -> str:
    grown = percent(growth, language, 2)
    if share == 1.0:
        return grown
    told = "gecompenseerd voor" if language == "nl" else "compensated for"
    return f"{grown}, {told} {percent(share, language)}"


def _factor(asked: Asked, index: str | None, base: int | None, compensatie: float | str | None) -> float:
    rates = Rates(asked.result.plan.parameters, {})
    return float(rates.factor(index, base, compensatie, np.array([asked.year]))[0, 0])


def _number(word: str) -> float | str:
    try:
        return float(word)
    except ValueError:
        return word
