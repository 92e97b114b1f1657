"""Who is left with the bill: what each partij must bear, who pays it by which route, and what it is left with itself.

For every partij and year: need = money by route + own means + shortfall + work waiting for capacity − work caught up.
Source: model, sections 3 and 4.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from model.baseline import Dekkingsbron
from model.explanation.bill import NO_ROUTE, PARTS
from model.explanation.quantities import name_of, waiting
from model.factors import Floats
from model.indicators import INDICATORS
from model.result import ALL, Result
from model.text import Text, same
from model.words import EIGEN, RIJK, ROUTES

# k€; a part that is nowhere larger is left out.
VISIBLE = 0.5
About = tuple[str, ...]

OWN, SHORT = Text("Eigen middelen", "Own resources"), Text("Tekort: niemand betaalt", "Shortfall: nobody pays")


@dataclass(slots=True)
class Account:
    """What one partij (or all, `partij` empty) bears and what is paid of it: nominal, k€, shape (year,).

    `wacht` is work of this year that capacity postpones, `paid` what each source pays for it.
    """

    partij: str
    behoefte: Floats
    tekort: Floats
    inhaal: Floats
    wacht: Floats
    lasten: Floats
    blijvend: Floats
    tijdelijk: Floats
    paid: dict[str, Floats] = field(default_factory=dict)

    def by(self, ident: str) -> Floats:
        """Return what a source pays, 0 where it may pay for nothing here."""
        return self.paid.get(ident, np.zeros(len(self.behoefte)))

    def money(self, result: Result, *, own: bool) -> Floats:
        """Return what sources pay: those of route `eigen`, or all others."""
        sources = result.plan.sources
        found = [amounts for ident, amounts in self.paid.items() if (sources[ident].route == EIGEN) == own]
        return np.sum(found, axis=0) if found else np.zeros(len(self.behoefte))


def accounts(result: Result) -> dict[str, Account]:
    """Return the account of every partij that bears a cost, that of all together first (under the empty id)."""
    borne = {cell.partij for cell in result.grid.cells}
    idents = [ALL, *(partij for partij in result.plan.baseline.parties if partij in borne)]
    made = {ident: _empty(ident, len(result.years)) for ident in idents}
    waits = waiting(result)
    for c, cell in enumerate(result.grid.cells):
        for account in (made[ALL], made[cell.partij]):
            for name, amounts in _of_cell(result, c, waits[:, c]).items():
                setattr(account, name, getattr(account, name) + amounts)
    for source, cell, amounts in result.payments():
        for account in (made[ALL], made[cell.partij]):
            account.paid[source] = account.paid.get(source, 0.0) + amounts
    return made


def _empty(ident: str, years: int) -> Account:
    none = np.zeros(years)
    return Account(ident, none, none, none, none, none, none, none)


def _of_cell(result: Result, c: int, waits: Floats) -> dict[str, Floats]:
    out, p = result.outcome, result.grid.layout.cell_post[c]
    lasten, lasting = out.lasten[:, c], out.lasting[:, c]
    found = {
        "behoefte": out.behoefte[:, c],
        "tekort": out.tekort[:, c],
        "inhaal": out.inhaal[:, c],
        "wacht": waits * out.unit[:, p],
        "lasten": lasten,
        "blijvend": lasting,
        "tijdelijk": np.maximum(0.0, np.minimum(lasten, out.dekking[:, c]) - lasting),
    }
    return {name: result.over_horizon(amounts) for name, amounts in found.items()}


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a bill: nominal amounts per year, and what is asked when one is clicked.

    `within` is whether it is a part of what the bill adds up to, so that its share of that means something.
    """

    key: str
    label: Text
    amounts: Floats
    about: About = ()
    always: bool = False
    within: bool = True

    @property
    def shown(self) -> bool:
        """Return whether there is anything to show."""
        return self.always or bool(np.any(np.abs(self.amounts) >= VISIBLE))


@dataclass(frozen=True, slots=True)
class Bill:
    """Parts that add up to a total, and what stands below it."""

    parts: tuple[Part, ...]
    total: Part
    below: tuple[Part, ...] = ()


def by_route(result: Result, account: Account) -> Bill:
    """Return who pays what a partij must bear: by who pays and route, then own means and what nobody pays."""
    who, sources = account.partij, result.plan.sources
    routes: dict[tuple[int, str, int], Part] = {}
    for source in sources.values():
        if source.route != EIGEN:
            key, label = _route(result, source)
            paid = account.by(source.id) + (routes[key].amounts if key in routes else 0.0)
            routes[key] = Part(f"route{key}", label, paid, ("route", source.betaler, source.route or "", who))
    money = [routes[key] for key in sorted(routes)]
    own = account.money(result, own=True)
    parts = (
        *money,
        Part("eigen", OWN, own, _cells(who, "eigen"), always=True),
        Part("tekort", SHORT, account.tekort, _cells(who, "tekort"), always=True),
        Part("wacht", name_of("wacht_dit_jaar"), account.wacht, _last("wacht_dit_jaar", who)),
        _made("inhaal", -account.inhaal, who),
    )
    below = (_made("zelf", own + account.tekort, who),)
    return Bill(parts, Part("behoefte", _bears(who), account.behoefte, _cells(who, "behoefte"), always=True), below)


