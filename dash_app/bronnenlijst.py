"""Everything that the open scenario rests on, as one list: amounts, parameters, measures, and the publications."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from dash_app.foutzinnen import zonder_term
from dash_app.uitleg import genoemde, publicatie
from dash_app.werkbank.etiketten import soortnaam
from dash_app.woorden import achter
from model.baseline import Baseline
from model.explanation.origin import Origin, stretches
from model.explanation.terms import Term
from model.ledger import DATASET, EXTENSION, Kind, Plan
from model.measures import Measure
from model.measures.description import doing
from model.measures.fields import YearAmounts, specs
from model.measures.wording import amount
from model.parameters import Parameter
from model.scenario import Scenario
from model.tables import Scale
from model.text import Language, Text, same
from model.words import EXTRAPOLATED, EXTRAPOLATION, STATUSSEN

SOORTEN = {
    "kostenpost": Text("kostenpost", "cost line"),
    "dekkingsbron": Text("dekkingsbron", "funding source"),
    "parameter": Text("parameter", "parameter"),
    "maatregel": Text("maatregel", "measure"),
    "publicatie": Text("publicatie", "publication"),
}
DOORGETROKKEN = "doorgetrokken"
GEEN = "geen"
STATUSNAMEN = {
    **STATUSSEN,
    DOORGETROKKEN: EXTRAPOLATION,
    GEEN: Text("geen status vermeld", "no status stated"),
}
_ALL_YEARS = Text("alle jaren", "all years")
_FROM = Text("vanaf {year}", "from {year}")
_UNTIL = Text("tot en met {year}", "up to and including {year}")
_STRUCTURAL = Text("structureel", "structural")
_VALUES = ("bedragen", "reeks", "percentage", "jaren", "waarde", "waarden")
_BOUNDS = ("vanaf", "tot_en_met")
_EACH = Text("per jaar", "a year")
_SPREAD = Text("{verdeling}: {laag} tot {hoog}", "{verdeling}: {laag} to {hoog}")
VERDELINGSNAMEN = {
    "driehoek": Text("driehoek", "triangular"),
    "pert": Text("beta-PERT", "beta-PERT"),
    "uniform": Text("uniform", "uniform"),
    "normaal": Text("normaal", "normal"),
    "lognormaal": Text("lognormaal", "lognormal"),
}
_EXTENDED = Text(
    "Loopt door na het laatste opgegeven jaar, {jaar} (daar: {status}), want het verloop is structureel.",
    "Continues after the last year given, {jaar} (there: {status}), for its course is structural.",
)

Rij = dict[str, Any]


def rijen(plan: Plan, scenario: Scenario, taal: Language, scale: Scale) -> list[Rij]:
    """Return a row for every stretch of amounts of one origin, every value of a parameter and every measure."""
    kinds: tuple[Kind, ...] = ("kostenpost", "dekkingsbron")
    found = [row for kind in kinds for row in _amounts(plan, kind, taal, scale)]
    found += [row for parameter in plan.parameters.values() for row in _parameter(plan, parameter, taal)]
    return found + list(_measures(plan, scenario, taal))


def vraag(tekst: str, over: tuple[str, ...], jaar: int, voor: str = "", na: str = "") -> Rij:
    """Return a figure that can be asked about, with the words before and after it."""
    return {"voor": voor, "tekst": tekst, "na": na, "over": list(over), "jaar": jaar}


def _row(soort: str, ident: str, wat: str, jaren: str, vragen: list[Rij], origin: Origin, taal: Language) -> Rij:
    code = DOORGETROKKEN if origin.status == EXTRAPOLATED else origin.status or GEEN
    return {
        "soort": soort,
        "soortnaam": SOORTEN[soort].say(taal),
        "id": ident,
        "wat": wat,
        "jaren": jaren,
        "bedrag": "; ".join(f"{each['voor']}{each['tekst']}{each['na']}" for each in vragen),
        "vragen": vragen,
        "status": code,
        "statusnaam": STATUSNAMEN[code].say(taal),
        "stand": origin.stand,
        "referentie": origin.referentie,
        "reden": origin.toelichting,
    }


def _amounts(plan: Plan, kind: Kind, taal: Language, scale: Scale) -> Iterator[Rij]:
    owners = plan.posts if kind == "kostenpost" else plan.sources
    for ident, owner in owners.items():
        for first, last, origin in stretches(plan, kind, ident):
            years = str(first) if first == last else f"{first}-{last}"
            asked = _asked(plan, kind, ident, range(first, last + 1), taal, scale)
            why = origin.toelichting or (_extended(plan, kind, ident, taal) if origin.status == EXTRAPOLATED else "")
            yield _row(kind, ident, owner.naam, years, asked, replace(origin, toelichting=why), taal)


def _extended(plan: Plan, kind: Kind, ident: str, taal: Language) -> str:
    """Return which amount was extended, and why."""
    baseline = plan.baseline
    last = (baseline.post_series if kind == "kostenpost" else baseline.source_series)[ident][-1]
    return _EXTENDED.say(taal, jaar=last.jaar, status=STATUSSEN[last.status])


def _asked(plan: Plan, kind: Kind, ident: str, years: range, taal: Language, scale: Scale) -> list[Rij]:
    """Return the dataset's amounts of some years: one where they are equal, else each with its year."""
    given = plan.zeros()
    for mutation in plan.series[kind, ident].mutations:
        if mutation.cause in (DATASET, EXTENSION):
            given = given + mutation.amounts
    told = {year: Term(same(""), float(given[plan.horizon.at(year)])).printed(taal, scale) for year in years}
    over = ("gegeven", kind, ident)
    if len(set(told.values())) == 1:
        return [vraag(told[years[0]], over, years[0], na="" if len(years) == 1 else f" {_EACH.say(taal)}")]
    return [vraag(tekst, over, year, voor=f"{year}: ") for year, tekst in told.items()]


