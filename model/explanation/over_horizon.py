"""Indicators over the whole horizon, and how they follow from its years."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from model.cells import HOOFD
from model.explanation.asked import Asked, Which, in_other_prices
from model.explanation.steps import FOLLOWS
from model.explanation.terms import Block, Op, Shown, Term, largest_first
from model.factors import Floats, Rates
from model.indicators import INDICATORS, TINY
from model.parameters import DISCONTOVOET, INDEX_BBP
from model.result import ALL
from model.tables import in_prices
from model.text import Text

PER_POST = Text("Per kostenpost", "By post")


def indicator_term(asked: Asked, ident: str, programma: str, op: Op, year: int | None = None) -> Term:
    """Return an indicator of a year as a step that can be asked about."""
    at = asked.at if year is None else year - asked.result.plan.horizon.first
    value = float(in_prices(asked.result, ident, asked.prices, programma)[at])
    name = INDICATORS[ident].naam
    label = Text(f"{name.nl} {year}", f"{name.en} {year}") if year else name
    unit: Shown = "real" if INDICATORS[ident].real else "amount"
    return Term(label, value, unit, op, ("kerncijfer", ident, programma), year or asked.year)


def over_horizon(asked: Asked, ident: str, programma: str, total: Term) -> Iterable[Block]:
    """Yield how an indicator over the whole horizon follows from its years."""
    result, which = asked.result, Which(programma=programma)
    if ident == "contante_waarde_tekort":
        tekort, worth = result.indicator("tekort", programma), _discount(asked)
        terms = tuple(
            Term(Text(f"tekort {year}, contant", f"shortfall {year}, discounted"), float(amount))
            for year, amount in zip(result.years, tekort / worth, strict=True)
        )
        yield Block(Text("Per jaar", "By year"), terms, total)
    elif ident == "gemiddelde_vertraging":
        late, planned = (
            float(asked.table(name)[result.plan.horizon.lead :, asked.mask(which)].sum())
            for name in ("achterstand", "gepland")
        )
        above = Term(Text("achterstand over alle jaren", "backlog over all years"), late, "real", "")
        below = Term(Text("gepland werk over alle jaren", "planned work over all years"), planned, "real", "÷")
        yield Block(FOLLOWS, (above, below) if planned >= TINY else (), total)
    elif ident == "achterstand_einde":
        end, quantity = Asked(result, asked.prices, result.years[-1]), "achterstand_nominaal"
        terms = largest_first(
            end.term(quantity, Which(post.id, HOOFD), label=asked.owner_name("kostenpost", post.id))
            for post in result.grid.posts
            if programma in (ALL, post.programma)
        )
        yield Block(PER_POST, terms, total)
        yield from in_other_prices(end, quantity, which)
    else:
        terms = tuple(indicator_term(asked, "tekort", programma, "", year) for year in result.years)
        yield Block(Text("Tekort per jaar", "Shortfall by year"), terms)


def _discount(asked: Asked) -> Floats:
    rates, years = Rates(asked.result.plan.parameters, {}), np.array(asked.result.years)
    growth = (1 + rates.yearly(DISCONTOVOET, years)[0]) * (1 + rates.yearly(INDEX_BBP, years)[0])
    growth[0] = 1.0
    return np.asarray(np.cumprod(growth))
