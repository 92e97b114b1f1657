"""What the dataset says of a dekkingsbron in words: who pays, when it has its turn, and what it may pay for."""

from __future__ import annotations

import numpy as np

from model.baseline import Dekkingsbron
from model.explanation.asked import Asked
from model.explanation.origin import parameter_origin
from model.explanation.terms import Term
from model.factors import Rates
from model.schema import RATES
from model.text import Text
from model.words import BESLUITSTATUSSEN, ROUTES


def source_facts(asked: Asked, source: Dekkingsbron) -> tuple[tuple[Text, Text], ...]:
    """Return what the dataset says of a source in words."""
    order = [each.id for each in asked.result.grid.sources].index(source.id) + 1
    of = len(asked.result.grid.sources)
    turn = Text(f"{order}e van {of} (volgorde {source.volgorde})", f"{order} of {of} (volgorde {source.volgorde})")
    route = ROUTES[source.route] if source.route else Text("", "")
    pairs = [
        (Text("betaler", "payer"), asked.partij_name(source.betaler)),
        (Text("besluitstatus", "decision status"), BESLUITSTATUSSEN[source.besluitstatus]),
        (Text("beurt", "turn"), turn),
        (Text("route", "route"), route),
        (Text("betaalt alleen voor", "pays only for"), _only_for(source)),
        (
            Text("begrotingsartikel", "budget article"),
            _same(" ".join(filter(None, (source.hoofdstuk, source.artikel)))),
        ),
        *(_rate_fact(asked, source, name) for name in ("compensatie", "eindejaarsmarge")),
        (Text("toelichting", "explanation"), _same(source.toelichting or "")),
    ]
    return tuple((label, said) for label, said in pairs if said.nl)


def _same(word: str) -> Text:
    return Text(word, word)


def _only_for(source: Dekkingsbron) -> Text:
    names = ("programma", "thema", "kostensoort", "partij", "kostenpost")
    return _same("; ".join(f"{n}: {', '.join(found)}" for n in names if (found := getattr(source, f"voor_{n}"))))


def _rate_fact(asked: Asked, source: Dekkingsbron, name: str) -> tuple[Text, Text]:
    given, plan = getattr(source, name), asked.result.plan
    rates = Rates(plan.parameters, {})
    varies = isinstance(given, str) and plan.parameters[given].by_year
    value = (
        float(rates.compensation(given, np.array([asked.year]))[0, 0])
        if varies
        else float(rates.number(source, name)[0])
    )
    shown = Term(_same(name), value, "rate")
    naam = f" ({plan.parameters[given].naam})" if isinstance(given, str) else ""
    status = f", {parameter_origin(plan.parameters[given], asked.year).status}" if isinstance(given, str) else ""
    meaning = RATES[name].meaning
    return (
        Text(f"{name}: {meaning.nl}", f"{name}: {meaning.en}"),
        Text(f"{shown.printed('nl')}{naam}{status}", f"{shown.printed('en')}{naam}{status}"),
    )
