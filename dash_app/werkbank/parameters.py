"""The parameters of the plan: what was published beside what was chosen, and the measure that chooses."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf
from typing import Any

from dash_app.context import Context
from dash_app.werk import Kaart, Werk, erbij, gewijzigd, verwijderd
from dash_app.werkbank.etiketten import eenheid_op_scherm, is_deel
from dash_app.werkbank.grenzen import gebruikt, getalgrenzen, noot
from dash_app.werkbank.lezen import jaarreeks
from model.attributes import allowed
from model.ledger import Plan
from model.measures.wording import amount
from model.notices import likely_most
from model.parameters import Parameter
from model.text import Language, same
from model.words import STATUSSEN

SOORT = "parameter"
_FREE = {"soort", "parameter", "waarde", "waarden", "eerder_behouden", "naam", "status"}


def tabel(context: Context, werk: Werk, plan: Plan, taal: Language) -> list[dict[str, Any]]:
    """Return a row per parameter: its published value with status and reference, and the value that was chosen."""
    users, most = gebruikt(plan), likely_most(plan)
    return [
        _rij(context, werk, parameter, plan, taal)
        | {
            "grenzen": getalgrenzen(allowed(parameter.id, users), parameter.eenheid, taal),
            "noot": noot(parameter, plan, most.get(parameter.id, inf), taal),
        }
        for parameter in context.baseline.parameters.values()
    ]


def _rij(context: Context, werk: Werk, parameter: Parameter, plan: Plan, taal: Language) -> dict[str, Any]:
    kaart = kaart_van(werk, parameter.id)
    velden: Mapping[str, Any] = kaart.velden if kaart else {}
    given = velden.get("waarden")
    return {
        "id": parameter.id,
        "naam": parameter.naam,
        "eenheid": eenheid_op_scherm(parameter.eenheid, taal),
        "procent": is_deel(parameter.eenheid),
        "jaar": parameter.eenheid == "jaar" and parameter.value > 1000,
        "per_jaar": parameter.by_year,
        "gepubliceerd": _gevraagd(parameter, plan, taal),
        "herkomst": _herkomst(context, parameter, taal),
        "waarde": velden.get("waarde"),
        "waarden": {str(year): value for year, value in given.items()} if isinstance(given, Mapping) else {},
        "jaren": list(plan.horizon.years) if parameter.by_year else [],
        "standaard": {str(year): parameter.row(year).waarde for year in plan.horizon.years}
        if parameter.by_year
        else {},
        "kaart": kaart.sleutel if kaart else "",
    }


def _gevraagd(parameter: Parameter, plan: Plan, taal: Language) -> list[dict[str, Any]]:
    """Return the values of the dataset, each with the year it begins in, and what is asked when one is clicked."""
    return [
        {
            "voor": "" if row.jaar is None else f"{row.jaar} ",
            "tekst": amount(row.waarde, parameter.eenheid, taal),
            "over": ["parameter", parameter.id, "dataset"],
            "jaar": row.jaar or plan.horizon.first,
        }
        for row in parameter.rows
    ]


def _herkomst(context: Context, parameter: Parameter, taal: Language) -> str:
    """Return status and reference of a parameter; of values per year, each that occurs, once."""
    titles: dict[str, list[str]] = {}
    for row in parameter.rows:
        found = context.baseline.references.get(row.referentie or "")
        titles.setdefault(row.status, []).extend([found.titel] if found else [])
    words = {status: STATUSSEN.get(status, same(status)).say(taal) for status in titles}
    return "; ".join(": ".join([words[s], *filter(None, [", ".join(dict.fromkeys(titles[s]))])]) for s in titles)


def kaart_van(werk: Werk, ident: str) -> Kaart | None:
    """Return the last card that takes part and chooses this parameter, `None` where none does."""
    found = [k for k in werk.kaarten if k.aan and k.soort == SOORT and k.velden.get("parameter") == ident]
    return found[-1] if found else None


def gekozen(werk: Werk, parameter: Parameter, ruw: Any, taal: Language) -> Werk:
    """Return the work with another value of a parameter: its card is changed, or made at the end of the list.

    Without a value the card is taken away, unless people wrote more on it than this table does. Values per year keep
    those of the years before the first.
    """
    kaart = kaart_van(werk, parameter.id)
    per_year = isinstance(ruw, Mapping)
    waarde = jaarreeks(ruw) if per_year else ruw
    if waarde in (None, {}):
        return werk if kaart is None else _zonder(werk, kaart)
    chosen = {"waarden": waarde, "eerder_behouden": True} if per_year else {"waarde": waarde}
    if kaart is None:
        fields = {"soort": SOORT, "naam": parameter.naam, "parameter": parameter.id, **chosen, "status": "voorstel"}
        return erbij(werk, fields)[0]
    kept = {name: value for name, value in kaart.velden.items() if name not in ("waarde", "waarden")}
    if "waarden" in kaart.velden and per_year:
        chosen.pop("eerder_behouden")
    if not per_year:
        kept.pop("eerder_behouden", None)
    return gewijzigd(werk, kaart.sleutel, {**kept, **chosen})


def _zonder(werk: Werk, kaart: Kaart) -> Werk:
    if set(kaart.velden) <= _FREE:
        return verwijderd(werk, kaart.sleutel)
    return gewijzigd(werk, kaart.sleutel, {n: v for n, v in kaart.velden.items() if n not in ("waarde", "waarden")})
