"""Where the figures of a bill come from: what is left to a partij, money by route, and who filled the sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from model.explanation.asked import Asked, Which
from model.explanation.sources import FOLLOWS, contribution
from model.explanation.terms import About, Block, Explanation, Op, Term, largest_first
from model.indicators import INDICATORS
from model.text import Text
from model.words import ROUTES

NO_ROUTE = Text("route niet vermeld", "route not stated")


@dataclass(frozen=True, slots=True)
class Composite:
    """A figure of a bill that is made of others: its name, and what is added and taken away in order."""

    naam: Text
    of: tuple[tuple[Op, str], ...]
    meaning: Text | None = None


PARTS: Mapping[str, Composite] = {
    "zelf": Composite(
        Text("Blijft over: eigen middelen en tekort", "Left over: own resources and shortfall"),
        (("", "eigen"), ("+", "tekort")),
        Text(
            "wat uit eigen middelen is betaald en wat niemand betaalt",
            "what own resources paid, and what nobody pays",
        ),
    ),
    "inhaal": Composite(
        Text("Af: ingehaald werk uit eerdere jaren", "Less: work of earlier years caught up"),
        (("−", "inhaal"),),
        Text(
            "wat is betaald voor werk dat eerder bleef liggen; het hoort niet bij de behoefte van het jaar en gaat er"
            " daarom af",
            "what was paid for work left undone before; it is no part of the year's need and is therefore taken away",
        ),
    ),
    "ongedekt": Composite(
        Text("Structureel, niet gedekt", "Structural, not covered"),
        (("", "structurele_lasten"), ("−", "structurele_dekking"), ("−", "incidenteel_gedekt")),
    ),
    "stopt": Composite(
        Text("Incidenteel: kosten die stoppen", "Incidental: costs that stop"),
        (("", "behoefte"), ("−", "structurele_lasten")),
    ),
    "saldo": Composite(
        INDICATORS["saldo_structurele_dekking"].naam,
        (("", "structurele_dekking"), ("−", "structurele_lasten")),
        INDICATORS["saldo_structurele_dekking"].meaning,
    ),
}


def explain_part(asked: Asked, part: str, partij: str = "") -> Explanation:
    """Return how a figure of the bill of a partij, or of all, is made of others."""
    made = PARTS[part]
    terms = tuple(asked.term(quantity, Which(partij=partij), op) for op, quantity in made.of)
    about: About = ("rekening", part, partij)
    return _explanation(asked, about, _of(asked, made.naam, partij), terms, made.meaning, made.naam)


def explain_route(asked: Asked, betaler: str, route: str = "", partij: str = "") -> Explanation:
    """Return what the sources of one betaler and route paid of the costs of a partij, or of all."""
    named = ROUTES[route] if route else NO_ROUTE
    payer, sources = asked.partij_name(betaler), asked.result.plan.sources
    label = Text(f"via {payer.nl}: {named.nl}", f"through {payer.en}: {named.en}")
    meaning = Text(
        "wat de bronnen betalen die langs deze begroting en route lopen",
        "what the sources pay that run through this budget and route",
    )
    terms = largest_first(
        _payment(asked, ident, paid, partij)
        for ident, paid in _paid(asked, partij).items()
        if (sources[ident].betaler, sources[ident].route or "") == (betaler, route)
    )
    return _explanation(asked, ("route", betaler, route, partij), _of(asked, label, partij), terms, meaning)


def explain_contribution(asked: Asked, bijdrager: str, partij: str, ident: str = "") -> Explanation:
    """Return what a bijdrager paid of the costs of one partij: its share in each source, or in one."""
    payer, bearer = asked.partij_name(bijdrager), asked.partij_name(partij)
    title = Text(f"{payer.nl} betaalt voor {bearer.nl}", f"{payer.en} pays for {bearer.en}")
    meaning = Text("wie de bronnen vult waaruit is betaald", "who fills the sources that paid")
    about: About = ("bijdrage", bijdrager, partij, ident) if ident else ("bijdrage", bijdrager, partij)
    paid = _paid(asked, partij)
    if ident:
        name = asked.owner_name("dekkingsbron", ident)
        label = Text(f"aandeel van {payer.nl} in {name.nl}", f"share of {payer.en} in {name.en}")
        terms: tuple[Term, ...] = (
            _payment(asked, ident, paid.get(ident, 0.0), partij, ""),
            Term(label, contribution(asked, bijdrager, ident), "rate", "×"),
        )
        return _explanation(asked, about, Text(f"{title.nl}: {name.nl}", f"{title.en}: {name.en}"), terms, meaning)
    terms = largest_first(
        Term(
            asked.owner_name("dekkingsbron", source), contribution(asked, bijdrager, source) * amount,
            about=("bijdrage", bijdrager, partij, source), year=asked.year,
        )
        for source, amount in paid.items()
    )  # fmt: skip
    return _explanation(asked, about, title, terms, meaning)


def _paid(asked: Asked, partij: str) -> dict[str, float]:
    """Return what each source paid of the costs of a partij, or of all."""
    mask = asked.mask(Which(partij=partij))
    sums: dict[str, float] = {}
    for source, cell, amount in asked.payments():
        if mask[cell]:
            sums[source] = sums.get(source, 0.0) + amount
    return sums


def _payment(asked: Asked, ident: str, paid: float, partij: str, op: Op = "+") -> Term:
    about: About = ("betaling", ident, *Which(partij=partij).tail)
    return Term(asked.owner_name("dekkingsbron", ident), paid, "amount", op, about, asked.year)


def _of(asked: Asked, naam: Text, partij: str) -> Text:
    of = f" · {asked.partij_name(partij).nl}" if partij else ""
    return Text(naam.nl + of, naam.en + of)


def _explanation(
    asked: Asked, about: About, title: Text, terms: tuple[Term, ...], meaning: Text | None, label: Text | None = None
) -> Explanation:
    value = Block(FOLLOWS, terms).worked_out()
    block = Block(FOLLOWS, terms, Term(label or title, value, "amount", "="))
    return Explanation(about, asked.year, title, value, "amount", asked.caption, meaning, (block,))
