"""What a bill rests on: publications, assumptions and measures behind the sources that pay and the posts that ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from model.baseline import Referentie
from model.bill.breakdown import VISIBLE, Account
from model.explanation.origin import measure_origin, stretches
from model.ledger import DATASET, EXTENSION, Kind
from model.result import ALL, Result
from model.text import Text, same
from model.words import EXTRAPOLATED, EXTRAPOLATION, STATUSSEN

_ORDER = (*STATUSSEN, EXTRAPOLATED, "")
_UNSTATED = Text("status niet vermeld", "status not stated")
_MEASURE = Text("maatregel", "measure")
_NO_PUBLICATION = Text(
    "geen publicatie; toelichting in Bronnen en aannames", "no publication; see Sources and assumptions"
)


@dataclass(frozen=True, slots=True)
class Ground:
    """Amounts of one status with one publication (or none): what they are, and for which posts and sources."""

    status: Text
    publication: Text
    referentie: str
    url: str
    of: tuple[Text, ...]


def grounds(result: Result, account: Account) -> list[Ground]:
    """Return what the amounts of an account rest on, published first; series of measures with what those say.

    Sources that the partij fills for others are among them.
    """
    found: dict[tuple[str, str], dict[Text, list[str]]] = {}
    for naam, status, reference, years in _used(result, account):
        found.setdefault((status, reference), {}).setdefault(naam, []).append(years)
    references = result.plan.baseline.references
    keys = sorted(found, key=lambda key: (_rank(key[0]), key[1]))
    return [
        Ground(
            _status(status),
            _told(reference, references),
            reference,
            _url(references.get(reference)),
            tuple(_named(naam, years) for naam, years in found[status, reference].items()),
        )
        for status, reference in keys
    ]


def _rank(status: str) -> int:
    return _ORDER.index(status) if status in _ORDER else len(_ORDER)


def _named(naam: Text, years: list[str]) -> Text:
    told = ", ".join(dict.fromkeys(word for word in years if word))
    return Text(f"{naam.nl} ({told})", f"{naam.en} ({told})") if told else naam


def _used(result: Result, account: Account) -> Iterator[tuple[Text, str, str, str]]:
    """Yield the name, status, reference and years of every stretch of a series that matters to an account."""
    plan = result.plan
    for kind, ident in _series(result, account):
        owner = plan.posts[ident] if kind == "kostenpost" else plan.sources[ident]
        for first, last, found in stretches(plan, kind, ident):
            if last >= result.years[0]:
                years = str(first) if first == last else f"{first}-{last}"
                yield same(owner.naam), found.status, found.referentie, years
        for mutation in plan.series[kind, ident].mutations:
            if mutation.cause not in (DATASET, EXTENSION) and np.any(mutation.amounts != 0):
                said = measure_origin(result.scenario, mutation.cause)
                told = Text(*(f"{owner.naam}: {word} '{mutation.cause}'" for word in _MEASURE))
                yield told, said.status if said else "", said.referentie if said else "", ""


def _series(result: Result, account: Account) -> Iterator[tuple[Kind, str]]:
    for ident in result.plan.sources:
        if np.any(account.by(ident) >= VISIBLE) or _fills(result, account.partij, ident):
            yield "dekkingsbron", ident
    asked = {cell.post.id for cell, amounts in result.per_cell("behoefte")
             if account.partij in (ALL, cell.partij) and np.any(amounts >= VISIBLE)}  # fmt: skip
    for ident in result.plan.posts:
        if ident in asked:
            yield "kostenpost", ident


def _fills(result: Result, partij: str, ident: str) -> bool:
    """Return whether a partij fills a source that pays, be it for others: that counts in what it pays in all."""
    shares = result.plan.baseline.contributions.get(ident, {result.plan.sources[ident].betaler: 1.0})
    return shares.get(partij, 0.0) > 0 and bool(np.any(result.per_source()[ident] >= VISIBLE))


def _status(status: str) -> Text:
    return EXTRAPOLATION if status == EXTRAPOLATED else STATUSSEN.get(status, _UNSTATED)


def _told(reference: str, references: Mapping[str, Referentie]) -> Text:
    if not reference:
        return _NO_PUBLICATION
    found = references.get(reference)
    if found is None:
        return same(reference)
    return same(", ".join(word for word in (found.titel, found.uitgever, found.kenmerk, found.datum) if word))


def _url(found: Referentie | None) -> str:
    return found.url or "" if found is not None else ""