def _made(part: str, amounts: Floats, who: str, *, always: bool = False) -> Part:
    """Return a figure that is made of others."""
    return Part(part, PARTS[part].naam, amounts, ("rekening", part, who), always)


def _bears(who: str) -> Text:
    naam = INDICATORS["behoefte"].naam
    return naam if who == ALL else Text("Behoefte: wat de partij draagt", "Need: what the party bears")


def _cells(who: str, quantity: str) -> About:
    if who == ALL:
        return ("kerncijfer", "eigen_middelen" if quantity == "eigen" else quantity, ALL)
    return ("partij", who, quantity)


def _route(result: Result, source: Dekkingsbron) -> tuple[tuple[int, str, int], Text]:
    """Return a key that sorts routes, those of the Rijk first, and what such a route is called.

    It is whose budget the money comes through, not who filled that: a bijdrager may have.
    """
    payer, routes = result.plan.baseline.parties[source.betaler], list(ROUTES)
    named = ROUTES[source.route] if source.route else NO_ROUTE
    key = (0 if payer.soort == RIJK else 1, payer.id, routes.index(source.route) if source.route else len(routes))
    return key, Text(f"via {payer.naam}: {named.nl}", f"through {payer.naam}: {named.en}")


def by_contributor(result: Result, account: Account) -> Bill:
    """Return who filled the sources that paid for a partij; below the sum what that partij pays itself in all."""
    parties, who = result.plan.baseline.parties, account.partij
    totals: dict[str, Floats] = {}
    for ident, source in result.plan.sources.items():
        shares = result.plan.baseline.contributions.get(ident, {source.betaler: 1.0})
        for partij, share in shares.items():
            totals[partij] = totals.get(partij, 0.0) + share * account.by(ident)
    parts = tuple(
        Part(partij, same(parties[partij].naam), totals[partij],
             ("bijdrager", partij) if who == ALL else ("bijdrage", partij, who))
        for partij in parties
        if partij in totals
    )  # fmt: skip
    below: tuple[Part, ...] = ()
    if who != ALL:
        label = Text("Betaalt zelf in totaal, ook voor anderen", "Pays itself in all, also for others")
        below = (Part("zelf", label, result.paid_by()[who], ("bijdrager", who), always=True, within=False),)
    return Bill(parts, _cover(account), below)


def by_source(result: Result, account: Account) -> Bill:
    """Return what each source pays for a partij."""
    who = account.partij
    parts = tuple(
        Part(
            source.id,
            same(source.naam),
            account.by(source.id),
            ("dekkingsbron", source.id, "ingezet") if who == ALL else ("betaling", source.id, "", "", who),
        )
        for source in result.grid.sources
    )
    return Bill(parts, _cover(account))


def _last(quantity: str, who: str) -> About:
    if who == ALL and quantity in INDICATORS:
        return ("kerncijfer", quantity, ALL)
    return ("cellen", quantity, "", "", who)


def _cover(account: Account) -> Part:
    zeros = np.zeros(len(account.behoefte))
    total = np.sum([zeros, *account.paid.values()], axis=0)
    return Part("dekking", INDICATORS["dekking"].naam, total, _cells(account.partij, "dekking"), always=True)


def by_duration(_result: Result, account: Account) -> Bill:
    """Return what of the need lasts and with which money it is paid, and what stops."""
    who = account.partij
    unpaid = account.lasten - account.blijvend - account.tijdelijk
    parts = (
        Part("blijvend", Text("Structureel, met structureel geld", "Structural, on structural money"), account.blijvend,
             _last("structurele_dekking", who), always=True),
        Part("tijdelijk", Text("Structureel, nu met incidenteel geld", "Structural, now on incidental money"),
             account.tijdelijk, _last("incidenteel_gedekt", who)),
        _made("ongedekt", unpaid, who),
        _made("stopt", account.behoefte - account.lasten, who),
    )  # fmt: skip
    saldo = _made("saldo", account.blijvend - account.lasten, who, always=True)
    return Bill(parts, Part("behoefte", _bears(who), account.behoefte, _cells(who, "behoefte"), always=True), (saldo,))


Breakdown = Callable[[Result, Account], Bill]

BREAKDOWNS: Mapping[str, tuple[Text, Breakdown]] = {
    "route": (Text("Wie betaalt de kosten", "Who pays the costs"), by_route),
    "bijdrager": (
        Text("Per bijdrager: wie de bronnen vult", "By contributor: who fills the sources"),
        by_contributor,
    ),
    "bron": (Text("Per dekkingsbron", "By source"), by_source),
    "duur": (Text("Structureel tegenover incidenteel", "Structural against incidental"), by_duration),
}
