"""From return to model: what departments said as the rows of a dataset, so that a scenario can run on it.

Only spending of the budget lines is taken, for the other tables cut across these, and the model is on a cash basis
without commitments. Receipts are left out: they are not taken off spending, and the budget article pays it whole. Per
department, article and kostensoort there is one kostenpost; per department and article one dekkingsbron, with the same
amounts, that pays for these posts only: what a budget line spends is both what is needed and what there is. A scenario
changes one of both.

Amounts have status `aanname`: nobody published them, so neither `gepubliceerd` nor `afgeleid` is true, and they are no
`voorstel`, for a department states its own budget with them. Each names the return as its reference. Money is decided
(`vastgesteld`) where the round asks for a phase that is law or outturn, else `voorgesteld`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from model.returns.comparability import Oordeel
from model.returns.edition import Sleutel
from model.returns.model_rows import (
    RANGEN,
    Cellen,
    Groep,
    Row,
    begrotingsjaar,
    betaald,
    bronnen,
    controles,
    kostenpost,
    publicatie,
    reeks,
)
from model.returns.telling import Telling
from model.words import KOSTENSOORT_NAMEN, RIJK

TABEL, GROOTHEID = "begroting", "uitgaven"


class Weggelaten(NamedTuple):
    """A cell that is not in the dataset: missing, or known and not comparable."""

    departement: str
    oordeel: Oordeel


@dataclass(frozen=True, slots=True)
class Dataset:
    """The rows of each table, and the cells that are not in them."""

    rijen: Mapping[str, Sequence[Row]]
    weggelaten: tuple[Weggelaten, ...]


def dataset(telling: Telling) -> Dataset:
    """Return the rows of a dataset, and what is left out of it."""
    everything = _cells(telling)
    cells = _tellend(everything)
    ids = _idents(cells)
    posts = [kostenpost(group, columns, ids, telling.ronde) for group, columns in cells.items()]
    sources = list(bronnen(cells, ids, telling.ronde))
    series = {group: list(reeks(columns, telling.ronde, group)) for group, columns in cells.items()}
    paid = betaald(series, ids)
    rows: dict[str, Sequence[Row]] = {
        "partijen": [{"id": RIJK, "naam": "het Rijk", "soort": RIJK}],
        "kostenposten": posts,
        "kostenreeksen": [{"kostenpost": ids[group], **row} for group, found in series.items() for row in found],
        "dekkingsbronnen": sources,
        "dekkingsreeksen": paid,
        "parameters": [begrotingsjaar(telling.ronde)],
        "referenties": [publicatie(telling, d) for d in dict.fromkeys(group.departement for group in cells)],
        "controletotalen": list(controles(cells, ids, telling.ronde)),
    }
    left = [
        Weggelaten(group.departement, each)
        for group, columns in everything.items()
        for found in columns.values()
        for each in found
        if not each.telt
    ]
    return Dataset(rows, tuple(left))


def kostenposten(telling: Telling) -> Callable[[str, str, Sleutel], str]:
    """Return what gives the id of the kostenpost in which a department's row stands; nothing where it is in none."""
    ids = _idents(_tellend(_cells(telling)))

    def van(departement: str, artikel: str, sleutel: Sleutel) -> str:
        mine = (sleutel.tabel, sleutel.grootheid) == (TABEL, GROOTHEID)
        return ids.get(Groep(departement, artikel.strip(), sleutel.soort), "") if mine else ""

    return van


def _tellend(cells: Cellen) -> Cellen:
    """Return the groups of which a cell counts."""
    return {g: columns for g, columns in cells.items() if any(each.telt for c in columns.values() for each in c)}


def _cells(telling: Telling) -> Cellen:
    """Return the cells of spending by department, article and kostensoort, and by column."""
    found: dict[Groep, dict[str, list[Oordeel]]] = {}
    for (kind, kolom), per_departement in telling.groepen.items():
        if (kind.tabel, kind.grootheid) != (TABEL, GROOTHEID) or kind.soort not in KOSTENSOORT_NAMEN:
            continue
        for departement, groep in per_departement.items():
            posts = telling.opgaven[departement].posten
            for oordeel in groep.oordelen:
                artikel = posts[TABEL, oordeel.sleutel.post].artikel.strip()
                group = Groep(departement, artikel, kind.soort)
                found.setdefault(group, {}).setdefault(kolom, []).append(oordeel)
    order = list(telling.ronde.departementen)
    return {group: found[group] for group in sorted(found, key=lambda g: (order.index(g[0]), g[1], RANGEN[g[2]]))}


def _idents(cells: Cellen) -> dict[Groep, str]:
    """Return an id for each group, and with an empty kostensoort for each article of a department."""
    found: dict[Groep, str] = {}
    for group in cells:
        article = group._replace(soort="")
        if article not in found:
            slug = re.sub(r"[^a-z0-9]+", "-", group.artikel.casefold()).strip("-") or "zonder"
            base, number = f"{group.departement}-artikel-{slug}", 2
            ident = base
            while ident in found.values():
                ident, number = f"{base}-{number}", number + 1
            found[article] = ident
        found[group] = f"{found[article]}-{group.soort}"
    return found