def _parameter(plan: Plan, parameter: Parameter, taal: Language) -> Iterator[Rij]:
    for row in parameter.rows:
        years = _ALL_YEARS.say(taal) if row.jaar is None else _FROM.say(taal, year=row.jaar)
        spread, unit = parameter.distribution, parameter.eenheid
        after = achter(unit, row.waarde, taal)
        if spread is not None:
            laag, hoog = (amount(each, unit, taal) for each in (spread.laag, spread.hoog))
            how = VERDELINGSNAMEN[spread.verdeling].say(taal)
            after += f" ({_SPREAD.say(taal, verdeling=how, laag=laag, hoog=hoog)})"
        origin = Origin(row.status, "", row.referentie or "", row.toelichting or "")
        over, jaar = ("parameter", parameter.id, "plan"), row.jaar or plan.horizon.first
        asked = vraag(amount(row.waarde, unit, taal), over, jaar, na=after)
        yield _row("parameter", parameter.id, parameter.naam, years, [asked], origin, taal)


def _measures(plan: Plan, scenario: Scenario, taal: Language) -> Iterator[Rij]:
    """Yield a row for every measure: its years and amounts in their columns, what it is about in its explanation."""
    for step in scenario.steps:
        if step.measure is not None:
            m = step.measure
            names = [name for name in specs(type(m)) if name not in specs(Measure) and getattr(m, name) is not None]
            words = [zonder_term(text.say(taal)) for text in doing(m, plan)]
            parts = dict(zip(names, words, strict=True))
            worth = "; ".join(text for name, text in parts.items() if name in _VALUES)
            about = [text for name, text in parts.items() if name not in (*_VALUES, *_BOUNDS)]
            origin = Origin(m.status or "", "", m.referentie or "", " · ".join(filter(None, (m.toelichting, *about))))
            kind = f"{SOORTEN['maatregel'].say(taal)}: {soortnaam(m.soort, taal)}"
            row = _row("maatregel", m.soort, step.cause, _years(m, taal), [], origin, taal)
            yield row | {"bedrag": worth, "soortnaam": kind}


def _years(measure: Measure, taal: Language) -> str:
    """Return the years of a measure's amounts, else those between its bounds; empty where it has neither."""
    values = [getattr(measure, name) for name in specs(type(measure))]
    for series in values:
        if isinstance(series, YearAmounts):
            last = () if series.structureel is None else (_STRUCTURAL.say(taal),)
            return ", ".join([*_span(series.years), *last])
    first, last_year = (getattr(measure, name, None) for name in _BOUNDS)
    if first is None:
        return "" if last_year is None else _UNTIL.say(taal, year=last_year)
    return _FROM.say(taal, year=first) if last_year is None else _span((first, last_year))[0]


def _span(years: Sequence[int]) -> list[str]:
    """Return years as first and last; nothing where there are none."""
    return ["-".join(dict.fromkeys(str(year) for year in (years[0], years[-1])))] if years else []


def publicaties(baseline: Baseline, rows: list[Rij]) -> list[dict[str, Any]]:
    """Return every publication with what it says, and how many rows and totals name it."""
    named = [f"{row['referentie']} {row['reden']}" for row in rows]
    named += [f"{control.referentie} {control.toelichting or ''}" for control in baseline.controls]
    named += [post.toelichting or "" for post in baseline.posts.values()]
    named += [source.toelichting or "" for source in baseline.sources.values()]
    words = [frozenset(genoemde(text)) for text in named]
    return [
        publicatie(each) | {"aantal": sum(ident in found for found in words)}
        for ident, each in baseline.references.items()
    ]
