"""What posts are in other overviews: items that the round lists there, and each dashboard item with one activity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from model.errors import shown
from model.returns.bevinding import Bevinding
from model.returns.opgave import Opgave, Post
from model.returns.post_checks import over_post
from model.returns.reconciliation import BRONNEN, NIET, PLAATSEN, Bron, plain
from model.returns.ronde import Ronde


def koppeling_bevindingen(opgave: Opgave, ronde: Ronde) -> Iterator[Bevinding]:
    """Yield posts that name an item which the round does not list for the department, and items named twice."""
    departement = opgave.herkomst.departement
    yield from _unknown(opgave, "dashboard", [each.naam for each in ronde.dashboard.get(departement, ())])
    yield from _unknown(opgave, "jbr", [each.naam for each in ronde.jbr.get(departement, ())])
    for first, *others in _named(opgave, "dashboard").values():
        for post in others:
            said = {"found": shown(post.velden["dashboard"]), "other": shown(first.naam)}
            yield over_post("inhoud-koppeling-dubbel", "vraag", post, "dashboard", said)


def _unknown(opgave: Opgave, veld: Bron, known: list[str]) -> Iterator[Bevinding]:
    there, listed = set(map(plain, known)), shown(", ".join(dict.fromkeys(known)), 300)
    for post in opgave.posten.values() if known else ():
        if plain(post.velden.get(veld, "")) not in NIET | there:
            said = {"field": BRONNEN[veld], "found": shown(post.velden[veld]), "expected": listed}
            yield over_post("inhoud-koppeling-onbekend", "waarschuwing", post, veld, said)


def _named(opgave: Opgave, bron: Bron) -> dict[str, list[Post]]:
    """Return the posts that count in another overview, by the item that they name."""
    tabel, veld = PLAATSEN[bron]
    found: dict[str, list[Post]] = defaultdict(list)
    for post in opgave.posten.values():
        naam = plain(post.velden.get(veld, ""))
        if post.tabel == tabel and naam not in NIET:
            found[naam].append(post)
    return found
