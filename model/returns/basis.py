"""What a department is sent: every row that is asked, last round's estimates in it, and the version of that."""

from __future__ import annotations

import hashlib
import json
from dataclasses import astuple, replace

from model.returns.columns import KOLOMMEN
from model.returns.opgave import ONTBREEKT, Herkomst, Opgave, Regel
from model.returns.ronde import Ronde

LENGTH = 12


def basis_van(ronde: Ronde, departement: str) -> Opgave:
    """Return the return as it is sent to a department: the base against which answers are merged.

    Last round's figures stand in the cells that ask an estimate, for the department to keep or replace; an outturn is
    asked anew, for what stood there was an estimate then.
    """
    empty, vorige = onbeantwoord(ronde, departement), ronde.vorige.get(departement, {})
    asked = [kolom if ronde.aard[kolom] == "raming" else None for kolom in KOLOMMEN]
    rows = {
        key: Regel(tuple(vorige.get((key, kolom), ONTBREEKT) if kolom else ONTBREEKT for kolom in asked))
        for key in empty.regels
    }
    return replace(empty, regels=rows)


def onbeantwoord(ronde: Ronde, departement: str) -> Opgave:
    """Return the return of a department that said nothing: last round's figures are no answer to this one."""
    posten = ronde.posten.get(departement, ())
    return Opgave(
        Herkomst(ronde.editie.nummer, ronde.naam, departement, versie(ronde, departement)),
        {(post.tabel, post.ident): post for post in posten},
        {key: Regel() for post in posten for key in ronde.editie.regels(post.tabel, post.ident)},
    )


def versie(ronde: Ronde, departement: str) -> str:
    """Return 12 hex digits that change when, and only when, anything changes in what a department is sent.

    The order of posts and figures does not count, nor do fields that are empty.
    """
    (_, bedrag), (_, deel), *bounds = ronde.drempel.gegeven().items()
    content = {
        "ronde": [ronde.naam, ronde.jaar, ronde.editie.nummer, ronde.fase, ronde.prijzen, ronde.fictief],
        "aard": [ronde.aard[kolom] for kolom in KOLOMMEN],
        "drempel": [bedrag, deel, *bounds],
        "departement": astuple(ronde.departementen[departement]),
        "posten": sorted(
            [post.tabel, post.ident, sorted((veld, text) for veld, text in post.velden.items() if text)]
            for post in ronde.posten.get(departement, ())
        ),
        "vorige": sorted([*where, *cel] for where, cel in ronde.vorige.get(departement, {}).items()),
        "samen": sorted(ronde.samen.get(departement, ())),
        "controles": sorted(map(astuple, ronde.controles.get(departement, ()))),
    }
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:LENGTH]
