"""A conflict: a place of which returns say different things, with all that was said; and the order of places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from typing import NamedTuple

from model.returns.columns import KOLOMMEN
from model.returns.edits import BEHOUDEN, VERWIJDERD, Inhoud, Plek, Wijziging
from model.returns.fields import AFTEKENING, POST_VELDEN, REGEL_VELDEN, VERKLARINGEN
from model.returns.opgave import Cel, Herkomst


class Lezing(NamedTuple):
    """What one return says of a place, and whose return it is."""

    herkomst: Herkomst
    inhoud: Inhoud


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place of which returns say different things: what stood there, and everything else that was said.

    For an item as a whole the contents are the words `verwijderd` and `behouden`; `wijzigt` is what was changed in it
    by those who kept it.
    """

    plek: Plek
    basis: Inhoud
    lezingen: tuple[Lezing, ...]
    wijzigt: tuple[Wijziging, ...] = ()


Besluiten = Mapping[Plek, Inhoud]
"""What places with a conflict must hold; for an item as a whole one of the words `verwijderd` and `behouden`."""


def past(plek: Plek, inhoud: Inhoud) -> bool:
    """Return whether a decision can stand at a place."""
    if not plek.onderdeel:
        return inhoud in (VERWIJDERD, BEHOUDEN)
    return inhoud is None or isinstance(inhoud, Cel if plek.is_cel else str)


def lezingen_van(changes: Iterable[Wijziging]) -> tuple[Lezing, ...]:
    """Return what was said, each once, in an order that does not depend on that of the returns."""
    said = {Lezing(change.herkomst, change.wordt) for change in changes}
    return tuple(sorted(said, key=lambda lezing: (astuple(lezing.herkomst), repr(lezing.inhoud))))


Volgorde = Callable[[Plek], tuple[object, ...]]
"""Sorts places: posts, rows and the sign-off as they were sent, and in these the columns from left to right."""


def volgorde_van(gestuurd: Sequence[Plek]) -> Volgorde:
    """Return the order of items that were sent; any other item stands behind them."""
    at = {item: number for number, item in enumerate(gestuurd)}
    parts = ("", *KOLOMMEN, *(veld.ident for veld in (*POST_VELDEN, *REGEL_VELDEN, *AFTEKENING, *VERKLARINGEN)))
    columns = {part: number for number, part in enumerate(parts)}
    return lambda plek: (at.get(plek.item, len(at)), plek.item, columns.get(plek.onderdeel, len(columns)), plek)


def op_volgorde(changes: Iterable[Wijziging], volgorde: Volgorde) -> tuple[Wijziging, ...]:
    """Return changes, each once, in the order of their places."""
    return tuple(sorted(set(changes), key=lambda each: (volgorde(each.plek), astuple(each.herkomst), repr(each.wordt))))
